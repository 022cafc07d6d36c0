/* SPDX-License-Identifier: MIT */
/* A life told in stretches of equal days, for tests of what is said about it. */
#pragma once
#include "cm.h"

#include "wick/core.h"

#include <stdlib.h>

enum { LIFE_DAYS = 400 };
static const wk_date MONDAY = 20605;      /* 2026-06-01 */
struct life {
	struct wk_arena arena;
	struct wk_model m;
	struct wk_day days[LIFE_DAYS];
	size_t n;
	struct wk_series s;
};

static inline void
life_init(struct life *l)
{
	memset(l, 0, sizeof(*l));
	wk_arena_init(&l->arena);
	wk_model_defaults(&l->m);
}

/* count days alike; NAN is not logged. Returns the last, for what else happened on it. */
static inline struct wk_day *
live(struct life *l, int count, double hours, double sleep_h)
{
	for (; count > 0; count--, l->n++) {
		wk_day_clear(&l->days[l->n], MONDAY + (wk_date)l->n);
		l->days[l->n].hours = hours;
		l->days[l->n].sleep_h = sleep_h;
	}
	return &l->days[l->n - 1];
}

static inline void
live_weeks(struct life *l, int weeks, double hours, double sleep_h)
{
	for (; weeks > 0; weeks--) {
		live(l, 5, hours, sleep_h);
		live(l, 2, 0, sleep_h);
	}
}

static inline void
page(struct life *l, struct wk_day *day, enum wk_category cat, double minutes,
    bool is_noise)
{
	struct wk_incident *v = WK_ARENA_ARRAY(&l->arena, struct wk_incident,
	    day->incident_count + 1);
	if (day->incident_count > 0)
		memcpy(v, day->incidents, day->incident_count * sizeof(*v));
	v[day->incident_count++] = (struct wk_incident){ .cat = cat, .severity = -1,
		.minutes = minutes, .is_noise = is_noise };
	day->incidents = v;
}

/* Computes it, seen from a day long after. Returns the index of the last day. */
static inline size_t
tell(struct life *l)
{
	wk_series_init(&l->s, &l->m, l->days, l->n, MONDAY + LIFE_DAYS, &l->arena);
	return l->n - 1;
}

static inline void
life_fini(struct life *l)
{
	wk_arena_fini(&l->arena);
}

/* Equal to 1e-6, and not known is equal to not known. */
static inline void
same(double got, double want, const char *why)
{
	if (isnan(want) ? !isnan(got) : !(fabs(got - want) <= 1e-6))
		fail_msg("%s: %f, not %f", why, got, want);
}

/* The life of the test that runs. */
static struct life l;

static int
setup(void **state)
{
	(void)state;
	life_init(&l);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	life_fini(&l);
	return 0;
}
