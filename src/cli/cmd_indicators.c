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

/* One day has to be there; a range is clipped to what is. */
static enum wk_rc
find(struct wk_cli *c, const struct wk_series *s, wk_date lo, wk_date hi, size_t at[2])
{
	char day[11];
	if (s->n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged yet");
	wk_date first = s->days[0].d, last = s->days[s->n - 1].d;
	if (c->arg_count > 0 && wk_series_find(s, lo) == SIZE_MAX) {
		wk_date_format(lo, day);
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "%s is outside what is logged",
		    day);
	}
	if ((lo != WK_DATE_NONE && lo > last) || (hi != WK_DATE_NONE && hi < first))
		return wk_fail(&c->err, WK_ERR_NOTFOUND,
		    "nothing is logged in that range");
	at[0] = lo == WK_DATE_NONE || lo < first ? 0 : (size_t)(lo - first);
	at[1] = hi == WK_DATE_NONE || hi > last ? s->n - 1 : (size_t)(hi - first);
	return WK_OK;
}

static enum wk_rc
run_indicators(struct wk_cli *c)
{
	struct wk_series s;
	size_t at[2] = {0, 0};
	wk_date lo = WK_DATE_NONE, hi = WK_DATE_NONE;
	bool is_range = cli_has(c, "from") || cli_has(c, "to");
	int format = TEXT;
	const struct wk_model *m = &c->app->conf.model;
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc == WK_OK)
		rc = read_days(c, &lo, &hi);
	if (rc == WK_OK)
		rc = read_format(c, is_range, &format);
	if (rc == WK_OK)
		rc = wk_app_series_full(c->app, is_range || c->arg_count > 0, &c->arena,
		    &s, &c->err);
	if (rc == WK_OK)
		rc = find(c, &s, lo, hi, at);
	if (rc == WK_OK && c->arg_count > 0)
		rc = wk_app_survey_fill(c->app, lo, &c->arena, &s, &c->err);
	if (rc != WK_OK)
		return rc;
	if (!is_range && c->arg_count == 0)
		at[0] = at[1] = s.shown;
	if (format == CSV)
		wk_render_indicators_csv(&s, at[0], at[1], m, c->out);
	else if (format == JSON)
		wk_render_indicators_json(&s, at[0], m, c->out);
	else
		wk_render_indicators(&s, at[0], m, cli_paint(c), c->out);
	return WK_OK;
}

const struct cli_command cli_cmd_indicators = {
    .name = "indicators",
    .usage = "indicators [DAY] [--format text|json|csv]\n"
	     "indicators --from DAY [--to DAY] [--format csv]",
    .options = options,
    .run = run_indicators,
    .help = "what stands beside the score: hours, rest, sleep, load",
};
