/* SPDX-License-Identifier: MIT */
/* The one file that knows libevent's HTTP server. It adds what that lacks: a cap on
 * connections, a lifetime for each, and the framing check.
 *
 * 1  A connection's bufferevent is made here with one more reference, so that it can be
 *    asked whether evhttp has let go of it: then its callbacks are gone. It owns the
 *    socket: if evhttp closed that, the next connection would get its number, and the
 *    bufferevent that still waits on the number would read that one's request. What a
 *    client sends after the end is read up to the watermark and thrown away.
 * 2  The address of a connection is not known before evhttp has set its socket, so new
 *    ones are looked at by a timer of 0 s, all of them every half second.
 * 3  An address that has too many loses its longest idle one, not the newest: somebody
 *    who holds connections open keeps nobody else out.
 * 4  Requests are never owned (evhttp_request_own): one whose client left has no
 *    connection, and evhttp_send_reply frees it. */
#include "http.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/http_struct.h>
#include <event2/keyvalq_struct.h>
#include <event2/listener.h>
#include <netinet/in.h>
#include <sys/socket.h>

struct conn {
	struct bufferevent *bev;
	int64_t since_ms; /* accepted, or the last reply */
	char address[HTTP_ADDRESS]; /* "": not known yet */
	bool is_busy; /* a request waits for its reply */
	bool is_exempt;
};
struct watch {
	struct event *event;
	void (*fn)(void *);
	void *arg;
};
struct http {
	struct http_options o;
	struct event_base *base;
	struct evhttp *evhttp;
	struct evhttp_bound_socket *bound;
	struct event *sweep_timer, *look_timer;
	struct conn *conns;
	size_t count, pending;
	bool is_full;
	int port;
	struct watch watches[4];
	size_t watch_count;
};

/* ---- connections ---- */
static void
conn_address(const struct http *h, struct conn *c)
{
	struct sockaddr_storage sa = { 0 };
	socklen_t len = sizeof(sa);
	int fd = bufferevent_getfd(c->bev);
	const void *from = &((struct sockaddr_in *)&sa)->sin_addr;

	if (fd < 0 || getpeername(fd, (struct sockaddr *)&sa, &len) != 0)
		return;
	if (sa.ss_family == AF_INET6)
		from = &((struct sockaddr_in6 *)&sa)->sin6_addr;
	if (inet_ntop(sa.ss_family, from, c->address, sizeof(c->address)) == NULL)
		return;
	c->is_exempt = h->o.is_trusted != NULL &&
	    h->o.is_trusted(h->o.ctx, c->address);
}

static bool
is_gone(const struct conn *c)
{
	bufferevent_data_cb read = NULL, write = NULL;
	bufferevent_event_cb event = NULL;

	bufferevent_getcb(c->bev, &read, &write, &event, NULL);
	return read == NULL && write == NULL && event == NULL;
}

static void
drop_gone(struct http *h)
{
	size_t kept = 0;

	for (size_t i = 0; i < h->count; i++) {
		if (is_gone(&h->conns[i]))
			bufferevent_decref(h->conns[i].bev);
		else
			h->conns[kept++] = h->conns[i];
	}
	h->count = kept;
	if (h->is_full && h->bound != NULL && kept < h->o.connections) {
		h->is_full = false;
		(void)evconnlistener_enable(evhttp_bound_socket_get_listener(h->bound));
	}
}

/* evhttp takes it for a time-out and frees the connection. */
static void
conn_end(const struct conn *c)
{
	bufferevent_trigger_event(c->bev, BEV_EVENT_TIMEOUT | BEV_EVENT_READING, 0);
}

/* The one of the address that waits longest for a request; NULL: it has not too many. */
static struct conn *
surplus(struct http *h, const char *address)
{
	struct conn *oldest = NULL;
	size_t n = 0;

	for (size_t i = 0; i < h->count; i++) {
		struct conn *c = &h->conns[i];
		if (is_gone(c) || strcmp(c->address, address) != 0)
			continue;
		n++;
		if (!c->is_busy && (oldest == NULL || c->since_ms < oldest->since_ms))
			oldest = c;
	}
	return n > h->o.connections_per_address ? oldest : NULL;
}

