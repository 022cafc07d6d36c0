/* SPDX-License-Identifier: MIT */
/* Plan: the coming days to be changed, where they lead at once, what-ifs side by side,
 * and which hours or rest would be enough. Only leave and on-call can be written. */
#include "plan_view.h"

#include <math.h>

#include "home.h"
#include "overlay.h"

#define STEP_H 0.5
#define DAY_H 24.0

static int
row_count(const struct wk_plans *v)
{
	return v->panel == WK_PLAN_COMPARE ? (int)v->case_count :
	    v->panel == WK_PLAN_ASK ? WK_PLAN_QUESTIONS :
	    v->panel == WK_PLAN_DAYS_PANEL ? WK_PLAN_DAYS : 1;
}

static void
go_row(struct wk_plans *v, int step)
{
	int *at = v->panel == WK_PLAN_DAYS_PANEL ? &v->day : &v->row;
	*at = WK_MAX(0, WK_MIN(*at + step, row_count(v) - 1));
}

/* The chart is a panel of its own only where there is room for one at a time. */
static void
go_panel(struct wk_tui *t, int step)
{
	struct wk_plans *v = &t->plans;
	int n = t->size == WK_SIZE_COMPACT ? WK_PLAN_PANELS : WK_PLAN_CHART;
	v->panel = (enum wk_plan_panel)(((int)v->panel + n + step) % n);
	v->row = 0;
}

static void
go_column(struct wk_plans *v, int step)
{
	int at = (int)v->column + step;
	v->column = (enum wk_plan_column)WK_MAX(0, WK_MIN(at, WK_PLAN_COLUMNS - 1));
}

/* ---- changes */
static double
stepped(double h, int step)
{
	double next = (isnan(h) ? 0 : h) + step * STEP_H;
	return WK_MAX(0, WK_MIN(next, DAY_H));
}

static void
more(struct wk_tui *t, int step)
{
	struct wk_plans *v = &t->plans;
	struct wk_planned *x = &v->now.told[v->day];
	if (v->panel == WK_PLAN_ASK) {
		int goal = (int)v->goal + step;
		v->goal = (enum wk_band)WK_MAX(0, WK_MIN(goal, WK_BAND_STRAINED));
	} else if (v->panel != WK_PLAN_DAYS_PANEL)
		return;
	else if (v->column == WK_PLAN_SLEEP)
		x->sleep_h = stepped(wk_plans_sleep(v, &v->now, v->day), step);
	else {
		x->hours = stepped(wk_plans_hours(v, &v->now, v->day), step);
		v->now.is_off[v->day] = false;
	}
	wk_plans_run(t);
}

/* On call goes round: yes, no, as lately; elsewhere the day is on or off. */
static void
toggle(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	int *oncall = &v->now.told[v->day].oncall;
	if (v->panel != WK_PLAN_DAYS_PANEL)
		return;
	if (v->column == WK_PLAN_CALL)
		*oncall = *oncall < 0 ? 1 : *oncall == 1 ? 0 : -1;
	else
		v->now.is_off[v->day] = !v->now.is_off[v->day];
	wk_plans_run(t);
}

static void
set_by(struct wk_tui *t, int step)
{
	static const int weeks[] = { 1, 2, 4, 8, 12, 26, 52 };
	int i = 0;
	while (i < (int)WK_LEN(weeks) - 1 && weeks[i] < t->plans.by_weeks)
		i++;
	i = WK_MAX(0, WK_MIN(i + step, (int)WK_LEN(weeks) - 1));
	t->plans.by_weeks = weeks[i];
	wk_plans_run(t);
}

static void
put_back(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	bool changed = wk_plans_is_changed(v);
	v->now = v->stored;
	wk_plans_run(t);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, changed ? "everything is put back" :
	    "nothing was changed here");
}

static void
take(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	if (v->panel == WK_PLAN_COMPARE && v->row < (int)v->case_count) {
		const char *name = v->cases[v->row].name;
		struct wk_whatif w = v->cases[v->row].plan;
		v->now = w;
		wk_plans_run(t);
		v->row = 0;
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "taken: %s   (x puts all back)",
		    name);
	} else if (v->panel == WK_PLAN_ASK) {
		enum wk_plan_question q = (enum wk_plan_question)v->row;
		wk_toast_say(&t->toasts, WK_TOAST_DONE, wk_plans_take(t, q) ?
		    "taken: %s   (x puts all back)" : "%s: there is nothing to take",
		    wk_plans_question(q));
	} else
		toggle(t);
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_plans *v = &t->plans;
	(void)key;
	if (!v->is_loaded)
		return WK_FX_NONE;
	switch (a) {
	case WK_ACT_NEXT:
	case WK_ACT_PREV:
		go_row(v, a == WK_ACT_NEXT ? 1 : -1);
		break;
	case WK_ACT_FIRST:
	case WK_ACT_LAST:
		go_row(v, a == WK_ACT_LAST ? WK_PLAN_DAYS : -WK_PLAN_DAYS);
		break;
	case WK_ACT_PAGE_DOWN:
	case WK_ACT_HALF_DOWN:
		go_row(v, 7);
		break;
	case WK_ACT_PAGE_UP:
	case WK_ACT_HALF_UP:
		go_row(v, -7);
		break;
	case WK_ACT_TODAY:
		v->panel = WK_PLAN_DAYS_PANEL;
		v->day = 0;
		break;
	case WK_ACT_LEFT:
	case WK_ACT_RIGHT:
		go_column(v, a == WK_ACT_RIGHT ? 1 : -1);
		break;
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_PREV_PANEL:
		go_panel(t, a == WK_ACT_NEXT_PANEL ? 1 : -1);
		break;
	case WK_ACT_MORE:
	case WK_ACT_LESS:
		more(t, a == WK_ACT_MORE ? 1 : -1);
		break;
	case WK_ACT_TOGGLE:
		toggle(t);
		break;
	case WK_ACT_SHORTER:
	case WK_ACT_LONGER:
		set_by(t, a == WK_ACT_LONGER ? 1 : -1);
		break;
	case WK_ACT_RESET:
		put_back(t);
		break;
	case WK_ACT_OPEN:
		take(t);
		break;
	case WK_ACT_WRITE:
		v->wants_write = true;
		return WK_FX_PERFORM;
	default:
		break;
	}
	return WK_FX_NONE;
}

