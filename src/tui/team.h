/* SPDX-License-Identifier: MIT */
/* What the Team screen holds: the last answer of the hub, read. */
#pragma once

#include "wick/app.h"

struct wk_tui;
enum { WK_TEAM_WEEKS = 53, WK_TEAM_NAMES = 60 };
struct wk_team_week {
	const char *name, *share, *pages, *night, *busiest;
	bool is_hidden;
};
struct wk_team_name { const char *name, *band[WK_TEAM_WEEKS]; };
struct wk_teams {
	struct wk_arena arena;
	bool has_hub, has_answer;
	bool has_receiver;             /* of weeks, a hub or another */
	const char *team, *k_min;
	int64_t at;
	struct wk_team_week weeks[WK_TEAM_WEEKS];       /* newest first */
	size_t week_count;
	struct wk_team_name names[WK_TEAM_NAMES];       /* who shares by name */
	size_t name_count;
	int row, page;                 /* page: of a small screen */
};
/* ---- team_load.c */
void wk_team_load(struct wk_tui *t);
/* "some", of what the hub says as 20-40. */
const char *wk_team_share_word(const char *share);
