/* SPDX-License-Identifier: MIT */
/* One request through wick-net, which alone knows the network: it gets these bytes and
 * the token on a pipe of its own, and no file. What it answers is read as JSON by SQLite,
 * as everything that somebody else wrote. */
#include <stdlib.h>
#include <unistd.h>

#include "share.h"

enum { LIMIT = 65536, SPARE = 8192, GRACE_S = 15, WORDS_MAX = 200 };

struct heard { struct wk_buf b; size_t max; };

static enum wk_rc
hear(void *ctx, const char *p, size_t n, struct wk_err *err)
{
	struct heard *h = ctx;
	if (h->b.len + n > h->max)
		return wk_fail(err, WK_ERR_FAIL, "wick-net printed too much");
	wk_buf_add(&h->b, p, n);
	return WK_OK;
}

/* ---- the token ---- */
const char *
wk_app_token_path(struct wk_app *app, const char *dest)
{
	struct wk_err err;
	const char *db = wk_app_db_path(app, &err);
	const char *set = app->conf.share.token_file;
	if (strcmp(dest, "hub") == 0 && wk_app_mail_has(set))
		return set;
	if (db == NULL)
		return NULL;
	char *whole = *db == '/' ? NULL : realpath(db, NULL);
	const char *path = wk_arena_printf(&app->arena, "%s.%s.token",
	    whole != NULL ? whole : db, dest);
	wk_mem_free(whole);
	return path;
}

enum wk_rc
wk_app_token(struct wk_app *app, const struct wk_dest *d, struct wk_buf *out,
    struct wk_err *err)
{
	const struct wk_conf_share *c = &app->conf.share;
	const char *path = wk_app_token_path(app, d->name);
	bool is_hub = strcmp(d->kind, "hub") == 0;
	bool is_there = path != NULL && wk_file_exists(path);
	bool is_named = is_hub && wk_app_mail_has(c->token_file);
	if (!is_there && !is_hub)
		return WK_OK;
	const struct wk_secret secret = { .key = "share.token", .what = "token",
		.command = is_hub ? c->token_command : "-",
		.env = is_hub ? c->token_env : "-",
		.file = is_named || (is_there && (!is_hub ||
		    (!wk_app_mail_has(c->token_command) &&
		    !wk_app_mail_has(c->token_env)))) ? path : "-",
		.advice = "the hub gave no token yet: wick share enrol URL" };
	return wk_app_secret(&secret, out, err);
}

void
wk_app_token_wipe(struct wk_buf *token)
{
	explicit_bzero(token->p, token->cap);
	wk_buf_fini(token);
}

/* ---- the request ---- */
static void
put_text(struct wk_buf *b, const char *key, const char *value)
{
	wk_buf_addf(b, ",\"%s\":", key);
	if (value != NULL && wk_app_mail_has(value))
		wk_json_put_string(b, value);
	else
		wk_buf_adds(b, "null");
}

static void
put_request(const struct wk_app *app, const struct wk_net_ask *q, struct wk_buf *b)
{
	const struct wk_conf_share *c = &app->conf.share;
	wk_buf_adds(b, "{\"kind\":\"http\"");
	put_text(b, "method", q->method);
	put_text(b, "url", q->url);
	wk_buf_adds(b, ",\"headers\":[");
	for (size_t i = 0; q->headers[i] != NULL; i++) {
		wk_buf_adds(b, i > 0 ? "," : "");
		wk_json_put_string(b, q->headers[i]);
	}
	wk_buf_addc(b, ']');
	put_text(b, "ca_file", c->ca_file);
	put_text(b, "proxy", c->proxy);
	put_text(b, "no_proxy", c->no_proxy);
	put_text(b, "client_cert", c->client_cert);
	put_text(b, "client_key", c->client_key);
	put_text(b, "pinned_key", c->pinned_key);
	wk_buf_addf(b, ",\"token\":%s,\"plain\":%s,\"timeout_s\":%d,\"limit\":%ld,"
	    "\"body\":", q->token != NULL ? "true" : "false",
	    c->allow_http ? "true" : "false", (int)c->timeout_s,
	    q->limit > 0 ? q->limit : (long)LIMIT);
	if (q->body == NULL)
		wk_buf_adds(b, "null}");
	else {
		wk_buf_addc(b, '"');
		wk_base64_put(b, q->body, strlen(q->body));
		wk_buf_adds(b, "\"}");
	}
}

enum wk_rc
wk_app_json_int(struct wk_app *app, const char *json, const char *path,
    struct wk_arena *a, int64_t *out, struct wk_err *err)
{
	const char *text = NULL;
	long v = 0;
	enum wk_rc rc = wk_store_json_get(app->store, json, path, a, &text, err);
	*out = rc == WK_OK && text != NULL && wk_text_parse_int(text, -0x7fffffffffffL,
	    0x7fffffffffffL, &v) ? v : 0;
	return rc;
}

