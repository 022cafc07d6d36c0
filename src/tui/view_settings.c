/* SPDX-License-Identifier: MIT */
/* Settings: a value is typed in its row and kept by the same use case as `wick config`. A
 * theme that is looked at colours the screen at once; Esc brings the one in use back,
 * Enter keeps the other. */
#include "state.h"

#include <sys/stat.h>

/* ---- the theme that is looked at */

static enum wk_effect
look_back(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	if (!g->is_looking)
		return WK_FX_NONE;
	g->is_looking = false;
	return WK_FX_THEME;
}

const char *
wk_settings_theme(const struct wk_tui *t)
{
	const struct wk_settings *g = &t->settings;
	if (g->is_looking)
		return g->themes[g->row].name;
	return t->o->theme != NULL && !g->has_kept ? t->o->theme : t->app->conf.theme;
}

static bool
is_at_themes(const struct wk_settings *g)
{
	return g->is_at_rows && wk_settings_section(g)->kind == WK_SECTION_THEMES;
}

/* Of its time and size: a clock's tick may see two writes. 0: not one of one's own. */
static int64_t
file_stamp(struct wk_tui *t)
{
	const char *path;
	struct stat st;
	const char *name = wk_arena_printf(&t->scratch, "themes/%s.ini",
	    wk_settings_theme(t));
	if (wk_conf_path('c', name, &t->scratch, &path, NULL) != WK_OK ||
	    stat(path, &st) != 0)
		return 0;
	int64_t ms = (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
	return ms * 100000 + st.st_size + 1;
}

bool
wk_settings_reread(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	if (t->view != &wk_view_settings || !is_at_themes(g))
		return false;
	int64_t stamp = file_stamp(t);
	bool is_new = stamp != g->file_stamp && stamp != 0;
	bool was_there = g->file_stamp != 0;
	g->file_stamp = stamp;
	if (!is_new || !was_there)
		return false;
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "read again: %s", wk_settings_theme(t));
	wk_effect_do(t, WK_FX_THEME);
	return true;
}

/* ---- moving */

static enum wk_effect
go_panel(struct wk_tui *t, bool at_rows)
{
	struct wk_settings *g = &t->settings;
	enum wk_effect fx = look_back(t);
	g->is_at_rows = at_rows;
	g->row = 0;
	if (is_at_themes(g))
		g->row = wk_settings_theme_row(t);
	return fx;
}

static enum wk_effect
go_row(struct wk_tui *t, int to)
{
	struct wk_settings *g = &t->settings;
	size_t n;
	(void)wk_settings_sections(&n);
	if (!g->is_at_rows) {
		g->section = WK_MAX(0, WK_MIN(to, (int)n - 1));
		g->row = g->top = 0;
		return WK_FX_NONE;
	}
	if (wk_settings_section(g)->kind == WK_SECTION_TEXT) {
		g->top = WK_MAX(0, WK_MIN(to, wk_settings_text_most(t)));
		return WK_FX_NONE;
	}
	g->row = WK_MAX(0, WK_MIN(to, wk_settings_row_count(g) - 1));
	if (!is_at_themes(g))
		return WK_FX_NONE;
	g->is_looking = g->row != wk_settings_theme_row(t);
	g->file_stamp = file_stamp(t);
	return WK_FX_THEME;
}

