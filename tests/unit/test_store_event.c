/* SPDX-License-Identifier: MIT */
/* Events: put, change, drop, identity, tombstones, lists, and the days they make. */
#include "test_store_fixture.h"

static struct wk_event
get(struct fixture *f, int64_t id)
{
	struct wk_event e;
	OK(f, wk_store_event_get(f->s, id, &f->a, &e, &f->err));
	return e;
}

static int64_t
put_one(struct fixture *f, struct wk_event e)
{
	begin(f, "put");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	assert_true(commit(f));
	return e.id;
}

static void
a_put_event_reads_back_whole(void **state)
{
	struct fixture *f = *state;
	struct wk_event e, r;
	wk_event_init(&e, WK_KIND_INCIDENT);
	e.fact.start = NOON(TODAY);
	e.fact.off_start = e.fact.off_end = 3600;
	e.fact.severity = 0;
	e.fact.minutes = 45;
	e.fact.woke = 1;
	e.fact.noise = 0;
	e.fact.layer = 2;
	e.fact.source = "pager";
	e.tz = "Europe/Stockholm";
	e.scope = "team";
	e.ext_id = "x-1";
	e.ext_rev = "7";
	e.title = "disk full";
	e.tags = "[\"a\"]";
	e.meta = "{\"k\":1}";
	e.flags = WK_FLAG_DST_FOLD;
	e.locked = WK_LOCK_SEVERITY;
	wk_event_file(&e, &f->rules);
	r = get(f, put_one(f, e));
	assert_int_equal(r.fact.kind, WK_KIND_INCIDENT);
	assert_true(r.fact.start == NOON(TODAY) && r.fact.end == WK_TIME_NONE);
	assert_int_equal(r.fact.off_start, 3600);
	assert_int_equal(r.fact.severity, 0);
	assert_true(r.fact.minutes > 44.9 && r.fact.minutes < 45.1);
	assert_true(isnan(r.fact.dur_h));
	assert_int_equal(r.fact.woke, 1);
	assert_int_equal(r.fact.noise, 0);
	assert_int_equal(r.fact.category, -1);
	assert_int_equal(r.fact.layer, 2);
	assert_string_equal(r.fact.source, "pager");
	assert_string_equal(r.tz, "Europe/Stockholm");
	assert_string_equal(r.scope, "team");
	assert_string_equal(r.ext_id, "x-1");
	assert_string_equal(r.ext_rev, "7");
	assert_string_equal(r.title, "disk full");
	assert_string_equal(r.tags, "[\"a\"]");
	assert_string_equal(r.meta, "{\"k\":1}");
	assert_int_equal(r.flags, WK_FLAG_DST_FOLD);
	assert_int_equal(r.locked, WK_LOCK_SEVERITY);
	assert_int_equal(r.batch, 0);
	assert_false(r.is_deleted);
}

static void
a_change_moves_the_hours_to_the_new_day(void **state)
{
	struct fixture *f = *state;
	int64_t id = put_one(f, work(f, TODAY, 9, 8, NULL));
	struct wk_event e = get(f, id), moved = work(f, TODAY - 3, 9, 6, e.ext_id);
	assert_true(hours_of(f, TODAY) > 7.99);
	moved.id = id;
	assert_int_equal(put_one(f, moved), id);
	assert_true(hours_of(f, TODAY) < 0);
	assert_true(hours_of(f, TODAY - 3) > 5.99 && hours_of(f, TODAY - 3) < 6.01);
	assert_int_equal(count_events(f, TODAY - 10, TODAY), 1);
}

static void
putting_the_same_again_writes_nothing(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = get(f, put_one(f, work(f, TODAY, 9, 8, "same")));
	const char *before = dump(f);
	begin(f, "again");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	assert_false(commit(f));
	assert_string_equal(dump(f), before);
}

static void
a_dropped_event_takes_its_day_along(void **state)
{
	struct fixture *f = *state;
	int64_t id = put_one(f, work(f, TODAY, 9, 8, NULL));
	begin(f, "drop");
	OK(f, wk_store_event_drop(f->s, id, &f->err));
	assert_true(commit(f));
	assert_string_equal(dump(f), "");
	begin(f, "drop");
	assert_int_equal(wk_store_event_drop(f->s, id, &f->err), WK_ERR_NOTFOUND);
	assert_non_null(strstr(f->err.msg, "no entry 1"));
	wk_store_rollback(f->s);
}

