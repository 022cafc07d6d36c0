/* SPDX-License-Identifier: MIT */
/* Erase: facts of some days, their images and conflicts, for good. secure_delete makes
 * the bytes go too. A transaction that touched those days is forgotten whole, for its
 * sentence may quote them; of an import only the images of those days go. */
#include <stdio.h>

#include "internal.h"

struct erase { wk_date lo, hi; struct wk_erased out; };

static enum wk_rc
run_range(struct wk_store *s, enum sql which, wk_date first, wk_date second,
    struct wk_err *err)
{
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, first);
	wk_db_bind_int(q, 2, second);
	return wk_db_run(s->db, q, err);
}

static enum wk_rc
run_plain(struct wk_store *s, enum sql which, struct wk_err *err)
{
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	return q == NULL ? WK_ERR_STORE : wk_db_run(s->db, q, err);
}

static int64_t
day_begin(const struct wk_store *s, const struct wk_event *e, wk_date d, int32_t off)
{
	int min = e->fact.kind == WK_KIND_LEAVE ? 0 : s->rules.day_start_min;
	return (int64_t)d * 86400 + (int64_t)min * 60 - off;
}

/* The part before lo, or after hi, of an event that reaches out of the range. */
static void
cut_before(const struct wk_store *s, const struct erase *x, struct wk_event *e)
{
	struct wk_fact *f = &e->fact;
	e->d_last = x->lo - 1;
	if (f->start == WK_TIME_NONE)
		return;
	f->end = WK_MAX(f->start, day_begin(s, e, x->lo, f->off_end));
}

static void
cut_after(const struct wk_store *s, const struct erase *x, struct wk_event *e)
{
	struct wk_fact *f = &e->fact;
	f->d = x->hi + 1;
	if (f->start == WK_TIME_NONE)
		return;
	f->start = WK_MIN(f->end, day_begin(s, e, x->hi + 1, f->off_start));
}

static bool
is_page(const struct wk_event *e)
{
	return e->fact.kind == WK_KIND_INCIDENT && e->fact.start != WK_TIME_NONE;
}

/* A page of the small hours is filed under the day before, but shown and meant by its
 * date: the day whose night it was. */
static bool
is_meant(const struct erase *x, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	wk_date d = is_page(e) ? wk_fold_date(f->start, f->off_start, 0) : f->d;
	return d <= x->hi && (is_page(e) ? d : e->d_last) >= x->lo;
}

static enum wk_rc
erase_event(struct wk_store *s, struct erase *x, const struct wk_event *e,
    struct wk_err *err)
{
	bool whole = is_page(e), before = !whole && e->fact.d < x->lo,
	    after = !whole && e->d_last > x->hi;
	struct wk_event piece = *e;
	wk_store_touch_event(s, e);
	x->out.rows++;
	enum wk_rc rc = wk_store_event_delete(s, e->id, err);
	if (rc == WK_OK && before) {
		cut_before(s, x, &piece);
		rc = wk_store_event_insert(s, &piece, err);
	}
	if (rc != WK_OK || !after)
		return rc;
	piece = *e;
	cut_after(s, x, &piece);
	if (before) {
		rc = wk_store_next_id(s, &piece.id, err);
		if (rc != WK_OK)
			return rc;
		piece.ext_id = wk_arena_printf(&s->scratch, "%s-%d", e->ext_id,
		    x->hi + 1);
	}
	return wk_store_event_insert(s, &piece, err);
}

static enum wk_rc
erase_days(struct wk_store *s, struct erase *x, struct wk_err *err)
{
	struct wk_dayrow *rows;
	size_t n;
	enum wk_rc rc = wk_store_day_rows(s, x->lo, x->hi, &s->scratch, &rows, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		x->out.rows += wk_store_typed_any(&rows[i]);
		sqlite3_stmt *q = STMT(s, DAY_DELETE);
		if (q == NULL)
			return WK_ERR_STORE;
		wk_db_bind_int(q, 1, rows[i].d);
		rc = wk_db_run(s->db, q, err);
		wk_store_touch(s, rows[i].d, rows[i].d);
	}
	return rc;
}

