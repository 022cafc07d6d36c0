/* SPDX-License-Identifier: MIT */
/* Weeks: read by the person and by managers that may, written by the person alone. */
#include "api.h"

enum { LIMIT_DEFAULT = 53, SLACK_S = 26 * 3600, ETAG_MAX = 80 };

/* ---- reading ---- */
static bool
read_weeks(struct call *c, const struct reading *r, struct wk_hub_week_query *q,
    struct wk_hub_week **out, size_t *n)
{
	struct wk_err err = { 0 };

	q->person = r->person;
	if (!call_read_ok(c, c->w->hub->ops->weeks(c->w->reader, q, c->arena, out, n,
	    &err), &err))
		return false;
	for (size_t i = 0; i < *n; i++)
		(void)wk_hub_week_lower(&(*out)[i], r->level);
	return true;
}

static void
put_page(struct call *c, const struct reading *r, const struct wk_hub_week *w, size_t n,
    bool has_more)
{
	struct wk_buf *b = call_json(c, 200);
	char next[9] = "";

	wk_buf_addc(b, '{');
	put_text(b, "person", r->person);
	put_key(b, "weeks");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			wk_buf_addc(b, ',');
		put_week_view(b, &w[i]);
	}
	wk_buf_addc(b, ']');
	if (has_more)
		word_week_put(w[n - 1].week, next);
	put_key(b, "next");
	wk_buf_adds(b, has_more ? "\"" : "null");
	wk_buf_addf(b, "%s%s}", next, has_more ? "\"" : "");
}

/* The same question for what follows. */
static void
put_link(struct call *c, const struct wk_hub_week_query *q, int last)
{
	struct wk_buf b;
	char week[9];

	wk_buf_init(&b);
	word_week_put(last, week);
	wk_buf_addf(&b, "<%s?before=%s&limit=%zu", c->req->path, week, q->limit - 1);
	if (q->from > 0) {
		word_week_put(q->from, week);
		wk_buf_addf(&b, "&from=%s", week);
	}
	wk_buf_adds(&b, ">; rel=\"next\"");
	call_header(c, "Link", "%s", b.p);
	wk_buf_fini(&b);
}

void
api_weeks(struct call *c)
{
	struct wk_hub_week_query q = { 0 };
	struct reading r;
	struct wk_hub_week *weeks;
	int64_t limit = LIMIT_DEFAULT;
	size_t n;
	bool has_more;

	if (!api_may_read(c, &r) || !query_week(c, "from", &q.from) ||
	    !query_week(c, "to", &q.to) || !query_week(c, "before", &q.before) ||
	    !query_int(c, "limit", 1, WK_HUB_PAGE, false, &limit))
		return;
	q.limit = (size_t)limit + 1; /* one more shows whether more follows */
	if (!read_weeks(c, &r, &q, &weeks, &n))
		return;
	has_more = n > (size_t)limit;
	n = WK_MIN(n, (size_t)limit);
	put_page(c, &r, weeks, n, has_more);
	call_cached(c);
	if (has_more && c->req->reply.status == 200)
		put_link(c, &q, weeks[n - 1].week);
	api_reply_audited(c, &r, "trend", n > 0 ? weeks[n - 1].week : q.from,
	    n > 0 ? weeks[0].week : q.to);
}

static bool
is_real_week(struct call *c)
{
	if (c->p.is_bad_week)
		problem_set(c, PROBLEM_WEEK_RANGE, NULL, "the year has no such week");
	return !c->p.is_bad_week;
}

