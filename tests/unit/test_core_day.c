/* SPDX-License-Identifier: MIT */
/* Words of a day, incidents as text, days made consecutive, the table of constants. */
#include "test_core_life.h"

/* ---- words ---- */
static void
names_are_read_as_they_are_written(void **state)
{
	enum wk_category c;
	enum wk_leave v;
	enum wk_kind k;

	(void)state;
	for (int i = 0; i < WK_CAT_COUNT; i++) {
		const char *name = wk_category_name((enum wk_category)i);
		assert_true(wk_category_parse(name, &c) && (int)c == i);
	}
	for (int i = 1; i < WK_LEAVE_COUNT; i++)
		assert_true(wk_leave_parse(wk_leave_name((enum wk_leave)i), &v) &&
		    (int)v == i);
	for (int i = 0; i < WK_KIND_COUNT; i++)
		assert_true(wk_kind_parse(wk_kind_name((enum wk_kind)i), &k) &&
		    (int)k == i);
	assert_string_equal(wk_leave_name(WK_LEAVE_NONE), "");
	assert_string_equal(wk_part_name(WK_PART_CHECKIN), "checkin");
	assert_string_equal(wk_state_name(WK_STATE_NA), "not-applicable");
	assert_false(wk_category_parse("wok", &c) || wk_category_parse("woke ", &c));
	assert_false(wk_leave_parse("", &v) || wk_leave_parse("none", &v));
	assert_false(wk_kind_parse("", &k) || wk_kind_parse("Work", &k));
}

static void
a_day_is_empty_until_something_is_said(void **state)
{
	struct wk_day none, day;

	(void)state;
	wk_day_clear(&none, MONDAY);
	assert_true(wk_day_is_empty(&none));
	none.wakes = 3;
	none.is_oncall = none.has_short_rest = true;
	none.rest_h = 9;
	assert_true(wk_day_is_empty(&none));
	day = none, day.hours = 0;
	assert_false(wk_day_is_empty(&day));
	day = none, day.sleep_h = 0;
	assert_false(wk_day_is_empty(&day));
	day = none, day.energy = 1;
	assert_false(wk_day_is_empty(&day));
	day = none, day.stress = 1;
	assert_false(wk_day_is_empty(&day));
	day = none, day.mood = 1;
	assert_false(wk_day_is_empty(&day));
	day = none, day.incident_count = 1;
	assert_false(wk_day_is_empty(&day));
}

/* ---- incidents ---- */
static void
incidents_come_back_as_they_were_written(void **state)
{
	static const struct {
		const char *text, *again;
		size_t n;
	} rows[] = {
		{ "", "", 0 },
		{ "woke:2:45", "woke:2:45", 1 },
		{ "off", "off::", 1 },
		{ "sleep:0", "sleep:0:", 1 },
		{ "sleep:00:007", "sleep:0:7", 1 },
		{ "business::0", "business::0", 1 },
		{ "woke:5:0.5;off::;sleep:3:14400", "woke:5:0.5;off::;sleep:3:14400", 3 },
		{ "off:1:10:noise;off:1:10:", "off:1:10:noise;off:1:10", 2 },
	};
	struct wk_buf b;

	(void)state;
	wk_buf_init(&b);
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_incident *v;
		size_t n;

		if (!wk_day_parse_incidents(rows[i].text, &l.arena, &v, &n))
			fail_msg("%s is not read", rows[i].text);
		assert_int_equal(n, rows[i].n);
		wk_buf_clear(&b);
		wk_day_put_incidents(&b, v, n);
		assert_string_equal(n == 0 ? "" : b.p, rows[i].again);
	}
	wk_buf_fini(&b);
}

static void
what_is_no_incident_is_refused(void **state)
{
	static const char *const bad[] = { ";", "off;", ":", "of", "off:6", "off:-1",
		"off:x", "off:03x", "off::-1", "off:1x", "off::x", "off::14401",
		"off::nan", "off:1:2:loud", "off:1:2:noise:", "off:1:2:noise:3",
		"a-category-that-is-longer-than-any-field:1:2" };

	(void)state;
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		struct wk_incident *v;
		size_t n;

		if (wk_day_parse_incidents(bad[i], &l.arena, &v, &n))
			fail_msg("%s is read", bad[i]);
	}
}

/* ---- series ---- */
static struct wk_day
row(int n, double hours)
{
	struct wk_day day;

	wk_day_clear(&day, MONDAY + n);
	day.hours = hours;
	return day;
}

