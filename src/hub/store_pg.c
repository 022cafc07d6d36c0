/* SPDX-License-Identifier: MIT */
/* The store in PostgreSQL: one transaction for what is queued, tried twice when the
 * server asks for it, and the table of functions. Hubs are alike and keep nothing:
 * several may work on one database. */
#include "pg.h"

/* Tried again at once: serialization, deadlock, a row that another hub made first, an
 * administrator's restart, a cut line. */
static const char *const again[] = { "40001", "40P01", "23505", "57P01", "57P02", "57P03",
	"08" };
/* Passes by itself later: also resources and locks. */
static const char *const later[] = { "40", "23505", "57", "08", "53", "55", "25P03",
	"25006" };

static bool
is_among(const char *state, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (wk_text_starts(state, list[i]))
			return true;
	return false;
}

static bool
purge_one(struct wk_hub_store *s, enum pg_query q, int64_t before, const char *tombstone,
    int64_t *gone, struct wk_err *err)
{
	char at[24];
	const char *values[] = { at, tombstone };
	(void)snprintf(at, sizeof(at), "%lld", (long long)before);
	PGresult *res = hub_pg_query(&s->c, q, values, tombstone == NULL ? 1 : 2, err);
	long n = 0;
	if (res != NULL && wk_text_parse_int(PQcmdTuples(res), 0, INT32_MAX, &n))
		*gone = n;
	PQclear(res);
	return res != NULL;
}

static bool
purge(struct wk_hub_store *s, const struct wk_hub_op *op, struct wk_hub_result *out,
    struct wk_err *err)
{
	char tombstone[24];
	int64_t others;
	memset(out, 0, sizeof(*out));
	out->outcome = WK_HUB_DONE;
	(void)snprintf(tombstone, sizeof(tombstone), "%lld",
	    (long long)op->u.purge.tombstone_before);
	return purge_one(s, PG_Q_PURGE_WEEKS, op->u.purge.week_before, tombstone,
	    &out->erased, err) &&
	    purge_one(s, PG_Q_PURGE_TOKENS, op->u.purge.token_before, NULL, &others,
	    err) &&
	    purge_one(s, PG_Q_PURGE_AUDIT, op->u.purge.audit_before, NULL, &others, err);
}

static bool
apply_run(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	hub_image_init(&s->img);
	bool is_done = hub_pg_load(s, ops, n, err);
	for (size_t i = 0; is_done && i < n; i++)
		hub_engine_apply(&s->img, &ops[i], &out[i]);
	is_done = is_done && hub_pg_flush(s, err);
	hub_image_fini(&s->img);
	return is_done;
}

static bool
apply_all(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	bool is_done = true;
	for (size_t i = 0; is_done && i < n;) {
		size_t run = 0;
		while (i + run < n && ops[i + run].verb != WK_HUB_OP_PURGE)
			run++;
		is_done = run == 0 ? purge(s, &ops[i], &out[i], err) :
		    apply_run(s, &ops[i], run, &out[i], err);
		i += run == 0 ? 1 : run;
	}
	return is_done;
}

static bool
attempt(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	if (PQstatus(s->c.conn) != CONNECTION_OK && hub_pg_connect(&s->c, err) != WK_OK)
		return false;
	if (hub_pg_run(&s->c, PG_Q_BEGIN, err) && apply_all(s, ops, n, out, err) &&
	    hub_pg_run(&s->c, PG_Q_COMMIT, err))
		return true;
	char state[sizeof(s->c.state)];
	memcpy(state, s->c.state, sizeof(state));
	if (PQstatus(s->c.conn) == CONNECTION_OK)
		(void)hub_pg_run(&s->c, PG_Q_ROLLBACK, NULL);
	memcpy(s->c.state, state, sizeof(state));
	return false;
}

/* A commit whose answer was lost is tried again too: each op gives the same result when
 * it comes twice. Only an audit row may then stand there twice. */
static enum wk_hub_store_rc
apply(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	if (attempt(s, ops, n, out, err))
		return WK_HUB_STORE_OK;
	if (is_among(s->c.state, again, WK_LEN(again)) && attempt(s, ops, n, out, err))
		return WK_HUB_STORE_OK;
	return is_among(s->c.state, later, WK_LEN(later)) ? WK_HUB_STORE_BUSY :
	    WK_HUB_STORE_FATAL;
}

static enum wk_rc
backup(struct wk_hub_store *s, const char *path, struct wk_err *err)
{
	(void)s;
	return wk_fail(err, WK_ERR_INPUT, "%.120s: a PostgreSQL database is copied with "
	    "pg_dump", path);
}

