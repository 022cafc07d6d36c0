/* SPDX-License-Identifier: MIT */
/* Sharing in words: who, what, until when; the bytes as they are; what changed. */
#include "share.h"

void
cli_share_put_time(struct wk_cli *c, int64_t at)
{
	int32_t off = wk_zone_offset(c->app->zone, at);
	int64_t wall = at + off;
	int64_t day = wall >= 0 ? wall / 86400 : (wall - 86399) / 86400;
	int min = (int)((wall - day * 86400) / 60);
	wk_date_put_day(c->out, (wk_date)day);
	wk_buf_addf(c->out, " %02d:%02d", min / 60, min % 60);
}

/* ---- what changed since it was sent ---- */
static const char *
member(struct wk_cli *c, const char *body, const char *path)
{
	const char *v = NULL;
	if (wk_store_json_get(c->app->store, body, path, &c->arena, &v, &c->err) != WK_OK)
		return NULL;
	return v;
}

static void
put_change(struct wk_cli *c, const struct wk_out *o, const char *name, const char *path,
    size_t *n)
{
	const char *was = member(c, o->sent, path), *now = member(c, o->body, path);
	if ((was == NULL && now == NULL) ||
	    (was != NULL && now != NULL && strcmp(was, now) == 0))
		return;
	wk_buf_addf(c->out, "%s%s %s -> %s", (*n)++ > 0 ? ", " : "  since it was sent: ",
	    name, was == NULL ? "not known" : was, now == NULL ? "not known" : now);
}

static void
put_changes(struct wk_cli *c, const struct wk_out *o)
{
	static const char *const names[] = {"band", "coverage", "level", "basis"};
	size_t n = 0;
	if (o->sent == NULL || o->body == NULL) {
		wk_buf_adds(c->out, o->sent == NULL ? "  not sent before\n" : "\n");
		return;
	}
	for (size_t i = 0; i < WK_LEN(names); i++)
		put_change(c, o, names[i], wk_arena_printf(&c->arena, "$.%s", names[i]),
		    &n);
	for (size_t k = 0; k < WK_SHARE_FIGURES; k++)
		put_change(c, o, wk_share_figure(k), wk_arena_printf(&c->arena,
		    "$.indicators.%s", wk_share_figure(k)), &n);
	wk_buf_adds(c->out, n == 0 ? "  as it was sent, under another consent\n" : "\n");
}

/* ---- the preview ---- */
static void
put_body(struct wk_cli *c, const char *request, const char *body)
{
	cli_put_text(c, request);
	wk_buf_addc(c->out, '\n');
	if (body == NULL)
		return;
	wk_buf_adds(c->out, body);
	cli_end_line(c->out);
}

static void
put_item(struct wk_cli *c, const struct wk_share_item *item)
{
	const struct wk_out *o = &item->row;
	wk_buf_addc(c->out, '\n');
	put_body(c, item->request, o->body);
	if (o->body != NULL)
		wk_buf_addf(c->out, "  %zu bytes, sha256 %s\n", strlen(o->body),
		    o->sha256);
	else
		wk_buf_adds(c->out, "  takes the week back\n");
	if (o->body != NULL)
		put_changes(c, o);
}

static void
put_terms(struct wk_cli *c, const struct wk_share_view *v)
{
	const struct wk_consent *n = &v->next;
	int year, week;
	char until[11];
	wk_date_iso_week(n->since, &year, &week);
	wk_date_format(n->expires, until);
	wk_buf_adds(c->out, "to      ");
	cli_put_text(c, v->dest.url);
	wk_buf_addf(c->out, " (%s)%s%s\n", v->dest.kind, v->dest.id == 0 ? "" : ", as ",
	    v->dest.id == 0 || v->dest.person == NULL ? "" : v->dest.person);
	wk_buf_addf(c->out, "level   %s, from %s\n", n->level,
	    strcmp(n->basis, "work") == 0 ? "hours, rest and incidents alone" :
	    "everything logged, sleep and feelings too");
	wk_buf_addf(c->out, "seen by %s%s\n", *n->teams == '\0' ?
	    "no team yet (--team)" : n->teams, *n->teams == '\0' ? "" :
	    strcmp(n->visibility, "individual") == 0 ? ", by name" :
	    ", as part of a sum of 5 people or more");
	wk_buf_addf(c->out,
	    "from    week %d-W%02d, each one after it is over, until %s\n", year, week,
	    until);
	wk_buf_addf(c->out, "fields  %s\n", n->fields);
	wk_buf_adds(c->out, "never   days, times of day, sleep, feelings, notes, titles, "
	    "names of machines\n");
}

