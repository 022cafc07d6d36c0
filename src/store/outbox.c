/* SPDX-License-Identifier: MIT */
/* Weeks on their way, one row a week and receiver; and lists that grow while a statement
 * is read. */
#include "internal.h"

void *
wk_store_list_more(struct wk_list *l)
{
	l->v = wk_mem_grow(l->v, &l->cap, l->n + 1, l->size);
	return (char *)l->v + l->n++ * l->size;
}

void *
wk_store_list_take(struct wk_list *l, size_t *n)
{
	void *v = wk_arena_alloc(l->a, (l->n + 1) * l->size);
	if (l->n > 0)
		memcpy(v, l->v, l->n * l->size);
	wk_mem_free(l->v);
	*n = l->n;
	return v;
}

enum { O_DEST, O_WEEK, O_D, O_OP, O_REV, O_BODY, O_SHA, O_STATE, O_TAKE, O_ATTEMPTS,
	O_REFUSED, O_NEXT, O_STATUS, O_CODE, O_MADE, O_DONE, O_SENT };

static struct wk_out
read_out(sqlite3_stmt *q, struct wk_arena *a)
{
	return (struct wk_out){ .dest = wk_db_int(q, O_DEST, 0),
		.week = wk_db_text(q, O_WEEK, a), .monday = (wk_date)wk_db_int(q, O_D, 0),
		.op = wk_db_text(q, O_OP, a), .rev = wk_db_int(q, O_REV, 0),
		.body = wk_db_text(q, O_BODY, a), .sha256 = wk_db_text(q, O_SHA, a),
		.state = wk_db_text(q, O_STATE, a),
		.is_take = wk_db_int(q, O_TAKE, 0) != 0,
		.attempts = (int)wk_db_int(q, O_ATTEMPTS, 0),
		.refused = (int)wk_db_int(q, O_REFUSED, 0),
		.next_at = wk_db_int(q, O_NEXT, 0),
		.last_status = (int)wk_db_int(q, O_STATUS, 0),
		.last_code = wk_db_text(q, O_CODE, a), .made = wk_db_int(q, O_MADE, 0),
		.done_at = wk_db_int(q, O_DONE, 0), .sent = wk_db_text(q, O_SENT, a) };
}

enum wk_rc
wk_store_out_list(struct wk_store *s, int64_t dest, bool is_pending, struct wk_arena *a,
    struct wk_out **v, size_t *n, struct wk_err *err)
{
	sqlite3_stmt *q = is_pending ? STMT(s, OUTBOX_DUE) : STMT(s, OUTBOX_LIST);
	struct wk_list l = { .a = a, .size = sizeof(**v) };
	enum wk_rc rc;
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, dest);
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		*(struct wk_out *)wk_store_list_more(&l) = read_out(q, a);
	sqlite3_reset(q);
	*v = wk_store_list_take(&l, n);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_out_get(struct wk_store *s, int64_t dest, const char *week, struct wk_arena *a,
    struct wk_out *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, OUTBOX_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, dest);
	wk_db_bind_text(q, 2, week);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*out = read_out(q, a);
	sqlite3_reset(q);
	return rc;
}

static void
bind_if(sqlite3_stmt *q, int i, int64_t v)
{
	if (v != 0)
		wk_db_bind_int(q, i, v);
}

enum wk_rc
wk_store_out_put(struct wk_store *s, const struct wk_out *o, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, OUTBOX_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, O_DEST + 1, o->dest);
	wk_db_bind_text(q, O_WEEK + 1, o->week);
	wk_db_bind_int(q, O_D + 1, o->monday);
	wk_db_bind_text(q, O_OP + 1, o->op);
	wk_db_bind_int(q, O_REV + 1, o->rev);
	wk_db_bind_text(q, O_BODY + 1, o->body);
	wk_db_bind_text(q, O_SHA + 1, o->sha256);
	wk_db_bind_text(q, O_STATE + 1, o->state);
	wk_db_bind_int(q, O_TAKE + 1, o->is_take);
	wk_db_bind_int(q, O_ATTEMPTS + 1, o->attempts);
	wk_db_bind_int(q, O_REFUSED + 1, o->refused);
	wk_db_bind_int(q, O_NEXT + 1, o->next_at);
	bind_if(q, O_STATUS + 1, o->last_status);
	wk_db_bind_text(q, O_CODE + 1, o->last_code);
	wk_db_bind_int(q, O_MADE + 1, o->made);
	bind_if(q, O_DONE + 1, o->done_at);
	wk_db_bind_text(q, O_SENT + 1, o->sent);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_out_drop(struct wk_store *s, int64_t dest, const char *week, struct wk_err *err)
{
	sqlite3_stmt *q = week == NULL ? STMT(s, OUTBOX_CLEAR) : STMT(s, OUTBOX_DROP);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, dest);
	if (week != NULL)
		wk_db_bind_text(q, 2, week);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}
