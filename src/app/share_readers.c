/* SPDX-License-Identifier: MIT */
/* Who looked at our weeks, as the hub tells it. A sync brings the list along; what was
 * told last is kept, so that reading it asks nobody. */
#include <limits.h>

#include "sync.h"

enum { ASK_EVERY_S = 20 * 3600 };

static const char *
key_of(const struct wk_dest *d, const char *what, struct wk_arena *a)
{
	return wk_arena_printf(a, "share.%s.%s", what, d->name);
}

/* Always, but for a timer that comes every hour: that asks once a day. */
static enum wk_rc
is_time(struct wk_sync_run *r, bool *out, struct wk_err *err)
{
	const char *at = NULL;
	long last;
	enum wk_rc rc = wk_store_meta_get(r->app->store,
	    key_of(&r->dest, "asked", r->a), r->a, &at, err);
	*out = !r->ask->has_splay || at == NULL ||
	    !wk_text_parse_int(at, 0, LONG_MAX, &last) ||
	    r->app->now >= last + ASK_EVERY_S;
	return rc;
}

static enum wk_rc
keep(struct wk_sync_run *r, const char *body, struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_meta_put(r->app->store, key_of(&r->dest, "readers", r->a), body,
	    err);
	if (rc == WK_OK)
		rc = wk_store_meta_put(r->app->store, key_of(&r->dest, "asked", r->a),
		    wk_arena_printf(r->a, "%lld", (long long)r->app->now), err);
	return wk_app_end(r->app, rc, err);
}

/* A hub that does not tell holds nothing up: what it told before stays. */
enum wk_rc
wk_sync_readers(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_net_ask q = { .method = "GET", .url = wk_arena_printf(r->a,
	    "%s/v1/people/me/access-log?limit=%d", r->dest.url, WK_SHARE_READERS) };
	bool is_due = false;
	if (r->is_over || strcmp(r->dest.kind, "hub") != 0)
		return WK_OK;
	enum wk_rc rc = is_time(r, &is_due, err);
	if (rc != WK_OK || !is_due)
		return rc;
	rc = wk_sync_carry(r, &q, &said, err);
	return rc == WK_OK && said.status == 200 && said.is_json ?
	    keep(r, said.body, err) : rc;
}

static enum wk_rc
read_one(struct wk_app *app, const char *json, struct wk_arena *a,
    struct wk_share_reader *out, struct wk_err *err)
{
	static const char *const paths[] = { "$.at", "$.reader", "$.action", "$.from",
		"$.to" };
	const char **into[] = { &out->at, &out->name, &out->action, &out->from,
		&out->to };
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(paths); i++)
		rc = wk_store_json_get(app->store, json, paths[i], a, into[i], err);
	return rc;
}

static enum wk_rc
read_all(struct wk_app *app, const struct wk_dest *d, struct wk_arena *a,
    struct wk_share_reader *v, size_t *n, struct wk_err *err)
{
	const char *body = NULL, **rows = NULL;
	size_t count = 0;
	enum wk_rc rc = wk_store_meta_get(app->store, key_of(d, "readers", a), a, &body,
	    err);
	if (rc != WK_OK || body == NULL)
		return rc;
	rc = wk_store_json_each(app->store, body, "$.entries", a, &rows, &count, err);
	for (size_t i = 0; rc == WK_OK && i < count && i < WK_SHARE_READERS; i++) {
		struct wk_share_reader one = { .dest = d->name };
		rc = read_one(app, rows[i], a, &one, err);
		if (rc == WK_OK && one.at != NULL && one.name != NULL)
			v[(*n)++] = one;
	}
	return rc;
}

enum wk_rc
wk_app_share_readers(struct wk_app *app, struct wk_arena *a, struct wk_share_reader **v,
    size_t *n, struct wk_err *err)
{
	struct wk_dest *dests;
	size_t count;
	*n = 0;
	enum wk_rc rc = wk_store_dest_list(app->store, a, &dests, &count, err);
	if (rc != WK_OK)
		return rc;
	*v = WK_ARENA_ARRAY(a, struct wk_share_reader, count * WK_SHARE_READERS + 1);
	for (size_t i = 0; rc == WK_OK && i < count; i++)
		rc = read_all(app, &dests[i], a, *v, n, err);
	return rc;
}
