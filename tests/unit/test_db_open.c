/* SPDX-License-Identifier: MIT */
/* What a store file may be, and what is said when it is not. */
#include "cm.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wick/db.h"

static const struct wk_db_migration migrations[] = {
	{ 1, "CREATE TABLE t (id INTEGER PRIMARY KEY, -- the id\n\tv TEXT) STRICT;\n" },
	{ 0, NULL },
};
static const struct wk_db_migration two_migrations[] = {
	{ 1, "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT) STRICT;" },
	{ 2, "ALTER TABLE t ADD COLUMN w TEXT;" },
	{ 0, NULL },
};
enum { PUT, GET, VALUE, COUNT };
static const char *const sqls[COUNT] = {
	"INSERT INTO t (v) VALUES (?1)", "SELECT v FROM t ORDER BY id",
	    "SELECT ?1, ?2, NULL",
};

struct fixture { char dir[64], path[96]; };

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/wick-db-XXXXXX");
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
	if (fork() == 0) {
		execv("/bin/rm", argv);
		_exit(1);
	}
	free(f);
	return 0;
}

static struct wk_db *
open_ok(const char *path, enum wk_db_mode mode)
{
	struct wk_db *db = NULL;
	struct wk_err err = { 0 };
	enum wk_rc rc = wk_db_open(path, mode, migrations, sqls, COUNT, &db, &err);
	if (rc != WK_OK)
		fail_msg("%s", err.msg);
	return db;
}

static void
refused(const char *path, enum wk_db_mode mode, const char *needle)
{
	struct wk_db *db = NULL;
	struct wk_err err = { 0 };
	assert_int_equal(wk_db_open(path, mode, migrations, sqls, COUNT, &db, &err),
	    WK_ERR_STORE);
	assert_null(db);
	if (strstr(err.msg, needle) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", err.msg, needle);
	assert_non_null(strstr(err.msg, path));
	assert_null(strchr(err.msg, '\n'));
}

static void
put_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
}

