/* SPDX-License-Identifier: MIT */
/* net: wick-net, the one program that talks to a network. One JSON request on standard
 * input, one JSON answer on standard output; it opens no database and no settings.
 *
 * {"kind":"mail","server":"smtp://HOST:PORT","user":null,"from":ADDR,"to":[ADDR],
 *  "ca_file":null,"timeout_s":30,"body":BASE64}, and the password, if there is a user,
 * on descriptor WK_NET_SECRET_FD until its end.
 * {"ok":true,"status":250,"unsure":false,"error":null}: status is the last one the server
 * gave, 0 for none; unsure: it had all of it, and did not say what became of it.
 *
 * {"kind":"http","method":"PUT","url":URL,"headers":["Accept: ..."],"token":true,
 *  "ca_file":null,"proxy":null,"no_proxy":null,"client_cert":null,"client_key":null,
 *  "pinned_key":null,"plain":false,"timeout_s":30,"limit":65536,"body":BASE64|null};
 * with token the bearer's secret comes on the descriptor. URL is https://, or http:// to
 * this very machine; plain: to any.
 * {"ok":true,"status":201,"transport":null,"error":null,"retry_after_s":0,"location":"",
 *  "etag":"","ms":12,"body":TEXT}: ok: an answer came, whatever it says. transport is the
 * reason why none did: request resolve connect timeout tls partial; big: it was longer
 * than the limit, its status stands. */
#pragma once

#include "wick/base.h"

enum { WK_NET_SECRET_FD = 3, WK_NET_REQUEST_MAX = 32 << 20, WK_NET_RECIPIENTS = 16 };

struct wk_net_mail {
	const char *server, *user, *password, *from, *ca_file;  /* NULL: none */
	const char *to[WK_NET_RECIPIENTS];
	size_t to_count;
	long timeout_s;
	struct wk_buf body;
};
struct wk_net_answer { bool is_ok, is_unsure; long status; char error[256]; };

/* false: out->error says what is wrong with the request. */
bool wk_net_mail_check(const struct wk_net_mail *m, struct wk_net_answer *out) WK_USE;
void wk_net_smtp_send(const struct wk_net_mail *m, struct wk_net_answer *out);

struct wk_net_http {
	const char *method, *url, *token, *ca_file, *proxy, *no_proxy, *client_cert,
	    *client_key, *pinned_key;                        /* NULL: none */
	const char **headers;
	size_t header_count;
	bool is_plain_allowed;
	long timeout_s, limit;
	struct wk_buf body;
};
struct wk_net_reply {
	long status, retry_after_s, ms;
	const char *transport;         /* NULL: an answer came */
	char error[256];
	struct wk_buf location, etag, body;
};
/* false: out->error says what is wrong with the request. */
bool wk_net_http_check(const struct wk_net_http *q, struct wk_net_reply *out) WK_USE;
void wk_net_http_send(const struct wk_net_http *q, struct wk_net_reply *out);
