/* SPDX-License-Identifier: MIT */
/* Days: what was typed for a day as a whole, beside the kept fold of its facts. */
#include "internal.h"

void
wk_dayrow_init(struct wk_dayrow *r, wk_date d)
{
	*r = (struct wk_dayrow){ .d = d,
		.typed = { .hours = NAN, .sleep_h = NAN, .break_h = NAN, .wakes = -1,
		    .oncall = -1, .short_rest = -1 } };
	wk_day_clear(&r->folded, d);
}

bool
wk_store_typed_any(const struct wk_dayrow *r)
{
	const struct wk_typed *t = &r->typed;
	return !isnan(t->hours) || !isnan(t->sleep_h) || !isnan(t->break_h) ||
	    t->wakes >= 0 || t->oncall >= 0 || t->short_rest >= 0 ||
	    t->leave != WK_LEAVE_NONE || t->energy > 0 || t->stress > 0 || t->mood > 0 ||
	    r->note != NULL;
}

enum column { C_D, C_HOURS, C_SLEEP, C_WAKES, C_INCIDENTS, C_MARKS, C_ENERGY, C_STRESS,
	C_MOOD, C_LEAVE, C_REST, C_T_HOURS, C_T_SLEEP,
	C_T_BREAK, C_T_WAKES, C_T_ONCALL, C_T_SHORT_REST, C_T_LEAVE, C_NOTE, C_LOCKED,
	    C_SOURCE, C_NIGHT,
	C_FOLDED_NIGHT = C_REST + 1 };  /* where only the folded columns are read */

/* Every read of the program's hot path goes through here. The memory is zeroed
 * already. */
static void
read_folded(sqlite3_stmt *q, struct wk_arena *a, struct wk_day *day)
{
	day->d = sqlite3_column_int(q, C_D);
	day->hours = wk_db_double(q, C_HOURS);
	day->sleep_h = wk_db_double(q, C_SLEEP);
	day->wakes = sqlite3_column_int(q, C_WAKES);
	const char *incidents = (const char *)sqlite3_column_text(q, C_INCIDENTS);
	if (incidents != NULL && !wk_day_parse_incidents(incidents, a, &day->incidents,
	    &day->incident_count))
		day->incident_count = 0;
	int marks = sqlite3_column_int(q, C_MARKS);
	day->is_oncall = (marks & MARK_ONCALL) != 0;
	day->has_short_rest = (marks & MARK_SHORT_REST) != 0;
	day->rest_interrupted = (marks & MARK_REST_CUT) != 0;
	day->shift_load = marks >> MARK_SHIFT == MARK_SHIFT_UNKNOWN ? -1 :
	    marks >> MARK_SHIFT;
	day->energy = sqlite3_column_int(q, C_ENERGY);
	day->stress = sqlite3_column_int(q, C_STRESS);
	day->mood = sqlite3_column_int(q, C_MOOD);
	day->leave = (enum wk_leave)sqlite3_column_int(q, C_LEAVE);
	day->rest_h = wk_db_double(q, C_REST);
	day->bed_h = NAN;
	day->wake_h = NAN;
}

int64_t
wk_store_night_pack(const struct wk_day *day)
{
	/* of a sleep of days no night is kept: its minutes would not fit */
	if (!(fabs(day->bed_h * 60) < NIGHT_BIAS - 1 &&
	    fabs(day->wake_h * 60) < NIGHT_BIAS - 1))
		return 0;
	return ((int64_t)lround(day->bed_h * 60) + NIGHT_BIAS) * NIGHT_UNIT +
	    lround(day->wake_h * 60) + NIGHT_BIAS;
}

static void
unpack_night(int64_t night, struct wk_day *day)
{
	if (night <= 0)
		return;
	day->bed_h = (double)(night / NIGHT_UNIT - NIGHT_BIAS) / 60;
	day->wake_h = (double)(night % NIGHT_UNIT - NIGHT_BIAS) / 60;
}

