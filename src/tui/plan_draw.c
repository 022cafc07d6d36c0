/* SPDX-License-Identifier: MIT */
/* The Plan screen's panels of words: the days, what-ifs side by side, and the question
 * turned round. */
#include <math.h>

#include "flat.h"
#include "home.h"
#include "overlay.h"
#include "plan_view.h"

enum { LEFT_W = 42, LEFT_W_WIDE = 52, CHART_H = 9, CHART_H_WIDE = 18, COMPARE_H = 7,
	COMPARE_H_WIDE = 10, HOURS_END = 15, SLEEP_END = 21, CALL_X = 23, OFF_X = 28,
	SCORE_X = 32, BAND_X = 41 };

struct wk_plan_places
wk_plans_places(const struct wk_tui *t, struct wk_rect r)
{
	struct wk_plan_places p = { .at = { { 0, 0, 0, 0 } } };
	bool wide = t->size == WK_SIZE_WIDE;
	if (t->size == WK_SIZE_COMPACT) {
		p.at[t->plans.panel] = (struct wk_rect){ r.x, r.y, r.w, r.h };
		return p;
	}
	int left = wide ? LEFT_W_WIDE : LEFT_W, x = r.x + left, w = r.w - left;
	int compare = wide ? COMPARE_H_WIDE : COMPARE_H;
	int chart = wide ? CHART_H_WIDE + WK_MAX(0, r.h - 38) : CHART_H;
	p.at[WK_PLAN_DAYS_PANEL] = (struct wk_rect){ r.x, r.y, left, r.h };
	p.at[WK_PLAN_CHART] = (struct wk_rect){ x, r.y, w, chart };
	p.at[WK_PLAN_COMPARE] = (struct wk_rect){ x, r.y + chart, w, compare };
	p.at[WK_PLAN_ASK] = (struct wk_rect){ x, r.y + chart + compare, w,
		r.h - chart - compare };
	return p;
}

/* "▲ 34": gives the column after it. */
static int
put_score(const struct wk_tui *t, struct wk_canvas *c, int x, int y,
    const struct wk_strain *s)
{
	enum wk_role role = wk_home_role(s->band);
	wk_canvas_puts(c, x, y, role, wk_home_sign(s->band));
	if (t->home.hides_numbers)
		return wk_canvas_puts(c, x + 3, y, role, wk_band_name(s->band));
	return wk_canvas_putf(c, x + 3, y, role, "%4.1f", s->score);
}

/* ---- the days */
/* Where numbers are hidden only the one that + and - change shows. */
static void
put_hours(const struct wk_tui *t, struct wk_canvas *c, int end, int y, double h,
    enum wk_role role)
{
	char text[16];
	bool is_hidden = t->home.hides_numbers && role != WK_ROLE_FIELD_FOCUS;
	if (is_hidden)
		snprintf(text, sizeof(text), "x");
	else
		snprintf(text, sizeof(text), "%.1f", h);
	wk_canvas_puts_right(c, end, y, isnan(h) ? WK_ROLE_UNKNOWN : role,
	    isnan(h) ? "?" : h > 0 ? text : "-");
}

static const char *
call_word(int oncall)
{
	return oncall > 0 ? "yes" : oncall == 0 ? "no" : "~";
}

static enum wk_role
role_of(const struct wk_plans *v, int k, enum wk_plan_column column)
{
	bool on = v->panel == WK_PLAN_DAYS_PANEL && v->day == k && v->column == column;
	return on ? WK_ROLE_FIELD_FOCUS : WK_ROLE_TEXT;
}

static void
draw_day(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y, int k)
{
	const struct wk_plans *v = &t->plans;
	int d, m, year;
	wk_date date = v->base.days[k].d;
	bool on = v->panel == WK_PLAN_DAYS_PANEL && v->day == k;
	wk_date_to_civil(date, &year, &m, &d);
	wk_canvas_putf(c, in.x + 2, y, WK_ROLE_TEXT, "%s %2d",
	    wk_date_weekday_name(wk_date_weekday(date), false), d);
	if (on)
		wk_home_mark(c, (struct wk_rect){ in.x, y, 9, 1 }, y);
	put_hours(t, c, in.x + HOURS_END, y, wk_plans_hours(v, &v->now, k),
	    role_of(v, k, WK_PLAN_HOURS));
	put_hours(t, c, in.x + SLEEP_END, y, wk_plans_sleep(v, &v->now, k),
	    role_of(v, k, WK_PLAN_SLEEP));
	wk_canvas_puts(c, in.x + CALL_X, y, role_of(v, k, WK_PLAN_CALL),
	    call_word(v->now.told[k].oncall));
	wk_canvas_puts(c, in.x + OFF_X, y, role_of(v, k, WK_PLAN_OFF),
	    v->now.is_off[k] ? "off" : ".");
	put_score(t, c, in.x + SCORE_X, y, &v->strain[k]);
	if (in.w >= BAND_X + 7 && !t->home.hides_numbers)
		wk_canvas_puts(c, in.x + BAND_X, y, wk_home_role(v->strain[k].band),
		    wk_band_name(v->strain[k].band));
}

