/* SPDX-License-Identifier: MIT */
/* Undo and redo: the newest transaction's images and rows change places. First go the
 * rows that were not there, then come the others, so that no identity is there twice. */
#include "internal.h"

/* An import may have a million of them: never all at once. */
enum { PAGE_CHANGES = 256 };

/* The changes before `below`, the newest first. */
static enum wk_rc
list_changes(struct wk_store *s, int64_t txn, int64_t below, struct image_change *v,
    size_t *n, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	sqlite3_stmt *q = STMT(s, CHANGE_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, txn);
	wk_db_bind_int(q, 2, below);
	for (*n = 0; *n < PAGE_CHANGES && (rc = wk_db_step(s->db, q, err)) == WK_OK;)
		v[(*n)++] = (struct image_change){ wk_db_int(q, 0, 0),
			wk_db_int(q, 2, 0), (int)wk_db_int(q, 1, 0),
			(wk_date)wk_db_int(q, 3, 0), (wk_date)wk_db_int(q, 4, 0),
			    wk_db_int(q, 5, 0) != 0 };
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

/* The row as it is now; *image NULL when it is not there. */
static enum wk_rc
image_now(struct wk_store *s, const struct image_change *c, struct wk_arena *a,
    const char **image, struct wk_err *err)
{
	if (wk_store_is_survey(c))
		return wk_store_survey_image(s, c->key, a, image, err);
	sqlite3_stmt *q = c->tbl == TBL_DAY ? STMT(s, DAY_IMAGE) : STMT(s, EVENT_IMAGE);
	if (q == NULL)
		return WK_ERR_STORE;
	*image = NULL;
	wk_db_bind_int(q, 1, c->key);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK) {
		*image = wk_db_text(q, 0, a);
		sqlite3_reset(q);
	}
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

/* Binds the values of a change's image, from place `at` on. */
static enum wk_rc
bind_image(struct wk_store *s, int64_t txn, int64_t seq, sqlite3_stmt *to, int at,
    struct wk_err *err)
{
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, CHANGE_IMAGE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, txn);
	wk_db_bind_int(q, 2, seq);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		if (sqlite3_bind_value(to, at++, sqlite3_column_value(q, 0)) !=
		    SQLITE_OK) {
			sqlite3_reset(q);
			return wk_fail(err, WK_ERR_STORE,
			    "the undo journal has an image with too many columns");
		}
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

static enum wk_rc
touch_now(struct wk_store *s, const struct image_change *c, struct wk_err *err)
{
	struct wk_event e;
	struct wk_arena a;
	if (wk_store_is_survey(c))
		return WK_OK;
	if (c->tbl == TBL_DAY) {
		wk_store_touch(s, (wk_date)c->key, (wk_date)c->key);
		return WK_OK;
	}
	wk_arena_init(&a);
	enum wk_rc rc = wk_store_event_get(s, c->key, &a, &e, err);
	if (rc == WK_OK) {
		wk_store_touch_event(s, &e);
		rc = wk_store_event_refile(s, &e, err);
	}
	wk_arena_fini(&a);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

static enum wk_rc
apply_event(struct wk_store *s, int64_t txn, const struct image_change *c,
    struct wk_err *err)
{
	enum wk_rc rc = wk_store_event_delete(s, c->key, err);
	if (rc != WK_OK || c->was_absent)
		return rc;
	sqlite3_stmt *q = STMT(s, EVENT_INSERT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, c->key);
	rc = bind_image(s, txn, c->seq, q, 2, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_db_run(s->db, q, err);
	if (rc != WK_OK && (sqlite3_errcode(sqlite3_db_handle(q)) & 0xff) ==
	    SQLITE_CONSTRAINT)
		return wk_fail(err, WK_ERR_CONFLICT,
		    "entry %lld has come back by another way since", (long long)c->key);
	return rc;
}

static enum wk_rc
apply_day(struct wk_store *s, int64_t txn, const struct image_change *c,
    struct wk_err *err)
{
	struct wk_dayrow empty;
	if (c->was_absent) {
		wk_dayrow_init(&empty, (wk_date)c->key);
		return wk_store_typed_write(s, &empty, err);
	}
	sqlite3_stmt *q = STMT(s, DAY_TYPED_SET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 14, c->key);
	enum wk_rc rc = bind_image(s, txn, c->seq, q, 1, err);
	return rc == WK_OK ? wk_store_day_set(s, q, (wk_date)c->key, err) : rc;
}

static enum wk_rc
apply_survey(struct wk_store *s, int64_t txn, const struct image_change *c,
    struct wk_err *err)
{
	sqlite3_stmt *q = wk_store_survey_set(s, c, err);
	if (q == NULL)
		return WK_ERR_STORE;
	enum wk_rc rc = c->was_absent ? WK_OK : bind_image(s, txn, c->seq, q, 2, err);
	s->has_notes = true;
	return rc == WK_OK ? wk_db_run(s->db, q, err) : rc;
}

static enum wk_rc
keep_in_place(struct wk_store *s, int64_t txn, int64_t seq, const char *image,
    struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CHANGE_SET_IMAGE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, image);
	wk_db_bind_int(q, 2, txn);
	wk_db_bind_int(q, 3, seq);
	return wk_db_run(s->db, q, err);
}

static enum wk_rc
swap_one(struct wk_store *s, int64_t from, const struct image_change *c, bool in_place,
    struct wk_err *err)
{
	const char *image = NULL;
	struct wk_arena a;
	wk_arena_init(&a);
	enum wk_rc rc = image_now(s, c, &a, &image, err);
	if (rc == WK_OK)
		rc = touch_now(s, c, err);
	if (rc == WK_OK)
		rc = wk_store_is_survey(c) ? apply_survey(s, from, c, err) :
		    c->tbl == TBL_DAY ? apply_day(s, from, c, err) :
		    apply_event(s, from, c, err);
	if (rc == WK_OK)
		rc = touch_now(s, c, err);
	if (rc == WK_OK)
		rc = in_place ? keep_in_place(s, from, c->seq, image, err) :
		    wk_store_journal_put(s, c, image, err);
	wk_arena_fini(&a);
	return rc;
}

/* What the first walk has brought back has an image afterwards: a bit for each change
 * keeps the second from taking it for one of its own. */
struct walk {
	int64_t from;
	bool in_place, absent;          /* of this walk: the rows that were not there */
	unsigned char *done;
	size_t cap;
};

static bool
is_turn(struct walk *w, const struct image_change *c)
{
	size_t byte = (size_t)c->seq / 8;
	unsigned bit = 1U << (c->seq % 8);
	w->done = wk_mem_grow(w->done, &w->cap, byte + 1, 1);
	if (c->was_absent != w->absent || (w->done[byte] & bit) != 0)
		return false;
	w->done[byte] |= (unsigned char)bit;
	return true;
}

static enum wk_rc
walk(struct wk_store *s, struct walk *w, struct wk_err *err)
{
	struct image_change v[PAGE_CHANGES];
	int64_t below = INT64_MAX;
	enum wk_rc rc;
	size_t n;
	do {
		rc = list_changes(s, w->from, below, v, &n, err);
		for (size_t i = 0; rc == WK_OK && i < n; i++)
			if (is_turn(w, &v[i]))
				rc = swap_one(s, w->from, &v[i], w->in_place, err);
		below = rc == WK_OK && n > 0 ? v[n - 1].seq : 0;
	} while (rc == WK_OK && n == PAGE_CHANGES);
	return rc;
}

enum wk_rc
wk_store_journal_swap(struct wk_store *s, int64_t from, bool in_place, struct wk_err *err)
{
	struct walk w = { .from = from, .in_place = in_place, .absent = true };
	enum wk_rc rc = walk(s, &w, err);
	w.absent = false;
	if (rc == WK_OK)
		rc = walk(s, &w, err);
	wk_mem_free(w.done);
	return rc;
}

static void
read_txn(sqlite3_stmt *q, struct wk_arena *a, struct wk_txn *t)
{
	t->id = wk_db_int(q, 0, 0);
	t->at = wk_db_int(q, 1, 0);
	t->batch = wk_db_int(q, 2, 0);
	t->what = wk_db_text(q, 3, a);
	t->is_undone = wk_db_int(q, 4, 0) != 0;
	t->changes = wk_db_int(q, 5, 0);
}

static enum wk_rc
next_txn(struct wk_store *s, enum sql which, struct wk_arena *a, struct wk_txn *out,
    struct wk_err *err)
{
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	if (q == NULL)
		return WK_ERR_STORE;
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "nothing to %s",
		    which == SQL_TXN_UNDO_NEXT ? "undo" : "redo");
	if (rc == WK_OK)
		read_txn(q, a, out);
	sqlite3_reset(q);
	return rc;
}

static enum wk_rc
set_undone(struct wk_store *s, int64_t id, bool undone, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, TXN_SET_UNDONE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, undone);
	wk_db_bind_int(q, 2, id);
	return wk_db_run(s->db, q, err);
}

