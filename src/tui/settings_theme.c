/* SPDX-License-Identifier: MIT */
/* The picker of themes: the list, and a sample of everything a theme colours. What is
 * looked at colours the whole screen at once. */
#include "state.h"

#include "wick/render.h"

#include <math.h>

void
wk_settings_draw_themes(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_settings *g = &t->settings;
	int used = wk_settings_theme_row(t), n = (int)g->theme_count, name_w = 8;
	int room = r.h - (r.h > 9 ? 2 : 0), at = g->is_at_rows ? g->row : used;
	int skip = wk_settings_skip(at, n, room);
	for (int i = 0; i < n; i++)
		name_w = WK_MAX(name_w, (int)wk_text_width(g->themes[i].name));
	name_w = WK_MIN(name_w, r.w - 17);
	for (int i = skip; i < n && i - skip < room; i++) {
		bool here = g->is_at_rows && i == g->row;
		enum wk_role role = here ? WK_ROLE_SELECTION : WK_ROLE_TEXT;
		int y = r.y + i - skip;
		if (here)
			wk_canvas_fill(c, (struct wk_rect){ r.x, y, r.w, 1 }, role, ' ');
		wk_canvas_puts(c, r.x + 1, y, role, here ? ">" : " ");
		wk_canvas_puts(c, r.x + 2, y, role, i == used ? "*" : " ");
		wk_canvas_puts(c, r.x + 4, y, role, g->themes[i].name);
		wk_canvas_puts(c, r.x + 5 + name_w, y, here ? role : WK_ROLE_DIM,
		    g->themes[i].about);
	}
	if (r.h > 9)
		wk_canvas_puts(c, r.x + 1, r.y + r.h - 1, WK_ROLE_DIM,
		    "* in use  > looked at");
}

/* ---- the sample: words with their roles, "" begins a new line */
struct sample { enum wk_role role; const char *text; };
static const struct sample words[] = {
	{ WK_ROLE_TITLE, "Strain" }, { WK_ROLE_NOTICE, "\xe2\x96\xb2 watch" },
	{ WK_ROLE_TEXT, "38.2" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_TEXT, "text" }, { WK_ROLE_DIM, "dim" }, { WK_ROLE_HINT, "key" },
	{ WK_ROLE_MATCH, "match" }, { WK_ROLE_DISABLED, "off" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_SELECTION, "> the selected row" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_FIELD, "a field" }, { WK_ROLE_FIELD_FOCUS, "in focus" },
	{ WK_ROLE_TEXT, "" },
	{ WK_ROLE_FIELD_ERROR, "25:00 is no time of day" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_TEXT, "" },
	{ WK_ROLE_OK, "= calm" }, { WK_ROLE_NOTICE, "\xe2\x96\xb2 watch" },
	{ WK_ROLE_WARN, "\xe2\x96\xb2\xe2\x96\xb2 strained" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_BAD, "!! severe" }, { WK_ROLE_UNKNOWN, "? not known" },
	{ WK_ROLE_PRIVATE, "private" }, { WK_ROLE_TEXT, "" }, { WK_ROLE_TEXT, "" },
	{ WK_ROLE_HEAT_NONE, "\xc2\xb7" }, { WK_ROLE_HEAT_OFF, "-" },
	{ WK_ROLE_HEAT_1, "\xe2\x96\x91\xe2\x96\x91" },
	{ WK_ROLE_HEAT_2, "\xe2\x96\x92\xe2\x96\x92" },
	{ WK_ROLE_HEAT_3, "\xe2\x96\x93\xe2\x96\x93" },
	{ WK_ROLE_HEAT_4, "\xe2\x96\x88\xe2\x96\x88" },
};

static int
draw_words(struct wk_canvas *c, struct wk_rect r)
{
	int x = r.x, y = r.y;
	for (size_t i = 0; i < WK_LEN(words); i++) {
		if (*words[i].text == '\0') {
			x = r.x;
			y++;
		} else
			x = wk_canvas_puts(c, x, y, words[i].role, words[i].text) + 1;
	}
	return y + 1;
}

static void
draw_wave(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	enum { POINTS = 60 };
	double v[POINTS], mark = 50;
	struct wk_arena a;
	struct wk_chart chart = { .v = v, .n = POINTS, .min = 0, .max = 75,
		.marks = &mark, .mark_count = 1, .cols = (size_t)r.w,
		.rows = (size_t)r.h };
	for (int i = 0; i < POINTS; i++)
		v[i] = 36 + 18 * sin(i / 5.0) + 9 * sin(i / 2.1);
	chart.style = wk_term_is_ascii(t->term) ? WK_CHART_ASCII :
	    wk_term_has_braille(t->term) ? WK_CHART_BRAILLE : WK_CHART_BLOCKS;
	wk_arena_init(&a);
	uint32_t *cells = WK_ARENA_ARRAY(&a, uint32_t, chart.cols * chart.rows);
	wk_chart_cells(&chart, &a, cells);
	for (int y = 0; y < r.h; y++)
		for (int x = 0; x < r.w; x++)
			if (cells[y * r.w + x] != ' ')
				wk_canvas_put(c, r.x + x, r.y + y, WK_ROLE_LINE1,
				    cells[y * r.w + x]);
	wk_arena_fini(&a);
}

static void
draw_facts(const struct wk_tui *t, struct wk_canvas *c, int x, int y)
{
	int colors = wk_term_colors(t->term);
	double least = wk_theme_least_contrast(&t->theme);
	if (colors == 0) {
		wk_canvas_puts(c, x, y, WK_ROLE_DIM, "no colours, attributes only");
		return;
	}
	wk_canvas_putf(c, x, y, WK_ROLE_DIM, "%s, %d colours found", t->theme.name,
	    colors);
	if (!isnan(least) && colors == 256)
		wk_canvas_putf(c, x, y + 1, WK_ROLE_DIM, "words %.1f:1 at least", least);
	else
		wk_canvas_puts(c, x, y + 1, WK_ROLE_DIM, "contrast: the terminal's own");
}

void
wk_settings_draw_preview(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect in = { r.x + 1, r.y, WK_MIN(r.w - 2, 80), r.h };
	int y = draw_words(c, in) + 1, rows = WK_MIN(in.h - (y - in.y) - 3, 8);
	if (rows >= 3) {
		draw_wave(t, c, (struct wk_rect){ in.x, y, WK_MIN(in.w, 60), rows });
		y += rows + 1;
	}
	draw_facts(t, c, in.x, y);
}
