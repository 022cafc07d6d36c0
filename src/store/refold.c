/* SPDX-License-Identifier: MIT */
/* The kept fold: which days changed, and their rollup again. A day is folded from the
 * facts of two days around it, so a piece of the range can be done alone. */
#include <stdlib.h>

#include "internal.h"

#define PIECE_DAYS 128
#define REACH_DAYS 2

void
wk_store_touch(struct wk_store *s, wk_date lo, wk_date hi)
{
	struct range *last = s->touched_count > 0 ? &s->touched[s->touched_count - 1] :
	    NULL;
	if (lo == WK_DATE_NONE || hi < lo)
		return;
	if (last != NULL && lo <= last->hi + 1 && hi >= last->lo - 1) {
		last->lo = WK_MIN(last->lo, lo);
		last->hi = WK_MAX(last->hi, hi);
		return;
	}
	s->touched = wk_mem_grow(s->touched, &s->touched_cap, s->touched_count + 1,
	    sizeof(*s->touched));
	s->touched[s->touched_count++] = (struct range){ lo, hi };
}

void
wk_store_touch_event(struct wk_store *s, const struct wk_event *e)
{
	wk_date lo, hi;
	if (e->is_deleted)
		return;
	wk_fold_span(&e->fact, &s->rules, &lo, &hi);
	wk_store_touch(s, WK_MIN(lo, e->fact.d), WK_MAX(hi, e->d_last));
}

bool
wk_store_fold_any(const struct wk_day *day)
{
	return !isnan(day->hours) || !isnan(day->sleep_h) || day->wakes != 0 ||
	    day->incident_count > 0 || day->is_oncall || day->has_short_rest ||
	    day->energy != 0 || day->stress != 0 || day->mood != 0 ||
	    day->leave != WK_LEAVE_NONE || !isnan(day->rest_h) || day->rest_interrupted;
}

static bool
same_real(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-9;
}

static bool
same_incidents(const struct wk_day *a, const struct wk_day *b)
{
	if (a->incident_count != b->incident_count)
		return false;
	for (size_t i = 0; i < a->incident_count; i++) {
		const struct wk_incident *x = &a->incidents[i], *y = &b->incidents[i];
		if (x->cat != y->cat || x->severity != y->severity ||
		    x->is_noise != y->is_noise ||
		    !((isnan(x->minutes) && isnan(y->minutes)) ||
		    fabs(x->minutes - y->minutes) < 0.01))
			return false;
	}
	return true;
}

bool
wk_store_fold_same(const struct wk_day *a, const struct wk_day *b)
{
	return same_real(a->hours, b->hours) && same_real(a->sleep_h, b->sleep_h) &&
	    a->wakes == b->wakes && same_incidents(a, b) &&
	    a->is_oncall == b->is_oncall && a->has_short_rest == b->has_short_rest &&
	    a->leave == b->leave && same_real(a->rest_h, b->rest_h) &&
	    a->rest_interrupted == b->rest_interrupted &&
	    a->shift_load == b->shift_load &&
	    wk_store_night_pack(a) == wk_store_night_pack(b);
}

/* The facts that touch lo..hi and are not tombstones. */
static enum wk_rc
load_facts(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_fact **v, size_t *n, struct wk_err *err)
{
	struct wk_event *events;
	size_t count;
	enum wk_rc rc = wk_store_event_facts(s, lo, hi, 0, a, &events, &count, err);
	if (rc != WK_OK)
		return rc;
	struct wk_fact *facts = WK_ARENA_ARRAY(a, struct wk_fact, count + 1);
	for (size_t i = 0; i < count; i++)
		facts[i] = events[i].fact;
	*v = facts;
	*n = count;
	return WK_OK;
}

/* A fresh fold of lo..hi, and the kept rows beside it: old[i].d is WK_DATE_NONE where
 * there is none. */
static enum wk_rc
fold_piece(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow *old, struct wk_day *fresh, struct wk_err *err)
{
	struct wk_fact *facts;
	struct wk_dayrow *rows;
	size_t nf, nr, n = (size_t)(hi - lo + 1);
	const struct wk_typed **typed = WK_ARENA_ARRAY(a, const struct wk_typed *, n);
	enum wk_rc rc = load_facts(s, lo - REACH_DAYS, hi + REACH_DAYS, a, &facts, &nf,
	    err);
	if (rc == WK_OK)
		rc = wk_store_day_rows(s, lo, hi, a, &rows, &nr, err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		wk_dayrow_init(&old[i], lo + (wk_date)i);
		old[i].d = WK_DATE_NONE;
	}
	for (size_t i = 0; i < nr; i++) {
		size_t at = (size_t)(rows[i].d - lo);
		old[at] = rows[i];
		typed[at] = &old[at].typed;
	}
	wk_fold_days(facts, nf, typed, &s->rules, lo, hi, a, fresh);
	return WK_OK;
}

