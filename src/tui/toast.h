/* SPDX-License-Identifier: MIT */
/* Messages on the last row: until the next key, and kept for `:messages`. */
#pragma once

#include "wick/base.h"

enum wk_toast_kind { WK_TOAST_NONE, WK_TOAST_DONE, WK_TOAST_BAD, WK_TOAST_ASK };
#define WK_TOAST_KEPT 100
struct wk_toasts {
	enum wk_toast_kind kind;       /* of the one that shows */
	char text[300];
	char kept[WK_TOAST_KEPT][160];
	size_t count;                  /* ever said */
};
void wk_toast_say(struct wk_toasts *t, enum wk_toast_kind kind, const char *fmt, ...)
    WK_PRINTF(3, 4);
void wk_toast_hide(struct wk_toasts *t);
void wk_toast_list(const struct wk_toasts *t, struct wk_buf *out);