static void
read_row(sqlite3_stmt *q, struct wk_arena *a, struct wk_dayrow *r)
{
	struct wk_typed *t = &r->typed;
	read_folded(q, a, &r->folded);
	r->d = r->folded.d;
	t->energy = r->folded.energy;
	t->stress = r->folded.stress;
	t->mood = r->folded.mood;
	t->hours = wk_db_double(q, C_T_HOURS);
	t->sleep_h = wk_db_double(q, C_T_SLEEP);
	t->break_h = wk_db_double(q, C_T_BREAK);
	t->wakes = (int)wk_db_int(q, C_T_WAKES, -1);
	t->oncall = (int)wk_db_int(q, C_T_ONCALL, -1);
	t->short_rest = (int)wk_db_int(q, C_T_SHORT_REST, -1);
	t->leave = (enum wk_leave)sqlite3_column_int(q, C_T_LEAVE);
	r->note = wk_db_text(q, C_NOTE, a);
	r->locked = (unsigned)sqlite3_column_int(q, C_LOCKED);
	r->source = wk_db_text(q, C_SOURCE, a);
	unpack_night(sqlite3_column_int64(q, C_NIGHT), &r->folded);
}

enum wk_rc
wk_store_day_rows(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow **v, size_t *n, struct wk_err *err)
{
	size_t cap = 0;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, DAY_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	*v = NULL;
	*n = 0;
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (*n == cap) {
			cap = cap == 0 ? 8 : cap * 2;
			struct wk_dayrow *bigger = WK_ARENA_ARRAY(a, struct wk_dayrow,
			    cap);
			if (*n > 0)
				memcpy(bigger, *v, *n * sizeof(**v));
			*v = bigger;
		}
		read_row(q, a, &(*v)[(*n)++]);
	}
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

/* So few are folded sooner than the first and the last of all are found. */
enum { FEW_DAYS = 64 };

/* The kept fold, or a fresh one where it was made by other rules. */
enum wk_rc
wk_store_day_list(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow **v, size_t *n, struct wk_err *err)
{
	bool stale = false;
	wk_date first = lo, last = hi;
	struct wk_dayrow *all;
	size_t kept = 0;
	enum wk_rc rc = wk_store_is_stale(s, &stale, err);
	if (rc == WK_OK && !stale)
		return wk_store_day_rows(s, lo, hi, a, v, n, err);
	if (rc == WK_OK && (int64_t)hi - lo > FEW_DAYS)
		rc = wk_store_bounds(s, &first, &last, err);
	if (rc != WK_OK)
		return rc;
	lo = WK_MAX(lo, first);
	hi = WK_MIN(hi, last);
	*v = NULL;
	*n = 0;
	if (lo > hi)
		return WK_OK;
	rc = wk_store_fold(s, lo, hi, a, &all, err);
	if (rc != WK_OK)
		return rc;
	for (wk_date d = lo; d <= hi; d++) {
		const struct wk_dayrow *r = &all[d - lo];
		if (wk_store_typed_any(r) || wk_store_fold_any(&r->folded))
			all[kept++] = *r;
	}
	*v = all;
	*n = kept;
	return WK_OK;
}

