/* SPDX-License-Identifier: MIT */
/* Consent: shown whole before it is given, for a receiver, fields, a level and a time;
 * paused and withdrawn with one word. What is agreed to is a digest of the very bytes. */
#include <ctype.h>

#include "share.h"

enum { DAYS = 90, TEAMS_MAX = 20, DIGEST_LEAST = 12 };

/* ---- terms ---- */
static bool
is_team(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!islower((unsigned char)s[i]) && !isdigit((unsigned char)s[i]) &&
		    (s[i] != '-' || i == 0))
			return false;
	return n > 0 && n <= 32;
}

static enum wk_rc
check_teams(const char *teams, struct wk_err *err)
{
	size_t count = 0;
	for (const char *p = teams; *p != '\0'; count++) {
		size_t n = strcspn(p, " ");
		if (!is_team(p, n))
			return wk_fail(err, WK_ERR_INPUT, "\"%.*s\" is no name of a team",
			    (int)WK_MIN(n, 40), p);
		p += n;
		p += *p == ' ';
	}
	return count <= TEAMS_MAX ? WK_OK :
	    wk_fail(err, WK_ERR_INPUT, "more than %d teams", TEAMS_MAX);
}

static enum wk_rc
check_choice(const char *what, const char *v, const char *one, const char *other,
    struct wk_err *err)
{
	return v == NULL || strcmp(v, one) == 0 || strcmp(v, other) == 0 ? WK_OK :
	    wk_fail(err, WK_ERR_INPUT, "%s \"%.40s\" is neither %s nor %s", what, v, one,
	    other);
}

static enum wk_rc
check_terms(const struct wk_share_terms *t, struct wk_err *err)
{
	enum wk_rc rc = check_choice("level", t->level, "band", "indicators", err);
	if (rc == WK_OK)
		rc = check_choice("basis", t->basis, "work", "all", err);
	if (rc == WK_OK)
		rc = check_choice("visibility", t->visibility, "aggregate", "individual",
		    err);
	if (rc == WK_OK && (t->days < 0 || t->days > DAYS))
		rc =
		    wk_fail(err, WK_ERR_INPUT, "days %d is outside 1..%d", t->days, DAYS);
	return rc == WK_OK && t->teams != NULL ? check_teams(t->teams, err) : rc;
}

static bool
is_given(const struct wk_share_terms *t)
{
	return t->level != NULL || t->basis != NULL || t->teams != NULL ||
	    t->visibility != NULL || t->days > 0 || t->since != WK_DATE_NONE;
}

static const char *
either(const char *given, const char *before, const char *usual)
{
	return given != NULL ? given : before != NULL ? before : usual;
}

/* What a grant would put: as it was before where nothing else is said. */
static struct wk_consent
make_next(const struct wk_app *app, const struct wk_dest *d, const struct wk_consent *now,
    const struct wk_share_terms *t, struct wk_arena *a)
{
	bool goes_on = now->gen > 0 && strcmp(now->state, "active") == 0;
	wk_date last = app->today - wk_date_weekday(app->today) - 7;
	/* the hub's day: 90 days from here may be 91 from there */
	wk_date utc = (wk_date)(app->now / 86400);
	struct wk_consent c = { .dest = d->id, .gen = now->gen + 1, .at = app->now,
		.state = "active", .url = d->url,
		.level = either(t->level, now->level, "band"),
		.basis = either(t->basis, now->basis, "work"),
		.teams = either(t->teams, now->teams, ""),
		.visibility = either(t->visibility, now->visibility, "aggregate"),
		.since = goes_on ? now->since : last,
		.expires = utc + (t->days > 0 ? t->days : DAYS), .preview = "" };
	if (t->since != WK_DATE_NONE)
		c.since = t->since;
	c.fields = wk_app_share_fields(d->kind, c.level, a);
	return c;
}

/* ---- what would leave ---- */
static enum wk_rc
fill_items(struct wk_app *app, struct wk_arena *a, struct wk_share_view *v,
    struct wk_err *err)
{
	struct wk_out *made, *waiting;
	size_t n, m, k = 0;
	enum wk_rc rc = wk_app_share_weeks(app, &v->dest, &v->next, a, &made, &n, err);
	if (rc == WK_OK)
		rc =
		    wk_store_out_list(app->store, v->dest.id, true, a, &waiting, &m, err);
	if (rc != WK_OK)
		return rc;
	v->items = WK_ARENA_ARRAY(a, struct wk_share_item, n + m + 1);
	for (size_t i = 0; i < m; i++) {         /* one that waits, unless it is new */
		while (k < n && made[k].monday < waiting[i].monday)
			v->items[v->count++].row = made[k++];
		if (k == n || made[k].monday != waiting[i].monday)
			v->items[v->count++].row = waiting[i];
	}
	while (k < n)
		v->items[v->count++].row = made[k++];
	for (size_t i = 0; i < v->count; i++) {
		struct wk_net_ask q;
		wk_app_share_ask(&v->dest, &v->items[i].row, a, &q);
		v->items[i].request = wk_arena_printf(a, "%s %s", q.method, q.url);
	}
	return WK_OK;
}

static void
digest(struct wk_share_view *v)
{
	struct wk_hash h;
	wk_hash_begin(&h);
	wk_hash_add(&h, v->dest.url, strlen(v->dest.url) + 1);
	wk_hash_add(&h, v->consent_body, strlen(v->consent_body) + 1);
	for (size_t i = 0; i < v->count; i++) {
		const char *body = v->items[i].row.body;
		wk_hash_add(&h, v->items[i].request, strlen(v->items[i].request) + 1);
		wk_hash_add(&h, body == NULL ? "" : body,
		    body == NULL ? 1 : strlen(body) + 1);
	}
	wk_hash_end(&h, v->sha256);
}

