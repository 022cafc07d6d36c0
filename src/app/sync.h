/* SPDX-License-Identifier: MIT */
/* One run of sync for one receiver: what its steps hand to each other. */
#pragma once

#include "share.h"

struct wk_sync_run {
	struct wk_app *app;
	const struct wk_sync_ask *ask;
	struct wk_sync_result *result;
	struct wk_arena *a;
	struct wk_dest dest;
	struct wk_consent consent;
	struct wk_buf token;
	struct wk_net_said said;        /* the last answer */
	bool is_taking_back;            /* no put may go; what is taken back does */
	bool is_over;                   /* nothing more goes to this receiver now */
	enum wk_sync_act wants;         /* REREAD, TELL, WITHDRAWN; else 0 */
	bool has_reread;                /* once a run */
	int failed_in_row, arrived;
};

/* ---- sync_request.c: what names the event, the same in each attempt ---- */
void wk_sync_sign(struct wk_sync_run *r, const char *what, struct wk_net_ask *q);

/* ---- sync_send.c ---- */
enum wk_rc wk_sync_carry(struct wk_sync_run *r, struct wk_net_ask *q,
    struct wk_net_said *said, struct wk_err *err) WK_USE;
/* One week; several at once, in halves where the whole is refused. */
enum wk_rc wk_sync_one(struct wk_sync_run *r, struct wk_out *o,
    struct wk_err *err) WK_USE;
enum wk_rc wk_sync_many(struct wk_sync_run *r, struct wk_out **v, size_t n,
    struct wk_err *err) WK_USE;
/* A line to tell, behind the receiver's name. */
void wk_sync_note(struct wk_sync_run *r, const char *text);
/* Into r->dest and a note: later, all of it; once a day until somebody looks. */
void wk_sync_hold(struct wk_sync_run *r, bool is_asked);
void wk_sync_pause(struct wk_sync_run *r);

/* ---- share_readers.c: who looked, brought along with a sync ---- */
enum wk_rc wk_sync_readers(struct wk_sync_run *r, struct wk_err *err) WK_USE;

/* ---- sync_consent.c: the receiver learns of the consent, or of its end ---- */
enum wk_rc wk_sync_tell(struct wk_sync_run *r, struct wk_err *err) WK_USE;
enum wk_rc wk_sync_withdraw(struct wk_sync_run *r, struct wk_err *err) WK_USE;
/* What r->wants asks for, once a run; r->is_over is false again where the rest may go
 * on. */
enum wk_rc wk_sync_reread(struct wk_sync_run *r, struct wk_err *err) WK_USE;
