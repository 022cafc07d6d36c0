/* SPDX-License-Identifier: MIT */
/* Cells compared: for the files that turn them into bytes. */
#pragma once

#include "vt.h"

/* Of a blank its background and its lines can be seen. */
static inline bool
is_lined(const struct wk_style *s)
{
	return (s->attr & (WK_ATTR_REVERSE | WK_ATTR_UNDERLINE)) != 0;
}

static inline bool
is_same_style(const struct wk_style *a, const struct wk_style *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->attr == b->attr;
}

/* A blank that shows its background alone. */
static inline bool
is_calm(const struct wk_vt_cell *c)
{
	return c->cp == ' ' && c->mark == 0 && !is_lined(&c->style);
}

/* The cell would look right if it were written with this pen. */
static inline bool
suits(const struct wk_vt_cell *c, const struct wk_style *pen)
{
	return is_same_style(&c->style, pen) ||
	    (is_calm(c) && c->style.bg == pen->bg && !is_lined(pen));
}

static inline bool
is_wide_at(const struct wk_vt *t, const struct wk_vt_cell *row, int x)
{
	return x + 1 < t->cols && row[x + 1].cp == 0;
}

/* How many cells from x on, before end, are one sign of one pen. */
int wk_vt_repeats(const struct wk_vt_cell *row, int x, int end);
