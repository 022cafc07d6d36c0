/* SPDX-License-Identifier: MIT */
/* Themes: the five built in can be read by everybody (WCAG 2.1 contrast, colour-blindness
 * after Machado 2009), and a theme of one's own is never a reason to fail. */
#include "cm.h"
#include "wick/conf.h"

#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/wick-theme-XXXXXX";
static struct wk_arena arena;

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

static struct wk_theme
load(const char *name, struct wk_theme_warning *w, size_t max, size_t *nw)
{
	struct wk_theme t;
	struct wk_err err;
	assert_int_equal(wk_theme_load(name, &arena, &t, w, max, nw, &err), WK_OK);
	return t;
}

/* A built-in one, which has to be without warnings. */
static struct wk_theme
load_clean(const char *name)
{
	size_t nw;
	struct wk_theme_warning w[1];
	struct wk_theme t = load(name, w, 1, &nw);
	if (nw > 0)
		fail_msg("%s", w[0].msg);
	return t;
}

static void
put_theme(const char *name, const char *text)
{
	struct wk_err err;
	const char *path = wk_arena_printf(&arena, "%s/wick/themes/%s", folder, name);
	assert_int_equal(wk_file_write_safe(path, text, strlen(text), 0600, &err), WK_OK);
}

/* ---- contrast ---- */

/* Of sRGB, for what an eye mixes. */
static double
linear(int channel)
{
	double v = channel / 255.0;
	return v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static int
foreground(const struct wk_theme *t, enum wk_role r)
{
	/* The terminal's own text colour is not ours to judge. */
	int fg = t->rich[r].fg;
	return fg == WK_COLOR_DEFAULT ? -1 : wk_theme_rgb(fg);
}

static int
background(const struct wk_theme *t, enum wk_role r)
{
	int bg = t->rich[r].bg;
	return bg == WK_COLOR_DEFAULT ? t->nominal_rgb : wk_theme_rgb(bg);
}

static const struct {
	const char *name;
	double text, mark;      /* least ratio of words; of frames, lines and cells */
} floors[] = {
	{"ember", 4.5, 3.0}, {"paper", 4.5, 3.0}, {"cividis", 4.5, 3.0},
	{"contrast", 7.0, 6.0},
};

/* The grid is drawn to be overlooked, and `today` adds attributes to a level. */
static double
floor_of(size_t theme, enum wk_role r)
{
	if (r == WK_ROLE_GRID || r == WK_ROLE_HEAT_TODAY)
		return 1.0;
	if (r >= WK_ROLE_AXIS || r == WK_ROLE_BORDER || r == WK_ROLE_BORDER_FOCUS)
		return floors[theme].mark;
	return floors[theme].text;
}

static void
check_ratio(size_t i, enum wk_role r, int fg, int bg)
{
	if (wk_theme_contrast(fg, bg) < floor_of(i, r))
		fail_msg("%s: %s has %.2f:1", floors[i].name, wk_role_name(r),
		    wk_theme_contrast(fg, bg));
}

static void
every_role_can_be_read_on_its_background(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (enum wk_role r = 0; r < WK_ROLE_COUNT; r++)
			if (foreground(&t, r) >= 0)
				check_ratio(i, r, foreground(&t, r), background(&t, r));
	}
}

static void
words_that_stand_in_a_popup_can_be_read_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (enum wk_role r = 0; r < WK_ROLE_AXIS; r++)
			if (t.rich[r].bg == t.rich[WK_ROLE_TEXT].bg &&
			    foreground(&t, r) >= 0)
				check_ratio(i, r, foreground(&t, r),
				    background(&t, WK_ROLE_POPUP));
	}
}

/* What is said on the last row and on the first: states and hints on the bar's ground. */
static void
words_that_stand_on_a_bar_can_be_read_there(void **state)
{
	static const struct { enum wk_role word, bar; } pairs[] = {
		{WK_ROLE_OK, WK_ROLE_FOOTER}, {WK_ROLE_BAD, WK_ROLE_FOOTER},
		{WK_ROLE_KEY, WK_ROLE_FOOTER}, {WK_ROLE_HINT, WK_ROLE_FOOTER},
		{WK_ROLE_FOOTER, WK_ROLE_FOOTER}, {WK_ROLE_TITLE, WK_ROLE_HEADER},
		{WK_ROLE_HEADER, WK_ROLE_HEADER}, {WK_ROLE_TAB, WK_ROLE_HEADER},
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (size_t k = 0; k < WK_LEN(pairs); k++) {
			enum wk_role r = pairs[k].word;
			bool is_plain = t.rich[r].bg == t.rich[WK_ROLE_TEXT].bg;
			check_ratio(i, r, foreground(&t, r),
			    background(&t, is_plain ? pairs[k].bar : r));
		}
	}
}

/* ---- colour-blindness: protan, deutan, tritan, in linear light ---- */

static const double eyes[][3][3] = {
	{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
	    {-0.003882, -0.048116, 1.051998}},
	{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
	    {-0.011820, 0.042940, 0.968881}},
	{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
	    {0.004733, 0.691367, 0.303900}},
};

static void
seen_by(const double eye[3][3], int rgb, double out[3])
{
	double in[3] = {linear(rgb >> 16), linear(rgb >> 8 & 255), linear(rgb & 255)};
	for (int i = 0; i < 3; i++) {
		double v = eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2];
		v = v < 0 ? 0 : v > 1 ? 1 : v;
		out[i] = 255 * (v <= 0.0031308 ? 12.92 * v :
		    1.055 * pow(v, 1 / 2.4) - 0.055);
	}
}

