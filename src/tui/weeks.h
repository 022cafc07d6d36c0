/* SPDX-License-Identifier: MIT */
/* A week added up, as Year's table and Trends' bars show it. */
#pragma once

#include "wick/core.h"

struct wk_week {
	wk_date monday;
	double work_h;              /* sum of what is known; NAN: nothing is */
	double sleep_h;             /* mean night; NAN */
	int works, sleeps;          /* days behind them */
	int pages, woke, oncall, leave;
	int known, due;             /* days with an entry, days that are over or begun */
	const struct wk_strain *strain;  /* of the last day with an entry; NULL */
};
void wk_week_sum(const struct wk_series *s, wk_date monday, wk_date today,
    struct wk_week *out);
/* A day on which nothing was worked, on leave or not. */
bool wk_week_is_off(const struct wk_day *day);
/* A day that is known to be leave, and nothing was worked. */
bool wk_week_is_leave(const struct wk_day *day);
/* Enough was known of its day for a number, a word, a dot. s: NULL is no. */
bool wk_week_has_score(const struct wk_strain *s);
int wk_week_woke(const struct wk_day *day);          /* pages that took out of sleep */
