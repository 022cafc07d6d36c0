/* SPDX-License-Identifier: MIT */
/* Facts to days: which day, which hours, which night, which rest. */
#include "test_core_fold_fixture.h"

/* ---- which day ---- */
static void
a_moment_belongs_to_the_day_that_began_at_four(void **state)
{
	static const struct {
		int n;
		double h;
		int day;
		const char *why;
	} rows[] = {
		{ 1, 3.99, 0, "before four it is still yesterday" },
		{ 1, 4, 1, "at four the day begins" },
		{ 1, 23.99, 1, "the evening" },
		{ 1, 25.5, 1, "half past one in the night after" },
		{ -20000, 3.99, -20001, "before 1970, too" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (wk_fold_date(at(rows[i].n, rows[i].h), HOUR, 240) != MONDAY +
		    rows[i].day)
			fail_msg("%s", rows[i].why);
}

static void
a_sleep_belongs_to_the_day_it_ends(void **state)
{
	(void)state;
	assert_int_equal(wk_fold_sleep_date(at(1, 7), HOUR), MONDAY + 1);
	assert_int_equal(wk_fold_sleep_date(at(1, 0.5), HOUR), MONDAY + 1);
	assert_int_equal(wk_fold_sleep_date(at(1, 18), HOUR), MONDAY + 1);
	assert_int_equal(wk_fold_sleep_date(at(1, 18.1), HOUR), MONDAY + 2);
}

/* ---- work ---- */
static void
work_past_midnight_is_yesterdays_until_four(void **state)
{
	const struct wk_day *d = FOLD(work(0, 22, 29));

	(void)state;
	same(d[0].hours, 6);
	same(d[1].hours, 1);
	same(d[2].hours, NAN);
}

static void
a_change_of_clocks_does_not_change_what_was_worked(void **state)
{
	static const struct {
		double utc_from, utc_to;
		int32_t off_from, off_to;
		double h;
		const char *why;
	} rows[] = {
		{ 0.5, 1.5, HOUR, 2 * HOUR, 1, "01:30-03:30 where 02:00 becomes 03:00" },
		{ -0.5, 2.5, 2 * HOUR, HOUR, 3, "01:30-03:30 where 03:00 becomes 02:00" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_fact f = work(1, 1 + rows[i].utc_from, 1 + rows[i].utc_to);
		f.off_start = rows[i].off_from;
		f.off_end = rows[i].off_to;
		same(FOLD(f)[0].hours, rows[i].h);
	}
}

static void
two_tools_that_saw_the_same_hour_count_it_once(void **state)
{
	struct wk_fact mine = work(0, 9, 12), toggl = told(work(0, 10, 14), 1, "toggl");
	struct wk_fact jira = told(work(0, 11, 13), 2, "jira");

	(void)state;
	same(FOLD(toggl, mine, jira)[0].hours, 5);
}

static void
passive_sources_fill_only_days_that_nothing_else_tells(void **state)
{
	struct wk_fact wakatime = told(work(0, 8, 18), 4, "wakatime");
	struct wk_fact afk = told(lasting(work(0, 8, 18), 10), 4, "activitywatch");
	struct wk_fact jira = told(lasting(work(0, 8, 9), 6), 2, "jira");

	(void)state;
	same(FOLD(wakatime)[0].hours, 10);
	same(FOLD(wakatime, work(0, 9, 12))[0].hours, 3);
	same(FOLD(wakatime, jira)[0].hours, 6);
	same(FOLD(afk, work(0, 9, 12))[0].hours, 3);
	same(FOLD(afk)[0].hours, 10);
}

static void
lengths_without_times_count_where_they_say_more(void **state)
{
	struct wk_fact four = told(lasting(work(0, 9, 10), 4), 2, "jira");
	struct wk_fact two = told(lasting(work(0, 9, 10), 2), 2, "jira");
	struct wk_fact less = told(lasting(work(0, 9, 10), -0.5), 1, "klog");

	(void)state;
	same(FOLD(four, two)[0].hours, 6);
	same(FOLD(four, two, work(0, 9, 17))[0].hours, 8);
	same(FOLD(four, two, work(0, 9, 12))[0].hours, 6);
	same(FOLD(less, told(work(0, 9, 17), 1, "klog"))[0].hours, 7.5);
	same(FOLD(less)[0].hours, NAN);
}

static void
an_open_or_empty_interval_counts_nothing(void **state)
{
	struct wk_fact open = work(0, 9, 10), empty = work(0, 9, 9);

	(void)state;
	open.end = WK_TIME_NONE;
	same(FOLD(open, empty)[0].hours, NAN);
}

static void
typed_totals_stand_over_intervals(void **state)
{
	struct wk_fact v[] = { work(0, 9, 17), slept(0, 0, 6) };
	struct wk_typed t = nothing_typed();

	(void)state;
	t.break_h = 0.75;
	same(fold(v, 2, &t)[0].hours, 7.25);
	t.hours = 9;
	t.sleep_h = 7;
	const struct wk_day *d = fold(v, 2, &t);
	same(d[0].hours, 9);
	same(d[0].sleep_h, 7);
	v[0] = lasting(v[0], 8);
	t.hours = NAN;
	same(fold(v, 2, &t)[0].hours, 8);  /* a break comes off intervals only */
	same(fold(NULL, 0, &t)[0].hours, NAN);
}

/* ---- sleep ---- */
static void
one_source_tells_a_night(void **state)
{
	struct wk_fact watch = told(slept(1, -1, 7), 1, "watch");
	struct wk_fact phone = told(slept(1, -0.5, 6.5), 1, "phone");
	struct wk_fact first = told(slept(1, -1, 2), 1, "watch");
	struct wk_fact second = told(slept(1, 2.5, 7), 1, "watch");
	struct wk_fact nap = told(slept(1, 13, 14), 1, "watch");

	(void)state;
	same(FOLD(watch, phone)[1].sleep_h, 8);
	same(FOLD(first, second)[1].sleep_h, 7.5);
	same(FOLD(first, second, phone)[1].sleep_h, 7.5);
	same(FOLD(watch, slept(1, 0, 6))[1].sleep_h, 6);  /* by hand before a device */
	same(FOLD(watch, nap, phone)[1].sleep_h, 9);
	same(FOLD(watch)[0].sleep_h, NAN);
}

/* Two exports of one night, a table and its maker's JSON: an hour awake, not two. */
static void
a_night_exported_twice_is_awake_once(void **state)
{
	(void)state;
	struct wk_fact table = told(slept(1, 0, 8), 1, "fitbit"), json = table;
	table.dur_h = json.dur_h = 7;
	same(FOLD(table, json)[1].sleep_h, 7);
}

static void
what_a_device_saw_awake_is_no_sleep(void **state)
{
	struct wk_fact ring = told(slept(1, -1, 7), 1, "ring");
	struct wk_fact phone = told(slept(1, -0.5, 6.75), 1, "phone");
	struct wk_fact none = ring;
	ring.dur_h = 7.2;
	none.dur_h = 0;

	(void)state;
	same(FOLD(ring)[1].sleep_h, 7.2);
	same(FOLD(ring)[1].bed_h, -1);
	same(FOLD(ring, phone)[1].sleep_h, 7.25);
	same(FOLD(none)[1].sleep_h, 0);
}

static void
lengths_and_times_of_one_tool_add_up(void **state)
{
	struct wk_fact timed = told(work(1, 9, 12), 1, "klog");
	struct wk_fact length = told(lasting(work(1, 9, 10), 2), 1, "klog");
	struct wk_fact less = told(lasting(work(1, 9, 10), -0.5), 1, "klog");
	struct wk_fact other = told(lasting(work(1, 9, 10), 2), 1, "harvest");

	(void)state;
	same(FOLD(timed, length)[1].hours, 5);
	same(FOLD(timed, length, less)[1].hours, 4.5);
	same(FOLD(timed, less)[1].hours, 2.5);
	same(FOLD(timed, other)[1].hours, 3);
	same(FOLD(work(1, 9, 12), lasting(work(1, 9, 10), 2))[1].hours, 3);
}

static void
a_devices_length_does_not_stand_over_a_typed_night(void **state)
{
	struct wk_fact device = told(lasting(slept(1, 0, 7), 7.4), 1, "fitbit");

	(void)state;
	same(FOLD(device)[1].sleep_h, 7.4);
	same(FOLD(device, slept(1, -1, 6))[1].sleep_h, 7);
	same(FOLD(device, slept(1, 13, 14))[1].sleep_h, 7.4);  /* that was a nap */
	same(FOLD(device, lasting(slept(1, 0, 7), 6))[1].sleep_h, 6);
}

/* ---- rest ---- */
static void
a_short_rest_is_told_on_the_later_day(void **state)
{
	static const struct {
		double end, page, next, rest;
		bool is_short, is_cut;
		const char *why;
	} rows[] = {
		{ 18, 0, 33, 15, false, false, "an evening" },
		{ 22.5, 0, 32, 9.5, true, false, "a late deploy" },
		{ 22, 0, 33, 11, false, false, "eleven hours to the minute" },
		{ 26, 0, 33, 7, true, false, "past midnight" },
		{ 18, 27, 33, 5.5, true, true, "a page at three, half an hour" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_fact p = page(0, rows[i].page, 30);
		const struct wk_day *d = rows[i].page > 0 ?
		    FOLD(work(0, 9, rows[i].end), p, work(0, rows[i].next, 41)) :
		    FOLD(work(0, 9, rows[i].end), work(0, rows[i].next, 41));
		if (d[0].has_short_rest || !isnan(d[0].rest_h) ||
		    d[1].has_short_rest != rows[i].is_short ||
		    d[1].rest_interrupted != rows[i].is_cut ||
		    fabs(d[1].rest_h - rows[i].rest) > 1e-9)
			fail_msg("%s", rows[i].why);
	}
}

static void
noise_and_days_off_are_no_short_rest(void **state)
{
	struct wk_fact noise = page(1, 3, 30);
	const struct wk_day *d;

	(void)state;
	noise.noise = 1;
	d = FOLD(work(0, 9, 18), noise, work(1, 9, 17));
	same(d[1].rest_h, 15);
	assert_false(d[1].rest_interrupted);
	d = FOLD(work(0, 9, 18), work(2, 9, 17));
	same(d[2].rest_h, NAN);
	assert_false(d[2].has_short_rest);
}

static void
a_typed_short_rest_stands(void **state)
{
	struct wk_fact v[] = { work(-1, 9, 23.5), work(0, 9, 17) };
	struct wk_typed t = nothing_typed();

	(void)state;
	assert_true(fold(v, 2, &t)[0].has_short_rest);
	t.short_rest = 0;
	assert_false(fold(v, 2, &t)[0].has_short_rest);
}

/* ---- on call, leave, check-in ---- */
static void
shifts_and_leave_cover_their_days(void **state)
{
	struct wk_fact leave = fact(WK_KIND_LEAVE, 1, 0, 48);
	const struct wk_day *d;

	(void)state;
	leave.leave = WK_LEAVE_SICK;
	d = FOLD(fact(WK_KIND_ONCALL, 0, 9, 33), leave, work(2, 9, 10));
	assert_true(d[0].is_oncall && d[1].is_oncall && !d[2].is_oncall);
	assert_int_equal(d[0].leave, WK_LEAVE_NONE);
	assert_int_equal(d[1].leave, WK_LEAVE_SICK);
	assert_int_equal(d[2].leave, WK_LEAVE_SICK);
	assert_int_equal(d[3].leave, WK_LEAVE_NONE);
	same(d[1].hours, 0);    /* absence is known */
	same(d[2].hours, 1);    /* and work on it is not lost */
}

static void
what_was_typed_for_the_day_is_taken(void **state)
{
	struct wk_fact v[] = { fact(WK_KIND_ONCALL, 0, 9, 17) };
	struct wk_typed t = nothing_typed();

	(void)state;
	t.oncall = 0;
	t.wakes = 2;
	t.energy = 3;
	t.stress = 4;
	t.leave = WK_LEAVE_HOLIDAY;
	const struct wk_day *d = fold(v, 1, &t);
	assert_false(d[0].is_oncall);
	assert_int_equal(d[0].wakes, 2);
	assert_int_equal(d[0].energy, 3);
	assert_int_equal(d[0].stress, 4);
	assert_int_equal(d[0].mood, 0);
	assert_int_equal(d[0].leave, WK_LEAVE_HOLIDAY);
	same(d[0].hours, 0);
	same(d[0].sleep_h, NAN);
}

/* A fact changes no day outside its span: folded with and without it, the rest agrees. */
static void
the_span_of_a_fact_holds_every_change(void **state)
{
	struct wk_fact base[] = { work(-1, 9, 23), slept(0, 0, 7), work(0, 9, 18),
		page(1, 3, 20), work(1, 8, 17), slept(2, -1, 7), page(2, 2, 20),
		page(2, 2.5, 20), work(2, 9, 25) };
	const struct wk_fact extra[] = { work(0, 20, 30), work(1, 1, 3),
		slept(1, -1.5, 6), slept(2, 7.5, 9), page(0, 23, 30), page(1, 4.5, 30),
		page(2, 1.7, 30), fact(WK_KIND_ONCALL, 0, 9, 50),
		    fact(WK_KIND_LEAVE, 1, 0, 24) };
	const size_t n = WK_LEN(base);
	struct wk_fact all[FACTS];
	struct wk_fold_rules r;

	(void)state;
	wk_fold_rules_defaults(&r);
	memcpy(all, base, sizeof(base));
	for (size_t i = 0; i < WK_LEN(extra); i++) {
		wk_date lo, hi;
		all[n] = extra[i];
		wk_fold_span(&extra[i], &r, &lo, &hi);
		const struct wk_day *was = fold(base, n, NULL),
		    *is = fold(all, n + 1, NULL);
		for (int k = 0; k < 4; k++) {
			if (MONDAY + k >= lo && MONDAY + k <= hi)
				continue;
			same(is[k].hours, was[k].hours);
			same(is[k].sleep_h, was[k].sleep_h);
			same(is[k].rest_h, was[k].rest_h);
			assert_int_equal(is[k].is_oncall, was[k].is_oncall);
			assert_int_equal(is[k].leave, was[k].leave);
			assert_int_equal(is[k].incident_count, was[k].incident_count);
			for (size_t j = 0; j < is[k].incident_count; j++)
				assert_int_equal(is[k].incidents[j].cat,
				    was[k].incidents[j].cat);
		}
	}
}

/* What the store folds again after a change is a day or two of many. */
static void
a_day_folded_alone_is_the_day_among_others(void **state)
{
	const struct wk_fact v[] = { work(-1, 9, 26), slept(0, 3, 7), work(0, 9, 29),
		slept(1, 6, 11), page(1, 8, 20), work(1, 12, 23), page(2, 3, 15),
		work(2, 8, 30), slept(3, -1, 6), page(3, 2, 20), page(3, 2.5, 20),
		work(3, 16, 17) };
	const struct wk_day *all = fold(v, WK_LEN(v), NULL);
	const struct wk_typed *typed[1] = { NULL };
	struct wk_fold_rules r;

	(void)state;
	wk_fold_rules_defaults(&r);
	for (int k = 0; k < 4; k++) {
		struct wk_day one;
		wk_fold_days(v, WK_LEN(v), typed, &r, MONDAY + k, MONDAY + k, arena,
		    &one);
		same(one.hours, all[k].hours);
		same(one.sleep_h, all[k].sleep_h);
		assert_true(one.rest_h >= 0);
		same(one.rest_h, all[k].rest_h);
		assert_int_equal(one.has_short_rest, all[k].has_short_rest);
		assert_int_equal(one.rest_interrupted, all[k].rest_interrupted);
		assert_int_equal(one.incident_count, all[k].incident_count);
		for (size_t j = 0; j < one.incident_count; j++)
			assert_int_equal(one.incidents[j].cat, all[k].incidents[j].cat);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_moment_belongs_to_the_day_that_began_at_four),
		T(a_sleep_belongs_to_the_day_it_ends),
		T(work_past_midnight_is_yesterdays_until_four),
		T(a_change_of_clocks_does_not_change_what_was_worked),
		T(two_tools_that_saw_the_same_hour_count_it_once),
		T(passive_sources_fill_only_days_that_nothing_else_tells),
		T(lengths_without_times_count_where_they_say_more),
		T(an_open_or_empty_interval_counts_nothing),
		T(typed_totals_stand_over_intervals),
		T(one_source_tells_a_night),
		T(what_a_device_saw_awake_is_no_sleep),
		T(a_night_exported_twice_is_awake_once),
		T(lengths_and_times_of_one_tool_add_up),
		T(a_devices_length_does_not_stand_over_a_typed_night),
		T(a_short_rest_is_told_on_the_later_day),
		T(noise_and_days_off_are_no_short_rest),
		T(a_typed_short_rest_stands),
		T(shifts_and_leave_cover_their_days),
		T(what_was_typed_for_the_day_is_taken),
		T(the_span_of_a_fact_holds_every_change),
		T(a_day_folded_alone_is_the_day_among_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
