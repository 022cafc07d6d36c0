/* SPDX-License-Identifier: MIT */
/* Trends' line: what was, the period before beside it, and where weeks like the last four
 * lead. */
#include "home.h"
#include "plot.h"

enum { AXIS_W = 6, WORDS_W = 13 };
struct plot {
	const struct wk_tui *t;
	struct wk_canvas *c;
	struct wk_rect r;                  /* the cells of the lines */
	struct wk_chart chart;
	struct wk_arena a;
	double marks[3];
	size_t ahead;                      /* days after the last that are drawn */
	bool has_words;
};

static void
set_scale(struct plot *p)
{
	const struct wk_tui *t = p->t;
	const struct wk_model *m = &t->app->conf.model;
	const struct wk_indicator *ind = wk_trends_indicator(t);
	struct wk_chart *c = &p->chart;
	c->marks = p->marks;
	c->max = 100;
	if (ind == NULL) {
		p->marks[0] = t->trends.choice == 0 ? m->band_watch : 25;
		p->marks[1] = t->trends.choice == 0 ? m->band_strained : 50;
		p->marks[2] = t->trends.choice == 0 ? m->band_severe : 75;
		c->mark_count = 3;
		return;
	}
	p->marks[0] = ind->threshold;
	c->mark_count = isnan(ind->threshold) ? 0u : 1u;
	c->max = c->mark_count > 0 ? ind->threshold * 1.1 : 0;
	for (size_t k = 0; k < t->trends.n; k++) {
		c->max = fmax(c->max, fmax(t->trends.v[k], t->trends.before[k]));
		c->min = fmin(c->min, fmin(t->trends.v[k], t->trends.before[k]));
	}
	if (c->max <= c->min)
		c->max = c->min + 1;
}

static struct plot
plot_of(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct plot p = { .t = t, .c = c };
	const struct wk_forecast *f = &t->facts.outlook.f;
	p.has_words = t->trends.choice == 0 && in.w >= 70 && in.h >= 8;
	p.r = (struct wk_rect){ in.x + AXIS_W, in.y,
		in.w - AXIS_W - 1 - p.has_words * WORDS_W, in.h - 1 };
	p.r.w = WK_MAX(p.r.w, 1);
	p.r.h = WK_MAX(p.r.h, 1);
	p.chart.style = wk_plot_style(t);
	if (t->trends.choice == 0 && t->facts.has_outlook && !t->trends.compares)
		p.ahead = WK_MIN(WK_MIN(f->n, (size_t)WK_TRENDS_AHEAD), t->trends.n / 3);
	p.chart.n = t->trends.n + p.ahead;
	p.chart.cols = (size_t)p.r.w;
	p.chart.rows = (size_t)p.r.h;
	return p;
}

/* The column of day k, as the chart has it. */
static int
column_of(const struct plot *p, size_t k)
{
	size_t n = p->chart.n, cols = p->chart.cols;
	if (p->chart.style == WK_CHART_BRAILLE)
		return n < 2 ? 0 : (int)(lround((double)k * (double)(cols * 2 - 1) /
		    (double)(n - 1)) / 2);
	return (int)((n > cols ? (k + 1) * cols - 1 : k * cols + n - 1) / n);
}

/* A hole in a bar would be no line. */
static uint32_t
dash_at(const struct plot *p, int x, int y)
{
	uint32_t there = p->c->v[(size_t)y * (size_t)p->c->cols + (size_t)x].cp;
	return there > 0x2580 && there <= 0x2588 ? 0x2592 : 0x2500;
}

/* A line over what is there: dots of braille join, and beside bars it is a dash a column,
 * as bars would hide one another. */