static void
what_was_put_and_dropped_at_once_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 8, "brief");
	struct wk_txn *v;
	size_t n;
	begin(f, "brief");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	OK(f, wk_store_event_drop(f->s, e.id, &f->err));
	assert_false(commit(f));
	OK(f, wk_store_history(f->s, 0, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 0);
}

static void
an_identity_is_found_by_all_three_parts(void **state)
{
	static const struct { const char *source, *scope, *id; bool there; } table[] = {
		{ "csv", "home", "a", true }, { "csv", "home", "b", false },
		{ "csv", "", "a", false }, { "manual", "home", "a", false },
	};
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 8, "a"), found;
	e.fact.source = "csv";
	e.scope = "home";
	int64_t id = put_one(f, e);
	for (size_t i = 0; i < WK_LEN(table); i++) {
		enum wk_rc rc = wk_store_event_find(f->s, table[i].source, table[i].scope,
		    table[i].id, &f->a, &found, &f->err);
		assert_int_equal(rc, table[i].there ? WK_OK : WK_ERR_NOTFOUND);
		if (table[i].there)
			assert_int_equal(found.id, id);
	}
}

static void
one_identity_cannot_be_there_twice(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 1, "a"), twin = work(f, TODAY, 11, 1, "a");
	(void)put_one(f, e);
	const char *before = dump(f);
	begin(f, "twin");
	assert_int_not_equal(wk_store_event_put(f->s, &twin, &f->err), WK_OK);
	wk_store_rollback(f->s);
	assert_string_equal(dump(f), before);
}

static void
typed_events_get_identities_of_their_own(void **state)
{
	struct fixture *f = *state;
	struct wk_event a = get(f, put_one(f, work(f, TODAY, 9, 1, NULL)));
	struct wk_event b = get(f, put_one(f, work(f, TODAY, 9, 1, NULL)));
	assert_int_not_equal(a.id, b.id);
	assert_string_not_equal(a.ext_id, b.ext_id);
}

static void
an_id_is_not_given_again_while_undo_knows_it(void **state)
{
	struct fixture *f = *state;
	int64_t first = put_one(f, work(f, TODAY, 9, 1, NULL));
	begin(f, "drop");
	OK(f, wk_store_event_drop(f->s, first, &f->err));
	(void)commit(f);
	assert_true(put_one(f, work(f, TODAY, 10, 1, NULL)) > first);
}

static void
a_tombstone_is_found_but_not_listed_and_counts_nothing(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 8, "gone"), found;
	int64_t id = put_one(f, e);
	e = get(f, id);
	e.is_deleted = true;
	(void)put_one(f, e);
	assert_int_equal(count_events(f, TODAY, TODAY), 0);
	assert_true(hours_of(f, TODAY) < 0);
	OK(f, wk_store_event_find(f->s, "manual", "", "gone", &f->a, &found, &f->err));
	assert_true(found.is_deleted);
	assert_int_equal(found.id, id);
}

static void
the_open_clock_is_the_only_one_without_an_end(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 1, "clock"), open;
	assert_int_equal(wk_store_event_open(f->s, &f->a, &open, &f->err),
	    WK_ERR_NOTFOUND);
	(void)put_one(f, work(f, TODAY, 7, 1, NULL));
	e.fact.end = WK_TIME_NONE;
	int64_t id = put_one(f, e);
	OK(f, wk_store_event_open(f->s, &f->a, &open, &f->err));
	assert_int_equal(open.id, id);
	assert_true(hours_of(f, TODAY) < 1.01); /* it counts nothing until stopped */
	open.is_deleted = true;
	(void)put_one(f, open);
	assert_int_equal(wk_store_event_open(f->s, &f->a, &open, &f->err),
	    WK_ERR_NOTFOUND);
}

