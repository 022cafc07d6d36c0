/* SPDX-License-Identifier: MIT */
/* The hub learns of a consent before it gets a week, and of its end before anything
 * else. Where it knows another generation, that one is read, once a run: ours goes on
 * after it only if it says the same or was given later. */
#include "sync.h"

static enum wk_rc
put(struct wk_sync_run *r, struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_consent_put(r->app->store, &r->consent, err);
	if (rc == WK_OK && strcmp(r->consent.state, "withdrawn") == 0)
		rc = wk_app_outbox_clear(r->app, r->dest.id, r->a, err);
	if (rc == WK_OK)
		rc = wk_store_dest_put(r->app->store, &r->dest, err);
	return wk_app_end(r->app, rc, err);
}

/* A request of its own with its line in the ledger. */
static enum wk_rc
carry(struct wk_sync_run *r, const char *op, struct wk_net_ask *q,
    struct wk_net_said *said, struct wk_err *err)
{
	char hex[65];
	const char *body = q->body == NULL ? "" : q->body;
	wk_hash_sha256(body, strlen(body), hex);
	struct wk_ledger l = { .at = r->app->now, .dest = r->dest.name, .op = op,
		.rev = r->consent.gen, .bytes = (int64_t)strlen(body), .sha256 = hex };
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	if (rc == WK_OK)
		rc = wk_app_end(r->app, wk_store_ledger_put(r->app->store, &l, err), err);
	if (rc == WK_OK)
		rc = wk_sync_carry(r, q, said, err);
	if (rc == WK_OK)
		rc = wk_app_begin(r->app, "sync", err);
	if (rc != WK_OK)
		return rc;
	l.status = said->status;
	l.code = said->transport != NULL ? said->transport : said->code;
	l.ms = said->ms;
	return wk_app_end(r->app, wk_store_ledger_set(r->app->store, &l, err), err);
}

static const char *
consent_url(const struct wk_sync_run *r)
{
	return wk_arena_printf(r->a, "%s/v1/people/me/consent", r->dest.url);
}

struct theirs { int64_t gen; bool is_none, is_same; };

