/* SPDX-License-Identifier: MIT */
/* check: for cron. Silent, unless a rule was newly crossed: then a line each, exit 3. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "rule", "NAME", "this rule alone"},
    {0, "json", NULL, "the alerts as JSON"},
    {0},
};

static void
put_json(struct wk_buf *b, const struct wk_alert *v, size_t n)
{
	wk_buf_adds(b, "{\"format\":1,\"alerts\":[");
	for (size_t i = 0; i < n; i++) {
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		cli_json_text(b, "rule", v[i].rule);
		cli_json_date(b, "since", v[i].since);
		cli_json_text(b, "text", v[i].text);
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}\n");
}

static enum wk_rc
run_check(struct wk_cli *c)
{
	struct wk_alert *v = NULL;
	size_t n = 0;
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = wk_app_check(c->app, cli_value(c, "rule"), &c->arena, &v, &n,
		    &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		put_json(c->out, v, n);
	for (size_t i = 0; !cli_has(c, "json") && i < n; i++) {
		struct wk_buf b;
		wk_buf_init(&b);
		wk_buf_addf(&b, "%s, crossed ", v[i].rule);
		wk_date_put_day(&b, v[i].since);
		wk_buf_addf(&b, ": %s", v[i].text);
		cli_put_wrapped(c->out, b.p, 2);
		wk_buf_addc(c->out, '\n');
		wk_buf_fini(&b);
	}
	return n > 0 ? WK_ERR_ALERT : WK_OK;
}

const struct cli_command cli_cmd_check = {
    .name = "check",
    .usage = "check [--rule NAME]",
    .options = options,
    .run = run_check,
    .more = "for cron: silent and 0, or a line or two for each rule newly "
	"crossed and 3;\neach crossing is told once. Rules: act-today act-this-week "
	"plan structural\nsilence and the indicators of alerts.thresholds; wick "
	"config shows them.\nNothing is said in quiet hours and on days of leave; the "
	"first check after\nthem does.\n",
    .help = "what crossed a limit since the last check",
    .examples = "wick check\n"
    	"wick check --rule act-today\n",
};
