/* SPDX-License-Identifier: MIT */
/* Runs another program: bytes in, bytes out. The child gets no file and no descriptor of
 * ours but the one that it is to have, and no password in its environment. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

enum { IDLE_MS = 100 };

/* WICK_LIBEXEC, else the folder wick itself lies in; where /proc is not mounted, the one
 * it was started from. */
static void
sibling_path(struct wk_buf *b, const char *name)
{
	char link[4096];
	const char *dir = getenv("WICK_LIBEXEC"), *self = link;
	ssize_t n = readlink("/proc/self/exe", link, sizeof(link) - 1);
	link[WK_MAX(n, 0)] = '\0';
	if (n <= 0)
		self = (const char *)(uintptr_t)getauxval(AT_EXECFN);
	const char *slash = self == NULL ? NULL : strrchr(self, '/');
	if (dir != NULL && *dir == '/')
		wk_buf_adds(b, dir);
	else if (slash != NULL)
		wk_buf_add(b, self, (size_t)(slash - self));
	wk_buf_addf(b, "/%s", name);
}

static _Noreturn void
run_child(const struct wk_child *io, const char *path, const char *const *argv,
    const int in[2], const int out[2])
{
	int first = io->secret_fd > 0 ? 4 : 3;
	if (dup2(io->gives_fd ? io->fd : in[0], 0) < 0 || dup2(out[1], 1) < 0)
		_exit(127);
	/* One that stands there already loses its FD_CLOEXEC. */
	if (io->secret_fd == 3 && fcntl(3, F_SETFD, 0) != 0)
		_exit(127);
	if (io->secret_fd > 3 && dup2(io->secret_fd, 3) < 0)
		_exit(127);
	for (int fd = first; fd < 256; fd++)
		(void)close(fd);
	(void)unsetenv("WICK_MAIL_PASSWORD");
	if (io->secret_env != NULL)
		(void)unsetenv(io->secret_env);
	execvp(path, (char *const *)(uintptr_t)argv);
	_exit(127);
}

/* The next bytes for the child into io->block; false: there are no more. */
static bool
refill(struct wk_child *io, enum wk_rc *rc, struct wk_err *err)
{
	if (io->head_len > 0) {
		io->next = io->head;
		io->left = io->head_len;
		io->head_len = 0;
		return true;
	}
	while (io->fd >= 0) {
		ssize_t n = read(io->fd, io->block, sizeof(io->block));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			*rc = wk_fail(err, WK_ERR_FAIL, "the file cannot be read: %s",
			    strerror(errno));
		if (n <= 0)
			return false;
		io->next = io->block;
		io->left = (size_t)n;
		if (io->on_input != NULL && !io->on_input(io->ctx, io->block, io->left))
			*rc = wk_fail(err, WK_ERR_INTR,
			    "interrupted: nothing was changed");
		return *rc == WK_OK;
	}
	return false;
}

/* Writes what the pipe takes; closes it when there is no more, or nobody reads. */
static void
feed(struct wk_child *io, int *to, enum wk_rc *rc, struct wk_err *err)
{
	if (io->left == 0 && !refill(io, rc, err)) {
		(void)close(*to);
		*to = -1;
		return;
	}
	ssize_t w = write(*to, io->next, io->left);
	if (w > 0) {
		io->next += w;
		io->left -= (size_t)w;
	} else if (errno != EAGAIN && errno != EINTR) {
		(void)close(*to);
		*to = -1;
	}
}

/* How long the next poll may take, in milliseconds; -1 for ever. */
static int
idle(struct wk_child *io, int64_t end, enum wk_rc *rc, struct wk_err *err)
{
	bool busy = false;
	int64_t left = end - wk_clock_mono_ms();
	if (!io->gives_fd || io->on_idle == NULL)
		return end == 0 ? -1 : (int)WK_MAX(left, 0);
	if (!io->on_idle(io->ctx, &busy))
		*rc = wk_fail(err, WK_ERR_INTR, "interrupted: nothing was changed");
	return busy ? 0 : IDLE_MS;
}