void
cli_share_put(struct wk_cli *c, const struct wk_share_view *v)
{
	bool is_hub = strcmp(v->dest.kind, "hub") == 0;
	if (v->bar != NULL)
		wk_buf_addf(c->out, "nothing is sent now: %s\n", v->bar);
	put_terms(c, v);
	if (is_hub && !v->next.is_told) {
		wk_buf_addc(c->out, '\n');
		put_body(c, wk_arena_printf(&c->arena, "PUT %s/v1/people/me/consent",
		    v->dest.url), v->consent_body);
	}
	for (size_t i = 0; i < v->count; i++)
		put_item(c, &v->items[i]);
	if (v->count == 0)
		wk_buf_adds(c->out, "\nno week waits to be sent\n");
	if (is_hub)
		wk_buf_adds(c->out, "\nwith each: Authorization: Bearer wk_..., from its "
		    "own file\n");
	else if (strcmp(v->dest.kind, "webhook") == 0)
		wk_buf_adds(c->out,
		    "\nwith each: webhook-id, webhook-timestamp and "
		    "webhook-signature. A week that is\ntaken back is an event, which "
		    "the "
		    "receiver may ignore\n");
	else
		wk_buf_adds(c->out,
		    "\nwhat such a database has got, nobody can take back\n");
	if (v->dest.id == 0)
		wk_buf_adds(c->out, "nobody is to get this yet: wick share enrol URL\n");
	else if (v->next.gen != v->now.gen)
		wk_buf_addf(c->out, "to agree: wick share grant --yes %s\n", v->sha256);
}

static void
put_json_item(struct wk_cli *c, const struct wk_share_item *item)
{
	const struct wk_out *o = &item->row;
	cli_json_key(c->out, NULL);
	wk_buf_addc(c->out, '{');
	cli_json_text(c->out, "week", o->week);
	cli_json_text(c->out, "op", o->op);
	cli_json_int(c->out, "rev", o->rev);
	cli_json_text(c->out, "request", item->request);
	cli_json_text(c->out, "body", o->body);
	cli_json_text(c->out, "sha256", o->sha256);
	cli_json_text(c->out, "sent", o->sent);
	wk_buf_addc(c->out, '}');
}

void
cli_share_json(struct wk_cli *c, const struct wk_share_view *v)
{
	const struct wk_consent *n = &v->next;
	wk_buf_adds(c->out, "{\"format\":1");
	cli_json_text(c->out, "url", v->dest.url);
	cli_json_text(c->out, "kind", v->dest.kind);
	cli_json_text(c->out, "barred", v->bar);
	cli_json_int(c->out, "gen", n->gen);
	cli_json_text(c->out, "level", n->level);
	cli_json_text(c->out, "basis", n->basis);
	cli_json_text(c->out, "teams", n->teams);
	cli_json_text(c->out, "visibility", n->visibility);
	cli_json_text(c->out, "fields", n->fields);
	cli_json_date(c->out, "since", n->since);
	cli_json_date(c->out, "expires", n->expires);
	cli_json_text(c->out, "consent", v->consent_body);
	cli_json_key(c->out, "items");
	wk_buf_addc(c->out, '[');
	for (size_t i = 0; i < v->count; i++)
		put_json_item(c, &v->items[i]);
	wk_buf_addc(c->out, ']');
	cli_json_text(c->out, "sha256", v->sha256);
	wk_buf_adds(c->out, "}\n");
}

