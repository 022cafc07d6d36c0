/* SPDX-License-Identifier: MIT */
/* Load as sports science counts it: load_ratio, monotony, fatigue. Information only: none
 * of them has been shown to foretell harm at work. A day whose hours are not known holds
 * what the days before it made. */
#include "indicator.h"

enum { ACUTE_D = 7, CHRONIC_D = 28,
	RATIO_D = 280,          /* what is older weighs under 1e-8 */
	FATIGUE_D = 588,        /* the same */
	RATIO_FLOOR_D = 20, FATIGUE_SEEN_D = 84, FATIGUE_FLOOR_D = 56 };
#define FATIGUE_TAU_D 7.0
#define FITNESS_TAU_D 42.0
#define MONOTONY_MAX 10.0

double
wk_load_ratio(const double *load, size_t n, double *acute, double *chronic)
{
	static const double a = 2.0 / (ACUTE_D + 1), c = 2.0 / (CHRONIC_D + 1);

	*acute = *chronic = NAN;
	for (size_t k = 0; k < n; k++) {
		if (isnan(load[k]))
			continue;
		if (isnan(*acute))
			*acute = *chronic = load[k];
		*acute += a * (load[k] - *acute);
		*chronic += c * (load[k] - *chronic);
	}
	return *acute / *chronic;
}

double
wk_monotony(const double *load, size_t n, double *strain)
{
	double sum = 0, square = 0, mean, sd, monotony;

	for (size_t k = 0; k < n; k++)
		sum += load[k];
	mean = sum / (double)n;
	for (size_t k = 0; k < n; k++)
		square += (load[k] - mean) * (load[k] - mean);
	sd = sqrt(square / (double)n);
	monotony = sum > 0 ? MONOTONY_MAX : NAN;
	if (sum > 0 && sd * MONOTONY_MAX > mean)
		monotony = mean / sd;
	*strain = sum * monotony;
	return monotony;
}

double
wk_fatigue(const double *load, size_t n, double *fitness)
{
	double fast = 1 - exp(-1 / FATIGUE_TAU_D), slow = 1 - exp(-1 / FITNESS_TAU_D);
	double fatigue = 0;

	*fitness = 0;
	for (size_t k = 0; k < n; k++) {
		if (isnan(load[k]))
			continue;
		fatigue += fast * (load[k] - fatigue);
		*fitness += slow * (load[k] - *fitness);
	}
	return fatigue;
}

/* Hours of the days up to i; returns how many. */
static size_t
hours_of(const struct wk_series *s, size_t i, double *v, size_t max)
{
	struct wk_window w = wk_window_of(s, i, max);

	for (size_t k = 0; k < w.n; k++)
		v[k] = w.v[k].hours;
	return w.n;
}

void
wk_indicator_load_ratio(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	double v[RATIO_D], acute, chronic, ratio;
	int known = wk_window_hours(wk_window_of(s, i, CHRONIC_D));

	(void)m;
	if (known < RATIO_FLOOR_D) {
		wk_indicator_insufficient(out, known, RATIO_FLOOR_D, "days");
		return;
	}
	ratio = wk_load_ratio(v, hours_of(s, i, v, RATIO_D), &acute, &chronic);
	if (!(chronic > 0.01)) {
		wk_indicator_na(out, "no work in 28 days");
		return;
	}
	wk_indicator_judge(out, ratio, false);
	out->second = chronic;
	wk_note(out->note, sizeof(out->note), "lately %.1f h a day, before %.1f h",
	    acute, chronic);
}

void
wk_indicator_monotony(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	double v[7], strain, monotony;
	int known = wk_window_hours(wk_window_of(s, i, 7));

	(void)m;
	if (known < 7) {
		wk_indicator_insufficient(out, known, 7, "days");
		return;
	}
	monotony = wk_monotony(v, hours_of(s, i, v, 7), &strain);
	if (isnan(monotony)) {
		wk_indicator_na(out, "no work in 7 days");
		return;
	}
	wk_indicator_judge(out, monotony, false);
	out->second = strain;
	if (monotony >= MONOTONY_MAX)
		wk_note(out->note, sizeof(out->note), "flat: every day like the other");
}

void
wk_indicator_fatigue(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	double v[FATIGUE_D], fatigue, fitness;
	int known = wk_window_hours(wk_window_of(s, i, FATIGUE_SEEN_D));

	(void)m;
	if (known < FATIGUE_FLOOR_D) {
		wk_indicator_insufficient(out, known, FATIGUE_FLOOR_D, "days");
		return;
	}
	fatigue = wk_fatigue(v, hours_of(s, i, v, FATIGUE_D), &fitness);
	wk_indicator_judge(out, fatigue - fitness, false);
	out->second = fitness;
	wk_note(out->note, sizeof(out->note), "weeks %.1f h a day, months %.1f h",
	    fatigue, fitness);
}
