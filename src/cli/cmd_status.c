/* SPDX-License-Identifier: MIT */
/* status: one line, for people, prompts and status bars. */
#include "command.h"
#include "status.h"

static const struct cli_opt options[] = {
    {0, "format", "FMT", "only what it names, see below"},
    {0, "waybar", NULL, "the JSON a status bar takes"},
    {0, "json", NULL, "all of it as JSON"},
    {0},
};

static const char *
running_text(struct wk_cli *c, const struct wk_status *st)
{
	int64_t wall = st->running_since + st->running_off;
	int min = (int)((wall % 86400 + 86400) % 86400 / 60);
	return st->is_running
	    ? wk_arena_printf(&c->arena, "clock since %d:%02d", min / 60, min % 60)
	    : NULL;
}

static enum wk_rc
one_of(struct wk_cli *c)
{
	if (cli_has(c, "format") + cli_has(c, "waybar") + cli_has(c, "json") > 1)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--format, --waybar and --json: give one of them");
	return cli_want(c, 0, 0);
}

enum wk_rc
cli_put_status(struct wk_cli *c)
{
	struct wk_status st;
	enum wk_rc rc = wk_app_status(c->app, &c->arena, &st, &c->err);
	if (rc != WK_OK)
		return rc;
	struct wk_status_facts f = {.has_score = st.has_score,
	    .day = st.day,
	    .strain = st.strain,
	    .coverage = st.coverage,
	    .days_logged = st.days_logged,
	    .is_held = st.is_held,
	    .trend = st.trend,
	    .is_silent_trend = st.is_silent_trend,
	    .running = running_text(c, &st)};
	const char *fmt = cli_value(c, "format");
	if (fmt != NULL)
		rc = wk_render_status_format(&f, fmt, c->out, &c->err);
	else if (cli_has(c, "waybar"))
		wk_render_status_waybar(&f, c->out);
	else if (cli_has(c, "json"))
		wk_render_status_json(&f, c->out);
	else
		wk_render_status(&f, cli_paint(c), c->out);
	if (rc == WK_OK)
		wk_buf_addc(c->out, '\n');
	return rc;
}

static enum wk_rc
run_status(struct wk_cli *c)
{
	enum wk_rc rc = one_of(c);
	return rc == WK_OK ? cli_put_status(c) : rc;
}

const struct cli_command cli_cmd_status = {
    .name = "status",
    .usage = "status [--format FMT] [--waybar]",
    .options = options,
    .run = run_status,
    .more = "FMT  %s score, %b band, %r reserve, %c confidence, %t trend, %d days\n"
	    "     logged of the last 7, %% a percent sign\n",
    .help = "one line: how things stand",
    .examples = "wick status\n"
    	"wick status --format '%b %s %t'\n"
    	"wick status --waybar\n",
};
