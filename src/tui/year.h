/* SPDX-License-Identifier: MIT */
/* Year: 53 weeks as a heat map. Its state, and what its files share. */
#pragma once

#include "wick/app.h"

#include "canvas.h"
#include "weeks.h"

struct wk_tui;
enum { WK_YEAR_WEEKS = 53, WK_YEAR_DAYS = WK_YEAR_WEEKS * 7, WK_YEAR_PANELS = 4 };
struct wk_year {
	struct wk_arena arena;             /* of what was read */
	bool is_loaded;
	int back;                          /* years before the one that ends today */
	wk_date cursor;
	int measure, focus;                /* focus: panel, or page where one shows */
	wk_date first;                     /* Monday of the first week shown */
	struct wk_series own;              /* of a year that is past; n 0: the facts' */
	struct wk_note *notes;
	size_t note_count;
	struct wk_page_row *pages;         /* newest first */
	size_t page_count;
	unsigned serial;                   /* of the facts beside which it was read */
	int read_back;
};
/* What a heat cell says: 1-4 are its levels. */
enum wk_heat { WK_HEAT_UNKNOWN = -3, WK_HEAT_FUTURE = -2, WK_HEAT_OFF = -1,
	WK_HEAT_NONE = 0 };

const struct wk_series *wk_year_series(const struct wk_tui *t);
/* NULL when nothing is known of it. */
const struct wk_day *wk_year_day(const struct wk_tui *t, wk_date d);
const struct wk_strain *wk_year_strain(const struct wk_tui *t, wk_date d);
wk_date wk_year_last(const struct wk_tui *t);        /* the last day shown, or today */

/* ---- year_heat.c */
const char *wk_year_measure(const struct wk_tui *t);
int wk_year_measures(void);
uint32_t wk_year_sign(const struct wk_tui *t, int level);     /* of a cell */
int wk_year_level(const struct wk_tui *t, wk_date d);
void wk_year_draw_heat(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
/* The day under a place of that map; false: none there. */
bool wk_year_heat_at(const struct wk_tui *t, struct wk_rect in, int x, int y,
    wk_date *out);

/* ---- year_day.c */
void wk_year_draw_day(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_year_put_day(const struct wk_tui *t, struct wk_buf *b);
/* "Tue 17 Nov: 10.0 h, slept 5.2 h", for the narrow title. */
void wk_year_put_short(const struct wk_tui *t, struct wk_buf *b);

/* ---- year_weeks.c */
void wk_year_draw_weeks(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
bool wk_year_week_at(const struct wk_tui *t, struct wk_rect in, int y, wk_date *out);
void wk_year_put_weeks(const struct wk_tui *t, struct wk_buf *b);

/* ---- year_sum.c */
void wk_year_draw_sum(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_year_put_sum(const struct wk_tui *t, struct wk_buf *b);
