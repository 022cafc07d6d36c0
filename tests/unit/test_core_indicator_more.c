/* SPDX-License-Identifier: MIT */
/* Indicators of months, nights with times, load and what there is to spend: what they
 * count, from where they are over, what they lack. */
#include "test_core_life.h"

static struct wk_indicator_value
compute_at(const char *id, size_t i)
{
	struct wk_indicator_value v;

	tell(&l);
	wk_indicator_at(wk_indicator_find(id), &l.m, &l.s, i, &v);
	return v;
}

static void
expect_at(const char *id, size_t i, enum wk_state state, double value, const char *note)
{
	struct wk_indicator_value v = compute_at(id, i);

	if (v.state != state)
		fail_msg("%s is %s, not %s: %s", id, wk_state_name(v.state),
		    wk_state_name(state), v.note);
	same(v.value, value, id);
	assert_string_equal(v.note, note);
}

static void
expect(const char *id, enum wk_state state, double value, const char *note)
{
	expect_at(id, l.n - 1, state, value, note);
}

static void
on_leave(int days)
{
	for (; days > 0; days--)
		live(&l, 1, 0, 8)->leave = WK_LEAVE_VACATION;
}

static void
nights(int count, double bed_h, double wake_h)
{
	for (size_t k = l.n - (size_t)count; k < l.n; k++) {
		l.days[k].bed_h = bed_h;
		l.days[k].wake_h = wake_h;
	}
}

/* ---- 17 weeks ---- */
static void
seventeen_weeks_of_48_hours_are_the_limit(void **state)
{
	(void)state;
	live_weeks(&l, 17, 48 / 5.0, 8);
	expect("avg48", WK_STATE_OK, 48, "");
	l.days[0].hours += 0.1;
	expect("avg48", WK_STATE_OVER, 816.1 / 17, "");
	live(&l, 1, 9.6, 8);
	expect("avg48", WK_STATE_OK, 48, "");
}

static void
leave_shortens_the_reference_until_later_days_are_worked(void **state)
{
	(void)state;
	live_weeks(&l, 16, 10, 8);
	on_leave(7);
	expect("avg48", WK_STATE_OVER, 50, "5 days of leave left out");
	live(&l, 4, 8, 8);
	expect_at("avg48", 118, WK_STATE_OVER, 50, "5 days of leave left out");
	live(&l, 1, NAN, 8);
	live(&l, 1, 0, 8);
	live(&l, 1, 8, 8);
	expect_at("avg48", 118, WK_STATE_OVER, 840 / 17.0,
	    "5 days of leave left out");
	same(compute_at("avg48", 118).second, 5, "days");
}

static void
all_of_it_on_leave_is_no_reference(void **state)
{
	(void)state;
	on_leave(16 * 7);
	live_weeks(&l, 1, 8, 8);
	expect("avg48", WK_STATE_OK, 40, "80 days of leave left out");
	l.days[LIFE_DAYS - 1] = l.days[0];
	for (size_t k = 112; k < 119; k++)
		l.days[k].leave = WK_LEAVE_SICK;
	l.days[112].hours = 0;
	expect("avg48", WK_STATE_NA, NAN, "on leave for the whole period");
}