static void
look_at_new(struct http *h)
{
	for (size_t i = 0; i < h->count; i++) {
		struct conn *c = &h->conns[i];
		struct conn *end;
		if (c->address[0] != '\0')
			continue;
		conn_address(h, c);
		end = c->address[0] == '\0' || c->is_exempt ? NULL :
		    surplus(h, c->address);
		if (end != NULL)
			conn_end(end);
	}
}

static void
on_look(evutil_socket_t fd, short what, void *arg)
{
	struct http *h = arg;

	(void)fd;
	(void)what;
	drop_gone(h);
	look_at_new(h);
}

static void
on_sweep(evutil_socket_t fd, short what, void *arg)
{
	struct http *h = arg;
	int64_t before = wk_clock_mono_ms() - (int64_t)h->o.lifetime_s * 1000;

	on_look(fd, what, arg);
	for (size_t i = 0; i < h->count; i++)
		if (!h->conns[i].is_busy && h->conns[i].since_ms < before &&
		    !is_gone(&h->conns[i]))
			conn_end(&h->conns[i]);
	drop_gone(h);
}

static struct bufferevent *
on_connection(struct event_base *base, void *arg)
{
	static const struct timeval now = { 0, 0 };
	struct http *h = arg;
	struct bufferevent *bev = bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE);

	if (bev == NULL)
		wk_mem_die();
	bufferevent_setwatermark(bev, EV_READ, 0, h->o.head_max + h->o.body_max);
	if (h->count == h->o.connections)
		drop_gone(h);
	if (h->count == h->o.connections)
		return bev; /* accepted in the same breath as the last; idle_s ends it */
	bufferevent_incref(bev);
	h->conns[h->count++] = (struct conn){ .bev = bev,
		.since_ms = wk_clock_mono_ms() };
	if (h->count == h->o.connections && h->bound != NULL) {
		h->is_full = true;
		(void)evconnlistener_disable(evhttp_bound_socket_get_listener(h->bound));
	}
	(void)evtimer_add(h->look_timer, &now);
	return bev;
}

static void
conn_mark(struct http *h, struct evhttp_request *req, bool is_busy)
{
	struct evhttp_connection *evcon = evhttp_request_get_connection(req);
	struct bufferevent *bev = evcon == NULL ? NULL :
	    evhttp_connection_get_bufferevent(evcon);

	for (size_t i = 0; bev != NULL && i < h->count; i++)
		if (h->conns[i].bev == bev) {
			h->conns[i].is_busy = is_busy;
			h->conns[i].since_ms = wk_clock_mono_ms();
		}
}

/* ---- requests ---- */
static const struct {
	enum evhttp_cmd_type theirs;
	enum http_method ours;
} methods[] = {
	{ EVHTTP_REQ_GET, HTTP_GET },
	{ EVHTTP_REQ_HEAD, HTTP_HEAD },
	{ EVHTTP_REQ_POST, HTTP_POST },
	{ EVHTTP_REQ_PUT, HTTP_PUT },
	{ EVHTTP_REQ_DELETE, HTTP_DELETE },
};

static enum http_method
method_of(enum evhttp_cmd_type theirs)
{
	for (size_t i = 0; i < WK_LEN(methods); i++)
		if (methods[i].theirs == theirs)
			return methods[i].ours;
	return HTTP_OTHER;
}

static void
take_headers(struct http_request *r, struct evhttp_request *req)
{
	struct evkeyvalq *list = evhttp_request_get_input_headers(req);
	const struct evkeyval *kv;
	size_t n = 0;

	for (kv = list->tqh_first; kv != NULL; kv = kv->next.tqe_next)
		n++;
	r->headers = WK_ARENA_ARRAY(&r->arena, struct http_header, n + 1);
	for (kv = list->tqh_first; kv != NULL; kv = kv->next.tqe_next)
		r->headers[r->header_count++] =
		    (struct http_header){ kv->key, kv->value };
}

static void
take_peer(struct http_request *r, struct evhttp_request *req)
{
	struct evhttp_connection *evcon = evhttp_request_get_connection(req);
	char *address = NULL;
	ev_uint16_t port;

	if (evcon != NULL)
		evhttp_connection_get_peer(evcon, &address, &port);
	(void)snprintf(r->peer, sizeof(r->peer), "%s", address == NULL ? "" : address);
}

/* The whole target, split at the question mark: nothing is decoded here. A target with
 * scheme and host is as good as its path; the host counts from its own field. */
