/* SPDX-License-Identifier: MIT */
/* The score over weeks: a gap in the log is a gap in the line. */
#include "home.h"
#include "plot.h"

#include <math.h>

enum { AXIS_W = 5 };

int
wk_home_weeks(const struct wk_tui *t)
{
	return t->home.weeks > 0 ? t->home.weeks : t->size == WK_SIZE_WIDE ? 26 : 12;
}

/* One value per day of the range, NAN where too little is known. first: date of the
 * first. */
static double *
values_of(const struct wk_tui *t, size_t n, struct wk_arena *a, wk_date *first)
{
	double *v = WK_ARENA_ARRAY(a, double, n);
	wk_date last = t->facts.status.day;
	*first = last - (wk_date)n + 1;
	for (size_t i = 0; i < n; i++) {
		const struct wk_strain *s = wk_facts_strain(&t->facts,
		    *first + (wk_date)i);
		v[i] = wk_week_has_score(s) ? s->score : (double)NAN;
	}
	return v;
}

static void
draw_axis(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int rows)
{
	const struct wk_model *m = &t->app->conf.model;
	const double marks[] = { m->band_watch, m->band_strained, m->band_severe };
	for (int y = 0; y < rows; y++)
		wk_canvas_put(c, in.x + AXIS_W - 1, in.y + y, WK_ROLE_AXIS, 0x2502);
	for (size_t i = 0; i < WK_LEN(marks); i++) {
		/* the row of the chart's own line */
		int y = rows - 1 - (int)lround(marks[i] / 100 * (rows - 1));
		if (rows < 4)
			continue;
		wk_canvas_put(c, in.x + AXIS_W - 1, in.y + y, WK_ROLE_AXIS, 0x2524);
		if (!t->home.hides_numbers)
			wk_canvas_putf(c, in.x, in.y + y, WK_ROLE_AXIS, "%3.0f",
			    marks[i]);
	}
}

void
wk_home_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct wk_arena a;
	const struct wk_model *m = &t->app->conf.model;
	const double marks[] = { m->band_watch, m->band_strained, m->band_severe };
	size_t n = (size_t)wk_home_weeks(t) * 7;
	wk_date first;
	struct wk_rect plot = { in.x + AXIS_W, in.y, in.w - AXIS_W - 1, in.h - 1 };
	if (plot.w < 4 || plot.h < 2)
		return;
	wk_arena_init(&a);
	struct wk_chart chart = { .v = values_of(t, n, &a, &first),
		.n = n,
		.min = 0,
		.max = 100,
		.marks = marks,
		.mark_count = WK_LEN(marks),
		.cols = (size_t)plot.w,
		.rows = (size_t)plot.h,
		.style = wk_plot_style(t) };
	uint32_t *cells = WK_ARENA_ARRAY(&a, uint32_t, chart.cols * chart.rows);
	wk_chart_cells(&chart, &a, cells);
	draw_axis(t, c, in, plot.h);
	wk_plot_draw_cells(c, plot, &chart, cells);
	wk_plot_draw_months(c, plot, first, n);
	wk_arena_fini(&a);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	char title[32];
	snprintf(title, sizeof(title), "Strain, %d weeks", wk_home_weeks(t));
	struct wk_rect in = wk_canvas_panel(c, r, title,
	    r.w >= 60 ? "[ ] range   v values" : "[ ] range", has_focus);
	wk_home_draw_chart(t, c, in);
}

/* The same as a table, for those who want numbers or hear the screen. */
static void
explain(const struct wk_tui *t, int row, struct wk_buf *out)
{
	const struct wk_series *s = &t->facts.series;
	size_t days = (size_t)wk_home_weeks(t) * 7;
	struct wk_buf day;
	(void)row;
	wk_buf_init(&day);
	wk_buf_adds(out, "week      to           score  band        hours  sleep\n");
	for (size_t i = s->shown + 1; i > 0 && s->shown + 1 - i < days; i--) {
		const struct wk_strain *st = &s->strain[i - 1];
		int year, week;
		if (wk_date_weekday(st->d) != 6 && i != s->shown + 1)
			continue;
		wk_date_iso_week(st->d, &year, &week);
		wk_buf_clear(&day);
		wk_date_put_day(&day, st->d);
		wk_buf_addf(out, "%d-W%02d  %-10s  %6.1f  %-10s  %5.1f  %5.1f\n", year,
		    week, day.p, st->score, wk_band_name(st->band), st->week_hours,
		    st->sleep_chronic_h);
	}
	wk_buf_fini(&day);
}

/* The line's last point of each week; a week of which nothing is known has none. */
static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	const struct wk_series *s = &t->facts.series;
	size_t days = (size_t)wk_home_weeks(t) * 7;
	wk_date monday = t->app->today + 1;
	(void)row;
	wk_buf_addf(b, "Strain, the last %d weeks, newest first\n", wk_home_weeks(t));
	for (size_t i = s->shown + 1; i > 0 && s->shown + 1 - i < days; i--) {
		const struct wk_strain *st = &s->strain[i - 1];
		if (st->is_empty || st->d >= monday)
			continue;
		monday = st->d - wk_date_weekday(st->d);
		wk_buf_adds(b, "  to ");
		wk_date_put_day(b, st->d);
		bool is_known = wk_week_has_score(st);
		wk_buf_addf(b, ": %s", is_known ? wk_band_name(st->band) :
		    "not enough known");
		if (is_known && !t->home.hides_numbers)
			wk_buf_addf(b, ", %.1f", st->score);
		wk_buf_addc(b, '\n');
	}
}

const struct wk_home_panel wk_home_chart = { .title = "Strain by week", .render = render,
	.explain = explain, .put_flat = put_flat };
