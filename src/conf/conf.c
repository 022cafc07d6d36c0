/* SPDX-License-Identifier: MIT */
/* The settings in use: defaults, then the file over them. Every command comes through
 * wk_conf_load, so without a file it makes one path and one failed open, no table. */
#include "internal.h"

#include <libgen.h>

#define FILE_MAX_BYTES (1024 * 1024)

void
wk_conf_defaults(struct wk_conf *c)
{
	*c = (struct wk_conf){
		.theme = "auto",
		.theme_light = "paper",
		.theme_dark = "ember",
		.color = "auto",
		.frame = "auto",
		.numbers = true,
		.burn_on = { true, true, true, true },
		.silence_d = 7,
		.quiet_from_min = 22 * 60,
		.quiet_to_min = 8 * 60,
		.limits = { { wk_indicator_find("week_hours"), 55 },
		    { wk_indicator_find("sleep_chronic"), 6 } },
		.limit_count = 2,
		.mail = { .server = "-", .from = "-", .user = "-", .password_file = "-",
		    .password_command = "-", .ca_file = "-", .sendmail = "-",
		    .timeout_s = 30 },
		.share = { .token_file = "-", .token_env = "-", .token_command = "-",
		    .ca_file = "-", .proxy = "-", .no_proxy = "-", .client_cert = "-",
		    .client_key = "-", .pinned_key = "-", .timeout_s = 30 },
	};
	wk_model_defaults(&c->model);
	wk_fold_rules_defaults(&c->rules);
	wk_arena_init(&c->arena);
}

void
wk_conf_fini(struct wk_conf *c)
{
	wk_arena_fini(&c->arena);
}

static enum wk_rc
fail_unknown(const char *where, const char *key, struct wk_arena *a, struct wk_err *err)
{
	const char *near = setting_nearest(key, a);
	if (near)
		return wk_fail(err, WK_ERR_INPUT, "%sno setting \"%s\", did you mean %s?",
		    where, key, near);
	return wk_fail(err, WK_ERR_INPUT, "%sno setting \"%s\"; wick.conf(5) lists them",
	    where, key);
}

static enum wk_rc
apply_entry(const struct wk_ini *ini, const struct wk_ini_entry *e, struct wk_conf *c,
    struct wk_err *err)
{
	struct wk_setting s;
	struct wk_err why;
	if (!setting_find(e->section, e->key, &c->arena, &s)) {
		const char *dot = *e->section ? "." : "";
		return fail_unknown(
		    wk_arena_printf(&c->arena, "%s:%d: ", ini->path, e->line),
		    wk_arena_printf(&c->arena, "%s%s%s", e->section, dot, e->key),
		    &c->arena, err);
	}
	if (setting_parse(&s, e->value, c, &why) != WK_OK)
		return wk_fail(err, WK_ERR_INPUT, "%s:%d: %s", ini->path, e->line,
		    why.msg);
	return WK_OK;
}

/* What no one row can say: constants of [model] that have to agree. */
static bool
bands_rise(const struct wk_model *m)
{
	return m->band_watch < m->band_strained && m->band_strained < m->band_severe;
}

/* Over 1 the score could pass 100, and the confidence 1. */
static bool
weights_fit(const struct wk_model *m)
{
	return m->weight_fast + m->weight_slow <= 1 + 1e-9;
}

static bool
shares_fit(const struct wk_model *m)
{
	return m->conf_w_hours + m->conf_w_sleep <= 1 + 1e-9;
}

static const struct {
	const char *keys;              /* how their names begin */
	bool (*agree)(const struct wk_model *m);
	const char *rule;
} rules[] = {
	{ "band_", bands_rise, "model.band_watch, band_strained and band_severe have to "
	  "rise" },
	{ "weight_", weights_fit, "model.weight_fast and weight_slow may not be over 1 "
	  "together" },
	{ "conf_w_", shares_fit, "model.conf_w_hours and conf_w_sleep may not be over 1 "
	  "together" },
};

/* The last line that had a part in it is the one that is told. */
static int
last_line(const struct wk_ini *ini, const char *keys)
{
	int line = 0;
	for (size_t i = 0; i < ini->n; i++)
		if (strcmp(ini->v[i].section, "model") == 0 &&
		    wk_text_starts(ini->v[i].key, keys))
			line = ini->v[i].line;
	return line;
}

static enum wk_rc
check_model(const struct wk_ini *ini, const struct wk_model *m, struct wk_err *err)
{
	for (size_t k = 0; k < WK_LEN(rules); k++)
		if (!rules[k].agree(m))
			return wk_fail(err, WK_ERR_INPUT, "%s:%d: %s", ini->path,
			    last_line(ini, rules[k].keys), rules[k].rule);
	return WK_OK;
}

