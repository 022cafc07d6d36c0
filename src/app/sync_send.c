/* SPDX-License-Identifier: MIT */
/* What leaves and what becomes of it. The ledger has its line, and the row its attempt,
 * durably before a byte goes; the answer is written after it. A crash between the two
 * sends the same rev again, which changes nothing there. */
#include <stdlib.h>

#include "sync.h"

enum { DAY_S = 86400, REFUSALS = 8, FAILURES = 10 };

static bool
is_op(const struct wk_out *o, const char *op)
{
	return strcmp(o->op, op) == 0;
}

/* ---- requests ---- */
enum wk_rc
wk_sync_carry(struct wk_sync_run *r, struct wk_net_ask *q, struct wk_net_said *said,
    struct wk_err *err)
{
	bool is_bearer = strcmp(r->dest.kind, "webhook") != 0 && r->token.len > 0;
	q->token = is_bearer ? r->token.p : NULL;
	enum wk_rc rc = wk_app_net(r->app, q, r->a, said, err);
	if (rc == WK_OK)
		r->said = *said;
	return rc;
}

/* ---- before and after ---- */
static struct wk_ledger
line_of(const struct wk_sync_run *r, const struct wk_out *o)
{
	const char *body = o->body == NULL ? "" : o->body;
	char *hex = wk_arena_alloc(r->a, 65);
	wk_hash_sha256(body, strlen(body), hex);
	return (struct wk_ledger){ .at = r->app->now, .dest = r->dest.name,
		.week = o->week, .op = is_op(o, "put") ? "put" : "retract",
		.rev = o->rev, .bytes = (int64_t)strlen(body), .sha256 = hex, .ms = -1 };
}

static enum wk_rc
before(struct wk_sync_run *r, struct wk_out **v, size_t n, struct wk_ledger *lines,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		v[i]->attempts++;
		lines[i] = line_of(r, v[i]);
		rc = wk_store_out_put(r->app->store, v[i], err);
		if (rc == WK_OK)
			rc = wk_store_ledger_put(r->app->store, &lines[i], err);
	}
	return wk_app_end(r->app, rc, err);
}

static enum wk_rc
after(struct wk_sync_run *r, struct wk_out **v, size_t n, struct wk_ledger *lines,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		lines[i].status = v[i]->last_status;
		lines[i].code = v[i]->last_code;
		lines[i].ms = r->said.ms;
		rc = wk_store_out_put(r->app->store, v[i], err);
		if (rc == WK_OK)
			rc = wk_store_ledger_set(r->app->store, &lines[i], err);
	}
	if (rc == WK_OK)
		rc = wk_store_dest_put(r->app->store, &r->dest, err);
	return wk_app_end(r->app, rc, err);
}

/* ---- what an answer does ---- */
void
wk_sync_note(struct wk_sync_run *r, const char *text)
{
	struct wk_sync_result *out = r->result;
	const char **v = WK_ARENA_ARRAY(r->a, const char *, out->note_count + 1);
	if (out->note_count > 0)
		memcpy(v, out->notes, out->note_count * sizeof(*v));
	v[out->note_count++] = wk_arena_printf(r->a, "%s: %s", r->dest.name, text);
	out->notes = v;
}

static uint32_t
chance(void)
{
	uint32_t v = 0;
	return wk_app_random(&v, sizeof(v), NULL) == WK_OK ? v : 0;
}

static const char *
clock_of(const struct wk_sync_run *r, int64_t at)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_zone_put_iso(&b, at, wk_zone_offset(r->app->zone, at), false);
	const char *text = wk_arena_printf(r->a, "%.10s %.5s", b.p, b.p + 11);
	wk_buf_fini(&b);
	return text;
}

void
wk_sync_hold(struct wk_sync_run *r, bool is_asked)
{
	struct wk_dest *d = &r->dest;
	int asked_s = r->said.retry_after_s;
	d->failing_since = d->failures == 0 ? r->app->now : d->failing_since;
	d->failures++;
	d->next_at = r->app->now + wk_sync_delay(d->failures, chance(), asked_s);
	if (is_asked && asked_s > 0)
		d->hold_until = r->app->now + WK_MIN(asked_s, DAY_S);
	r->is_over = true;
	wk_sync_note(r, wk_arena_printf(r->a, "%s; next try %s",
	    wk_app_net_words(&r->said, r->a), clock_of(r, d->next_at)));
}

