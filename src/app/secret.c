/* SPDX-License-Identifier: MIT */
/* Secrets: where they are read from, and the pipe in which they are handed on. They are
 * in no argument, no message and no database, and wiped when they were used. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

/* SECRET_MAX: less than a pipe holds, so that it can be written before anyone reads. */
enum { SECRET_MAX = 1024, ANSWER_MAX = 65536, WORDS = 32, COMMAND_S = 30 };

enum wk_rc
wk_app_keep_output(void *ctx, const char *p, size_t n, struct wk_err *err)
{
	struct wk_buf *out = ctx;
	if (out->len + n > ANSWER_MAX)
		return wk_fail(err, WK_ERR_FAIL, "a program printed too much");
	wk_buf_add(out, p, n);
	return WK_OK;
}

static enum wk_rc
first_line(const struct wk_secret *s, const char *from, struct wk_buf *b,
    struct wk_err *err)
{
	b->len = strcspn(b->p, "\r\n");
	b->p[b->len] = '\0';
	if (b->len == 0 || b->len > SECRET_MAX)
		return wk_fail(err, WK_ERR_INPUT, "%s%s gives no %s",
		    *from == '_' ? s->key : "", from, s->what);
	return WK_OK;
}

static enum wk_rc
check_file(const struct wk_secret *s, int fd, struct wk_err *err)
{
	struct stat st;
	if (fd < 0 || fstat(fd, &st) != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s_file %s: %s", s->key, s->file,
		    strerror(errno));
	if (!S_ISREG(st.st_mode) || st.st_uid != geteuid())
		return wk_fail(err, WK_ERR_INPUT, "%s_file %s is not a file of your own",
		    s->key, s->file);
	if ((st.st_mode & 077) != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s_file %s can be read by others "
		    "(mode %04o): chmod 600 it", s->key, s->file,
		    (unsigned)(st.st_mode & 07777));
	return WK_OK;
}

static enum wk_rc
read_file(const struct wk_secret *s, struct wk_buf *out, struct wk_err *err)
{
	char block[SECRET_MAX + 2];
	if (*s->file != '/')
		return wk_fail(err, WK_ERR_INPUT,
		    "%s_file \"%s\" is not an absolute path", s->key, s->file);
	int fd = open(s->file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	enum wk_rc rc = check_file(s, fd, err);
	ssize_t n = rc == WK_OK ? read(fd, block, sizeof(block)) : 0;
	if (fd >= 0)
		(void)close(fd);
	if (rc == WK_OK && n > 0)
		wk_buf_add(out, block, (size_t)n);
	explicit_bzero(block, sizeof(block));
	return rc == WK_OK ? first_line(s, "_file", out, err) : rc;
}

static enum wk_rc
run_command(const struct wk_secret *s, struct wk_buf *out, struct wk_err *err)
{
	const char *argv[WORDS + 1] = { 0 };
	struct wk_arena a;
	size_t n = 0;
	int st = 0;
	wk_arena_init(&a);
	for (const char *p = s->command + strspn(s->command, " ");
	    *p != '\0' && n < WORDS;) {
		size_t len = strcspn(p, " ");
		argv[n++] = wk_arena_strndup(&a, p, len);
		p += len;
		p += strspn(p, " ");
	}
	struct wk_child *io = WK_ARENA_NEW(&a, struct wk_child);
	*io = (struct wk_child){ .fd = -1, .on_output = wk_app_keep_output, .ctx = out,
		.limit_s = COMMAND_S };
	enum wk_rc rc = n == 0 ? WK_OK : wk_child_run(argv[0], argv, io, &st, err);
	if (rc == WK_OK && st != 0)
		rc = wk_fail(err, WK_ERR_INPUT, "%s_command ended with %d", s->key, st);
	wk_arena_fini(&a);
	return rc == WK_OK ? first_line(s, "_command", out, err) : rc;
}

static bool
is_set(const char *setting)
{
	return setting != NULL && strcmp(setting, "-") != 0;
}

enum wk_rc
wk_app_secret(const struct wk_secret *s, struct wk_buf *out, struct wk_err *err)
{
	const char *env = is_set(s->env) ? getenv(s->env) : NULL;
	if (is_set(s->file))
		return read_file(s, out, err);
	if (is_set(s->command))
		return run_command(s, out, err);
	if (env == NULL || *env == '\0')
		return wk_fail(err, WK_ERR_INPUT, "%s", s->advice);
	wk_buf_adds(out, env);
	return first_line(s, s->env, out, err);
}

enum wk_rc
wk_app_secret_pipe(const struct wk_buf *b, int *fd, struct wk_err *err)
{
	int p[2];
	*fd = 0;
	if (b->len == 0)
		return WK_OK;
	if (pipe2(p, O_CLOEXEC) != 0)
		return wk_fail(err, WK_ERR_FAIL, "pipe: %s", strerror(errno));
	enum wk_rc rc = wk_file_write_all(p[1], b->p, b->len, err);
	(void)close(p[1]);
	*fd = p[0];
	return rc;
}
