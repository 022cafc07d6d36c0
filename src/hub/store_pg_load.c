/* SPDX-License-Identifier: MIT */
/* What a transaction is about, loaded in one statement a table and locked in one order:
 * people by id, teams by id, the audit chain. Tokens, weeks, shares and memberships
 * belong to a person and change only under that person's lock. */
#include <stdlib.h>

#include "pg.h"

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A set of names: sorted and unique when it is sent. */
struct names {
	const char **at;
	size_t n, cap;
};

static void
add_name(struct names *names, const char *name)
{
	names->at = wk_mem_grow(names->at, &names->cap, names->n + 1,
	    sizeof(*names->at));
	names->at[names->n++] = name;
}

static PGresult *
query_names(struct hub_pg *c, enum pg_query q, struct names *names, struct wk_err *err)
{
	struct pg_rows rows;
	hub_pg_rows_init(&rows, 1);
	if (names->n > 0)
		qsort(names->at, names->n, sizeof(*names->at), by_text);
	for (size_t i = 0; i < names->n; i++)
		if (i == 0 || strcmp(names->at[i], names->at[i - 1]) != 0)
			hub_pg_rows_text(&rows, 0, names->at[i]);
	PGresult *res = hub_pg_query_rows(c, q, &rows, err);
	hub_pg_rows_fini(&rows);
	return res;
}

/* What all the ops need, gathered. */
struct wanted {
	struct names people, with_shares, with_weeks, teams;
	struct pg_rows hashes, weeks, members;
	PGresult *owners; /* of tokens; names point into it */
	bool has_owner, has_chain;
};

static void
gather_one(struct wanted *w, const struct wk_hub_op *op)
{
	struct hub_needs needs;
	hub_engine_needs(op, &needs);
	for (size_t i = 0; i < WK_LEN(needs.hash); i++)
		if (needs.hash[i] != NULL)
			hub_pg_rows_hash(&w->hashes, 0, needs.hash[i]);
	if (needs.person != NULL)
		add_name(&w->people, needs.person);
	if (needs.has_shares)
		add_name(&w->with_shares, needs.person);
	if (needs.has_weeks)
		add_name(&w->with_weeks, needs.person);
	if (needs.team != NULL)
		add_name(&w->teams, needs.team);
	if (needs.week != 0) {
		hub_pg_rows_text(&w->weeks, 0, needs.person);
		hub_pg_rows_int(&w->weeks, 1, needs.week);
	}
	if (needs.is_member) {
		hub_pg_rows_text(&w->members, 0, needs.team);
		hub_pg_rows_text(&w->members, 1, needs.person);
	}
	w->has_owner |= needs.hash[0] != NULL;
	w->has_chain |= needs.has_chain;
}

static void
gather(struct wanted *w, const struct wk_hub_op *ops, size_t n)
{
	memset(w, 0, sizeof(*w));
	hub_pg_rows_init(&w->hashes, 1);
	hub_pg_rows_init(&w->weeks, 2);
	hub_pg_rows_init(&w->members, 2);
	for (size_t i = 0; i < n; i++)
		gather_one(w, &ops[i]);
}

static void
forget(struct wanted *w)
{
	wk_mem_free(w->people.at);
	wk_mem_free(w->with_shares.at);
	wk_mem_free(w->with_weeks.at);
	wk_mem_free(w->teams.at);
	hub_pg_rows_fini(&w->hashes);
	hub_pg_rows_fini(&w->weeks);
	hub_pg_rows_fini(&w->members);
	PQclear(w->owners);
}

/* Whose tokens they are, before their owners are locked; what the tokens say is read
 * after. */
static bool
load_owners(struct wk_hub_store *s, struct wanted *w, const struct pg_rows *hashes,
    struct wk_err *err)
{
	struct pg_rows copy;
	if (!w->has_owner)
		return true;
	hub_pg_rows_init(&copy, 1);
	wk_buf_adds(&copy.column[0], hashes->column[0].p);
	copy.rows = hashes->rows;
	w->owners = hub_pg_query_rows(&s->c, PG_Q_OWNERS, &copy, err);
	hub_pg_rows_fini(&copy);
	if (w->owners == NULL)
		return false;
	for (int i = 0; i < PQntuples(w->owners); i++)
		add_name(&w->people, hub_pg_text(w->owners, i, 0));
	return true;
}

