/* SPDX-License-Identifier: MIT */
/* A chart of values in character cells: braille or ASCII draw a line, blocks draw bars.
 * A gap is a gap: no line crosses a value that is not known, and a known zero leaves a
 * mark where nothing logged leaves none. */
#include "internal.h"

#define BRAILLE 0x2800u
#define BLOCK_1_8 0x2581u
#define LABEL_COLS 5
#define YEARS_FROM 730          /* days; a chart of more says years, not months */

/* Bit of a dot in a braille cell, by row and column. */
static const uint8_t dots[4][2] = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 },
	{ 0x40, 0x80 } };

/* 0 at the bottom, 1 at the top. */
static double
level(const struct wk_chart *c, double v)
{
	double span = c->max - c->min;
	double y = span > 0 ? (v - c->min) / span : 0;

	return y < 0 ? 0 : y > 1 ? 1 : y;
}

/* Row of v among `rows`, counted from the top. */
static size_t
row_of(const struct wk_chart *c, double v, size_t rows)
{
	return rows - 1 - (size_t)lround(level(c, v) * (double)(rows - 1));
}

static size_t
spread(size_t k, size_t n, size_t width)
{
	return n < 2 ? 0 : (size_t)lround((double)k * (double)(width - 1) / (double)(n -
	    1));
}

static void
put_dot(const struct wk_chart *c, uint32_t *cells, size_t x, size_t y)
{
	uint32_t *cell = &cells[y / 4 * c->cols + x / 2];

	*cell = (*cell < BRAILLE ? BRAILLE : *cell) | dots[y % 4][x % 2];
}

/* A straight line of dots between two known neighbours. */
static void
put_line(const struct wk_chart *c, uint32_t *cells, const size_t a[2], const size_t b[2])
{
	double dx = (double)b[0] - (double)a[0], dy = (double)b[1] - (double)a[1];
	size_t steps = (size_t)WK_MAX(fabs(dx), fabs(dy));

	for (size_t k = 0; k <= steps; k++) {
		double t = steps == 0 ? 0 : (double)k / (double)steps;

		put_dot(c, cells, (size_t)lround((double)a[0] + t * dx),
		    (size_t)lround((double)a[1] + t * dy));
	}
}

static void
draw_braille(const struct wk_chart *c, uint32_t *cells)
{
	size_t last[2] = { 0, 0 };
	bool has_last = false;

	for (size_t k = 0; k < c->n; k++) {
		size_t here[2];

		if (isnan(c->v[k])) {
			has_last = false;
			continue;
		}
		here[0] = spread(k, c->n, c->cols * 2);
		here[1] = row_of(c, c->v[k], c->rows * 4);
		put_line(c, cells, has_last ? last : here, here);
		memcpy(last, here, sizeof(last));
		has_last = true;
	}
}

/* Mean of the known values that share a column; NAN when none is known. */
static double
column_mean(const struct wk_chart *c, size_t x)
{
	size_t lo = x * c->n / c->cols, hi = (x + 1) * c->n / c->cols;
	double sum = 0;
	int known = 0;

	for (size_t k = lo; k < WK_MAX(hi, lo + 1) && k < c->n; k++) {
		if (isnan(c->v[k]))
			continue;
		sum += c->v[k];
		known++;
	}
	return known == 0 ? NAN : sum / known;
}

static void
draw_blocks(const struct wk_chart *c, uint32_t *cells)
{
	for (size_t x = 0; x < c->cols; x++) {
		double v = column_mean(c, x);
		size_t eighths;

		if (isnan(v))
			continue;
		eighths = WK_MAX((size_t)1, (size_t)lround(level(c, v) * (double)c->rows *
		    8));
		for (size_t y = c->rows; y-- > 0 && eighths > 0;) {
			size_t part = WK_MIN(eighths, (size_t)8);

			cells[y * c->cols + x] = BLOCK_1_8 + (uint32_t)part - 1;
			eighths -= part;
		}
	}
}

static void
draw_ascii(const struct wk_chart *c, uint32_t *cells)
{
	for (size_t x = 0; x < c->cols; x++) {
		double v = column_mean(c, x);

		if (!isnan(v))
			cells[row_of(c, v, c->rows) * c->cols + x] = '*';
	}
}

static void
draw_marks(const struct wk_chart *c, uint32_t *cells)
{
	uint32_t dot = c->style == WK_CHART_ASCII ? '.' : 0xb7u;

	for (size_t k = 0; k < c->mark_count; k++) {
		size_t y;

		if (c->marks[k] < c->min || c->marks[k] > c->max)
			continue;
		y = row_of(c, c->marks[k], c->rows);
		for (size_t x = 0; x < c->cols; x++)
			if (cells[y * c->cols + x] == ' ')
				cells[y * c->cols + x] = dot;
	}
}