/* ---- dump ---- */
/* Shares come sorted as their people do: at is where the next person's begin. */
static void
dump_people(const PGresult *people, const PGresult *shares, struct wk_buf *out)
{
	struct wk_hub_person p;
	int at = 0, n = PQntuples(shares);
	for (int i = 0; i < PQntuples(people); i++) {
		hub_pg_read_person(people, i, &p);
		while (at < n && strcmp(hub_pg_text(shares, at, 0), p.id) < 0)
			at++;
		for (; at < n && strcmp(hub_pg_text(shares, at, 0), p.id) == 0 &&
		    p.consent.count < WK_HUB_TEAMS; at++) {
			struct wk_hub_share *s = &p.consent.shares[p.consent.count++];
			HUB_PG_COPY(s->team, shares, at, 1);
			s->visibility =
			    (enum wk_hub_visibility)hub_pg_int(shares, at, 2, 0);
		}
		hub_dump_person(out, &p);
	}
}

static void
put_week(const PGresult *res, int row, struct wk_buf *out)
{
	struct wk_hub_week w;
	hub_pg_read_week(res, row, &w);
	hub_dump_week(out, &w);
}

static void
put_token(const PGresult *res, int row, struct wk_buf *out)
{
	struct hub_token t;
	hub_pg_read_token(res, row, &t);
	hub_dump_token(out, &t);
}

static void
put_team(const PGresult *res, int row, struct wk_buf *out)
{
	struct wk_hub_team t = { 0 };
	HUB_PG_COPY(t.id, res, row, 0);
	HUB_PG_COPY(t.name, res, row, 1);
	t.k_min = (int)hub_pg_int(res, row, 2, 0);
	hub_dump_team(out, &t);
}

static void
put_member(const PGresult *res, int row, struct wk_buf *out)
{
	struct hub_member m = { 0 };
	HUB_PG_COPY(m.team, res, row, 0);
	HUB_PG_COPY(m.person, res, row, 1);
	m.role = (enum wk_hub_role)hub_pg_int(res, row, 2, 0);
	hub_dump_member(out, &m);
}

static void
put_audit(const PGresult *res, int row, struct wk_buf *out)
{
	struct wk_hub_audit a;
	hub_pg_read_audit(res, row, &a);
	hub_dump_audit(out, &a);
}

static bool
dump_tables(struct hub_pg *c, struct wk_buf *out, struct wk_err *err)
{
	static const struct {
		enum pg_query query;
		void (*put)(const PGresult *res, int row, struct wk_buf *out);
	} tables[] = {
		{ PG_Q_DUMP_WEEKS, put_week },
		{ PG_Q_DUMP_TOKENS, put_token },
		{ PG_Q_DUMP_TEAMS, put_team },
		{ PG_Q_DUMP_MEMBERS, put_member },
		{ PG_Q_DUMP_AUDIT, put_audit },
	};
	for (size_t t = 0; t < WK_LEN(tables); t++) {
		PGresult *res = hub_pg_query(c, tables[t].query, NULL, 0, err);
		if (res == NULL)
			return false;
		for (int i = 0; i < PQntuples(res); i++)
			tables[t].put(res, i, out);
		PQclear(res);
	}
	return true;
}

static enum wk_rc
dump(struct wk_hub_store *s, struct wk_buf *out, struct wk_err *err)
{
	if (!hub_pg_run(&s->c, PG_Q_BEGIN_READ, err))
		return WK_ERR_STORE;
	PGresult *people = hub_pg_query(&s->c, PG_Q_DUMP_PERSONS, NULL, 0, err);
	PGresult *shares = people == NULL ? NULL :
	    hub_pg_query(&s->c, PG_Q_DUMP_SHARES, NULL, 0, err);
	bool is_done = shares != NULL;
	if (is_done) {
		dump_people(people, shares, out);
		is_done = dump_tables(&s->c, out, err);
	}
	PQclear(people);
	PQclear(shares);
	(void)hub_pg_run(&s->c, PG_Q_ROLLBACK, NULL);
	return is_done ? WK_OK : WK_ERR_STORE;
}

const struct wk_hub_store_ops wk_hub_store_pg = {
	.scheme = "postgres",
	.open = hub_pg_open,
	.close = hub_pg_close,
	.apply = apply,
	.backup = backup,
	.dump = dump,
	.reader = hub_pg_reader,
	.reader_close = hub_pg_reader_close,
	.token = hub_pg_token,
	.person = hub_pg_person,
	.weeks = hub_pg_weeks,
	.grid = hub_pg_grid,
	.reports = hub_pg_reports,
	.teams = hub_pg_teams,
	.may_see = hub_pg_may_see,
	.audit = hub_pg_audit,
	.ping = hub_pg_ping,
};
