/* SPDX-License-Identifier: MIT */
/* A story is a list of phases; each phase a stretch of similar days. Made up in detail,
 * true in shape to what engineers have told of their work. */
#pragma once

#include "wick/app.h"

enum demo_oncall { DEMO_ONCALL_NONE = 0, DEMO_ONCALL_ALWAYS = 1 }; /* n: one week in n */
struct demo_phase {
	int days;                 /* 0: until today */
	double week_h, week_days; /* work */
	double sleep_h;           /* a night, before jitter */
	double wakes;             /* a night, mean */
	double night_pages, day_pages;   /* a week on call */
	double noise;             /* share of pages that needed nothing */
	int oncall;               /* one week in n; 0 never, 1 always */
	int energy, stress, mood; /* 0: no check-in */
	bool is_gap, has_storms;
	enum wk_leave leave;
	const char *note;         /* on the phase's first day: the turning point */
};
struct demo_story {        /* the same order as wk_demo_stories() */
	uint64_t seed;
	const struct demo_phase *phases;
	size_t count;
	int length_days;          /* from its first day to today, about */
};
const struct demo_story *wk_demo_table(size_t *n);
