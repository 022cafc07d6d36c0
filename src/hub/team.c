/* SPDX-License-Identifier: MIT */
/* A team's weeks, loaded for whoever manages it. The grid has only those who share
 * individually; nothing tells how many do not. */
#include "team.h"

bool
team_managed(struct call *c, struct wk_hub_team *out)
{
	struct wk_hub_team *teams;
	struct wk_err err = { 0 };
	size_t n;

	if (!call_read_ok(c, c->w->hub->ops->teams(c->w->reader, c->who.person,
	    c->p.team, c->arena, &teams, &n, &err), &err))
		return false;
	if (n == 0 || teams[0].role != WK_HUB_MANAGER) {
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
		return false;
	}
	*out = teams[0];
	return true;
}

static size_t
week_place(const struct team_grid *g, int week)
{
	for (size_t i = 0; i < g->week_count; i++)
		if (g->weeks[i] == week)
			return i;
	return WK_HUB_GRID_WEEKS;
}

/* Cells come sorted by display: those of one person are together. Each of them has the
 * names, so only what is shown is kept while the call waits for its line in the log. */
static void
fold_cells(struct call *c, const struct wk_hub_cell *cells, size_t n,
    struct team_grid *g)
{
	struct team_row *row = NULL;

	g->rows = WK_ARENA_ARRAY(c->arena, struct team_row,
	    WK_MIN(n, WK_HUB_GRID_PEOPLE) + 1);
	for (size_t i = 0; i < n; i++) {
		size_t place = week_place(g, cells[i].week);
		if (row == NULL || strcmp(row->person, cells[i].person) != 0) {
			if (g->row_count == WK_HUB_GRID_PEOPLE)
				return;
			row = &g->rows[g->row_count++];
			row->person = wk_arena_strdup(c->arena, cells[i].person);
			row->display = wk_arena_strdup(c->arena, cells[i].display);
		}
		if (place == WK_HUB_GRID_WEEKS)
			continue;
		row->cells[place] = WK_ARENA_NEW(c->arena, struct team_cell);
		*row->cells[place] = (struct team_cell){ cells[i].band,
			cells[i].coverage };
	}
}

bool
team_grid_load(struct call *c, int n, struct team_grid *out)
{
	struct wk_hub_grid_query q = { .team = c->p.team, .today = call_today(c) };
	struct wk_hub_cell *cells;
	struct wk_arena all;
	struct wk_err err = { 0 };
	size_t count;

	*out = (struct team_grid){ 0 };
	if (!team_managed(c, &out->team) || !query_range(c, n, &q.from, &q.to))
		return false;
	out->from = q.from;
	out->to = q.to;
	for (int w = q.from; w <= q.to; w = word_week_add(w, 1))
		out->weeks[out->week_count++] = w;
	wk_arena_init(&all);
	enum wk_rc rc = c->w->hub->ops->grid(c->w->reader, &q, &all, &cells, &count,
	    &err);
	if (rc == WK_OK)
		fold_cells(c, cells, count, out);
	wk_arena_fini(&all);
	return call_read_ok(c, rc, &err);
}

bool
team_aggregate_load(struct call *c, const struct wk_hub_team *team, int from, int to,
    struct aggregate *out, size_t *n)
{
	struct wk_hub_grid_query q = { .team = team->id, .from = from, .to = to,
		.today = call_today(c) };
	struct wk_hub_report *rows;
	struct wk_err err = { 0 };
	size_t count;

	if (!call_read_ok(c, c->w->hub->ops->reports(c->w->reader, &q, c->arena, &rows,
	    &count, &err), &err))
		return false;
	*n = aggregate_weeks(rows, count, from, to, team->k_min, out,
	    WK_HUB_GRID_WEEKS);
	return true;
}

struct wk_hub_op *
team_audit_ops(struct call *c, const struct team_grid *g, size_t *n)
{
	struct wk_hub_op *ops = call_ops(c, g->row_count + 1);

	*n = 0;
	for (size_t i = 0; i < g->row_count; i++) {
		struct wk_hub_op *op = &ops[*n];
		if (strcmp(g->rows[i].person, c->who.person) == 0)
			continue;
		call_audit_op(c, op, "grid", g->rows[i].person, g->team.id);
		op->u.audit.week_from = g->from;
		op->u.audit.week_to = g->to;
		(*n)++;
	}
	return ops;
}

/* ---- for a terminal ---- */
static const char *const marks[] = { "calm", "watch", "strained", "severe", "?" };

void
team_plain(const struct team_grid *g, struct wk_buf *b)
{
	size_t width = 4;

	for (size_t i = 0; i < g->row_count; i++)
		width = WK_MAX(width, wk_text_width(g->rows[i].display));
	wk_buf_addf(b, "%s\n\n", g->team.name);
	wk_buf_fill(b, ' ', width);
	for (size_t w = 0; w < g->week_count; w++)
		wk_buf_addf(b, "  W%02d     ", g->weeks[w] % 100);
	wk_buf_addc(b, '\n');
	for (size_t i = 0; i < g->row_count; i++) {
		const struct team_row *row = &g->rows[i];
		wk_buf_adds(b, row->display);
		wk_buf_fill(b, ' ', width - wk_text_width(row->display));
		for (size_t w = 0; w < g->week_count; w++)
			wk_buf_addf(b, "  %-8s", row->cells[w] == NULL ? "-" :
			    marks[row->cells[w]->band]);
		wk_buf_addc(b, '\n');
	}
	wk_buf_adds(b, "\n- is no summary, ? not enough data. Only those who share by "
	    "name are here;\neach of them can see that you looked.\n");
}
