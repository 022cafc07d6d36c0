/* SPDX-License-Identifier: MIT */
/* Sync: every receiver that was consented to gets what is due. Invariants:
 * 1. One sync at a time, by a lock in the state folder; the store is not locked while the
 *    network is in use.
 * 2. A row is frozen in the transaction that makes it; those bytes were previewed, are
 *    hashed, and leave.
 * 3. Before a week goes, its row and the ledger say so durably; an answer is written
 *    after it. Twice is harmless: the same rev changes nothing there.
 * 4. No row stands in the way of another, no receiver in that of another.
 * 5. A receiver that asked for time is left alone until then, also by hand. */
#include <sys/stat.h>
#include <unistd.h>

#include "sync.h"

enum { BATCH_FROM = 5, BATCH_MAX = 256, DAY_S = 86400 };

/* The weeks of now, frozen. */
static enum wk_rc
make(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_out *v;
	size_t n;
	enum wk_rc rc = wk_app_begin(r->app, "share", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_share_weeks(r->app, &r->dest, &r->consent, r->a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = wk_store_out_put(r->app->store, &v[i], err);
	return wk_app_end(r->app, rc, err);
}

/* ---- what is due ---- */
/* A token that changed since is a reason to try again. */
static bool
has_new_token(struct wk_sync_run *r)
{
	struct stat st;
	const char *path = wk_app_token_path(r->app, r->dest.name);
	return path != NULL && stat(path, &st) == 0 &&
	    (int64_t)st.st_mtime > r->dest.next_at - DAY_S;
}

static bool
may_try(struct wk_sync_run *r)
{
	const struct wk_dest *d = &r->dest;
	if (d->hold_until > r->app->now)
		return false;
	return d->next_at <= r->app->now || r->ask->is_by_hand ||
	    (d->paused != NULL && has_new_token(r));
}

static bool
is_due(const struct wk_sync_run *r, const struct wk_out *o)
{
	int64_t first = (int64_t)(o->monday + 7) * DAY_S -
	    wk_zone_offset(r->app->zone, r->app->now) +
	    wk_sync_splay(r->dest.person == NULL ? r->dest.source : r->dest.person);
	if (r->ask->has_splay && o->attempts == 0 && first > r->app->now)
		return false;
	return o->next_at <= r->app->now || r->ask->is_by_hand;
}

static enum wk_rc
list_due(struct wk_sync_run *r, struct wk_out ***out, size_t *n, struct wk_err *err)
{
	struct wk_out *v;
	size_t count;
	enum wk_rc rc = wk_store_out_list(r->app->store, r->dest.id, true, r->a, &v,
	    &count, err);
	if (rc != WK_OK)
		return rc;
	struct wk_out **due = WK_ARENA_ARRAY(r->a, struct wk_out *, count + 1);
	*n = 0;
	for (size_t i = 0; i < count; i++)
		if (is_due(r, &v[i]) &&
		    (!r->is_taking_back || strcmp(v[i].op, "put") != 0))
			due[(*n)++] = &v[i];
	*out = due;
	return WK_OK;
}

/* ---- sending ---- */
static bool
goes_on(struct wk_sync_run *r, size_t done, size_t total)
{
	return r->ask->on_progress == NULL ||
	    r->ask->on_progress(r->ask->ctx, done, total);
}

static enum wk_rc
send_due(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_out **v;
	size_t n;
	bool is_hub = strcmp(r->dest.kind, "hub") == 0;
	enum wk_rc rc = list_due(r, &v, &n, err);
	size_t step = is_hub && n >= BATCH_FROM ? BATCH_MAX : 1;
	for (size_t i = 0; rc == WK_OK && i < n && !r->is_over; i += step) {
		if (!goes_on(r, i, n))
			return wk_fail(err, WK_ERR_INTR,
			    "stopped: the rest goes with the "
			    "next sync");
		rc = wk_sync_many(r, v + i, WK_MIN(step, n - i), err);
	}
	return rc;
}

static enum wk_rc
send_all(struct wk_sync_run *r, struct wk_err *err)
{
	enum wk_rc rc = r->consent.is_told ? WK_OK : wk_sync_tell(r, err);
	if (rc == WK_OK && !r->is_over)
		rc = make(r, err);
	if (rc == WK_OK && !r->is_over)
		rc = send_due(r, err);
	if (rc == WK_OK && r->wants != WK_SYNC_DONE) {
		rc = wk_sync_reread(r, err);
		if (rc == WK_OK && !r->is_over)
			rc = send_all(r, err);
	}
	return rc;
}

/* ---- one receiver ---- */
static enum wk_rc
count_waiting(struct wk_sync_run *r, size_t *n, struct wk_err *err)
{
	struct wk_out *v;
	return wk_store_out_list(r->app->store, r->dest.id, true, r->a, &v, n, err);
}

/* A consent whose receiver or fields changed is none any more. */
static enum wk_rc
be_void(struct wk_sync_run *r, const char *bar, struct wk_err *err)
{
	wk_sync_note(r, wk_arena_printf(r->a, "%s: nothing is sent until you agree again "
	    "(wick share preview)", bar));
	if (strcmp(r->consent.state, "active") != 0 ||
	    r->app->today > r->consent.expires)
		return WK_OK;
	r->consent.state = "void";
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	return rc != WK_OK ? rc : wk_app_end(r->app,
	    wk_store_consent_put(r->app->store, &r->consent, err), err);
}

static enum wk_rc
tell_waiting(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_buf b;
	size_t n = 0;
	enum wk_rc rc = count_waiting(r, &n, err);
	bool is_due = strcmp(r->consent.state, "withdrawn") == 0 || n > 0;
	if (rc != WK_OK || !is_due)
		return rc;
	int64_t at = WK_MAX(r->dest.hold_until, r->dest.next_at);
	wk_buf_init(&b);
	wk_zone_put_iso(&b, at, wk_zone_offset(r->app->zone, at), false);
	wk_sync_note(r, wk_arena_printf(r->a, "%s%snot tried before %.10s %.5s",
	    r->dest.paused != NULL ? r->dest.paused : "", r->dest.paused != NULL ? "; " :
	    "", b.p, b.p + 11));
	wk_buf_fini(&b);
	return WK_OK;
}

/* Without a consent nothing new leaves, but a week that was erased here is taken back
 * from where it was sent: there alone, for its address may have become another one. */
static bool
has_to_take_back(struct wk_sync_run *r)
{
	struct wk_out *v;
	struct wk_err ignored;
	size_t n = 0;
	if (!r->consent.is_told || strcmp(r->consent.url, r->dest.url) != 0 ||
	    wk_store_out_list(r->app->store, r->dest.id, true, r->a, &v, &n, &ignored) !=
	    WK_OK)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].op, "put") != 0)
			return true;
	return false;
}

