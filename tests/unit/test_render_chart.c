/* SPDX-License-Identifier: MIT */
/* Charts in character cells, and cells of comma-separated files. */
#include "cm.h"

#include "wick/render.h"

#define COLS 12
#define ROWS 4

static const double week[] = { 0, 3, NAN, 8, 10 };
static const double marks[] = { 5 };

static struct wk_chart
chart_of(enum wk_chart_style style)
{
	return (struct wk_chart){ .v = week, .n = WK_LEN(week), .min = 0, .max = 10,
		.marks = marks, .mark_count = 1, .cols = COLS, .rows = ROWS,
		.style = style };
}

static void
check_text(const struct wk_chart *c, const char *expected)
{
	struct wk_arena a;
	struct wk_buf b;

	wk_arena_init(&a);
	wk_buf_init(&b);
	wk_chart_text(c, wk_date_from_civil(2026, 11, 29), &a, &b);
	assert_string_equal(b.p, expected);
	wk_buf_fini(&b);
	wk_arena_fini(&a);
}

static void
every_style_draws_the_week_and_leaves_its_gap(void **state)
{
	static const struct { enum wk_chart_style style; const char *out; } t[] = {
		{ WK_CHART_ASCII,
		  "   10 +          **\n"
		  "    5 +........**..\n"
		  "      |   **\n"
		  "    0 +***\n"
		  "            Dec\n" },
		{ WK_CHART_BLOCKS,
		  "   10 ┤        ▂▂██\n"
		  "    5 ┤········████\n"
		  "      │   ▂▂   ████\n"
		  "    0 ┤▁▁▁██   ████\n"
		  "            Dec\n" },
		{ WK_CHART_BRAILLE,
		  "   10 ┤        ⢀⡠⠔⠊\n"
		  "    5 ┤············\n"
		  "      │  ⢀⠄\n"
		  "    0 ┤⡠⠒⠁\n"
		  "             Dec\n" },
	};

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_chart c = chart_of(t[k].style);

		check_text(&c, t[k].out);
	}
}

static void
a_chart_of_gaps_is_empty_in_every_style(void **state)
{
	static const double gaps[] = { NAN, NAN, NAN };

	(void)state;
	for (int style = WK_CHART_ASCII; style <= WK_CHART_BRAILLE; style++) {
		struct wk_chart c = chart_of((enum wk_chart_style)style);
		uint32_t cells[ROWS * COLS];
		struct wk_arena a;

		wk_arena_init(&a);
		c.v = gaps;
		c.n = WK_LEN(gaps);
		c.mark_count = 0;
		wk_chart_cells(&c, &a, cells);
		for (size_t k = 0; k < WK_LEN(cells); k++)
			assert_int_equal(cells[k], ' ');
		wk_arena_fini(&a);
	}
}

static void
a_known_zero_leaves_a_mark(void **state)
{
	static const double zero[] = { 0 };

	(void)state;
	for (int style = WK_CHART_ASCII; style <= WK_CHART_BRAILLE; style++) {
		struct wk_chart c = chart_of((enum wk_chart_style)style);
		uint32_t cells[ROWS * COLS];
		struct wk_arena a;

		wk_arena_init(&a);
		c.v = zero;
		c.n = 1;
		c.mark_count = 0;
		wk_chart_cells(&c, &a, cells);
		assert_int_not_equal(cells[(ROWS - 1) * COLS], ' ');
		wk_arena_fini(&a);
	}
}

/* Sizes and ranges that leave nothing to draw, or one cell: within bounds, no division
 * by nothing (run under the sanitizers). */
static void
odd_sizes_stay_inside_their_cells(void **state)
{
	static const struct { size_t n, cols, rows; double min, max; } t[] = {
		{ 0, 5, 3, 0, 10 }, { 5, 0, 3, 0, 10 }, { 5, 5, 0, 0, 10 },
		{ 5, 1, 1, 0, 10 },
		{ 1, 1, 1, 0, 10 }, { 5, 3, 2, 0, 10 }, { 5, 40, 9, 0, 10 },
		{ 5, 5, 5, 4, 4 },
		{ 5, 5, 5, 2, 6 } };

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		for (int style = WK_CHART_ASCII; style <= WK_CHART_BRAILLE; style++) {
			struct wk_chart c = { .v = week, .n = t[k].n, .min = t[k].min,
				.max = t[k].max, .marks = marks, .mark_count = 1,
				.cols = t[k].cols, .rows = t[k].rows,
				.style = (enum wk_chart_style)style };
			struct wk_arena a;
			struct wk_buf b;

			wk_arena_init(&a);
			wk_buf_init(&b);
			wk_chart_text(&c, 0, &a, &b);
			assert_true(wk_text_utf8_valid(b.p, b.len));
			wk_buf_fini(&b);
			wk_arena_fini(&a);
		}
	}
}

static void
years_name_their_months_without_overlap(void **state)
{
	double v[366];
	struct wk_chart c = { .v = v, .n = WK_LEN(v), .min = 0, .max = 1, .cols = 48,
		.rows = 1, .style = WK_CHART_ASCII };

	(void)state;
	for (size_t k = 0; k < WK_LEN(v); k++)
		v[k] = NAN;
	check_text(&c, "    1 +\n"
	    "       Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov\n");
}

static void
cells_follow_rfc_4180_and_formulas_are_text_on_request(void **state)
{
	static const struct { const char *in, *plain, *safe; } t[] = {
		{ "", "", "" },
		{ "plain", "plain", "plain" },
		{ "a,b", "\"a,b\"", "\"a,b\"" },
		{ "say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\"" },
		{ "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
		{ "cr\r", "\"cr\r\"", "\"cr\r\"" },
		{ " led by a blank", "\" led by a blank\"", "\" led by a blank\"" },
		{ "=1+1", "=1+1", "'=1+1" },
		{ "+1", "+1", "'+1" },
		{ "-1", "-1", "'-1" },
		{ "@SUM(A1)", "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "\t=1", "'\t=1" },
		{ "\r=1", "\"\r=1\"", "\"'\r=1\"" },
		{ "\n=1", "\"\n=1\"", "\"'\n=1\"" },
		{ "=HYPERLINK(\"x\",\"y\")", "\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
		  "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
		{ "é, ü", "\"é, ü\"", "\"é, ü\"" } };

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_buf b;

		wk_buf_init(&b);
		wk_csv_put_cell(&b, t[k].in, false);
		assert_string_equal(b.p, t[k].plain);
		wk_buf_clear(&b);
		wk_csv_put_cell(&b, t[k].in, true);
		assert_string_equal(b.p, t[k].safe);
		wk_buf_fini(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_style_draws_the_week_and_leaves_its_gap),
		cmocka_unit_test(a_chart_of_gaps_is_empty_in_every_style),
		cmocka_unit_test(a_known_zero_leaves_a_mark),
		cmocka_unit_test(odd_sizes_stay_inside_their_cells),
		cmocka_unit_test(years_name_their_months_without_overlap),
		cmocka_unit_test(cells_follow_rfc_4180_and_formulas_are_text_on_request),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
