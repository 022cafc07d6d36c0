/* SPDX-License-Identifier: MIT */
/* Mails on their way out, by Message-ID. */
#include "internal.h"

enum wk_rc
wk_store_mail_put(struct wk_store *s, const struct wk_mail_row *m, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, MAIL_PUT);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, m->message_id);
	wk_db_bind_int(q, 2, m->made);
	wk_db_bind_text(q, 3, m->to);
	wk_db_bind_text(q, 4, m->period);
	wk_db_bind_int(q, 5, m->d);
	wk_db_bind_int(q, 6, m->d_last);
	wk_db_bind_int(q, 7, m->next);
	wk_db_bind_text(q, 8, m->body);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}

enum { COL_ID, COL_TO, COL_PERIOD, COL_STATE, COL_ATTEMPTS, COL_NEXT, COL_REASON,
	COL_MADE };

static enum wk_rc
read_rows(struct wk_store *s, sqlite3_stmt *q, struct wk_arena *a, struct wk_mail_row **v,
    size_t *n, struct wk_err *err)
{
	size_t cap = 0, count = 0;
	struct wk_mail_row *found = NULL;
	enum wk_rc rc;
	if (q == NULL)
		return WK_ERR_STORE;
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK) {
		found = wk_mem_grow(found, &cap, count + 1, sizeof(*found));
		found[count++] = (struct wk_mail_row){
			.message_id = wk_db_text(q, COL_ID, a),
			.to = wk_db_text(q, COL_TO, a),
			.period = wk_db_text(q, COL_PERIOD, a),
			.state = (enum wk_mail_state)wk_db_int(q, COL_STATE, 0),
			.attempts = (int)wk_db_int(q, COL_ATTEMPTS, 0),
			.next = wk_db_int(q, COL_NEXT, 0),
			.reason = wk_db_text(q, COL_REASON, a),
			.made = wk_db_int(q, COL_MADE, 0) };
	}
	sqlite3_reset(q);
	*v = WK_ARENA_ARRAY(a, struct wk_mail_row, count + 1);
	if (count > 0)
		memcpy(*v, found, count * sizeof(**v));
	*n = count;
	wk_mem_free(found);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_mail_waiting(struct wk_store *s, struct wk_arena *a, struct wk_mail_row **v,
    size_t *n, struct wk_err *err)
{
	return read_rows(s, STMT(s, MAIL_WAITING), a, v, n, err);
}

enum wk_rc
wk_store_mail_list(struct wk_store *s, struct wk_arena *a, struct wk_mail_row **v,
    size_t *n, struct wk_err *err)
{
	return read_rows(s, STMT(s, MAIL_LIST), a, v, n, err);
}

enum wk_rc
wk_store_mail_body(struct wk_store *s, const char *message_id, struct wk_arena *a,
    const char **out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, MAIL_BODY);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, message_id);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*out = wk_db_text(q, 0, a);
	sqlite3_reset(q);
	return rc;
}

enum wk_rc
wk_store_mail_set(struct wk_store *s, const struct wk_mail_row *m, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, MAIL_SET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, m->state);
	wk_db_bind_int(q, 2, m->attempts);
	wk_db_bind_int(q, 3, m->next);
	wk_db_bind_text(q, 4, m->reason);
	wk_db_bind_text(q, 5, m->message_id);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_mail_answer(struct wk_store *s, const char *json, struct wk_arena *a,
    struct wk_mail_answer *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, MAIL_ANSWER);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, json);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*out = (struct wk_mail_answer){ .is_ok = wk_db_int(q, 0, 0) != 0,
			.status = (int)wk_db_int(q, 1, 0),
			.is_unsure = wk_db_int(q, 2, 0) != 0,
			.error = wk_db_text(q, 3, a) };
	sqlite3_reset(q);
	return rc;
}
