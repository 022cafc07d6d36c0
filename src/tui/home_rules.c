/* SPDX-License-Identifier: MIT */
/* Rest rules: the indicators that are rules of rest and load, broken ones first and
 * unknown ones last; the others are under :indicators. */
#include "home.h"

#include <limits.h>
#include <math.h>

static const char *const rule_ids[] = { "daily_rest", "rest_days", "week_hours", "avg48",
	"sleep_last", "sleep_chronic", "shift_load", "oncall_share" };

bool
wk_home_is_rule(size_t i)
{
	size_t n;
	const struct wk_indicator *all = wk_indicators(&n);
	for (size_t k = 0; i < n && k < WK_LEN(rule_ids); k++)
		if (strcmp(all[i].id, rule_ids[k]) == 0)
			return true;
	return false;
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

/* "42.2 h", or the number alone where that is too wide, or the verdict where only bounds
 * are known. */
static void
put_value(const struct wk_indicator *ind, const struct wk_indicator_value *v, int room,
    struct wk_buf *b)
{
	bool is_one = v->value == 1 && strcmp(ind->unit, "days") == 0;
	if (isnan(v->value)) {
		wk_buf_adds(b, wk_state_name(v->state));
		return;
	}
	wk_text_put_number(b, v->value, 1);
	const char *unit = is_one ? "day" : ind->unit;
	if ((int)(b->len + strlen(unit)) < room)
		wk_buf_addf(b, " %s", unit);
}

/* "4 of 5 days" of "not enough data (4 of 5 days; ...)", else the whole note. */
static void
put_lack(const char *note, struct wk_buf *b)
{
	const char *open = strchr(note, '(');
	if (open != NULL)
		wk_buf_add(b, open + 1, strcspn(open + 1, ";)"));
	else
		wk_buf_adds(b, note);
}

static void
put_unknown(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, size_t i)
{
	size_t n;
	const char *title = wk_indicators(&n)[i].title;
	int end = row.x + row.w, x = row.x + 2 + (int)strlen(title) + 2;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_canvas_puts(c, row.x + 2, row.y, WK_ROLE_DIM, title);
	put_lack(t->facts.values[i].note, &b);
	if (!t->home.hides_numbers)
		wk_home_puts(c, WK_MAX(x, end - (int)wk_text_width(b.p)), row.y, end,
		    WK_ROLE_DIM, b.p);
	wk_buf_fini(&b);
}

/* Title, value and limit in three columns. */
static void
put_known(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, size_t i)
{
	size_t n;
	const struct wk_indicator *ind = &wk_indicators(&n)[i];
	int end = row.x + row.w, limit_x = end - 7;
	int room = limit_x - row.x - 4 - (int)strlen(ind->title);
	struct wk_buf b;
	wk_canvas_puts(c, row.x + 2, row.y, WK_ROLE_TEXT, ind->title);
	if (t->home.hides_numbers)
		return;
	wk_buf_init(&b);
	put_value(ind, &t->facts.values[i], room, &b);
	wk_canvas_puts_right(c, limit_x - 1, row.y, WK_ROLE_TEXT, b.p);
	wk_buf_clear(&b);
	wk_text_put_number(&b, ind->threshold, 1);
	wk_canvas_puts(c, limit_x, row.y, WK_ROLE_DIM, ind->over_is_bad ? "max" : "min");
	wk_canvas_puts_right(c, end, row.y, WK_ROLE_DIM, b.p);
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
	if (state <= WK_STATE_OVER)
		put_known(t, c, row, i);
	else
		put_unknown(t, c, row, i);
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
	if (in.h > n)
		wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
		    "all of them: :indicators");
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

static void
put_rule(const struct wk_tui *t, size_t i, struct wk_buf *b)
{
	static const char *const words[] = { [WK_STATE_OK] = "kept",
		[WK_STATE_OVER] = "broken", [WK_STATE_INSUFFICIENT] = "not known",
		[WK_STATE_NA] = "does not apply" };
	size_t n;
	const struct wk_indicator *ind = &wk_indicators(&n)[i];
	const struct wk_indicator_value *v = &t->facts.values[i];
	wk_buf_addf(b, "%s: %s", words[v->state], ind->title);
	if (!t->home.hides_numbers && v->state <= WK_STATE_OVER) {
		wk_buf_adds(b, ", ");
		put_value(ind, v, INT_MAX, b);
		wk_buf_adds(b, ind->over_is_bad ? ", at most " : ", at least ");
		wk_text_put_number(b, ind->threshold, 1);
	} else if (!t->home.hides_numbers) {
		wk_buf_adds(b, ", ");
		put_lack(v->note, b);
	}
	wk_buf_addc(b, '\n');
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	int broken = wk_home_rules_broken(t);
	if (broken == 0)
		wk_buf_adds(b, "Rest rules, none broken\n");
	else
		wk_buf_addf(b, t->home.hides_numbers ? "Rest rules\n" :
		    "Rest rules, %d broken\n", broken);
	for (int k = 0; k < rows(t); k++) {
		wk_flat_mark(b, k == row);
		put_rule(t, rule_at(t, k), b);
	}
}

const struct wk_home_panel wk_home_rules = { .title = "Rest rules", .render = render,
	.rows = rows, .explain = explain, .put_flat = put_flat };
