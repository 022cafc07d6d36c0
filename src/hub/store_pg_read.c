/* SPDX-License-Identifier: MIT */
/* Reading from PostgreSQL. A line that was cut is taken up again once: reading twice does
 * no harm. */
#include <limits.h>

#include "pg.h"

static PGresult *
ask(struct wk_hub_reader *r, enum pg_query q, const char *const *values, size_t n,
    struct wk_err *err)
{
	PGresult *res = hub_pg_query(&r->c, q, values, n, err);
	if (res != NULL || PQstatus(r->c.conn) == CONNECTION_OK)
		return res;
	return hub_pg_connect(&r->c, err) == WK_OK ?
	    hub_pg_query(&r->c, q, values, n, err) : NULL;
}

/* Numbers as text, for parameters. */
struct number {
	char text[24];
};

static const char *
text_of(struct number *n, int64_t v)
{
	(void)snprintf(n->text, sizeof(n->text), "%lld", (long long)v);
	return n->text;
}

enum wk_rc
hub_pg_token(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
    struct wk_hub_principal *out, struct wk_err *err)
{
	char hex[65];
	struct number at = { 0 };
	const char *values[] = { hex, text_of(&at, now) };
	hub_pg_hex(hash, hex);
	PGresult *res = ask(r, PG_Q_PRINCIPAL, values, 2, err);
	if (res == NULL)
		return WK_ERR_STORE;
	bool is_there = PQntuples(res) > 0;
	if (is_there) {
		memset(out, 0, sizeof(*out));
		HUB_PG_COPY(out->person, res, 0, 0);
		HUB_PG_COPY(out->display, res, 0, 1);
		out->roles = (int)hub_pg_int(res, 0, 2, 0);
		HUB_PG_COPY(out->token_id, res, 0, 3);
		out->kind = (enum wk_hub_token_kind)hub_pg_int(res, 0, 4, 0);
		out->expires = hub_pg_int(res, 0, 5, 0);
	}
	PQclear(res);
	return is_there ? WK_OK : WK_ERR_NOTFOUND;
}

enum wk_rc
hub_pg_person(struct wk_hub_reader *r, const char *id, struct wk_hub_person *out,
    struct wk_err *err)
{
	PGresult *res = ask(r, PG_Q_PERSON, &id, 1, err);
	if (res == NULL)
		return WK_ERR_STORE;
	bool is_there = PQntuples(res) > 0;
	if (is_there)
		hub_pg_read_person(res, 0, out);
	for (int i = 0; i < PQntuples(res) && out->consent.count < WK_HUB_TEAMS; i++) {
		if (PQgetisnull(res, i, 9))
			continue;
		struct wk_hub_share *s = &out->consent.shares[out->consent.count++];
		HUB_PG_COPY(s->team, res, i, 9);
		s->visibility = (enum wk_hub_visibility)hub_pg_int(res, i, 10, 0);
	}
	PQclear(res);
	return is_there ? WK_OK : WK_ERR_NOTFOUND;
}

enum wk_rc
hub_pg_weeks(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err)
{
	struct number from = { 0 }, to = { 0 }, limit = { 0 };
	int last = q->to == 0 ? INT_MAX : q->to;
	const char *values[] = { q->person, text_of(&from, q->from),
		text_of(&to, q->before == 0 ? last : WK_MIN(last, q->before - 1)),
		q->with_retracted ? "1" : "0", text_of(&limit, (int64_t)q->limit) };
	PGresult *res = ask(r, PG_Q_WEEKS_PAGE, values, WK_LEN(values), err);
	if (res == NULL)
		return WK_ERR_STORE;
	*n = (size_t)PQntuples(res);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_week, *n + 1);
	for (size_t i = 0; i < *n; i++)
		hub_pg_read_week(res, (int)i, &(*out)[i]);
	PQclear(res);
	return WK_OK;
}

static PGresult *
ask_team(struct wk_hub_reader *r, enum pg_query which, const struct wk_hub_grid_query *q,
    struct wk_err *err)
{
	struct number from = { 0 }, to = { 0 }, today = { 0 };
	const char *values[] = { q->team, text_of(&from, q->from), text_of(&to, q->to),
		text_of(&today, q->today) };
	return ask(r, which, values, WK_LEN(values), err);
}