static enum wk_rc
list_worked_leave(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_day_sums *out, struct wk_err *err)
{
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, DAY_WORKED_LEAVE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	out->worked_leave = WK_ARENA_ARRAY(a, wk_date, (size_t)(hi - lo) + 1);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		out->worked_leave[out->n++] = sqlite3_column_int(q, 0);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_day_sums(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_day_sums *out, struct wk_err *err)
{
	bool stale = false;
	struct wk_day_sums sums = { .n = 0 };
	enum wk_rc rc = wk_store_is_stale(s, &stale, err);
	if (rc != WK_OK || stale)
		return rc == WK_OK ? WK_ERR_NOTFOUND : rc;
	sqlite3_stmt *q = STMT(s, DAY_SUMS);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	rc = wk_db_step(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	sums.work_h = sqlite3_column_double(q, 0);
	sums.sleep_h = sqlite3_column_double(q, 1);
	sqlite3_reset(q);
	rc = list_worked_leave(s, lo, hi, a, &sums, err);
	if (rc == WK_OK)
		*out = sums;
	return rc;
}

enum wk_rc
wk_store_day_get(struct wk_store *s, wk_date d, struct wk_arena *a, struct wk_dayrow *out,
    struct wk_err *err)
{
	struct wk_dayrow *v;
	size_t n;
	enum wk_rc rc = wk_store_day_list(s, d, d, a, &v, &n, err);
	if (rc != WK_OK)
		return rc;
	if (n == 0)
		wk_dayrow_init(out, d);
	else
		*out = v[0];
	return WK_OK;
}

/* 0 and -1 are "not said", as in struct wk_typed; unbound is NULL. */
static void
bind_said(sqlite3_stmt *q, int i, int v, int unsaid)
{
	if (v != unsaid)
		wk_db_bind_int(q, i, v);
}

/* An update alone is cheaper to prepare than an upsert, whose CHECKs stand in it twice;
 * and the row is there already but for a day's first write. */
enum wk_rc
wk_store_day_set(struct wk_store *s, sqlite3_stmt *update, wk_date d, struct wk_err *err)
{
	enum wk_rc rc = wk_db_run(s->db, update, err);
	if (rc != WK_OK || wk_db_changes(s->db) > 0)
		return rc;
	sqlite3_stmt *q = STMT(s, DAY_INSERT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, d);
	rc = wk_db_run(s->db, q, err);
	return rc == WK_OK ? wk_db_run(s->db, update, err) : rc;
}

enum wk_rc
wk_store_typed_write(struct wk_store *s, const struct wk_dayrow *r, struct wk_err *err)
{
	const struct wk_typed *t = &r->typed;
	bool any = wk_store_typed_any(r);
	sqlite3_stmt *q = STMT(s, DAY_TYPED_SET);
	if (q == NULL)
		return WK_ERR_STORE;
	bind_said(q, 1, t->energy, 0);
	bind_said(q, 2, t->stress, 0);
	bind_said(q, 3, t->mood, 0);
	wk_db_bind_double(q, 4, t->hours);
	wk_db_bind_double(q, 5, t->sleep_h);
	wk_db_bind_double(q, 6, t->break_h);
	bind_said(q, 7, t->wakes, -1);
	bind_said(q, 8, t->oncall, -1);
	bind_said(q, 9, t->short_rest, -1);
	bind_said(q, 10, (int)t->leave, WK_LEAVE_NONE);
	wk_db_bind_text(q, 11, r->note);
	wk_db_bind_int(q, 12, any ? r->locked : 0);
	wk_db_bind_text(q, 13, any ? r->source : NULL);
	wk_db_bind_int(q, 14, r->d);
	return wk_store_day_set(s, q, r->d, err);
}

/* What most evenings add, for half the price: the amounts and their CHECKs stay out. */
static enum wk_rc
felt_write(struct wk_store *s, const struct wk_dayrow *r, struct wk_err *err)
{
	bool any = wk_store_typed_any(r);
	sqlite3_stmt *q = STMT(s, DAY_FELT_SET);
	if (q == NULL)
		return WK_ERR_STORE;
	bind_said(q, 1, r->typed.energy, 0);
	bind_said(q, 2, r->typed.stress, 0);
	bind_said(q, 3, r->typed.mood, 0);
	wk_db_bind_text(q, 4, r->note);
	wk_db_bind_int(q, 5, any ? r->locked : 0);
	wk_db_bind_text(q, 6, any ? r->source : NULL);
	wk_db_bind_int(q, 7, r->d);
	return wk_store_day_set(s, q, r->d, err);
}

static bool
same_real(double a, double b)
{
	return (isnan(a) && isnan(b)) || (a <= b && a >= b);
}

static bool
same_amounts(const struct wk_typed *a, const struct wk_typed *b)
{
	return same_real(a->hours, b->hours) && same_real(a->sleep_h, b->sleep_h) &&
	    same_real(a->break_h, b->break_h) && a->wakes == b->wakes &&
	    a->oncall == b->oncall && a->short_rest == b->short_rest &&
	    a->leave == b->leave;
}

static bool
same_felt(const struct wk_dayrow *x, const struct wk_dayrow *y)
{
	const struct wk_typed *a = &x->typed, *b = &y->typed;
	if (!wk_store_typed_any(x) && !wk_store_typed_any(y))
		return true;
	return a->energy == b->energy && a->stress == b->stress && a->mood == b->mood &&
	    wk_text_same(x->note, y->note) && x->locked == y->locked &&
	    wk_text_same(x->source, y->source);
}

static enum wk_rc
change(struct wk_store *s, const struct wk_dayrow *row, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_dayrow old, *v;
	size_t n;
	enum wk_rc rc = wk_store_day_rows(s, row->d, row->d, a, &v, &n, err);
	if (rc != WK_OK)
		return rc;
	if (n == 0)
		wk_dayrow_init(&old, row->d);
	else
		old = v[0];
	bool keeps_amounts = same_amounts(&old.typed, &row->typed);
	if (keeps_amounts && same_felt(&old, row))
		return WK_OK;
	rc = wk_store_journal_day(s, &old, err);
	if (rc == WK_OK)
		rc = keeps_amounts ? felt_write(s, row, err) :
		    wk_store_typed_write(s, row, err);
	wk_store_touch(s, row->d, row->d);
	return rc;
}

/* A file may change each day of a hundred years: what it was does not stay. */
enum wk_rc
wk_store_day_put(struct wk_store *s, const struct wk_dayrow *row, struct wk_err *err)
{
	struct wk_arena a;
	wk_arena_init(&a);
	enum wk_rc rc = change(s, row, &a, err);
	wk_arena_fini(&a);
	return rc;
}

/* Room at the front of a list that is filled from its end, newest day first. */
static struct wk_day *
grow_down(struct wk_arena *a, const struct wk_day *v, size_t n, size_t *cap)
{
	size_t more = *cap * 2;
	struct wk_day *bigger = WK_ARENA_ARRAY(a, struct wk_day, more);
	memcpy(bigger + more - n, v + *cap - n, n * sizeof(*v));
	*cap = more;
	return bigger;
}

static enum wk_rc
tail_kept(struct wk_store *s, struct wk_store_tail tail, struct wk_arena *a,
    struct wk_day **v, size_t *n, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	size_t want = tail.days, cap = want > 0 ? want + want / 8 + 8 : 4096, count = 0,
	    full = 0;
	sqlite3_stmt *q = tail.has_nights ? STMT(s, DAY_TAIL_NIGHTS) : STMT(s, DAY_TAIL);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, tail.last);
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, cap);
	while ((want == 0 || full < want) && (rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (count == cap)
			days = grow_down(a, days, count, &cap);
		struct wk_day *day = &days[cap - ++count];
		read_folded(q, a, day);
		if (tail.has_nights)
			unpack_night(sqlite3_column_int64(q, C_FOLDED_NIGHT), day);
		full += day->d < tail.from && !wk_day_is_empty(day);
	}
	sqlite3_reset(q);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	*v = days + cap - count;
	*n = count;
	return WK_OK;
}

/* Folded here and now: all of it, then its tail. */
static enum wk_rc
tail_fresh(struct wk_store *s, struct wk_store_tail tail, struct wk_arena *a,
    struct wk_day **v, size_t *n, struct wk_err *err)
{
	struct wk_dayrow *rows;
	size_t count, from, full = 0;
	enum wk_rc rc = wk_store_day_list(s, INT32_MIN / 2, tail.last, a, &rows,
	    &count, err);
	if (rc != WK_OK)
		return rc;
	for (from = count; from > 0 && (tail.days == 0 || full < tail.days); from--)
		full += rows[from - 1].folded.d < tail.from &&
		    !wk_day_is_empty(&rows[from - 1].folded);
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, count - from + 1);
	for (size_t i = from; i < count; i++)
		days[i - from] = rows[i].folded;
	*v = days;
	*n = count - from;
	return WK_OK;
}