static void
draw_notes(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	static const char *const words[2][2] = {
		{ "As lately, with what you logged ahead.\n~ on call as often as lately",
		    "As your last 28 days went, with the leave and on-call you logged "
		    "ahead.\n\n~ is on call as often as lately.\n\n"
		    "A forecast from your own days, no advice. Mood and meetings are not "
		    "in it." },
		{ "x puts back, w keeps off and on-call\n~ on call as often as lately",
		    "This is a what-if: x puts all back; w keeps days off and on-call as "
		    "your plan. Hours and sleep to come are never written.\n\n"
		    "~ is on call as often as lately." },
	};
	if (in.h > 0)
		wk_overlay_puts(c, in, WK_ROLE_DIM,
		    words[wk_plans_is_changed(&t->plans)][in.h >= 8]);
}

void
wk_plans_draw_days(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_plans *v = &t->plans;
	bool small = t->size == WK_SIZE_COMPACT;
	int room = small ? in.h - 1 : WK_PLAN_DAYS, y = in.y;
	int top = WK_MAX(0, WK_MIN(v->day - room / 2, WK_PLAN_DAYS - room));
	wk_canvas_puts(c, in.x + 2, y++, WK_ROLE_DIM,
	    "day     hours sleep  call off strain");
	for (int k = top; k < WK_PLAN_DAYS && k - top < room; k++, y++) {
		if (!small && k > 0 && wk_date_weekday(v->base.days[k].d) == 0 &&
		    in.h >= 20)
			y++;
		draw_day(t, c, in, y, k);
	}
	if (!small)
		draw_notes(t, c, (struct wk_rect){ in.x + 1, y + 1, in.w - 2,
		    in.y + in.h - y - 1 });
}

/* ---- compare */
void
wk_plans_draw_compare(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_plans *v = &t->plans;
	int name = in.w >= 60 ? 26 : 19, y = in.y;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_canvas_puts(c, in.x + 2 + name, y++, WK_ROLE_DIM, t->home.hides_numbers ?
	    "   peak" : in.w >= 60 ? "   peak on      h in 7 d" : "   peak on");
	for (size_t i = 0; i < v->case_count && y < in.y + in.h; i++, y++) {
		const struct wk_plan_case *x = &v->cases[i];
		bool on = v->panel == WK_PLAN_COMPARE && v->row == (int)i;
		wk_home_puts(c, in.x + 2, y, in.x + 2 + name, WK_ROLE_TEXT, x->name);
		if (on)
			wk_home_mark(c, (struct wk_rect){ in.x, y, name + 1, 1 }, y);
		put_score(t, c, in.x + 2 + name, y, &x->peak);
		if (t->home.hides_numbers)
			continue;
		wk_buf_clear(&b);
		wk_date_put_day(&b, x->peak.d);
		b.p[WK_MIN(b.len, strcspn(b.p, " ") + 3)] = '\0';
		wk_canvas_puts(c, in.x + 10 + name, y, WK_ROLE_TEXT, b.p);
		if (in.w >= 60)
			wk_canvas_putf(c, in.x + 20 + name, y, WK_ROLE_TEXT, "%6.1f",
			    x->week_h);
	}
	if (in.y + in.h - y >= 2)
		wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
		    "Enter takes a row into the plan");
	wk_buf_fini(&b);
}

/* ---- ask */
const char *
wk_plans_question(enum wk_plan_question q)
{
	static const char *const names[WK_PLAN_QUESTIONS] = { "for good from",
		"hours a week", "days off first", "helps most" };
	return names[q];
}

static void
put_week_h(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_plans *v = &t->plans;
	if (isnan(v->week_h))
		wk_buf_adds(b, "none few enough");
	else if (isinf(v->week_h))
		wk_buf_adds(b, "no limit needed");
	else if (t->home.hides_numbers)
		wk_buf_adds(b, "Enter takes them");
	else
		wk_buf_addf(b, "%.1f at most", v->week_h);
}

static void
put_rest(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_plans *v = &t->plans;
	if (v->rest < 0)
		wk_buf_adds(b, "none are enough");
	else if (v->rest == 0)
		wk_buf_adds(b, "none needed");
	else if (t->home.hides_numbers)
		wk_buf_adds(b, "some");
	else
		wk_buf_addf(b, "%d", v->rest);
}

void
wk_plans_put_answer(const struct wk_tui *t, enum wk_plan_question q, struct wk_buf *b)
{
	const struct wk_plans *v = &t->plans;
	const struct wk_facts *f = &t->facts;
	if (q == WK_PLAN_WHEN && v->until < 0)
		wk_buf_adds(b, "not within a year");
	else if (q == WK_PLAN_WHEN)
		wk_date_put_day(b, v->base.days[0].d + v->until - 1);
	else if (q == WK_PLAN_WEEK_H)
		put_week_h(t, b);
	else if (q == WK_PLAN_REST)
		put_rest(t, b);
	else if (f->advice_count == 0)
		wk_buf_adds(b, "nothing by much");
	else
		wk_buf_addf(b, "%.*s", (int)strcspn(f->advice[0].text, ":"),
		    f->advice[0].text);
}

