/* SPDX-License-Identifier: MIT */
/* What somebody allows, who looked, everything the hub holds, and the end of it all. */
#include "api.h"

static bool
own_person(struct call *c, struct wk_hub_person *p)
{
	struct wk_err err = { 0 };

	return api_self(c) && call_read_ok(c,
	    c->w->hub->ops->person(c->w->reader, c->who.person, p, &err), &err);
}

static void
reply_consent(struct call *c, int status)
{
	struct wk_hub_person p;

	if (!own_person(c, &p))
		return;
	if (p.consent.gen == 0) {
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	put_consent(call_json(c, status), &p.consent);
	http_reply_header(c->req, "Cache-Control", "private, no-cache");
}

void
api_consent_get(struct call *c)
{
	reply_consent(c, 200);
}

static void
consent_stored(struct call *c)
{
	const struct wk_hub_result *r = &c->job.results[0];

	if (wk_hub_outcomes[r->outcome].code != NULL)
		problem_outcome(c, r);
	else
		reply_consent(c, wk_hub_outcomes[r->outcome].status == 201 ? 201 : 200);
}

void
api_consent_put(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);
	struct doc_error e;

	if (!api_self(c))
		return;
	ops[0].verb = WK_HUB_OP_CONSENT;
	if (doc_consent(c->body, call_today(c), &ops[0].u.consent, &e))
		api_change(c, ops, "consent", c->who.person, NULL, consent_stored);
	else
		doc_refuse(c, &e);
}

static void
withdrawn(struct call *c)
{
	const struct wk_hub_result *r = &c->job.results[0];
	struct wk_buf *b;

	if (wk_hub_outcomes[r->outcome].code != NULL) {
		problem_outcome(c, r);
		return;
	}
	b = call_json(c, 200);
	wk_buf_addc(b, '{');
	put_int(b, "gen", c->job.ops[0].u.gen);
	put_int(b, "erased", r->erased);
	wk_buf_addc(b, '}');
}

void
api_consent_delete(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);

	if (!api_self(c) ||
	    !query_int(c, "gen", 1, WK_HUB_REV_MAX, true, &ops[0].u.gen))
		return;
	ops[0].verb = WK_HUB_OP_WITHDRAW;
	api_change(c, ops, "withdraw", c->who.person, NULL, withdrawn);
}

static void
erased(struct call *c)
{
	call_text(c, 204, "");
	c->req->reply.header_count = 0;
}

void
api_person_delete(struct call *c)
{
	struct wk_hub_op *ops = call_ops(c, 2);

	if (!api_self(c))
		return;
	ops[0].verb = WK_HUB_OP_ERASE;
	api_change(c, ops, "erase", c->who.person, NULL, erased);
}

/* ---- export ---- */
static bool
export_weeks(struct call *c, struct wk_buf *b)
{
	struct wk_hub_week_query q = { .person = c->who.person, .limit = WK_HUB_PAGE };
	struct wk_hub_week *weeks;
	struct wk_err err = { 0 };
	size_t n;

	do {
		if (!call_read_ok(c, c->w->hub->ops->weeks(c->w->reader, &q, c->arena,
		    &weeks, &n, &err), &err))
			return false;
		for (size_t i = 0; i < n; i++) {
			wk_buf_adds(b, "{\"week\":");
			put_week_view(b, &weeks[i]);
			wk_buf_adds(b, "}\n");
		}
		q.before = n > 0 ? weeks[n - 1].week : 0;
	} while (n == WK_HUB_PAGE);
	return true;
}

static bool
export_teams(struct call *c, struct wk_buf *b)
{
	struct wk_hub_team *teams;
	struct wk_err err = { 0 };
	size_t n;

	if (!call_read_ok(c, c->w->hub->ops->teams(c->w->reader, c->who.person, NULL,
	    c->arena, &teams, &n, &err), &err))
		return false;
	for (size_t i = 0; i < n; i++) {
		wk_buf_adds(b, "{\"membership\":{");
		put_text(b, "team", teams[i].id);
		put_text(b, "name", teams[i].name);
		put_text(b, "role", word_role(teams[i].role));
		wk_buf_adds(b, "}}\n");
	}
	return true;
}

static bool
export_log(struct call *c, struct wk_buf *b)
{
	struct wk_hub_audit_query q = { .subject = c->who.person, .limit = WK_HUB_PAGE };
	struct wk_hub_audit *rows;
	struct wk_err err = { 0 };
	size_t n;

	do {
		if (!call_read_ok(c, c->w->hub->ops->audit(c->w->reader, &q, c->arena,
		    &rows, &n, &err), &err))
			return false;
		for (size_t i = 0; i < n; i++) {
			wk_buf_adds(b, "{\"audit\":{");
			put_instant(b, "at", rows[i].at);
			put_text(b, "actor", rows[i].actor_name);
			put_text(b, "action", rows[i].action);
			wk_buf_adds(b, "}}\n");
		}
		q.before_seq = n > 0 ? rows[n - 1].seq : 0;
	} while (n == WK_HUB_PAGE);
	return true;
}

static void
export_person(const struct call *c, const struct wk_hub_person *p, struct wk_buf *b)
{
	wk_buf_adds(b, "{\"person\":{");
	put_text(b, "person", p->id);
	put_text(b, "display", p->display);
	put_roles(b, p->roles);
	put_instant(b, "created_at", p->created);
	wk_buf_adds(b, "}}\n{\"token\":{");
	put_text(b, "token_id", c->who.token_id);
	wk_buf_adds(b, "}}\n");
	if (p->consent.gen == 0)
		return;
	wk_buf_adds(b, "{\"consent\":");
	put_consent(b, &p->consent);
	wk_buf_adds(b, "}\n");
}

void
api_export(struct call *c)
{
	struct wk_hub_person p;
	struct wk_buf b;

	if (!own_person(c, &p))
		return;
	wk_buf_init(&b);
	export_person(c, &p, &b);
	if (export_teams(c, &b) && export_weeks(c, &b) && export_log(c, &b)) {
		(void)call_json(c, 200);
		c->req->reply.header_count = 0;
		http_reply_header(c->req, "Content-Type", "application/x-ndjson");
		http_reply_header(c->req, "Content-Disposition",
		    "attachment; filename=\"wick-hub.jsonl\"");
		http_reply_header(c->req, "Cache-Control", "no-store");
		wk_buf_add(&c->req->reply.body, b.p, b.len);
	}
	wk_buf_fini(&b);
}
