/* SPDX-License-Identifier: MIT */
/* Statements of the PostgreSQL store, parameters as arrays, rows as structs. */
#include <inttypes.h>
#include <stdlib.h>

#include "pg.h"

#define PG_SQL_TEXT(name, text) [PG_Q_##name] = text,
static const char *const texts[PG_QUERIES] = { PG_SQL(PG_SQL_TEXT) };

void
hub_pg_rows_init(struct pg_rows *r, size_t columns)
{
	memset(r, 0, sizeof(*r));
	r->columns = columns;
	for (size_t i = 0; i < columns; i++)
		wk_buf_init(&r->column[i]);
}

void
hub_pg_rows_fini(struct pg_rows *r)
{
	for (size_t i = 0; i < r->columns; i++)
		wk_buf_fini(&r->column[i]);
}

void
hub_pg_rows_clear(struct pg_rows *r)
{
	for (size_t i = 0; i < r->columns; i++)
		wk_buf_clear(&r->column[i]);
	r->rows = 0;
}

static struct wk_buf *
next(struct pg_rows *r, size_t column)
{
	struct wk_buf *b = &r->column[column];
	wk_buf_addc(b, r->rows == 0 ? '{' : ',');
	r->rows += column + 1 == r->columns;
	return b;
}

void
hub_pg_rows_text(struct pg_rows *r, size_t column, const char *v)
{
	struct wk_buf *b = next(r, column);
	if (v == NULL) {
		wk_buf_adds(b, "NULL");
		return;
	}
	wk_buf_addc(b, '"');
	for (; *v != '\0'; v++) {
		if (*v == '"' || *v == '\\')
			wk_buf_addc(b, '\\');
		wk_buf_addc(b, *v);
	}
	wk_buf_addc(b, '"');
}

void
hub_pg_rows_int(struct pg_rows *r, size_t column, int64_t v)
{
	wk_buf_addf(next(r, column), "%" PRId64, v);
}

void
hub_pg_hex(const uint8_t hash[32], char hex[65])
{
	for (size_t i = 0; i < 32; i++)
		(void)snprintf(hex + 2 * i, 3, "%02x", hash[i]);
}

void
hub_pg_rows_hash(struct pg_rows *r, size_t column, const uint8_t hash[32])
{
	char hex[65];
	hub_pg_hex(hash, hex);
	wk_buf_adds(next(r, column), hex);
}

/* Keeps the state and says what happened, without the dsn, which may hold a password. */
static void
fail(struct hub_pg *c, const PGresult *res, struct wk_err *err)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *said = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	if (said == NULL)
		said = PQerrorMessage(c->conn);
	if (state == NULL || PQstatus(c->conn) != CONNECTION_OK)
		state = "08000";
	(void)snprintf(c->state, sizeof(c->state), "%s", state);
	(void)wk_fail(err, WK_ERR_STORE, "PostgreSQL: %.*s (%s)",
	    (int)strcspn(said, "\n"), said, state);
}

static PGresult *
checked(struct hub_pg *c, PGresult *res, struct wk_err *err)
{
	ExecStatusType status = PQresultStatus(res);
	if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
		return res;
	fail(c, res, err);
	PQclear(res);
	return NULL;
}

PGresult *
hub_pg_query(struct hub_pg *c, enum pg_query q, const char *const *values, size_t n,
    struct wk_err *err)
{
	return checked(c, PQexecParams(c->conn, texts[q], (int)n, NULL, values, NULL,
	    NULL, 0), err);
}

PGresult *
hub_pg_query_rows(struct hub_pg *c, enum pg_query q, struct pg_rows *r,
    struct wk_err *err)
{
	const char *values[PG_COLUMNS];
	for (size_t i = 0; i < r->columns; i++) {
		wk_buf_adds(&r->column[i], r->rows == 0 ? "{}" : "}");
		values[i] = r->column[i].p;
	}
	PGresult *res = hub_pg_query(c, q, values, r->columns, err);
	hub_pg_rows_clear(r);
	return res;
}

bool
hub_pg_run(struct hub_pg *c, enum pg_query q, struct wk_err *err)
{
	PGresult *res = hub_pg_query(c, q, NULL, 0, err);
	PQclear(res);
	return res != NULL;
}

