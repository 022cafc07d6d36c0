/* SPDX-License-Identifier: MIT */
/* Every zone people live in, over the clock changes of 2020 to 2030: a year keeps its 365
 * or 366 days, and no rest, night or day of work comes out less than nothing. */
#include "cm.h"

#include "wick/app.h"

#include "app/internal.h"

#include <stdlib.h>

#define ZONES "/usr/share/zoneinfo/zone1970.tab"
enum { ZONES_MAX = 500, FIRST_YEAR = 2020, LAST_YEAR = 2030 };
enum { DAY_START = 240, DAY_S = 86400, HOUR_S = 3600 };
enum { AROUND = 3, SPANS = 4, FACTS_MAX = (2 * AROUND + 1) * (SPANS + 3) };

struct zones {
	struct wk_arena arena;
	const char *names[ZONES_MAX];
	size_t n;
};
static struct zones zones;

/* The third column of the lines that are no comments. */
static int
setup(void **state)
{
	struct wk_buf text;
	char *line, *rest;
	(void)state;
	wk_arena_init(&zones.arena);
	wk_buf_init(&text);
	if (wk_file_read(ZONES, 1 << 20, &text, NULL) != WK_OK)
		printf("skipped: zones (there is no %s)\n", ZONES);
	for (rest = text.p; (line = strsep(&rest, "\n")) != NULL;) {
		const char *name;
		assert_in_range(zones.n, 0, ZONES_MAX - 1);
		if (line[0] == '#' || strsep(&line, "\t") == NULL || line == NULL)
			continue;
		strsep(&line, "\t");
		name = strsep(&line, "\t");
		if (name != NULL)
			zones.names[zones.n++] = wk_arena_strdup(&zones.arena, name);
	}
	wk_buf_fini(&text);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	wk_arena_fini(&zones.arena);
	return 0;
}

static const struct wk_zone *
load(size_t k)
{
	const struct wk_zone *z = NULL;
	if (wk_zone_load(zones.names[k], &zones.arena, &z, NULL) != WK_OK)
		fail_msg("%s cannot be read", zones.names[k]);
	return z;
}

/* ---- years ---- */
/* A day lasts from its start to the next one's, and its first second is its own. */
static int64_t
day_length(const struct wk_zone *z, wk_date d)
{
	int64_t from = wk_when_utc(z, d, DAY_START);
	int64_t to = wk_when_utc(z, d + 1, DAY_START);
	if (wk_fold_date(from, wk_zone_offset(z, from), DAY_START) != d)
		fail_msg("%s: day %d does not begin with itself", wk_zone_name(z), d);
	if (to - from < 20 * HOUR_S || to - from > 28 * HOUR_S)
		fail_msg("%s: day %d lasts %lld s", wk_zone_name(z), d,
		    (long long)(to - from));
	return to - from;
}

/* The days that moments three hours apart fall on, in order, each once. */
static int
count_days(const struct wk_zone *z, wk_date first, wk_date end)
{
	int64_t t = wk_when_utc(z, first, DAY_START);
	int64_t stop = wk_when_utc(z, end, DAY_START);
	wk_date last = first - 1;
	int n = 0;
	for (; t < stop; t += 3 * HOUR_S) {
		wk_date d = wk_fold_date(t, wk_zone_offset(z, t), DAY_START);
		if (d != last && d != last + 1)
			fail_msg("%s: after day %d comes %d", wk_zone_name(z), last, d);
		n += d != last;
		last = d;
	}
	return n;
}

static void
a_year_has_its_days_in_every_zone(void **state)
{
	(void)state;
	for (size_t k = 0; k < zones.n; k++) {
		const struct wk_zone *z = load(k);
		for (int y = FIRST_YEAR; y <= LAST_YEAR; y++) {
			wk_date first = wk_date_from_civil(y, 1, 1);
			wk_date end = wk_date_from_civil(y + 1, 1, 1);
			int64_t sum = 0;
			assert_int_equal(end - first, y % 4 == 0 ? 366 : 365);
			assert_int_equal(count_days(z, first, end), end - first);
			for (wk_date d = first; d < end; d++)
				sum += day_length(z, d);
			assert_int_equal(sum, wk_when_utc(z, end, DAY_START) -
			    wk_when_utc(z, first, DAY_START));
		}
	}
}

/* ---- rests ---- */
/* Spans as typed, in minutes of a calendar date. They do not overlap on the clock; work
 * meets the start of the day, and both sides of every hour at which clocks change. */
static const struct wk_span spans[][SPANS] = {
	{ { 540, 720 }, { 750, 1050 }, { 1320, 1500 }, { 1530, 1675 } },
	{ { 0, 95 }, { 100, 125 }, { 130, 239 }, { 240, 900 } },
	{ { 30, 150 }, { 150, 181 }, { 200, 250 }, { 1380, 1439 } },
	{ { 60, 119 }, { 121, 179 }, { 181, 245 }, { 1200, 1435 } },
};

struct log {
	struct wk_app app;              /* for its remarks */
	const struct wk_zone *z;
	struct wk_fact v[FACTS_MAX];
	bool is_moved[FACTS_MAX];       /* typed in an hour that the clocks left out */
	size_t n;
};

static bool
is_left_out(const struct wk_zone *z, wk_date d, int min)
{
	int64_t first, second;
	return wk_zone_local(z, (int64_t)d * DAY_S + min * 60, &first, &second) ==
	    WK_ZONE_GAP;
}

