/* SPDX-License-Identifier: MIT */
/* Indicators of nights: sleep_debt14 from lengths; sleep_regularity, social_jetlag and
 * alertness from bed and wake times. */
#include "trail.h"

enum { DEBT_D = 14, DEBT_FLOOR = 10, REGULAR_D = 28, WEEK_D = 7, PAIRS_FLOOR = 5,
	KIND_FLOOR = 3, ALERT_FLOOR = 5 };
#define AWAKE_H 15.84           /* Van Dongen 2003: what a day awake does not cost */
#define REGULAR_LOW 58.0        /* 5th percentile of UK Biobank */
#define JETLAG_H 2.0

double
wk_sleep_debt(const double *sleep_h, size_t n, double need_h)
{
	double sum = 0;

	for (size_t k = 0; k < n; k++)
		sum += sleep_h[k] < need_h ? need_h - sleep_h[k] : 0;
	return sum;
}

double
wk_sleep_excess_wake(const double *sleep_h, size_t n)
{
	double sum = 0;

	for (size_t k = 0; k < n; k++)
		sum += isnan(sleep_h[k]) ? 0 : 24 - sleep_h[k] - AWAKE_H;
	return sum;
}

void
wk_indicator_sleep_debt14(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, DEBT_D);
	double scale;
	int known = w.at->slept_seen - w.before->slept_seen;

	(void)m;
	if (known < DEBT_FLOOR) {
		wk_indicator_insufficient(out, known, DEBT_FLOOR, "nights");
		return;
	}
	scale = (double)DEBT_D / known;
	wk_indicator_judge(out, scale * WK_TRAIL_SUM(s, i, DEBT_D, debt_h), false);
	out->second = scale * WK_TRAIL_SUM(s, i, DEBT_D, awake_h);
	if (known < DEBT_D)
		wk_indicator_note(out, "from %d of 14 nights; %.1f h "
		    "awake beyond 15.84 a day", known, out->second);
	else
		wk_indicator_note(out,
		    "%.1f h awake beyond 15.84 a day", out->second);
}

void
wk_indicator_sleep_regularity(const struct wk_model *m, const struct wk_series *s,
    size_t i, struct wk_indicator_value *out)
{
	int pairs, week_pairs;
	double month = wk_sleep_regularity(s, i, REGULAR_D, &pairs), week;

	(void)m;
	if (isnan(month)) {
		wk_indicator_insufficient(out, pairs, PAIRS_FLOOR,
		    "pairs of nights with times");
		return;
	}
	week = wk_sleep_regularity(s, i, WEEK_D, &week_pairs);
	wk_indicator_judge(out, month, month < REGULAR_LOW - 1e-9);
	out->second = week;
	if (isnan(week))
		wk_indicator_note(out, "28 days; half of people "
		    "are over 81");
	else
		wk_indicator_note(out, "28 days; the last 7 have %.0f, "
		    "half of people are over 81", week);
}

void
wk_indicator_social_jetlag(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	int work, free_nights;
	double apart = wk_social_jetlag(s, i, &work, &free_nights);

	(void)m;
	if (isnan(apart) && work >= KIND_FLOOR && free_nights >= KIND_FLOOR) {
		wk_indicator_na(out, "nights without a middle");
		return;
	}
	if (isnan(apart)) {
		bool is_work = work < free_nights;

		wk_indicator_insufficient(out, is_work ? work : free_nights, KIND_FLOOR,
		    is_work ? "nights with times before work" :
		    "nights with times before free days");
		return;
	}
	wk_indicator_judge(out, apart, apart > JETLAG_H + 1e-9);
	wk_indicator_note(out, "%d nights before work, %d before free "
	    "days", work, free_nights);
}

void
wk_indicator_alertness(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	double lapses, at;
	int nights, minute;

	(void)m;
	if (i >= s->n || !wk_night_is_known(&s->days[i])) {
		wk_indicator_insufficient(out, 0, 1, "nights with times");
		return;
	}
	lapses = wk_alertness(s, i, &at, &nights);
	if (isnan(lapses)) {
		wk_indicator_insufficient(out, nights, ALERT_FLOOR, "nights with times");
		return;
	}
	wk_indicator_judge(out, lapses, false);
	out->second = at;
	minute = (int)lround(at * 60) % 1440;
	wk_indicator_note(out, "most at %d:%02d, awake until the usual "
	    "bed time", minute / 60, minute % 60);
}
