/* SPDX-License-Identifier: MIT */
/* The weeks whose report was not made yet: those between the last one that was and the
 * last complete one, so that a machine that slept catches up. Each place a report goes
 * to is remembered by itself. */
#include "internal.h"

enum { MOST_WEEKS = 53 };

static const char *
key_of(const char *target, struct wk_arena *a)
{
	return wk_arena_printf(a, "missed.%s", target);
}

enum wk_rc
wk_app_missed(struct wk_app *app, const char *target, struct wk_arena *a, wk_date **v,
    size_t *n, struct wk_err *err)
{
	const char *text = NULL;
	wk_date last = app->today - wk_date_weekday(app->today) - 7, made;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(app->store, key_of(target, a), a, &text, err);
	if (rc != WK_OK)
		return rc;
	if (text == NULL || !wk_date_parse_iso(text, &made))
		made = last - 7;
	made = WK_MAX(made, last - 7 * MOST_WEEKS);
	*v = WK_ARENA_ARRAY(a, wk_date, MOST_WEEKS);
	*n = 0;
	for (wk_date d = made + 7; d <= last; d += 7)
		(*v)[(*n)++] = d;
	return WK_OK;
}

enum wk_rc
wk_app_missed_done(struct wk_app *app, const char *target, wk_date monday,
    struct wk_arena *a, struct wk_err *err)
{
	char text[11];
	wk_date_format(monday, text);
	enum wk_rc rc = wk_app_begin(app, "report", err);
	if (rc != WK_OK)
		return rc;
	return wk_app_end(app, wk_store_meta_put(app->store, key_of(target, a), text,
	    err), err);
}
