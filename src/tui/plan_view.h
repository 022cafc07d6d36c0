/* SPDX-License-Identifier: MIT */
/* What the files of the Plan screen share. */
#pragma once

#include "state.h"

/* ---- plan_run.c: the arithmetic between keys */
void wk_plans_load(struct wk_tui *t);
void wk_plans_run(struct wk_tui *t);                    /* after every change of now */
bool wk_plans_is_changed(const struct wk_plans *v);
double wk_plans_hours(const struct wk_plans *v, const struct wk_whatif *w, int k);
double wk_plans_sleep(const struct wk_plans *v, const struct wk_whatif *w, int k);
wk_date wk_plans_by(const struct wk_tui *t);
/* The answer of a question into the days; false: it is none to take. */
bool wk_plans_take(struct wk_tui *t, enum wk_plan_question q);
bool wk_plans_write(struct wk_tui *t);

/* ---- plan_draw.c */
struct wk_plan_places { struct wk_rect at[WK_PLAN_PANELS]; };
struct wk_plan_places wk_plans_places(const struct wk_tui *t, struct wk_rect r);
void wk_plans_draw_days(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_plans_draw_compare(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect in);
void wk_plans_draw_ask(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
void wk_plans_put_answer(const struct wk_tui *t, enum wk_plan_question q,
    struct wk_buf *b);
const char *wk_plans_question(enum wk_plan_question q);
void wk_plans_put_flat(const struct wk_tui *t, struct wk_buf *b);

/* ---- plan_chart.c */
void wk_plans_draw_chart(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in);
