/* SPDX-License-Identifier: MIT */
/* Home's panels: one file each, one row in a table. */
#pragma once

#include "flat.h"

enum { WK_HOME_PAGES = 4 };       /* where there is little room: one at a time */
struct wk_home_panel {
	const char *title;
	int head;                      /* lines above the first row */
	/* Draws frame and inside. */
	void (*render)(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r,
	    bool has_focus);
	int (*rows)(const struct wk_tui *t);        /* that can be selected; NULL none */
	/* What Enter tells of row; NULL: the whole score. */
	void (*explain)(const struct wk_tui *t, int row, struct wk_buf *out);
	/* The panel as lines; the first is its name and is already begun. row: the one
	 * that has the focus, -1 none. */
	void (*put_flat)(const struct wk_tui *t, int row, struct wk_buf *b);
};
extern const struct wk_home_panel wk_home_load, wk_home_why, wk_home_rules, wk_home_week,
    wk_home_chart, wk_home_pages, wk_home_todo, wk_home_ahead;

/* Words and signs of a band. */
const char *wk_home_sign(enum wk_band b);
enum wk_role wk_home_role(enum wk_band b);
/* The score is too little founded to be told as a number. */
bool wk_home_is_unknown(const struct wk_tui *t);
/* "▲ watch  38.2   reserve 71"; gives the column after it. */
int wk_home_put_level(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int end);
void wk_home_put_gauge(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int w);
/* One row of Why; cut at end. */
void wk_home_put_change(const struct wk_tui *t, struct wk_canvas *c, int x, int y,
    int end, size_t i);
/* One rule; false when it is not a rule (information only). */
bool wk_home_is_rule(size_t i);
int wk_home_rules_broken(const struct wk_tui *t);
void wk_home_put_rule(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row,
    size_t i);
/* Row marker of a selected row, and its background. */
void wk_home_mark(struct wk_canvas *c, struct wk_rect in, int y);
/* What is left to do; gives the rows it took. */
int wk_home_draw_todo(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
/* As many lines of what is ahead as r has room for; gives how many. */
int wk_home_draw_ahead(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
void wk_home_explain_ahead(const struct wk_tui *t, int row, struct wk_buf *out);
void wk_home_draw_week(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_home_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_home_render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
void wk_home_flat_empty(const struct wk_tui *t, struct wk_buf *b);
void wk_home_render_empty(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
/* Draws s cut at column end with an ellipsis. */
void wk_home_puts(struct wk_canvas *c, int x, int y, int end, enum wk_role role,
    const char *s);
/* How many weeks the chart shows. */
int wk_home_weeks(const struct wk_tui *t);