static void
add(struct log *l, enum wk_kind kind, int64_t start, int64_t end)
{
	struct wk_fact *f = &l->v[l->n++];
	*f = (struct wk_fact){ .kind = kind, .start = start, .end = end, .dur_h = NAN,
		.off_start = wk_zone_offset(l->z, start),
		.off_end = wk_zone_offset(l->z, end), .source = "manual", .severity = -1,
		.minutes = 20, .woke = -1, .noise = -1, .category = -1 };
	f->d = kind == WK_KIND_SLEEP ? wk_fold_sleep_date(end, f->off_end) :
	    wk_fold_date(start, f->off_start, DAY_START);
}

/* As `wick log` makes moments of what was typed. */
static void
add_span(struct log *l, enum wk_kind kind, wk_date d, struct wk_span s)
{
	int64_t start, end;
	wk_app_span_utc(&l->app, l->z, d, s, &start, &end);
	if (end < start)
		fail_msg("%s: day %d, %d to %d minutes ends before it begins",
		    wk_zone_name(l->z), d, s.from_min, s.to_min);
	if (end == start)
		return;
	l->is_moved[l->n] = is_left_out(l->z, d, s.from_min) ||
	    is_left_out(l->z, d, s.to_min);
	add(l, kind, start, end);
}

static void
make_log(struct log *l, const struct wk_zone *z, wk_date middle, size_t pattern)
{
	*l = (struct log){ .z = z };
	for (wk_date d = middle - AROUND; d <= middle + AROUND; d++) {
		for (size_t k = 0; k < SPANS; k++)
			add_span(l, WK_KIND_WORK, d, spans[pattern][k]);
		add_span(l, WK_KIND_SLEEP, d, (struct wk_span){ -15, 290 });
		int64_t page = wk_when_utc(z, d, 128);
		add(l, WK_KIND_INCIDENT, page, page);
	}
}

/* From the end of the work of the day before to the first of this day time must not go
 * backwards; only what was typed in an hour that never was may overlap the rest. */
static void
check_order(const struct log *l, const struct wk_day *day)
{
	int64_t before = INT64_MIN, now = INT64_MAX;
	for (size_t k = 0; k < l->n; k++) {
		if (l->v[k].kind != WK_KIND_WORK || l->is_moved[k])
			continue;
		if (l->v[k].d == day->d - 1)
			before = WK_MAX(before, l->v[k].end);
		if (l->v[k].d == day->d)
			now = WK_MIN(now, l->v[k].start);
	}
	if (before != INT64_MIN && now != INT64_MAX && now < before)
		fail_msg("%s: before day %d a rest of %lld s", wk_zone_name(l->z), day->d,
		    (long long)(now - before));
}

static void
check_day(const struct log *l, const struct wk_day *day)
{
	double most = 24 + fabs((double)day_length(l->z, day->d) / HOUR_S - 24);
	if (day->hours < 0 || day->hours > most || day->sleep_h < 0 ||
	    day->sleep_h > most || day->rest_h < 0 || day->rest_h > 2 * most ||
	    day->wake_h < day->bed_h || day->shift_load < 0)
		fail_msg("%s: day %d: %f h of work, %f of sleep, %f of rest",
		    wk_zone_name(l->z), day->d, day->hours, day->sleep_h, day->rest_h);
	check_order(l, day);
}

/* Hours typed; *is_moved when some of them never were, and may overlap others now. */
static double
typed_h(const struct log *l, bool *is_moved)
{
	double sum = 0;
	*is_moved = false;
	for (size_t k = 0; k < l->n; k++) {
		*is_moved |= l->is_moved[k];
		if (l->v[k].kind == WK_KIND_WORK)
			sum += (double)(l->v[k].end - l->v[k].start) / HOUR_S;
	}
	return sum;
}

static void
fold_and_check(const struct log *l, wk_date middle)
{
	enum { N = 2 * AROUND + 3 };
	const struct wk_typed *typed[N] = { NULL };
	struct wk_day days[N];
	struct wk_fold_rules rules;
	struct wk_arena a;
	double sum = 0, want;
	bool is_moved;
	wk_arena_init(&a);
	wk_fold_rules_defaults(&rules);
	wk_fold_days(l->v, l->n, typed, &rules, middle - AROUND - 1, middle + AROUND + 1,
	    &a, days);
	for (size_t k = 0; k < N; k++) {
		assert_int_equal(days[k].d, middle - AROUND - 1 + (wk_date)k);
		check_day(l, &days[k]);
		sum += isnan(days[k].hours) ? 0 : days[k].hours;
	}
	want = typed_h(l, &is_moved);
	if (sum > want + 1e-6 || (!is_moved && sum < want - 1e-6))
		fail_msg("%s: around day %d %f h of %f", wk_zone_name(l->z), middle, sum,
		    want);
	wk_arena_fini(&a);
}

static void
no_clock_change_makes_a_negative_rest(void **state)
{
	int changes = 0;
	(void)state;
	for (size_t k = 0; k < zones.n; k++) {
		const struct wk_zone *z = load(k);
		wk_date d = wk_date_from_civil(FIRST_YEAR, 1, 1);
		wk_date end = wk_date_from_civil(LAST_YEAR + 1, 1, 1);
		for (; d < end; d++) {
			struct log l;
			if (wk_zone_offset(z, (int64_t)d * DAY_S) ==
			    wk_zone_offset(z, (int64_t)(d + 1) * DAY_S))
				continue;
			changes++;
			for (size_t p = 0; p < WK_LEN(spans); p++) {
				make_log(&l, z, d, p);
				fold_and_check(&l, d);
			}
		}
	}
	assert_true(zones.n == 0 || changes > 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_has_its_days_in_every_zone),
		cmocka_unit_test(no_clock_change_makes_a_negative_rest),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
