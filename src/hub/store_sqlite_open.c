/* SPDX-License-Identifier: MIT */
/* Opening the hub's SQLite file. Debian 12's SQLite can lose committed rows in WAL mode
 * when connections write and checkpoint at once. Rules that keep that away:
 * 1. One process: FILE.lock is flocked as long as the store is open.
 * 2. One connection writes, and only that one checkpoints. Every connection has automatic
 *    checkpoints off, also the one at closing.
 * 3. Readers are query_only. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_sqlite_read.h"

#define APPLICATION_ID 0x77687562 /* "whub" */

static const struct wk_hub_migration {
	int version;
	const char *sql;
} migrations[] = {
#include "hub_schema.h"
};

static const struct { int id, on; } switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

static enum wk_rc
fail(const struct hub_sqlite *c, struct wk_err *err)
{
	return wk_fail(err, WK_ERR_STORE, "%.120s cannot be used: %.80s", c->path,
	    sqlite3_errmsg(c->h));
}

static enum wk_rc
execute(struct hub_sqlite *c, const char *sql, struct wk_err *err)
{
	return sqlite3_exec(c->h, sql, NULL, NULL, NULL) == SQLITE_OK ? WK_OK :
	    fail(c, err);
}

static enum wk_rc
pragma(struct hub_sqlite *c, const char *sql, int64_t *out, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(c->h, sql, -1, &s, NULL);
	if (code == SQLITE_OK && (code = sqlite3_step(s)) == SQLITE_ROW)
		*out = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return code == SQLITE_ROW ? WK_OK : fail(c, err);
}

static void
close_connection(struct hub_sqlite *c)
{
	for (size_t i = 0; i < HUB_QUERIES; i++)
		sqlite3_finalize(c->stmts[i]);
	sqlite3_close(c->h);
	wk_mem_free(c->path);
}

static enum wk_rc
open_connection(struct hub_sqlite *c, const char *path, struct wk_err *err)
{
	c->path = wk_mem_strdup(path);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	if (sqlite3_open_v2(path, &c->h, flags, NULL) != SQLITE_OK)
		return fail(c, err);
	for (size_t i = 0; i < WK_LEN(switches); i++)
		(void)sqlite3_db_config(c->h, switches[i].id, switches[i].on, NULL);
	(void)sqlite3_limit(c->h, SQLITE_LIMIT_ATTACHED, 0);
	(void)sqlite3_limit(c->h, SQLITE_LIMIT_LENGTH, 4 << 20);
	sqlite3_busy_timeout(c->h, HUB_SQLITE_BUSY_MS);
	return execute(c, "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL;"
	    "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
	    "PRAGMA cell_size_check=ON", err);
}

enum wk_rc
hub_sqlite_lock(const char *path, int *lock, struct wk_err *err)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s.lock", path);
	*lock = open(b.p, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	wk_buf_fini(&b);
	if (*lock < 0)
		return wk_fail(err, WK_ERR_STORE, "%.120s.lock cannot be opened: %s",
		    path, strerror(errno));
	return flock(*lock, LOCK_EX | LOCK_NB) == 0 ? WK_OK : wk_fail(err, WK_ERR_STORE,
	    "%.120s is in use by another wick-hub; stop that one first", path);
}

/* 0600 from its first moment. */
static enum wk_rc
make_file(const char *path, struct wk_err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return wk_fail(err, WK_ERR_STORE, "%.120s cannot be opened: %s", path,
		    strerror(errno));
	close(fd);
	return WK_OK;
}

static enum wk_rc
identify(struct hub_sqlite *c, int64_t *version, struct wk_err *err)
{
	int64_t id = 0, tables = 0;
	enum wk_rc rc = pragma(c, "PRAGMA application_id", &id, err);
	if (rc == WK_OK)
		rc = pragma(c, "PRAGMA user_version", version, err);
	if (rc == WK_OK)
		rc = pragma(c, "SELECT count(*) FROM sqlite_schema", &tables, err);
	if (rc != WK_OK)
		return rc;
	int newest = migrations[WK_LEN(migrations) - 1].version;
	if (id != APPLICATION_ID && (id != 0 || tables != 0))
		return wk_fail(err, WK_ERR_STORE, "%.120s is not a hub's database",
		    c->path);
	if (*version > newest)
		return wk_fail(err, WK_ERR_STORE, "%.120s is of version %lld, newer than "
		    "this wick-hub's %d; use a newer one", c->path,
		    (long long)*version, newest);
	return WK_OK;
}

