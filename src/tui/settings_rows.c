/* SPDX-License-Identifier: MIT */
/* Which sections there are and what is in them. A setting is in the first section whose
 * prefix its key begins with. */
#include "overlay.h"

/* ---- texts */

static void
put_sharing(const struct wk_tui *t, struct wk_buf *b)
{
	wk_buf_adds(b, t->settings.sharing == NULL ? "" : t->settings.sharing);
}

static void
put_path(struct wk_buf *b, const char *what, const char *path)
{
	wk_buf_addf(b, "%s\n  ", what);
	wk_text_safe(b, path != NULL ? path : "no place: HOME is not usable");
	wk_buf_addc(b, '\n');
}

static void
put_place(struct wk_buf *b, const char *what, char kind, const char *name)
{
	struct wk_arena a;
	const char *path = NULL;
	wk_arena_init(&a);
	put_path(b, what, wk_conf_path(kind, name, &a, &path, NULL) == WK_OK ? path :
	    NULL);
	wk_arena_fini(&a);
}

static void
put_data(const struct wk_tui *t, struct wk_buf *b)
{
	struct wk_err err;
	put_path(b, "the log, one SQLite file, readable by you alone",
	    wk_app_db_path(t->app, &err));
	put_path(b, "the settings", t->app->conf.path);
	put_place(b, "themes of your own", 'c', "themes");
	put_place(b, "drafts and copies", 's', "");
	wk_buf_adds(b, "\n"
	    ":backup FILE   copies the log, also while it is in use\n"
	    ":export        writes it as text, to take elsewhere\n"
	    ":erase DAYS    takes days out for good, from our copies too\n"
	    ":doctor        checks the file\n");
}

static void
put_keys(const struct wk_tui *t, struct wk_buf *b)
{
	put_place(b, "keys of your own, read at the start; under [home] lines like "
	    "e = log-today", 'c', "keys.ini");
	wk_buf_addc(b, '\n');
	wk_keymap_put_all(&t->keys, b);
}

static void
put_about(const struct wk_tui *t, struct wk_buf *b)
{
	(void)t;
	wk_buf_adds(b, wk_help_about);
	wk_buf_adds(b, "\nman wick, man wick.conf, man wick-indicators.\n");
}

static const struct wk_section sections[] = {
	{ "Work", "work.", WK_SECTION_ROWS, NULL },
	{ "Theme", "ui.theme", WK_SECTION_THEMES, NULL },
	{ "Auto theme", "ui.theme.", WK_SECTION_ROWS, NULL },
	{ "Display", "ui.", WK_SECTION_ROWS, NULL },
	{ "Alerts", "alerts.", WK_SECTION_ROWS, NULL },
	{ "Model", "model.", WK_SECTION_ROWS, NULL },
	{ "Sharing", NULL, WK_SECTION_TEXT, put_sharing },
	{ "Data, backup", NULL, WK_SECTION_TEXT, put_data },
	{ "Mail", "mail.", WK_SECTION_ROWS, NULL },
	{ "Keys", NULL, WK_SECTION_TEXT, put_keys },
	{ "Hub", "share.", WK_SECTION_ROWS, NULL },
	{ "About", NULL, WK_SECTION_TEXT, put_about },
};

const struct wk_section *
wk_settings_sections(size_t *n)
{
	*n = WK_LEN(sections);
	return sections;
}

const struct wk_section *
wk_settings_section(const struct wk_settings *g)
{
	return &sections[g->section];
}

int
wk_settings_sharing(void)
{
	int i = 0;
	while (sections[i].put_text != put_sharing)
		i++;
	return i;
}

/* The longest prefix has it; the theme itself has its picker. */
static const struct wk_section *
section_of(const struct wk_setting *s)
{
	const struct wk_section *best = NULL;
	for (size_t i = 0; i < WK_LEN(sections); i++) {
		const char *prefix = sections[i].prefix;
		if (prefix != NULL && wk_text_starts(s->key, prefix) &&
		    (best == NULL || strlen(prefix) > strlen(best->prefix)))
			best = &sections[i];
	}
	return best;
}

/* ---- rows */

static int
count_settings(const struct wk_settings *g, int stop_at, const struct wk_setting **out)
{
	int n = 0;
	for (size_t i = 0; i < g->all_count; i++) {
		if (g->in[i] != wk_settings_section(g))
			continue;
		if (n++ == stop_at)
			*out = &g->all[i];
	}
	return n;
}

int
wk_settings_row_count(const struct wk_settings *g)
{
	switch (wk_settings_section(g)->kind) {
	case WK_SECTION_ROWS:
		return count_settings(g, -1, NULL);
	case WK_SECTION_THEMES:
		return (int)g->theme_count;
	default:
		return 0;
	}
}

