/* SPDX-License-Identifier: MIT */
/* Nights with times: the alertness model, regularity and social jetlag, in numbers worked
 * out by hand, at their borders, and against slow ways of doing the same. */
#include "test_core_life.h"

#include "core/formula.h"

/* count nights from bed to wake, in hours from the midnight of the day they end on. */
static void
sleep_at(int count, double hours, double bed_h, double wake_h)
{
	for (; count > 0; count--) {
		struct wk_day *day = live(&l, 1, hours, wake_h - bed_h);

		day->bed_h = bed_h;
		day->wake_h = wake_h;
	}
}

/* ---- the model ---- */
static void
the_model_starts_rested_and_tires_towards_its_ceiling(void **state)
{
	struct wk_ump u;

	(void)state;
	wk_ump_start(&u);
	same(u.s, 0.5, "s");
	same(u.l, 0, "l");
	wk_ump_awake(&u, 40);
	same(u.s, 18.4 - 17.9 * exp(-1), "s after 40 h");
	same(u.l, 18.4 - 18.4 * exp(-40 / 168.0), "l after 40 h");
	wk_ump_awake(&u, 1e6);
	same(u.s, 18.4, "the ceiling");
}

/* The two equations in steps of half a minute, floor and all. */
static void
step_model(struct wk_ump *u, double hours, bool is_awake)
{
	double dt = 1 / 120.0;

	for (double t = 0; t < hours - dt / 2; t += dt) {
		double s = is_awake ? (18.4 - u->s) / 40 : -(u->s - u->l) / 2.1;
		double d = is_awake ? (18.4 - u->l) / 168 : (-2 * 18.4 - u->l) / 168;

		u->s += dt * s;
		u->l = fmax(u->l + dt * d, -0.11 * 18.4);
	}
}

static void
the_closed_forms_solve_the_equations(void **state)
{
	static const double nights[] = { 8, 9, 9, 9, 9, 9, 9, 9, 9, 4, 0, 12, 3, 8 };
	struct wk_ump u, slow;

	(void)state;
	wk_ump_start(&u);
	wk_ump_start(&slow);
	for (size_t k = 0; k < WK_LEN(nights); k++) {
		wk_ump_awake(&u, 24 - nights[k]);
		step_model(&slow, 24 - nights[k], true);
		wk_ump_asleep(&u, nights[k]);
		step_model(&slow, nights[k], false);
		assert_true(fabs(u.s - slow.s) < 0.02 && fabs(u.l - slow.l) < 0.005);
	}
}

static void
the_debt_stops_at_its_floor(void **state)
{
	struct wk_ump u;

	(void)state;
	wk_ump_start(&u);
	wk_ump_asleep(&u, 1000);
	same(u.l, -0.11 * 18.4, "l");
	same(u.s, -0.11 * 18.4, "s follows it");
	wk_ump_asleep(&u, 0);
	same(u.l, -0.11 * 18.4, "no time, no change");
	same(wk_ump_lapses(&u, 17), 0, "never below 0");
}

static double
slow_clock(double clock_h)
{
	static const double a[] = { 0.97, 0.22, 0.07, 0.03, 0.001 };
	double sum = 0;

	for (int k = 1; k <= 5; k++)
		sum += a[k - 1] * sin(2 * M_PI * k * (clock_h + 2.3) / 24);
	return 3.3 * sum;
}

static void
lapses_follow_the_clock(void **state)
{
	struct wk_ump u = { 10, 0 };

	(void)state;
	for (double h = -24; h < 48; h += 0.25)
		same(wk_ump_lapses(&u, h), 10 + slow_clock(h), "at an hour");
}

