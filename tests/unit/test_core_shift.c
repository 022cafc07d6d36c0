/* SPDX-License-Identifier: MIT */
/* Changes in level: told when they are there, rarely when they are not, once each. */
#include "test_core_shift_years.h"

static struct wk_shift v[16];

static size_t
find(size_t i)
{
	return wk_shift_find(&l.m, &l.s, i, &l.arena, v, WK_LEN(v));
}

/* ---- how often it is wrong, how often right: the figures that shift.c and the manual
 * give. WICK_MEASURE=1 prints them; they are the same on every machine. ---- */
enum { PEOPLE = 1000, SOON = 4 };

static double
false_a_year(const char *what, double noise)
{
	const struct change none = { .noise = noise };
	int told = 0;
	for (int k = 0; k < PEOPLE; k++) {
		size_t n = find(steady_year(&l, k, YEAR_WEEKS, &none));
		for (size_t j = 0; j < n; j++)
			told += strcmp(v[j].what, what) == 0;
	}
	return told / (PEOPLE * (YEAR_WEEKS - 8) * 7 / 365.25);
}

static void
a_steady_year_is_seldom_told_a_change(void **state)
{
	(void)state;
	static const struct { const char *what; double noise, most; } rows[] = {
		{ "hours", 1, 0.08 }, { "sleep", 1, 0.11 }, { "pages", 1, 0.01 },
		{ "hours", 2, 0.7 }, { "sleep", 2, 0.63 },
	};
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		double rate = false_a_year(rows[k].what, rows[k].noise);
		if (getenv("WICK_MEASURE") != NULL)
			print_message("%s, noise x %g: %.3f false a year\n", rows[k].what,
			    rows[k].noise, rate);
		if (rate > rows[k].most)
			fail_msg("%s: %.3f false a year", rows[k].what, rate);
	}
}

/* Share of people who are told of it by the end of the SOON-th week. */
static double
share_told(const char *what, const struct change *c)
{
	int told = 0;
	for (int k = 0; k < PEOPLE; k++) {
		size_t i = steady_year(&l, k, CHANGE_WEEK + SOON, c), n = find(i);
		wk_date first = l.days[7 * CHANGE_WEEK].d - 7;
		bool hit = false;
		for (size_t j = 0; j < n; j++)
			hit |= strcmp(v[j].what, what) == 0 && v[j].monday >= first;
		told += hit;
	}
	return told / (double)PEOPLE;
}

static void
a_true_change_is_told_within_four_weeks(void **state)
{
	(void)state;
	static const struct {
		const char *what;
		struct change c;
		double least;
	} rows[] = {
		{ "sleep", { .sleep_h = -0.5 }, 0.25 },
		{ "sleep", { .sleep_h = -0.8 }, 0.67 },
		{ "sleep", { .sleep_h = -1.2 }, 0.93 },
		{ "hours", { .week_h = 5 }, 0.24 },
		{ "hours", { .week_h = 8 }, 0.67 },
		{ "hours", { .week_h = 12 }, 0.9 },
		{ "pages", { .pages = 6 }, 0.62 },
	};
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		const struct change *c = &rows[k].c;
		double share = share_told(rows[k].what, c);
		if (getenv("WICK_MEASURE") != NULL)
			print_message("%s %+g h a week %+g h a night %+g pages: %.3f\n",
			    rows[k].what, c->week_h, c->sleep_h, c->pages, share);
		if (share < rows[k].least)
			fail_msg("%s: %.3f are told", rows[k].what, share);
	}
}

/* ---- what is said, and when ---- */
static void
shorter_nights_are_told_once_with_their_week(void **state)
{
	(void)state;
	live_weeks(&l, 12, 8, 7.5);
	live_weeks(&l, 12, 8, 6.7);
	size_t i = tell(&l);
	assert_int_equal(find(i), 1);
	assert_string_equal(v[0].what, "sleep");
	assert_string_equal(v[0].text, "your nights shortened by 0.8 h in week 35");
	assert_int_equal(v[0].monday, MONDAY + 84);
	same(v[0].before, 7.5, "before");
	same(v[0].after, 6.7, "after");
	assert_true(v[0].z < -2);
}

static void
one_week_is_no_level_unless_it_is_far_off(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	live_weeks(&l, 1, 10, 7.5);
	live_weeks(&l, 9, 8, 7.5);
	assert_int_equal(find(tell(&l)), 0);
	live_weeks(&l, 1, 12, 7.5);
	live_weeks(&l, 4, 8, 7.5);
	assert_int_equal(find(tell(&l)), 1);
	assert_string_equal(v[0].text, "your weeks grew by 20 h in week 43");
}

