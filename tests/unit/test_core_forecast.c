/* SPDX-License-Identifier: MIT */
/* Plans, what they lead to, and the questions asked the other way round. */
#include "test_core_random.h"

static struct wk_plan
own_plan(size_t i)
{
	struct wk_plan p;
	wk_plan_own(&p, &l.m, &l.s, i);
	return p;
}

static struct wk_plan
plan(size_t i, const char *text)
{
	struct wk_err err = { 0 };
	struct wk_plan p = own_plan(i);
	if (wk_plan_parse(&p, &l.m, text, &err) != WK_OK)
		fail_msg("%s: %s", text, err.msg);
	return p;
}

/* ---- the own week ---- */
static void
usual_is_the_median_weekday_of_four_weeks(void **state)
{
	(void)state;
	live_weeks(&l, 4, 8, 7);
	live(&l, 28, 6, 6);
	static const double mondays[] = { 10, 9, 3, 11 };
	for (size_t k = 0; k < 4; k++)
		l.days[28 + 7 * k].hours = mondays[k];
	struct wk_plan p = own_plan(tell(&l));
	same(p.hours[0], 9.5, "median of 10 9 3 11");
	same(p.low_h[0], 7.5, "lower quarter of 3 9 10 11");
	same(p.high_h[0], 10.25, "upper quarter of 3 9 10 11");
	same(p.hours[1], 6, "a Tuesday, not those of weeks before");
	same(p.sleep_h[3], 6, "sleep");
	assert_int_equal(p.weeks_known, 4);
	assert_true(p.is_own);
}

static void
leave_and_silence_are_not_usual(void **state)
{
	(void)state;
	live_weeks(&l, 3, 9, 7);
	for (int k = 0; k < 7; k++)
		live(&l, 1, 0, 9)->leave = WK_LEAVE_VACATION;
	struct wk_plan p = own_plan(tell(&l));
	same(p.hours[0], 9, "the three weeks before the leave");
	same(p.sleep_h[0], 7, "nights of leave do not count");
	assert_int_equal(p.weeks_known, 3);
}

static void
nothing_known_is_the_contract_without_a_night(void **state)
{
	(void)state;
	for (int k = 0; k < 28; k++)
		live(&l, 1, 0, NAN)->leave = WK_LEAVE_PARENTAL;
	struct wk_plan p = own_plan(tell(&l));
	same(p.hours[2], 8, "contract");
	same(p.hours[6], 0, "contract");
	same(p.sleep_h[2], NAN, "not known");
	assert_int_equal(p.weeks_known, 0);
}

static void
pages_and_calls_are_shares_of_usual_days(void **state)
{
	(void)state;
	live(&l, 28, 8, 7);
	for (size_t k = 0; k < 7; k++)
		l.days[k].is_oncall = true;
	page(&l, &l.days[7], WK_CAT_WOKE, 30, false);
	page(&l, &l.days[7], WK_CAT_BUSINESS, 30, false);
	l.days[9].has_short_rest = true;
	struct wk_plan p = own_plan(tell(&l));
	same(p.oncall_share, 7 / 28., "a week of four");
	same(p.woken, 1 / 28., "one waking");
	same(p.load[0], 7 / 4., "6 + 1 points on one of four Mondays");
	same(p.load[1], 0, "none on Tuesdays");
	same(p.short_rest_share, 1 / 28., "one short rest");
}

/* ---- days told one by one ---- */
static double
score_told(size_t i, const struct wk_planned *told, size_t n)
{
	struct wk_forecast f;
	struct wk_plan p = own_plan(i);
	p.told = told;
	p.told_count = n;
	wk_forecast_run(&f, &l.m, &l.s, i, &p, 7, WK_BAND_CALM,
	    &l.arena);
	return f.v[6].score;
}

