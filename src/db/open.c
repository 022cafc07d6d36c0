/* SPDX-License-Identifier: MIT */
/* The one opener. Rules it keeps:
 * 1. Never WAL: SQLite before 3.51.3 can lose committed rows in it. journal_mode=TRUNCATE
 *    with synchronous=FULL keeps every acknowledged commit, secure_delete leaves no copy.
 * 2. A read connection makes nothing and writes nothing, with one exception: the journal
 *    of a process that was killed has to be rolled back before anybody can read.
 * 3. Nothing is written before the file is known to be ours. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

#define BUSY_MS 5000
#define BUSY_SOON_MS 800

static const struct { int id, on; } switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
};
static const struct { int id, max; } limits[] = {
	{ SQLITE_LIMIT_LENGTH, 4 << 20 },
	{ SQLITE_LIMIT_SQL_LENGTH, 64 << 10 },
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 20 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 5 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 50 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 5 },
};

void
wk_db_harden(sqlite3 *h)
{
	sqlite3_extended_result_codes(h, 1);
	sqlite3_busy_timeout(h, BUSY_MS);
	for (size_t i = 0; i < WK_LEN(switches); i++)
		(void)sqlite3_db_config(h, switches[i].id, switches[i].on, NULL);
	for (size_t i = 0; i < WK_LEN(limits); i++)
		(void)sqlite3_limit(h, limits[i].id, limits[i].max);
}

/* No threads and no statistics: half the cost of every allocation. Too late after the
 * first open of the process, which does no harm. */
