/* SPDX-License-Identifier: MIT */
/* What is typed for a day: a part of it can change alone, the file refuses what is out of
 * range whichever part that is, and a day that says nothing is not there. */
#include "test_store_fixture.h"

#include "store/sql.h"

static void
put(struct fixture *f, const struct wk_dayrow *r)
{
	begin(f, "a day");
	OK(f, wk_store_day_put(f->s, r, &f->err));
	(void)commit(f);
}

/* What was typed, and who typed it, as the dump shows it. */
static void
shows(struct fixture *f, const char *typed_part)
{
	const char *rows = dump(f);
	if (strstr(rows, typed_part) == NULL)
		fail_msg("no %s in %s", typed_part, rows);
}

static void
how_one_felt_changes_and_the_hours_stay(void **state)
{
	struct fixture *f = *state;
	struct wk_txn undone;
	struct wk_dayrow r = typed(TODAY, 7.5, 6.5, 3, "first");
	put(f, &r);
	const char *before = dump(f);
	r.typed.energy = 0;
	r.typed.stress = 5;
	r.typed.mood = 1;
	r.note = "second";
	r.locked = WK_LOCK_DAY_STRESS;
	put(f, &r);
	shows(f, "7.5,6.5,null,null,null,null,null,\"second\",64,\"manual\"");
	struct wk_dayrow now = day_of(f, TODAY);
	assert_int_equal(now.typed.energy, 0);
	assert_int_equal(now.typed.stress, 5);
	assert_int_equal(now.typed.mood, 1);
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &undone, &f->err));
	assert_string_equal(dump(f), before);
}

static void
hours_change_and_how_one_felt_stays(void **state)
{
	struct fixture *f = *state;
	struct wk_dayrow r = typed(TODAY, 7.5, NAN, 3, "note");
	put(f, &r);
	r.typed.hours = NAN;
	r.typed.wakes = 2;
	r.typed.leave = WK_LEAVE_SICK;
	put(f, &r);
	shows(f, "null,null,null,2,null,null,2,\"note\",0,\"manual\"");
	assert_int_equal(day_of(f, TODAY).typed.energy, 3);
}

static void
a_day_that_says_nothing_any_more_goes(void **state)
{
	struct fixture *f = *state;
	struct wk_dayrow r = typed(TODAY, NAN, NAN, 4, "x");
	put(f, &r);
	assert_string_not_equal(dump(f), "");
	r.typed.energy = 0;
	r.note = NULL;
	put(f, &r);
	assert_string_equal(dump(f), "");
}

/* Days of TODAY - 9 .. TODAY, without TODAY - 4 and, but for a note, TODAY - 6. */
static void
the_tail_counts_days_before_a_day(void **state)
{
	static const struct {
		int from, last;         /* days from TODAY */
		size_t days, count;
		int first;
	} t[] = { { 99, 99, 0, 9, -9 }, { 99, 99, 2, 2, -1 }, { 0, 99, 2, 3, -2 },
		{ -2, 99, 2, 5, -5 }, { -2, -1, 2, 4, -5 }, { -3, -3, 2, 4, -7 },
		{ -8, 99, 40, 9, -9 }, { 99, -6, 1, 2, -7 } };
	struct fixture *f = *state;
	for (int k = -9; k <= 0; k++) {
		struct wk_dayrow r = typed(TODAY + k, k == -6 ? (double)NAN : 8, NAN, 0,
		    "n");
		if (k != -4)
			put(f, &r);
	}
	for (size_t i = 0; i < WK_LEN(t); i++) {
		struct wk_day *v;
		size_t n;
		struct wk_store_tail tail = { TODAY + t[i].from, TODAY + t[i].last,
			t[i].days, i % 2 == 0 };
		OK(f, wk_store_day_tail(f->s, tail, &f->a, &v, &n, &f->err));
		assert_int_equal(n, t[i].count);
		assert_int_equal(v[0].d, TODAY + t[i].first);
	}
}

/* The first column of the first row of a statement. */
static const char *
ask(struct fixture *f, const char *sql)
{
	sqlite3 *h;
	sqlite3_stmt *q;
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	if (sqlite3_prepare_v2(h, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(h));
	if (sqlite3_bind_parameter_count(q) > 0)
		sqlite3_bind_int(q, 1, TODAY);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	const char *v = wk_arena_strdup(&f->a, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(h);
	return v;
}

/* The journal's own image against what SQLite makes of the row. */
static void
the_image_of_a_day_is_the_row(void **state)
{
	static const char of_row[] = "SELECT json_array(" DAY_IMAGE_COLS ") FROM day"
	    " WHERE d = ?";
	static const char kept[] = "SELECT json_group_array(value) FROM json_each((SELECT"
	    " image FROM change ORDER BY txn DESC LIMIT 1))";
	struct fixture *f = *state;
	struct wk_txn undone;
	struct wk_dayrow rows[3] = {
		typed(TODAY, 0.1 + 0.2, 7, 1, "caf\xc3\xa9 \"quoted\" b\\s\n\ttwo"),
		typed(TODAY, NAN, 1.0 / 3, 0, "no UTF-8: \xff\x01"),
		typed(TODAY, 24, NAN, 5, NULL),
	};
	rows[1].typed.break_h = 1e-9;
	rows[1].typed.wakes = 0;
	rows[1].typed.oncall = 0;
	rows[1].typed.short_rest = 1;
	rows[1].locked = 1023;
	rows[2].typed.leave = WK_LEAVE_PARENTAL;
	rows[2].source = "a \"b\"";
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_dayrow other = typed(TODAY, 1, 1, 1, "other");
		put(f, &rows[i]);
		const char *before = dump(f), *image = ask(f, of_row);
		put(f, &other);
		assert_string_equal(ask(f, kept), image);
		OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &undone, &f->err));
		assert_string_equal(dump(f), before);
	}
}

/* Beside other hours and beside the same: each has a statement of its own. */
static void
out_of_range_is_refused_by_the_file_itself(void **state)
{
	struct fixture *f = *state;
	struct wk_dayrow good = typed(TODAY, 8, NAN, 3, NULL), bad[8];
	put(f, &good);
	const char *before = dump(f);
	for (size_t i = 0; i < WK_LEN(bad); i++)
		bad[i] = good;
	bad[0].typed.energy = 6;
	bad[1].typed.stress = -1;
	bad[2].typed.mood = 6;
	bad[3].typed.hours = 24.5;
	bad[4].typed.sleep_h = -1;
	bad[5].typed.wakes = 100;
	bad[6].typed.oncall = 2;
	bad[7] = bad[0];
	bad[7].typed.hours = 9;
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		begin(f, "bad");
		if (wk_store_day_put(f->s, &bad[i], &f->err) != WK_ERR_STORE)
			fail_msg("row %zu was taken", i);
		assert_non_null(strstr(f->err.msg, f->path));
		wk_store_rollback(f->s);
	}
	assert_string_equal(dump(f), before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(how_one_felt_changes_and_the_hours_stay),
		T(hours_change_and_how_one_felt_stays),
		T(a_day_that_says_nothing_any_more_goes),
		T(the_tail_counts_days_before_a_day),
		T(the_image_of_a_day_is_the_row),
		T(out_of_range_is_refused_by_the_file_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
