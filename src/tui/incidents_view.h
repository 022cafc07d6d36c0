/* SPDX-License-Identifier: MIT */
/* What the files of the Incidents screen share. */
#pragma once

#include "state.h"

/* ---- incidents_list.c: which rows, in which order */
const char *wk_incidents_sort_name(enum wk_incident_sort s);
/* Filters and sorts anew; the cursor stays on its page where that is still shown. */
void wk_incidents_arrange(struct wk_incidents *v);
const struct wk_page_row *wk_incidents_at(const struct wk_incidents *v);   /* NULL */
size_t wk_incidents_index(const struct wk_incidents *v, const struct wk_page_row *p);
/* The calendar date of the wall clock it rang at. */
wk_date wk_incidents_date(const struct wk_page_row *p, int *min);
/* "November 2026" stands above this row; its place in shown. */
bool wk_incidents_has_heading(const struct wk_incidents *v, size_t i);
/* Rows of the screen from shown[from] to shown[to], headings too. */
int wk_incidents_lines(const struct wk_incidents *v, size_t from, size_t to);
/* Moves top so that the cursor is within so many rows. */
void wk_incidents_keep_seen(struct wk_incidents *v, int rows);
void wk_incidents_count(const struct wk_tui *t, struct wk_incidents *v);

/* ---- incidents_draw.c */
struct wk_incidents_place { struct wk_rect list, detail, time, noise; };   /* h 0: none */
struct wk_incidents_place wk_incidents_places(const struct wk_tui *t, struct wk_rect r);
int wk_incidents_room(const struct wk_tui *t);          /* rows of the list */
void wk_incidents_draw_list(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in);
void wk_incidents_put_when(const struct wk_page_row *p, struct wk_buf *b);

/* ---- incidents_side.c */
/* Lines of words: what is told beside the list, of the page under the cursor. */
void wk_incidents_draw_detail(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in, bool is_tall);
void wk_incidents_draw_time(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in);
void wk_incidents_draw_noise(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in);
void wk_incidents_put_flat(const struct wk_tui *t, struct wk_buf *b);

/* ---- incidents_form.c */
void wk_incidents_form_open(struct wk_tui *t, const struct wk_page_row *p);
bool wk_incidents_form_is_typed(const struct wk_incident_form *f);
enum wk_effect wk_incidents_form_update(struct wk_tui *t, enum wk_action a, uint32_t key);
void wk_incidents_form_paste(struct wk_tui *t, const char *text);
void wk_incidents_form_put_flat(const struct wk_tui *t, struct wk_buf *b);
void wk_incidents_form_draw(const struct wk_tui *t, struct wk_canvas *c);
/* Writes it; false: it stays open and says why. */
bool wk_incidents_form_save(struct wk_tui *t);
