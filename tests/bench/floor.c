/* SPDX-License-Identifier: MIT */
/* What any C program must pay for the same service: opens the same file with the same
 * pragmas and reads the same rows (read), or makes the smallest durable insert in the
 * same journal mode (insert). usage: floor read|insert FILE */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static sqlite3 *db;

static int
run(const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The rows that `wick status` reads: the newest 960 days, the folded columns. */
static int
read_days(void)
{
	static const char sql[] =
	    "SELECT d, hours, sleep, wakes, incidents, marks, energy,"
	    " stress, mood, leave, rest FROM day ORDER BY d DESC LIMIT 960";
	sqlite3_stmt *s;
	double sum = 0;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		return 1;
	while (sqlite3_step(s) == SQLITE_ROW) {
		for (int i = 0; i < 11; i++)
			sum += i == 4 ? (double)sqlite3_column_bytes(s, i) :
			    sqlite3_column_double(s, i);
	}
	printf("%.3f\n", sum);
	sqlite3_finalize(s);
	return 0;
}

static int
insert_event(void)
{
	sqlite3_stmt *s;
	run("PRAGMA journal_mode=TRUNCATE");
	run("PRAGMA synchronous=FULL");
	run("PRAGMA secure_delete=ON");
	run("BEGIN IMMEDIATE");
	if (sqlite3_prepare_v2(db,
	    "INSERT INTO event (kind, d, d_last, start, end, source,"
	    " ext_id) VALUES (0, 20777, 20777, ?1, ?1 + 3600, 'floor', ?1)", -1, &s,
	    NULL) != SQLITE_OK)
		return 1;
	sqlite3_bind_int64(s, 1, 1795000000 + getpid());
	int rc = sqlite3_step(s);
	sqlite3_finalize(s);
	return rc != SQLITE_DONE || run("COMMIT") != SQLITE_OK;
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	int reads = strcmp(argv[1], "read") == 0;
	int mode = reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (sqlite3_open_v2(argv[2], &db, mode, NULL) != SQLITE_OK)
		return 1;
	sqlite3_busy_timeout(db, 5000);
	int rc = reads ? read_days() : insert_event();
	sqlite3_close(db);
	return rc;
}
