/* SPDX-License-Identifier: MIT */
/* How sharing stands: each receiver, what waits for it, what was refused. */
#include "share.h"

void
cli_share_put_row(struct wk_cli *c, const struct wk_out *o)
{
	wk_buf_addf(c->out, "  %s  %-7s rev %lld  %s", o->week, o->op, (long long)o->rev,
	    o->state);
	if (o->attempts > 0)
		wk_buf_addf(c->out, ", tried %d time%s", o->attempts,
		    o->attempts == 1 ? "" : "s");
	if (o->last_status > 0)
		wk_buf_addf(c->out, ", last %d", o->last_status);
	if (o->last_code != NULL) {
		wk_buf_addc(c->out, ' ');
		cli_put_text(c, o->last_code);
	}
	if (strcmp(o->state, "pending") == 0 && o->next_at > c->app->now) {
		wk_buf_adds(c->out, ", next try ");
		cli_share_put_time(c, o->next_at);
	}
	wk_buf_addc(c->out, '\n');
}

static bool
is(const struct wk_out *o, const char *state)
{
	return strcmp(o->state, state) == 0;
}

struct counts { int waiting, refused, arrived; };

static struct counts
count(const struct wk_out *v, size_t n)
{
	struct counts k = {0};
	for (size_t i = 0; i < n; i++) {
		k.waiting += is(&v[i], "pending");
		k.refused += is(&v[i], "dead");
		k.arrived += v[i].sent != NULL;
	}
	return k;
}

static void
put_consent(struct wk_cli *c, const struct wk_consent *n, enum wk_rc found)
{
	char until[11];
	if (found == WK_ERR_NOTFOUND) {
		wk_buf_adds(c->out, "  nothing was agreed to: wick share preview\n");
		return;
	}
	wk_date_format(n->expires, until);
	wk_buf_addf(c->out, "  %s: level %s, basis %s, ", n->state, n->level, n->basis);
	cli_put_text(c, *n->teams == '\0' ? "no team" : n->teams);
	wk_buf_addf(c->out, ", %s, until %s%s\n", n->visibility, until,
	    strcmp(n->state, "withdrawn") == 0 && !n->is_told ?
	    "; the hub is told with the next sync" : "");
}

static void
put_dest(struct wk_cli *c, const struct wk_dest *d, const struct wk_consent *n,
    enum wk_rc found, const struct counts *k)
{
	cli_put_text(c, d->name);
	wk_buf_adds(c->out, "  ");
	cli_put_text(c, d->url);
	wk_buf_addc(c->out, '\n');
	put_consent(c, n, found);
	wk_buf_addf(c->out, "  waiting %d, refused %d, arrived %d", k->waiting,
	    k->refused, k->arrived);
	if (d->last_at > 0) {
		wk_buf_adds(c->out, "; last answer ");
		cli_share_put_time(c, d->last_at);
	}
	wk_buf_addc(c->out, '\n');
	if (d->paused != NULL) {
		wk_buf_adds(c->out, "  stopped: ");
		cli_put_text(c, d->paused);
		wk_buf_addc(c->out, '\n');
	}
	if (WK_MAX(d->next_at, d->hold_until) > c->app->now) {
		wk_buf_adds(c->out, "  next try ");
		cli_share_put_time(c, WK_MAX(d->next_at, d->hold_until));
		wk_buf_addc(c->out, '\n');
	}
}

static void
put_json(struct wk_cli *c, const struct wk_dest *d, const struct wk_consent *n,
    enum wk_rc found, const struct counts *k)
{
	cli_json_key(c->out, NULL);
	wk_buf_addc(c->out, '{');
	cli_json_text(c->out, "name", d->name);
	cli_json_text(c->out, "kind", d->kind);
	cli_json_text(c->out, "url", d->url);
	cli_json_text(c->out, "state", found == WK_OK ? n->state : NULL);
	cli_json_text(c->out, "level", found == WK_OK ? n->level : NULL);
	cli_json_text(c->out, "basis", found == WK_OK ? n->basis : NULL);
	cli_json_date(c->out, "expires", found == WK_OK ? n->expires : WK_DATE_NONE);
	cli_json_int(c->out, "waiting", k->waiting);
	cli_json_int(c->out, "refused", k->refused);
	cli_json_int(c->out, "arrived", k->arrived);
	cli_json_text(c->out, "stopped", d->paused);
	cli_json_int(c->out, "failures", d->failures);
	cli_json_key(c->out, "weeks");
	wk_buf_addc(c->out, '[');
}

static void
put_json_row(struct wk_cli *c, const struct wk_out *o)
{
	cli_json_key(c->out, NULL);
	wk_buf_addc(c->out, '{');
	cli_json_text(c->out, "week", o->week);
	cli_json_text(c->out, "op", o->op);
	cli_json_int(c->out, "rev", o->rev);
	cli_json_text(c->out, "state", o->state);
	cli_json_int(c->out, "attempts", o->attempts);
	cli_json_number(c->out, "status", o->last_status > 0 ? o->last_status :
	    (double)NAN, 0);
	cli_json_text(c->out, "code", o->last_code);
	wk_buf_addc(c->out, '}');
}

static enum wk_rc
put_one(struct wk_cli *c, const struct wk_dest *d)
{
	struct wk_consent n = {0};
	struct wk_out *v;
	size_t count_of;
	bool json = cli_has(c, "json");
	enum wk_rc found = wk_store_consent_get(c->app->store, d->id, &c->arena, &n,
	    &c->err);
	enum wk_rc rc = wk_store_out_list(c->app->store, d->id, false, &c->arena, &v,
	    &count_of, &c->err);
	if (rc != WK_OK || (found != WK_OK && found != WK_ERR_NOTFOUND))
		return rc != WK_OK ? rc : found;
	struct counts k = count(v, count_of);
	(json ? put_json : put_dest)(c, d, &n, found, &k);
	for (size_t i = 0; i < count_of; i++) {
		if (json)
			put_json_row(c, &v[i]);
		else if (!is(&v[i], "done"))
			cli_share_put_row(c, &v[i]);
	}
	if (json)
		wk_buf_adds(c->out, "]}");
	return WK_OK;
}

enum wk_rc
cli_share_state(struct wk_cli *c)
{
	struct wk_dest *v = NULL;
	size_t n = 0;
	bool json = cli_has(c, "json");
	enum wk_rc rc = wk_app_open(c->app, WK_STORE_READ, &c->err);
	if (rc == WK_OK)
		rc = wk_store_dest_list(c->app->store, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"receivers\":[");
	else if (n == 0)
		wk_buf_adds(c->out, "sharing is off: nobody gets anything\n");
	rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = put_one(c, &v[i]);
	if (json)
		wk_buf_adds(c->out, "]}\n");
	return rc;
}
