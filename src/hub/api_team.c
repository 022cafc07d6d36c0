/* SPDX-License-Identifier: MIT */
/* What managers read: teams, the grid of those who share by name, an aggregate. */
#include "team.h"

enum { WEEKS_DEFAULT = 12 };

void
api_teams(struct call *c)
{
	struct wk_hub_team *teams;
	struct wk_err err = { 0 };
	struct wk_buf *b;
	size_t n;

	if (!call_read_ok(c, c->w->hub->ops->teams(c->w->reader, c->who.person, NULL,
	    c->arena, &teams, &n, &err), &err))
		return;
	b = call_json(c, 200);
	wk_buf_adds(b, "{\"teams\":[");
	for (size_t i = 0; i < n; i++) {
		wk_buf_adds(b, i > 0 ? ",{" : "{");
		put_text(b, "team", teams[i].id);
		put_text(b, "name", teams[i].name);
		put_text(b, "role", word_role(teams[i].role));
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}");
	http_reply_header(c->req, "Cache-Control", "private, no-cache");
}

static void
put_cells(struct wk_buf *b, const struct team_grid *g, const struct team_row *row)
{
	for (size_t w = 0; w < g->week_count; w++) {
		const struct team_cell *cell = row->cells[w];
		if (w > 0)
			wk_buf_addc(b, ',');
		if (cell == NULL) {
			wk_buf_adds(b, "null");
			continue;
		}
		wk_buf_addc(b, '{');
		put_text(b, "band", word_band(cell->band));
		put_int(b, "coverage", cell->coverage);
		wk_buf_addc(b, '}');
	}
}

static void
put_grid(struct wk_buf *b, const struct team_grid *g)
{
	char week[9];

	wk_buf_addc(b, '{');
	put_text(b, "team", g->team.id);
	put_key(b, "weeks");
	for (size_t w = 0; w < g->week_count; w++) {
		word_week_put(g->weeks[w], week);
		wk_buf_addf(b, "%s\"%s\"", w > 0 ? "," : "[", week);
	}
	wk_buf_adds(b, "],\"rows\":[");
	for (size_t i = 0; i < g->row_count; i++) {
		wk_buf_adds(b, i > 0 ? ",{" : "{");
		put_text(b, "person", g->rows[i].person);
		put_text(b, "display", g->rows[i].display);
		put_key(b, "cells");
		wk_buf_addc(b, '[');
		put_cells(b, g, &g->rows[i]);
		wk_buf_adds(b, "]}");
	}
	wk_buf_adds(b, "]}");
}

static void
as_filled(struct call *c)
{
	(void)c;
}

static bool
wants_plain(const struct call *c)
{
	const char *accept = http_header_get(c->req, "Accept");

	return accept != NULL && strstr(accept, "text/plain") != NULL &&
	    strstr(accept, "application/json") == NULL;
}

void
api_grid(struct call *c)
{
	struct team_grid *g = WK_ARENA_NEW(c->arena, struct team_grid);
	struct wk_hub_op *ops;
	size_t n;

	if (!team_grid_load(c, WEEKS_DEFAULT, g))
		return;
	if (wants_plain(c)) {
		call_text(c, 200, "");
		c->req->reply.header_count = 0;
		http_reply_header(c->req, "Content-Type", "text/plain; charset=utf-8");
		team_plain(g, &c->req->reply.body);
	} else {
		put_grid(call_json(c, 200), g);
	}
	call_cached(c);
	ops = team_audit_ops(c, g, &n);
	if (n > 0)
		call_write(c, ops, n, as_filled);
}

static void
put_aggregate_week(struct wk_buf *b, const struct aggregate *a)
{
	wk_buf_addc(b, '{');
	put_week(b, "week", a->week);
	put_key(b, "suppressed");
	wk_buf_adds(b, a->is_suppressed ? "true,\"strained\":null" : "false");
	if (!a->is_suppressed)
		put_text(b, "strained", a->strained);
	put_key(b, "oncall");
	if (a->has_oncall) {
		wk_buf_addc(b, '{');
		put_text(b, "pages_median", a->pages_median);
		put_text(b, "night_median", a->night_median);
		put_text(b, "busiest_fifth", a->busiest_fifth);
		wk_buf_addc(b, '}');
	} else {
		wk_buf_adds(b, "null");
	}
	wk_buf_addc(b, '}');
}

void
api_aggregate(struct call *c)
{
	struct aggregate weeks[WK_HUB_GRID_WEEKS];
	struct wk_hub_team team;
	struct wk_hub_op *op;
	struct wk_buf *b;
	int from, to;
	size_t n;

	if (!team_managed(c, &team) || !query_range(c, WEEKS_DEFAULT, &from, &to) ||
	    !team_aggregate_load(c, &team, from, to, weeks, &n))
		return;
	b = call_json(c, 200);
	wk_buf_addc(b, '{');
	put_text(b, "team", team.id);
	put_int(b, "k_min", team.k_min);
	put_key(b, "weeks");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			wk_buf_addc(b, ',');
		put_aggregate_week(b, &weeks[i]);
	}
	wk_buf_adds(b, "]}");
	call_cached(c);
	op = call_ops(c, 1);
	call_audit_op(c, op, "aggregate", NULL, team.id);
	op->u.audit.week_from = from;
	op->u.audit.week_to = to;
	call_write(c, op, 1, as_filled);
}
