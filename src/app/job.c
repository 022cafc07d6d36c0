/* SPDX-License-Identifier: MIT */
/* Another wick that works beside the screens: what talks to a network takes its time, and
 * no key may wait for it. It is told the same store, settings and time, and says in a
 * line what went wrong; what it found is in the store. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

enum { WORDS = 16 };

static _Noreturn void
run_child(const char *const *argv, int out)
{
	int null = open("/dev/null", O_RDONLY);
	(void)signal(SIGINT, SIG_DFL);
	if (null < 0 || dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0)
		_exit(127);
	for (int fd = 3; fd < 256; fd++)
		(void)close(fd);
	sigset_t none;
	sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	execv("/proc/self/exe", (char *const *)(uintptr_t)argv);
	_exit(127);
}

enum wk_rc
wk_app_job_start(struct wk_app *app, const char *const *words, struct wk_job *out,
    struct wk_err *err)
{
	const char *argv[WORDS] = { "wick" };
	const struct { const char *option, *value; } same[] = {
		{ "--db", wk_app_db_path(app, err) }, { "--config", app->conf_path },
		{ "--now", app->now_text }, { "--tz", app->tz_name } };
	size_t n = 1;
	int p[2];
	for (size_t i = 0; i < WK_LEN(same); i++)
		if (same[i].value != NULL) {
			argv[n++] = same[i].option;
			argv[n++] = same[i].value;
		}
	for (size_t i = 0; words[i] != NULL && n + 1 < WORDS; i++)
		argv[n++] = words[i];
	if (pipe2(p, O_CLOEXEC | O_NONBLOCK) != 0)
		return wk_fail(err, WK_ERR_FAIL, "pipe: %s", strerror(errno));
	*out = (struct wk_job){ .fd = p[0] };
	out->pid = fork();
	if (out->pid == 0)
		run_child(argv, p[1]);
	(void)close(p[1]);
	if (out->pid > 0)
		return WK_OK;
	(void)close(p[0]);
	*out = (struct wk_job){ 0 };
	return wk_fail(err, WK_ERR_FAIL, "fork: %s", strerror(errno));
}

/* The last line it says is kept: that is the one that tells why. */
static void
listen_to(struct wk_job *j)
{
	char block[1024];
	for (ssize_t n; (n = read(j->fd, block, sizeof(block))) > 0;)
		for (ssize_t i = 0; i < n; i++) {
			if (block[i] == '\n') {
				j->has_line = true;
				continue;
			}
			if (j->has_line)
				j->len = 0;
			j->has_line = false;
			if (j->len + 1 < sizeof(j->said))
				j->said[j->len++] = block[i];
			j->said[j->len] = '\0';
		}
}

bool
wk_app_job_poll(struct wk_job *j)
{
	int st = 0;
	if (j->pid <= 0)
		return false;
	listen_to(j);
	pid_t got = waitpid(j->pid, &st, WNOHANG);
	if (got == 0)
		return false;
	listen_to(j);
	(void)close(j->fd);
	j->status = got > 0 && WIFEXITED(st) ? WEXITSTATUS(st) : WK_ERR_FAIL;
	j->pid = 0;
	return true;
}

void
wk_app_job_end(struct wk_job *j)
{
	int st;
	if (j->pid <= 0)
		return;
	(void)kill(j->pid, SIGINT);
	while (waitpid(j->pid, &st, 0) < 0 && errno == EINTR)
		;
	(void)close(j->fd);
	j->pid = 0;
}
