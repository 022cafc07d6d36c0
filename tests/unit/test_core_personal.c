/* SPDX-License-Identifier: MIT */
/* Personal calibration: the rank correlation against an obvious slow one, the lag that
 * was built in, and silence where chance would speak. */
#include "test_core_random.h"

static struct wk_personal v[32];
static int known;

static size_t
run(size_t i)
{
	return wk_personal_run(&l.m, &l.s, i, &l.arena, v, WK_LEN(v), &known);
}

/* ---- the slow second way: count for each value those under it and those equal ---- */
enum { MOST = 200 };

static double
slow_rank(const double *x, const bool *both, size_t n, size_t k)
{
	double under = 0, equal = 0;
	for (size_t j = 0; j < n; j++) {
		under += both[j] && x[j] < x[k];
		equal += both[j] && !(x[j] < x[k]) && !(x[j] > x[k]);
	}
	return under + (equal + 1) / 2;
}

static double
slow_spearman(const double *x, const double *y, size_t n, int *pairs)
{
	bool both[MOST];
	double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0, p = 0;
	for (size_t k = 0; k < n; k++) {
		both[k] = !isnan(x[k]) && !isnan(y[k]);
		p += both[k];
	}
	*pairs = (int)p;
	for (size_t k = 0; k < n; k++) {
		if (!both[k])
			continue;
		double a = slow_rank(x, both, n, k), b = slow_rank(y, both, n, k);
		sx += a, sy += b, sxx += a * a, syy += b * b, sxy += a * b;
	}
	double vx = p * sxx - sx * sx, vy = p * syy - sy * sy;
	return vx > 1e-9 && vy > 1e-9 ? (p * sxy - sx * sy) / sqrt(vx * vy) : (double)NAN;
}

/* Ties: values of a few kinds; gaps: a third may be missing. */
static double
random_value(uint64_t *seed, int kinds, int missing)
{
	if (one_of(seed, 100) < missing)
		return NAN;
	return kinds > 0 ? one_of(seed, kinds) / 2.0 : between(seed, -5, 5);
}

static void
ranks_agree_with_a_slow_second_count(void **state)
{
	(void)state;
	uint64_t seed = 42;
	for (int round = 0; round < 2000; round++) {
		double x[MOST], y[MOST];
		size_t n = (size_t)one_of(&seed, MOST + 1);
		int kinds_x = one_of(&seed, 7), kinds_y = one_of(&seed, 7);
		int missing = one_of(&seed, 35), got, want;
		for (size_t k = 0; k < n; k++) {
			x[k] = random_value(&seed, kinds_x, missing);
			y[k] = one_of(&seed, 3) ? random_value(&seed, kinds_y, missing)
						: x[k];
		}
		double rho = wk_spearman(x, y, n, &l.arena, &got);
		same(rho, slow_spearman(x, y, n, &want), "rho");
		assert_int_equal(got, want);
		assert_true(isnan(rho) || fabs(rho) <= 1 + 1e-12);
		if (round % 100 == 0)
			wk_arena_fini(&l.arena);
	}
}

static void
known_small_cases(void **state)
{
	(void)state;
	int n;
	const double up[] = { 1, 2, 3, 4, 5 }, cube[] = { 1, 8, 27, 64, 125 };
	const double down[] = { 9, 7, 5, 3, 1 }, flat[] = { 2, 2, 2, 2, 2 };
	const double gap[] = { 1, NAN, 3, 2, NAN }, tied[] = { 1, 1, 2, 3, 3 };
	same(wk_spearman(up, cube, 5, &l.arena, &n), 1, "a curve that only rises");
	same(wk_spearman(up, down, 5, &l.arena, &n), -1, "the other way");
	same(wk_spearman(up, flat, 5, &l.arena, &n), NAN, "no variation");
	same(wk_spearman(up, gap, 5, &l.arena, &n), 0.5, "gaps");
	assert_int_equal(n, 3);
	same(wk_spearman(up, tied, 5, &l.arena, &n), 9 / sqrt(90), "ties");
	same(wk_spearman(up, up, 0, &l.arena, &n), NAN, "nothing");
}

/* ---- the table ---- */
/* Stress follows the night three days before; the rest is chance. */
static size_t
live_with_lag(int days, int lag, uint64_t seed)
{
	for (int d = 0; d < days; d++) {
		struct wk_day *day = live(&l, 1, 8, between(&seed, 5, 9));
		day->mood = 1 + one_of(&seed, 5);
		if (d < lag)
			continue;
		double night = l.days[l.n - 1 - (size_t)lag].sleep_h;
		day->stress = 1 + (int)(9 - night + between(&seed, 0, 0.99));
	}
	return tell(&l);
}

