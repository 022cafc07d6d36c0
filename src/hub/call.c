/* SPDX-License-Identifier: MIT */
/* A request on its way: framing, route, caller, limits, body, handler, reply. What a
 * handler writes is on disk before the reply; what it shows of others is in the audit log
 * before the reply. */
#include <stdarg.h>

#include "page.h"

enum { RETRY_BUSY_S = 2 };

static void
finish(struct call *c)
{
	struct hub *hub = c->w->hub;
	struct http_request *r = c->req;
	size_t place = c->route == NULL ? route_count() :
	    (size_t)(c->route - route_at(0));
	int64_t us = wk_clock_mono_us() - c->started_us;

	if (c->route != NULL && c->route->auth == AUTH_PAGE && r->reply.status >= 400)
		page_refused(c);
	if (hub->is_draining)
		r->reply.is_last = true;
	http_reply_header(r, "X-Content-Type-Options", "nosniff");
	metrics_answer(&hub->metrics, place, r->reply.status, us);
	if (hub->settings->has_access_log)
		(void)fprintf(stderr, "%s %s %d %lld us %s\n",
		    r->method == HTTP_GET ? "GET" : r->method == HTTP_PUT ? "PUT" :
		    r->method == HTTP_POST ? "POST" : r->method == HTTP_DELETE ?
		    "DELETE" : r->method == HTTP_HEAD ? "HEAD" : "other",
		    c->route == NULL ? "-" : c->route->path, r->reply.status,
		    (long long)us, c->who.token_id[0] == '\0' ? "-" : c->who.token_id);
	json_decref(c->body);
	http_send(r);
}

/* Whoever asks through a proxy of ours is the last address that the proxy did not make
 * up itself; anybody else is the socket's. */
static void
find_address(struct call *c)
{
	const struct settings *s = c->w->hub->settings;
	const char *list = http_header_get(c->req, "X-Forwarded-For");
	size_t n = list == NULL ? 0 : strlen(list);
	char hop[HTTP_ADDRESS];

	(void)snprintf(c->address, sizeof(c->address), "%s", c->req->peer);
	while (n > 0 && settings_is_proxy(s, c->address)) {
		size_t from = n;
		while (from > 0 && list[from - 1] != ',')
			from--;
		(void)snprintf(hop, sizeof(hop), "%.*s", (int)WK_MIN(n - from, 60),
		    list + from);
		(void)snprintf(c->address, sizeof(c->address), "%s", wk_text_trim(hop));
		n = from > 0 ? from - 1 : 0;
	}
}

static bool
find_route(struct call *c)
{
	char allow[32];

	c->route = route_find(c->req->method, c->req->path, &c->p, allow);
	if (c->route != NULL)
		return true;
	problem_set(c, allow[0] == '\0' ? PROBLEM_NOT_FOUND : PROBLEM_METHOD, NULL,
	    NULL);
	if (allow[0] != '\0')
		call_header(c, "Allow", "%s", allow);
	return false;
}

static bool
is_within_limits(struct call *c)
{
	bool is_known = c->who.token_id[0] != '\0';
	int wait_s = limits_take(&c->w->hub->limits, c->route->limit,
	    is_known ? c->who.token_id : c->address, wk_clock_mono_ms());

	if (wait_s > 0)
		problem_busy(c, PROBLEM_RATE, wait_s);
	return wait_s == 0;
}

static void
handle(struct call *c)
{
	const char *wrong = http_framing(c->req->headers, c->req->header_count);

	if (wrong != NULL) {
		problem_set(c, PROBLEM_FRAMING, NULL, wrong);
		c->req->reply.is_last = true;
	} else if (find_route(c) && auth_call(c) && is_within_limits(c) &&
	    call_body(c)) {
		c->route->handle(c);
	}
	if (!c->is_writing)
		finish(c);
}

void
call_handle(void *worker, struct http_request *r)
{
	struct call *c = WK_ARENA_NEW(&r->arena, struct call);

	c->w = worker;
	c->req = r;
	c->arena = &r->arena;
	c->started_us = wk_clock_mono_us();
	(void)!wk_clock_now(NULL, NULL, &c->now, NULL);
	find_address(c);
	handle(c);
}

/* ---- writing ---- */
struct wk_hub_op *
call_ops(struct call *c, size_t n)
{
	struct wk_hub_op *ops = WK_ARENA_ARRAY(c->arena, struct wk_hub_op, n);

	for (size_t i = 0; i < n; i++) {
		ops[i].now = c->now;
		memcpy(ops[i].person, c->who.person, sizeof(ops[i].person));
	}
	return ops;
}

