/* SPDX-License-Identifier: MIT */
/* How far a long import is, on a terminal and only when it takes long; C-c ends it in
 * order, so that nothing half done is left. */
#include "command.h"
#include "import.h"

#include <signal.h>
#include <unistd.h>

enum { SHOW_AFTER_MS = 300, SHOW_EVERY_MS = 100 };

static volatile sig_atomic_t interrupted;

static void
on_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

static void
show(struct cli_progress *p, const struct wk_import_progress *at)
{
	const char *doing = at->is_writing ? "writing" : "reading";
	if (at->total > 0)
		(void)fprintf(stderr, "\r%s %3d %%  (C-c stops it, nothing is kept)",
		    doing, (int)(WK_MIN(at->done, at->total) * 100 / at->total));
	else
		(void)fprintf(stderr, "\r%s %lld MB  (C-c stops it, nothing is kept)",
		    doing, (long long)(at->done >> 20));
	p->is_shown = true;
}

static bool
on_progress(void *ctx, const struct wk_import_progress *at)
{
	struct cli_progress *p = ctx;
	if (p->app->on_import != NULL)
		return p->app->on_import(p->app->screen_ctx, at);
	int64_t now_ms = p->is_terminal ? wk_clock_mono_ms() : 0;
	if (p->is_terminal && now_ms >= p->next_ms) {
		show(p, at);
		p->next_ms = now_ms + SHOW_EVERY_MS;
	}
	return interrupted == 0;
}

void
cli_progress_begin(struct wk_cli *c, struct cli_progress *p, struct wk_import *req)
{
	struct sigaction sa = { .sa_handler = on_interrupt };
	/* inside the screens the terminal is not ours */
	*p = (struct cli_progress){ .app = c->app,
	    .is_terminal = c->open_screen != NULL && isatty(STDERR_FILENO) != 0 };
	p->next_ms = p->is_terminal ? wk_clock_mono_ms() + SHOW_AFTER_MS : 0;
	sigemptyset(&sa.sa_mask);
	interrupted = 0;
	(void)sigaction(SIGINT, &sa, &p->before);
	req->on_progress = on_progress;
	req->progress_ctx = p;
}

void
cli_progress_hide(struct cli_progress *p)
{
	if (p->is_shown)
		(void)fputs("\r\033[K", stderr);
	p->is_shown = false;
}

bool
cli_progress_is_stopped(void)
{
	return interrupted != 0;
}

void
cli_progress_end(struct cli_progress *p)
{
	cli_progress_hide(p);
	(void)sigaction(SIGINT, &p->before, NULL);
}
