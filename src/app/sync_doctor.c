/* SPDX-License-Identifier: MIT */
/* What is wrong with sharing, one line each, up to the first that fails; and a week that
 * two machines sent. */
#include "sync.h"

enum { LINES = 6, SKEW_S = 300 };

struct doctor {
	struct wk_sync_run run;
	struct wk_sync_line *v;
	size_t n;
};

static bool
add(struct doctor *k, const char *what, bool is_ok, const char *text)
{
	k->v[k->n++] =
	    (struct wk_sync_line){ .what = what, .text = text, .is_ok = is_ok };
	return is_ok;
}

static bool
is_transport(const struct wk_net_said *s, const char *name)
{
	return s->transport != NULL && strcmp(s->transport, name) == 0;
}

/* The hub's clock against ours. */
static enum wk_rc
check_clock(struct doctor *k, const char *meta, struct wk_err *err)
{
	struct wk_arena *a = k->run.a;
	const char *time = NULL;
	int64_t utc = 0;
	int32_t off = 0;
	bool known = false;
	enum wk_rc rc = wk_store_json_get(k->run.app->store, meta, "$.time", a, &time,
	    err);
	if (rc != WK_OK)
		return rc;
	if (time == NULL || !wk_zone_parse_iso(time, &utc, &off, &known))
		(void)add(k, "clock", false, "the hub does not tell the time");
	else {
		int64_t skew = k->run.app->now - utc;
		(void)add(k, "clock", skew <= SKEW_S && skew >= -SKEW_S,
		    wk_arena_printf(a, "%lld s from the hub's", (long long)skew));
	}
	return WK_OK;
}

static enum wk_rc
check_consent(struct doctor *k, struct wk_err *err)
{
	struct wk_sync_run *r = &k->run;
	enum wk_rc rc = wk_store_consent_get(r->app->store, r->dest.id, r->a, &r->consent,
	    err);
	if (rc == WK_ERR_NOTFOUND) {
		(void)add(k, "consent", false,
		    "nothing was agreed to: wick share preview");
		return WK_OK;
	}
	const char *bar = rc == WK_OK ? wk_app_consent_bar(r->app, &r->dest, &r->consent,
	    r->a) : NULL;
	if (rc == WK_OK)
		(void)add(k, "consent", bar == NULL, bar != NULL ? bar : wk_arena_printf(
		    r->a, "%s, %s%s", r->consent.level, r->consent.basis,
		    r->consent.is_told ? "" : "; the hub is told with the next sync"));
	return rc;
}

static enum wk_rc
check_token(struct doctor *k, bool *is_ok, struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_err why;
	struct wk_sync_run *r = &k->run;
	struct wk_net_ask q = { .method = "GET",
		.url = wk_arena_printf(r->a, "%s/v1/me", r->dest.url) };
	*is_ok = false;
	if (wk_app_token(r->app, &r->dest, &r->token, &why) != WK_OK) {
		(void)add(k, "token", false, wk_arena_strdup(r->a, why.msg));
		return WK_OK;
	}
	enum wk_rc rc = wk_sync_carry(r, &q, &said, err);
	if (rc == WK_OK)
		*is_ok = add(k, "token", said.status == 200 && said.is_json,
		    said.status == 200 && said.is_json ? r->dest.person :
		    wk_app_net_words(&said, r->a));
	return rc;
}

static enum wk_rc
check_hub(struct doctor *k, struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_sync_run *r = &k->run;
	struct wk_net_ask q = { .method = "GET",
		.url = wk_arena_printf(r->a, "%s/v1/meta", r->dest.url) };
	bool is_tls = wk_text_starts(r->dest.url, "https:"), is_ok = false;
	enum wk_rc rc = wk_app_net(r->app, &q, r->a, &said, err);
	if (rc != WK_OK)
		return rc;
	const char *words = wk_app_net_words(&said, r->a);
	if (!add(k, "name", !is_transport(&said, "resolve"), is_transport(&said,
	    "resolve") ? words : r->dest.url))
		return WK_OK;
	if (!add(k, "tls", !is_transport(&said, "tls"),
		is_transport(&said, "tls") ? words
		    : is_tls               ? "the certificate is good"
					   : "none, on this machine alone"))
		return WK_OK;
	if (said.transport != NULL)
		k->n--;                  /* nobody knows of a certificate then */
	if (!add(k, "hub", said.status == 200 && said.is_json, said.status == 200 &&
	    said.is_json ? "answers" : words))
		return WK_OK;
	rc = check_token(k, &is_ok, err);
	if (rc == WK_OK && is_ok)
		rc = check_consent(k, err);
	return rc == WK_OK && is_ok ? check_clock(k, said.body, err) : rc;
}

enum wk_rc
wk_app_sync_doctor(struct wk_app *app, const char *dest, struct wk_arena *a,
    struct wk_sync_line **v, size_t *n, struct wk_err *err)
{
	struct doctor k = { .run = { .app = app, .a = a },
		.v = WK_ARENA_ARRAY(a, struct wk_sync_line, LINES) };
	enum wk_rc rc = wk_app_share_dest(app, dest, a, &k.run.dest, err);
	if (rc != WK_OK)
		return rc;
	if (strcmp(k.run.dest.kind, "hub") != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s is no hub: only a hub can be asked "
		    "how it is", k.run.dest.name);
	wk_buf_init(&k.run.token);
	rc = check_hub(&k, err);
	wk_app_token_wipe(&k.run.token);
	*v = k.v;
	*n = k.n;
	if (rc == WK_OK && (k.n < LINES || !k.v[k.n - 1].is_ok || !k.v[k.n - 2].is_ok))
		rc = wk_fail(err, WK_ERR_NETWORK, "%s: %s", k.run.dest.name,
		    k.v[k.n - 1].is_ok ? k.v[k.n - 2].text : k.v[k.n - 1].text);
	return rc;
}

enum wk_rc
wk_app_sync_resolve(struct wk_app *app, const char *dest, const char *week, bool take,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_dest d;
	struct wk_out o;
	enum wk_rc rc = wk_app_share_dest(app, dest, a, &d, err);
	if (rc == WK_OK)
		rc = wk_store_out_get(app->store, d.id, week, a, &o, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "%s has no week %.40s to settle", d.name, week);
	if (rc == WK_OK && strcmp(o.state, "dead") != 0 && strcmp(o.op, "erase") != 0)
		rc = wk_fail(err, WK_ERR_CONFLICT, "week %s is %s: there is nothing to "
		    "settle", week, o.state);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "sync", err);
	if (rc != WK_OK)
		return rc;
	/* erased here and given back: the next sync makes it again, behind that rev */
	if (strcmp(o.op, "erase") == 0 && take)
		o.op = "retract";
	else {
		o.state = take ? "pending" : "done";
		o.is_take = take;
	}
	o.attempts = o.refused = 0;
	o.next_at = app->now;
	return wk_app_end(app, wk_store_out_put(app->store, &o, err), err);
}
