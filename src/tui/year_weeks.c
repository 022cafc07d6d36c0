/* SPDX-License-Identifier: MIT */
/* Year's weeks as a table, the newest first. */
#include "home.h"

enum { WIDE_W = 60, NAMES_W = 30 };

static wk_date
newest(const struct wk_tui *t)
{
	return t->year.first + (WK_YEAR_WEEKS - 1) * 7;
}

/* Rows that scroll so that the cursor's week is among them. */
static int
top_of(const struct wk_tui *t, int rows)
{
	int at = (newest(t) - t->year.cursor + 6) / 7;
	return WK_MAX(0, WK_MIN(at - rows / 2, WK_YEAR_WEEKS - rows));
}

static struct wk_week
week_at(const struct wk_tui *t, wk_date monday)
{
	struct wk_week w;
	wk_week_sum(wk_year_series(t), monday, t->app->today, &w);
	return w;
}

/* Past the rule's limit; a mean of nothing is not. */
static bool
is_over(const char *rule, double v)
{
	const struct wk_indicator *r = wk_indicator_find(rule);
	return r != NULL && !isnan(v) && (r->over_is_bad ? v > r->threshold :
	    v < r->threshold);
}

/* A number, or ? in its place; x where numbers are hidden. */
static void
put_cell(const struct wk_tui *t, struct wk_canvas *c, int end, int y, double v,
    int decimals)
{
	char s[24];
	if (isnan(v))
		snprintf(s, sizeof(s), "?");
	else if (t->home.hides_numbers)
		snprintf(s, sizeof(s), "%s", v > 0 ? "x" : "-");
	else
		snprintf(s, sizeof(s), "%.*f", decimals, v);
	wk_canvas_puts_right(c, end, y, isnan(v) ? WK_ROLE_UNKNOWN : WK_ROLE_TEXT, s);
}

/* Not as high as the row: each week stays a bar of its own. */
static void
draw_bar(struct wk_canvas *c, int x, int y, int w, double hours)
{
	int n = isnan(hours) ? 0 : (int)lround(WK_MIN(hours / 60, 1.0) * w);
	bool over = is_over("week_hours", hours);
	for (int i = 0; i < n; i++)
		wk_canvas_put(c, x + i, y, over ? WK_ROLE_BAD : WK_ROLE_LINE2, 0x2586);
}

/* "▲▲ 58.3", and the band's name where there is room. */
static void
draw_score(const struct wk_tui *t, struct wk_canvas *c, int x, int y,
    const struct wk_strain *s, bool is_wide)
{
	if (s == NULL) {
		wk_canvas_puts(c, x, y, WK_ROLE_UNKNOWN, "?");
		return;
	}
	enum wk_role role = wk_home_role(s->band);
	wk_canvas_puts(c, x, y, role, wk_home_sign(s->band));
	if (!t->home.hides_numbers)
		wk_canvas_putf(c, x + 3, y, role, "%4.1f", s->score);
	if (is_wide || t->home.hides_numbers)
		wk_canvas_puts(c, x + (t->home.hides_numbers ? 3 : 8), y, role,
		    wk_band_name(s->band));
}

/* Ends of the columns from the right: known, strain, pages, slept, work. */
static void
draw_week(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row,
    const struct wk_week *w)
{
	bool is_wide = row.w >= WIDE_W;
	int end = row.x + row.w - 1, x = row.x, number, year, month, day;
	int score = end - 5 - (is_wide ? 17 : 8);
	wk_date_iso_week(w->monday, &year, &number);
	wk_date_to_civil(w->monday, &year, &month, &day);
	x = wk_canvas_putf(c, x + 2, row.y, WK_ROLE_TEXT, "%-3d", number);
	if (row.w >= NAMES_W + 14)
		x = wk_canvas_putf(c, x, row.y, WK_ROLE_DIM, " %2d %s", day,
		    wk_date_month_name(month, false));
	put_cell(t, c, score - 3, row.y, w->known > 0 ? w->pages : (double)NAN, 0);
	put_cell(t, c, score - 8, row.y, w->sleep_h, 1);
	put_cell(t, c, score - 14, row.y, w->work_h, 1);
	/* a flag beside the number: no limit is told by colour alone */
	if (is_over("week_hours", w->work_h))
		wk_canvas_put(c, score - 14, row.y, WK_ROLE_BAD, '!');
	if (is_over("sleep_last", w->sleep_h))
		wk_canvas_put(c, score - 8, row.y, WK_ROLE_BAD, '!');
	if (is_wide && !t->home.hides_numbers)
		draw_bar(c, x + 2, row.y, score - 20 - x - 2, w->work_h);
	draw_score(t, c, score, row.y, w->strain, is_wide);
	if (!t->home.hides_numbers)
		wk_canvas_putf(c, end - 3, row.y, WK_ROLE_DIM, "%d/%d", w->known, w->due);
}