static double
seen_distance(const double eye[3][3], int a, int b)
{
	double x[3], y[3], d = 0;
	seen_by(eye, a, x);
	seen_by(eye, b, y);
	for (int i = 0; i < 3; i++)
		d += (x[i] - y[i]) * (x[i] - y[i]);
	return sqrt(d);
}

/* What the eye meets: of a block, its background. */
static int
face(const struct wk_theme *t, enum wk_role r)
{
	return t->rich[r].bg == t->rich[WK_ROLE_TEXT].bg ? foreground(t, r) :
	    background(t, r);
}

/* Two states may share a colour when one is a block and the other is not. */
static bool
differ_by_shape(const struct wk_theme *t, enum wk_role a, enum wk_role b)
{
	return (t->rich[a].bg == t->rich[WK_ROLE_TEXT].bg) !=
	    (t->rich[b].bg == t->rich[WK_ROLE_TEXT].bg);
}

static void
check_pair(const struct wk_theme *t, enum wk_role a, enum wk_role b)
{
	for (size_t e = 0; e < WK_LEN(eyes) && !differ_by_shape(t, a, b); e++) {
		double d = seen_distance(eyes[e], face(t, a), face(t, b));
		if (d < 15)
			fail_msg("%s: %s and %s are %.0f apart for eye %zu", t->name,
			    wk_role_name(a), wk_role_name(b), d, e);
	}
}

static void
states_differ_for_every_eye(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (enum wk_role a = WK_ROLE_OK; a <= WK_ROLE_BAD; a++)
			for (enum wk_role b = a + 1; b <= WK_ROLE_BAD; b++)
				check_pair(&t, a, b);
	}
}

/* Lines and bars that stand in one chart: texture and place tell them too, so that half the
 * distance of states is enough. */
static void
lines_of_one_chart_differ_for_every_eye(void **state)
{
	static const enum wk_role pairs[][2] = {
		{WK_ROLE_LINE1, WK_ROLE_LINE2}, {WK_ROLE_LINE1, WK_ROLE_PLAN},
		{WK_ROLE_LINE2, WK_ROLE_BAD}, {WK_ROLE_LINE1, WK_ROLE_BAD},
		{WK_ROLE_LINE1, WK_ROLE_GRID}, {WK_ROLE_PLAN, WK_ROLE_CONE},
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (size_t k = 0; k < WK_LEN(pairs) * WK_LEN(eyes); k++) {
			const enum wk_role *p = pairs[k / WK_LEN(eyes)];
			double d = seen_distance(eyes[k % WK_LEN(eyes)], face(&t, p[0]),
			    face(&t, p[1]));
			if (d < 7.5)
				fail_msg("%s: %s and %s are %.0f apart for eye %zu",
				    t.name, wk_role_name(p[0]), wk_role_name(p[1]), d,
				    k % WK_LEN(eyes));
		}
	}
}

static void
heat_levels_rise_away_from_the_background(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(floors); i++) {
		struct wk_theme t = load_clean(floors[i].name);
		for (enum wk_role r = WK_ROLE_HEAT_1; r < WK_ROLE_HEAT_4; r++)
			assert_true(wk_theme_contrast(foreground(&t, r), t.nominal_rgb) <
			    wk_theme_contrast(foreground(&t, r + 1), t.nominal_rgb));
	}
}

/* ---- the whole of it, theme by theme: what is promised may only become better ---- */

static double
least_state_distance(const struct wk_theme *t, const double eye[3][3])
{
	double least = INFINITY;
	for (enum wk_role a = WK_ROLE_OK; a <= WK_ROLE_BAD; a++)
		for (enum wk_role b = a + 1; b <= WK_ROLE_BAD; b++)
			if (!differ_by_shape(t, a, b))
				least = fmin(least, seen_distance(eye, face(t, a),
				    face(t, b)));
	return least;
}

static void
every_theme_keeps_its_row_of_the_table(void **state)
{
	static const struct {
		const char *name;
		double words, heat[4], seen[3];  /* seen by protan, deutan, tritan eyes */
	} table[] = {
		{"ember", 5.6, {7.6, 8.3, 9.4, 16.5}, {46, 46, 29}},
		{"paper", 4.6, {3.3, 4.7, 10.3, 14.1}, {20, 46, 90}},
		{"cividis", 5.9, {5.2, 8.2, 12.0, 16.9}, {120, 138, 41}},
		{"contrast", 8.7, {11.0, 13.6, 19.9, 20.9}, {45, 46, 70}},
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_theme t = load_clean(table[i].name);
		double words = wk_theme_least_contrast(&t);
		if (words < table[i].words)
			fail_msg("%s: words have %.2f:1", t.name, words);
		for (int k = 0; k < 4; k++) {
			int fg = foreground(&t, (enum wk_role)(WK_ROLE_HEAT_1 + k));
			double c = wk_theme_contrast(fg, t.nominal_rgb);
			if (c < table[i].heat[k])
				fail_msg("%s: heat level %d has %.2f:1", t.name, k + 1,
				    c);
		}
		for (size_t e = 0; e < WK_LEN(eyes); e++) {
			double d = least_state_distance(&t, eyes[e]);
			if (d < table[i].seen[e])
				fail_msg("%s: states are %.1f apart for eye %zu", t.name,
				    d, e);
		}
	}
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
		cmocka_unit_test(every_role_can_be_read_on_its_background),
		cmocka_unit_test(words_that_stand_in_a_popup_can_be_read_there),
		cmocka_unit_test(words_that_stand_on_a_bar_can_be_read_there),
		cmocka_unit_test(states_differ_for_every_eye),
		cmocka_unit_test(lines_of_one_chart_differ_for_every_eye),
		cmocka_unit_test(heat_levels_rise_away_from_the_background),
		cmocka_unit_test(every_theme_keeps_its_row_of_the_table),
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
