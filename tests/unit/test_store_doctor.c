/* SPDX-License-Identifier: MIT */
/* doctor: is the file whole, and does every kept fold say what its facts say? */
#include "test_store_fixture.h"

static void
raw(const struct fixture *f, const char *sql)
{
	sqlite3 *h;
	char *message = NULL;
	assert_int_equal(sqlite3_open(f->path, &h), SQLITE_OK);
	(void)sqlite3_exec(h, "PRAGMA ignore_check_constraints=1", NULL, NULL, NULL);
	if (sqlite3_exec(h, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(h);
}

static void
fill(struct fixture *f)
{
	begin(f, "fill");
	for (int i = 0; i < 100; i++) {
		struct wk_event e = work(f, TODAY - i * 3, 9, 8, NULL);
		struct wk_dayrow r = typed(TODAY - i * 3, NAN, 7, 3, NULL);
		OK(f, wk_store_event_put(f->s, &e, &f->err));
		OK(f, wk_store_day_put(f->s, &r, &f->err));
	}
	assert_true(commit(f));
}

static struct wk_doctor
doctor(struct fixture *f, bool fix)
{
	struct wk_doctor d;
	OK(f, wk_store_doctor(f->s, fix, NOON(TODAY), TODAY, &d, &f->err));
	return d;
}

static void
an_empty_store_is_well(void **state)
{
	struct fixture *f = *state;
	struct wk_doctor d = doctor(f, false);
	assert_int_equal(d.events + d.days + d.txns + d.batches + d.rollup_wrong, 0);
	assert_int_equal(d.first_wrong, WK_DATE_NONE);
	assert_true(d.bytes >= 4096);
}

static void
it_counts_what_is_there(void **state)
{
	struct fixture *f = *state;
	fill(f);
	struct wk_doctor d = doctor(f, false);
	assert_int_equal(d.events, 100);
	assert_int_equal(d.days, 100);
	assert_int_equal(d.txns, 1);
	assert_int_equal(d.rollup_wrong, 0);
}

/* Each of these is a fold that no longer says what the facts say. */
static void
a_wrong_fold_is_found_and_mended(void **state)
{
	static const struct { const char *sql; int64_t wrong; wk_date first; } table[] = {
		{ "UPDATE day SET hours = 9 WHERE d = 20777", 1, TODAY },
		{ "UPDATE day SET hours = NULL WHERE d > 20770", 3, 20771 },
		{ "UPDATE day SET sleep = 1 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET wakes = 1 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET incidents = 'off:2:30' WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET marks = 1 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET leave = 2 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET rest = 3 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET marks = 4 WHERE d = 20774", 1, 20774 },
		{ "UPDATE day SET marks = 2 WHERE d = 20774", 1, 20774 },
		{ "INSERT INTO day (d, hours) VALUES (20000, 8)", 1, 20000 },
		{ "INSERT INTO day (d) VALUES (20000)", 1, 20000 },
		{ "UPDATE event SET end = end + 3600 WHERE d = 20774", 1, 20774 },
		{ "DELETE FROM event WHERE d = 20774", 1, 20774 },
	};
	struct fixture *f = *state;
	fill(f);
	for (size_t i = 0; i < WK_LEN(table); i++) {
		raw(f, table[i].sql);
		struct wk_doctor d = doctor(f, false);
		if (d.rollup_wrong != table[i].wrong || d.first_wrong != table[i].first)
			fail_msg("%s: %lld wrong, first %d", table[i].sql,
			    (long long)d.rollup_wrong, d.first_wrong);
		d = doctor(f, true);
		assert_int_equal(d.rollup_wrong, table[i].wrong); /* what it mended */
		assert_int_equal(doctor(f, false).rollup_wrong, 0);
	}
	assert_true(hours_of(f, TODAY) > 7.99 && hours_of(f, TODAY) < 8.01);
	assert_true(hours_of(f, 20000) < 0);
}

static void
a_look_writes_nothing(void **state)
{
	struct fixture *f = *state;
	fill(f);
	raw(f, "UPDATE day SET hours = 9 WHERE d = 20777");
	const char *before = dump(f);
	(void)doctor(f, false);
	assert_string_equal(dump(f), before);
	reopen(f, WK_STORE_READ);
	assert_int_equal(doctor(f, false).rollup_wrong, 1);
}

static void
mending_leaves_typed_fields_and_history_alone(void **state)
{
	struct fixture *f = *state;
	fill(f);
	const char *before = dump(f);
	raw(f, "UPDATE day SET hours = 9, sleep = 9, rest = 1");
	(void)doctor(f, true);
	assert_string_equal(dump(f), before);
	assert_int_equal(doctor(f, false).txns, 1);
}

static void
folds_of_other_rules_are_old_not_wrong(void **state)
{
	struct fixture *f = *state;
	fill(f);
	f->rules.rest_floor_h = 20;
	reopen(f, WK_STORE_WRITE);
	assert_int_equal(doctor(f, false).rollup_wrong, 0);
	(void)doctor(f, true);                         /* renews them */
	f->rules.rest_floor_h = 11;
	reopen(f, WK_STORE_WRITE);
	assert_int_equal(doctor(f, false).rollup_wrong, 0);
}

static void
damage_is_named(void **state)
{
	struct fixture *f = *state;
	struct wk_doctor d;
	fill(f);
	wk_store_close(f->s);
	f->s = NULL;
	int fd = open(f->path, O_WRONLY);
	assert_int_equal(pwrite(fd, "rubbish rubbish rubbish", 23, 4096 * 3), 23);
	close(fd);
	reopen(f, WK_STORE_READ);
	assert_int_equal(wk_store_doctor(f->s, false, NOON(TODAY), TODAY, &d, &f->err),
	    WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "damaged"));
	assert_non_null(strstr(f->err.msg, "wick restore"));
	reopen(f, WK_STORE_WRITE); /* the next day's first write looks before it */
	assert_int_equal(wk_store_begin(f->s, NOON(TODAY + 1), TODAY + 1, "log", &f->err),
	    WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "damaged"));
}

