/* SPDX-License-Identifier: MIT */
/* From every older version to the newest: a checked copy first, then all or nothing; and
 * what is not ours, damaged or newer stays as it was, byte for byte. */
#include "cm.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wick/db.h"

#define V1 { 1, "CREATE TABLE t (id INTEGER PRIMARY KEY, -- said -- twice\n" \
	"\t-- whole line\n\tv TEXT) STRICT;\n" }
#define V2 { 2, "ALTER TABLE t ADD COLUMN w TEXT;\nUPDATE t SET w = v || '!';\n" }
#define V3 { 3, "CREATE INDEX t_w ON t (w);\n" }
static const struct wk_db_migration until[4][4] = {
	{ { 0, NULL } }, { V1, { 0, NULL } }, { V1, V2, { 0, NULL } },
	{ V1, V2, V3, { 0, NULL } },
};
/* The second half of version 2 fails: none of it may stay. */
static const struct wk_db_migration broken[] = {
	V1, { 2, "ALTER TABLE t ADD COLUMN w TEXT;\nINSERT INTO nowhere VALUES (1);\n" },
	{ 0, NULL },
};
static const char *const sqls[] = { "INSERT INTO t (v) VALUES (?1)" };

struct fixture { char dir[64], path[96]; struct wk_err err; };

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/wick-migrate-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	(void)snprintf(f->path, sizeof(f->path), "%s/wick.db", f->dir);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;
	char *argv[] = { "rm", "-rf", f->dir, NULL };
	pid_t child = fork();
	if (child == 0) {
		execv("/bin/rm", argv);
		_exit(1);
	}
	(void)waitpid(child, NULL, 0);
	free(f);
	return 0;
}

static enum wk_rc
open_at(struct fixture *f, const char *path, enum wk_db_mode mode,
    const struct wk_db_migration *m, struct wk_db **db)
{
	*db = NULL;
	return wk_db_open(path, mode, m, sqls, WK_LEN(sqls), db, &f->err);
}

static struct wk_db *
open_ok(struct fixture *f, enum wk_db_mode mode, const struct wk_db_migration *m)
{
	struct wk_db *db;
	if (open_at(f, f->path, mode, m, &db) != WK_OK)
		fail_msg("%s", f->err.msg);
	return db;
}

/* A store of that version with n rows. */
static void
make(struct fixture *f, int version, int n)
{
	struct wk_db *db = open_ok(f, WK_DB_CREATE, until[version]);
	for (int i = 0; i < n; i++) {
		sqlite3_stmt *s = wk_db_stmt(db, 0, NULL);
		wk_db_bind_text(s, 1, "a value of some length, so that pages fill");
		assert_int_equal(wk_db_run(db, s, NULL), WK_OK);
	}
	wk_db_close(db);
}

static int64_t
ask(const char *path, const char *sql)
{
	sqlite3 *h;
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_open_v2(path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	if (sqlite3_prepare_v2(h, sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(h));
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	int64_t v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(h);
	return v;
}

static void
put_file(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(write(fd, p, n), (ssize_t)n);
	close(fd);
}

/* Refused in every mode with these words, and not one byte of it changed. */
static void
refused(struct fixture *f, const struct wk_db_migration *m, const char *needle)
{
	static const enum wk_db_mode modes[] = { WK_DB_READ, WK_DB_WRITE, WK_DB_CREATE };
	struct wk_buf before, after;
	struct wk_db *db;
	wk_buf_init(&before);
	wk_buf_init(&after);
	assert_int_equal(wk_file_read(f->path, 1u << 24, &before, NULL), WK_OK);
	for (size_t i = 0; i < WK_LEN(modes); i++) {
		assert_int_equal(open_at(f, f->path, modes[i], m, &db), WK_ERR_STORE);
		assert_null(db);
		if (strstr(f->err.msg, needle) == NULL)
			fail_msg("\"%s\" does not say \"%s\"", f->err.msg, needle);
		assert_non_null(strstr(f->err.msg, "wick.db"));
	}
	assert_int_equal(wk_file_read(f->path, 1u << 24, &after, NULL), WK_OK);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.p, after.p, before.len);
	wk_buf_fini(&before);
	wk_buf_fini(&after);
}

static void
a_new_file_goes_to_the_newest_at_once_and_needs_no_copy(void **state)
{
	struct fixture *f = *state;
	char copy[128];
	wk_db_close(open_ok(f, WK_DB_CREATE, until[3]));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 3);
	assert_int_equal(ask(f->path, "PRAGMA application_id"), WK_DB_APPLICATION_ID);
	assert_int_equal(ask(f->path, "SELECT count(*) FROM sqlite_schema"), 2);
	assert_int_equal(ask(f->path,
	    "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%--%'"), 0);
	                                       /* comments stay in the source */
	for (int v = 1; v <= 3; v++) {
		(void)snprintf(copy, sizeof(copy), "%s.before-v%d", f->path, v);
		assert_false(wk_file_exists(copy));
	}
}

static void
an_empty_file_is_a_new_one(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	put_file(f->path, "", 0);
	assert_int_equal(open_at(f, f->path, WK_DB_READ, until[2], &db), WK_ERR_NOTFOUND);
	assert_non_null(strstr(f->err.msg, "nothing is logged yet"));
	wk_db_close(open_ok(f, WK_DB_WRITE, until[2]));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 2);
}

