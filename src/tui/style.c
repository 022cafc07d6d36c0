/* SPDX-License-Identifier: MIT */
/* What a cell looks like, and which cells have changed: all that can be said about the
 * screen without the terminal. */
#include "style.h"

/* A warning may be dark words on a bright ground; a bar is the ground's colour then, not
 * a hole in it. */
static struct wk_style
as_bar(struct wk_style s, int plain)
{
	if (s.bg != plain) {
		s.fg = s.bg;
		s.bg = plain;
	}
	s.attr &= ~(unsigned)WK_ATTR_REVERSE;
	return s;
}

/* What a cell looks like: its role's own background, or the one it lies on. */
struct wk_style
wk_style_of(int colors, const struct wk_theme *theme, const struct wk_cell *cell)
{
	const struct wk_style *all = colors == 256 ? theme->rich : theme->eight;
	struct wk_style s = all[cell->role], under = all[cell->under];
	int plain = all[WK_ROLE_TEXT].bg;
	bool is_bar = (cell->cp > 0x2580 && cell->cp <= 0x2588) || cell->cp == 0x2593;
	if (cell->under == WK_ROLE_SELECTION) {
		/* as bright as the signs that would lie on it; a bar stays one */
		if (!is_bar)
			s = under;
	} else if (cell->under != WK_ROLE_TEXT) {
		if (s.bg == plain)
			s.bg = under.bg;
		if (cell->role == WK_ROLE_TEXT)
			s.fg = under.fg;
		s.attr |= under.attr & (WK_ATTR_REVERSE | WK_ATTR_BOLD |
		    WK_ATTR_UNDERLINE);
	}
	if (is_bar && cell->role == WK_ROLE_BAD)
		s = as_bar(s, plain);
	if (is_bar && cell->under == WK_ROLE_SELECTION)
		s.attr |= under.attr & WK_ATTR_REVERSE;
	if (colors == 0)
		s.fg = s.bg = WK_COLOR_DEFAULT;
	if (colors == 8) {
		/* the bright ones are the same, brighter */
		s.fg = s.fg < 0 ? s.fg : s.fg & 7;
		s.bg = s.bg < 0 ? s.bg : s.bg & 7;
	}
	return s;
}

void
wk_shown_fini(struct wk_shown *s)
{
	wk_mem_free(s->v);
	*s = (struct wk_shown){ .v = NULL };
}

void
wk_shown_prepare(struct wk_shown *s, const struct wk_canvas *c,
    const struct wk_theme *theme)
{
	size_t n = (size_t)c->cols * (size_t)c->rows;
	if (s->v != NULL && s->cols == c->cols && s->rows == c->rows &&
	    memcmp(&s->theme, theme, sizeof(*theme)) == 0)
		return;
	s->v = wk_mem_realloc(s->v, n * sizeof(*s->v));
	memset(s->v, 0xff, n * sizeof(*s->v));
	s->cols = c->cols;
	s->rows = c->rows;
	s->theme = *theme;
}

bool
wk_shown_take(struct wk_shown *s, const struct wk_canvas *c, int y)
{
	size_t at = (size_t)y * (size_t)c->cols;
	size_t bytes = (size_t)c->cols * sizeof(*c->v);
	if (memcmp(&s->v[at], &c->v[at], bytes) == 0)
		return false;
	memcpy(&s->v[at], &c->v[at], bytes);
	return true;
}
