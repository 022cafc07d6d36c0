/* SPDX-License-Identifier: MIT */
/* Year: every day of 53 weeks at a glance, the day under the cursor in words, and the
 * weeks as a table. The year that ends today stands on the facts; a year that is past is
 * read for itself, never the whole of a long log. */
#include "flat.h"
#include "home.h"
#include "plot.h"

enum { HEAT, DAY, WEEKS, SUM };
static const char *const titles[WK_YEAR_PANELS] = { "Year", "Day", "Weeks",
	"These 53 weeks" };

const struct wk_series *
wk_year_series(const struct wk_tui *t)
{
	return t->year.back > 0 ? &t->year.own : &t->facts.series;
}

const struct wk_day *
wk_year_day(const struct wk_tui *t, wk_date d)
{
	const struct wk_series *s = wk_year_series(t);
	size_t i = wk_series_find(s, d);
	return i == SIZE_MAX ? NULL : &s->days[i];
}

const struct wk_strain *
wk_year_strain(const struct wk_tui *t, wk_date d)
{
	const struct wk_series *s = wk_year_series(t);
	size_t i = wk_series_find(s, d);
	return i == SIZE_MAX ? NULL : &s->strain[i];
}

wk_date
wk_year_last(const struct wk_tui *t)
{
	return WK_MIN(t->year.first + WK_YEAR_DAYS - 1, t->app->today);
}

static enum wk_rc
read_year(struct wk_tui *t, struct wk_err *err)
{
	struct wk_year *y = &t->year;
	struct wk_store *store = t->app->store;
	wk_date last = y->first + WK_YEAR_DAYS - 1;
	enum wk_rc rc = wk_store_note_list(store, y->first, last, &y->arena, &y->notes,
	    &y->note_count, err);
	/* one of the night belongs to another day than the clock says */
	if (rc == WK_OK)
		rc = wk_store_page_list(store, y->first - 1, last + 1, &y->arena,
		    &y->pages, &y->page_count, err);
	if (rc == WK_OK && y->back > 0)
		rc = wk_app_series_until(t->app, y->first, last, &y->arena, &y->own, err);
	return rc;
}