/* ---- the ledger ---- */
static void
put_json_line(struct wk_cli *c, const struct wk_ledger *l)
{
	struct wk_buf at;
	wk_buf_init(&at);
	wk_zone_put_iso(&at, l->at, 0, true);
	cli_json_key(c->out, NULL);
	wk_buf_addc(c->out, '{');
	cli_json_text(c->out, "at", at.p);
	cli_json_text(c->out, "to", l->dest);
	cli_json_text(c->out, "op", l->op);
	cli_json_text(c->out, "week", l->week);
	cli_json_number(c->out, "rev", l->rev > 0 ? (double)l->rev : (double)NAN, 0);
	cli_json_int(c->out, "bytes", l->bytes);
	cli_json_text(c->out, "sha256", *l->sha256 == '\0' ? NULL : l->sha256);
	cli_json_number(c->out, "status", l->status > 0 ? l->status : (double)NAN, 0);
	cli_json_text(c->out, "code", l->code);
	wk_buf_addc(c->out, '}');
	wk_buf_fini(&at);
}

static void
put_line(struct wk_cli *c, const struct wk_ledger *l)
{
	cli_share_put_time(c, l->at);
	wk_buf_addf(c->out, "  %-8s %-8s %-8s rev %-3lld %4lld bytes  %.12s  ", l->dest,
	    l->op, l->week == NULL ? "" : l->week, (long long)l->rev,
	    (long long)l->bytes, *l->sha256 == '\0' ? "erased" : l->sha256);
	if (l->status > 0)
		wk_buf_addf(c->out, "%d%s", l->status, l->code == NULL ? "" : " ");
	else if (l->code == NULL)
		wk_buf_adds(c->out, "no answer");
	if (l->code != NULL)
		cli_put_text(c, l->code);
	wk_buf_addc(c->out, '\n');
}

/* ---- who looked ---- */
static const struct { const char *action, *words; } acts[] = {
	{ "grid", "the team's page" }, { "trend", "your page" }, { "week", "a week" },
};

static void
put_reader(struct wk_cli *c, const struct wk_share_reader *r)
{
	int64_t at;
	int32_t off;
	bool has_off;
	size_t i = 0;
	while (i < WK_LEN(acts) && r->action != NULL &&
	    strcmp(acts[i].action, r->action) != 0)
		i++;
	if (wk_zone_parse_iso(r->at, &at, &off, &has_off))
		cli_share_put_time(c, at);
	wk_buf_addf(c->out, "  %-8s looked   ", r->dest);
	cli_put_text(c, r->name);
	wk_buf_addf(c->out, ": %s", r->action != NULL && i < WK_LEN(acts) ?
	    acts[i].words : "your weeks");
	if (r->from != NULL && r->to != NULL) {
		bool is_one = strcmp(r->from, r->to) == 0;
		wk_buf_adds(c->out, ", ");
		cli_put_text(c, r->from);
		wk_buf_adds(c->out, is_one ? "" : " to ");
		cli_put_text(c, is_one ? "" : r->to);
	}
	wk_buf_addc(c->out, '\n');
}

static void
put_json_reader(struct wk_cli *c, const struct wk_share_reader *r)
{
	cli_json_key(c->out, NULL);
	wk_buf_addc(c->out, '{');
	cli_json_text(c->out, "at", r->at);
	cli_json_text(c->out, "to", r->dest);
	cli_json_text(c->out, "reader", r->name);
	cli_json_text(c->out, "action", r->action);
	cli_json_text(c->out, "from_week", r->from);
	cli_json_text(c->out, "to_week", r->to);
	wk_buf_addc(c->out, '}');
}

void
cli_share_put_ledger(struct wk_cli *c, const struct wk_ledger *v, size_t n,
    const struct wk_share_reader *readers, size_t count)
{
	bool json = cli_has(c, "json");
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"sent\":[");
	for (size_t i = 0; i < n; i++) {
		if (json)
			put_json_line(c, &v[i]);
		else
			put_line(c, &v[i]);
	}
	if (json)
		wk_buf_adds(c->out, "],\"looked\":[");
	for (size_t i = 0; i < count; i++) {
		if (json)
			put_json_reader(c, &readers[i]);
		else
			put_reader(c, &readers[i]);
	}
	if (json)
		wk_buf_adds(c->out, "]}\n");
}
