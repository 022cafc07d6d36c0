/* SPDX-License-Identifier: MIT */
/* From input to effect: who hears a key is decided here and nowhere else. In order: a
 * question, the ':' line, an overlay, the screen, what every screen does. */
#include "flat.h"

#include <stdlib.h>

static const struct wk_view *const views[] = { &wk_view_home, &wk_view_day,
	&wk_view_year,
	&wk_view_trends,
	&wk_view_incidents, &wk_view_plan,
	&wk_view_report, &wk_view_team, &wk_view_settings,
	&wk_view_welcome };

const struct wk_view *const *
wk_views(size_t *n)
{
	*n = WK_LEN(views);
	return views;
}

static bool
is_changed_form(const struct wk_tui *t)
{
	return t->view == &wk_view_day && t->form.is_touched;
}

static bool
leaves_form(enum wk_effect fx)
{
	return fx == WK_FX_QUIT || fx == WK_FX_INTERRUPT || fx == WK_FX_HOME ||
	    fx == WK_FX_DAY || fx == WK_FX_VIEW;
}

static bool
leaves_fill(enum wk_effect fx)
{
	return fx == WK_FX_QUIT || fx == WK_FX_INTERRUPT || fx == WK_FX_FILL_CLOSE;
}

enum wk_effect
wk_update_ask(struct wk_tui *t, enum wk_effect fx, const char *what)
{
	t->ask = (struct wk_ask){ true, fx, t->want_day };
	wk_toast_say(&t->toasts, WK_TOAST_ASK,
	    "Unsaved %s:  s save, d drop, Esc stay", what);
	return WK_FX_NONE;
}

/* A changed form is left only after a question, which neither Enter nor the key that
 * started it answers. */
enum wk_effect
wk_update_guard(struct wk_tui *t, enum wk_effect fx)
{
	struct wk_buf what;
	/* C-c asks once, and where no question could be read none is asked: what is in
	 * the form is offered at the next start */
	if ((fx == WK_FX_INTERRUPT && t->ask.is_open) || (t->size == WK_SIZE_REFUSE &&
	    (fx == WK_FX_INTERRUPT || fx == WK_FX_QUIT))) {
		wk_draft_save(t);
		return fx;
	}
	if (wk_fill_is_typed(t) && leaves_fill(fx))
		return wk_update_ask(t, fx, "lines");
	const char *unsaved = t->view->unsaved == NULL ? NULL : t->view->unsaved(t);
	if (unsaved != NULL && leaves_form(fx))
		return wk_update_ask(t, fx, unsaved);
	if (!is_changed_form(t) || !leaves_form(fx))
		return fx;
	wk_buf_init(&what);
	wk_buf_adds(&what, "day ");
	wk_date_put_day(&what, t->form.now.day);
	fx = wk_update_ask(t, fx, what.p);
	wk_buf_fini(&what);
	return fx;
}

/* Who asks for what comes then may look at what was saved. */
static bool
save_day(struct wk_tui *t)
{
	if (!wk_dayform_save(t))
		return false;
	wk_facts_load(&t->facts, t->app);
	wk_dayform_load(t, t->form.now.day);
	return true;
}

/* What the question is about: the lines over the screen before the screen's form. */
static bool
save_asked(struct wk_tui *t)
{
	if (!t->fill.is_open)
		return t->view->save != NULL ? t->view->save(t) : save_day(t);
	wk_fill_save(t);
	return !t->fill.is_open;
}

static void
drop_asked(struct wk_tui *t)
{
	if (t->fill.is_open)
		t->fill.is_open = false;
	else if (t->view->drop != NULL)
		t->view->drop(t);
	else
		wk_dayform_drop(t);
}

static enum wk_effect
answer(struct wk_tui *t, uint32_t key)
{
	enum wk_effect then = t->ask.then;
	if (key == 3)
		return WK_FX_INTERRUPT;
	if (key != 's' && key != 'd' && key != WK_KEY_ESC)
		return WK_FX_NONE;
	t->ask.is_open = false;
	wk_toast_hide(&t->toasts);
	if (key == WK_KEY_ESC)
		return WK_FX_NONE;
	if (key == 's' && !save_asked(t))
		return WK_FX_NONE;
	if (key == 'd')
		drop_asked(t);
	t->want_day = t->ask.then_day;
	return then;
}