static void
told_days_stand_over_the_week_and_unsaid_ones_do_not(void **state)
{
	(void)state;
	struct wk_planned told[2] = { { NAN, NAN, -1 }, { NAN, NAN, -1 } };
	live_weeks(&l, 4, 11, 6);
	for (size_t k = 0; k < 28; k++)
		l.days[k].is_oncall = true;
	for (size_t k = 0; k < 28; k += 2)
		page(&l, &l.days[k], WK_CAT_WOKE, 30, false);
	size_t i = tell(&l);
	double usual = score_told(i, NULL, 0);
	same(score_told(i, told, 2), usual, "nothing is said of them");
	told[1].hours = 0;
	assert_true(score_told(i, told, 2) < usual);
	told[1] = (struct wk_planned){ NAN, 9, -1 };
	assert_true(score_told(i, told, 2) < usual);
	told[1] = (struct wk_planned){ NAN, NAN, 0 };
	assert_true(score_told(i, told, 2) < usual);
	told[1].oncall = 1;
	same(score_told(i, told, 2), usual, "on call every day, as lately");
}

/* ---- words ---- */
static void
words_change_what_they_name(void **state)
{
	(void)state;
	live_weeks(&l, 8, 10, 6);
	size_t i = tell(&l);
	struct wk_plan p = plan(i, "45h, 6.5h-sleep 1-off 9-pages 10-rest");
	same(p.hours[0], 45 / 4., "spread over the working days that are left");
	same(p.hours[4], 0, "Friday is the last working day");
	same(p.hours[5], 0, "the weekend stays free");
	same(p.sleep_h[6], 6.5, "sleep");
	same(p.load[0], 2 * 2, "two of nine pages, 2 points each");
	same(p.load[2], 2, "one of nine");
	assert_int_equal(p.rest_days, 10);
	assert_false(p.is_own);
	p = plan(i, "2-off");
	same(p.hours[2], 10, "own hours stay");
	same(p.hours[3], 0, "Thursday off");
	same(p.sleep_h[0], 6, "own sleep stays");
	same(plan(i, "1-page").load[1], 0, "one page, on Monday");
}

static void
a_word_that_is_none_is_named(void **state)
{
	(void)state;
	static const struct { const char *text, *msg; } rows[] = {
		{ "45", "\"45\" is no part of a plan: " },
		{ "40h hello", "\"hello\" is no part of a plan: " },
		{ "h", "\"h\" is no part of a plan: " },
		{ "", "the plan is empty: " },
		{ " , ", "the plan is empty: " },
		{ "113h", "\"113h\": a number from 0 to 112" },
		{ "-3h", "\"-3h\" is no part of a plan: " },
		{ "1.5-off", "\"1.5-off\": a whole number from 0 to 7" },
		{ "4.5.1h", "\"4.5.1h\": a number from 0 to 112" },
		{ "25h-sleep", "\"25h-sleep\": a number from 0 to 24" },
		{ "40h 41h", "\"41h\": the plan says h twice" },
		{ "6-off", "6-off: the week has 5 working days" },
		{ "100h 1-off", "100h do not fit into 4 working days" },
		{ "8h 5-off", "8h do not fit into 0 working days" },
	};
	live_weeks(&l, 4, 8, 7);
	size_t i = tell(&l);
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		struct wk_err err = { 0 };
		struct wk_plan p = own_plan(i), before = p;
		assert_int_equal(wk_plan_parse(&p, &l.m, rows[k].text, &err),
		    WK_ERR_INPUT);
		assert_memory_equal(err.msg, rows[k].msg, strlen(rows[k].msg));
		assert_memory_equal(&p, &before, sizeof(p));
	}
}

/* ---- the forecast ---- */
/* History and the plan's days in one run, as if they had been logged. */
static struct wk_strain *
in_one_run(size_t i, double hours, double sleep_h, size_t n)
{
	struct wk_day *days = WK_ARENA_ARRAY(&l.arena, struct wk_day, i + 1 + n);
	struct wk_strain *out = WK_ARENA_ARRAY(&l.arena, struct wk_strain, i + 1 + n);
	memcpy(days, l.days, (i + 1) * sizeof(*days));
	for (size_t k = i + 1; k <= i + n; k++) {
		wk_day_clear(&days[k], days[0].d + (wk_date)k);
		days[k].hours = wk_date_weekday(days[k].d) < 5 ? hours / 5 : 0;
		days[k].sleep_h = sleep_h;
	}
	wk_strain_run(&l.m, days, i + 1 + n, &l.arena, out);
	return out + i + 1;
}

