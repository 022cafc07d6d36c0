/* SPDX-License-Identifier: MIT */
/* The Report screen: a pager of the very file that would be written. */
#pragma once

#include "line.h"
#include "wick/app.h"

struct wk_tui;
enum { WK_REPORT_KINDS = 4 };          /* of periods */
enum wk_report_entry { WK_REPORT_READING, WK_REPORT_FINDING, WK_REPORT_NAMING };
struct wk_reports {
	bool is_at_text;               /* the focus: the text, or the list */
	int row;                       /* of the list: the kinds, then the formats */
	int kind, back[WK_REPORT_KINDS];       /* back: how many periods before now */
	size_t format;                 /* of wk_report_formats */
	unsigned serial;               /* of the facts beside which it was made */
	struct wk_period period;
	struct wk_buf text;            /* the file's bytes; none: why says why */
	char why[160];
	int top;                       /* first row shown, of the wrapped text */
	enum wk_report_entry entry;
	struct wk_edit_line find, name;
	bool replaces;                 /* a file that is there */
};

/* ---- report_text.c */
void wk_reports_init(struct wk_reports *g);
void wk_reports_fini(struct wk_reports *g);
void wk_reports_load(struct wk_tui *t);
/* "Week 46", "October 2026" for a kind as it is now. */
void wk_reports_put_period(const struct wk_tui *t, int kind, struct wk_buf *b);
/* Where [ and ] lead. */
void wk_reports_step(struct wk_tui *t, int older);
const char *wk_reports_format(const struct wk_reports *g);
/* "wick-2026-W46.txt" */
void wk_reports_put_name(const struct wk_reports *g, struct wk_buf *b);
/* What is in the file, and what is not. */
void wk_reports_put_about(const struct wk_reports *g, struct wk_buf *b);

/* ---- report_draw.c */
struct wk_report_page { struct wk_arena a; struct wk_piece *v; size_t n; int rows; };
/* The rows of the text as they stand on the screen; a is to be freed. */
void wk_reports_lay_out(const struct wk_tui *t, struct wk_report_page *p);
/* Where list and text stand; a width of 0: not now. */
void wk_reports_place(const struct wk_tui *t, struct wk_rect r, struct wk_rect *list,
    struct wk_rect *text);
size_t wk_reports_rows(void);          /* of the list */
/* Its row at line y of the inside of the list; -1: none. */
int wk_reports_row_at(int y);
void wk_reports_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
void wk_reports_put_state(const struct wk_tui *t, struct wk_buf *b);