static const struct wk_view *
view_of(enum wk_action a)
{
	for (size_t i = 0; i < WK_LEN(views); i++)
		if (a != WK_ACT_NONE && views[i]->action == a)
			return views[i];
	return NULL;
}

static enum wk_effect
go_view(struct wk_tui *t, const struct wk_view *v)
{
	if (v == t->view)
		return WK_FX_NONE;
	t->want_day = t->app->today;
	t->want_view = v;
	return v->open != WK_FX_NONE ? v->open : WK_FX_VIEW;
}

/* What every screen does alike. */
enum wk_effect
wk_update_action(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	switch (a) {
	case WK_ACT_QUIT:
		return WK_FX_QUIT;
	case WK_ACT_BACK:
		return t->view == &wk_view_home ? WK_FX_QUIT : WK_FX_HOME;
	case WK_ACT_INTERRUPT:
		return WK_FX_INTERRUPT;
	case WK_ACT_SUSPEND:
		return WK_FX_SUSPEND;
	case WK_ACT_REDRAW:
		return WK_FX_REDRAW;
	case WK_ACT_UNDO:
		return WK_FX_UNDO;
	case WK_ACT_REDO:
		return WK_FX_REDO;
	case WK_ACT_SHARING:
		if (t->view == &wk_view_settings &&
		    t->settings.section == wk_settings_sharing())
			return wk_settings_share(t, a);
		wk_settings_open_sharing(t);
		return go_view(t, &wk_view_settings);
	case WK_ACT_HELP:
		wk_help_open(t, 0);
		return WK_FX_NONE;
	case WK_ACT_COMMAND:
		wk_cmdline_open(t, "");
		return WK_FX_NONE;
	case WK_ACT_NUMBERS:
		t->home.hides_numbers = !t->home.hides_numbers;
		return WK_FX_NONE;
	case WK_ACT_VALUES:
		if (t->view->put_flat == NULL)
			break;
		wk_flat_open(t);
		return WK_FX_NONE;
	case WK_ACT_ESCAPE:
		/* every key is answered; and Esc that closed a message is, too */
		if (t->view == &wk_view_home && !t->had_message)
			wk_toast_say(&t->toasts, WK_TOAST_DONE,
			    "nothing is open; q quits");
		break;
	default:
		break;
	}
	const struct wk_view *v = view_of(a);
	if (v == NULL && wk_flat_update(t, a))
		return WK_FX_NONE;
	return v != NULL ? go_view(t, v) : t->view->update(t, a, key);
}

static void
tell_unbound(struct wk_tui *t, uint32_t key)
{
	struct wk_buf name;
	if (t->told_unbound)
		return;
	t->told_unbound = true;
	wk_buf_init(&name);
	wk_keys_put_name(&name, key);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "\"%s\" does nothing here, ? shows keys",
	    name.p);
	wk_buf_fini(&name);
}

bool
wk_update_is_typing(const struct wk_tui *t)
{
	return t->view->is_typing != NULL && t->view->is_typing(t);
}

/* A line that is being typed in a screen has its keys as a form has. */
static enum wk_effect
entry_key(struct wk_tui *t, uint32_t key)
{
	enum wk_action a = wk_keymap_find(&t->keys, "entry", true, key);
	if (a == WK_ACT_HELP || a == WK_ACT_INTERRUPT || a == WK_ACT_SUSPEND ||
	    a == WK_ACT_REDRAW)
		return wk_update_action(t, a, key);
	return t->view->update(t, a, key);
}

static enum wk_effect
screen_key(struct wk_tui *t, uint32_t key)
{
	if (wk_update_is_typing(t))
		return entry_key(t, key);
	enum wk_action a = wk_keymap_find(&t->keys, t->view->name, t->view->is_form, key);
	if (a != WK_ACT_NONE && !(a == WK_ACT_CHOOSE && t->view->is_form))
		return wk_update_action(t, a, key);
	if (t->view->is_form)
		return t->view->update(t, a, key);
	tell_unbound(t, key);
	return WK_FX_NONE;
}

