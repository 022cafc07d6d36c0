/* SPDX-License-Identifier: MIT */
/* Between strain.c and strain_points.c: the state of the recursion. */
#pragma once

#include "wick/core.h"

struct strain_run {
	const struct wk_model *m;
	const struct wk_day *days;
	size_t n;
	double *hours;               /* each day's, known or put in its place */
	int *wakings;                /* pages that woke */
	/* decay constants, computed once */
	double sleep_a, incident_keep, checkin_a, up_a, down_a, fast_a, slow_a, range_keep;
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
/* Fills r->hours and r->wakings. */
void strain_prepare(struct strain_run *r, struct wk_arena *scratch);
