/* SPDX-License-Identifier: MIT */
/* The table of keys: no key means two things in one place, letters are text in a form. */
#include "cm.h"

#include <string.h>

#include "wick/tui.h"

#include "tui/state.h"

static bool
share_a_key(const char *a, const char *b)
{
	for (; *a != '\0'; a += *a == ' ') {
		size_t n = strcspn(a, " "), m;
		for (const char *p = b; *p != '\0'; p += *p == ' ') {
			m = strcspn(p, " ");
			if (m == n && memcmp(a, p, n) == 0)
				return true;
			p += m;
		}
		a += n;
	}
	return false;
}

static void
no_key_means_two_things_on_a_screen(void **state)
{
	size_t n;
	const struct wk_key *k = wk_tui_keys(&n);
	(void)state;
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			if (strcmp(k[i].view, k[j].view) == 0 &&
			    share_a_key(k[i].keys, k[j].keys))
				fail_msg("%s and %s share a key", k[i].action,
				    k[j].action);
}

static void
every_key_of_the_table_is_understood(void **state)
{
	size_t n;
	const struct wk_key *k = wk_tui_keys(&n);
	(void)state;
	for (size_t i = 0; i < n; i++)
		for (const char *p = k[i].keys; *p != '\0'; p += *p == ' ') {
			size_t len = strcspn(p, " ");
			assert_int_not_equal(wk_keys_parse(p, len), 0);
			p += len;
		}
}

static void
letters_and_digits_are_text_in_a_form(void **state)
{
	struct wk_arena a;
	struct wk_keymap m;
	(void)state;
	wk_arena_init(&a);
	wk_keymap_init(&m, &a);
	for (uint32_t c = '!'; c <= '~'; c++) {
		assert_int_equal(wk_keymap_find(&m, "form", true, c), WK_ACT_NONE);
		assert_int_equal(wk_keymap_find(&m, "day", true, c), WK_ACT_NONE);
	}
	wk_arena_fini(&a);
}

static void
names_of_keys_are_printed_as_they_are_read(void **state)
{
	static const char *const names[] = { "C-s", "Down", "S-Tab", "Esc", "Space", "?",
		"F1", "PgDn", "a", "Enter" };
	(void)state;
	for (size_t i = 0; i < WK_LEN(names); i++) {
		struct wk_buf b;
		wk_buf_init(&b);
		wk_keys_put_name(&b, wk_keys_parse(names[i], strlen(names[i])));
		assert_string_equal(b.p, names[i]);
		wk_buf_fini(&b);
	}
}

static void
every_hint_of_a_footer_has_a_key_and_words(void **state)
{
	size_t n;
	const struct wk_key *k = wk_tui_keys(&n);
	(void)state;
	for (size_t i = 0; i < n; i++) {
		if (k[i].foot == NULL)
			continue;
		const char *bar = strchr(k[i].foot, '|');
		assert_non_null(bar);
		assert_true(bar > k[i].foot && bar[1] != '\0');
	}
}

static void
sizes_have_their_classes(void **state)
{
	static const struct { int cols, rows; enum wk_size size; } rows[] = {
		{ 1, 1, WK_SIZE_REFUSE }, { 39, 12, WK_SIZE_REFUSE },
		{ 40, 11, WK_SIZE_REFUSE }, { 40, 12, WK_SIZE_COMPACT },
		{ 79, 24, WK_SIZE_COMPACT }, { 80, 23, WK_SIZE_COMPACT },
		{ 80, 24, WK_SIZE_NORMAL }, { 109, 34, WK_SIZE_NORMAL },
		{ 110, 33, WK_SIZE_NORMAL }, { 110, 34, WK_SIZE_WIDE },
		{ 200, 60, WK_SIZE_WIDE },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		assert_int_equal(wk_frame_size(rows[i].cols, rows[i].rows), rows[i].size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_key_means_two_things_on_a_screen),
		cmocka_unit_test(every_key_of_the_table_is_understood),
		cmocka_unit_test(letters_and_digits_are_text_in_a_form),
		cmocka_unit_test(names_of_keys_are_printed_as_they_are_read),
		cmocka_unit_test(every_hint_of_a_footer_has_a_key_and_words),
		cmocka_unit_test(sizes_have_their_classes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
