/* SPDX-License-Identifier: MIT */
/* Who may get a weekly summary, and what was consented to. */
#include "internal.h"

enum {
	D_ID,
	D_NAME,
	D_KIND,
	D_URL,
	D_PERSON,
	D_SOURCE,
	D_PAUSED,
	D_NEXT,
	D_HOLD,
	D_FAILURES,
	D_SINCE,
	D_LAST
};

enum wk_rc
wk_store_dest_list(struct wk_store *s, struct wk_arena *a, struct wk_dest **v, size_t *n,
    struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, DEST_LIST);
	struct wk_list l = { .a = a, .size = sizeof(**v) };
	enum wk_rc rc;
	if (q == NULL)
		return WK_ERR_STORE;
	while ((rc = wk_db_step(s->db, q, err)) == WK_OK)
		*(struct wk_dest *)wk_store_list_more(&l) = (struct wk_dest){
			.id = wk_db_int(q, D_ID, 0), .name = wk_db_text(q, D_NAME, a),
			.kind = wk_db_text(q, D_KIND, a), .url = wk_db_text(q, D_URL, a),
			.person = wk_db_text(q, D_PERSON, a),
			.source = wk_db_text(q, D_SOURCE, a),
			.paused = wk_db_text(q, D_PAUSED, a),
			.next_at = wk_db_int(q, D_NEXT, 0),
			.hold_until = wk_db_int(q, D_HOLD, 0),
			.failures = (int)wk_db_int(q, D_FAILURES, 0),
			.failing_since = wk_db_int(q, D_SINCE, 0),
			.last_at = wk_db_int(q, D_LAST, 0) };
	sqlite3_reset(q);
	*v = wk_store_list_take(&l, n);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_dest_put(struct wk_store *s, struct wk_dest *d, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, DEST_PUT);
	const char *texts[] = { d->name, d->kind, d->url, d->person, d->source,
		d->paused };
	if (q == NULL)
		return WK_ERR_STORE;
	for (size_t i = 0; i < WK_LEN(texts); i++)
		wk_db_bind_text(q, (int)i + 1, texts[i]);
	wk_db_bind_int(q, 7, d->next_at);
	wk_db_bind_int(q, 8, d->hold_until);
	wk_db_bind_int(q, 9, d->failures);
	wk_db_bind_int(q, 10, d->failing_since);
	wk_db_bind_int(q, 11, d->last_at);
	s->has_notes = true;
	enum wk_rc rc = wk_db_run(s->db, q, err);
	q = rc == WK_OK ? STMT(s, DEST_ID) : NULL;
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, d->name);
	rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		d->id = wk_db_int(q, 0, 0);
	sqlite3_reset(q);
	return rc;
}

enum { C_GEN, C_STATE, C_URL, C_LEVEL, C_BASIS, C_FIELDS, C_TEAMS, C_VISIBILITY, C_SINCE,
	C_EXPIRES, C_AT, C_PREVIEW, C_TOLD };

enum wk_rc
wk_store_consent_get(struct wk_store *s, int64_t dest, struct wk_arena *a,
    struct wk_consent *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CONSENT_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, dest);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc == WK_OK)
		*out = (struct wk_consent){ .dest = dest, .gen = wk_db_int(q, C_GEN, 0),
			.state = wk_db_text(q, C_STATE, a),
			.url = wk_db_text(q, C_URL, a),
			.level = wk_db_text(q, C_LEVEL, a),
			.basis = wk_db_text(q, C_BASIS, a),
			.fields = wk_db_text(q, C_FIELDS, a),
			.teams = wk_db_text(q, C_TEAMS, a),
			.visibility = wk_db_text(q, C_VISIBILITY, a),
			.since = (wk_date)wk_db_int(q, C_SINCE, 0),
			.expires = (wk_date)wk_db_int(q, C_EXPIRES, 0),
			.at = wk_db_int(q, C_AT, 0),
			.preview = wk_db_text(q, C_PREVIEW, a),
			.is_told = wk_db_int(q, C_TOLD, 0) != 0 };
	sqlite3_reset(q);
	return rc;
}

enum wk_rc
wk_store_consent_put(struct wk_store *s, const struct wk_consent *c, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, CONSENT_PUT);
	const char *texts[] = { c->state, c->url, c->level, c->basis, c->fields, c->teams,
		c->visibility };
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, c->dest);
	wk_db_bind_int(q, 2, c->gen);
	for (size_t i = 0; i < WK_LEN(texts); i++)
		wk_db_bind_text(q, (int)i + 3, texts[i]);
	wk_db_bind_int(q, 10, c->since);
	wk_db_bind_int(q, 11, c->expires);
	wk_db_bind_int(q, 12, c->at);
	wk_db_bind_text(q, 13, c->preview);
	wk_db_bind_int(q, 14, c->is_told);
	s->has_notes = true;
	return wk_db_run(s->db, q, err);
}
