/* SPDX-License-Identifier: MIT */
/* The bytes that turn the screen as it is into the screen as it shall be, for a terminal
 * that understands ECMA-48: as few as possible, since the line may be slow. */
#pragma once

#include "canvas.h"

struct wk_vt_cell { uint32_t cp, mark; struct wk_style style; };
/* Neighbours that one pen writes. calm: blanks, of which only the background counts.
 * erased: all of it, before anything is written. */
struct wk_vt_run {
	int x, y, n;
	struct wk_style style;
	bool is_calm, is_erased, is_none;      /* none: nothing differs there */
};
struct wk_vt {
	struct wk_vt_cell *v;      /* what the terminal shows */
	struct wk_vt_cell *was;    /* of the row that is being drawn */
	int cols, rows;
	bool has_rep, has_bce;     /* "again" after a sign; erasing keeps the colour */
	bool has_ech;              /* erases so many cells where the cursor stands */
	int x, y;                  /* the cursor; x is -1: unknown */
	struct wk_style pen;
	struct wk_vt_run *runs;    /* what differs, not sent yet */
	size_t run_count, run_cap;
	struct wk_buf out;         /* to be sent, then cleared */
};
void wk_vt_init(struct wk_vt *t);
void wk_vt_fini(struct wk_vt *t);
/* The screen is cleared, and has this size. */
void wk_vt_clear(struct wk_vt *t, int cols, int rows);
/* want: one row of cols cells; cp 0 is the right half of a wide character. */
void wk_vt_row(struct wk_vt *t, int y, const struct wk_vt_cell *want);
/* All that differs is in out. */
void wk_vt_flush(struct wk_vt *t);
void wk_vt_move(struct wk_vt *t, int x, int y);
/* As the program found it: no colours, no attributes. */
void wk_vt_reset(struct wk_vt *t);
