/* SPDX-License-Identifier: MIT */
/* Import batches: kept, found by content, taken back out of order, byte for byte. */
#include "test_store_fixture.h"

static struct wk_batch
new_batch(const char *sha256)
{
	return (struct wk_batch){ .at = NOON(TODAY), .importer = "csv",
		.path = "week.csv", .sha256 = sha256, .bytes = 120, .tz = "UTC",
		.lo = TODAY - 9, .hi = TODAY };
}

/* Facts of one source as an import puts them: what is there already is put over. */
static void
put_all(struct fixture *f, struct wk_batch *b, wk_date first, int n, double hours)
{
	struct wk_event old;
	for (int i = 0; i < n; i++) {
		char id[16];
		(void)snprintf(id, sizeof(id), "row-%d", first + i);
		struct wk_event e = work(f, first + i, 9, hours, id);
		e.fact.source = "csv";
		e.batch = b->id;
		if (wk_store_event_find(f->s, "csv", "", id, &f->a, &old, &f->err) ==
		    WK_OK) {
			e.id = old.id;
			e.batch = old.batch;
		}
		OK(f, wk_store_event_put(f->s, &e, &f->err));
	}
}

static int64_t
import(struct fixture *f, const char *sha256, wk_date first, int n, double hours)
{
	struct wk_batch b = new_batch(sha256);
	begin(f, "import");
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	put_all(f, &b, first, n, hours);
	b.n_new = n;
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	assert_true(commit(f));
	return b.id;
}

static void
put_day(struct fixture *f, wk_date d, double sleep_h)
{
	struct wk_dayrow r = typed(d, NAN, sleep_h, 0, NULL);
	begin(f, "log");
	OK(f, wk_store_day_put(f->s, &r, &f->err));
	assert_true(commit(f));
}

static void
change_by_hand(struct fixture *f, wk_date d)
{
	struct wk_event e;
	char id[16];
	(void)snprintf(id, sizeof(id), "row-%d", d);
	OK(f, wk_store_event_find(f->s, "csv", "", id, &f->a, &e, &f->err));
	e.title = "mine";
	e.locked |= WK_LOCK_TITLE;
	begin(f, "edit the morning");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	assert_true(commit(f));
}

static void
a_batch_reads_back_whole(void **state)
{
	struct fixture *f = *state;
	struct wk_batch b, *v;
	size_t n;
	int64_t id = import(f, "aa", TODAY - 9, 3, 8);
	OK(f, wk_store_batch_get(f->s, id, &f->a, &b, &f->err));
	assert_string_equal(b.importer, "csv");
	assert_string_equal(b.path, "week.csv");
	assert_string_equal(b.sha256, "aa");
	assert_string_equal(b.tz, "UTC");
	assert_null(b.options);
	assert_int_equal(b.bytes, 120);
	assert_int_equal(b.lo, TODAY - 9);
	assert_int_equal(b.hi, TODAY);
	assert_int_equal(b.n_new, 3);
	assert_false(b.is_undone);
	(void)import(f, "bb", TODAY - 30, 1, 8);
	OK(f, wk_store_batch_list(f->s, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 2);
	assert_string_equal(v[0].sha256, "bb");
	assert_int_equal(wk_store_batch_get(f->s, 99, &f->a, &b, &f->err),
	    WK_ERR_NOTFOUND);
	assert_non_null(strstr(f->err.msg, "no import 99"));
}

static void
the_same_content_is_known_until_it_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct wk_batch b;
	assert_int_equal(wk_store_batch_same(f->s, "aa", &f->a, &b, &f->err),
	    WK_ERR_NOTFOUND);
	int64_t id = import(f, "aa", TODAY - 9, 3, 8);
	OK(f, wk_store_batch_same(f->s, "aa", &f->a, &b, &f->err));
	assert_int_equal(b.id, id);
	assert_int_equal(wk_store_batch_same(f->s, "bb", &f->a, &b, &f->err),
	    WK_ERR_NOTFOUND);
	OK(f, wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err));
	assert_int_equal(wk_store_batch_same(f->s, "aa", &f->a, &b, &f->err),
	    WK_ERR_NOTFOUND);
}

static void
the_same_import_again_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct wk_batch b = new_batch("aa"), *v;
	size_t n;
	(void)import(f, "aa", TODAY - 9, 10, 8);
	const char *before = dump(f);
	begin(f, "import");
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	put_all(f, &b, TODAY - 9, 10, 8);
	assert_false(commit(f));
	assert_string_equal(dump(f), before);
	OK(f, wk_store_batch_list(f->s, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 1);
}

static void
taking_back_restores_the_bytes_and_can_be_undone(void **state)
{
	struct fixture *f = *state;
	struct wk_batch b;
	struct wk_txn t;
	(void)import(f, "aa", TODAY - 20, 10, 8);
	const char *before = dump(f);
	int64_t id = import(f, "bb", TODAY - 15, 10, 6); /* five changed, five new */
	const char *after = dump(f);
	OK(f, wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err));
	assert_string_equal(dump(f), before);
	OK(f, wk_store_batch_get(f->s, id, &f->a, &b, &f->err));
	assert_true(b.is_undone);
	assert_int_equal(wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err),
	    WK_ERR_NOTFOUND);
	assert_non_null(strstr(f->err.msg, "taken back already"));
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_int_equal(t.batch, id);
	assert_string_equal(dump(f), after);
	OK(f, wk_store_batch_get(f->s, id, &f->a, &b, &f->err));
	assert_false(b.is_undone);
	OK(f, wk_store_redo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_string_equal(dump(f), before);
}

