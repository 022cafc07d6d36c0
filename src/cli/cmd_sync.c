/* SPDX-License-Identifier: MIT */
/* sync: sends what was agreed to and is due. Silent where nobody looks and nothing is
 * wrong, so that a timer can run it. */
#include <signal.h>
#include <unistd.h>

#include "command.h"
#include "share.h"

static const struct cli_opt options[] = {
    {0, "dry-run", NULL, "print every byte that would leave, send nothing"},
    {0, "to", "NAME", "the receiver, where there are several"},
    {0, "splay", NULL, "a week goes at an hour of its own, up to 6 h later"},
    {0, "take", NULL, "resolve: ours goes over what another machine sent"},
    {0, "give", NULL, "resolve: theirs stays"},
    {0, "json", NULL, "as JSON"},
    {0},
};

static volatile sig_atomic_t interrupted;

static void
on_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

/* ---- sending ---- */
static bool
on_progress(void *ctx, size_t done, size_t total)
{
	const bool *is_shown = ctx;
	if (*is_shown && total > 1)
		(void)fprintf(stderr, "\rsending %zu of %zu weeks (C-c stops it)", done,
		    total);
	return interrupted == 0;
}

static void
put_result(struct wk_cli *c, const struct wk_sync_result *r)
{
	if (cli_has(c, "json")) {
		wk_buf_addf(c->out, "{\"format\":1,\"sent\":%d,\"refused\":%d,"
		    "\"waiting\":%d,\"notes\":[", r->sent, r->refused, r->waiting);
		for (size_t i = 0; i < r->note_count; i++) {
			wk_buf_adds(c->out, i > 0 ? "," : "");
			wk_json_put_string(c->out, r->notes[i]);
		}
		wk_buf_adds(c->out, "]}\n");
		return;
	}
	if (!c->is_terminal)
		return;
	for (size_t i = 1; i < r->note_count; i++) {     /* the first is the error */
		cli_put_text(c, r->notes[i]);
		wk_buf_addc(c->out, '\n');
	}
	wk_buf_addf(c->out, "sent %d, refused %d, waiting %d\n", r->sent, r->refused,
	    r->waiting);
}

static enum wk_rc
send_now(struct wk_cli *c)
{
	struct sigaction sa = {.sa_handler = on_interrupt}, was;
	struct wk_sync_result r;
	bool is_shown = c->open_screen != NULL && c->is_terminal && isatty(STDERR_FILENO);
	struct wk_sync_ask q = {.is_by_hand = c->is_terminal || c->open_screen == NULL,
	    .has_splay = cli_has(c, "splay"), .on_progress = on_progress,
	    .ctx = &is_shown};
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc != WK_OK)
		return rc;
	sigemptyset(&sa.sa_mask);
	interrupted = 0;
	(void)sigaction(SIGINT, &sa, &was);
	rc = wk_app_sync(c->app, &q, &c->arena, &r, &c->err);
	(void)sigaction(SIGINT, &was, NULL);
	if (is_shown)
		(void)fputs("\r\033[K", stderr);
	put_result(c, &r);
	return rc;
}

static enum wk_rc
dry_run(struct wk_cli *c)
{
	struct wk_share_view v;
	const struct wk_share_terms as_is = {.since = WK_DATE_NONE};
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = wk_app_share_view(c->app, cli_value(c, "to"), &as_is, &c->arena, &v,
		    &c->err);
	if (rc != WK_OK)
		return rc;
	if (v.bar != NULL && !cli_has(c, "json"))
		wk_buf_addf(c->out, "nothing would be sent: %s\n", v.bar);
	else if (cli_has(c, "json"))
		cli_share_json(c, &v);
	else
		cli_share_put(c, &v);
	return WK_OK;
}

/* ---- looking, and settling ---- */
static enum wk_rc
doctor(struct wk_cli *c)
{
	struct wk_sync_line *v = NULL;
	size_t n = 0;
	bool json = cli_has(c, "json");
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_sync_doctor(c->app, cli_value(c, "to"), &c->arena, &v, &n,
		    &c->err);
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"checks\":[");
	for (size_t i = 0; i < n; i++) {
		if (json) {
			cli_json_key(c->out, NULL);
			wk_buf_addf(c->out, "{\"what\":\"%s\",\"ok\":%s", v[i].what,
			    v[i].is_ok ? "true" : "false");
			cli_json_text(c->out, "text", v[i].text);
			wk_buf_addc(c->out, '}');
			continue;
		}
		wk_buf_addf(c->out, "%-8s %s  ", v[i].what, v[i].is_ok ? "ok " : "BAD");
		cli_put_text(c, v[i].text);
		wk_buf_addc(c->out, '\n');
	}
	if (json)
		wk_buf_adds(c->out, "]}\n");
	return rc;
}

static enum wk_rc
resolve(struct wk_cli *c)
{
	bool take = cli_has(c, "take");
	enum wk_rc rc = cli_want(c, 2, 2);
	if (rc == WK_OK && take == cli_has(c, "give"))
		rc = wk_fail(&c->err, WK_ERR_INPUT,
		    "say --take (ours goes there) or --give "
		    "(theirs stays)");
	if (rc == WK_OK)
		rc = wk_app_sync_resolve(c->app, cli_value(c, "to"), c->args[1], take,
		    &c->arena, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		wk_buf_adds(c->out, "{\"format\":1,\"resolved\":true}\n");
	else
		wk_buf_adds(c->out, take ? "goes with the next wick sync\n" :
		    "left as it is there\n");
	return WK_OK;
}

static enum wk_rc
status(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 1, 1);
	return rc == WK_OK ? cli_share_state(c) : rc;
}

static const struct {
	const char *word;
	enum wk_rc (*run)(struct wk_cli *c);
} verbs[] = {
	{ "status", status }, { "doctor", doctor }, { "resolve", resolve },
};

static enum wk_rc
run_sync(struct wk_cli *c)
{
	if (c->arg_count == 0)
		return cli_has(c, "dry-run") ? dry_run(c) : send_now(c);
	for (size_t i = 0; i < WK_LEN(verbs); i++)
		if (strcmp(c->args[0], verbs[i].word) == 0)
			return verbs[i].run(c);
	return wk_fail(&c->err, WK_ERR_INPUT, "\"%.40s\" is none of status, doctor, "
	    "resolve", c->args[0]);
}

const struct cli_command cli_cmd_sync = {
    .name = "sync",
    .usage = "sync [--dry-run] [--splay] [--to NAME]\nsync status | doctor\n"
	     "sync resolve WEEK --take|--give",
    .options = options,
    .run = run_sync,
    .help = "send what was agreed to and is due; mails that wait, too",
    .more = "status  what waits, was refused, arrived\n"
	    "doctor  name, certificate, hub, token, consent and clock: a line each\n"
	    "resolve a week that another machine of yours sent as well\n",
    .examples = "wick sync status\n",
};
