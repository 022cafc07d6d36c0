/* SPDX-License-Identifier: MIT */
/* What has to hold of every history, tried on hundreds made by chance; the same ones
 * every time. A failure names the history, the day and what was changed there. */
#include "test_core_random.h"

enum { CHANGES = 12, WORDS = 160 };
static const double TOLERANCE = 1e-9;

struct other {
	struct wk_day days[LIFE_DAYS];
	struct wk_strain strain[LIFE_DAYS];
	struct wk_series s;
};
static struct other o;

/* The same life, to be changed on single days. */
static void
copy_life(void)
{
	memcpy(o.days, l.days, l.n * sizeof(*l.days));
}

static void
tell_other(size_t from)
{
	wk_strain_run(&l.m, o.days + from, l.n - from, &l.arena, o.strain + from);
}

/* ---- contributions ---- */
static void
contributions_add_up(void **state)
{
	(void)state;
	for (int k = 0; k < RANDOM_LIVES * 2; k++) {
		size_t last = random_life(&l, k);
		for (size_t i = 0; i <= last; i++) {
			const struct wk_strain *x = &l.s.strain[i];
			double sum = 0;
			int tenths[WK_PART_COUNT], total = 0;
			for (int p = 0; p < WK_PART_COUNT; p++) {
				assert_true(x->contribution[p] >= 0);
				sum += x->contribution[p];
			}
			assert_true(sum == x->score);
			int said = wk_strain_round(x->contribution, x->score, tenths);
			for (int p = 0; p < WK_PART_COUNT; p++)
				total += tenths[p];
			assert_int_equal(total, said);
			assert_int_equal(said, lround(x->score * 10));
			assert_true(x->score >= 0 && x->score <= 100 + TOLERANCE);
			assert_true(x->low <= x->score &&
			    x->score <= x->high + TOLERANCE);
			assert_true(x->low >= 0 && x->high <= 100 + TOLERANCE);
			assert_true(x->confidence >= 0 && x->confidence <= 1 + TOLERANCE);
		}
	}
}

/* ---- one day changed ---- */
/* Changes a day; false where there is nothing to change. */
typedef bool change_fn(struct wk_day *day, uint64_t *seed);
/* Whether the day after may be so. */
typedef bool judge_fn(const struct wk_strain *before, const struct wk_strain *after);

static bool
forget_day(struct wk_day *day, uint64_t *seed)
{
	bool is_known = !wk_day_is_empty(day);
	(void)seed;
	wk_day_clear(day, day->d);
	return is_known;
}

static bool
forget_part(struct wk_day *day, uint64_t *seed)
{
	double *v = one_of(seed, 2) ? &day->hours : &day->sleep_h;
	bool is_known = !isnan(*v);
	*v = NAN;
	return is_known;
}

static bool
work_more(struct wk_day *day, uint64_t *seed)
{
	double h = day->hours + between(seed, 0.01, 8);
	if (isnan(h) || h > 24)
		return false;
	day->hours = h;
	return true;
}

static bool
sleep_more(struct wk_day *day, uint64_t *seed)
{
	double h = day->sleep_h + between(seed, 0.01, 5);
	if (isnan(h) || h > 24)
		return false;
	day->sleep_h = h;
	return true;
}

static bool
is_not_surer(const struct wk_strain *before, const struct wk_strain *after)
{
	return after->confidence <= before->confidence + TOLERANCE;
}

static bool
is_not_lower(const struct wk_strain *before, const struct wk_strain *after)
{
	return after->score >= before->score - TOLERANCE;
}

static bool
is_not_higher(const struct wk_strain *before, const struct wk_strain *after)
{
	return after->score <= before->score + TOLERANCE;
}

/* The first day is spared: a log that begins later is another log. Returns how many days
 * were changed. */
static int
change_days(int life, change_fn *change, judge_fn *judge, const char *what)
{
	size_t last = random_life(&l, life);
	uint64_t seed = 77u + (uint64_t)life;
	int changed = 0;
	for (int k = 0; k < CHANGES; k++) {
		size_t i = 1 + (size_t)one_of(&seed, (int)last);
		copy_life();
		if (!change(&o.days[i], &seed))
			continue;
		changed++;
		tell_other(0);
		for (size_t j = 0; j <= last; j++)
			if (!judge(&l.s.strain[j], &o.strain[j]))
				fail_msg("life %d, day %zu %s: day %zu has %f, had %f",
				    life, i, what, j, o.strain[j].score,
				    l.s.strain[j].score);
	}
	return changed;
}