void
wk_chart_cells(const struct wk_chart *c, struct wk_arena *a, uint32_t *cells)
{
	static void (*const draw[])(const struct wk_chart *, uint32_t *) = {
		[WK_CHART_ASCII] = draw_ascii,
		[WK_CHART_BLOCKS] = draw_blocks,
		[WK_CHART_BRAILLE] = draw_braille,
	};

	(void)a;
	for (size_t k = 0; k < c->rows * c->cols; k++)
		cells[k] = ' ';
	if (c->rows == 0 || c->cols == 0)
		return;
	if (c->n > 0)
		draw[c->style](c, cells);
	draw_marks(c, cells);
}

/* ---- with an axis ---- */
/* The number beside a row: a mark's, else the top's and the bottom's. */
static bool
row_label(const struct wk_chart *c, size_t y, double *out)
{
	for (size_t k = 0; k < c->mark_count; k++) {
		if (c->marks[k] < c->min || c->marks[k] > c->max)
			continue;
		if (row_of(c, c->marks[k], c->rows) == y) {
			*out = c->marks[k];
			return true;
		}
	}
	*out = y == 0 ? c->max : c->min;
	return y == 0 || y == c->rows - 1;
}

static void
put_axis(const struct wk_chart *c, size_t y, struct wk_buf *out)
{
	bool is_ascii = c->style == WK_CHART_ASCII;
	struct wk_buf number;
	double v;

	if (!row_label(c, y, &v)) {
		wk_buf_fill(out, ' ', LABEL_COLS + 1);
		wk_buf_adds(out, is_ascii ? "|" : "│");
		return;
	}
	wk_buf_init(&number);
	wk_text_put_number(&number, v, 1);
	wk_buf_addf(out, "%*s %s", LABEL_COLS, number.p, is_ascii ? "+" : "┤");
	wk_buf_fini(&number);
}

/* Column of the value k in cells; what the month labels stand under. */
static size_t
cell_column(const struct wk_chart *c, size_t k)
{
	if (c->style == WK_CHART_BRAILLE)
		return spread(k, c->n, c->cols * 2) / 2;
	return (k * c->cols + (c->n <= c->cols ? c->n - 1 : 0)) / c->n;
}

/* Of years: the years. */
static bool
is_labelled(wk_date d, bool has_label, bool of_years, char label[8])
{
	int y, m, day;

	wk_date_to_civil(d, &y, &m, &day);
	if (of_years) {
		snprintf(label, 8, "%d", y % 100000);
		return day == 1 && m == 1;
	}
	if (day == 1)
		snprintf(label, 8, "%s", wk_date_month_name(m, false));
	else
		snprintf(label, 8, "%d %s", day, wk_date_month_name(m, false));
	return day == 1 || !has_label;
}

/* Month names under their first day, or years; a chart without one says its first day. */
static void
put_months(const struct wk_chart *c, wk_date first, struct wk_arena *a,
    struct wk_buf *out)
{
	char *line = wk_arena_alloc(a, c->cols + 1), label[8];
	bool has_month = false, of_years = c->n > YEARS_FROM;
	size_t free_from = 0, end;

	memset(line, ' ', c->cols);
	for (size_t k = 0; k < c->n; k++)
		has_month = has_month || is_labelled(first + (wk_date)k, true, of_years,
		    label);
	for (size_t k = 0; k < c->n; k++) {
		size_t x = cell_column(c, k), len;

		if (!is_labelled(first + (wk_date)k, has_month || k > 0, of_years,
		    label))
			continue;
		len = strlen(label);
		if (x < free_from || x + len > c->cols)
			continue;
		memcpy(line + x, label, len);
		free_from = x + len + 1;
	}
	for (end = c->cols; end > 0 && line[end - 1] == ' '; end--)
		;
	if (end == 0)
		return;
	wk_buf_fill(out, ' ', LABEL_COLS + 2);
	wk_buf_add(out, line, end);
	wk_buf_addc(out, '\n');
}

void
wk_chart_text(const struct wk_chart *c, wk_date first, struct wk_arena *a,
    struct wk_buf *out)
{
	uint32_t *cells = WK_ARENA_ARRAY(a, uint32_t,
	    WK_MAX(c->rows * c->cols, (size_t)1));
	char utf8[4];

	wk_chart_cells(c, a, cells);
	for (size_t y = 0; y < c->rows; y++) {
		size_t end = c->cols;

		put_axis(c, y, out);
		while (end > 0 && cells[y * c->cols + end - 1] == ' ')
			end--;
		for (size_t x = 0; x < end; x++)
			wk_buf_add(out, utf8,
			    wk_text_utf8_put(cells[y * c->cols + x], utf8));
		wk_buf_addc(out, '\n');
	}
	if (c->n > 0 && c->cols > 0)
		put_months(c, first, a, out);
}
