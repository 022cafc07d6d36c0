/* SPDX-License-Identifier: MIT */
/* explain and series: what the score is made of adds up wherever it is printed. */
#include "cm.h"

#include "test_render_story.h"

static void
explanations_look_as_they_did(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	wk_buf_init(&b);
	wk_render_explain(&st.s, STORY_DAYS - 1, &st.m, NULL, &b);
	assert_true(story_width(b.p) <= 80);
	story_check_golden("explain.txt", &b);
	wk_buf_clear(&b);
	wk_render_explain_json(&st.s, STORY_DAYS - 1, &st.m, &b);
	story_check_golden("explain.json", &b);
	wk_buf_clear(&b);
	wk_render_series_csv_head(&b);
	wk_render_series_csv(&st.s, STORY_DAYS - 7, STORY_DAYS, &b);
	story_check_golden("series.csv", &b);
	wk_buf_clear(&b);
	wk_render_series_json_head(&b);
	wk_render_series_json(&st.s, STORY_DAYS - 7, STORY_DAYS - 4, true, &b);
	wk_render_series_json(&st.s, STORY_DAYS - 4, STORY_DAYS, false, &b);
	wk_render_series_json_end(&b);
	story_check_golden("series.json", &b);
	wk_buf_fini(&b);
	story_fini(&st);
}

static int
tenths_of(const char *s)
{
	return (int)lround(strtod(s, NULL) * 10);
}

/* Sum of the points between a heading and its "together"; that line's own in *total. */
static int
sum_lines(const char *text, const char *heading, int *total)
{
	const char *s = strstr(text, heading);
	int sum = 0;

	assert_non_null(s);
	for (s = strchr(s, '\n') + 1;; s = strchr(s, '\n') + 1) {
		if (strncmp(s + 9, "together", 8) == 0) {
			*total = tenths_of(s);
			return sum;
		}
		if (s[8] == ' ' && s[9] != ' ')
			sum += tenths_of(s);
	}
}

static void
points_and_changes_add_up_on_every_day(void **state)
{
	struct story st;

	(void)state;
	story_init(&st);
	for (size_t i = 0; i < STORY_DAYS; i++) {
		struct wk_buf b;
		int total, sum, score;

		wk_buf_init(&b);
		wk_render_explain(&st.s, i, &st.m, NULL, &b);
		sum = sum_lines(b.p, "\nPoints\n", &total);
		score = (int)lround(st.s.strain[i].score * 10);
		assert_int_equal(sum, total);
		assert_int_equal(total, score);
		if (strstr(b.p, "\nChange since") != NULL) {
			sum = sum_lines(b.p, "\nChange since", &total);
			assert_int_equal(sum, total);
		}
		wk_buf_fini(&b);
	}
	story_fini(&st);
}

static void
a_gap_is_named_and_holds(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	for (size_t k = STORY_DAYS - 10; k < STORY_DAYS; k++)
		wk_day_clear(&st.days[k], st.days[k].d);
	story_run(&st, STORY_DAYS);
	wk_buf_init(&b);
	wk_render_explain(&st.s, STORY_DAYS - 5, &st.m, NULL, &b);
	assert_non_null(strstr(b.p, "nothing logged since Fri 13 Nov 2026"));
	wk_buf_clear(&b);
	wk_render_explain(&st.s, STORY_DAYS - 1, &st.m, NULL, &b);
	assert_non_null(strstr(b.p, "held since Fri 20 Nov 2026"));
	assert_null(strstr(b.p, "Change since"));
	wk_buf_clear(&b);
	wk_render_explain_json(&st.s, STORY_DAYS - 1, &st.m, &b);
	assert_non_null(strstr(b.p, "\"held\":true,\"held_since\":\"2026-11-20\""));
	wk_buf_fini(&b);
	story_fini(&st);
}

static void
the_first_day_is_not_enough_for_a_band(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	wk_buf_init(&b);
	wk_render_explain(&st.s, 0, &st.m, NULL, &b);
	assert_non_null(strstr(b.p, "not enough known"));
	assert_null(strstr(b.p, "calm"));
	wk_buf_clear(&b);
	wk_render_explain_json(&st.s, 0, &st.m, &b);
	assert_non_null(strstr(b.p, "\"known\":false"));
	wk_buf_fini(&b);
	story_fini(&st);
}

