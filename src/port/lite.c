/* SPDX-License-Identifier: MIT */
/* The one file of the importers that knows SQLite. */
#include <sqlite3.h>

#include "lite.h"

#define HEAP_MAX ((sqlite3_int64)96 << 20)

struct wk_lite {
	struct wk_port *port;
	sqlite3 *db;
};
struct wk_lite_row {
	sqlite3_stmt *q;
};

bool
wk_port_detect_lite(const char *p, size_t n, const char *const *tables)
{
	static const char head[] = "SQLite format 3";
	bool ok = n >= 100 && memcmp(p, head, sizeof(head)) == 0;
	for (; ok && *tables != NULL; tables++)
		ok = memmem(p, n, *tables, strlen(*tables)) != NULL;
	return ok;
}

/* It would open the source of random numbers later. */
void
wk_port_lite_prepare(struct wk_port *port, struct wk_arena *a)
{
	unsigned char byte;
	(void)port;
	(void)a;
	(void)sqlite3_initialize();
	sqlite3_randomness(1, &byte);
}

static struct wk_lite *
refuse(struct wk_lite *l)
{
	wk_port_error(l->port, 0, "the database cannot be read: %.120s",
	    l->db == NULL ? "it is too short" : sqlite3_errmsg(l->db));
	wk_lite_close(l);
	return NULL;
}

struct wk_lite *
wk_lite_open(struct wk_port *port)
{
	static const char settings[] = "PRAGMA temp_store=2; PRAGMA cell_size_check=1; "
	    "PRAGMA trusted_schema=0; PRAGMA query_only=1";
	struct wk_lite *l = wk_mem_alloc(sizeof(*l));
	l->port = port;
	if (port->n < 512)
		return refuse(l);
	unsigned char *image = (unsigned char *)(uintptr_t)port->p;
	if (image[18] == 2 && image[19] == 2) {
		wk_port_note(port, "the database has a log beside it (-wal): what is "
		    "only there is missing");
		image[18] = image[19] = 1;      /* a log beside it cannot be there */
	}
	(void)sqlite3_hard_heap_limit64(HEAP_MAX);
	if (sqlite3_open_v2(":memory:", &l->db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL) !=
	    SQLITE_OK ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL) !=
	    SQLITE_OK ||
	    sqlite3_deserialize(l->db, "main", image, (sqlite3_int64)port->n,
	    (sqlite3_int64)port->n, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
		return refuse(l);
	(void)sqlite3_limit(l->db, SQLITE_LIMIT_LENGTH, (int)WK_PORT_LINE_MAX);
	(void)sqlite3_limit(l->db, SQLITE_LIMIT_ATTACHED, 0);
	if (sqlite3_exec(l->db, settings, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_exec(l->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) !=
	    SQLITE_OK)
		return refuse(l);
	return l;
}

void
wk_lite_close(struct wk_lite *l)
{
	if (l != NULL)
		(void)sqlite3_close(l->db);
	wk_mem_free(l);
}

static bool
is_there(struct wk_lite *l, const char *sql, const char *a, size_t a_len, const char *b)
{
	sqlite3_stmt *q = NULL;
	bool found = false;
	if (sqlite3_prepare_v2(l->db, sql, -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(q, 1, a, (int)a_len, SQLITE_STATIC) == SQLITE_OK &&
	    (b == NULL || sqlite3_bind_text(q, 2, b, -1, SQLITE_STATIC) == SQLITE_OK))
		found = sqlite3_step(q) == SQLITE_ROW;
	(void)sqlite3_finalize(q);
	return found;
}

bool
wk_lite_has(struct wk_lite *l, const char *table, const char *columns)
{
	if (!is_there(l, "SELECT 1 FROM sqlite_schema WHERE name = ?1 AND type = 'table' "
	    "AND sql NOT LIKE 'CREATE VIRTUAL%'", table, strlen(table), NULL))
		return false;
	while (*columns != '\0') {
		size_t n = strcspn(columns, " ");
		if (!is_there(l, "SELECT 1 FROM pragma_table_info(?2) "
		    "WHERE name = ?1 COLLATE NOCASE", columns, n, table))
			return false;
		columns += n + (columns[n] == ' ');
	}
	return true;
}

void
wk_lite_query(struct wk_lite *l, const char *sql,
    void (*take)(void *ctx, const struct wk_lite_row *row), void *ctx)
{
	struct wk_lite_row row = { NULL };
	int rc = sqlite3_prepare_v2(l->db, sql, -1, &row.q, NULL);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(row.q);
		if (rc != SQLITE_ROW || wk_port_is_over(l->port))
			break;
		take(ctx, &row);
	}
	if (rc != SQLITE_DONE && rc != SQLITE_ROW)
		wk_port_error(l->port, 0, "the database cannot be read: %.120s",
		    sqlite3_errmsg(l->db));
	(void)sqlite3_finalize(row.q);
}

bool
wk_lite_int(const struct wk_lite_row *row, int col, int64_t *out)
{
	if (sqlite3_column_type(row->q, col) != SQLITE_INTEGER)
		return false;
	*out = sqlite3_column_int64(row->q, col);
	return true;
}

const char *
wk_lite_text(const struct wk_lite_row *row, int col)
{
	return sqlite3_column_type(row->q, col) == SQLITE_TEXT ?
	    (const char *)sqlite3_column_text(row->q, col) : NULL;
}
