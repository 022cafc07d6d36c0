/* SPDX-License-Identifier: MIT */
/* What the files of sharing share: the rules of the outbox, one request, the weeks. */
#pragma once

#include "internal.h"

/* ---- sync_rules.c: no clock, no chance, no effect ---- */
enum wk_sync_act {
	WK_SYNC_DONE,           /* it is there */
	WK_SYNC_SUPERSEDED,     /* something newer is there */
	WK_SYNC_RETRY,          /* later; the others go on */
	WK_SYNC_HOLD,           /* later, all of them: the receiver asks for time */
	WK_SYNC_GONE,           /* later, all of them: nobody answers */
	WK_SYNC_PAUSE,          /* somebody has to look at it; one try a day */
	WK_SYNC_REREAD,         /* another generation of consent counts there */
	WK_SYNC_TELL,           /* the consent is not known there */
	WK_SYNC_WITHDRAWN,      /* stop, clear the outbox, say so */
	WK_SYNC_REFUSED,        /* this one never; the others go on */
};
/* code: of a problem document, NULL when the answer was none; transport: NULL when an
 * answer came. */
enum wk_sync_act wk_sync_judge(int status, const char *code, const char *transport);
/* Seconds until the next attempt: 30 s doubled to 6 h, times a chance of 0.5 to 1
 * (r of 1024), and no less than what was asked for, which counts up to 24 h. */
int64_t wk_sync_delay(int failures, uint32_t r, int64_t asked_s);
/* Seconds after the end of a week at which it is sent at first, 0 to 6 h. */
int64_t wk_sync_splay(const char *person);

/* ---- net.c: one request through wick-net ---- */
struct wk_net_ask {
	const char *method, *url, *body;        /* body NULL: none */
	const char *headers[6];                 /* ends at NULL */
	const char *token;                      /* NULL: none */
	long limit;                             /* of the answer's bytes; 0: 64 KiB */
};
struct wk_net_said {
	bool is_json;
	int status, retry_after_s, ms;
	const char *transport, *error, *location, *body, *etag; /* NULL where none */
	const char *code, *where, *detail;      /* of a problem document; NULL */
};
/* Fails only for what is wrong here. */
enum wk_rc wk_app_net(struct wk_app *app, const struct wk_net_ask *q, struct wk_arena *a,
    struct wk_net_said *out, struct wk_err *err) WK_USE;
/* What wick-net printed, into a zeroed out; fails only where that is no JSON of it. */
enum wk_rc wk_app_net_read(struct wk_app *app, const char *json, struct wk_arena *a,
    struct wk_net_said *out, struct wk_err *err) WK_USE;
/* What went wrong, in words: a reason of the transport, a code, or the first words of the
 * answer. */
const char *wk_app_net_words(const struct wk_net_said *s, struct wk_arena *a);
/* The receiver's token; "" where it has none. The caller wipes it. */
enum wk_rc wk_app_token(struct wk_app *app, const struct wk_dest *d, struct wk_buf *out,
    struct wk_err *err) WK_USE;
const char *wk_app_token_path(struct wk_app *app, const char *dest);
void wk_app_token_wipe(struct wk_buf *token);
/* The number at that path; 0 where there is none. */
enum wk_rc wk_app_json_int(struct wk_app *app, const char *json, const char *path,
    struct wk_arena *a, int64_t *out, struct wk_err *err) WK_USE;

/* ---- share.c ---- */
enum wk_rc wk_app_random(void *p, size_t n, struct wk_err *err) WK_USE;
/* The document that tells the hub; in the arena. */
const char *wk_app_consent_body(const struct wk_consent *c, struct wk_arena *a);
/* Why nothing may be sent under this consent now; NULL: it may. */
const char *wk_app_consent_bar(const struct wk_app *app, const struct wk_dest *d,
    const struct wk_consent *c, struct wk_arena *a);
/* The fields that a level has, with blanks between. */
const char *wk_app_share_fields(const char *kind, const char *level, struct wk_arena *a);

/* ---- share_grant.c: all rows of it, inside begin..commit; of those that may have left
 * only the rev stays, so that a later grant goes on after it. ---- */
enum wk_rc wk_app_outbox_clear(struct wk_app *app, int64_t dest, struct wk_arena *a,
    struct wk_err *err) WK_USE;

/* ---- share_weeks.c: rows of the outbox that are new or others than they were ---- */
enum wk_rc wk_app_share_weeks(struct wk_app *app, const struct wk_dest *d,
    const struct wk_consent *c, struct wk_arena *a, struct wk_out **v, size_t *n,
    struct wk_err *err) WK_USE;
/* ---- sync_request.c: what takes this row to its receiver, without its token ---- */
void wk_app_share_ask(const struct wk_dest *d, const struct wk_out *o,
    struct wk_arena *a, struct wk_net_ask *out);
