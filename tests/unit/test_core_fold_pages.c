/* SPDX-License-Identifier: MIT */
/* Facts to days: the pages, their categories, the nights they fell into, and storms. */
#include "test_core_fold_fixture.h"

/* ---- pages ---- */
static void
pages_have_a_day_and_a_category(void **state)
{
	static const struct {
		int n;
		double h;
		int woke, day;
		enum wk_category cat;
		const char *why;
	} rows[] = {
		{ 1, 10, ANY, 1, WK_CAT_BUSINESS, "in business hours" },
		{ 1, 8, ANY, 1, WK_CAT_BUSINESS, "they begin at eight" },
		{ 1, 7.99, ANY, 1, WK_CAT_SLEEP, "and not before" },
		{ 1, 18, ANY, 1, WK_CAT_OFF, "the evening" },
		{ 1, 21.99, ANY, 1, WK_CAT_OFF, "the evening to its end" },
		{ 1, 22, ANY, 2, WK_CAT_SLEEP, "the night counts to the day one wakes" },
		{ 1, 3.2, ANY, 1, WK_CAT_SLEEP, "the night, past midnight" },
		{ 1, 3.2, 1, 1, WK_CAT_WOKE, "it woke somebody" },
		{ 0, 23, 1, 1, WK_CAT_WOKE, "before midnight, too" },
		{ 0, 12, 1, 0, WK_CAT_WOKE, "a day sleeper says so" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_fact f = page(rows[i].n, rows[i].h, 10);
		f.woke = rows[i].woke;
		const struct wk_day *d = FOLD(f);
		if (d[rows[i].day].incident_count != 1 ||
		    d[rows[i].day].incidents[0].cat != rows[i].cat)
			fail_msg("%s", rows[i].why);
	}
}

static void
the_weekend_has_no_business_hours(void **state)
{
	struct wk_fold_rules r;
	const struct wk_typed *typed[1] = { NULL };
	struct wk_fact f = page(5, 12, NAN);
	struct wk_day d;

	(void)state;
	wk_fold_rules_defaults(&r);
	wk_fold_days(&f, 1, typed, &r, MONDAY + 5, MONDAY + 5, arena, &d);
	assert_int_equal(d.incident_count, 1);
	assert_int_equal(d.incidents[0].cat, WK_CAT_OFF);
	assert_int_equal(d.incidents[0].severity, -1);
	assert_true(isnan(d.incidents[0].minutes));
}

static void
a_known_sleep_says_which_night_a_page_fell_into(void **state)
{
	static const struct {
		double bed, rise;       /* from Tuesday's midnight */
		double h;               /* of the page, the same */
		int woke, day;
		enum wk_category cat;
		const char *why;
	} rows[] = {
		{ -1, 7, 3.2, ANY, 1, WK_CAT_WOKE, "inside: it woke" },
		{ -1, 7, 3.2, 0, 1, WK_CAT_SLEEP, "slept through it" },
		{ 1, 8, -1.5, ANY, 0, WK_CAT_SLEEP, "still up: the evening's" },
		{ 2, 9, 1, ANY, 0, WK_CAT_SLEEP, "still up after midnight" },
		{ -1, 3.1, 3.2, 1, 1, WK_CAT_WOKE, "it ended the night" },
		{ 14, 15, 14.5, ANY, 1, WK_CAT_WOKE, "inside a nap" },
		{ 9, 16, 11, ANY, 1, WK_CAT_WOKE, "a day sleeper" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_fact f = page(1, rows[i].h, 10);
		f.woke = rows[i].woke;
		const struct wk_day *d = FOLD(slept(1, rows[i].bed, rows[i].rise), f);
		if (d[rows[i].day].incident_count != 1 ||
		    d[rows[i].day].incidents[0].cat != rows[i].cat)
			fail_msg("%s", rows[i].why);
	}
}

static void
a_storm_is_one_waking(void **state)
{
	static const double h[] = { 2, 2.5, 2.99, 3, 3.5, 4 };
	static const enum wk_category want[] = { WK_CAT_WOKE, WK_CAT_SLEEP, WK_CAT_SLEEP,
		WK_CAT_WOKE, WK_CAT_SLEEP, WK_CAT_WOKE };
	struct wk_fact v[WK_LEN(h)];

	(void)state;
	for (size_t i = 0; i < WK_LEN(h); i++) {
		v[WK_LEN(h) - 1 - i] = page(1, h[i], NAN);  /* in any order */
		v[WK_LEN(h) - 1 - i].woke = 1;
	}
	const struct wk_day *d = fold(v, WK_LEN(h), NULL);
	assert_int_equal(d[1].incident_count, WK_LEN(h));
	for (size_t i = 0; i < WK_LEN(h); i++)
		assert_int_equal(d[1].incidents[i].cat, want[i]);
}

/* Else a day's pages would hang on those of the days before, without an end. */
static void
a_storm_ends_with_its_day(void **state)
{
	struct wk_fact v[] = { page(1, 21.9, NAN), page(1, 22.1, NAN) };

	(void)state;
	v[0].woke = v[1].woke = 1;
	const struct wk_day *d = fold(v, WK_LEN(v), NULL);
	assert_int_equal(d[1].incident_count, 1);
	assert_int_equal(d[2].incident_count, 1);
	assert_int_equal(d[1].incidents[0].cat, WK_CAT_WOKE);
	assert_int_equal(d[2].incidents[0].cat, WK_CAT_WOKE);
}

static void
a_typed_category_without_a_time_stays(void **state)
{
	struct wk_fact f = page(1, 10, 20);

	(void)state;
	f.start = f.end = WK_TIME_NONE;
	f.category = WK_CAT_WOKE;
	f.severity = 2;
	f.noise = 1;
	const struct wk_day *d = FOLD(f, f);
	assert_int_equal(d[1].incident_count, 2);
	assert_int_equal(d[1].incidents[1].cat, WK_CAT_WOKE);
	assert_int_equal(d[1].incidents[1].severity, 2);
	assert_true(d[1].incidents[1].is_noise);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(pages_have_a_day_and_a_category),
		T(the_weekend_has_no_business_hours),
		T(a_known_sleep_says_which_night_a_page_fell_into),
		T(a_storm_is_one_waking),
		T(a_storm_ends_with_its_day),
		T(a_typed_category_without_a_time_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