enum wk_rc
hub_pg_grid(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err)
{
	PGresult *res = ask_team(r, PG_Q_GRID, q, err);
	if (res == NULL)
		return WK_ERR_STORE;
	*n = (size_t)PQntuples(res);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_cell, *n + 1);
	for (int i = 0; i < PQntuples(res); i++) {
		struct wk_hub_cell *cell = &(*out)[i];
		HUB_PG_COPY(cell->person, res, i, 0);
		HUB_PG_COPY(cell->display, res, i, 1);
		cell->week = (int)hub_pg_int(res, i, 2, 0);
		cell->band = (enum wk_hub_band)hub_pg_int(res, i, 3, WK_HUB_UNKNOWN);
		cell->coverage = (int)hub_pg_int(res, i, 4, 0);
	}
	PQclear(res);
	return WK_OK;
}

enum wk_rc
hub_pg_reports(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_report **out, size_t *n, struct wk_err *err)
{
	PGresult *res = ask_team(r, PG_Q_REPORTS, q, err);
	if (res == NULL)
		return WK_ERR_STORE;
	*n = (size_t)PQntuples(res);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_report, *n + 1);
	for (int i = 0; i < PQntuples(res); i++) {
		const char *body = hub_pg_text(res, i, 2);
		(*out)[i].week = (int)hub_pg_int(res, i, 0, 0);
		(*out)[i].band = (enum wk_hub_band)hub_pg_int(res, i, 1, 0);
		(*out)[i].pages = wk_hub_indicator_of(body, WK_HUB_PAGES);
		(*out)[i].night_pages = wk_hub_indicator_of(body, WK_HUB_NIGHT_PAGES);
	}
	PQclear(res);
	return WK_OK;
}

enum wk_rc
hub_pg_teams(struct wk_hub_reader *r, const char *person, const char *team,
    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err)
{
	const char *values[] = { person, team };
	PGresult *res = ask(r, PG_Q_TEAMS_OF, values, 2, err);
	if (res == NULL)
		return WK_ERR_STORE;
	*n = (size_t)PQntuples(res);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_team, *n + 1);
	for (int i = 0; i < PQntuples(res); i++) {
		HUB_PG_COPY((*out)[i].id, res, i, 0);
		HUB_PG_COPY((*out)[i].name, res, i, 1);
		(*out)[i].k_min = (int)hub_pg_int(res, i, 2, 0);
		(*out)[i].role = (enum wk_hub_role)hub_pg_int(res, i, 3, 0);
	}
	PQclear(res);
	return WK_OK;
}

enum wk_rc
hub_pg_may_see(struct wk_hub_reader *r, const char *reader, const char *person,
    wk_date today, char team[WK_HUB_ID], struct wk_err *err)
{
	struct number day = { 0 };
	const char *values[] = { reader, person, text_of(&day, today) };
	PGresult *res = ask(r, PG_Q_MAY_SEE, values, WK_LEN(values), err);
	if (res == NULL)
		return WK_ERR_STORE;
	bool is_there = PQntuples(res) > 0;
	if (is_there)
		(void)snprintf(team, WK_HUB_ID, "%s", hub_pg_text(res, 0, 0));
	PQclear(res);
	return is_there ? WK_OK : WK_ERR_NOTFOUND;
}

enum wk_rc
hub_pg_audit(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err)
{
	struct number before = { 0 }, limit = { 0 };
	const char *values[] = { text_of(&before, q->before_seq == 0 ? INT64_MAX :
	    q->before_seq), text_of(&limit, (int64_t)q->limit), q->subject };
	PGresult *res = ask(r, q->subject == NULL ? PG_Q_AUDIT_ALL : PG_Q_AUDIT_OF,
	    values, q->subject == NULL ? 2 : 3, err);
	if (res == NULL)
		return WK_ERR_STORE;
	*n = (size_t)PQntuples(res);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_audit, *n + 1);
	for (size_t i = 0; i < *n; i++)
		hub_pg_read_audit(res, (int)i, &(*out)[i]);
	PQclear(res);
	return WK_OK;
}

/* PostgreSQL has no one write lock to wait for: it is ready when it takes writes. */
enum wk_rc
hub_pg_ping(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err)
{
	(void)timeout_ms;
	PGresult *res = ask(r, PG_Q_PING, NULL, 0, err);
	bool is_ready = res != NULL && hub_pg_text(res, 0, 0)[0] == 't';
	PQclear(res);
	return is_ready ? WK_OK : WK_ERR_STORE;
}
