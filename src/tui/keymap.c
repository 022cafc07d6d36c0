/* SPDX-License-Identifier: MIT */
/* keys.ini: `[SCREEN]`, `KEY = ACTION`. The key is taken from what it did on that screen;
 * the action keeps its other keys and shows the new one first. */
#include "keymap.h"

#include "term.h"
#include "wick/conf.h"

#define FILE_NAME "keys.ini"

struct reader {
	struct wk_keymap *m;
	struct wk_arena *a;
	void (*tell)(void *ctx, const char *what);
	void *ctx;
	const struct wk_ini_entry *e;
	const char *view;          /* of e: "" for [everywhere] */
	uint32_t key;
	const struct wk_ini_entry **lost;   /* by row: the line that took its last key */
};

void
wk_keymap_init(struct wk_keymap *m, struct wk_arena *a)
{
	const struct wk_key *rows = wk_tui_keys(&m->n);
	m->v = WK_ARENA_ARRAY(a, struct wk_key, m->n);
	memcpy(m->v, rows, m->n * sizeof(*rows));
}

static void
tell(const struct reader *r, const char *fmt, const char *a, const char *b)
{
	struct wk_buf text;
	wk_buf_init(&text);
	wk_buf_addf(&text, FILE_NAME ":%d: ", r->e->line);
	for (; *fmt != '\0'; fmt++) {
		if (*fmt == '%') {
			wk_text_safe(&text, a);
			a = b;
		} else
			wk_buf_addc(&text, *fmt);
	}
	r->tell(r->ctx, text.p);
	wk_buf_fini(&text);
}

static bool
is_fixed(uint32_t key)
{
	return key == '?' || key == WK_KEY_ESC || key == WK_KEY_ENTER || key == 3 ||
	    key == 26;
}

static bool
is_text_view(const char *view)
{
	return strcmp(view, "form") == 0 || strcmp(view, "entry") == 0 ||
	    strcmp(view, "day") == 0;
}

static bool
has_view(const struct wk_keymap *m, const char *view)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->v[i].view, view) == 0)
			return strcmp(view, ":") != 0;
	return false;
}

static const char *
nth_view(const void *ctx, size_t i)
{
	const struct wk_keymap *m = ctx;
	return i >= m->n ? NULL : strchr(":", *m->v[i].view) != NULL ? "everywhere" :
	    m->v[i].view;
}

static const char *
nth_action(const void *ctx, size_t i)
{
	const struct wk_keymap *m = ctx;
	return i < m->n ? m->v[i].action : NULL;
}

static const char *
guess(const struct reader *r, const char *word,
    const char *(*nth)(const void *, size_t))
{
	const char *near = wk_text_nearest(word, nth, r->m);
	return near == NULL ? "" : wk_arena_printf(r->a, " (did you mean \"%s\"?)", near);
}

/* 'K' for what INI would take as something else. What cannot be printed is no key. */
static uint32_t
parse_key(const char *s)
{
	struct wk_buf safe;
	size_t n = strlen(s);
	wk_buf_init(&safe);
	wk_text_safe(&safe, s);
	bool is_safe = strcmp(safe.p, s) == 0;
	wk_buf_fini(&safe);
	if (!is_safe)
		return 0;
	if (n > 2 && s[0] == '\'' && s[n - 1] == '\'')
		return wk_keys_parse(s + 1, n - 2);
	return wk_keys_parse(s, n);
}

static bool
read_place(struct reader *r)
{
	const struct wk_ini_entry *e = r->e;
	r->view = strcmp(e->section, "everywhere") == 0 ? "" : e->section;
	if (*e->section == '\0') {
		tell(r, "% stands before the first [screen]", e->key, "");
		return false;
	}
	if (!has_view(r->m, r->view)) {
		tell(r, "no such screen: %%", e->section,
		    guess(r, e->section, nth_view));
		return false;
	}
	r->key = parse_key(e->key);
	if (r->key == 0)
		tell(r, "no such key: %", e->key, "");
	else if (is_fixed(r->key))
		tell(r, "% cannot be changed", e->key, "");
	else if (is_text_view(r->view) && r->key >= ' ' && r->key < 0x110000 &&
	    r->key != WK_KEY_BACK)
		tell(r, "% is text where one types", e->key, "");
	else
		return true;
	return false;
}

