/* SPDX-License-Identifier: MIT */
/* What the files of the PostgreSQL store share. */
#pragma once

#include <postgresql/libpq-fe.h>

#include "image.h"
#include "pg_sql.h"

enum { PG_COLUMNS = 12 };

struct hub_pg { /* one connection */
	PGconn *conn;
	char *dsn;
	char state[6]; /* SQLSTATE of the last failure; "08000" when the line is cut */
};
struct wk_hub_store {
	struct hub_pg c;
	struct hub_image img; /* of one transaction */
};
struct wk_hub_reader {
	struct hub_pg c;
};

/* ---- store_pg_row.c ---- */
/* Parameters: plain values, or arrays of one value a row. */
struct pg_rows {
	struct wk_buf column[PG_COLUMNS];
	size_t columns, rows;
};
void hub_pg_rows_init(struct pg_rows *r, size_t columns);
void hub_pg_rows_fini(struct pg_rows *r);
void hub_pg_rows_clear(struct pg_rows *r);
/* In the order of the columns; the last one ends the row. NULL is NULL. */
void hub_pg_rows_text(struct pg_rows *r, size_t column, const char *v);
void hub_pg_rows_int(struct pg_rows *r, size_t column, int64_t v);
void hub_pg_rows_hash(struct pg_rows *r, size_t column, const uint8_t hash[32]);
/* NULL and *err on failure; PQclear is the caller's. */
PGresult *hub_pg_query(struct hub_pg *c, enum pg_query q, const char *const *values,
    size_t n, struct wk_err *err);
PGresult *hub_pg_query_rows(struct hub_pg *c, enum pg_query q, struct pg_rows *r,
    struct wk_err *err);
/* A statement whose rows nobody wants; false: it failed. */
bool hub_pg_run(struct hub_pg *c, enum pg_query q, struct wk_err *err);
/* No rows: nothing is sent. */
bool hub_pg_run_rows(struct hub_pg *c, enum pg_query q, struct pg_rows *r,
    struct wk_err *err);
bool hub_pg_script(struct hub_pg *c, const char *sql, struct wk_err *err);
const char *hub_pg_text(const PGresult *res, int row, int column); /* "" for NULL */
int64_t hub_pg_int(const PGresult *res, int row, int column, int64_t if_null);
void hub_pg_read_person(const PGresult *res, int row, struct wk_hub_person *p);
void hub_pg_read_week(const PGresult *res, int row, struct wk_hub_week *w);
void hub_pg_read_token(const PGresult *res, int row, struct hub_token *t);
void hub_pg_read_audit(const PGresult *res, int row, struct wk_hub_audit *a);
void hub_pg_hex(const uint8_t hash[32], char hex[65]);
#define HUB_PG_COPY(out, res, row, column) \
	(void)snprintf((out), sizeof(out), "%s", hub_pg_text((res), (row), (column)))

/* ---- store_pg_open.c ---- */
enum wk_rc hub_pg_connect(struct hub_pg *c, struct wk_err *err);
enum wk_rc hub_pg_open(const char *dsn, struct wk_hub_store **out, struct wk_err *err);
void hub_pg_close(struct wk_hub_store *s);
enum wk_rc hub_pg_reader(struct wk_hub_store *s, struct wk_hub_reader **out,
    struct wk_err *err);
void hub_pg_reader_close(struct wk_hub_reader *r);

/* ---- store_pg_load.c, store_pg_flush.c ---- */
bool hub_pg_load(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_err *err);
bool hub_pg_flush(struct wk_hub_store *s, struct wk_err *err);

/* ---- store_pg_read.c ---- */
enum wk_rc hub_pg_token(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
    struct wk_hub_principal *out, struct wk_err *err);
enum wk_rc hub_pg_person(struct wk_hub_reader *r, const char *id,
    struct wk_hub_person *out, struct wk_err *err);
enum wk_rc hub_pg_weeks(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err);
enum wk_rc hub_pg_grid(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err);
enum wk_rc hub_pg_reports(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_report **out, size_t *n, struct wk_err *err);
enum wk_rc hub_pg_teams(struct wk_hub_reader *r, const char *person, const char *team,
    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err);
enum wk_rc hub_pg_may_see(struct wk_hub_reader *r, const char *reader, const char *person,
    wk_date today, char team[WK_HUB_ID], struct wk_err *err);
enum wk_rc hub_pg_audit(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err);
enum wk_rc hub_pg_ping(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err);
