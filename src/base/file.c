/* SPDX-License-Identifier: MIT */
/* Whole files: read with a limit, replaced by rename so that a reader sees old or new. */
#include "wick/base.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static enum wk_rc
fail_errno(struct wk_err *err, const char *path)
{
	return wk_fail(err, errno == ENOENT ? WK_ERR_INPUT : WK_ERR_FAIL, "%s: %s", path,
	    strerror(errno));
}

static enum wk_rc
read_fd(int fd, const char *path, size_t max, struct wk_buf *out, struct wk_err *err)
{
	char chunk[8192];
	ssize_t n;
	while ((n = read(fd, chunk, sizeof chunk)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_errno(err, path);
		if (out->len + (size_t)n > max)
			return wk_fail(err, WK_ERR_INPUT, "%s: larger than %zu bytes",
			    path, max);
		wk_buf_add(out, chunk, (size_t)n);
	}
	return WK_OK;
}

enum wk_rc
wk_file_read(const char *path, size_t max, struct wk_buf *out, struct wk_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return fail_errno(err, path);
	enum wk_rc rc = read_fd(fd, path, max, out, err);
	close(fd);
	return rc;
}

enum wk_rc
wk_file_write_all(int fd, const void *p, size_t n, struct wk_err *err)
{
	const char *at = p;
	while (n) {
		ssize_t done = write(fd, at, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return wk_fail(err, WK_ERR_FAIL, "write: %s", strerror(errno));
		at += done;
		n -= (size_t)done;
	}
	return WK_OK;
}

static void
sync_folder_of(const char *path)
{
	WK_AUTOFREE char *dir = wk_mem_strdup(path);
	char *slash = strrchr(dir, '/');
	if (slash)
		slash[slash == dir] = 0;
	int fd = open(slash ? dir : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static enum wk_rc
fill(int fd, const char *path, const void *p, size_t n, unsigned mode, struct wk_err *err)
{
	enum wk_rc rc = wk_file_write_all(fd, p, n, err);
	if (rc == WK_OK && (fchmod(fd, (mode_t)mode) || fsync(fd)))
		rc = fail_errno(err, path);
	if (close(fd) && rc == WK_OK)
		rc = fail_errno(err, path);
	return rc;
}

/* A device, a pipe, a folder: what a rename would replace and must not. */
static bool
is_special(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static enum wk_rc
write_through(const char *path, const void *p, size_t n, struct wk_err *err)
{
	int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return fail_errno(err, path);
	struct wk_err why;
	enum wk_rc rc = wk_file_write_all(fd, p, n, &why);
	if (rc != WK_OK)
		rc = wk_fail(err, rc, "%.120s: %.100s", path, why.msg);
	if (close(fd) && rc == WK_OK)
		rc = fail_errno(err, path);
	return rc;
}

enum wk_rc
wk_file_write_safe(const char *path, const void *p, size_t n, unsigned mode,
    struct wk_err *err)
{
	if (is_special(path))
		return write_through(path, p, n, err);
	/* A link (dot files kept elsewhere) stays a link: its target is replaced. */
	char *real = realpath(path, NULL);
	const char *to = real ? real : path;
	struct wk_buf tmp;
	wk_buf_init(&tmp);
	wk_buf_addf(&tmp, "%s.XXXXXX", to);
	int fd = mkostemp(tmp.p, O_CLOEXEC);  /* O_EXCL, so never somebody's link */
	enum wk_rc rc = fd < 0 ? fail_errno(err, to) : fill(fd, to, p, n, mode, err);
	if (rc == WK_OK && rename(tmp.p, to))
		rc = fail_errno(err, to);
	if (rc == WK_OK)
		sync_folder_of(to);
	else if (fd >= 0)
		unlink(tmp.p);
	wk_buf_fini(&tmp);
	free(real);  /* from realpath, not from mem.c */
	return rc;
}

enum wk_rc
wk_file_mkdirs(const char *path, struct wk_err *err)
{
	WK_AUTOFREE char *dir = wk_mem_strdup(path);
	for (char *p = dir + 1; *dir; p++) {
		if (*p && *p != '/')
			continue;
		char kept = *p;
		*p = 0;
		if (mkdir(dir, 0700) && errno != EEXIST)
			return wk_fail(err, WK_ERR_STORE, "cannot make the folder %s: %s",
			    dir, strerror(errno));
		*p = kept;
		if (!kept)
			break;
	}
	return WK_OK;
}

bool
wk_file_exists(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}
