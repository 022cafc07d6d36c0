/* SPDX-License-Identifier: MIT */
/* A screen before it is shown: cells of a code point and a role. Nothing here knows the
 * terminal, so a view is tested by reading its canvas. */
#pragma once

#include "wick/base.h"
#include "wick/conf.h"

struct wk_cell {
	uint32_t cp;           /* 0: the right half of a wide character */
	uint32_t mark;         /* one combining character, 0 none */
	uint8_t role, under;   /* under: the role whose background shows through */
};
struct wk_rect { int x, y, w, h; };
struct wk_canvas {
	struct wk_cell *v;
	size_t cap;
	int cols, rows;
	struct wk_rect clip;
	enum wk_role under;
	int cursor_x, cursor_y;    /* -1: hidden */
	bool is_plain;             /* no frames */
};
void wk_canvas_init(struct wk_canvas *c);
void wk_canvas_fini(struct wk_canvas *c);
void wk_canvas_resize(struct wk_canvas *c, int cols, int rows);
void wk_canvas_clear(struct wk_canvas *c);
/* Limits drawing to r; gives the former clip back. */
struct wk_rect wk_canvas_clip(struct wk_canvas *c, struct wk_rect r);
void wk_canvas_put(struct wk_canvas *c, int x, int y, enum wk_role role, uint32_t cp);
/* Draws UTF-8 that is already safe; gives the column after it. */
int wk_canvas_puts(struct wk_canvas *c, int x, int y, enum wk_role role, const char *s);
int wk_canvas_putf(struct wk_canvas *c, int x, int y, enum wk_role role, const char *fmt,
    ...)
    WK_PRINTF(5, 6);
/* Ends at column x (exclusive). */
void wk_canvas_puts_right(struct wk_canvas *c, int x, int y, enum wk_role role,
    const char *s);
void wk_canvas_fill(struct wk_canvas *c, struct wk_rect r, enum wk_role role,
    uint32_t cp);
/* Lends a role's background to a row: selection, footer. */
void wk_canvas_paint_under(struct wk_canvas *c, struct wk_rect r, enum wk_role under);
/* Takes the colour from what is there: behind an overlay. */
void wk_canvas_fade(struct wk_canvas *c);
/* A frame with a title left and a note right; gives the inside. */
struct wk_rect wk_canvas_panel(struct wk_canvas *c, struct wk_rect r, const char *title,
    const char *note, bool has_focus);
