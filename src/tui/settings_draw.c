/* SPDX-License-Identifier: MIT */
/* The Settings screen as cells: sections on the left, what is in one beside them, and
 * what the row in focus means below. */
#include "flat.h"
#include "overlay.h"

enum { SECTIONS_W = 19, SECTIONS_WIDE = 26, THEMES_W = 28, DETAIL_H = 8, TEXT_W = 80,
	WITH_HELP_W = 86, HELP_X = 46 };

/* ---- places */

static void
place_small(const struct wk_tui *t, struct wk_rect r, struct wk_rect *sections,
    struct wk_rect *rows, struct wk_rect *side)
{
	const struct wk_settings *g = &t->settings;
	if (!g->is_at_rows) {
		*sections = r;
		return;
	}
	*rows = r;
	if (wk_settings_section(g)->kind != WK_SECTION_ROWS)
		return;
	rows->h -= 5;
	*side = (struct wk_rect){ r.x, r.y + rows->h, r.w, 5 };
}

void
wk_settings_place(const struct wk_tui *t, struct wk_rect r, struct wk_rect *sections,
    struct wk_rect *rows, struct wk_rect *side)
{
	int w = t->size == WK_SIZE_WIDE ? SECTIONS_WIDE : SECTIONS_W;
	enum wk_section_kind kind = wk_settings_section(&t->settings)->kind;
	*sections = *rows = *side = (struct wk_rect){ 0, 0, 0, 0 };
	if (t->size == WK_SIZE_COMPACT) {
		place_small(t, r, sections, rows, side);
		return;
	}
	*sections = (struct wk_rect){ r.x, r.y, w, r.h };
	*rows = (struct wk_rect){ r.x + w, r.y, r.w - w, r.h };
	if (kind == WK_SECTION_ROWS) {
		rows->h -= DETAIL_H;
		*side = (struct wk_rect){ rows->x, r.y + rows->h, rows->w, DETAIL_H };
	} else if (kind == WK_SECTION_THEMES) {
		rows->w = THEMES_W + (t->size == WK_SIZE_WIDE ? 7 : 0);
		*side = (struct wk_rect){ rows->x + rows->w, r.y, r.w - w - rows->w,
			r.h };
	}
}

int
wk_settings_skip(int row, int count, int room)
{
	return WK_MAX(0, WK_MIN(row - room / 2, count - room));
}

/* A frame with its inside, or a title alone where there is little room. */
static struct wk_rect
panel(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, const char *title,
    bool has_focus)
{
	if (t->size != WK_SIZE_COMPACT)
		return wk_canvas_panel(c, r, title, NULL, has_focus);
	wk_canvas_puts(c, r.x + 1, r.y, has_focus ? WK_ROLE_TITLE_FOCUS : WK_ROLE_TITLE,
	    title);
	return (struct wk_rect){ r.x, r.y + 1, r.w, r.h - 1 };
}

/* ---- sections */

/* Whether anything leaves this machine, in sight of whoever only passes by. */
static void
put_sharing_word(struct wk_canvas *c, int x, int y, int end, enum wk_role role,
    const char *word)
{
	if (x + 3 + (int)strlen(word) > end)
		word = "off";                  /* paused: nothing leaves either */
	wk_canvas_putf(c, x + 1, y, role, "(%s)", word);
}

static void
draw_sections(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_settings *g = &t->settings;
	size_t n;
	const struct wk_section *v = wk_settings_sections(&n);
	struct wk_rect in = panel(t, c, r, "Settings", !g->is_at_rows);
	for (size_t i = 0; i < n; i++) {
		bool here = (int)i == g->section;
		enum wk_role role = here && !g->is_at_rows ? WK_ROLE_SELECTION :
		    here ? WK_ROLE_TITLE : WK_ROLE_TEXT;
		int y = in.y + (int)i;
		if (role == WK_ROLE_SELECTION)
			wk_canvas_fill(c, (struct wk_rect){ in.x, y, in.w, 1 }, role,
			    ' ');
		wk_canvas_puts(c, in.x + 1, y, role, here ? ">" : " ");
		int x = wk_canvas_puts(c, in.x + 3, y, role, v[i].title);
		if ((int)i == wk_settings_sharing() && g->sharing_word != NULL)
			put_sharing_word(c, x, y, in.x + in.w - 1, role ==
			    WK_ROLE_SELECTION ? role : WK_ROLE_DIM, g->sharing_word);
	}
}

/* ---- rows of settings */

/* What of the key its section does not say already. */
static const char *
short_key(const struct wk_settings *g, const struct wk_setting *s)
{
	return s->key + strlen(wk_settings_section(g)->prefix);
}

