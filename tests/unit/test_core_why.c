/* SPDX-License-Identifier: MIT */
/* Why the score is what it is: every phrase, their order, and that the points add up. */
#include "test_core_life.h"

static const char *
text_of(const struct wk_why *v, size_t n, enum wk_part part)
{
	for (size_t k = 0; k < n; k++)
		if (v[k].part == part)
			return v[k].text;
	return "(left out)";
}

/* The phrase for the level on the last day; valid until the next call. */
static const char *
level(enum wk_part part)
{
	static struct wk_why v[WK_PART_COUNT];
	size_t last = tell(&l);

	return text_of(v, wk_why_levels(&l.m, &l.s, last, v), part);
}

static const char *
change(enum wk_part part)
{
	static struct wk_why v[WK_PART_COUNT];
	size_t last = tell(&l);

	return text_of(v, wk_why_changes(&l.m, &l.s, last, v), part);
}

/* ---- levels ---- */
static void
hours_say_how_far_over_and_how_much_is_known(void **state)
{
	(void)state;
	live_weeks(&l, 1, 8, 8);
	assert_string_equal(level(WK_PART_HOURS),
	    "40.0 h in the last 7 days, not over 40");
	live(&l, 1, 12.5, 8);
	assert_string_equal(level(WK_PART_HOURS),
	    "44.5 h in the last 7 days, 4.5 over 40");
	live(&l, 1, NAN, 8);
	assert_string_equal(level(WK_PART_HOURS),
	    "44.5 h in the last 7 days (6 known), 4.5 over 40");
}

static void
a_held_day_tells_of_the_last_day_counted(void **state)
{
	(void)state;
	live_weeks(&l, 3, 10, 8);
	live(&l, 30, NAN, NAN);
	assert_string_equal(level(WK_PART_HOURS),
	    "50.0 h in the last 7 days (0 known), 10.0 over 40");
	assert_string_equal(level(WK_PART_REST),
	    "4 rest days of 4 in 14 days (7 known), 0 short rests");
	assert_string_equal(change(WK_PART_HOURS), "held, nothing logged");
}

static void
rest_counts_one_as_one(void **state)
{
	(void)state;
	live(&l, 13, 8, 8);
	live(&l, 1, 0, 8)->has_short_rest = true;
	assert_string_equal(level(WK_PART_REST),
	    "1 rest day of 4 in 14 days, 1 short rest");
	live(&l, 1, 0, 8)->has_short_rest = true;
	assert_string_equal(level(WK_PART_REST),
	    "2 rest days of 4 in 14 days, 2 short rests");
}

static void
sleep_says_where_points_begin(void **state)
{
	(void)state;
	live(&l, 1, 8, 8);
	l.m.sleep_need_h = 7.5;
	assert_string_equal(level(WK_PART_SLEEP),
	    "chronic sleep 7.6 h, points begin below 6.75");
}

static void
incidents_stop_at_their_cap(void **state)
{
	(void)state;
	live(&l, 7, 8, 8);
	assert_string_equal(level(WK_PART_INCIDENTS),
	    "incident load 0.0, on call 0 of 7 days");
	l.days[5].is_oncall = l.days[6].is_oncall = true;
	page(&l, &l.days[6], WK_CAT_WOKE, 30, false);
	assert_string_equal(level(WK_PART_INCIDENTS),
	    "incident load 6.0, on call 2 of 7 days");
	live(&l, 5, 8, 8);
	assert_string_equal(level(WK_PART_INCIDENTS),
	    "incident load 1.7, on call 2 of 7 days");
	live(&l, 1, 8, 8);
	assert_string_equal(level(WK_PART_INCIDENTS),
	    "incident load 1.3, on call 1 of 7 days");
	l.n = 7;
	for (int i = 0; i < 9; i++)
		page(&l, &l.days[6], WK_CAT_WOKE, 30, false);
	assert_string_equal(level(WK_PART_INCIDENTS),
	    "incident load at its cap of 40, on call 2 of 7 days");
}

static void
a_check_in_grows_old(void **state)
{
	(void)state;
	live(&l, 1, 8, 8);
	assert_string_equal(level(WK_PART_CHECKIN), "no check-in yet");
	struct wk_day *day = live(&l, 1, 8, 8);
	day->energy = 2;
	day->mood = 4;
	assert_string_equal(level(WK_PART_CHECKIN),
	    "check-in of the day, energy 2, mood 4");
	live(&l, 1, 8, 8);
	assert_string_equal(level(WK_PART_CHECKIN),
	    "check-in 1 day back, energy 2, mood 4");
	live(&l, 26, 8, 8);
	assert_string_equal(level(WK_PART_CHECKIN),
	    "check-in 27 days back, energy 2, mood 4");
	live(&l, 1, 8, 8);
	assert_string_equal(level(WK_PART_CHECKIN), "the last check-in is 28 days back");
	live(&l, 1, 8, 8)->stress = 5;
	assert_string_equal(level(WK_PART_CHECKIN), "check-in of the day, stress 5");
	live(&l, 1, 8, 8)->energy = 1;
	assert_string_equal(level(WK_PART_CHECKIN), "check-in of the day, energy 1");
	live(&l, 1, 8, 8)->mood = 1;
	assert_string_equal(level(WK_PART_CHECKIN), "check-in of the day, mood 1");
}

