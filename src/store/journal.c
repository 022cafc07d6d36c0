/* SPDX-License-Identifier: MIT */
/* The undo journal: per transaction and row the image from before, a JSON array of the
 * columns (NULL: the row was not there). Undo swaps image and row, so redo is the
 * same. */
#include "internal.h"

enum wk_rc
wk_store_journal_txn(struct wk_store *s, struct wk_err *err)
{
	if (s->txn != 0)
		return WK_OK;
	if (s->has_redo) {
		sqlite3_stmt *drop = STMT(s, TXN_DROP_UNDONE);
		if (drop == NULL)
			return WK_ERR_STORE;
		enum wk_rc rc = wk_db_run(s->db, drop, err);
		if (rc != WK_OK)
			return rc;
		s->has_redo = false;
	}
	sqlite3_stmt *q = STMT(s, TXN_INSERT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, s->now);
	wk_db_bind_text(q, 2, s->what);
	if (s->batch != 0)
		wk_db_bind_int(q, 3, s->batch);
	if (s->unbatch != 0)
		wk_db_bind_int(q, 4, s->unbatch);
	enum wk_rc rc = wk_db_run(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	s->txn = wk_db_last_id(s->db);
	s->is_txn_stale = false;
	return WK_OK;
}

/* Binds txn and the next seq; NULL on failure. */
static sqlite3_stmt *
next_change(struct wk_store *s, enum sql which, struct wk_err *err)
{
	if (wk_store_journal_txn(s, err) != WK_OK)
		return NULL;
	sqlite3_stmt *q = wk_db_stmt(s->db, (int)which, err);
	if (q == NULL)
		return NULL;
	wk_db_bind_int(q, 1, s->txn);
	wk_db_bind_int(q, 2, s->seq);
	return q;
}

static enum wk_rc
run_change(struct wk_store *s, int tbl, sqlite3_stmt *q, struct wk_err *err)
{
	enum wk_rc rc = wk_db_run(s->db, q, err);
	if (rc == WK_OK) {
		s->seq++;
		s->changes++;
		s->journaled |= 1u << tbl;
	}
	return rc;
}

enum wk_rc
wk_store_journal_put(struct wk_store *s, const struct image_change *c, const char *image,
    struct wk_err *err)
{
	sqlite3_stmt *q = next_change(s, SQL_CHANGE_PUT, err);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 3, c->tbl);
	wk_db_bind_int(q, 4, c->key);
	wk_db_bind_int(q, 5, c->d);
	wk_db_bind_int(q, 6, c->d_last);
	wk_db_bind_text(q, 7, image);
	return run_change(s, c->tbl, q, err);
}

enum wk_rc
wk_store_journal_new(struct wk_store *s, int64_t id, const struct wk_event *e,
    struct wk_err *err)
{
	struct image_change c = { .tbl = TBL_EVENT, .key = id, .d = e->fact.d,
		.d_last = e->d_last };
	return wk_store_journal_put(s, &c, NULL, err);
}

/* The change this transaction already has of that row; WK_ERR_NOTFOUND when none. */
static enum wk_rc
find(struct wk_store *s, int tbl, int64_t key, int64_t *seq, bool *was_new,
    struct wk_err *err)
{
	if (!(s->journaled >> tbl & 1u))
		return WK_ERR_NOTFOUND;
	sqlite3_stmt *q = STMT(s, CHANGE_FIND);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, tbl);
	wk_db_bind_int(q, 2, key);
	wk_db_bind_int(q, 3, s->txn);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	*seq = wk_db_int(q, 0, 0);
	*was_new = wk_db_int(q, 1, 0) != 0;
	sqlite3_reset(q);
	return WK_OK;
}

static enum wk_rc
widen(struct wk_store *s, int64_t seq, wk_date lo, wk_date hi, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CHANGE_WIDEN);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, lo);
	wk_db_bind_int(q, 2, hi);
	wk_db_bind_int(q, 3, s->txn);
	wk_db_bind_int(q, 4, seq);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_journal_event(struct wk_store *s, const struct wk_event *old,
    const struct wk_event *now, struct wk_err *err)
{
	int64_t seq = 0;
	bool was_new = false;
	wk_date lo = WK_MIN(old->fact.d, now->fact.d),
	    hi = WK_MAX(old->d_last, now->d_last);
	enum wk_rc rc = find(s, TBL_EVENT, old->id, &seq, &was_new, err);
	if (rc == WK_OK)
		return widen(s, seq, lo, hi, err);
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	sqlite3_stmt *q = next_change(s, SQL_CHANGE_EVENT, err);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 3, lo);
	wk_db_bind_int(q, 4, hi);
	wk_db_bind_int(q, 5, old->id);
	return run_change(s, TBL_EVENT, q, err);
}

