/* SPDX-License-Identifier: MIT */
/* Four weeks back and two ahead: what was, where the plan leads, and the likely range. */
#include <math.h>

#include "plan_view.h"
#include "plot.h"

enum { PAST = 28, ALL = PAST + WK_PLAN_DAYS, AXIS_W = 5 };

/* Both lines meet on the last day that was. */
static void
fill_values(const struct wk_plans *v, double past[ALL], double ahead[ALL])
{
	for (int i = 0; i < ALL; i++) {
		size_t back = (size_t)(PAST - 1 - i);
		bool is_past = i < PAST && back <= v->base.from;
		const struct wk_strain *s = is_past ?
		    &v->base.series.strain[v->base.from - back] : NULL;
		past[i] = s != NULL && wk_week_has_score(s) ? s->score : (double)NAN;
		ahead[i] = i >= PAST ? v->strain[i - PAST].score : i == PAST - 1 &&
		    s != NULL ? s->score : (double)NAN;
	}
}

static void
draw_range(const struct wk_plans *v, struct wk_canvas *c, struct wk_rect plot)
{
	for (int x = 0; x < plot.w; x++) {
		int k = x * ALL / plot.w - PAST;
		if (k < 0)
			continue;
		int low = (int)lround(v->low[k] / 100 * (plot.h - 1));
		int high = (int)lround(v->high[k] / 100 * (plot.h - 1));
		for (int row = low; row <= high; row++)
			wk_canvas_put(c, plot.x + x, plot.y + plot.h - 1 - row,
			    WK_ROLE_CONE, 0x2591);
	}
}

static void
draw_axis(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    struct wk_rect plot, const double marks[3])
{
	int today = plot.x + PAST * plot.w / ALL;
	for (int y = 0; y < plot.h; y++) {
		wk_canvas_put(c, in.x + AXIS_W - 1, plot.y + y, WK_ROLE_AXIS, 0x2502);
		wk_canvas_put(c, today, plot.y + y, WK_ROLE_GRID, 0x250a);
	}
	for (int i = 0; i < 3 && plot.h >= 4; i++) {
		int y = plot.h - 1 - (int)lround(marks[i] / 100 * (plot.h - 1));
		wk_canvas_put(c, in.x + AXIS_W - 1, plot.y + y, WK_ROLE_AXIS, 0x2524);
		if (!t->home.hides_numbers)
			wk_canvas_putf(c, in.x, plot.y + y, WK_ROLE_AXIS, "%3.0f",
			    marks[i]);
	}
}

static void
draw_line(struct wk_canvas *c, struct wk_rect plot, const struct wk_chart *chart,
    enum wk_role role)
{
	struct wk_arena a;
	wk_arena_init(&a);
	uint32_t *cells = WK_ARENA_ARRAY(&a, uint32_t, chart->cols * chart->rows);
	wk_chart_cells(chart, &a, cells);
	for (size_t i = 0; i < chart->cols * chart->rows; i++)
		if (cells[i] != ' ')
			wk_canvas_put(c, plot.x + (int)(i % chart->cols),
			    plot.y + (int)(i / chart->cols), role, cells[i]);
	wk_arena_fini(&a);
}

void
wk_plans_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_plans *v = &t->plans;
	const struct wk_model *m = &t->app->conf.model;
	const double marks[3] = { m->band_watch, m->band_strained, m->band_severe };
	double past[ALL], ahead[ALL];
	struct wk_rect plot = { in.x + AXIS_W, in.y, in.w - AXIS_W - 1, in.h - 1 };
	if (plot.w < 8 || plot.h < 2)
		return;
	fill_values(v, past, ahead);
	struct wk_chart chart = { .v = past,
		.n = ALL,
		.min = 0,
		.max = 100,
		.cols = (size_t)plot.w,
		.rows = (size_t)plot.h,
		.style = wk_plot_style(t) };
	draw_axis(t, c, in, plot, marks);
	draw_range(v, c, plot);
	draw_line(c, plot, &chart, WK_ROLE_LINE1);
	chart.v = ahead;
	draw_line(c, plot, &chart, WK_ROLE_PLAN);
	int y = plot.y + plot.h, today = plot.x + PAST * plot.w / ALL;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_date_put_day(&b, v->base.days[0].d - PAST);
	wk_canvas_puts(c, plot.x, y, WK_ROLE_AXIS, strchr(b.p, ' ') + 1);
	wk_buf_clear(&b);
	wk_date_put_day(&b, v->base.days[WK_PLAN_DAYS - 1].d);
	wk_canvas_puts_right(c, plot.x + plot.w, y, WK_ROLE_AXIS, strchr(b.p, ' ') + 1);
	wk_canvas_puts_right(c, today + 1, y, WK_ROLE_AXIS, "today");
	wk_buf_fini(&b);
}
