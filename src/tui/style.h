/* SPDX-License-Identifier: MIT */
/* Cells to styles, and what of them is on the screen already. */
#pragma once

#include "canvas.h"

/* The role's own background, or the one the cell lies on. */
struct wk_style wk_style_of(int colors, const struct wk_theme *theme,
    const struct wk_cell *cell);

struct wk_shown { struct wk_cell *v; int cols, rows; struct wk_theme theme; };
void wk_shown_fini(struct wk_shown *s);
/* Another size or other colours: nothing of it counts any more. */
void wk_shown_prepare(struct wk_shown *s, const struct wk_canvas *c,
    const struct wk_theme *theme);
/* Row y is not as it was; now it is. */
bool wk_shown_take(struct wk_shown *s, const struct wk_canvas *c, int y);
