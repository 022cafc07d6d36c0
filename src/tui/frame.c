/* SPDX-License-Identifier: MIT */
/* The frame round every screen: tabs, footer, messages, and the refusal of a terminal
 * that is too small. */
#include "flat.h"
#include "overlay.h"

enum { MIN_COLS = 40, MIN_ROWS = 12 };

enum wk_size
wk_frame_size(int cols, int rows)
{
	if (cols < MIN_COLS || rows < MIN_ROWS)
		return WK_SIZE_REFUSE;
	if (cols < 80 || rows < 24)
		return WK_SIZE_COMPACT;
	return cols >= 110 && rows >= 34 ? WK_SIZE_WIDE : WK_SIZE_NORMAL;
}

void
wk_frame_put_today(const struct wk_tui *t, struct wk_buf *b)
{
	wk_date_put_day(b, t->app->today);
}

static void
draw_refusal(struct wk_canvas *c)
{
	int y = c->rows > 4 ? c->rows / 2 - 2 : 0, x = c->cols > 30 ? 3 : 0;
	wk_canvas_putf(c, x, y, WK_ROLE_TEXT, "wick needs %d x %d;", MIN_COLS, MIN_ROWS);
	wk_canvas_putf(c, x, y + 1, WK_ROLE_TEXT, "this terminal is %d x %d.", c->cols,
	    c->rows);
	wk_canvas_puts(c, x, y + 3, WK_ROLE_DIM, "q quits; or make it larger.");
}

static bool
has_running(const struct wk_tui *t)
{
	return t->facts.is_loaded && !t->facts.is_empty && t->facts.status.is_running;
}

bool
wk_frame_has_clock(const struct wk_tui *t)
{
	return t->canvas.cols >= 112 || (has_running(t) && !t->o->is_plain);
}

/* The clock that runs, on every screen. */
static void
put_running(const struct wk_tui *t, struct wk_buf *b)
{
	int64_t min = (t->app->now - t->facts.status.running_since) / 60;
	if (has_running(t) && !t->o->is_plain && min >= 0)
		wk_buf_addf(b, "clock %lld:%02lld  ", (long long)(min / 60),
		    (long long)(min % 60));
}

static void
put_clock(const struct wk_tui *t, struct wk_buf *b)
{
	int64_t wall = t->app->now + wk_zone_offset(t->app->zone, t->app->now);
	int64_t min = (wall % 86400 + 86400) % 86400 / 60;
	wk_buf_addf(b, " %02d:%02d", (int)(min / 60), (int)(min % 60));
}

enum { WHOLE_NAMES_COLS = 119 };

/* "9 Set"; where there is room for all of them, "9 Settings". */
static const char *
tab_name(const struct wk_tui *t, const struct wk_view *v)
{
	return t->canvas.cols >= WHOLE_NAMES_COLS ? v->title : v->tab + 2;
}

static int
tab_width(const struct wk_tui *t, const struct wk_view *v)
{
	return v->tab == NULL ? 0 : (int)wk_text_width(tab_name(t, v)) + 4;
}

/* Where they have no room side by side only the active one shows. */
static bool
has_all_tabs(const struct wk_tui *t)
{
	size_t n;
	const struct wk_view *const *views = wk_views(&n);
	int sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += tab_width(t, views[i]);
	return sum <= t->canvas.cols;
}

int
wk_frame_tab(const struct wk_tui *t, const struct wk_view *v, int *w)
{
	size_t n;
	const struct wk_view *const *views = wk_views(&n);
	bool all = has_all_tabs(t), is_wide = t->size == WK_SIZE_WIDE;
	int x = is_wide ? 7 : 0;
	*w = tab_width(t, v);
	if (*w == 0 || (!all && v != t->view))
		return -1;
	for (size_t i = 0; all && i < n && views[i] != v; i++)
		x += tab_width(t, views[i]) + (views[i]->tab != NULL && is_wide);
	return x;
}

#define OTHER_TABS "1-9 screens"

/* Where only one tab shows, a click beside it goes to the next screen. */
bool
wk_frame_is_next(const struct wk_tui *t, int x)
{
	int w, at = wk_frame_tab(t, t->view, &w);
	return at >= 0 && !has_all_tabs(t) && x > at + w &&
	    x <= at + w + (int)sizeof(OTHER_TABS) - 1;
}

static void
draw_date(const struct wk_tui *t, struct wk_canvas *c, int left)
{
	struct wk_buf right;
	wk_buf_init(&right);
	if (t->is_demo)
		wk_buf_adds(&right, t->size == WK_SIZE_COMPACT ? "demo  " :
		    "made-up data  ");
	wk_frame_put_today(t, &right);
	if (c->cols >= 112)
		put_clock(t, &right);
	if (left + (int)wk_text_width(right.p) < c->cols)
		wk_canvas_puts_right(c, c->cols - 1, 0, WK_ROLE_HEADER, right.p);
	wk_buf_fini(&right);
}

