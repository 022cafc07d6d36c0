/* SPDX-License-Identifier: MIT */
/* Each indicator: what it counts, from where it is over, and what it says where too
 * little is known. */
#include "test_core_life.h"

static struct wk_indicator_value
compute(const char *id)
{
	struct wk_indicator_value v;
	size_t last = tell(&l);

	wk_indicator_at(wk_indicator_find(id), &l.m, &l.s, last, &v);
	return v;
}

static void
expect(const char *id, enum wk_state state, double value, const char *note)
{
	struct wk_indicator_value v = compute(id);

	if (v.state != state)
		fail_msg("%s is %s, not %s: %s", id, wk_state_name(v.state),
		    wk_state_name(state), v.note);
	same(v.value, value, id);
	assert_string_equal(v.note, note);
}

/* ---- the table ---- */
static void
every_row_is_complete_and_found_by_its_id(void **state)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);

	(void)state;
	assert_true(n >= 8);
	for (size_t i = 0; i < n; i++) {
		assert_ptr_equal(wk_indicator_find(t[i].id), &t[i]);
		assert_true(*t[i].title && *t[i].unit && *t[i].source);
		assert_int_equal(t[i].meaning[strlen(t[i].meaning) - 1], '.');
	}
	assert_null(wk_indicator_find("nosuch"));
}

static void
a_day_without_anything_says_that_nothing_is_known(void **state)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);

	(void)state;
	live(&l, 1, NAN, NAN)->stress = 3;
	live(&l, 30, NAN, NAN);
	for (size_t i = 0; i < n; i++) {
		struct wk_indicator_value v = compute(t[i].id);

		assert_int_equal(v.state, WK_STATE_INSUFFICIENT);
		assert_true(isnan(v.value) && isnan(v.second));
		assert_non_null(strstr(v.note, "not enough data ("));
	}
}

/* ---- hours ---- */
static void
hours_are_over_from_48_on(void **state)
{
	(void)state;
	live_weeks(&l, 1, 48 / 5.0, 8);
	expect("week_hours", WK_STATE_OK, 48, "");
	live(&l, 5, 9.62, 8);
	expect("week_hours", WK_STATE_OVER, 48.1, "");
	live(&l, 2, 3.5, 8);
	expect("week_hours", WK_STATE_OVER, 55.1, "55 h or more");
}

static void
hours_have_the_four_weeks_before_beside_them(void **state)
{
	(void)state;
	live_weeks(&l, 1, 12, 8);
	live_weeks(&l, 2, 8, 8);
	live_weeks(&l, 2, 9, 8);
	live_weeks(&l, 1, 5, 8);
	expect("week_hours", WK_STATE_OK, 25, "mean of the 4 weeks before 42.5 h");
	same(compute("week_hours").second, 42.5, "beside");
}

static void
a_week_before_counts_from_four_known_days_on(void **state)
{
	(void)state;
	live(&l, 4, 12, 8);
	live(&l, 3, NAN, 8);
	live_weeks(&l, 1, 8, 8);
	expect("week_hours", WK_STATE_OK, 40, "mean of the 4 weeks before 56.0 h");
	l.days[3].hours = NAN;
	expect("week_hours", WK_STATE_OK, 40, "");
}

static void
hours_need_four_days_of_seven(void **state)
{
	(void)state;
	live(&l, 4, NAN, 8);
	live(&l, 3, 10, 8);
	expect("week_hours", WK_STATE_INSUFFICIENT, NAN, "not enough data (3 of 4 days)");
	l.days[3].hours = 10;
	expect("week_hours", WK_STATE_OVER, 64,
	    "4 of 7 days known, the rest estimated; 55 h or more");
}

static void
a_week_of_leave_has_no_hours_to_judge(void **state)
{
	(void)state;
	live_weeks(&l, 1, 8, 8);
	for (int i = 0; i < 7; i++)
		live(&l, 1, 0, 8)->leave = WK_LEAVE_VACATION;
	expect("week_hours", WK_STATE_NA, NAN, "on leave for the whole week");
	l.days[9].hours = 2;
	expect("week_hours", WK_STATE_OK, 2, "mean of the 4 weeks before 40.0 h");
}

