/* SPDX-License-Identifier: MIT */
/* http: requests in, replies out. http.c alone knows the library underneath; framing.c
 * decides which requests are unambiguous enough to be read at all. */
#pragma once

#include "wick/base.h"

enum { HTTP_ADDRESS = 46 }; /* of an address in text, with its NUL */
enum http_method {
	HTTP_GET = 1,
	HTTP_HEAD = 2,
	HTTP_POST = 4,
	HTTP_PUT = 8,
	HTTP_DELETE = 16,
	HTTP_OTHER = 32,
};
struct http_header {
	const char *name, *value;
};
struct http_reply {
	int status;
	struct http_header headers[16];
	size_t header_count;
	struct wk_buf body;
	bool is_last; /* the connection ends with it */
};
/* One request and its reply. Everything lives as long as it; http_send frees it. */
struct http_request {
	enum http_method method;
	const char *path, *query; /* as sent; query is "" without one */
	struct http_header *headers;
	size_t header_count;
	const char *body;
	size_t body_len;
	char peer[HTTP_ADDRESS]; /* of the socket */
	struct wk_arena arena;
	struct http_reply reply;
	void *user; /* of the one who handles it */
	struct http *http;
	void *native;
};

struct http_options {
	const char *host;
	int port; /* 0: any that is free */
	size_t connections, connections_per_address;
	int idle_s; /* without a byte */
	int lifetime_s; /* of one request, counted from the reply before it */
	size_t head_max, body_max; /* bytes */
	bool (*is_trusted)(const void *ctx, const char *address); /* has no cap */
	void (*handle)(void *ctx, struct http_request *r); /* ends in http_send */
	void *ctx;
};

struct http;
enum wk_rc http_open(const struct http_options *o, struct http **out,
    struct wk_err *err) WK_USE;
int http_port(const struct http *h);
/* Until http_stop. */
void http_run(struct http *h);
/* Before http_run: fn(arg) is called whenever fd can be read. At most four. */
void http_watch(struct http *h, int fd, void (*fn)(void *), void *arg);
/* What follows: in the thread of http_run. */
void http_send(struct http_request *r);
void http_close_listener(struct http *h);
size_t http_pending(const struct http *h); /* requests without a reply */
void http_stop(struct http *h);
/* After http_run has returned. */
void http_close(struct http *h);

/* The value of a field; NULL: there is none. */
const char *http_header_get(const struct http_request *r, const char *name);
/* Strings must live as long as the request. */
void http_reply_header(struct http_request *r, const char *name, const char *value);

/* ---- framing.c ---- */
/* NULL, or what is wrong: such a request is answered 400 and its connection closed. */
const char *http_framing(const struct http_header *h, size_t n);