static void
draw_head(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row)
{
	bool is_wide = row.w >= WIDE_W;
	int end = row.x + row.w - 1, score = end - 5 - (is_wide ? 17 : 8);
	wk_canvas_puts(c, row.x + 2, row.y, WK_ROLE_DIM, row.w >= NAMES_W + 14 ?
	    "wk   from" : "wk");
	wk_canvas_puts_right(c, score - 3, row.y, WK_ROLE_DIM, "page");
	wk_canvas_puts_right(c, score - 8, row.y, WK_ROLE_DIM, "sleep");
	wk_canvas_puts_right(c, score - 14, row.y, WK_ROLE_DIM, "work");
	wk_canvas_puts(c, score, row.y, WK_ROLE_DIM, "strain");
	if (!t->home.hides_numbers)
		wk_canvas_puts_right(c, end, row.y, WK_ROLE_DIM, "days");
}

void
wk_year_draw_weeks(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	int rows = WK_MIN(in.h - 1, WK_YEAR_WEEKS), top = top_of(t, rows);
	draw_head(t, c, in);
	for (int i = 0; i < rows; i++) {
		struct wk_week w = week_at(t, newest(t) - (top + i) * 7);
		struct wk_rect row = { in.x, in.y + 1 + i, in.w, 1 };
		draw_week(t, c, row, &w);
		if (t->year.cursor >= w.monday && t->year.cursor < w.monday + 7)
			wk_home_mark(c, in, row.y);
	}
}

bool
wk_year_week_at(const struct wk_tui *t, struct wk_rect in, int y, wk_date *out)
{
	int rows = WK_MIN(in.h - 1, WK_YEAR_WEEKS), i = y - in.y - 1;
	if (i < 0 || i >= rows)
		return false;
	*out = newest(t) - (top_of(t, rows) + i) * 7 + wk_date_weekday(t->year.cursor);
	return true;
}

void
wk_year_put_weeks(const struct wk_tui *t, struct wk_buf *b)
{
	for (int i = 0; i < WK_YEAR_WEEKS; i++) {
		struct wk_week w = week_at(t, newest(t) - i * 7);
		int year, number;
		wk_date_iso_week(w.monday, &year, &number);
		wk_buf_addf(b, "Week %d of %d: ", number, year);
		if (w.known == 0) {
			wk_buf_adds(b, "not logged\n");
			continue;
		}
		wk_buf_addf(b, "strain %s", w.strain == NULL ? "not known" :
		    wk_band_name(w.strain->band));
		if (!t->home.hides_numbers) {
			if (w.strain != NULL)
				wk_buf_addf(b, " %.1f", w.strain->score);
			if (w.works > 0)
				wk_buf_addf(b, ", worked %.1f h%s", w.work_h,
				    is_over("week_hours", w.work_h) ?
				    " (over the limit)" : "");
			if (w.sleeps > 0)
				wk_buf_addf(b, ", mean night %.1f h%s", w.sleep_h,
				    is_over("sleep_last", w.sleep_h) ?
				    " (under the limit)" : "");
			wk_buf_addf(b, ", pages %d, known %d of %d", w.pages, w.known,
			    w.due);
		}
		wk_buf_addc(b, '\n');
	}
}
