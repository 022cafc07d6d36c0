/* SPDX-License-Identifier: MIT */
/* Lives by chance, the same ones every time: gaps, leave, pages, check-ins. */
#pragma once
#include "test_core_life.h"

enum { RANDOM_LIVES = 200 };

static inline uint64_t
chance(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed >> 11;
}

/* One of n, from 0. */
static inline int
one_of(uint64_t *seed, int n)
{
	return (int)(chance(seed) % (uint64_t)n);
}

static inline double
between(uint64_t *seed, double lo, double hi)
{
	return lo + (hi - lo) * (double)(chance(seed) % 10001) / 10000;
}

static inline void
random_pages(struct life *x, struct wk_day *day, uint64_t *seed)
{
	for (int n = one_of(seed, 3); n > 0; n--)
		page(x, day, (enum wk_category)one_of(seed, WK_CAT_COUNT),
		    one_of(seed, 2) ? (double)NAN : between(seed, 5, 120), false);
}

static inline void
random_day(struct life *x, uint64_t *seed, double hours, double sleep_h, int missing)
{
	struct wk_day *day = live(x, 1, NAN, NAN);
	bool is_weekend = wk_date_weekday(day->d) > 4;
	if (one_of(seed, 100) >= missing)
		day->hours = is_weekend && one_of(seed, 4) ? 0 :
		    WK_MAX(0, hours / 5 + between(seed, -3, 3));
	if (one_of(seed, 100) >= missing)
		day->sleep_h = WK_MAX(0, sleep_h + between(seed, -1.5, 1.5));
	if (!one_of(seed, 8))
		day->wakes = one_of(seed, 4);
	if (!one_of(seed, 10))
		random_pages(x, day, seed);
	day->is_oncall = !one_of(seed, 6);
	day->has_short_rest = !one_of(seed, 12);
	if (!one_of(seed, 25)) {
		day->leave = WK_LEAVE_VACATION;
		day->hours = 0;
	}
	if (!one_of(seed, 5))
		day->stress = 1 + one_of(seed, 5);
}

/* Life number k, of 60 to 240 days; told. Returns the index of its last day. */
static inline size_t
random_life(struct life *x, int k)
{
	uint64_t seed = 0x9e3779b97f4a7c15u * (uint64_t)(k + 1);
	life_fini(x);
	life_init(x);
	int days = 60 + one_of(&seed, 180), missing = one_of(&seed, 40);
	double hours = between(&seed, 30, 75), sleep_h = between(&seed, 4.5, 8.5);
	live(x, 1, 8, 7);
	for (int d = 1; d < days; d++) {
		if (!one_of(&seed, 40)) {
			hours = between(&seed, 30, 75);
			sleep_h = between(&seed, 4.5, 8.5);
		}
		if (!one_of(&seed, 60))
			for (int gap = one_of(&seed, 14); gap > 0 && d < days; gap--, d++)
				live(x, 1, NAN, NAN);
		random_day(x, &seed, hours, sleep_h, missing);
	}
	return tell(x);
}
