/* SPDX-License-Identifier: MIT */
/* start, stop, cancel: a running clock. */
#include <ctype.h>

#include "command.h"

/* Meant as a WHEN: 9:10 or -45m, and 8.40, 840 and 9am too, which are then refused: no
 * note begins like a time. */
static bool
is_when(const char *s)
{
	size_t n = strspn(s, "0123456789");
	const char *rest = s + n;
	if (s[0] == '-')
		return isdigit((unsigned char)s[1]);
	if (n == 0 || n > 4)
		return false;
	return *rest == '\0' || strchr(rest, ':') != NULL ||
	    (strchr(".,hH", *rest) != NULL && rest[1 + strspn(rest + 1, "0123456789")] ==
	    '\0') || wk_text_eq_nocase(rest, "am") || wk_text_eq_nocase(rest, "pm");
}

static const struct cli_opt options[] = {
    {0, "json", NULL, "print the clock as JSON"},
    {0},
};

static enum wk_rc
put_json(struct wk_cli *c, const struct wk_timer_result *r, const char *what)
{
	wk_buf_adds(c->out, "{\"format\":1");
	cli_json_text(c->out, "clock", what);
	cli_json_number(c->out, "minutes", r->elapsed_min, 2);
	cli_json_key(c->out, "event");
	cli_json_event_value(c->out, &r->event);
	wk_buf_adds(c->out, "}\n");
	return WK_OK;
}

static enum wk_rc
run_start(struct wk_cli *c)
{
	struct wk_timer_result r;
	enum wk_rc rc = cli_want(c, 0, 2);
	size_t i = 0;
	if (rc != WK_OK)
		return rc;
	const char *when = i < c->arg_count && is_when(c->args[i]) ? c->args[i++] : NULL;
	const char *note = i < c->arg_count ? c->args[i++] : NULL;
	if (i < c->arg_count)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" is not a time: 9:10 or -45m; a note of several words is "
		    "quoted",
		    c->args[0]);
	rc = wk_app_start(c->app, when, note, &c->arena, &r, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		return put_json(c, &r, "running");
	wk_buf_adds(c->out, "the clock runs since ");
	struct wk_buf times;
	wk_buf_init(&times);
	wk_app_put_times(&times, &r.event);
	wk_buf_add(c->out, times.p, strcspn(times.p, "-"));
	wk_buf_fini(&times);
	if (r.elapsed_min >= 1) {
		wk_buf_adds(c->out, ", ");
		wk_text_put_duration(c->out, r.elapsed_min);
		wk_buf_adds(c->out, " ago");
	}
	wk_buf_adds(c->out, "; end it with: wick stop\n");
	cli_put_remark(c);
	return WK_OK;
}

static enum wk_rc
run_stop(struct wk_cli *c)
{
	struct wk_timer_result r;
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_stop(c->app, c->arg_count > 0 ? c->args[0] : NULL, &c->arena, &r,
	    &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		return put_json(c, &r, "stopped");
	wk_buf_adds(c->out, "stopped after ");
	wk_text_put_duration(c->out, r.elapsed_min);
	wk_buf_adds(c->out, "\n");
	cli_put_day(c, &r.day);
	cli_put_undo_hint(c);
	return WK_OK;
}

static enum wk_rc
run_cancel(struct wk_cli *c)
{
	struct wk_timer_result r;
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = wk_app_cancel(c->app, &c->arena, &r, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		return put_json(c, &r, "cancelled");
	wk_buf_adds(c->out, "the clock is gone, ");
	wk_text_put_duration(c->out, r.elapsed_min);
	wk_buf_adds(c->out, " not counted\n");
	cli_put_undo_hint(c);
	return WK_OK;
}

const struct cli_command cli_cmd_start = {
    .name = "start",
    .usage = "start [WHEN] [NOTE]",
    .more = "WHEN  9:10, or -45m for that long ago; NOTE is one word, or quoted\n",
    .options = options,
    .run = run_start,
    .help = "start the clock, now or at 9:10 or -45m",
    .examples = "wick start\n"
    	"wick start -15m\n"
    	"wick start 9:10 review\n",
};
const struct cli_command cli_cmd_stop = {
    .name = "stop",
    .usage = "stop [WHEN]",
    .more = "WHEN  18:00, the first one after the start; or -15m for that long ago\n",
    .options = options,
    .run = run_stop,
    .help = "stop the clock; what it measured is work",
    .examples = "wick stop\n"
    	"wick stop -15m\n",
};
const struct cli_command cli_cmd_cancel = {
    .name = "cancel",
    .usage = "cancel",
    .options = options,
    .run = run_cancel,
    .help = "drop the running clock",
    .examples = "wick cancel\n",
};
