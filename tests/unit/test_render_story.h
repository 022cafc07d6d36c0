/* SPDX-License-Identifier: MIT */
/* Days built by hand for the tests of reports and explanations: six weeks that get worse,
 * with a leave day, a gap, pages, on call and hostile notes; ends Sun 22 Nov 2026. */
#pragma once

#include <stdlib.h>

#include "wick/render.h"

#define STORY_DAYS 42

struct story {
	struct wk_arena a;
	struct wk_model m;
	struct wk_series s;
	struct wk_day *days;
};

/* Hours of a week, Mon..Sun; negative: not logged. */
static const double story_weeks[6][7] = {
	{ 8, 8, 8, 8, 8, 0, 0 }, { 8, 8.5, 8, 9, 8, 0, 0 }, { 9, 9, 10, 9, 9, 3, 0 },
	{ 9, 10, 10, 11, 10, 4, 0 }, { 10, 11, 10, 12, 10, 5, 2 },
	{ 11, 11.5, 12, -1, 10, 6, 0 } };
static const double story_sleep[6] = { 7.75, 7.5, 7, 6.5, 6, 5.75 };

static inline void
story_page(struct story *st, struct wk_day *day, enum wk_category cat, double minutes,
    bool is_noise)
{
	struct wk_incident *v = WK_ARENA_ARRAY(&st->a, struct wk_incident,
	    day->incident_count + 1);

	for (size_t k = 0; k < day->incident_count; k++)
		v[k] = day->incidents[k];
	v[day->incident_count] = (struct wk_incident){ .cat = cat, .severity = 2,
		.minutes = minutes, .is_noise = is_noise };
	day->incidents = v;
	day->incident_count++;
}

static inline void
story_run(struct story *st, size_t n)
{
	wk_series_init(&st->s, &st->m, st->days, n, st->days[n - 1].d + 1, &st->a);
}

static inline void
story_init(struct story *st)
{
	wk_date first = wk_date_from_civil(2026, 10, 12);

	wk_arena_init(&st->a);
	wk_model_defaults(&st->m);
	st->days = WK_ARENA_ARRAY(&st->a, struct wk_day, STORY_DAYS);
	for (size_t k = 0; k < STORY_DAYS; k++) {
		struct wk_day *day = &st->days[k];
		double h = story_weeks[k / 7][k % 7];

		wk_day_clear(day, first + (wk_date)k);
		day->hours = h < 0 ? NAN : h;
		day->sleep_h = h < 0 ? NAN : story_sleep[k / 7];
		day->is_oncall = k / 7 == 5;
	}
	st->days[8].leave = WK_LEAVE_HOLIDAY;
	st->days[8].hours = 0;
	story_page(st, &st->days[30], WK_CAT_OFF, 40, false);
	story_page(st, &st->days[35], WK_CAT_WOKE, 45, false);
	story_page(st, &st->days[35], WK_CAT_BUSINESS, NAN, true);
	story_page(st, &st->days[37], WK_CAT_WOKE, 90, false);
	st->days[36].rest_h = 9.5;
	st->days[36].has_short_rest = true;
	st->days[37].rest_h = 8 + 10 / 60.0;
	st->days[37].has_short_rest = true;
	st->days[37].rest_interrupted = true;
	st->days[39].energy = 2;
	st->days[39].stress = 4;
	story_run(st, STORY_DAYS);
}

static inline void
story_fini(struct story *st)
{
	wk_arena_fini(&st->a);
}

/* The bytes must be those of tests/unit/test_render_golden/NAME; UPDATE=1 rewrites it. */
static inline void
story_check_golden(const char *name, const struct wk_buf *got)
{
	struct wk_buf want;
	struct wk_err err;
	char path[128];

	snprintf(path, sizeof(path), "tests/unit/test_render_golden/%s", name);
	if (getenv("UPDATE") != NULL)
		assert_int_equal(wk_file_write_safe(path, got->p, got->len, 0644, &err),
		    WK_OK);
	wk_buf_init(&want);
	assert_int_equal(wk_file_read(path, 1 << 20, &want, &err), WK_OK);
	assert_string_equal(got->p, want.p);
	wk_buf_fini(&want);
}

/* Widest line in columns. */
static inline size_t
story_width(const char *s)
{
	size_t widest = 0;
	char line[1024];

	while (*s != '\0') {
		size_t len = strcspn(s, "\n");

		assert_true(len < sizeof(line));
		memcpy(line, s, len);
		line[len] = '\0';
		widest = WK_MAX(widest, wk_text_width(line));
		s += len + (s[len] == '\n');
	}
	return widest;
}
