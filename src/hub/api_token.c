/* SPDX-License-Identifier: MIT */
/* Enrolment, tokens, and who am I. A secret is in one reply and nowhere else. */
#include "api.h"

enum { DAY_S = 86400 };

static int64_t
token_expires(const struct call *c)
{
	long days = c->w->hub->settings->token_days;

	return days == 0 ? 0 : c->now + (int64_t)days * DAY_S;
}

static void
reply_token(struct call *c, const char *person, const char *secret)
{
	char id[WK_HUB_TOKEN_ID];
	struct wk_buf *b = call_json(c, 201);

	wk_hub_token_id(secret, id);
	wk_buf_addc(b, '{');
	put_text(b, "person", person);
	put_text(b, "token", secret);
	put_text(b, "token_id", id);
	wk_buf_addc(b, '}');
	http_reply_header(c->req, "Cache-Control", "no-store");
}

static void
enrolled(struct call *c)
{
	const struct wk_hub_result *r = &c->job.results[0];

	if (wk_hub_outcomes[r->outcome].code != NULL)
		problem_outcome(c, r);
	else
		reply_token(c, r->person, c->secret);
}

/* What has not the form of an invite is a bad value; what nobody knows is used up. */
static bool
take_invite(const json_t *o, uint8_t hash[32], struct doc_error *e)
{
	const char *s = json_string_value(json_object_get(o, "invite"));

	if (s == NULL || strncmp(s, "wki_", 4) != 0 || !auth_is_secret(s + 4))
		return doc_fail(e, PROBLEM_INVALID, "/invite", "no invite");
	wk_hub_secret_hash(s, hash);
	return true;
}

void
api_enrol(struct call *c)
{
	static const char *const names[] = { "invite", "display" };
	struct wk_hub_op *op = call_ops(c, 1);
	struct doc_error e;

	op->verb = WK_HUB_OP_ENROL;
	if (!doc_members(c->body, names, WK_LEN(names), &e) ||
	    !take_invite(c->body, op->u.enrol.invite, &e) ||
	    !doc_name(c->body, "display", op->u.enrol.display, &e)) {
		doc_refuse(c, &e);
		return;
	}
	wk_hub_secret_new("wk_", c->secret);
	wk_hub_secret_hash(c->secret, op->u.enrol.token);
	wk_hub_token_id(c->secret, op->u.enrol.token_id);
	op->u.enrol.expires = token_expires(c);
	call_write(c, op, 1, enrolled);
}

void
put_roles(struct wk_buf *b, int roles)
{
	put_key(b, "roles");
	wk_buf_addf(b, "[%s%s%s]", roles & WK_HUB_ENGINEER ? "\"engineer\"" : "",
	    roles == (WK_HUB_ENGINEER | WK_HUB_ADMIN) ? "," : "",
	    roles & WK_HUB_ADMIN ? "\"admin\"" : "");
}

void
api_me(struct call *c)
{
	struct wk_buf *b = call_json(c, 200);

	wk_buf_addc(b, '{');
	put_text(b, "person", c->who.person);
	put_text(b, "display", c->who.display);
	put_roles(b, c->who.roles);
	put_text(b, "token_id", c->who.token_id);
	if (c->who.expires > 0)
		put_instant(b, "expires_at", c->who.expires);
	else
		wk_buf_adds(b, ",\"expires_at\":null");
	wk_buf_addc(b, '}');
	http_reply_header(c->req, "Cache-Control", "no-store");
}

static void
rotated(struct call *c)
{
	reply_token(c, c->who.person, c->secret);
}

/* The old one lives a day more, for the machines that have not heard yet. */
void
api_rotate(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);
	int64_t tomorrow = c->now + DAY_S;

	wk_hub_secret_new("wk_", c->secret);
	ops[0].verb = WK_HUB_OP_TOKEN_ADD;
	wk_hub_secret_hash(c->secret, ops[0].u.token.hash);
	wk_hub_token_id(c->secret, ops[0].u.token.token_id);
	ops[0].u.token.kind = WK_HUB_BEARER;
	ops[0].u.token.expires = token_expires(c);
	ops[1].verb = WK_HUB_OP_TOKEN_END;
	memcpy(ops[1].u.token.hash, c->token_hash, sizeof(c->token_hash));
	ops[1].u.token.expires = c->who.expires == 0 ? tomorrow :
	    WK_MIN(tomorrow, c->who.expires);
	call_write(c, ops, 2, rotated);
}