/* Before there is a receiver: what one would get. */
static const struct wk_dest nobody = { .name = "hub", .kind = "hub", .url = "https://HUB",
	.source = "xxxxxxxxxxxxxxxx", .person = "me" };

enum wk_rc
wk_app_share_view(struct wk_app *app, const char *dest, const struct wk_share_terms *t,
    struct wk_arena *a, struct wk_share_view *out, struct wk_err *err)
{
	struct wk_share_view v = { .sha256 = "" };
	enum wk_rc rc = check_terms(t, err);
	if (rc == WK_OK)
		rc = wk_app_share_dest(app, dest, a, &v.dest, err);
	if (rc == WK_ERR_NOTFOUND && dest == NULL && app->store != NULL) {
		v.dest = nobody;
		rc = WK_OK;
	}
	if (rc != WK_OK)
		return rc;
	rc = wk_store_consent_get(app->store, v.dest.id, a, &v.now, err);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	v.bar = v.now.gen == 0 ? "nothing was agreed to yet" :
	    wk_app_consent_bar(app, &v.dest, &v.now, a);
	v.next = v.bar == NULL && !is_given(t) ? v.now :
	    make_next(app, &v.dest, &v.now, t, a);
	v.consent_body = wk_app_consent_body(&v.next, a);
	rc = fill_items(app, a, &v, err);
	if (rc != WK_OK)
		return rc;
	digest(&v);
	*out = v;
	return WK_OK;
}

/* ---- giving, pausing, taking back ---- */
enum wk_rc
wk_app_share_grant(struct wk_app *app, const char *dest, const struct wk_share_terms *t,
    const char *agreed, struct wk_arena *a, struct wk_consent *out, struct wk_err *err)
{
	struct wk_share_view v;
	enum wk_rc rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "share", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_share_view(app, dest, t, a, &v, err);
	if (rc == WK_OK && v.dest.id == 0)
		rc = wk_fail(err, WK_ERR_NOTFOUND,
		    "there is nobody to share with yet: wick "
		    "share enrol URL comes first");
	if (rc == WK_OK && v.next.gen == v.now.gen)
		rc =
		    wk_fail(err, WK_ERR_INPUT, "sharing is on already; --days renews it");
	if (rc == WK_OK && (strlen(agreed) < DIGEST_LEAST ||
	    strncmp(v.sha256, agreed, strlen(agreed)) != 0))
		rc = wk_fail(err, WK_ERR_CONFLICT, "what would be sent is no longer what "
		    "was agreed to: look at wick share preview again");
	if (rc == WK_OK) {
		v.next.preview = v.sha256;
		rc = wk_store_consent_put(app->store, &v.next, err);
	}
	for (size_t i = 0; rc == WK_OK && i < v.count; i++)
		rc = wk_store_out_put(app->store, &v.items[i].row, err);
	if (rc == WK_OK) {                       /* what stood in the way may be gone */
		v.dest.paused = NULL;
		v.dest.next_at = 0;
		rc = wk_store_dest_put(app->store, &v.dest, err);
	}
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		*out = v.next;
	return rc;
}

/* The consent of now, inside a transaction. */
static enum wk_rc
begin(struct wk_app *app, const char *dest, struct wk_arena *a, struct wk_dest *d,
    struct wk_consent *c, struct wk_err *err)
{
	enum wk_rc rc = wk_app_share_dest(app, dest, a, d, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "share", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_consent_get(app->store, d->id, a, c, err);
	if (rc == WK_ERR_NOTFOUND || (rc == WK_OK && strcmp(c->state, "withdrawn") == 0))
		rc = wk_fail(err, WK_ERR_NOTFOUND, "nothing is shared with %s", d->url);
	return rc == WK_OK ? WK_OK : wk_app_end(app, rc, err);
}

enum wk_rc
wk_app_share_pause(struct wk_app *app, const char *dest, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_dest d;
	struct wk_consent c;
	enum wk_rc rc = begin(app, dest, a, &d, &c, err);
	if (rc != WK_OK)
		return rc;
	c.state = "paused";
	return wk_app_end(app, wk_store_consent_put(app->store, &c, err), err);
}

enum wk_rc
wk_app_outbox_clear(struct wk_app *app, int64_t dest, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_out *v;
	size_t n;
	enum wk_rc rc = wk_store_out_list(app->store, dest, false, a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		bool has_left = v[i].attempts > 0 || v[i].sent != NULL;
		v[i].op = "retract";
		v[i].state = "done";
		v[i].body = v[i].sha256 = v[i].sent = NULL;
		rc = has_left ? wk_store_out_put(app->store, &v[i], err) :
		    wk_store_out_drop(app->store, dest, v[i].week, err);
	}
	return rc;
}

enum wk_rc
wk_app_share_withdraw(struct wk_app *app, const char *dest, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_dest d;
	struct wk_consent c;
	enum wk_rc rc = begin(app, dest, a, &d, &c, err);
	if (rc != WK_OK)
		return rc;
	c.state = "withdrawn";
	c.is_told = false;
	c.at = app->now;
	rc = wk_store_consent_put(app->store, &c, err);
	if (rc == WK_OK)
		rc = wk_app_outbox_clear(app, d.id, a, err);
	d.paused = NULL;
	d.next_at = 0;
	if (rc == WK_OK)
		rc = wk_store_dest_put(app->store, &d, err);
	return wk_app_end(app, rc, err);
}