static void
a_forecast_is_the_recursion_gone_on(void **state)
{
	(void)state;
	for (int k = 0; k < 20; k++) {
		struct wk_forecast f;
		size_t end = random_life(&l, k), i = end - (size_t)(k % 9);
		struct wk_plan p = plan(i, "48h 6.25h-sleep 0-pages");
		p.oncall_share = p.short_rest_share = p.wakes = 0;
		wk_forecast_run(&f, &l.m, &l.s, i, &p, 90, WK_BAND_CALM, &l.arena);
		const struct wk_strain *want = in_one_run(i, 48, 6.25, 90);
		for (size_t d = 0; d < f.n; d++)
			if (memcmp(&f.v[d], &want[d], sizeof(*want)) != 0)
				fail_msg("life %d, day %zu: %f, not %f", k, d,
				    f.v[d].score, want[d].score);
	}
}

static void
a_plan_is_made_of_all_its_parts(void **state)
{
	(void)state;
	live_weeks(&l, 8, 8, 8);
	struct wk_forecast f;
	size_t i = tell(&l);
	struct wk_plan p = own_plan(i);
	p.oncall_share = 0.5;
	p.woken = 0.25;
	p.load[3] = 6;
	p.short_rest_share = 1 / 7.;
	wk_forecast_run(&f, &l.m, &l.s, i, &p, 28, WK_BAND_CALM, &l.arena);
	assert_int_equal(f.v[27].short_rests14, 2);
	assert_int_equal(f.v[27].rest_days14, 2);    /* of four, two were woken */
	double share = 0, load = 0;
	for (int d = 21; d < 28; d++)
		share += d % 2;
	for (int d = 0; d < 28; d++)
		load = load * exp(-.25) + (d % 7 == 3 ? 6 : 0);
	same(f.v[27].p[WK_PART_INCIDENTS], load + 5 * share / 7, "load and share");
	assert_true(f.v[27].sleep_chronic_h < 8);
}

static void
a_range_holds_the_score_and_is_no_narrower_than_now(void **state)
{
	(void)state;
	for (int k = 0; k < 60; k++) {
		struct wk_forecast f;
		size_t i = random_life(&l, k) - (size_t)(k % 12);
		const struct wk_strain *now = &l.s.strain[i];
		struct wk_plan p = own_plan(i);
		wk_forecast_run(&f, &l.m, &l.s, i, &p, 60, WK_BAND_CALM, &l.arena);
		for (size_t d = 0; d < f.n; d++) {
			double score = f.v[d].score;
			assert_true(f.low[d] <= score && score <= f.high[d]);
			assert_true(f.low[d] <= 0 ||
			    score - f.low[d] >= now->score - now->low - 1e-9);
			assert_true(f.high[d] >= 100 ||
			    f.high[d] - score >= now->high - now->score - 1e-9);
		}
	}
}

static void
equal_weeks_have_no_spread(void **state)
{
	(void)state;
	live_weeks(&l, 10, 9, 7);
	struct wk_forecast f;
	size_t i = tell(&l);
	struct wk_plan p = own_plan(i);
	wk_forecast_run(&f, &l.m, &l.s, i, &p, 28, WK_BAND_CALM, &l.arena);
	same(f.low[27], f.v[27].score, "low");
	same(f.high[27], f.v[27].score, "high");
}

/* ---- until ---- */
static void
until_is_the_first_day_in_the_band_for_good(void **state)
{
	(void)state;
	for (int k = 0; k < 40; k++) {
		struct wk_forecast f;
		enum wk_band goal = (enum wk_band)(k % 3);
		size_t i = random_life(&l, k);
		struct wk_plan p = plan(i, "40h 8h-sleep 0-pages");
		wk_forecast_run(&f, &l.m, &l.s, i, &p, 371, goal, &l.arena);
		assert_true(f.days_until >= 1);
		for (size_t d = (size_t)f.days_until - 1; d < f.n; d++)
			assert_true(f.v[d].band <= goal);
		if (f.days_until > 1)
			assert_true(f.v[f.days_until - 2].band > goal);
	}
}

