/* SPDX-License-Identifier: MIT */
/* A week as it may leave: coarse, complete about what is missing, and with nothing of
 * sleep in it unless that was agreed to. */
#include "cm.h"

#include "wick/core.h"

enum { MONDAY = 20766, N = 56 };         /* Mon 2026-11-09 ends an eight-week log */
enum { WORK, AFTER_HOURS, WEEKEND, STREAK, REST, REST_DAYS, ONCALL, WAKINGS, PAGES,
	NIGHT_PAGES, RATIO };

static void
fill(struct wk_day days[N], double hours, double sleep_h)
{
	for (int i = 0; i < N; i++) {
		wk_day_clear(&days[i], MONDAY - 49 + i);
		days[i].hours = i % 7 < 5 ? hours : 0;
		days[i].sleep_h = sleep_h;
	}
}

static struct wk_share_week
share(struct wk_day days[N], bool is_work_alone)
{
	struct wk_arena a;
	struct wk_model m;
	struct wk_fold_rules r;
	struct wk_series s;
	struct wk_share_week w;
	size_t n;
	wk_arena_init(&a);
	wk_model_defaults(&m);
	wk_fold_rules_defaults(&r);
	if (is_work_alone)
		wk_share_strip(days, N);
	struct wk_day *dense = wk_series_dense(days, N, WK_DATE_NONE, &a, &n);
	wk_series_init(&s, &m, dense, n, MONDAY + 7, &a);
	wk_share_week(&m, &r, &s, MONDAY, NULL, 0, &w);
	wk_arena_fini(&a);
	return w;
}

static void
minutes_are_half_hours_and_the_ratio_has_one_decimal(void **state)
{
	struct wk_day days[N];
	(void)state;
	fill(days, 8.3, 7);
	days[N - 3].rest_h = 12.3;
	struct wk_share_week w = share(days, true);
	assert_int_equal(w.coverage, 7);
	assert_float_equal(w.figure[WORK], 2490, 0);
	assert_float_equal(w.figure[WEEKEND], 0, 0);
	assert_float_equal(w.figure[REST], 750, 0);
	assert_float_equal(w.figure[RATIO] * 10, round(w.figure[RATIO] * 10), 1e-9);
	assert_true(isnan(w.figure[AFTER_HOURS]));      /* no times are known */
}

static void
what_is_not_logged_is_not_known(void **state)
{
	struct wk_day days[N];
	(void)state;
	fill(days, 8, NAN);
	for (int i = N - 7; i < N; i++)
		wk_day_clear(&days[i], days[i].d);
	struct wk_share_week w = share(days, true);
	assert_int_equal(w.coverage, 0);
	assert_int_equal(w.band, -1);
	for (size_t k = 0; k < WK_SHARE_FIGURES; k++)
		assert_true(isnan(w.figure[k]));
	days[N - 7].hours = days[N - 6].hours = 8;
	w = share(days, true);
	assert_int_equal(w.coverage, 2);
	assert_int_equal(w.band, -1);           /* too little for a band */
	assert_float_equal(w.figure[WORK], 960, 0);
	assert_float_equal(w.figure[PAGES], 0, 0);
}

static void
nothing_of_sleep_or_feelings_can_be_read_from_work(void **state)
{
	struct wk_day good[N], bad[N];
	(void)state;
	fill(good, 11, 8);
	fill(bad, 11, 4);
	for (int i = 0; i < N; i++) {
		bad[i].wakes = 4;
		bad[i].energy = 1;
		bad[i].stress = 5;
	}
	struct wk_share_week all = share(bad, false), w = share(good, true);
	struct wk_share_week v = share(bad, true);
	assert_int_equal(w.band, v.band);
	assert_int_equal(w.coverage, v.coverage);
	for (size_t k = 0; k < WK_SHARE_FIGURES; k++)
		assert_true(w.figure[k] == v.figure[k] ||
		    (isnan(w.figure[k]) && isnan(v.figure[k])));
	assert_true(all.band > w.band);
}

static void
a_night_without_work_is_no_day_of_work(void **state)
{
	struct wk_day days[N];
	(void)state;
	fill(days, 8, 7);
	for (int i = N - 7; i < N; i++)
		days[i].hours = NAN;
	assert_int_equal(share(days, true).coverage, 0);
	fill(days, 8, 7);
	for (int i = N - 7; i < N; i++)
		days[i].hours = NAN;
	assert_int_equal(share(days, false).coverage, 7);
}

static void
pages_are_counted_by_what_they_did(void **state)
{
	static struct wk_incident v[] = {
		{ .cat = WK_CAT_WOKE, .severity = 2, .minutes = NAN },
		{ .cat = WK_CAT_SLEEP, .severity = 2, .minutes = 10 },
		{ .cat = WK_CAT_BUSINESS, .severity = -1, .minutes = 5 } };
	struct wk_day days[N];
	(void)state;
	fill(days, 8, 7);
	days[N - 2].incidents = v;
	days[N - 2].incident_count = WK_LEN(v);
	days[N - 2].is_oncall = true;
	struct wk_share_week w = share(days, true);
	assert_float_equal(w.figure[PAGES], 3, 0);
	assert_float_equal(w.figure[WAKINGS], 1, 0);
	assert_float_equal(w.figure[NIGHT_PAGES], 2, 0);
	assert_float_equal(w.figure[ONCALL], 1, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_are_half_hours_and_the_ratio_has_one_decimal),
		cmocka_unit_test(what_is_not_logged_is_not_known),
		cmocka_unit_test(nothing_of_sleep_or_feelings_can_be_read_from_work),
		cmocka_unit_test(a_night_without_work_is_no_day_of_work),
		cmocka_unit_test(pages_are_counted_by_what_they_did),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
