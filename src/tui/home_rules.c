/* SPDX-License-Identifier: MIT */
/* Rest rules: every indicator that has a limit, broken ones first. */
#include "home.h"

#include <math.h>

bool
wk_home_is_rule(size_t i)
{
	size_t n;
	const struct wk_indicator *all = wk_indicators(&n);
	return i < n && !isnan(all[i].threshold);
}

int
wk_home_rules_broken(const struct wk_tui *t)
{
	int n = 0;
	for (size_t i = 0; i < t->facts.value_count; i++)
		n += wk_home_is_rule(i) && t->facts.values[i].state == WK_STATE_OVER;
	return n;
}

/* Row k of the panel: broken, kept, unknown; SIZE_MAX past the end. */
static size_t
rule_at(const struct wk_tui *t, int k)
{
	static const enum wk_state order[] = { WK_STATE_OVER, WK_STATE_OK,
		WK_STATE_INSUFFICIENT, WK_STATE_NA };
	for (size_t o = 0; o < WK_LEN(order); o++)
		for (size_t i = 0; i < t->facts.value_count; i++)
			if (wk_home_is_rule(i) && t->facts.values[i].state == order[o] &&
			    k-- == 0)
				return i;
	return SIZE_MAX;
}

static int
rows(const struct wk_tui *t)
{
	int n = 0;
	for (size_t i = 0; i < t->facts.value_count; i++)
		n += wk_home_is_rule(i);
	return n;
}

static void
put_value(const struct wk_indicator *ind, const struct wk_indicator_value *v,
    struct wk_buf *b)
{
	wk_text_put_number(b, v->value, 1);
	wk_buf_addf(b, " %s", v->value == 1 && strcmp(ind->unit, "days") == 0 ? "day" :
	    ind->unit);
}

/* Title, value and limit in three columns; a note where there is no value. */
static void
put_columns(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, size_t i)
{
	size_t n;
	const struct wk_indicator *ind = &wk_indicators(&n)[i];
	const struct wk_indicator_value *v = &t->facts.values[i];
	bool known = v->state <= WK_STATE_OVER;
	int end = row.x + row.w, limit_w = 7;
	struct wk_buf b;
	wk_buf_init(&b);
	if (!known)
		wk_buf_addf(&b, "%s: %s", ind->title, v->note);
	else
		wk_buf_adds(&b, ind->title);
	wk_home_puts(c, row.x + 2, row.y, known ? end - limit_w - 7 : end,
	    known ? WK_ROLE_TEXT : WK_ROLE_DIM, b.p);
	if (known && !t->home.hides_numbers) {
		wk_buf_clear(&b);
		put_value(ind, v, &b);
		wk_canvas_puts_right(c, end - limit_w - 1, row.y, WK_ROLE_TEXT, b.p);
		wk_buf_clear(&b);
		wk_text_put_number(&b, ind->threshold, 1);
		wk_canvas_puts(c, end - limit_w, row.y, WK_ROLE_DIM,
		    ind->over_is_bad ? "max" : "min");
		wk_canvas_puts_right(c, end, row.y, WK_ROLE_DIM, b.p);
	}
	wk_buf_fini(&b);
}

void
wk_home_put_rule(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row,
    size_t i)
{
	static const struct { uint32_t sign; enum wk_role role; } looks[] = {
		[WK_STATE_OK] = { 0x2713, WK_ROLE_OK },
		[WK_STATE_OVER] = { 0x2717, WK_ROLE_BAD },
		[WK_STATE_INSUFFICIENT] = { '?', WK_ROLE_UNKNOWN },
		[WK_STATE_NA] = { '-', WK_ROLE_DIM },
	};
	enum wk_state state = t->facts.values[i].state;
	wk_canvas_put(c, row.x, row.y, looks[state].role, looks[state].sign);
	put_columns(t, c, row, i);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	char note[40];
	int broken = wk_home_rules_broken(t), n = rows(t);
	snprintf(note, sizeof(note), broken > 0 ? "%d broken" : "none broken", broken);
	struct wk_rect in = wk_canvas_panel(c, r, "Rest rules",
	    t->home.hides_numbers ? "" : note, has_focus);
	int top = has_focus && t->home.row >= in.h ? t->home.row - in.h + 1 : 0;
	for (int k = top; k < n && k - top < in.h; k++) {
		struct wk_rect row = { in.x + 1, in.y + k - top, in.w - 2, 1 };
		wk_home_put_rule(t, c, row, rule_at(t, k));
		if (has_focus && k == t->home.row)
			wk_home_mark(c, in, row.y);
	}
}

static void
explain(const struct wk_tui *t, int row, struct wk_buf *out)
{
	size_t i = rule_at(t, row), n;
	const struct wk_indicator *all = wk_indicators(&n);
	const struct wk_series *s = &t->facts.series;
	if (i != SIZE_MAX)
		wk_render_explain_indicator(s, s->shown, &t->app->conf.model, &all[i],
		    wk_paint_none(), out);
}

const struct wk_home_panel wk_home_rules = { .title = "Rest rules", .render = render,
	.rows = rows, .explain = explain };
