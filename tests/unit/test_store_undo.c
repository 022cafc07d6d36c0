/* SPDX-License-Identifier: MIT */
/* Undo and redo: every kind of change goes back and forth to the same bytes. */
#include "test_store_fixture.h"

static struct wk_txn
undo(struct fixture *f)
{
	struct wk_txn t;
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	return t;
}

static struct wk_txn
redo(struct fixture *f)
{
	struct wk_txn t;
	OK(f, wk_store_redo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	return t;
}

/* ---- one step a kind of change, all on one store, in this order ---- */

static void
put_event(struct fixture *f)
{
	struct wk_event e = work(f, TODAY, 22, 8, "night");
	e.title = "deploy";
	OK(f, wk_store_event_put(f->s, &e, &f->err));
}

static void
put_second(struct fixture *f)
{
	struct wk_event e = work(f, TODAY - 1, 9, 8, "early");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
}

static void
change_event(struct fixture *f)
{
	struct wk_event e;
	OK(f, wk_store_event_find(f->s, "manual", "", "night", &f->a, &e, &f->err));
	e.fact.start -= 86400 * 5;
	e.fact.end -= 86400 * 5;
	e.title = NULL;
	e.locked |= WK_LOCK_TIME;
	wk_event_file(&e, &f->rules);
	OK(f, wk_store_event_put(f->s, &e, &f->err));
}

static void
change_twice(struct fixture *f)
{
	change_event(f);
	change_event(f);
}

static void
tombstone(struct fixture *f)
{
	struct wk_event e;
	OK(f, wk_store_event_find(f->s, "manual", "", "early", &f->a, &e, &f->err));
	e.is_deleted = true;
	OK(f, wk_store_event_put(f->s, &e, &f->err));
}

static void
drop_event(struct fixture *f)
{
	struct wk_event e;
	OK(f, wk_store_event_find(f->s, "manual", "", "night", &f->a, &e, &f->err));
	OK(f, wk_store_event_drop(f->s, e.id, &f->err));
}

/* The identity is free again within one transaction, and undo has to free it first. */
static void
drop_and_put_again(struct fixture *f)
{
	struct wk_event e;
	OK(f, wk_store_event_find(f->s, "manual", "", "early", &f->a, &e, &f->err));
	OK(f, wk_store_event_drop(f->s, e.id, &f->err));
	e = work(f, TODAY - 9, 10, 3, "early");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
}

static void
put_day(struct fixture *f)
{
	struct wk_dayrow r = typed(TODAY - 2, 7.5, 0, 3, "caf\xc3\xa9 \"quoted\"\n\ttwo");
	r.locked = WK_LOCK_DAY_HOURS | WK_LOCK_DAY_NOTE;
	OK(f, wk_store_day_put(f->s, &r, &f->err));
}

static void
change_day(struct fixture *f)
{
	struct wk_dayrow r = day_of(f, TODAY - 2);
	r.typed.hours = NAN;
	r.typed.sleep_h = 6.1;
	r.typed.leave = WK_LEAVE_SICK;
	r.note = NULL;
	OK(f, wk_store_day_put(f->s, &r, &f->err));
}

static void
clear_day(struct fixture *f)
{
	struct wk_dayrow r;
	wk_dayrow_init(&r, TODAY - 2);
	OK(f, wk_store_day_put(f->s, &r, &f->err));
}

static void
many_at_once(struct fixture *f)
{
	for (int i = 0; i < 200; i++) {
		struct wk_event e = work(f, TODAY - 300 + i, 9, 8, NULL);
		struct wk_dayrow r = typed(TODAY - 300 + i, NAN, 7, 1 + i % 5, NULL);
		OK(f, wk_store_event_put(f->s, &e, &f->err));
		OK(f, wk_store_day_put(f->s, &r, &f->err));
	}
}

static void
batch(struct fixture *f)
{
	struct wk_batch b = { .at = NOON(TODAY), .importer = "csv", .path = "a.csv",
		.sha256 = "00", .bytes = 3, .lo = TODAY - 40, .hi = TODAY, .n_new = 2 };
	OK(f, wk_store_batch_put(f->s, &b, &f->err));
	for (int i = 0; i < 2; i++) {
		struct wk_event e = work(f, TODAY - 40 * i, 11, 1, NULL);
		e.fact.source = "csv";
		e.batch = b.id;
		OK(f, wk_store_event_put(f->s, &e, &f->err));
	}
}

static const struct { const char *what; void (*run)(struct fixture *f); } steps[] = {
	{ "put", put_event }, { "second", put_second }, { "change", change_event },
	{ "twice", change_twice }, { "day", put_day }, { "change day", change_day },
	{ "many", many_at_once }, { "batch", batch }, { "tombstone", tombstone },
	{ "clear day", clear_day }, { "again", drop_and_put_again },
	{ "drop", drop_event },
};

/* The bytes after every step; [0] is before the first. */
static void
run_steps(struct fixture *f, const char *seen[WK_LEN(steps) + 1])
{
	seen[0] = dump(f);
	for (size_t i = 0; i < WK_LEN(steps); i++) {
		begin(f, steps[i].what);
		steps[i].run(f);
		if (!commit(f))
			fail_msg("%s changed nothing", steps[i].what);
		seen[i + 1] = dump(f);
		assert_string_not_equal(seen[i + 1], seen[i]);
	}
}

static void
every_change_goes_back_and_forth(void **state)
{
	struct fixture *f = *state;
	const char *seen[WK_LEN(steps) + 1];
	run_steps(f, seen);
	for (int round = 0; round < 2; round++) {
		for (size_t i = WK_LEN(steps); i > 0; i--) {
			struct wk_txn t = undo(f);
			assert_string_equal(t.what, steps[i - 1].what);
			assert_true(t.is_undone && t.changes > 0);
			if (strcmp(dump(f), seen[i - 1]) != 0)
				fail_msg("undo of \"%s\" leaves\n%s", t.what, dump(f));
		}
		for (size_t i = 0; i < WK_LEN(steps); i++) {
			struct wk_txn t = redo(f);
			assert_string_equal(t.what, steps[i].what);
			assert_false(t.is_undone);
			if (strcmp(dump(f), seen[i + 1]) != 0)
				fail_msg("redo of \"%s\" leaves\n%s", t.what, dump(f));
		}
	}
}

static void
undo_goes_on_after_reopening(void **state)
{
	struct fixture *f = *state;
	const char *seen[WK_LEN(steps) + 1];
	run_steps(f, seen);
	for (size_t i = WK_LEN(steps); i > 0; i--) {
		reopen(f, WK_STORE_WRITE);
		(void)undo(f);
		assert_string_equal(dump(f), seen[i - 1]);
	}
	reopen(f, WK_STORE_WRITE);
	(void)redo(f);
	assert_string_equal(dump(f), seen[1]);
}

static void
with_nothing_left_it_says_so(void **state)
{
	struct fixture *f = *state;
	struct wk_txn t;
	assert_int_equal(wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
	assert_string_equal(f->err.msg, "nothing to undo");
	begin(f, "put");
	put_event(f);
	(void)commit(f);
	assert_int_equal(wk_store_redo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
	assert_string_equal(f->err.msg, "nothing to redo");
	(void)undo(f);
	assert_int_equal(wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
}

static void
a_new_change_drops_what_could_be_redone(void **state)
{
	struct fixture *f = *state;
	struct wk_txn t, *v;
	size_t n;
	const char *seen[WK_LEN(steps) + 1];
	run_steps(f, seen);
	(void)undo(f);
	(void)undo(f);
	begin(f, "other");
	OK(f, wk_store_day_put(f->s, &(struct wk_dayrow){ 0 }, &f->err));
	wk_store_rollback(f->s);                       /* taken back: redo stays */
	OK(f, wk_store_history(f->s, 0, &f->a, &v, &n, &f->err));
	assert_int_equal(n, WK_LEN(steps));
	begin(f, "other");
	struct wk_dayrow r = typed(TODAY - 4, 2, NAN, 0, NULL);
	OK(f, wk_store_day_put(f->s, &r, &f->err));
	assert_true(commit(f));
	assert_int_equal(wk_store_redo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err),
	    WK_ERR_NOTFOUND);
	assert_string_equal(undo(f).what, "other");
	assert_string_equal(undo(f).what, steps[WK_LEN(steps) - 3].what);
}

static void
a_commit_without_a_change_keeps_redo(void **state)
{
	struct fixture *f = *state;
	begin(f, "put");
	put_event(f);
	(void)commit(f);
	const char *after = dump(f);
	(void)undo(f);
	begin(f, "nothing");
	assert_false(commit(f));
	(void)redo(f);
	assert_string_equal(dump(f), after);
}

static void
history_is_newest_first_with_counts_and_a_limit(void **state)
{
	struct fixture *f = *state;
	struct wk_txn *v;
	size_t n;
	const char *seen[WK_LEN(steps) + 1];
	run_steps(f, seen);
	(void)undo(f);
	OK(f, wk_store_history(f->s, 0, &f->a, &v, &n, &f->err));
	assert_int_equal(n, WK_LEN(steps));
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(v[i].what, steps[n - 1 - i].what);
		assert_int_equal(v[i].is_undone, i == 0);
		assert_true(v[i].at == NOON(TODAY));
		assert_int_equal(v[i].batch != 0, strcmp(v[i].what, "batch") == 0);
	}
	assert_int_equal(v[5].changes, 400);           /* many: an event and a day each */
	OK(f, wk_store_history(f->s, 3, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 3);
	assert_string_equal(v[0].what, "drop");
}

static void
the_sentence_can_be_said_late(void **state)
{
	struct fixture *f = *state;
	begin(f, "log");
	put_event(f);
	wk_store_set_what(f->s, "log Fri 20 Nov: 8h");
	(void)commit(f);
	assert_string_equal(undo(f).what, "log Fri 20 Nov: 8h");
}

static void
undo_folds_by_the_rules_of_now(void **state)
{
	struct fixture *f = *state;
	begin(f, "early");
	struct wk_event e = work(f, TODAY, 2, 1, NULL);
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	(void)commit(f);
	assert_true(hours_of(f, TODAY - 1) > 0.99 && hours_of(f, TODAY) < 0);
	f->rules.day_start_min = 0;
	reopen(f, WK_STORE_WRITE);
	assert_true(hours_of(f, TODAY) > 0.99);        /* folded in memory */
	begin(f, "other");
	struct wk_dayrow r = typed(TODAY - 30, 1, NAN, 0, NULL);
	OK(f, wk_store_day_put(f->s, &r, &f->err));
	(void)commit(f);
	const char *kept = dump(f);
	assert_true(hours_of(f, TODAY) > 0.99 && hours_of(f, TODAY - 1) < 0);
	(void)undo(f);
	(void)redo(f);
	assert_string_equal(dump(f), kept);
}

static void
numbers_come_back_to_the_last_bit(void **state)
{
	struct fixture *f = *state;
	struct wk_dayrow r = typed(TODAY, 500 / 60.0, 1.0 / 3, 0, NULL);
	struct wk_event e = work(f, TODAY - 1, 9, 8, "odd");
	r.typed.break_h = 0.1 + 0.2;
	e.fact.start = e.fact.end = WK_TIME_NONE;
	e.fact.dur_h = 1200 / 3600.0;
	e.fact.minutes = 1e4 / 3;
	begin(f, "odd");
	OK(f, wk_store_day_put(f->s, &r, &f->err));
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	(void)commit(f);
	begin(f, "plain");
	struct wk_dayrow plain = typed(TODAY, 9, NAN, 0, NULL);
	OK(f, wk_store_day_put(f->s, &plain, &f->err));
	OK(f, wk_store_event_drop(f->s, e.id, &f->err));
	(void)commit(f);
	(void)undo(f);
	struct wk_dayrow back = day_of(f, TODAY);
	struct wk_event there;
	OK(f, wk_store_event_get(f->s, e.id, &f->a, &there, &f->err));
	assert_memory_equal(&back.typed.hours, &r.typed.hours, sizeof(double));
	assert_memory_equal(&back.typed.sleep_h, &r.typed.sleep_h, sizeof(double));
	assert_memory_equal(&back.typed.break_h, &r.typed.break_h, sizeof(double));
	assert_memory_equal(&there.fact.dur_h, &e.fact.dur_h, sizeof(double));
	assert_memory_equal(&there.fact.minutes, &e.fact.minutes, sizeof(double));
	(void)redo(f);
	assert_true(isnan(day_of(f, TODAY).typed.sleep_h));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_change_goes_back_and_forth),
		T(undo_goes_on_after_reopening),
		T(with_nothing_left_it_says_so),
		T(a_new_change_drops_what_could_be_redone),
		T(a_commit_without_a_change_keeps_redo),
		T(history_is_newest_first_with_counts_and_a_limit),
		T(the_sentence_can_be_said_late),
		T(undo_folds_by_the_rules_of_now),
		T(numbers_come_back_to_the_last_bit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
