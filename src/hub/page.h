/* SPDX-License-Identifier: MIT */
/* page: what a browser gets. Server-rendered, without a script; the strictest policy that
 * a page can have. Each begins with a sentence and ends with what it is not. */
#pragma once

#include "html.h"
#include "team.h"

void page_home(struct call *c);
void page_team(struct call *c);
void page_person(struct call *c);
void page_login(struct call *c);
void page_login_post(struct call *c);
void page_logout(struct call *c);
void page_style(struct call *c);
/* "/s/" and the SHA-256 of the sheet: it may be kept for ever. */
void page_style_path(char out[80]);

/* ---- what pages share ---- */
/* Everything up to the beginning of <main>; nav: somebody is signed in. */
struct wk_buf *page_begin(struct call *c, int status, const char *title, bool nav);
void page_end(struct call *c);
void page_headers(struct call *c);
/* A refusal on a page's path as a page. */
void page_refused(struct call *c);
void page_para(struct wk_buf *b, const char *text);
/* "W47, 16 Nov" */
const char *page_week(struct wk_arena *a, int week);
/* A cell of a table with shape and word. */
void page_band_cell(struct wk_buf *b, const enum wk_hub_band *band); /* NULL: none */
const char *page_band_shape(enum wk_hub_band band);
/* Links to earlier and later weeks of the same page. */
void page_older_newer(struct call *c, struct wk_buf *b, int from, int to, int n);
/* A field of a form, decoded; false: not there, or too long. */
enum { FIELD_MAX = 256 };
bool page_field(const char *body, size_t len, const char *name, char out[FIELD_MAX]);
/* A week and n from the query; false: the reply is filled. */
bool page_range(struct call *c, int *from, int *to, int *n);

/* ---- page_advice.c ---- */
/* Opening sentence, fairness and what to do next, from the team's weeks. */
void advice_lead(struct wk_arena *a, const struct aggregate *w, size_t n,
    struct wk_buf *out);
void advice_oncall(struct wk_arena *a, const struct aggregate *w, size_t n,
    struct wk_buf *out);
/* The i-th thing to do; NULL: no more. */
const char *advice_next(const struct aggregate *w, size_t n, size_t i);
