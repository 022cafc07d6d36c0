/* SPDX-License-Identifier: MIT */
/* The user's own keys, read once at the start. */
#include "state.h"

enum { KEYS_MAX = 65536 };
struct told { struct wk_tui *t; int n; };

static void
say(void *ctx, const char *what)
{
	struct told *told = ctx;
	wk_toast_say(&told->t->toasts, WK_TOAST_BAD, "%s", what);
	told->n++;
}

void
wk_userkeys_load(struct wk_tui *t)
{
	struct told told = { t, 0 };
	struct wk_buf text;
	struct wk_err err;
	const char *path;
	if (wk_conf_path('c', "keys.ini", &t->key_arena, &path, &err) != WK_OK ||
	    !wk_file_exists(path))
		return;
	wk_buf_init(&text);
	if (wk_file_read(path, KEYS_MAX, &text, &err) != WK_OK)
		say(&told, err.msg);
	else
		wk_keymap_read(&t->keys, text.p, text.len, &t->key_arena, say, &told);
	wk_buf_fini(&text);
	if (told.n > 1)
		wk_toast_say(&t->toasts, WK_TOAST_BAD,
		    "keys.ini: %d lines need a look, :messages has them", told.n);
}
