/* SPDX-License-Identifier: MIT */
/* Made-up histories with gaps, leave and pages, to try indicators on. */
#pragma once
#include "test_core_life.h"

static double
any(void)
{
	return rand() / (RAND_MAX + 1.0);
}

static void
make_pages(struct wk_day *day, int n)
{
	for (int k = 0; k < n; k++)
		page(&l, day, (enum wk_category)(any() * WK_CAT_COUNT),
		    any() < 0.3 ? NAN : floor(any() * 200), any() < 0.3);
	day->shift_load = n > 0 && any() < 0.2 ? -1 : n > 0 ? 1 + (int)(any() * n) : 0;
}

static void
make_day(void)
{
	struct wk_day *day = live(&l, 1, any() < 0.3 ? 0 : floor(any() * 28) / 2,
	    floor(any() * 20) / 2);

	if (any() < 0.2)
		day->hours = NAN;
	if (any() < 0.2)
		day->sleep_h = NAN;
	if (any() < 0.1) {
		day->leave = WK_LEAVE_VACATION;
		day->hours = any() < 0.2 ? 3 : 0;
	}
	if (any() < 0.5)
		day->rest_h = floor(any() * 30);
	if (any() < 0.6) {
		day->bed_h = any() * 10 - 6;
		day->wake_h = day->bed_h + 1 + any() * 9;
	}
	day->has_short_rest = any() < 0.05;
	day->is_oncall = any() < 0.2;
	day->wakes = any() < 0.2 ? 2 : 0;
	if (any() < 0.2)
		make_pages(day, 1 + (int)(any() * 4));
}

/* The first day has hours, as in every series. */
static void
make_history(size_t days)
{
	life_fini(&l);
	wk_arena_init(&l.arena);
	for (l.n = 0; l.n < days;)
		make_day();
	l.days[0].hours = 8;
	tell(&l);
}
