/* SPDX-License-Identifier: MIT */
/* What follows an Esc that curses gave as a key: the late answer of the terminal to a
 * question, a key curses does not know, or one it overlooked because Esc stood before. */
#pragma once

#include "term.h"

enum { WK_ANSWER_PASTE_ON = 0x120000, WK_ANSWER_PASTE_OFF };
struct wk_answer {
	uint32_t first;            /* ']', '[' or 'O': one is coming in; 0 none */
	int64_t began_ms;
	char text[8];
	size_t len;
};
/* false: with this no answer begins. */
bool wk_answer_begin(struct wk_answer *a, uint32_t first);
/* false: c is a key of its own. *key: what ended with c, 0 nothing. */
bool wk_answer_take(struct wk_answer *a, uint32_t c, uint32_t *key);