/* ---- alertness ---- */
static double
slow_alertness(const struct wk_series *s, size_t i, double *peak)
{
	size_t from = i >= 41 ? i - 41 : 0, first = SIZE_MAX, last = 0, n = 0;
	double bed = 0, wake = 0, up, worst = -1;
	struct wk_ump u;

	for (size_t k = from; k <= i; k++) {
		if (isnan(s->days[k].bed_h))
			continue;
		first = first == SIZE_MAX ? k : first;
		last = k;
		n++;
		bed += s->days[k].bed_h;
		wake += s->days[k].wake_h;
	}
	*peak = NAN;
	if (n < 5)
		return NAN;
	bed /= (double)n;
	wake /= (double)n;
	wk_ump_start(&u);
	up = s->days[first].wake_h;
	for (size_t k = first + 1; k <= last; k++) {
		bool is_known = !isnan(s->days[k].bed_h);
		double b = fmax(is_known ? s->days[k].bed_h : bed, up - 24);
		double w = is_known ? s->days[k].wake_h : wake;

		wk_ump_awake(&u, b + 24 - up);
		wk_ump_asleep(&u, fmax(0, w - b));
		up = fmax(w, b);
	}
	for (double t = 0; t <= fmin(24, fmax(0, bed + 24 - up)); t += 0.5) {
		struct wk_ump then = u;

		wk_ump_awake(&then, t);
		if (wk_ump_lapses(&then, up + t) > worst + 1e-12) {
			worst = wk_ump_lapses(&then, up + t);
			*peak = fmod(up + t + 48, 24);
		}
	}
	return worst;
}

static void
alertness_needs_five_nights_of_42_days(void **state)
{
	double at;
	int nights;

	(void)state;
	sleep_at(4, 8, -1, 7);
	assert_true(isnan(wk_alertness(&l.s, tell(&l), &at, &nights)) && isnan(at));
	assert_int_equal(nights, 4);
	sleep_at(1, 8, -1, 7);
	assert_true(wk_alertness(&l.s, tell(&l), &at, &nights) >= 0);
	assert_int_equal(nights, 5);
	live(&l, 37, 8, 8);
	assert_true(wk_alertness(&l.s, tell(&l), &at, &nights) >= 0);
	live(&l, 1, 8, 8);
	assert_true(isnan(wk_alertness(&l.s, tell(&l), &at, &nights)));
	assert_int_equal(nights, 4);
}

static void
short_nights_cost_lapses(void **state)
{
	double rested, at;
	int nights;

	(void)state;
	sleep_at(21, 8, -1, 7);
	rested = wk_alertness(&l.s, tell(&l), &at, &nights);
	assert_true(at >= 7 && at <= 23);
	sleep_at(7, 8, 2, 7);
	assert_true(wk_alertness(&l.s, tell(&l), &at, &nights) > rested + 1);
}

/* ---- regularity ---- */
static void
regularity_counts_the_hours_that_differ(void **state)
{
	int pairs;

	(void)state;
	sleep_at(7, 8, -1, 7);
	same(wk_sleep_regularity(&l.s, tell(&l), 7, &pairs), 100, "the same");
	assert_int_equal(pairs, 6);
	sleep_at(1, 8, 0, 8);
	same(wk_sleep_regularity(&l.s, tell(&l), 28, &pairs), 100 - 200 * 2 / (24.0 * 7),
	    "an hour later");
	same(wk_sleep_regularity(&l.s, tell(&l), 2, &pairs), NAN, "one pair");
	assert_int_equal(pairs, 1);
}

static void
nights_at_other_ends_of_the_day_are_all_unlike(void **state)
{
	int pairs;

	(void)state;
	for (int k = 0; k < 3; k++) {
		sleep_at(1, 8, -12, 0);
		sleep_at(1, 8, 0, 12);
	}
	same(wk_sleep_regularity(&l.s, tell(&l), 28, &pairs), -100, "turned round");
}

static void
a_night_without_times_breaks_two_pairs(void **state)
{
	int pairs;

	(void)state;
	sleep_at(4, 8, -1, 7);
	live(&l, 1, 8, 8);
	sleep_at(3, 8, -1, 7);
	same(wk_sleep_regularity(&l.s, tell(&l), 28, &pairs), 100, "5 pairs are enough");
	assert_int_equal(pairs, 5);
	l.n = 7;
	same(wk_sleep_regularity(&l.s, tell(&l), 28, &pairs), NAN, "4 are not");
}

static double
slow_regularity(const struct wk_series *s, size_t i, int days)
{
	int same_min = 0, pairs = 0;

	for (size_t k = i + 1 > (size_t)days ? i + 2 - (size_t)days : 1; k <= i; k++) {
		const struct wk_day *a = &s->days[k - 1], *b = &s->days[k];

		if (isnan(a->bed_h) || isnan(b->bed_h))
			continue;
		pairs++;
		for (int min = -1440; min < 1440; min++) {
			double h = (min + 0.5) / 60;

			same_min -= (h > a->bed_h && h < a->wake_h) !=
			    (h > b->bed_h && h < b->wake_h);
		}
	}
	return pairs < 5 ? NAN : -100 + 200 * (1 + same_min / (1440.0 * pairs));
}

