/* SPDX-License-Identifier: MIT */
/* team: the weeks of a team, for its lead: the sum first, then who shares by name. The
 * hub decides what may be seen, and tells the team who looked. */
#include "command.h"

enum { WEEKS = 12 };

static const struct cli_opt options[] = {
    {0, "json", NULL, "as the hub says it"},
    {0},
};

static const struct { const char *band, *sign; } signs[] = {
	{ "calm", "=" }, { "watch", "▲" }, { "strained", "▲▲" }, { "severe", "!!" },
	{ "unknown", "?" },
};

static const char *
member(struct wk_cli *c, const char *json, const char *path)
{
	const char *v = NULL;
	if (json == NULL || wk_store_json_get(c->app->store, json, path, &c->arena, &v,
	    &c->err) != WK_OK)
		return NULL;
	return v;
}

static enum wk_rc
list(struct wk_cli *c, const char *json, const char *path, const char ***v, size_t *n)
{
	return wk_store_json_each(c->app->store, json, path, &c->arena, v, n, &c->err);
}

static const char *
or_unknown(const char *s)
{
	return s == NULL ? "-" : s;
}

static enum wk_rc
put_sum(struct wk_cli *c, const struct wk_team_answer *t)
{
	const char **v, *k_min = member(c, t->aggregate, "$.k_min");
	size_t n;
	enum wk_rc rc = list(c, t->aggregate, "$.weeks", &v, &n);
	if (rc != WK_OK)
		return rc;
	wk_buf_adds(c->out,
	    "week      strained or severe  pages  at night  busiest fifth\n");
	for (size_t i = n; i-- > 0;) {
		const char *hidden = member(c, v[i], "$.suppressed");
		const char *share = member(c, v[i], "$.strained");
		cli_put_text(c, or_unknown(member(c, v[i], "$.week")));
		if (share == NULL || (hidden != NULL && strcmp(hidden, "1") == 0)) {
			wk_buf_addf(c->out, "  hidden: fewer than %.4s gave\n",
			    k_min == NULL ? "5" : k_min);
			continue;
		}
		wk_buf_addf(c->out, "  %-5.8s %%             %-5.8s  %-8.8s  %.8s\n",
		    wk_text_safe_dup(&c->arena, share),
		    or_unknown(member(c, v[i], "$.oncall.pages_median")),
		    or_unknown(member(c, v[i], "$.oncall.night_median")),
		    or_unknown(member(c, v[i], "$.oncall.busiest_fifth")));
	}
	return WK_OK;
}

static const char *
sign_of(const char *band)
{
	for (size_t i = 0; band != NULL && i < WK_LEN(signs); i++)
		if (strcmp(signs[i].band, band) == 0)
			return signs[i].sign;
	return "·";
}

/* In its place of so many columns; a longer name is cut. 0: as it is, the last. */
static void
put_cell(struct wk_buf *b, const char *text, size_t cols)
{
	size_t n = cols == 0 ? strlen(text) : wk_text_fit(text, cols);
	wk_buf_add(b, text, n);
	for (size_t w = wk_text_width(text); w < cols; w++)
		wk_buf_addc(b, ' ');
}

static enum wk_rc
put_row(struct wk_cli *c, const char *row)
{
	const char **cells, *name = or_unknown(member(c, row, "$.display"));
	size_t n;
	enum wk_rc rc = list(c, row, "$.cells", &cells, &n);
	if (rc != WK_OK)
		return rc;
	put_cell(c->out, wk_text_safe_dup(&c->arena, name), 20);
	for (size_t i = 0; i < n; i++) {
		wk_buf_addc(c->out, ' ');
		put_cell(c->out, sign_of(member(c, cells[i], "$.band")),
		    i + 1 < n ? 3 : 0);
	}
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

static enum wk_rc
put_grid(struct wk_cli *c, const struct wk_team_answer *t)
{
	const char **weeks, **rows;
	size_t n, m = 0;
	enum wk_rc rc = list(c, t->grid, "$.weeks", &weeks, &n);
	if (rc == WK_OK)
		rc = list(c, t->grid, "$.rows", &rows, &m);
	if (rc != WK_OK || m == 0)
		return rc;
	wk_buf_adds(c->out, "\nwho shares by name  ");
	for (size_t i = 0; i < n; i++) {
		const char *w = wk_text_safe_dup(&c->arena, or_unknown(weeks[i]));
		wk_buf_addc(c->out, ' ');
		put_cell(c->out, strlen(w) > 6 ? w + 6 : w, i + 1 < n ? 3 : 0);
	}
	wk_buf_addc(c->out, '\n');
	for (size_t i = 0; rc == WK_OK && i < m; i++)
		rc = put_row(c, rows[i]);
	wk_buf_adds(c->out,
	    "= calm  ▲ watch  ▲▲ strained  !! severe  ? too little known  "
	    "· nothing came\n");
	return rc;
}

static enum wk_rc
put_text(struct wk_cli *c, const struct wk_team_answer *t)
{
	wk_buf_addf(c->out, "team %s\n", t->team);
	enum wk_rc rc = put_sum(c, t);
	if (rc == WK_OK)
		rc = put_grid(c, t);
	if (rc == WK_OK)
		wk_buf_adds(c->out, "\nno ranking and no measure of performance; those "
		    "shown can read that you looked\n");
	return rc;
}

static const char *
week_name(struct wk_cli *c, wk_date monday)
{
	int year, week;
	wk_date_iso_week(monday, &year, &week);
	return wk_arena_printf(&c->arena, "%d-W%02d", year, week);
}

static bool
is_week(const char *s)
{
	return *s == '-' || strstr(s, "-W") != NULL || strcmp(s, "this") == 0 ||
	    strcmp(s, "last") == 0;
}

static enum wk_rc
run_team(struct wk_cli *c)
{
	struct wk_team_answer t;
	wk_date last = c->app->today - wk_date_weekday(c->app->today) - 7;
	enum wk_rc rc = cli_want(c, 0, 2);
	bool is_alone = rc == WK_OK && c->arg_count == 1 && is_week(c->args[0]);
	const char *team = c->arg_count > 0 && !is_alone ? c->args[0] : NULL;
	const char *week = c->arg_count > 1 ? c->args[1] : is_alone ? c->args[0] : NULL;
	if (rc == WK_OK && week != NULL)
		rc = wk_when_week(c->app, week, &last, &c->err);
	if (rc == WK_OK)
		rc = wk_app_team_fetch(c->app, team, week_name(c, last - 7 * (WEEKS - 1)),
		    week_name(c, last), &c->arena, &t, &c->err);
	if (rc != WK_OK)
		return rc;
	if (!cli_has(c, "json"))
		return put_text(c, &t);
	wk_buf_adds(c->out, "{\"format\":1");
	cli_json_text(c->out, "team", t.team);
	wk_buf_addf(c->out, ",\"aggregate\":%s,\"grid\":%s}\n", t.aggregate, t.grid);
	return WK_OK;
}

const struct cli_command cli_cmd_team = {
    .name = "team",
    .usage = "team [TEAM] [WEEK]",
    .options = options,
    .run = run_team,
    .help = "the twelve weeks of a team that you lead, as its hub shows them",
    .more = "TEAM    the first that you lead, unless said\n"
	    "WEEK    the last of the twelve; the last complete one unless said\n",
    .examples = "wick team core\n",
};
