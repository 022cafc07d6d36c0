/* SPDX-License-Identifier: MIT */
/* JSON Lines through a whole import, on a store that holds something. Whatever they say:
 * a second import changes nothing, and after the undo every byte is as it was. */
#include <fcntl.h>
#include <unistd.h>

#include "fuzz.h"
#include "wick/app.h"

enum { ROUNDS_A_STORE = 100 };

static char folder[64], db[80], lines[80];

static void
drop_files(void)
{
	(void)unlink(db);
	(void)unlink(lines);
}

static void
clean_up(void)
{
	drop_files();
	(void)rmdir(folder);
}

static void
set_up(void)
{
	if (folder[0] != '\0')
		return;
	(void)snprintf(folder, sizeof(folder), "/dev/shm/fuzz-import-XXXXXX");
	FUZZ_CHECK(mkdtemp(folder) != NULL);
	(void)snprintf(db, sizeof(db), "%s/wick.db", folder);
	(void)snprintf(lines, sizeof(lines), "%s/lines", folder);
	FUZZ_CHECK(setenv("HOME", folder, 1) == 0 &&
	    setenv("XDG_CONFIG_HOME", folder, 1) == 0);
	FUZZ_CHECK(atexit(clean_up) == 0);
}

static void
put_lines(const void *data, size_t size, const char *more)
{
	int fd = open(lines, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FUZZ_CHECK(fd >= 0 && wk_file_write_all(fd, data, size, NULL) == WK_OK);
	FUZZ_CHECK(wk_file_write_all(fd, more, strlen(more), NULL) == WK_OK);
	(void)close(fd);
}

static void
export(struct wk_app *app, struct wk_buf *out)
{
	struct wk_export req = { .format = "jsonl", .lo = WK_DATE_NONE,
	    .hi = WK_DATE_NONE };
	struct wk_err err = { 0 };
	wk_buf_clear(out);
	enum wk_rc rc = wk_app_export(app, &req, out, &err);
	FUZZ_CHECK(rc == WK_OK || rc == WK_ERR_NOTFOUND);
}

static bool
import(struct wk_app *app, struct wk_arena *a, struct wk_import_result *r)
{
	struct wk_import req = { .format = "jsonl", .path = lines };
	struct wk_err err = { 0 };
	struct wk_import_job *job = NULL;
	enum wk_rc rc = wk_app_import_read(app, &req, a, &job, &err);
	if (rc == WK_OK)
		rc = wk_app_import_apply(app, job, false, r, &err);
	wk_app_import_close(job);
	if (rc != WK_OK)
		(void)fprintf(stderr, "import: %s\n", err.msg);
	FUZZ_CHECK(rc == WK_OK);
	return r->batch.id > 0;
}

/* Something of one's own, a part of which an import will find again. */
static void
start_store(struct wk_app *app, struct wk_arena *a)
{
	static const char own[] =
	    "{\"kind\":\"day\",\"day\":\"2026-03-02\",\"hours\":8,\"note\":\"own\","
	    "\"locked\":1}\n{\"kind\":\"work\",\"start\":\"2026-03-03T09:00:00+01:00\","
	    "\"id\":\"open\"}\n{\"kind\":\"sleep\",\"day\":\"2026-03-04\",\"dur\":27000,"
	    "\"source\":\"manual\"}\n";
	struct wk_import_result r;
	drop_files();
	put_lines(own, strlen(own), "");
	FUZZ_CHECK(import(app, a, &r));
}

static void
round_trip(struct wk_app *app, struct wk_arena *a, const uint8_t *data, size_t size)
{
	struct wk_buf before, after, again;
	struct wk_import_result r, same;
	struct wk_err err = { 0 };
	wk_buf_init(&before);
	wk_buf_init(&after);
	wk_buf_init(&again);
	export(app, &before);
	put_lines(data, size, "\n");
	if (import(app, a, &r)) {
		export(app, &after);
		put_lines(data, size, "\n\n");
		FUZZ_CHECK(!import(app, a, &same));
		FUZZ_CHECK(same.batch.n_new == 0 && same.batch.n_changed == 0);
		export(app, &again);
		FUZZ_CHECK(strcmp(after.p, again.p) == 0);
		if (wk_app_import_undo(app, r.batch.id, &err) != WK_OK)
			(void)fprintf(stderr, "undo: %s\n", err.msg);
		FUZZ_CHECK(err.msg[0] == '\0');
		export(app, &after);
	} else
		export(app, &after);
	FUZZ_CHECK(strcmp(before.p, after.p) == 0);
	wk_buf_fini(&before);
	wk_buf_fini(&after);
	wk_buf_fini(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct wk_app app;
	static int rounds;
	struct wk_arena a;
	set_up();
	wk_arena_init(&a);
	if (rounds++ % ROUNDS_A_STORE == 0) {
		if (rounds > 1)
			wk_app_fini(&app);
		app = (struct wk_app){ .db_path = db, .now_text = "2026-11-20T18:00",
			.tz_name = "Europe/Berlin" };
		FUZZ_CHECK(wk_app_init(&app, NULL) == WK_OK);
		start_store(&app, &a);
	}
	round_trip(&app, &a, data, size);
	wk_arena_fini(&a);
	return 0;
}
