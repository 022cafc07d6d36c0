/* SPDX-License-Identifier: MIT */
/* Lists of events by day. What touches a day began at most a week before it, but for the
 * few that are longer and have an index of their own; so a list costs what it lists. */
#include <stdlib.h>

#include "internal.h"

struct list { struct wk_arena *a; struct wk_event *v; size_t n, cap; };

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
append_long(struct wk_store *s, wk_date lo, struct list *l, struct wk_err *err)
{
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, EVENT_LONG_IDS);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		rc = wk_store_event_get(s, sqlite3_column_int64(q, 0), l->a,
		    next_place(l), err);
		if (rc != WK_OK)
			break;
	}
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_event_each(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_event **v, size_t *n, struct wk_err *err)
{
	struct list l = { .a = a };
	enum wk_rc rc = append_long(s, lo, &l, err);
	if (rc != WK_OK)
		return rc;
	sqlite3_stmt *q = STMT(s, EVENT_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		wk_store_event_read(q, a, next_place(&l));
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = l.v;
	*n = l.n;
	return WK_OK;
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

enum wk_rc
wk_store_event_list(struct wk_store *s, wk_date lo, wk_date hi, unsigned kinds,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err)
{
	struct wk_event *all;
	size_t count, kept = 0;
	enum wk_rc rc = wk_store_event_each(s, lo, hi, a, &all, &count, err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (!all[i].is_deleted && (kinds == 0 ||
		    (kinds >> all[i].fact.kind & 1u)))
			all[kept++] = all[i];
	if (kept > 1)
		qsort(all, kept, sizeof(*all), by_start);
	*v = all;
	*n = kept;
	return WK_OK;
}
