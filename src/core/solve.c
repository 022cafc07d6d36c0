/* SPDX-License-Identifier: MIT */
/* The inverse questions, by bisection: more hours never lower a later score and a day off
 * never raises one, so what holds for one answer holds for all on its side. */
#include "forecast.h"

enum { STEPS_AN_HOUR = 10, MOST_H = 112, DAY_H = 24 };

static double
limit_of(const struct wk_model *m, enum wk_band goal)
{
	const double limit[WK_BAND_COUNT] = { m->band_watch, m->band_strained,
		m->band_severe, INFINITY };
	return limit[goal];
}

struct probe {
	struct wk_course course;
	const struct wk_model *m;
	const struct wk_plan *plan;
	size_t by;
	double limit;
};

static void
probe_init(struct probe *p, const struct wk_model *m, const struct wk_series *s, size_t i,
    size_t by, struct wk_arena *a)
{
	wk_course_init(&p->course, m, s, i, by, a);
	p->m = m;
	p->by = by;
}

static bool
is_met(struct probe *p, const struct wk_plan *plan)
{
	return wk_course_run(&p->course, plan, p->by)[p->by - 1].score < p->limit;
}

static bool
hours_meet(struct probe *p, int steps)
{
	struct wk_plan plan = *p->plan;
	wk_plan_put_hours(&plan, p->m, (double)steps / STEPS_AN_HOUR);
	return is_met(p, &plan);
}

static bool
rest_meets(struct probe *p, int days)
{
	struct wk_plan plan = *p->plan;
	plan.rest_days = days;
	return is_met(p, &plan);
}

double
wk_solve_hours(const struct wk_model *m, const struct wk_series *s, size_t i,
    const struct wk_plan *plan, size_t by, enum wk_band goal, struct wk_arena *a)
{
	struct probe p = { .plan = plan, .limit = limit_of(m, goal) };
	int low = 0, high = WK_MIN(MOST_H, DAY_H * wk_plan_working(plan, m)) *
	    STEPS_AN_HOUR;
	probe_init(&p, m, s, i, by, a);
	if (!hours_meet(&p, 0))
		return NAN;
	if (hours_meet(&p, high))
		return INFINITY;
	while (high - low > 1) {       /* low meets, high does not */
		int mid = (low + high) / 2;
		if (hours_meet(&p, mid))
			low = mid;
		else
			high = mid;
	}
	return (double)low / STEPS_AN_HOUR;
}

int
wk_solve_rest(const struct wk_model *m, const struct wk_series *s, size_t i,
    const struct wk_plan *plan, size_t by, enum wk_band goal, struct wk_arena *a)
{
	struct probe p = { .plan = plan, .limit = limit_of(m, goal) };
	int low = 0, high = (int)by;
	probe_init(&p, m, s, i, by, a);
	if (rest_meets(&p, 0))
		return 0;
	if (!rest_meets(&p, high))
		return -1;
	while (high - low > 1) {       /* high meets, low does not */
		int mid = (low + high) / 2;
		if (rest_meets(&p, mid))
			high = mid;
		else
			low = mid;
	}
	return high;
}