static void
the_signal_that_led_is_found_with_its_lag(void **state)
{
	(void)state;
	size_t n = run(live_with_lag(120, 3, 7));
	assert_true(n >= 1);
	assert_string_equal(v[0].input, "sleep");
	assert_string_equal(v[0].item, "stress");
	assert_int_equal(v[0].lag, 3);
	assert_int_equal(v[0].n, 117);
	assert_true(v[0].rho < -0.9);
	assert_true(v[0].is_clear);
	for (size_t k = 1; k < n; k++)
		assert_true(fabs(v[k].rho) <= fabs(v[k - 1].rho));
	assert_int_equal(wk_personal_run(&l.m, &l.s, l.n - 1, &l.arena, v, 0, &known), 0);
}

static void
under_sixty_days_it_only_says_how_many(void **state)
{
	(void)state;
	uint64_t seed = 5;
	for (int d = 0; d < 100; d++) {
		int kind = one_of(&seed, 5);
		live(&l, 1, kind, 7)->energy = d < 59 ? 1 + kind : 0;
	}
	assert_int_equal(run(tell(&l)), 0);
	assert_int_equal(known, 59);
	l.days[80].mood = 3;
	assert_true(run(tell(&l)) > 0);
	assert_int_equal(known, 60);
	assert_int_equal(wk_personal_run(&l.m, &l.s, l.n, &l.arena, v, 8, &known), 0);
	assert_int_equal(known, 0);
}

static void
every_input_can_be_told(void **state)
{
	(void)state;
	static const char *const names[] = { "hours", "sleep", "awakenings",
		"incident points", "on call", "short rest" };
	for (size_t which = 0; which < WK_LEN(names); which++) {
		uint64_t seed = 99 + which;
		bool found = false;
		life_fini(&l);
		life_init(&l);
		for (int d = 0; d < 100; d++) {
			struct wk_day *day = live(&l, 1, 8, 7);
			bool bad = one_of(&seed, 2);
			day->mood = bad ? 2 : 4;
			day->hours += bad && which == 0;
			day->sleep_h += bad && which == 1;
			day->wakes = bad && which == 2;
			if (bad && which == 3)
				page(&l, day, WK_CAT_OFF, 30, false);
			day->is_oncall = bad && which == 4;
			day->has_short_rest = bad && which == 5;
		}
		for (size_t n = run(tell(&l)); n > 0; n--)
			found |= strcmp(v[n - 1].input, names[which]) == 0 &&
			    v[n - 1].lag == 0 && fabs(v[n - 1].rho + 1) < 1e-9;
		if (!found)
			fail_msg("%s is not found", names[which]);
	}
}

/* An answer that has nothing to do with anything, and is the same as the day before in
 * `stays` of a hundred. */
static int
drift(uint64_t *seed, int before, int stays)
{
	return before > 0 && one_of(seed, 100) < stays ? before : 1 + one_of(seed, 5);
}

/* Share of people whose table calls something clear. */
static double
share_of_chance(int stays)
{
	int tables = 0, people = 0;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		uint64_t seed = 0x9e3779b97f4a7c15u * (uint64_t)(k + 1);
		int energy = 0, stress = 0, mood = 0;
		random_life(&l, k);
		if (l.n < 100)
			continue;
		people++;
		for (size_t d = 0; d < l.n; d++) {
			l.days[d].energy = energy = drift(&seed, energy, stays);
			l.days[d].stress = stress = drift(&seed, stress, stays);
			l.days[d].mood = mood = drift(&seed, mood, stays);
		}
		bool is_clear = false;
		for (size_t n = run(tell(&l)); n > 0; n--)
			is_clear |= v[n - 1].is_clear;
		tables += is_clear;
	}
	return tables / (double)people;
}

static void
chance_alone_is_seldom_clear(void **state)
{
	(void)state;
	static const struct { int stays; double most; } rows[] = {
		{ 0, 0.03 }, { 50, 0.02 }, { 75, 0.02 } };
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		double share = share_of_chance(rows[k].stays);
		if (getenv("WICK_MEASURE") != NULL)
			print_message("stays %d: %.3f\n", rows[k].stays, share);
		if (share > rows[k].most)
			fail_msg("%d: %.3f", rows[k].stays, share);
	}
}

static void
it_never_changes_the_score(void **state)
{
	(void)state;
	size_t i = live_with_lag(100, 2, 3);
	struct wk_strain before = l.s.strain[i];
	assert_true(run(i) > 0);
	assert_memory_equal(&before, &l.s.strain[i], sizeof(before));
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(ranks_agree_with_a_slow_second_count),
		T(known_small_cases),
		T(the_signal_that_led_is_found_with_its_lag),
		T(under_sixty_days_it_only_says_how_many),
		T(every_input_can_be_told),
		T(chance_alone_is_seldom_clear),
		T(it_never_changes_the_score),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
