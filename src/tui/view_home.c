/* SPDX-License-Identifier: MIT */
/* Home answers, top left to bottom right: how is it, why, which rules broke, the week,
 * the trend, what is left to do. Words first; H takes the numbers away. */
#include "home.h"

#include <assert.h>

/* Reading order, which is Tab's order. */
static const struct wk_home_panel *const panels[] = { &wk_home_load, &wk_home_why,
	&wk_home_rules, &wk_home_ahead, &wk_home_week, &wk_home_chart, &wk_home_pages,
	&wk_home_todo };
enum { LOAD, WHY, RULES, AHEAD, WEEK, CHART, PAGES, TODO, PANELS };
static_assert(WK_LEN(panels) == PANELS, "one place per panel");

/* Height 0: not shown in this size. */
static void
place_normal(struct wk_rect r, struct wk_rect out[PANELS])
{
	int left = WK_MIN(r.w * 37 / 80, 46), right = r.w - left, x = r.x + left;
	int load = 7, why = 7 + (r.h > 26), week = 8, todo = 6 + (r.h > 28);
	out[LOAD] = (struct wk_rect){ r.x, r.y, left, load };
	out[WHY] = (struct wk_rect){ r.x, r.y + load, left, why };
	out[RULES] = (struct wk_rect){ r.x, r.y + load + why, left, r.h - load - why };
	out[WEEK] = (struct wk_rect){ x, r.y, right, week };
	out[CHART] = (struct wk_rect){ x, r.y + week, right, r.h - week - todo };
	out[TODO] = (struct wk_rect){ x, r.y + r.h - todo, right, todo };
	out[PAGES] = out[AHEAD] = (struct wk_rect){ 0, 0, 0, 0 };
}

static void
place_wide(struct wk_rect r, struct wk_rect out[PANELS])
{
	int left = WK_MIN(r.w * 44 / 120, 60), right = r.w - left, x = r.x + left;
	int load = 8, why = 9, week = 8, ahead = 8 + WK_MIN(3, r.h - 32), todo = 6;
	int pages = 8 + WK_MAX(0, r.h - 36) / 3, rest = r.h - load - why - ahead;
	out[LOAD] = (struct wk_rect){ r.x, r.y, left, load };
	out[WHY] = (struct wk_rect){ r.x, r.y + load, left, why };
	out[RULES] = (struct wk_rect){ r.x, r.y + load + why, left, rest };
	out[AHEAD] = (struct wk_rect){ r.x, r.y + r.h - ahead, left, ahead };
	out[WEEK] = (struct wk_rect){ x, r.y, right, week };
	out[CHART] = (struct wk_rect){ x, r.y + week, right, r.h - week - pages - todo };
	out[PAGES] = (struct wk_rect){ x, r.y + r.h - todo - pages, right, pages };
	out[TODO] = (struct wk_rect){ x, r.y + r.h - todo, right, todo };
}

static void
place(const struct wk_tui *t, struct wk_rect r, struct wk_rect out[PANELS])
{
	if (t->size == WK_SIZE_WIDE)
		place_wide(r, out);
	else
		place_normal(r, out);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect at[PANELS];
	if (t->facts.is_empty) {
		wk_home_render_empty(t, c, r);
		return;
	}
	if (t->size == WK_SIZE_COMPACT) {
		wk_home_render_small(t, c, r);
		return;
	}
	place(t, r, at);
	for (int i = 0; i < PANELS; i++) {
		if (at[i].h == 0)
			continue;
		struct wk_rect old = wk_canvas_clip(c, at[i]);
		panels[i]->render(t, c, at[i], i == t->home.focus);
		c->clip = old;
	}
}

static int
row_count(const struct wk_tui *t)
{
	const struct wk_home_panel *p = panels[t->home.focus];
	return p->rows == NULL ? 0 : p->rows(t);
}

static void
go_panel(struct wk_tui *t, int step)
{
	struct wk_home *h = &t->home;
	if (t->size == WK_SIZE_COMPACT && !t->o->is_plain) {
		h->page = (h->page + WK_HOME_PAGES + step) % WK_HOME_PAGES;
		return;
	}
	do
		h->focus = (h->focus + PANELS + step) % PANELS;
	while ((h->focus == PAGES || h->focus == AHEAD) && t->size != WK_SIZE_WIDE &&
	    !t->o->is_plain);
	h->row = 0;
}

static void
go_row(struct wk_tui *t, int row)
{
	int n = row_count(t);
	if (n == 0 && row > 0)
		go_panel(t, 1);
	else if (n == 0 && row < 0)
		go_panel(t, -1);
	else
		t->home.row = WK_MAX(0, WK_MIN(row, n - 1));
}

static void
click_row(struct wk_tui *t, int panel, const struct wk_rect *r, int y)
{
	struct wk_home *h = &t->home;
	int head = panels[panel]->head, room = r->h - 2 - head;
	int top = h->focus == panel && h->row >= room ? h->row - room + 1 : 0;
	h->focus = panel;
	h->row = 0;
	int n = row_count(t), row = y - r->y - 1 - head;
	if (row >= 0 && row < room)
		h->row = WK_MAX(0, WK_MIN(top + row, n - 1));
}

