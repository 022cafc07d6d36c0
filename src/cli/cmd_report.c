/* SPDX-License-Identifier: MIT */
/* report: a week, a month or a range, for reading, mailing or another program. Silent on
 * success with -o, so cron can run it. */
#include "command.h"
#include "report.h"

#define LONGEST_DAYS 3660

static const struct cli_opt options[] = {
    {0, "week", "WEEK", "2026-W47, this, last or -2; last unless said"},
    {0, "month", "YYYY-MM", "a month"},
    {0, "from", "DAY", "a range, with --to"},
    {0, "to", "DAY", "a range's last day; today unless said"},
    {0, "format", "FORMAT", "text, md, json or csv"},
    {0, "json", NULL, "--format json"},
    {'o', "output", "FILE", "write there instead, safely"},
    {0},
};

static void
set_week(struct cli_period *p, wk_date monday)
{
	int year, week;
	p->kind = "week";
	p->from = monday;
	p->to = monday + 6;
	wk_date_iso_week(monday, &year, &week);
	(void)snprintf(p->name, sizeof(p->name), "%04d-W%02d", year, week);
}

static void
set_month(struct cli_period *p, wk_date first)
{
	int y, m, d;
	p->kind = "month";
	p->from = first;
	wk_date_to_civil(first, &y, &m, &d);
	p->to = (m == 12 ? wk_date_from_civil(y + 1, 1, 1)
			 : wk_date_from_civil(y, m + 1, 1)) -
	    1;
	(void)snprintf(p->name, sizeof(p->name), "%04d-%02d", y, m);
}

static enum wk_rc
set_range(struct wk_cli *c, struct cli_period *p)
{
	char from[11], to[11];
	p->kind = "range";
	p->to = c->app->today;
	enum wk_rc rc = cli_day(c, "from", &p->from);
	if (rc == WK_OK)
		rc = cli_day(c, "to", &p->to);
	if (rc != WK_OK)
		return rc;
	if (p->to < p->from)
		return wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	if (p->to - p->from >= LONGEST_DAYS)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "the range is longer than ten years");
	wk_date_format(p->from, from);
	wk_date_format(p->to, to);
	(void)snprintf(p->name, sizeof(p->name), "%s..%s", from, to);
	return WK_OK;
}

void
cli_last_week(const struct wk_app *app, struct cli_period *p)
{
	set_week(p, app->today - wk_date_weekday(app->today) - 7);
}

static enum wk_rc
read_period(struct wk_cli *c, struct cli_period *p)
{
	const char *week = cli_value(c, "week"), *month = cli_value(c, "month");
	bool range = cli_has(c, "from") || cli_has(c, "to");
	wk_date d = 0;
	if ((week != NULL) + (month != NULL) + range > 1)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--week, --month and --from: give one of them");
	if (range && !cli_has(c, "from"))
		return wk_fail(&c->err, WK_ERR_INPUT, "--to needs --from");
	if (range)
		return set_range(c, p);
	cli_last_week(c->app, p);
	enum wk_rc rc = WK_OK;
	if (week != NULL) {
		rc = wk_when_week(c->app, week, &d, &c->err);
		if (rc == WK_OK)
			set_week(p, d);
	} else if (month != NULL) {
		rc = wk_when_month(c->app, month, &d, &c->err);
		if (rc == WK_OK)
			set_month(p, d);
	}
	return rc;
}

static const struct wk_report_format *
find_format(const char *name)
{
	size_t n;
	const struct wk_report_format *v = wk_report_formats(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0)
			return &v[i];
	return NULL;
}

enum wk_rc
cli_put_report(struct wk_cli *c, const struct cli_period *p, const char *format)
{
	struct wk_report r;
	struct wk_buf text, at;
	const struct wk_app *app = c->app;
	const struct wk_report_format *f = find_format(format);
	if (f == NULL)
		return wk_fail(&c->err, WK_ERR_INPUT, "no report format \"%.20s\"",
		    format);
	enum wk_rc rc = wk_app_report(c->app, p->kind, p->name, p->from, p->to, &c->arena,
	    &r, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&text);
	wk_buf_init(&at);
	wk_zone_put_iso(&at, app->now, wk_zone_offset(app->zone, app->now), false);
	struct wk_report_meta meta = {.generated = at.p, .version = WK_VERSION};
	bool is_text = strcmp(format, "text") == 0;
	f->render(&r, &app->conf.model, &meta, is_text ? cli_paint(c) : wk_paint_none(),
	    &text);
	cli_end_line(&text);
	rc = cli_emit(c, &text);
	wk_buf_fini(&text);
	wk_buf_fini(&at);
	return rc;
}

static enum wk_rc
run_report(struct wk_cli *c)
{
	struct cli_period p = {0};
	const char *format = "text";
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = cli_format(c, "text|md|json|csv", &format);
	if (rc == WK_OK)
		rc = read_period(c, &p);
	return rc == WK_OK ? cli_put_report(c, &p, format) : rc;
}

const struct cli_command cli_cmd_report = {
    .name = "report",
    .options = options,
    .run = run_report,
    .usage = "report [--week WEEK | --month YYYY-MM | --from DAY [--to DAY]] "
	     "[--format text|md|json|csv] [-o FILE]",
    .help = "a week, a month or a range; the last complete week unless said",
};
