/* SPDX-License-Identifier: MIT */
/* One line of text that is being typed. */
#pragma once

#include "canvas.h"
#include "keys.h"

#define WK_EDIT_MAX 400
struct wk_edit_line { char s[WK_EDIT_MAX]; size_t len, at; };

void wk_edit_set(struct wk_edit_line *l, const char *s);
void wk_edit_insert(struct wk_edit_line *l, uint32_t cp);
void wk_edit_paste(struct wk_edit_line *l, const char *s);
/* LEFT RIGHT FIELD_FIRST FIELD_LAST ERASE_*; false: not an editing action. */
bool wk_edit_apply(struct wk_edit_line *l, enum wk_action a);
/* Draws w columns; puts the cursor when has_cursor. */
void wk_edit_draw(const struct wk_edit_line *l, struct wk_canvas *c, struct wk_rect r,
    enum wk_role role, bool has_cursor);