static void
every_older_version_is_copied_then_brought_up(void **state)
{
	struct fixture *f = *state;
	char copy[128];
	struct stat st;
	for (int from = 1; from <= 2; from++) {
		(void)unlink(f->path);
		make(f, from, 300);
		wk_db_close(open_ok(f, WK_DB_WRITE, until[3]));
		assert_int_equal(ask(f->path, "PRAGMA user_version"), 3);
		assert_int_equal(ask(f->path, "SELECT count(*) FROM t"), 300);
		assert_int_equal(ask(f->path,
		    "SELECT count(*) FROM t WHERE w = v || '!'"), from == 1 ? 300 : 0);
		assert_int_equal(ask(f->path, "SELECT count(*) FROM sqlite_schema"), 2);
		(void)snprintf(copy, sizeof(copy), "%s.before-v%d", f->path, from + 1);
		assert_int_equal(lstat(copy, &st), 0);
		assert_int_equal(st.st_mode & 07777, 0600);
		assert_int_equal(ask(copy, "PRAGMA user_version"), from);
		assert_int_equal(ask(copy, "SELECT count(*) FROM t"), 300);
	}
}

static void
a_second_open_migrates_nothing(void **state)
{
	struct fixture *f = *state;
	make(f, 1, 10);
	wk_db_close(open_ok(f, WK_DB_WRITE, until[3]));
	char copy[128];
	(void)snprintf(copy, sizeof(copy), "%s.before-v2", f->path);
	assert_int_equal(unlink(copy), 0);
	wk_db_close(open_ok(f, WK_DB_WRITE, until[3]));
	wk_db_close(open_ok(f, WK_DB_READ, until[3]));
	assert_false(wk_file_exists(copy));
}

static void
a_migration_that_fails_leaves_the_version_before(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	make(f, 1, 50);
	assert_int_equal(open_at(f, f->path, WK_DB_WRITE, broken, &db), WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "nowhere"));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 1);
	assert_int_equal(ask(f->path, "SELECT count(*) FROM t"), 50);
	assert_int_equal(ask(f->path, "SELECT count(*) FROM pragma_table_info('t')"), 2);
	wk_db_close(open_ok(f, WK_DB_WRITE, until[1])); /* still usable as it was */
}

static void
a_new_file_that_cannot_be_filled_is_not_left(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	assert_int_equal(open_at(f, f->path, WK_DB_CREATE, broken, &db), WK_ERR_STORE);
	assert_false(wk_file_exists(f->path));
}

static void
no_copy_no_migration(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	char copy[128];
	make(f, 1, 50);
	(void)snprintf(copy, sizeof(copy), "%s.before-v2", f->path);
	assert_int_equal(mkdir(copy, 0700), 0);        /* its place is taken */
	assert_int_equal(open_at(f, f->path, WK_DB_WRITE, until[2], &db), WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "before-v2"));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 1);
}

static void
a_reader_migrates_nothing_and_says_what_to_do(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	make(f, 1, 1);
	assert_int_equal(open_at(f, f->path, WK_DB_READ, until[2], &db), WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "version 1, older than this wick's 2"));
	assert_non_null(strstr(f->err.msg, "run any command that writes"));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 1);
}

static void
a_newer_version_is_refused(void **state)
{
	struct fixture *f = *state;
	make(f, 3, 5);
	refused(f, until[2], "version 3, newer than this wick's 2; use a newer wick");
}

static void
a_text_file_is_refused(void **state)
{
	static const char *const texts[] = { "dear diary\n", "SQLite format 2, nearly",
	    "x\n" };
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(texts); i++) {
		put_file(f->path, texts[i], strlen(texts[i]));
		refused(f, until[1], "not a wick diary");
	}
}

static void
another_programs_database_is_refused(void **state)
{
	static const char *const sqls_raw[] = { "CREATE TABLE x (y)",
		"PRAGMA application_id=77", "PRAGMA user_version=3" };
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(sqls_raw); i++) {
		sqlite3 *h;
		(void)unlink(f->path);
		assert_int_equal(sqlite3_open(f->path, &h), SQLITE_OK);
		assert_int_equal(sqlite3_exec(h, sqls_raw[i], NULL, NULL, NULL),
		    SQLITE_OK);
		sqlite3_close(h);
		refused(f, until[1], "another program");
	}
}

/* Damage where the version is old: found by the check before the copy, nothing
 * migrated. */
static void
a_damaged_older_store_is_not_migrated(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db;
	char copy[128];
	make(f, 1, 2000);
	int fd = open(f->path, O_WRONLY);
	assert_int_equal(pwrite(fd, "rubbish rubbish rubbish", 23, 4096 * 5), 23);
	close(fd);
	assert_int_equal(open_at(f, f->path, WK_DB_WRITE, until[2], &db), WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "damaged"));
	assert_non_null(strstr(f->err.msg, "wick restore"));
	assert_int_equal(ask(f->path, "PRAGMA user_version"), 1);
	(void)snprintf(copy, sizeof(copy), "%s.before-v2", f->path);
	assert_false(wk_file_exists(copy));
}

static void
a_file_cut_short_is_refused(void **state)
{
	struct fixture *f = *state;
	make(f, 1, 2000);
	assert_int_equal(truncate(f->path, 4096 * 3), 0);
	refused(f, until[1], "damaged");
	assert_int_equal(truncate(f->path, 60), 0);            /* not even a header */
	refused(f, until[1], "wick.db");
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(a_new_file_goes_to_the_newest_at_once_and_needs_no_copy),
		T(an_empty_file_is_a_new_one),
		T(every_older_version_is_copied_then_brought_up),
		T(a_second_open_migrates_nothing),
		T(a_migration_that_fails_leaves_the_version_before),
		T(a_new_file_that_cannot_be_filled_is_not_left),
		T(no_copy_no_migration),
		T(a_reader_migrates_nothing_and_says_what_to_do),
		T(a_newer_version_is_refused),
		T(a_text_file_is_refused),
		T(another_programs_database_is_refused),
		T(a_damaged_older_store_is_not_migrated),
		T(a_file_cut_short_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
