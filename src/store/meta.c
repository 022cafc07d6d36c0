/* SPDX-License-Identifier: MIT */
/* Notes of our own, by key. */
#include "internal.h"

enum wk_rc
wk_store_meta_get(struct wk_store *s, const char *key, struct wk_arena *a,
    const char **out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, META_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, key);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_ERR_NOTFOUND) {
		*out = NULL;
		return WK_OK;
	}
	if (rc == WK_OK)
		*out = wk_db_text(q, 0, a);
	sqlite3_reset(q);
	return rc;
}

enum wk_rc
wk_store_meta_put(struct wk_store *s, const char *key, const char *value,
    struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, META_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, key);
	wk_db_bind_text(q, 2, value);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_meta_list(struct wk_store *s, const char *lo, const char *hi, struct wk_arena *a,
    const char ***v, size_t *n, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, META_LIST);
	size_t cap = 0;
	const char **found = NULL, **kept;
	enum wk_rc rc;
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, lo);
	wk_db_bind_text(q, 2, hi);
	*n = 0;
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		found = wk_mem_grow(found, &cap, *n + 1, sizeof(*found));
		found[(*n)++] = wk_db_text(q, 0, a);
	}
	sqlite3_reset(q);
	kept = WK_ARENA_ARRAY(a, const char *, *n + 1);
	if (found != NULL)
		memcpy(kept, found, *n * sizeof(*kept));
	wk_mem_free(found);
	*v = kept;
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_store_kind
wk_store_kind_of(const char *path)
{
	static const enum wk_store_kind kinds[] = { [WK_DB_NONE] = WK_STORE_NONE,
		[WK_DB_EMPTY] = WK_STORE_EMPTY, [WK_DB_OURS] = WK_STORE_OURS,
		[WK_DB_FOREIGN] = WK_STORE_FOREIGN, [WK_DB_NO_DB] = WK_STORE_NO_DB };
	return kinds[wk_db_kind_of(path)];
}

enum wk_rc
wk_store_backup(struct wk_store *s, const char *path, struct wk_err *err)
{
	return wk_db_backup(s->db, path, err);
}
