/* SPDX-License-Identifier: MIT */
/* Trends: strain first, any indicator after it, and the weeks as bars. The facts have all
 * of it; choosing computes, nothing is read. */
#include "flat.h"
#include "home.h"
#include "plot.h"

static const int ranges[] = { 4, 12, 26, 52 };

static void
load(struct wk_tui *t)
{
	if (t->trends.weeks == 0)
		t->trends.weeks = 26;
	if (!t->facts.is_empty)
		wk_trends_refresh(t);
}

/* The chart, then the bars; where two periods are compared their table takes the bars'
 * place (the second). */
static void
place(const struct wk_tui *t, struct wk_rect r, struct wk_rect at[WK_TRENDS_PANELS])
{
	int chart = t->size == WK_SIZE_WIDE ? r.h * 6 / 10 : 12 - t->trends.compares;
	int rest = r.h - chart, w = r.w / WK_TRENDS_BARS;
	at[0] = (struct wk_rect){ r.x, r.y, r.w, chart };
	for (int i = 0; i < WK_TRENDS_BARS; i++)
		at[i + 1] = (struct wk_rect){ r.x + i * w, r.y + chart,
			i == WK_TRENDS_BARS - 1 ? r.w - i * w : w, rest };
	if (t->trends.compares) {
		at[1].w = r.w;
		at[2].h = at[3].h = 0;
	}
}

static void
put_title(const struct wk_tui *t, int panel, struct wk_buf *b)
{
	const struct wk_trends *r = &t->trends;
	if (panel == 0)
		wk_buf_addf(b, "%s, %d weeks", wk_trends_title(t), r->weeks);
	else if (r->compares)
		wk_buf_addf(b, "These %d weeks and the %d before", r->weeks, r->weeks);
	else
		wk_buf_adds(b, wk_trends_bar_title(panel - 1));
}

static void
draw_inside(const struct wk_tui *t, struct wk_canvas *c, int panel, struct wk_rect in)
{
	struct wk_rect old = wk_canvas_clip(c, in);
	if (panel == 0)
		wk_trends_draw_chart(t, c, in);
	else if (t->trends.compares)
		wk_trends_draw_compare(t, c, in);
	else
		wk_trends_draw_bar(t, c, in, panel - 1);
	c->clip = old;
}

static void
render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_buf title;
	int panel = t->trends.focus, head = 1 + (panel == 0);
	wk_buf_init(&title);
	put_title(t, panel, &title);
	wk_home_puts(c, r.x + 1, r.y, r.x + r.w - 1, WK_ROLE_TITLE, title.p);
	wk_buf_clear(&title);
	wk_trends_put_point(t, &title);
	if (panel == 0)
		wk_home_puts(c, r.x + 1, r.y + 1, r.x + r.w - 1, WK_ROLE_TEXT, title.p);
	wk_buf_fini(&title);
	draw_inside(t, c, panel, (struct wk_rect){ r.x, r.y + head, r.w, r.h - head });
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect at[WK_TRENDS_PANELS];
	if (t->facts.is_empty) {
		wk_plot_render_empty(t, c, r, "Trends");
		return;
	}
	if (t->size == WK_SIZE_COMPACT) {
		render_small(t, c, r);
		return;
	}
	place(t, r, at);
	for (int i = 0; i < WK_TRENDS_PANELS; i++) {
		struct wk_buf title, note;
		if (at[i].h == 0)
			continue;
		wk_buf_init(&title);
		wk_buf_init(&note);
		put_title(t, i, &title);
		if (i == 0)
			wk_trends_put_point(t, &note);
		draw_inside(t, c, i, wk_canvas_panel(c, at[i], title.p, note.p,
		    i == t->trends.focus));
		wk_buf_fini(&title);
		wk_buf_fini(&note);
	}
}

static void
set_range(struct wk_tui *t, int step)
{
	int i = 0;
	while (i < (int)WK_LEN(ranges) - 1 && ranges[i] < t->trends.weeks)
		i++;
	t->trends.weeks = ranges[WK_MAX(0, WK_MIN(i + step, (int)WK_LEN(ranges) - 1))];
	wk_trends_refresh(t);
}

static void
choose(struct wk_tui *t, int step)
{
	int n = wk_trends_choices();
	t->trends.choice = (t->trends.choice + n + step) % n;
	wk_trends_refresh(t);
}