void
wk_sync_pause(struct wk_sync_run *r)
{
	struct wk_dest *d = &r->dest;
	d->paused = wk_app_net_words(&r->said, r->a);
	d->failing_since = d->failures == 0 ? r->app->now : d->failing_since;
	d->failures++;
	d->next_at = r->app->now + DAY_S;
	r->is_over = true;
	wk_sync_note(r, wk_arena_printf(r->a, "%s; stopped, and tried once a day "
	    "(wick sync doctor)", d->paused));
}

static void
went_well(struct wk_sync_run *r)
{
	struct wk_dest *d = &r->dest;
	d->paused = NULL;
	d->failures = r->failed_in_row = 0;
	d->failing_since = d->next_at = d->hold_until = 0;
	d->last_at = r->app->now;
}

static void
be_done(struct wk_sync_run *r, struct wk_out *o, int64_t rev)
{
	o->state = "done";
	o->done_at = r->app->now;
	o->sent = o->body;
	o->is_take = false;
	if (rev > o->rev)
		o->rev = rev;
	r->result->sent++;
	r->arrived++;
	went_well(r);
}

static void
be_dead(struct wk_sync_run *r, struct wk_out *o)
{
	bool is_theirs = o->last_code != NULL && (strcmp(o->last_code, "other-source") ==
	    0 || strcmp(o->last_code, "rev-conflict") == 0 ||
	    strcmp(o->last_code, "precondition-failed") == 0);
	o->state = "dead";
	r->result->refused++;
	r->failed_in_row = 0;
	wk_sync_note(r, wk_arena_printf(r->a, "week %s is refused: %s%s", o->week + 5,
	    wk_app_net_words(&r->said, r->a), is_theirs ? wk_arena_printf(r->a,
	    "; wick sync resolve %s --take sends ours, --give lets theirs be", o->week) :
	    ""));
}

static void
be_later(struct wk_sync_run *r, struct wk_out *o)
{
	o->next_at = r->app->now + wk_sync_delay(o->attempts, chance(),
	    r->said.retry_after_s);
	if (++r->failed_in_row >= FAILURES)
		wk_sync_hold(r, false);
	else
		wk_sync_note(r, wk_arena_printf(r->a, "week %s: %s; next try %s",
		    o->week + 5, wk_app_net_words(&r->said, r->a),
		    clock_of(r, o->next_at)));
}

/* One row after its answer. status and code: the item's own, of a batch. */
static void
settle(struct wk_sync_run *r, struct wk_out *o, enum wk_sync_act act, int64_t rev)
{
	switch (act) {
	case WK_SYNC_DONE:
	case WK_SYNC_SUPERSEDED:
		be_done(r, o, rev);
		break;
	case WK_SYNC_REFUSED:
		/* somebody between us and the hub, perhaps: not at once for good */
		if (r->said.code == NULL && o->last_code == NULL &&
		    ++o->refused < REFUSALS)
			be_later(r, o);
		else
			be_dead(r, o);
		break;
	case WK_SYNC_HOLD:
	case WK_SYNC_GONE:
		wk_sync_hold(r, act == WK_SYNC_HOLD);
		break;
	case WK_SYNC_PAUSE:
		wk_sync_pause(r);
		break;
	case WK_SYNC_REREAD:
	case WK_SYNC_TELL:
	case WK_SYNC_WITHDRAWN:
		r->wants = act;
		r->is_over = true;
		break;
	case WK_SYNC_RETRY:
		be_later(r, o);
		break;
	}
}

/* A good status with a body that is not the hub's is somebody else's answer. */
static enum wk_rc
is_hubs(struct wk_sync_run *r, const struct wk_out *o, bool *is, struct wk_err *err)
{
	int64_t rev = 0;
	*is = true;
	if (strcmp(r->dest.kind, "hub") != 0 || r->said.status >= 300 ||
	    r->said.status == 0)
		return WK_OK;
	if (!is_op(o, "put")) {
		*is = r->said.status == 204;
		return WK_OK;
	}
	*is = r->said.is_json;
	if (!*is)
		return WK_OK;
	enum wk_rc rc = wk_app_json_int(r->app, r->said.body, "$.rev", r->a, &rev, err);
	*is = rev == o->rev;
	return rc;
}

