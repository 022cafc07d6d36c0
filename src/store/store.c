/* SPDX-License-Identifier: MIT */
/* Opening and the one transaction. Invariants:
 * 1. Facts are `event` rows and the typed part of `day` rows.
 * 2. A fact changes only between begin and commit, and leaves a before-image in `change`.
 * 3. commit folds the changed days again in the same transaction.
 * 4. A day row with nothing typed and nothing folded does not exist.
 * 5. A read writes only to bring an older diary up to date; a commit without a change
 *    writes nothing.
 * 6. Event ids are never given twice while the journal knows them. */
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

static const struct wk_db_migration migrations[] = {
#include "wick_schema.h"
	{ 0, NULL },
};
static const char *const sqls[SQL_COUNT] = {
#define X(name, text) text,
	WK_STORE_SQL(X)
#undef X
};

static struct wk_store *
new_store(const struct wk_fold_rules *r)
{
	struct wk_store *s = wk_mem_alloc(sizeof(*s));
	s->rules = *r;
	wk_arena_init(&s->scratch);
	wk_arena_init(&s->zone_arena);
	(void)snprintf(s->rules_text, sizeof(s->rules_text), "1,%d,%d,%d,%d,%d,%d,%d",
	    r->day_start_min, r->business_from_min, r->business_to_min, r->night_from_min,
	    r->night_to_min, (int)(r->rest_floor_h * 3600), (int)(r->storm_min * 60));
	return s;
}

/* A diary of an older wick is brought up to date by whoever looks into it first; where
 * that is not allowed, opening it says why. */
static void
bring_up(const char *path)
{
	struct wk_db *db = NULL;
	int have = wk_db_version_of(path);
	struct wk_err err;
	if (have == 0 || have >= migrations[WK_LEN(migrations) - 2].version)
		return;
	if (wk_db_open(path, WK_DB_WRITE, migrations, sqls, SQL_COUNT, &db, &err) ==
	    WK_OK)
		wk_db_close(db);
}

enum wk_rc
wk_store_open(const char *path, enum wk_store_mode mode,
    const struct wk_fold_rules *rules, struct wk_store **out, struct wk_err *err)
{
	static const enum wk_db_mode modes[] = { [WK_STORE_READ] = WK_DB_READ,
		[WK_STORE_WRITE] = WK_DB_WRITE, [WK_STORE_CREATE] = WK_DB_CREATE };
	struct wk_db *db = NULL;
	enum wk_db_mode how = modes[mode & ~(unsigned)WK_STORE_SOON];
	if (mode & WK_STORE_SOON)
		how |= WK_DB_SOON;
	if ((how & ~(unsigned)WK_DB_SOON) == WK_DB_READ)
		bring_up(path);
	enum wk_rc rc = wk_db_open(path, how, migrations, sqls, SQL_COUNT, &db, err);
	if (rc != WK_OK)
		return rc;
	struct wk_store *s = new_store(rules);
	s->db = db;
	*out = s;
	return WK_OK;
}

enum wk_rc
wk_store_open_copy(struct wk_store *from, struct wk_store **out, struct wk_err *err)
{
	struct wk_db *db = NULL;
	enum wk_rc rc = wk_db_open_copy(from->db, &db, err);
	if (rc != WK_OK)
		return rc;
	struct wk_store *s = new_store(&from->rules);
	s->db = db;
	*out = s;
	return WK_OK;
}

/* What a transaction leaves in memory. */
static void
forget(struct wk_store *s)
{
	wk_mem_free(s->what);
	s->what = NULL;
	s->is_open = s->has_redo = s->has_notes = s->is_txn_stale = s->has_new_rules =
	    false;
	s->txn = s->seq = s->changes = s->batch = s->unbatch = s->last_event = 0;
	s->touched_count = 0;
	s->journaled = 0;
	wk_arena_fini(&s->scratch);
}

void
wk_store_close(struct wk_store *s)
{
	if (s == NULL)
		return;
	wk_store_rollback(s);
	wk_db_close(s->db);
	wk_mem_free(s->touched);
	wk_arena_fini(&s->zone_arena);
	wk_arena_fini(&s->scratch);
	wk_mem_free(s);
}

bool
wk_store_is_readonly(const struct wk_store *s)
{
	return wk_db_is_readonly(s->db);
}

const char *
wk_store_path(const struct wk_store *s)
{
	return wk_db_path(s->db);
}

void
wk_store_shrink(struct wk_store *s)
{
	wk_db_shrink(s->db);
}

int64_t
wk_store_data_version(struct wk_store *s)
{
	return wk_db_data_version(s->db);
}

enum wk_rc
wk_store_read_begin(struct wk_store *s, struct wk_err *err)
{
	return wk_db_begin_read(s->db, err);
}

