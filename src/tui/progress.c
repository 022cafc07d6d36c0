/* SPDX-License-Identifier: MIT */
/* A long import from the command line at the bottom: what it is at stands in the last
 * row, and C-c or Esc ends it in order. Other keys typed meanwhile are nobody's. Before
 * it writes it shows what would change, and waits for y or n. */
#include "state.h"

enum { SHOW_AFTER_MS = 300, LOOK_EVERY_MS = 50, CONTROL_C = 3 };

void
wk_progress_begin(struct wk_tui *t)
{
	t->progress = (struct wk_progress){ .next_ms = wk_clock_mono_ms() +
	    SHOW_AFTER_MS };
	t->app->on_import = wk_progress_show;
	t->app->on_ask = wk_progress_ask;
	t->app->screen_ctx = t;
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
	t->app->on_ask = NULL;
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

/* ---- a question: what is shown can be looked through, and only y says yes */

enum answer { NOT_YET, YES, NO };

static bool
is_moving(enum wk_action a)
{
	static const enum wk_action moves[] = { WK_ACT_NEXT, WK_ACT_PREV, WK_ACT_FIRST,
		WK_ACT_LAST, WK_ACT_PAGE_DOWN, WK_ACT_PAGE_UP, WK_ACT_HALF_DOWN,
		WK_ACT_HALF_UP };
	for (size_t i = 0; i < WK_LEN(moves); i++)
		if (moves[i] == a)
			return true;
	return false;
}

static enum answer
answer_of(struct wk_tui *t, uint32_t key)
{
	static const uint32_t no[] = { 'n', 'N', 'q', 'Q', WK_KEY_ESC, CONTROL_C };
	enum wk_action a = wk_keymap_find(&t->keys, "", false, key);
	if ((key == 'y' || key == 'Y') && t->size != WK_SIZE_REFUSE)
		return YES;
	for (size_t i = 0; i < WK_LEN(no); i++)
		if (no[i] == key)
			return NO;
	if (a == WK_ACT_SUSPEND)
		wk_effect_do(t, WK_FX_SUSPEND);
	else if (t->pager.is_open && (is_moving(a) || key == ' '))
		(void)wk_pager_update(t, a, key);
	return NOT_YET;
}

static enum answer
take_answer(struct wk_tui *t)
{
	struct wk_input in;
	enum answer got = NOT_YET;
	while (got == NOT_YET && wk_term_read(t->term, &in)) {
		if (in.kind == WK_IN_KEY)
			got = answer_of(t, in.key);
		else if (in.kind == WK_IN_RESIZE)
			wk_run_lay_out(t);
		else if (in.kind == WK_IN_WHEEL && t->pager.is_open)
			(void)wk_pager_update(t, in.lines < 0 ? WK_ACT_PREV :
			    WK_ACT_NEXT, 0);
		else if (in.kind == WK_IN_END) {
			t->is_done = true;
			got = NO;
		}
	}
	return got;
}

bool
wk_progress_ask(void *ctx, const char *shown, const char *question)
{
	struct wk_tui *t = ctx;
	enum answer got = NOT_YET;
	if (wk_late_end(&t->late))
		wk_term_repaint(t->term);
	if (*shown != '\0') {
		wk_pager_open(t, t->cmd.line.s, shown);
		t->pager.is_asking = true;
	}
	wk_toast_say(&t->toasts, WK_TOAST_ASK, "%s  y yes   n no", question);
	do
		wk_run_draw(t);
	while (wk_run_wait(t) && (got = take_answer(t)) == NOT_YET);
	t->pager.is_open = false;
	wk_toast_hide(&t->toasts);
	if (!t->is_done)
		wk_run_draw(t);
	t->progress.next_ms = wk_clock_mono_ms() + SHOW_AFTER_MS;
	t->progress.is_refused = got != YES;
	return got == YES;
}