/* A list holds what touches the range, whatever day it began. */
static void
lists_reach_over_midnight_and_over_weeks(void **state)
{
	static const struct { int lo, hi; size_t n; const char *why; } table[] = {
		{ -1, -1, 1, "only the shift" },
		{ 0, 0, 2, "the night shift begins" },
		{ 1, 1, 2, "the night shift ends after 04:00" },
		{ 2, 2, 1, "after it" },
		{ 0, 1, 2, "both days, once each" },
		{ -40, 40, 2, "all" },
		{ 21, 21, 0, "after the shift" },
		{ 20, 20, 1, "the shift's last day" },
	};
	struct fixture *f = *state;
	struct wk_event shift;
	wk_event_init(&shift, WK_KIND_ONCALL);
	shift.fact.start = NOON(TODAY - 20);
	shift.fact.end = NOON(TODAY + 20);
	wk_event_file(&shift, &f->rules);
	assert_true(shift.d_last == TODAY + 20);
	(void)put_one(f, shift);
	(void)put_one(f, work(f, TODAY, 22, 8, NULL));
	for (size_t i = 0; i < WK_LEN(table); i++)
		if (count_events(f, TODAY + table[i].lo, TODAY + table[i].hi) !=
		    table[i].n)
			fail_msg("%s", table[i].why);
}

static void
a_list_is_by_start_and_takes_kinds(void **state)
{
	struct fixture *f = *state;
	struct wk_event *v, sleep, whole;
	size_t n;
	wk_event_init(&sleep, WK_KIND_SLEEP);
	sleep.fact.start = NOON(TODAY - 1) + 11 * 3600;
	sleep.fact.end = sleep.fact.start + 8 * 3600;
	wk_event_file(&sleep, &f->rules);
	assert_int_equal(sleep.fact.d, TODAY); /* a night belongs to the day it ends */
	wk_event_init(&whole, WK_KIND_WORK);
	whole.fact.d = TODAY;
	whole.fact.dur_h = 1;
	wk_event_file(&whole, &f->rules);
	int64_t late = put_one(f, work(f, TODAY, 14, 2, NULL));
	int64_t early = put_one(f, work(f, TODAY, 9, 2, NULL));
	int64_t night = put_one(f, sleep), total = put_one(f, whole);
	OK(f, wk_store_event_list(f->s, TODAY, TODAY, 0, &f->a, &v, &n, &f->err));
	const int64_t order[] = { total, night, early, late };
	assert_int_equal(n, WK_LEN(order));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(v[i].id, order[i]);
	OK(f, wk_store_event_list(f->s, TODAY, TODAY, 1u << WK_KIND_SLEEP, &f->a, &v, &n,
	    &f->err));
	assert_int_equal(n, 1);
	assert_int_equal(v[0].id, night);
}

static void
same_facts(const struct wk_fact *a, const struct wk_fact *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->start, b->start);
	assert_int_equal(a->end, b->end);
	assert_int_equal(a->off_start, b->off_start);
	assert_int_equal(a->off_end, b->off_end);
	assert_int_equal(a->d, b->d);
	assert_int_equal(isnan(a->dur_h), isnan(b->dur_h));
	assert_int_equal(a->severity, b->severity);
	assert_true((isnan(a->minutes) && isnan(b->minutes)) || a->minutes == b->minutes);
	assert_int_equal(a->woke, b->woke);
	assert_int_equal(a->noise, b->noise);
	assert_int_equal(a->category, b->category);
	assert_int_equal(a->leave, b->leave);
	assert_int_equal(a->layer, b->layer);
	assert_string_equal(a->source, b->source);
}

/* The front columns of the same rows; tombstones are in neither list. */
static void
facts_are_the_events_without_their_texts(void **state)
{
	struct fixture *f = *state;
	struct wk_event *v, *w, page, gone = work(f, TODAY, 20, 1, NULL);
	size_t n, m;
	wk_event_init(&page, WK_KIND_INCIDENT);
	page.fact.start = NOON(TODAY);
	page.fact.off_start = 3600;
	page.fact.severity = 2;
	page.fact.minutes = 12.5;
	page.fact.woke = 1;
	page.fact.source = "pager";
	page.title = "disk full";
	wk_event_file(&page, &f->rules);
	(void)put_one(f, page);
	gone.is_deleted = true;
	(void)put_one(f, gone);
	(void)put_one(f, work(f, TODAY - 20, 9, 24 * 30, NULL));       /* weeks */
	(void)put_one(f, work(f, TODAY - 1, 22, 4, NULL));
	OK(f, wk_store_event_list(f->s, TODAY, TODAY, 0, &f->a, &v, &n, &f->err));
	OK(f, wk_store_event_facts(f->s, TODAY, TODAY, 0, &f->a, &w, &m, &f->err));
	assert_int_equal(n, 2);
	assert_int_equal(m, n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(w[i].id, v[i].id);
		assert_int_equal(w[i].d_last, v[i].d_last);
		same_facts(&w[i].fact, &v[i].fact);
	}
	assert_null(w[1].title);
	OK(f, wk_store_event_facts(f->s, TODAY, TODAY, 1u << WK_KIND_INCIDENT, &f->a, &w,
	    &m, &f->err));
	assert_int_equal(m, 1);
}