static void
four_weeks_and_the_first_day_over_are_told(void **state)
{
	(void)state;
	struct wk_strain v[40] = { { .d = 0 } }, calm = { .band = WK_BAND_CALM },
	    watch = { .band = WK_BAND_WATCH };
	for (int k = 0; k < 40; k++)
		v[k] = (struct wk_strain){ .d = 100 + k,
			.band = k >= 30 ? WK_BAND_WATCH : WK_BAND_CALM };
	struct wk_forecast f = { .v = v, .n = 40 };
	assert_int_equal(wk_forecast_soon(&f)->d, 127);
	assert_int_equal(wk_forecast_over(&f, WK_BAND_CALM), 130);
	assert_int_equal(wk_forecast_over(&f, WK_BAND_WATCH), 139);
	assert_true(wk_forecast_stays_calm(&f, &calm));
	assert_false(wk_forecast_stays_calm(&f, &watch));
	v[27].band = WK_BAND_WATCH;
	assert_false(wk_forecast_stays_calm(&f, &calm));
	f.n = 3;
	assert_int_equal(wk_forecast_soon(&f)->d, 102);
	assert_int_equal(wk_forecast_over(&f, WK_BAND_CALM), 102);
}

static void
a_plan_that_leads_nowhere_has_no_day(void **state)
{
	(void)state;
	live_weeks(&l, 20, 12, 6);
	struct wk_forecast f;
	size_t i = tell(&l);
	struct wk_plan p = own_plan(i);
	wk_forecast_run(&f, &l.m, &l.s, i, &p, 371, WK_BAND_CALM, &l.arena);
	assert_int_equal(f.days_until, -1);
}

/* With nothing on the fast side the slow one alone falls, by e^(-t/70): no plan is sooner
 * under 25 points than when D is under 50; full rest is later by its fortnight at
 * most. */
static void
calm_comes_no_sooner_than_the_closed_form(void **state)
{
	(void)state;
	int checked = 0;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		struct wk_forecast f;
		size_t i = random_life(&l, k);
		double slow = l.s.strain[i].slow_sum;
		struct wk_plan p = plan(i, "0h 9h-sleep 0-pages");
		p.oncall_share = p.short_rest_share = p.wakes = 0;
		wk_forecast_run(&f, &l.m, &l.s, i, &p, 371, WK_BAND_CALM, &l.arena);
		double least = slow > 50 ? l.m.tau_down_d * log(slow / 50) : 0;
		assert_true(f.days_until >= least);
		if (slow > 50)
			checked++;
	}
	assert_true(checked >= 20);
}

static void
from_a_quiet_day_the_closed_form_is_the_answer(void **state)
{
	(void)state;
	live_weeks(&l, 30, 14, 5);
	live(&l, 21, 0, 9);          /* the fast side is empty at the end of this */
	struct wk_forecast f;
	size_t i = tell(&l);
	assert_true(l.s.strain[i].fast_sum < 1e-9);
	assert_true(l.s.strain[i].slow_sum > 50);
	struct wk_plan p = plan(i, "0h 9h-sleep 0-pages");
	wk_forecast_run(&f, &l.m, &l.s, i, &p, 371, WK_BAND_CALM, &l.arena);
	double t = l.m.tau_down_d * log(l.s.strain[i].slow_sum / 50);
	assert_int_equal(f.days_until, (int)ceil(t));
}

/* ---- the inverse ---- */
static const double limits[] = { 25, 50, 75 };

static double
score_with(size_t i, const char *text, size_t by)
{
	struct wk_forecast f;
	struct wk_plan p = plan(i, text);
	wk_forecast_run(&f, &l.m, &l.s, i, &p, by, WK_BAND_CALM, &l.arena);
	return f.v[by - 1].score;
}

