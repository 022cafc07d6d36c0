/* SPDX-License-Identifier: MIT */
/* Checks and copies. A copy appears under its name only when it is whole, checked and on
 * the disk. Never cp: only SQLite knows what a file in use says. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

static enum wk_rc
fail_damaged(const char *path, const char *what, struct wk_err *err)
{
	return wk_fail(err, WK_ERR_STORE,
	    "%s is damaged: %.80s; wick restore COPY brings a copy back",
	    wk_db_name(path), what);
}

/* integrity_check answers "ok"; its first other line is what is wrong. */
static enum wk_rc
check_integrity(const char *path, sqlite3 *h, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	enum wk_rc rc = WK_OK;
	int code = sqlite3_prepare_v2(h, "PRAGMA integrity_check(1)", -1, &s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	const char *text = code == SQLITE_ROW ? (const char *)sqlite3_column_text(s, 0) :
	    NULL;
	if (text == NULL)
		rc = wk_db_fail(path, h, code, err);
	else if (strcmp(text, "ok") != 0)
		rc = fail_damaged(path, text + (strncmp(text,
		    "*** in database main ***\n", 25) == 0 ? 25 : 0), err);
	sqlite3_finalize(s);
	return rc;
}

static enum wk_rc
check_references(const char *path, sqlite3 *h, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	enum wk_rc rc = WK_OK;
	int code = sqlite3_prepare_v2(h, "PRAGMA foreign_key_check", -1, &s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		rc = fail_damaged(path, "a row refers to one that is not there", err);
	else if (code != SQLITE_DONE)
		rc = wk_db_fail(path, h, code, err);
	sqlite3_finalize(s);
	return rc;
}

static enum wk_rc
check_handle(const char *path, sqlite3 *h, struct wk_err *err)
{
	enum wk_rc rc = check_integrity(path, h, err);
	return rc == WK_OK ? check_references(path, h, err) : rc;
}

enum wk_rc
wk_db_check(struct wk_db *db, struct wk_err *err)
{
	return check_handle(db->path, db->h, err);
}

static enum wk_rc
copy_into(struct wk_db *db, const char *tmp, struct wk_err *err)
{
	sqlite3 *to = NULL;
	int code = sqlite3_open_v2(tmp, &to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK)
		wk_db_harden(to);
	sqlite3_backup *b = code == SQLITE_OK ?
	    sqlite3_backup_init(to, "main", db->h, "main") : NULL;
	if (b != NULL) {
		code = sqlite3_backup_step(b, -1);
		(void)sqlite3_backup_finish(b);
	} else if (code == SQLITE_OK)
		code = sqlite3_errcode(to);
	enum wk_rc rc = code == SQLITE_DONE ? check_handle(db->path, to, err) :
	    (code & 0xff) == SQLITE_CORRUPT ? wk_db_fail(db->path, db->h, code, err) :
	    wk_db_fail(tmp, to, code, err);
	if (sqlite3_close(to) != SQLITE_OK && rc == WK_OK)
		rc = wk_fail(err, WK_ERR_STORE, "%s cannot be closed", wk_db_name(tmp));
	return rc;
}

static enum wk_rc
fail_errno(const char *path, struct wk_err *err)
{
	return wk_fail(err, errno == ENOENT || errno == ENOTDIR ? WK_ERR_INPUT :
	    WK_ERR_FAIL, "cannot write %s: %s", wk_db_name(path), strerror(errno));
}

static enum wk_rc
sync_path(const char *path, int flags, struct wk_err *err)
{
	int fd = open(path, flags | O_CLOEXEC);
	if (fd < 0)
		return fail_errno(path, err);
	enum wk_rc rc = fsync(fd) == 0 ? WK_OK : fail_errno(path, err);
	close(fd);
	return rc;
}

static enum wk_rc
sync_folder(const char *path, struct wk_err *err)
{
	WK_AUTOFREE char *dir = wk_mem_strdup(path);
	char *slash = strrchr(dir, '/');
	if (slash != NULL)
		slash[slash == dir] = '\0';
	return sync_path(slash == NULL ? "." : dir, O_RDONLY | O_DIRECTORY, err);
}

/* A journal with something in it belongs to what stands there now, and would be rolled
 * back into the copy. */
static enum wk_rc
refuse_hot_journal(const char *path, struct wk_err *err)
{
	struct stat st;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s-journal", path);
	bool hot = lstat(b.p, &st) == 0 && st.st_size > 0;
	wk_buf_fini(&b);
	return hot ? wk_fail(err, WK_ERR_STORE,
	    "%s is in the middle of a change by another wick; try again",
	    wk_db_name(path)) : WK_OK;
}

static enum wk_rc
put_in_place(const char *tmp, const char *path, struct wk_err *err)
{
	enum wk_rc rc = sync_path(tmp, O_RDONLY, err);
	if (rc == WK_OK)
		rc = refuse_hot_journal(path, err);
	if (rc == WK_OK && rename(tmp, path) != 0)
		rc = fail_errno(path, err);
	return rc == WK_OK ? sync_folder(path, err) : rc;
}

static void
remove_with_journal(struct wk_buf *tmp)
{
	(void)unlink(tmp->p);
	wk_buf_adds(tmp, "-journal");
	(void)unlink(tmp->p);
}

/* A device, a pipe or a folder would be gone after the rename. */
static enum wk_rc
refuse_special(const char *path, struct wk_err *err)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode) ? wk_fail(err, WK_ERR_INPUT,
	    "%s is not a regular file", wk_db_name(path)) : WK_OK;
}

enum wk_rc
wk_db_backup(struct wk_db *db, const char *path, struct wk_err *err)
{
	struct wk_buf tmp;
	if (refuse_special(path, err) != WK_OK)
		return err->rc;
	wk_buf_init(&tmp);
	wk_buf_addf(&tmp, "%s%s.XXXXXX", strchr(path, '/') == NULL ? "./" : "", path);
	int fd = mkostemp(tmp.p, O_CLOEXEC);           /* 0600, O_EXCL */
	enum wk_rc rc = fd < 0 ? fail_errno(path, err) : WK_OK;
	if (fd >= 0)
		close(fd);
	if (rc == WK_OK)
		rc = copy_into(db, tmp.p, err);
	if (rc == WK_OK)
		rc = put_in_place(tmp.p, path, err);
	if (rc != WK_OK && fd >= 0)
		remove_with_journal(&tmp);
	wk_buf_fini(&tmp);
	return rc;
}
