/* SPDX-License-Identifier: MIT */
/* The floor under the hub's numbers: libevent and SQLite and nothing between. Every PUT's
 * body becomes a row, what came in together is committed together, replies follow the
 * commit. No tokens, no JSON, no rules. usage: hub_floor FILE; prints its port. */
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define PENDING 512

struct floor {
	sqlite3 *h;
	sqlite3_stmt *put;
	struct event *commit;
	struct evhttp_request *pending[PENDING];
	int n;
};

static void
commit(evutil_socket_t fd, short what, void *arg)
{
	struct floor *f = arg;
	(void)fd;
	(void)what;
	if (f->n == 0)
		return;
	int code = sqlite3_exec(f->h, "COMMIT", NULL, NULL, NULL);
	for (int i = 0; i < f->n; i++)
		evhttp_send_reply(f->pending[i], code == SQLITE_OK ? 200 : 503, "", NULL);
	f->n = 0;
}

static void
put(struct evhttp_request *req, void *arg)
{
	struct floor *f = arg;
	struct evbuffer *in = evhttp_request_get_input_buffer(req);
	const char *who = evhttp_find_header(evhttp_request_get_input_headers(req),
	    "Authorization");
	if (f->n == 0)
		(void)sqlite3_exec(f->h, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	int n = (int)evbuffer_get_length(in);
	(void)sqlite3_reset(f->put);
	(void)sqlite3_bind_text(f->put, 1, who == NULL ? "" : who, -1, SQLITE_STATIC);
	(void)sqlite3_bind_text(f->put, 2, evhttp_request_get_uri(req), -1,
	    SQLITE_STATIC);
	(void)sqlite3_bind_text(f->put, 3, (const char *)evbuffer_pullup(in, -1), n,
	    SQLITE_STATIC);
	(void)sqlite3_step(f->put);
	f->pending[f->n++] = req;
	if (f->n == PENDING)
		commit(-1, 0, f);
	else
		event_active(f->commit, EV_TIMEOUT, 0);
}

int
main(int argc, char **argv)
{
	struct floor f = { 0 };
	if (argc != 2 || sqlite3_open(argv[1], &f.h) != SQLITE_OK)
		return 1;
	(void)sqlite3_exec(f.h, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
	    "CREATE TABLE week(person, week, body, PRIMARY KEY(person, week))"
	    " WITHOUT ROWID", NULL, NULL, NULL);
	if (sqlite3_prepare_v2(f.h, "INSERT OR REPLACE INTO week VALUES(?,?,?)", -1,
	    &f.put, NULL) != SQLITE_OK)
		return 1;
	struct event_base *base = event_base_new();
	(void)event_base_priority_init(base, 2);
	struct evhttp *http = evhttp_new(base);
	evhttp_set_allowed_methods(http, EVHTTP_REQ_PUT | EVHTTP_REQ_GET);
	evhttp_set_gencb(http, put, &f);
	struct evhttp_bound_socket *s =
	    evhttp_bind_socket_with_handle(http, "127.0.0.1", 0);
	f.commit = event_new(base, -1, 0, commit, &f);
	(void)event_priority_set(f.commit, 1);
	struct sockaddr_storage a;
	socklen_t len = sizeof(a);
	if (s == NULL || getsockname(evhttp_bound_socket_get_fd(s),
	    (struct sockaddr *)&a, &len) != 0)
		return 1;
	const unsigned char *port = (const unsigned char *)&a + 2;
	(void)printf("listening on 127.0.0.1:%d\n", port[0] << 8 | port[1]);
	(void)fflush(stdout);
	return event_base_dispatch(base) < 0;
}
