/* SPDX-License-Identifier: MIT */
/* What a cell looks like on a selected row, and where a warning has its own ground. */
#include "cm.h"

#include "tui/style.h"

enum { BLUE = 33, RED = 124, WHITE = 231, ORANGE = 215, BLACK = 16 };
enum { BAR = 0x2586, FULL = 0x2588, OVER = 0x2593 };

static void
theme_make(struct wk_theme *t)
{
	*t = (struct wk_theme){ .name = "test" };
	for (int i = 0; i < WK_ROLE_COUNT; i++)
		t->rich[i] = t->eight[i] =
		    (struct wk_style){ WHITE, WK_COLOR_DEFAULT, 0 };
	t->rich[WK_ROLE_SELECTION] = (struct wk_style){ BLACK, ORANGE, 0 };
	t->rich[WK_ROLE_LINE2] = (struct wk_style){ BLUE, WK_COLOR_DEFAULT, 0 };
	t->rich[WK_ROLE_BAD] = (struct wk_style){ WHITE, RED, WK_ATTR_BOLD };
	t->eight[WK_ROLE_BAD].attr = WK_ATTR_REVERSE | WK_ATTR_BOLD;
}

static struct wk_style
style_of(int colors, uint32_t cp, enum wk_role role, enum wk_role under)
{
	struct wk_theme t;
	struct wk_cell cell = { .cp = cp, .role = (uint8_t)role,
		.under = (uint8_t)under };
	theme_make(&t);
	return wk_style_of(colors, &t, &cell);
}

static void
words_of_a_selected_row_are_the_selection(void **state)
{
	(void)state;
	struct wk_style s = style_of(256, 'x', WK_ROLE_BAD, WK_ROLE_SELECTION);
	assert_int_equal(s.fg, BLACK);
	assert_int_equal(s.bg, ORANGE);
}

static void
a_bar_stays_one_on_a_selected_row(void **state)
{
	(void)state;
	struct wk_style s = style_of(256, BAR, WK_ROLE_LINE2, WK_ROLE_SELECTION);
	assert_int_equal(s.fg, BLUE);
	assert_int_equal(s.bg, WK_COLOR_DEFAULT);
}

static void
a_bar_over_the_limit_has_the_colour_of_the_warning(void **state)
{
	(void)state;
	struct wk_style s = style_of(256, FULL, WK_ROLE_BAD, WK_ROLE_TEXT);
	assert_int_equal(s.fg, RED);
	assert_int_equal(s.bg, WK_COLOR_DEFAULT);
	s = style_of(256, OVER, WK_ROLE_BAD, WK_ROLE_TEXT);
	assert_int_equal(s.fg, RED);
	assert_int_equal(s.bg, WK_COLOR_DEFAULT);
	s = style_of(256, 'x', WK_ROLE_BAD, WK_ROLE_TEXT);
	assert_int_equal(s.fg, WHITE);
	assert_int_equal(s.bg, RED);
}

static void
a_bar_over_the_limit_is_no_hole_without_colour(void **state)
{
	(void)state;
	struct wk_style s = style_of(0, FULL, WK_ROLE_BAD, WK_ROLE_TEXT);
	assert_int_equal(s.attr & WK_ATTR_REVERSE, 0);
	s = style_of(0, 'x', WK_ROLE_BAD, WK_ROLE_TEXT);
	assert_int_not_equal(s.attr & WK_ATTR_REVERSE, 0);
}

static void
a_bar_is_seen_on_a_reversed_row(void **state)
{
	(void)state;
	struct wk_theme t;
	struct wk_cell cell = { .cp = BAR, .role = WK_ROLE_LINE2,
		.under = WK_ROLE_SELECTION };
	theme_make(&t);
	t.eight[WK_ROLE_SELECTION].attr = WK_ATTR_REVERSE;
	assert_int_not_equal(wk_style_of(0, &t, &cell).attr & WK_ATTR_REVERSE, 0);
	cell.role = WK_ROLE_BAD;
	assert_int_not_equal(wk_style_of(0, &t, &cell).attr & WK_ATTR_REVERSE, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_selected_row_are_the_selection),
		cmocka_unit_test(a_bar_stays_one_on_a_selected_row),
		cmocka_unit_test(a_bar_over_the_limit_has_the_colour_of_the_warning),
		cmocka_unit_test(a_bar_over_the_limit_is_no_hole_without_colour),
		cmocka_unit_test(a_bar_is_seen_on_a_reversed_row),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