bool
hub_pg_run_rows(struct hub_pg *c, enum pg_query q, struct pg_rows *r, struct wk_err *err)
{
	if (r->rows == 0)
		return true;
	PGresult *res = hub_pg_query_rows(c, q, r, err);
	PQclear(res);
	return res != NULL;
}

bool
hub_pg_script(struct hub_pg *c, const char *sql, struct wk_err *err)
{
	PGresult *res = checked(c, PQexec(c->conn, sql), err);
	PQclear(res);
	return res != NULL;
}

const char *
hub_pg_text(const PGresult *res, int row, int column)
{
	return PQgetvalue(res, row, column);   /* "" for NULL */
}

int64_t
hub_pg_int(const PGresult *res, int row, int column, int64_t if_null)
{
	return PQgetisnull(res, row, column) ? if_null :
	    strtoll(PQgetvalue(res, row, column), NULL, 10);
}

void
hub_pg_read_person(const PGresult *res, int row, struct wk_hub_person *p)
{
	memset(p, 0, sizeof(*p));
	HUB_PG_COPY(p->id, res, row, 0);
	HUB_PG_COPY(p->display, res, row, 1);
	p->roles = (int)hub_pg_int(res, row, 2, 0);
	p->is_enrolled = hub_pg_int(res, row, 3, 0) != 0;
	p->created = hub_pg_int(res, row, 4, 0);
	p->consent.gen = hub_pg_int(res, row, 5, 0);
	p->consent.level = (enum wk_hub_level)hub_pg_int(res, row, 6, 0);
	p->consent.basis = (enum wk_hub_basis)hub_pg_int(res, row, 7, 0);
	p->consent.expires = (wk_date)hub_pg_int(res, row, 8, WK_DATE_NONE);
}

void
hub_pg_read_week(const PGresult *res, int row, struct wk_hub_week *w)
{
	memset(w, 0, sizeof(*w));
	HUB_PG_COPY(w->person, res, row, 0);
	w->week = (int)hub_pg_int(res, row, 1, 0);
	w->rev = hub_pg_int(res, row, 2, 0);
	HUB_PG_COPY(w->source, res, row, 3);
	w->level = (enum wk_hub_level)hub_pg_int(res, row, 4, WK_HUB_NONE);
	w->basis = (enum wk_hub_basis)hub_pg_int(res, row, 5, WK_HUB_WORK);
	w->band = (enum wk_hub_band)hub_pg_int(res, row, 6, WK_HUB_UNKNOWN);
	w->coverage = (int)hub_pg_int(res, row, 7, 0);
	w->is_retracted = hub_pg_int(res, row, 8, 0) != 0;
	w->received = hub_pg_int(res, row, 9, 0);
	w->computed_at = hub_pg_int(res, row, 10, 0);
	HUB_PG_COPY(w->indicators, res, row, 11);
}

static uint8_t
hex_value(char c)
{
	return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

void
hub_pg_read_token(const PGresult *res, int row, struct hub_token *t)
{
	const char *hex = hub_pg_text(res, row, 0);
	memset(t, 0, sizeof(*t));
	for (size_t i = 0; i < sizeof(t->hash) && strlen(hex) == 64; i++)
		t->hash[i] = (uint8_t)(hex_value(hex[2 * i]) << 4 |
		    hex_value(hex[2 * i + 1]));
	HUB_PG_COPY(t->person, res, row, 1);
	HUB_PG_COPY(t->token_id, res, row, 2);
	t->kind = (enum wk_hub_token_kind)hub_pg_int(res, row, 3, 0);
	t->expires = hub_pg_int(res, row, 4, 0);
}

void
hub_pg_read_audit(const PGresult *res, int row, struct wk_hub_audit *a)
{
	memset(a, 0, sizeof(*a));
	a->seq = hub_pg_int(res, row, 0, 0);
	a->at = hub_pg_int(res, row, 1, 0);
	HUB_PG_COPY(a->actor, res, row, 2);
	HUB_PG_COPY(a->action, res, row, 3);
	HUB_PG_COPY(a->subject, res, row, 4);
	HUB_PG_COPY(a->team, res, row, 5);
	HUB_PG_COPY(a->outcome, res, row, 6);
	a->week_from = (int)hub_pg_int(res, row, 7, 0);
	a->week_to = (int)hub_pg_int(res, row, 8, 0);
	HUB_PG_COPY(a->hash, res, row, 9);
	HUB_PG_COPY(a->actor_name, res, row, 10);
}
