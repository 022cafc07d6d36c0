/* SPDX-License-Identifier: MIT */
/* The bytes a change of the screen costs, and that they say what they should. */
#include "cm.h"

#include <string.h>

#include "tui/vt.h"

enum { COLS = 40, ROWS = 4 };
static const struct wk_style text = { -1, -1, 0 }, dim = { 246, -1, 0 },
	bold = { 215, -1, WK_ATTR_BOLD }, bar = { 250, 235, 0 };

struct row { struct wk_vt_cell c[COLS]; };

static struct row
row_of(const struct wk_style *s, const char *ascii)
{
	struct row r;
	size_t n = strlen(ascii);
	for (size_t x = 0; x < COLS; x++)
		r.c[x] = (struct wk_vt_cell){ x < n ? (uint32_t)ascii[x] : ' ', 0, *s };
	return r;
}

static void
begin(struct wk_vt *t)
{
	wk_vt_init(t);
	t->has_rep = t->has_bce = true;
	wk_vt_clear(t, COLS, ROWS);
	wk_buf_clear(&t->out);
}

static void
sends(struct wk_vt *t, int y, struct row r, const char *bytes)
{
	wk_vt_row(t, y, r.c);
	wk_vt_flush(t);
	assert_string_equal(t->out.p, bytes);
	wk_buf_clear(&t->out);
}

static void
what_is_there_already_costs_nothing(void **state)
{
	struct wk_vt t;
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&dim, ""), "");
	sends(&t, 0, row_of(&text, "abc"), "abc");
	sends(&t, 0, row_of(&text, "abc"), "");
	sends(&t, 0, row_of(&text, "abd"), "\bd");
	wk_vt_fini(&t);
}

static void
ends_of_rows_are_erased_and_runs_repeated(void **state)
{
	struct wk_vt t;
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&text, "xxxxxxxxxxxx."), "x\033[11b.");
	sends(&t, 0, row_of(&text, "x"), "\033[12D\033[K");
	sends(&t, 1, row_of(&bar, ""), "\033[38;5;250;48;5;235m\r\n\033[K");
	t.has_bce = false;
	sends(&t, 1, row_of(&text, ""), "\033[m\033[K");
	sends(&t, 2, row_of(&bar, ""), "\033[38;5;250;48;5;235m\r\n \033[39b");
	wk_vt_fini(&t);
}

static void
one_pen_writes_all_that_is_its_own(void **state)
{
	struct wk_vt t;
	struct row r = row_of(&dim, "aa      bb      aa");
	(void)state;
	begin(&t);
	for (int x = 8; x < 10; x++)
		r.c[x].style = bold;
	sends(&t, 0, r, "\033[38;5;246maa\033[14Caa\033[1;38;5;215m\033[10Dbb");
	wk_vt_fini(&t);
}

static void
a_wide_character_is_followed_by_a_placed_cursor(void **state)
{
	struct wk_vt t;
	struct row r = row_of(&text, "ab");
	(void)state;
	begin(&t);
	r.c[0].cp = 0x4e2d;
	r.c[1].cp = 0;
	r.c[2].cp = 'e';
	r.c[2].mark = 0x301;
	r.c[3].cp = 'f';
	sends(&t, 0, r, "\xe4\xb8\xad\033[1;3He\xcc\x81\033[1;4Hf");
	sends(&t, 0, row_of(&text, "ab"), "\rab\033[K");
	wk_vt_fini(&t);
}

static void
attributes_go_out_as_they_came(void **state)
{
	struct wk_vt t;
	struct wk_style dull = { -1, -1, WK_ATTR_DIM }, thick = { -1, -1, WK_ATTR_BOLD },
	    red = { 1, 9, 0 };
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&thick, "a"), "\033[1ma");
	sends(&t, 1, row_of(&dull, "b"), "\033[;2m\r\nb");
	sends(&t, 2, row_of(&text, "c"), "\033[m\r\nc");
	sends(&t, 3, row_of(&red, "d"), "\033[31;101m\r\nd\033[K");
	wk_vt_fini(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_there_already_costs_nothing),
		cmocka_unit_test(ends_of_rows_are_erased_and_runs_repeated),
		cmocka_unit_test(one_pen_writes_all_that_is_its_own),
		cmocka_unit_test(a_wide_character_is_followed_by_a_placed_cursor),
		cmocka_unit_test(attributes_go_out_as_they_came),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
