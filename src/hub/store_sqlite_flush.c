/* SPDX-License-Identifier: MIT */
/* The dirty rows of an image into the file. */
#include "sqlite.h"

typedef int flush_fn(struct wk_hub_store *s, const void *row, struct wk_err *err);

static int
delete_by_text(struct wk_hub_store *s, enum hub_query which, const char *a,
    const char *b, struct wk_err *err)
{
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, which, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, a);
	if (b != NULL)
		hub_sqlite_bind_text(q, 2, b);
	return hub_sqlite_step(&s->c, q, err);
}

static int
erase_person(struct wk_hub_store *s, const char *id, struct wk_err *err)
{
	static const enum hub_query all[] = { HUB_Q_WEEKS_DEL, HUB_Q_SHARES_DEL,
		HUB_Q_TOKENS_DEL, HUB_Q_MEMBERS_DEL, HUB_Q_PERSON_DEL };
	int code = SQLITE_DONE;
	for (size_t i = 0; code == SQLITE_DONE && i < WK_LEN(all); i++)
		code = delete_by_text(s, all[i], id, NULL, err);
	return code;
}

static int
put_shares(struct wk_hub_store *s, const struct wk_hub_person *p, struct wk_err *err)
{
	int code = delete_by_text(s, HUB_Q_SHARES_DEL, p->id, NULL, err);
	for (size_t i = 0; code == SQLITE_DONE && i < p->consent.count; i++) {
		sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_SHARE_PUT, err);
		if (q == NULL)
			return SQLITE_ERROR;
		hub_sqlite_bind_text(q, 1, p->id);
		hub_sqlite_bind_text(q, 2, p->consent.shares[i].team);
		hub_sqlite_bind(q, 3, p->consent.shares[i].visibility);
		code = hub_sqlite_step(&s->c, q, err);
	}
	return code;
}

static int
put_person(struct wk_hub_store *s, const struct wk_hub_person *p, struct wk_err *err)
{
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_PERSON_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, p->id);
	hub_sqlite_bind_text(q, 2, p->display);
	hub_sqlite_bind(q, 3, p->roles);
	hub_sqlite_bind(q, 4, p->is_enrolled);
	hub_sqlite_bind(q, 5, p->created);
	hub_sqlite_bind(q, 6, p->consent.gen);
	hub_sqlite_bind(q, 7, p->consent.level);
	hub_sqlite_bind(q, 8, p->consent.basis);
	if (p->consent.expires == WK_DATE_NONE)
		hub_sqlite_bind_text(q, 9, NULL);
	else
		hub_sqlite_bind(q, 9, p->consent.expires);
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_person(struct wk_hub_store *s, const void *row, struct wk_err *err)
{
	const struct hub_person *p = row;
	int code = p->was_erased ? erase_person(s, p->p.id, err) : SQLITE_DONE;
	if (code == SQLITE_DONE && p->row.state == HUB_DIRTY)
		code = put_person(s, &p->p, err);
	if (code == SQLITE_DONE && p->row.state == HUB_DIRTY && p->are_shares_dirty)
		code = put_shares(s, &p->p, err);
	return code;
}

