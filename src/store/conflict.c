/* SPDX-License-Identifier: MIT */
/* What an import left as it was because a hand had edited it. */
#include "internal.h"

enum wk_rc
wk_store_conflict_put(struct wk_store *s, int64_t batch, const struct wk_conflict *c,
    struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CONFLICT_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, batch);
	if (c->event != 0)
		wk_db_bind_int(q, 2, c->event);
	if (c->d != WK_DATE_NONE)
		wk_db_bind_int(q, 3, c->d);
	wk_db_bind_text(q, 4, c->field);
	wk_db_bind_text(q, 5, c->ours);
	wk_db_bind_text(q, 6, c->theirs);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_conflict_list(struct wk_store *s, int64_t batch, struct wk_arena *a,
    struct wk_conflict **v, size_t *n, struct wk_err *err)
{
	size_t cap = 0, count = 0;
	struct wk_conflict *list = NULL;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, CONFLICT_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, batch);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (count == cap) {
			cap = cap == 0 ? 8 : cap * 2;
			struct wk_conflict *bigger = WK_ARENA_ARRAY(a, struct wk_conflict,
			    cap);
			if (count > 0)
				memcpy(bigger, list, count * sizeof(*list));
			list = bigger;
		}
		list[count++] = (struct wk_conflict){ wk_db_int(q, 0, 0),
			(wk_date)wk_db_int(q, 1, WK_DATE_NONE), wk_db_text(q, 2, a),
			wk_db_text(q, 3, a), wk_db_text(q, 4, a) };
	}
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = list;
	*n = count;
	return WK_OK;
}
