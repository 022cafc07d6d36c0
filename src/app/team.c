/* SPDX-License-Identifier: MIT */
/* What the hub tells the lead of a team: bands of who shares by name, and the sum. It is
 * read through wick-net, and the last answer is kept for the screens. */
#include <ctype.h>

#include "sync.h"

enum { GRID_LIMIT = 4 << 20 };

static bool
is_team(const char *s)
{
	size_t n = strlen(s);
	for (size_t i = 0; i < n; i++)
		if (!islower((unsigned char)s[i]) && !isdigit((unsigned char)s[i]) &&
		    (s[i] != '-' || i == 0))
			return false;
	return n > 0 && n <= 32;
}

static enum wk_rc
get(struct wk_sync_run *r, const char *path, const char **out, struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_net_ask q = { .method = "GET", .limit = GRID_LIMIT,
		.url = wk_arena_printf(r->a, "%s%s", r->dest.url, path),
		.headers = { "Accept: application/json" } };
	enum wk_rc rc = wk_sync_carry(r, &q, &said, err);
	if (rc != WK_OK)
		return rc;
	if (said.status == 404)
		return wk_fail(err, WK_ERR_NOTFOUND, "no team of yours to lead there");
	if (said.status != 200 || !said.is_json)
		return wk_fail(err, WK_ERR_NETWORK, "%s: %s", r->dest.url,
		    wk_app_net_words(&said, r->a));
	*out = said.body;
	return WK_OK;
}

/* The first team that this person leads. */
static enum wk_rc
find_team(struct wk_sync_run *r, const char **team, struct wk_err *err)
{
	const char *body, **v;
	size_t n = 0;
	enum wk_rc rc = get(r, "/v1/teams", &body, err);
	if (rc == WK_OK)
		rc =
		    wk_store_json_each(r->app->store, body, "$.teams", r->a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		const char *role = NULL;
		rc = wk_store_json_get(r->app->store, v[i], "$.role", r->a, &role, err);
		if (rc == WK_OK && role != NULL && strcmp(role, "manager") == 0)
			return wk_store_json_get(r->app->store, v[i], "$.team", r->a,
			    team, err);
	}
	return rc != WK_OK ? rc :
	    wk_fail(err, WK_ERR_NOTFOUND, "you lead no team at %s", r->dest.url);
}

static enum wk_rc
keep(struct wk_app *app, const struct wk_team_answer *t, struct wk_arena *a,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(app, "team", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_meta_put(app->store, "team.name", t->team, err);
	if (rc == WK_OK)
		rc = wk_store_meta_put(app->store, "team.grid", t->grid, err);
	if (rc == WK_OK)
		rc = wk_store_meta_put(app->store, "team.sum", t->aggregate, err);
	if (rc == WK_OK)
		rc = wk_store_meta_put(app->store, "team.at", wk_arena_printf(a, "%lld",
		    (long long)t->at), err);
	return wk_app_end(app, rc, err);
}

static enum wk_rc
fetch(struct wk_sync_run *r, const char *team, const char *span,
    struct wk_team_answer *out, struct wk_err *err)
{
	struct wk_team_answer t = { .team = team, .at = r->app->now };
	enum wk_rc rc = wk_app_token(r->app, &r->dest, &r->token, err);
	if (rc == WK_OK && t.team == NULL)
		rc = find_team(r, &t.team, err);
	if (rc == WK_OK && (t.team == NULL || !is_team(t.team)))
		rc = wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is no name of a team",
		    t.team == NULL ? "" : t.team);
	if (rc == WK_OK)
		rc = get(r, wk_arena_printf(r->a, "/v1/teams/%s/aggregate?%s", t.team,
		    span), &t.aggregate, err);
	if (rc == WK_OK)
		rc = get(r, wk_arena_printf(r->a, "/v1/teams/%s/grid?%s", t.team, span),
		    &t.grid, err);
	if (rc == WK_OK)
		rc = keep(r->app, &t, r->a, err);
	if (rc == WK_OK)
		*out = t;
	return rc;
}

enum wk_rc
wk_app_team_fetch(struct wk_app *app, const char *team, const char *from, const char *to,
    struct wk_arena *a, struct wk_team_answer *out, struct wk_err *err)
{
	struct wk_sync_run r = { .app = app, .a = a };
	enum wk_rc rc = wk_app_share_dest(app, "hub", a, &r.dest, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "no hub to ask: wick share enrol URL");
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&r.token);
	rc = fetch(&r, team, wk_arena_printf(a, "from=%s&to=%s", from, to), out, err);
	wk_app_token_wipe(&r.token);
	return rc;
}

enum wk_rc
wk_app_team_kept(struct wk_app *app, struct wk_arena *a, struct wk_team_answer *out,
    struct wk_err *err)
{
	struct wk_team_answer t = { 0 };
	const char *at = NULL;
	long seconds = 0;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(app->store, "team.name", a, &t.team, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(app->store, "team.grid", a, &t.grid, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(app->store, "team.sum", a, &t.aggregate, err);
	if (rc == WK_OK)
		rc = wk_store_meta_get(app->store, "team.at", a, &at, err);
	if (rc == WK_OK && at != NULL &&
	    wk_text_parse_int(at, 0, 0x7fffffffffffL, &seconds))
		t.at = seconds;
	*out = t;
	return rc;
}
