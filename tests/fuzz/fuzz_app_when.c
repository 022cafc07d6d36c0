/* SPDX-License-Identifier: MIT */
/* Days, ranges, weeks, clock times, spans and lengths as people type them. */
#include "fuzz.h"
#include "wick/app.h"

static void
try_days(const struct wk_app *app, const char *s)
{
	wk_date d, lo, hi;
	struct wk_err err = { 0 };
	if (wk_when_day(app, s, &d, &err) == WK_OK)
		FUZZ_CHECK(wk_when_is_day(s));
	if (wk_when_range(app, s, &lo, &hi, &err) == WK_OK)
		FUZZ_CHECK(lo <= hi);
	if (wk_when_week(app, s, &d, &err) == WK_OK)
		FUZZ_CHECK(wk_date_weekday(d) == 0);
	if (wk_when_month(app, s, &d, &err) == WK_OK) {
		int y, m, day;
		wk_date_to_civil(d, &y, &m, &day);
		FUZZ_CHECK(day == 1);
	}
}

static void
try_times(const char *s)
{
	struct wk_span span;
	struct wk_err err = { 0 };
	int min;
	double length;
	if (wk_when_clock(s, false, &min, &err) == WK_OK)
		FUZZ_CHECK(min >= 0 && min < 30 * 60);
	if (wk_when_clock(s, true, &min, &err) == WK_OK)
		FUZZ_CHECK(min >= 0 && min < 30 * 60);
	if (wk_when_span(s, &span, &err) == WK_OK)
		FUZZ_CHECK(span.to_min > span.from_min &&
		    span.to_min - span.from_min <= 16 * 60);
	if (wk_when_length(s, 'w', &length, &err) == WK_OK)
		FUZZ_CHECK(length >= 0);
	if (wk_when_length(s, 's', &length, &err) == WK_OK)
		FUZZ_CHECK(length >= 0);
	(void)wk_when_is_span(s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_app app = { .zone = fuzz_zone(),
		.today = wk_date_from_civil(2026, 11, 20) };
	struct wk_arena a;
	wk_arena_init(&a);
	const char *s = fuzz_text(&a, data, size);
	try_days(&app, s);
	try_times(s);
	wk_arena_fini(&a);
	return 0;
}
