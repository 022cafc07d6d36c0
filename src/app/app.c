/* SPDX-License-Identifier: MIT */
/* The program's one context: config, zone, clock, store. Opened as late as possible, so
 * that help and version touch no file. */
#include "wick/app.h"

#include <stdlib.h>

#include "internal.h"
#include "wick/db.h"

enum wk_rc
wk_app_tick(struct wk_app *app, struct wk_err *err)
{
	enum wk_rc rc = wk_clock_now(app->now_text, app->zone, &app->now, err);
	if (rc != WK_OK)
		return rc;
	app->today = wk_fold_date(app->now, wk_zone_offset(app->zone, app->now),
	    app->conf.rules.day_start_min);
	return WK_OK;
}

enum wk_rc
wk_app_init(struct wk_app *app, struct wk_err *err)
{
	wk_arena_init(&app->arena);
	app->store = NULL;
	app->copied = WK_DATE_NONE;
	app->warning[0] = app->remark[0] = '\0';
	if (app->now_text == NULL)
		app->now_text = getenv("WICK_NOW");
	if (app->conf_path == NULL)
		app->conf_path = getenv("WICK_CONFIG");
	enum wk_rc rc = wk_conf_load(app->conf_path, &app->conf, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_zone_load(app->tz_name, &app->arena, &app->zone, err);
	if (rc != WK_OK)
		return rc;
	return wk_app_tick(app, err);
}

void
wk_app_fini(struct wk_app *app)
{
	wk_store_close(app->store);
	app->store = NULL;
	wk_conf_fini(&app->conf);
	wk_arena_fini(&app->arena);
}

const char *
wk_app_db_path(struct wk_app *app, struct wk_err *err)
{
	if (app->db_path != NULL)
		return app->db_path;
	const char *env = getenv("WICK_DB");
	if (env != NULL && *env != '\0') {
		app->db_path = env;
		return env;
	}
	const char *path = NULL;
	if (wk_conf_path('d', "wick.db", &app->arena, &path, err) != WK_OK)
		return NULL;
	app->db_path = path;
	return path;
}

static enum wk_rc
open_store(struct wk_app *app, const char *path, enum wk_store_mode mode,
    struct wk_err *err)
{
	struct wk_store *store = NULL;
	if (app->is_at_screen)
		mode |= WK_STORE_SOON;
	enum wk_rc rc = wk_store_open(path, mode, &app->conf.rules, &store, err);
	if (rc != WK_OK)
		return rc;
	wk_store_close(app->store);
	app->store = store;
	return WK_OK;
}

enum wk_rc
wk_app_open(struct wk_app *app, enum wk_store_mode mode, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	const char *path = wk_app_db_path(app, err);
	if (path == NULL)
		return err->rc;
	bool is_there = wk_file_exists(path);
	if (mode == WK_STORE_READ && app->store != NULL)
		return WK_OK;
	if (mode == WK_STORE_READ && !is_there)
		return wk_fail(err, WK_ERR_NOTFOUND, "nothing is logged yet (no %s)",
		    path);
	if (mode == WK_STORE_READ)
		return open_store(app, path, mode, err);
	if (app->store == NULL || wk_store_is_readonly(app->store))
		rc = open_store(app, path, WK_STORE_CREATE, err);
	if (rc != WK_OK)
		return rc;
	if (!is_there)                         /* nothing in it to copy */
		app->copied = app->today;
	wk_app_keep_copy(app);
	return WK_OK;
}

enum wk_rc
wk_app_can_write(struct wk_app *app, struct wk_err *err)
{
	const char *path = wk_app_db_path(app, err);
	if (path == NULL)
		return err->rc;
	return wk_file_exists(path) ? wk_db_check_writable(path, err) : WK_OK;
}

enum wk_rc
wk_app_begin(struct wk_app *app, const char *what, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc != WK_OK)
		return rc;
	return wk_store_begin(app->store, app->now, app->today, what, err);
}

enum wk_rc
wk_app_end(struct wk_app *app, enum wk_rc rc, struct wk_err *err)
{
	if (rc == WK_OK)
		rc = wk_store_commit(app->store, NULL, err);
	if (rc != WK_OK)
		wk_store_rollback(app->store);
	return rc;
}

enum wk_rc
wk_app_zone(struct wk_app *app, const char *name, struct wk_arena *a,
    const struct wk_zone **out, struct wk_err *err)
{
	if (name == NULL) {
		*out = app->zone;
		return WK_OK;
	}
	return wk_zone_load(name, a, out, err);
}