static void
take_target(struct http_request *r, struct evhttp_request *req)
{
	const char *target = evhttp_request_get_uri(req);
	size_t n;

	if (wk_text_starts(target, "http://") || wk_text_starts(target, "https://")) {
		target = strstr(target, "://") + 3;
		target += strcspn(target, "/?");
	}
	n = strcspn(target, "?");

	r->path = wk_arena_strndup(&r->arena, target, n);
	r->query = wk_arena_strdup(&r->arena, target[n] == '?' ? target + n + 1 : "");
}

static void
take_body(struct http_request *r, struct evhttp_request *req)
{
	struct evbuffer *in = evhttp_request_get_input_buffer(req);

	r->body_len = evbuffer_get_length(in);
	r->body = r->body_len == 0 ? "" : (const char *)evbuffer_pullup(in, -1);
	if (r->body == NULL)
		wk_mem_die();
}

static void
on_request(struct evhttp_request *req, void *arg)
{
	struct http *h = arg;
	struct http_request *r = wk_mem_alloc(sizeof(*r));

	wk_arena_init(&r->arena);
	wk_buf_init(&r->reply.body);
	r->http = h;
	r->native = req;
	r->method = method_of(evhttp_request_get_command(req));
	take_headers(r, req);
	take_peer(r, req);
	take_target(r, req);
	take_body(r, req);
	h->pending++;
	conn_mark(h, req, true);
	h->o.handle(h->o.ctx, r);
}

/* The library would send the body of a reply to HEAD, without its length: whoever reads
 * on takes it for the next reply. */
static void
put_length(struct evkeyvalq *out, size_t n)
{
	char text[24];

	(void)snprintf(text, sizeof(text), "%zu", n);
	(void)evhttp_add_header(out, "Content-Length", text);
}

void
http_send(struct http_request *r)
{
	struct evhttp_request *req = r->native;
	struct evkeyvalq *out = evhttp_request_get_output_headers(req);
	struct evbuffer *body = evhttp_request_get_output_buffer(req);

	for (size_t i = 0; i < r->reply.header_count; i++)
		(void)evhttp_add_header(out, r->reply.headers[i].name,
		    r->reply.headers[i].value);
	if (r->reply.is_last)
		(void)evhttp_add_header(out, "Connection", "close");
	if (r->method == HTTP_HEAD)
		put_length(out, r->reply.body.len);
	else if (evbuffer_add(body, r->reply.body.p, r->reply.body.len) != 0)
		wk_mem_die();
	r->http->pending--;
	conn_mark(r->http, req, false);
	evhttp_send_reply(req, r->reply.status, NULL, NULL);
	wk_buf_fini(&r->reply.body);
	wk_arena_fini(&r->arena);
	wk_mem_free(r);
}

const char *
http_header_get(const struct http_request *r, const char *name)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (wk_text_eq_nocase(r->headers[i].name, name))
			return r->headers[i].value;
	return NULL;
}

void
http_reply_header(struct http_request *r, const char *name, const char *value)
{
	struct http_reply *reply = &r->reply;

	if (reply->header_count < WK_LEN(reply->headers))
		reply->headers[reply->header_count++] =
		    (struct http_header){ name, value };
}

/* ---- other descriptors ---- */
static void
on_readable(evutil_socket_t fd, short what, void *arg)
{
	const struct watch *w = arg;

	(void)fd;
	(void)what;
	w->fn(w->arg);
}

void
http_watch(struct http *h, int fd, void (*fn)(void *), void *arg)
{
	struct watch *w = &h->watches[h->watch_count++];

	assert(h->watch_count <= WK_LEN(h->watches));
	*w = (struct watch){ NULL, fn, arg };
	w->event = event_new(h->base, fd, EV_READ | EV_PERSIST, on_readable, w);
	if (w->event == NULL || event_add(w->event, NULL) != 0)
		wk_mem_die();
}

