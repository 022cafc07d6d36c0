/* SPDX-License-Identifier: MIT */
/* undo, redo, history: every change in order, imports too, also after a restart. */
#include "command.h"

#define HISTORY_SHOWN 20

static const struct cli_opt options[] = {
    {0, "json", NULL, "print the changes as JSON"},
    {0},
};

static void
put_time(struct wk_cli *c, int64_t at)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_zone_put_iso(&b, at, wk_zone_offset(c->app->zone, at), false);
	b.p[10] = ' ';
	wk_buf_add(c->out, b.p, 16);
	wk_buf_fini(&b);
}

static void
json_txn(struct wk_cli *c, const struct wk_txn *t)
{
	struct wk_buf *b = c->out;
	cli_json_key(b, NULL);
	wk_buf_addc(b, '{');
	cli_json_int(b, "id", t->id);
	cli_json_key(b, "at");
	wk_buf_addc(b, '"');
	wk_zone_put_iso(b, t->at, wk_zone_offset(c->app->zone, t->at), false);
	wk_buf_addc(b, '"');
	cli_json_text(b, "what", t->what);
	cli_json_int(b, "rows", t->changes);
	cli_json_key(b, "undone");
	wk_buf_adds(b, t->is_undone ? "true" : "false");
	cli_json_key(b, "batch");
	if (t->batch > 0)
		wk_buf_addf(b, "%lld}", (long long)t->batch);
	else
		wk_buf_adds(b, "null}");
}

static enum wk_rc
count_of(struct wk_cli *c, long max, long *n)
{
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc == WK_OK && c->arg_count == 1 && !wk_text_parse_int(c->args[0], 1, max, n))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" is not how many: a whole number from 1", c->args[0]);
	return rc;
}

/* What was done stays done and is told, also when a later step finds nothing. */
static enum wk_rc
walk(struct wk_cli *c, const char *verb,
    enum wk_rc (*one)(struct wk_app *app, struct wk_arena *a, struct wk_txn *out,
	struct wk_err *err))
{
	long n = 1;
	bool json = cli_has(c, "json");
	enum wk_rc rc = count_of(c, 10000, &n);
	if (rc != WK_OK)
		return rc;
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"changes\":[");
	for (long i = 0; rc == WK_OK && i < n; i++) {
		struct wk_txn t;
		rc = one(c->app, &c->arena, &t, &c->err);
		if (rc != WK_OK && i == 0)
			wk_buf_clear(c->out);
		if (rc != WK_OK)
			break;
		if (json) {
			json_txn(c, &t);
			continue;
		}
		wk_buf_addf(c->out, "%s: ", verb);
		cli_put_text(c, t.what);
		wk_buf_addc(c->out, '\n');
	}
	if (json && c->out->len > 0)
		wk_buf_adds(c->out, "]}\n");
	return rc;
}

static enum wk_rc
run_undo(struct wk_cli *c)
{
	return walk(c, "undone", wk_app_undo);
}

static enum wk_rc
run_redo(struct wk_cli *c)
{
	return walk(c, "done again", wk_app_redo);
}

static void
put_txn(struct wk_cli *c, const struct wk_txn *t)
{
	wk_buf_addf(c->out, "%5lld  ", (long long)t->id);
	put_time(c, t->at);
	wk_buf_adds(c->out, "  ");
	cli_put_text(c, t->what);
	if (t->is_undone)
		wk_buf_adds(c->out, "  (undone)");
	wk_buf_addc(c->out, '\n');
}

static enum wk_rc
run_history(struct wk_cli *c)
{
	long limit = HISTORY_SHOWN;
	struct wk_txn *v;
	size_t n;
	enum wk_rc rc = count_of(c, 1000000, &limit);
	if (rc == WK_OK)
		rc = wk_app_history(c->app, (size_t)limit, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK)
		return rc;
	if (n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing was changed yet");
	if (cli_has(c, "json"))
		wk_buf_adds(c->out, "{\"format\":1,\"changes\":[");
	for (size_t i = 0; i < n; i++) {
		if (cli_has(c, "json"))
			json_txn(c, &v[i]);
		else
			put_txn(c, &v[i]);
	}
	if (cli_has(c, "json"))
		wk_buf_adds(c->out, "]}\n");
	return WK_OK;
}

const struct cli_command cli_cmd_undo = {
    .name = "undo",
    .usage = "undo [N]",
    .options = options,
    .run = run_undo,
    .more = "goes back through everything, imports too, also after a restart\n",
    .help = "take back the last change, or the last N",
    .examples = "wick undo\n"
    	"wick undo 2\n",
};
const struct cli_command cli_cmd_redo = {
    .name = "redo",
    .usage = "redo [N]",
    .options = options,
    .run = run_redo,
    .help = "do again what was undone",
    .examples = "wick redo\n",
};
const struct cli_command cli_cmd_history = {
    .name = "history",
    .usage = "history [N]",
    .options = options,
    .run = run_history,
    .help = "the last 20 changes, or the last N, newest first",
    .examples = "wick history\n"
    	"wick history 5 --json\n",
};