static void
change_lives(change_fn *change, judge_fn *judge, const char *what)
{
	int changed = 0;
	for (int k = 0; k < RANDOM_LIVES; k++)
		changed += change_days(k, change, judge, what);
	assert_in_range(changed, RANDOM_LIVES * 2, RANDOM_LIVES * CHANGES);
}

static void
a_day_forgotten_makes_nobody_surer(void **state)
{
	(void)state;
	change_lives(forget_day, is_not_surer, "forgotten");
	change_lives(forget_part, is_not_surer, "half forgotten");
}

/* The log then begins on the next day that says something. */
static void
nor_does_the_first_one(void **state)
{
	(void)state;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		size_t last = random_life(&l, k), from = 1;
		copy_life();
		while (from < last && wk_day_is_empty(&o.days[from]))
			from++;
		tell_other(from);
		for (size_t j = from; j <= last; j++)
			assert_true(is_not_surer(&l.s.strain[j], &o.strain[j]));
	}
}

static void
more_hours_never_lower_a_score(void **state)
{
	(void)state;
	change_lives(work_more, is_not_lower, "longer");
}

static void
more_sleep_never_raises_a_score(void **state)
{
	(void)state;
	change_lives(sleep_more, is_not_higher, "slept longer");
}

/* ---- ordinary weeks ---- */
static void
step_all(const struct wk_rule *r)
{
	struct wk_rule_state st = { .since = WK_DATE_NONE };
	char text[WORDS] = "";
	for (size_t i = 0; i < l.n; i++)
		if (wk_rule_step(r, &l.m, &l.s, i, &st, text))
			fail_msg("%s on day %zu: %s", r->name, i, text);
}

static void
try_rules(void)
{
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);
	for (enum wk_burn b = 0; b < WK_BURN_COUNT; b++)
		step_all(&(struct wk_rule){ .name = wk_burn_rule(b)->name, .burn = b,
			.kind = WK_RULE_BURN, .is_on = true });
	for (size_t k = 0; k < n; k++)
		if (!isnan(v[k].threshold))
			step_all(&(struct wk_rule){ .name = v[k].id, .is_on = true,
				.kind = WK_RULE_THRESHOLD, .indicator = &v[k],
				.threshold = v[k].threshold });
	step_all(&(struct wk_rule){ .name = "silence", .kind = WK_RULE_SILENCE,
		.threshold = 1, .is_on = true });
}

static void
add_times(void)
{
	for (size_t i = 0; i < l.n; i++) {
		if (l.days[i].hours > 0 && i > 0 && l.days[i - 1].hours > 0)
			l.days[i].rest_h = 16;
		l.days[i].bed_h = -1;
		l.days[i].wake_h = 7;
	}
}

/* A year of the contract, begun on any day of the week: 8 hours at work, 8 asleep; as
 * totals and with their times. */
static void
a_year_of_the_contract_raises_no_alert(void **state)
{
	(void)state;
	for (int k = 0; k < 14; k++) {
		int skip = k % 7;
		life_fini(&l);
		life_init(&l);
		live_weeks(&l, 53, 8, 8);
		memmove(l.days, l.days + skip, (l.n - (size_t)skip) * sizeof(*l.days));
		l.n -= (size_t)skip;
		if (k >= 7)
			add_times();
		tell(&l);
		for (size_t i = 0; i < l.n; i++)
			assert_true(l.s.strain[i].score == 0);
		try_rules();
	}
}

/* ---- whole weeks ---- */
static bool
is_alike(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

static void
compare_indicators(size_t i, int weeks)
{
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);
	for (size_t k = 0; k < n; k++) {
		struct wk_indicator_value a, b;
		wk_indicator_at(&v[k], &l.m, &l.s, i, &a);
		wk_indicator_at(&v[k], &l.m, &o.s, i, &b);
		if (!is_alike(a.value, b.value) || !is_alike(a.second, b.second) ||
		    a.state != b.state || strcmp(a.note, b.note) != 0)
			fail_msg("%s on day %zu, %d weeks away: %f, was %f (%s; %s)",
			    v[k].id, i, weeks, b.value, a.value, b.note, a.note);
	}
}