static void
go_panel(struct wk_tui *t, int step)
{
	int n = t->trends.compares ? 2 : WK_TRENDS_PANELS;
	t->trends.focus = (t->trends.focus + n + step) % n;
}

static void
compare(struct wk_tui *t)
{
	t->trends.compares = !t->trends.compares;
	t->trends.focus = WK_MIN(t->trends.focus, 1);
	wk_trends_refresh(t);
}

static void
go_back_to(struct wk_tui *t, int back)
{
	t->trends.back = WK_MAX(0, WK_MIN(back, (int)t->trends.n - 1));
}

/* On the bars a step is a week. */
static void
move(struct wk_tui *t, enum wk_action a)
{
	static const struct { enum wk_action action; int days; } steps[] = {
		{ WK_ACT_LEFT, 1 }, { WK_ACT_RIGHT, -1 }, { WK_ACT_PAGE_UP, 28 },
		{ WK_ACT_PAGE_DOWN, -28 }, { WK_ACT_HALF_UP, 7 },
		{ WK_ACT_HALF_DOWN, -7 }, { WK_ACT_FIRST, 4000 }, { WK_ACT_LAST, -4000 },
		{ WK_ACT_TODAY, -4000 },
	};
	int factor = t->trends.focus > 0 ? 7 : 1;
	for (size_t i = 0; i < WK_LEN(steps); i++)
		if (steps[i].action == a)
			go_back_to(t, t->trends.back + steps[i].days * factor);
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	(void)key;
	if (t->facts.is_empty)
		return WK_FX_NONE;
	switch (a) {
	case WK_ACT_NEXT:
	case WK_ACT_MEASURE:
		choose(t, 1);
		break;
	case WK_ACT_PREV:
		choose(t, -1);
		break;
	case WK_ACT_SHORTER:
	case WK_ACT_LONGER:
		set_range(t, a == WK_ACT_LONGER ? 1 : -1);
		break;
	case WK_ACT_COMPARE:
		compare(t);
		break;
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_TOGGLE:
		go_panel(t, 1);
		break;
	case WK_ACT_PREV_PANEL:
		go_panel(t, -1);
		break;
	case WK_ACT_OPEN:
	case WK_ACT_EDIT:
		t->want_day = wk_trends_cursor(t);
		return WK_FX_DAY;
	default:
		move(t, a);
	}
	return WK_FX_NONE;
}

static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_rect at[WK_TRENDS_PANELS];
	int back = t->trends.back;
	if (t->facts.is_empty || t->size == WK_SIZE_COMPACT)
		return;
	place(t, wk_frame_body(&t->canvas), at);
	for (int i = 0; i < WK_TRENDS_PANELS; i++) {
		struct wk_rect in = { at[i].x + 1, at[i].y + 1, at[i].w - 2,
			at[i].h - 2 };
		if (x < in.x || x >= in.x + in.w || y < in.y || y >= in.y + in.h)
			continue;
		t->trends.focus = i;
		if (i == 0)
			(void)wk_trends_chart_at(t, in, x, &back);
		else if (!t->trends.compares)
			(void)wk_trends_bar_at(t, in, x, &back);
	}
	go_back_to(t, back);
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	if (t->facts.is_empty) {
		wk_buf_adds(b, "Nothing is logged yet.\n");
		return;
	}
	wk_flat_mark(b, true);
	wk_buf_addf(b, "%s on ", wk_trends_title(t));
	wk_trends_put_point(t, b);
	wk_buf_addf(b, "\n%d weeks, the newest first:\n", t->trends.weeks);
	if (t->trends.compares)
		wk_trends_put_compare(t, b);
	wk_trends_put_weeks(t, b);
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	if (!t->facts.is_empty)
		wk_buf_addf(b, "%d weeks", t->trends.weeks);
}

/* Before the first day none of its keys does anything. */
static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	(void)a;
	return !t->facts.is_empty;
}

const struct wk_view wk_view_trends = { .name = "trends", .tab = "4 Trends",
	.title = "Trends", .action = WK_ACT_VIEW_TRENDS, .load = load,
	.put_flat = put_flat, .update = update, .render = render, .click = click,
	.has_hint = has_hint, .put_state = put_state };
