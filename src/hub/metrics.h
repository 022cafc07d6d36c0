/* SPDX-License-Identifier: MIT */
/* metrics: counts for Prometheus, on a listener of their own. No label names a person or
 * a team. */
#pragma once

#include <stdatomic.h>

#include "wick/base.h"

enum {
	METRICS_ROUTES = 48,
	METRICS_STATUS = 24,
	METRICS_CODES = 32,
	METRICS_BUCKETS = 12,
};
struct metrics {
	atomic_llong answers[METRICS_ROUTES][METRICS_STATUS];
	atomic_llong refused[METRICS_CODES];
	atomic_llong buckets[METRICS_BUCKETS], sum_us, count; /* durations */
};
/* route: its place in the table, or route_count() for none */
void metrics_answer(struct metrics *m, size_t route, int status, int64_t us);
void metrics_refused(struct metrics *m, const char *code);
void metrics_put(const struct metrics *m, const char *(*route_path)(size_t i),
    size_t routes, struct wk_buf *out);