static bool
load_people(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	if (w->people.n == 0)
		return true;
	PGresult *res = query_names(&s->c, PG_Q_PERSONS, &w->people, err);
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		struct hub_person row = { 0 };
		hub_pg_read_person(res, i, &row.p);
		(void)hub_image_load(&s->img, HUB_PERSON, &row);
	}
	PQclear(res);
	return res != NULL;
}

static bool
load_shares(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	if (w->with_shares.n == 0)
		return true;
	PGresult *res = query_names(&s->c, PG_Q_SHARES, &w->with_shares, err);
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		struct hub_person *p = hub_image_get(&s->img, HUB_PERSON,
		    (struct hub_key){ .person = hub_pg_text(res, i, 0) });
		if (p == NULL || p->p.consent.count >= WK_HUB_TEAMS)
			continue;
		struct wk_hub_share *share =
		    &p->p.consent.shares[p->p.consent.count++];
		HUB_PG_COPY(share->team, res, i, 1);
		share->visibility = (enum wk_hub_visibility)hub_pg_int(res, i, 2, 0);
	}
	PQclear(res);
	return res != NULL;
}

static bool
keep_weeks(struct wk_hub_store *s, PGresult *res)
{
	struct hub_week row = { 0 };
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		hub_pg_read_week(res, i, &row.w);
		(void)hub_image_load(&s->img, HUB_WEEK, &row);
	}
	PQclear(res);
	return res != NULL;
}

static bool
load_weeks(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	if (w->weeks.rows > 0 && !keep_weeks(s,
	    hub_pg_query_rows(&s->c, PG_Q_WEEKS, &w->weeks, err)))
		return false;
	return w->with_weeks.n == 0 || keep_weeks(s,
	    query_names(&s->c, PG_Q_WEEKS_OF, &w->with_weeks, err));
}

static bool
load_tokens(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	struct hub_token row;
	if (w->hashes.rows == 0)
		return true;
	PGresult *res = hub_pg_query_rows(&s->c, PG_Q_TOKENS, &w->hashes, err);
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		hub_pg_read_token(res, i, &row);
		(void)hub_image_load(&s->img, HUB_TOKEN, &row);
	}
	PQclear(res);
	return res != NULL;
}

static bool
load_teams(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	if (w->teams.n == 0)
		return true;
	PGresult *res = query_names(&s->c, PG_Q_TEAMS, &w->teams, err);
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		struct hub_team row = { 0 };
		HUB_PG_COPY(row.t.id, res, i, 0);
		HUB_PG_COPY(row.t.name, res, i, 1);
		row.t.k_min = (int)hub_pg_int(res, i, 2, 0);
		(void)hub_image_load(&s->img, HUB_TEAM, &row);
	}
	PQclear(res);
	return res != NULL;
}

static bool
load_members(struct wk_hub_store *s, struct wanted *w, struct wk_err *err)
{
	if (w->members.rows == 0)
		return true;
	PGresult *res = hub_pg_query_rows(&s->c, PG_Q_MEMBERS, &w->members, err);
	for (int i = 0; res != NULL && i < PQntuples(res); i++) {
		struct hub_member row = { 0 };
		HUB_PG_COPY(row.team, res, i, 0);
		HUB_PG_COPY(row.person, res, i, 1);
		row.role = (enum wk_hub_role)hub_pg_int(res, i, 2, 0);
		(void)hub_image_load(&s->img, HUB_MEMBER_TABLE, &row);
	}
	PQclear(res);
	return res != NULL;
}

static bool
load_chain(struct wk_hub_store *s, const struct wanted *w, struct wk_err *err)
{
	if (!w->has_chain)
		return true;
	PGresult *res = hub_pg_query(&s->c, PG_Q_CHAIN, NULL, 0, err);
	bool is_there = res != NULL && PQntuples(res) == 1;
	if (is_there) {
		s->img.seq = hub_pg_int(res, 0, 0, 0);
		HUB_PG_COPY(s->img.hash, res, 0, 1);
	}
	PQclear(res);
	return is_there;
}

bool
hub_pg_load(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_err *err)
{
	struct wanted w;
	gather(&w, ops, n);
	bool is_done = load_owners(s, &w, &w.hashes, err) && load_people(s, &w, err) &&
	    load_shares(s, &w, err) && load_weeks(s, &w, err) &&
	    load_tokens(s, &w, err) && load_teams(s, &w, err) &&
	    load_members(s, &w, err) && load_chain(s, &w, err);
	forget(&w);
	return is_done;
}
