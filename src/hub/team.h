/* SPDX-License-Identifier: MIT */
/* team: what a manager reads of a team, for the API and for the page alike. */
#pragma once

#include "aggregate.h"
#include "api.h"

struct team_cell {
	enum wk_hub_band band;
	int coverage;
};
struct team_row {
	const char *person, *display;
	struct team_cell *cells[WK_HUB_GRID_WEEKS]; /* NULL: no week */
};
struct team_grid {
	struct wk_hub_team team;
	int from, to, weeks[WK_HUB_GRID_WEEKS];
	size_t week_count, row_count;
	struct team_row *rows;
};
/* The team, if the caller manages it; false: the reply is the 404 of everybody. */
bool team_managed(struct call *c, struct wk_hub_team *out);
/* from..to as the query says, else the last n weeks; false: the reply is filled */
bool team_grid_load(struct call *c, int n, struct team_grid *out);
bool team_aggregate_load(struct call *c, const struct wk_hub_team *team, int from,
    int to, struct aggregate *out, size_t *n);
/* The ops that tell each person of the grid; NULL and 0 where it shows nobody else. */
struct wk_hub_op *team_audit_ops(struct call *c, const struct team_grid *g, size_t *n);
/* As a table for a terminal. */
void team_plain(const struct team_grid *g, struct wk_buf *b);
