/* SPDX-License-Identifier: MIT */
/* Years of people whose level does not change, by chance and the same every time: days
 * that differ, weeks that are busier, weekends, leave, days not logged, weeks on call. */
#pragma once
#include "test_core_random.h"

enum { YEAR_WEEKS = 57, CHANGE_WEEK = 30 };

/* What changes for good at the beginning of week CHANGE_WEEK; noise is of the whole year,
 * as times that of most people, 0 for once. */
struct change { double week_h, sleep_h, pages, noise; };

struct person {
	uint64_t seed;
	double day_h, sleep_h, busy_h;  /* busy: what this week has more than others */
	double noise;
	int oncall_every;               /* weeks; 0 never */
	int leave_left;                 /* days */
};

/* Standard normal, from twelve uniform ones. */
static inline double
normal(uint64_t *seed)
{
	double sum = -6;
	for (int k = 0; k < 12; k++)
		sum += between(seed, 0, 1);
	return sum;
}

static inline int
poisson(uint64_t *seed, double mean)
{
	double p = exp(-mean), at = p, u = between(seed, 0, 1);
	int n = 0;
	for (; u > at && n < 50; at += p)
		p *= mean / ++n;
	return n;
}

static inline void
person_init(struct person *p, int k)
{
	static const int every[] = { 0, 0, 3, 4, 6, 8 };
	p->seed = 0x9e3779b97f4a7c15u * (uint64_t)(k + 1);
	p->day_h = between(&p->seed, 7, 9.5);
	p->sleep_h = between(&p->seed, 6, 8);
	p->oncall_every = every[one_of(&p->seed, (int)WK_LEN(every))];
	p->busy_h = p->leave_left = 0;
}

static inline void
person_leave(struct person *p, struct wk_day *day, int weekday)
{
	if (weekday == 0 && p->leave_left <= 0 && !one_of(&p->seed, 20))
		p->leave_left = one_of(&p->seed, 2) ? 7 : 14;
	if (p->leave_left-- > 0)
		day->leave = WK_LEAVE_VACATION;
	else if (weekday < 5 && !one_of(&p->seed, 30))
		day->leave = one_of(&p->seed, 2) ? WK_LEAVE_HOLIDAY : WK_LEAVE_SICK;
	if (day->leave != WK_LEAVE_NONE)
		day->hours = 0;
}

static inline void
person_day(struct life *x, struct person *p, int week, const struct change *c)
{
	struct wk_day *day = live(x, 1, NAN, NAN);
	int weekday = wk_date_weekday(day->d);
	bool is_after = week >= CHANGE_WEEK, is_weekend = weekday > 4;
	bool is_oncall = p->oncall_every > 0 && week % p->oncall_every == 0;
	double hours = p->day_h + p->busy_h / 5 + normal(&p->seed) * 0.9 * p->noise;
	double pages = is_oncall ? 5.0 / 7 : 0.1 / 7;
	if (weekday == 0)
		p->busy_h = 0.3 * p->busy_h + 1.5 * p->noise * normal(&p->seed);
	if (is_weekend)
		hours = one_of(&p->seed, 8) ? 0 : between(&p->seed, 0.5, 4);
	if (is_after && !is_weekend)
		hours += c->week_h / 5;
	day->hours = one_of(&p->seed, 20) ? WK_MAX(0, hours) : (double)NAN;
	if (one_of(&p->seed, 12))
		day->sleep_h = p->sleep_h + (is_weekend ? 0.6 : 0) +
		    (is_after ? c->sleep_h : 0) + normal(&p->seed) * 0.75 * p->noise;
	for (int n = poisson(&p->seed, pages + (is_after ? c->pages / 7 : 0)); n > 0; n--)
		page(x, day, WK_CAT_OFF, 20, false);
	person_leave(p, day, weekday);
}

/* Person k's first weeks, with a change in them or NULL for none; told. */
static inline size_t
steady_year(struct life *x, int k, int weeks, const struct change *c)
{
	static const struct change none;
	struct person p;
	person_init(&p, k);
	p.noise = c != NULL && c->noise > 0 ? c->noise : 1;
	life_fini(x);
	life_init(x);
	for (int d = 0; d < 7 * weeks; d++)
		person_day(x, &p, d / 7, c == NULL ? &none : c);
	return tell(x);
}
