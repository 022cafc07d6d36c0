/* SPDX-License-Identifier: MIT */
/* A request of wick-net out of its JSON; nothing in it is trusted before the check. */
#pragma once

#include <jansson.h>

#include "wick/net.h"

/* Texts are borrowed from o; m->body is the caller's. false: there is no body in it. */
bool wk_net_mail_read(const json_t *o, struct wk_net_mail *m) WK_USE;
/* The same, headers in a; q->token is left to the caller. false: the body is none. */
bool wk_net_http_read(const json_t *o, struct wk_arena *a, struct wk_net_http *q) WK_USE;
