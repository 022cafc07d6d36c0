/* SPDX-License-Identifier: MIT */
/* What the files of conf share with each other. */
#pragma once

#include "wick/conf.h"

/* Told of each line that cannot be read; false ends the reading. */
struct ini_complaint {
	bool (*tell)(void *ctx, int line, const char *why);
	void *ctx;
};
/* As wk_ini_parse, but what to do about bad lines is the caller's. False: it was
 * ended. */
bool ini_read(const char *text, size_t len, struct wk_arena *a, struct wk_ini *out,
    const struct ini_complaint *bad);

/* The text of `ini` with one value changed or one line added. */
void ini_replace(const struct wk_buf *old, const struct wk_ini *ini,
    const char *whole_key, const char *value, struct wk_buf *out);

/* One setting by its whole key; false when there is none. Names borrow from core's table
 * or live in a. Does not build the table. */
bool setting_find(const char *section, const char *key, struct wk_arena *a,
    struct wk_setting *out);
/* The known key nearest to a mistyped one, or NULL. */
const char *setting_nearest(const char *key, struct wk_arena *a);
/* Puts a written value into c; err says what is wrong with it, without the file. */
enum wk_rc setting_parse(const struct wk_setting *s, const char *value, struct wk_conf *c,
    struct wk_err *err) WK_USE;
void setting_format(const struct wk_setting *s, const struct wk_conf *c,
    struct wk_buf *b);

/* A role by section ("ui") and key ("tab.active"), WK_ROLE_COUNT when unknown. */
enum wk_role role_find(const char *section, const char *key);
/* The unset parts of a role are taken from its stage: text, or the bar it stands on. */
enum wk_role role_ground(enum wk_role r);
/* The attributes that carry a role where there are too few colours for it. */
unsigned role_plain_attr(enum wk_role r);

/* `[FG] [on BG] [attribute ...]`; parts not written stay unset. False: why names the
 * word. */
bool style_parse(const char *text, struct wk_style *out, char why[96]);
/* A colour as style_parse reads one, kept as 0xrrggbb; -1 when it is none. */
int color_parse_rgb(const char *word);
