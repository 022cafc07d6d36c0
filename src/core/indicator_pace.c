/* SPDX-License-Identifier: MIT */
/* Load as sports science counts it: load_ratio, monotony, fatigue. Information only: none
 * of them has been shown to foretell harm at work. A day whose hours are not known holds
 * what the days before it made. */
#include "trail.h"

enum { ACUTE_D = 7, CHRONIC_D = 28,
	RATIO_FLOOR_D = 20, FATIGUE_SEEN_D = 84, FATIGUE_FLOOR_D = 56 };
#define FATIGUE_TAU_D 7.0
#define FITNESS_TAU_D 42.0
#define MONOTONY_MAX 10.0

struct wk_pace
wk_pace_begin(void)
{
	return (struct wk_pace){ .acute = NAN, .chronic = NAN };
}

void
wk_pace_step(struct wk_pace *p, double load)
{
	if (isnan(load))
		return;
	if (isnan(p->acute))
		p->acute = p->chronic = load;
	p->acute += 2.0 / (ACUTE_D + 1) * (load - p->acute);
	p->chronic += 2.0 / (CHRONIC_D + 1) * (load - p->chronic);
	p->fatigue += (1 - exp(-1 / FATIGUE_TAU_D)) * (load - p->fatigue);
	p->fitness += (1 - exp(-1 / FITNESS_TAU_D)) * (load - p->fitness);
}

static struct wk_pace
pace_of(const double *load, size_t n)
{
	struct wk_pace p = wk_pace_begin();

	for (size_t k = 0; k < n; k++)
		wk_pace_step(&p, load[k]);
	return p;
}

double
wk_load_ratio(const double *load, size_t n, double *acute, double *chronic)
{
	struct wk_pace p = pace_of(load, n);

	*acute = p.acute;
	*chronic = p.chronic;
	return p.acute / p.chronic;
}

double
wk_fatigue(const double *load, size_t n, double *fitness)
{
	struct wk_pace p = pace_of(load, n);

	*fitness = p.fitness;
	return p.fatigue;
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

void
wk_indicator_load_ratio(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	int known = wk_window_of(s, i, CHRONIC_D).hours;
	double acute, chronic;

	(void)m;
	if (known < RATIO_FLOOR_D) {
		wk_indicator_insufficient(out, known, RATIO_FLOOR_D, "days");
		return;
	}
	acute = s->trail[i].pace.acute;
	chronic = s->trail[i].pace.chronic;
	if (!(chronic > 0.01)) {
		wk_indicator_na(out, "no work in 28 days");
		return;
	}
	wk_indicator_judge(out, acute / chronic, false);
	out->second = chronic;
	wk_indicator_note(out, "lately %.1f h a day, before %.1f h",
	    acute, chronic);
}

void
wk_indicator_monotony(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 7);
	double v[7], strain, monotony;
	int known = w.hours;

	(void)m;
	if (known < 7) {
		wk_indicator_insufficient(out, known, 7, "days");
		return;
	}
	for (size_t k = 0; k < w.n; k++)
		v[k] = w.v[k].hours;
	monotony = wk_monotony(v, w.n, &strain);
	if (isnan(monotony)) {
		wk_indicator_na(out, "no work in 7 days");
		return;
	}
	wk_indicator_judge(out, monotony, false);
	out->second = strain;
	if (monotony >= MONOTONY_MAX)
		wk_indicator_note(out, "flat: every day like the other");
}

void
wk_indicator_fatigue(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	double fatigue, fitness;
	int known = wk_window_of(s, i, FATIGUE_SEEN_D).hours;

	(void)m;
	if (known < FATIGUE_FLOOR_D) {
		wk_indicator_insufficient(out, known, FATIGUE_FLOOR_D, "days");
		return;
	}
	fatigue = s->trail[i].pace.fatigue;
	fitness = s->trail[i].pace.fitness;
	wk_indicator_judge(out, fatigue - fitness, false);
	out->second = fitness;
	wk_indicator_note(out, "weeks %.1f h a day, months %.1f h",
	    fatigue, fitness);
}