/* Feeds in and drains out until the child has closed its output. */
static enum wk_rc
pump(int to, int from, struct wk_child *io, struct wk_err *err)
{
	char block[65536];
	enum wk_rc rc = WK_OK;
	int64_t end = io->limit_s == 0 ? 0 : wk_clock_mono_ms() + io->limit_s * 1000;
	while (rc == WK_OK) {
		struct pollfd p[2] = { { .fd = from, .events = POLLIN },
			{ .fd = to, .events = POLLOUT } };
		int wait_ms = idle(io, end, &rc, err);
		if (rc != WK_OK)
			break;
		int n = poll(p, 2, wait_ms);
		if (n == 0 && end != 0 && wk_clock_mono_ms() >= end)
			rc = wk_fail(err, WK_ERR_FAIL, "no answer within %d s",
			    io->limit_s);
		if (n < 0) {
			if (errno != EINTR)
				rc = wk_fail(err, WK_ERR_FAIL, "poll: %s",
				    strerror(errno));
			continue;
		}
		if (to >= 0 && (p[1].revents & (POLLOUT | POLLERR | POLLHUP)))
			feed(io, &to, &rc, err);
		if (rc == WK_OK && (p[0].revents & (POLLIN | POLLHUP | POLLERR))) {
			ssize_t r = read(from, block, sizeof(block));
			if (r == 0)
				break;
			if (r > 0)
				rc = io->on_output(io->ctx, block, (size_t)r, err);
		}
	}
	if (to >= 0)
		(void)close(to);
	return rc;
}

static enum wk_rc
reap(pid_t pid, const char *path, int *status, struct wk_err *err)
{
	int st;
	while (waitpid(pid, &st, 0) < 0)
		if (errno != EINTR)
			return wk_fail(err, WK_ERR_FAIL, "%s: %s", path, strerror(errno));
	if (WIFEXITED(st) && WEXITSTATUS(st) == 127)
		return wk_fail(err, WK_ERR_FAIL, "cannot run %s", path);
	if (!WIFEXITED(st))
		return wk_fail(err, WK_ERR_FAIL, "%s stopped in the middle (status %d)",
		    path, st);
	*status = WEXITSTATUS(st);
	return WK_OK;
}

enum wk_rc
wk_child_run(const char *path, const char *const *argv, struct wk_child *io, int *status,
    struct wk_err *err)
{
	int a[2], b[2];
	if (pipe2(a, O_CLOEXEC) != 0)
		return wk_fail(err, WK_ERR_FAIL, "pipe: %s", strerror(errno));
	if (pipe2(b, O_CLOEXEC) != 0) {
		(void)close(a[0]);
		(void)close(a[1]);
		return wk_fail(err, WK_ERR_FAIL, "pipe: %s", strerror(errno));
	}
	if (io->gives_fd) {
		(void)close(a[1]);
		a[1] = -1;
	}
	pid_t pid = fork();
	if (pid == 0)
		run_child(io, path, argv, a, b);
	(void)close(a[0]);
	(void)close(b[1]);
	enum wk_rc rc = pid < 0 ? wk_fail(err, WK_ERR_FAIL, "fork: %s", strerror(errno)) :
	    WK_OK;
	if (rc == WK_OK && (a[1] < 0 || fcntl(a[1], F_SETFL, O_NONBLOCK) == 0))
		rc = pump(a[1], b[0], io, err);
	else if (a[1] >= 0)
		(void)close(a[1]);
	(void)close(b[0]);
	if (pid > 0) {
		if (rc != WK_OK)
			(void)kill(pid, SIGKILL);
		struct wk_err late;
		enum wk_rc r = reap(pid, path, status, rc == WK_OK ? err : &late);
		rc = rc == WK_OK ? r : rc;
	}
	return rc;
}

enum wk_rc
wk_child_sibling(const char *const *argv, struct wk_child *io, int *status,
    struct wk_err *err)
{
	struct wk_buf path;
	wk_buf_init(&path);
	sibling_path(&path, argv[0]);
	enum wk_rc rc = wk_child_run(path.p, argv, io, status, err);
	wk_buf_fini(&path);
	return rc;
}

/* wick-port's exit statuses that say which wall of its sandbox this machine lacks. */
static const char *const no_walls[] = { [3] = "Landlock", [4] = "seccomp",
	[5] = "Landlock and no seccomp" };

enum wk_rc
wk_child_port(const char *const *argv, struct wk_child *io, struct wk_err *err)
{
	int st = 0;
	enum wk_rc rc = wk_child_sibling(argv, io, &st, err);
	if (rc != WK_OK || st == 0)
		return rc;
	if (st == 2)
		return wk_fail(err, WK_ERR_INPUT, "wick-port refused its arguments");
	if ((size_t)st < WK_LEN(no_walls) && no_walls[st] != NULL)
		return wk_fail(err, WK_ERR_FAIL,
		    "foreign files are read behind a sandbox, "
		    "and this machine has no %s; --no-sandbox reads them without",
		    no_walls[st]);
	return wk_fail(err, WK_ERR_FAIL, "wick-port stopped in the middle (status %d)",
	    st);
}