static enum wk_rc
move(struct wk_store *s, bool undo, int64_t now, wk_date today, struct wk_arena *a,
    struct wk_txn *out, struct wk_err *err)
{
	struct wk_txn t;
	enum wk_rc rc = wk_store_begin(s, now, today, undo ? "undo" : "redo", err);
	if (rc != WK_OK)
		return rc;
	rc = next_txn(s, undo ? SQL_TXN_UNDO_NEXT : SQL_TXN_REDO_NEXT, a, &t, err);
	if (rc == WK_OK)
		rc = wk_store_journal_swap(s, t.id, true, err);
	if (rc == WK_OK)
		rc = set_undone(s, t.id, undo, err);
	if (rc == WK_OK)
		rc = wk_store_finish(s, err);
	if (rc != WK_OK) {
		wk_store_rollback(s);
		return rc;
	}
	t.is_undone = undo;
	*out = t;
	return WK_OK;
}

enum wk_rc
wk_store_undo(struct wk_store *s, int64_t now, wk_date today, struct wk_arena *a,
    struct wk_txn *out, struct wk_err *err)
{
	return move(s, true, now, today, a, out, err);
}

enum wk_rc
wk_store_redo(struct wk_store *s, int64_t now, wk_date today, struct wk_arena *a,
    struct wk_txn *out, struct wk_err *err)
{
	return move(s, false, now, today, a, out, err);
}

enum wk_rc
wk_store_history(struct wk_store *s, size_t limit, struct wk_arena *a, struct wk_txn **v,
    size_t *n, struct wk_err *err)
{
	size_t cap = 0, count = 0;
	struct wk_txn *list = NULL;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, TXN_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, limit == 0 ? -1 : (int64_t)limit);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (count == cap) {
			cap = cap == 0 ? 16 : cap * 2;
			struct wk_txn *bigger = WK_ARENA_ARRAY(a, struct wk_txn, cap);
			if (count > 0)
				memcpy(bigger, list, count * sizeof(*list));
			list = bigger;
		}
		read_txn(q, a, &list[count++]);
	}
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = list;
	*n = count;
	return WK_OK;
}
