/* SPDX-License-Identifier: MIT */
/* The recovery budget: 25 points a day for 84 days, spent by the fast half of the score.
 * A rate over a long and a short window tells a bad week that goes on from one that is
 * over (SRE workbook ch. 5; the numbers are wick's own choice). */
#include "trail.h"

enum { PERIOD_D = 84 };
#define CEILING 25.0            /* points a day that the budget holds */

static const struct wk_burn_rule rules[] = {
	[WK_BURN_TODAY] = { "act-today", 3, 1, 2.8 },
	[WK_BURN_WEEK] = { "act-this-week", 7, 2, 2.4 },
	[WK_BURN_PLAN] = { "plan", 28, 7, 1.5 },
	[WK_BURN_STRUCTURAL] = { "structural", 84, 28, 1.0 },
};

const struct wk_burn_rule *
wk_burn_rule(enum wk_burn b)
{
	return &rules[b];
}

double
wk_burn_threshold(double period, double long_window, double share)
{
	return share * period / long_window;
}

static double
spent(const struct wk_series *s, size_t i, size_t days)
{
	double sum = 0;

	if (s->trail != NULL && days % 7 == 0 && i < s->n && i >= s->trail_from)
		return WK_TRAIL_SUM(s, i, days, fast);
	for (size_t k = 0; k < days && k <= i && i < s->n; k++)
		sum += s->strain[i - k].fast_sum;
	return sum;
}

double
wk_burn_rate(const struct wk_series *s, size_t i, int days)
{
	return spent(s, i, (size_t)days) / days / CEILING;
}

/* Both windows, and the long one lies in the log. */
bool
wk_burn_fires(const struct wk_series *s, size_t i, enum wk_burn b)
{
	const struct wk_burn_rule *r = &rules[b];

	return i < s->n && i + 1 >= (size_t)r->long_d &&
	    wk_burn_rate(s, i, r->short_d) >= r->threshold &&
	    wk_burn_rate(s, i, r->long_d) >= r->threshold;
}

double
wk_budget_used(const struct wk_series *s, size_t i)
{
	return spent(s, i, PERIOD_D) / (CEILING * PERIOD_D);
}
