/* SPDX-License-Identifier: MIT */
/* Work that takes longer than 300 ms says so once, in the last row, whatever it is: a
 * timer's signal writes bytes that were put together before. It is only set while no
 * frame is being sent. */
#include "late.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

enum { LATE_MS = 300 };

static void
on_late(int sig, siginfo_t *info, void *context)
{
	int was = errno;
	struct wk_late *l = info->si_value.sival_ptr;
	(void)sig;
	(void)context;
	if (l != NULL && write(STDOUT_FILENO, l->bytes, l->len) > 0)
		l->is_told = 1;
	errno = was;
}

void
wk_late_open(struct wk_late *l)
{
	struct sigaction sa = { .sa_sigaction = on_late,
		.sa_flags = SA_SIGINFO | SA_RESTART };
	struct sigevent ev = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM,
		.sigev_value.sival_ptr = l };
	sigemptyset(&sa.sa_mask);
	l->is_open = sigaction(SIGALRM, &sa, NULL) == 0 &&
	    timer_create(CLOCK_MONOTONIC, &ev, &l->timer) == 0;
}

void
wk_late_close(struct wk_late *l)
{
	if (l->is_open)
		timer_delete(l->timer);
	l->is_open = false;
	(void)signal(SIGALRM, SIG_DFL);
}

static void
set_timer(struct wk_late *l, long ms)
{
	struct itimerspec in = { .it_value.tv_nsec = ms * 1000000 };
	if (l->is_open)
		(void)timer_settime(l->timer, 0, &in, NULL);
}

void
wk_late_begin(struct wk_late *l, int rows)
{
	int n = snprintf(l->bytes, sizeof(l->bytes),
	    "\033[m\033[%d;1H\033[2K reading ...", rows);
	l->len = (size_t)n;
	l->is_told = 0;
	set_timer(l, LATE_MS);
}

bool
wk_late_end(struct wk_late *l)
{
	set_timer(l, 0);
	bool was_told = l->is_told;
	l->is_told = 0;
	return was_told;
}
