/* SPDX-License-Identifier: MIT */
/* The loop. It keeps:
 * 1. It sleeps until a key, a signal, a write to the log, or the next minute where a
 * clock
 *    is shown; idle it writes nothing.
 * 2. All waiting keys are taken before one frame is drawn.
 * 3. A signal only raises a flag; the way out is always the end of wk_tui_run.
 * 4. The store is only read between keys, in short transactions. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "flat.h"

/* LONGEST: a day may begin, also after a sleep of the machine. */
enum { LOOK_MS = 500, LONGEST_MS = 600000 };
static volatile sig_atomic_t caught;

static void
on_signal(int sig)
{
	caught = sig;
}

struct saved_signals { struct sigaction old[3]; sigset_t mask; };
static const int watched[] = { SIGTERM, SIGHUP, SIGINT };

/* Blocked but while waiting, so that none is lost between the check and the wait. */
static void
catch_signals(struct saved_signals *s)
{
	struct sigaction sa = { .sa_handler = on_signal };
	sigset_t block;
	sigemptyset(&sa.sa_mask);
	sigemptyset(&block);
	for (size_t i = 0; i < WK_LEN(watched); i++) {
		sigaction(watched[i], &sa, &s->old[i]);
		sigaddset(&block, watched[i]);
	}
	sigaddset(&block, SIGWINCH);
	sigprocmask(SIG_BLOCK, &block, &s->mask);
}

static void
release_signals(const struct saved_signals *s)
{
	for (size_t i = 0; i < WK_LEN(watched); i++)
		sigaction(watched[i], &s->old[i], NULL);
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
}

void
wk_run_lay_out(struct wk_tui *t)
{
	int cols, rows;
	wk_term_size(t->term, &cols, &rows);
	wk_canvas_resize(&t->canvas, cols, rows);
	t->size = wk_frame_size(cols, rows);
	if (t->pager.is_open && t->pager.is_help)
		wk_help_open(t, t->pager.page);
	if (t->view->resized != NULL)
		t->view->resized(t);
	wk_flat_follow(t);
	t->is_dirty = true;
}

void
wk_run_draw(struct wk_tui *t)
{
	wk_frame_render(t, &t->canvas);
	wk_term_draw(t->term, &t->canvas, &t->theme);
	t->drawn_minute = t->app->now / 60;
	t->is_dirty = false;
}

bool
wk_run_wait(struct wk_tui *t)
{
	wk_term_wait(t->term, LONGEST_MS, &t->open_mask, -1);
	return caught == 0;
}

static void
take_keys(struct wk_tui *t)
{
	struct wk_input in;
	while (!t->is_done && wk_term_read(t->term, &in)) {
		if (in.kind == WK_IN_NONE)
			continue;
		wk_late_begin(&t->late, t->canvas.rows);
		if (in.kind == WK_IN_END) {
			wk_draft_save(t);
			t->is_done = true;
		} else if (in.kind == WK_IN_RESIZE)
			wk_run_lay_out(t);
		else
			wk_update_input(t, &in);
		wk_arena_fini(&t->scratch);
		if (wk_late_end(&t->late))
			wk_term_repaint(t->term);
		t->is_dirty = true;
	}
}

static void
say_busy(struct wk_tui *t)
{
	if (!t->was_busy)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", t->facts.err.msg);
	t->was_busy = true;
	t->is_dirty = true;
}

/* Other writers' news; when one of them holds the store, the next round asks again. */
static void
look_round(struct wk_tui *t)
{
	struct wk_err err;
	if (wk_app_tick(t->app, &err) != WK_OK)
		return;
	if (wk_frame_has_clock(t) && t->app->now / 60 != t->drawn_minute)
		t->is_dirty = true;
	if (wk_settings_reread(t))
		t->is_dirty = true;
	if (!wk_facts_is_stale(&t->facts, t->app))
		return;
	wk_facts_load(&t->facts, t->app);
	t->has_read = true;
	if (t->facts.err.rc != WK_OK) {
		say_busy(t);
		return;
	}
	if (t->view == &wk_view_day && !t->form.is_touched)
		wk_dayform_load(t, t->form.now.day);
	if (t->view->load != NULL)
		t->view->load(t);
	t->was_busy = false;
	t->is_dirty = true;
}

static void
tell_warning(struct wk_tui *t)
{
	if (t->app->warning[0] == '\0')
		return;
	wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", t->app->warning);
	t->app->warning[0] = '\0';
	t->is_dirty = true;
}

/* Another writer is waited for; the clock is right at most a second after the minute. */
static int
patience_ms(const struct wk_tui *t)
{
	if (t->was_busy || t->job.pid > 0)
		return LOOK_MS;
	if (!wk_frame_has_clock(t))
		return LONGEST_MS;
	return (int)(60 - (t->app->now % 60 + 60) % 60) * 1000 + 50;
}

/* After the screen is drawn: what reading took and nobody holds. */
static void
give_back(struct wk_tui *t)
{
	if (!t->has_read)
		return;
	if (t->app->store != NULL)
		wk_store_shrink(t->app->store);
	wk_mem_trim();
	t->has_read = false;
}

static void
loop(struct wk_tui *t)
{
	int64_t looked = wk_clock_mono_ms();
	/* who is read to hears the whole screen once */
	if (!t->o->is_plain)
		wk_run_draw(t);
	wk_watch_open(t);
	while (!t->is_done) {
		if (t->facts.is_ahead_due) {
			wk_facts_look_ahead(&t->facts, t->app);
			t->has_read = true;
			t->is_dirty = true;
		}
		if (t->is_dirty)
			wk_run_draw(t);
		give_back(t);
		wk_term_wait(t->term, patience_ms(t), &t->open_mask, t->watch);
		bool is_told = wk_watch_take(t);
		take_keys(t);
		wk_job_look(t);
		tell_warning(t);
		if (caught != 0) {
			wk_draft_save(t);
			t->rc = caught == SIGINT ? WK_ERR_INTR : WK_OK;
			return;
		}
		if (!t->is_done && (is_told || wk_clock_mono_ms() - looked >= LOOK_MS)) {
			look_round(t);
			looked = wk_clock_mono_ms();
		}
	}
}

