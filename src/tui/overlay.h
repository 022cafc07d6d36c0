/* SPDX-License-Identifier: MIT */
/* What lies over a screen: a frame with a title, and lines cut to its width. */
#pragma once

#include "state.h"

struct wk_piece {
	const char *p;                     /* in the text, or in an arena */
	size_t len;
	int indent;
	const char *from;                  /* where its line begins in the text */
};

/* Where a frame for w x h inside is, and its border: the middle of the screen, as much as
 * there is. */
struct wk_rect wk_overlay_place(const struct wk_canvas *c, int w, int h);
/* Clears and frames the middle of the screen for w x h inside, or as much as there is;
 * gives the inside. foot stands in the lower border. */
struct wk_rect wk_overlay_frame(struct wk_canvas *c, const char *title, const char *note,
    const char *foot, int w, int h);
/* text cut at line ends and, where a line is wider than w, between its words. Memory in
 * a. */
struct wk_piece *wk_overlay_wrap(const char *text, int w, struct wk_arena *a, size_t *n);
/* Whether the words stand in one of its lines, in capitals or not. */
bool wk_overlay_matches(const struct wk_piece *line, const char *what);
/* As many rows of r as the text needs; gives how many. */
int wk_overlay_puts(struct wk_canvas *c, struct wk_rect r, enum wk_role role,
    const char *s);
/* Columns inside a frame of at most w on this screen. */
int wk_overlay_width(const struct wk_canvas *c, int w);
/* The help's pages (help.c). */
void wk_help_text(struct wk_tui *t, int page, struct wk_buf *out);
/* Whether a key of a form does something in what is typed into now. */
bool wk_help_has(const struct wk_tui *t, const struct wk_key *k);
const char *wk_help_title(const struct wk_tui *t);
extern const char wk_help_about[];
int wk_help_width(const struct wk_canvas *c);
const char *wk_help_note(int page, bool is_narrow);

/* ---- complete.c */
struct wk_names { const char *v[96]; size_t n; };
/* Names that go on from stem; gives the byte of stem where they belong. */
size_t wk_complete(const struct wk_tui *t, const char *stem, struct wk_names *c);
/* "theme ": names of ours may follow. */
bool wk_complete_takes(const char *word);
void wk_complete_commands(const struct wk_tui *t, const char *stem, struct wk_names *c);
/* Whether an action may be called from here by name. */
bool wk_complete_has(const struct wk_tui *t, const struct wk_key *row);
