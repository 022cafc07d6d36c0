/* SPDX-License-Identifier: MIT */
/* The dirty rows of an image into PostgreSQL, one statement a table. The image is sorted
 * by key and holds each key once: what unnest upserts need. */
#include "pg.h"

typedef void put_fn(struct pg_rows *rows, const struct hub_row *row);

static void
put_person(struct pg_rows *rows, const struct hub_row *row)
{
	const struct wk_hub_person *p = &((const struct hub_person *)row)->p;
	hub_pg_rows_text(rows, 0, p->id);
	hub_pg_rows_text(rows, 1, p->display);
	hub_pg_rows_int(rows, 2, p->roles);
	hub_pg_rows_int(rows, 3, p->is_enrolled);
	hub_pg_rows_int(rows, 4, p->created);
	hub_pg_rows_int(rows, 5, p->consent.gen);
	hub_pg_rows_int(rows, 6, p->consent.level);
	hub_pg_rows_int(rows, 7, p->consent.basis);
	if (p->consent.expires == WK_DATE_NONE)
		hub_pg_rows_text(rows, 8, NULL);
	else
		hub_pg_rows_int(rows, 8, p->consent.expires);
}

static void
put_numbers(struct pg_rows *rows, const struct wk_hub_week *w)
{
	hub_pg_rows_text(rows, 3, w->source);
	hub_pg_rows_int(rows, 4, w->level);
	hub_pg_rows_int(rows, 5, w->basis);
	hub_pg_rows_int(rows, 6, w->band);
	hub_pg_rows_int(rows, 7, w->coverage);
}

static void
put_week(struct pg_rows *rows, const struct hub_row *row)
{
	const struct wk_hub_week *w = &((const struct hub_week *)row)->w;
	hub_pg_rows_text(rows, 0, w->person);
	hub_pg_rows_int(rows, 1, w->week);
	hub_pg_rows_int(rows, 2, w->rev);
	if (w->is_retracted)
		for (size_t i = 3; i <= 7; i++)
			hub_pg_rows_text(rows, i, NULL);
	else
		put_numbers(rows, w);
	hub_pg_rows_int(rows, 8, w->is_retracted);
	hub_pg_rows_int(rows, 9, w->received);
	if (w->is_retracted || w->computed_at == 0)
		hub_pg_rows_text(rows, 10, NULL);
	else
		hub_pg_rows_int(rows, 10, w->computed_at);
	hub_pg_rows_text(rows, 11, w->is_retracted || w->indicators[0] == '\0' ? NULL :
	    w->indicators);
}

static void
put_token(struct pg_rows *rows, const struct hub_row *row)
{
	const struct hub_token *t = (const struct hub_token *)row;
	hub_pg_rows_hash(rows, 0, t->hash);
	hub_pg_rows_text(rows, 1, t->person);
	hub_pg_rows_text(rows, 2, t->token_id);
	hub_pg_rows_int(rows, 3, t->kind);
	hub_pg_rows_int(rows, 4, t->expires);
}

static void
put_hash(struct pg_rows *rows, const struct hub_row *row)
{
	hub_pg_rows_hash(rows, 0, ((const struct hub_token *)row)->hash);
}

static void
put_team(struct pg_rows *rows, const struct hub_row *row)
{
	const struct wk_hub_team *t = &((const struct hub_team *)row)->t;
	hub_pg_rows_text(rows, 0, t->id);
	hub_pg_rows_text(rows, 1, t->name);
	hub_pg_rows_int(rows, 2, t->k_min);
}

static void
put_member_key(struct pg_rows *rows, const struct hub_row *row)
{
	hub_pg_rows_text(rows, 0, ((const struct hub_member *)row)->team);
	hub_pg_rows_text(rows, 1, ((const struct hub_member *)row)->person);
}

static void
put_member(struct pg_rows *rows, const struct hub_row *row)
{
	put_member_key(rows, row);
	hub_pg_rows_int(rows, 2, ((const struct hub_member *)row)->role);
}

/* Each table's rows in one state, by one statement. A gone week or person belongs to an
 * erasure, which comes first. */
static const struct {
	enum hub_table table;
	enum hub_state state;
	enum pg_query query;
	size_t columns;
	put_fn *put;
} flushes[] = {
	{ HUB_PERSON, HUB_DIRTY, PG_Q_PUT_PERSONS, 9, put_person },
	{ HUB_WEEK, HUB_DIRTY, PG_Q_PUT_WEEKS, 12, put_week },
	{ HUB_TOKEN, HUB_GONE, PG_Q_DROP_TOKENS, 1, put_hash },
	{ HUB_TOKEN, HUB_DIRTY, PG_Q_PUT_TOKENS, 5, put_token },
	{ HUB_TEAM, HUB_DIRTY, PG_Q_PUT_TEAMS, 3, put_team },
	{ HUB_MEMBER_TABLE, HUB_GONE, PG_Q_DROP_MEMBERS, 2, put_member_key },
	{ HUB_MEMBER_TABLE, HUB_DIRTY, PG_Q_PUT_MEMBERS, 3, put_member },
};