/* ---- changes ---- */
static void
changes_name_what_moved(void **state)
{
	(void)state;
	live_weeks(&l, 2, 9, 8);
	live(&l, 1, 13, 6);
	assert_string_equal(change(WK_PART_HOURS), "49.0 h in 7 days, was 45.0");
	assert_string_equal(change(WK_PART_REST), "(left out)");
	live(&l, 5, 13, 4);
	assert_string_equal(change(WK_PART_SLEEP), "slept 4.0 h, chronic 5.8 h");
	assert_string_equal(change(WK_PART_REST),
	    "3 rest days of 4 in 14 days, 0 short rests");
	live(&l, 1, 13, NAN);
	assert_string_equal(change(WK_PART_SLEEP),
	    "no sleep logged, chronic 6.1 h");
}

static void
pages_are_named_on_their_day_and_fade_after_it(void **state)
{
	(void)state;
	live_weeks(&l, 2, 8, 8);
	struct wk_day *day = live(&l, 1, 8, 8);
	day->is_oncall = true;
	page(&l, day, WK_CAT_OFF, 30, false);
	assert_string_equal(change(WK_PART_INCIDENTS), "1 page");
	page(&l, day, WK_CAT_WOKE, 30, false);
	assert_string_equal(change(WK_PART_INCIDENTS), "2 pages, 1 woke you");
	live(&l, 1, 8, 8);
	assert_string_equal(change(WK_PART_INCIDENTS),
	    "earlier pages fade, on call 1 of 7");
}

static void
the_slow_half_moves_alone(void **state)
{
	(void)state;
	live_weeks(&l, 2, 10, 8);
	live(&l, 1, 10, 8);
	assert_string_equal(change(WK_PART_HOURS), "earlier hours add up");
	live_weeks(&l, 2, 0, 8);
	assert_string_equal(change(WK_PART_HOURS), "earlier hours fade");
}

static void
a_first_day_has_no_change_and_no_day_no_level(void **state)
{
	struct wk_why v[WK_PART_COUNT];

	(void)state;
	live(&l, 1, 16, 3);
	tell(&l);
	assert_int_equal(wk_why_changes(&l.m, &l.s, 0, v), 0);
	assert_int_equal(wk_why_changes(&l.m, &l.s, 1, v), 0);
	assert_int_equal(wk_why_levels(&l.m, &l.s, 0, v), WK_PART_COUNT);
	assert_int_equal(wk_why_levels(&l.m, &l.s, 1, v), 0);
}

/* ---- sums ---- */
static unsigned
rnd(uint64_t *seed, unsigned below)
{
	*seed = *seed * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(*seed >> 33) % below;
}

static void
live_by_chance(uint64_t *seed)
{
	while (l.n < LIFE_DAYS) {
		double hours = rnd(seed, 13), sleep_h = 4 + rnd(seed, 5);
		struct wk_day *day = rnd(seed, 40) ? live(&l, 1, hours, sleep_h) :
		    live(&l, (int)WK_MIN(1 + rnd(seed, 20), LIFE_DAYS - l.n), NAN, NAN);

		if (rnd(seed, 5) == 0)
			page(&l, day, (enum wk_category)rnd(seed, 4), rnd(seed, 90),
			    false);
		day->energy = rnd(seed, 3) ? 0 : 1 + (int)rnd(seed, 5);
		day->has_short_rest = rnd(seed, 9) == 0;
	}
}

static int
tenths_of(const struct wk_strain *x, int parts[WK_PART_COUNT])
{
	return wk_strain_round(x->contribution, x->score, parts);
}

static void
levels_and_changes_add_up_day_after_day(void **state)
{
	uint64_t seed = 7;
	int was[WK_PART_COUNT] = { 0 }, now[WK_PART_COUNT], before = 0;

	(void)state;
	live_by_chance(&seed);
	tell(&l);
	for (size_t i = 0; i < l.s.n; i++) {
		struct wk_why v[WK_PART_COUNT];
		int total = tenths_of(&l.s.strain[i], now), sum = 0;
		size_t n = wk_why_levels(&l.m, &l.s, i, v);

		for (size_t k = 0; k < n; k++) {
			sum += v[k].tenths;
			assert_int_equal(v[k].tenths, now[v[k].part]);
			assert_true(k == 0 || v[k - 1].tenths >= v[k].tenths);
		}
		assert_int_equal(sum, total);
		n = wk_why_changes(&l.m, &l.s, i, v);
		sum = 0;
		for (size_t k = 0; k < n; k++) {
			sum += v[k].tenths;
			assert_int_equal(v[k].tenths, now[v[k].part] - was[v[k].part]);
			assert_true(k == 0 || abs(v[k - 1].tenths) >= abs(v[k].tenths));
		}
		assert_int_equal(sum, i == 0 ? 0 : total - before);
		memcpy(was, now, sizeof(was));
		before = total;
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(hours_say_how_far_over_and_how_much_is_known),
		T(a_held_day_tells_of_the_last_day_counted),
		T(rest_counts_one_as_one),
		T(sleep_says_where_points_begin),
		T(incidents_stop_at_their_cap),
		T(a_check_in_grows_old),
		T(changes_name_what_moved),
		T(pages_are_named_on_their_day_and_fade_after_it),
		T(the_slow_half_moves_alone),
		T(a_first_day_has_no_change_and_no_day_no_level),
		T(levels_and_changes_add_up_day_after_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
