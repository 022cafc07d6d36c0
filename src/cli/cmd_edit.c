/* SPDX-License-Identifier: MIT */
/* edit, rm: one fact by its id. Only what is given changes. */
#include <ctype.h>

#include "command.h"
#include "page.h"

static const struct cli_opt edit_options[] = {
    {0, "woke", NULL, "the page woke me"},
    {0, "no-woke", NULL, "it did not"},
    {0, "noise", NULL, "the page needed no action"},
    {0, "no-noise", NULL, "it did"},
    {0, "clear", "FIELD", "unsay its severity, minutes, woke or noise"},
    {'n', "note", "TEXT", "what it was; empty takes it away"},
    {0, "json", NULL, "print the entry as JSON"},
    {0},
};
static const struct cli_opt rm_options[] = {
    {0, "json", NULL, "print what is gone as JSON"},
    {0},
};

static enum wk_rc
put_event(struct wk_cli *c, const char *verb, const struct wk_event *e)
{
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1,\"event\":");
		cli_json_event_value(c->out, e);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_put_event_line(c, verb, e);
	cli_put_undo_hint(c);
	return WK_OK;
}

static enum wk_rc
read_arg(struct wk_cli *c, struct wk_edit *e, const char *s)
{
	if (wk_when_is_day(s)) {
		e->has_day = true;
		return wk_when_day(c->app, s, &e->day, &c->err);
	}
	if (wk_when_is_span(s)) {
		e->has_span = true;
		return wk_when_span(s, &e->span, &c->err);
	}
	if (wk_page_parse_severity(s, &e->severity))
		return WK_OK;
	if (isdigit((unsigned char)*s) && strchr(s, ':') != NULL) {
		e->has_clock = true;
		return wk_when_clock(s, false, &e->clock_min, &c->err);
	}
	if (isdigit((unsigned char)*s))
		return cli_page_minutes(c, s, &e->minutes);
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "\"%.40s\" is no change: 9:00-12:30, 3:12, sev2, 45m or 2026-11-20", s);
}

static enum wk_rc
read_pair(struct wk_cli *c, const char *yes, const char *no, int *out)
{
	if (cli_has(c, yes) && cli_has(c, no))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--%s and --%s contradict each other", yes, no);
	*out = cli_has(c, yes) ? 1 : cli_has(c, no) ? 0 : -1;
	return WK_OK;
}

static enum wk_rc
read_clear(struct wk_cli *c, unsigned *bits)
{
	static const struct { const char *name; unsigned bit; } fields[] = {
	    {"severity", WK_LOCK_SEVERITY}, {"minutes", WK_LOCK_MINUTES},
	    {"woke", WK_LOCK_WOKE}, {"noise", WK_LOCK_NOISE}};
	const char *s = cli_value(c, "clear");
	for (size_t i = 0; s != NULL && i < WK_LEN(fields); i++)
		if (wk_text_eq_nocase(s, fields[i].name)) {
			*bits = fields[i].bit;
			return WK_OK;
		}
	return s == NULL ? WK_OK : wk_fail(&c->err, WK_ERR_INPUT,
	    "--clear \"%.40s\" is none of severity, minutes, woke, noise", s);
}

static enum wk_rc
run_edit(struct wk_cli *c)
{
	int64_t id = 0;
	struct wk_edit e;
	struct wk_event now;
	enum wk_rc rc = cli_want(c, 1, 8);
	wk_edit_init(&e);
	if (rc == WK_OK)
		rc = cli_id(c, c->args[0], &id);
	for (size_t i = 1; rc == WK_OK && i < c->arg_count; i++)
		rc = read_arg(c, &e, c->args[i]);
	if (rc == WK_OK)
		rc = read_pair(c, "woke", "no-woke", &e.woke);
	if (rc == WK_OK)
		rc = read_pair(c, "noise", "no-noise", &e.noise);
	if (rc == WK_OK)
		rc = read_clear(c, &e.clear);
	if (rc != WK_OK)
		return rc;
	const char *note = cli_value(c, "note");
	e.has_title = note != NULL;
	e.title = note != NULL && *note != '\0' ? note : NULL;
	rc = wk_app_edit(c->app, id, &e, &c->arena, &now, &c->err);
	return rc == WK_OK ? put_event(c, "now", &now) : rc;
}

static enum wk_rc
run_rm(struct wk_cli *c)
{
	int64_t id = 0;
	struct wk_event gone;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = cli_id(c, c->args[0], &id);
	if (rc == WK_OK)
		rc = wk_app_rm(c->app, id, &c->arena, &gone, &c->err);
	return rc == WK_OK ? put_event(c, "removed", &gone) : rc;
}

const struct cli_command cli_cmd_edit = {
    .name = "edit",
    .options = edit_options,
    .run = run_edit,
    .more = "only what is given changes: DAY and SPAN or TIME move the entry, the\n"
	    "rest is of pages\n",
    .usage = "edit ID [DAY] [SPAN | TIME] [SEV] [DURATION] [--woke|--no-woke] "
	     "[--noise|--no-noise] [--clear FIELD] [-n TEXT]",
    .help = "change one entry; wick show prints the ids",
    .examples = "wick edit 1 --noise\n"
    	"wick edit 1 --clear minutes -n 'the old disk'\n",
};
const struct cli_command cli_cmd_rm = {
    .name = "rm",
    .usage = "rm ID",
    .options = rm_options,
    .run = run_rm,
    .help = "remove one entry; wick undo brings it back",
    .examples = "wick rm 1\n",
};
