/* SPDX-License-Identifier: MIT */
/* backup, restore, doctor, erase. */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

#define DRAFT_MAX 65536

static const char *const strange[] = {
	[WK_STORE_FOREIGN] = "is the database of another program",
	[WK_STORE_NO_DB] = "is no wick store",
};

/* A copy may be replaced by a newer one, the work of others never. */
static enum wk_rc
refuse_strange(const char *path, struct wk_err *err)
{
	enum wk_store_kind k = wk_store_kind_of(path);
	return k < WK_STORE_FOREIGN ? WK_OK : wk_fail(err, WK_ERR_INPUT,
	    "%.120s %s and is not overwritten; name another file", path, strange[k]);
}

enum wk_rc
wk_app_backup(struct wk_app *app, const char *path, struct wk_err *err)
{
	struct stat st;
	enum wk_rc rc = WK_OK;
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
		rc = refuse_strange(path, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_READ, err);
	return rc == WK_OK ? wk_store_backup(app->store, path, err) : rc;
}

enum wk_rc
wk_app_doctor(struct wk_app *app, bool fix, struct wk_doctor *out, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK && fix)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	return rc == WK_OK ?
	    wk_store_doctor(app->store, fix, app->now, app->today, out, err) : rc;
}

/* The first free name FILE.before-restore, -2, -3, ... */
static const char *
kept_name(struct wk_app *app, const char *db)
{
	const char *name = wk_arena_printf(&app->arena, "%s.before-restore", db);
	for (int i = 2; wk_file_exists(name); i++)
		name = wk_arena_printf(&app->arena, "%s.before-restore-%d", db, i);
	return name;
}

static enum wk_rc
check_restorable(const char *path, struct wk_err *err)
{
	struct stat st;
	if (stat(path, &st) != 0)
		return wk_fail(err, WK_ERR_INPUT, "%.180s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return WK_OK;
	if (access(path, R_OK) != 0)
		return wk_fail(err, WK_ERR_STORE, "%.160s cannot be read: %s", path,
		    strerror(errno));
	enum wk_store_kind k = wk_store_kind_of(path);
	if (k == WK_STORE_EMPTY)
		return wk_fail(err, WK_ERR_STORE, "%.180s is empty", path);
	return k < WK_STORE_FOREIGN ? WK_OK : wk_fail(err, WK_ERR_STORE,
	    "%.160s %s; restore takes what backup wrote", path, strange[k]);
}

enum wk_rc
wk_app_restore(struct wk_app *app, const char *path, const char **kept,
    struct wk_err *err)
{
	struct wk_store *from = NULL;
	struct wk_doctor d;
	const char *to = wk_app_db_path(app, err);
	if (to == NULL)
		return err->rc;
	enum wk_rc rc = check_restorable(path, err);
	if (rc == WK_OK)
		rc = wk_store_open(path, WK_STORE_READ, &app->conf.rules, &from, err);
	if (rc == WK_OK)
		rc = wk_store_doctor(from, false, app->now, app->today, &d, err);
	*kept = NULL;
	if (rc == WK_OK && wk_file_exists(to)) {
		*kept = kept_name(app, to);
		rc = wk_app_open(app, WK_STORE_READ, err);
		if (rc == WK_OK)
			rc = wk_store_backup(app->store, *kept, err);
		wk_store_close(app->store);
		app->store = NULL;
	}
	if (rc == WK_OK)
		rc = wk_store_backup(from, to, err);
	wk_store_close(from);
	return rc == WK_ERR_FAIL ? (err->rc = WK_ERR_STORE) : rc;
}

/* A half filled form that the screens keep for their next start: "log STORE", "day DAY",
 * then its fields. */
static enum wk_rc
remove_draft(struct wk_app *app, wk_date lo, wk_date hi, struct wk_err *err)
{
	const char *path = NULL;
	struct wk_buf text;
	wk_date d;
	if (wk_conf_path('s', "draft", &app->arena, &path, err) != WK_OK ||
	    !wk_file_exists(path))
		return WK_OK;
	wk_buf_init(&text);
	bool is_ours = false;
	if (wk_file_read(path, DRAFT_MAX, &text, err) == WK_OK) {
		char *rest = text.p, *log = strsep(&rest, "\n");
		char *day = rest != NULL ? strsep(&rest, "\n") : NULL;
		is_ours = wk_text_starts(log, "log ") &&
		    strcmp(log + 4, wk_store_path(app->store)) == 0 && day != NULL &&
		    wk_text_starts(day, "day ") && wk_date_parse_iso(day + 4, &d) &&
		    d >= lo && d <= hi;
	}
	wk_buf_fini(&text);
	return !is_ours || unlink(path) == 0 ? WK_OK : wk_fail(err, WK_ERR_FAIL,
	    "the store is erased, but the draft %s is not: %s", path, strerror(errno));
}

enum wk_rc
wk_app_erase(struct wk_app *app, wk_date lo, wk_date hi, bool everything,
    struct wk_erased *out, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc == WK_OK)
		rc = wk_store_erase(app->store, lo, hi, everything, app->now, app->today,
		    out, err);
	if (rc == WK_OK)
		rc = wk_app_erase_copies(app, lo, hi, everything, err);
	return rc == WK_OK ? remove_draft(app, everything ? INT32_MIN : lo,
	    everything ? INT32_MAX : hi, err) : rc;
}
