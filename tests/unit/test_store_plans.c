/* SPDX-License-Identifier: MIT */
/* Every statement of the diary prepares on a fresh file; none that is asked often walks
 * through a whole table: the plan is read back from SQLite. */
#include "test_store_fixture.h"

#include "store/sql.h"

static const struct { const char *name, *sql; } statements[] = {
#define X(name, text) { #name, text },
	WK_STORE_SQL(X)
#undef X
};

/* May read all of a table: counts, bounds, lists of everything, the first row from an
 * end, and the few rows of history that erase has to look at. A DELETE of all shows no
 * scan. */
static const char *const may_scan[] = { "META_WIPE", "EVENT_LAST", "EVENT_BOUNDS",
	"EVENT_COUNT", "EVENT_PAGES_ALL", "DAY_TAIL", "DAY_TAIL_NIGHTS", "DAY_BOUNDS",
	"DAY_COUNT", "DAY_TYPED_COUNT",
	"TXN_DROP_UNDONE", "TXN_LAST_UNDONE", "TXN_UNDO_NEXT", "TXN_REDO_NEXT",
	"TXN_LIST", "TXN_OF_BATCH", "TXN_COUNT", "TXN_DROP_TOUCHED", "TXN_DROP_EMPTY",
	"CHANGE_IMAGE", "CHANGE_LATER", "CHANGE_ERASE", "BATCH_GET", "BATCH_LIST",
	"BATCH_SAME", "BATCH_COUNT", "CONFLICT_LIST", "CONFLICT_ERASE", "LINE_KEYS",
	"PAGE_BYTES", "MAIL_WAITING", "MAIL_LIST", "MAIL_ERASE", "MAIL_ANSWER",
	"DEST_LIST", "OUTBOX_RETRACT", "OUTBOX_FORGET", "CONSENT_END", "LEDGER_LIST",
	"LEDGER_BLUR_ALL", "JSON_GET", "JSON_EACH" };

/* The index that must carry it: a covering one looks cheaper to SQLite and is not. */
static const struct { const char *name, *index; } carried[] = {
	{ "EVENT_LIST", "USING INDEX event_by_day" },
	{ "EVENT_FACTS", "USING INDEX event_by_day" },
	{ "EVENT_PAGES", "USING INDEX event_by_day" },
	{ "EVENT_LONG_IDS", "INDEX event_long" },
	{ "EVENT_OPEN", "INDEX event_open" }, { "EVENT_GET", "PRIMARY KEY" },
	{ "CHANGE_FIND", "INDEX change_by_key" }, { "CHANGE_LAST_EVENT",
	  "INDEX change_by_key" },
	{ "DAY_LIST", "PRIMARY KEY" }, { "DAY_ALL", "PRIMARY KEY" },
};

static const char *
plan_of(struct fixture *f, sqlite3 *h, const char *name, const char *sql)
{
	sqlite3_stmt *q;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "EXPLAIN QUERY PLAN %s", sql);
	if (sqlite3_prepare_v2(h, b.p, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", name, sqlite3_errmsg(h));
	wk_buf_clear(&b);
	while (sqlite3_step(q) == SQLITE_ROW)
		wk_buf_addf(&b, "%s\n", (const char *)sqlite3_column_text(q, 3));
	sqlite3_finalize(q);
	const char *plan = wk_arena_strdup(&f->a, b.p);
	wk_buf_fini(&b);
	return plan;
}

static bool
allowed(const char *name)
{
	for (size_t i = 0; i < WK_LEN(may_scan); i++)
		if (strcmp(name, may_scan[i]) == 0)
			return true;
	return false;
}

static void
no_statement_walks_through_a_table_unasked(void **state)
{
	struct fixture *f = *state;
	sqlite3 *h;
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READWRITE, NULL),
	    SQLITE_OK);
	for (size_t i = 0; i < WK_LEN(statements); i++) {
		const char *plan = plan_of(f, h, statements[i].name, statements[i].sql);
		if (strstr(plan, "SCAN") != NULL && !allowed(statements[i].name))
			fail_msg("%s: %s", statements[i].name, plan);
		if (strstr(plan, "AUTOMATIC") != NULL)
			fail_msg("%s makes an index of its own: %s", statements[i].name,
			    plan);
		for (size_t k = 0; k < WK_LEN(carried); k++)
			if (strcmp(carried[k].name, statements[i].name) == 0 &&
			    strstr(plan, carried[k].index) == NULL)
				fail_msg("%s: %s", statements[i].name, plan);
	}
	sqlite3_close(h);
}

/* Inserts that name no columns follow their tables; event.c says which column is
 * where. */
static void
tables_have_the_order_of_the_inserts(void **state)
{
	static const struct { const char *table, *columns; } tables[] = {
		{ "event", EVENT_COLS },
		{ "txn", "id, at, what, batch, unbatch, undone" },
		{ "change", "txn, seq, tbl, key, d, d_last, image" },
		{ "outbox", OUTBOX_COLS },
	};
	struct fixture *f = *state;
	sqlite3 *h;
	sqlite3_stmt *q;
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(h, "SELECT group_concat(name, ', ') FROM"
	    " (SELECT name FROM pragma_table_info(?) ORDER BY cid)", -1, &q, NULL),
	    SQLITE_OK);
	for (size_t i = 0; i < WK_LEN(tables); i++) {
		sqlite3_bind_text(q, 1, tables[i].table, -1, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(q), SQLITE_ROW);
		assert_string_equal((const char *)sqlite3_column_text(q, 0),
		    tables[i].columns);
		sqlite3_reset(q);
	}
	sqlite3_finalize(q);
	sqlite3_close(h);
}

/* Steps of SQLite's machine for one day's list, with ten and with two thousand days. */
static int
steps(struct fixture *f, int days)
{
	begin(f, "fill");
	for (int i = 0; i < days; i++) {
		struct wk_event e = work(f, TODAY - 5000 + i, 9, 8, NULL);
		OK(f, wk_store_event_put(f->s, &e, &f->err));
	}
	(void)commit(f);
	sqlite3 *h;
	sqlite3_stmt *q;
	int sum = 0;
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	for (size_t i = 0; i < WK_LEN(statements); i++) {
		if (strcmp(statements[i].name, "EVENT_LIST") != 0 &&
		    strcmp(statements[i].name, "EVENT_FACTS") != 0 &&
		    strcmp(statements[i].name, "EVENT_LONG_IDS") != 0)
			continue;
		assert_int_equal(sqlite3_prepare_v2(h, statements[i].sql, -1, &q, NULL),
		    SQLITE_OK);
		sqlite3_bind_int(q, 1, TODAY - 7);
		for (int p = 2; p <= sqlite3_bind_parameter_count(q); p++)
			sqlite3_bind_int(q, p, TODAY);
		while (sqlite3_step(q) == SQLITE_ROW)
			;
		sum += sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 0);
		sqlite3_finalize(q);
	}
	sqlite3_close(h);
	return sum;
}

static void
a_days_list_costs_the_same_in_a_long_history(void **state)
{
	struct fixture *f = *state;
	int few = steps(f, 10), many = steps(f, 2000);
	if (many > few + few / 4)
		fail_msg("%d steps, %d before", many, few);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(no_statement_walks_through_a_table_unasked),
		T(tables_have_the_order_of_the_inserts),
		T(a_days_list_costs_the_same_in_a_long_history),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