static void
draw_tabs(const struct wk_tui *t, struct wk_canvas *c)
{
	size_t n;
	const struct wk_view *const *views = wk_views(&n);
	int end = 0, w;
	wk_canvas_fill(c, (struct wk_rect){ 0, 0, c->cols, 1 }, WK_ROLE_HEADER, ' ');
	c->under = WK_ROLE_HEADER;
	if (t->size == WK_SIZE_WIDE)
		wk_canvas_puts(c, 1, 0, WK_ROLE_TITLE, "wick");
	c->under = WK_ROLE_TEXT;
	for (size_t i = 0; i < n; i++) {
		bool on = views[i] == t->view;
		int x = wk_frame_tab(t, views[i], &w);
		if (x >= 0)
			end = wk_canvas_putf(c, x, 0,
			    on ? WK_ROLE_TAB_ACTIVE : WK_ROLE_TAB,
			    on ? "[%c %s]" : " %c %s ", *views[i]->tab,
			    tab_name(t, views[i]));
	}
	if (!has_all_tabs(t) && t->view->tab != NULL)
		end = wk_canvas_puts(c, end + 1, 0, WK_ROLE_TAB, OTHER_TABS);
	draw_date(t, c, end + 1);
}

/* "e|log today" into two roles; gives the column after it. */
static int
draw_hint(struct wk_canvas *c, int x, int y, const char *foot)
{
	char key[24];
	const char *bar = strchr(foot, '|');
	snprintf(key, sizeof(key), "%.*s", (int)(bar - foot), foot);
	x = wk_canvas_puts(c, x, y, WK_ROLE_KEY, key);
	return wk_canvas_puts(c, x + 1, y, WK_ROLE_FOOTER, bar + 1);
}

/* Whose hints stand beside the screen's own; a form with hints of its own has those
 * alone. */
static const char *
common_group(const struct wk_tui *t)
{
	const struct wk_view *v = t->view;
	size_t n = t->keys.n;
	const struct wk_key *keys = t->keys.v;
	for (size_t i = 0; v->is_form && i < n; i++)
		if (strcmp(keys[i].view, v->name) == 0 && keys[i].foot != NULL)
			return v->name;
	return v->is_form ? "form" : "";
}

/* Before the first day there is nothing to explain, and later rarely a file to import. */
static bool
is_hinted(const struct wk_tui *t, const struct wk_key *k)
{
	bool is_empty = t->facts.is_empty;
	if (k->foot == NULL || !wk_help_has(t, k))
		return false;
	if (*k->view != '\0' && t->view->has_hint != NULL &&
	    !t->view->has_hint(t, (enum wk_action)k->code))
		return false;
	return k->code == WK_ACT_OPEN ? !is_empty : k->code == WK_ACT_IMPORT ? is_empty :
	    true;
}

/* Hints in the table's order, as many as fit; help on the right is the last to go. */
static void
draw_hints(const struct wk_tui *t, struct wk_canvas *c, int y, int end)
{
	size_t n = t->keys.n;
	const struct wk_key *keys = t->keys.v;
	const char *own = t->fill.is_open ? "form" : wk_update_is_typing(t) ? "entry" :
	    t->view->name;
	const char *common = t->fill.is_open || wk_update_is_typing(t) ? own :
	    common_group(t);
	int x = 1;
	for (size_t i = 0; i < n; i++) {
		const char *foot = keys[i].foot;
		if (!is_hinted(t, &keys[i]) ||
		    (strcmp(keys[i].view, own) != 0 &&
		    strcmp(keys[i].view, common) != 0))
			continue;
		int w = (int)wk_text_width(foot);
		if (x + w > end)
			return;
		x = draw_hint(c, x, y, foot) + 2;
	}
}

static int
message_width(const struct wk_tui *t)
{
	return (int)wk_text_width(t->toasts.text) + 2;
}

static void
draw_row(struct wk_canvas *c, int y, enum wk_role role, const struct wk_piece *p,
    bool is_cut)
{
	struct wk_arena a;
	wk_arena_init(&a);
	wk_canvas_fill(c, (struct wk_rect){ 0, y, c->cols, 1 }, WK_ROLE_FOOTER, ' ');
	wk_canvas_paint_under(c, (struct wk_rect){ 0, y, c->cols, 1 }, WK_ROLE_FOOTER);
	int x = wk_canvas_puts(c, 1 + p->indent, y, role,
	    wk_arena_strndup(&a, p->p, p->len));
	if (is_cut)
		wk_canvas_put(c, x, y, role, 0x2026);
	wk_arena_fini(&a);
}

