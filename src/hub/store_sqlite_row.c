/* SPDX-License-Identifier: MIT */
/* Statements of the SQLite store, and their rows as structs. */
#include "sqlite.h"

#define HUB_SQL_TEXT(name, text) [HUB_Q_##name] = text,
static const char *const texts[HUB_QUERIES] = { HUB_SQL(HUB_SQL_TEXT) };

static int
fail(struct hub_sqlite *c, int code, struct wk_err *err)
{
	(void)wk_fail(err, WK_ERR_STORE, "%.120s: %.80s", c->path,
	    sqlite3_errmsg(c->h));
	return code;
}

sqlite3_stmt *
hub_sqlite_stmt(struct hub_sqlite *c, enum hub_query q, struct wk_err *err)
{
	sqlite3_stmt **s = &c->stmts[q];
	if (*s == NULL) {
		int code = sqlite3_prepare_v3(c->h, texts[q], -1,
		    SQLITE_PREPARE_PERSISTENT, s, NULL);
		if (code != SQLITE_OK) {
			(void)fail(c, code, err);
			return NULL;
		}
	}
	(void)sqlite3_reset(*s);
	return *s;
}

void
hub_sqlite_bind(sqlite3_stmt *s, int i, int64_t v)
{
	(void)sqlite3_bind_int64(s, i, v);
}

void
hub_sqlite_bind_text(sqlite3_stmt *s, int i, const char *v)
{
	(void)sqlite3_bind_text(s, i, v, -1, SQLITE_STATIC);
}

void
hub_sqlite_bind_hash(sqlite3_stmt *s, int i, const uint8_t hash[32])
{
	(void)sqlite3_bind_blob(s, i, hash, 32, SQLITE_STATIC);
}

int
hub_sqlite_step(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_err *err)
{
	int code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		return code;
	if (code != SQLITE_DONE)
		(void)fail(c, code, err);
	(void)sqlite3_reset(s);
	return code;
}

int
hub_sqlite_run(struct hub_sqlite *c, enum hub_query q, struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(c, q, err);
	return s == NULL ? SQLITE_ERROR : hub_sqlite_step(c, s, err);
}

void
hub_sqlite_text(sqlite3_stmt *s, int col, char *out, size_t size)
{
	const char *v = (const char *)sqlite3_column_text(s, col);
	(void)snprintf(out, size, "%s", v == NULL ? "" : v);
}

static int64_t
number(sqlite3_stmt *s, int col, int64_t if_null)
{
	return sqlite3_column_type(s, col) == SQLITE_NULL ? if_null :
	    sqlite3_column_int64(s, col);
}

void
hub_sqlite_read_person(sqlite3_stmt *s, struct wk_hub_person *p)
{
	memset(p, 0, sizeof(*p));
	hub_sqlite_text(s, 0, p->id, sizeof(p->id));
	hub_sqlite_text(s, 1, p->display, sizeof(p->display));
	p->roles = sqlite3_column_int(s, 2);
	p->is_enrolled = sqlite3_column_int(s, 3) != 0;
	p->created = sqlite3_column_int64(s, 4);
	p->consent.gen = sqlite3_column_int64(s, 5);
	p->consent.level = (enum wk_hub_level)sqlite3_column_int(s, 6);
	p->consent.basis = (enum wk_hub_basis)sqlite3_column_int(s, 7);
	p->consent.expires = (wk_date)number(s, 8, WK_DATE_NONE);
}

void
hub_sqlite_read_week(sqlite3_stmt *s, struct wk_hub_week *w)
{
	memset(w, 0, sizeof(*w));
	hub_sqlite_text(s, 0, w->person, sizeof(w->person));
	w->week = sqlite3_column_int(s, 1);
	w->rev = sqlite3_column_int64(s, 2);
	hub_sqlite_text(s, 3, w->source, sizeof(w->source));
	w->level = (enum wk_hub_level)sqlite3_column_int(s, 4);
	w->basis = (enum wk_hub_basis)sqlite3_column_int(s, 5);
	w->band = (enum wk_hub_band)number(s, 6, WK_HUB_UNKNOWN);
	w->coverage = sqlite3_column_int(s, 7);
	w->is_retracted = sqlite3_column_int(s, 8) != 0;
	w->received = sqlite3_column_int64(s, 9);
	w->computed_at = sqlite3_column_int64(s, 10);
	hub_sqlite_text(s, 11, w->indicators, sizeof(w->indicators));
}

void
hub_sqlite_read_token(sqlite3_stmt *s, struct hub_token *t)
{
	const void *hash = sqlite3_column_blob(s, 0);
	memset(t, 0, sizeof(*t));
	if (hash != NULL && sqlite3_column_bytes(s, 0) == (int)sizeof(t->hash))
		memcpy(t->hash, hash, sizeof(t->hash));
	hub_sqlite_text(s, 1, t->person, sizeof(t->person));
	hub_sqlite_text(s, 2, t->token_id, sizeof(t->token_id));
	t->kind = (enum wk_hub_token_kind)sqlite3_column_int(s, 3);
	t->expires = sqlite3_column_int64(s, 4);
}

void
hub_sqlite_read_audit(sqlite3_stmt *s, struct wk_hub_audit *a)
{
	memset(a, 0, sizeof(*a));
	a->seq = sqlite3_column_int64(s, 0);
	a->at = sqlite3_column_int64(s, 1);
	hub_sqlite_text(s, 2, a->actor, sizeof(a->actor));
	hub_sqlite_text(s, 3, a->action, sizeof(a->action));
	hub_sqlite_text(s, 4, a->subject, sizeof(a->subject));
	hub_sqlite_text(s, 5, a->team, sizeof(a->team));
	hub_sqlite_text(s, 6, a->outcome, sizeof(a->outcome));
	a->week_from = sqlite3_column_int(s, 7);
	a->week_to = sqlite3_column_int(s, 8);
	hub_sqlite_text(s, 9, a->hash, sizeof(a->hash));
	hub_sqlite_text(s, 10, a->actor_name, sizeof(a->actor_name));
}

int
hub_sqlite_shares(struct hub_sqlite *c, struct wk_hub_person *p, struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(c, HUB_Q_SHARES_GET, err);
	int code = SQLITE_ERROR;
	if (s == NULL)
		return code;
	p->consent.count = 0;
	hub_sqlite_bind_text(s, 1, p->id);
	while ((code = hub_sqlite_step(c, s, err)) == SQLITE_ROW) {
		if (p->consent.count >= WK_HUB_TEAMS)
			continue;
		struct wk_hub_share *share = &p->consent.shares[p->consent.count++];
		hub_sqlite_text(s, 0, share->team, sizeof(share->team));
		share->visibility = (enum wk_hub_visibility)sqlite3_column_int(s, 1);
	}
	return code;
}