static void
reply_week(struct call *c, const struct reading *r, const struct wk_hub_week *w)
{
	static const struct wk_hub_result retracted = {
		.outcome = WK_HUB_RETRACTED,
	};
	char etag[67];

	if (w->is_retracted && r->is_self) {
		problem_outcome(c, &retracted);
		return;
	}
	if (w->is_retracted) {
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	put_week_view(call_json(c, 200), w);
	wk_hub_etag(w, r->level, etag);
	call_etag(c, etag);
	api_reply_audited(c, r, "week", w->week, w->week);
}

void
api_week_get(struct call *c)
{
	struct wk_hub_week_query q = { .from = c->p.week, .to = c->p.week, .limit = 1,
		.with_retracted = true };
	struct reading r;
	struct wk_hub_week *w;
	size_t n;

	if (!api_may_read(c, &r) || !is_real_week(c) || !read_weeks(c, &r, &q, &w, &n))
		return;
	if (n == 1)
		reply_week(c, &r, &w[0]);
	else
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
}

/* ---- writing ---- */
/* Up to the next week, for whoever is ahead of UTC. */
static bool
is_week_taken(const struct call *c, int week, bool is_real)
{
	int next = word_week_of((wk_date)((c->now + SLACK_S) / 86400) + 7);

	return is_real && week <= next;
}

static void
put_ack(struct call *c)
{
	static const char *const words[] = { "created", "updated", "unchanged" };
	const struct wk_hub_result *r = &c->job.results[0];
	const struct wk_hub_week *w = &c->job.ops[0].u.put.week;
	struct wk_buf *b;
	char week[9];

	if (wk_hub_outcomes[r->outcome].code != NULL) {
		problem_outcome(c, r);
		return;
	}
	b = call_json(c, wk_hub_outcomes[r->outcome].status);
	word_week_put(w->week, week);
	wk_buf_addc(b, '{');
	put_text(b, "week", week);
	put_int(b, "rev", w->rev);
	put_text(b, "result", words[r->outcome - WK_HUB_CREATED]);
	put_instant(b, "received_at", r->received);
	wk_buf_addc(b, '}');
	call_header(c, "ETag", "%s", r->etag);
	if (r->outcome == WK_HUB_CREATED)
		call_header(c, "Location", "/v1/people/%s/weeks/%s", c->who.person,
		    week);
}

void
api_week_put(struct call *c)
{
	struct wk_hub_op *op = call_ops(c, 1);
	const char *match = http_header_get(c->req, "If-Match");
	struct doc_error e;

	if (!api_self(c))
		return;
	op->verb = WK_HUB_OP_PUT_WEEK;
	(void)snprintf(op->u.put.if_match, sizeof(op->u.put.if_match), "%s",
	    match == NULL ? "" : strlen(match) > ETAG_MAX ? "\"none\"" : match);
	if (!doc_week(c->body, op, &e)) {
		doc_refuse(c, &e);
		return;
	}
	if (!is_week_taken(c, c->p.week, !c->p.is_bad_week)) {
		problem_set(c, PROBLEM_WEEK_RANGE, NULL, NULL);
		return;
	}
	op->u.put.week.week = c->p.week;
	memcpy(op->u.put.week.person, c->who.person, sizeof(c->who.person));
	call_write(c, op, 1, put_ack);
}

static void
put_retracted(struct call *c)
{
	const struct wk_hub_result *r = &c->job.results[0];

	if (wk_hub_outcomes[r->outcome].code != NULL) {
		problem_outcome(c, r);
		return;
	}
	(void)call_json(c, 204);
	c->req->reply.header_count = 0;
}

void
api_week_delete(struct call *c)
{
	struct wk_hub_op *op = call_ops(c, 1);

	if (!api_self(c) || !is_real_week(c) ||
	    !query_int(c, "rev", 1, WK_HUB_REV_MAX, true, &op->u.retract.rev))
		return;
	op->verb = WK_HUB_OP_RETRACT;
	op->u.retract.week = c->p.week;
	call_write(c, op, 1, put_retracted);
}

/* ---- batches: every item has its own, final outcome ---- */
struct item {
	const char *week; /* as it came */
	size_t op; /* its place among the ops; NO_OP: refused before */
	struct doc_error error;
};
enum { NO_OP = 9999 };
struct batch {
	struct item items[WK_HUB_BATCH];
	size_t n, op_count;
};

static bool
item_put(struct call *c, const json_t *o, struct wk_hub_op *op, int week,
    struct doc_error *e)
{
	static const char *const names[] = { "op", "week", "body" };

	op->verb = WK_HUB_OP_PUT_WEEK;
	if (!doc_members(o, names, WK_LEN(names), e) ||
	    !doc_week(json_object_get(o, "body"), op, e))
		return false;
	op->u.put.week.week = week;
	memcpy(op->u.put.week.person, c->who.person, sizeof(c->who.person));
	return true;
}

static bool
item_retract(const json_t *o, struct wk_hub_op *op, int week, struct doc_error *e)
{
	static const char *const names[] = { "op", "week", "rev" };

	op->verb = WK_HUB_OP_RETRACT;
	op->u.retract.week = week;
	return doc_members(o, names, WK_LEN(names), e) &&
	    doc_int(o, "rev", 1, WK_HUB_REV_MAX, &op->u.retract.rev, e);
}

static bool
is_repeated(const struct batch *b, const struct item *it)
{
	for (const struct item *x = b->items; x < it; x++)
		if (x->op != NO_OP && strcmp(x->week, it->week) == 0)
			return true;
	return false;
}

static bool
take_item(struct call *c, const struct batch *b, struct item *it, const json_t *o,
    struct wk_hub_op *op)
{
	static const char *const verbs[] = { "put", "retract" };
	struct doc_error *e = &it->error;
	int verb, week = 0;
	bool is_real = false;

	if (!json_is_object(o) || json_string_value(json_object_get(o, "week")) == NULL)
		return doc_fail(e, PROBLEM_INVALID, "/week", "a week is wanted");
	it->week = json_string_value(json_object_get(o, "week"));
	if (!doc_choice(o, "op", verbs, WK_LEN(verbs), &verb, e))
		return false;
	if (!word_week(it->week, &week, &is_real))
		return doc_fail(e, PROBLEM_INVALID, "/week", "a week such as 2026-W47");
	if (!is_real || (verb == 0 && !is_week_taken(c, week, is_real)))
		return doc_fail(e, PROBLEM_WEEK_RANGE, "/week",
		    is_real ? "too far ahead" : "the year has no such week");
	if (is_repeated(b, it))
		return doc_fail(e, PROBLEM_DUPLICATE_WEEK, "/week",
		    "the week is in this batch already");
	return verb == 0 ? item_put(c, o, op, week, e) : item_retract(o, op, week, e);
}

static void
put_refused(struct wk_buf *b, const struct doc_error *e)
{
	const struct problem_row *row = problem_row(e->problem);

	put_int(b, "status", row->status);
	put_text(b, "code", row->code);
	if (e->detail[0] != '\0')
		put_text(b, "detail", e->detail);
}

static bool
put_outcome(struct wk_buf *b, const struct wk_hub_op *op, const struct wk_hub_result *r)
{
	const struct wk_hub_outcome_row *row = &wk_hub_outcomes[r->outcome];

	put_int(b, "status", row->status);
	if (row->code == NULL) {
		put_int(b, "rev", op->verb == WK_HUB_OP_RETRACT ? op->u.retract.rev :
		    op->u.put.week.rev);
		return true;
	}
	put_text(b, "code", row->code);
	if (r->current_rev > 0)
		put_int(b, "current_rev", r->current_rev);
	return false;
}

static void
put_batch(struct call *c)
{
	const struct batch *batch = c->batch;
	struct wk_buf *b = call_json(c, 200), items;
	int accepted = 0;

	wk_buf_init(&items);
	for (size_t i = 0; i < batch->n; i++) {
		const struct item *it = &batch->items[i];
		wk_buf_adds(&items, i > 0 ? ",{" : "{");
		put_text(&items, "week", wk_arena_strndup(c->arena, it->week,
		    WK_MIN(strlen(it->week), 16)));
		if (it->op == NO_OP)
			put_refused(&items, &it->error);
		else
			accepted += put_outcome(&items, &c->job.ops[it->op],
			    &c->job.results[it->op]);
		wk_buf_addc(&items, '}');
	}
	wk_buf_addf(b, "{\"accepted\":%d,\"refused\":%d,\"items\":[%s]}", accepted,
	    (int)batch->n - accepted, items.p);
	wk_buf_fini(&items);
}

static bool
take_batch(struct call *c, json_t **list, struct doc_error *e)
{
	static const char *const names[] = { "items" };

	*list = json_object_get(c->body, "items");
	if (!doc_members(c->body, names, WK_LEN(names), e))
		return false;
	if (json_array_size(*list) >= 1 && json_array_size(*list) <= WK_HUB_BATCH)
		return true;
	return doc_fail(e, PROBLEM_INVALID, "/items", "an array of 1 to 256 items");
}

void
api_batch(struct call *c)
{
	struct batch *batch = WK_ARENA_NEW(c->arena, struct batch);
	struct wk_hub_op *ops;
	struct doc_error e;
	json_t *list;

	if (!api_self(c))
		return;
	if (!take_batch(c, &list, &e)) {
		doc_refuse(c, &e);
		return;
	}
	batch->n = json_array_size(list);
	ops = call_ops(c, batch->n);
	for (size_t i = 0; i < batch->n; i++) {
		struct item *it = &batch->items[i];
		it->week = "";
		it->op = take_item(c, batch, it, json_array_get(list, i),
		    &ops[batch->op_count]) ? batch->op_count : NO_OP;
		batch->op_count += it->op != NO_OP;
	}
	c->batch = batch;
	if (batch->op_count > 0)
		call_write(c, ops, batch->op_count, put_batch);
	else
		put_batch(c);
}
