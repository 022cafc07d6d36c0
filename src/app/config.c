/* SPDX-License-Identifier: MIT */
/* A setting is changed in its file, whose comments stay, and holds at once. */
#include "wick/app.h"

enum wk_rc
wk_app_config(struct wk_app *app, const char *key, const char *value, struct wk_err *err)
{
	struct wk_conf fresh;
	if (app->conf.path == NULL)
		return wk_fail(err, WK_ERR_STORE,
		    "no place for a config file: HOME is not usable; name one with "
		    "--config");
	enum wk_rc rc = wk_conf_set(app->conf.path, key, value, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_conf_load(app->conf.path, &fresh, err);
	if (rc != WK_OK) {
		wk_conf_fini(&fresh);
		return rc;
	}
	wk_conf_fini(&app->conf);
	app->conf = fresh;
	/* the next one to ask opens it, with the rules there are now */
	wk_store_close(app->store);
	app->store = NULL;
	return wk_app_tick(app, err);
}
