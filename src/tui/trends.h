/* SPDX-License-Identifier: MIT */
/* Trends: strain, reserve or any indicator over weeks. Its state, and what its files
 * share. */
#pragma once

#include "wick/app.h"

#include "canvas.h"
#include "weeks.h"

struct wk_tui;
enum { WK_TRENDS_PANELS = 4, WK_TRENDS_BARS = 3, WK_TRENDS_AHEAD = 28 };
struct wk_trends {
	struct wk_arena arena;             /* of the values */
	int weeks, choice;                 /* 0 strain, 1 reserve, then the indicators */
	int back;                          /* days of the cursor before the last */
	int focus;                         /* panel, or page where one shows */
	bool compares;
	wk_date last;                      /* of the log: the day it stands on */
	size_t n;
	double *v, *before;                /* n days to last; the n days before them */
};

/* ---- trends_data.c */
int wk_trends_choices(void);
const char *wk_trends_title(const struct wk_tui *t);
const struct wk_indicator *wk_trends_indicator(const struct wk_tui *t);  /* NULL: none */
wk_date wk_trends_cursor(const struct wk_tui *t);
/* Computes the values of what is chosen. */
void wk_trends_refresh(struct wk_tui *t);
/* "Tue 17 Nov  ▲ watch 38.2", or what is missing. */
void wk_trends_put_point(const struct wk_tui *t, struct wk_buf *b);
struct wk_week wk_trends_week(const struct wk_tui *t, int back);   /* 0: the last */

/* ---- trends_chart.c */
void wk_trends_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
bool wk_trends_chart_at(const struct wk_tui *t, struct wk_rect in, int x, int *back);

/* ---- trends_bars.c */
const char *wk_trends_bar_title(int bar);
void wk_trends_draw_bar(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    int bar);
bool wk_trends_bar_at(const struct wk_tui *t, struct wk_rect in, int x, int *back);
void wk_trends_put_weeks(const struct wk_tui *t, struct wk_buf *b);

/* ---- trends_compare.c */
void wk_trends_draw_compare(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in);
void wk_trends_put_compare(const struct wk_tui *t, struct wk_buf *b);
