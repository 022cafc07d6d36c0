/* SPDX-License-Identifier: MIT */
/* What talks to a network works beside the screens; its end is a message, and what it
 * found is read like any other news of the store. */
#include "state.h"

void
wk_job_begin(struct wk_tui *t, const char *const *words, const char *doing)
{
	struct wk_err err;
	if (t->job.pid > 0) {
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", "still at it");
		return;
	}
	if (t->is_demo)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", "a demo talks to nobody");
	else if (wk_app_job_start(t->app, words, &t->job, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	else
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", doing);
}

void
wk_job_look(struct wk_tui *t)
{
	struct wk_buf b;
	const char *said = t->job.said;
	if (!wk_app_job_poll(&t->job))
		return;
	wk_buf_init(&b);
	wk_text_safe(&b, wk_text_starts(said, "wick: ") ? said + 6 : said);
	if (t->job.status != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", b.len > 0 ? b.p : "failed");
	else
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", "the hub has answered");
	wk_buf_fini(&b);
	if (t->view->load != NULL)
		t->view->load(t);
	t->is_dirty = true;
}
