/* SPDX-License-Identifier: MIT */
/* Signing in with a token that is pasted once, and out again. The cookie is a session of
 * eight hours that the server can end; forms carry a value that only it gives. */
#include "page.h"

enum { SESSION_S = 8 * 3600 };

static void
put_form(struct wk_buf *b, const char *problem)
{
	if (problem != NULL)
		html_element(b, "p", problem, "class", "alert", "role", "alert", NULL);
	html_tag(b, "form", "method", "post", "action", "/login", "class", "login",
	    NULL);
	html_element(b, "label", "Token", "for", "token", NULL);
	html_tag(b, "input", "type", "password", "id", "token", "name", "token",
	    "required", "", "autocomplete", "off", "spellcheck", "false", NULL);
	html_element(b, "button", "Sign in", "type", "submit", NULL);
	html_end(b, "form");
	page_para(b, "Paste the token that you got when you enrolled; it begins with wk_ "
	    "and is sent to this hub alone. You stay signed in for eight hours.");
}

static void
show(struct call *c, int status, const char *problem)
{
	put_form(page_begin(c, status, "Sign in", false), problem);
	page_end(c);
}

void
page_login(struct call *c)
{
	show(c, 200, NULL);
}

/* ---- forms ---- */
static int
hex_of(char c)
{
	const char *digits = "0123456789abcdef", *at;
	char low = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;

	at = low == '\0' ? NULL : strchr(digits, low);
	return at == NULL ? -1 : (int)(at - digits);
}

/* application/x-www-form-urlencoded */
bool
page_field(const char *body, size_t len, const char *name, char out[FIELD_MAX])
{
	size_t n = strlen(name), used = 0;
	const char *p = body, *end = body + len;

	while (p < end && !((size_t)(end - p) > n && memcmp(p, name, n) == 0 &&
	    p[n] == '=')) {
		p = memchr(p, '&', (size_t)(end - p));
		if (p == NULL)
			return false;
		p++;
	}
	if (p >= end)
		return false;
	for (p += n + 1; p < end && *p != '&'; p++) {
		int high = *p == '%' && end - p > 2 ? hex_of(p[1]) : -1;
		int low = high >= 0 ? hex_of(p[2]) : -1;
		char ch = *p == '+' ? ' ' : *p;
		if (low >= 0) {
			ch = (char)(high * 16 + low);
			p += 2;
		}
		if (ch == '\0' || used == FIELD_MAX - 1)
			return false;
		out[used++] = ch;
	}
	out[used] = '\0';
	return true;
}

/* A browser says where a form came from. Under our policy it sends no referrer, and so
 * "null" as the origin; then Sec-Fetch-Site alone counts. */
static bool
is_own_form(const struct call *c)
{
	const char *type = http_header_get(c->req, "Content-Type");
	const char *site = http_header_get(c->req, "Sec-Fetch-Site");
	const char *origin = http_header_get(c->req, "Origin");
	const char *host = http_header_get(c->req, "Host");
	const char *from = origin == NULL ? NULL : strstr(origin, "://");

	if (type == NULL ||
	    strncmp(type, "application/x-www-form-urlencoded", 33) != 0)
		return false;
	if (site != NULL)
		return strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
	return origin == NULL || (from != NULL && strcmp(from + 3, host) == 0);
}

static void
go(struct call *c, const char *where, const char *session, int seconds)
{
	call_text(c, 303, "");
	c->req->reply.header_count = 0;
	page_headers(c);
	http_reply_header(c->req, "Location", where);
	call_header(c, "Set-Cookie", "__Host-wick=%s; Path=/; Max-Age=%d; Secure; "
	    "HttpOnly; SameSite=Strict", session, seconds);
}

static void
signed_in(struct call *c)
{
	go(c, "/", c->secret, SESSION_S);
}

void
page_login_post(struct call *c)
{
	struct wk_hub_op *ops;
	struct wk_err err = { 0 };
	char field[FIELD_MAX];
	const char *token = field;
	enum wk_rc rc = WK_ERR_NOTFOUND;

	if (!is_own_form(c)) {
		show(c, 403, "The form came from another place.");
		return;
	}
	if (page_field(c->req->body, c->req->body_len, "token", field))
		token = wk_text_trim(field);
	else
		field[0] = '\0';
	if (auth_is_token(token))
		rc = auth_find(c, token, WK_HUB_BEARER, &err);
	explicit_bzero(field, sizeof(field));
	if (rc == WK_ERR_NOTFOUND) {
		show(c, 401, "That is no token of this hub, or it has ended.");
		return;
	}
	if (!call_read_ok(c, rc, &err))
		return;
	ops = call_ops(c, 2);
	wk_hub_secret_new("", c->secret);
	ops[0].verb = WK_HUB_OP_TOKEN_ADD;
	wk_hub_secret_hash(c->secret, ops[0].u.token.hash);
	memcpy(ops[0].u.token.token_id, c->who.token_id, sizeof(c->who.token_id));
	ops[0].u.token.kind = WK_HUB_SESSION;
	ops[0].u.token.expires = c->now + SESSION_S;
	api_change(c, ops, "login", c->who.person, NULL, signed_in);
}

static void
signed_out(struct call *c)
{
	go(c, "/login", "", 0);
}

void
page_logout(struct call *c)
{
	struct wk_hub_op *op = call_ops(c, 1);
	char field[FIELD_MAX], want[65];

	auth_csrf(c->session == NULL ? "" : c->session, want);
	if (c->session == NULL || !is_own_form(c) ||
	    !page_field(c->req->body, c->req->body_len, "form", field) ||
	    strcmp(field, want) != 0) {
		problem_set(c, PROBLEM_FORBIDDEN, NULL, NULL);
		return;
	}
	op->verb = WK_HUB_OP_TOKEN_END;
	memcpy(op->u.token.hash, c->token_hash, sizeof(c->token_hash));
	call_write(c, op, 1, signed_out);
}
