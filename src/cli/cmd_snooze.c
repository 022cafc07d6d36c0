/* SPDX-License-Identifier: MIT */
/* snooze: a rule is silent for a while; what it crosses meanwhile is dropped. */
#include "command.h"

static enum wk_rc
run_snooze(struct wk_cli *c)
{
	double min = 0;
	struct wk_buf until;
	enum wk_rc rc = cli_want(c, 2, 2);
	if (rc == WK_OK)
		rc = wk_text_parse_duration(c->args[1], &min, &c->err);
	if (rc == WK_OK)
		rc = wk_app_snooze(c->app, c->args[0], min, &c->arena, &c->err);
	if (rc != WK_OK)
		return rc;
	int64_t at = c->app->now + (int64_t)(min * 60);
	wk_buf_init(&until);
	wk_zone_put_iso(&until, at, wk_zone_offset(c->app->zone, at), false);
	until.p[10] = ' ';
	wk_buf_addf(c->out, "%s is silent until %.16s; what it crosses till "
	    "then is dropped\n",
	    c->args[0], until.p);
	wk_buf_fini(&until);
	return WK_OK;
}

const struct cli_command cli_cmd_snooze = {
    .name = "snooze",
    .usage = "snooze RULE DURATION",
    .run = run_snooze,
    .more = "DURATION: 8h, 3d, 2w. A duration of 0h ends it.\n",
    .help = "a rule of wick check is silent for a while",
    .examples = "wick snooze act-today 3d\n"
    	"wick snooze act-today 0h\n",
};