static enum wk_rc
sync_dest(struct wk_sync_run *r, struct wk_err *err)
{
	enum wk_rc rc = wk_store_consent_get(r->app->store, r->dest.id, r->a, &r->consent,
	    err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc != WK_OK)
		return rc;
	bool is_end = strcmp(r->consent.state, "withdrawn") == 0;
	const char *bar = is_end ? NULL :
	    wk_app_consent_bar(r->app, &r->dest, &r->consent, r->a);
	r->is_taking_back = bar != NULL;
	if (is_end && r->consent.is_told)
		return WK_OK;
	if (bar != NULL && strcmp(r->consent.state, "paused") != 0)
		rc = be_void(r, bar, err);
	if (rc != WK_OK || (bar != NULL && !has_to_take_back(r)))
		return rc;
	if (!may_try(r))
		return tell_waiting(r, err);
	rc = wk_app_token(r->app, &r->dest, &r->token, err);
	if (rc == WK_OK)
		rc = is_end ? wk_sync_withdraw(r, err) :
		    bar != NULL ? send_due(r, err) : send_all(r, err);
	if (rc == WK_OK)
		rc = wk_sync_readers(r, err);
	return rc;
}

/* ---- all of them ---- */
static enum wk_rc
sync_all(struct wk_app *app, const struct wk_sync_ask *q, struct wk_arena *a,
    struct wk_sync_result *out, struct wk_err *err)
{
	struct wk_dest *v;
	struct wk_err late;
	size_t n;
	enum wk_rc first = WK_OK, rc = wk_store_dest_list(app->store, a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		struct wk_sync_run r = { .app = app, .ask = q, .result = out, .a = a,
			.dest = v[i] };
		size_t waiting = 0;
		wk_buf_init(&r.token);
		enum wk_rc one = sync_dest(&r, first == WK_OK ? err : &late);
		wk_app_token_wipe(&r.token);
		rc = count_waiting(&r, &waiting, &late);
		out->waiting += (int)waiting;
		first = first == WK_OK ? one : first;
		if (one == WK_ERR_INTR || one == WK_ERR_STORE)
			break;
	}
	if (first != WK_OK || rc != WK_OK)
		return first != WK_OK ? first : rc;
	return out->note_count == 0 ? WK_OK :
	    wk_fail(err, WK_ERR_NETWORK, "%s", out->notes[0]);
}

/* Mails that wait go too, unless a report is at them. */
static enum wk_rc
send_mails(struct wk_app *app, struct wk_arena *a, struct wk_err *err)
{
	struct wk_mail_row *v;
	struct wk_err late;
	size_t n = 0;
	int lock = -1;
	enum wk_rc rc = wk_store_mail_waiting(app->store, a, &v, &n, err);
	if (rc != WK_OK || n == 0 || wk_app_report_lock(app, &lock, &late) != WK_OK)
		return rc;
	rc = wk_app_mail_send(app, NULL, "", a, err);
	(void)close(lock);
	return rc;
}

enum wk_rc
wk_app_sync(struct wk_app *app, const struct wk_sync_ask *q, struct wk_arena *a,
    struct wk_sync_result *out, struct wk_err *err)
{
	int lock = -1;
	struct wk_err late;
	*out = (struct wk_sync_result){ 0 };
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc == WK_OK)
		rc = wk_app_lock(app, "sync.lock", "wick sync", &lock, err);
	if (rc != WK_OK)
		return rc;
	rc = sync_all(app, q, a, out, err);
	enum wk_rc mails = send_mails(app, a, rc == WK_OK ? err : &late);
	(void)close(lock);
	return rc != WK_OK ? rc : mails;
}