/* The monthly checks that were answered on those days. */
static enum wk_rc
erase_surveys(struct wk_store *s, struct erase *x, struct wk_err *err)
{
	char lo[11], hi[11];
	sqlite3_stmt *q = STMT(s, SURVEY_ERASE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_date_format(x->lo, lo);
	wk_date_format(x->hi, hi);
	wk_db_bind_text(q, 1, lo);
	wk_db_bind_text(q, 2, hi);
	enum wk_rc rc = wk_db_run(s->db, q, err);
	x->out.rows += rc == WK_OK ? wk_db_changes(s->db) : 0;
	return rc;
}

static void
week_text(wk_date d, char out[16])
{
	int year, week;
	wk_date_iso_week(d, &year, &week);
	(void)snprintf(out, 16, "%d-W%02d", year, week);
}

/* Weeks of those days leave the receivers too: a week that may have arrived is retracted,
 * any other is forgotten. The ledger says that something left, but no longer what: a
 * digest of so few bytes could be guessed. */
static enum wk_rc
erase_shared(struct wk_store *s, struct erase *x, struct wk_err *err)
{
	char lo[16], hi[16];
	sqlite3_stmt *q = STMT(s, OUTBOX_RETRACT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, s->now);
	wk_db_bind_int(q, 2, x->hi);
	wk_db_bind_int(q, 3, x->lo);
	enum wk_rc rc = wk_db_run(s->db, q, err);
	x->out.weeks = rc == WK_OK ? wk_db_changes(s->db) : 0;
	if (rc == WK_OK)
		rc = run_range(s, SQL_OUTBOX_FORGET, x->hi, x->lo, err);
	q = rc == WK_OK ? STMT(s, LEDGER_BLUR) : NULL;
	if (q == NULL)
		return WK_ERR_STORE;
	week_text(x->lo, lo);
	week_text(x->hi, hi);
	wk_db_bind_text(q, 1, lo);
	wk_db_bind_text(q, 2, hi);
	return wk_db_run(s->db, q, err);
}

static enum wk_rc
erase_range(struct wk_store *s, struct erase *x, struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	enum wk_rc rc = wk_store_event_each(s, x->lo - 1, x->hi, &s->scratch, &v, &n,
	    err);
	wk_date images_lo = x->lo;
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		if (!is_meant(x, &v[i]))
			continue;
		images_lo = WK_MIN(images_lo, is_page(&v[i]) ? v[i].fact.d : images_lo);
		rc = erase_event(s, x, &v[i], err);
	}
	if (rc == WK_OK)
		rc = erase_days(s, x, err);
	if (rc == WK_OK)
		rc = erase_surveys(s, x, err);
	if (rc == WK_OK)
		rc = run_plain(s, SQL_TXN_DROP_UNDONE, err);
	if (rc == WK_OK)
		rc = run_range(s, SQL_TXN_DROP_TOUCHED, x->hi, images_lo, err);
	if (rc == WK_OK)
		rc = run_range(s, SQL_CHANGE_ERASE, x->hi, images_lo, err);
	if (rc == WK_OK)
		rc = run_plain(s, SQL_TXN_DROP_EMPTY, err);
	if (rc == WK_OK)
		rc = run_range(s, SQL_MAIL_ERASE, x->hi, x->lo, err);
	if (rc == WK_OK)
		rc = erase_shared(s, x, err);
	return rc == WK_OK ? run_range(s, SQL_CONFLICT_ERASE, x->lo, x->hi, err) : rc;
}

static enum wk_rc
erase_everything(struct wk_store *s, struct erase *x, struct wk_err *err)
{
	static const enum sql wipes[] = { SQL_TXN_WIPE, SQL_CONFLICT_WIPE, SQL_EVENT_WIPE,
		SQL_BATCH_WIPE, SQL_DAY_WIPE, SQL_META_WIPE, SQL_MAIL_WIPE,
		/* who still holds weeks of it is told so by the next sync */
		SQL_OUTBOX_WIPE, SQL_LEDGER_BLUR_ALL,
		SQL_CONSENT_END /* the last: what it changes is counted */ };
	int64_t events = 0, days = 0, surveys = 0;
	enum wk_rc rc = wk_store_count(s, SQL_EVENT_COUNT, &events, err);
	if (rc == WK_OK)
		rc = wk_store_count(s, SQL_DAY_TYPED_COUNT, &days, err);
	if (rc == WK_OK)
		rc = wk_store_count(s, SQL_SURVEY_COUNT, &surveys, err);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(wipes); i++)
		rc = run_plain(s, wipes[i], err);
	x->out.rows = events + days + surveys;
	x->out.consents = rc == WK_OK ? wk_db_changes(s->db) : 0;
	return rc;
}

enum wk_rc
wk_store_erase(struct wk_store *s, wk_date lo, wk_date hi, bool everything, int64_t now,
    wk_date today, struct wk_erased *out, struct wk_err *err)
{
	struct erase x = { .lo = lo, .hi = hi };
	enum wk_rc rc = wk_store_begin(s, now, today, "erase", err);
	if (rc != WK_OK)
		return rc;
	rc = everything ? erase_everything(s, &x, err) : erase_range(s, &x, err);
	if (rc == WK_OK)
		rc = wk_store_finish(s, err);
	if (rc != WK_OK)
		wk_store_rollback(s);
	else
		*out = x.out;
	return rc;
}