static void
nothing_logged_explains_nothing(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	st.s = (struct wk_series){ 0 };
	wk_buf_init(&b);
	wk_render_explain(&st.s, 0, &st.m, NULL, &b);
	assert_string_equal(b.p, "nothing is logged yet\n");
	wk_buf_clear(&b);
	wk_render_explain_json(&st.s, 0, &st.m, &b);
	assert_string_equal(b.p, "{\"format\":1,\"day\":null}\n");
	wk_buf_clear(&b);
	wk_render_explain_indicator(&st.s, 0, &st.m, wk_indicator_find("pages"), NULL,
	    &b);
	assert_non_null(strstr(b.p, "not known"));
	wk_buf_clear(&b);
	wk_render_series_json_head(&b);
	wk_render_series_json(&st.s, 0, 0, true, &b);
	wk_render_series_json_end(&b);
	assert_string_equal(b.p, "{\"format\":1,\"series\":[]}\n");
	wk_buf_fini(&b);
	story_fini(&st);
}

static void
every_indicator_names_limit_and_source(void **state)
{
	struct story st;
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);

	(void)state;
	story_init(&st);
	for (size_t k = 0; k < n; k++) {
		struct wk_buf b;

		wk_buf_init(&b);
		wk_render_explain_indicator(&st.s, STORY_DAYS - 1, &st.m, &v[k], NULL,
		    &b);
		assert_true(story_width(b.p) <= 80);
		assert_non_null(strstr(b.p, v[k].id));
		assert_non_null(strstr(b.p, "\n  limit   "));
		assert_non_null(strstr(b.p, "\n  source  "));
		assert_non_null(strstr(b.p, "\n  means   "));
		wk_buf_fini(&b);
	}
	story_fini(&st);
}

static void
a_changed_constant_is_marked(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	st.m.sleep_need_h = 7.5;
	wk_buf_init(&b);
	wk_render_explain(&st.s, STORY_DAYS - 1, &st.m, NULL, &b);
	assert_non_null(strstr(b.p, "\n* sleep_need_h "));
	assert_null(strstr(b.p, "\n* sleep_tau_d "));
	wk_buf_fini(&b);
	story_fini(&st);
}

/* A cell that nobody filled is empty; one that somebody filled with 0 is a 0. */
static void
the_series_keeps_missing_apart_from_zero(void **state)
{
	struct story st;
	struct wk_buf b;
	const char *line;

	(void)state;
	story_init(&st);
	wk_buf_init(&b);
	wk_render_series_csv_head(&b);
	wk_render_series_csv(&st.s, 0, st.s.n, &b);
	line = strstr(b.p, "\n2026-11-19,");
	assert_non_null(line);
	assert_memory_equal(line, "\n2026-11-19,,,0,,1,,,,0,", 24);
	line = strstr(b.p, "\n2026-11-22,");
	assert_non_null(line);
	assert_memory_equal(line, "\n2026-11-22,0.000000,5.750000,0,,1,,,,0,", 40);
	line = strstr(b.p, "\n2026-11-16,");
	assert_non_null(strstr(line, ",woke:2:45;business:2:,1,"));
	wk_buf_fini(&b);
	story_fini(&st);
}

static size_t
count(const char *s, size_t len, char c)
{
	size_t n = 0;

	for (size_t k = 0; k < len; k++)
		n += s[k] == c;
	return n;
}

static void
every_row_of_the_series_has_29_cells(void **state)
{
	struct story st;
	struct wk_buf b;
	size_t rows = 0;

	(void)state;
	story_init(&st);
	wk_buf_init(&b);
	wk_render_series_csv_head(&b);
	wk_render_series_csv(&st.s, 0, st.s.n, &b);
	for (const char *s = b.p; *s != '\0'; rows++) {
		size_t len = strcspn(s, "\n");

		assert_int_equal(count(s, len, ','), 28);
		s += len + 1;
	}
	assert_int_equal(rows, STORY_DAYS + 1);
	wk_buf_fini(&b);
	story_fini(&st);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(explanations_look_as_they_did),
		cmocka_unit_test(points_and_changes_add_up_on_every_day),
		cmocka_unit_test(a_gap_is_named_and_holds),
		cmocka_unit_test(the_first_day_is_not_enough_for_a_band),
		cmocka_unit_test(nothing_logged_explains_nothing),
		cmocka_unit_test(every_indicator_names_limit_and_source),
		cmocka_unit_test(a_changed_constant_is_marked),
		cmocka_unit_test(the_series_keeps_missing_apart_from_zero),
		cmocka_unit_test(every_row_of_the_series_has_29_cells),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
