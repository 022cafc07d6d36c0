/* SPDX-License-Identifier: MIT */
/* Erase is real: facts, before-images, conflicts and sentences of those days are gone,
 * from the rows and from the bytes of the file; what lies outside stays as it was. */
#include "test_store_fixture.h"

#define CANARY "canary-7d1f"

static void
put(struct fixture *f, struct wk_event e, const char *title, const char *what)
{
	e.title = title;
	begin(f, what);
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	assert_true(commit(f));
}

static void
note(struct fixture *f, wk_date d, const char *text, const char *what)
{
	struct wk_dayrow r = typed(d, NAN, 7, 3, text);
	begin(f, what);
	OK(f, wk_store_day_put(f->s, &r, &f->err));
	assert_true(commit(f));
}

static int64_t
erase(struct fixture *f, wk_date lo, wk_date hi, bool everything)
{
	struct wk_erased gone = { .rows = -1 };
	OK(f, wk_store_erase(f->s, lo, hi, everything, NOON(TODAY), TODAY, &gone,
	    &f->err));
	return gone.rows;
}

static void
nothing_in_the_file(struct fixture *f)
{
	if (file_has(f, CANARY))
		fail_msg("the erased text still stands in the file");
	reopen(f, WK_STORE_READ);
	if (file_has(f, CANARY))
		fail_msg("the erased text stands in the file after reopening");
	reopen(f, WK_STORE_WRITE);
}

static void
notes_and_their_older_forms_are_gone_from_the_bytes(void **state)
{
	struct fixture *f = *state;
	note(f, TODAY, "harmless " CANARY "-first", "log");
	note(f, TODAY, "harmless " CANARY "-second", "log " CANARY);
	note(f, TODAY, "last", "log");
	assert_true(file_has(f, CANARY));              /* the images keep it for undo */
	assert_int_equal(erase(f, TODAY, TODAY, false), 1);
	nothing_in_the_file(f);
	assert_string_equal(dump(f), "");
}

