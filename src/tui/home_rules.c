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
put_fact(const struct wk_tui *t, size_t i, struct wk_buf *b)
{
	size_t n;
	const struct wk_indicator *ind = &wk_indicators(&n)[i];
	const struct wk_indicator_value *v = &t->facts.values[i];
	wk_buf_adds(b, ind->title);
	if (v->state >= WK_STATE_INSUFFICIENT) {
		wk_buf_addf(b, ": %s", v->note);
		return;
	}
	if (t->home.hides_numbers)
		return;
	wk_buf_addc(b, ' ');
	wk_text_put_number(b, v->value, 1);
	wk_buf_addf(b, " %s", ind->unit);
}

static void
put_limit(size_t i, struct wk_buf *b)
{
	size_t n;
	const struct wk_indicator *ind = &wk_indicators(&n)[i];
	wk_buf_adds(b, ind->over_is_bad ? "(max " : "(min ");
	wk_text_put_number(b, ind->threshold, 1);
	wk_buf_addc(b, ')');
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
	const struct wk_indicator_value *v = &t->facts.values[i];
	int end = row.x + row.w;
	struct wk_buf text, limit;
	wk_buf_init(&text);
	wk_buf_init(&limit);
	put_fact(t, i, &text);
	if (!t->home.hides_numbers && v->state <= WK_STATE_OVER) {
		put_limit(i, &limit);
		wk_canvas_puts_right(c, end, row.y, WK_ROLE_DIM, limit.p);
		end -= (int)limit.len + 1;
	}
	wk_canvas_put(c, row.x, row.y, looks[v->state].role, looks[v->state].sign);
	wk_home_puts(c, row.x + 2, row.y, end,
	    v->state == WK_STATE_OVER ? WK_ROLE_TEXT : v->state == WK_STATE_OK ?
	    WK_ROLE_TEXT : WK_ROLE_DIM, text.p);
	wk_buf_fini(&text);
	wk_buf_fini(&limit);
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