static void
taking_back_works_out_of_order(void **state)
{
	struct fixture *f = *state;
	int64_t first = import(f, "aa", TODAY - 20, 3, 8);
	(void)import(f, "bb", TODAY - 10, 3, 8);
	put_day(f, TODAY - 20, 7);                     /* the same day, another row */
	reopen(f, WK_STORE_WRITE);
	OK(f, wk_store_batch_undo(f->s, first, NOON(TODAY), TODAY, &f->err));
	assert_int_equal(count_events(f, TODAY - 20, TODAY - 18), 0);
	assert_int_equal(count_events(f, TODAY - 10, TODAY), 3);
	struct wk_dayrow r = day_of(f, TODAY - 20);
	assert_true(isnan(r.folded.hours));
	assert_true(r.typed.sleep_h > 6.9 && r.typed.sleep_h < 7.1);
}

static void
what_was_changed_since_is_named_and_kept(void **state)
{
	struct fixture *f = *state;
	int64_t id = import(f, "aa", TODAY - 9, 10, 8);
	change_by_hand(f, TODAY - 4);
	const char *before = dump(f);
	assert_int_equal(wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err),
	    WK_ERR_CONFLICT);
	assert_non_null(strstr(f->err.msg, "Mon 16 Nov"));
	assert_non_null(strstr(f->err.msg, "edit the morning"));
	assert_string_equal(dump(f), before);
	struct wk_txn t;
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	OK(f, wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err));
	assert_string_equal(dump(f), "");
}

static void
a_later_batch_over_the_same_rows_goes_first(void **state)
{
	struct fixture *f = *state;
	int64_t first = import(f, "aa", TODAY - 9, 5, 8);
	int64_t second = import(f, "bb", TODAY - 7, 5, 6);
	assert_int_equal(wk_store_batch_undo(f->s, first, NOON(TODAY), TODAY, &f->err),
	    WK_ERR_CONFLICT);
	OK(f, wk_store_batch_undo(f->s, second, NOON(TODAY), TODAY, &f->err));
	OK(f, wk_store_batch_undo(f->s, first, NOON(TODAY), TODAY, &f->err));
	assert_string_equal(dump(f), "");
}

static void
an_undone_import_counts_as_taken_back(void **state)
{
	struct fixture *f = *state;
	struct wk_batch b;
	struct wk_txn t;
	int64_t id = import(f, "aa", TODAY - 9, 2, 8);
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_int_equal(t.batch, id);
	OK(f, wk_store_batch_get(f->s, id, &f->a, &b, &f->err));
	assert_true(b.is_undone);
	assert_int_equal(wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err),
	    WK_ERR_NOTFOUND);
}

static void
an_import_again_after_it_was_taken_back_is_all_there(void **state)
{
	struct fixture *f = *state;
	int64_t id = import(f, "aa", TODAY - 9, 3, 8);
	OK(f, wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err));
	int64_t again = import(f, "aa", TODAY - 9, 3, 8);
	assert_int_not_equal(again, id);
	assert_int_equal(count_events(f, TODAY - 9, TODAY), 3);
	const char *before = dump(f);
	put_day(f, TODAY - 40, 8);
	assert_int_equal(wk_store_batch_undo(f->s, id, NOON(TODAY), TODAY, &f->err),
	    WK_ERR_NOTFOUND);
	struct wk_txn t;
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_string_equal(dump(f), before);
	OK(f, wk_store_batch_undo(f->s, again, NOON(TODAY), TODAY, &f->err));
	assert_string_equal(dump(f), "");
}

static void
conflicts_stay_with_their_batch(void **state)
{
	static const struct wk_conflict put[] = {
		{ 4, TODAY - 1, "title", "mine", "theirs" },
		{ 0, TODAY, "hours", "8", "" },
		{ 9, WK_DATE_NONE, "time", NULL, NULL },
	};
	struct fixture *f = *state;
	struct wk_batch b = new_batch("aa");
	struct wk_conflict *v;
	size_t n;
	begin(f, "import");
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	put_all(f, &b, TODAY, 1, 8);
	for (size_t i = 0; i < WK_LEN(put); i++)
		OK(f, wk_store_conflict_put(f->s, b.id, &put[i], &f->err));
	assert_true(commit(f));
	OK(f, wk_store_conflict_list(f->s, b.id, &f->a, &v, &n, &f->err));
	assert_int_equal(n, WK_LEN(put));
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(v[i].event, put[i].event);
		assert_int_equal(v[i].d, put[i].d);
		assert_string_equal(v[i].field, put[i].field);
	}
	assert_string_equal(v[0].ours, "mine");
	assert_string_equal(v[1].theirs, "");
	assert_null(v[2].ours);
	OK(f, wk_store_conflict_list(f->s, b.id + 1, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_batch_reads_back_whole),
		T(the_same_content_is_known_until_it_is_taken_back),
		T(the_same_import_again_changes_nothing),
		T(taking_back_restores_the_bytes_and_can_be_undone),
		T(taking_back_works_out_of_order),
		T(what_was_changed_since_is_named_and_kept),
		T(a_later_batch_over_the_same_rows_goes_first),
		T(an_undone_import_counts_as_taken_back),
		T(an_import_again_after_it_was_taken_back_is_all_there),
		T(conflicts_stay_with_their_batch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