static void
rows_become_every_day_between_them(void **state)
{
	const struct wk_day rows[] = { row(0, NAN), row(2, 8), row(5, 7), row(9, NAN) };
	static const struct {
		int until;
		size_t n;
		const char *why;
	} cases[] = {
		{ 99, 4, "to the last that says something" },
		{ 3, 2, "cut short" },
		{ 2, 1, "one day" },
		{ 1, 0, "all of it is later" },
		{ 12, 11, "through days that say nothing" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(cases); i++) {
		size_t n;
		wk_date until = cases[i].until == 99 ? WK_DATE_NONE : MONDAY +
		    cases[i].until;
		const struct wk_day *d = wk_series_dense(rows, WK_LEN(rows), until,
		    &l.arena, &n);

		if (n != cases[i].n)
			fail_msg("%s: %zu days", cases[i].why, n);
		for (size_t k = 0; k < n; k++) {
			assert_int_equal(d[k].d, MONDAY + 2 + (int)k);
			same(d[k].hours, k == 0 ? 8 : k == 3 ? 7 : NAN, cases[i].why);
		}
		assert_true((d == NULL) == (n == 0));
	}
}

static void
rows_without_holes_are_the_days(void **state)
{
	const struct wk_day rows[] = { row(0, NAN), row(1, 8), row(2, NAN), row(3, 7) };
	size_t n;
	const struct wk_day *d = wk_series_dense(rows, 4, WK_DATE_NONE, &l.arena, &n);

	(void)state;
	assert_int_equal(n, 3);
	assert_ptr_equal(d, &rows[1]);
	d = wk_series_dense(rows, 4, MONDAY + 4, &l.arena, &n);
	assert_int_equal(n, 4);
	same(d[2].hours, 7, "the last row");
	same(d[3].hours, NAN, "after it");
}

static void
nothing_logged_is_no_series(void **state)
{
	const struct wk_day rows[] = { row(0, NAN), row(2, NAN) };
	size_t n = 7;
	struct wk_series s;

	(void)state;
	assert_null(wk_series_dense(rows, 2, WK_DATE_NONE, &l.arena, &n));
	assert_int_equal(n, 0);
	assert_null(wk_series_dense(NULL, 0, MONDAY, &l.arena, &n));
	wk_series_init(&s, &l.m, NULL, 0, MONDAY, &l.arena);
	assert_int_equal(s.n, 0);
	assert_true(wk_series_find(&s, MONDAY) == SIZE_MAX);
}

static void
the_day_shown_is_the_last_that_is_complete_or_over(void **state)
{
	static const struct {
		double hours, sleep_h;
		int today;
		size_t shown;
		const char *why;
	} rows[] = {
		{ NAN, 8, 5, 4, "today has slept, but not worked yet" },
		{ 3, NAN, 5, 4, "today has worked, no sleep is told" },
		{ 3, 8, 5, 5, "today has both" },
		{ NAN, 8, 6, 5, "the day is over" },
		{ 3, 8, 4, 4, "what is planned for tomorrow" },
		{ NAN, NAN, 9, 4, "a day without an entry" },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_series s;

		l.n = 0;
		live(&l, 5, 8, 8);
		live(&l, 1, rows[i].hours, rows[i].sleep_h);
		wk_series_init(&s, &l.m, l.days, l.n, MONDAY + rows[i].today, &l.arena);
		if (s.shown != rows[i].shown)
			fail_msg("%s: %zu", rows[i].why, s.shown);
	}
}

static void
half_of_today_is_shown_where_it_is_all_there_is(void **state)
{
	struct wk_series s;

	(void)state;
	live(&l, 1, NAN, 8);
	live(&l, 2, 8, NAN);
	wk_series_init(&s, &l.m, l.days, 1, MONDAY, &l.arena);
	assert_int_equal(s.shown, 0);
	wk_series_init(&s, &l.m, l.days, 1, MONDAY - 5, &l.arena);
	assert_int_equal(s.shown, 0);
	wk_series_init(&s, &l.m, l.days, 3, MONDAY, &l.arena);
	assert_int_equal(s.shown, 0);
}

static void
a_day_is_found_by_its_date(void **state)
{
	(void)state;
	live(&l, 3, 8, 8);
	tell(&l);
	assert_int_equal(wk_series_find(&l.s, MONDAY), 0);
	assert_int_equal(wk_series_find(&l.s, MONDAY + 2), 2);
	assert_true(wk_series_find(&l.s, MONDAY - 1) == SIZE_MAX);
	assert_true(wk_series_find(&l.s, MONDAY + 3) == SIZE_MAX);
}

static void
coverage_counts_what_is_known_of_the_last_days(void **state)
{
	struct wk_coverage c;

	(void)state;
	live(&l, 1, 8, NAN);
	live(&l, 1, NAN, 7);
	live(&l, 1, NAN, NAN);
	live(&l, 1, NAN, NAN)->mood = 2;
	c = wk_series_coverage(&l.s, 0, 7);
	assert_int_equal(c.days, 0);
	tell(&l);
	c = wk_series_coverage(&l.s, 3, 7);
	assert_true(c.hours == 1 && c.sleep == 1 && c.days == 3 && c.of == 7);
	c = wk_series_coverage(&l.s, 3, 3);
	assert_true(c.hours == 0 && c.sleep == 1 && c.days == 2 && c.of == 3);
}

/* ---- model, bands, rounding ---- */
static void
every_constant_has_its_default_within_its_range(void **state)
{
	size_t n;
	const struct wk_model_row *r = wk_model_rows(&n);
	static const double contract[7] = { 8, 8, 8, 8, 8, 0, 0 };

	(void)state;
	for (size_t i = 0; i < n; i++) {
		double v;

		memcpy(&v, (const char *)&l.m + r[i].offset, sizeof(v));
		same(v, r[i].def, r[i].name);
		assert_true(r[i].min <= v && v <= r[i].max && *r[i].source && *r[i].help);
		for (size_t k = 0; k < i; k++)
			assert_true(r[k].offset != r[i].offset &&
			    strcmp(r[k].name, r[i].name) != 0);
	}
	for (size_t i = 0; i < 7; i++)
		same(l.m.contract_h[i], contract[i], "contract");
}

static void
bands_and_confidence_begin_at_their_borders(void **state)
{
	static const struct {
		double score;
		const char *band;
	} bands[] = { { 0, "calm" }, { 24.999, "calm" }, { 25, "watch" },
		{ 49.999, "watch" }, { 50, "strained" }, { 75, "severe" },
		{ 100, "severe" } };
	static const struct {
		double c;
		const char *word;
	} words[] = { { 0, "stale" }, { .2499, "stale" }, { .25, "low" },
		{ .5, "medium" }, { .7999, "medium" }, { .8, "high" } };

	(void)state;
	for (size_t i = 0; i < WK_LEN(bands); i++)
		assert_string_equal(wk_band_name(wk_band_of(&l.m, bands[i].score)),
		    bands[i].band);
	for (size_t i = 0; i < WK_LEN(words); i++)
		assert_string_equal(wk_confidence_name(wk_confidence_of(words[i].c)),
		    words[i].word);
}

static void
rounded_parts_add_up_to_the_rounded_sum(void **state)
{
	static const struct {
		double parts[WK_PART_COUNT];
		int tenths[WK_PART_COUNT], sum;
	} rows[] = {
		{ { 0 }, { 0 }, 0 },
		{ { .04, .04, .04, .04, .04 }, { 1, 1, 0, 0, 0 }, 2 },
		{ { 1.06, 2.05, 3.04, 0, 0 }, { 11, 21, 30, 0, 0 }, 62 },
		{ { 10.09, .09, .09, .09, .09 }, { 101, 1, 1, 1, 1 }, 105 },
		{ { -1.27, 1.11, 0, 0, 0 }, { -13, 11, 0, 0, 0 }, -2 },
	};

	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		double sum = 0;
		int tenths[WK_PART_COUNT];

		for (size_t k = 0; k < WK_PART_COUNT; k++)
			sum += rows[i].parts[k];
		int total = wk_strain_round(rows[i].parts, sum, tenths);
		assert_int_equal(total, rows[i].sum);
		for (size_t k = 0; k < WK_PART_COUNT; k++)
			assert_int_equal(tenths[k], rows[i].tenths[k]);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(names_are_read_as_they_are_written),
		T(a_day_is_empty_until_something_is_said),
		T(incidents_come_back_as_they_were_written),
		T(what_is_no_incident_is_refused),
		T(rows_become_every_day_between_them),
		T(rows_without_holes_are_the_days),
		T(nothing_logged_is_no_series),
		T(the_day_shown_is_the_last_that_is_complete_or_over),
		T(half_of_today_is_shown_where_it_is_all_there_is),
		T(a_day_is_found_by_its_date),
		T(coverage_counts_what_is_known_of_the_last_days),
		T(every_constant_has_its_default_within_its_range),
		T(bands_and_confidence_begin_at_their_borders),
		T(rounded_parts_add_up_to_the_rounded_sum),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
