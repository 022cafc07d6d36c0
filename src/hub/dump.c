/* SPDX-License-Identifier: MIT */
/* Rows as lines of JSON: what stores are compared by. */
#include "image.h"

static void
put_text(struct wk_buf *b, const char *name, const char *v)
{
	wk_buf_addf(b, ",\"%s\":", name);
	wk_json_put_string(b, v);
}

static void
put_number(struct wk_buf *b, const char *name, int64_t v)
{
	wk_buf_addf(b, ",\"%s\":%lld", name, (long long)v);
}

static void
put_hash(struct wk_buf *b, const uint8_t hash[32])
{
	wk_buf_adds(b, ",\"hash\":\"");
	for (size_t i = 0; i < 32; i++)
		wk_buf_addf(b, "%02x", hash[i]);
	wk_buf_addc(b, '"');
}

void
hub_dump_person(struct wk_buf *b, const struct wk_hub_person *p)
{
	const struct wk_hub_consent *c = &p->consent;
	wk_buf_adds(b, "{\"row\":\"person\"");
	put_text(b, "id", p->id);
	put_text(b, "display", p->display);
	put_number(b, "roles", p->roles);
	put_number(b, "enrolled", p->is_enrolled);
	put_number(b, "created", p->created);
	put_number(b, "gen", c->gen);
	put_number(b, "level", c->level);
	put_number(b, "basis", c->basis);
	if (c->expires != WK_DATE_NONE)
		put_number(b, "expires", c->expires);
	wk_buf_adds(b, ",\"shares\":[");
	for (size_t i = 0; i < c->count; i++)
		wk_buf_addf(b, "%s\"%s=%d\"", i > 0 ? "," : "", c->shares[i].team,
		    (int)c->shares[i].visibility);
	wk_buf_adds(b, "]}\n");
}

void
hub_dump_week(struct wk_buf *b, const struct wk_hub_week *w)
{
	wk_buf_adds(b, "{\"row\":\"week\"");
	put_text(b, "person", w->person);
	put_number(b, "week", w->week);
	put_number(b, "rev", w->rev);
	put_number(b, "received", w->received);
	put_number(b, "deleted", w->is_retracted);
	put_text(b, "source", w->source);
	put_number(b, "level", w->level);
	put_number(b, "basis", w->basis);
	put_number(b, "band", w->band);
	put_number(b, "coverage", w->coverage);
	put_number(b, "computed", w->computed_at);
	put_text(b, "body", w->indicators);
	wk_buf_adds(b, "}\n");
}

void
hub_dump_token(struct wk_buf *b, const struct hub_token *t)
{
	wk_buf_adds(b, "{\"row\":\"token\"");
	put_hash(b, t->hash);
	put_text(b, "person", t->person);
	put_text(b, "tid", t->token_id);
	put_number(b, "kind", t->kind);
	put_number(b, "expires", t->expires);
	wk_buf_adds(b, "}\n");
}

void
hub_dump_team(struct wk_buf *b, const struct wk_hub_team *t)
{
	wk_buf_adds(b, "{\"row\":\"team\"");
	put_text(b, "id", t->id);
	put_text(b, "name", t->name);
	put_number(b, "k_min", t->k_min);
	wk_buf_adds(b, "}\n");
}

void
hub_dump_member(struct wk_buf *b, const struct hub_member *m)
{
	wk_buf_adds(b, "{\"row\":\"member\"");
	put_text(b, "team", m->team);
	put_text(b, "person", m->person);
	put_number(b, "role", m->role);
	wk_buf_adds(b, "}\n");
}

void
hub_dump_audit(struct wk_buf *b, const struct wk_hub_audit *a)
{
	wk_buf_adds(b, "{\"row\":\"audit\"");
	put_number(b, "seq", a->seq);
	put_number(b, "at", a->at);
	put_text(b, "actor", a->actor);
	put_text(b, "action", a->action);
	put_text(b, "subject", a->subject);
	put_text(b, "team", a->team);
	put_text(b, "outcome", a->outcome);
	put_number(b, "from", a->week_from);
	put_number(b, "to", a->week_to);
	put_text(b, "hash", a->hash);
	wk_buf_adds(b, "}\n");
}