void
wk_store_read_end(struct wk_store *s)
{
	wk_db_rollback(s->db);
}

/* What a transaction has to know: three short statements cost less to prepare than one
 * that asks for all of it. */
static enum wk_rc
read_state(struct wk_store *s, struct wk_err *err)
{
	char today[11];
	const char *checked = NULL, *rules = NULL;
	int64_t undone = 0;
	enum wk_rc rc = wk_store_meta_get(s, "checked", &s->scratch, &checked, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(s, "rules", &s->scratch, &rules, err);
	if (rc == WK_OK)
		rc = wk_store_count(s, SQL_TXN_LAST_UNDONE, &undone, err);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	wk_date_format(s->today, today);
	s->is_checked = checked != NULL && strcmp(checked, today) == 0;
	s->has_new_rules = rules == NULL || strcmp(rules, s->rules_text) != 0;
	s->has_redo = undone != 0;
	return WK_OK;
}

/* Asked for by the first event of a transaction only. */
enum wk_rc
wk_store_next_id(struct wk_store *s, int64_t *id, struct wk_err *err)
{
	int64_t here = 0, known = 0;
	if (s->last_event == 0) {
		enum wk_rc rc = wk_store_count(s, SQL_EVENT_LAST, &here, err);
		if (rc == WK_OK || rc == WK_ERR_NOTFOUND)
			rc = wk_store_count(s, SQL_CHANGE_LAST_EVENT, &known, err);
		if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
			return rc;
		s->last_event = WK_MAX(here, known);
	}
	*id = ++s->last_event;
	return WK_OK;
}

/* integrity_check: SQLite itself accepts a write on every second damaged file. */
enum wk_rc
wk_store_check_once(struct wk_store *s, struct wk_err *err)
{
	if (s->is_checked)
		return WK_OK;
	enum wk_rc rc = wk_db_check(s->db, err);
	if (rc != WK_OK)
		return rc;
	s->is_checked = true;
	char today[11];
	wk_date_format(s->today, today);
	sqlite3_stmt *q = STMT(s, META_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, "checked");
	wk_db_bind_text(q, 2, today);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_begin(struct wk_store *s, int64_t now, wk_date today, const char *what,
    struct wk_err *err)
{
	enum wk_rc rc = wk_db_begin(s->db, err);
	if (rc != WK_OK)
		return rc;
	forget(s);
	s->is_open = true;
	s->now = now;
	s->today = today;
	s->what = wk_mem_strdup(what);
	rc = read_state(s, err);
	if (rc == WK_OK)
		rc = wk_store_check_once(s, err);
	if (rc == WK_OK && s->has_new_rules)
		rc = wk_store_refile(s, err);
	if (rc != WK_OK)
		wk_store_rollback(s);
	return rc;
}

void
wk_store_set_what(struct wk_store *s, const char *what)
{
	wk_mem_free(s->what);
	s->what = wk_mem_strdup(what);
	s->is_txn_stale = true;
}

static enum wk_rc
update_txn(struct wk_store *s, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, TXN_UPDATE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, s->what);
	if (s->batch != 0)
		wk_db_bind_int(q, 2, s->batch);
	if (s->unbatch != 0)
		wk_db_bind_int(q, 3, s->unbatch);
	wk_db_bind_int(q, 4, s->txn);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_finish(struct wk_store *s, struct wk_err *err)
{
	enum wk_rc rc = wk_store_refold(s, err);
	if (rc == WK_OK)
		rc = wk_db_commit(s->db, err);
	if (rc == WK_OK)
		forget(s);
	else
		wk_store_rollback(s);
	return rc;
}

enum wk_rc
wk_store_commit(struct wk_store *s, bool *changed, struct wk_err *err)
{
	bool any = s->changes > 0;
	enum wk_rc rc = WK_OK;
	if (any || s->has_notes) {
		if (s->txn != 0 && s->is_txn_stale)
			rc = update_txn(s, err);
		rc = rc == WK_OK ? wk_store_finish(s, err) : rc;
	}
	/* A failed commit rolls back here, so that no caller has to. */
	if (rc != WK_OK || !(any || s->has_notes))
		wk_store_rollback(s);
	if (rc == WK_OK && changed != NULL)
		*changed = any;
	return rc;
}

void
wk_store_rollback(struct wk_store *s)
{
	wk_db_rollback(s->db);
	forget(s);
}

enum wk_rc
wk_store_count(struct wk_store *s, enum sql which, int64_t *out, struct wk_err *err)
{
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	if (q == NULL)
		return WK_ERR_STORE;
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*out = wk_db_int(q, 0, 0);
	sqlite3_reset(q);
	return rc;
}
