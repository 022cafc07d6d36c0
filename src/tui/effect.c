/* SPDX-License-Identifier: MIT */
/* Effects: the only place where a key reaches the store or the terminal. */
#include "state.h"

static void
reload(struct wk_tui *t)
{
	if (t->watch < 0)
		wk_watch_open(t);     /* the log may be new */
	wk_facts_load(&t->facts, t->app);
	t->has_read = true;
	if (t->view == &wk_view_day && !t->form.is_touched)
		wk_dayform_load(t, t->form.now.day);
	if (t->view->load != NULL)
		t->view->load(t);
}

static void
do_quit(struct wk_tui *t)
{
	t->is_done = true;
}

static void
do_interrupt(struct wk_tui *t)
{
	t->is_done = true;
	t->rc = WK_ERR_INTR;
}

static void
do_suspend(struct wk_tui *t)
{
	(void)wk_late_end(&t->late);
	wk_term_suspend(t->term);
	wk_run_lay_out(t);     /* it may have another size by now */
}

static void
do_redraw(struct wk_tui *t)
{
	reload(t);
	wk_term_repaint(t->term);
}

static void
go(struct wk_tui *t, const struct wk_view *v)
{
	if (v != t->view && t->view->leave != NULL)
		t->view->leave(t);
	t->view = v;
}

/* A day that was opened in a list is left to the list. */
static void
do_home(struct wk_tui *t)
{
	bool is_back = t->view == &wk_view_day && t->back_view != NULL;
	go(t, is_back ? t->back_view : &wk_view_home);
	t->back_view = NULL;
	if (is_back && t->view->load != NULL)
		t->view->load(t);
}

static void
do_view(struct wk_tui *t)
{
	go(t, t->want_view);
	t->has_read = true;
	t->want_view = NULL;
	if (t->view->load != NULL)
		t->view->load(t);
}

/* What a screen changes in the store is its own business; what follows is everybody's. */
static void
do_perform(struct wk_tui *t)
{
	if (t->view->perform != NULL)
		t->view->perform(t);
	reload(t);
}

static void
do_day(struct wk_tui *t)
{
	/* by its own key it is a screen like the others */
	if (t->view != &wk_view_day)
		t->back_view = t->want_view == &wk_view_day ? NULL : t->view;
	t->want_view = NULL;
	go(t, &wk_view_day);
	wk_dayform_load(t, t->want_day);
	t->has_read = true;
}

static void
do_save(struct wk_tui *t)
{
	if (wk_dayform_save(t))
		reload(t);
}

static void
do_save_next(struct wk_tui *t)
{
	if (!wk_dayform_save(t))
		return;
	bool has_next = t->form.now.day < t->app->today;
	t->form.now.day += has_next;
	reload(t);
	if (!has_next)
		do_home(t);
}

static void
step_back(struct wk_tui *t, const char *word,
    enum wk_rc (*step)(struct wk_app *, struct wk_arena *, struct wk_txn *,
    struct wk_err *))
{
	struct wk_txn txn;
	struct wk_err err = { .rc = WK_OK };
	enum wk_rc rc = step(t->app, &t->scratch, &txn, &err);
	if (rc == WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s: %s", word, txn.what +
		    (wk_text_starts(txn.what, "log ") ? strlen("log ") : 0));
	else
		wk_toast_say(&t->toasts, rc == WK_ERR_NOTFOUND ? WK_TOAST_DONE :
		    WK_TOAST_BAD, "%s", err.msg);
	reload(t);
}

static void
do_undo(struct wk_tui *t)
{
	step_back(t, "undone", wk_app_undo);
}

static void
do_redo(struct wk_tui *t)
{
	step_back(t, "redone", wk_app_redo);
}

static void
do_run(struct wk_tui *t)
{
	wk_cmdline_run(t);
	if (!t->is_done)
		reload(t);
}

static void
do_fill(struct wk_tui *t)
{
	wk_fill_open(t);
}

static void
do_fill_save(struct wk_tui *t)
{
	wk_fill_save(t);
	reload(t);
}

static void
do_fill_close(struct wk_tui *t)
{
	t->fill.is_open = false;
	reload(t);
}

/* The open log is left alone: the story goes to a throw-away one. */
static void
do_demo(struct wk_tui *t)
{
	struct wk_err err;
	if (wk_app_demo_open(t->app, "long-silence", &err) != WK_OK) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return;
	}
	t->is_demo = true;
	wk_watch_open(t);
	t->view = &wk_view_home;
	reload(t);
	wk_toast_say(&t->toasts, WK_TOAST_DONE,
	    "made-up data; your own log is untouched");
}

static void
do_welcome(struct wk_tui *t)
{
	bool imports = wk_welcome_imports(t);
	if (!wk_welcome_save(t))
		return;
	t->view = &wk_view_home;
	reload(t);
	if (imports)
		wk_cmdline_open(t, "import ");
}

/* The one that is looked at, or the one in use. */
static void
do_theme(struct wk_tui *t)
{
	struct wk_err err;
	if (wk_term_colors(t->term) == 0)
		return;
	if (wk_theme_apply(t, wk_settings_theme(t), &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	wk_term_repaint(t->term);
}

void
wk_effect_do(struct wk_tui *t, enum wk_effect fx)
{
	static void (*const acts[WK_FX_COUNT])(struct wk_tui *) = {
		[WK_FX_QUIT] = do_quit, [WK_FX_INTERRUPT] = do_interrupt,
		[WK_FX_SUSPEND] = do_suspend, [WK_FX_REDRAW] = do_redraw,
		[WK_FX_HOME] = do_home, [WK_FX_VIEW] = do_view, [WK_FX_DAY] = do_day,
		[WK_FX_SAVE] = do_save, [WK_FX_SAVE_NEXT] = do_save_next,
		[WK_FX_UNDO] = do_undo,
		[WK_FX_REDO] = do_redo, [WK_FX_RUN] = do_run, [WK_FX_FILL] = do_fill,
		[WK_FX_FILL_SAVE] = do_fill_save, [WK_FX_FILL_CLOSE] = do_fill_close,
		[WK_FX_DEMO] = do_demo, [WK_FX_WELCOME] = do_welcome,
		[WK_FX_PERFORM] = do_perform, [WK_FX_THEME] = do_theme,
	};
	if (acts[fx] != NULL)
		acts[fx](t);
}
