/* SPDX-License-Identifier: MIT */
/* The keys as they are now: the table of keys.c and what the user's keys.ini makes of
 * it. */
#pragma once

#include "keys.h"

struct wk_keymap { struct wk_key *v; size_t n; };

/* Memory in a, which lives as long as the map. */
void wk_keymap_init(struct wk_keymap *m, struct wk_arena *a);
/* Applies the text of a keys.ini, line by line: what is wrong with one is told and the
 * others count. */
void wk_keymap_read(struct wk_keymap *m, const char *text, size_t len,
    struct wk_arena *a, void (*tell)(void *ctx, const char *what), void *ctx);
/* The action of a key on a screen: the screen's own rows first, then those of "" (or, in
 * a form, of "form"). */
enum wk_action wk_keymap_find(const struct wk_keymap *m, const char *view, bool is_form,
    uint32_t key);
/* The first key of an action on a screen, as it is printed; nothing when it has none. */
void wk_keymap_put_name(const struct wk_keymap *m, const char *view,
    enum wk_action action, struct wk_buf *b);
/* All of them, screen by screen: key, action's name, what it does. */
void wk_keymap_put_all(const struct wk_keymap *m, struct wk_buf *b);