/* "calm by Thu 17 Dec" to "calm by 17 Dec" */
static void
drop_weekday(struct wk_buf *b)
{
	char *day = strstr(b->p, " by ") + 4, *number = strchr(day, ' ') + 1;
	memmove(day, number, strlen(number) + 1);
	b->len = strlen(b->p);
}

void
wk_plans_draw_ask(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_plans *v = &t->plans;
	static const char keys[] = "+ - band, [ ] day";
	int y = in.y + 1, label = in.w >= 60 ? 26 : 17;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s by ", wk_band_name(v->goal));
	wk_date_put_day(&b, wk_plans_by(t));
	if (in.w < 60)                     /* its weekday has no room beside the keys */
		drop_weekday(&b);
	int x = wk_canvas_puts(c, in.x + 1, in.y, wk_home_role(v->goal), b.p);
	if (in.x + in.w - x >= (int)sizeof(keys) + 2)
		wk_canvas_puts(c, x + 2, in.y, WK_ROLE_DIM, keys);
	for (int q = 0; q < WK_PLAN_QUESTIONS && y < in.y + in.h; q++, y++) {
		bool on = v->panel == WK_PLAN_ASK && v->row == q;
		wk_buf_clear(&b);
		wk_plans_put_answer(t, (enum wk_plan_question)q, &b);
		wk_canvas_puts(c, in.x + 2, y, WK_ROLE_TEXT,
		    wk_plans_question((enum wk_plan_question)q));
		if (on)
			wk_home_mark(c, (struct wk_rect){ in.x, y, label - 1, 1 }, y);
		wk_home_puts(c, in.x + label, y, in.x + in.w - 1, WK_ROLE_TEXT, b.p);
	}
	if (in.y + in.h - y >= 2)
		wk_overlay_puts(c, (struct wk_rect){ in.x + 1, y + 1, in.w - 2,
		    in.y + in.h - y - 1 }, WK_ROLE_DIM,
		    "Enter takes hours or days off into the plan; days changed by hand "
		    "stay as they are.");
	wk_buf_fini(&b);
}

/* ---- words alone */
static void
put_day(const struct wk_tui *t, int k, struct wk_buf *b)
{
	const struct wk_plans *v = &t->plans;
	double sleep_h = wk_plans_sleep(v, &v->now, k);
	wk_flat_mark(b, v->panel == WK_PLAN_DAYS_PANEL && v->day == k);
	wk_date_put_day(b, v->base.days[k].d);
	if (v->now.is_off[k])
		wk_buf_adds(b, ": off");
	else if (t->home.hides_numbers)
		wk_buf_adds(b, ": hours known");
	else
		wk_buf_addf(b, ": %.1f hours", wk_plans_hours(v, &v->now, k));
	if (!isnan(sleep_h) && !t->home.hides_numbers)
		wk_buf_addf(b, ", sleep %.1f", sleep_h);
	wk_buf_addf(b, ", on call: %s", v->now.told[k].oncall < 0 ? "as lately" :
	    call_word(v->now.told[k].oncall));
	wk_buf_addf(b, ", strain %s", wk_band_name(v->strain[k].band));
	if (!t->home.hides_numbers)
		wk_buf_addf(b, " %.1f, %.0f to %.0f", v->strain[k].score, v->low[k],
		    v->high[k]);
	wk_buf_addc(b, '\n');
}

void
wk_plans_put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_plans *v = &t->plans;
	if (!v->is_loaded) {
		wk_buf_addf(b, "No plan yet: %s\n", v->lacking);
		return;
	}
	wk_buf_adds(b, wk_plans_is_changed(v) ? "Next 14 days, what-if\n" :
	    "Next 14 days, as planned\n");
	for (int k = 0; k < WK_PLAN_DAYS; k++)
		put_day(t, k, b);
	wk_buf_adds(b, "Compare\n");
	for (size_t i = 0; i < v->case_count; i++) {
		wk_flat_mark(b, v->panel == WK_PLAN_COMPARE && v->row == (int)i);
		wk_buf_addf(b, "%s: peak %s", v->cases[i].name,
		    wk_band_name(v->cases[i].peak.band));
		if (!t->home.hides_numbers)
			wk_buf_addf(b, " %.1f", v->cases[i].peak.score);
		wk_buf_adds(b, " on ");
		wk_date_put_day(b, v->cases[i].peak.d);
		if (!t->home.hides_numbers)
			wk_buf_addf(b, ", %.1f h in 7 days", v->cases[i].week_h);
		wk_buf_addc(b, '\n');
	}
	wk_buf_addf(b, "Ask: %s by ", wk_band_name(v->goal));
	wk_date_put_day(b, wk_plans_by(t));
	wk_buf_addc(b, '\n');
	for (int q = 0; q < WK_PLAN_QUESTIONS; q++) {
		wk_flat_mark(b, v->panel == WK_PLAN_ASK && v->row == q);
		wk_buf_addf(b, "%s: ", wk_plans_question((enum wk_plan_question)q));
		wk_plans_put_answer(t, (enum wk_plan_question)q, b);
		wk_buf_addc(b, '\n');
	}
}