/* A gone week belongs to an erased person, whose rows are deleted together. */
static int
flush_week(struct wk_hub_store *s, const void *row, struct wk_err *err)
{
	const struct wk_hub_week *w = &((const struct hub_week *)row)->w;
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_WEEK_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	(void)sqlite3_clear_bindings(q);
	hub_sqlite_bind_text(q, 1, w->person);
	hub_sqlite_bind(q, 2, w->week);
	hub_sqlite_bind(q, 3, w->rev);
	hub_sqlite_bind(q, 9, w->is_retracted);
	hub_sqlite_bind(q, 10, w->received);
	if (!w->is_retracted) {
		hub_sqlite_bind_text(q, 4, w->source);
		hub_sqlite_bind(q, 5, w->level);
		hub_sqlite_bind(q, 6, w->basis);
		hub_sqlite_bind(q, 7, w->band);
		hub_sqlite_bind(q, 8, w->coverage);
		if (w->computed_at != 0)
			hub_sqlite_bind(q, 11, w->computed_at);
		if (w->indicators[0] != '\0')
			hub_sqlite_bind_text(q, 12, w->indicators);
	}
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_token(struct wk_hub_store *s, const void *row, struct wk_err *err)
{
	const struct hub_token *t = row;
	bool is_gone = t->row.state == HUB_GONE;
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, is_gone ? HUB_Q_TOKEN_DEL :
	    HUB_Q_TOKEN_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_hash(q, 1, t->hash);
	if (!is_gone) {
		hub_sqlite_bind_text(q, 2, t->person);
		hub_sqlite_bind_text(q, 3, t->token_id);
		hub_sqlite_bind(q, 4, t->kind);
		hub_sqlite_bind(q, 5, t->expires);
	}
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_team(struct wk_hub_store *s, const void *row, struct wk_err *err)
{
	const struct wk_hub_team *t = &((const struct hub_team *)row)->t;
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_TEAM_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, t->id);
	hub_sqlite_bind_text(q, 2, t->name);
	hub_sqlite_bind(q, 3, t->k_min);
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_member(struct wk_hub_store *s, const void *row, struct wk_err *err)
{
	const struct hub_member *m = row;
	if (m->row.state == HUB_GONE)
		return delete_by_text(s, HUB_Q_MEMBER_DEL, m->team, m->person, err);
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_MEMBER_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, m->team);
	hub_sqlite_bind_text(q, 2, m->person);
	hub_sqlite_bind(q, 3, m->role);
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_audit(struct wk_hub_store *s, const struct wk_hub_audit *a, struct wk_err *err)
{
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_AUDIT_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind(q, 1, a->seq);
	hub_sqlite_bind(q, 2, a->at);
	hub_sqlite_bind_text(q, 3, a->actor);
	hub_sqlite_bind_text(q, 4, a->action);
	hub_sqlite_bind_text(q, 5, a->subject);
	hub_sqlite_bind_text(q, 6, a->team);
	hub_sqlite_bind_text(q, 7, a->outcome);
	hub_sqlite_bind(q, 8, a->week_from);
	hub_sqlite_bind(q, 9, a->week_to);
	hub_sqlite_bind_text(q, 10, a->hash);
	return hub_sqlite_step(&s->c, q, err);
}

static int
flush_chain(struct wk_hub_store *s, struct wk_err *err)
{
	int code = SQLITE_DONE;
	for (size_t i = 0; code == SQLITE_DONE && i < s->img.audits; i++)
		code = flush_audit(s, &s->img.audit[i], err);
	if (code != SQLITE_DONE || s->img.audits == 0)
		return code;
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_CHAIN_PUT, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind(q, 1, s->img.seq);
	hub_sqlite_bind_text(q, 2, s->img.hash);
	return hub_sqlite_step(&s->c, q, err);
}

int
hub_sqlite_flush(struct wk_hub_store *s, struct wk_err *err)
{
	static flush_fn *const flush[HUB_TABLES] = {
		[HUB_PERSON] = flush_person,
		[HUB_WEEK] = flush_week,
		[HUB_TOKEN] = flush_token,
		[HUB_TEAM] = flush_team,
		[HUB_MEMBER_TABLE] = flush_member,
	};
	int code = SQLITE_DONE;
	for (enum hub_table t = HUB_PERSON; t < HUB_TABLES; t++)
		for (size_t i = 0; code == SQLITE_DONE && i < s->img.table[t].n; i++) {
			const struct hub_row *row = s->img.table[t].at[i];
			bool is_due = row->state == HUB_DIRTY || (row->state ==
			    HUB_GONE && t != HUB_WEEK) || (t == HUB_PERSON &&
			    ((const struct hub_person *)row)->was_erased);
			if (is_due)
				code = flush[t](s, row, err);
		}
	return code == SQLITE_DONE ? flush_chain(s, err) : code;
}