static bool
flush_table(struct wk_hub_store *s, size_t which, struct wk_err *err)
{
	struct pg_rows rows;
	const struct hub_rows *table = &s->img.table[flushes[which].table];
	hub_pg_rows_init(&rows, flushes[which].columns);
	for (size_t i = 0; i < table->n; i++)
		if (table->at[i]->state == flushes[which].state)
			flushes[which].put(&rows, table->at[i]);
	bool is_done = hub_pg_run_rows(&s->c, flushes[which].query, &rows, err);
	hub_pg_rows_fini(&rows);
	return is_done;
}

static bool
erase(struct wk_hub_store *s, struct wk_err *err)
{
	static const enum pg_query all[] = { PG_Q_ERASE_WEEKS, PG_Q_ERASE_SHARES,
		PG_Q_ERASE_TOKENS, PG_Q_ERASE_MEMBERS, PG_Q_ERASE_PERSONS };
	struct pg_rows rows;
	bool is_done = true;
	hub_pg_rows_init(&rows, 1);
	for (size_t q = 0; is_done && q < WK_LEN(all); q++) {
		for (size_t i = 0; i < s->img.table[HUB_PERSON].n; i++) {
			const struct hub_person *p =
			    (struct hub_person *)s->img.table[HUB_PERSON].at[i];
			if (p->was_erased)
				hub_pg_rows_text(&rows, 0, p->p.id);
		}
		is_done = hub_pg_run_rows(&s->c, all[q], &rows, err);
	}
	hub_pg_rows_fini(&rows);
	return is_done;
}

static bool
flush_shares(struct wk_hub_store *s, struct wk_err *err)
{
	struct pg_rows people, rows;
	hub_pg_rows_init(&people, 1);
	hub_pg_rows_init(&rows, 3);
	for (size_t i = 0; i < s->img.table[HUB_PERSON].n; i++) {
		const struct hub_person *p =
		    (struct hub_person *)s->img.table[HUB_PERSON].at[i];
		if (p->row.state != HUB_DIRTY || !p->are_shares_dirty)
			continue;
		hub_pg_rows_text(&people, 0, p->p.id);
		for (size_t j = 0; j < p->p.consent.count; j++) {
			hub_pg_rows_text(&rows, 0, p->p.id);
			hub_pg_rows_text(&rows, 1, p->p.consent.shares[j].team);
			hub_pg_rows_int(&rows, 2, p->p.consent.shares[j].visibility);
		}
	}
	bool is_done = hub_pg_run_rows(&s->c, PG_Q_ERASE_SHARES, &people, err) &&
	    hub_pg_run_rows(&s->c, PG_Q_PUT_SHARES, &rows, err);
	hub_pg_rows_fini(&people);
	hub_pg_rows_fini(&rows);
	return is_done;
}

static void
put_audit(struct pg_rows *rows, const struct wk_hub_audit *a)
{
	hub_pg_rows_int(rows, 0, a->seq);
	hub_pg_rows_int(rows, 1, a->at);
	hub_pg_rows_text(rows, 2, a->actor);
	hub_pg_rows_text(rows, 3, a->action);
	hub_pg_rows_text(rows, 4, a->subject);
	hub_pg_rows_text(rows, 5, a->team);
	hub_pg_rows_text(rows, 6, a->outcome);
	hub_pg_rows_int(rows, 7, a->week_from);
	hub_pg_rows_int(rows, 8, a->week_to);
	hub_pg_rows_text(rows, 9, a->hash);
}

static bool
flush_chain(struct wk_hub_store *s, struct wk_err *err)
{
	struct pg_rows rows;
	char seq[24];
	const char *values[] = { seq, s->img.hash };
	if (s->img.audits == 0)
		return true;
	hub_pg_rows_init(&rows, 10);
	for (size_t i = 0; i < s->img.audits; i++)
		put_audit(&rows, &s->img.audit[i]);
	bool is_done = hub_pg_run_rows(&s->c, PG_Q_PUT_AUDIT, &rows, err);
	hub_pg_rows_fini(&rows);
	if (!is_done)
		return false;
	(void)snprintf(seq, sizeof(seq), "%lld", (long long)s->img.seq);
	PGresult *res = hub_pg_query(&s->c, PG_Q_PUT_CHAIN, values, 2, err);
	PQclear(res);
	return res != NULL;
}

bool
hub_pg_flush(struct wk_hub_store *s, struct wk_err *err)
{
	if (!erase(s, err) || !flush_shares(s, err))
		return false;
	for (size_t i = 0; i < WK_LEN(flushes); i++)
		if (!flush_table(s, i, err))
			return false;
	return flush_chain(s, err);
}
