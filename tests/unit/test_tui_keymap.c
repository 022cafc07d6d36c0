/* SPDX-License-Identifier: MIT */
/* keys.ini: what it may change, what it says about its own mistakes. */
#include "cm.h"

#include <string.h>

#include "tui/keymap.h"
#include "tui/term.h"

struct map { struct wk_arena a; struct wk_keymap m; struct wk_buf said; };

static void
hear(void *ctx, const char *what)
{
	struct map *m = ctx;
	wk_buf_addf(&m->said, "%s\n", what);
}

static void
map_read(struct map *m, const char *text)
{
	wk_arena_init(&m->a);
	wk_buf_init(&m->said);
	wk_keymap_init(&m->m, &m->a);
	wk_keymap_read(&m->m, text, strlen(text), &m->a, hear, m);
}

static void
map_fini(struct map *m)
{
	wk_buf_fini(&m->said);
	wk_arena_fini(&m->a);
}

static void
a_key_goes_to_its_new_action(void **state)
{
	static const struct { const char *text, *view; uint32_t key; enum wk_action a; }
	rows[] = {
		{ "[home]\nx = log-today\n", "home", 'x', WK_ACT_LOG },
		{ "[home]\nx = log-today\n", "home", 'e', WK_ACT_LOG },
		{ "[home]\ne = fill\nx = log-today\n", "home", 'e', WK_ACT_FILL },
		{ "[home]\nz = undo\n", "home", 'z', WK_ACT_UNDO },
		{ "[home]\nz = undo\n", "day", 'z', WK_ACT_NONE },
		{ "[everywhere]\nz = undo\n", "home", 'z', WK_ACT_UNDO },
		{ "[everywhere]\nu = none\n", "home", 'u', WK_ACT_NONE },
		{ "[home]\n'[' = none\n", "home", '[', WK_ACT_NONE },
		{ "[home]\nC-t = theme\n", "home", 20, WK_ACT_THEME },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct map m;
		map_read(&m, rows[i].text);
		assert_string_equal(m.said.p, "");
		assert_int_equal(wk_keymap_find(&m.m, rows[i].view, false, rows[i].key),
		    rows[i].a);
		map_fini(&m);
	}
}

static void
a_key_of_a_form_is_changed_for_forms(void **state)
{
	struct map m;
	(void)state;
	map_read(&m, "[form]\nC-g = save\n");
	assert_string_equal(m.said.p, "");
	assert_int_equal(wk_keymap_find(&m.m, "day", true, 7), WK_ACT_SAVE);
	map_fini(&m);
}

static void
mistakes_are_told_with_their_line(void **state)
{
	static const struct { const char *text, *said; } rows[] = {
		{ "[home]\n\n? = fill\n", "keys.ini:3: ? cannot be changed\n" },
		{ "[home]\nEsc = fill\n", "keys.ini:2: Esc cannot be changed\n" },
		{ "[hone]\nx = fill\n",
		    "keys.ini:2: no such screen: hone (did you mean \"home\"?)\n" },
		{ "x = fill\n", "keys.ini:1: x stands before the first [screen]\n" },
		{ "[home]\nC-9 = fill\n", "keys.ini:2: no such key: C-9\n" },
		{ "[home]\nx = fil\n",
		    "keys.ini:2: no such action here: fil (did you mean \"fill\"?)\n" },
		{ "[form]\nx = save\n", "keys.ini:2: x is text where one types\n" },
		{ "[home]\nx = fill\nx = log-today\n",
		    "keys.ini:3: x stands twice in [home], this line counts\n" },
		{ "[home]\nb = log-today\n", "keys.ini:2: b was the only key of fill\n" },
		{ "[everywhere]\nD = undo\n",
		    "keys.ini:2: D on home is demo, which goes first\n" },
		{ "[home]\nx\n", "keys.ini:2: neither [section] nor key = value\n" },
		{ "[home]\nx = none\n", "keys.ini:2: x does nothing on home as it is\n" },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct map m;
		map_read(&m, rows[i].text);
		assert_string_equal(m.said.p, rows[i].said);
		map_fini(&m);
	}
}

static void
hints_and_lists_show_the_new_key(void **state)
{
	struct map m;
	struct wk_buf name;
	(void)state;
	map_read(&m, "[home]\nC-n = log-today\n");
	wk_buf_init(&name);
	wk_keymap_put_name(&m.m, "home", WK_ACT_LOG, &name);
	assert_string_equal(name.p, "C-n");
	for (size_t i = 0; i < m.m.n; i++)
		if (m.m.v[i].code == WK_ACT_LOG) {
			assert_string_equal(m.m.v[i].keys, "C-n e");
			assert_string_equal(m.m.v[i].foot, "C-n|log today");
		}
	wk_buf_fini(&name);
	map_fini(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_goes_to_its_new_action),
		cmocka_unit_test(a_key_of_a_form_is_changed_for_forms),
		cmocka_unit_test(mistakes_are_told_with_their_line),
		cmocka_unit_test(hints_and_lists_show_the_new_key),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