static void
back_again_is_a_change_of_its_own(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	live_weeks(&l, 10, 10, 7.5);
	live_weeks(&l, 10, 8, 7.5);
	assert_int_equal(find(tell(&l)), 2);
	assert_string_equal(v[0].text, "your weeks shortened by 10 h in week 43");
	assert_string_equal(v[1].text, "your weeks grew by 10 h in week 33");
}

static void
leave_and_gaps_are_no_change(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	for (int k = 0; k < 3; k++) {
		for (int d = 0; d < 7; d++)
			live(&l, 1, 0, 9.5)->leave = WK_LEAVE_VACATION;
	}
	live_weeks(&l, 4, 8, 7.5);
	live(&l, 21, NAN, NAN);
	live_weeks(&l, 4, 8, 7.5);
	for (int k = 0; k < 4; k++) {           /* four of seven days are logged */
		live(&l, 4, 8, NAN);
		live(&l, 3, NAN, NAN);
	}
	assert_int_equal(find(tell(&l)), 0);
}

static void
a_change_goes_on_over_leave(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	live_weeks(&l, 1, 8, 6.5);
	for (int d = 0; d < 14; d++)
		live(&l, 1, 0, 9)->leave = WK_LEAVE_VACATION;
	live_weeks(&l, 2, 8, 6.5);
	assert_int_equal(find(tell(&l)), 1);
	assert_string_equal(v[0].text, "your nights shortened by 1.0 h in week 33");
}

static void
page_a_week(int weeks, int pages)
{
	for (; weeks > 0; weeks--) {
		live_weeks(&l, 1, 8, 7.5);
		for (int k = 0; k < pages; k++)
			page(&l, &l.days[l.n - 5], WK_CAT_OFF, 20, false);
	}
}

static void
a_week_on_call_now_and_then_is_usual(void **state)
{
	(void)state;
	for (int k = 0; k < 10; k++) {
		page_a_week(3, 0);
		page_a_week(1, 9);
	}
	assert_int_equal(find(tell(&l)), 0);
}

static void
pages_every_week_are_told(void **state)
{
	(void)state;
	page_a_week(10, 1);
	page_a_week(4, 7);
	assert_int_equal(find(tell(&l)), 1);
	assert_string_equal(v[0].text, "your pages rose by 6 a week in week 33");
}

static void
half_a_week_is_not_judged_and_eight_are_needed(void **state)
{
	(void)state;
	live_weeks(&l, 7, 8, 7.5);
	live_weeks(&l, 1, 13, 5);
	assert_int_equal(find(tell(&l)), 0);
	life_fini(&l);
	life_init(&l);
	live_weeks(&l, 8, 8, 7.5);
	live(&l, 6, 15, 7.5);
	assert_int_equal(find(tell(&l)), 0);
	live(&l, 1, 15, 7.5);
	assert_int_equal(find(tell(&l)), 1);
}

static void
newest_first_and_never_more_than_asked(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	live_weeks(&l, 2, 8, 6);
	live_weeks(&l, 4, 12, 6);
	size_t i = tell(&l);
	assert_int_equal(find(i), 2);
	assert_string_equal(v[0].what, "hours");
	assert_string_equal(v[1].what, "sleep");
	assert_int_equal(wk_shift_find(&l.m, &l.s, i, &l.arena, v, 1), 1);
	assert_string_equal(v[0].what, "hours");
	assert_int_equal(wk_shift_find(&l.m, &l.s, i, &l.arena, v, 0), 0);
	assert_int_equal(wk_shift_recent(&l.m, &l.s, i, &l.arena, v), 2);
}

static void
after_eight_weeks_it_is_no_news(void **state)
{
	(void)state;
	live_weeks(&l, 10, 8, 7.5);
	live_weeks(&l, 9, 8, 6);
	size_t i = tell(&l);
	assert_int_equal(wk_shift_recent(&l.m, &l.s, i - 7, &l.arena, v), 1);
	assert_int_equal(wk_shift_recent(&l.m, &l.s, i - 1, &l.arena, v), 1);
	assert_int_equal(wk_shift_recent(&l.m, &l.s, i, &l.arena, v), 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_steady_year_is_seldom_told_a_change),
		T(a_true_change_is_told_within_four_weeks),
		T(shorter_nights_are_told_once_with_their_week),
		T(one_week_is_no_level_unless_it_is_far_off),
		T(back_again_is_a_change_of_its_own),
		T(leave_and_gaps_are_no_change),
		T(a_change_goes_on_over_leave),
		T(a_week_on_call_now_and_then_is_usual),
		T(pages_every_week_are_told),
		T(half_a_week_is_not_judged_and_eight_are_needed),
		T(newest_first_and_never_more_than_asked),
		T(after_eight_weeks_it_is_no_news),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