static void
hours_fed_back_meet_the_goal_and_a_step_more_does_not(void **state)
{
	(void)state;
	int found = 0;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		size_t i = random_life(&l, k), by = 7 + (size_t)(k * 7) % 150;
		enum wk_band goal = (enum wk_band)(k % 3);
		struct wk_plan p = own_plan(i);
		double h = wk_solve_hours(&l.m, &l.s, i, &p, by, goal, &l.arena);
		char text[24], more[24];
		snprintf(text, sizeof(text), "%.1fh", isnan(h) ? 0 : isinf(h) ? 112 : h);
		snprintf(more, sizeof(more), "%.1fh", h + 0.1);
		double at = score_with(i, text, by);
		if (isnan(h) ? at < limits[goal] : at >= limits[goal])
			fail_msg("life %d: %s gives %f", k, text, at);
		if (isnan(h) || isinf(h))
			continue;
		found++;
		if (score_with(i, more, by) < limits[goal])
			fail_msg("life %d: %s too", k, more);
	}
	assert_true(found >= 60);
}

static void
rest_fed_back_meets_the_goal_and_a_day_less_does_not(void **state)
{
	(void)state;
	int found = 0;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		size_t i = random_life(&l, k), by = 7 + (size_t)(k * 7) % 150;
		enum wk_band goal = (enum wk_band)(k % 3);
		struct wk_plan p = own_plan(i);
		int n = wk_solve_rest(&l.m, &l.s, i, &p, by, goal, &l.arena);
		char text[24], less[24];
		snprintf(text, sizeof(text), "%d-rest", n < 0 ? (int)by : n);
		snprintf(less, sizeof(less), "%d-rest", n - 1);
		double at = score_with(i, text, by);
		if (n < 0 ? at < limits[goal] : at >= limits[goal])
			fail_msg("life %d: %s gives %f", k, text, at);
		if (n < 1)
			continue;
		found++;
		if (score_with(i, less, by) < limits[goal])
			fail_msg("life %d: %s too", k, less);
	}
	assert_true(found >= 40);
}

static void
answers_at_the_ends(void **state)
{
	(void)state;
	live_weeks(&l, 30, 14, 5);
	size_t i = tell(&l);
	struct wk_plan p = own_plan(i);
	assert_true(isnan(wk_solve_hours(&l.m, &l.s, i, &p, 7, WK_BAND_CALM, &l.arena)));
	assert_true(isinf(wk_solve_hours(&l.m, &l.s, i, &p, 7, WK_BAND_SEVERE,
	    &l.arena)));
	assert_int_equal(wk_solve_rest(&l.m, &l.s, i, &p, 7, WK_BAND_CALM, &l.arena), -1);
	assert_int_equal(wk_solve_rest(&l.m, &l.s, i, &p, 7, WK_BAND_SEVERE, &l.arena),
	    0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(usual_is_the_median_weekday_of_four_weeks),
		TEST(leave_and_silence_are_not_usual),
		TEST(nothing_known_is_the_contract_without_a_night),
		TEST(pages_and_calls_are_shares_of_usual_days),
		TEST(told_days_stand_over_the_week_and_unsaid_ones_do_not),
		TEST(words_change_what_they_name),
		TEST(a_word_that_is_none_is_named),
		TEST(a_forecast_is_the_recursion_gone_on),
		TEST(a_plan_is_made_of_all_its_parts),
		TEST(a_range_holds_the_score_and_is_no_narrower_than_now),
		TEST(equal_weeks_have_no_spread),
		TEST(until_is_the_first_day_in_the_band_for_good),
		TEST(four_weeks_and_the_first_day_over_are_told),
		TEST(a_plan_that_leads_nowhere_has_no_day),
		TEST(calm_comes_no_sooner_than_the_closed_form),
		TEST(from_a_quiet_day_the_closed_form_is_the_answer),
		TEST(hours_fed_back_meet_the_goal_and_a_step_more_does_not),
		TEST(rest_fed_back_meets_the_goal_and_a_day_less_does_not),
		TEST(answers_at_the_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
