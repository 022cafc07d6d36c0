/* SPDX-License-Identifier: MIT */
/* oncall: shifts by day or time. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "clear", NULL, "not on call in that range after all"},
    {0},
};

static enum wk_rc
run_oncall(struct wk_cli *c)
{
	int days = 0;
	bool clear = cli_has(c, "clear");
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_oncall(c->app, c->args[0], clear, &c->arena, &days, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_addf(c->out, "%s on ", clear ? "no longer on call" : "on call");
	wk_buf_addf(c->out, "%d day%s: ", days, days == 1 ? "" : "s");
	cli_put_text(c, c->args[0]);
	wk_buf_addc(c->out, '\n');
	cli_put_undo_hint(c);
	return WK_OK;
}

const struct cli_command cli_cmd_oncall = {
    .name = "oncall",
    .usage = "oncall FROM..TO | --clear FROM..TO",
    .options = options,
    .run = run_oncall,
    .more = "FROM and TO are days, or times as 2026-11-16T18:00; one DAY stands for "
	    "itself\n",
    .help = "on-call shifts, by day or by time",
    .examples = "wick oncall 2026-11-16..2026-11-22\n"
    	"wick oncall 2026-11-16T18:00..2026-11-23T09:00\n"
    	"wick oncall --clear 2026-11-20..2026-11-22\n",
};
