/* SPDX-License-Identifier: MIT */
/* One table: key -> action. The loop, the footer, the help and the manual read it. */
#pragma once

#include "wick/tui.h"

#define WK_ACTIONS(X) \
	X(NONE) X(NEXT) X(PREV) X(LEFT) X(RIGHT) X(FIRST) X(LAST) X(PAGE_DOWN) \
	X(PAGE_UP) X(HALF_DOWN) X(HALF_UP) X(NEXT_PANEL) X(PREV_PANEL) X(OPEN) X(TOGGLE) \
	X(BACK) X(QUIT) X(ESCAPE) X(HELP) X(COMMAND) X(FIND) X(FIND_NEXT) X(FIND_PREV) \
	X(TODAY) X(SHORTER) X(LONGER) X(LOG) X(FILL) X(ADD) X(UNDO) X(REDO) X(NUMBERS) \
	X(VALUES) X(REDRAW) \
	X(SUSPEND) X(INTERRUPT) X(VIEW_HOME) X(VIEW_DAY) X(VIEW_YEAR) X(VIEW_TRENDS) \
	X(VIEW_INCIDENTS) X(VIEW_PLAN) X(VIEW_REPORT) X(VIEW_TEAM) X(VIEW_SETTINGS) \
	X(SORT) X(MORE) X(LESS) X(DELETE) X(EDIT) X(FLAG) X(WRITE) X(COPY_ROW) \
	X(MEASURE) X(COMPARE) X(RESET) X(SHARED) X(SHARING) X(PAUSE) X(WITHDRAW) \
	X(RETRY) X(IMPORT) X(DEMO) X(MESSAGES) \
	X(KEYS) X(THEME) X(MOUSE) X(ENTER) X(FIELD_NEXT) X(FIELD_PREV) X(FIELD_FIRST) \
	X(FIELD_LAST) X(ERASE_BACK) X(ERASE_NEXT) X(ERASE_WORD) X(ERASE_LINE) \
	X(ERASE_REST) X(CHOOSE) X(DAY_PREV) X(DAY_NEXT) X(COPY) X(SAVE) X(LEAVE)

enum wk_action {
#define WK_ACTION_ENUM(name) WK_ACT_##name,
	WK_ACTIONS(WK_ACTION_ENUM)
#undef WK_ACTION_ENUM
	WK_ACT_COUNT
};
/* "C-s" -> 19. 0 when it is no key. len: bytes of the name. */
uint32_t wk_keys_parse(const char *name, size_t len);
void wk_keys_put_name(struct wk_buf *b, uint32_t key);