static void
add_line(struct plot *p, const double *v, enum wk_role role, bool has_marks)
{
	struct wk_chart chart = p->chart;
	bool is_dashed = chart.style == WK_CHART_BLOCKS && role != WK_ROLE_LINE1;
	uint32_t dash = chart.style == WK_CHART_BRAILLE ? 0x2508 : 0xb7;
	uint32_t *cells = WK_ARENA_ARRAY(&p->a, uint32_t, chart.cols * chart.rows);
	chart.v = v;
	chart.style = is_dashed ? WK_CHART_ASCII : chart.style;
	chart.mark_count = has_marks ? chart.mark_count : 0;
	wk_chart_cells(&chart, &p->a, cells);
	for (size_t i = 0; i < chart.cols * chart.rows; i++) {
		int x = p->r.x + (int)(i % chart.cols);
		int y = p->r.y + (int)(i / chart.cols);
		bool grid = cells[i] == 0xb7 || cells[i] == '.';
		if (cells[i] != ' ')
			wk_canvas_put(p->c, x, y, grid ? WK_ROLE_GRID : role,
			    grid ? dash : is_dashed ? dash_at(p, x, y) :
			    cells[i]);
	}
}

static double *
blank(struct plot *p)
{
	double *v = WK_ARENA_ARRAY(&p->a, double, p->chart.n);
	for (size_t k = 0; k < p->chart.n; k++)
		v[k] = NAN;
	return v;
}

/* Few enough values that the dots do not join: told apart without colour too. */
static double *
dotted(struct plot *p, const double *v, size_t n)
{
	double *few = blank(p);
	size_t step = WK_MAX((size_t)2, p->chart.n * 3 / (p->chart.cols * 2) + 1);
	for (size_t k = 0; k < n; k += step)
		few[k] = v[k];
	return few;
}

static void
draw_ahead(struct plot *p, bool has_marks)
{
	const struct wk_forecast *f = &p->t->facts.outlook.f;
	size_t n = p->t->trends.n;
	double *low = blank(p), *high = blank(p), *mean = blank(p);
	for (size_t k = 0; k < p->ahead; k++) {
		low[n + k] = f->low[k];
		high[n + k] = f->high[k];
		mean[n + k] = f->v[k].score;
	}
	add_line(p, dotted(p, low, p->chart.n), WK_ROLE_CONE, has_marks);
	add_line(p, dotted(p, high, p->chart.n), WK_ROLE_CONE, false);
	add_line(p, mean, WK_ROLE_PLAN, false);
}

/* Bars come first, what stands beside them is laid over; a line is the last. */
static void
draw_lines(struct plot *p)
{
	bool has_bars = p->chart.style == WK_CHART_BLOCKS;
	bool compares = p->t->trends.compares;
	double *v = blank(p);
	memcpy(v, p->t->trends.v, p->t->trends.n * sizeof(*v));
	if (has_bars)
		add_line(p, v, WK_ROLE_LINE1, true);
	if (p->ahead > 0)
		draw_ahead(p, !has_bars);
	if (compares)
		add_line(p, dotted(p, p->t->trends.before, p->t->trends.n),
		    WK_ROLE_LINE2, !has_bars);
	if (!has_bars)
		add_line(p, v, WK_ROLE_LINE1, p->ahead == 0 && !compares);
}

/* Days of leave without a value have their sign on the ground. */
static void
draw_leave(struct plot *p)
{
	const struct wk_trends *r = &p->t->trends;
	for (size_t k = 0; k < r->n; k++) {
		const struct wk_day *day = wk_facts_day(&p->t->facts,
		    r->last - (wk_date)r->n + 1 + (wk_date)k);
		if (day != NULL && wk_week_is_leave(day) && isnan(r->v[k]))
			wk_canvas_put(p->c, p->r.x + column_of(p, k),
			    p->r.y + p->r.h - 1, WK_ROLE_HEAT_OFF, '-');
	}
}

static int
row_of(const struct plot *p, double v)
{
	double span = p->chart.max - p->chart.min;
	return p->r.h - 1 - (int)lround((v - p->chart.min) / span * (p->r.h - 1));
}

