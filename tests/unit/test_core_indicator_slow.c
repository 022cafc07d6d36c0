/* SPDX-License-Identifier: MIT */
/* Each windowed indicator against a second, slow and plain way of counting it, over
 * thousands of short made-up histories with gaps, leave and pages; and what must hold of
 * any history. */
#include "test_core_slow_make.h"

/* ---- the slow ways: NAN where there is no number ---- */
/* The day so many before i, or NULL before the log. */
static const struct wk_day *
ago(size_t i, size_t back)
{
	return back > i ? NULL : &l.days[i - back];
}

static int
count(size_t i, size_t days, bool (*is_it)(const struct wk_day *day))
{
	int n = 0;

	for (size_t k = 0; k < days; k++)
		n += ago(i, k) != NULL && is_it(ago(i, k));
	return n;
}

static bool
has_hours(const struct wk_day *day)
{
	return !isnan(day->hours);
}

static bool
has_sleep(const struct wk_day *day)
{
	return !isnan(day->sleep_h);
}

static bool
has_work(const struct wk_day *day)
{
	return day->hours > 0;
}

static bool
is_known(const struct wk_day *day)
{
	return has_hours(day) || has_sleep(day) || day->incident_count > 0 ||
	    day->energy + day->stress + day->mood > 0 || day->is_oncall;
}

static bool
is_rest(const struct wk_day *day)
{
	for (size_t k = 0; k < day->incident_count; k++)
		if (day->incidents[k].cat == WK_CAT_WOKE)
			return false;
	return day->hours < 1;
}

static bool
is_leave(const struct wk_day *day)
{
	return day->leave != WK_LEAVE_NONE && !has_work(day);
}

static bool
is_untimed(const struct wk_day *day)
{
	return day->shift_load < 0;
}

static bool
is_oncall(const struct wk_day *day)
{
	return day->is_oncall;
}

static double
sum_of(size_t i, size_t days, double (*of)(const struct wk_day *day))
{
	double sum = 0;

	for (size_t k = 0; k < days; k++)
		sum += ago(i, k) != NULL ? of(ago(i, k)) : 0;
	return sum;
}

static double
hours_of(const struct wk_day *day)
{
	return has_hours(day) ? day->hours : 0;
}

static double
pages_of(const struct wk_day *day)
{
	return (double)day->incident_count;
}

static double
minutes_of(const struct wk_day *day)
{
	double sum = 0;

	for (size_t k = 0; k < day->incident_count; k++)
		sum += isnan(day->incidents[k].minutes) ? 0 : day->incidents[k].minutes;
	return has_hours(day) ? sum : 0;
}