/* ---- rest ---- */
static void
a_rest_is_short_under_11_hours(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		live(&l, 1, 8, 8)->rest_h = i == 0 ? NAN : 11;
	expect("daily_rest", WK_STATE_OK, 11, "shortest 11 h 00 of 2 known");
	struct wk_day *day = live(&l, 1, 8, 8);
	day->rest_h = 10.5;
	day->rest_interrupted = true;
	expect("daily_rest", WK_STATE_OVER, 10.5,
	    "1 rest under 11 h, shortest 10 h 30, 1 cut by a page");
	live(&l, 1, 8, 8)->has_short_rest = true;
	expect("daily_rest", WK_STATE_OVER, 10.5,
	    "2 rests under 11 h, shortest 10 h 30, 1 cut by a page");
	same(compute("daily_rest").second, 2, "how many");
}

static void
a_rest_said_to_be_short_has_no_length(void **state)
{
	(void)state;
	live(&l, 3, 8, 8)->has_short_rest = true;
	expect("daily_rest", WK_STATE_OVER, NAN, "1 rest under 11 h, length not known");
}

static void
rests_need_times_of_day(void **state)
{
	(void)state;
	live(&l, 5, 8, 8);
	expect("daily_rest", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (0 of 2 rests with times of day)");
	l.days[4].rest_h = 14;
	expect("daily_rest", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (1 of 2 rests with times of day)");
	l.days[3].rest_h = 13;
	expect("daily_rest", WK_STATE_OK, 13, "shortest 13 h 00 of 2 known");
}

static void
no_two_days_of_work_have_no_rest_between(void **state)
{
	(void)state;
	live(&l, 14, 0, 8);
	expect("daily_rest", WK_STATE_NA, NAN, "no two days of work in 14 days");
	live(&l, 8, NAN, 8);
	expect("daily_rest", WK_STATE_INSUFFICIENT, NAN, "not enough data (6 of 7 days)");
	l.days[15].hours = l.days[16].hours = 0;
	l.n = 21;
	expect("daily_rest", WK_STATE_NA, NAN, "no two days of work in 14 days");
}

static void
one_rest_is_enough_between_two_days_of_work(void **state)
{
	(void)state;
	live(&l, 1, 0.5, 8);
	live(&l, 1, 8, 8);
	expect("daily_rest", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (0 of 1 rest with times of day)");
	l.days[1].rest_h = 0;
	expect("daily_rest", WK_STATE_OVER, 0, "1 rest under 11 h, shortest 0 h 00");
	l.days[1].rest_h = 30;
	expect("daily_rest", WK_STATE_OK, 30, "shortest 30 h 00 of 1 known");
}

static void
rest_days_are_under_two_in_fourteen(void **state)
{
	(void)state;
	live(&l, 12, 8, 8);
	live(&l, 2, 0.9, 8);
	expect("rest_days", WK_STATE_OK, 2,
	    "longest run without one: 12 days; the last is this day");
	live(&l, 1, 1, 8);
	expect("rest_days", WK_STATE_OK, 2,
	    "longest run without one: 11 days; the last was the day before");
	live(&l, 12, 8, 8);
	expect("rest_days", WK_STATE_OVER, 1,
	    "longest run without one: 13 days; the last was 13 days before");
	live(&l, 1, 8, 8);
	expect("rest_days", WK_STATE_OVER, 0,
	    "longest run without one: 14 days; the last was 14 days before");
}

static void
a_waking_page_makes_no_rest_day(void **state)
{
	(void)state;
	live(&l, 13, 8, 8);
	page(&l, live(&l, 1, 0, 8), WK_CAT_WOKE, NAN, false);
	expect("rest_days", WK_STATE_OVER, 0, "none since the log began");
}

static void
days_not_logged_may_have_been_rest(void **state)
{
	(void)state;
	live(&l, 11, 8, 8);
	live(&l, 2, NAN, 8);
	live(&l, 1, 8, 8);
	expect("rest_days", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (12 of 14 days)");
	l.days[12].hours = 8;
	expect("rest_days", WK_STATE_OVER, 0, "none since the log began");
	l.days[0].hours = 0;
	l.days[11].hours = 8;
	expect("rest_days", WK_STATE_OVER, 1,
	    "longest run without one: 13 days; the last was 13 days before");
}

/* ---- sleep ---- */
static void
last_night_is_what_the_awakenings_leave(void **state)
{
	(void)state;
	live(&l, 1, 8, 8);
	expect("sleep_last", WK_STATE_OK, 8, "");
	live(&l, 1, 8, 7);
	expect("sleep_last", WK_STATE_OK, 7, "below 7.25 h, where points begin");
	live(&l, 1, 8, 7)->wakes = 2;
	expect("sleep_last", WK_STATE_OK, 6, "7.0 h asleep, less its awakenings");
	live(&l, 1, 8, 1)->wakes = 8;
	expect("sleep_last", WK_STATE_OVER, 0, "1.0 h asleep, less its awakenings");
	live(&l, 1, 8, NAN);
	expect("sleep_last", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (0 of 1 night)");
}

static void
chronic_sleep_needs_five_nights_of_seven(void **state)
{
	(void)state;
	live(&l, 60, 8, 5);
	live(&l, 3, 8, NAN);
	expect("sleep_chronic", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (4 of 5 nights)");
	l.days[61].sleep_h = 5;
	struct wk_indicator_value v = compute("sleep_chronic");
	assert_int_equal(v.state, WK_STATE_OVER);
	assert_true(v.value > 4.99 && v.value < 5.01);
	live(&l, 60, 8, 6.5);
	assert_int_equal(compute("sleep_chronic").state, WK_STATE_OK);
	assert_string_equal(compute("sleep_chronic").note,
	    "below 7.25 h, where points begin");
	live(&l, 60, 8, 8);
	assert_string_equal(compute("sleep_chronic").note, "");
}

/* ---- pages and on call ---- */
static void
pages_of_a_week_stand_beside_those_of_four(void **state)
{
	(void)state;
	live(&l, 10, 8, 8);
	page(&l, &l.days[2], WK_CAT_WOKE, 20, false);
	expect("pages", WK_STATE_OK, 0,
	    "1 in 28 days: 1 woke you, 20 min known, 0% needed no action");
	page(&l, &l.days[8], WK_CAT_OFF, NAN, true);
	page(&l, &l.days[8], WK_CAT_OFF, 10, true);
	expect("pages", WK_STATE_OK, 2,
	    "3 in 28 days: 1 woke you, 30 min known, 67% needed no action");
	same(compute("pages").second, 3, "28 days");
	live(&l, 20, 8, 8);
	same(compute("pages").second, 3, "28 days, the first of them with a page");
	live(&l, 1, 8, 8);
	same(compute("pages").second, 2, "28 days, that one is gone");
}

static void
no_page_needs_four_days_to_be_none(void **state)
{
	(void)state;
	live(&l, 3, 8, 8);
	expect("pages", WK_STATE_INSUFFICIENT, NAN, "not enough data (3 of 4 days)");
	live(&l, 1, NAN, NAN)->is_oncall = true;
	expect("pages", WK_STATE_OK, 0, "none in 28 days");
}

static void
on_call_is_a_share_of_the_days_known(void **state)
{
	(void)state;
	for (int i = 0; i < 13; i++)
		live(&l, 1, 8, 8)->is_oncall = i < 4;
	expect("oncall_share", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (13 of 14 days)");
	live(&l, 3, 8, 8);
	expect("oncall_share", WK_STATE_OK, 25, "4 of 16 known days");
	live(&l, 1, NAN, NAN)->is_oncall = true;
	same(compute("oncall_share").value, 100 * 5 / 17.0, "a shift alone is known");
	assert_int_equal(compute("oncall_share").state, WK_STATE_OVER);
	live(&l, 10, 8, 8);
	expect("oncall_share", WK_STATE_OK, 500 / 27.0, "5 of 27 known days");
	live(&l, 2, 8, 8);
	expect("oncall_share", WK_STATE_OK, 400 / 28.0, "4 of 28 known days");
	l.n = 27;
	l.days[20].is_oncall = l.days[21].is_oncall = true;
	expect("oncall_share", WK_STATE_OVER, 700 / 27.0, "7 of 27 known days");
}

static void
incident_work_is_a_share_of_the_hours(void **state)
{
	(void)state;
	live(&l, 14, 8, 8);
	page(&l, &l.days[3], WK_CAT_OFF, 56 * 60, false);
	expect("ops_share", WK_STATE_OK, 50, "56.0 h of 112.0 h worked");
	page(&l, &l.days[4], WK_CAT_OFF, 60, false);
	page(&l, &l.days[5], WK_CAT_OFF, NAN, false);
	struct wk_indicator_value v = compute("ops_share");
	assert_int_equal(v.state, WK_STATE_OVER);
	assert_string_equal(v.note, "57.0 h of 112.0 h worked, 1 page without minutes");
	page(&l, &l.days[5], WK_CAT_OFF, NAN, false);
	page(&l, &l.days[5], WK_CAT_OFF, NAN, false);
	expect("ops_share", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (2 of 3 pages with their minutes)");
}

static void
incident_work_of_days_without_hours_does_not_count(void **state)
{
	(void)state;
	live(&l, 14, 8, 8);
	page(&l, live(&l, 1, NAN, 8), WK_CAT_OFF, 600, false);
	expect("ops_share", WK_STATE_OK, 0, "0.0 h of 112.0 h worked");
	page(&l, &l.days[0], WK_CAT_OFF, 60, false);
	live(&l, 13, 8, 8);
	expect("ops_share", WK_STATE_OK, 100 / 216.0, "1.0 h of 216.0 h worked");
	live(&l, 1, 8, 8);
	expect("ops_share", WK_STATE_OK, 0, "0.0 h of 216.0 h worked");
}

static void
without_work_there_is_no_share_of_it(void **state)
{
	(void)state;
	live(&l, 13, 0, 8);
	expect("ops_share", WK_STATE_INSUFFICIENT, NAN,
	    "not enough data (13 of 14 days)");
	live(&l, 1, 0, 8);
	expect("ops_share", WK_STATE_NA, NAN, "no work in 28 days");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_row_is_complete_and_found_by_its_id),
		T(a_day_without_anything_says_that_nothing_is_known),
		T(hours_are_over_from_48_on),
		T(hours_have_the_four_weeks_before_beside_them),
		T(a_week_before_counts_from_four_known_days_on),
		T(hours_need_four_days_of_seven),
		T(a_week_of_leave_has_no_hours_to_judge),
		T(a_rest_is_short_under_11_hours),
		T(a_rest_said_to_be_short_has_no_length),
		T(rests_need_times_of_day),
		T(no_two_days_of_work_have_no_rest_between),
		T(one_rest_is_enough_between_two_days_of_work),
		T(rest_days_are_under_two_in_fourteen),
		T(a_waking_page_makes_no_rest_day),
		T(days_not_logged_may_have_been_rest),
		T(last_night_is_what_the_awakenings_leave),
		T(chronic_sleep_needs_five_nights_of_seven),
		T(pages_of_a_week_stand_beside_those_of_four),
		T(no_page_needs_four_days_to_be_none),
		T(on_call_is_a_share_of_the_days_known),
		T(incident_work_is_a_share_of_the_hours),
		T(incident_work_of_days_without_hours_does_not_count),
		T(without_work_there_is_no_share_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
