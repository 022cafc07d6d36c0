/* SPDX-License-Identifier: MIT */
/* Import batches: what was read when, its conflicts, and taking one back out of order. */
#include <stdio.h>

#include "internal.h"

/* Left unbound = NULL. */
static void
bind_date(sqlite3_stmt *q, int i, wk_date d)
{
	if (d != WK_DATE_NONE)
		wk_db_bind_int(q, i, d);
}

enum wk_rc
wk_store_batch_put(struct wk_store *s, struct wk_batch *b, struct wk_err *err)
{
	enum wk_rc rc = wk_store_check_once(s, err);
	if (rc != WK_OK)
		return rc;
	sqlite3_stmt *q = b->id == 0 ? STMT(s, BATCH_INSERT) : STMT(s, BATCH_UPDATE);
	if (q == NULL)
		return WK_ERR_STORE;
	const int64_t counts[] = { b->n_new, b->n_changed, b->n_same, b->n_skipped,
		b->n_error, b->n_conflict };
	wk_db_bind_int(q, 1, b->at);
	wk_db_bind_text(q, 2, b->importer);
	wk_db_bind_text(q, 3, b->path);
	wk_db_bind_text(q, 4, b->sha256);
	wk_db_bind_int(q, 5, b->bytes);
	wk_db_bind_text(q, 6, b->tz);
	wk_db_bind_text(q, 7, b->options);
	bind_date(q, 8, b->lo);
	bind_date(q, 9, b->hi);
	for (size_t i = 0; i < WK_LEN(counts); i++)
		wk_db_bind_int(q, 10 + (int)i, counts[i]);
	if (b->id != 0)
		wk_db_bind_int(q, 16, b->id);
	rc = wk_db_run(s->db, q, err);
	if (rc == WK_OK && b->id == 0) {
		b->id = wk_db_last_id(s->db);
		s->batch = b->id;
		s->is_txn_stale = true;
	}
	return rc;
}

static void
read_batch(sqlite3_stmt *q, struct wk_arena *a, struct wk_batch *b)
{
	int64_t *const counts[] = { &b->n_new, &b->n_changed, &b->n_same, &b->n_skipped,
		&b->n_error, &b->n_conflict };
	b->id = wk_db_int(q, 0, 0);
	b->at = wk_db_int(q, 1, 0);
	b->importer = wk_db_text(q, 2, a);
	b->path = wk_db_text(q, 3, a);
	b->sha256 = wk_db_text(q, 4, a);
	b->bytes = wk_db_int(q, 5, 0);
	b->tz = wk_db_text(q, 6, a);
	b->options = wk_db_text(q, 7, a);
	b->lo = (wk_date)wk_db_int(q, 8, WK_DATE_NONE);
	b->hi = (wk_date)wk_db_int(q, 9, WK_DATE_NONE);
	for (size_t i = 0; i < WK_LEN(counts); i++)
		*counts[i] = wk_db_int(q, 10 + (int)i, 0);
	b->is_undone = wk_db_int(q, 16, 0) != 0;
}

static enum wk_rc
read_one(struct wk_store *s, sqlite3_stmt *q, struct wk_arena *a, struct wk_batch *out,
    struct wk_err *err)
{
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	read_batch(q, a, out);
	sqlite3_reset(q);
	return WK_OK;
}

enum wk_rc
wk_store_batch_get(struct wk_store *s, int64_t id, struct wk_arena *a,
    struct wk_batch *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, BATCH_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, id);
	enum wk_rc rc = read_one(s, q, a, out, err);
	return rc == WK_ERR_NOTFOUND ? wk_fail(err, rc,
	    "no import %lld; wick import log lists them", (long long)id) : rc;
}

enum wk_rc
wk_store_batch_same(struct wk_store *s, const char *sha256, struct wk_arena *a,
    struct wk_batch *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, BATCH_SAME);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, sha256);
	return read_one(s, q, a, out, err);
}

enum wk_rc
wk_store_batch_list(struct wk_store *s, struct wk_arena *a, struct wk_batch **v,
    size_t *n, struct wk_err *err)
{
	size_t cap = 0, count = 0;
	struct wk_batch *list = NULL;
	enum wk_rc rc;
	sqlite3_stmt *q = STMT(s, BATCH_LIST);
	if (q == NULL)
		return WK_ERR_STORE;
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		if (count == cap) {
			cap = cap == 0 ? 16 : cap * 2;
			struct wk_batch *bigger = WK_ARENA_ARRAY(a, struct wk_batch, cap);
			if (count > 0)
				memcpy(bigger, list, count * sizeof(*list));
			list = bigger;
		}
		read_batch(q, a, &list[count++]);
	}
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = list;
	*n = count;
	return WK_OK;
}

/* The transaction that applied the batch and stands. */
static enum wk_rc
applied_txn(struct wk_store *s, int64_t batch, int64_t *txn, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, TXN_OF_BATCH);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, batch);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*txn = wk_db_int(q, 0, 0);
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? wk_fail(err, rc,
	    "import %lld is taken back already", (long long)batch) : rc;
}

/* Somebody else changed the same rows later, and that stands. */
static enum wk_rc
refuse_changed_since(struct wk_store *s, int64_t batch, int64_t txn, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CHANGE_LATER);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, txn);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	int64_t n = rc == WK_OK ? wk_db_int(q, 2, 0) : 0;
	if (n > 0) {
		struct wk_buf day;
		wk_buf_init(&day);
		wk_date_put_day(&day, (wk_date)wk_db_int(q, 0, 0));
		rc = wk_fail(err, WK_ERR_CONFLICT, n == 1 ?
		    "import %lld stays: %s was changed since by "
		    "\"%.80s\"; undo that first" :
		    "import %lld stays: %s was changed since by "
		    "\"%.80s\", and more; undo "
		    "that first", (long long)batch, day.p,
		    (const char *)sqlite3_column_text(q, 1));
		wk_buf_fini(&day);
	}
	sqlite3_reset(q);
	return rc;
}

static enum wk_rc
take_back(struct wk_store *s, int64_t id, struct wk_err *err)
{
	int64_t txn = 0;
	struct wk_batch b;
	enum wk_rc rc = wk_store_batch_get(s, id, &s->scratch, &b, err);
	if (rc == WK_OK && b.is_undone)
		return wk_fail(err, WK_ERR_NOTFOUND, "import %lld is taken back already",
		    (long long)id);
	if (rc == WK_OK)
		rc = applied_txn(s, id, &txn, err);
	if (rc == WK_OK)
		rc = refuse_changed_since(s, id, txn, err);
	s->unbatch = id;
	if (rc == WK_OK)
		rc = wk_store_journal_txn(s, err);
	if (rc == WK_OK)
		rc = wk_store_journal_swap(s, txn, false, err);
	return rc;
}

enum wk_rc
wk_store_batch_undo(struct wk_store *s, int64_t id, int64_t now, wk_date today,
    struct wk_err *err)
{
	char what[64];
	(void)snprintf(what, sizeof(what), "import undo %lld", (long long)id);
	enum wk_rc rc = wk_store_begin(s, now, today, what, err);
	if (rc == WK_OK)
		rc = take_back(s, id, err);
	if (rc == WK_OK)
		rc = wk_store_finish(s, err);
	if (rc != WK_OK)
		wk_store_rollback(s);
	return rc;
}
