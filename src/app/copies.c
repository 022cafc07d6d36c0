/* SPDX-License-Identifier: MIT */
/* The copies wick makes of itself, in backups/ beside the store: one before the first
 * write of a day, of which the newest seven days stay; what leaves them is the copy of
 * its week, of which four stay. A copy that cannot be made is a warning, never a
 * failure. Everything that erase has to reach is listed here. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

#define DAILY_MAX 7
#define WEEKLY_MAX 4
#define DAILY ".daily-"
#define WEEKLY ".weekly-"

/* A folder and what begins with `prefix` in it, in order. */
struct listing { const char *dir, *prefix; char **names; size_t n; };

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
list(struct wk_app *app, struct listing *l)
{
	size_t cap = 0;
	char **v = NULL;
	DIR *d = opendir(l->dir);
	l->n = 0;
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;) {
		if (!wk_text_starts(e->d_name, l->prefix))
			continue;
		v = wk_mem_grow(v, &cap, l->n + 1, sizeof(*v));
		v[l->n++] = wk_arena_strdup(&app->arena, e->d_name);
	}
	if (d != NULL)
		closedir(d);
	l->names = WK_ARENA_ARRAY(&app->arena, char *, l->n + 1);
	if (v != NULL) {
		memcpy(l->names, v, l->n * sizeof(*v));
		qsort(l->names, l->n, sizeof(*v), by_name);
	}
	wk_mem_free(v);
}

static const char *
path_of(struct wk_app *app, const struct listing *l, const char *name)
{
	return wk_arena_printf(&app->arena, "%s/%s", l->dir, name);
}

/* The folder of the store, and its name in it. */
static void
split(struct wk_app *app, const char *db, const char **dir, const char **base)
{
	const char *slash = strrchr(db, '/');
	*base = slash == NULL ? db : slash + 1;
	*dir = slash == NULL ? "." : slash == db ? "/" :
	    wk_arena_strndup(&app->arena, db, (size_t)(slash - db));
}

static struct listing
copies_named(struct wk_app *app, const char *db, const char *ending)
{
	const char *dir, *base;
	split(app, db, &dir, &base);
	struct listing l = { .dir = wk_arena_printf(&app->arena, "%s/backups", dir),
		.prefix = wk_arena_printf(&app->arena, "%s%s", base, ending) };
	list(app, &l);
	return l;
}

static bool
daily_date(const struct listing *l, size_t i, wk_date *d)
{
	return wk_date_parse_iso(l->names[i] + strlen(l->prefix), d);
}

/* Without what a killed wick left half made. */
static void
drop_leavings(struct wk_app *app, struct listing *l, const char *today)
{
	wk_date d;
	size_t kept = 0, from = strlen(l->prefix);
	for (size_t i = 0; i < l->n; i++)
		if (daily_date(l, i, &d))
			l->names[kept++] = l->names[i];
		else if (strncmp(l->names[i] + from, today, 10) < 0)
			(void)unlink(path_of(app, l, l->names[i]));
	l->n = kept;
}

static void
rotate(struct wk_app *app, const char *db, struct listing *daily)
{
	int year, week;
	wk_date d = 0;
	const char *dir, *base;
	split(app, db, &dir, &base);
	for (size_t i = 0; i + DAILY_MAX < daily->n && daily_date(daily, i, &d); i++) {
		wk_date_iso_week(d, &year, &week);
		(void)rename(path_of(app, daily, daily->names[i]),
		    wk_arena_printf(&app->arena, "%s/%s" WEEKLY "%04d-W%02d", daily->dir,
		    base, year, week));
	}
	struct listing weekly = copies_named(app, db, WEEKLY);
	for (size_t i = 0; i + WEEKLY_MAX < weekly.n; i++)
		(void)unlink(path_of(app, &weekly, weekly.names[i]));
}

static enum wk_rc
keep(struct wk_app *app, const char *db, const char *today, struct wk_err *err)
{
	wk_date first;
	struct listing l = copies_named(app, db, DAILY);
	drop_leavings(app, &l, today);
	/* A clock that went back: what is newer is not pushed out. */
	if (l.n >= DAILY_MAX && daily_date(&l, 0, &first) && first > app->today)
		return WK_OK;
	enum wk_rc rc = wk_file_mkdirs(l.dir, err);
	if (rc == WK_OK)
		rc = wk_store_backup(app->store, wk_arena_printf(&app->arena, "%s/%s%s",
		    l.dir, l.prefix, today), err);
	if (rc != WK_OK)
		return rc;
	list(app, &l);
	drop_leavings(app, &l, today);
	rotate(app, db, &l);
	return WK_OK;
}

