/* SPDX-License-Identifier: MIT */
/* Dates and zones; glibc is the oracle for offsets, a walk over all days for dates. */
#include "cm.h"

#include "wick/base.h"

#include <stdlib.h>
#include <time.h>

static void
every_day_of_three_centuries(void **state)
{
	(void)state;
	wk_date first = wk_date_from_civil(1900, 1, 1), last = wk_date_from_civil(2199,
	    12, 31);
	for (wk_date d = first; d <= last; d++) {
		int y, m, day, wy, w;
		char s[11];
		wk_date back, monday;
		wk_date_to_civil(d, &y, &m, &day);
		assert_int_equal(wk_date_from_civil(y, m, day), d);
		wk_date_format(d, s);
		assert_true(wk_date_parse_iso(s, &back));
		assert_int_equal(back, d);
		wk_date_iso_week(d, &wy, &w);
		monday = wk_date_from_iso_week(wy, w);
		assert_int_equal(monday, d - wk_date_weekday(d));
	}
}

static void
dates_that_are_not(void **state)
{
	(void)state;
	static const char *const bad[] = { "2026-02-30", "2025-02-29", "2026-13-01",
		"2026-00-10", "2026-1-01", "1899-12-31", "2200-01-01", "2026-02-28x",
		    "2026/02/28", "" };
	wk_date d;
	for (size_t i = 0; i < WK_LEN(bad); i++)
		assert_false(wk_date_parse_iso(bad[i], &d));
	assert_true(wk_date_from_iso_week(2025, 53) == WK_DATE_NONE);
	assert_true(wk_date_from_iso_week(2026, 53) != WK_DATE_NONE);
	assert_true(wk_date_parse_iso("2024-02-29", &d));
}

/* Every zone, every 9 days and 5 hours over eighty years. */
static void
offsets_agree_with_libc(void **state)
{
	(void)state;
	static const char *const zones[] = { "Europe/Berlin", "America/New_York",
		"Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
		"Europe/Dublin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata",
		"UTC", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0",
		"<+0330>-3:30", "AEST-10AEDT,M10.1.0,M4.1.0/3", "XST5XDT,J60,J300",
		    "XST5XDT,59,300/1" };
	for (size_t i = 0; i < WK_LEN(zones); i++) {
		struct wk_arena a;
		const struct wk_zone *z;
		wk_arena_init(&a);
		assert_int_equal(wk_zone_load(zones[i], &a, &z, NULL), WK_OK);
		setenv("TZ", zones[i], 1);
		tzset();
		for (int64_t t = 0; t < 80LL * 366 * 86400; t += 9 * 86400 + 18007) {
			struct tm tm;
			time_t tt = (time_t)t;
			localtime_r(&tt, &tm);
			assert_int_equal(wk_zone_offset(z, t), tm.tm_gmtoff);
		}
		wk_arena_fini(&a);
	}
}

static void
gaps_and_folds(void **state)
{
	(void)state;
	struct wk_arena a;
	const struct wk_zone *z;
	int64_t wall, first, second;
	int32_t off;
	bool known;
	wk_arena_init(&a);
	assert_int_equal(wk_zone_load("Europe/Berlin", &a, &z, NULL), WK_OK);
	assert_true(wk_zone_parse_iso("2024-03-31T02:30", &wall, &off, &known) && !known);
	assert_int_equal(wk_zone_local(z, wall, &first, &second), WK_ZONE_GAP);
	assert_int_equal(first, 1711848600);   /* 01:30 UTC = 03:30 CEST */
	assert_true(wk_zone_parse_iso("2024-10-27 02:30:00", &wall, &off, &known));
	assert_int_equal(wk_zone_local(z, wall, &first, &second), WK_ZONE_FOLD);
	assert_int_equal(second - first, 3600);
	assert_int_equal(first, 1729989000);   /* 00:30 UTC */
	enum wk_zone_kind kind;
	assert_int_equal(wk_zone_end(z, wall, first + 60, &kind), second);
	assert_int_equal(wk_zone_start(z, wall + 4 * 3600, &kind), wall + 3 * 3600);
	assert_int_equal(kind, WK_ZONE_UNIQUE);
	wk_arena_fini(&a);
}

static void
iso_both_ways(void **state)
{
	(void)state;
	static const struct { const char *s; int64_t utc; int off; bool known; } good[] =
	    {
		{ "2026-11-20T18:00:00+01:00", 1795194000, 3600, true },
		{ "2026-11-20T17:00:00Z", 1795194000, 0, true },
		{ "2026-11-20T17:00:00.801578Z", 1795194000, 0, true },
		{ "2026-11-20 18:00:00 +0100", 1795194000, 3600, true },
		{ "2026-11-20T17:00", 1795194000, 0, false } };
	static const char *const bad[] = { "2026-11-20", "2026-11-20T25:00",
		"2026-11-20T18:60", "2026-02-30T10:00", "2026-11-20T18:00+1",
		"2026-11-20T18:00:00.Z", "2026-11-20X18:00", "2026-11-20T24:01",
		    "2026-11-20T18:00:00Zx", "" };
	int64_t utc;
	int32_t off;
	bool known;
	for (size_t i = 0; i < WK_LEN(good); i++) {
		assert_true(wk_zone_parse_iso(good[i].s, &utc, &off, &known));
		assert_int_equal(utc, good[i].utc);
		assert_int_equal(off, good[i].off);
		assert_int_equal(known, good[i].known);
	}
	for (size_t i = 0; i < WK_LEN(bad); i++)
		assert_false(wk_zone_parse_iso(bad[i], &utc, &off, &known));
	struct wk_buf b;
	wk_buf_init(&b);
	wk_zone_put_iso(&b, 1795194000, 3600, true);
	wk_buf_addc(&b, ' ');
	wk_zone_put_iso(&b, -1, -19800, true);
	assert_string_equal(b.p, "2026-11-20T18:00:00+01:00 1969-12-31T18:29:59-05:30");
	wk_buf_fini(&b);
}

static void
zones_that_are_not(void **state)
{
	(void)state;
	static const char *const bad[] = { "Europe/Nowhere", "../../etc/passwd",
		"/etc/passwd", "Europe", "+25:00", "CET-", "CET-1CEST,M13.1.0,M10.5.0",
		    "x", "+1" };
	struct wk_arena a;
	const struct wk_zone *z;
	wk_arena_init(&a);
	for (size_t i = 0; i < WK_LEN(bad); i++)
		assert_int_equal(wk_zone_load(bad[i], &a, &z, NULL), WK_ERR_INPUT);
	assert_int_equal(wk_zone_load("-05:30", &a, &z, NULL), WK_OK);
	assert_int_equal(wk_zone_offset(z, 0), -19800);
	assert_string_equal(wk_zone_name(z), "-05:30");
	wk_arena_fini(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] =
		{ cmocka_unit_test(every_day_of_three_centuries),
		cmocka_unit_test(dates_that_are_not),
		cmocka_unit_test(offsets_agree_with_libc),
		    cmocka_unit_test(gaps_and_folds), cmocka_unit_test(iso_both_ways),
		    cmocka_unit_test(zones_that_are_not) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