static void
configure_once(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* In memory, or where it is too large for that in a file without a name. */
static bool
is_nameless(const char *path)
{
	return *path == '\0' || strcmp(path, ":memory:") == 0;
}

/* With its folder resolved: SQLite's NOFOLLOW would refuse a home folder behind a link,
 * while only the last part has to be no link. Never a "file:" URI. */
static char *
resolved(const char *path)
{
	struct wk_buf b;
	const char *slash = strrchr(path, '/');
	if (is_nameless(path))
		return wk_mem_strdup(path);
	wk_buf_init(&b);
	wk_buf_add(&b, path, slash == NULL ? 0 : WK_MAX((size_t)(slash - path),
	    (size_t)1));
	char *real = realpath(slash == NULL ? "." : b.p, NULL);
	wk_buf_clear(&b);
	wk_buf_addf(&b, "%s/%s", real != NULL ? real : ".",
	    slash == NULL ? path : slash + 1);
	free(real);                            /* realpath's own */
	return wk_buf_take(&b);
}

static enum wk_rc
open_handle(struct wk_db *db, bool read_only, struct wk_err *err)
{
	WK_AUTOFREE char *real = resolved(db->path);
	int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
	    SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	int code = sqlite3_open_v2(real, &db->h, flags, NULL);
	if (code != SQLITE_OK)
		return wk_db_fail(db->path, db->h, code, err);
	wk_db_harden(db->h);
	if (db->is_soon)
		sqlite3_busy_timeout(db->h, BUSY_SOON_MS);
	return WK_OK;
}

static void
close_handle(struct wk_db *db)
{
	for (size_t i = 0; i < db->nsql; i++) {
		sqlite3_finalize(db->stmts[i]);
		db->stmts[i] = NULL;
	}
	sqlite3_finalize(db->data_version);
	db->data_version = NULL;
	sqlite3_close(db->h);
	db->h = NULL;
}

/* A killed writer left a journal; a connection that may write rolls it back. */
static bool
is_left(struct wk_db *db)
{
	int code = sqlite3_extended_errcode(db->h);
	return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY;
}

static enum wk_rc
recover(struct wk_db *db, struct wk_err *err)
{
	int64_t v;
	close_handle(db);
	enum wk_rc rc = open_handle(db, false, err);
	if (rc == WK_OK)
		rc = wk_db_pragma(db, "PRAGMA user_version", &v, err);
	if (rc != WK_OK)
		return wk_fail(err, WK_ERR_STORE,
		    "%s was left in the middle of a change and cannot be "
		    "written to repair it",
		    wk_db_name(db->path));
	close_handle(db);
	return open_handle(db, true, err);
}

static bool
is_truncate(struct wk_db *db)
{
	sqlite3_stmt *s = NULL;
	bool yes = sqlite3_prepare_v2(db->h, "PRAGMA journal_mode=TRUNCATE", -1, &s,
	    NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW &&
	    strcmp((const char *)sqlite3_column_text(s, 0), "truncate") == 0;
	sqlite3_finalize(s);
	return yes;
}

/* mmap_size is 0 and synchronous FULL in Debian's build already; said all the same. */
static enum wk_rc
set_pragmas(struct wk_db *db, struct wk_err *err)
{
	if (is_nameless(db->path))
		return wk_db_exec(db, "PRAGMA cache_size=-4000", err);
	if (!is_truncate(db))
		return wk_fail(err, WK_ERR_STORE, "%s cannot leave WAL mode: %s",
		    wk_db_name(db->path), sqlite3_errmsg(db->h));
	return wk_db_exec(db, "PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
	    "PRAGMA cell_size_check=ON;PRAGMA temp_store=MEMORY", err);
}

static struct wk_db *
new_db(const char *path, const char *const *sqls, size_t nsql)
{
	struct wk_db *db = wk_mem_alloc(sizeof(*db));
	db->path = wk_mem_strdup(path);
	db->sqls = sqls;
	db->nsql = nsql;
	db->stmts = wk_mem_alloc((nsql + 1) * sizeof(*db->stmts));
	return db;
}

static enum wk_rc
open_and_migrate(struct wk_db *db, const struct wk_db_migration *migrations,
    struct wk_err *err)
{
	int version = 0;
	enum wk_rc rc = open_handle(db, db->is_readonly, err);
	if (rc == WK_OK)
		rc = wk_db_identify(db, migrations, &version, err);
	if (rc != WK_OK && db->is_readonly && is_left(db)) {
		rc = recover(db, err);
		if (rc == WK_OK)
			rc = wk_db_identify(db, migrations, &version, err);
	}
	if (rc != WK_OK || db->is_readonly)
		return rc;
	rc = set_pragmas(db, err);
	return rc == WK_OK ? wk_db_migrate(db, migrations, version, err) : rc;
}

/* A new file that could not be filled: an empty one in its place would only confuse. */
static void
unmake(const char *path)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s-journal", path);
	(void)unlink(b.p);
	(void)unlink(path);
	wk_buf_fini(&b);
}

enum wk_rc
wk_db_open(const char *path, enum wk_db_mode mode,
    const struct wk_db_migration *migrations, const char *const *sqls, size_t nsql,
    struct wk_db **out, struct wk_err *err)
{
	bool made = false, is_soon = (mode & WK_DB_SOON) != 0;
	enum wk_rc rc = WK_OK;
	configure_once();
	mode &= ~(unsigned)WK_DB_SOON;
	if (!is_nameless(path))
		rc = wk_db_prepare_file(path, mode, &made, err);
	if (rc != WK_OK)
		return rc;
	struct wk_db *db = new_db(path, sqls, nsql);
	db->is_readonly = mode == WK_DB_READ;
	db->is_soon = is_soon;
	rc = open_and_migrate(db, migrations, err);
	/* Where another wick is at work on it, it has been filled already. */
	bool is_busy = (sqlite3_errcode(db->h) & 0xff) == SQLITE_BUSY;
	if (rc == WK_OK)
		*out = db;
	else
		wk_db_close(db);
	if (rc != WK_OK && made && !is_busy)
		unmake(path);
	return rc;
}

/* What a copy has no room for in memory is set aside in the folder of the diary, where it
 * is as safe as that; SQLite falls back to the usual folders where it may not. */
static void
set_aside_at(const char *path)
{
	const char *slash = strrchr(path, '/');
	sqlite3_free(sqlite3_temp_directory);
	sqlite3_temp_directory = slash == NULL || slash == path ? NULL :
	    sqlite3_mprintf("%.*s", (int)(slash - path), path);
}

enum wk_rc
wk_db_open_copy(struct wk_db *from, struct wk_db **out, struct wk_err *err)
{
	struct wk_db *db = new_db("", from->sqls, from->nsql);
	set_aside_at(from->path);
	enum wk_rc rc = open_handle(db, false, err);
	int code = SQLITE_OK;
	if (rc == WK_OK)
		rc = set_pragmas(db, err);
	if (rc == WK_OK) {
		sqlite3_backup *b = sqlite3_backup_init(db->h, "main", from->h, "main");
		code = b == NULL ? sqlite3_errcode(db->h) : sqlite3_backup_step(b, -1);
		(void)sqlite3_backup_finish(b);
		if (code != SQLITE_DONE)
			rc = wk_db_fail(from->path, from->h, code, err);
	}
	if (rc == WK_OK)
		*out = db;
	else
		wk_db_close(db);
	return rc;
}

void
wk_db_close(struct wk_db *db)
{
	if (db == NULL)
		return;
	wk_db_rollback(db);
	close_handle(db);
	wk_mem_free(db->stmts);
	wk_mem_free(db->path);
	wk_mem_free(db);
}

const char *
wk_db_path(const struct wk_db *db)
{
	return db->path;
}

bool
wk_db_is_readonly(const struct wk_db *db)
{
	return db->is_readonly;
}