static enum wk_rc
migrate(struct hub_sqlite *c, int64_t version, struct wk_err *err)
{
	char mark[96];
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(migrations); i++) {
		if (migrations[i].version <= version)
			continue;
		(void)snprintf(mark, sizeof(mark), "PRAGMA application_id=%d;"
		    "PRAGMA user_version=%d; COMMIT", APPLICATION_ID,
		    migrations[i].version);
		rc = execute(c, "BEGIN IMMEDIATE", err);
		if (rc == WK_OK)
			rc = execute(c, migrations[i].sql, err);
		if (rc == WK_OK)
			rc = execute(c, mark, err);
	}
	return rc;
}

static int
on_wal(void *ctx, sqlite3 *h, const char *name, int pages)
{
	(void)h;
	(void)name;
	((struct wk_hub_store *)ctx)->wal_pages = pages;
	return SQLITE_OK;
}

static enum wk_rc
open_store(struct wk_hub_store *s, const char *path, struct wk_err *err)
{
	int64_t version = 0;
	enum wk_rc rc = hub_sqlite_lock(path, &s->lock, err);
	if (rc == WK_OK)
		rc = make_file(path, err);
	if (rc == WK_OK)
		rc = open_connection(&s->c, path, err);
	if (rc == WK_OK)
		rc = identify(&s->c, &version, err);
	/* The size of its cache decides how fast random people are found. */
	if (rc == WK_OK)
		rc = execute(&s->c, "PRAGMA journal_mode=WAL; PRAGMA cache_size=-65536",
		    err);
	if (rc == WK_OK)
		rc = migrate(&s->c, version, err);
	if (rc != WK_OK)
		return rc;
	/* Whoever was killed may have left a long WAL, or erased contents in it. */
	(void)hub_sqlite_scrub(s);
	(void)sqlite3_wal_hook(s->c.h, on_wal, s);
	return WK_OK;
}

enum wk_rc
hub_sqlite_open(const char *dsn, struct wk_hub_store **out, struct wk_err *err)
{
	const char *path = dsn + strlen("sqlite:");
	if (!wk_text_starts(dsn, "sqlite:") || path[0] == '\0' || path[0] == ':' ||
	    wk_text_starts(path, "file:"))
		return wk_fail(err, WK_ERR_INPUT, "%.120s names no file; sqlite:/path "
		    "does", dsn);
	struct wk_hub_store *s = wk_mem_alloc(sizeof(*s));
	s->lock = -1;
	enum wk_rc rc = open_store(s, path, err);
	if (rc != WK_OK) {
		hub_sqlite_close(s);
		return rc;
	}
	*out = s;
	return WK_OK;
}

void
hub_sqlite_close(struct wk_hub_store *s)
{
	if (s->c.h != NULL)
		(void)hub_sqlite_scrub(s);
	close_connection(&s->c);
	if (s->lock >= 0)
		close(s->lock);
	wk_mem_free(s);
}

enum wk_rc
hub_sqlite_open_reader(struct hub_sqlite *c, const char *path, struct wk_err *err)
{
	int64_t version = 0;
	memset(c, 0, sizeof(*c));
	enum wk_rc rc = open_connection(c, path, err);
	if (rc == WK_OK)
		rc = execute(c, "PRAGMA query_only=1; PRAGMA cache_size=-8192", err);
	if (rc == WK_OK)
		rc = identify(c, &version, err);
	return rc != WK_OK || version > 0 ? rc : wk_fail(err, WK_ERR_STORE,
	    "%.120s is not a hub's database", path);
}

void
hub_sqlite_close_reader(struct hub_sqlite *c)
{
	close_connection(c);
}

enum wk_rc
hub_sqlite_reader(struct wk_hub_store *s, struct wk_hub_reader **out, struct wk_err *err)
{
	struct wk_hub_reader *r = wk_mem_alloc(sizeof(*r));
	enum wk_rc rc = hub_sqlite_open_reader(&r->c, s->c.path, err);
	if (rc != WK_OK) {
		hub_sqlite_reader_close(r);
		return rc;
	}
	*out = r;
	return WK_OK;
}

void
hub_sqlite_reader_close(struct wk_hub_reader *r)
{
	close_connection(&r->c);
	wk_mem_free(r);
}