/* The panel under the pointer, and its row. */
static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_rect at[PANELS];
	if (t->facts.is_empty || t->size == WK_SIZE_COMPACT)
		return;
	place(t, wk_frame_body(&t->canvas), at);
	for (int i = 0; i < PANELS; i++)
		if (x >= at[i].x && x < at[i].x + at[i].w && y >= at[i].y &&
		    y < at[i].y + at[i].h)
			click_row(t, i, &at[i], y);
}

static void
set_range(struct wk_tui *t, int step)
{
	static const int ranges[] = { 4, 12, 26, 52 };
	int i = 0;
	while (i < (int)WK_LEN(ranges) - 1 && ranges[i] < wk_home_weeks(t))
		i++;
	i = WK_MAX(0, WK_MIN(i + step, (int)WK_LEN(ranges) - 1));
	t->home.weeks = ranges[i];
}

static void
explain(struct wk_tui *t, const struct wk_home_panel *p)
{
	struct wk_buf text;
	const struct wk_series *s = &t->facts.series;
	if (t->facts.is_empty)
		return;
	wk_buf_init(&text);
	if (p->explain != NULL)
		p->explain(t, t->home.row, &text);
	else
		wk_render_explain(s, s->shown, &t->app->conf.model, wk_paint_none(),
		    &text);
	wk_pager_open(t, p->explain != NULL ? p->title : "Where the score comes from",
	    text.p);
	wk_buf_fini(&text);
}

static void
add_page(struct wk_tui *t)
{
	wk_cmdline_open(t, "page ");
	wk_toast_say(&t->toasts, WK_TOAST_ASK, "%s",
	    "a page: 03:12 sev2 45m --woke -n TEXT");
}

/* A panel without rows is left at once, so that j walks the whole screen. */
static void
move(struct wk_tui *t, enum wk_action a)
{
	int n = row_count(t), row = t->home.row;
	int page = 5;
	switch (a) {
	case WK_ACT_NEXT:
		go_row(t, n == 0 ? 1 : row + 1);
		break;
	case WK_ACT_PREV:
		go_row(t, n == 0 ? -1 : row - 1);
		break;
	case WK_ACT_FIRST:
		t->home.row = 0;
		break;
	case WK_ACT_LAST:
		t->home.row = WK_MAX(0, n - 1);
		break;
	case WK_ACT_PAGE_DOWN:
	case WK_ACT_HALF_DOWN:
		t->home.row = WK_MAX(0, WK_MIN(row + page, n - 1));
		break;
	case WK_ACT_PAGE_UP:
	case WK_ACT_HALF_UP:
		t->home.row = WK_MAX(0, row - page);
		break;
	default:
		break;
	}
}

static enum wk_effect
update_empty(struct wk_tui *t, enum wk_action a)
{
	if (a == WK_ACT_IMPORT)
		wk_cmdline_open(t, "import ");
	return a == WK_ACT_DEMO ? WK_FX_DEMO : WK_FX_NONE;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	(void)key;
	switch (a) {
	case WK_ACT_LOG:
		t->want_day = t->app->today;
		return WK_FX_DAY;
	case WK_ACT_FILL:
		return WK_FX_FILL;
	case WK_ACT_OPEN:
		if (t->home.hides_numbers)
			wk_toast_say(&t->toasts, WK_TOAST_DONE,
			    "that would be numbers; H shows them again");
		else
			explain(t, panels[t->home.focus]);
		return WK_FX_NONE;
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_TOGGLE:
	case WK_ACT_RIGHT:
		go_panel(t, 1);
		return WK_FX_NONE;
	case WK_ACT_PREV_PANEL:
	case WK_ACT_LEFT:
		go_panel(t, -1);
		return WK_FX_NONE;
	case WK_ACT_SHORTER:
	case WK_ACT_LONGER:
		set_range(t, a == WK_ACT_LONGER ? 1 : -1);
		return WK_FX_NONE;
	case WK_ACT_ADD:
		add_page(t);
		return WK_FX_NONE;
	case WK_ACT_IMPORT:
	case WK_ACT_DEMO:
		return t->facts.is_empty ? update_empty(t, a) : WK_FX_NONE;
	default:
		move(t, a);
		return WK_FX_NONE;
	}
}

/* Panel by panel, each under its name. */
static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	if (t->facts.is_empty) {
		wk_home_flat_empty(t, b);
		return;
	}
	for (int i = 0; i < PANELS; i++) {
		bool has_focus = i == t->home.focus;
		bool has_rows = panels[i]->rows != NULL && panels[i]->rows(t) > 0;
		if (has_focus && !has_rows)
			wk_flat_mark(b, true);
		panels[i]->put_flat(t, has_focus ? t->home.row : -1, b);
	}
	wk_buf_adds(b, "Enter explains the line, Tab goes to the next part, ? shows "
	    "the keys.\n");
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	if (t->is_demo)
		wk_buf_adds(b, "demo");
	else if (!t->facts.is_empty)
		wk_buf_adds(b, "\xe2\x9c\x93 saved");
}

const struct wk_view wk_view_home = { .name = "home", .tab = "1 Home", .title = "Home",
	.action = WK_ACT_VIEW_HOME, .update = update, .render = render,
	.click = click, .put_flat = put_flat, .put_state = put_state };
