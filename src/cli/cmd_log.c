/* SPDX-License-Identifier: MIT */
/* log: one evening in one line. Days, spans and lengths are told apart by their shape. */
#include <ctype.h>

#include "command.h"

static const struct cli_opt options[] = {
    {'b', "break", "DURATION", "taken out of the spans of the day"},
    {'s', "sleep", "SLEEP", "23:30-7:00 or 7h30m; again for a nap"},
    {0, "wakes", "N", "how often awake in the night, 0 to 30"},
    {0, "leave", "KIND", "vacation, sick, holiday, parental or other"},
    {0, "oncall", NULL, "on call that day"},
    {0, "no-oncall", NULL, "not on call that day"},
    {'e', "energy", "N", "1 to 5"},
    {0, "stress", "N", "1 to 5"},
    {0, "mood", "N", "1 to 5"},
    {'n', "note", "NOTE", "a note; it never leaves this machine"},
    {0, "tz", "ZONE", "the zone the times were lived in"},
    {0, "like", "DAY", "the work of another day"},
    {0, "clear", "FIELD", "as if never logged; again for another field"},
    {0, "json", NULL, "print the day as JSON"},
    {0},
};

static const char more[] =
    "WORK   9:00-17:30 adds to the day, twice too; 8h30m sets the day's total\n"
    "SLEEP  23:30-7:00 or 7h30m, of the night that ended on the day\n"
    "FIELD  work, sleep, wakes, leave, oncall, energy, stress, mood or note\n";

static enum wk_rc
add_work(struct wk_cli *c, struct wk_log *l, const char *s)
{
	if (wk_when_is_span(s)) {
		if (l->work_count == WK_LEN(l->work))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "more than %d spans at once", (int)WK_LEN(l->work));
		return wk_when_span(s, &l->work[l->work_count++], &c->err);
	}
	if (!isdigit((unsigned char)*s))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" is neither work (9:00-17:30, 8h) nor a day (fri, -3, "
		    "2026-11-20)",
		    s);
	double min;
	if (!isnan(l->total_h))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.20s\" is a second length; a day has one total", s);
	enum wk_rc rc = wk_when_length(s, 'w', &min, &c->err);
	if (rc == WK_OK)
		l->total_h = min / 60;
	return rc;
}

static enum wk_rc
read_args(struct wk_cli *c, struct wk_log *l)
{
	bool has_day = false;
	for (size_t i = 0; i < c->arg_count; i++) {
		enum wk_rc rc;
		if (!wk_when_is_day(c->args[i]))
			rc = add_work(c, l, c->args[i]);
		else if (has_day)
			rc = wk_fail(&c->err, WK_ERR_INPUT,
			    "\"%.20s\" is a second day; one day at a time", c->args[i]);
		else {
			has_day = true;
			rc = wk_when_day(c->app, c->args[i], &l->day, &c->err);
		}
		if (rc != WK_OK)
			return rc;
	}
	return WK_OK;
}

static enum wk_rc
read_sleep(struct wk_cli *c, struct wk_log *l)
{
	size_t i = 0;
	double min;
	enum wk_rc rc = WK_OK;
	for (const char *s; rc == WK_OK && (s = cli_each(c, "sleep", &i)) != NULL;) {
		if (wk_when_is_span(s)) {
			if (l->sleep_count == WK_LEN(l->sleep))
				return wk_fail(&c->err, WK_ERR_INPUT,
				    "more than %d sleeps", (int)WK_LEN(l->sleep));
			rc = wk_when_span(s, &l->sleep[l->sleep_count++], &c->err);
			continue;
		}
		rc = wk_when_length(s, 's', &min, &c->err);
		if (rc == WK_OK)
			l->sleep_total_h =
			    (isnan(l->sleep_total_h) ? 0 : l->sleep_total_h) + min / 60;
	}
	if (rc == WK_OK && l->sleep_count > 0 && !isnan(l->sleep_total_h))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "sleep as times and as a length at once: give one of the two");
	if (rc == WK_OK && l->sleep_total_h > 24)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "sleep is more than a day has, 24h");
	return rc;
}

static enum wk_rc
read_leave(struct wk_cli *c, struct wk_log *l)
{
	const char *s = cli_value(c, "leave");
	if (s == NULL || (*s != '\0' && wk_leave_parse(s, &l->leave)))
		return WK_OK;
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "leave \"%.40s\" is none of vacation, sick, holiday, parental, other", s);
}

