/* SPDX-License-Identifier: MIT */
/* Cells and clipping. Every write is checked here, so views may draw past any edge. */
#include "canvas.h"

#include <wchar.h>

void
wk_canvas_init(struct wk_canvas *c)
{
	*c = (struct wk_canvas){ .cursor_x = -1, .cursor_y = -1 };
}

void
wk_canvas_fini(struct wk_canvas *c)
{
	wk_mem_free(c->v);
	wk_canvas_init(c);
}

void
wk_canvas_resize(struct wk_canvas *c, int cols, int rows)
{
	c->cols = WK_MAX(cols, 1);
	c->rows = WK_MAX(rows, 1);
	size_t want = (size_t)c->cols * (size_t)c->rows;
	if (want > c->cap) {
		c->v = wk_mem_realloc(c->v, want * sizeof(*c->v));
		c->cap = want;
	}
	wk_canvas_clear(c);
}

void
wk_canvas_clear(struct wk_canvas *c)
{
	size_t n = (size_t)c->cols * (size_t)c->rows;
	for (size_t i = 0; i < n; i++)
		c->v[i] = (struct wk_cell){ .cp = ' ', .role = WK_ROLE_TEXT,
			.under = WK_ROLE_TEXT };
	c->clip = (struct wk_rect){ 0, 0, c->cols, c->rows };
	c->under = WK_ROLE_TEXT;
	c->cursor_x = -1;
	c->cursor_y = -1;
}

struct wk_rect
wk_canvas_clip(struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect old = c->clip;
	int x1 = WK_MIN(r.x + r.w, c->cols), y1 = WK_MIN(r.y + r.h, c->rows);
	r.x = WK_MAX(r.x, 0);
	r.y = WK_MAX(r.y, 0);
	r.w = WK_MAX(x1 - r.x, 0);
	r.h = WK_MAX(y1 - r.y, 0);
	c->clip = r;
	return old;
}

static struct wk_cell *
cell_at(struct wk_canvas *c, int x, int y)
{
	const struct wk_rect *k = &c->clip;
	if (x < k->x || y < k->y || x >= k->x + k->w || y >= k->y + k->h)
		return NULL;
	return &c->v[(size_t)y * (size_t)c->cols + (size_t)x];
}

void
wk_canvas_put(struct wk_canvas *c, int x, int y, enum wk_role role, uint32_t cp)
{
	struct wk_cell *cell = cell_at(c, x, y);
	if (cell == NULL)
		return;
	*cell = (struct wk_cell){ .cp = cp, .role = (uint8_t)role,
		.under = (uint8_t)c->under };
}

/* One character of any width; gives the columns it took. */
static int
put_wide(struct wk_canvas *c, int x, int y, enum wk_role role, uint32_t cp)
{
	int w = cp < 0x80 ? 1 : wcwidth((wchar_t)cp);
	struct wk_cell *cell;
	if (w == 0) {
		cell = cell_at(c, x - 1, y);
		if (cell != NULL && cell->cp == 0)      /* over both halves */
			cell = cell_at(c, x - 2, y);
		if (cell != NULL && cell->mark == 0)
			cell->mark = cp;
		return 0;
	}
	if (w < 0)
		w = 1;
	if (w == 2 && cell_at(c, x + 1, y) == NULL)
		cp = ' ';
	wk_canvas_put(c, x, y, role, cp);
	if (w == 2)
		wk_canvas_put(c, x + 1, y, role, cp == ' ' ? ' ' : 0);
	return w;
}

int
wk_canvas_puts(struct wk_canvas *c, int x, int y, enum wk_role role, const char *s)
{
	size_t n = strlen(s), used;
	uint32_t cp;
	while (n > 0 && (used = wk_text_utf8_next(s, n, &cp)) > 0) {
		x += put_wide(c, x, y, role, cp);
		s += used;
		n -= used;
	}
	return x;
}

