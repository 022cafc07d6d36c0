/* SPDX-License-Identifier: MIT */
/* One line of text that is being typed. */
#pragma once

#include "canvas.h"
#include "keys.h"

#define WK_LINE_MAX 400
struct wk_line { char s[WK_LINE_MAX]; size_t len, at; };

void wk_line_set(struct wk_line *l, const char *s);
void wk_line_insert(struct wk_line *l, uint32_t cp);
void wk_line_paste(struct wk_line *l, const char *s);
/* LEFT RIGHT FIELD_FIRST FIELD_LAST ERASE_*; false: not an editing action. */
bool wk_line_edit(struct wk_line *l, enum wk_action a);
/* Draws w columns; puts the cursor when has_cursor. */
void wk_line_draw(const struct wk_line *l, struct wk_canvas *c, struct wk_rect r,
    enum wk_role role, bool has_cursor);