enum wk_rc
wk_store_fold(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow **v, struct wk_err *err)
{
	struct wk_dayrow *rows = WK_ARENA_ARRAY(a, struct wk_dayrow,
	    (size_t)(hi - lo + 1));
	struct wk_day fresh[PIECE_DAYS];
	for (wk_date d = lo; d <= hi; d += PIECE_DAYS) {
		wk_date end = WK_MIN(hi, d + PIECE_DAYS - 1);
		enum wk_rc rc = fold_piece(s, d, end, a, &rows[d - lo], fresh, err);
		if (rc != WK_OK)
			return rc;
		for (wk_date at = d; at <= end; at++) {
			rows[at - lo].d = at;
			rows[at - lo].folded = fresh[at - d];
		}
	}
	*v = rows;
	return WK_OK;
}

static int
shift_mark(const struct wk_day *day)
{
	return day->shift_load < 0 ? MARK_SHIFT_UNKNOWN :
	    WK_MIN(day->shift_load, MARK_SHIFT_UNKNOWN - 1);
}

static enum wk_rc
write_fold(struct wk_store *s, const struct wk_day *day, bool is_there,
    struct wk_err *err)
{
	struct wk_buf incidents;
	sqlite3_stmt *q = is_there ? STMT(s, DAY_FOLDED_SET) : STMT(s, DAY_FOLDED_NEW);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_buf_init(&incidents);
	wk_day_put_incidents(&incidents, day->incidents, day->incident_count);
	wk_db_bind_double(q, 1, day->hours);
	wk_db_bind_double(q, 2, day->sleep_h);
	wk_db_bind_int(q, 3, day->wakes);
	wk_db_bind_text(q, 4, day->incident_count > 0 ? incidents.p : NULL);
	wk_db_bind_int(q, 5, (day->is_oncall ? MARK_ONCALL : 0) |
	    (day->has_short_rest ? MARK_SHORT_REST : 0) |
	    (day->rest_interrupted ? MARK_REST_CUT : 0) | shift_mark(day) << MARK_SHIFT);
	wk_db_bind_int(q, 6, day->leave);
	wk_db_bind_double(q, 7, day->rest_h);
	if (wk_store_night_pack(day) != 0)
		wk_db_bind_int(q, 8, wk_store_night_pack(day));
	wk_db_bind_int(q, 9, day->d);
	enum wk_rc rc = wk_db_run(s->db, q, err);
	wk_buf_fini(&incidents);
	return rc;
}

static enum wk_rc
delete_day(struct wk_store *s, wk_date d, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, DAY_DELETE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, d);
	return wk_db_run(s->db, q, err);
}

static enum wk_rc
refold_piece(struct wk_store *s, wk_date lo, wk_date hi, struct wk_err *err)
{
	struct wk_arena a;
	size_t n = (size_t)(hi - lo + 1);
	wk_arena_init(&a);
	struct wk_dayrow *old = WK_ARENA_ARRAY(&a, struct wk_dayrow, n);
	struct wk_day *fresh = WK_ARENA_ARRAY(&a, struct wk_day, n);
	enum wk_rc rc = fold_piece(s, lo, hi, &a, old, fresh, err);
	for (wk_date d = lo; rc == WK_OK && d <= hi; d++) {
		const struct wk_dayrow *o = &old[d - lo];
		const struct wk_day *f = &fresh[d - lo];
		bool is_there = o->d != WK_DATE_NONE;
		bool any = wk_store_typed_any(o) || wk_store_fold_any(f);
		if (any && !(is_there && wk_store_fold_same(&o->folded, f)))
			rc = write_fold(s, f, is_there, err);
		else if (!any && is_there)
			rc = delete_day(s, d, err);
	}
	wk_arena_fini(&a);
	return rc;
}

