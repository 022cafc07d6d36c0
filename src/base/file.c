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

static int
open_folder_of(const char *path, int flags)
{
	WK_AUTOFREE char *dir = wk_mem_strdup(path);
	char *slash = strrchr(dir, '/');
	if (slash)
		slash[slash == dir] = 0;
	return open(slash ? dir : ".", flags | O_DIRECTORY | O_CLOEXEC, 0600);
}

static void
sync_folder_of(const char *path)
{
	int fd = open_folder_of(path, O_RDONLY);
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

/* Into a file that gets its name only when it is whole: who is killed before leaves
 * nothing behind. false: this folder cannot do that, or it failed, which the other way
 * will tell. */
static bool
write_nameless(const char *to, const void *p, size_t n, unsigned mode,
    struct wk_buf *name)
{
	char link[32];
	int fd = open_folder_of(to, O_WRONLY | O_TMPFILE);
	if (fd < 0)
		return false;
	wk_buf_addf(name, "%s.%ld", to, (long)getpid());
	(void)snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	bool ok = wk_file_write_all(fd, p, n, NULL) == WK_OK &&
	    fchmod(fd, (mode_t)mode) == 0 && fsync(fd) == 0 &&
	    linkat(AT_FDCWD, link, AT_FDCWD, name->p, AT_SYMLINK_FOLLOW) == 0;
	close(fd);
	return ok;
}

int
wk_file_open_nameless(const char *beside)
{
	const char *dirs[] = { getenv("TMPDIR"), "/var/tmp", "/tmp" };
	int fd = beside == NULL ? -1 : open_folder_of(beside, O_RDWR | O_TMPFILE);
	for (size_t i = 0; fd < 0 && i < WK_LEN(dirs); i++)
		if (dirs[i] != NULL && *dirs[i] == '/')
			fd = open(dirs[i], O_RDWR | O_TMPFILE | O_CLOEXEC, 0600);
	return fd;
}

static enum wk_rc
write_named(const char *to, const void *p, size_t n, unsigned mode, struct wk_buf *name,
    struct wk_err *err)
{
	wk_buf_clear(name);
	wk_buf_addf(name, "%s.XXXXXX", to);
	int fd = mkostemp(name->p, O_CLOEXEC);  /* O_EXCL, so never somebody's link */
	if (fd < 0)
		return fail_errno(err, to);
	enum wk_rc rc = fill(fd, to, p, n, mode, err);
	if (rc != WK_OK)
		unlink(name->p);
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
	struct stat old;
	struct wk_buf tmp;
	wk_buf_init(&tmp);
	if (stat(to, &old) == 0)        /* who may read it was decided before */
		mode = old.st_mode & 0777;
	enum wk_rc rc = write_nameless(to, p, n, mode, &tmp) ? WK_OK :
	    write_named(to, p, n, mode, &tmp, err);
	if (rc == WK_OK && rename(tmp.p, to)) {
		rc = fail_errno(err, to);
		unlink(tmp.p);
	}
	if (rc == WK_OK)
		sync_folder_of(to);
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
