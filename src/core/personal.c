/* SPDX-License-Identifier: MIT */
/* Personal calibration: which of a person's own numbers went before how that person felt.
 * Spearman's rank correlation, ties with their mean rank (Spearman 1904; the Pearson
 * correlation of the ranks), of each input with each check-in item so many days later.
 * Looking at many lags finds something in pure chance as well: what is too weak is left
 * out. And a day is much like the day before it, so that n days tell less than n: what
 * may be chance for that reason is not called clear. It never touches the score.
 *
 * Measured by test_core_personal on simulated people whose answers have nothing to do
 * with anything: 1.4 % of their tables call something clear; 0.7 % where half of the
 * answers are only those of the day before, none where three quarters are. */
#include "indicator.h"
#include "strain.h"

#include <stdlib.h>

enum { LAG_MAX = 21, LOOK_BACK = 730, PAIRS_MIN = 30 };
/* |rho| x sqrt(n - 1) of chance alone is about normal; 7 inputs x 3 items x 22 lags are
 * looked at. Wick's own choice. */
#define CHANCE_Z 4.0

/* An input of day i; NAN where it is not known. */
typedef double input_fn(const struct wk_model *m, const struct wk_series *s, size_t i);

static double
in_hours(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	(void)m;
	return s->days[i].hours;
}

static double
in_sleep(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	(void)m;
	return s->days[i].sleep_h;
}

/* Of nights that were logged; a page that woke is one whether or not the night was. */
static double
in_wakes(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	const struct wk_day *day = &s->days[i];
	int n = day->wakes + wk_day_wakings(day);

	(void)m;
	return n == 0 && isnan(day->sleep_h) ? (double)NAN : n;
}

static double
in_incidents(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	const struct wk_day *day = &s->days[i];
	double points = 0;

	for (size_t k = 0; k < day->incident_count; k++)
		points += strain_incident_points(m, &day->incidents[k]);
	return wk_day_is_empty(day) ? NAN : points;
}

static double
in_week_hours(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	(void)m;
	return s->strain[i].is_held || s->strain[i].is_empty ? NAN :
	    s->strain[i].week_hours;
}

static double
in_oncall(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	const struct wk_day *day = &s->days[i];

	(void)m;
	return wk_day_is_empty(day) && !day->is_oncall ? (double)NAN : day->is_oncall;
}

static double
in_short_rest(const struct wk_model *m, const struct wk_series *s, size_t i)
{
	const struct wk_day *day = &s->days[i];

	(void)m;
	if (wk_rest_is_short(day))
		return 1;
	return isnan(day->hours) ? (double)NAN : 0;
}

static const struct {
	const char *name;
	input_fn *value;
} inputs[] = {
	{ "hours", in_hours }, { "sleep", in_sleep }, { "awakenings", in_wakes },
	{ "incident points", in_incidents }, { "week_hours", in_week_hours },
	{ "on call", in_oncall }, { "short rest", in_short_rest },
};

static const struct {
	const char *name;
	size_t offset;                  /* of the int in struct wk_day */
} items[] = {
	{ "energy", offsetof(struct wk_day, energy) },
	{ "stress", offsetof(struct wk_day, stress) },
	{ "mood", offsetof(struct wk_day, mood) },
};

/* NAN: not answered. */
static double
answer_of(const struct wk_day *day, size_t item)
{
	int v;

	memcpy(&v, (const char *)day + items[item].offset, sizeof(v));
	return v == 0 ? (double)NAN : v;
}

/* ---- ranks ---- */
struct ranked {
	double v;
	size_t at;
};

static int
by_value(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return (x->v > y->v) - (x->v < y->v);
}

/* Ranks of v into out, equal values sharing their mean rank. work has n places. */
static void
rank(const double *v, size_t n, struct ranked *work, double *out)
{
	for (size_t k = 0; k < n; k++)
		work[k] = (struct ranked){ v[k], k };
	qsort(work, n, sizeof(*work), by_value);
	for (size_t k = 0, end; k < n; k = end) {
		for (end = k + 1; end < n && !(work[end].v > work[k].v); end++)
			;
		for (size_t j = k; j < end; j++)
			out[work[j].at] = (double)(k + end + 1) / 2;
	}
}

/* NAN where one of the two does not vary. */
static double
pearson(const double *x, const double *y, size_t n)
{
	double mean = (double)(n + 1) / 2, xx = 0, yy = 0, xy = 0;

	for (size_t k = 0; k < n; k++) {
		double dx = x[k] - mean, dy = y[k] - mean;

		xx += dx * dx;
		yy += dy * dy;
		xy += dx * dy;
	}
	return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : NAN;
}

/* Room for one correlation of up to `max` pairs. */
struct bench {
	double *x, *y, *rank_x, *rank_y;
	struct ranked *work;
};

static void
bench_init(struct bench *b, size_t max, struct wk_arena *a)
{
	b->x = WK_ARENA_ARRAY(a, double, max);
	b->y = WK_ARENA_ARRAY(a, double, max);
	b->rank_x = WK_ARENA_ARRAY(a, double, max);
	b->rank_y = WK_ARENA_ARRAY(a, double, max);
	b->work = WK_ARENA_ARRAY(a, struct ranked, max);
}