/* ---- open and close ---- */
static enum wk_rc
listen_on(struct http *h, struct wk_err *err)
{
	struct sockaddr_in sa4 = { .sin_family = AF_INET };
	struct sockaddr_in6 sa6 = { .sin6_family = AF_INET6 };
	bool is_4 = inet_pton(AF_INET, h->o.host, &sa4.sin_addr) == 1;
	struct sockaddr *sa = is_4 ? (struct sockaddr *)&sa4 : (struct sockaddr *)&sa6;
	socklen_t len = is_4 ? sizeof(sa4) : sizeof(sa6);
	struct evconnlistener *listener;

	if (!is_4 && inet_pton(AF_INET6, h->o.host, &sa6.sin6_addr) != 1)
		return wk_fail(err, WK_ERR_INPUT, "\"%s\" is not an address", h->o.host);
	sa4.sin_port = sa6.sin6_port = htons((uint16_t)h->o.port);
	listener = evconnlistener_new_bind(h->base, NULL, NULL,
	    LEV_OPT_REUSEABLE | LEV_OPT_REUSEABLE_PORT | LEV_OPT_CLOSE_ON_FREE |
	        LEV_OPT_CLOSE_ON_EXEC,
	    1024, sa, (int)len);
	if (listener == NULL)
		return wk_fail(err, WK_ERR_FAIL, "%s port %d: %s", h->o.host, h->o.port,
		    strerror(errno));
	h->bound = evhttp_bind_listener(h->evhttp, listener);
	if (h->bound == NULL)
		wk_mem_die();
	if (getsockname(evconnlistener_get_fd(listener), sa, &len) == 0)
		h->port = ntohs(is_4 ? sa4.sin_port : sa6.sin6_port);
	return WK_OK;
}

static void
limits_set(struct http *h)
{
	evhttp_set_bevcb(h->evhttp, on_connection, h);
	evhttp_set_gencb(h->evhttp, on_request, h);
	evhttp_set_timeout(h->evhttp, h->o.idle_s);
	evhttp_set_max_headers_size(h->evhttp, (ev_ssize_t)h->o.head_max);
	evhttp_set_max_body_size(h->evhttp, (ev_ssize_t)h->o.body_max);
	evhttp_set_default_content_type(h->evhttp, NULL);
	evhttp_set_allowed_methods(h->evhttp,
	    EVHTTP_REQ_GET | EVHTTP_REQ_HEAD | EVHTTP_REQ_POST | EVHTTP_REQ_PUT |
	        EVHTTP_REQ_DELETE | EVHTTP_REQ_OPTIONS | EVHTTP_REQ_TRACE |
	        EVHTTP_REQ_CONNECT | EVHTTP_REQ_PATCH);
}

enum wk_rc
http_open(const struct http_options *o, struct http **out, struct wk_err *err)
{
	static const struct timeval half = { 0, 500000 };
	struct http *h = wk_mem_alloc(sizeof(*h));
	enum wk_rc rc;

	h->o = *o;
	h->conns = wk_mem_alloc(o->connections * sizeof(*h->conns));
	h->base = event_base_new();
	h->evhttp = h->base == NULL ? NULL : evhttp_new(h->base);
	if (h->evhttp == NULL)
		wk_mem_die();
	limits_set(h);
	h->look_timer = evtimer_new(h->base, on_look, h);
	h->sweep_timer = event_new(h->base, -1, EV_PERSIST, on_sweep, h);
	if (h->look_timer == NULL || h->sweep_timer == NULL ||
	    event_add(h->sweep_timer, &half) != 0)
		wk_mem_die();
	rc = listen_on(h, err);
	if (rc == WK_OK)
		*out = h;
	else
		http_close(h);
	return rc;
}

int
http_port(const struct http *h)
{
	return h->port;
}

void
http_run(struct http *h)
{
	(void)event_base_dispatch(h->base);
}

size_t
http_pending(const struct http *h)
{
	return h->pending;
}

void
http_close_listener(struct http *h)
{
	if (h->bound != NULL)
		evhttp_del_accept_socket(h->evhttp, h->bound);
	h->bound = NULL;
}

void
http_stop(struct http *h)
{
	(void)event_base_loopbreak(h->base);
}

void
http_close(struct http *h)
{
	evhttp_free(h->evhttp);
	for (size_t i = 0; i < h->count; i++)
		bufferevent_decref(h->conns[i].bev);
	event_free(h->look_timer);
	event_free(h->sweep_timer);
	for (size_t i = 0; i < h->watch_count; i++)
		event_free(h->watches[i].event);
	event_base_free(h->base);
	wk_mem_free(h->conns);
	wk_mem_free(h);
}