static enum wk_rc
read_clear(struct wk_cli *c, struct wk_log *l)
{
	size_t i = 0;
	for (const char *s; (s = cli_each(c, "clear", &i)) != NULL;) {
		unsigned bit;
		if (!wk_log_field_parse(s, &bit))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "clear \"%.40s\" is none of %s", s, wk_log_field_names());
		l->clear |= bit;
	}
	return WK_OK;
}

static enum wk_rc
read_oncall(struct wk_cli *c, struct wk_log *l)
{
	bool yes = cli_has(c, "oncall"), no = cli_has(c, "no-oncall");
	if (yes && no)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--oncall and --no-oncall contradict each other");
	l->oncall = yes ? 1 : no ? 0 : -1;
	return WK_OK;
}

static enum wk_rc
read_break(struct wk_cli *c, struct wk_log *l)
{
	const char *s = cli_value(c, "break");
	double min;
	if (s == NULL)
		return WK_OK;
	enum wk_rc rc = wk_text_parse_duration(s, &min, &c->err);
	if (rc == WK_OK && min > 16 * 60)
		return wk_fail(&c->err, WK_ERR_INPUT, "break %.20s is longer than 16 h",
		    s);
	if (rc == WK_OK)
		l->break_min = min;
	return rc;
}

static enum wk_rc
read_numbers(struct wk_cli *c, struct wk_log *l)
{
	enum wk_rc rc = cli_number(c, "wakes", 0, 30, &l->wakes);
	if (rc == WK_OK)
		rc = cli_number(c, "energy", 1, 5, &l->energy);
	if (rc == WK_OK)
		rc = cli_number(c, "stress", 1, 5, &l->stress);
	return rc == WK_OK ? cli_number(c, "mood", 1, 5, &l->mood) : rc;
}

static enum wk_rc
read_log(struct wk_cli *c, struct wk_log *l)
{
	static enum wk_rc (*const readers[])(struct wk_cli *,
	    struct wk_log *) = {read_args, read_sleep, read_break, read_leave, read_clear,
	    read_oncall, read_numbers};
	wk_log_init(l, c->app->today);
	for (size_t i = 0; i < WK_LEN(readers); i++) {
		enum wk_rc rc = readers[i](c, l);
		if (rc != WK_OK)
			return rc;
	}
	l->note = cli_value(c, "note");
	l->tz = cli_value(c, "tz");
	return cli_day(c, "like", &l->like);
}

/* 9:00 may have been meant as a time: how it was taken is said. */
static void
put_reading(struct wk_cli *c)
{
	double min;
	for (size_t i = 0; i < c->arg_count; i++) {
		const char *s = c->args[i];
		if (strchr(s, ':') == NULL || strchr(s, '-') != NULL ||
		    wk_text_parse_duration(s, &min, NULL) != WK_OK)
			continue;
		cli_put_text(c, s);
		wk_buf_adds(c->out, " was read as ");
		wk_text_put_duration(c->out, min);
		wk_buf_adds(c->out, " in all; a time has its end: 9:00-17:30\n");
	}
}

static enum wk_rc
run_log(struct wk_cli *c)
{
	struct wk_log l;
	struct wk_day_view day;
	enum wk_rc rc = read_log(c, &l);
	if (rc == WK_OK)
		rc = wk_app_log(c->app, &l, &c->arena, &day, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		rc = wk_app_day(c->app, day.row.d, &c->arena, &day, &c->err);
		if (rc != WK_OK)
			return rc;
		wk_buf_adds(c->out, "{\"format\":1,\"day\":");
		cli_json_day_value(c->out, &day);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_put_day(c, &day);
	put_reading(c);
	cli_put_undo_hint(c);
	return WK_OK;
}

const struct cli_command cli_cmd_log = {
    .name = "log",
    .options = options,
    .run = run_log,
    .usage =
	"log [DAY] [WORK...] [-b BREAK] [-s SLEEP]... [--wakes N] [--leave KIND] "
	"[--oncall|--no-oncall] [-e N] [--stress N] [--mood N] [-n NOTE] [--tz ZONE] "
	"[--like DAY] [--clear FIELD]",
    .help = "what a day was: work, sleep, how you are",
    .more = more,
    .examples = "wick log 9:10-12:30 13:15-18:40 -s 23:50-6:40 -e 3\n"
    	"wick log yesterday 8h30m -s 7h -n 'release day'\n"
    	"wick log -3 --like -4 --clear sleep\n",
};
