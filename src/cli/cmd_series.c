/* SPDX-License-Identifier: MIT */
/* series: one row a day, facts and everything computed from them. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "from", "DAY", "first day; else the first one logged"},
    {0, "to", "DAY", "last day; else the last one logged"},
    {0, "format", "csv|json", "csv unless said"},
    {0, "json", NULL, "--format json"},
    {0},
};

struct printing { struct wk_cli *c; bool is_json, is_begun; };

static enum wk_rc
print(void *ctx, const struct wk_series *s, size_t from, size_t to, struct wk_err *err)
{
	struct printing *p = ctx;
	struct wk_buf *out = p->c->out;
	if (!p->is_begun && p->is_json)
		wk_render_series_json_head(out);
	else if (!p->is_begun)
		wk_render_series_csv_head(out);
	if (p->is_json)
		wk_render_series_json(s, from, to, !p->is_begun, out);
	else
		wk_render_series_csv(s, from, to, out);
	p->is_begun = true;
	return cli_pass_on(p->c, err);
}

static enum wk_rc
run_series(struct wk_cli *c)
{
	struct printing p = {.c = c};
	wk_date lo = WK_DATE_NONE, hi = WK_DATE_NONE;
	const char *format = "csv";
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = cli_format(c, "csv|json", &format);
	if (rc == WK_OK)
		rc = cli_day(c, "from", &lo);
	if (rc == WK_OK)
		rc = cli_day(c, "to", &hi);
	if (rc == WK_OK && lo != WK_DATE_NONE && hi != WK_DATE_NONE && hi < lo)
		rc = wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	p.is_json = strcmp(format, "json") == 0;
	if (rc == WK_OK)
		rc = wk_app_walk(c->app, false, lo, hi, print, &p, &c->err);
	if (rc == WK_OK && p.is_json)
		wk_render_series_json_end(c->out);
	return rc;
}

const struct cli_command cli_cmd_series = {
    .name = "series",
    .usage = "series [--from DAY] [--to DAY] [--format csv|json]",
    .options = options,
    .flags = CLI_DATA,
    .run = run_series,
    .help = "one row a day: facts, score and its parts",
    .examples = "wick series --from -14 --format csv\n"
    	"wick series --json\n",
};
