/* SPDX-License-Identifier: MIT */
/* The service itself: is it there, is it ready, what does it take. */
#include "api.h"

enum { PING_MS = 250, BUSY_MS = 5000 };

/* Was the last write sent away, a moment ago? A store can answer and yet take none. */
static bool
is_behind(struct hub *hub)
{
	int64_t at = atomic_load(&hub->busy_ms);

	return at > 0 && wk_clock_mono_ms() - at < BUSY_MS;
}

void
api_healthz(struct call *c)
{
	call_text(c, 200, "ok\n");
}

void
api_readyz(struct call *c)
{
	struct wk_err err = { 0 };

	if (!c->w->hub->is_draining && !is_behind(c->w->hub) &&
	    c->w->hub->ops->ping(c->w->reader, PING_MS, &err) == WK_OK)
		call_text(c, 200, "ready\n");
	else
		problem_busy(c, PROBLEM_OVERLOADED, 2);
}

void
api_meta(struct call *c)
{
	struct wk_buf *b = call_json(c, 200);

	wk_buf_adds(b, "{\"api\":1,\"server\":\"wick-hub/" WK_VERSION "\","
	    "\"schemas\":[\"wick.week/1\"],\"levels\":[\"band\",\"indicators\"]");
	put_instant(b, "time", c->now);
	wk_buf_addf(b, ",\"limits\":{\"body\":%d,\"batch_body\":%d,\"batch_items\":%d,"
	    "\"k_min\":%d}}", BODY_MAX, BATCH_MAX, WK_HUB_BATCH, WK_HUB_K_MIN);
	http_reply_header(c->req, "Cache-Control", "no-cache");
}