void
call_audit_op(const struct call *c, struct wk_hub_op *op, const char *action,
    const char *subject, const char *team)
{
	struct wk_hub_audit *a = &op->u.audit;

	op->verb = WK_HUB_OP_AUDIT;
	(void)snprintf(a->actor, sizeof(a->actor), "%s", c->who.person);
	(void)snprintf(a->action, sizeof(a->action), "%s", action);
	(void)snprintf(a->subject, sizeof(a->subject), "%s",
	    subject == NULL ? "" : subject);
	(void)snprintf(a->team, sizeof(a->team), "%s", team == NULL ? "" : team);
	(void)snprintf(a->outcome, sizeof(a->outcome), "ok");
}

void
call_write(struct call *c, struct wk_hub_op *ops, size_t n, void (*then)(struct call *c))
{
	c->job = (struct wk_hub_job){ .ops = ops, .n = n, .to = c->w->mailbox, .ctx = c };
	c->job.results = WK_ARENA_ARRAY(c->arena, struct wk_hub_result, n);
	c->then = then;
	c->is_writing = wk_hub_writer_put(c->w->hub->writer, &c->job);
	if (!c->is_writing)
		problem_busy(c, PROBLEM_OVERLOADED, RETRY_BUSY_S);
}

/* then may write again. */
static void
written(struct call *c)
{
	c->is_writing = false;
	if (c->job.rc == WK_HUB_JOB_OK) {
		atomic_store(&c->w->hub->busy_ms, 0);
		c->then(c);
	} else if (c->job.rc == WK_HUB_JOB_BUSY) {
		atomic_store(&c->w->hub->busy_ms, wk_clock_mono_ms());
		problem_busy(c, PROBLEM_OVERLOADED, RETRY_BUSY_S);
	} else {
		c->w->hub->is_broken = true;
		problem_set(c, PROBLEM_INTERNAL, NULL, NULL);
	}
	if (!c->is_writing)
		finish(c);
}

void
call_mail(void *worker)
{
	struct worker *w = worker;
	struct wk_hub_job *job = wk_hub_mailbox_take(w->mailbox);

	while (job != NULL) {
		struct wk_hub_job *next = job->next;
		written(job->ctx);
		job = next;
	}
}

/* ---- what handlers use ---- */
bool
call_read_ok(struct call *c, enum wk_rc rc, const struct wk_err *err)
{
	if (rc == WK_OK)
		return true;
	if (rc == WK_ERR_NOTFOUND) {
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
		return false;
	}
	(void)fprintf(stderr, "wick-hub: %s\n", err->msg);
	problem_busy(c, PROBLEM_OVERLOADED, RETRY_BUSY_S);
	return false;
}

wk_date
call_today(const struct call *c)
{
	return (wk_date)(c->now / 86400);
}

bool
call_is_self(const struct call *c)
{
	return strcmp(c->p.person, "me") == 0 ||
	    strcmp(c->p.person, c->who.person) == 0;
}

struct wk_buf *
call_json(struct call *c, int status)
{
	c->req->reply.status = status;
	c->req->reply.header_count = 0;
	wk_buf_clear(&c->req->reply.body);
	http_reply_header(c->req, "Content-Type", "application/json");
	return &c->req->reply.body;
}

void
call_text(struct call *c, int status, const char *text)
{
	(void)call_json(c, status);
	c->req->reply.header_count = 0;
	http_reply_header(c->req, "Content-Type", "text/plain; charset=utf-8");
	http_reply_header(c->req, "Cache-Control", "no-store");
	wk_buf_adds(&c->req->reply.body, text);
}

void
call_header(struct call *c, const char *name, const char *fmt, ...)
{
	struct wk_buf b;
	va_list ap;

	wk_buf_init(&b);
	va_start(ap, fmt);
	wk_buf_vaddf(&b, fmt, ap);
	va_end(ap);
	http_reply_header(c->req, name, wk_arena_strdup(c->arena, b.p));
	wk_buf_fini(&b);
}

/* Whether a list of entity tags has this one; "*" has any. */
static bool
has_tag(const char *list, const char *etag)
{
	return list != NULL && (strcmp(list, "*") == 0 || strstr(list, etag) != NULL);
}

void
call_etag(struct call *c, const char *etag)
{
	struct http_reply *reply = &c->req->reply;

	if (has_tag(http_header_get(c->req, "If-None-Match"), etag)) {
		reply->status = 304;
		reply->header_count = 0;
		wk_buf_clear(&reply->body);
	}
	call_header(c, "ETag", "%s", etag);
	http_reply_header(c->req, "Cache-Control", "private, no-cache");
	http_reply_header(c->req, "Vary", "Authorization, Accept");
}

void
call_cached(struct call *c)
{
	const struct wk_buf *b = &c->req->reply.body;
	char hex[65], etag[68];

	wk_hash_sha256(b->p, b->len, hex);
	(void)snprintf(etag, sizeof(etag), "\"%.64s\"", hex);
	call_etag(c, etag);
}
