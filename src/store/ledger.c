/* SPDX-License-Identifier: MIT */
/* The ledger of what left this machine, and members of what was answered. */
#include "internal.h"

enum wk_rc
wk_store_ledger_put(struct wk_store *s, struct wk_ledger *l, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, LEDGER_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, l->at);
	wk_db_bind_text(q, 2, l->dest);
	wk_db_bind_text(q, 3, l->week);
	wk_db_bind_text(q, 4, l->op);
	if (l->rev > 0)
		wk_db_bind_int(q, 5, l->rev);
	wk_db_bind_int(q, 6, l->bytes);
	wk_db_bind_text(q, 7, l->sha256);
	s->has_notes = true;
	enum wk_rc rc = wk_db_run(s->db, q, err);
	if (rc == WK_OK)
		l->id = wk_db_last_id(s->db);
	return rc;
}

enum wk_rc
wk_store_ledger_set(struct wk_store *s, const struct wk_ledger *l, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, LEDGER_SET);
	if (q == NULL)
		return WK_ERR_STORE;
	if (l->status != 0)
		wk_db_bind_int(q, 1, l->status);
	wk_db_bind_text(q, 2, l->code);
	wk_db_bind_int(q, 3, l->ms);
	wk_db_bind_int(q, 4, l->id);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}

enum { L_ID, L_AT, L_DEST, L_WEEK, L_OP, L_REV, L_BYTES, L_SHA, L_STATUS, L_CODE, L_MS };

enum wk_rc
wk_store_ledger_list(struct wk_store *s, size_t limit, struct wk_arena *a,
    struct wk_ledger **v, size_t *n, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, LEDGER_LIST);
	struct wk_list l = { .a = a, .size = sizeof(**v) };
	enum wk_rc rc;
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, limit == 0 ? -1 : (int64_t)limit);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		*(struct wk_ledger *)wk_store_list_more(&l) = (struct wk_ledger){
			.id = wk_db_int(q, L_ID, 0), .at = wk_db_int(q, L_AT, 0),
			.dest = wk_db_text(q, L_DEST, a),
			.week = wk_db_text(q, L_WEEK, a), .op = wk_db_text(q, L_OP, a),
			.rev = wk_db_int(q, L_REV, 0), .bytes = wk_db_int(q, L_BYTES, 0),
			.sha256 = wk_db_text(q, L_SHA, a),
			.status = (int)wk_db_int(q, L_STATUS, 0),
			.code = wk_db_text(q, L_CODE, a), .ms = wk_db_int(q, L_MS, -1) };
	sqlite3_reset(q);
	*v = wk_store_list_take(&l, n);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_json_get(struct wk_store *s, const char *json, const char *path,
    struct wk_arena *a, const char **out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, JSON_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, json);
	wk_db_bind_text(q, 2, path);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	*out = rc == WK_OK ? wk_db_text(q, 0, a) : NULL;
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_json_each(struct wk_store *s, const char *json, const char *path,
    struct wk_arena *a, const char ***v, size_t *n, struct wk_err *err)
{
	const char *array = NULL;
	struct wk_list l = { .a = a, .size = sizeof(**v) };
	enum wk_rc rc = wk_store_json_get(s, json, path, a, &array, err);
	sqlite3_stmt *q = rc == WK_OK && array != NULL && *array == '[' ?
	    STMT(s, JSON_EACH) : NULL;
	if (rc == WK_OK && q != NULL) {
		wk_db_bind_text(q, 1, array);
		wk_db_bind_text(q, 2, "$");
		while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
			*(const char **)wk_store_list_more(&l) = wk_db_text(q, 0, a);
		sqlite3_reset(q);
		rc = rc == WK_ERR_NOTFOUND ? WK_OK : rc;
	}
	*v = wk_store_list_take(&l, n);
	return rc;
}
