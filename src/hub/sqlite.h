/* SPDX-License-Identifier: MIT */
/* What the files of the SQLite store share. */
#pragma once

#include <sqlite3.h>

#include "image.h"
#include "sql.h"

struct hub_sqlite { /* one connection with its kept statements */
	sqlite3 *h;
	char *path;
	sqlite3_stmt *stmts[HUB_QUERIES];
};
struct wk_hub_store {
	struct hub_sqlite c;
	int lock; /* FILE.lock, flocked while we live */
	int wal_pages, copied_pages; /* in the WAL; of them in the file, too */
	bool is_scrub_due; /* erased contents may still stand in the WAL */
	struct hub_image img; /* of one transaction */
};
struct wk_hub_reader {
	struct hub_sqlite c;
};

/* ---- store_sqlite_open.c ---- */
enum wk_rc hub_sqlite_open(const char *dsn, struct wk_hub_store **out,
    struct wk_err *err);
void hub_sqlite_close(struct wk_hub_store *s);
/* path.lock, for as long as *lock (-1: there is none) is open. */
enum wk_rc hub_sqlite_lock(const char *path, int *lock, struct wk_err *err);
enum wk_rc hub_sqlite_reader(struct wk_hub_store *s, struct wk_hub_reader **out,
    struct wk_err *err);
void hub_sqlite_reader_close(struct wk_hub_reader *r);
/* A hub's database that somebody else may have open; close it in any case. */
enum wk_rc hub_sqlite_open_reader(struct hub_sqlite *c, const char *path,
    struct wk_err *err);
void hub_sqlite_close_reader(struct hub_sqlite *c);
enum wk_rc hub_sqlite_backup(struct wk_hub_store *s, const char *path,
    struct wk_err *err);

/* ---- store_sqlite_row.c: statements and rows ---- */
/* NULL and *err if it cannot be prepared. */
sqlite3_stmt *hub_sqlite_stmt(struct hub_sqlite *c, enum hub_query q, struct wk_err *err);
void hub_sqlite_bind(sqlite3_stmt *s, int i, int64_t v);
void hub_sqlite_bind_text(sqlite3_stmt *s, int i, const char *v); /* NULL binds NULL */
void hub_sqlite_bind_hash(sqlite3_stmt *s, int i, const uint8_t hash[32]);
/* SQLITE_ROW, SQLITE_DONE (then reset), or an error (reset, *err filled). */
int hub_sqlite_step(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_err *err);
/* Runs what gives no row. */
int hub_sqlite_run(struct hub_sqlite *c, enum hub_query q, struct wk_err *err);
void hub_sqlite_text(sqlite3_stmt *s, int col, char *out, size_t size);
void hub_sqlite_read_person(sqlite3_stmt *s, struct wk_hub_person *p);
void hub_sqlite_read_week(sqlite3_stmt *s, struct wk_hub_week *w);
void hub_sqlite_read_token(sqlite3_stmt *s, struct hub_token *t);
void hub_sqlite_read_audit(sqlite3_stmt *s, struct wk_hub_audit *a);
/* SQLITE_DONE or an error. */
int hub_sqlite_shares(struct hub_sqlite *c, struct wk_hub_person *p, struct wk_err *err);

/* ---- store_sqlite_write.c ---- */
enum wk_hub_store_rc hub_sqlite_apply(struct wk_hub_store *s, const struct wk_hub_op *ops,
    size_t n, struct wk_hub_result *out, struct wk_err *err);
void hub_sqlite_settle(struct wk_hub_store *s);
/* All of the WAL into the file, and the WAL emptied. */
int hub_sqlite_scrub(struct wk_hub_store *s);
int hub_sqlite_flush(struct wk_hub_store *s, struct wk_err *err);
