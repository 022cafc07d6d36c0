/* SPDX-License-Identifier: MIT */
/* A store in a folder of its own, and the few things every store test does with it. */
#pragma once

#include "cm.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wick/db.h"
#include "wick/store.h"

#define TODAY 20777                    /* Fri 2026-11-20 */
#define NOON(d) ((int64_t)(d) * 86400 + 43200)
#define UNUSED __attribute__((unused))

struct fixture {
	char dir[64], path[96];
	struct wk_fold_rules rules;
	struct wk_store *s;
	struct wk_arena a;
	struct wk_err err;
};

#define OK(f, call) do { \
	if ((call) != WK_OK) \
		fail_msg("%s: %s", #call, (f)->err.msg); \
} while (0)

static UNUSED void
reopen(struct fixture *f, enum wk_store_mode mode)
{
	wk_store_close(f->s);
	f->s = NULL;
	OK(f, wk_store_open(f->path, mode, &f->rules, &f->s, &f->err));
}

static UNUSED int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/wick-store-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	(void)snprintf(f->path, sizeof(f->path), "%s/wick.db", f->dir);
	wk_fold_rules_defaults(&f->rules);
	wk_arena_init(&f->a);
	reopen(f, WK_STORE_CREATE);
	*state = f;
	return 0;
}

static UNUSED int
teardown(void **state)
{
	struct fixture *f = *state;
	char *argv[] = { "rm", "-rf", f->dir, NULL };
	wk_store_close(f->s);
	wk_arena_fini(&f->a);
	pid_t child = fork();
	if (child == 0) {
		execv("/bin/rm", argv);
		_exit(1);
	}
	(void)waitpid(child, NULL, 0);
	free(f);
	return 0;
}

static UNUSED void
begin(struct fixture *f, const char *what)
{
	OK(f, wk_store_begin(f->s, NOON(TODAY), TODAY, what, &f->err));
}

static UNUSED bool
commit(struct fixture *f)
{
	bool changed = false;
	OK(f, wk_store_commit(f->s, &changed, &f->err));
	return changed;
}

/* A work interval of so many hours from h o'clock (UTC) of day d; h may pass 24. */
static UNUSED struct wk_event
work(struct fixture *f, wk_date d, double h, double hours, const char *ext_id)
{
	struct wk_event e;
	wk_event_init(&e, WK_KIND_WORK);
	e.fact.start = (int64_t)d * 86400 + (int64_t)(h * 3600);
	e.fact.end = e.fact.start + (int64_t)(hours * 3600);
	e.tz = "UTC";
	e.ext_id = ext_id;
	wk_event_file(&e, &f->rules);
	return e;
}

static UNUSED struct wk_dayrow
typed(wk_date d, double hours, double sleep_h, int energy, const char *note)
{
	struct wk_dayrow r;
	wk_dayrow_init(&r, d);
	r.typed.hours = hours;
	r.typed.sleep_h = sleep_h;
	r.typed.energy = energy;
	r.note = note;
	r.source = "manual";
	return r;
}

static UNUSED struct wk_dayrow
day_of(struct fixture *f, wk_date d)
{
	struct wk_dayrow r;
	OK(f, wk_store_day_get(f->s, d, &f->a, &r, &f->err));
	return r;
}

/* Hours of the kept fold; -1 where nothing is known. */
static UNUSED double
hours_of(struct fixture *f, wk_date d)
{
	double h = day_of(f, d).folded.hours;
	return isnan(h) ? -1 : h;
}

static UNUSED size_t
count_events(struct fixture *f, wk_date lo, wk_date hi)
{
	struct wk_event *v;
	size_t n;
	OK(f, wk_store_event_list(f->s, lo, hi, 0, &f->a, &v, &n, &f->err));
	return n;
}

/* Everything that is kept, but the journal: rows as text, in order. */
static UNUSED const char *
dump(struct fixture *f)
{
	static const char sql[] =
	    "SELECT json_array(id, kind, d, d_last, start, end, off_s, off_e, tz, dur,"
	    " severity, minutes, woke, noise, category, leave, layer, "
	    "source, scope, ext_id,"
	    " ext_rev, title, tags, meta, flags, locked, batch, deleted) FROM"
	    " (SELECT * FROM event ORDER BY id) UNION ALL SELECT "
	    "json_array(d, hours, sleep,"
	    " wakes, incidents, marks, energy, stress, mood, leave, rest,"
	    " t_hours, t_sleep, t_break, t_wakes, t_oncall, "
	    "t_short_rest, t_leave,"
	    " note, locked, source) FROM (SELECT * FROM day ORDER BY d)";
	sqlite3 *h;
	sqlite3_stmt *q;
	struct wk_buf b;
	wk_buf_init(&b);
	assert_int_equal(sqlite3_open_v2(f->path, &h, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(h, sql, -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW)
		wk_buf_addf(&b, "%s\n", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(h);
	const char *text = wk_arena_strdup(&f->a, b.p);
	wk_buf_fini(&b);
	return text;
}

/* Do these bytes stand anywhere in the file, or in its journal? */
static UNUSED bool
file_has(const struct fixture *f, const char *needle)
{
	static const char *const ends[] = { "", "-journal" };
	bool found = false;
	for (size_t i = 0; i < WK_LEN(ends); i++) {
		char path[128];
		struct wk_buf b;
		(void)snprintf(path, sizeof(path), "%s%s", f->path, ends[i]);
		wk_buf_init(&b);
		if (wk_file_read(path, 64u << 20, &b, NULL) == WK_OK)
			found |= memmem(b.p, b.len, needle, strlen(needle)) != NULL;
		wk_buf_fini(&b);
	}
	return found;
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
