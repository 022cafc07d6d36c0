/* SPDX-License-Identifier: MIT */
/* Between strain.c and strain_points.c: the state of the recursion. */
#pragma once

#include "wick/core.h"

enum { STRAIN_LEAD = 14 };           /* days before the first that windows may reach */

/* A day as the windows see it: its own hours, and counts from the start through it. */
struct strain_past {
	double hours;                /* known, or put in their place */
	int wakings;                 /* pages that woke, that day */
	int rest, short_rests, oncall;
};
struct strain_run {
	const struct wk_model *m;
	const struct wk_day *days;
	size_t n;
	struct strain_past *past;    /* STRAIN_LEAD + n */
	/* decay constants, computed once */
	double sleep_a, incident_keep, checkin_a, up_a, down_a, fast_a, slow_a,
	    range_keep;
	/* memories */
	double chronic_h, incident_load, checkin;
	size_t checkin_at;           /* SIZE_MAX: never */
	double fast_conf, slow_conf;
	size_t empty_run;
	/* the range kept around the score through a gap */
	double low_gap, high_gap;    /* score minus low, high minus score */
	double fast_before, fast_low, slow_low, fast_high, slow_high, goal;
};
/* Points of day i into out->p, with the windows they come from. Moves the memories on. */
void strain_points(struct strain_run *r, size_t i, struct wk_strain *out);
/* Fills r->past. */
void strain_prepare(struct strain_run *r, struct wk_arena *scratch);
