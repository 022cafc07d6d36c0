/* SPDX-License-Identifier: MIT */
/* Between strain.c and strain_points.c: the state of the recursion. */
#pragma once

#include "wick/core.h"

enum { STRAIN_LEAD = 14,             /* days before the first that windows may reach */
	STRAIN_REACH = 56 };         /* days back that a day not logged may come from */

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
	wk_date checkin_d;           /* WK_DATE_NONE: never */
	double fast_conf, slow_conf;
	size_t empty_run;
	/* the range kept around the score through a gap */
	double low_gap, high_gap;    /* score minus low, high minus score */
	double fast_before, fast_low, slow_low, fast_high, slow_high, goal;
};
/* Points of day i into out->p, with the windows they come from. Moves the memories on. */
void strain_points(struct strain_run *r, size_t i, struct wk_strain *out);
/* Makes and fills r->past. */
void strain_prepare(struct strain_run *r, struct wk_arena *scratch);
/* Fills r->past anew from day i on: those days are others now. */
void strain_refill(struct strain_run *r, size_t i);
/* Before the first day of n. A copy of *r after a step goes on from there. */
void strain_begin(struct strain_run *r, const struct wk_model *m,
    const struct wk_day *days, size_t n, struct wk_arena *scratch);
/* Day i into *out; out[-1] is the day before. Days in order, each once. */
void strain_step(struct strain_run *r, size_t i, struct wk_strain *out);
double strain_incident_points(const struct wk_model *m, const struct wk_incident *v);
/* As wk_strain_run, and the state before each STRAIN_MARK-th day: from there the course
 * of a plan goes on, without all of the days again. */
enum { STRAIN_MARK = 64 };
const struct strain_run *strain_run_marked(const struct wk_model *m,
    const struct wk_day *days, size_t n, struct wk_arena *a, struct wk_strain *out);
/* Median of v[0..n), which it sorts; n > 0. */
double strain_median(double *v, size_t n);
