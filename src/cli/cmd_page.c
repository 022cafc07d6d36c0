/* SPDX-License-Identifier: MIT */
/* page: one incident, typed half asleep. Its parts are told apart by their shape and may
 * stand in any order. */
#include <ctype.h>

#include "command.h"
#include "page.h"

static const struct cli_opt options[] = {
    {0, "woke", NULL, "it woke me"},
    {0, "noise", NULL, "it needed no action"},
    {'n', "note", "TEXT", "what it was"},
    {0, "tz", "ZONE", "the zone the time was lived in"},
    {0, "json", NULL, "print the incident as JSON"},
    {0},
};

/* 3h, 45m, 1h30m; a clock time has a colon. */
static bool
is_length(const char *s)
{
	size_t n = strlen(s);
	return n >= 2 && isdigit((unsigned char)s[0]) && strchr(s, ':') == NULL &&
	    isalpha((unsigned char)s[n - 1]);
}

static enum wk_rc
twice(struct wk_cli *c, const char *what, const char *s)
{
	return wk_fail(&c->err, WK_ERR_INPUT, "\"%.20s\" is a second %s; a page has one",
	    s, what);
}

enum wk_rc
cli_page_minutes(struct wk_cli *c, const char *s, double *min)
{
	double v;
	enum wk_rc rc = wk_text_parse_duration(s, &v, &c->err);
	if (rc == WK_OK && v > 24 * 60)
		return wk_fail(&c->err, WK_ERR_INPUT, "%.20s is more than a day has, 24h",
		    s);
	if (rc == WK_OK)
		*min = v;
	return rc;
}

static enum wk_rc
read_arg(struct wk_cli *c, struct wk_page *p, const char *s, bool *has_time)
{
	if (wk_when_is_day(s))
		return p->day != WK_DATE_NONE ? twice(c, "day", s)
					      : wk_when_day(c->app, s, &p->day, &c->err);
	if ((s[0] | 0x20) == 's') {
		if (p->severity >= 0)
			return twice(c, "severity", s);
		return wk_page_parse_severity(s, &p->severity)
		    ? WK_OK
		    : wk_fail(&c->err, WK_ERR_INPUT,
			  "\"%.20s\" is not a severity: sev0 (worst) to sev5", s);
	}
	if (is_length(s))
		return !isnan(p->minutes) ? twice(c, "length", s)
					  : cli_page_minutes(c, s, &p->minutes);
	if (s[strspn(s, "0123456789")] == '\0')
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.20s\" is neither a time (3:12) nor a length (45m)", s);
	if (*has_time)
		return twice(c, "time", s);
	*has_time = true;
	return wk_when_clock(s, false, &p->clock_min, &c->err);
}

static enum wk_rc
run_page(struct wk_cli *c)
{
	struct wk_page p;
	struct wk_event e;
	bool has_time = false;
	enum wk_rc rc = WK_OK;
	wk_page_init(&p);
	for (size_t i = 0; rc == WK_OK && i < c->arg_count; i++)
		rc = read_arg(c, &p, c->args[i], &has_time);
	if (rc == WK_OK && !has_time)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "a page has a time: wick page 03:12 sev2 45m --woke");
	p.woke = cli_has(c, "woke") ? 1 : -1;
	p.noise = cli_has(c, "noise") ? 1 : -1;
	p.title = cli_value(c, "note");
	p.tz = cli_value(c, "tz");
	if (rc == WK_OK)
		rc = wk_app_page(c->app, &p, &c->arena, &e, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1,\"event\":");
		cli_json_event_value(c->out, &e);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_put_event_line(c, "", &e);
	cli_put_undo_hint(c);
	return WK_OK;
}

const struct cli_command cli_cmd_page = {
    .name = "page",
    .options = options,
    .run = run_page,
    .more = "TIME      3:12, the last one before now; with DAY on that date\n"
	    "SEV       sev0 (worst) to sev5\n"
	    "DURATION  of your own time: 45m or 1h30m\n",
    .usage = "page [DAY] TIME [SEV] [DURATION] [--woke] [--noise] [-n TEXT] "
	     "[--tz ZONE]",
    .help = "one incident: wick page 03:12 sev2 45m --woke",
    .examples = "wick page 03:12 sev2 45m --woke -n 'disk full'\n"
    	"wick page yesterday 14:30 --noise\n",
};
