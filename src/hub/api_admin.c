/* SPDX-License-Identifier: MIT */
/* People, teams and the audit log. An administrator sees no week, ever. */
#include "api.h"

enum { INVITE_S = 7 * 86400 };

/* ---- invites ---- */
static bool
take_roles(const json_t *o, int *roles, struct doc_error *e)
{
	static const char *const names[] = { "roles" };
	const json_t *list = json_object_get(o, "roles");

	*roles = 0;
	if (!doc_members(o, names, WK_LEN(names), e))
		return false;
	if (!json_is_array(list) || json_array_size(list) > 2)
		return doc_fail(e, PROBLEM_INVALID, "/roles", "an array of at most two");
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *s = json_string_value(json_array_get(list, i));
		int role = s == NULL ? 0 : strcmp(s, "engineer") == 0 ?
		    WK_HUB_ENGINEER : strcmp(s, "admin") == 0 ? WK_HUB_ADMIN : 0;
		if (role == 0 || (*roles & role) != 0)
			return doc_fail(e, PROBLEM_INVALID, "/roles",
			    "engineer and admin, each once");
		*roles |= role;
	}
	return true;
}

static void
invited(struct call *c)
{
	const struct wk_hub_op *op = &c->job.ops[0];
	struct wk_buf *b;

	if (wk_hub_outcomes[c->job.results[0].outcome].code != NULL) {
		problem_outcome(c, &c->job.results[0]);
		return;
	}
	b = call_json(c, 201);
	wk_buf_addc(b, '{');
	put_text(b, "person", op->person);
	put_text(b, "invite", c->secret);
	put_instant(b, "expires_at", op->u.invite.expires);
	wk_buf_addc(b, '}');
	http_reply_header(c->req, "Cache-Control", "no-store");
}

void
api_invite(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);
	struct doc_error e;

	ops[0].verb = WK_HUB_OP_INVITE;
	if (!take_roles(c->body, &ops[0].u.invite.roles, &e)) {
		doc_refuse(c, &e);
		return;
	}
	wk_hub_person_new(ops[0].person);
	wk_hub_secret_new("wki_", c->secret);
	wk_hub_secret_hash(c->secret, ops[0].u.invite.hash);
	ops[0].u.invite.expires = c->now + INVITE_S;
	api_change(c, ops, "invite", ops[0].person, NULL, invited);
}

/* ---- teams ---- */
static void
stored(struct call *c)
{
	const struct wk_hub_result *r = &c->job.results[0];

	if (wk_hub_outcomes[r->outcome].code != NULL) {
		problem_outcome(c, r);
		return;
	}
	(void)call_json(c, c->route->body == BODY_NONE || c->p.person[0] != '\0' ? 204 :
	    r->outcome == WK_HUB_CREATED ? 201 : 200);
	c->req->reply.header_count = 0;
}

void
api_team_put(struct call *c)
{
	static const char *const names[] = { "name", "k_min" };
	struct wk_hub_op *ops = call_ops(c, 2);
	struct wk_hub_team *t = &ops[0].u.team;
	struct doc_error e;
	int64_t k_min = WK_HUB_K_MIN;

	if (!doc_members(c->body, names, WK_LEN(names), &e) ||
	    !doc_name(c->body, "name", t->name, &e) ||
	    (json_object_get(c->body, "k_min") != NULL &&
	    !doc_int(c->body, "k_min", WK_HUB_K_MIN, 100, &k_min, &e))) {
		doc_refuse(c, &e);
		return;
	}
	ops[0].verb = WK_HUB_OP_TEAM_SET;
	memcpy(t->id, c->p.team, sizeof(t->id));
	t->k_min = (int)k_min;
	api_change(c, ops, "team", NULL, c->p.team, stored);
}

static const char *
member_of(const struct call *c)
{
	return call_is_self(c) ? c->who.person : c->p.person;
}

void
api_member_put(struct call *c)
{
	static const char *const names[] = { "role" };
	struct wk_hub_op *ops = call_ops(c, 2);
	struct doc_error e;
	int role;

	if (!doc_members(c->body, names, WK_LEN(names), &e) ||
	    !doc_choice(c->body, "role", word_roles, WK_LEN(word_roles), &role, &e)) {
		doc_refuse(c, &e);
		return;
	}
	ops[0].verb = WK_HUB_OP_MEMBER_SET;
	(void)snprintf(ops[0].person, sizeof(ops[0].person), "%s", member_of(c));
	memcpy(ops[0].u.member.team, c->p.team, sizeof(c->p.team));
	ops[0].u.member.role = (enum wk_hub_role)role;
	api_change(c, ops, role == WK_HUB_MANAGER ? "manager" : "member", member_of(c),
	    c->p.team, stored);
}

