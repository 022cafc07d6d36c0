/* SPDX-License-Identifier: MIT */
/* Themes: an INI file of roles becomes two full tables of styles, one for 256 colours and
 * one for 8 or 16. What a theme gets wrong is told and left out, never a reason to fail:
 * a screen in other colours still works. */
#include "internal.h"

#define FILE_MAX_BYTES (64 * 1024)
#define INHERIT_MAX 4

struct table {
	struct wk_style style[WK_ROLE_COUNT];
	bool is_set[WK_ROLE_COUNT];
};

struct loader {
	struct wk_arena *a;
	struct wk_theme *theme;
	struct table rich, eight;
	const char *path;              /* of the file being read, for the warnings */
	struct wk_theme_warning *w;
	size_t max, *nw;
};

static const char *const names[] = {
#include "theme_names.h"
};

const char *const *
wk_theme_names(size_t *n)
{
	*n = WK_LEN(names);
	return names;
}

/* A long folder is left out: what has to be seen is the file's name and the line. */
static const char *
short_path(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash && strlen(path) > 80 ? slash + 1 : path;
}

WK_PRINTF(3, 4)
static void
warn(struct loader *l, int line, const char *fmt, ...)
{
	if (*l->nw >= l->max)
		return;
	struct wk_theme_warning *w = &l->w[(*l->nw)++];
	int n = snprintf(w->msg, sizeof(w->msg), "%s:%d: ", short_path(l->path), line);
	size_t used = n < 0 ? 0 : WK_MIN((size_t)n, sizeof(w->msg) - 1);
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(w->msg + used, sizeof(w->msg) - used, fmt, ap);
	va_end(ap);
}

static bool
warn_line(void *ctx, int line, const char *why)
{
	warn(ctx, line, "%s", why);
	return true;
}

/* ---- [theme] ---- */

static const struct {
	const char *word;
	enum wk_theme_base base;
} bases[] = {{"any", WK_BASE_ANY}, {"dark", WK_BASE_DARK}, {"light", WK_BASE_LIGHT}};

static bool
set_base(struct loader *l, const char *v)
{
	for (size_t i = 0; i < WK_LEN(bases); i++) {
		if (strcmp(bases[i].word, v) == 0) {
			l->theme->base = bases[i].base;
			return true;
		}
	}
	return false;
}

static bool
set_paint(struct loader *l, const char *v)
{
	l->theme->paint = strcmp(v, "yes") == 0;
	return l->theme->paint || strcmp(v, "no") == 0;
}

static bool
set_nominal(struct loader *l, const char *v)
{
	int rgb = color_parse_rgb(v);
	if (rgb >= 0)
		l->theme->nominal_rgb = rgb;
	return rgb >= 0;
}

/* The name is the file's, and inherit has been followed before. */
static bool
set_nothing(struct loader *l, const char *v)
{
	(void)l;
	return *v;
}

static const struct {
	const char *key;
	bool (*set)(struct loader *, const char *);
} head_keys[] = {{"name", set_nothing}, {"inherit", set_nothing}, {"base", set_base},
	{"paint", set_paint}, {"nominal", set_nominal}};

static void
apply_head(struct loader *l, const struct wk_ini_entry *e)
{
	for (size_t i = 0; i < WK_LEN(head_keys); i++) {
		if (strcmp(head_keys[i].key, e->key) != 0)
			continue;
		if (!head_keys[i].set(l, e->value))
			warn(l, e->line, "%s cannot be \"%.60s\"", e->key, e->value);
		return;
	}
	warn(l, e->line, "unknown key \"%.60s\" in [theme]", e->key);
}

/* ---- roles ---- */

/* Parts that are not written stay as an inherited theme left them. */
static void
merge(struct table *t, enum wk_role r, const struct wk_style *s)
{
	struct wk_style *to = &t->style[r];
	if (s->fg != WK_COLOR_UNSET)
		to->fg = s->fg;
	if (s->bg != WK_COLOR_UNSET)
		to->bg = s->bg;
	if (s->attr || s->fg != WK_COLOR_UNSET)
		to->attr = s->attr;
	t->is_set[r] = true;
}

static const char *const sections[] = {"ui", "state", "chart", "heat"};

/* "chart" or "chart.8": the plain section's name, NULL when it is none. */
static const char *
section_of(const char *written, bool *is_eight)
{
	for (size_t i = 0; i < WK_LEN(sections); i++) {
		size_t n = strlen(sections[i]);
		*is_eight = strcmp(written + WK_MIN(n, strlen(written)), ".8") == 0;
		if (strncmp(written, sections[i], n) == 0 && (*is_eight || !written[n]))
			return sections[i];
	}
	return NULL;
}

static void
apply_role(struct loader *l, const struct wk_ini_entry *e)
{
	bool is_eight;
	struct wk_style s;
	char why[96];
	const char *section = section_of(e->section, &is_eight);
	enum wk_role r = section ? role_find(section, e->key) : WK_ROLE_COUNT;
	if (!section)
		warn(l, e->line, "unknown section [%.60s]", e->section);
	else if (r == WK_ROLE_COUNT)
		warn(l, e->line, "unknown role \"%.60s\" in [%s]", e->key, e->section);
	else if (!style_parse(e->value, &s, why))
		warn(l, e->line, "%s", why);
	else if (is_eight && (s.fg > 15 || s.bg > 15))
		warn(l, e->line, "[%s] has the colours 0-15 and their names only",
		    e->section);
	else
		merge(is_eight ? &l->eight : &l->rich, r, &s);
}