/* The file's text over what c holds. */
static enum wk_rc
apply_text(const char *path, const struct wk_buf *text, struct wk_conf *c,
    struct wk_err *err)
{
	struct wk_ini ini;
	enum wk_rc rc = wk_ini_parse(text->p, text->len, path, &c->arena, &ini, err);
	for (size_t i = 0; rc == WK_OK && i < ini.n; i++)
		rc = apply_entry(&ini, &ini.v[i], c, err);
	return rc == WK_OK ? check_model(&ini, &c->model, err) : rc;
}

static enum wk_rc
apply_file(const char *path, struct wk_conf *c, struct wk_err *err)
{
	struct wk_buf text;
	wk_buf_init(&text);
	enum wk_rc rc = wk_file_read(path, FILE_MAX_BYTES, &text, err);
	if (rc == WK_OK)
		rc = apply_text(path, &text, c, err);
	wk_buf_fini(&text);
	return rc;
}

enum wk_rc
wk_conf_load(const char *path, struct wk_conf *c, struct wk_err *err)
{
	wk_conf_defaults(c);
	if (path && *path) {
		c->path = wk_arena_strdup(&c->arena, path);
		return apply_file(c->path, c, err);
	}
	/* Without a HOME there is no file; --db may still name a database. */
	if (wk_conf_path('c', "config.ini", &c->arena, &c->path, NULL) != WK_OK)
		return WK_OK;
	return wk_file_exists(c->path) ? apply_file(c->path, c, err) : WK_OK;
}

/* "ui.theme.dark" is the key "theme.dark" of [ui]. */
static bool
find_whole(const char *key, struct wk_arena *a, struct wk_setting *out)
{
	const char *dot = strchr(key, '.');
	return dot && setting_find(wk_arena_strndup(a, key, (size_t)(dot - key)), dot + 1,
	    a, out);
}

enum wk_rc
wk_conf_get(const struct wk_conf *c, const char *key, struct wk_arena *a,
    const char **out, struct wk_err *err)
{
	struct wk_setting s;
	if (!find_whole(key, a, &s)) {
		*out = NULL;
		return fail_unknown("", key, a, err);
	}
	struct wk_buf b;
	wk_buf_init(&b);
	setting_format(&s, c, &b);
	*out = wk_arena_strdup(a, b.p);
	wk_buf_fini(&b);
	return WK_OK;
}

/* All texts among the settings name a theme; a mistyped one is told now, not at the next
 * start. */
static enum wk_rc
check_theme(const struct wk_setting *s, const char *name, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_theme theme;
	size_t warnings;
	if (s->type != WK_SET_TEXT ||
	    (strcmp(s->key, "ui.theme") == 0 && strcmp(name, "auto") == 0))
		return WK_OK;
	return wk_theme_load(name, a, &theme, NULL, 0, &warnings, err);
}

static enum wk_rc
check_value(const char *key, const char *value, struct wk_conf *c, struct wk_setting *s,
    struct wk_err *err)
{
	if (!find_whole(key, &c->arena, s))
		return fail_unknown("", key, &c->arena, err);
	enum wk_rc rc = setting_parse(s, value, c, err);
	return rc == WK_OK ? check_theme(s, value, &c->arena, err) : rc;
}

static enum wk_rc
save(const char *path, const struct wk_buf *text, struct wk_err *err)
{
	WK_AUTOFREE char *copy = wk_mem_strdup(path);
	enum wk_rc rc = wk_file_mkdirs(dirname(copy), err);
	return rc == WK_OK ? wk_file_write_safe(path, text->p, text->len, 0600, err) : rc;
}

/* Reads, changes one line in memory, checks the whole, writes. */
static enum wk_rc
rewrite(const char *path, const struct wk_setting *s, const char *value,
    struct wk_conf *c, struct wk_err *err)
{
	struct wk_buf old, new;
	struct wk_ini ini;
	wk_buf_init(&old);
	wk_buf_init(&new);
	enum wk_rc rc =
	    wk_file_exists(path) ? wk_file_read(path, FILE_MAX_BYTES, &old, err) : WK_OK;
	if (rc == WK_OK)
		rc = wk_ini_parse(old.p, old.len, path, &c->arena, &ini, err);
	if (rc == WK_OK) {
		ini_replace(&old, &ini, s->key, value, &new);
		rc = apply_text(path, &new, c, err);
	}
	if (rc == WK_OK)
		rc = save(path, &new, err);
	wk_buf_fini(&old);
	wk_buf_fini(&new);
	return rc;
}

enum wk_rc
wk_conf_set(const char *path, const char *key, const char *value, struct wk_err *err)
{
	struct wk_conf c;
	struct wk_setting s;
	wk_conf_defaults(&c);
	enum wk_rc rc = WK_OK;
	if (!path || !*path)
		rc = wk_conf_path('c', "config.ini", &c.arena, &path, err);
	if (rc == WK_OK)
		rc = check_value(key, value, &c, &s, err);
	if (rc == WK_OK)
		rc = rewrite(path, &s, value, &c, err);
	wk_conf_fini(&c);
	return rc;
}
