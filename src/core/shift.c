/* SPDX-License-Identifier: MIT */
/* Changes in level: complete ISO weeks against the person's own eight known weeks before
 * them. The distance is a robust z, (value - median) / spread; the spread is 1.4826 x the
 * median absolute deviation, or that of the steps from week to week where it is larger,
 * and never under a floor. A change is told when two known weeks in a row lie on the same
 * side, each by z 1 and their mean by 2.1; or when one lies 4.5 off; and once: that side
 * is silent for the next eight known weeks. Leave: a week with a day of it has no usual
 * hours, one with three has no usual nights and pages; such weeks are neither usual nor
 * judged. A week of which too little was logged is not known, and not a week of nothing.
 *
 * The distances and floors are wick's own choice. Measured by test_core_shift on 1,000
 * simulated years of each kind (a day's hours differ by 0.9 h, a week's by 1.5 h more, a
 * night by 0.75 h; weekend work, leave, days not logged, weeks on call):
 *   told though nothing changed, a year: hours 0.08, sleep 0.11, pages 0.01, together
 *   0.19; people whose days differ twice as much: hours 0.70, sleep 0.62
 *   told within four weeks of a true change: nights 0.5 h shorter 25 %, 0.8 h 68 %, 1.2 h
 *   93 %; weeks 5 h longer 24 %, 8 h 68 %, 12 h 90 %; 6 pages a week more 62 % */
#include "strain.h"

#include <stdio.h>

enum { USUAL = 8,               /* weeks that are one's usual */
	STEPS = 25,             /* between weeks, from which the spread comes too */
	LOOK_BACK = 104,        /* weeks from which a walk begins */
	USUAL_REACH = 26,       /* weeks; older ones are nobody's usual any more */
	PAIR_REACH = 4,         /* of the two: leave may lie between them */
	RECENT = 8,             /* weeks in which a change is news */
	HOURS_FLOOR_D = 5, NIGHTS_FLOOR = 4, PAGES_FLOOR_D = 5 };
#define MAD_TO_SD 1.4826        /* of normal noise */

/* The week that begins at index k of the days; NAN where too little is known. */
typedef double week_fn(const struct wk_series *s, size_t k);

/* The hours that the score counts: days not logged are as that weekday usually is. */
static double
week_hours(const struct wk_series *s, size_t k)
{
	int known = 0;

	for (size_t j = k; j < k + 7; j++)
		known += !isnan(s->days[j].hours);
	return known < HOURS_FLOOR_D ? NAN : s->strain[k + 6].week_hours;
}

static double
week_sleep(const struct wk_series *s, size_t k)
{
	double sum = 0;
	int known = 0;

	for (size_t j = k; j < k + 7; j++) {
		if (isnan(s->days[j].sleep_h))
			continue;
		sum += s->days[j].sleep_h;
		known++;
	}
	return known < NIGHTS_FLOOR ? NAN : sum / known;
}

static double
week_pages(const struct wk_series *s, size_t k)
{
	int known = 0;
	double sum = 0;

	for (size_t j = k; j < k + 7; j++) {
		known += !wk_day_is_empty(&s->days[j]);
		sum += (double)s->days[j].incident_count;
	}
	return known < PAGES_FLOOR_D ? NAN : sum;
}

/* beyond_all: the weeks must also lie outside all of the usual ones, for a week on call
 * now and then is usual though its pages are far from the median; no single one is
 * told. */
static const struct measure {
	const char *what, *grew, *fell, *unit;
	int digits;
	week_fn *value;
	int leave_most;                 /* days of it in a week that counts */
	double spread_floor, z_each, z_two, z_one;
	bool beyond_all;
} measures[] = {
	{ "hours", "your weeks grew by", "your weeks shortened by", "h", 0, week_hours,
	    0, 3.3, 1, 2.1, 4.5, false },
	{ "sleep", "your nights lengthened by", "your nights shortened by", "h", 1,
	    week_sleep, 2, 0.33, 1, 2.1, 4.5, false },
	{ "pages", "your pages rose by", "your pages fell by", "a week", 0, week_pages,
	    2, 1.5, 1.5, 2.5, INFINITY, true },
};

struct week {
	wk_date monday;
	double v;
};

/* What is usual before w[k]. `spread` is its floor until what it comes from, dearer than
 * the rest, can tell. */
struct usual {
	size_t k;
	double median, spread, least, most;
	bool is_known, has_spread;
};

struct walk {
	const struct measure *what;
	struct week *w;                 /* known weeks, in order */
	size_t n;
	struct usual now, before;       /* of the week looked at, and of the one before */
	double sort[WK_MAX(USUAL, STEPS)];
};

static int
count_leave(const struct wk_day *days)
{
	int n = 0;

	for (size_t j = 0; j < 7; j++)
		n += days[j].leave != WK_LEAVE_NONE;
	return n;
}

static void
collect_weeks(struct walk *x, const struct wk_series *s, size_t i)
{
	size_t lead = (size_t)(7 - wk_date_weekday(s->days[0].d)) % 7, k = lead;

	if (i + 1 > lead + 7 * LOOK_BACK)
		k += (i + 1 - lead - 7 * LOOK_BACK) / 7 * 7;
	for (x->n = 0; k + 6 <= i; k += 7) {
		double v = x->what->value(s, k);

		if (!isnan(v) && count_leave(&s->days[k]) <= x->what->leave_most)
			x->w[x->n++] = (struct week){ s->days[k].d, v };
	}
}

/* From one week to the next: what a change of level long ago does not widen, and steadier
 * than what eight weeks tell. */