/* What the hub has; gen 0: it has none, or did not say. */
static enum wk_rc
read_theirs(struct wk_sync_run *r, struct theirs *out, struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_net_ask q = { .method = "GET", .url = consent_url(r) };
	const char *level = NULL, *basis = NULL, *teams = NULL, *ours = NULL;
	*out = (struct theirs){ 0 };
	enum wk_rc rc = wk_sync_carry(r, &q, &said, err);
	if (rc != WK_OK || said.status != 200 || !said.is_json)
		return rc;
	rc = wk_app_json_int(r->app, said.body, "$.gen", r->a, &out->gen, err);
	struct wk_store *s = r->app->store;
	if (rc == WK_OK)
		rc = wk_store_json_get(s, said.body, "$.level", r->a, &level, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(s, said.body, "$.basis", r->a, &basis, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(s, said.body, "$.teams", r->a, &teams, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(s, wk_app_consent_body(&r->consent, r->a),
		    "$.teams", r->a, &ours, err);
	if (rc != WK_OK || level == NULL)
		return rc;
	out->is_none = strcmp(level, "none") == 0;
	out->is_same = strcmp(level, r->consent.level) == 0 && teams != NULL &&
	    strcmp(teams, ours) == 0 && strcmp(basis == NULL ? "work" : basis,
	    r->consent.basis) == 0;
	return WK_OK;
}

static void
fail(struct wk_sync_run *r)
{
	switch (wk_sync_judge(r->said.status, r->said.code, r->said.transport)) {
	case WK_SYNC_HOLD:
		wk_sync_hold(r, true);
		break;
	case WK_SYNC_GONE:
	case WK_SYNC_RETRY:
	case WK_SYNC_DONE:               /* a good status, and not the hub's words */
		wk_sync_hold(r, false);
		break;
	default:
		wk_sync_pause(r);
	}
}

static enum wk_rc
tell_once(struct wk_sync_run *r, struct wk_net_said *said, struct wk_err *err)
{
	struct wk_net_ask q = { .method = "PUT", .url = consent_url(r),
		.body = wk_app_consent_body(&r->consent, r->a),
		.headers = { "Content-Type: application/json" } };
	return carry(r, "consent", &q, said, err);
}

static bool
is_stale(const struct wk_net_said *s)
{
	return s->status == 409 && s->code != NULL && strcmp(s->code, "stale-gen") == 0;
}

enum wk_rc
wk_sync_tell(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_net_said said = { .status = 200, .is_json = true };
	struct theirs t;
	enum wk_rc rc = WK_OK;
	if (strcmp(r->dest.kind, "hub") == 0)
		rc = tell_once(r, &said, err);
	if (rc == WK_OK && is_stale(&said)) {   /* ours was given after theirs */
		rc = read_theirs(r, &t, err);
		if (rc == WK_OK && t.gen >= r->consent.gen) {
			r->consent.gen = t.gen + 1;
			rc = tell_once(r, &said, err);
		}
	}
	if (rc != WK_OK)
		return rc;
	if ((said.status != 200 && said.status != 201) || !said.is_json) {
		fail(r);
		return put(r, err);
	}
	r->consent.is_told = true;
	return put(r, err);
}

static enum wk_rc
withdraw_once(struct wk_sync_run *r, int64_t gen, struct wk_net_said *said,
    struct wk_err *err)
{
	struct wk_net_ask q = { .method = "DELETE",
		.url = wk_arena_printf(r->a, "%s?gen=%lld", consent_url(r),
		    (long long)gen) };
	return carry(r, "withdraw", &q, said, err);
}

/* An event that the receiver may ignore; of a database there is nothing to ask. */
static enum wk_rc
withdraw_event(struct wk_sync_run *r, struct wk_net_said *said, struct wk_err *err)
{
	struct wk_net_ask q = { .method = "POST", .url = r->dest.url,
		.body = wk_arena_printf(r->a, "{\"type\":\"consent.withdrawn\",\"data\":"
		    "{\"source\":\"%s\",\"consent_gen\":%lld}}", r->dest.source,
		    (long long)r->consent.gen),
		.headers = { "Content-Type: application/json" } };
	if (strcmp(r->dest.kind, "webhook") != 0)
		return WK_OK;
	wk_sync_sign(r, wk_arena_printf(r->a, "withdrawn.%lld",
	    (long long)r->consent.gen), &q);
	return carry(r, "withdraw", &q, said, err);
}

/* 410 of a webhook: nobody is there any more. */
static bool
has_heard(const struct wk_sync_run *r, const struct wk_net_said *s)
{
	if (strcmp(r->dest.kind, "hub") == 0)
		return s->status == 200 && s->is_json;
	return (s->status >= 200 && s->status < 300) || s->status == 410;
}

enum wk_rc
wk_sync_withdraw(struct wk_sync_run *r, struct wk_err *err)
{
	struct wk_net_said said = { .status = 200, .is_json = true };
	struct theirs t;
	bool is_hub = strcmp(r->dest.kind, "hub") == 0;
	enum wk_rc rc = is_hub ? withdraw_once(r, r->consent.gen, &said, err) :
	    withdraw_event(r, &said, err);
	/* another machine went on meanwhile: what it gave ends too */
	if (rc == WK_OK && is_hub && (said.status == 409 || said.status == 422)) {
		rc = read_theirs(r, &t, err);
		if (rc == WK_OK && (t.is_none || t.gen == 0) && r->said.status == 200)
			said = (struct wk_net_said){ .status = 200, .is_json = true };
		else if (rc == WK_OK && t.gen > 0)
			rc = withdraw_once(r, t.gen, &said, err);
	}
	if (rc != WK_OK)
		return rc;
	r->consent.is_told = has_heard(r, &said);
	if (r->consent.is_told) {
		r->dest.paused = NULL;
		r->dest.failures = 0;
		r->dest.next_at = r->dest.hold_until = r->dest.failing_since = 0;
		r->result->sent++;
	} else
		fail(r);
	return put(r, err);
}

enum wk_rc
wk_sync_reread(struct wk_sync_run *r, struct wk_err *err)
{
	struct theirs t = { 0 };
	enum wk_sync_act why = r->wants;
	bool is_again = r->has_reread;
	r->wants = WK_SYNC_DONE;
	r->has_reread = true;
	enum wk_rc rc = why == WK_SYNC_REREAD ? read_theirs(r, &t, err) : WK_OK;
	if (rc != WK_OK)
		return rc;
	if (why == WK_SYNC_WITHDRAWN || t.is_none) {
		r->consent.state = "withdrawn";
		r->consent.is_told = true;
		wk_sync_note(r, "the consent was withdrawn elsewhere: nothing more is "
		    "sent, and what was waiting is gone");
		return put(r, err);
	}
	if (is_again) {
		wk_sync_pause(r);
		return put(r, err);
	}
	if (t.gen > r->consent.gen && !t.is_same) {
		r->consent.state = "void";
		wk_sync_note(r, "another machine changed what is shared: nothing is sent "
		    "until you agree again (wick share preview)");
		return put(r, err);
	}
	r->consent.is_told = t.gen > r->consent.gen;
	r->consent.gen = WK_MAX(t.gen, r->consent.gen);
	r->is_over = false;
	return put(r, err);
}
