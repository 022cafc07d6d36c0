/* SPDX-License-Identifier: MIT */
/* db: the one opener of SQLite files, statements and migrations. Only folder besides
 * store that may say sqlite3.h. Opened as RELIABILITY 5 says and never in WAL:
 * journal_mode=TRUNCATE, synchronous=FULL, secure_delete=ON, defensive, low limits,
 * NOFOLLOW, 0600 in a 0700 folder, application_id 0x7769636b ("wick"). */
#pragma once

#include <sqlite3.h>

#include "wick/base.h"

#define WK_DB_APPLICATION_ID 0x7769636b

enum wk_db_mode {
	WK_DB_READ,      /* must exist; read-only; no lock file, no journal is made */
	WK_DB_WRITE,     /* must exist */
	WK_DB_CREATE,    /* made 0600 (O_EXCL|O_NOFOLLOW) when it is not there */
	/* or'ed to one of these: waits 0.8 s for another writer, not 5 s */
	WK_DB_SOON = 8,
};
struct wk_db_migration { int version; const char *sql; };   /* ends at version 0 */

/* What stands under a name, by its first bytes and without SQLite. */
enum wk_db_kind { WK_DB_NONE, WK_DB_EMPTY, WK_DB_OURS, WK_DB_FOREIGN, WK_DB_NO_DB };
/* Not of a file this process has open: closing it would drop its locks. */
enum wk_db_kind wk_db_kind_of(const char *path);
/* Whether a file that is there, and its folder, may be written. */
enum wk_rc wk_db_check_writable(const char *path, struct wk_err *err) WK_USE;

/* The user_version of one of ours, by its first bytes; 0: it is none of ours. */
int wk_db_version_of(const char *path);

struct wk_db;
/* Opens path. A newer, foreign, damaged or unreadable file: WK_ERR_STORE with a sentence
 * that names the file and says what to do. Migrations run in WRITE/CREATE (a copy
 * FILE.before-vN by sqlite3_backup first, integrity_check before); in READ an older file
 * is refused with "run any command that writes". sqls: the statement texts, indexed by
 * the caller's enum; prepared on first use and kept. */
enum wk_rc wk_db_open(const char *path, enum wk_db_mode mode,
    const struct wk_db_migration *migrations, const char *const *sqls, size_t nsql,
    struct wk_db **out, struct wk_err *err) WK_USE;
/* A private copy in memory, what it has no room for in a file without a name: what a dry
 * run writes to. */
enum wk_rc wk_db_open_copy(struct wk_db *from, struct wk_db **out,
    struct wk_err *err) WK_USE;
void wk_db_close(struct wk_db *db);
const char *wk_db_path(const struct wk_db *db);
bool wk_db_is_readonly(const struct wk_db *db);

/* The kept statement, reset and with cleared bindings; NULL and *err on failure. */
sqlite3_stmt *wk_db_stmt(struct wk_db *db, int which, struct wk_err *err);
/* Binding by position, in the order of the named parameters' first appearance. */
/* NULL binds NULL; not copied */
void wk_db_bind_text(sqlite3_stmt *s, int i, const char *v);
void wk_db_bind_int(sqlite3_stmt *s, int i, int64_t v);
void wk_db_bind_double(sqlite3_stmt *s, int i, double v);           /* NAN binds NULL */
const char *wk_db_text(sqlite3_stmt *s, int col, struct wk_arena *a); /* NULL for NULL */
double wk_db_double(sqlite3_stmt *s, int col);                      /* NAN for NULL */
int64_t wk_db_int(sqlite3_stmt *s, int col, int64_t if_null);
/* One row: WK_OK; no more: WK_ERR_NOTFOUND (err untouched); else WK_ERR_STORE. */
enum wk_rc wk_db_step(struct wk_db *db, sqlite3_stmt *s, struct wk_err *err) WK_USE;
/* Runs a statement that returns nothing. */
enum wk_rc wk_db_run(struct wk_db *db, sqlite3_stmt *s, struct wk_err *err) WK_USE;

/* BEGIN IMMEDIATE; waits up to 5 s, with WK_DB_SOON less, then WK_ERR_STORE "is in use
 * by another wick". */
enum wk_rc wk_db_begin(struct wk_db *db, struct wk_err *err) WK_USE;
/* Only to read; the file is locked with the first of it. wk_db_rollback ends it. */
enum wk_rc wk_db_begin_read(struct wk_db *db, struct wk_err *err) WK_USE;
enum wk_rc wk_db_commit(struct wk_db *db, struct wk_err *err) WK_USE;
void wk_db_rollback(struct wk_db *db);               /* no transaction: does nothing */
bool wk_db_in_transaction(const struct wk_db *db);
int64_t wk_db_last_id(struct wk_db *db);
int wk_db_changes(struct wk_db *db);
/* Changes when another connection has committed. */
int64_t wk_db_data_version(struct wk_db *db);
/* Forgets the pages of the file that were kept. */
void wk_db_shrink(struct wk_db *db);
/* integrity_check + foreign_key_check; WK_ERR_STORE "FILE is damaged: ...; restore
 * ..." */
enum wk_rc wk_db_check(struct wk_db *db, struct wk_err *err) WK_USE;
/* Online copy to path through a temporary file: checked, synced, renamed, 0600. What
 * stands there is replaced: ask wk_db_kind_of before. */
enum wk_rc wk_db_backup(struct wk_db *db, const char *path, struct wk_err *err) WK_USE;
