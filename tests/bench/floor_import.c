/* SPDX-License-Identifier: MIT */
/* What any C program must pay for an import: a store that has been filled, its schema in
 * a new file with the same pragmas, and the same event, journal and day rows through
 * prepared inserts, in one transaction. The rows are read before the clock matters: a
 * second run without the inserts (read) is what to take off. usage:
 * floor_import read|write FULL NEW */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TABLES = 5, COLUMNS = 32 };
static const char *const tables[TABLES] = { "import_batch", "txn", "event", "change",
	"day" };

struct value { int type, bytes; sqlite3_int64 i; double r; char *text; };
struct table { struct value *v; size_t rows, columns; };

static sqlite3 *
open_or_die(const char *path)
{
	sqlite3 *db;
	if (sqlite3_open(path, &db) != SQLITE_OK)
		exit(1);
	return db;
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *s = NULL;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		exit(1);
	return s;
}

static void
run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		exit(1);
}

static struct value
value_of(sqlite3_stmt *s, int i)
{
	struct value v = { .type = sqlite3_column_type(s, i) };
	if (v.type == SQLITE_TEXT) {
		v.text = strdup((const char *)sqlite3_column_text(s, i));
		v.bytes = sqlite3_column_bytes(s, i);
	} else if (v.type == SQLITE_INTEGER)
		v.i = sqlite3_column_int64(s, i);
	else if (v.type == SQLITE_FLOAT)
		v.r = sqlite3_column_double(s, i);
	return v;
}

static struct table
read_table(sqlite3 *db, const char *name)
{
	char sql[64];
	size_t cap = 0;
	struct table t = { 0 };
	snprintf(sql, sizeof(sql), "SELECT * FROM %s", name);
	sqlite3_stmt *s = prepare(db, sql);
	t.columns = (size_t)sqlite3_column_count(s);
	while (sqlite3_step(s) == SQLITE_ROW) {
		if (t.rows == cap) {
			cap = cap == 0 ? 1024 : cap * 2;
			t.v = realloc(t.v, cap * t.columns * sizeof(*t.v));
		}
		for (size_t i = 0; i < t.columns; i++)
			t.v[t.rows * t.columns + i] = value_of(s, (int)i);
		t.rows++;
	}
	sqlite3_finalize(s);
	return t;
}

static void
bind(sqlite3_stmt *s, int i, const struct value *v)
{
	if (v->type == SQLITE_TEXT)
		sqlite3_bind_text(s, i, v->text, v->bytes, SQLITE_STATIC);
	else if (v->type == SQLITE_INTEGER)
		sqlite3_bind_int64(s, i, v->i);
	else if (v->type == SQLITE_FLOAT)
		sqlite3_bind_double(s, i, v->r);
	else
		sqlite3_bind_null(s, i);
}

static void
write_table(sqlite3 *db, const char *name, const struct table *t)
{
	char sql[256];
	int n = snprintf(sql, sizeof(sql), "INSERT INTO %s VALUES (?", name);
	for (size_t i = 1; i < t->columns; i++)
		n += snprintf(sql + n, sizeof(sql) - (size_t)n, ", ?");
	snprintf(sql + n, sizeof(sql) - (size_t)n, ")");
	sqlite3_stmt *s = prepare(db, sql);
	for (size_t row = 0; row < t->rows; row++) {
		for (size_t i = 0; i < t->columns; i++)
			bind(s, (int)i + 1, &t->v[row * t->columns + i]);
		if (sqlite3_step(s) != SQLITE_DONE)
			exit(1);
		sqlite3_reset(s);
	}
	sqlite3_finalize(s);
}

static void
make_schema(sqlite3 *from, sqlite3 *to)
{
	sqlite3_stmt *s = prepare(from, "SELECT sql FROM sqlite_master"
	    " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
	run(to, "PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL;"
	    "PRAGMA secure_delete=ON;PRAGMA cell_size_check=ON;PRAGMA temp_store=MEMORY;"
	    "BEGIN IMMEDIATE");
	while (sqlite3_step(s) == SQLITE_ROW)
		run(to, (const char *)sqlite3_column_text(s, 0));
	run(to, "COMMIT");
	sqlite3_finalize(s);
}

int
main(int argc, char **argv)
{
	struct table t[TABLES];
	if (argc != 4)
		return 2;
	sqlite3 *full = open_or_die(argv[2]);
	for (size_t i = 0; i < TABLES; i++)
		t[i] = read_table(full, tables[i]);
	remove(argv[3]);
	sqlite3 *db = open_or_die(argv[3]);
	if (strcmp(argv[1], "write") == 0) {
		make_schema(full, db);
		run(db, "BEGIN IMMEDIATE");
		for (size_t i = 0; i < TABLES; i++)
			write_table(db, tables[i], &t[i]);
		run(db, "COMMIT");
	}
	sqlite3_close(db);
	sqlite3_close(full);
	return 0;
}