static void
compare_advice(size_t i)
{
	struct wk_advice a[WK_ADVICE_MAX], b[WK_ADVICE_MAX];
	size_t n = wk_advice_rank(&l.m, &l.s, i, &l.arena, a);
	assert_int_equal(wk_advice_rank(&l.m, &o.s, i, &l.arena, b), n);
	for (size_t k = 0; k < n; k++) {
		assert_string_equal(a[k].text, b[k].text);
		assert_true(a[k].points == b[k].points);
	}
}

/* Their words name the week of the year, which is another one. */
static void
compare_shifts(size_t i, int weeks)
{
	struct wk_shift a[8], b[8];
	size_t n = wk_shift_find(&l.m, &l.s, i, &l.arena, a, WK_LEN(a));
	assert_int_equal(wk_shift_find(&l.m, &o.s, i, &l.arena, b, WK_LEN(b)), n);
	for (size_t k = 0; k < n; k++) {
		assert_string_equal(a[k].what, b[k].what);
		assert_int_equal(a[k].monday + 7 * weeks, b[k].monday);
		assert_true(a[k].before == b[k].before && a[k].after == b[k].after);
		assert_true(a[k].z == b[k].z);
	}
}

static void
compare_forecast(size_t i)
{
	struct wk_forecast f[2];
	for (int k = 0; k < 2; k++) {
		struct wk_plan p;
		const struct wk_series *s = k == 0 ? &l.s : &o.s;
		wk_plan_own(&p, &l.m, s, i);
		wk_forecast_run(&f[k], &l.m, s, i, &p, 28, WK_BAND_CALM, &l.arena);
	}
	assert_int_equal(f[0].days_until, f[1].days_until);
	for (size_t k = 0; k < f[0].n; k++) {
		assert_true(f[0].v[k].score == f[1].v[k].score);
		assert_true(f[0].low[k] == f[1].low[k] && f[0].high[k] == f[1].high[k]);
	}
}

static void
compare_personal(size_t i)
{
	struct wk_personal a[8], b[8];
	int known, moved;
	size_t n = wk_personal_run(&l.m, &l.s, i, &l.arena, a, WK_LEN(a), &known);
	size_t m = wk_personal_run(&l.m, &o.s, i, &l.arena, b, WK_LEN(b), &moved);
	assert_int_equal(m, n);
	assert_int_equal(known, moved);
	for (size_t k = 0; k < n; k++) {
		assert_string_equal(a[k].input, b[k].input);
		assert_string_equal(a[k].item, b[k].item);
		assert_true(a[k].lag == b[k].lag && a[k].rho == b[k].rho);
	}
}

static void
compare_strain(const struct wk_strain *a, const struct wk_strain *b)
{
	struct wk_strain moved = *b;
	moved.d = a->d;
	assert_memory_equal(&moved, a, offsetof(struct wk_strain, band));
	assert_int_equal(a->band, b->band);
	assert_int_equal(a->is_held, b->is_held);
}

static void
whole_weeks_change_nothing(void **state)
{
	static const int weeks[] = { 1, -1, 4, 52, -53, 1200, -1500 };
	(void)state;
	for (int k = 0; k < RANDOM_LIVES; k++) {
		size_t last = random_life(&l, k);
		int away = weeks[(size_t)k % WK_LEN(weeks)];
		copy_life();
		for (size_t i = 0; i <= last; i++)
			o.days[i].d += 7 * away;
		wk_series_init(&o.s, &l.m, o.days, l.n, MONDAY + LIFE_DAYS + 7 * away,
		    &l.arena);
		assert_int_equal(o.s.shown, l.s.shown);
		for (size_t i = 0; i <= last; i++)
			compare_strain(&l.s.strain[i], &o.s.strain[i]);
		for (size_t i = last; i > last - 40; i -= 13)
			compare_indicators(i, away);
		compare_advice(last);
		compare_shifts(last, away);
		compare_forecast(last);
		if (k % 20 == 0)
			compare_personal(last);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(contributions_add_up),
		T(a_day_forgotten_makes_nobody_surer),
		T(nor_does_the_first_one),
		T(more_hours_never_lower_a_score),
		T(more_sleep_never_raises_a_score),
		T(a_year_of_the_contract_raises_no_alert),
		T(whole_weeks_change_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