static void
a_reference_to_nothing_is_damage(void **state)
{
	struct fixture *f = *state;
	struct wk_doctor d;
	fill(f);
	raw(f, "UPDATE event SET batch = 77 WHERE id = 1");
	assert_int_equal(wk_store_doctor(f->s, false, NOON(TODAY), TODAY, &d, &f->err),
	    WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "refers to one that is not there"));
}

static void
a_backup_holds_everything_and_is_private(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char original[96];
	fill(f);
	const char *before = dump(f);
	(void)snprintf(original, sizeof(original), "%s", f->path);
	(void)snprintf(f->path, sizeof(f->path), "%s/copy.db", f->dir);
	OK(f, wk_store_backup(f->s, f->path, &f->err));
	assert_int_equal(lstat(f->path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_string_equal(dump(f), before);
	reopen(f, WK_STORE_WRITE);
	assert_int_equal(doctor(f, false).rollup_wrong, 0);
	struct wk_txn t;
	OK(f, wk_store_undo(f->s, NOON(TODAY), TODAY, &f->a, &t, &f->err));
	assert_string_equal(dump(f), "");
	(void)snprintf(f->path, sizeof(f->path), "%s", original);
	assert_string_equal(dump(f), before);
}

static void
notes_of_our_own_are_kept(void **state)
{
	struct fixture *f = *state;
	const char *v = "x";
	OK(f, wk_store_meta_get(f->s, "copied", &f->a, &v, &f->err));
	assert_null(v);
	begin(f, "note");
	OK(f, wk_store_meta_put(f->s, "copied", "2026-11-20", &f->err));
	assert_false(commit(f));                       /* no fact has changed */
	reopen(f, WK_STORE_READ);
	OK(f, wk_store_meta_get(f->s, "copied", &f->a, &v, &f->err));
	assert_string_equal(v, "2026-11-20");
	assert_int_equal(doctor(f, false).txns, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_empty_store_is_well),
		T(it_counts_what_is_there),
		T(a_wrong_fold_is_found_and_mended),
		T(a_look_writes_nothing),
		T(mending_leaves_typed_fields_and_history_alone),
		T(folds_of_other_rules_are_old_not_wrong),
		T(damage_is_named),
		T(a_reference_to_nothing_is_damage),
		T(a_backup_holds_everything_and_is_private),
		T(notes_of_our_own_are_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
