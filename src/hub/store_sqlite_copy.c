/* SPDX-License-Identifier: MIT */
/* Copies of the SQLite store: by sqlite3_backup, checked, synced, then renamed. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sqlite.h"

static enum wk_rc
check_copy(sqlite3 *to, const char *path, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(to, "PRAGMA integrity_check(1)", -1, &s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	const char *said = code == SQLITE_ROW ?
	    (const char *)sqlite3_column_text(s, 0) : NULL;
	enum wk_rc rc = said != NULL && strcmp(said, "ok") == 0 ? WK_OK :
	    wk_fail(err, WK_ERR_STORE, "the copy for %.120s is damaged: %.80s", path,
	    said == NULL ? sqlite3_errmsg(to) : said);
	sqlite3_finalize(s);
	return rc;
}

/* A copy is one file: whoever restores it has no WAL to forget. */
static enum wk_rc
copy(struct hub_sqlite *c, const char *tmp, struct wk_err *err)
{
	sqlite3 *to = NULL;
	int code = sqlite3_open_v2(tmp, &to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL);
	sqlite3_backup *b = code != SQLITE_OK ? NULL :
	    sqlite3_backup_init(to, "main", c->h, "main");
	if (b != NULL) {
		code = sqlite3_backup_step(b, -1);
		(void)sqlite3_backup_finish(b);
	}
	enum wk_rc rc = code == SQLITE_DONE ? WK_OK : wk_fail(err, WK_ERR_STORE,
	    "%.120s cannot be copied to %.120s: %s", c->path, tmp,
	    sqlite3_errmsg(to));
	if (rc == WK_OK)
		(void)sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
	if (rc == WK_OK)
		rc = check_copy(to, tmp, err);
	sqlite3_close(to);
	return rc;
}

static enum wk_rc
sync_file(const char *path, int flags, struct wk_err *err)
{
	int fd = open(path, flags | O_CLOEXEC);
	bool is_done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return is_done ? WK_OK : wk_fail(err, WK_ERR_FAIL, "%.120s cannot be synced",
	    path);
}

static enum wk_rc
put_in_place(const char *tmp, const char *path, struct wk_err *err)
{
	WK_AUTOFREE char *folder = wk_mem_strdup(path);
	char *slash = strrchr(folder, '/');
	if (slash != NULL)
		slash[slash == folder] = '\0';
	enum wk_rc rc = sync_file(tmp, O_RDONLY, err);
	if (rc == WK_OK && rename(tmp, path) != 0)
		rc = wk_fail(err, WK_ERR_FAIL, "%.120s cannot be written", path);
	return rc != WK_OK ? rc : sync_file(slash == NULL ? "." : folder,
	    O_RDONLY | O_DIRECTORY, err);
}

/* To a temporary file first: under its name a copy appears whole. */
static enum wk_rc
copy_to(struct hub_sqlite *c, const char *path, struct wk_err *err)
{
	struct wk_buf tmp;
	wk_buf_init(&tmp);
	wk_buf_addf(&tmp, "%s.XXXXXX", path);
	int fd = mkostemp(tmp.p, O_CLOEXEC);
	enum wk_rc rc = fd >= 0 ? WK_OK : wk_fail(err, WK_ERR_FAIL,
	    "%.120s cannot be written: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	if (rc == WK_OK)
		rc = copy(c, tmp.p, err);
	if (rc == WK_OK)
		rc = put_in_place(tmp.p, path, err);
	if (rc != WK_OK && fd >= 0)
		(void)unlink(tmp.p);
	wk_buf_fini(&tmp);
	return rc;
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	    x.st_ino == y.st_ino;
}

enum wk_rc
hub_sqlite_backup(struct wk_hub_store *s, const char *path, struct wk_err *err)
{
	return is_same_file(s->c.path, path) ? wk_fail(err, WK_ERR_INPUT,
	    "%.120s is the database itself", path) : copy_to(&s->c, path, err);
}

/* A WAL that stays would be taken for the copy's; it goes with its database. */
static enum wk_rc
set_aside(const char *path, struct wk_err *err)
{
	static const char *const parts[] = { "", "-wal", "-shm" };
	struct wk_buf from, to;
	enum wk_rc rc = WK_OK;
	wk_buf_init(&from);
	wk_buf_init(&to);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(parts); i++) {
		wk_buf_clear(&from);
		wk_buf_clear(&to);
		wk_buf_addf(&from, "%s%s", path, parts[i]);
		wk_buf_addf(&to, "%s.before-restore%s", path, parts[i]);
		(void)unlink(to.p);
		if (rename(from.p, to.p) != 0 && errno != ENOENT)
			rc = wk_fail(err, WK_ERR_FAIL, "%.120s cannot be set aside: %s",
			    from.p, strerror(errno));
	}
	wk_buf_fini(&from);
	wk_buf_fini(&to);
	return rc;
}

/* What stands there may be damaged, so it is not opened; only nobody may have it. */
static enum wk_rc
restore(struct hub_sqlite *from, const char *to, struct wk_err *err)
{
	int lock = -1;
	enum wk_rc rc = hub_sqlite_lock(to, &lock, err);
	if (rc == WK_OK)
		rc = set_aside(to, err);
	if (rc == WK_OK)
		rc = copy_to(from, to, err);
	if (lock >= 0)
		close(lock);
	return rc;
}

enum wk_rc
wk_hub_sqlite_copy(const char *from, const char *to, bool is_restore, struct wk_err *err)
{
	struct hub_sqlite c;
	if (!wk_file_exists(from))
		return wk_fail(err, WK_ERR_INPUT, "%.120s is not there", from);
	if (is_same_file(from, to))
		return wk_fail(err, WK_ERR_INPUT, "%.100s and %.100s are one file", from,
		    to);
	enum wk_rc rc = hub_sqlite_open_reader(&c, from, err);
	if (rc == WK_OK)
		rc = is_restore ? restore(&c, to, err) : copy_to(&c, to, err);
	hub_sqlite_close_reader(&c);
	return rc;
}