enum wk_rc
wk_store_day_tail(struct wk_store *s, struct wk_store_tail tail, struct wk_arena *a,
    struct wk_day **v, size_t *n, struct wk_err *err)
{
	bool stale = false;
	enum wk_rc rc = wk_store_is_stale(s, &stale, err);
	if (rc != WK_OK)
		return rc;
	return stale ? tail_fresh(s, tail, a, v, n, err) :
	    tail_kept(s, tail, a, v, n, err);
}

/* ---- all of them, one at a time ---- */
enum wk_rc
wk_store_days_begin(struct wk_store *s, wk_date last, struct wk_arena *a,
    struct wk_store_days *out, struct wk_err *err)
{
	*out = (struct wk_store_days){ .store = s };
	bool stale = false;
	enum wk_rc rc = wk_store_is_stale(s, &stale, err);
	if (rc != WK_OK)
		return rc;
	if (stale)
		return tail_fresh(s, (struct wk_store_tail){ .last = last }, a, &out->v,
		    &out->n, err);
	out->q = STMT(s, DAY_ALL);
	if (out->q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(out->q, 1, last);
	return WK_OK;
}

enum wk_rc
wk_store_days_next(struct wk_store_days *w, struct wk_arena *a, struct wk_day *out,
    struct wk_err *err)
{
	if (w->q == NULL) {
		if (w->at == w->n)
			return WK_ERR_NOTFOUND;
		*out = w->v[w->at++];
		return WK_OK;
	}
	enum wk_rc rc = wk_db_step(w->store->db, w->q, err);
	if (rc != WK_OK)
		return rc;
	*out = (struct wk_day){ 0 };
	read_folded(w->q, a, out);
	unpack_night(sqlite3_column_int64(w->q, C_FOLDED_NIGHT), out);
	return WK_OK;
}

void
wk_store_days_end(struct wk_store_days *w)
{
	if (w->q != NULL)
		sqlite3_reset(w->q);
}
