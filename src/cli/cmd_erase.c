/* SPDX-License-Identifier: MIT */
/* erase: for good. Asks on a terminal; anywhere else it wants --yes. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "all", NULL, "everything that was ever logged"},
    {0, "yes", NULL, "do not ask"},
    {0, "json", NULL, "print the count as JSON"},
    {0},
};

static enum wk_rc
consent(struct wk_cli *c, wk_date lo, wk_date hi, bool all)
{
	if (cli_has(c, "yes"))
		return WK_OK;
	if (!cli_can_ask(c))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "erase cannot be undone and nobody is there to ask; add --yes");
	char *question = all ? wk_arena_strdup(&c->arena, "erase everything, for good?")
			     : wk_arena_printf(&c->arena, "erase %d day%s, for good?",
				   (int)(hi - lo + 1), hi == lo ? "" : "s");
	return cli_ask(c, question) ? WK_OK
				    : wk_fail(&c->err, WK_ERR_FAIL, "nothing was erased");
}

static void
put_erased(struct wk_cli *c, const struct wk_erased *e)
{
	long long rows = e->rows, weeks = e->weeks;
	if (cli_has(c, "json")) {
		wk_buf_addf(c->out, "{\"format\":1,\"rows\":%lld,"
		    "\"weeks_taken_back\":%lld,\"withdrawn\":%s}\n", rows, weeks,
		    e->consents > 0 ? "true" : "false");
		return;
	}
	if (rows == 0)
		wk_buf_adds(c->out, "there was nothing to erase\n");
	else
		wk_buf_addf(c->out, "erased for good: %lld row%s\n", rows,
		    rows == 1 ? "" : "s");
	if (e->consents > 0)
		wk_buf_adds(c->out, "what was shared is withdrawn: wick sync erases it "
		    "there\n");
	else if (weeks > 0)
		wk_buf_addf(c->out, "%lld shared week%s taken back: wick sync erases "
		    "%s there\n", weeks, weeks == 1 ? " is" : "s are",
		    weeks == 1 ? "it" : "them");
}

static enum wk_rc
run_erase(struct wk_cli *c)
{
	wk_date lo = 0, hi = 0;
	struct wk_erased gone = { 0 };
	bool all = cli_has(c, "all");
	enum wk_rc rc = cli_want(c, all ? 0 : 1, all ? 0 : 1);
	if (rc == WK_OK && !all)
		rc = wk_when_range(c->app, c->args[0], &lo, &hi, &c->err);
	if (rc == WK_OK)
		rc = consent(c, lo, hi, all);
	if (rc == WK_OK)
		rc = wk_app_erase(c->app, lo, hi, all, &gone, &c->err);
	if (rc != WK_OK)
		return rc;
	put_erased(c, &gone);
	return WK_OK;
}

const struct cli_command cli_cmd_erase = {
    .name = "erase",
    .usage = "erase DAY | FROM..TO | --all [--yes]",
    .options = options,
    .run = run_erase,
    .help = "take days away for good, history and our copies too; no undo",
    .examples = "wick erase -3 --yes\n"
    	"wick erase 2026-11-01..2026-11-03 --yes\n",
};