const struct wk_setting *
wk_settings_at(const struct wk_settings *g, int i)
{
	const struct wk_setting *s = NULL;
	if (wk_settings_section(g)->kind == WK_SECTION_ROWS)
		(void)count_settings(g, i, &s);
	return s;
}

const char *
wk_settings_value(const struct wk_tui *t, const struct wk_setting *s, struct wk_arena *a)
{
	const char *value;
	struct wk_err err;
	return wk_conf_get(&t->app->conf, s->key, a, &value, &err) == WK_OK ? value : "?";
}

void
wk_settings_put_kind(const struct wk_setting *s, const char *takes,
    const char *is_default, struct wk_buf *b)
{
	static const char *const words[] = {
		[WK_SET_TEXT] = "a name", [WK_SET_CHOICE] = "one of ",
		[WK_SET_BOOL] = "yes or no", [WK_SET_NUMBER] = "a number, ",
		[WK_SET_CLOCK] = "a time of day", [WK_SET_CLOCK_SPAN] =
		"from-to, times of day", [WK_SET_CONTRACT] = "hours, Monday to Sunday",
		[WK_SET_LIMITS] = "NAME LIMIT, ...", [WK_SET_LINE] = "a line, - for none",
	};
	wk_buf_addf(b, "%s%s", takes, words[s->type]);
	if (s->type == WK_SET_CHOICE)
		for (const char *p = s->choices; *p != '\0'; p++)
			wk_buf_adds(b, *p == '|' ? ", " : (const char[]){ *p, '\0' });
	if (s->type == WK_SET_NUMBER) {
		wk_text_put_number(b, s->min, 6);
		wk_buf_adds(b, " to ");
		wk_text_put_number(b, s->max, 6);
		if (s->unit != NULL && *s->unit != '\0')
			wk_buf_addf(b, " %s", s->unit);
	}
	wk_buf_addf(b, "%s%s", is_default, *s->def == '\0' ? "none" : s->def);
}

static const char *
next_choice(const char *choices, const char *now, struct wk_arena *a)
{
	size_t n = strlen(now);
	const char *p = choices;
	while (*p != '\0' && !(strncmp(p, now, n) == 0 && (p[n] == '|' || p[n] == '\0')))
		p += strcspn(p, "|") + (p[strcspn(p, "|")] == '|');
	p += strcspn(p, "|");
	p = *p == '|' ? p + 1 : choices;
	return wk_arena_strndup(a, p, strcspn(p, "|"));
}

const char *
wk_settings_next(const struct wk_tui *t, const struct wk_setting *s, struct wk_arena *a)
{
	if (s->choices == NULL)
		return NULL;
	return next_choice(s->choices, wk_settings_value(t, s, a), a);
}

/* ---- themes */

static const char *
about_theme(const char *name)
{
	static const struct { const char *name, *about; } known[] = {
		{ "cividis", "colour-blind" }, { "contrast", "11:1 or more" },
		{ "ember", "dark, warm" }, { "mono", "no colour" }, { "paper", "light" },
	};
	for (size_t i = 0; i < WK_LEN(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].about;
	return "";
}

static void
add_theme(struct wk_settings *g, const char *name, const char *about)
{
	if (g->theme_count < WK_THEMES_MAX)
		g->themes[g->theme_count++] = (struct wk_theme_row){ name, about };
}

int
wk_settings_theme_row(const struct wk_tui *t)
{
	const struct wk_settings *g = &t->settings;
	for (size_t i = 0; i < g->theme_count; i++)
		if (strcmp(g->themes[i].name, t->app->conf.theme) == 0)
			return (int)i;
	return 0;
}

void
wk_settings_load(struct wk_tui *t)
{
	struct wk_settings *g = &t->settings;
	size_t n;
	wk_arena_fini(&g->arena);
	wk_arena_init(&g->arena);
	g->all = wk_settings(&g->arena, &g->all_count);
	g->in = WK_ARENA_ARRAY(&g->arena, const struct wk_section *, g->all_count);
	for (size_t i = 0; i < g->all_count; i++)
		g->in[i] = section_of(&g->all[i]);
	wk_settings_load_sharing(t);
	g->theme_count = 0;
	add_theme(g, "auto", "by terminal");
	const char *const *names = wk_theme_names(&n);
	for (size_t i = 0; i < n; i++)
		add_theme(g, names[i], about_theme(names[i]));
	names = wk_theme_user_names(&g->arena, &n);
	for (size_t i = 0; i < n; i++)
		add_theme(g, names[i], "yours");
	g->row = WK_MAX(0, WK_MIN(g->row, wk_settings_row_count(g) - 1));
}