static void
a_short_reference_has_a_range(void **state)
{
	(void)state;
	live(&l, 27, 8, 8);
	expect("avg48", WK_STATE_INSUFFICIENT, NAN, "not enough data (27 of 28 days)");
	l.n = 0;
	live_weeks(&l, 4, 8, 8);
	expect("avg48", WK_STATE_OK, NAN, "between 9.4 and 40.0 h, 28 of 119 days known");
	l.n = 0;
	live_weeks(&l, 4, 10, 8);
	expect("avg48", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (28 of 84 days; between 11.8 and 50.0 h)");
	l.n = 0;
	live(&l, 83, 12, 8);
	expect("avg48", WK_STATE_OVER, NAN,
	    "between 58.6 and 84.0 h, 83 of 119 days known");
	live(&l, 1, 12, 8);
	expect("avg48", WK_STATE_OVER, 84, "84 of 119 days known, the rest estimated");
}

static void
days_not_known_are_like_their_weekday(void **state)
{
	(void)state;
	live_weeks(&l, 17, 9, 8);
	l.days[0].hours = l.days[5].hours = NAN;
	expect("avg48", WK_STATE_OK, 45, "117 of 119 days known, the rest estimated");
}

/* ---- nights ---- */
static void
a_debt_needs_ten_nights_and_grows_to_fourteen(void **state)
{
	(void)state;
	live(&l, 9, 8, 6);
	live(&l, 5, 8, NAN);
	expect("sleep_debt14", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (9 of 10 nights)");
	l.days[9].sleep_h = 10;
	expect("sleep_debt14", WK_STATE_OK, 18 * 1.4,
	    "from 10 of 14 nights; 24.6 h awake beyond 15.84 a day");
	live(&l, 14, 8, 6);
	expect("sleep_debt14", WK_STATE_OK, 28, "30.2 h awake beyond 15.84 a day");
}

static void
regularity_is_low_under_58(void **state)
{
	(void)state;
	live(&l, 8, 8, 8);
	nights(5, -1, 7);
	expect("sleep_regularity", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (4 of 5 pairs of nights with times)");
	nights(6, -1, 7);
	expect("sleep_regularity", WK_STATE_OK, 100,
	    "28 days; the last 7 have 100, half of people are over 81");
	for (size_t k = 2; k < 8; k += 2)
		l.days[k].bed_h += 2.52, l.days[k].wake_h += 2.52;
	expect("sleep_regularity", WK_STATE_OK, 58,
	    "28 days; the last 7 have 58, half of people are over 81");
	l.days[7].wake_h = 6.9;
	assert_int_equal(compute_at("sleep_regularity", 7).state, WK_STATE_OVER);
	live(&l, 7, 8, 8);
	assert_string_equal(compute_at("sleep_regularity", 14).note,
	    "28 days; half of people are over 81");
}

static void
jetlag_is_over_from_two_hours(void **state)
{
	(void)state;
	live_weeks(&l, 1, 8, 8);
	nights(7, -1, 7);
	expect("social_jetlag", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (2 of 3 nights with times before free days)");
	live_weeks(&l, 1, 8, 8);
	nights(7, -1, 7);
	nights(2, 1, 9);
	for (size_t k = 5; k < 7; k++)
		l.days[k].bed_h = 1, l.days[k].wake_h = 9;
	expect("social_jetlag", WK_STATE_OK, 2,
	    "10 nights before work, 4 before free days");
	nights(2, 1.2, 9.2);
	assert_int_equal(compute_at("social_jetlag", 13).state, WK_STATE_OVER);
	l.n = 0;
	live(&l, 2, 8, 8);
	nights(2, -1, 7);
	live(&l, 4, 0, 8);
	nights(4, -1, 7);
	expect("social_jetlag", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (2 of 3 nights with times before work)");
}

static void
alertness_needs_last_night_and_four_more(void **state)
{
	struct wk_indicator_value v;

	(void)state;
	live(&l, 5, 8, 8);
	nights(4, -1, 7);
	expect("alertness", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (4 of 5 nights with times)");
	nights(5, -1, 7);
	v = compute_at("alertness", 4);
	assert_int_equal(v.state, WK_STATE_OK);
	assert_true(v.value >= 0 && v.second >= 7 && v.second <= 23);
	assert_non_null(strstr(v.note, "most at "));
	live(&l, 1, 8, 8);
	expect("alertness", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (0 of 1 night with times)");
}

/* ---- load ---- */
static void
the_load_ratio_needs_20_days_of_28(void **state)
{
	(void)state;
	live(&l, 19, 8, 8);
	live(&l, 3, NAN, 8);
	expect("load_ratio", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (19 of 20 days)");
	live(&l, 1, 8, 8);
	expect("load_ratio", WK_STATE_OK, 1, "lately 8.0 h a day, before 8.0 h");
	live(&l, 1, 16, 8);
	expect("load_ratio", WK_STATE_OK, 10 / (8 + 16 / 29.0),
	    "lately 10.0 h a day, before 8.6 h");
	live(&l, 200, 0, 8);
	expect("load_ratio", WK_STATE_NA, NAN, "no work in 28 days");
}

static void
monotony_needs_all_seven_days(void **state)
{
	(void)state;
	live_weeks(&l, 1, 8, 8);
	expect("monotony", WK_STATE_OK, sqrt(2.5), "");
	same(compute_at("monotony", 6).second, 40 * sqrt(2.5), "strain");
	live(&l, 7, 8, 8);
	expect("monotony", WK_STATE_OK, 10, "flat: every day like the other");
	live(&l, 7, 0, 8);
	expect("monotony", WK_STATE_NA, NAN, "no work in 7 days");
	live(&l, 1, NAN, 8);
	expect("monotony", WK_STATE_INSUFFICIENT, NAN, "not enough data (6 of 7 days)");
}

static void
fatigue_needs_56_days_of_84(void **state)
{
	double fast = 1 - exp(-56 / 7.0), slow = 1 - exp(-56 / 42.0);

	(void)state;
	live(&l, 55, 8, 8);
	expect("fatigue", WK_STATE_INSUFFICIENT, NAN, "not enough data (55 of 56 days)");
	live(&l, 1, 8, 8);
	expect("fatigue", WK_STATE_OK, 8 * (fast - slow),
	    "weeks 8.0 h a day, months 5.9 h");
	live(&l, 2, NAN, 8);
	expect("fatigue", WK_STATE_OK, 8 * (fast - slow),
	    "weeks 8.0 h a day, months 5.9 h");
}

/* ---- to spend ---- */
static void
the_budget_needs_14_days_of_28(void **state)
{
	(void)state;
	live_weeks(&l, 1, 8, 8);
	live(&l, 6, 8, 8);
	expect("budget", WK_STATE_INSUFFICIENT, NAN, "not enough data (13 of 14 days)");
	l.n = 0;
	live_weeks(&l, 2, 8, 8);
	expect("budget", WK_STATE_OK, 0, "lately 0.0 times the even pace");
	live(&l, 60, 14, 4);
	struct wk_indicator_value v = compute_at("budget", l.n - 1);
	assert_int_equal(v.state, WK_STATE_OVER);
	assert_true(v.value > 100);
	assert_string_equal(v.note, "act today: 4.0 times the even pace for 3 days");
}

static void
a_check_holds_for_45_days(void **state)
{
	struct wk_indicator_value v;
	const struct wk_indicator *ind = wk_indicator_find("exhaustion");
	static const struct { wk_date at; double score; enum wk_state state; } want[] = {
		{ 10, 49, WK_STATE_OK }, { 10, 50, WK_STATE_OVER },
		{ 55, 60, WK_STATE_OVER }, { 56, 60, WK_STATE_INSUFFICIENT },
		{ 9, 60, WK_STATE_INSUFFICIENT }, { 20, NAN, WK_STATE_INSUFFICIENT } };

	(void)state;
	live(&l, 60, 8, 8);
	tell(&l);
	for (size_t k = 0; k < WK_LEN(want); k++) {
		l.s.exhaustion = want[k].score;
		l.s.exhaustion_d = MONDAY + 10;
		wk_indicator_at(ind, &l.m, &l.s, (size_t)want[k].at, &v);
		assert_int_equal(v.state, want[k].state);
	}
	assert_string_equal(v.note, "not enough data (0 of 3 answers in 45 days)");
	l.s.exhaustion = 60;
	wk_indicator_at(ind, &l.m, &l.s, 30, &v);
	assert_string_equal(v.note, "moderate, answered 2026-06-11");
}

static void
more_than_two_pages_in_a_shift_are_over(void **state)
{
	(void)state;
	live(&l, 3, 8, 8);
	expect("shift_load", WK_STATE_INSUFFICIENT, NAN, "not enough data (3 of 4 days)");
	live(&l, 4, 8, 8);
	expect("shift_load", WK_STATE_OK, 0, "");
	page(&l, &l.days[2], WK_CAT_OFF, 10, false);
	expect("shift_load", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (0 of 1 day whose pages have times)");
	l.days[2].shift_load = 2;
	expect("shift_load", WK_STATE_OK, 2, "");
	l.days[3].shift_load = 3;
	expect("shift_load", WK_STATE_OVER, 3, "");
	l.days[4].shift_load = -1;
	expect("shift_load", WK_STATE_OVER, 3, "");
	l.days[3].shift_load = 0;
	expect("shift_load", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (1 of 2 days whose pages have times)");
	live(&l, 5, 8, 8);
	expect("shift_load", WK_STATE_OK, 0, "");
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(seventeen_weeks_of_48_hours_are_the_limit),
		T(leave_shortens_the_reference_until_later_days_are_worked),
		T(all_of_it_on_leave_is_no_reference),
		T(a_short_reference_has_a_range),
		T(days_not_known_are_like_their_weekday),
		T(a_debt_needs_ten_nights_and_grows_to_fourteen),
		T(regularity_is_low_under_58),
		T(jetlag_is_over_from_two_hours),
		T(alertness_needs_last_night_and_four_more),
		T(the_load_ratio_needs_20_days_of_28),
		T(monotony_needs_all_seven_days),
		T(fatigue_needs_56_days_of_84),
		T(the_budget_needs_14_days_of_28),
		T(a_check_holds_for_45_days),
		T(more_than_two_pages_in_a_shift_are_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
