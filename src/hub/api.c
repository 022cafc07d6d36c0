/* SPDX-License-Identifier: MIT */
/* What the handlers of the API share: JSON that goes out, who may read whom, and reads
 * that are in the audit log before they are answered. */
#include "api.h"

void
put_key(struct wk_buf *b, const char *name)
{
	char last = b->len == 0 ? '{' : b->p[b->len - 1];

	if (last != '{' && last != '[')
		wk_buf_addc(b, ',');
	wk_json_put_string(b, name);
	wk_buf_addc(b, ':');
}

void
put_text(struct wk_buf *b, const char *name, const char *value)
{
	put_key(b, name);
	wk_json_put_string(b, value);
}

void
put_int(struct wk_buf *b, const char *name, int64_t value)
{
	put_key(b, name);
	wk_buf_addf(b, "%lld", (long long)value);
}

void
put_week(struct wk_buf *b, const char *name, int week)
{
	char text[9];

	word_week_put(week, text);
	put_text(b, name, text);
}

void
put_instant(struct wk_buf *b, const char *name, int64_t at)
{
	char text[21];

	word_instant(at, text);
	put_text(b, name, text);
}

void
put_week_view(struct wk_buf *b, const struct wk_hub_week *w)
{
	wk_buf_addc(b, '{');
	put_week(b, "week", w->week);
	put_int(b, "rev", w->rev);
	put_text(b, "level", word_level(w->level));
	put_text(b, "band", word_band(w->band));
	put_text(b, "basis", word_basis(w->basis));
	put_int(b, "coverage", w->coverage);
	if (w->level == WK_HUB_INDICATORS && w->indicators[0] != '\0') {
		put_key(b, "indicators");
		wk_buf_adds(b, w->indicators);
	}
	put_instant(b, "received_at", w->received);
	wk_buf_addc(b, '}');
}

void
put_consent(struct wk_buf *b, const struct wk_hub_consent *c)
{
	char day[11];

	wk_buf_addc(b, '{');
	put_int(b, "gen", c->gen);
	put_text(b, "level", word_level(c->level));
	put_text(b, "basis", word_basis(c->basis));
	if (c->expires != WK_DATE_NONE) {
		wk_date_format(c->expires, day);
		put_text(b, "expires", day);
	}
	put_key(b, "teams");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < c->count; i++) {
		wk_buf_adds(b, i > 0 ? ",{" : "{");
		put_text(b, "team", c->shares[i].team);
		put_text(b, "visibility", word_visibility(c->shares[i].visibility));
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}");
}

bool
api_self(struct call *c)
{
	if (call_is_self(c))
		return true;
	problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
	return false;
}

static bool
manager_may_read(struct call *c, struct reading *out)
{
	const struct wk_hub_store_ops *ops = c->w->hub->ops;
	struct wk_hub_person p;
	struct wk_err err = { 0 };
	enum wk_rc rc = ops->may_see(c->w->reader, c->who.person, c->p.person,
	    call_today(c), out->team, &err);

	if (rc == WK_OK)
		rc = ops->person(c->w->reader, c->p.person, &p, &err);
	if (!call_read_ok(c, rc, &err))
		return false;
	out->person = c->p.person;
	out->level = p.consent.level;
	return true;
}

bool
api_may_read(struct call *c, struct reading *out)
{
	*out = (struct reading){ .is_self = call_is_self(c) };
	if (!out->is_self)
		return manager_may_read(c, out);
	out->person = c->who.person;
	out->level = WK_HUB_INDICATORS;
	return true;
}

static void
reply_as_filled(struct call *c)
{
	(void)c;
}

void
api_reply_audited(struct call *c, const struct reading *r, const char *action, int from,
    int to)
{
	struct wk_hub_op *op;

	if (r->is_self)
		return;
	op = call_ops(c, 1);
	call_audit_op(c, op, action, r->person, r->team);
	op->u.audit.week_from = from;
	op->u.audit.week_to = to;
	call_write(c, op, 1, reply_as_filled);
}

void
api_change(struct call *c, struct wk_hub_op *ops, const char *action,
    const char *subject, const char *team, void (*then)(struct call *c))
{
	call_audit_op(c, &ops[1], action, subject, team);
	ops[1].u.audit.outcome[0] = '\0';
	call_write(c, ops, 2, then);
}