static double
spread_of_steps(struct walk *x, size_t k)
{
	size_t n = WK_MIN(k - 1, (size_t)STEPS);

	for (size_t j = 0; j < n; j++)
		x->sort[j] = fabs(x->w[k - 1 - j].v - x->w[k - 2 - j].v);
	return MAD_TO_SD / sqrt(2) * strain_median(x->sort, n);
}

/* Of the eight weeks before w[k]; nothing is known where they are too far back. */
static struct usual
learn_usual(struct walk *x, size_t k)
{
	const struct week *w = &x->w[k - USUAL];
	struct usual u = { .k = k, .spread = x->what->spread_floor };

	if (x->w[k].monday - w[0].monday > 7 * USUAL_REACH)
		return u;
	u.is_known = true;
	for (size_t j = 0; j < USUAL; j++)
		x->sort[j] = w[j].v;
	u.median = strain_median(x->sort, USUAL);
	u.least = x->sort[0];
	u.most = x->sort[USUAL - 1];
	return u;
}

static void
learn_spread(struct walk *x, struct usual *u)
{
	for (size_t j = 0; j < USUAL; j++)
		x->sort[j] = fabs(x->w[u->k - USUAL + j].v - u->median);
	u->spread = fmax(MAD_TO_SD * strain_median(x->sort, USUAL), u->spread);
	u->spread = fmax(u->spread, spread_of_steps(x, u->k));
	u->has_spread = true;
}

/* Of w[k] from a usual. Under `matters` it may be told too large, but not as more. */
static double
distance(struct walk *x, struct usual *u, size_t k, double matters)
{
	double off = x->w[k].v - u->median;

	if (x->what->beyond_all && x->w[k].v >= u->least && x->w[k].v <= u->most)
		return 0;
	if (!u->has_spread && fabs(off / u->spread) >= matters)
		learn_spread(x, u);
	return off / u->spread;
}

/* Weeks first..last as a change from a usual. */
static struct wk_shift
shift_of(const struct walk *x, const struct usual *u, size_t first, size_t last)
{
	struct wk_shift out = { .what = x->what->what, .monday = x->w[first].monday,
		.before = u->median };

	for (size_t k = first; k <= last; k++)
		out.after += x->w[k].v / (double)(last - first + 1);
	out.z = (out.after - out.before) / u->spread;
	return out;
}

/* A change that w[k] completes; z is 0 where there is none. Each k after the one before
 * it. */
static struct wk_shift
look(struct walk *x, size_t k)
{
	const struct wk_shift none = { .z = 0 };
	double z, before, each = x->what->z_each;

	x->before = x->now;
	x->now = learn_usual(x, k);
	if (!x->now.is_known)
		return none;
	if (fabs(distance(x, &x->now, k, x->what->z_one)) >= x->what->z_one)
		return shift_of(x, &x->now, k, k);
	if (k == USUAL || x->w[k].monday - x->w[k - 1].monday > 7 * PAIR_REACH ||
	    !x->before.is_known)
		return none;
	before = distance(x, &x->before, k - 1, each);
	if (fabs(before) < each)
		return none;
	z = distance(x, &x->before, k, each);
	if (z * before <= 0 || fabs(z) < each || fabs(z + before) / 2 < x->what->z_two)
		return none;
	return shift_of(x, &x->before, k - 1, k);
}

static void
put_words(struct wk_shift *x, const struct measure *what)
{
	int year, week;

	wk_date_iso_week(x->monday, &year, &week);
	snprintf(x->text, sizeof(x->text), "%s %.*f %s in week %d",
	    x->z > 0 ? what->grew : what->fell, what->digits, fabs(x->after - x->before),
	    what->unit, week);
}

/* Newest first, and those of one week in the order of the table. */
static size_t
insert(struct wk_shift *out, size_t n, size_t max, const struct wk_shift *x)
{
	size_t at = n;

	while (at > 0 && out[at - 1].monday < x->monday)
		at--;
	if (at >= max)
		return n;
	n = WK_MIN(n + 1, max);
	for (size_t k = n - 1; k > at; k--)
		out[k] = out[k - 1];
	out[at] = *x;
	return n;
}

/* Changes of one measure into out, which has n of at most max. */
static size_t
find_measure(struct walk *x, struct wk_shift *out, size_t n, size_t max)
{
	size_t silent[2] = { 0, 0 };            /* until this week: falling, rising */

	for (size_t k = USUAL; k < x->n; k++) {
		struct wk_shift found = look(x, k);

		if (found.z == 0 || k < silent[found.z > 0])
			continue;
		silent[found.z > 0] = k + USUAL;
		put_words(&found, x->what);
		n = insert(out, n, max, &found);
	}
	return n;
}

size_t
wk_shift_find(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_shift *out, size_t max)
{
	struct walk x = { .w = WK_ARENA_ARRAY(a, struct week, LOOK_BACK + 1) };
	size_t n = 0;

	(void)m;
	if (i >= s->n || max == 0)
		return 0;
	for (size_t k = 0; k < WK_LEN(measures); k++) {
		x.what = &measures[k];
		collect_weeks(&x, s, i);
		n = find_measure(&x, out, n, max);
	}
	return n;
}

size_t
wk_shift_recent(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_shift out[WK_SHIFT_SHOWN])
{
	size_t n = wk_shift_find(m, s, i, a, out, WK_SHIFT_SHOWN), kept = 0;
	wk_date now = n == 0 ? 0 : s->days[i].d + 1;

	now -= n == 0 ? 0 : wk_date_weekday(now);       /* Monday of the week that runs */
	while (kept < n && now - out[kept].monday <= 7 * RECENT)
		kept++;
	return kept;
}