void
api_member_delete(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);

	ops[0].verb = WK_HUB_OP_MEMBER_DEL;
	(void)snprintf(ops[0].person, sizeof(ops[0].person), "%s", member_of(c));
	memcpy(ops[0].u.member.team, c->p.team, sizeof(c->p.team));
	api_change(c, ops, "member-removed", member_of(c), c->p.team, stored);
}

/* ---- logs ---- */
/* Newest first; cursors are sequence numbers. */
static bool
take_page(struct call *c, struct wk_hub_audit_query *q, int64_t *limit)
{
	*limit = 53;
	return query_int(c, "limit", 1, WK_HUB_PAGE, false, limit) &&
	    query_int(c, "cursor", 1, WK_HUB_REV_MAX, false, &q->before_seq);
}

static void
put_next(struct wk_buf *b, int64_t seq)
{
	wk_buf_adds(b, "],\"next\":");
	if (seq > 0)
		wk_buf_addf(b, "\"%lld\"}", (long long)seq);
	else
		wk_buf_adds(b, "null}");
}

static void
put_maybe(struct wk_buf *b, const char *name, const char *value)
{
	put_key(b, name);
	if (value[0] == '\0')
		wk_buf_adds(b, "null");
	else
		wk_json_put_string(b, value);
}

static void
put_audit(struct wk_buf *b, const struct wk_hub_audit *a)
{
	wk_buf_addc(b, '{');
	put_int(b, "seq", a->seq);
	put_instant(b, "at", a->at);
	put_text(b, "actor", a->actor);
	put_text(b, "action", a->action);
	put_maybe(b, "subject", a->subject);
	put_maybe(b, "team", a->team);
	put_text(b, "outcome", a->outcome);
	put_text(b, "hash", a->hash);
	wk_buf_addc(b, '}');
}

void
api_audit(struct call *c)
{
	struct wk_hub_audit_query q = { 0 };
	struct wk_hub_audit *rows;
	struct wk_err err = { 0 };
	struct wk_buf *b;
	int64_t limit;
	size_t n;

	if (!take_page(c, &q, &limit))
		return;
	q.limit = (size_t)limit + 1;
	if (!call_read_ok(c, c->w->hub->ops->audit(c->w->reader, &q, c->arena, &rows,
	    &n, &err), &err))
		return;
	b = call_json(c, 200);
	wk_buf_adds(b, "{\"entries\":[");
	for (size_t i = 0; i < n && i < (size_t)limit; i++) {
		if (i > 0)
			wk_buf_addc(b, ',');
		put_audit(b, &rows[i]);
	}
	put_next(b, n > (size_t)limit ? rows[limit - 1].seq : 0);
	http_reply_header(c->req, "Cache-Control", "private, no-cache");
}

static bool
is_access(const struct wk_hub_audit *a)
{
	static const char *const actions[] = { "trend", "week", "grid" };

	for (size_t i = 0; i < WK_LEN(actions); i++)
		if (strcmp(a->action, actions[i]) == 0)
			return true;
	return false;
}

static void
put_access(struct wk_buf *b, const struct wk_hub_audit *a)
{
	wk_buf_adds(b, b->p[b->len - 1] == '[' ? "{" : ",{");
	put_instant(b, "at", a->at);
	put_text(b, "reader", a->actor_name);
	put_text(b, "action", a->action);
	if (a->week_from > 0)
		put_week(b, "from", a->week_from);
	if (a->week_to > 0)
		put_week(b, "to", a->week_to);
	wk_buf_addc(b, '}');
}

/* The log of a person has more than reads: those are picked, page by page. */
void
api_access_log(struct call *c)
{
	struct wk_hub_audit_query q = { .subject = c->who.person };
	struct wk_hub_audit *rows;
	struct wk_err err = { 0 };
	struct wk_buf *b = call_json(c, 200);
	int64_t limit, shown = 0, last = 0;
	size_t n;

	if (!api_self(c) || !take_page(c, &q, &limit))
		return;
	q.limit = WK_HUB_PAGE;
	wk_buf_adds(b, "{\"entries\":[");
	do {
		if (!call_read_ok(c, c->w->hub->ops->audit(c->w->reader, &q, c->arena,
		    &rows, &n, &err), &err))
			return;
		for (size_t i = 0; i < n && shown <= limit; i++) {
			if (!is_access(&rows[i]) || ++shown > limit)
				continue;
			put_access(b, &rows[i]);
			last = rows[i].seq;
		}
		q.before_seq = n > 0 ? rows[n - 1].seq : 0;
	} while (n == WK_HUB_PAGE && shown <= limit);
	put_next(b, shown > limit ? last : 0);
	http_reply_header(c->req, "Cache-Control", "private, no-cache");
}
