/* SPDX-License-Identifier: MIT */
/* Every incident with what a list of them shows, and nothing else of its row. */
#include <stdlib.h>

#include "internal.h"

enum column { C_ID, C_D, C_START, C_OFF, C_SEVERITY, C_MINUTES, C_WOKE, C_NOISE,
	C_CATEGORY, C_SOURCE, C_TITLE };

static void
read_row(sqlite3_stmt *q, struct wk_arena *a, struct wk_page_row *p)
{
	p->id = sqlite3_column_int64(q, C_ID);
	p->d = sqlite3_column_int(q, C_D);
	p->start = wk_db_int(q, C_START, WK_TIME_NONE);
	p->off = sqlite3_column_int(q, C_OFF);
	p->severity = (int)wk_db_int(q, C_SEVERITY, -1);
	p->minutes = wk_db_double(q, C_MINUTES);
	p->woke = (int)wk_db_int(q, C_WOKE, -1);
	p->noise = (int)wk_db_int(q, C_NOISE, -1);
	p->category = (int)wk_db_int(q, C_CATEGORY, -1);
	p->source = wk_db_text(q, C_SOURCE, a);
	p->title = wk_db_text(q, C_TITLE, a);
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
wk_store_page_list(struct wk_store *s, struct wk_arena *a, struct wk_page_row **v,
    size_t *n, struct wk_err *err)
{
	size_t cap = 64, count = 0;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, EVENT_PAGES);
	if (q == NULL)
		return WK_ERR_STORE;
	struct wk_page_row *rows = WK_ARENA_ARRAY(a, struct wk_page_row, cap);
	wk_db_bind_int(q, 1, INT32_MIN);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (count == cap) {
			struct wk_page_row *bigger = WK_ARENA_ARRAY(a,
			    struct wk_page_row, cap * 2);
			memcpy(bigger, rows, count * sizeof(*rows));
			rows = bigger;
			cap *= 2;
		}
		read_row(q, a, &rows[count++]);
	}
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	qsort(rows, count, sizeof(*rows), newest_first);
	*v = rows;
	*n = count;
	return WK_OK;
}
