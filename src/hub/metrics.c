/* SPDX-License-Identifier: MIT */
/* Counts in memory, printed in the text format of Prometheus. */
#include "metrics.h"

/* Statuses this hub gives; anything else counts as the last. */
static const int statuses[METRICS_STATUS] = { 200, 201, 204, 303, 304, 400, 401, 403, 404,
	405, 409, 410, 411, 412, 413, 415, 422, 429, 500, 503, 0 };
static const char *const codes[METRICS_CODES] = { "framing", "malformed-json",
	"invalid-member", "unknown-member", "level-exceeds-consent", "no-consent",
	"week-out-of-range", "duplicate-week", "stale-rev", "rev-conflict",
	"other-source", "stale-gen", "retracted", "consent-withdrawn", "invite-used",
	"unauthenticated", "forbidden", "not-found", "method-not-allowed",
	"unsupported-media-type", "precondition-failed", "too-large", "rate-limited",
	"overloaded", "internal" };
static const double bounds_s[METRICS_BUCKETS] = { 0.0005, 0.001, 0.0025, 0.005, 0.01,
	0.025, 0.05, 0.1, 0.25, 1, 5, 10 };

static size_t
status_place(int status)
{
	size_t i = 0;

	while (statuses[i] != 0 && statuses[i] != status)
		i++;
	return i;
}

void
metrics_answer(struct metrics *m, size_t route, int status, int64_t us)
{
	if (route < METRICS_ROUTES)
		atomic_fetch_add(&m->answers[route][status_place(status)], 1);
	for (size_t i = 0; i < METRICS_BUCKETS; i++)
		if ((double)us <= bounds_s[i] * 1e6)
			atomic_fetch_add(&m->buckets[i], 1);
	atomic_fetch_add(&m->sum_us, us);
	atomic_fetch_add(&m->count, 1);
}

void
metrics_refused(struct metrics *m, const char *code)
{
	for (size_t i = 0; i < METRICS_CODES && codes[i] != NULL; i++)
		if (strcmp(codes[i], code) == 0)
			atomic_fetch_add(&m->refused[i], 1);
}

static void
put_kind(struct wk_buf *out, const char *name, const char *type, const char *help)
{
	wk_buf_addf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void
put_answers(const struct metrics *m, const char *(*route_path)(size_t i), size_t routes,
    struct wk_buf *out)
{
	put_kind(out, "wick_http_requests_total", "counter",
	    "Replies by route and status.");
	for (size_t r = 0; r <= routes && r < METRICS_ROUTES; r++)
		for (size_t s = 0; s < METRICS_STATUS; s++) {
			long long n = atomic_load(&m->answers[r][s]);
			if (n > 0)
				wk_buf_addf(out,
				    "wick_http_requests_total{route=\"%s\",code=\"%d\"}"
				    " %lld\n", route_path(r), statuses[s], n);
		}
}

void
metrics_put(const struct metrics *m, const char *(*route_path)(size_t i), size_t routes,
    struct wk_buf *out)
{
	long long count = atomic_load(&m->count);

	put_answers(m, route_path, routes, out);
	put_kind(out, "wick_rejected_total", "counter", "Refusals by code.");
	for (size_t i = 0; i < METRICS_CODES && codes[i] != NULL; i++)
		wk_buf_addf(out, "wick_rejected_total{code=\"%s\"} %lld\n", codes[i],
		    (long long)atomic_load(&m->refused[i]));
	put_kind(out, "wick_http_request_duration_seconds", "histogram",
	    "From the whole request to its reply.");
	for (size_t i = 0; i < METRICS_BUCKETS; i++)
		wk_buf_addf(out,
		    "wick_http_request_duration_seconds_bucket{le=\"%g\"} %lld\n",
		    bounds_s[i], (long long)atomic_load(&m->buckets[i]));
	wk_buf_addf(out,
	    "wick_http_request_duration_seconds_bucket{le=\"+Inf\"} %lld\n"
	    "wick_http_request_duration_seconds_sum %.6f\n"
	    "wick_http_request_duration_seconds_count %lld\n", count,
	    (double)atomic_load(&m->sum_us) / 1e6, count);
}