int
wk_canvas_putf(struct wk_canvas *c, int x, int y, enum wk_role role, const char *fmt, ...)
{
	struct wk_buf b;
	va_list ap;
	wk_buf_init(&b);
	va_start(ap, fmt);
	wk_buf_vaddf(&b, fmt, ap);
	va_end(ap);
	x = wk_canvas_puts(c, x, y, role, b.p);
	wk_buf_fini(&b);
	return x;
}

void
wk_canvas_puts_right(struct wk_canvas *c, int x, int y, enum wk_role role, const char *s)
{
	wk_canvas_puts(c, x - (int)wk_text_width(s), y, role, s);
}

void
wk_canvas_fill(struct wk_canvas *c, struct wk_rect r, enum wk_role role, uint32_t cp)
{
	for (int y = r.y; y < r.y + r.h; y++)
		for (int x = r.x; x < r.x + r.w; x++)
			wk_canvas_put(c, x, y, role, cp);
}

void
wk_canvas_paint_under(struct wk_canvas *c, struct wk_rect r, enum wk_role under)
{
	for (int y = r.y; y < r.y + r.h; y++)
		for (int x = r.x; x < r.x + r.w; x++) {
			struct wk_cell *cell = cell_at(c, x, y);
			if (cell != NULL)
				cell->under = (uint8_t)under;
		}
}

void
wk_canvas_fade(struct wk_canvas *c)
{
	size_t n = (size_t)c->cols * (size_t)c->rows;
	for (size_t i = 0; i < n; i++) {
		c->v[i].role = WK_ROLE_DISABLED;
		c->v[i].under = WK_ROLE_TEXT;
	}
	c->cursor_x = -1;
	c->cursor_y = -1;
}

/* Only the upper edge tells the focus: two whole frames would be many bytes on a slow
 * line for one key. */
static void
draw_frame(struct wk_canvas *c, struct wk_rect r, enum wk_role top)
{
	int x1 = r.x + r.w - 1, y1 = r.y + r.h - 1;
	for (int x = r.x + 1; x < x1; x++) {
		wk_canvas_put(c, x, r.y, top, 0x2500);
		wk_canvas_put(c, x, y1, WK_ROLE_BORDER, 0x2500);
	}
	for (int y = r.y + 1; y < y1; y++) {
		wk_canvas_put(c, r.x, y, WK_ROLE_BORDER, 0x2502);
		wk_canvas_put(c, x1, y, WK_ROLE_BORDER, 0x2502);
	}
	wk_canvas_put(c, r.x, r.y, top, 0x250c);
	wk_canvas_put(c, x1, r.y, top, 0x2510);
	wk_canvas_put(c, r.x, y1, WK_ROLE_BORDER, 0x2514);
	wk_canvas_put(c, x1, y1, WK_ROLE_BORDER, 0x2518);
}

struct wk_rect
wk_canvas_panel(struct wk_canvas *c, struct wk_rect r, const char *title,
    const char *note, bool has_focus)
{
	enum wk_role line = has_focus ? WK_ROLE_BORDER_FOCUS : WK_ROLE_BORDER;
	struct wk_rect in = { r.x + 1, r.y + 1, r.w - 2, r.h - 2 };
	int room = r.w - 4 - (int)wk_text_width(title);
	if (!c->is_plain)
		draw_frame(c, r, line);
	int x = wk_canvas_puts(c, r.x + 1, r.y, line, " ");
	x = wk_canvas_puts(c, x, r.y, has_focus ? WK_ROLE_TITLE_FOCUS : WK_ROLE_TITLE,
	    title);
	wk_canvas_puts(c, x, r.y, line, " ");
	if (note != NULL && *note != '\0' && room >= (int)wk_text_width(note) + 3) {
		int at = r.x + r.w - 3 - (int)wk_text_width(note);
		wk_canvas_puts(c, at, r.y, line, " ");
		wk_canvas_puts(c, at + 1, r.y, WK_ROLE_DIM, note);
		wk_canvas_puts(c, r.x + r.w - 2, r.y, line, " ");
	}
	return in;
}