static int
key_width(const struct wk_settings *g)
{
	int w = 0;
	for (int i = 0; i < wk_settings_row_count(g); i++)
		w = WK_MAX(w, (int)strlen(short_key(g, wk_settings_at(g, i))));
	return w;
}

/* Cut with an ellipsis where it has to be: the whole stands below. */
static void
put_value(struct wk_canvas *c, int x, int y, int end, enum wk_role role, const char *s)
{
	size_t fits = wk_text_fit(s, (size_t)WK_MAX(end - x, 0));
	if (s[fits] == '\0') {
		wk_canvas_puts(c, x, y, role, s);
		return;
	}
	for (int i = 0; s[i] != '\0' && x < end - 1; i++)
		wk_canvas_put(c, x++, y, role, (unsigned char)s[i]);
	wk_canvas_put(c, x, y, role, 0x2026);
}

/* As many of its clauses as fit: the whole stands below. */
static void
put_clauses(struct wk_canvas *c, int x, int y, int end, enum wk_role role, const char *s)
{
	size_t n = strlen(s), fits = wk_text_fit(s, (size_t)WK_MAX(end - x, 0));
	while (n > fits)
		for (n--; n > 0 && !(strchr(",;:.", s[n]) && s[n + 1] == ' '); n--)
			;
	wk_canvas_putf(c, x, y, role, "%.*s", (int)n, s);
}

static void
draw_row(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, int i,
    struct wk_arena *a)
{
	const struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, i);
	const char *value = wk_settings_value(t, s, a);
	bool here = g->is_at_rows && i == g->row, is_own = strcmp(value, s->def) != 0;
	enum wk_role role = here ? WK_ROLE_SELECTION : WK_ROLE_TEXT;
	int x = row.x + 3, at = x + key_width(g) + 3, end = row.x + row.w - 1;
	if (here)
		wk_canvas_fill(c, row, role, ' ');
	wk_canvas_puts(c, row.x + 1, row.y, role, here ? ">" : " ");
	wk_canvas_puts(c, x, row.y, role, short_key(g, s));
	wk_canvas_puts(c, at - 2, row.y, role, is_own ? "*" : " ");
	if (here && g->is_editing)
		wk_edit_draw(&g->value, c, (struct wk_rect){ at, row.y, end + 1 - at, 1 },
		    WK_ROLE_FIELD_FOCUS, true);
	else if (row.w < WITH_HELP_W)
		put_value(c, at, row.y, end, role, value);
	else {
		int help = row.x + HELP_X;
		put_value(c, at, row.y, help - 2, role, value);
		put_clauses(c, help, row.y, end, here ? role : WK_ROLE_DIM, s->help);
	}
}

static void
draw_rows(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_settings *g = &t->settings;
	int n = wk_settings_row_count(g);
	struct wk_arena a;
	struct wk_rect in = panel(t, c, r, wk_settings_section(g)->title, g->is_at_rows);
	int skip = wk_settings_skip(g->row, n, in.h);
	wk_arena_init(&a);
	for (int i = 0; i < in.h && skip + i < n; i++)
		draw_row(t, c, (struct wk_rect){ in.x, in.y + i, in.w, 1 }, skip + i, &a);
	wk_arena_fini(&a);
}

/* Key, what it is for, what it may be; while it is typed wrong, why. */
static void
draw_detail(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	struct wk_rect in = r;
	struct wk_buf b;
	struct wk_arena a;
	if (s == NULL)
		return;
	in = panel(t, c, r, s->key, false);
	in = (struct wk_rect){ in.x + 1, in.y, WK_MIN(in.w - 2, TEXT_W), in.h };
	wk_buf_init(&b);
	wk_arena_init(&a);
	if (t->size == WK_SIZE_COMPACT) {
		wk_buf_addf(&b, "now %s; ", wk_settings_value(t, s, &a));
		wk_settings_put_kind(s, "", "; default ", &b);
	} else {
		wk_buf_addf(&b, "now      %s\n", wk_settings_value(t, s, &a));
		wk_settings_put_kind(s, "takes    ", "\ndefault  ", &b);
	}
	int used = wk_overlay_puts(c, in, g->error[0] != '\0' ? WK_ROLE_FIELD_ERROR :
	    WK_ROLE_TEXT, g->error[0] != '\0' ? g->error : s->help);
	in.y += used;
	in.h -= used;
	used = wk_overlay_puts(c, in, WK_ROLE_DIM, b.p);
	bool is_own = strcmp(wk_settings_value(t, s, &a), s->def) != 0;
	if (is_own && in.h - used >= 2)
		wk_canvas_puts(c, in.x, in.y + in.h - 1, WK_ROLE_DIM,
		    "* your own; x takes the default again");
	wk_buf_fini(&b);
	wk_arena_fini(&a);
}

