/* SPDX-License-Identifier: MIT */
/* The last answer of a hub, from the store, for the Team screen. */
#include "state.h"

static const char *
member(struct wk_tui *t, const char *json, const char *path)
{
	const char *v = NULL;
	struct wk_err err;
	if (json == NULL || wk_store_json_get(t->app->store, json, path, &t->teams.arena,
	    &v, &err) != WK_OK || v == NULL)
		return NULL;
	return wk_text_safe_dup(&t->teams.arena, v);
}

static size_t
list(struct wk_tui *t, const char *json, const char *path, const char ***v)
{
	size_t n = 0;
	struct wk_err err;
	return wk_store_json_each(t->app->store, json, path, &t->teams.arena, v, &n,
	    &err) == WK_OK ? n : 0;
}

static void
read_weeks(struct wk_tui *t, const char *json)
{
	struct wk_teams *g = &t->teams;
	const char **v;
	size_t n = list(t, json, "$.weeks", &v);
	g->k_min = member(t, json, "$.k_min");
	for (size_t i = n; i-- > 0 && g->week_count < WK_TEAM_WEEKS;) {
		const char *hidden = member(t, v[i], "$.suppressed");
		struct wk_team_week *w = &g->weeks[g->week_count++];
		*w = (struct wk_team_week){ .name = member(t, v[i], "$.week"),
			.share = member(t, v[i], "$.strained"),
			.pages = member(t, v[i], "$.oncall.pages_median"),
			.night = member(t, v[i], "$.oncall.night_median"),
			.busiest = member(t, v[i], "$.oncall.busiest_fifth") };
		w->is_hidden = w->share == NULL || hidden == NULL ||
		    strcmp(hidden, "0") != 0;
	}
}

static int
week_index(const struct wk_teams *g, const char *name)
{
	for (size_t i = 0; name != NULL && i < g->week_count; i++)
		if (g->weeks[i].name != NULL && strcmp(g->weeks[i].name, name) == 0)
			return (int)i;
	return -1;
}

static void
read_names(struct wk_tui *t, const char *json)
{
	struct wk_teams *g = &t->teams;
	const char **weeks, **rows, **cells;
	size_t n = list(t, json, "$.weeks", &weeks), m = list(t, json, "$.rows", &rows);
	for (size_t i = 0; i < m && g->name_count < WK_TEAM_NAMES; i++) {
		struct wk_team_name *p = &g->names[g->name_count++];
		size_t count = list(t, rows[i], "$.cells", &cells);
		*p = (struct wk_team_name){ .name = member(t, rows[i], "$.display") };
		for (size_t k = 0; k < count && k < n; k++) {
			int at = week_index(g, weeks[k]);
			if (at >= 0)
				p->band[at] = member(t, cells[k], "$.band");
		}
	}
}

void
wk_team_load(struct wk_tui *t)
{
	struct wk_teams *g = &t->teams;
	struct wk_team_answer kept = { 0 };
	struct wk_dest d;
	struct wk_err err;
	wk_arena_fini(&g->arena);
	g->has_answer = false;
	g->week_count = g->name_count = 0;
	g->has_hub = wk_app_share_dest(t->app, "hub", &g->arena, &d, &err) == WK_OK;
	g->has_receiver = g->has_hub || wk_app_share_dest(t->app, NULL, &g->arena, &d,
	    &err) != WK_ERR_NOTFOUND;
	if (!g->has_hub || wk_app_team_kept(t->app, &g->arena, &kept, &err) != WK_OK ||
	    kept.at == 0)
		return;
	g->has_answer = true;
	g->at = kept.at;
	g->team = wk_text_safe_dup(&g->arena, kept.team == NULL ? "" : kept.team);
	read_weeks(t, kept.aggregate);
	read_names(t, kept.grid);
	g->row = WK_MAX(WK_MIN(g->row, (int)g->week_count - 1), 0);
}

const char *
wk_team_share_word(const char *share)
{
	static const struct { const char *share, *word; } rows[] = {
		{ "<=20", "few or none" }, { "20-40", "some" }, { "40-60", "about half" },
		{ "60-80", "most" }, { ">=80", "nearly all" },
	};
	for (size_t i = 0; share != NULL && i < WK_LEN(rows); i++)
		if (strcmp(rows[i].share, share) == 0)
			return rows[i].word;
	return "not known";
}