static enum wk_rc
current_rev(struct wk_sync_run *r, int64_t *rev, struct wk_err *err)
{
	*rev = 0;
	return !r->said.is_json ? WK_OK : wk_app_json_int(r->app, r->said.body,
	    "$.current_rev", r->a, rev, err);
}

static enum wk_sync_act
judge(const struct wk_sync_run *r, const struct wk_net_said *s)
{
	bool is_hub = strcmp(r->dest.kind, "hub") == 0;
	if (!is_hub && s->transport == NULL && s->status >= 200 && s->status < 300)
		return WK_SYNC_DONE;
	if (!is_hub && s->status == 410)
		return WK_SYNC_PAUSE;
	return wk_sync_judge(s->status, s->code, s->transport);
}

/* ---- one week ---- */
static enum wk_rc
take_over(struct wk_sync_run *r, const struct wk_out *o, struct wk_net_ask *q,
    struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_net_ask get = { .method = "GET", .url = q->url };
	enum wk_rc rc = wk_sync_carry(r, &get, &said, err);
	if (rc == WK_OK && said.etag != NULL && *said.etag != '\0')
		q->headers[1] = wk_arena_printf(r->a, "If-Match: %s", said.etag);
	(void)o;
	return rc;
}

/* Nothing is asked of a database that gives nothing back; it is said once. */
static enum wk_rc
keep_there(struct wk_sync_run *r, struct wk_out *o, struct wk_err *err)
{
	o->state = "dead";
	o->last_code = "stays-there";
	r->result->refused++;
	wk_sync_note(r, wk_arena_printf(r->a, "week %s stays in that database: nothing "
	    "can be taken back from it", o->week + 5));
	enum wk_rc rc = wk_app_begin(r->app, "sync", err);
	return rc != WK_OK ? rc :
	    wk_app_end(r->app, wk_store_out_put(r->app->store, o, err), err);
}

enum wk_rc
wk_sync_one(struct wk_sync_run *r, struct wk_out *o, struct wk_err *err)
{
	struct wk_net_ask q;
	struct wk_net_said said;
	struct wk_ledger line;
	bool is = true;
	int64_t rev = 0;
	wk_app_share_ask(&r->dest, o, r->a, &q);
	if (strcmp(r->dest.kind, "influx") == 0 && !is_op(o, "put"))
		return keep_there(r, o, err);
	if (strcmp(r->dest.kind, "webhook") == 0)
		wk_sync_sign(r, wk_arena_printf(r->a, "%s.%lld", o->week,
		    (long long)o->rev), &q);
	enum wk_rc rc = o->is_take ? take_over(r, o, &q, err) : WK_OK;
	if (rc == WK_OK)
		rc = before(r, &o, 1, &line, err);
	if (rc == WK_OK)
		rc = wk_sync_carry(r, &q, &said, err);
	if (rc == WK_OK)
		rc = is_hubs(r, o, &is, err);
	if (rc == WK_OK)
		rc = current_rev(r, &rev, err);
	if (rc != WK_OK)
		return rc;
	o->last_status = said.status;
	o->last_code = said.transport != NULL ? said.transport : said.code;
	settle(r, o, is ? judge(r, &said) : WK_SYNC_RETRY, rev);
	return after(r, &o, 1, &line, err);
}

/* ---- many ---- */
static const char *
batch_body(struct wk_sync_run *r, struct wk_out **v, size_t n)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_adds(&b, "{\"items\":[");
	for (size_t i = 0; i < n; i++) {
		wk_buf_addf(&b, "%s{\"op\":\"%s\",\"week\":\"%s\"", i > 0 ? "," : "",
		    is_op(v[i], "put") ? "put" : "retract", v[i]->week);
		if (is_op(v[i], "put"))
			wk_buf_addf(&b, ",\"body\":%s}", v[i]->body);
		else
			wk_buf_addf(&b, ",\"rev\":%lld}", (long long)v[i]->rev);
	}
	wk_buf_adds(&b, "]}");
	const char *body = wk_arena_strdup(r->a, b.p);
	wk_buf_fini(&b);
	return body;
}

