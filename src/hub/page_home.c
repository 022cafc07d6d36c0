/* SPDX-License-Identifier: MIT */
/* The first page: teams, the own weeks, and who looked at them. */
#include "page.h"

enum { SHOWN = 20 };

static void
put_teams(struct call *c, struct wk_buf *b, const struct wk_hub_team *teams, size_t n)
{
	html_element(b, "h2", "Teams", NULL);
	if (n == 0)
		page_para(b, "You are in no team yet. An administrator adds people.");
	html_tag(b, "ul", "class", "teams", NULL);
	for (size_t i = 0; i < n; i++) {
		bool is_manager = teams[i].role == WK_HUB_MANAGER;
		html_tag(b, "li", NULL);
		if (is_manager)
			html_element(b, "a", teams[i].name, "href", wk_arena_printf(
			    c->arena, "/t/%s", teams[i].id), NULL);
		else
			html_text(b, teams[i].name);
		html_element(b, "span", is_manager ? "you manage it" : "you are a member",
		    "class", "muted", NULL);
		html_end(b, "li");
	}
	html_end(b, "ul");
}

static const char *
action_words(const char *action)
{
	static const struct {
		const char *action, *words;
	} rows[] = {
		{ "grid", "the team's page, with you in it" },
		{ "trend", "your weeks" },
		{ "week", "one week" },
	};

	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (strcmp(rows[i].action, action) == 0)
			return rows[i].words;
	return NULL;
}

static void
put_visit(struct call *c, struct wk_buf *b, const struct wk_hub_audit *a)
{
	char at[21];

	word_instant(a->at, at);
	html_tag(b, "tr", NULL);
	html_element(b, "th", wk_arena_printf(c->arena, "%.10s %.5s", at, at + 11),
	    "scope", "row", NULL);
	html_element(b, "td", a->actor_name, NULL);
	html_element(b, "td", action_words(a->action), NULL);
	html_end(b, "tr");
}

static void
put_visits(struct call *c, struct wk_buf *b, const struct wk_hub_audit *rows, size_t n)
{
	size_t shown = 0;

	html_element(b, "h2", "Who looked at your weeks", NULL);
	for (size_t i = 0; i < n && shown < SHOWN; i++) {
		if (action_words(rows[i].action) == NULL)
			continue;
		if (shown++ == 0) {
			html_tag(b, "table", NULL);
			html_element(b, "caption", "Latest visits, times in UTC", NULL);
			wk_buf_adds(b, "<thead><tr><th scope=\"col\">When</th>"
			    "<th scope=\"col\">Who</th><th scope=\"col\">What</th></tr>"
			    "</thead><tbody>");
		}
		put_visit(c, b, &rows[i]);
	}
	if (shown == 0)
		page_para(b, "Nobody yet.");
	else
		wk_buf_adds(b, "</tbody></table>");
}

void
page_home(struct call *c)
{
	const struct wk_hub_store_ops *ops = c->w->hub->ops;
	struct wk_hub_audit_query q = { .subject = c->who.person, .limit = WK_HUB_PAGE };
	struct wk_hub_audit *rows;
	struct wk_hub_team *teams;
	struct wk_err err = { 0 };
	struct wk_buf *b;
	size_t n, visits;

	if (!call_read_ok(c, ops->teams(c->w->reader, c->who.person, NULL, c->arena,
	    &teams, &n, &err), &err) ||
	    !call_read_ok(c, ops->audit(c->w->reader, &q, c->arena, &rows, &visits,
	    &err), &err))
		return;
	b = page_begin(c, 200, "Teams and weeks", true);
	html_element(b, "p", "Weekly summaries that people chose to send. Nothing here "
	    "is shown without their consent.", "class", "lead", NULL);
	put_teams(c, b, teams, n);
	html_element(b, "h2", "Your weeks", NULL);
	html_tag(b, "p", NULL);
	html_element(b, "a", "What the hub holds of your weeks", "href", "/p/me", NULL);
	html_end(b, "p");
	put_visits(c, b, rows, visits);
	page_end(c);
}