static void
load(struct wk_tui *t)
{
	struct wk_year *y = &t->year;
	struct wk_err err = { .rc = WK_OK };
	wk_date today = t->app->today, monday = today - wk_date_weekday(today);
	if (y->is_loaded && y->serial == t->facts.serial && y->read_back == y->back)
		return;
	wk_arena_fini(&y->arena);
	y->serial = t->facts.serial;
	y->read_back = y->back;
	y->note_count = y->page_count = 0;
	y->own = (struct wk_series){ .n = 0 };
	if (!y->is_loaded)
		y->cursor = today;
	y->is_loaded = true;
	y->first = monday - (WK_YEAR_WEEKS - 1) * 7 - y->back * 364;
	y->cursor = WK_MAX(y->first, WK_MIN(y->cursor, wk_year_last(t)));
	if (t->facts.is_empty || t->app->store == NULL)
		return;
	if (read_year(t, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
}

enum { TIGHT_W = 113 };                /* two columns a week and a frame round them */

/* Height 0: not shown in this size. */
static void
place(const struct wk_tui *t, struct wk_rect r, struct wk_rect at[WK_YEAR_PANELS])
{
	int heat = 11, rest = r.h - heat;
	if (t->size == WK_SIZE_WIDE) {
		int left = 44 + (r.w > 160) * 16, day = WK_MIN(14, rest / 2);
		/* where all weeks just fit, the map takes the frame's sides */
		int side = r.w < TIGHT_W;
		at[HEAT] = (struct wk_rect){ r.x - side, r.y, r.w + 2 * side, heat };
		at[DAY] = (struct wk_rect){ r.x, r.y + heat, left, day };
		at[SUM] = (struct wk_rect){ r.x, r.y + heat + day, left, rest - day };
		at[WEEKS] = (struct wk_rect){ r.x + left, r.y + heat, r.w - left, rest };
		return;
	}
	int day = 19, left = r.w / 2;
	at[HEAT] = (struct wk_rect){ r.x, r.y, r.w - day, heat };
	at[DAY] = (struct wk_rect){ r.x + r.w - day, r.y, day, heat };
	at[WEEKS] = (struct wk_rect){ r.x, r.y + heat, left, rest };
	at[SUM] = (struct wk_rect){ r.x + left, r.y + heat, r.w - left, rest };
}

static void
put_title(const struct wk_tui *t, int panel, struct wk_buf *b)
{
	const struct wk_year *y = &t->year;
	if (panel == DAY)
		wk_date_put_day(b, y->cursor);
	else if (panel == HEAT) {
		int year, month, day;
		wk_date_to_civil(wk_year_last(t), &year, &month, &day);
		wk_buf_addf(b, "%s by day, 53 weeks to ", wk_year_measure(t));
		wk_buf_addf(b, "%d %s %d", day, wk_date_month_name(month, false), year);
	} else
		wk_buf_adds(b, titles[panel]);
}

static void
draw_panel(const struct wk_tui *t, struct wk_canvas *c, int panel, struct wk_rect in)
{
	static void (*const draw[WK_YEAR_PANELS])(const struct wk_tui *,
	    struct wk_canvas *, struct wk_rect) = { [HEAT] = wk_year_draw_heat,
		[DAY] = wk_year_draw_day, [WEEKS] = wk_year_draw_weeks,
		[SUM] = wk_year_draw_sum };
	struct wk_rect old = wk_canvas_clip(c, in);
	draw[panel](t, c, in);
	c->clip = old;
}

enum { MAP_H = 10 };                   /* with the title and the legend */

/* One panel without a frame; the map has the cursor's day in its title, and below it
 * where there is room. */
static void
render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_buf title;
	int panel = t->year.focus;
	wk_buf_init(&title);
	if (panel == HEAT) {
		wk_buf_addf(&title, "%s, ", wk_year_measure(t));
		wk_year_put_short(t, &title);
	} else
		put_title(t, panel, &title);
	wk_home_puts(c, r.x + 1, r.y, r.x + r.w - 1, WK_ROLE_TITLE, title.p);
	wk_buf_fini(&title);
	draw_panel(t, c, panel, (struct wk_rect){ r.x, r.y + 1, r.w, r.h - 1 });
	if (panel == HEAT && r.h > MAP_H + 5)
		draw_panel(t, c, DAY, (struct wk_rect){ r.x, r.y + MAP_H + 1, r.w,
			r.h - MAP_H - 1 });
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect at[WK_YEAR_PANELS];
	if (t->facts.is_empty) {
		wk_plot_render_empty(t, c, r, "Year");
		return;
	}
	if (t->size == WK_SIZE_COMPACT) {
		render_small(t, c, r);
		return;
	}
	place(t, r, at);
	for (int i = 0; i < WK_YEAR_PANELS; i++) {
		struct wk_buf title;
		const char *note = i == HEAT && r.w >= 110 ? "m measure   [ ] year" : "";
		wk_buf_init(&title);
		put_title(t, i, &title);
		draw_panel(t, c, i, wk_canvas_panel(c, at[i], title.p, note,
		    i == t->year.focus));
		wk_buf_fini(&title);
	}
}

/* The years beside are read when the cursor goes there. */
static enum wk_effect
go_year(struct wk_tui *t, int step)
{
	struct wk_year *y = &t->year;
	const struct wk_series *s = wk_year_series(t);
	bool has_more = s->n > 0 && s->days[0].d < y->first;
	if ((step < 0 && y->back == 0) || (step > 0 && !has_more))
		return WK_FX_NONE;
	y->back += step;
	t->want_view = t->view;
	return WK_FX_VIEW;
}

static enum wk_effect
go_day(struct wk_tui *t, wk_date d)
{
	struct wk_year *y = &t->year;
	wk_date last = wk_year_last(t);
	enum wk_effect fx = WK_FX_NONE;
	/* among lines a step never loads: [ and ] do */
	if (t->o->is_plain)
		d = WK_MAX(y->first, WK_MIN(d, last));
	if (d < y->first)
		fx = go_year(t, 1);
	else if (d > last)
		fx = go_year(t, -1);
	y->cursor = fx != WK_FX_NONE ? d : WK_MAX(y->first, WK_MIN(d, last));
	return fx;
}

/* Which panels take keys: the map and the table; where one shows, all of them. */
static void
go_panel(struct wk_tui *t, int step)
{
	struct wk_year *y = &t->year;
	if (t->size == WK_SIZE_COMPACT)
		y->focus = (y->focus + WK_YEAR_PANELS + step) % WK_YEAR_PANELS;
	else
		y->focus = y->focus == HEAT ? WEEKS : HEAT;
}

static enum wk_effect
move(struct wk_tui *t, enum wk_action a)
{
	static const struct { enum wk_action action; int map, table; } steps[] = {
		{ WK_ACT_NEXT, 1, -7 }, { WK_ACT_PREV, -1, 7 }, { WK_ACT_LEFT, -7, -7 },
		{ WK_ACT_RIGHT, 7, 7 }, { WK_ACT_PAGE_DOWN, 28, -56 },
		{ WK_ACT_PAGE_UP, -28, 56 }, { WK_ACT_HALF_DOWN, 14, -28 },
		{ WK_ACT_HALF_UP, -14, 28 },
	};
	struct wk_year *y = &t->year;
	bool is_table = y->focus == WEEKS;
	for (size_t i = 0; i < WK_LEN(steps); i++)
		if (steps[i].action == a)
			return go_day(t, y->cursor + (is_table ? steps[i].table :
			    steps[i].map));
	if (a == WK_ACT_FIRST || a == WK_ACT_LAST)
		y->cursor = (a == WK_ACT_LAST) != is_table ? wk_year_last(t) : y->first;
	return WK_FX_NONE;
}

static enum wk_effect
go_today(struct wk_tui *t)
{
	t->year.cursor = t->app->today;
	t->year.back = 0;
	t->want_view = t->view;
	return WK_FX_VIEW;
}

static enum wk_effect
shift_year(struct wk_tui *t, int step)
{
	enum wk_effect fx = go_year(t, step);
	if (fx != WK_FX_NONE)
		t->year.cursor -= step * 364;
	return fx;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	(void)key;
	if (t->facts.is_empty)
		return WK_FX_NONE;
	switch (a) {
	case WK_ACT_OPEN:
	case WK_ACT_EDIT:
		t->want_day = t->year.cursor;
		return WK_FX_DAY;
	case WK_ACT_MEASURE:
		t->year.measure = (t->year.measure + 1) % wk_year_measures();
		return WK_FX_NONE;
	case WK_ACT_SHORTER:
		return shift_year(t, 1);
	case WK_ACT_LONGER:
		return shift_year(t, -1);
	case WK_ACT_TODAY:
		return go_today(t);
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_TOGGLE:
		go_panel(t, 1);
		return WK_FX_NONE;
	case WK_ACT_PREV_PANEL:
		go_panel(t, -1);
		return WK_FX_NONE;
	default:
		return move(t, a);
	}
}

static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_rect at[WK_YEAR_PANELS], body = wk_frame_body(&t->canvas);
	struct wk_year *v = &t->year;
	wk_date d = v->cursor;
	bool is_small = t->size == WK_SIZE_COMPACT;
	if (t->facts.is_empty)
		return;
	place(t, body, at);
	for (int i = 0; i < WK_YEAR_PANELS; i++) {
		struct wk_rect in = { at[i].x + 1, at[i].y + 1, at[i].w - 2,
			at[i].h - 2 };
		if (is_small)
			in = (struct wk_rect){ body.x, body.y + 1, body.w, body.h - 1 };
		if ((is_small && i != v->focus) || x < in.x || x >= in.x + in.w ||
		    y < in.y || y >= in.y + in.h)
			continue;
		if ((i == HEAT && wk_year_heat_at(t, in, x, y, &d)) ||
		    (i == WEEKS && wk_year_week_at(t, in, y, &d)))
			v->focus = i;
	}
	v->cursor = WK_MAX(v->first, WK_MIN(d, wk_year_last(t)));
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	if (t->facts.is_empty) {
		wk_buf_adds(b, "Nothing is logged yet.\n");
		return;
	}
	put_title(t, HEAT, b);
	wk_buf_addc(b, '\n');
	wk_flat_mark(b, true);
	wk_year_put_day(t, b);
	wk_year_put_sum(t, b);
	wk_year_put_weeks(t, b);
}

/* Before the first day none of its keys does anything. */
static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	(void)a;
	return !t->facts.is_empty;
}

const struct wk_view wk_view_year = { .name = "year", .tab = "3 Year", .title = "Year",
	.action = WK_ACT_VIEW_YEAR, .load = load, .put_flat = put_flat, .update = update,
	.render = render, .click = click, .has_hint = has_hint };