static void
put_label(struct plot *p, double v)
{
	int y = p->r.y + row_of(p, v);
	wk_canvas_put(p->c, p->r.x - 1, y, WK_ROLE_AXIS, 0x2524);
	if (p->t->home.hides_numbers)
		return;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_text_put_number(&b, v, p->chart.max < 10 ? 1 : 0);
	wk_canvas_puts_right(p->c, p->r.x - 2, y, WK_ROLE_AXIS, b.p);
	wk_buf_fini(&b);
}

static void
draw_axis(struct plot *p)
{
	for (int y = 0; y < p->r.h; y++)
		wk_canvas_put(p->c, p->r.x - 1, p->r.y + y, WK_ROLE_AXIS, 0x2502);
	if (p->chart.mark_count < 3)
		put_label(p, p->chart.max);
	put_label(p, p->chart.min);
	for (size_t i = 0; i < p->chart.mark_count && p->r.h >= 4; i++)
		put_label(p, p->marks[i]);
}

static void
draw_words(struct plot *p)
{
	for (int b = 0; p->has_words && b < WK_BAND_COUNT; b++) {
		double lo = b == 0 ? 0 : p->marks[b - 1];
		double hi = b < 3 ? p->marks[b] : 100;
		int x = p->r.x + p->r.w + 1, y = p->r.y + row_of(p, (lo + hi) / 2);
		enum wk_role role = wk_home_role((enum wk_band)b);
		wk_canvas_puts_right(p->c, x + 2, y, role,
		    wk_home_sign((enum wk_band)b));
		wk_canvas_puts(p->c, x + 3, y, role, wk_band_name((enum wk_band)b));
	}
}

/* A line through the day where nothing else is drawn; what is in its way takes on the
 * cursor's colour alone. */
static void
draw_upright(struct plot *p, int x, enum wk_role role)
{
	for (int y = 0; y < p->r.h; y++) {
		const struct wk_cell *cell = &p->c->v[(size_t)(p->r.y + y) *
		    (size_t)p->c->cols + (size_t)x];
		bool is_free = cell->cp == ' ' || cell->role == WK_ROLE_GRID;
		if (is_free || role == WK_ROLE_CHART_CURSOR)
			wk_canvas_put(p->c, x, p->r.y + y, role, is_free ? 0x250a :
			    cell->cp);
	}
}

static void
draw_cursor(struct plot *p)
{
	const struct wk_trends *r = &p->t->trends;
	size_t k = r->n - 1 - (size_t)r->back;
	int x = p->r.x + column_of(p, k);
	double v = r->v[k];
	/* what is ahead is no past, seen without colour too */
	if (p->ahead > 0)
		draw_upright(p, p->r.x + column_of(p, r->n - 1), WK_ROLE_GRID);
	draw_upright(p, x, WK_ROLE_CHART_CURSOR);
	p->c->cursor_x = x;
	p->c->cursor_y = p->r.y + (isnan(v) ? p->r.h - 1 : row_of(p, v));
}

void
wk_trends_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct plot p = plot_of(t, c, in);
	wk_arena_init(&p.a);
	set_scale(&p);
	draw_lines(&p);
	draw_leave(&p);
	draw_axis(&p);
	draw_words(&p);
	draw_cursor(&p);
	wk_plot_draw_months(c, p.r, t->trends.last - (wk_date)t->trends.n + 1, p.chart.n);
	wk_arena_fini(&p.a);
}

bool
wk_trends_chart_at(const struct wk_tui *t, struct wk_rect in, int x, int *back)
{
	struct plot p = plot_of(t, NULL, in);
	if (x < p.r.x || x >= p.r.x + p.r.w)
		return false;
	size_t k = (size_t)(x - p.r.x) * p.chart.n / p.chart.cols;
	*back = (int)(t->trends.n - 1 - WK_MIN(k, t->trends.n - 1));
	return true;
}
