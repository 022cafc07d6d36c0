/* SPDX-License-Identifier: MIT */
/* The recovery budget and the monthly check. */
#include "test_core_life.h"

static struct wk_strain strain[LIFE_DAYS];
static struct wk_series s;

/* count days of so many points after those there are; index of the last. */
static size_t
burn(size_t count, double points)
{
	s.strain = strain;
	for (; count > 0; count--)
		strain[s.n++].fast_sum = points;
	return s.n - 1;
}

static int
begin(void **state)
{
	s.n = 0;
	return setup(state);
}

/* ---- the budget ---- */
static void
every_rule_has_its_windows_and_its_pace(void **state)
{
	static const struct wk_burn_rule want[] = { { "act-today", 3, 1, 2.8 },
		{ "act-this-week", 7, 2, 2.4 }, { "plan", 28, 7, 1.5 },
		{ "structural", 84, 28, 1.0 } };

	(void)state;
	for (enum wk_burn b = 0; b < WK_BURN_COUNT; b++) {
		const struct wk_burn_rule *r = wk_burn_rule(b);

		assert_string_equal(r->name, want[b].name);
		assert_int_equal(r->long_d, want[b].long_d);
		assert_int_equal(r->short_d, want[b].short_d);
		same(r->threshold, want[b].threshold, r->name);
	}
	same(wk_burn_threshold(84, 3, 0.1), 2.8, "10 % of 84 days in 3");
}

static void
days_before_the_log_spent_nothing(void **state)
{
	size_t i = burn(2, 75);

	(void)state;
	same(wk_burn_rate(&s, i, 1), 3, "a day");
	same(wk_burn_rate(&s, i, 2), 3, "two");
	same(wk_burn_rate(&s, i, 3), 2, "three, one of them before the log");
	same(wk_budget_used(&s, i), 150 / 2100.0, "used");
}

static void
the_budget_forgets_after_84_days(void **state)
{
	(void)state;
	burn(1, 100);
	same(wk_budget_used(&s, burn(83, 0)), 100 / 2100.0, "84 days");
	same(wk_budget_used(&s, burn(1, 0)), 0, "85 days");
	same(wk_budget_used(&s, burn(84, 50)), 2, "twice the budget");
}

static void
a_rule_needs_its_whole_long_window(void **state)
{
	(void)state;
	assert_false(wk_burn_fires(&s, burn(2, 100), WK_BURN_TODAY));
	assert_true(wk_burn_fires(&s, burn(1, 100), WK_BURN_TODAY));
	assert_false(wk_burn_fires(&s, burn(3, 100), WK_BURN_WEEK));
	assert_true(wk_burn_fires(&s, burn(1, 100), WK_BURN_WEEK));
	assert_false(wk_burn_fires(&s, burn(76, 100), WK_BURN_STRUCTURAL));
	assert_true(wk_burn_fires(&s, burn(1, 100), WK_BURN_STRUCTURAL));
}

static void
a_week_that_is_over_does_not_fire(void **state)
{
	(void)state;
	burn(3, 100);
	assert_false(wk_burn_fires(&s, burn(1, 0), WK_BURN_TODAY));
	s.n = 0;
	burn(20, 0);
	assert_false(wk_burn_fires(&s, burn(1, 100), WK_BURN_TODAY));
}

static void
at_its_pace_a_rule_fires(void **state)
{
	(void)state;
	assert_true(wk_burn_fires(&s, burn(7, 60), WK_BURN_WEEK));
	strain[s.n - 7].fast_sum = 59.9;
	assert_false(wk_burn_fires(&s, s.n - 1, WK_BURN_WEEK));
	strain[s.n - 7].fast_sum = 100;
	strain[s.n - 1].fast_sum = 59.9;
	assert_false(wk_burn_fires(&s, s.n - 1, WK_BURN_WEEK));
}

static void
outside_the_series_nothing_is_spent(void **state)
{
	(void)state;
	same(wk_budget_used(&s, 0), 0, "an empty series");
	assert_false(wk_burn_fires(&s, 5, WK_BURN_TODAY));
}

/* ---- the check ---- */
static void
the_check_is_the_mean_of_what_was_answered(void **state)
{
	static const int all[6] = { 0, 25, 50, 75, 100, 50 };
	static const int three[6] = { 25, -1, -1, 50, -1, 100 };
	static const int two[6] = { 25, -1, -1, -1, -1, 100 };

	(void)state;
	same(wk_exhaustion(all), 50, "all");
	same(wk_exhaustion(three), 175 / 3.0, "three");
	same(wk_exhaustion(two), NAN, "two");
	same(wk_check_mean(all, 0, 0), NAN, "no items");
}

static void
the_check_has_six_sentences(void **state)
{
	(void)state;
	for (size_t k = 0; k < 6; k++) {
		const char *item = wk_exhaustion_item(k);

		assert_in_range(strlen(item), 20, 70);
		assert_int_equal(item[strlen(item) - 1], '.');
		for (size_t j = 0; j < k; j++)
			assert_string_not_equal(item, wk_exhaustion_item(j));
	}
	assert_string_equal(wk_exhaustion_item(6), "");
}

static void
bands_begin_at_50_75_and_100(void **state)
{
	static const struct { double score; const char *band; } want[] = {
		{ 0, "none" }, { 49.9, "none" }, { 50, "moderate" }, { 74.9, "moderate" },
		{ 75, "high" }, { 99.9, "high" }, { 100, "severe" }, { NAN, "" } };

	(void)state;
	for (size_t k = 0; k < WK_LEN(want); k++)
		assert_string_equal(wk_exhaustion_band(want[k].score), want[k].band);
}

#define T(test) cmocka_unit_test_setup_teardown(test, begin, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_rule_has_its_windows_and_its_pace),
		T(days_before_the_log_spent_nothing),
		T(the_budget_forgets_after_84_days),
		T(a_rule_needs_its_whole_long_window),
		T(a_week_that_is_over_does_not_fire),
		T(at_its_pace_a_rule_fires),
		T(outside_the_series_nothing_is_spent),
		T(the_check_is_the_mean_of_what_was_answered),
		T(the_check_has_six_sentences),
		T(bands_begin_at_50_75_and_100),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
