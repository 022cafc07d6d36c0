/* SPDX-License-Identifier: MIT */
/* Refusals as problem documents (RFC 9457). 429 and 503 are only for what passes by
 * itself and say when to come back; what can never succeed is another 4xx. */
#include "web.h"

#include <assert.h>

static const struct problem_row rows[] = {
	[PROBLEM_FRAMING] = { 400, "framing", "The request can be read in two ways" },
	[PROBLEM_MALFORMED] = { 400, "malformed-json", "The body is not JSON" },
	[PROBLEM_INVALID] = { 422, "invalid-member", "A value is not acceptable" },
	[PROBLEM_UNKNOWN_MEMBER] = { 422, "unknown-member",
	    "A member that this hub does not hold" },
	[PROBLEM_LEVEL_EXCEEDS] = { 422, "level-exceeds-consent",
	    "The level is above the consent" },
	[PROBLEM_NO_CONSENT] = { 422, "no-consent", "There is no consent in force" },
	[PROBLEM_WEEK_RANGE] = { 422, "week-out-of-range", "No week that is accepted" },
	[PROBLEM_DUPLICATE_WEEK] = { 422, "duplicate-week",
	    "The week is in this batch already" },
	[PROBLEM_UNAUTHENTICATED] = { 401, "unauthenticated",
	    "No token, or one that does not work" },
	[PROBLEM_FORBIDDEN] = { 403, "forbidden", "Not allowed" },
	[PROBLEM_NOT_FOUND] = { 404, "not-found", "Unknown, or not yours to see" },
	[PROBLEM_METHOD] = { 405, "method-not-allowed", "Method not allowed" },
	[PROBLEM_MEDIA_TYPE] = { 415, "unsupported-media-type",
	    "Unsupported media type" },
	[PROBLEM_TOO_LARGE] = { 413, "too-large", "The body is too large" },
	[PROBLEM_RATE] = { 429, "rate-limited", "Too many requests" },
	[PROBLEM_OVERLOADED] = { 503, "overloaded", "Try again later" },
	[PROBLEM_INTERNAL] = { 500, "internal", "Internal error" },
};
static_assert(WK_LEN(rows) == PROBLEM_COUNT, "one row per problem");

/* Titles of what a store says no to, by code. */
static const struct {
	const char *code, *title;
} titles[] = {
	{ "stale-rev", "A newer revision is stored" },
	{ "rev-conflict", "This revision is stored with other contents" },
	{ "other-source", "Another machine sent this week" },
	{ "precondition-failed", "If-Match does not name what is stored" },
	{ "stale-gen", "The consent has another generation" },
	{ "retracted", "The week was retracted" },
	{ "consent-withdrawn", "The consent was withdrawn" },
	{ "invite-used", "The invite was used, or is none" },
};

const struct problem_row *
problem_row(enum problem p)
{
	return &rows[p];
}

static const char *
title_of(const char *code)
{
	for (size_t i = 0; i < WK_LEN(titles); i++)
		if (strcmp(titles[i].code, code) == 0)
			return titles[i].title;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (strcmp(rows[i].code, code) == 0)
			return rows[i].title;
	return "Refused";
}

/* Starts the document; it wants a closing brace. */
static struct wk_buf *
begin(struct call *c, int status, const char *code)
{
	struct wk_buf *b = &c->req->reply.body;

	c->req->reply.status = status;
	c->req->reply.header_count = 0;
	wk_buf_clear(b);
	http_reply_header(c->req, "Content-Type", "application/problem+json");
	http_reply_header(c->req, "Cache-Control", "no-store");
	wk_buf_addf(b, "{\"type\":\"/problems/%s\",\"title\":", code);
	wk_json_put_string(b, title_of(code));
	wk_buf_addf(b, ",\"status\":%d,\"code\":\"%s\"", status, code);
	metrics_refused(&c->w->hub->metrics, code);
	return b;
}

void
problem_set(struct call *c, enum problem p, const char *pointer, const char *detail)
{
	struct wk_buf *b = begin(c, rows[p].status, rows[p].code);

	if (detail != NULL) {
		wk_buf_adds(b, ",\"detail\":");
		wk_json_put_string(b, detail);
	}
	if (pointer != NULL) {
		wk_buf_adds(b, ",\"errors\":[{\"pointer\":");
		wk_json_put_string(b, pointer);
		wk_buf_adds(b, ",\"detail\":");
		wk_json_put_string(b, detail == NULL ? rows[p].title : detail);
		wk_buf_adds(b, "}]");
	}
	wk_buf_addc(b, '}');
	if (p == PROBLEM_UNAUTHENTICATED)
		http_reply_header(c->req, "WWW-Authenticate", "Bearer realm=\"wick\"");
}

void
problem_busy(struct call *c, enum problem p, int retry_s)
{
	problem_set(c, p, NULL, NULL);
	call_header(c, "Retry-After", "%d", WK_MAX(retry_s, 1));
}

void
problem_outcome(struct call *c, const struct wk_hub_result *r)
{
	const struct wk_hub_outcome_row *row = &wk_hub_outcomes[r->outcome];
	struct wk_buf *b = begin(c, row->status, row->code);

	if (r->current_rev > 0)
		wk_buf_addf(b, ",\"current_rev\":%lld", (long long)r->current_rev);
	wk_buf_addc(b, '}');
}
