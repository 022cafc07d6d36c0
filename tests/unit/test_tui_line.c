/* SPDX-License-Identifier: MIT */
/* A line that is typed: the cursor passes and erases what is seen as one character. */
#include "cm.h"

#include <locale.h>
#include <string.h>

#include "tui/line.h"

#define E_ACUTE "e\xcc\x81"            /* e and a mark over it */
#define NIHON "\xe6\x97\xa5\xe6\x9c\xac"

static void
the_cursor_stands_on_whole_characters(void **state)
{
	static const struct {
		const char *text;
		enum wk_action acts[4];
		const char *left, *right;
	} rows[] = {
		{ "abc", { WK_ACT_LEFT }, "ab", "c" },
		{ NIHON, { WK_ACT_LEFT }, "\xe6\x97\xa5", "\xe6\x9c\xac" },
		{ "x" E_ACUTE, { WK_ACT_LEFT }, "x", E_ACUTE },
		{ "x" E_ACUTE, { WK_ACT_LEFT, WK_ACT_LEFT }, "", "x" E_ACUTE },
		{ "x" E_ACUTE "y", { WK_ACT_FIELD_FIRST, WK_ACT_RIGHT, WK_ACT_RIGHT },
		    "x" E_ACUTE, "y" },
		{ "x" E_ACUTE, { WK_ACT_ERASE_BACK }, "x", "" },
		{ "x" E_ACUTE "y", { WK_ACT_FIELD_FIRST, WK_ACT_RIGHT,
		    WK_ACT_ERASE_NEXT }, "x", "y" },
		{ NIHON E_ACUTE, { WK_ACT_ERASE_BACK, WK_ACT_ERASE_BACK },
		    "\xe6\x97\xa5", "" },
		{ "a " NIHON, { WK_ACT_ERASE_WORD }, "a ", "" },
		{ "", { WK_ACT_ERASE_BACK, WK_ACT_LEFT, WK_ACT_RIGHT }, "", "" },
		{ "\xcc\x81", { WK_ACT_LEFT, WK_ACT_ERASE_NEXT }, "", "" },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_edit_line l;
		char left[WK_EDIT_MAX] = "";
		wk_edit_set(&l, rows[i].text);
		for (size_t k = 0; k < WK_LEN(rows[i].acts); k++)
			if (rows[i].acts[k] != WK_ACT_NONE)
				assert_true(wk_edit_apply(&l, rows[i].acts[k]));
		memcpy(left, l.s, l.at);
		assert_string_equal(left, rows[i].left);
		assert_string_equal(l.s + l.at, rows[i].right);
		assert_int_equal(l.len, strlen(l.s));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cursor_stands_on_whole_characters),
	};
	(void)setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
