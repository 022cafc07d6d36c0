/* SPDX-License-Identifier: MIT */
/* Days, weeks, times, spans and lengths as people type them. Today is Fri 20 Nov 2026. */
#include "cm.h"

#include "wick/app.h"

static struct wk_app app;

static int
set_up(void **state)
{
	(void)state;
	wk_arena_init(&app.arena);
	app.today = wk_date_from_civil(2026, 11, 20);
	return wk_zone_load("Europe/Berlin", &app.arena, &app.zone, NULL) != WK_OK;
}

static int
tear_down(void **state)
{
	(void)state;
	wk_arena_fini(&app.arena);
	return 0;
}

static void
days(void **state)
{
	(void)state;
	static const struct { const char *s, *day; } t[] = { { "today", "2026-11-20" },
		{ "Yesterday", "2026-11-19" }, { "fri", "2026-11-13" },
		{ "thursday", "2026-11-19" },
		{ "sat", "2026-11-14" }, { "-0", "2026-11-20" }, { "-3", "2026-11-17" },
		{ "2024-02-29", "2024-02-29" } };
	static const char *const bad[] = { "2026-02-30", "2026-11", "tomorrow", "fr", "-",
		"--3", "3", "", "20.11.2026" };
	for (size_t i = 0; i < WK_LEN(t); i++) {
		wk_date d;
		char s[11];
		assert_true(wk_when_is_day(t[i].s));
		assert_int_equal(wk_when_day(&app, t[i].s, &d, NULL), WK_OK);
		wk_date_format(d, s);
		assert_string_equal(s, t[i].day);
	}
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		wk_date d;
		struct wk_err err;
		assert_int_equal(wk_when_day(&app, bad[i], &d, &err), WK_ERR_INPUT);
		assert_true(strstr(err.msg, "yesterday") != NULL ||
		    strstr(err.msg, "in the calendar") != NULL);
	}
	assert_true(wk_when_is_day("2026-02-30"));
	assert_false(wk_when_is_day("9:10-12:30"));
	assert_false(wk_when_is_day("8h"));
}

static void
weeks_months_ranges(void **state)
{
	(void)state;
	wk_date d, lo, hi;
	assert_int_equal(wk_when_week(&app, "2026-W47", &d, NULL), WK_OK);
	assert_int_equal(d, wk_date_from_civil(2026, 11, 16));
	assert_int_equal(wk_when_week(&app, "last", &d, NULL), WK_OK);
	assert_int_equal(d, wk_date_from_civil(2026, 11, 9));
	assert_int_equal(wk_when_week(&app, "-2", &d, NULL), WK_OK);
	assert_int_equal(d, wk_date_from_civil(2026, 11, 2));
	assert_int_equal(wk_when_week(&app, "2025-W53", &d, NULL), WK_ERR_INPUT);
	assert_int_equal(wk_when_week(&app, "2026-W00", &d, NULL), WK_ERR_INPUT);
	assert_int_equal(wk_when_week(&app, "47", &d, NULL), WK_ERR_INPUT);
	assert_int_equal(wk_when_month(&app, "2026-02", &d, NULL), WK_OK);
	assert_int_equal(d, wk_date_from_civil(2026, 2, 1));
	assert_int_equal(wk_when_month(&app, "2026-13", &d, NULL), WK_ERR_INPUT);
	assert_int_equal(wk_when_range(&app, "-3..today", &lo, &hi, NULL), WK_OK);
	assert_int_equal(hi - lo, 3);
	assert_int_equal(wk_when_range(&app, "today..-3", &lo, &hi, NULL), WK_ERR_INPUT);
}

static void
spans(void **state)
{
	(void)state;
	static const struct { const char *s; int from, to; } t[] =
	    { { "9:10-12:30", 550, 750 },
		{ "22:00-1:30", 1320, 1530 }, { "00:00-24:00", -1, 0 },
		{ "23:00-25:00", 1380, 1500 },
		{ "08:00-24:00", 480, 1440 } };
	static const char *const bad[] = { "9:00-9:00", "9-17", "9:00", "9:00-", "-9:00",
		"9:60-10:00", "30:00-31:00", "9:00-8:00", "a:00-b:00",
		    "9:00-10:00-11:00", "24:00-0:00", "29:30-5:30" };
	for (size_t i = 0; i < WK_LEN(t); i++) {
		struct wk_span v;
		enum wk_rc rc = wk_when_span(t[i].s, &v, NULL);
		assert_int_equal(rc, t[i].from < 0 ? WK_ERR_INPUT : WK_OK);
		if (rc == WK_OK) {
			assert_int_equal(v.from_min, t[i].from);
			assert_int_equal(v.to_min, t[i].to);
		}
	}
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		struct wk_span v;
		assert_int_equal(wk_when_span(bad[i], &v, NULL), WK_ERR_INPUT);
	}
}

static void
lengths_that_could_be_times(void **state)
{
	(void)state;
	static const struct { const char *s; char what; double min; } t[] =
	    { { "8h", 'w', 480 },
		{ "7:30", 'w', 450 }, { "12:00", 'w', 720 }, { "08:00", 'w', -1 },
		{ "13:00", 'w', -1 },
		{ "9:00", 's', -1 }, { "8:59", 's', 539 }, { "06:40", 's', 400 },
		{ "25h", 'w', -1 },
		{ "24h", 'w', 1440 }, { "8", 'w', -1 }, { "0h", 'w', 0 } };
	for (size_t i = 0; i < WK_LEN(t); i++) {
		double min = -1;
		enum wk_rc rc = wk_when_length(t[i].s, t[i].what, &min, NULL);
		assert_int_equal(rc, t[i].min < 0 ? WK_ERR_INPUT : WK_OK);
		assert_true(min > t[i].min - 1e-9 && min < t[i].min + 1e-9);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(days),
		cmocka_unit_test(weeks_months_ranges), cmocka_unit_test(spans),
		cmocka_unit_test(lengths_that_could_be_times) };
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
