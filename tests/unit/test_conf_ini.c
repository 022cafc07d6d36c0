/* SPDX-License-Identifier: MIT */
/* The INI reader: what is an entry, what is refused and at which line. */
#include "cm.h"
#include "wick/conf.h"

static struct wk_arena arena;

static int
setup(void **state)
{
	(void)state;
	wk_arena_init(&arena);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	wk_arena_fini(&arena);
	return 0;
}

struct good {
	const char *text, *section, *key, *value;
	int line;
};
/* Each text holds one entry. */
static const struct good goods[] = {
	{"[ui]\ntheme = ember\n", "ui", "theme", "ember", 2},
	{"[ui]\ntheme=ember", "ui", "theme", "ember", 2},
	{"\xef\xbb\xbf[ui]\r\ntheme = ember\r\n", "ui", "theme", "ember", 2},
	{"; words\n\n# more\n[ a ]\n\tk\t=  v w  \n", "a", "k", "v w", 5},
	{"[a]\nk = v ; why\n", "a", "k", "v", 2},
	{"[a]\nk = v;w\n", "a", "k", "v;w", 2},
	{"[a]\nk = #ff0000 on 16\n", "a", "k", "#ff0000 on 16", 2},
	{"[a]\nk = a = b\n", "a", "k", "a = b", 2},
	{"[a] ; why\nk =\n", "a", "k", "", 2},
	{"[a]\nk = ; nothing\n", "a", "k", "", 2},
	{"k = v\n", "", "k", "v", 1},
	{"[a]\n[b]\nk = \xc3\xa9\n", "b", "k", "\xc3\xa9", 3},
};

static void
one_entry_is_read_from_each_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(goods); i++) {
		struct wk_ini ini;
		struct wk_err err;
		const struct good *g = &goods[i];
		assert_int_equal(
		    wk_ini_parse(g->text, strlen(g->text), "f", &arena, &ini, &err),
		    WK_OK);
		assert_int_equal(ini.n, 1);
		assert_string_equal(ini.v[0].section, g->section);
		assert_string_equal(ini.v[0].key, g->key);
		assert_string_equal(ini.v[0].value, g->value);
		assert_int_equal(ini.v[0].line, g->line);
	}
}

static const struct {
	const char *text, *message;
} bads[] = {
	{"[a]\nk\n", "f.ini:2: neither [section] nor key = value"},
	{"\n\n[a\n", "f.ini:3: the section has no ']'"},
	{"[]\n", "f.ini:1: the section has no name"},
	{"[a]\n = v\n", "f.ini:2: there is no key before '='"},
	{"[a]\nk = \xff\n", "f.ini:2: the line is not text in UTF-8"},
};

static void
bad_lines_are_named_by_file_and_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(bads); i++) {
		struct wk_ini ini;
		struct wk_err err;
		assert_int_equal(wk_ini_parse(bads[i].text, strlen(bads[i].text), "f.ini",
		                     &arena, &ini, &err),
		    WK_ERR_INPUT);
		assert_string_equal(err.msg, bads[i].message);
	}
}

static void
a_nul_byte_is_refused(void **state)
{
	(void)state;
	struct wk_ini ini;
	struct wk_err err;
	assert_int_equal(wk_ini_parse("k = \0v\n", 7, "f", &arena, &ini, &err),
	    WK_ERR_INPUT);
}

static void
a_line_may_have_4096_bytes_and_no_more(void **state)
{
	(void)state;
	char text[4098];
	struct wk_ini ini;
	struct wk_err err;
	memset(text, 'x', sizeof(text));
	memcpy(text, "k =", 3);
	assert_int_equal(wk_ini_parse(text, 4096, "f", &arena, &ini, &err), WK_OK);
	assert_int_equal(strlen(ini.v[0].value), 4093);
	assert_int_equal(wk_ini_parse(text, 4097, "f", &arena, &ini, &err), WK_ERR_INPUT);
	assert_string_equal(err.msg, "f:1: the line is longer than 4096 bytes");
}

static void
an_empty_text_has_no_entries(void **state)
{
	(void)state;
	struct wk_ini ini;
	struct wk_err err;
	assert_int_equal(wk_ini_parse("", 0, "f", &arena, &ini, &err), WK_OK);
	assert_int_equal(ini.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_entry_is_read_from_each_text),
		cmocka_unit_test(bad_lines_are_named_by_file_and_line),
		cmocka_unit_test(a_nul_byte_is_refused),
		cmocka_unit_test(a_line_may_have_4096_bytes_and_no_more),
		cmocka_unit_test(an_empty_text_has_no_entries),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