/* The row of an action on a screen; one of every screen is made the screen's own. */
static struct wk_key *
find_row(struct reader *r, const char *action)
{
	struct wk_keymap *m = r->m;
	const struct wk_key *common = NULL;
	for (size_t i = 0; i < m->n; i++) {
		if (strcmp(m->v[i].action, action) != 0)
			continue;
		if (strcmp(m->v[i].view, r->view) == 0)
			return &m->v[i];
		if (*m->v[i].view == '\0' || strcmp(m->v[i].view, ":") == 0)
			common = &m->v[i];
	}
	if (common == NULL || is_text_view(r->view))
		return NULL;
	struct wk_key *wider = WK_ARENA_ARRAY(r->a, struct wk_key, m->n + 1);
	struct wk_key row = { r->view, "", common->action, common->help, common->code,
		NULL };
	memcpy(wider, m->v, m->n * sizeof(*wider));
	wider[m->n] = row;
	m->v = wider;
	return &m->v[m->n++];
}

/* Its words stay, its key in the footer is the first one; none, no hint. */
static void
set_keys(struct reader *r, struct wk_key *row, const char *keys)
{
	const char *words = row->foot == NULL ? NULL : strchr(row->foot, '|');
	row->keys = keys;
	row->foot = words == NULL || *keys == '\0' ? NULL :
	    wk_arena_printf(r->a, "%.*s%s", (int)strcspn(keys, " "), keys, words);
}

/* The keys without this one. */
static const char *
without(struct reader *r, const char *keys)
{
	struct wk_buf b;
	wk_buf_init(&b);
	while (*keys != '\0') {
		size_t len = strcspn(keys, " ");
		if (wk_keys_parse(keys, len) != r->key)
			wk_buf_addf(&b, "%s%.*s", b.len > 0 ? " " : "", (int)len, keys);
		keys += len;
		keys += *keys == ' ';
	}
	const char *out = wk_arena_strdup(r->a, b.p);
	wk_buf_fini(&b);
	return out;
}

static bool
has_key(const char *keys, uint32_t key)
{
	while (*keys != '\0') {
		size_t len = strcspn(keys, " ");
		if (wk_keys_parse(keys, len) == key)
			return true;
		keys += len;
		keys += *keys == ' ';
	}
	return false;
}

/* Takes the key from whoever has it on this screen; true: somebody had it. */
static bool
take_key(struct reader *r, const struct wk_key *but)
{
	bool was = false;
	for (size_t i = 0; i < r->m->n; i++) {
		struct wk_key *row = &r->m->v[i];
		if (row == but || strcmp(row->view, r->view) != 0 ||
		    !has_key(row->keys, r->key))
			continue;
		was = true;
		set_keys(r, row, without(r, row->keys));
		if (but != NULL && *row->keys == '\0')
			r->lost[i] = r->e;
	}
	return was;
}

/* A key of every screen does not reach where a screen has its own. */
static void
tell_hidden(struct reader *r)
{
	for (size_t i = 0; *r->view == '\0' && i < r->m->n; i++) {
		const struct wk_key *row = &r->m->v[i];
		if (*row->view != '\0' && !is_text_view(row->view) &&
		    has_key(row->keys, r->key)) {
			const char *what = wk_arena_printf(r->a, "%s, which goes first",
			    row->action);
			tell(r, wk_arena_printf(r->a, "%% on %s is %%", row->view),
			    r->e->key, what);
		}
	}
}

static void
bind(struct reader *r)
{
	struct wk_buf name;
	const char *action = r->e->value;
	if (strcmp(action, "none") == 0) {
		if (!take_key(r, NULL))
			tell(r, "% does nothing on % as it is", r->e->key, r->e->section);
		return;
	}
	struct wk_key *row = find_row(r, action);
	if (row == NULL) {
		tell(r, "no such action here: %%", action, guess(r, action, nth_action));
		return;
	}
	take_key(r, row);
	wk_buf_init(&name);
	wk_keys_put_name(&name, r->key);
	const char *rest = without(r, row->keys);
	set_keys(r, row, *rest == '\0' ? wk_arena_strdup(r->a, name.p) :
	    wk_arena_printf(r->a, "%s %s", name.p, rest));
	wk_buf_fini(&name);
	tell_hidden(r);
}

