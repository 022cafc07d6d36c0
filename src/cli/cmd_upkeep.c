/* SPDX-License-Identifier: MIT */
/* backup, restore, doctor: the file itself. */
#include "command.h"

static const struct cli_opt doctor_options[] = {
    {0, "fix", NULL, "work out again what is derived"},
    {0, "json", NULL, "the findings as JSON"},
    {0},
};

static enum wk_rc
run_backup(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_backup(c->app, c->args[0], &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_adds(c->out, "copied to ");
	cli_put_text(c, c->args[0]);
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

static enum wk_rc
run_restore(struct wk_cli *c)
{
	const char *kept = NULL;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_restore(c->app, c->args[0], &kept, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_adds(c->out, "restored from ");
	cli_put_text(c, c->args[0]);
	if (kept != NULL) {
		wk_buf_adds(c->out, "\nwhat was there is kept as ");
		cli_put_text(c, kept);
	}
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

static void
put_doctor(struct wk_cli *c, const struct wk_doctor *d, bool fixed)
{
	wk_buf_addf(c->out,
	    "the file is sound: entries %lld, days %lld, changes %lld, "
	    "imports %lld, bytes %lld\n",
	    (long long)d->events, (long long)d->days, (long long)d->txns,
	    (long long)d->batches, (long long)d->bytes);
	if (d->rollup_wrong == 0) {
		wk_buf_adds(c->out, "every day adds up to its entries\n");
		return;
	}
	wk_buf_addf(c->out, "%lld day%s did not add up, the first ",
	    (long long)d->rollup_wrong, d->rollup_wrong == 1 ? "" : "s");
	cli_put_date(c->out, d->first_wrong);
	wk_buf_adds(c->out,
	    fixed ? "; put right\n" : "; wick doctor --fix puts that right\n");
}

static void
json_doctor(struct wk_cli *c, const struct wk_doctor *d, bool fixed)
{
	struct wk_buf *b = c->out;
	wk_buf_adds(b, "{\"format\":1");
	cli_json_int(b, "events", d->events);
	cli_json_int(b, "days", d->days);
	cli_json_int(b, "changes", d->txns);
	cli_json_int(b, "batches", d->batches);
	cli_json_int(b, "bytes", d->bytes);
	cli_json_int(b, "wrong", d->rollup_wrong);
	cli_json_date(b, "first_wrong",
	    d->rollup_wrong > 0 ? d->first_wrong : WK_DATE_NONE);
	cli_json_key(b, "fixed");
	wk_buf_adds(b, fixed ? "true}\n" : "false}\n");
}

static enum wk_rc
run_doctor(struct wk_cli *c)
{
	struct wk_doctor d;
	bool fix = cli_has(c, "fix");
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = wk_app_doctor(c->app, fix, &d, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		json_doctor(c, &d, fix);
	else
		put_doctor(c, &d, fix);
	if (d.rollup_wrong > 0 && !fix)
		return wk_fail(&c->err, WK_ERR_FAIL, "%lld day%s not add up",
		    (long long)d.rollup_wrong, d.rollup_wrong == 1 ? " does" : "s do");
	return WK_OK;
}

const struct cli_command cli_cmd_backup = {
    .name = "backup",
    .usage = "backup FILE",
    .run = run_backup,
    .help = "copy the store, safely, also while it is in use",
    .examples = "wick backup wick-copy.db\n",
};
const struct cli_command cli_cmd_restore = {
    .name = "restore",
    .usage = "restore FILE",
    .run = run_restore,
    .help = "take a copy as the store; the present one is kept beside it",
    .examples = "wick restore wick-copy.db\n",
};
const struct cli_command cli_cmd_doctor = {
    .name = "doctor",
    .usage = "doctor [--fix]",
    .options = doctor_options,
    .run = run_doctor,
    .help = "check the store from end to end",
    .examples = "wick doctor\n"
    	"wick doctor --fix\n",
};
