/* SPDX-License-Identifier: MIT */
/* What the indicators carry on from day to day. */
#pragma once

#include "formula.h"
#include "indicator.h"

struct wk_pace {
	double acute, chronic;          /* hours a day; NAN before the first known day */
	double fatigue, fitness;
};
/* Over seven days that end at one, or fewer where the log is younger. */
struct wk_sums {
	double hours, fast;             /* known hours; the fast side */
	double debt_h, awake_h;        /* of known nights: under the need, over 15.84 h */
	double bed_h, wake_h;           /* of nights with times */
	double page_min;                /* of pages on days with hours: minutes known, */
	/* Of nights before work [0] and before free days [1], whose middle lies there. */
	double mid_sine[2], mid_cosine[2];
	double unlike_h;                /* as in struct wk_turn */
	double pages, timed;            /* all of them, those whose minutes are known */
};
/* A night whose times are known after one whose times are. */
struct wk_turn {
	bool is_known;
	double unlike_h;               /* hours in which one sleeps, the other does not */
	bool is_apart;                 /* the second begins after the first; then also: */
	double asleep_h;
	double awake_keep, awake_debt; /* what the day awake and the night keep: of the */
	double asleep_keep, asleep_debt;        /* pressure to sleep, and of the debt */
};
struct wk_trail {
	struct wk_pace pace;
	/* Days up to this one: with hours, with any entry or on call, on call, with the
	 * length of the night, with its times; of leave without hours; of leave that
	 * would have been workdays. Pages up to it. */
	int hours_seen, days_seen, oncall_seen, slept_seen, nights_seen, leave_seen,
	    excluded, pages_seen;
	/* Days worked; rests whose length is known, under 11 h, cut by a page. */
	int worked_seen, rests_seen, broken_seen, cut_seen;
	int rest_since;                 /* days since a rest day; -1: none in the log */
	struct wk_sums week;
	struct wk_turn night;
	int pairs_seen, turns_seen;     /* nights of which night.is_known, .is_apart */
	int work_nights, free_nights; /* with times, of days with hours: with work, not */
};
/* Days from..n-1; those before them have theirs. */
void wk_trail_run(const struct wk_model *m, const struct wk_day *days,
    const struct wk_strain *strain, size_t from, size_t n, struct wk_trail *trail);
/* What day n-1 hands on to the day after it, without the sums and nights of a window. */
void wk_trail_carry(const struct wk_model *m, const struct wk_day *days, size_t n,
    struct wk_trail *last);
/* Of a double of the weeks over the last `days`, a multiple of 7. */
double wk_trail_sum(const struct wk_series *s, size_t i, size_t days, size_t offset);
#define WK_TRAIL_SUM(s, i, days, member) \
	wk_trail_sum(s, i, days, offsetof(struct wk_trail, week.member))

static inline struct wk_window
wk_window_of(const struct wk_series *s, size_t i, size_t days)
{
	static const struct wk_trail none;
	struct wk_window w = { .at = &none, .before = &none };

	if (s->n == 0 || i >= s->n)
		return w;
	w.n = WK_MIN(days, i + 1);
	w.v = s->days + (i + 1 - w.n);
	w.at = &s->trail[i];
	w.before = i >= w.n ? &s->trail[i - w.n] : &none;
	w.hours = w.at->hours_seen - w.before->hours_seen;
	w.known = w.at->days_seen - w.before->days_seen;
	return w;
}

struct wk_pace wk_pace_begin(void);
void wk_pace_step(struct wk_pace *p, double load);
/* before: NULL on the first day. */
void wk_night_between(const struct wk_day *before, const struct wk_day *day,
    struct wk_turn *t);
/* Of the middle of a night with times, on the clock. */
void wk_night_middle(const struct wk_day *day, double *sine, double *cosine);
