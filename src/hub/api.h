/* SPDX-License-Identifier: MIT */
/* api: what the API's handlers share. */
#pragma once

#include "web.h"

/* "week":"2026-W47" and the like, with the comma before where one is wanted */
void put_key(struct wk_buf *b, const char *name);
void put_text(struct wk_buf *b, const char *name, const char *value);
void put_int(struct wk_buf *b, const char *name, int64_t value);
void put_week(struct wk_buf *b, const char *name, int week);
void put_instant(struct wk_buf *b, const char *name, int64_t at);
/* The view of a week, without an enclosing list. */
void put_week_view(struct wk_buf *b, const struct wk_hub_week *w);
void put_roles(struct wk_buf *b, int roles);
void put_consent(struct wk_buf *b, const struct wk_hub_consent *c);
/* Only the person itself; false: the reply is the 404 that everybody gets. */
bool api_self(struct call *c);
/* Whose weeks: the caller's own, or those of somebody who shares them with a manager. */
struct reading {
	const char *person;
	char team[WK_HUB_ID]; /* through which; "" for oneself */
	enum wk_hub_level level; /* the most that may be seen */
	bool is_self;
};
bool api_may_read(struct call *c, struct reading *out);
/* One entry of the log for the person, then the reply that is already filled. */
void api_reply_audited(struct call *c, const struct reading *r, const char *action,
    int from, int to);
/* Writes one op and an audit row with it; c->job.results[0] is its outcome then. */
void api_change(struct call *c, struct wk_hub_op *ops, const char *action,
    const char *subject, const char *team, void (*then)(struct call *c));
