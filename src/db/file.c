/* SPDX-License-Identifier: MIT */
/* The file before SQLite sees it. Nothing here opens an existing store: closing it would
 * drop the locks of a connection this process may already have. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

#define HEADER_BYTES 72
#define VERSION_AT 60           /* user_version, big endian */
#define ID_AT 68                /* application_id, big endian */

static uint32_t
number_at(const unsigned char *h, size_t at)
{
	return (uint32_t)h[at] << 24 | (uint32_t)h[at + 1] << 16 |
	    (uint32_t)h[at + 2] << 8 | h[at + 3];
}

static enum wk_db_kind
read_header(const char *path, unsigned char h[HEADER_BYTES])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? WK_DB_NONE : WK_DB_NO_DB;
	ssize_t n = pread(fd, h, HEADER_BYTES, 0);
	close(fd);
	if (n == 0)
		return WK_DB_EMPTY;
	if (n < HEADER_BYTES || memcmp(h, "SQLite format 3", 16) != 0)
		return WK_DB_NO_DB;
	return number_at(h, ID_AT) == WK_DB_APPLICATION_ID ? WK_DB_OURS : WK_DB_FOREIGN;
}

enum wk_db_kind
wk_db_kind_of(const char *path)
{
	unsigned char h[HEADER_BYTES];
	return read_header(path, h);
}

int
wk_db_version_of(const char *path)
{
	unsigned char h[HEADER_BYTES];
	return read_header(path, h) == WK_DB_OURS ? (int)number_at(h, VERSION_AT) : 0;
}

static char *
folder_of(const char *path)
{
	char *dir = wk_mem_strdup(path);
	char *slash = strrchr(dir, '/');
	if (slash == NULL) {
		wk_mem_free(dir);
		return wk_mem_strdup(".");
	}
	slash[slash == dir] = '\0';
	return dir;
}

/* A rollback journal is made beside the file, so the folder has to be writable too. */
static enum wk_rc
check_writable(const char *path, const char *dir, bool exists, struct wk_err *err)
{
	if (access(dir, W_OK | X_OK) != 0)
		return wk_fail(err, WK_ERR_STORE, "cannot write %s: its folder: %s",
		    wk_db_name(path), strerror(errno));
	if (exists && access(path, W_OK) != 0)
		return wk_fail(err, WK_ERR_STORE, "cannot write %s: %s",
		    wk_db_name(path), strerror(errno));
	return WK_OK;
}

static enum wk_rc
make_file(const char *path, const char *dir, struct wk_err *err)
{
	if (access(dir, F_OK) != 0) {
		enum wk_rc rc = wk_file_mkdirs(dir, err);
		if (rc != WK_OK)
			return rc;
	}
	enum wk_rc rc = check_writable(path, dir, false, err);
	if (rc != WK_OK)
		return rc;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return wk_fail(err, WK_ERR_STORE, "%s cannot be made: %s",
		    wk_db_name(path), strerror(errno));
	close(fd);
	return WK_OK;
}

static enum wk_rc
check_kind(const char *path, const struct stat *st, enum wk_db_mode mode,
    struct wk_err *err)
{
	const char *name = wk_db_name(path);
	if (S_ISLNK(st->st_mode))
		return wk_fail(err, WK_ERR_STORE,
		    "%s is a symbolic link; name the file itself with --db", name);
	if (!S_ISREG(st->st_mode))
		return wk_fail(err, WK_ERR_STORE, "%s is not a regular file", name);
	if (mode != WK_DB_READ && st->st_nlink > 1)
		return wk_fail(err, WK_ERR_STORE,
		    "%s has a second name (hard link); remove it before writing", name);
	if (mode == WK_DB_READ && access(path, R_OK) != 0)
		return wk_fail(err, WK_ERR_STORE, "%s cannot be read: %s", name,
		    strerror(errno));
	return WK_OK;
}

static enum wk_rc
check_existing(const char *path, const struct stat *st, enum wk_db_mode mode,
    struct wk_err *err)
{
	enum wk_rc rc = check_kind(path, st, mode, err);
	if (rc != WK_OK || mode == WK_DB_READ)
		return rc;
	WK_AUTOFREE char *dir = folder_of(path);
	rc = check_writable(path, dir, true, err);
	/* Somebody else's file keeps its mode: that is theirs to say. */
	if (rc == WK_OK && (st->st_mode & 077) != 0)
		(void)!chmod(path, 0600);
	return rc;
}

enum wk_rc
wk_db_check_writable(const char *path, struct wk_err *err)
{
	WK_AUTOFREE char *dir = folder_of(path);
	return check_writable(path, dir, true, err);
}

enum wk_rc
wk_db_prepare_file(const char *path, enum wk_db_mode mode, bool *made, struct wk_err *err)
{
	struct stat st;
	*made = false;
	if (lstat(path, &st) == 0)
		return check_existing(path, &st, mode, err);
	if (errno != ENOENT || mode != WK_DB_CREATE)
		return wk_fail(err, WK_ERR_STORE, "%s cannot be opened: %s",
		    wk_db_name(path), strerror(errno));
	WK_AUTOFREE char *dir = folder_of(path);
	enum wk_rc rc = make_file(path, dir, err);
	*made = rc == WK_OK;
	return rc;
}
