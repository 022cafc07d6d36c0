/* SPDX-License-Identifier: MIT */
/* aggregate: what may be said of a team's week. Pure. A week that fewer than k members
 * report is not said; shares have end bins, so that neither "all" nor "none" shows. */
#pragma once

#include "wick/hub.h"

struct aggregate {
	int week;
	bool is_suppressed;
	const char *strained; /* one of five bins; NULL: suppressed */
	bool has_oncall;
	const char *pages_median, *night_median, *busiest_fifth;
};
/* One row for each week of from..to, oldest first. rows in any order. */
size_t aggregate_weeks(const struct wk_hub_report *rows, size_t n, int from, int to,
    int k_min, struct aggregate *out, size_t max);