static enum wk_effect
move(struct wk_tui *t, enum wk_action a)
{
	const struct wk_settings *g = &t->settings;
	bool is_text = wk_settings_section(g)->kind == WK_SECTION_TEXT;
	int at = !g->is_at_rows ? g->section : is_text ? g->top : g->row, page = 8;
	const struct { enum wk_action a; int to; } rows[] = {
		{ WK_ACT_NEXT, at + 1 }, { WK_ACT_PREV, at - 1 },
		{ WK_ACT_PAGE_DOWN, at + page }, { WK_ACT_PAGE_UP, at - page },
		{ WK_ACT_HALF_DOWN, at + page / 2 }, { WK_ACT_HALF_UP, at - page / 2 },
		{ WK_ACT_FIRST, 0 }, { WK_ACT_LAST, 1000 },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (rows[i].a == a)
			return go_row(t, rows[i].to);
	return WK_FX_NONE;
}

/* ---- changing */

static enum wk_effect
set(struct wk_tui *t, const char *key, const char *value)
{
	struct wk_settings *g = &t->settings;
	snprintf(g->key, sizeof(g->key), "%.62s", key);
	snprintf(g->set, sizeof(g->set), "%s", value);
	g->what = WK_SETTINGS_SET;
	return WK_FX_PERFORM;
}

void
wk_settings_edit(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	if (!g->is_at_rows || s == NULL)
		return;
	wk_edit_set(&g->value, wk_settings_value(t, s, &t->scratch));
	g->is_editing = true;
}

static enum wk_effect
edit(struct wk_tui *t)
{
	wk_settings_edit(t);
	return WK_FX_NONE;
}

/* The next of its choices, or its value is typed. */
static enum wk_effect
open_row(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	if (!g->is_at_rows)
		return go_panel(t, true);
	if (is_at_themes(g))
		return set(t, "ui.theme", g->themes[g->row].name);
	if (s == NULL)
		return WK_FX_NONE;
	const char *next = wk_settings_next(t, s, &t->scratch);
	return next != NULL ? set(t, s->key, next) : edit(t);
}

static enum wk_effect
reset(struct wk_tui *t)
{
	const struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	return g->is_at_rows && s != NULL ? set(t, s->key, s->def) : WK_FX_NONE;
}

static enum wk_effect
type(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	if ((a == WK_ACT_ENTER || a == WK_ACT_SAVE) && s != NULL)
		return set(t, s->key, wk_text_trim(g->value.s));
	g->error[0] = '\0';
	if (a == WK_ACT_LEAVE)
		g->is_editing = false;
	else if (a == WK_ACT_CHOOSE)
		wk_edit_insert(&g->value, ' ');
	else if (a == WK_ACT_NONE && key >= ' ' && key < 0x110000)
		wk_edit_insert(&g->value, key);
	else
		(void)wk_edit_apply(&g->value, a);
	return WK_FX_NONE;
}

/* What holds now, without a new start. */
static bool
take(struct wk_tui *t, const char *key)
{
	const struct wk_conf *c = &t->app->conf;
	if (wk_text_starts(key, "ui.theme")) {
		t->settings.has_kept = true;
		t->settings.is_looking = false;
		wk_effect_do(t, WK_FX_THEME);
	} else if (strcmp(key, "ui.numbers") == 0)
		t->home.hides_numbers = !c->numbers;
	else if (strcmp(key, "ui.mouse") == 0)
		wk_term_mouse(t->term, c->mouse);
	else
		return !wk_text_starts(key, "ui.");
	return true;
}

static void
perform(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	struct wk_err err;
	if (g->what == WK_SETTINGS_SYNC) {
		static const char *const words[] = { "sync", NULL };
		wk_job_begin(t, words, "sending what is due");
	}
	if (g->what != WK_SETTINGS_SET) {
		g->what = WK_SETTINGS_NOTHING;
		return;
	}
	g->what = WK_SETTINGS_NOTHING;
	if (wk_app_config(t->app, g->key, g->set, &err) != WK_OK) {
		snprintf(g->error, sizeof(g->error), "%.198s", err.msg);
		if (!g->is_editing)
			wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return;
	}
	g->is_editing = false;
	g->error[0] = '\0';
	bool is_now = take(t, g->key);
	if (t->toasts.kind != WK_TOAST_BAD)
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s = %s%s", g->key, g->set,
		    is_now ? "" : ", from the next start");
}

static void
copy_row(struct wk_tui *t)
{
	const struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	if (!g->is_at_rows || s == NULL)
		return;
	const char *line = wk_arena_printf(&t->scratch, "%s = %s", s->key,
	    wk_settings_value(t, s, &t->scratch));
	wk_copy(t, line, line, strlen(line));
}