enum wk_rc
wk_store_journal_once(struct wk_store *s, const struct image_change *c, const char *image,
    struct wk_err *err)
{
	int64_t seq = 0;
	bool was_new = false;
	enum wk_rc rc = find(s, c->tbl, c->key, &seq, &was_new, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_store_journal_put(s, c, image, err);
	return rc == WK_OK ? widen(s, seq, c->d, c->d_last, err) : rc;
}

static void
put_int(struct wk_buf *b, int v, int unsaid)
{
	if (v == unsaid)
		wk_buf_adds(b, ",null");
	else
		wk_buf_addf(b, ",%d", v);
}

/* As a text of 17 digits: the column takes it back to the very same number. */
static void
put_real(struct wk_buf *b, double v)
{
	char digits[40];
	if (isnan(v)) {
		wk_buf_adds(b, ",null");
		return;
	}
	sqlite3_snprintf(sizeof(digits), digits, "%!.17g", v);  /* whatever the locale */
	wk_buf_addf(b, ",\"%s\"", digits);
}

/* Byte for byte, also what is no UTF-8. */
static void
put_text(struct wk_buf *b, const char *v)
{
	if (v == NULL) {
		wk_buf_adds(b, ",null");
		return;
	}
	wk_buf_adds(b, ",\"");
	for (; *v != '\0'; v++)
		if ((unsigned char)*v < ' ')
			wk_buf_addf(b, "\\u%04x", (unsigned)*v);
		else {
			if (*v == '"' || *v == '\\')
				wk_buf_addc(b, '\\');
			wk_buf_addc(b, *v);
		}
	wk_buf_addc(b, '"');
}

/* What DAY_IMAGE says, of a row that is at hand: that statement is dear to prepare. */
void
wk_store_day_image(const struct wk_dayrow *r, struct wk_buf *b)
{
	const struct wk_typed *t = &r->typed;
	put_int(b, t->energy, 0);
	put_int(b, t->stress, 0);
	put_int(b, t->mood, 0);
	put_real(b, t->hours);
	put_real(b, t->sleep_h);
	put_real(b, t->break_h);
	put_int(b, t->wakes, -1);
	put_int(b, t->oncall, -1);
	put_int(b, t->short_rest, -1);
	put_int(b, (int)t->leave, WK_LEAVE_NONE);
	put_text(b, r->note);
	put_int(b, (int)r->locked, -1);
	put_text(b, r->source);
	b->p[0] = '[';
	wk_buf_addc(b, ']');
}

enum wk_rc
wk_store_journal_day(struct wk_store *s, const struct wk_dayrow *old, struct wk_err *err)
{
	wk_date d = old->d;
	int64_t seq = 0;
	bool was_new = false;
	enum wk_rc rc = find(s, TBL_DAY, d, &seq, &was_new, err);
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	struct wk_buf image;
	struct image_change c = { .tbl = TBL_DAY, .key = d, .d = d, .d_last = d };
	if (!wk_store_typed_any(old))
		return wk_store_journal_put(s, &c, NULL, err);
	wk_buf_init(&image);
	wk_store_day_image(old, &image);
	rc = wk_store_journal_put(s, &c, image.p, err);
	wk_buf_fini(&image);
	return rc;
}

enum wk_rc
wk_store_journal_forget(struct wk_store *s, int64_t id, bool *was, struct wk_err *err)
{
	int64_t seq = 0;
	*was = false;
	enum wk_rc rc = find(s, TBL_EVENT, id, &seq, was, err);
	if (rc == WK_ERR_NOTFOUND || (rc == WK_OK && !*was))
		return WK_OK;
	sqlite3_stmt *q = rc == WK_OK ? STMT(s, CHANGE_DELETE) : NULL;
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, s->txn);
	wk_db_bind_int(q, 2, seq);
	s->changes--;
	return wk_db_run(s->db, q, err);
}