/* ---- social jetlag ---- */
static void
the_mean_of_the_clock_goes_round_it(void **state)
{
	static const double night[] = { 23, 1 }, apart[] = { 6, 18 }, one[] = { -2 };

	(void)state;
	same(fmod(wk_clock_mean(night, 2), 24), 0, "midnight");
	same(wk_clock_mean(one, 1), 22, "below 0");
	same(wk_clock_mean(apart, 2), NAN, "no direction");
	same(wk_clock_mean(apart, 0), NAN, "none");
}

static void
jetlag_is_the_way_between_the_middles(void **state)
{
	int work, free_nights;

	(void)state;
	sleep_at(3, 8, -1, 7);
	sleep_at(2, 0.5, 1, 10);
	same(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights), NAN, "2 free nights");
	sleep_at(1, 0, 1, 10);
	same(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights), 2.5,
	    "5:30 less 3:00");
	assert_int_equal(work, 3);
	assert_int_equal(free_nights, 3);
	sleep_at(1, 1, 1, 10);
	same(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights), 1.892190,
	    "an hour of work makes no free day");
}

static void
jetlag_goes_the_shorter_way(void **state)
{
	int work, free_nights;

	(void)state;
	sleep_at(3, 8, -6, -2);
	sleep_at(3, 0, 4, 16);
	same(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights), 10, "20:00 to 10:00");
}

static void
days_without_hours_are_neither_work_nor_free(void **state)
{
	int work, free_nights;

	(void)state;
	sleep_at(3, 8, -1, 7);
	sleep_at(3, NAN, 1, 9);
	live(&l, 5, 0, 8);
	same(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights), NAN, "not known");
	assert_int_equal(work, 3);
	assert_int_equal(free_nights, 0);
}

/* ---- any history ---- */
static double
any(void)
{
	return rand() / (RAND_MAX + 1.0);
}

/* Times on whole minutes, some nights without, some by day. */
static void
live_anyhow(size_t days)
{
	l.n = 0;
	while (l.n < days) {
		struct wk_day *day = live(&l, 1, any() < 0.3 ? 0 : 8, 7);
		double bed = floor(any() * 600) / 60 - (any() < 0.1 ? 14 : 4);

		if (any() < 0.1)
			day->hours = NAN;
		if (any() < 0.2)
			continue;
		day->bed_h = bed;
		day->wake_h = bed + (1 + floor(any() * 600)) / 60;
	}
}

static void
slow_ways_say_the_same_of_any_history(void **state)
{
	int n;
	double at, slow_at;

	(void)state;
	srand(20261120);
	for (int round = 0; round < 300; round++) {
		live_anyhow(5 + (size_t)(any() * 60));
		size_t last = tell(&l);
		for (size_t i = last > 6 ? last - 6 : 0; i <= last; i++) {
			same(wk_sleep_regularity(&l.s, i, 7, &n),
			    slow_regularity(&l.s, i, 7), "7 days");
			same(wk_sleep_regularity(&l.s, i, 28, &n),
			    slow_regularity(&l.s, i, 28), "28 days");
			same(wk_alertness(&l.s, i, &at, &n),
			    slow_alertness(&l.s, i, &slow_at), "alertness");
			same(at, slow_at, "its hour");
		}
		life_fini(&l);
		wk_arena_init(&l.arena);
	}
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_model_starts_rested_and_tires_towards_its_ceiling),
		T(the_closed_forms_solve_the_equations),
		T(the_debt_stops_at_its_floor),
		T(lapses_follow_the_clock),
		T(alertness_needs_five_nights_of_42_days),
		T(short_nights_cost_lapses),
		T(regularity_counts_the_hours_that_differ),
		T(nights_at_other_ends_of_the_day_are_all_unlike),
		T(a_night_without_times_breaks_two_pairs),
		T(the_mean_of_the_clock_goes_round_it),
		T(jetlag_is_the_way_between_the_middles),
		T(jetlag_goes_the_shorter_way),
		T(days_without_hours_are_neither_work_nor_free),
		T(slow_ways_say_the_same_of_any_history),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