/* ---- the view */

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_settings *g = &t->settings;
	if (g->is_editing)
		return type(t, a, key);
	switch (a) {
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_PREV_PANEL:
		return go_panel(t, !g->is_at_rows);
	case WK_ACT_LEFT:
	case WK_ACT_RIGHT:
		return g->is_at_rows == (a == WK_ACT_RIGHT) ? WK_FX_NONE :
		    go_panel(t, a == WK_ACT_RIGHT);
	case WK_ACT_ESCAPE:
		return go_panel(t, g->is_at_rows && g->is_looking);
	case WK_ACT_OPEN:
	case WK_ACT_TOGGLE:
		return open_row(t);
	case WK_ACT_EDIT:
		return edit(t);
	case WK_ACT_RESET:
		return reset(t);
	case WK_ACT_COPY_ROW:
		copy_row(t);
		return WK_FX_NONE;
	case WK_ACT_SHARED:
	case WK_ACT_PAUSE:
	case WK_ACT_WITHDRAW:
	case WK_ACT_ADD:
		return g->section == wk_settings_sharing() ? wk_settings_share(t, a) :
		    WK_FX_NONE;
	default:
		return move(t, a);
	}
}

/* Leaving takes the look back. */
static void
leave(struct wk_tui *t)
{
	t->settings.is_editing = false;
	t->settings.error[0] = '\0';
	if (t->settings.is_looking)
		wk_effect_do(t, go_panel(t, false));
}

void
wk_settings_open_sharing(struct wk_tui *t)
{
	leave(t);
	t->settings.section = wk_settings_sharing();
	t->settings.is_at_rows = t->size == WK_SIZE_COMPACT;
	t->settings.row = t->settings.top = 0;
}

static bool
is_typing(const struct wk_tui *t)
{
	return t->settings.is_editing;
}

static void
paste(struct wk_tui *t, const char *text)
{
	if (t->settings.is_editing)
		wk_edit_paste(&t->settings.value, text);
}

static bool
is_in(const struct wk_rect *r, int x, int y)
{
	return x >= r->x && x < r->x + r->w && y > r->y && y < r->y + r->h;
}

static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_settings *g = &t->settings;
	struct wk_rect sections, rows, side;
	size_t n;
	(void)wk_settings_sections(&n);
	wk_settings_place(t, wk_frame_body(&t->canvas), &sections, &rows, &side);
	int frame = t->size != WK_SIZE_COMPACT;
	enum wk_effect fx = WK_FX_NONE;
	if (g->is_editing)
		return;
	if (is_in(&sections, x, y)) {
		fx = go_panel(t, false);
		wk_effect_do(t, fx);
		fx = go_row(t, y - sections.y - 1);
	} else if (is_in(&rows, x, y)) {
		int room = rows.h - 1 - frame;
		if (wk_settings_section(g)->kind == WK_SECTION_THEMES && room > 9)
			room -= 2;
		if (!g->is_at_rows)
			(void)go_panel(t, true);
		fx = go_row(t, y - rows.y - 1 + wk_settings_skip(g->row,
		    wk_settings_row_count(g), room));
	}
	wk_effect_do(t, fx);
}

static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	const struct wk_settings *g = &t->settings;
	bool is_text = wk_settings_section(g)->kind == WK_SECTION_TEXT;
	switch (a) {
	case WK_ACT_OPEN:
		return g->is_editing || !(is_text && g->is_at_rows);
	case WK_ACT_ESCAPE:
		return g->is_looking;
	case WK_ACT_EDIT:
	case WK_ACT_RESET:
	case WK_ACT_COPY_ROW:
		return g->is_at_rows && wk_settings_at(g, g->row) != NULL;
	default:
		return true;
	}
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	int n = wk_settings_row_count(g);
	if (g->is_editing)
		wk_buf_adds(b, "* typing");
	else if (g->is_looking)
		wk_buf_addf(b, "preview: %s", g->themes[g->row].name);
	else if (g->is_at_rows && n > 0)
		wk_buf_addf(b, "%d/%d", g->row + 1, n);
}

const struct wk_view wk_view_settings = { .name = "settings", .tab = "9 Set",
	.title = "Settings", .action = WK_ACT_VIEW_SETTINGS, .load = wk_settings_load,
	.leave = leave, .perform = perform, .put_flat = wk_settings_put_flat,
	.update = update, .is_typing = is_typing, .paste = paste,
	.render = wk_settings_render, .click = click, .has_hint = has_hint,
	.put_state = put_state };