static int
by_lo(const void *pa, const void *pb)
{
	const struct range *a = pa, *b = pb;
	return a->lo < b->lo ? -1 : a->lo > b->lo;
}

/* Sorted, and one range where they overlap. */
static void
merge_touched(struct wk_store *s)
{
	size_t n = 0;
	if (s->touched_count > 1)
		qsort(s->touched, s->touched_count, sizeof(*s->touched), by_lo);
	for (size_t i = 0; i < s->touched_count; i++) {
		struct range r = s->touched[i];
		if (n > 0 && r.lo <= s->touched[n - 1].hi + 1)
			s->touched[n - 1].hi = WK_MAX(s->touched[n - 1].hi, r.hi);
		else
			s->touched[n++] = r;
	}
	s->touched_count = n;
}

static enum wk_rc
refile_piece(struct wk_store *s, wk_date lo, wk_date hi, struct wk_err *err)
{
	struct wk_arena a;
	struct wk_event *v;
	size_t n = 0;
	wk_arena_init(&a);
	enum wk_rc rc = wk_store_event_each(s, lo, hi, &a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = wk_store_event_refile(s, &v[i], err);
	wk_arena_fini(&a);
	return rc;
}

/* What moves into the next piece is met there again, and then is where it belongs. */
enum wk_rc
wk_store_refile(struct wk_store *s, struct wk_err *err)
{
	wk_date lo, hi;
	enum wk_rc rc = wk_store_bounds(s, &lo, &hi, err);
	for (; rc == WK_OK && lo <= hi; lo += PIECE_DAYS)
		rc = refile_piece(s, lo, WK_MIN(hi, lo + PIECE_DAYS - 1), err);
	return rc;
}

/* Other rules than the rollups were made by: everything again. */
static enum wk_rc
take_new_rules(struct wk_store *s, struct wk_err *err)
{
	wk_date lo, hi;
	enum wk_rc rc = wk_store_bounds(s, &lo, &hi, err);
	if (rc != WK_OK)
		return rc;
	wk_store_touch(s, lo, hi);
	sqlite3_stmt *q = STMT(s, META_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, "rules");
	wk_db_bind_text(q, 2, s->rules_text);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_refold(struct wk_store *s, struct wk_err *err)
{
	enum wk_rc rc = s->has_new_rules ? take_new_rules(s, err) : WK_OK;
	merge_touched(s);
	for (size_t i = 0; i < s->touched_count; i++) {
		struct range r = s->touched[i];
		for (wk_date d = r.lo; rc == WK_OK && d <= r.hi; d += PIECE_DAYS)
			rc = refold_piece(s, d, WK_MIN(r.hi, d + PIECE_DAYS - 1), err);
	}
	return rc;
}

static enum wk_rc
read_bounds(struct wk_store *s, enum sql which, wk_date *lo, wk_date *hi,
    struct wk_err *err)
{
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	if (q == NULL)
		return WK_ERR_STORE;
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK && sqlite3_column_type(q, 0) != SQLITE_NULL) {
		*lo = WK_MIN(*lo, sqlite3_column_int(q, 0));
		*hi = WK_MAX(*hi, sqlite3_column_int(q, 1));
	}
	sqlite3_reset(q);
	return rc;
}

enum wk_rc
wk_store_bounds(struct wk_store *s, wk_date *lo, wk_date *hi, struct wk_err *err)
{
	*lo = INT32_MAX / 2;
	*hi = INT32_MIN / 2;
	enum wk_rc rc = read_bounds(s, SQL_DAY_BOUNDS, lo, hi, err);
	if (rc == WK_OK)
		rc = read_bounds(s, SQL_EVENT_BOUNDS, lo, hi, err);
	if (rc == WK_OK && *lo <= *hi) {
		*lo -= REACH_DAYS;
		*hi += REACH_DAYS;
	}
	return rc;
}

enum wk_rc
wk_store_is_stale(struct wk_store *s, bool *stale, struct wk_err *err)
{
	if (s->is_open) {
		*stale = s->has_new_rules;
		return WK_OK;
	}
	sqlite3_stmt *q = STMT(s, META_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, "rules");
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK) {
		const char *v = (const char *)sqlite3_column_text(q, 0);
		*stale = v == NULL || strcmp(v, s->rules_text) != 0;
		sqlite3_reset(q);
	} else if (rc == WK_ERR_NOTFOUND)
		*stale = false;            /* nothing was ever folded */
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}
