/* SPDX-License-Identifier: MIT */
/* Incidents with what a list of thousands shows, and nothing else of their rows; days
 * with nothing but their notes. */
#include <stdlib.h>

#include "internal.h"

enum column { C_ID, C_D, C_START, C_OFF, C_SEVERITY, C_MINUTES, C_WOKE, C_NOISE,
	C_CATEGORY, C_SOURCE, C_TITLE };
/* texts: seen before, by a rough hash; of thousands of pages few say something new. */
enum { TEXTS = 1024 };
struct rows { struct wk_page_row *v; size_t n, cap; const char *texts[TEXTS]; };

static const char *
shared_text(sqlite3_stmt *q, int col, struct rows *r, struct wk_arena *a)
{
	const char *text = (const char *)sqlite3_column_text(q, col);
	unsigned hash = 0;
	if (text == NULL)
		return NULL;
	for (const char *p = text; *p != '\0'; p++)
		hash = hash * 31 + (unsigned char)*p;
	const char **place = &r->texts[hash % TEXTS];
	if (*place == NULL || strcmp(*place, text) != 0)
		*place = wk_arena_strdup(a, text);
	return *place;
}

static void
add_row(struct rows *r, sqlite3_stmt *q, struct wk_arena *a)
{
	r->v = wk_mem_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
	struct wk_page_row *p = &r->v[r->n++];
	p->id = sqlite3_column_int64(q, C_ID);
	p->d = sqlite3_column_int(q, C_D);
	p->start = wk_db_int(q, C_START, WK_TIME_NONE);
	p->off = sqlite3_column_int(q, C_OFF);
	p->severity = (int8_t)wk_db_int(q, C_SEVERITY, -1);
	p->minutes = (float)wk_db_double(q, C_MINUTES);
	p->woke = (int8_t)wk_db_int(q, C_WOKE, -1);
	p->noise = (int8_t)wk_db_int(q, C_NOISE, -1);
	p->category = (int8_t)wk_db_int(q, C_CATEGORY, -1);
	p->source = shared_text(q, C_SOURCE, r, a);
	p->title = shared_text(q, C_TITLE, r, a);
}

/* What has no time is the smallest, so the last of its day. */
static int
newest_first(const void *pa, const void *pb)
{
	const struct wk_page_row *a = pa, *b = pb;
	if (a->d != b->d)
		return a->d > b->d ? -1 : 1;
	if (a->start != b->start)
		return a->start > b->start ? -1 : 1;
	return a->id > b->id ? -1 : a->id < b->id;
}

enum wk_rc
wk_store_page_list(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_page_row **v, size_t *n, struct wk_err *err)
{
	struct rows r = { .n = 0 };
	enum wk_rc rc;
	/* all of them: one walk through the table, not a search for every row */
	bool is_all = lo == INT32_MIN && hi == INT32_MAX;
	sqlite3_stmt *q = is_all ? STMT(s, EVENT_PAGES_ALL) : STMT(s, EVENT_PAGES);
	if (q == NULL)
		return WK_ERR_STORE;
	if (!is_all) {
		wk_db_bind_int(q, 1, lo);
		wk_db_bind_int(q, 2, hi);
	}
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		add_row(&r, q, a);
	if (rc == WK_ERR_NOTFOUND) {
		*v = WK_ARENA_ARRAY(a, struct wk_page_row, r.n + 1);
		if (r.n > 0)
			memcpy(*v, r.v, r.n * sizeof(*r.v));
		*n = r.n;
		qsort(*v, r.n, sizeof(**v), newest_first);
	}
	wk_mem_free(r.v);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_note_list(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_note **v, size_t *n, struct wk_err *err)
{
	struct wk_note *notes;
	size_t count = 0;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, DAY_NOTES);
	if (q == NULL)
		return WK_ERR_STORE;
	notes = WK_ARENA_ARRAY(a, struct wk_note, (size_t)WK_MAX(hi - lo + 1, 1));
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		notes[count++] = (struct wk_note){ sqlite3_column_int(q, 0),
			wk_db_text(q, 1, a), sqlite3_column_int(q, 2) != 0 };
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = notes;
	*n = count;
	return WK_OK;
}