/* ---- reading ---- */

static const char *
embedded_text(const char *name)
{
	const struct wk_embedded *e = wk_embedded_themes;
	while (e->name && strcmp(e->name, name) != 0)
		e++;
	return e->text;
}

/* The text of a theme; NULL when there is none of that name. path: for the warnings. */
static const char *
find_text(struct loader *l, const char *name, const char **path)
{
	struct wk_buf b;
	struct wk_err err;
	*path = name;
	const char *text = embedded_text(name);
	if (text)
		return text;
	if (!*name || strchr(name, '/') || *name == '.' ||
	    wk_conf_path('c', wk_arena_printf(l->a, "themes/%s.ini", name), l->a, path,
	        NULL) != WK_OK ||
	    !wk_file_exists(*path))
		return NULL;
	wk_buf_init(&b);
	if (wk_file_read(*path, FILE_MAX_BYTES, &b, &err) != WK_OK) {
		l->path = *path;
		warn(l, 1, "%s", err.msg);
	}
	text = wk_arena_strndup(l->a, b.p, b.len);
	wk_buf_fini(&b);
	return text;
}

static const struct wk_ini_entry *
find_inherit(const struct wk_ini *ini)
{
	for (size_t i = 0; i < ini->n; i++)
		if (strcmp(ini->v[i].section, "theme") == 0 &&
		    strcmp(ini->v[i].key, "inherit") == 0)
			return &ini->v[i];
	return NULL;
}

static void
apply_all(struct loader *l, const struct wk_ini *ini)
{
	for (size_t i = 0; i < ini->n; i++) {
		if (strcmp(ini->v[i].section, "theme") == 0)
			apply_head(l, &ini->v[i]);
		else
			apply_role(l, &ini->v[i]);
	}
}

/* The files from the theme to the last one it inherits, then applied from the far end. */
static void
read_chain(struct loader *l, const char *text, const char *path)
{
	struct wk_ini ini[INHERIT_MAX];
	const struct wk_ini_entry *up = NULL;
	size_t n = 0;
	do {
		struct ini_complaint bad = {warn_line, l};
		ini[n].path = l->path = path;
		ini_read(text, strlen(text), l->a, &ini[n], &bad);
		up = find_inherit(&ini[n++]);
		if (!up)
			break;
		text = find_text(l, up->value, &path);
		l->path = ini[n - 1].path;
		if (!text)
			warn(l, up->line, "no theme \"%.60s\" to inherit", up->value);
		else if (n == INHERIT_MAX)
			warn(l, up->line, "more than %d themes inherit each other",
			    INHERIT_MAX);
	} while (text && n < INHERIT_MAX);
	while (n > 0) {
		l->path = ini[--n].path;
		apply_all(l, &ini[n]);
	}
}

/* ---- resolving ---- */

static void
table_init(struct table *t)
{
	memset(t->is_set, 0, sizeof(t->is_set));
	for (size_t r = 0; r < WK_ROLE_COUNT; r++)
		t->style[r] = (struct wk_style){WK_COLOR_UNSET, WK_COLOR_UNSET, 0};
}

static struct wk_style
resolve(const struct table *t, enum wk_role r)
{
	struct wk_style s = t->style[r];
	if (!t->is_set[r])
		s.attr = role_plain_attr(r);
	if (r != WK_ROLE_TEXT && (s.fg == WK_COLOR_UNSET || s.bg == WK_COLOR_UNSET)) {
		struct wk_style ground = resolve(t, role_ground(r));
		s.fg = s.fg == WK_COLOR_UNSET ? ground.fg : s.fg;
		s.bg = s.bg == WK_COLOR_UNSET ? ground.bg : s.bg;
	}
	s.fg = s.fg == WK_COLOR_UNSET ? WK_COLOR_DEFAULT : s.fg;
	s.bg = s.bg == WK_COLOR_UNSET ? WK_COLOR_DEFAULT : s.bg;
	return s;
}

static const char *
name_at(const void *ctx, size_t i)
{
	(void)ctx;
	return i < WK_LEN(names) ? names[i] : NULL;
}

static enum wk_rc
fail_unknown(const char *name, struct wk_err *err)
{
	const char *near = wk_text_nearest(name, name_at, NULL);
	if (near)
		return wk_fail(err, WK_ERR_INPUT, "no theme \"%s\", did you mean %s?",
		    name, near);
	return wk_fail(err, WK_ERR_INPUT,
	    "no theme \"%s\" (there are cividis, contrast, ember, mono and paper)", name);
}

enum wk_rc
wk_theme_load(const char *name, struct wk_arena *a, struct wk_theme *out,
    struct wk_theme_warning *w, size_t max, size_t *nw, struct wk_err *err)
{
	struct wk_theme theme = {.name = wk_arena_strdup(a, name), .base = WK_BASE_ANY};
	struct loader l = {.a = a, .theme = &theme, .w = w, .max = max, .nw = nw};
	const char *path;
	*nw = 0;
	const char *text = find_text(&l, name, &path);
	if (!text)
		return fail_unknown(name, err);
	table_init(&l.rich);
	table_init(&l.eight);
	read_chain(&l, text, path);
	for (size_t r = 0; r < WK_ROLE_COUNT; r++) {
		theme.rich[r] = resolve(&l.rich, (enum wk_role)r);
		theme.eight[r] = resolve(&l.eight, (enum wk_role)r);
	}
	*out = theme;
	return WK_OK;
}

const struct wk_embedded wk_embedded_themes[] = {
#include "embedded.h"
	{NULL, NULL},
};