static void
perform(struct wk_tui *t)
{
	if (t->plans.wants_write)
		(void)wk_plans_write(t);
	t->plans.wants_write = false;
}

static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_plans *v = &t->plans;
	struct wk_plan_places p = wk_plans_places(t, wk_frame_body(&t->canvas));
	int frame = t->size == WK_SIZE_COMPACT ? 0 : 1;
	for (int i = 0; i < WK_PLAN_CHART && v->is_loaded; i++) {
		const struct wk_rect *r = &p.at[i];
		int row = y - r->y - frame - 1;
		if (x < r->x || x >= r->x + r->w || y < r->y || y >= r->y + r->h)
			continue;
		v->panel = (enum wk_plan_panel)i;
		v->row = 0;
		if (frame == 1 && row >= 0 && i == WK_PLAN_DAYS_PANEL)
			v->day = 0;
		if (frame == 1 && row >= 0)
			go_row(v, row);
	}
}

/* ---- drawing */
static void
render_lacking(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	bool small = t->size == WK_SIZE_COMPACT;
	struct wk_rect in = small ? r : wk_canvas_panel(c, r, "Plan", "", true);
	struct wk_rect at = { in.x + (small ? 1 : 3), in.y + 1, WK_MIN(in.w - 4, 72), 6 };
	at.y += wk_overlay_puts(c, at, WK_ROLE_TITLE, t->facts.is_empty ?
	    "Nothing is logged yet." : "Not enough is known to look ahead yet.") + 1;
	at.y += wk_overlay_puts(c, at, WK_ROLE_TEXT,
	    "With hours on 14 of the last 28 days your usual week is a plan, and this "
	    "screen shows where it leads and what would change it.") + 1;
	if (!small)
		wk_overlay_puts(c, at, WK_ROLE_DIM,
		    "e on Home logs today, b there fills the days before.");
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	static const struct {
		const char *title;
		void (*draw)(const struct wk_tui *t, struct wk_canvas *c,
		    struct wk_rect in);
	} panels[WK_PLAN_PANELS] = {
		[WK_PLAN_DAYS_PANEL] = { "Next 14 days", wk_plans_draw_days },
		[WK_PLAN_COMPARE] = { "Compare", wk_plans_draw_compare },
		[WK_PLAN_ASK] = { "Ask", wk_plans_draw_ask },
		[WK_PLAN_CHART] = { "Strain, 4 weeks back, 2 ahead",
		    wk_plans_draw_chart },
	};
	const struct wk_plans *v = &t->plans;
	struct wk_plan_places p = wk_plans_places(t, r);
	if (!v->is_loaded) {
		render_lacking(t, c, r);
		return;
	}
	for (int i = 0; i < WK_PLAN_PANELS; i++) {
		bool is_days = i == WK_PLAN_DAYS_PANEL;
		if (p.at[i].h == 0)
			continue;
		struct wk_rect in = p.at[i];
		if (t->size != WK_SIZE_COMPACT)
			in = wk_canvas_panel(c, p.at[i], panels[i].title, is_days &&
			    wk_plans_is_changed(v) ? "what-if" : "", v->panel ==
			    (enum wk_plan_panel)i);
		struct wk_rect old = wk_canvas_clip(c, in);
		panels[i].draw(t, c, in);
		c->clip = old;
	}
}

static void
resized(struct wk_tui *t)
{
	if (t->size != WK_SIZE_COMPACT && t->plans.panel == WK_PLAN_CHART)
		t->plans.panel = WK_PLAN_DAYS_PANEL;
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	if (t->plans.is_loaded)
		wk_buf_adds(b, wk_plans_is_changed(&t->plans) ? "what-if" : "as planned");
}

/* Before there is a plan none of its keys does anything. */
static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	const struct wk_plans *v = &t->plans;
	return v->is_loaded && (a != WK_ACT_RESET || wk_plans_is_changed(v));
}

const struct wk_view wk_view_plan = { .name = "plan", .tab = "6 Plan", .title = "Plan",
	.action = WK_ACT_VIEW_PLAN, .load = wk_plans_load, .perform = perform,
	.put_flat = wk_plans_put_flat, .update = update, .render = render,
	.click = click, .resized = resized, .has_hint = has_hint,
	.put_state = put_state };