static bool
is_first_run(struct wk_tui *t)
{
	struct wk_err err;
	const char *path = wk_app_db_path(t->app, &err);
	return !t->is_demo && path != NULL && !wk_file_exists(path) &&
	    t->app->conf.path != NULL && !wk_file_exists(t->app->conf.path);
}

static void
first_view(struct wk_tui *t)
{
	struct wk_err err;
	wk_date d = t->app->today;
	t->view = &wk_view_home;
	if (is_first_run(t))
		wk_welcome_open(t);
	const struct wk_view *drafted = wk_draft_restore(t);
	if (drafted != NULL) {
		t->view = drafted;
		return;
	}
	if (t->o->start_view == NULL || strcmp(t->o->start_view, "day") != 0)
		return;
	if (t->o->start_day != NULL && wk_when_day(t->app, t->o->start_day, &d, &err) !=
	    WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	t->view = &wk_view_day;
	wk_dayform_load(t, d);
}

/* It can be looked at, and a form that cannot be saved stays; better known before. */
static void
tell_read_only(struct wk_tui *t)
{
	struct wk_err err;
	if (!t->is_demo && wk_app_can_write(t->app, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
}

static bool
wants_mouse(const struct wk_tui *t)
{
	return t->o->mouse != NULL ? strcmp(t->o->mouse, "on") == 0 : t->app->conf.mouse;
}

static enum wk_rc
open_screen(struct wk_tui *t, struct wk_err *err)
{
	const char *name = t->o->theme != NULL ? t->o->theme : t->app->conf.theme;
	struct wk_term_setup setup = { .depth = wk_theme_depth(t),
	    .has_mouse = wants_mouse(t) };
	setup.is_ascii = strcmp(t->app->conf.frame, "ascii") == 0;
	if (setup.depth > 0 && strcmp(name, "auto") == 0)
		t->is_light = wk_theme_ask_light(60);
	enum wk_rc rc = wk_theme_apply(t, name, err);
	if (rc == WK_OK)
		rc = wk_term_open(&setup, &t->term, err);
	if (rc != WK_OK)
		return rc;
	if (wk_term_colors(t->term) == 0)
		rc = wk_theme_apply(t, "mono", err);
	if (*wk_term_note(t->term) != '\0')
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", wk_term_note(t->term));
	return rc;
}

static void
init(struct wk_tui *t, struct wk_app *app, const struct wk_tui_options *o)
{
	t->app = app;
	t->app->is_at_screen = true;
	t->o = o;
	t->is_demo = o->is_demo;
	t->home.hides_numbers = !app->conf.numbers;
	t->form.bad = WK_FIELD_COUNT;
	wk_canvas_init(&t->canvas);
	wk_arena_init(&t->theme_arena);
	wk_arena_init(&t->scratch);
	wk_arena_init(&t->key_arena);
	wk_keymap_init(&t->keys, &t->key_arena);
	wk_arena_init(&t->form.arena);
	wk_arena_init(&t->incidents.arena);
	wk_arena_init(&t->plans.arena);
	wk_arena_init(&t->teams.arena);
	t->plans.by_weeks = 4;
	wk_buf_init(&t->pager.text);
	wk_facts_init(&t->facts);
	wk_reports_init(&t->reports);
	wk_arena_init(&t->settings.arena);
	t->watch = -1;
}

static void
fini(struct wk_tui *t)
{
	wk_app_job_end(&t->job);
	wk_watch_close(t);
	wk_term_close(t->term);
	wk_canvas_fini(&t->canvas);
	wk_facts_fini(&t->facts);
	wk_reports_fini(&t->reports);
	wk_arena_fini(&t->settings.arena);
	wk_buf_fini(&t->pager.text);
	wk_arena_fini(&t->form.arena);
	wk_arena_fini(&t->year.arena);
	wk_arena_fini(&t->trends.arena);
	wk_arena_fini(&t->incidents.arena);
	wk_arena_fini(&t->plans.arena);
	wk_arena_fini(&t->teams.arena);
	wk_arena_fini(&t->theme_arena);
	wk_arena_fini(&t->key_arena);
	wk_arena_fini(&t->cmd.arena);
	wk_arena_fini(&t->scratch);
	if (t->is_demo && !t->o->is_demo)
		wk_app_demo_close(t->app);
	wk_mem_free(t);
}

enum wk_rc
wk_tui_run(struct wk_app *app, const struct wk_tui_options *o, struct wk_err *err)
{
	struct wk_tui *t = wk_mem_alloc(sizeof(*t));
	struct saved_signals signals;
	wk_mem_give_back();
	init(t, app, o);
	wk_facts_load(&t->facts, app);
	enum wk_rc rc = t->facts.is_loaded ? WK_OK : t->facts.err.rc;
	if (rc != WK_OK && err != NULL)
		*err = t->facts.err;
	if (rc == WK_OK)
		rc = open_screen(t, err);
	if (rc == WK_OK) {
		caught = 0;
		catch_signals(&signals);
		wk_late_open(&t->late);
		wk_userkeys_load(t);
		first_view(t);
		tell_read_only(t);
		wk_run_lay_out(t);
		t->open_mask = signals.mask;
		loop(t);
		rc = t->rc;
		wk_late_close(&t->late);
		release_signals(&signals);
	}
	fini(t);
	return rc;
}