static void
exec_raw(const char *path, const char *sql)
{
	sqlite3 *h;
	assert_int_equal(sqlite3_open(path, &h), SQLITE_OK);
	assert_int_equal(sqlite3_exec(h, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(h);
}

static void
put_row(struct wk_db *db, const char *v)
{
	sqlite3_stmt *s = wk_db_stmt(db, PUT, NULL);
	wk_db_bind_text(s, 1, v);
	assert_int_equal(wk_db_run(db, s, NULL), WK_OK);
}

static int64_t
pragma(struct wk_db *db, const char *sql)
{
	sqlite3_stmt *s;
	sqlite3 *h = sqlite3_db_handle(wk_db_stmt(db, GET, NULL));
	assert_int_equal(sqlite3_prepare_v2(h, sql, -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	int64_t v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

static void
a_new_store_is_private_and_durable(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char nested[128];
	int on = -1;
	(void)snprintf(nested, sizeof(nested), "%s/a/b/wick.db", f->dir);
	struct wk_db *db = open_ok(nested, WK_DB_CREATE);
	assert_int_equal(lstat(nested, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	(void)snprintf(nested, sizeof(nested), "%s/a/b", f->dir);
	assert_int_equal(lstat(nested, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_int_equal(pragma(db, "PRAGMA synchronous"), 2);
	assert_int_equal(pragma(db, "PRAGMA secure_delete"), 1);
	assert_int_equal(pragma(db, "PRAGMA foreign_keys"), 1);
	assert_int_equal(pragma(db, "PRAGMA trusted_schema"), 0);
	assert_int_equal(pragma(db, "PRAGMA mmap_size"), 0);
	assert_int_equal(pragma(db, "PRAGMA busy_timeout"), 5000);
	assert_int_equal(pragma(db, "PRAGMA application_id"), WK_DB_APPLICATION_ID);
	assert_int_equal(pragma(db, "PRAGMA user_version"), 1);
	sqlite3 *h = sqlite3_db_handle(wk_db_stmt(db, GET, NULL));
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	assert_int_equal(on, 1);
	assert_int_equal(sqlite3_limit(h, SQLITE_LIMIT_ATTACHED, -1), 0);
	sqlite3_stmt *s;
	sqlite3_prepare_v2(h, "PRAGMA journal_mode", -1, &s, NULL);
	sqlite3_step(s);
	assert_string_equal((const char *)sqlite3_column_text(s, 0), "truncate");
	sqlite3_finalize(s);
	wk_db_close(db);
}

static void
foreign_files_are_told_apart_and_left_alone(void **state)
{
	struct fixture *f = *state;
	char path[96];
	put_file(f->path, "dear diary\n");
	refused(f->path, WK_DB_READ, "not a wick diary");
	refused(f->path, WK_DB_CREATE, "not a wick diary");
	struct wk_buf b;
	wk_buf_init(&b);
	assert_int_equal(wk_file_read(f->path, 100, &b, NULL), WK_OK);
	assert_string_equal(b.p, "dear diary\n");
	wk_buf_fini(&b);
	(void)snprintf(path, sizeof(path), "%s/other.db", f->dir);
	exec_raw(path, "CREATE TABLE x (y)");
	refused(path, WK_DB_READ, "another program");
	refused(path, WK_DB_WRITE, "another program");
	exec_raw(path, "PRAGMA application_id=0x12345678");
	refused(path, WK_DB_WRITE, "0x12345678");
	(void)snprintf(path, sizeof(path), "%s/link.db", f->dir);
	assert_int_equal(symlink("wick.db", path), 0);
	refused(path, WK_DB_READ, "symbolic link");
	refused(path, WK_DB_CREATE, "symbolic link");
	refused(f->dir, WK_DB_READ, "regular file");
	(void)snprintf(path, sizeof(path), "%s/none.db", f->dir);
	refused(path, WK_DB_READ, "No such file");
	refused(path, WK_DB_WRITE, "No such file");
	assert_false(wk_file_exists(path));
}

static void
a_newer_store_is_refused(void **state)
{
	struct fixture *f = *state;
	wk_db_close(open_ok(f->path, WK_DB_CREATE));
	exec_raw(f->path, "PRAGMA user_version=99");
	refused(f->path, WK_DB_READ, "newer");
	refused(f->path, WK_DB_CREATE, "newer");
}

static void
an_older_store_is_copied_and_migrated_by_a_writer_only(void **state)
{
	struct fixture *f = *state;
	struct wk_db *db = open_ok(f->path, WK_DB_CREATE);
	struct wk_err err = { 0 };
	char copy[128];
	put_row(db, "one");
	wk_db_close(db);
	assert_int_equal(wk_db_open(f->path, WK_DB_READ, two_migrations, sqls, COUNT, &db,
	    &err), WK_ERR_STORE);
	assert_non_null(strstr(err.msg, "run any command that writes"));
	assert_int_equal(wk_db_open(f->path, WK_DB_WRITE, two_migrations, sqls, COUNT,
	    &db, &err), WK_OK);
	assert_int_equal(pragma(db, "PRAGMA user_version"), 2);
	assert_int_equal(pragma(db, "SELECT count(*) FROM t WHERE w IS NULL"), 1);
	wk_db_close(db);
	(void)snprintf(copy, sizeof(copy), "%s.before-v2", f->path);
	db = open_ok(copy, WK_DB_READ);
	assert_int_equal(pragma(db, "PRAGMA user_version"), 1);
	assert_int_equal(pragma(db, "SELECT count(*) FROM t"), 1);
	wk_db_close(db);
}

static void
damage_is_named(void **state)
{
	struct fixture *f = *state;
	struct wk_err err = { 0 };
	struct wk_db *db = open_ok(f->path, WK_DB_CREATE);
	for (int i = 0; i < 500; i++)
		put_row(db, "a line of some length, so that there are a few pages");
	wk_db_close(db);
	assert_int_equal(truncate(f->path, 8192), 0);
	refused(f->path, WK_DB_READ, "damaged");
	unlink(f->path);
	db = open_ok(f->path, WK_DB_CREATE);
	for (int i = 0; i < 500; i++)
		put_row(db, "a line of some length, so that there are a few pages");
	wk_db_close(db);
	int fd = open(f->path, O_WRONLY);
	assert_int_equal(pwrite(fd, "rubbish rubbish rubbish", 23, 8192), 23);
	close(fd);
	db = open_ok(f->path, WK_DB_READ);
	assert_int_equal(wk_db_check(db, &err), WK_ERR_STORE);
	assert_non_null(strstr(err.msg, "damaged"));
	wk_db_close(db);
}

static void
a_folder_that_cannot_be_written_is_named(void **state)
{
	struct fixture *f = *state;
	wk_db_close(open_ok(f->path, WK_DB_CREATE));
	if (geteuid() == 0)
		skip();
	assert_int_equal(chmod(f->dir, 0500), 0);
	refused(f->path, WK_DB_WRITE, "folder");
	wk_db_close(open_ok(f->path, WK_DB_READ));
	assert_int_equal(chmod(f->dir, 0700), 0);
}

static void
a_reader_makes_nothing(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char journal[128];
	(void)snprintf(journal, sizeof(journal), "%s-journal", f->path);
	wk_db_close(open_ok(f->path, WK_DB_CREATE));
	(void)unlink(journal);
	struct wk_db *db = open_ok(f->path, WK_DB_READ);
	sqlite3_stmt *s = wk_db_stmt(db, PUT, NULL);
	struct wk_err err = { 0 };
	wk_db_bind_text(s, 1, "x");
	assert_true(wk_db_is_readonly(db));
	assert_int_equal(wk_db_run(db, s, &err), WK_ERR_STORE);
	wk_db_close(db);
	assert_int_not_equal(lstat(journal, &st), 0);
}

static void
a_second_writer_waits_and_is_told(void **state)
{
	struct fixture *f = *state;
	struct wk_err err = { 0 };
	struct wk_db *a = open_ok(f->path, WK_DB_CREATE),
	    *b = open_ok(f->path, WK_DB_WRITE);
	int64_t before = wk_db_data_version(b);
	sqlite3_busy_timeout(sqlite3_db_handle(wk_db_stmt(b, GET, NULL)), 10);
	assert_int_equal(wk_db_begin(a, &err), WK_OK);
	assert_true(wk_db_in_transaction(a));
	assert_int_equal(wk_db_begin(b, &err), WK_ERR_STORE);
	assert_non_null(strstr(err.msg, "in use by another wick"));
	put_row(a, "x");
	assert_int_equal(wk_db_commit(a, &err), WK_OK);
	assert_int_not_equal(wk_db_data_version(b), before);
	wk_db_close(a);
	wk_db_close(b);
}

static void
a_copy_is_whole_and_private(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char copy[128];
	struct wk_db *mem = NULL, *db = open_ok(f->path, WK_DB_CREATE);
	(void)snprintf(copy, sizeof(copy), "%s/copy", f->dir);
	put_row(db, "x");
	assert_int_equal(wk_db_open_copy(db, &mem, NULL), WK_OK);
	put_row(mem, "only here");
	assert_int_equal(pragma(mem, "SELECT count(*) FROM t"), 2);
	assert_int_equal(wk_db_backup(db, copy, NULL), WK_OK);
	assert_int_equal(lstat(copy, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	wk_db_close(mem);
	wk_db_close(db);
	db = open_ok(copy, WK_DB_READ);
	assert_int_equal(pragma(db, "SELECT count(*) FROM t"), 1);
	wk_db_close(db);
}

static void
unknown_is_null_both_ways(void **state)
{
	struct fixture *f = *state;
	struct wk_arena a;
	struct wk_db *db = open_ok(f->path, WK_DB_CREATE);
	sqlite3_stmt *s = wk_db_stmt(db, VALUE, NULL);
	wk_arena_init(&a);
	wk_db_bind_double(s, 1, (double)__builtin_nan(""));
	wk_db_bind_double(s, 2, 0);
	assert_int_equal(wk_db_step(db, s, NULL), WK_OK);
	assert_true(__builtin_isnan(wk_db_double(s, 0)));
	assert_true(wk_db_double(s, 1) == 0);
	assert_int_equal(wk_db_int(s, 2, -1), -1);
	assert_int_equal(wk_db_int(s, 1, -1), 0);
	assert_null(wk_db_text(s, 2, &a));
	assert_int_equal(wk_db_step(db, s, NULL), WK_ERR_NOTFOUND);
	wk_arena_fini(&a);
	wk_db_close(db);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(a_new_store_is_private_and_durable),
		T(foreign_files_are_told_apart_and_left_alone),
		T(a_newer_store_is_refused),
		T(an_older_store_is_copied_and_migrated_by_a_writer_only),
		T(damage_is_named),
		T(a_folder_that_cannot_be_written_is_named),
		T(a_reader_makes_nothing),
		T(a_second_writer_waits_and_is_told),
		T(a_copy_is_whole_and_private),
		T(unknown_is_null_both_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