static void
titles_of_dropped_and_undone_events_are_gone_too(void **state)
{
	struct fixture *f = *state;
	struct wk_txn t;
	put(f, work(f, TODAY - 1, 9, 2, "a"), CANARY "-dropped", "log");
	struct wk_event e;
	OK(f, wk_store_event_find(f->s, "manual", "", "a", &f->a, &e, &f->err));
	begin(f, "rm");
	OK(f, wk_store_event_drop(f->s, e.id, &f->err));
	assert_true(commit(f));
	put(f, work(f, TODAY, 9, 2, "b"), CANARY "-undone", "log");
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_true(file_has(f, CANARY "-dropped") && file_has(f, CANARY "-undone"));
	(void)erase(f, TODAY - 1, TODAY, false);
	nothing_in_the_file(f);
	assert_int_equal(wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
}

static void
an_event_moved_away_leaves_no_image_behind(void **state)
{
	struct fixture *f = *state;
	struct wk_event e, moved = work(f, TODAY, 9, 2, "a");
	put(f, work(f, TODAY - 30, 9, 2, "a"), CANARY, "log");
	OK(f, wk_store_event_find(f->s, "manual", "", "a", &f->a, &e, &f->err));
	moved.id = e.id;
	put(f, moved, "renamed", "edit");
	(void)erase(f, TODAY - 30, TODAY - 30, false);
	nothing_in_the_file(f);
	assert_int_equal(count_events(f, TODAY, TODAY), 1);
}

static void
what_reaches_out_of_the_range_is_cut(void **state)
{
	struct fixture *f = *state;
	struct wk_event *v, leave;
	size_t n;
	wk_event_init(&leave, WK_KIND_LEAVE);
	leave.fact.leave = WK_LEAVE_VACATION;
	leave.fact.start = (int64_t)(TODAY - 9) * 86400;
	leave.fact.end = (int64_t)(TODAY + 10) * 86400;
	wk_event_file(&leave, &f->rules);
	assert_int_equal(leave.d_last, TODAY + 9);
	put(f, leave, NULL, "leave");
	put(f, work(f, TODAY - 1, 22, 8, "into"), NULL, "log");       /* to 06:00 today */
	put(f, work(f, TODAY, 22, 8, "out"), NULL, "log"); /* to 06:00 tomorrow */
	put(f, work(f, TODAY, 9, 3, "inside"), NULL, "log");
	assert_int_equal(erase(f, TODAY, TODAY, false), 4);
	assert_int_equal(count_events(f, TODAY, TODAY), 0);
	OK(f, wk_store_event_list(f->s, TODAY - 9, TODAY + 9, 0, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 4);
	for (size_t i = 0; i < n; i++)
		if (v[i].fact.d <= TODAY && v[i].d_last >= TODAY)
			fail_msg("entry %lld still reaches into the day",
			    (long long)v[i].id);
	assert_true(fabs(hours_of(f, TODAY - 1) - 6) < 1e-6);         /* 22:00-04:00 */
	assert_true(fabs(hours_of(f, TODAY + 1) - 2) < 1e-6);         /* 04:00-06:00 */
	assert_true(hours_of(f, TODAY) < 0);
	assert_int_equal(day_of(f, TODAY - 1).folded.leave, WK_LEAVE_VACATION);
	assert_int_equal(day_of(f, TODAY).folded.leave, WK_LEAVE_NONE);
	assert_int_equal(day_of(f, TODAY + 1).folded.leave, WK_LEAVE_VACATION);
}

static void
the_rest_stays_and_its_history_too(void **state)
{
	struct fixture *f = *state;
	struct wk_txn *v;
	size_t n;
	note(f, TODAY - 20, "kept", "first");
	put(f, work(f, TODAY - 19, 9, 8, "kept"), "kept", "second");
	const char *before = dump(f);
	note(f, TODAY, CANARY, "third");
	(void)erase(f, TODAY - 3, TODAY + 3, false);
	assert_string_equal(dump(f), before);
	OK(f, wk_store_history(f->s, 0, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 2);
	struct wk_txn t;
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_string_equal(t.what, "second");
	assert_true(hours_of(f, TODAY - 19) < 0);
}

static int64_t
import(struct fixture *f)
{
	struct wk_batch b = { .at = NOON(TODAY), .importer = "csv", .path = "w.csv",
		.sha256 = "aa", .lo = TODAY - 4, .hi = TODAY };
	begin(f, "import");
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	for (int i = 0; i < 5; i++) {
		struct wk_event e = work(f, TODAY - i, 9, 8, NULL);
		e.title = i == 0 ? CANARY : "plain";
		e.batch = b.id;
		OK(f, wk_store_event_put(f->s, &e, &f->err));
	}
	struct wk_conflict in = { 1, TODAY, "title", CANARY, "y" };
	struct wk_conflict out = { 2, TODAY - 3, "title", "x", "y" };
	OK(f, wk_store_conflict_put(f->s, b.id, &in, &f->err));
	OK(f, wk_store_conflict_put(f->s, b.id, &out, &f->err));
	assert_true(commit(f));
	return b.id;
}

static void
of_an_import_only_those_days_go(void **state)
{
	struct fixture *f = *state;
	struct wk_conflict *v;
	size_t n;
	int64_t id = import(f);
	assert_int_equal(erase(f, TODAY, TODAY, false), 1);
	nothing_in_the_file(f);
	assert_int_equal(count_events(f, TODAY - 9, TODAY), 4);
	OK(f, wk_store_conflict_list(f->s, id, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 1);
	assert_int_equal(v[0].d, TODAY - 3);
	OK(f, wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err));
	assert_string_equal(dump(f), "");
}

static void
erase_cannot_be_undone(void **state)
{
	struct fixture *f = *state;
	struct wk_txn t;
	note(f, TODAY, CANARY, "log");
	(void)erase(f, TODAY, TODAY, false);
	assert_int_equal(wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
	assert_int_equal(wk_store_redo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
}

static void
everything_is_everything(void **state)
{
	static const char *const tables[] = { "event", "day", "change", "txn",
		"import_batch", "conflict" };
	struct fixture *f = *state;
	(void)import(f);
	note(f, TODAY - 500, CANARY, "log " CANARY);
	begin(f, "note of our own");
	OK(f, wk_store_meta_put(f->s, "k", CANARY, &f->err));
	(void)commit(f);
	assert_int_equal(erase(f, 0, 0, true), 6);
	nothing_in_the_file(f);
	sqlite3 *h;
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	for (size_t i = 0; i < WK_LEN(tables); i++) {
		char sql[64];
		sqlite3_stmt *q;
		(void)snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", tables[i]);
		assert_int_equal(sqlite3_prepare_v2(h, sql, -1, &q, NULL), SQLITE_OK);
		assert_int_equal(sqlite3_step(q), SQLITE_ROW);
		if (sqlite3_column_int(q, 0) != 0)
			fail_msg("%s is not empty", tables[i]);
		sqlite3_finalize(q);
	}
	sqlite3_close(h);
	note(f, TODAY, "a new start", "log");
	assert_true(day_of(f, TODAY).typed.energy == 3);
}

static void
an_empty_range_is_zero(void **state)
{
	struct fixture *f = *state;
	note(f, TODAY, "kept", "log");
	const char *before = dump(f);
	assert_int_equal(erase(f, TODAY - 50, TODAY - 40, false), 0);
	assert_string_equal(dump(f), before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(notes_and_their_older_forms_are_gone_from_the_bytes),
		T(titles_of_dropped_and_undone_events_are_gone_too),
		T(an_event_moved_away_leaves_no_image_behind),
		T(what_reaches_out_of_the_range_is_cut),
		T(the_rest_stays_and_its_history_too),
		T(of_an_import_only_those_days_go),
		T(erase_cannot_be_undone),
		T(everything_is_everything),
		T(an_empty_range_is_zero),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
