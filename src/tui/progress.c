/* SPDX-License-Identifier: MIT */
/* A long import from the command line at the bottom: what it is at stands in the last
 * row, and C-c or Esc ends it in order. Other keys typed meanwhile are nobody's. */
#include "state.h"

enum { SHOW_AFTER_MS = 300, LOOK_EVERY_MS = 50, CONTROL_C = 3 };

void
wk_progress_begin(struct wk_tui *t)
{
	t->progress = (struct wk_progress){ .next_ms = wk_clock_mono_ms() +
	    SHOW_AFTER_MS };
	t->app->on_import = wk_progress_show;
	t->app->import_ctx = t;
}

static void
take_keys(struct wk_tui *t)
{
	struct wk_input in;
	while (!t->is_done && wk_term_read(t->term, &in)) {
		bool is_key = in.kind == WK_IN_KEY;
		if (is_key && (in.key == WK_KEY_ESC || in.key == CONTROL_C))
			t->progress.is_stopped = true;
		else if (in.kind == WK_IN_RESIZE)
			wk_run_lay_out(t);
		else if (in.kind == WK_IN_END)
			t->progress.is_stopped = t->is_done = true;
	}
}

void
wk_progress_end(struct wk_tui *t)
{
	t->app->on_import = NULL;
	if (t->toasts.kind != WK_TOAST_ASK)
		return;
	/* a C-c that came too late to stop it must not end the program instead */
	take_keys(t);
	wk_toast_hide(&t->toasts);
}

bool
wk_progress_show(void *ctx, const struct wk_import_progress *at)
{
	struct wk_tui *t = ctx;
	const char *doing = at->is_writing ? "writing" : "reading";
	int64_t now_ms = wk_clock_mono_ms();
	if (now_ms < t->progress.next_ms || t->progress.is_stopped)
		return !t->progress.is_stopped;
	t->progress.next_ms = now_ms + LOOK_EVERY_MS;
	if (wk_late_end(&t->late))
		wk_term_repaint(t->term);
	take_keys(t);
	if (at->total > 0)
		wk_toast_say(&t->toasts, WK_TOAST_ASK, "%s %d %%   C-c stops", doing,
		    (int)(WK_MIN(at->done, at->total) * 100 / at->total));
	else
		wk_toast_say(&t->toasts, WK_TOAST_ASK, "%s %lld MB   C-c stops", doing,
		    (long long)(at->done >> 20));
	wk_run_draw(t);
	return !t->progress.is_stopped;
}
