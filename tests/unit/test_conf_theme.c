/* SPDX-License-Identifier: MIT */
/* Themes: what the five built in are, and that one of one's own is never a reason to
 * fail. */
#include "test_conf_load.h"

#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/wick-theme-XXXXXX";

static int
setup(void **state)
{
	(void)state;
	struct wk_err err;
	wk_arena_init(&arena);
	if (!mkdtemp(folder))
		return 1;
	setenv("XDG_CONFIG_HOME", folder, 1);
	return wk_file_mkdirs(wk_arena_printf(&arena, "%s/wick/themes", folder), &err) !=
	    WK_OK;
}

static int
teardown(void **state)
{
	(void)state;
	unlink(wk_arena_printf(&arena, "%s/wick/themes/my.ini", folder));
	unlink(wk_arena_printf(&arena, "%s/wick/themes/other.ini", folder));
	rmdir(wk_arena_printf(&arena, "%s/wick/themes", folder));
	rmdir(wk_arena_printf(&arena, "%s/wick", folder));
	wk_arena_fini(&arena);
	return rmdir(folder);
}

static void
put_theme(const char *name, const char *text)
{
	struct wk_err err;
	const char *path = wk_arena_printf(&arena, "%s/wick/themes/%s", folder, name);
	assert_int_equal(wk_file_write_safe(path, text, strlen(text), 0600, &err), WK_OK);
}

static void
ones_own_themes_are_listed_when_they_can_be_named(void **state)
{
	size_t n;
	(void)state;
	put_theme("other.ini", "");
	put_theme("my.ini", "");
	put_theme("no good.ini", "");
	put_theme("ember.ini", "");
	put_theme("my.txt", "");
	const char *const *names = wk_theme_user_names(&arena, &n);
	assert_int_equal(n, 2);
	assert_string_equal(names[0], "my");
	assert_string_equal(names[1], "other");
	for (size_t i = 0; i < 3; i++) {
		static const char *const files[] = { "no good.ini", "ember.ini",
			"my.txt" };
		unlink(wk_arena_printf(&arena, "%s/wick/themes/%s", folder, files[i]));
	}
	unlink(wk_arena_printf(&arena, "%s/wick/themes/other.ini", folder));
}

/* ---- no colours, few colours ---- */

static void
mono_has_attributes_only(void **state)
{
	(void)state;
	struct wk_theme t = load_clean("mono");
	for (size_t r = 0; r < WK_ROLE_COUNT; r++) {
		assert_int_equal(t.rich[r].fg, WK_COLOR_DEFAULT);
		assert_int_equal(t.rich[r].bg, WK_COLOR_DEFAULT);
		assert_int_equal(t.eight[r].fg, WK_COLOR_DEFAULT);
		assert_int_equal(t.eight[r].bg, WK_COLOR_DEFAULT);
		assert_int_equal(t.eight[r].attr, t.rich[r].attr);
	}
	assert_int_equal(t.rich[WK_ROLE_SELECTION].attr, WK_ATTR_REVERSE);
}

static void
eight_colours_use_eight_colours(void **state)
{
	(void)state;
	size_t n;
	const char *const *names = wk_theme_names(&n);
	for (size_t i = 0; i < n; i++) {
		struct wk_theme t = load_clean(names[i]);
		for (size_t r = 0; r < WK_ROLE_COUNT; r++) {
			assert_in_range(t.eight[r].fg + 1, 0, 8);
			assert_in_range(t.eight[r].bg + 1, 0, 8);
		}
	}
}

static void
the_names_are_those_embedded_and_sorted(void **state)
{
	(void)state;
	size_t n;
	const char *const *names = wk_theme_names(&n);
	assert_int_equal(n, 5);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(names[i], wk_embedded_themes[i].name);
	assert_null(wk_embedded_themes[n].name);
}

static void
a_key_on_the_footer_takes_its_background(void **state)
{
	(void)state;
	size_t nw;
	put_theme("my.ini", "[ui]\ntext = 250 on 234\nfooter = 251 on "
	    "236\nkey = 200 bold\n"
			    "title = 12\n");
	struct wk_theme t = load("my", NULL, 0, &nw);
	assert_int_equal(t.rich[WK_ROLE_KEY].fg, 200);
	assert_int_equal(t.rich[WK_ROLE_KEY].bg, 236);
	assert_int_equal(t.rich[WK_ROLE_KEY].attr, WK_ATTR_BOLD);
	assert_int_equal(t.rich[WK_ROLE_TITLE].bg, 234);
	assert_int_equal(t.rich[WK_ROLE_OK].fg, 250);
}

/* ---- one's own ---- */