static void
work_before_four_belongs_to_the_day_before(void **state)
{
	static const struct { double h, hours; int d, d_last; } table[] = {
		{ 9, 8, 0, 0 }, { 1, 2, -1, -1 }, { 3.5, 1, -1, 0 }, { 4, 1, 0, 0 },
		{ 22, 6, 0, 0 }, { 22, 6.5, 0, 1 },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_event e = work(f, TODAY, table[i].h, table[i].hours, NULL);
		assert_int_equal(e.fact.d, TODAY + table[i].d);
		assert_int_equal(e.d_last, TODAY + table[i].d_last);
	}
}

/* What the file itself refuses, whoever writes. */
static void
out_of_bounds_is_refused_and_nothing_stays(void **state)
{
	struct fixture *f = *state;
	struct wk_event bad[6];
	for (size_t i = 0; i < WK_LEN(bad); i++)
		bad[i] = work(f, TODAY, 9, 1, NULL);
	bad[0].fact.severity = 6;
	bad[1].fact.minutes = 10081;
	bad[2].fact.end = bad[2].fact.start - 1;
	bad[3].d_last = bad[3].fact.d - 1;
	bad[4].fact.woke = 2;
	bad[5].fact.category = 4;
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		begin(f, "bad");
		assert_int_equal(wk_store_event_put(f->s, &bad[i], &f->err),
		    WK_ERR_STORE);
		assert_non_null(strstr(f->err.msg, f->path));
		wk_store_rollback(f->s);
	}
	assert_string_equal(dump(f), "");
}

static void
a_rolled_back_change_never_was(void **state)
{
	struct fixture *f = *state;
	struct wk_event e = work(f, TODAY, 9, 8, NULL);
	begin(f, "not this");
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	wk_store_rollback(f->s);
	assert_string_equal(dump(f), "");
	begin(f, "nor this");
	/* the made ext_id went with the rollback */
	e = work(f, TODAY, 9, 8, NULL);
	OK(f, wk_store_event_put(f->s, &e, &f->err));
	reopen(f, WK_STORE_WRITE);                     /* close rolls back */
	assert_string_equal(dump(f), "");
}

static void
a_copy_in_memory_leaves_the_file_alone(void **state)
{
	struct fixture *f = *state;
	struct wk_store *file = f->s, *copy = NULL;
	(void)put_one(f, work(f, TODAY, 9, 8, NULL));
	const char *before = dump(f);
	OK(f, wk_store_open_copy(file, &copy, &f->err));
	f->s = copy;
	(void)put_one(f, work(f, TODAY, 18, 2, NULL));
	assert_true(hours_of(f, TODAY) > 9.99);
	f->s = file;
	assert_true(hours_of(f, TODAY) < 8.01);
	assert_string_equal(dump(f), before);
	wk_store_close(copy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_put_event_reads_back_whole),
		T(a_change_moves_the_hours_to_the_new_day),
		T(putting_the_same_again_writes_nothing),
		T(a_dropped_event_takes_its_day_along),
		T(what_was_put_and_dropped_at_once_leaves_nothing),
		T(an_identity_is_found_by_all_three_parts),
		T(one_identity_cannot_be_there_twice),
		T(typed_events_get_identities_of_their_own),
		T(an_id_is_not_given_again_while_undo_knows_it),
		T(a_tombstone_is_found_but_not_listed_and_counts_nothing),
		T(the_open_clock_is_the_only_one_without_an_end),
		T(lists_reach_over_midnight_and_over_weeks),
		T(a_list_is_by_start_and_takes_kinds),
		T(facts_are_the_events_without_their_texts),
		T(work_before_four_belongs_to_the_day_before),
		T(out_of_bounds_is_refused_and_nothing_stays),
		T(a_rolled_back_change_never_was),
		T(a_copy_in_memory_leaves_the_file_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
