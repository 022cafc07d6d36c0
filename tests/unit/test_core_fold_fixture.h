/* SPDX-License-Identifier: MIT */
/* What the tests of the fold share: facts of a week, told by wall-clock times in a zone
 * of one hour east where the test does not say otherwise. */
#pragma once

#include "cm.h"

#include "wick/core.h"

#define UNUSED __attribute__((unused))
enum { FACTS = 12, ANY = -1 };
#define HOUR 3600
static const wk_date MONDAY = 19723;    /* 2024-01-01 */
static struct wk_arena *arena;

/* A wall-clock moment `h` hours after the midnight that begins day n (0: Monday). */
UNUSED static int64_t
at(int n, double h)
{
	return (int64_t)(MONDAY + n) * 86400 + (int64_t)llround(h * HOUR) - HOUR;
}

UNUSED static struct wk_fact
fact(enum wk_kind kind, int n, double from, double to)
{
	struct wk_fact f = { .kind = kind, .start = at(n, from), .end = at(n, to),
		.off_start = HOUR, .off_end = HOUR, .dur_h = NAN, .source = "manual",
		.severity = -1, .minutes = NAN, .woke = -1, .noise = -1, .category = -1 };
	f.d = kind == WK_KIND_SLEEP ? wk_fold_sleep_date(f.end, HOUR) :
	    wk_fold_date(f.start, HOUR, 240);
	return f;
}

UNUSED static struct wk_fact
work(int n, double from, double to)
{
	return fact(WK_KIND_WORK, n, from, to);
}

UNUSED static struct wk_fact
slept(int n, double from, double to)
{
	return fact(WK_KIND_SLEEP, n, from, to);
}

UNUSED static struct wk_fact
page(int n, double h, double minutes)
{
	struct wk_fact f = fact(WK_KIND_INCIDENT, n, h, h);
	f.minutes = minutes;
	return f;
}

UNUSED static struct wk_fact
told(struct wk_fact f, int layer, const char *source)
{
	f.layer = layer;
	f.source = source;
	return f;
}

/* The same fact with a length instead of times. */
UNUSED static struct wk_fact
lasting(struct wk_fact f, double h)
{
	f.start = f.end = WK_TIME_NONE;
	f.dur_h = h;
	return f;
}

UNUSED static struct wk_typed
nothing_typed(void)
{
	return (struct wk_typed){ .hours = NAN, .sleep_h = NAN, .break_h = NAN,
		.wakes = -1, .oncall = -1, .short_rest = -1 };
}

/* Folds Monday..Thursday; typed may be NULL, else it is Monday's. */
UNUSED static struct wk_day *
fold(const struct wk_fact *v, size_t n, const struct wk_typed *typed)
{
	struct wk_fold_rules r;
	const struct wk_typed *rows[4] = { typed };
	struct wk_day *out = WK_ARENA_ARRAY(arena, struct wk_day, 4);

	wk_fold_rules_defaults(&r);
	wk_fold_days(v, n, rows, &r, MONDAY, MONDAY + 3, arena, out);
	return out;
}
#define FACTS_OF(...) (const struct wk_fact[]){ __VA_ARGS__ }
#define FOLD(...) \
	fold(FACTS_OF(__VA_ARGS__), \
	    sizeof(FACTS_OF(__VA_ARGS__)) / sizeof(struct wk_fact), NULL)

UNUSED static void
same(double got, double want)
{
	if (isnan(want))
		assert_true(isnan(got));
	else
		assert_float_equal(got, want, 1e-9);
}

UNUSED static int
begin(void **state)
{
	static struct wk_arena a;

	wk_arena_init(&a);
	arena = *state = &a;
	return 0;
}

UNUSED static int
end(void **state)
{
	wk_arena_fini(*state);
	return 0;
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)
