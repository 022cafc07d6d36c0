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
    {0, "format", "FORMAT", "text, md, html, json or csv"},
    {0, "json", NULL, "--format json"},
    {0, "brief", NULL, "work facts alone, to show: no sleep, mood or score"},
    {0, "ask", "TEXT", "with --brief: what you ask for; may be repeated"},
    {0, "verify", "FILE", "whether a brief report is as it was written"},
    {'o', "output", "FILE", "write there instead, safely; {period}: its name"},
    {0, "mail", "ADDR", "mail it, as [mail] of the settings says"},
    {0, "again", NULL, "with --mail: although it was sent before"},
    {0, "outbox", NULL, "what waits to be mailed, and what was"},
    {0, "missed", NULL, "the weeks not made yet, with -o or --mail"},
    {0},
};

static enum wk_rc
set_range(struct wk_cli *c, struct wk_period *p)
{
	wk_date from = 0, to = c->app->today;
	enum wk_rc rc = cli_day(c, "from", &from);
	if (rc == WK_OK)
		rc = cli_day(c, "to", &to);
	if (rc != WK_OK)
		return rc;
	if (to < from)
		return wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	if (to - from >= LONGEST_DAYS)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "the range is longer than ten years");
	*p = wk_period_range(from, to);
	return WK_OK;
}

struct wk_period
cli_last_week(const struct wk_app *app)
{
	return wk_period_week(app->today - wk_date_weekday(app->today) - 7);
}

static enum wk_rc
read_period(struct wk_cli *c, struct wk_period *p)
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
	*p = cli_last_week(c->app);
	enum wk_rc rc = WK_OK;
	if (week != NULL) {
		rc = wk_when_week(c->app, week, &d, &c->err);
		if (rc == WK_OK)
			*p = wk_period_week(d);
	} else if (month != NULL) {
		rc = wk_when_month(c->app, month, &d, &c->err);
		if (rc == WK_OK)
			*p = wk_period_month(d);
	}
	return rc;
}

static void
read_asks(struct wk_cli *c, struct wk_report_ask *q)
{
	const char **asks = WK_ARENA_ARRAY(&c->arena, const char *, CLI_MAX_GIVEN);
	const char *text;
	for (size_t i = 0; (text = cli_each(c, "ask", &i)) != NULL;)
		asks[q->ask_count++] = text;
	q->asks = asks;
}

enum wk_rc
cli_put_report_file(struct wk_cli *c, const struct wk_report_ask *q)
{
	struct wk_buf text;
	const char *path = cli_report_path(c, q->period);
	wk_buf_init(&text);
	enum wk_rc rc = wk_app_report_file(c->app, q, &text, &c->err);
	if (rc == WK_OK && path == NULL)
		wk_buf_add(c->out, text.p, text.len);
	else if (rc == WK_OK)
		rc = wk_file_write_safe(path, text.p, text.len, 0600, &c->err);
	wk_buf_fini(&text);
	return rc;
}

static struct wk_report_ask
make_ask(struct wk_cli *c, const struct wk_period *p, const char *format)
{
	bool is_text = strcmp(format, "text") == 0, is_brief = cli_has(c, "brief");
	struct wk_report_ask q = {.period = p, .format = format, .is_brief = is_brief,
	    /* what is sealed has no colours */
	    .paint = is_text && !is_brief ? cli_paint(c) : wk_paint_none()};
	q.is_again = cli_has(c, "again");
	read_asks(c, &q);
	return q;
}

enum wk_rc
cli_put_report(struct wk_cli *c, const struct wk_period *p, const char *format)
{
	struct wk_report_ask q = make_ask(c, p, format);
	return cli_put_report_file(c, &q);
}

/* --verify and --outbox make no report: nothing stands beside them, but for --json. */
static enum wk_rc
want_alone(struct wk_cli *c, const char *name, const char *beside)
{
	for (const struct cli_opt *o = options; o->name != NULL; o++)
		if (strcmp(o->name, name) != 0 && strcmp(o->name, beside) != 0 &&
		    cli_has(c, o->name))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "--%s stands alone, without --%s", name, o->name);
	return WK_OK;
}

static enum wk_rc
outbox(struct wk_cli *c)
{
	enum wk_rc rc = want_alone(c, "outbox", "json");
	return rc == WK_OK ? cli_report_outbox(c) : rc;
}

static enum wk_rc
verify(struct wk_cli *c)
{
	const char *path = cli_value(c, "verify");
	enum wk_rc rc = want_alone(c, "verify", "");
	if (rc == WK_OK)
		rc = wk_app_report_verify(path, &c->err);
	if (rc != WK_OK)
		return rc;
	cli_put_text(c, path);
	wk_buf_adds(c->out, " is as it was written\n");
	return WK_OK;
}

static enum wk_rc
run_report(struct wk_cli *c)
{
	struct wk_period p = {0};
	const char *format = "text";
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK && cli_has(c, "verify"))
		return verify(c);
	if (rc == WK_OK && cli_has(c, "outbox"))
		return outbox(c);
	if (rc == WK_OK && cli_has(c, "again") && !cli_has(c, "mail"))
		return wk_fail(&c->err, WK_ERR_INPUT, "--again goes with --mail");
	if (rc == WK_OK && cli_has(c, "ask") && !cli_has(c, "brief"))
		return wk_fail(&c->err, WK_ERR_INPUT, "--ask goes with --brief");
	if (rc == WK_OK)
		rc = cli_format(c, "text|md|html|json|csv", &format);
	if (rc == WK_OK)
		rc = read_period(c, &p);
	if (rc != WK_OK)
		return rc;
	struct wk_report_ask q = make_ask(c, &p, format);
	return cli_has(c, "mail") || cli_has(c, "missed") ? cli_report_cron(c, &q) :
	    cli_put_report_file(c, &q);
}

const struct cli_command cli_cmd_report = {
    .name = "report",
    .options = options,
    .run = run_report,
    .usage = "report [--week WEEK | --month YYYY-MM | --from DAY [--to DAY]] "
	     "[--format text|md|html|json|csv] [-o FILE]\n"
	     "report [--missed] [--mail ADDR [--again]] [-o FILE] | report --outbox\n"
	     "report --brief [--ask TEXT]... | report --verify FILE",
    .help = "a week, a month or a range; the last complete week unless said",
    .examples = "wick report --week this\n"
    	"wick report --month 2026-11 --format html -o november.html\n"
    	"wick report --brief --ask 'one week on call in six' -o brief.txt\n",
};
