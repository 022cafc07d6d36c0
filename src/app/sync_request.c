/* SPDX-License-Identifier: MIT */
/* The request that takes a row to its receiver: to a hub, as a signed event (Standard
 * Webhooks), or as a line of a database. */
#include "sync.h"

void
wk_sync_sign(struct wk_sync_run *r, const char *what, struct wk_net_ask *q)
{
	struct wk_buf key, mac;
	char id[65];
	const char *name = wk_arena_printf(r->a, "%s.%s", r->dest.person, what);
	wk_hash_sha256(name, strlen(name), id);
	const char *text = wk_arena_printf(r->a, "msg_%.32s.%lld.%s", id,
	    (long long)r->app->now, q->body);
	wk_buf_init(&key);
	wk_buf_init(&mac);
	const char *secret = wk_text_starts(r->token.p, "whsec_") ? r->token.p + 6 : "";
	if (wk_base64_read(secret, &key)) {
		uint8_t raw[32];
		wk_hash_hmac(key.p, key.len, text, strlen(text), raw);
		wk_base64_put(&mac, raw, sizeof(raw));
	}
	q->headers[1] = wk_arena_printf(r->a, "webhook-id: msg_%.32s", id);
	q->headers[2] = wk_arena_printf(r->a, "webhook-timestamp: %lld",
	    (long long)r->app->now);
	q->headers[3] = wk_arena_printf(r->a, "webhook-signature: v1,%s", mac.p);
	explicit_bzero(key.p, key.cap);
	wk_buf_fini(&key);
	wk_buf_fini(&mac);
}

static const char *
retraction(const struct wk_dest *d, const struct wk_out *o, struct wk_arena *a)
{
	return wk_arena_printf(a, "{\"type\":\"week.retracted\",\"week\":\"%s\",\"data\":"
	    "{\"source\":\"%s\",\"rev\":%lld}}", o->week, d->source, (long long)o->rev);
}

void
wk_app_share_ask(const struct wk_dest *d, const struct wk_out *o, struct wk_arena *a,
    struct wk_net_ask *out)
{
	bool is_put = strcmp(o->op, "put") == 0;
	*out = (struct wk_net_ask){ .method = "POST", .url = d->url, .body = o->body,
		.headers = { "Content-Type: application/json" } };
	if (strcmp(d->kind, "influx") == 0)
		out->headers[0] = "Content-Type: text/plain; charset=utf-8";
	if (strcmp(d->kind, "webhook") == 0 && !is_put)
		out->body = retraction(d, o, a);
	if (strcmp(d->kind, "hub") != 0)
		return;
	out->method = is_put ? "PUT" : "DELETE";
	out->url = wk_arena_printf(a, "%s/v1/people/me/weeks/%s", d->url, o->week);
	if (!is_put) {
		out->headers[0] = NULL;
		out->url = wk_arena_printf(a, "%s?rev=%lld", out->url, (long long)o->rev);
	}
}