/* The pairs of which both are known, then their correlation. */
static double
correlate(struct bench *b, const double *x, const double *y, size_t n, int *pairs)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		if (isnan(x[k]) || isnan(y[k]))
			continue;
		b->x[kept] = x[k];
		b->y[kept++] = y[k];
	}
	*pairs = (int)kept;
	rank(b->x, kept, b->work, b->rank_x);
	rank(b->y, kept, b->work, b->rank_y);
	return pearson(b->rank_x, b->rank_y, kept);
}

double
wk_spearman(const double *x, const double *y, size_t n, struct wk_arena *a, int *pairs)
{
	struct bench b;

	bench_init(&b, n, a);
	return correlate(&b, x, y, n, pairs);
}

/* ---- the table ---- */
/* One number a day, and its correlation with itself so many days later. */
struct track {
	double *v;
	double self[LAG_MAX + 1];
};

static void
learn_self(struct bench *b, struct track *t, size_t n)
{
	for (size_t lag = 1; lag <= LAG_MAX && lag < n; lag++) {
		int pairs;
		double rho = correlate(b, t->v, t->v + lag, n - lag, &pairs);

		t->self[lag] = pairs < PAIRS_MIN || isnan(rho) ? 0 : rho;
	}
}

/* So many days tell as much as one (Bartlett 1935), at least 1. */
static double
days_a_day(const struct track *x, const struct track *y)
{
	double sum = 1;

	for (size_t lag = 1; lag <= LAG_MAX; lag++)
		sum += 2 * x->self[lag] * y->self[lag];
	return fmax(1, sum);
}

/* x[k] with y[k + lag]: the lag whose correlation is strongest; n is 0 for none. */
static struct wk_personal
best_lag(struct bench *b, const struct track *x, const struct track *y, size_t n)
{
	double each = days_a_day(x, y);
	struct wk_personal best = { .rho = 0 };

	for (size_t lag = 0; lag <= LAG_MAX && lag < n; lag++) {
		int pairs;
		double rho = correlate(b, x->v, y->v + lag, n - lag, &pairs);

		if (pairs < PAIRS_MIN || isnan(rho) || fabs(rho) <= fabs(best.rho) ||
		    fabs(rho) * sqrt(pairs - 1) < CHANCE_Z)
			continue;
		best.rho = rho;
		best.lag = (int)lag;
		best.n = pairs;
		best.is_clear = fabs(rho) * sqrt(fmax(0, pairs / each - 1)) >= CHANCE_Z;
	}
	return best;
}

static size_t
insert(struct wk_personal *out, size_t n, size_t max, const struct wk_personal *x)
{
	size_t at = n;

	while (at > 0 && fabs(out[at - 1].rho) < fabs(x->rho))
		at--;
	if (at >= max)
		return n;
	n = WK_MIN(n + 1, max);
	for (size_t k = n - 1; k > at; k--)
		out[k] = out[k - 1];
	out[at] = *x;
	return n;
}

static int
count_checkins(const struct wk_day *days, size_t n)
{
	int known = 0;

	for (size_t k = 0; k < n; k++)
		known += days[k].energy > 0 || days[k].stress > 0 || days[k].mood > 0;
	return known;
}

/* Every pair's best lag of the n days from `first` on. */
static size_t
fill_table(const struct wk_model *m, const struct wk_series *s, size_t first, size_t n,
    struct wk_arena *a, struct wk_personal *out, size_t max)
{
	struct track x = { .v = WK_ARENA_ARRAY(a, double, n) }, y[WK_LEN(items)] = { 0 };
	size_t found = 0;
	struct bench b;

	bench_init(&b, n, a);
	for (size_t item = 0; item < WK_LEN(items); item++) {
		y[item].v = WK_ARENA_ARRAY(a, double, n);
		for (size_t k = 0; k < n; k++)
			y[item].v[k] = answer_of(&s->days[first + k], item);
		learn_self(&b, &y[item], n);
	}
	for (size_t in = 0; in < WK_LEN(inputs); in++) {
		for (size_t k = 0; k < n; k++)
			x.v[k] = inputs[in].value(m, s, first + k);
		learn_self(&b, &x, n);
		for (size_t item = 0; item < WK_LEN(items); item++) {
			struct wk_personal best = best_lag(&b, &x, &y[item], n);

			best.input = inputs[in].name;
			best.item = items[item].name;
			if (best.n > 0)
				found = insert(out, found, max, &best);
		}
	}
	return found;
}

size_t
wk_personal_run(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_personal *out, size_t max, int *known)
{
	size_t n, first;

	*known = 0;
	if (i >= s->n)
		return 0;
	n = WK_MIN(i + 1, (size_t)LOOK_BACK);
	first = i + 1 - n;
	*known = count_checkins(s->days + first, n);
	return *known < WK_PERSONAL_DAYS ? 0 : fill_table(m, s, first, n, a, out, max);
}
