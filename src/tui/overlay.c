/* SPDX-License-Identifier: MIT */
/* Frames over a screen, and text fitted into them. */
#include "overlay.h"

#include <ctype.h>

int
wk_overlay_width(const struct wk_canvas *c, int w)
{
	return WK_MIN(w, c->cols - 2);
}

struct wk_rect
wk_overlay_place(const struct wk_canvas *c, int w, int h)
{
	if (c->is_plain)
		return (struct wk_rect){ 0, 0, c->cols, c->rows - 1 };
	int outer_w = WK_MIN(wk_overlay_width(c, w) + 4, c->cols);
	/* a sliver of the screen behind would tell nothing */
	if (outer_w > c->cols - 4)
		outer_w = c->cols;
	bool has_sides = c->rows >= 24 && outer_w < c->cols;
	int most = c->rows - (has_sides ? 4 : 2), outer_h = WK_MIN(h + 2, most);
	return (struct wk_rect){ (c->cols - outer_w) / 2, 1 + (c->rows - 2 - outer_h) / 2,
		outer_w, outer_h };
}

static void
open_sides(struct wk_canvas *c, struct wk_rect r)
{
	const int sides[] = { r.x, r.x + r.w - 1 };
	for (size_t i = 0; i < WK_LEN(sides); i++) {
		struct wk_rect side = { sides[i], r.y + 1, 1, r.h - 2 };
		wk_canvas_fill(c, side, WK_ROLE_POPUP, ' ');
		wk_canvas_put(c, sides[i], r.y, WK_ROLE_BORDER_FOCUS, 0x2500);
		wk_canvas_put(c, sides[i], r.y + r.h - 1, WK_ROLE_BORDER, 0x2500);
	}
}

struct wk_rect
wk_overlay_frame(struct wk_canvas *c, const char *title, const char *note,
    const char *foot, int w, int h)
{
	struct wk_rect r = wk_overlay_place(c, w, h);
	wk_canvas_fill(c, r, WK_ROLE_POPUP, ' ');
	wk_canvas_paint_under(c, r, WK_ROLE_POPUP);
	c->under = WK_ROLE_POPUP;
	struct wk_rect in = wk_canvas_panel(c, r, title, note, true);
	if (foot != NULL && (int)wk_text_width(foot) + 4 <= r.w)
		wk_canvas_putf(c, r.x + 2, r.y + r.h - 1, WK_ROLE_HINT, " %s ", foot);
	/* a blank beside the frame; with none to spare, the frame gives its sides */
	int pad = WK_MAX(0, WK_MIN(1, (in.w - wk_overlay_width(c, w)) / 2));
	if (pad == 0 && !c->is_plain)
		open_sides(c, r);
	in.x += pad;
	in.w -= 2 * pad;
	return in;
}

/* Bytes of the line that fit into w columns; a cut falls between words, unless that would
 * leave most of the line empty. */
static size_t
fit(const char *p, size_t len, int w, struct wk_arena *a)
{
	/* more bytes cannot be w columns: a file may be one long line */
	size_t look = WK_MIN(len, (size_t)WK_MAX(w, 1) * 4 + 4);
	while (look < len && look > 0 && ((unsigned char)p[look] & 0xc0) == 0x80)
		look--;
	const char *line = wk_arena_strndup(a, p, look);
	if (look == len && (int)wk_text_width(line) <= w)
		return len;
	size_t most = wk_text_fit(line, (size_t)WK_MAX(w, 1)), cut = most;
	while (cut > 0 && line[cut] != ' ')
		cut--;
	return strspn(line, " ") < cut && cut > most / 3 ? cut : WK_MAX(most, (size_t)1);
}

enum { ROW_MAX = 400, GAP = 10 };      /* of a table; a longer line is none */

/* A row that would fit if a wide gap in it were narrower gets one. */
static const char *
squeeze(const char *p, size_t *len, int w, struct wk_arena *a)
{
	const char *line = wk_arena_strndup(a, p, WK_MIN(*len, (size_t)ROW_MAX));
	int over = (int)wk_text_width(line) - w;
	size_t at = strspn(line, " "), gap = 0;
	if (*len > ROW_MAX || over <= 0)
		return p;
	for (size_t k; line[at] != '\0' && gap < GAP; at += k + gap) {
		k = strcspn(line + at, " ");
		gap = strspn(line + at + k, " ");
	}
	if (gap < GAP || (int)gap < over + 2)
		return p;
	*len -= (size_t)over;
	return wk_arena_printf(a, "%.*s%s", (int)at - over, line, line + at);
}