void
wk_app_keep_copy(struct wk_app *app)
{
	char today[11];
	struct wk_err err = { .rc = WK_OK };
	const char *dir, *base, *db = wk_store_path(app->store);
	if (app->copied == app->today || strcmp(db, ":memory:") == 0 ||
	    wk_app_is_demo(app))
		return;
	app->copied = app->today;
	wk_date_format(app->today, today);
	split(app, db, &dir, &base);
	if (access(wk_arena_printf(&app->arena, "%s/backups/%s" DAILY "%s", dir, base,
	    today), F_OK) != 0 && keep(app, db, today, &err) != WK_OK)
		(void)snprintf(app->warning, sizeof(app->warning),
		    "no copy was kept today: %.200s", err.msg);
}

static enum wk_rc
fail_kept(const char *path, const char *why, struct wk_err *err)
{
	return wk_fail(err, WK_ERR_FAIL, "the store is erased, but its copy %.120s is "
	    "not: %.80s", path, why);
}

static enum wk_rc
remove_all(struct wk_app *app, const struct listing *l, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < l->n; i++) {
		const char *path = path_of(app, l, l->names[i]);
		if (unlink(path) != 0 && errno != ENOENT)
			rc = fail_kept(path, strerror(errno), err);
	}
	return rc;
}

/* The same days out of one copy; what cannot be read is no copy worth keeping. */
static void
erase_copy(struct wk_app *app, const char *path, wk_date lo, wk_date hi)
{
	struct wk_store *s = NULL;
	struct wk_erased gone;
	enum wk_rc rc = wk_store_open(path, WK_STORE_WRITE, &app->conf.rules, &s, NULL);
	if (rc == WK_OK)
		rc = wk_store_erase(s, lo, hi, false, app->now, app->today, &gone, NULL);
	wk_store_close(s);
	if (rc != WK_OK)
		(void)unlink(path);
}

static bool
is_copy(const struct wk_app *app, const char *name)
{
	wk_date d;
	const char *base = strrchr(wk_store_path(app->store), '/');
	base = base == NULL ? wk_store_path(app->store) : base + 1;
	const char *rest = name + strlen(base);
	return (wk_text_starts(rest, DAILY) &&
	    wk_date_parse_iso(rest + strlen(DAILY), &d)) ||
	    (wk_text_starts(rest, WEEKLY) && strlen(rest) == strlen(WEEKLY "2026-W01"));
}

/* Of one ending, which no other store's copies have behind our name: "wick.db.old" may be
 * somebody's store too. */
static enum wk_rc
erase_copies(struct wk_app *app, const char *ending, wk_date lo, wk_date hi,
    struct wk_err *err)
{
	struct listing l = copies_named(app, wk_store_path(app->store), ending);
	for (size_t i = 0; i < l.n; i++)
		if (is_copy(app, l.names[i]))
			erase_copy(app, path_of(app, &l, l.names[i]), lo, hi);
	/* Journals, and what a copy of an older wick kept of itself. */
	size_t strange = 0;
	list(app, &l);
	for (size_t i = 0; i < l.n; i++)
		if (!is_copy(app, l.names[i]))
			l.names[strange++] = l.names[i];
	l.n = strange;
	return remove_all(app, &l, err);
}

enum wk_rc
wk_app_erase_copies(struct wk_app *app, wk_date lo, wk_date hi, bool everything,
    struct wk_err *err)
{
	static const char *const endings[] = { DAILY, WEEKLY };
	const char *dir, *base, *db = wk_store_path(app->store);
	split(app, db, &dir, &base);
	struct listing l = { .dir = dir,
		.prefix = wk_arena_printf(&app->arena, "%s.before-", base) };
	list(app, &l);
	enum wk_rc rc = remove_all(app, &l, err);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(endings); i++) {
		if (!everything) {
			rc = erase_copies(app, endings[i], lo, hi, err);
			continue;
		}
		l = copies_named(app, db, endings[i]);
		rc = remove_all(app, &l, err);
	}
	if (everything)
		(void)rmdir(wk_arena_printf(&app->arena, "%s/backups", dir));
	return rc;          /* the folder stays while another store's copies are there */
}
