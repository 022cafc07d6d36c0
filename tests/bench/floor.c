/* SPDX-License-Identifier: MIT */
/* What any C program must pay for the same service: opens the same file with the same
 * pragmas and reads the same rows (read), merges days, work and pages of the whole log
 * and makes ten plain indicators of them, printing none (merge), or makes the smallest
 * durable insert in the same journal mode (insert). usage: floor read|merge|insert
 * FILE */
#include <math.h>
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

/* ---- merge: the day, its work and its pages, three cursors in the order of days ---- */
enum { LOG_MAX = 40000, MONTH = 28 };
static double work[LOG_MAX], slept[LOG_MAX], pages[LOG_MAX];

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt *s = NULL;
	sqlite3_prepare_v2(db, sql, -1, &s, NULL);
	return s;
}

/* The sum of the rows of day d; the cursor stands on the first row after it. */
static double
sum_of_day(sqlite3_stmt *s, int *rc, int d, double unit)
{
	double sum = 0;
	while (*rc == SQLITE_ROW && sqlite3_column_int(s, 0) <= d) {
		sum += sqlite3_column_double(s, 1) / unit;
		*rc = sqlite3_step(s);
	}
	return sum;
}

static int
fetch(void)
{
	sqlite3_stmt *day = prepare("SELECT d, sleep FROM day ORDER BY d");
	sqlite3_stmt *iv = prepare("SELECT d, end - start FROM event"
	    " WHERE kind = 0 AND deleted = 0 ORDER BY d");
	sqlite3_stmt *page = prepare("SELECT d, severity FROM event"
	    " WHERE kind = 2 AND deleted = 0 ORDER BY d");
	int n = 0, iv_rc = sqlite3_step(iv), page_rc = sqlite3_step(page);
	for (; sqlite3_step(day) == SQLITE_ROW && n < LOG_MAX; n++) {
		int d = sqlite3_column_int(day, 0);
		work[n] = sum_of_day(iv, &iv_rc, d, 3600);
		slept[n] = sqlite3_column_double(day, 1);
		pages[n] = sum_of_day(page, &page_rc, d, 1);
	}
	sqlite3_finalize(day);
	sqlite3_finalize(iv);
	sqlite3_finalize(page);
	return n;
}

/* The middle of the month's hours: kept sorted, one out, one in. */
static double
median(double sorted[MONTH], int k)
{
	int n = k < MONTH ? k : MONTH, j = 0;
	if (k >= MONTH) {
		while (sorted[j] < work[k - MONTH])
			j++;
		for (n--; j < n; j++)
			sorted[j] = sorted[j + 1];
	}
	for (j = n; j > 0 && sorted[j - 1] > work[k]; j--)
		sorted[j] = sorted[j - 1];
	sorted[j] = work[k];
	return sorted[n / 2];
}

static int
merge_days(void)
{
	double a7 = 0, a28 = 0, s7 = 0, p7 = 0, p28 = 0, week = 0, month = 0, square = 0,
	    debt = 0, drift = 0, sum = 0, sorted[MONTH];
	int n = fetch();
	for (int k = 0; k < n; k++) {
		double before = k >= MONTH ? work[k - MONTH] : 0, mean;
		a7 += .25 * (work[k] - a7);
		a28 += .069 * (work[k] - a28);
		s7 += .25 * (slept[k] - s7);
		p7 += .25 * (pages[k] - p7);
		p28 += .069 * (pages[k] - p28);
		week += work[k] - (k >= 7 ? work[k - 7] : 0);
		month += work[k] - before;
		square += work[k] * work[k] - before * before;
		mean = month / MONTH;
		debt = fmax(0, debt * .9 + 8 - slept[k]);
		drift = fmax(0, drift + (work[k] - a28) /
		    (sqrt(fmax(0, square / MONTH - mean * mean)) + 1) - .5);
		sum += a7 / (a28 + 1) + p7 / (p28 + 1) + s7 + week + debt + drift +
		    median(sorted, k);
	}
	printf("%d %.3f\n", n, sum);
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
	int merges = strcmp(argv[1], "merge") == 0;
	int reads = merges || strcmp(argv[1], "read") == 0;
	int mode = reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (sqlite3_open_v2(argv[2], &db, mode, NULL) != SQLITE_OK)
		return 1;
	sqlite3_busy_timeout(db, 5000);
	int rc = merges ? merge_days() : reads ? read_days() : insert_event();
	sqlite3_close(db);
	return rc;
}