/* Where the last column of a table's row begins; 0: it is none. */
static int
last_column(const char *p, size_t len, size_t lead, struct wk_arena *a)
{
	for (size_t i = WK_MIN(len, (size_t)ROW_MAX); i-- > lead + 2;)
		if (p[i] != ' ' && p[i - 1] == ' ' && p[i - 2] == ' ')
			return (int)wk_text_width(wk_arena_strndup(a, p, i));
	return 0;
}

/* What follows a cut stands below its column, or deeper than its line's beginning; prose
 * just goes on. */
static void
wrap_line(const char *p, size_t len, int w, struct wk_arena *a, struct wk_piece *v,
    size_t *n)
{
	p = squeeze(p, &len, w, a);
	size_t lead = strspn(p, " ");
	int column = last_column(p, len, lead, a);
	bool is_prose = lead == 0 && column == 0;
	int indent = 0, depth = is_prose ? 0 : (int)lead + 2;
	bool is_table = column > depth && column <= w * 3 / 5;
	if (is_table)
		depth = column;
	/* a far column of a table has no place on a narrow screen */
	if ((int)lead > w / 2 && lead < len && fit(p, len, w, a) < len) {
		p += lead;
		len -= lead;
		indent = depth = 4;
	}
	do {
		size_t k = fit(p, len, w - indent, a);
		v[(*n)++] = (struct wk_piece){ p, k, indent, NULL };
		p += k;
		len -= k;
		while (len > 0 && *p == ' ') {
			p++;
			len--;
		}
		indent = is_table || depth < w / 2 ? depth : 0;
	} while (len > 0);
}

/* Whether the point of a list goes on in the next line of the file. */
static bool
goes_on(const char *line, const char *next)
{
	size_t lead = strspn(line, " "), deep = strspn(next, " ");
	return strncmp(line + lead, "- ", 2) == 0 && deep == lead + 2 &&
	    next[deep] != '\n' && next[deep] != '\0' &&
	    strncmp(next + deep, "- ", 2) != 0;
}

/* A line and what it goes on with, where it would be cut anyway: else short rests of
 * lines would stand between full ones. *text is then at the end of the last. */
static const char *
join(const char **text, size_t *len, int w, struct wk_arena *a)
{
	const char *line = *text;
	bool is_cut = fit(line, *len, w, a) < *len;
	*text += *len;
	while (is_cut && **text == '\n' && *len < ROW_MAX && goes_on(line, *text + 1)) {
		const char *last = *text + 1;
		size_t part = strcspn(last, "\n"), lead = strspn(last, " ");
		line = wk_arena_printf(a, "%.*s %.*s", (int)*len, line,
		    (int)(part - lead), last + lead);
		*len = strlen(line);
		*text = last + part;
	}
	return line;
}

struct wk_piece *
wk_overlay_wrap(const char *text, int w, struct wk_arena *a, size_t *n)
{
	struct wk_piece *v = WK_ARENA_ARRAY(a, struct wk_piece, strlen(text) + 1);
	*n = 0;
	while (*text != '\0') {
		const char *from = text;
		size_t len = strcspn(text, "\n"), first = *n;
		const char *line = join(&text, &len, w, a);
		wrap_line(line, len, w, a, v, n);
		for (size_t i = first; i < *n; i++)
			v[i].from = from;
		text += *text == '\n';
	}
	return v;
}

bool
wk_overlay_matches(const struct wk_piece *line, const char *what)
{
	size_t n = strlen(what);
	for (size_t i = 0; n > 0 && i + n <= line->len; i++) {
		size_t k = 0;
		while (k < n && tolower((unsigned char)line->p[i + k]) ==
		    tolower((unsigned char)what[k]))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

int
wk_overlay_puts(struct wk_canvas *c, struct wk_rect r, enum wk_role role, const char *s)
{
	struct wk_arena a;
	size_t n;
	wk_arena_init(&a);
	const struct wk_piece *v = wk_overlay_wrap(s, r.w, &a, &n);
	int rows = WK_MIN((int)n, r.h);
	for (int i = 0; i < rows; i++)
		wk_canvas_puts(c, r.x + v[i].indent, r.y + i, role,
		    wk_arena_strndup(&a, v[i].p, v[i].len));
	wk_arena_fini(&a);
	return rows;
}
