/* SPDX-License-Identifier: MIT */
/* What a report counts in its period, which day its score is of, what stays not known. */
#include "test_core_life.h"

/* Of days from..to of the life, as seen on day `today`. */
static struct wk_report
report_on(int today, int from, int to)
{
	struct wk_report r;

	wk_series_init(&l.s, &l.m, l.days, l.n, MONDAY + today, &l.arena);
	wk_report_init(&r, "range", "a period", MONDAY + from, MONDAY + to, &l.m, &l.s,
	    &l.arena);
	return r;
}

static struct wk_report
report(int from, int to)
{
	return report_on(LIFE_DAYS, from, to);
}

static void
totals_are_of_the_days_that_are_known(void **state)
{
	(void)state;
	live(&l, 1, 8, 7);
	live(&l, 1, 0, 5.5);
	live(&l, 2, NAN, NAN);
	live(&l, 1, 9, NAN)->mood = 3;
	live(&l, 1, NAN, NAN)->mood = 3;
	struct wk_report r = report(0, 6);
	same(r.hours_total, 17, "hours");
	same(r.sleep_mean, 6.25, "mean");
	same(r.sleep_min, 5.5, "shortest");
	assert_true(r.coverage.hours == 3 && r.coverage.sleep == 2 &&
	    r.coverage.days == 4 && r.coverage.of == 7);
	assert_int_equal(r.n, 7);
	assert_string_equal(r.period, "a period");
	assert_int_equal(r.rest_days, 1);
}

static void
the_shortest_night_may_be_any(void **state)
{
	static const double h[] = { 6, 5, 7, 5.5 };

	(void)state;
	for (size_t i = 0; i < WK_LEN(h); i++)
		live(&l, 1, 8, h[i]);
	same(report(0, 3).sleep_min, 5, "in the middle");
	same(report(2, 3).sleep_min, 5.5, "at the end");
	same(report(1, 2).sleep_min, 5, "at the beginning");
}

static void
a_single_day_may_be_all_there_is(void **state)
{
	(void)state;
	live(&l, 1, 9, 8);
	struct wk_report r = report_on(0, 0, 0);
	assert_true(r.has_score && r.strain_known[0]);
	assert_int_equal(r.last->d, MONDAY);
	same(r.hours_total, 9, "hours");
	same(r.change, NAN, "no day before");
	r = report_on(1, 1, 1);
	same(r.change, 0, "since the only day");
}

static void
nothing_known_is_not_zero(void **state)
{
	(void)state;
	live(&l, 1, 8, 8);
	live(&l, 7, NAN, NAN);
	struct wk_report r = report(1, 7);
	same(r.hours_total, NAN, "hours");
	same(r.sleep_mean, NAN, "mean");
	same(r.sleep_min, NAN, "shortest night");
	same(r.shortest_rest_h, NAN, "shortest rest");
	assert_int_equal(r.coverage.days, 0);
	assert_true(r.has_score);
}

static void
days_outside_the_log_are_there_and_empty(void **state)
{
	(void)state;
	live(&l, 3, 8, 8);
	struct wk_report r = report(-2, 4);
	assert_int_equal(r.n, 7);
	for (int i = 0; i < 7; i++) {
		bool is_in = i >= 2 && i <= 4;

		assert_int_equal(r.days[i].d, MONDAY - 2 + i);
		assert_int_equal(r.strain_known[i], is_in);
		same(r.days[i].hours, is_in ? 8 : NAN, "hours");
	}
	same(r.change, NAN, "no day before");
	same(r.hours_mean4, NAN, "no weeks before");
	same(r.contribution_change[0], NAN, "no day before");
}

static void
the_score_is_of_the_last_day_with_an_entry(void **state)
{
	static const struct {
		int today, from, to, day;
		const char *why;
	} rows[] = {
		{ 99, 0, 6, 4, "the last one in the period that says something" },
		{ 99, 0, 3, 3, "not one after the period" },
		{ 99, 5, 6, 6, "none in it: the end of the period" },
		{ 99, 5, 40, 9, "the last of the log" },
		{ 99, 20, 40, 9, "all of it later" },
		{ 9, 7, 13, 8, "today is not over" },
		{ 9, 9, 13, 9, "but all there is" },
	};

	(void)state;
	live(&l, 5, 8, 8);
	live(&l, 2, NAN, NAN);
	live(&l, 2, 8, 8);
	live(&l, 1, NAN, 8);
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_report r = report_on(rows[i].today, rows[i].from, rows[i].to);

		if (!r.has_score || r.last->d != MONDAY + rows[i].day)
			fail_msg("%s: day %d", rows[i].why, (int)(r.last->d - MONDAY));
	}
}

