/* SPDX-License-Identifier: MIT */
/* Connections to PostgreSQL, and the schema. Encryption and its checks are the dsn's:
 * postgres://hub@db/wick?sslmode=verify-full. Once the schema stands, a role that may
 * only read and write rows is enough. */
#include "pg.h"

static const struct wk_hub_migration {
	int version;
	const char *sql;
} migrations[] = {
#include "hub_pg_schema.h"
};

enum wk_rc
hub_pg_connect(struct hub_pg *c, struct wk_err *err)
{
	const char *keys[] = { "dbname", "connect_timeout", "fallback_application_name",
		NULL };
	const char *values[] = { c->dsn, "3", "wick-hub", NULL };
	PQfinish(c->conn);
	c->conn = PQconnectdbParams(keys, values, 1);
	if (PQstatus(c->conn) != CONNECTION_OK) {
		const char *said = PQerrorMessage(c->conn);
		(void)snprintf(c->state, sizeof(c->state), "08001");
		return wk_fail(err, WK_ERR_STORE, "PostgreSQL cannot be reached: %.*s",
		    (int)strcspn(said, "\n"), said);
	}
	return hub_pg_run(c, PG_Q_SETTINGS, err) ? WK_OK : WK_ERR_STORE;
}

static bool
read_version(struct hub_pg *c, int64_t *out, struct wk_err *err)
{
	PGresult *res = hub_pg_query(c, PG_Q_HAS_META, NULL, 0, err);
	*out = 0;
	if (res == NULL)
		return false;
	bool has_meta = hub_pg_text(res, 0, 0)[0] == 't';
	PQclear(res);
	if (!has_meta)
		return true;
	res = hub_pg_query(c, PG_Q_VERSION, NULL, 0, err);
	if (res == NULL)
		return false;
	if (PQntuples(res) > 0)
		*out = hub_pg_int(res, 0, 0, 0);
	PQclear(res);
	return true;
}

static bool
migrate_one(struct hub_pg *c, size_t i, struct wk_err *err)
{
	char version[16];
	const char *values[] = { version };
	(void)snprintf(version, sizeof(version), "%d", migrations[i].version);
	if (!hub_pg_run(c, PG_Q_BEGIN, err))
		return false;
	bool is_done = hub_pg_script(c, migrations[i].sql, err);
	if (is_done) {
		PGresult *res = hub_pg_query(c, PG_Q_VERSION_PUT, values, 1, err);
		is_done = res != NULL;
		PQclear(res);
	}
	return hub_pg_run(c, is_done ? PG_Q_COMMIT : PG_Q_ROLLBACK,
	    is_done ? err : NULL) && is_done;
}

/* Two hubs that start at once take turns. */
static enum wk_rc
migrate(struct hub_pg *c, struct wk_err *err)
{
	int64_t have = 0;
	int newest = migrations[WK_LEN(migrations) - 1].version;
	if (!hub_pg_run(c, PG_Q_LOCK, err) || !read_version(c, &have, err))
		return WK_ERR_STORE;
	enum wk_rc rc = have <= newest ? WK_OK : wk_fail(err, WK_ERR_STORE,
	    "the database is of version %lld, newer than this wick-hub's %d; use a "
	    "newer one", (long long)have, newest);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(migrations); i++)
		if (migrations[i].version > have && !migrate_one(c, i, err))
			rc = WK_ERR_STORE;
	(void)hub_pg_run(c, PG_Q_UNLOCK, NULL);
	return rc;
}

static void
close_connection(struct hub_pg *c)
{
	PQfinish(c->conn);
	wk_mem_free(c->dsn);
}

enum wk_rc
hub_pg_open(const char *dsn, struct wk_hub_store **out, struct wk_err *err)
{
	struct wk_hub_store *s = wk_mem_alloc(sizeof(*s));
	s->c.dsn = wk_mem_strdup(dsn);
	enum wk_rc rc = hub_pg_connect(&s->c, err);
	if (rc == WK_OK)
		rc = migrate(&s->c, err);
	if (rc != WK_OK) {
		hub_pg_close(s);
		return rc;
	}
	*out = s;
	return WK_OK;
}

void
hub_pg_close(struct wk_hub_store *s)
{
	close_connection(&s->c);
	wk_mem_free(s);
}

enum wk_rc
hub_pg_reader(struct wk_hub_store *s, struct wk_hub_reader **out, struct wk_err *err)
{
	struct wk_hub_reader *r = wk_mem_alloc(sizeof(*r));
	r->c.dsn = wk_mem_strdup(s->c.dsn);
	enum wk_rc rc = hub_pg_connect(&r->c, err);
	if (rc != WK_OK) {
		hub_pg_reader_close(r);
		return rc;
	}
	*out = r;
	return WK_OK;
}

void
hub_pg_reader_close(struct wk_hub_reader *r)
{
	close_connection(&r->c);
	wk_mem_free(r);
}
