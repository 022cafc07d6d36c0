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

/* The indices of lo..hi inside what is logged. */
static enum wk_rc
clip(struct wk_cli *c, const struct wk_series *s, wk_date lo, wk_date hi, size_t *from,
    size_t *to)
{
	if (lo != WK_DATE_NONE && hi != WK_DATE_NONE && hi < lo)
		return wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	if (s->n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged yet");
	wk_date first = s->days[0].d, last = s->days[s->n - 1].d;
	if ((lo != WK_DATE_NONE && lo > last) || (hi != WK_DATE_NONE && hi < first))
		return wk_fail(&c->err, WK_ERR_NOTFOUND,
		    "nothing is logged in that range");
	*from = lo == WK_DATE_NONE || lo < first ? 0 : (size_t)(lo - first);
	*to = hi == WK_DATE_NONE || hi > last ? s->n - 1 : (size_t)(hi - first);
	return WK_OK;
}

static enum wk_rc
run_series(struct wk_cli *c)
{
	struct wk_series s;
	size_t from = 0, to = 0;
	wk_date lo = WK_DATE_NONE, hi = WK_DATE_NONE;
	const char *format = "csv";
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = cli_format(c, "csv|json", &format);
	if (rc == WK_OK)
		rc = cli_day(c, "from", &lo);
	if (rc == WK_OK)
		rc = cli_day(c, "to", &hi);
	if (rc == WK_OK)
		rc = wk_app_series(c->app, true, &c->arena, &s, &c->err);
	if (rc == WK_OK)
		rc = clip(c, &s, lo, hi, &from, &to);
	if (rc != WK_OK)
		return rc;
	if (strcmp(format, "csv") == 0)
		wk_render_series_csv(&s, from, to, c->out);
	else
		wk_render_series_json(&s, from, to, c->out);
	cli_end_line(c->out);
	return WK_OK;
}

const struct cli_command cli_cmd_series = {
    .name = "series",
    .usage = "series [--from DAY] [--to DAY] [--format csv|json]",
    .options = options,
    .run = run_series,
    .help = "one row a day: facts, score and its parts",
};
