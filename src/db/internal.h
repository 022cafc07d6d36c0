/* SPDX-License-Identifier: MIT */
/* What the files of db share. */
#pragma once

#include "wick/db.h"

struct wk_db {
	sqlite3 *h;
	char *path;                    /* owned; "" for a copy */
	bool is_readonly, is_soon;
	const char *const *sqls;
	size_t nsql;
	sqlite3_stmt **stmts;          /* prepared on first use, as long as sqls */
	sqlite3_stmt *data_version;
};

/* SQLite's answer as one sentence that names the file. Always WK_ERR_STORE. */
enum wk_rc wk_db_fail(const char *path, sqlite3 *h, int code, struct wk_err *err);
/* The end of a path that is too long for a message. */
const char *wk_db_name(const char *path);
/* Runs one statement (or several) that returns nothing. */
enum wk_rc wk_db_exec(struct wk_db *db, const char *sql, struct wk_err *err) WK_USE;
/* First column of the first row. */
enum wk_rc wk_db_pragma(struct wk_db *db, const char *sql, int64_t *out,
    struct wk_err *err) WK_USE;
/* Limits and switches that need no file. */
void wk_db_harden(sqlite3 *h);
/* Is it ours, and of which version? 0: empty. A read connection takes only the newest. */
enum wk_rc wk_db_identify(struct wk_db *db, const struct wk_db_migration *migrations,
    int *version, struct wk_err *err) WK_USE;
/* Brings a store of this version to the newest. */
enum wk_rc wk_db_migrate(struct wk_db *db, const struct wk_db_migration *migrations,
    int version, struct wk_err *err) WK_USE;
/* What can be told from outside: a regular file of the right kind, in a folder that can
 * be written. Makes a new file, 0600; *made says so. */
enum wk_rc wk_db_prepare_file(const char *path, enum wk_db_mode mode, bool *made,
    struct wk_err *err) WK_USE;
