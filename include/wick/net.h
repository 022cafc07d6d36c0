/* SPDX-License-Identifier: MIT */
/* net: wick-net, the one program that talks to a network. One JSON request on standard
 * input, one JSON answer on standard output; it opens no database and no settings.
 *
 * {"kind":"mail","server":"smtp://HOST:PORT","user":null,"from":ADDR,"to":[ADDR],
 *  "ca_file":null,"timeout_s":30,"body":BASE64}, and the password, if there is a user,
 * on descriptor WK_NET_SECRET_FD until its end.
 * {"ok":true,"status":250,"unsure":false,"error":null}: status is the last one the server
 * gave, 0 for none; unsure: it had all of it, and did not say what became of it. */
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