static void
before_the_log_there_is_no_score(void **state)
{
	size_t n;

	(void)state;
	live(&l, 3, 8, 8);
	struct wk_report r = report(-9, -1);
	assert_false(r.has_score);
	assert_null(r.last);
	assert_int_equal(r.why_count, 0);
	wk_indicators(&n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(r.values[i].state, WK_STATE_INSUFFICIENT);
	l.n = 0;
	r = report(0, 6);
	assert_false(r.has_score);
	assert_int_equal(r.n, 7);
	assert_false(r.strain_known[0]);
}

static void
change_is_since_the_day_before_the_period(void **state)
{
	(void)state;
	live_weeks(&l, 5, 9, 7);
	live_weeks(&l, 1, 12, 6);
	struct wk_report r = report(35, 41);
	double sum = 0;
	same(r.change, l.s.strain[41].score - l.s.strain[34].score, "change");
	for (size_t k = 0; k < WK_PART_COUNT; k++)
		sum += r.contribution_change[k];
	same(sum, r.change, "its parts");
	same(r.hours_mean4, 45, "weeks before");
	assert_int_equal(r.why_count, WK_PART_COUNT);
	assert_int_equal(r.why[0].part, WK_PART_HOURS);
	same(r.values[0].value, 60, "week_hours of the last day");
}

static void
incidents_are_counted_by_what_is_known_of_them(void **state)
{
	(void)state;
	live(&l, 7, 8, 8);
	page(&l, &l.days[0], WK_CAT_WOKE, 600, false);
	struct wk_report r = report(1, 6);
	assert_int_equal(r.incident_count, 0);
	same(r.incident_minutes, 0, "none");
	page(&l, &l.days[2], WK_CAT_WOKE, NAN, false);
	r = report(1, 6);
	same(r.incident_minutes, NAN, "one, its minutes not told");
	page(&l, &l.days[2], WK_CAT_OFF, 20, true);
	page(&l, &l.days[3], WK_CAT_OFF, 25, false);
	r = report(1, 6);
	same(r.incident_minutes, 45, "minutes told");
	assert_true(r.incident_count == 3 && r.woke_count == 1 && r.noise_count == 1);
	assert_true(r.by_category[WK_CAT_OFF] == 2 && r.by_category[WK_CAT_WOKE] == 1 &&
	    r.by_category[WK_CAT_SLEEP] == 0 && r.by_category[WK_CAT_BUSINESS] == 0);
}

static void
rest_leave_and_shifts_are_counted(void **state)
{
	(void)state;
	live(&l, 7, 8, 8);
	l.days[1].rest_h = 12;
	l.days[2].rest_h = 10.9;
	l.days[3].has_short_rest = true;
	l.days[4].is_oncall = l.days[5].is_oncall = true;
	l.days[5].leave = WK_LEAVE_SICK;
	l.days[6].leave = WK_LEAVE_HOLIDAY;
	l.days[6].hours = 0;
	struct wk_report r = report(0, 6);
	same(r.shortest_rest_h, 10.9, "shortest rest");
	assert_int_equal(r.short_rests, 2);
	assert_int_equal(r.oncall_days, 2);
	assert_int_equal(r.leave_days, 2);
	assert_int_equal(r.worked_on_leave, 1);
	assert_int_equal(r.rest_days, 1);
}

static void
a_name_too_long_is_cut_and_a_period_backwards_is_empty(void **state)
{
	struct wk_report r;

	(void)state;
	live(&l, 3, 8, 8);
	tell(&l);
	wk_report_init(&r, "range", "2026-06-01..2026-06-03 and more than fits",
	    MONDAY + 2, MONDAY + 1, &l.m, &l.s, &l.arena);
	assert_string_equal(r.period, "2026-06-01..2026-06-03 ");
	assert_int_equal(r.n, 0);
	assert_int_equal(r.coverage.of, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(totals_are_of_the_days_that_are_known),
		T(the_shortest_night_may_be_any),
		T(a_single_day_may_be_all_there_is),
		T(nothing_known_is_not_zero),
		T(days_outside_the_log_are_there_and_empty),
		T(the_score_is_of_the_last_day_with_an_entry),
		T(before_the_log_there_is_no_score),
		T(change_is_since_the_day_before_the_period),
		T(incidents_are_counted_by_what_is_known_of_them),
		T(rest_leave_and_shifts_are_counted),
		T(a_name_too_long_is_cut_and_a_period_backwards_is_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
