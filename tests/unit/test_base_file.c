/* SPDX-License-Identifier: MIT */
/* Files are replaced whole; buffers and arenas hold what was put in. */
#include "cm.h"

#include "wick/base.h"

#include <stdlib.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static char dir[64];

static int
make_dir(void **state)
{
	(void)state;
	memcpy(dir, "/tmp/wick-unit-XXXXXX", 22);
	return mkdtemp(dir) ? 0 : -1;
}

static int
remove_dir(void **state)
{
	(void)state;
	return rmdir(dir);
}

static void
written_whole_or_not_at_all(void **state)
{
	(void)state;
	char path[128], link_path[128];
	struct wk_err err;
	struct stat st;
	struct wk_buf b;
	wk_buf_init(&b);
	snprintf(path, sizeof path, "%s/file", dir);
	snprintf(link_path, sizeof link_path, "%s/link", dir);
	assert_int_equal(wk_file_write_safe(path, "one", 3, 0600, &err), WK_OK);
	assert_int_equal(symlink(path, link_path), 0);
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(wk_file_write_safe(link_path, "three", 5, 0600, &err), WK_OK);
	assert_int_equal(lstat(link_path, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_int_equal(wk_file_read(path, 100, &b, &err), WK_OK);
	assert_string_equal(b.p, "three");
	wk_buf_clear(&b);
	assert_int_equal(wk_file_read(path, 4, &b, &err), WK_ERR_INPUT);
	unlink(link_path);
	unlink(path);
	assert_int_equal(wk_file_read(path, 4, &b, &err), WK_ERR_INPUT);
	assert_non_null(strstr(err.msg, path));
	wk_buf_fini(&b);
}

/* Renaming over a device or a pipe would take it away from everybody. */
static void
a_pipe_is_written_not_replaced(void **state)
{
	(void)state;
	char path[128], got[8] = {0};
	struct wk_err err;
	struct stat st;
	snprintf(path, sizeof path, "%s/pipe", dir);
	assert_int_equal(mkfifo(path, 0600), 0);
	int fd = open(path, O_RDONLY | O_NONBLOCK);
	assert_true(fd >= 0);
	assert_int_equal(wk_file_write_safe(path, "one", 3, 0600, &err), WK_OK);
	assert_int_equal(read(fd, got, sizeof got), 3);
	assert_string_equal(got, "one");
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISFIFO(st.st_mode));
	close(fd);
	unlink(path);
	assert_int_equal(wk_file_write_safe(dir, "one", 3, 0600, &err), WK_ERR_FAIL);
	assert_non_null(strstr(err.msg, dir));
}

static void
folders_are_private(void **state)
{
	(void)state;
	char deep[128], mid[128];
	struct stat st;
	struct wk_err err;
	snprintf(mid, sizeof mid, "%s/a", dir);
	snprintf(deep, sizeof deep, "%s/a/b", dir);
	assert_int_equal(wk_file_mkdirs(deep, &err), WK_OK);
	assert_int_equal(wk_file_mkdirs(deep, &err), WK_OK);
	assert_int_equal(stat(deep, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	rmdir(deep);
	rmdir(mid);
}

static void
buffers_and_arenas(void **state)
{
	(void)state;
	struct wk_buf b;
	struct wk_arena a;
	wk_buf_init(&b);
	wk_arena_init(&a);
	for (int i = 0; i < 5000; i++) {
		wk_buf_addf(&b, "%d,", i);
		char *s = wk_arena_printf(&a, "%d", i);
		assert_int_equal((uintptr_t)wk_arena_alloc(&a, 3) % 16, 0);
		assert_int_equal((int)strtol(s, NULL, 10), i);
	}
	assert_int_equal(b.len, strlen(b.p));
	char *taken = wk_buf_take(&b);
	assert_string_equal(b.p, "");
	assert_memory_equal(taken, "0,1,2,", 6);
	wk_mem_free(taken);
	char *big = wk_arena_alloc(&a, 1 << 20);
	assert_int_equal(big[(1 << 20) - 1], 0);
	wk_arena_fini(&a);
	assert_string_equal(wk_arena_strndup(&a, "again", 3), "aga");
	wk_arena_fini(&a);
	wk_buf_fini(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(written_whole_or_not_at_all),
		cmocka_unit_test(a_pipe_is_written_not_replaced),
	    cmocka_unit_test(folders_are_private),
		    cmocka_unit_test(buffers_and_arenas) };
	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
