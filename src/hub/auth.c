/* SPDX-License-Identifier: MIT */
/* Who asks. A bearer token in its header, or on pages the cookie of a login. Tokens are
 * found by their SHA-256: the hub knows none, and comparing takes no time that tells. A
 * token in a URL is refused, for it stands in logs then. */
#include "web.h"

#include <strings.h>

static bool
refuse(struct call *c)
{
	int wait_s = limits_take(&c->w->hub->limits, LIMIT_REFUSED, c->address,
	    wk_clock_mono_ms());

	if (wait_s > 0)
		problem_busy(c, PROBLEM_RATE, wait_s);
	else
		problem_set(c, PROBLEM_UNAUTHENTICATED, NULL, NULL);
	return false;
}

static bool
is_in_url(struct call *c)
{
	static const char *const names[] = { "access_token", "token", "api_key" };

	for (size_t i = 0; i < WK_LEN(names); i++)
		if (query_get(c, names[i]) != NULL)
			return true;
	return false;
}

/* 43 characters of base64url */
bool
auth_is_secret(const char *s)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_";

	return strspn(s, letters) == 43 && s[43] == '\0';
}

enum wk_rc
auth_find(struct call *c, const char *secret, enum wk_hub_token_kind kind,
    struct wk_err *err)
{
	enum wk_rc rc;

	wk_hub_secret_hash(secret, c->token_hash);
	rc = c->w->hub->ops->token(c->w->reader, c->token_hash, c->now, &c->who, err);
	if (rc == WK_OK && c->who.kind != kind)
		rc = WK_ERR_NOTFOUND;
	if (rc != WK_OK)
		c->who = (struct wk_hub_principal){ 0 };
	return rc;
}

/* WK_ERR_NOTFOUND: none came, or none that is known. */
static enum wk_rc
find_bearer(struct call *c, struct wk_err *err)
{
	static const char scheme[] = "Bearer ";
	const char *s = http_header_get(c->req, "Authorization");

	if (s == NULL || is_in_url(c) ||
	    strncasecmp(s, scheme, sizeof(scheme) - 1) != 0)
		return WK_ERR_NOTFOUND;
	s += sizeof(scheme) - 1;
	if (!auth_is_token(s))
		return WK_ERR_NOTFOUND;
	return auth_find(c, s, WK_HUB_BEARER, err);
}

bool
auth_is_token(const char *s)
{
	return strncmp(s, "wk_", 3) == 0 && auth_is_secret(s + 3);
}

/* The value of the cookie, in the arena. */
static const char *
find_cookie(struct call *c)
{
	static const char name[] = "__Host-wick=";
	const char *p = http_header_get(c->req, "Cookie");

	while (p != NULL && *p != '\0') {
		size_t n = strcspn(p, ";");
		if (n > sizeof(name) - 1 && strncmp(p, name, sizeof(name) - 1) == 0)
			return wk_arena_strndup(c->arena, p + sizeof(name) - 1,
			    n - (sizeof(name) - 1));
		p += n;
		p += strspn(p, "; ");
	}
	return NULL;
}

/* The one header of that name; NULL: none, or several, of which none counts. */
static const char *
only_header(const struct call *c, const char *name)
{
	const char *found = NULL;

	for (size_t i = 0; i < c->req->header_count; i++) {
		if (!wk_text_eq_nocase(c->req->headers[i].name, name))
			continue;
		if (found != NULL)
			return NULL;
		found = c->req->headers[i].value;
	}
	return found;
}

/* Who a proxy says has signed in with it: the id of a person here. Pages only, and only
 * of a listed proxy's own address. */
static enum wk_rc
find_remote(struct call *c, struct wk_err *err)
{
	const struct settings *s = c->w->hub->settings;
	struct wk_hub_person p;
	char hex[65];
	const char *id = strcmp(s->remote_user, "off") == 0 ||
	    !settings_is_proxy(s, c->req->peer) ? NULL : only_header(c, s->remote_user);

	if (id == NULL || !wk_text_starts(id, "p_") || strlen(id) >= WK_HUB_ID)
		return WK_ERR_NOTFOUND;
	enum wk_rc rc = c->w->hub->ops->person(c->w->reader, id, &p, err);
	if (rc != WK_OK || !p.is_enrolled)
		return rc != WK_OK ? rc : WK_ERR_NOTFOUND;
	c->who = (struct wk_hub_principal){ .roles = p.roles, .kind = WK_HUB_SESSION };
	memcpy(c->who.person, p.id, sizeof(p.id));
	memcpy(c->who.display, p.display, sizeof(p.display));
	wk_hash_sha256(id, strlen(id), hex);    /* limits and logs know no person */
	(void)snprintf(c->who.token_id, sizeof(c->who.token_id), "%.8s", hex);
	return WK_OK;
}

static bool
auth_page(struct call *c)
{
	struct wk_err err = { 0 };
	const char *cookie = find_cookie(c);
	enum wk_rc rc = find_bearer(c, &err);

	if (rc == WK_ERR_NOTFOUND && cookie != NULL && auth_is_secret(cookie)) {
		rc = auth_find(c, cookie, WK_HUB_SESSION, &err);
		c->session = rc == WK_OK ? cookie : NULL;
	}
	if (rc == WK_ERR_NOTFOUND)
		rc = find_remote(c, &err);
	if (rc == WK_OK)
		return true;
	if (rc != WK_ERR_NOTFOUND)
		return call_read_ok(c, rc, &err);
	call_text(c, 303, "");
	http_reply_header(c->req, "Location", "/login");
	return false;
}

bool
auth_call(struct call *c)
{
	struct wk_err err = { 0 };
	enum wk_rc rc;

	if (c->route->auth == AUTH_NONE)
		return true;
	if (c->route->auth == AUTH_PAGE)
		return auth_page(c);
	rc = find_bearer(c, &err);
	if (rc == WK_ERR_NOTFOUND)
		return refuse(c);
	if (rc != WK_OK)
		return call_read_ok(c, rc, &err);
	if (c->route->auth == AUTH_BEARER || (c->who.roles & WK_HUB_ADMIN) != 0)
		return true;
	problem_set(c, PROBLEM_FORBIDDEN, NULL, NULL);
	return false;
}

void
auth_csrf(const char *session, char out[65])
{
	struct wk_hash h;

	wk_hash_begin(&h);
	wk_hash_add(&h, "form\n", 5);
	wk_hash_add(&h, session, strlen(session));
	wk_hash_end(&h, out);
}