/* ---- texts */

static struct wk_piece *
wrap_text(const struct wk_tui *t, int w, struct wk_arena *a, size_t *n)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_settings_section(&t->settings)->put_text(t, &b);
	const char *text = wk_arena_strdup(a, b.p);
	wk_buf_fini(&b);
	return wk_overlay_wrap(text, WK_MIN(w, TEXT_W), a, n);
}

int
wk_settings_text_most(const struct wk_tui *t)
{
	struct wk_rect sections, rows, side;
	struct wk_arena a;
	size_t n;
	int frame = t->size != WK_SIZE_COMPACT;
	wk_settings_place(t, wk_frame_body(&t->canvas), &sections, &rows, &side);
	wk_arena_init(&a);
	(void)wrap_text(t, rows.w - 2 - 2 * frame, &a, &n);
	wk_arena_fini(&a);
	return WK_MAX(0, (int)n - (rows.h - 1 - frame));
}

static void
draw_text(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_settings *g = &t->settings;
	struct wk_rect in = panel(t, c, r, wk_settings_section(g)->title, g->is_at_rows);
	struct wk_arena a;
	size_t n;
	wk_arena_init(&a);
	struct wk_piece *v = wrap_text(t, in.w - 2, &a, &n);
	int top = WK_MAX(0, WK_MIN(g->top, (int)n - in.h));
	for (int i = 0; i < in.h && top + i < (int)n; i++)
		wk_canvas_puts(c, in.x + 1 + v[top + i].indent, in.y + i, WK_ROLE_TEXT,
		    wk_arena_strndup(&a, v[top + i].p, v[top + i].len));
	wk_arena_fini(&a);
}

void
wk_settings_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect sections, rows, side;
	enum wk_section_kind kind = wk_settings_section(&t->settings)->kind;
	wk_settings_place(t, r, &sections, &rows, &side);
	if (sections.w > 0)
		draw_sections(t, c, sections);
	if (rows.w == 0)
		return;
	if (kind == WK_SECTION_TEXT)
		draw_text(t, c, rows);
	else if (kind == WK_SECTION_THEMES)
		wk_settings_draw_themes(t, c, panel(t, c, rows, "Theme",
		    t->settings.is_at_rows));
	else
		draw_rows(t, c, rows);
	if (side.w > 0 && kind == WK_SECTION_ROWS)
		draw_detail(t, c, side);
	else if (side.w > 0)
		wk_settings_draw_preview(t, c, panel(t, c, side, "Preview", false));
}

/* ---- as lines */

static void
put_flat_rows(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	struct wk_arena a;
	wk_arena_init(&a);
	for (int i = 0; i < wk_settings_row_count(g); i++) {
		const struct wk_setting *s = wk_settings_at(g, i);
		bool here = g->is_at_rows && i == g->row;
		wk_flat_mark(b, here);
		if (here && g->is_editing)
			wk_buf_addf(b, "%s, new value: %.*s" WK_FLAT_CURSOR "%s\n",
			    s->key, (int)g->value.at, g->value.s,
			    g->value.s + g->value.at);
		else {
			wk_buf_addf(b, "%s is %s: %s; ", s->key,
			    wk_settings_value(t, s, &a), s->help);
			wk_settings_put_kind(s, "", "; default ", b);
			wk_buf_addc(b, '\n');
		}
		if (here && g->error[0] != '\0')
			wk_buf_addf(b, "  wrong: %s\n", g->error);
	}
	wk_arena_fini(&a);
}

static void
put_flat_themes(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	for (int i = 0; i < (int)g->theme_count; i++) {
		wk_flat_mark(b, g->is_at_rows && i == g->row);
		wk_buf_addf(b, "%s, %s%s\n", g->themes[i].name, g->themes[i].about,
		    i == wk_settings_theme_row(t) ? ", in use" : "");
	}
}

void
wk_settings_put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	size_t n;
	const struct wk_section *v = wk_settings_sections(&n);
	for (size_t i = 0; i < n; i++) {
		wk_flat_mark(b, !g->is_at_rows && (int)i == g->section);
		wk_buf_adds(b, v[i].title);
		if ((int)i == wk_settings_sharing() && g->sharing_word != NULL)
			wk_buf_addf(b, ", %s", g->sharing_word);
		wk_buf_adds(b, (int)i == g->section ? ", open\n" : "\n");
	}
	wk_buf_addc(b, '\n');
	if (v[g->section].kind == WK_SECTION_TEXT)
		v[g->section].put_text(t, b);
	else if (v[g->section].kind == WK_SECTION_THEMES)
		put_flat_themes(t, b);
	else
		put_flat_rows(t, b);
}
