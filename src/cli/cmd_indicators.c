/* SPDX-License-Identifier: MIT */
/* indicators: what stands beside the score, of one day, or of many for a spreadsheet. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "from", "DAY", "every indicator of every day from here on"},
    {0, "to", "DAY", "and the last of them; else the last one logged"},
    {0, "format", "text|json|csv", "text unless said; csv for many days"},
    {0, "json", NULL, "--format json"},
    {0},
};

enum { TEXT, JSON, CSV };

static enum wk_rc
read_format(struct wk_cli *c, bool is_range, int *format)
{
	static const char *const names[] = {"text", "json", "csv"};
	const char *name = names[is_range ? CSV : TEXT];
	enum wk_rc rc = cli_format(c, "text|json|csv", &name);
	for (size_t k = 0; k < WK_LEN(names); k++)
		if (strcmp(names[k], name) == 0)
			*format = (int)k;
	if (rc == WK_OK && is_range && *format != CSV)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--from and --to print csv; text and json are of one day");
	return rc;
}

static enum wk_rc
read_days(struct wk_cli *c, wk_date *lo, wk_date *hi)
{
	bool is_range = cli_has(c, "from") || cli_has(c, "to");
	enum wk_rc rc = cli_day(c, "from", lo);
	if (rc == WK_OK)
		rc = cli_day(c, "to", hi);
	if (rc == WK_OK && is_range && c->arg_count > 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" and a range; either a day, or --from and --to",
		    c->args[0]);
	if (rc == WK_OK && c->arg_count > 0) {
		rc = wk_when_day(c->app, c->args[0], lo, &c->err);
		*hi = *lo;
	}
	if (rc == WK_OK && *lo != WK_DATE_NONE && *hi != WK_DATE_NONE && *hi < *lo)
		return wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	return rc;
}

/* ---- one day ---- */
static enum wk_rc
find(struct wk_cli *c, const struct wk_series *s, wk_date d, size_t *at)
{
	char day[11];
	if (s->n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged yet");
	*at = c->arg_count == 0 ? s->shown : wk_series_find(s, d);
	if (*at != SIZE_MAX)
		return WK_OK;
	wk_date_format(d, day);
	return wk_fail(&c->err, WK_ERR_NOTFOUND, "%s is outside what is logged", day);
}

static enum wk_rc
print_day(struct wk_cli *c, wk_date d, int format)
{
	struct wk_series s;
	size_t at = 0;
	const struct wk_model *m = &c->app->conf.model;
	enum wk_rc rc = wk_app_series_full(c->app, c->arg_count > 0, &c->arena, &s,
	    &c->err);
	if (rc == WK_OK)
		rc = find(c, &s, d, &at);
	if (rc == WK_OK && c->arg_count > 0)
		rc = wk_app_survey_fill(c->app, d, &c->arena, &s, &c->err);
	if (rc != WK_OK)
		return rc;
	if (format == JSON)
		wk_render_indicators_json(&s, at, m, c->out);
	else if (format == TEXT)
		wk_render_indicators(&s, at, m, cli_paint(c), c->out);
	else {
		wk_render_indicators_csv_head(c->out);
		wk_render_indicators_csv(&s, at, at + 1, m, c->out);
	}
	return WK_OK;
}

/* ---- many ---- */
struct printing { struct wk_cli *c; bool is_begun; };

static enum wk_rc
print(void *ctx, const struct wk_series *s, size_t from, size_t to, struct wk_err *err)
{
	struct printing *p = ctx;
	if (!p->is_begun)
		wk_render_indicators_csv_head(p->c->out);
	p->is_begun = true;
	wk_render_indicators_csv(s, from, to, &p->c->app->conf.model, p->c->out);
	return cli_pass_on(p->c, err);
}

static enum wk_rc
run_indicators(struct wk_cli *c)
{
	struct printing p = {.c = c};
	wk_date lo = WK_DATE_NONE, hi = WK_DATE_NONE;
	bool is_range = cli_has(c, "from") || cli_has(c, "to");
	int format = TEXT;
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc == WK_OK)
		rc = read_days(c, &lo, &hi);
	if (rc == WK_OK)
		rc = read_format(c, is_range, &format);
	if (rc != WK_OK)
		return rc;
	return is_range ? wk_app_walk(c->app, true, lo, hi, print, &p, &c->err) :
	    print_day(c, lo, format);
}

const struct cli_command cli_cmd_indicators = {
    .name = "indicators",
    .usage = "indicators [DAY] [--format text|json|csv]\n"
	     "indicators --from DAY [--to DAY] [--format csv]",
    .options = options,
    .run = run_indicators,
    .help = "what stands beside the score: hours, rest, sleep, load",
    .examples = "wick indicators\n"
    	"wick indicators yesterday --format csv\n"
    	"wick indicators --from 2026-11-01 --format csv\n",
};