static double
lack_of(const struct wk_day *day)
{
	return has_sleep(day) ? fmax(0, 8 - day->sleep_h) : 0;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Hours of a day, or the median of its weekday in the 56 days before, or the contract. */
static double
hours_or_guess(long at)
{
	static const double contract[7] = { 8, 8, 8, 8, 8, 0, 0 };
	double v[8];
	size_t n = 0;

	if (at >= 0 && has_hours(&l.days[at]))
		return l.days[at].hours;
	for (long back = 7; at >= 0 && back <= 56 && back <= at; back += 7)
		if (has_hours(&l.days[at - back]))
			v[n++] = l.days[at - back].hours;
	if (n < 2)
		return contract[(at + 7000) % 7];
	qsort(v, n, sizeof(*v), compare);
	return n % 2 == 1 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static double
slow_week_hours(size_t i)
{
	double sum = 0;

	if (count(i, 7, has_hours) < 4 || count(i, 7, is_leave) == 7)
		return NAN;
	for (long back = 0; back < 7; back++)
		sum += hours_or_guess((long)i - back);
	return sum;
}

static double
slow_avg48(size_t i)
{
	double sum = 0, w = 0, later = 0;
	int known = 0, excluded = 0, left;

	for (long at = (long)i - 118; at <= (long)i; at++) {
		const struct wk_day *day = at < 0 ? NULL : &l.days[at];
		double same_sum = 0;
		int same_n = 0;

		known += day != NULL && (has_hours(day) || is_leave(day));
		if (day != NULL && is_leave(day))
			excluded += (at + 7000) % 7 < 5;
		else if (day != NULL && has_hours(day))
			sum += day->hours;
		if (day != NULL && (is_leave(day) || has_hours(day)))
			continue;
		for (long k = (long)i - 118; k <= (long)i; k++)
			if (k >= 0 && (k - at) % 7 == 0 && has_hours(&l.days[k]) &&
			    !is_leave(&l.days[k])) {
				same_sum += l.days[k].hours;
				same_n++;
			}
		sum += same_n > 0 ? same_sum / same_n : (at + 7000) % 7 < 5 ? 8 : 0;
	}
	w = 17 - excluded / 5.0;
	if (known < 84 || w < 1)
		return NAN;
	left = excluded;
	for (size_t k = i + 1; left > 0 && k < l.n && k <= i + 119; k++) {
		left -= l.days[k].hours > 0;
		later += hours_of(&l.days[k]);
	}
	return left > 0 ? sum / w : (sum + later) / 17;
}

static double
slow_daily_rest(size_t i)
{
	double least = INFINITY;
	int broken = 0, known = 0, worked = count(i, 14, has_work);

	for (size_t k = 0; k < 14; k++) {
		const struct wk_day *day = ago(i, k);

		if (day == NULL)
			continue;
		broken += day->has_short_rest || day->rest_h < 11;
		known += !isnan(day->rest_h);
		least = fmin(least, isnan(day->rest_h) ? INFINITY : day->rest_h);
	}
	if (broken == 0 && (known == 0 || known < worked / 2))
		return NAN;
	return isinf(least) ? NAN : least;
}

static double
slow_rest_days(size_t i)
{
	int rest = count(i, 14, is_rest), known = count(i, 14, has_hours);

	return rest >= 2 || rest + 14 - known < 2 ? rest : (double)NAN;
}

static double
slow_sleep_last(size_t i)
{
	const struct wk_day *day = ago(i, 0);
	int wakes = day->wakes;

	for (size_t k = 0; k < day->incident_count; k++)
		wakes += day->incidents[k].cat == WK_CAT_WOKE;
	return isnan(day->sleep_h) ? (double)NAN :
	    fmax(0, day->sleep_h - fmin(3, 0.5 * wakes));
}

static double
slow_sleep_debt14(size_t i)
{
	int n = count(i, 14, has_sleep);

	return n < 10 ? NAN : sum_of(i, 14, lack_of) * 14 / n;
}

/* The shorter way between the directions of two sums of unit vectors. */
static double
slow_social_jetlag(size_t i)
{
	double x[2] = { 0 }, y[2] = { 0 }, dot, cross;
	int n[2] = { 0 };

	for (size_t k = 0; k < 28; k++) {
		const struct wk_day *day = ago(i, k);

		if (day == NULL || isnan(day->bed_h) || !has_hours(day))
			continue;
		double turn = (day->bed_h + day->wake_h) / 2 / 24 * 2 * M_PI;
		size_t kind = day->hours < 1;
		n[kind]++;
		x[kind] += cos(turn);
		y[kind] += sin(turn);
	}
	if (n[0] < 3 || n[1] < 3)
		return NAN;
	dot = x[0] * x[1] + y[0] * y[1];
	cross = x[0] * y[1] - x[1] * y[0];
	return fabs(atan2(cross, dot)) / (2 * M_PI) * 24;
}

static double
slow_pages(size_t i)
{
	double n = sum_of(i, 7, pages_of);

	return n == 0 && count(i, 7, is_known) < 4 ? NAN : n;
}

static double
slow_shift_load(size_t i)
{
	double most = 0;

	for (size_t k = 0; k < 7; k++)
		if (ago(i, k) != NULL && ago(i, k)->shift_load > most)
			most = ago(i, k)->shift_load;
	if (most <= 2 && (count(i, 7, is_known) < 4 || count(i, 7, is_untimed) > 0))
		return NAN;
	return most;
}

static double
slow_oncall_share(size_t i)
{
	int known = count(i, 28, is_known);

	return known < 14 ? NAN : 100.0 * count(i, 28, is_oncall) / known;
}

static double
slow_ops_share(size_t i)
{
	double hours = sum_of(i, 28, hours_of);
	int pages = 0, timed = 0;

	for (size_t k = 0; k < 28; k++)
		for (size_t j = 0; ago(i, k) != NULL && has_hours(ago(i, k)) &&
		    j < ago(i, k)->incident_count; j++) {
			pages++;
			timed += !isnan(ago(i, k)->incidents[j].minutes);
		}
	if (count(i, 28, has_hours) < 14 || hours <= 0 || timed * 2 < pages)
		return NAN;
	return 100 * sum_of(i, 28, minutes_of) / (hours * 60);
}

/* By the weights that each known day has in the end. */
static double
weighed(size_t i, double a, bool is_seeded)
{
	double sum = 0, weight = 1;

	for (size_t k = 0; k <= i; k++) {
		if (!has_hours(ago(i, k)))
			continue;
		sum += weight * a * ago(i, k)->hours;
		weight *= 1 - a;
	}
	return is_seeded ? sum + weight * l.days[0].hours : sum;
}

static double
slow_load_ratio(size_t i)
{
	double chronic = weighed(i, 2 / 29.0, true);

	return count(i, 28, has_hours) < 20 || chronic <= 0.01 ? NAN :
	    weighed(i, 2 / 8.0, true) / chronic;
}

static double
slow_fatigue(size_t i)
{
	return count(i, 84, has_hours) < 56 ? NAN : weighed(i, 1 - exp(-1 / 7.0), false) -
	    weighed(i, 1 - exp(-1 / 42.0), false);
}

static double
slow_monotony(size_t i)
{
	double sum = sum_of(i, 7, hours_of), square = 0;

	if (count(i, 7, has_hours) < 7 || sum <= 0)
		return NAN;
	for (size_t k = 0; k < 7; k++)
		square += ago(i, k)->hours * ago(i, k)->hours;
	return fmin(10, sum / 7 / sqrt(fmax(0, square / 7 - sum / 7 * (sum / 7))));
}

static double
slow_budget(size_t i)
{
	double sum = 0;

	for (size_t k = 0; k < 84 && k <= i; k++)
		sum += l.s.strain[i - k].fast_sum;
	return count(i, 28, is_known) < 14 ? NAN : sum / 21;
}

static const struct {
	const char *id;
	double (*slow)(size_t i);
} ways[] = {
	{ "week_hours", slow_week_hours }, { "avg48", slow_avg48 },
	{ "daily_rest", slow_daily_rest }, { "rest_days", slow_rest_days },
	{ "sleep_last", slow_sleep_last }, { "sleep_debt14", slow_sleep_debt14 },
	{ "social_jetlag", slow_social_jetlag }, { "pages", slow_pages },
	{ "shift_load", slow_shift_load }, { "oncall_share", slow_oncall_share },
	{ "ops_share", slow_ops_share }, { "load_ratio", slow_load_ratio },
	{ "monotony", slow_monotony }, { "fatigue", slow_fatigue },
	{ "budget", slow_budget },
};

static void
check_at(size_t i)
{
	for (size_t k = 0; k < WK_LEN(ways); k++) {
		struct wk_indicator_value v;
		double want = ways[k].slow(i);

		wk_indicator_at(wk_indicator_find(ways[k].id), &l.m, &l.s, i, &v);
		if (isnan(want) ? !isnan(v.value) : !(fabs(v.value - want) <= 1e-6))
			fail_msg("%s on day %zu of %zu: %f, not %f (%s)", ways[k].id, i,
			    l.n, v.value, want, v.note);
	}
}

static void
short_histories_agree_with_the_slow_ways(void **state)
{
	(void)state;
	srand(1120);
	for (int round = 0; round < 10000; round++) {
		make_history(1 + (size_t)(any() * 60));
		check_at(l.n - 1);
	}
}

static void
long_histories_agree_with_the_slow_ways(void **state)
{
	(void)state;
	srand(2611);
	for (int round = 0; round < 100; round++) {
		make_history(150 + (size_t)(any() * 240));
		for (size_t i = (size_t)(any() * 10); i < l.n; i += 17)
			check_at(i);
	}
}

/* ---- what must hold of any history ---- */
static void
less_known_is_never_more_certain(void **state)
{
	double before[LIFE_DAYS];

	(void)state;
	srand(300);
	for (int round = 0; round < 300; round++) {
		make_history(20 + (size_t)(any() * 200));
		for (size_t i = 0; i < l.n; i++)
			before[i] = l.s.strain[i].confidence;
		size_t gone = 1 + (size_t)(any() * (double)(l.n - 1));
		wk_day_clear(&l.days[gone], l.days[gone].d);
		tell(&l);
		for (size_t i = 0; i < l.n; i++)
			assert_true(l.s.strain[i].confidence <= before[i] + 1e-12);
		check_at(l.n - 1);
	}
}

/* A value has a state that says so, a note fits, and what comes later changes nothing
 * but the 17 weeks, which later days make up for. */
static void
every_value_is_told_and_stays(void **state)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);

	(void)state;
	srand(19);
	for (int round = 0; round < 100; round++) {
		make_history(200);
		for (size_t k = 0; k < n; k++) {
			struct wk_indicator_value then, now;
			struct wk_series cut = l.s;

			cut.n = 120;
			wk_indicator_at(&t[k], &l.m, &l.s, 119, &now);
			wk_indicator_at(&t[k], &l.m, &cut, 119, &then);
			assert_true(strlen(now.note) < sizeof(now.note) - 1);
			if (now.state >= WK_STATE_INSUFFICIENT)
				assert_true(isnan(now.value) && *now.note != '\0');
			if (strcmp(t[k].id, "avg48") == 0)
				continue;
			assert_int_equal(now.state, then.state);
			same(now.value, then.value, t[k].id);
			assert_string_equal(now.note, then.note);
		}
	}
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(short_histories_agree_with_the_slow_ways),
		T(long_histories_agree_with_the_slow_ways),
		T(less_known_is_never_more_certain),
		T(every_value_is_told_and_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
