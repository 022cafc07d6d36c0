/* SPDX-License-Identifier: MIT */
/* A screen as lines of words, for screen readers (--plain) and for 'v'. A line that
 * begins with "> " has the focus; WK_FLAT_CURSOR stands where text is typed. */
#pragma once

#include "state.h"

#define WK_FLAT_CURSOR "\001"

/* "> " or as many blanks: how a row that can be chosen begins. */
void wk_flat_mark(struct wk_buf *b, bool has_focus);
/* The whole screen; is_shown: without the cursor's mark, for reading only. */
void wk_flat_text(const struct wk_tui *t, bool is_shown, struct wk_buf *b);
void wk_flat_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
/* Moves through the lines. false: the key is the screen's own. */
bool wk_flat_update(struct wk_tui *t, enum wk_action a);
/* After the screen had a key: where its focus went, the current line goes. */
void wk_flat_follow(struct wk_tui *t);
void wk_flat_click(struct wk_tui *t, int y);
/* 'v': the lines over the screen. */
void wk_flat_open(struct wk_tui *t);
