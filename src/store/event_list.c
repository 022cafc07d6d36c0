/* SPDX-License-Identifier: MIT */
/* Lists of events by day. What touches a day began at most a week before it, but for the
 * few that are longer and have an index of their own; so a list costs what it lists. */
#include <stdlib.h>

#include "internal.h"

#define WEEK 7

/* How much of a row: its statement, and what reads it. */
struct width {
	enum sql which;
	void (*read)(sqlite3_stmt *q, struct wk_arena *a, struct wk_event *e);
};
static const struct width whole = { SQL_EVENT_LIST, wk_store_event_read };
static const struct width facts = { SQL_EVENT_FACTS, wk_store_event_read_fact };

struct list { wk_date lo, hi; struct wk_arena *a; struct wk_event *v; size_t n, cap; };

static struct wk_event *
next_place(struct list *l)
{
	if (l->n == l->cap) {
		size_t more = l->cap == 0 ? 16 : l->cap * 2;
		struct wk_event *bigger = WK_ARENA_ARRAY(l->a, struct wk_event, more);
		if (l->n > 0)
			memcpy(bigger, l->v, l->n * sizeof(*l->v));
		l->v = bigger;
		l->cap = more;
	}
	return &l->v[l->n++];
}

/* Seldom one: their ids, from the index alone, then each. */
static enum wk_rc
append_long(struct wk_store *s, struct list *l, struct wk_err *err)
{
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, EVENT_LONG_IDS);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, l->lo - WEEK);
	wk_db_bind_int(q, 2, l->lo);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		rc = wk_store_event_get(s, sqlite3_column_int64(q, 0), l->a,
		    next_place(l), err);
		if (rc != WK_OK)
			break;
	}
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

static enum wk_rc
read_list(struct wk_store *s, const struct width *w, struct list *l, struct wk_err *err)
{
	enum wk_rc rc = append_long(s, l, err);
	if (rc != WK_OK)
		return rc;
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)w->which, err);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, l->lo - WEEK);
	wk_db_bind_int(q, 2, l->hi);
	wk_db_bind_int(q, 3, l->lo);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		w->read(q, l->a, next_place(l));
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

/* Start, then id; what has no start comes first, by its day. */
static int
by_start(const void *pa, const void *pb)
{
	const struct wk_event *a = pa, *b = pb;
	if (a->fact.start != b->fact.start)
		return a->fact.start < b->fact.start ? -1 : 1;
	if (a->fact.start == WK_TIME_NONE && a->fact.d != b->fact.d)
		return a->fact.d < b->fact.d ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

/* Rows mostly come as they were logged: a look along them costs less than a sort. */
static void
sort(struct wk_event *v, size_t n)
{
	size_t i = 1;
	while (i < n && by_start(&v[i - 1], &v[i]) <= 0)
		i++;
	if (i < n)
		qsort(v, n, sizeof(*v), by_start);
}

/* Those of the kinds that are no tombstones, in order. */
static void
keep_kinds(struct list *l, unsigned kinds)
{
	size_t kept = 0;
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].is_deleted ||
		    (kinds != 0 && !(kinds >> l->v[i].fact.kind & 1u)))
			continue;
		if (kept < i)
			l->v[kept] = l->v[i];
		kept++;
	}
	sort(l->v, kept);
	l->n = kept;
}

static enum wk_rc
hand_over(enum wk_rc rc, const struct list *l, struct wk_event **v, size_t *n)
{
	if (rc == WK_OK) {
		*v = l->v;
		*n = l->n;
	}
	return rc;
}

enum wk_rc
wk_store_event_each(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_event **v, size_t *n, struct wk_err *err)
{
	struct list l = { .lo = lo, .hi = hi, .a = a };
	enum wk_rc rc = read_list(s, &whole, &l, err);
	return hand_over(rc, &l, v, n);
}

enum wk_rc
wk_store_event_list(struct wk_store *s, wk_date lo, wk_date hi, unsigned kinds,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err)
{
	struct list l = { .lo = lo, .hi = hi, .a = a };
	enum wk_rc rc = read_list(s, &whole, &l, err);
	keep_kinds(&l, kinds);
	return hand_over(rc, &l, v, n);
}

enum wk_rc
wk_store_event_facts(struct wk_store *s, wk_date lo, wk_date hi, unsigned kinds,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err)
{
	struct list l = { .lo = lo, .hi = hi, .a = a };
	enum wk_rc rc = read_list(s, &facts, &l, err);
	keep_kinds(&l, kinds);
	return hand_over(rc, &l, v, n);
}
