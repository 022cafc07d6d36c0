/* SPDX-License-Identifier: MIT */
/* The terminal: the only door to curses. */
#pragma once

#include <signal.h>

#include "canvas.h"

/* Keys beyond Unicode. Control keys are their codes 1..26; Enter 13, Tab 9, Esc 27,
 * erase back 127. */
enum {
	WK_KEY_UP = 0x110000, WK_KEY_DOWN, WK_KEY_LEFT, WK_KEY_RIGHT, WK_KEY_HOME,
	WK_KEY_END, WK_KEY_PGUP, WK_KEY_PGDN, WK_KEY_BACKTAB, WK_KEY_DELETE, WK_KEY_F1,
	WK_KEY_OTHER, WK_KEY_ENTER = 13, WK_KEY_TAB = 9, WK_KEY_ESC = 27,
	    WK_KEY_BACK = 127,
};
enum wk_input_kind { WK_IN_NONE, WK_IN_KEY, WK_IN_PASTE, WK_IN_RESIZE, WK_IN_CLICK,
	WK_IN_WHEEL, WK_IN_END };
struct wk_input {
	enum wk_input_kind kind;
	uint32_t key;              /* WK_IN_KEY */
	int x, y;                  /* CLICK, WHEEL */
	int lines;                 /* WHEEL: negative is up */
	const char *text;          /* PASTE: until the next read */
};
struct wk_term;
struct wk_term_setup {
	int depth;                 /* 0 mono, 8, 256: no more than that */
	bool has_mouse, is_ascii;
};
enum wk_rc wk_term_open(const struct wk_term_setup *s, struct wk_term **out,
    struct wk_err *err) WK_USE;
void wk_term_close(struct wk_term *t);                  /* NULL is fine */
int wk_term_colors(const struct wk_term *t);            /* 0, 8 or 256 */
bool wk_term_is_ascii(const struct wk_term *t);
bool wk_term_has_braille(const struct wk_term *t);
const char *wk_term_note(const struct wk_term *t);      /* about the terminal; "" */
void wk_term_size(const struct wk_term *t, int *cols, int *rows);
void wk_term_mouse(struct wk_term *t, bool on);
void wk_term_draw(struct wk_term *t, const struct wk_canvas *c,
    const struct wk_theme *theme);
void wk_term_repaint(struct wk_term *t); /* the next draw sends everything */
/* false: nothing more is waiting. */
bool wk_term_read(struct wk_term *t, struct wk_input *in);
/* Waits for a key, a signal, the timeout, or something to read at also (-1: nothing).
 * old: the mask to wait with. */
void wk_term_wait(struct wk_term *t, int timeout_ms, const sigset_t *old, int also);
/* To the clipboard, by OSC 52. false: this terminal takes none from programs. */
bool wk_term_copy(struct wk_term *t, const char *base64);
void wk_term_suspend(struct wk_term *t);