/* The same key twice on one screen: the later line counts, and the user hears of it. */
static bool
is_again(struct reader *r, const struct wk_ini *ini)
{
	for (const struct wk_ini_entry *e = ini->v; e < r->e; e++)
		if (strcmp(e->section, r->e->section) == 0 &&
		    parse_key(e->key) == r->key && strcmp(e->value, r->e->value) != 0)
			return true;
	return false;
}

/* What no key does any more, unless that was said on purpose. */
static void
tell_lost(struct reader *r)
{
	for (size_t i = 0; i < r->m->n; i++) {
		r->e = r->lost[i];
		if (r->e != NULL && *r->m->v[i].keys == '\0')
			tell(r, "% was the only key of %", r->e->key, r->m->v[i].action);
	}
}

void
wk_keymap_read(struct wk_keymap *m, const char *text, size_t len, struct wk_arena *a,
    void (*say)(void *ctx, const char *what), void *ctx)
{
	struct reader r = { .m = m, .a = a, .tell = say, .ctx = ctx };
	struct wk_ini ini;
	struct wk_err err;
	if (wk_ini_parse(text, len, FILE_NAME, a, &ini, &err) != WK_OK) {
		say(ctx, err.msg);
		return;
	}
	r.lost = WK_ARENA_ARRAY(a, const struct wk_ini_entry *, m->n + ini.n);
	for (size_t i = 0; i < ini.n; i++) {
		r.e = &ini.v[i];
		if (!read_place(&r))
			continue;
		if (is_again(&r, &ini))
			tell(&r, "% stands twice in [%], this line counts", r.e->key,
			    r.e->section);
		bind(&r);
	}
	tell_lost(&r);
}

static enum wk_action
find_in(const struct wk_keymap *m, const char *view, uint32_t key)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->v[i].view, view) == 0 && has_key(m->v[i].keys, key))
			return (enum wk_action)m->v[i].code;
	return WK_ACT_NONE;
}

enum wk_action
wk_keymap_find(const struct wk_keymap *m, const char *view, bool is_form, uint32_t key)
{
	enum wk_action a = find_in(m, view, key);
	return a != WK_ACT_NONE ? a : find_in(m, is_form ? "form" : "", key);
}

void
wk_keymap_put_name(const struct wk_keymap *m, const char *view, enum wk_action action,
    struct wk_buf *b)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct wk_key *row = &m->v[i];
		if (row->code == (int)action && *row->keys != '\0' &&
		    (strcmp(row->view, view) == 0 || *row->view == '\0')) {
			wk_buf_add(b, row->keys, strcspn(row->keys, " "));
			return;
		}
	}
}

static const char *
screen_name(const char *view)
{
	static const struct { const char *view, *name; } special[] = {
		{ "", "everywhere" }, { ":", "by name alone, after :" },
		{ "entry", "where a line is typed" }, { "form", "in a form" },
	};
	for (size_t i = 0; i < WK_LEN(special); i++)
		if (strcmp(special[i].view, view) == 0)
			return special[i].name;
	return view;
}

/* Rows of one's own stand at the end of the map, far from their screen's. */
void
wk_keymap_put_all(const struct wk_keymap *m, struct wk_buf *b)
{
	for (size_t i = 0; i < m->n; i++) {
		const char *view = m->v[i].view;
		size_t first = 0;
		while (strcmp(m->v[first].view, view) != 0)
			first++;
		if (first < i)
			continue;
		wk_buf_addf(b, "%s%s\n", i == 0 ? "" : "\n", screen_name(view));
		for (size_t k = i; k < m->n; k++)
			if (strcmp(m->v[k].view, view) == 0)
				wk_buf_addf(b, "  %-9s  %-17s  %s\n", m->v[k].keys,
				    m->v[k].action, m->v[k].help);
	}
}