static enum wk_rc
read_problem(struct wk_app *app, struct wk_arena *a, struct wk_net_said *out,
    struct wk_err *err)
{
	static const char *const paths[] = { "$.code", "$.errors[0].pointer",
		"$.detail" };
	const char **to[] = { &out->code, &out->where, &out->detail };
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(paths); i++)
		rc = wk_store_json_get(app->store, out->body, paths[i], a, to[i], err);
	return rc;
}

enum wk_rc
wk_app_net_read(struct wk_app *app, const char *json, struct wk_arena *a,
    struct wk_net_said *out, struct wk_err *err)
{
	static const char *const texts[] = { "$.transport", "$.error", "$.location",
		"$.body", "$.etag" };
	const char **to[] = { &out->transport, &out->error, &out->location, &out->body,
		&out->etag };
	static const char *const numbers[] = { "$.status", "$.retry_after_s", "$.ms" };
	int *n[] = { &out->status, &out->retry_after_s, &out->ms };
	const char *ok = NULL;
	enum wk_rc rc = wk_store_json_get(app->store, json, "$.ok", a, &ok, err);
	if (rc == WK_OK && ok == NULL)
		return wk_fail(err, WK_ERR_FAIL, "wick-net gave no answer");
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(texts); i++)
		rc = wk_store_json_get(app->store, json, texts[i], a, to[i], err);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(numbers); i++) {
		int64_t v;
		rc = wk_app_json_int(app, json, numbers[i], a, &v, err);
		*n[i] = (int)v;
	}
	if (rc != WK_OK || out->body == NULL || *out->body != '{')
		return rc;
	rc = wk_store_json_get(app->store, out->body, "$", a, &ok, err);
	out->is_json = ok != NULL;
	return rc == WK_OK && out->status >= 400 ? read_problem(app, a, out, err) : rc;
}

static enum wk_rc
carry(struct wk_app *app, const struct wk_net_ask *q, struct wk_arena *a, int fd,
    struct heard *said, struct wk_err *err)
{
	static const char *const argv[] = { "wick-net", NULL };
	struct wk_buf in;
	int st = 0;
	wk_buf_init(&in);
	put_request(app, q, &in);
	struct wk_child *io = WK_ARENA_NEW(a, struct wk_child);
	*io = (struct wk_child){ .head = in.p, .head_len = in.len, .fd = -1,
		.secret_fd = fd, .on_output = hear, .ctx = said,
		.secret_env = app->conf.share.token_env,
		.limit_s = (int)app->conf.share.timeout_s + GRACE_S };
	enum wk_rc rc = wk_child_sibling(argv, io, &st, err);
	wk_buf_fini(&in);
	return rc;
}

enum wk_rc
wk_app_net(struct wk_app *app, const struct wk_net_ask *q, struct wk_arena *a,
    struct wk_net_said *out, struct wk_err *err)
{
	struct heard said = { .max = (size_t)(q->limit > 0 ? q->limit : LIMIT) * 6 +
		    SPARE };
	struct wk_buf token = { .p = (char *)(uintptr_t)q->token,
		.len = q->token == NULL ? 0 : strlen(q->token) };
	int fd = 0;
	*out = (struct wk_net_said){ 0 };
	wk_buf_init(&said.b);
	enum wk_rc rc = wk_app_secret_pipe(&token, &fd, err);
	if (rc == WK_OK)
		rc = carry(app, q, a, fd, &said, err);
	if (fd > 0)
		(void)close(fd);
	if (rc == WK_OK)
		rc = wk_app_net_read(app, said.b.p, a, out, err);
	explicit_bzero(said.b.p, said.b.cap);    /* an enrolment answers a token */
	wk_buf_fini(&said.b);
	return rc;
}

/* ---- in words ---- */
static const struct { const char *transport, *words;
} reasons[] = {
	{ "resolve", "its name is not known here" },
	{ "connect", "nothing answers there" },
	{ "timeout", "no answer in time" },
	{ "tls", "its certificate is not the right one" },
	{ "partial", "the answer broke off" },
	{ "request", "it cannot be asked" },
};

const char *
wk_app_net_words(const struct wk_net_said *s, struct wk_arena *a)
{
	const char *detail = s->error == NULL ? "" : s->error;
	for (size_t i = 0; s->transport != NULL && i < WK_LEN(reasons); i++)
		if (strcmp(reasons[i].transport, s->transport) == 0)
			return wk_arena_printf(a, "%s (%s)", reasons[i].words, detail);
	if (s->status >= 300 && s->status < 400)
		return wk_arena_printf(a, "it sends elsewhere (%d to %s), which is not "
		    "followed", s->status, s->location == NULL ? "?" : s->location);
	if (s->code != NULL)
		return wk_arena_printf(a, "%d %s%s%.60s%s%.120s", s->status, s->code,
		    s->where == NULL ? "" : " ", s->where == NULL ? "" : s->where,
		    s->detail == NULL ? "" : ": ", s->detail == NULL ? "" : s->detail);
	size_t n = s->body == NULL ? 0 : strnlen(s->body, WORDS_MAX);
	return n == 0 ? wk_arena_printf(a, "%d", s->status) :
	    wk_arena_printf(a, "%d, and it is not the hub that says: %.*s", s->status,
	    (int)n, s->body);
}
