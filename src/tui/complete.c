/* SPDX-License-Identifier: MIT */
/* What Tab offers after ':': names of actions and commands, then what some of them
 * take. */
#include "overlay.h"

static void
offer(struct wk_names *c, const char *stem, const char *name)
{
	if (!wk_text_starts(name, stem) || c->n == WK_LEN(c->v))
		return;
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->v[i], name) == 0)
			return;
	c->v[c->n++] = name;
}

/* A row belongs to ':' when it is of every screen, of this one, or of ':' alone. */
bool
wk_complete_has(const struct wk_tui *t, const struct wk_key *row)
{
	return *row->view == '\0' || strcmp(row->view, ":") == 0 ||
	    strcmp(row->view, t->view->name) == 0;
}

void
wk_complete_commands(const struct wk_tui *t, const char *stem, struct wk_names *c)
{
	size_t n = t->keys.n;
	const struct wk_key *rows = t->keys.v;
	for (size_t i = 0; i < t->o->command_count; i++)
		offer(c, stem, t->o->commands[i]);
	for (size_t i = 0; i < n; i++)
		if (wk_complete_has(t, &rows[i]))
			offer(c, stem, rows[i].action);
}

static void
offer_themes(const struct wk_tui *t, const char *stem, struct wk_names *c)
{
	size_t n;
	const char *const *names = wk_theme_names(&n);
	offer(c, stem, "auto");
	for (size_t i = 0; i < n; i++)
		offer(c, stem, names[i]);
	for (size_t i = 0; i < t->cmd.theme_count; i++)
		offer(c, stem, t->cmd.themes[i]);
}

static void
offer_mouse(const struct wk_tui *t, const char *stem, struct wk_names *c)
{
	(void)t;
	offer(c, stem, "on");
	offer(c, stem, "off");
}

static void
offer_help(const struct wk_tui *t, const char *stem, struct wk_names *c)
{
	for (size_t i = 0; i < t->o->command_count; i++)
		offer(c, stem, t->o->commands[i]);
}

static const struct {
	const char *word;
	void (*give)(const struct wk_tui *, const char *, struct wk_names *);
} takers[] = {
	{ "theme ", offer_themes }, { "mouse ", offer_mouse }, { "help ", offer_help },
};

bool
wk_complete_takes(const char *word)
{
	for (size_t i = 0; i < WK_LEN(takers); i++)
		if (strcmp(takers[i].word, word) == 0)
			return true;
	return false;
}

size_t
wk_complete(const struct wk_tui *t, const char *stem, struct wk_names *c)
{
	c->n = 0;
	for (size_t i = 0; i < WK_LEN(takers); i++)
		if (wk_text_starts(stem, takers[i].word)) {
			size_t at = strlen(takers[i].word);
			takers[i].give(t, stem + at, c);
			return at;
		}
	if (strchr(stem, ' ') == NULL)
		wk_complete_commands(t, stem, c);
	return 0;
}