static enum wk_rc
settle_item(struct wk_sync_run *r, struct wk_out *o, const char *item, struct wk_err *err)
{
	int64_t status = 0, rev = 0;
	const char *code = NULL;
	enum wk_rc rc = wk_app_json_int(r->app, item, "$.status", r->a, &status, err);
	if (rc == WK_OK)
		rc = wk_app_json_int(r->app, item, "$.current_rev", r->a, &rev, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(r->app->store, item, "$.code", r->a, &code, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(r->app->store, item, "$.detail", r->a,
		    &r->said.detail, err);
	if (rc != WK_OK)
		return rc;
	o->last_status = (int)status;
	o->last_code = code;
	r->said.status = (int)status;
	r->said.code = code;
	settle(r, o, wk_sync_judge((int)status, code, NULL), rev);
	return WK_OK;
}

/* Each item's own outcome; *is: the answer has one for each. */
static enum wk_rc
settle_batch(struct wk_sync_run *r, struct wk_out **v, size_t n, bool *is,
    struct wk_err *err)
{
	const char **items;
	size_t count = 0;
	*is = false;
	if (r->said.status != 200 || !r->said.is_json)
		return WK_OK;
	enum wk_rc rc = wk_store_json_each(r->app->store, r->said.body, "$.items", r->a,
	    &items, &count, err);
	*is = rc == WK_OK && count == n;
	for (size_t i = 0; *is && i < n; i++) {
		const char *week = NULL;
		rc = wk_store_json_get(r->app->store, items[i], "$.week", r->a, &week,
		    err);
		*is = rc == WK_OK && week != NULL && strcmp(week, v[i]->week) == 0;
	}
	for (size_t i = 0; *is && rc == WK_OK && i < n; i++)
		rc = settle_item(r, v[i], items[i], err);
	return rc;
}

/* A batch that came to nothing as a whole. *apart: its halves may do better. */
static void
refuse_batch(struct wk_sync_run *r, struct wk_out **v, size_t n, bool *apart)
{
	enum wk_sync_act act = judge(r, &r->said);
	for (size_t i = 0; i < n; i++) {
		v[i]->last_status = r->said.status;
		v[i]->last_code = r->said.transport != NULL ? r->said.transport :
		    r->said.code;
	}
	*apart = act == WK_SYNC_REFUSED || act == WK_SYNC_RETRY || act == WK_SYNC_DONE ||
	    act == WK_SYNC_SUPERSEDED;
	if (!*apart)
		settle(r, v[0], act, 0);
	else if (++r->failed_in_row >= FAILURES) {
		wk_sync_hold(r, false);
		*apart = false;
	}
}

static enum wk_rc
send_batch(struct wk_sync_run *r, struct wk_out **v, size_t n, bool *apart,
    struct wk_err *err)
{
	struct wk_net_said said;
	struct wk_net_ask q = { .method = "POST", .body = batch_body(r, v, n),
		.url = wk_arena_printf(r->a, "%s/v1/people/me/batch", r->dest.url),
		.headers = { "Content-Type: application/json" }, .limit = 262144 };
	struct wk_ledger *lines = WK_ARENA_ARRAY(r->a, struct wk_ledger, n);
	bool is = false;
	*apart = false;
	enum wk_rc rc = before(r, v, n, lines, err);
	if (rc == WK_OK)
		rc = wk_sync_carry(r, &q, &said, err);
	if (rc == WK_OK)
		rc = settle_batch(r, v, n, &is, err);
	if (rc != WK_OK)
		return rc;
	if (!is)
		refuse_batch(r, v, n, apart);
	return after(r, v, n, lines, err);
}

enum wk_rc
wk_sync_many(struct wk_sync_run *r, struct wk_out **v, size_t n, struct wk_err *err)
{
	bool apart = false;
	if (r->is_over || n == 0)
		return WK_OK;
	if (n == 1)
		return wk_sync_one(r, v[0], err);
	enum wk_rc rc = send_batch(r, v, n, &apart, err);
	if (rc != WK_OK || !apart)
		return rc;
	rc = wk_sync_many(r, v, n / 2, err);
	return rc == WK_OK ? wk_sync_many(r, v + n / 2, n - n / 2, err) : rc;
}