static void
a_bad_line_is_told_and_the_rest_is_used(void **state)
{
	(void)state;
	size_t nw;
	struct wk_theme_warning w[8];
	put_theme("my.ini", "[theme]\nbase = dim\n[ui]\nbar = 300\ntext = "
	    "300\ntitle = 12 bold\n"
			    "dim\n[chairs]\nline1 = 1\n[ui.8]\ntext = 99\nkey = 1 on\n");
	struct wk_theme t = load("my", w, 8, &nw);
	static const char *const said[] = {"my.ini:7: neither [section] nor key = value",
		"my.ini:2: base cannot be \"dim\"",
		"my.ini:4: unknown role \"bar\" in [ui]",
		"my.ini:5: \"300\" is no colour or attribute",
		"my.ini:9: unknown section [chairs]",
		"my.ini:11: [ui.8] has the colours 0-15 and their names only",
		    "my.ini:12: there is no colour after \"on\""};
	assert_int_equal(nw, WK_LEN(said));
	for (size_t i = 0; i < nw; i++)
		assert_non_null(strstr(w[i].msg, said[i]));
	assert_int_equal(t.rich[WK_ROLE_TITLE].fg, 12);
	assert_int_equal(t.rich[WK_ROLE_TEXT].fg, WK_COLOR_DEFAULT);
	load("my", w, 2, &nw);
	assert_int_equal(nw, 2);
}

static void
what_is_not_written_comes_from_the_inherited_theme(void **state)
{
	(void)state;
	size_t nw;
	struct wk_theme_warning w[4];
	put_theme("my.ini", "[theme]\ninherit = ember\n[ui]\ntitle = #ff0000\n");
	struct wk_theme t = load("my", w, 4, &nw), ember = load_clean("ember");
	assert_int_equal(nw, 0);
	assert_string_equal(t.name, "my");
	assert_int_equal(t.base, WK_BASE_DARK);
	assert_int_equal(t.rich[WK_ROLE_TITLE].fg, 196);
	assert_int_equal(t.rich[WK_ROLE_TITLE].attr, 0);
	assert_memory_equal(&t.rich[WK_ROLE_BAD], &ember.rich[WK_ROLE_BAD],
	    sizeof(struct wk_style));
	assert_memory_equal(t.eight, ember.eight, sizeof(t.eight));
}

static void
a_ring_of_inheritance_ends_with_a_warning(void **state)
{
	(void)state;
	size_t nw;
	struct wk_theme_warning w[4];
	put_theme("my.ini", "[theme]\ninherit = other\n");
	put_theme("other.ini", "[theme]\ninherit = my\n[ui]\ntitle = 12\n");
	struct wk_theme t = load("my", w, 4, &nw);
	assert_int_equal(nw, 1);
	assert_non_null(strstr(w[0].msg, "inherit each other"));
	assert_int_equal(t.rich[WK_ROLE_TITLE].fg, 12);
}

static void
an_unknown_name_is_refused_with_the_nearest(void **state)
{
	(void)state;
	static const char *const names[] = {"embr", "../my", ".my", "",
	    "nothing-like-it"};
	struct wk_theme t;
	struct wk_err err;
	size_t nw;
	for (size_t i = 0; i < WK_LEN(names); i++)
		assert_int_equal(wk_theme_load(names[i], &arena, &t, NULL, 0, &nw, &err),
		    WK_ERR_INPUT);
	assert_int_equal(wk_theme_load("embr", &arena, &t, NULL, 0, &nw, &err),
	    WK_ERR_INPUT);
	assert_string_equal(err.msg, "no theme \"embr\", did you mean ember?");
}

/* ---- palette ---- */

static void
the_palette_is_xterms(void **state)
{
	(void)state;
	assert_int_equal(wk_theme_rgb(16), 0x000000);
	assert_int_equal(wk_theme_rgb(215), 0xffaf5f);
	assert_int_equal(wk_theme_rgb(231), 0xffffff);
	assert_int_equal(wk_theme_rgb(232), 0x080808);
	assert_int_equal(wk_theme_rgb(255), 0xeeeeee);
	assert_int_equal(wk_theme_rgb(WK_COLOR_DEFAULT), -1);
	for (int c = 16; c < 256; c++)
		assert_int_equal(wk_theme_rgb(wk_theme_nearest(wk_theme_rgb(c))),
		    wk_theme_rgb(c));
	assert_int_equal(wk_theme_nearest(0xffae60), 215);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ones_own_themes_are_listed_when_they_can_be_named),
		cmocka_unit_test(mono_has_attributes_only),
		cmocka_unit_test(eight_colours_use_eight_colours),
		cmocka_unit_test(the_names_are_those_embedded_and_sorted),
		cmocka_unit_test(a_key_on_the_footer_takes_its_background),
		cmocka_unit_test(a_bad_line_is_told_and_the_rest_is_used),
		cmocka_unit_test(what_is_not_written_comes_from_the_inherited_theme),
		cmocka_unit_test(a_ring_of_inheritance_ends_with_a_warning),
		cmocka_unit_test(an_unknown_name_is_refused_with_the_nearest),
		cmocka_unit_test(the_palette_is_xterms),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
