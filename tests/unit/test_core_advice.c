/* SPDX-License-Identifier: MIT */
/* What would help most: ranked by what it is worth, and silent where nothing is known. */
#include "test_core_random.h"

static struct wk_advice v[WK_ADVICE_MAX];

static size_t
advise(size_t i)
{
	return wk_advice_rank(&l.m, &l.s, i, &l.arena, v);
}

static const struct wk_advice *
find(size_t n, const char *id)
{
	for (size_t k = 0; k < n; k++)
		if (strcmp(v[k].id, id) == 0)
			return &v[k];
	return NULL;
}

static double
score_at_14(size_t i, const struct wk_plan *p)
{
	struct wk_forecast f;
	wk_forecast_run(&f, &l.m, &l.s, i, p, 14, WK_BAND_CALM, &l.arena);
	return f.v[13].score;
}

static void
each_is_worth_what_its_plan_saves(void **state)
{
	(void)state;
	for (int k = 0; k < 60; k++) {
		size_t i = random_life(&l, k), n = advise(i);
		struct wk_plan usual, p;
		wk_plan_own(&usual, &l.m, &l.s, i);
		double base = score_at_14(i, &usual);
		const struct wk_advice *x = find(n, "sleep");
		p = usual;
		for (int wd = 0; wd < 7; wd++)
			p.sleep_h[wd] += 1;
		if (x != NULL)
			same(x->points, base - score_at_14(i, &p), "sleep");
		x = find(n, "hours");
		p = usual;
		assert_int_equal(wk_plan_parse(&p, &l.m, "40h", NULL), WK_OK);
		if (x != NULL)
			same(x->points, base - score_at_14(i, &p), "hours");
	}
}

static void
best_first_and_none_under_a_tenth(void **state)
{
	(void)state;
	int found = 0;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		size_t n = advise(random_life(&l, k));
		for (size_t j = 0; j < n; j++) {
			assert_true(v[j].points >= 0.1);
			assert_true(j == 0 || v[j].points <= v[j - 1].points);
			assert_non_null(strstr(v[j].text, " lower in 14 days"));
		}
		found += n >= 3;
	}
	assert_true(found > 50);
}

static void
short_nights_name_sleep_and_long_weeks_hours(void **state)
{
	(void)state;
	live_weeks(&l, 8, 8, 5.5);
	assert_true(advise(tell(&l)) > 0);
	assert_string_equal(v[0].id, "sleep");
	life_fini(&l);
	life_init(&l);
	live_weeks(&l, 8, 12, 8);
	size_t n = advise(tell(&l));
	assert_string_equal(v[0].id, "hours");
	assert_null(find(n, "sleep"));
	assert_null(find(n, "night-pages"));
	assert_null(find(n, "oncall"));
	assert_string_equal(find(n, "hours")->text,
	    "weeks of 40 h: 23.8 points lower in 14 days");
}

static void
pages_at_night_and_calls_are_told_apart(void **state)
{
	(void)state;
	live(&l, 56, 6, 8);
	for (size_t k = 0; k < 56; k += 2) {
		page(&l, &l.days[k], WK_CAT_WOKE, 30, false);
		page(&l, &l.days[k], WK_CAT_OFF, 30, false);
		l.days[k].is_oncall = true;
	}
	size_t n = advise(tell(&l));
	const struct wk_advice *night = find(n, "night-pages"), *call = find(n, "oncall");
	assert_non_null(night);
	assert_non_null(call);
	assert_true(call->points > night->points);
}

/* Points above 100 together are cut off: no one thing shows, several at once do. */
static void
over_the_cap_several_at_once_are_weighed(void **state)
{
	(void)state;
	live(&l, 200, 12, 5.5);
	for (size_t k = 0; k < l.n; k++)
		page(&l, &l.days[k], WK_CAT_WOKE, 60, false);
	size_t i = tell(&l), n = advise(i);
	const struct wk_advice *x = find(n, "together");
	assert_non_null(x);
	assert_ptr_equal(x, &v[0]);
	assert_memory_equal(x->text,
	    "weeks of 40 h, an hour more sleep, no pages at night: ", 54);
	struct wk_advice best[WK_ADVICE_BEST];
	n = wk_advice_best(&l.m, &l.s, i, &l.arena, best);
	assert_true(n >= 1 && n <= 3);
	assert_string_equal(best[0].text, v[0].text);
}

static void
a_calm_day_ends_without_advice(void **state)
{
	(void)state;
	struct wk_advice best[WK_ADVICE_BEST];
	live_weeks(&l, 20, 9, 7);
	size_t i = tell(&l);
	assert_int_equal(l.s.strain[i].band, WK_BAND_CALM);
	assert_true(advise(i) > 0);
	assert_int_equal(wk_advice_best(&l.m, &l.s, i, &l.arena, best), 0);
}

static void
too_little_known_is_no_advice(void **state)
{
	(void)state;
	live_weeks(&l, 8, 12, 5);
	live(&l, 15, NAN, NAN);
	size_t i = tell(&l);
	assert_false(wk_forecast_is_known(&l.s, i));
	assert_int_equal(advise(i), 0);
	assert_int_equal(advise(l.n), 0);
	assert_true(wk_forecast_is_known(&l.s, i - 15));
	assert_true(advise(i - 15) > 0);
}

static void
calm_weeks_have_nothing_to_gain(void **state)
{
	(void)state;
	live_weeks(&l, 20, 8, 8);
	assert_int_equal(advise(tell(&l)), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_is_worth_what_its_plan_saves),
		TEST(best_first_and_none_under_a_tenth),
		TEST(short_nights_name_sleep_and_long_weeks_hours),
		TEST(pages_at_night_and_calls_are_told_apart),
		TEST(over_the_cap_several_at_once_are_weighed),
		TEST(a_calm_day_ends_without_advice),
		TEST(too_little_known_is_no_advice),
		TEST(calm_weeks_have_nothing_to_gain),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