/* The keys of a question stay together, and what a message says of keys at its end. */
static void
break_before_keys(char *text, int w)
{
	bool is_question = text[0] == '?';
	const char *gap = is_question ? "  " : "   (";
	char *keys = strstr(text, gap);
	if ((int)wk_text_width(text) <= w || keys == NULL ||
	    (!is_question && keys - text > w))
		return;
	*keys++ = '\n';
	char *first = keys + strspn(keys, " ");
	memmove(keys, first, strlen(first) + 1);
}

/* A message that is too long for the last row takes those above as well. */
static void
draw_message(const struct wk_tui *t, struct wk_canvas *c, int y, int end)
{
	static const enum wk_role roles[] = { WK_ROLE_FOOTER, WK_ROLE_OK, WK_ROLE_BAD,
		WK_ROLE_KEY };
	static const char *const signs[] = { "", "", "! ", "? " };
	enum wk_role role = roles[t->toasts.kind];
	char text[sizeof(t->toasts.text) + 4];
	struct wk_arena a;
	size_t n;
	snprintf(text, sizeof(text), "%s%s", signs[t->toasts.kind], t->toasts.text);
	wk_arena_init(&a);
	break_before_keys(text, end - 2);
	const struct wk_piece *v = wk_overlay_wrap(text, WK_MAX(end - 2, 1), &a, &n);
	size_t rows = WK_MIN(n, c->cols < 60 ? (size_t)3 : (size_t)2);
	for (size_t i = 0; i < rows; i++)
		draw_row(c, y - (int)(rows - 1 - i), role, &v[i], i + 1 == rows &&
		    n > rows);
	wk_arena_fini(&a);
}

static void
draw_footer(const struct wk_tui *t, struct wk_canvas *c)
{
	int y = c->rows - 1;
	bool is_typing = t->view->is_form || t->fill.is_open || wk_update_is_typing(t);
	const char *help = is_typing ? "F1 help" : "? help";
	struct wk_buf state;
	wk_buf_init(&state);
	put_running(t, &state);
	if (t->fill.is_open)
		wk_buf_adds(&state, wk_fill_is_typed(t) ? "* unsaved" : "");
	else if (t->view->put_state != NULL)
		t->view->put_state(t, &state);
	int help_at = c->cols - (int)strlen(help);
	int state_at = help_at - (int)wk_text_width(state.p) - (state.len > 0 ? 2 : 1);
	wk_canvas_fill(c, (struct wk_rect){ 0, y, c->cols, 1 }, WK_ROLE_FOOTER, ' ');
	wk_canvas_paint_under(c, (struct wk_rect){ 0, y, c->cols, 1 }, WK_ROLE_FOOTER);
	c->under = WK_ROLE_FOOTER;
	bool has_message = t->toasts.kind != WK_TOAST_NONE;
	if (!has_message)
		draw_hints(t, c, y, state_at - 2);
	else
		draw_message(t, c, y, help_at - 1);
	/* what is lost of a long message is worth more than the state */
	if (!has_message || message_width(t) + 2 < state_at)
		wk_canvas_puts(c, state_at, y, WK_ROLE_KEY, state.p);
	int x = wk_canvas_putf(c, help_at, y, WK_ROLE_KEY, "%.*s",
	    (int)strcspn(help, " "), help);
	wk_canvas_puts(c, x, y, WK_ROLE_FOOTER, " help");
	c->under = WK_ROLE_TEXT;
	wk_buf_fini(&state);
}

struct wk_rect
wk_frame_body(const struct wk_canvas *c)
{
	return (struct wk_rect){ 0, 1, c->cols, c->rows - 2 };
}

static bool
is_flat(const struct wk_tui *t)
{
	return t->o->is_plain && t->view->put_flat != NULL;
}

void
wk_frame_render(const struct wk_tui *t, struct wk_canvas *c)
{
	wk_canvas_clear(c);
	c->is_plain = t->o->is_plain;
	if (t->size == WK_SIZE_REFUSE) {
		draw_refusal(c);
		return;
	}
	struct wk_rect body = wk_frame_body(c);
	if (is_flat(t)) {
		/* no tabs: the first line names the screen */
		body = (struct wk_rect){ 0, 0, c->cols, c->rows - 1 };
		wk_flat_render(t, c, body);
	} else {
		draw_tabs(t, c);
		wk_canvas_clip(c, body);
		t->view->render(t, c, body);
	}
	wk_canvas_clip(c, (struct wk_rect){ 0, 0, c->cols, c->rows });
	if (t->pager.is_open || t->fill.is_open)
		wk_canvas_fade(c);
	if (t->pager.is_open)
		wk_pager_render(t, c);
	else if (t->fill.is_open)
		wk_fill_render(t, c);
	draw_footer(t, c);
	if (t->cmd.is_open)
		wk_cmdline_render(t, c);
}
