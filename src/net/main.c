/* SPDX-License-Identifier: MIT */
/* wick-net: one request in, one answer out. wick runs it; people need not.
 * Exit: 0 there is an answer, also that it did not work; 2 the request is none. */
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "request.h"

enum { SECRET_MAX = 1024 };

/* A password is not to be found in a core file or by another process. */
static void
harden(void)
{
	struct rlimit none = { 0, 0 };
	(void)umask(077);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)signal(SIGPIPE, SIG_IGN);
}

/* All of a descriptor; false: it cannot be read or is longer than max. */
static bool
read_all(int fd, size_t max, struct wk_buf *out)
{
	char block[65536];
	for (;;) {
		ssize_t n = read(fd, block, sizeof(block));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		if (out->len + (size_t)n > max)
			return false;
		wk_buf_add(out, block, (size_t)n);
	}
}

static bool
put_answer(const struct wk_net_answer *a)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "{\"ok\":%s,\"status\":%ld,\"unsure\":%s,\"error\":",
	    a->is_ok ? "true" : "false", a->status, a->is_unsure ? "true" : "false");
	if (a->is_ok)
		wk_buf_adds(&b, "null");
	else
		wk_json_put_string(&b, a->error);
	wk_buf_adds(&b, "}\n");
	bool ok = wk_file_write_all(1, b.p, b.len, NULL) == WK_OK;
	wk_buf_fini(&b);
	return ok;
}

static bool
send_mail(const json_t *o)
{
	struct wk_net_answer said = { 0 }, *out = &said;
	struct wk_net_mail m = { 0 };
	struct wk_buf secret;
	wk_buf_init(&m.body);
	wk_buf_init(&secret);
	if (!wk_net_mail_read(o, &m))
		(void)snprintf(out->error, sizeof(out->error), "the request has no body");
	else if (m.user != NULL && !read_all(WK_NET_SECRET_FD, SECRET_MAX, &secret))
		(void)snprintf(out->error, sizeof(out->error), "no password came");
	else {
		m.password = m.user == NULL ? NULL : secret.p;
		if (wk_net_mail_check(&m, out))
			wk_net_smtp_send(&m, out);
	}
	explicit_bzero(secret.p, secret.cap);
	wk_buf_fini(&secret);
	wk_buf_fini(&m.body);
	return put_answer(out);
}

/* ---- http ---- */
static void
put_text(struct wk_buf *b, const char *key, const char *value)
{
	wk_buf_addf(b, ",\"%s\":", key);
	if (value == NULL)
		wk_buf_adds(b, "null");
	else
		wk_json_put_string(b, value);
}

static bool
put_reply(const struct wk_net_reply *r)
{
	struct wk_buf b;
	bool is_answer = r->transport == NULL;
	wk_buf_init(&b);
	wk_buf_addf(&b, "{\"ok\":%s,\"status\":%ld", is_answer ? "true" : "false",
	    r->status);
	put_text(&b, "transport", r->transport);
	put_text(&b, "error", is_answer ? NULL : r->error);
	wk_buf_addf(&b, ",\"retry_after_s\":%ld,\"ms\":%ld", r->retry_after_s, r->ms);
	put_text(&b, "location", r->location.p);
	put_text(&b, "etag", r->etag.p);
	put_text(&b, "body", r->body.p);
	wk_buf_adds(&b, "}\n");
	bool ok = wk_file_write_all(1, b.p, b.len, NULL) == WK_OK;
	wk_buf_fini(&b);
	return ok;
}

static bool
send_http(const json_t *o)
{
	struct wk_arena a;
	struct wk_net_reply r = { 0 };
	struct wk_net_http q = { 0 };
	struct wk_buf token, *fields[] = { &q.body, &r.location, &r.etag, &r.body };
	wk_arena_init(&a);
	wk_buf_init(&token);
	for (size_t i = 0; i < WK_LEN(fields); i++)
		wk_buf_init(fields[i]);
	bool has_token = json_is_true(json_object_get(o, "token"));
	bool ok = wk_net_http_read(o, &a, &q) &&
	    (!has_token || read_all(WK_NET_SECRET_FD, SECRET_MAX, &token));
	q.token = has_token ? token.p : NULL;
	if (ok)
		wk_net_http_send(&q, &r);
	else {
		r.transport = "request";
		(void)snprintf(r.error, sizeof(r.error), "the body or the token is none");
	}
	ok = put_reply(&r);
	explicit_bzero(token.p, token.cap);
	wk_buf_fini(&token);
	for (size_t i = 0; i < WK_LEN(fields); i++)
		wk_buf_fini(fields[i]);
	wk_arena_fini(&a);
	return ok;
}

static const struct {
	const char *kind;
	bool (*run)(const json_t *);
} kinds[] = {
	{ "mail", send_mail }, { "http", send_http },
};

static int
answer(const json_t *o)
{
	const char *kind = json_string_value(json_object_get(o, "kind"));
	for (size_t i = 0; kind != NULL && i < WK_LEN(kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].run(o) ? WK_OK : WK_ERR_FAIL;
	(void)fputs("wick-net: the request has no kind that is known\n", stderr);
	return WK_ERR_INPUT;
}

int
main(int argc, char **argv)
{
	struct wk_buf in;
	json_error_t why;
	int rc = WK_ERR_INPUT;
	harden();
	(void)argv;
	wk_buf_init(&in);
	if (argc != 1)
		(void)fputs("usage: wick-net <REQUEST >ANSWER\n", stderr);
	else if (!read_all(0, WK_NET_REQUEST_MAX, &in))
		(void)fputs("wick-net: the request cannot be read\n", stderr);
	else {
		json_t *o = json_loadb(in.p, in.len, JSON_REJECT_DUPLICATES, &why);
		if (o == NULL)
			(void)fprintf(stderr, "wick-net: the request is no JSON: %s\n",
			    why.text);
		else
			rc = answer(o);
		json_decref(o);
	}
	wk_buf_fini(&in);
	return rc;
}
