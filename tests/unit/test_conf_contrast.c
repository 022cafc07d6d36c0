/* SPDX-License-Identifier: MIT */
/* The themes built in can be read by everybody: WCAG 2.1 contrast, colour-blindness after
 * Machado 2009, of every pair the screens put together. */
#include "test_conf_load.h"

#include <math.h>

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

/* Lines and bars that stand in one chart: texture and place tell them too, so that half
 * the distance of states is enough. */
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
		{"contrast", 11.5, {11.0, 13.6, 19.9, 20.9}, {45, 46, 70}},
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
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
