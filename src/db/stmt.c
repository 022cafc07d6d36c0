/* SPDX-License-Identifier: MIT */
/* Statements: prepared on first use, kept, bound by position, read by column. */
#include <math.h>

#include "internal.h"

sqlite3_stmt *
wk_db_stmt(struct wk_db *db, int which, struct wk_err *err)
{
	sqlite3_stmt **s = &db->stmts[which];
	if (*s != NULL) {
		sqlite3_reset(*s);
		sqlite3_clear_bindings(*s);
		return *s;
	}
	int code = sqlite3_prepare_v2(db->h, db->sqls[which], -1, s, NULL);
	if (code != SQLITE_OK) {
		(void)wk_db_fail(db->path, db->h, code, err);
		return NULL;
	}
	return *s;
}

/* Binding fails only for want of memory or for a wrong position. */
static void
bound(int code)
{
	if (code != SQLITE_OK)
		wk_mem_die();
}

void
wk_db_bind_text(sqlite3_stmt *s, int i, const char *v)
{
	bound(v == NULL ? sqlite3_bind_null(s, i) :
	    sqlite3_bind_text(s, i, v, -1, SQLITE_STATIC));
}

void
wk_db_bind_int(sqlite3_stmt *s, int i, int64_t v)
{
	bound(sqlite3_bind_int64(s, i, v));
}

void
wk_db_bind_double(sqlite3_stmt *s, int i, double v)
{
	bound(isnan(v) ? sqlite3_bind_null(s, i) : sqlite3_bind_double(s, i, v));
}

const char *
wk_db_text(sqlite3_stmt *s, int col, struct wk_arena *a)
{
	const unsigned char *v = sqlite3_column_text(s, col);
	return v == NULL ? NULL :
	    wk_arena_strndup(a, (const char *)v, (size_t)sqlite3_column_bytes(s, col));
}

/* NULL reads as 0, so only a 0 needs a second look. */
double
wk_db_double(sqlite3_stmt *s, int col)
{
	double v = sqlite3_column_double(s, col);
	return v == 0 && sqlite3_column_type(s, col) == SQLITE_NULL ? (double)NAN : v;
}

int64_t
wk_db_int(sqlite3_stmt *s, int col, int64_t if_null)
{
	int64_t v = sqlite3_column_int64(s, col);
	return v == 0 && if_null != 0 && sqlite3_column_type(s, col) == SQLITE_NULL ?
	    if_null : v;
}

enum wk_rc
wk_db_step(struct wk_db *db, sqlite3_stmt *s, struct wk_err *err)
{
	int code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		return WK_OK;
	enum wk_rc rc = code == SQLITE_DONE ? WK_ERR_NOTFOUND :
	    wk_db_fail(db->path, db->h, code, err);
	sqlite3_reset(s);
	return rc;
}

enum wk_rc
wk_db_run(struct wk_db *db, sqlite3_stmt *s, struct wk_err *err)
{
	int code = sqlite3_step(s);
	enum wk_rc rc = code == SQLITE_DONE || code == SQLITE_ROW ? WK_OK :
	    wk_db_fail(db->path, db->h, code, err);
	sqlite3_reset(s);
	return rc;
}

enum wk_rc
wk_db_exec(struct wk_db *db, const char *sql, struct wk_err *err)
{
	int code = sqlite3_exec(db->h, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? WK_OK : wk_db_fail(db->path, db->h, code, err);
}

enum wk_rc
wk_db_pragma(struct wk_db *db, const char *sql, int64_t *out, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(db->h, sql, -1, &s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = sqlite3_column_int64(s, 0);
	enum wk_rc rc = code == SQLITE_ROW ? WK_OK :
	    wk_db_fail(db->path, db->h, code, err);
	sqlite3_finalize(s);
	return rc;
}

enum wk_rc
wk_db_begin(struct wk_db *db, struct wk_err *err)
{
	return wk_db_exec(db, "BEGIN IMMEDIATE", err);
}

enum wk_rc
wk_db_begin_read(struct wk_db *db, struct wk_err *err)
{
	return wk_db_exec(db, "BEGIN", err);
}

enum wk_rc
wk_db_commit(struct wk_db *db, struct wk_err *err)
{
	enum wk_rc rc = wk_db_exec(db, "COMMIT", err);
	if (rc != WK_OK)
		wk_db_rollback(db);
	return rc;
}

void
wk_db_rollback(struct wk_db *db)
{
	if (wk_db_in_transaction(db))
		(void)sqlite3_exec(db->h, "ROLLBACK", NULL, NULL, NULL);
}

bool
wk_db_in_transaction(const struct wk_db *db)
{
	return sqlite3_get_autocommit(db->h) == 0;
}

int64_t
wk_db_last_id(struct wk_db *db)
{
	return sqlite3_last_insert_rowid(db->h);
}

int
wk_db_changes(struct wk_db *db)
{
	return sqlite3_changes(db->h);
}

int64_t
wk_db_data_version(struct wk_db *db)
{
	if (db->data_version == NULL && sqlite3_prepare_v2(db->h, "PRAGMA data_version",
	    -1, &db->data_version, NULL) != SQLITE_OK)
		return -1;
	int64_t v = sqlite3_step(db->data_version) == SQLITE_ROW ?
	    sqlite3_column_int64(db->data_version, 0) : -1;
	sqlite3_reset(db->data_version);
	return v;
}

void
wk_db_shrink(struct wk_db *db)
{
	(void)sqlite3_db_release_memory(db->h);
}