static enum wk_effect
refused_key(uint32_t key)
{
	if (key == 'q' || key == 'Q')
		return WK_FX_QUIT;
	return key == 3 ? WK_FX_INTERRUPT : WK_FX_NONE;
}

static enum wk_effect
on_key(struct wk_tui *t, uint32_t key)
{
	if (t->size == WK_SIZE_REFUSE)
		return refused_key(key);
	if (t->ask.is_open)
		return answer(t, key);
	t->had_message = t->toasts.kind != WK_TOAST_NONE;
	wk_toast_hide(&t->toasts);
	/* over the two below it is their help */
	if (t->pager.is_open)
		return wk_pager_update(t,
		    wk_keymap_find(&t->keys, t->pager.is_finding ? "form" : "",
			t->pager.is_finding, key),
		    key);
	if (t->cmd.is_open)
		return wk_cmdline_update(t, wk_keymap_find(&t->keys, "form", true, key),
		    key);
	if (t->fill.is_open)
		return wk_fill_update(t, wk_keymap_find(&t->keys, "form", true, key),
		    key);
	return screen_key(t, key);
}

static void
on_paste(struct wk_tui *t, const char *text)
{
	if (t->ask.is_open || t->size == WK_SIZE_REFUSE)
		return;
	if (t->pager.is_open) {
		if (t->pager.is_finding)
			wk_edit_paste(&t->pager.find, text);
	} else if (t->cmd.is_open)
		wk_edit_paste(&t->cmd.line, text);
	else if (t->fill.is_open)
		wk_edit_paste(&t->fill.cell[t->fill.row][t->fill.column], text);
	else if (t->view->paste != NULL)
		t->view->paste(t, text);
}

static const struct wk_view *
next_view(const struct wk_tui *t)
{
	size_t i = 0;
	while (i < WK_LEN(views) && views[i] != t->view)
		i++;
	do
		i = (i + 1) % WK_LEN(views);
	while (views[i]->tab == NULL);
	return views[i];
}

/* A click on a tab goes there, on a row selects it; it never changes anything. */
static enum wk_effect
on_click(struct wk_tui *t, int x, int y)
{
	if (t->size == WK_SIZE_REFUSE || t->ask.is_open)
		return WK_FX_NONE;
	if (t->pager.is_open) {
		wk_pager_click(t, y);
		return WK_FX_NONE;
	}
	if (t->cmd.is_open || t->fill.is_open)
		return WK_FX_NONE;
	if (t->o->is_plain) {
		wk_flat_click(t, y);
		return WK_FX_NONE;
	}
	if (y > 0 && t->view->click != NULL)
		t->view->click(t, x, y);
	for (size_t i = 0; y == 0 && i < WK_LEN(views); i++) {
		int w, at = wk_frame_tab(t, views[i], &w);
		if (at >= 0 && x >= at && x < at + w)
			return go_view(t, views[i]);
	}
	return y == 0 && wk_frame_is_next(t, x) ? go_view(t, next_view(t)) : WK_FX_NONE;
}

static enum wk_effect
on_wheel(struct wk_tui *t, int lines)
{
	enum wk_effect fx = WK_FX_NONE;
	uint32_t key = lines < 0 ? WK_KEY_UP : WK_KEY_DOWN;
	for (int i = 0; i < abs(lines) && fx == WK_FX_NONE; i++)
		fx = on_key(t, key);
	return fx;
}

void
wk_update_input(struct wk_tui *t, const struct wk_input *in)
{
	enum wk_effect fx = WK_FX_NONE;
	switch (in->kind) {
	case WK_IN_KEY:
		fx = on_key(t, in->key);
		break;
	case WK_IN_PASTE:
		on_paste(t, in->text);
		break;
	case WK_IN_CLICK:
		fx = on_click(t, in->x, in->y);
		break;
	case WK_IN_WHEEL:
		fx = on_wheel(t, in->lines);
		break;
	default:
		break;
	}
	wk_effect_do(t, wk_update_guard(t, fx));
	wk_flat_follow(t);
}
