/* SPDX-License-Identifier: MIT */
/* What plan, forecast, solve and advice share: plans with parts left out, and a course
 * that goes on from one day under many plans. */
#pragma once

#include "strain.h"

/* ---- plan.c ---- */
#define PLAN_CAT(c) (1u << (c))
#define PLAN_ALL_CATS ((1u << WK_CAT_COUNT) - 1)
/* As wk_plan_own, with the pages of these categories only. */
void wk_plan_own_pages(struct wk_plan *p, const struct wk_model *m,
    const struct wk_series *s, size_t i, unsigned cats);
/* So many hours a week, evenly on the working days that p->off leaves. */
void wk_plan_put_hours(struct wk_plan *p, const struct wk_model *m, double hours);
/* Working days of the contract that p->off leaves. */
int wk_plan_working(const struct wk_plan *p, const struct wk_model *m);
double wk_plan_week(const struct wk_plan *p);          /* hours a week */
/* Day k of the plan (0 the first), on date d. pages: PLAN_PAGES waking pages to
 * borrow. */
enum { PLAN_PAGES = 8 };
void wk_plan_day(const struct wk_plan *p, const struct wk_model *m, wk_date d, size_t k,
    struct wk_incident *pages, struct wk_day *out);

/* ---- forecast.c ---- */
/* History runs once; each plan starts from a copy of the state after day i. */
struct wk_course {
	struct strain_run at;
	struct wk_day *days;           /* i + 1 of history, then room */
	struct wk_strain *v;
	struct wk_incident pages[PLAN_PAGES];
	size_t i, room;
};
void wk_course_init(struct wk_course *c, const struct wk_model *m,
    const struct wk_series *s, size_t i, size_t room, struct wk_arena *a);
/* n days (at most room) under p; overwritten by the next call. */
const struct wk_strain *wk_course_run(struct wk_course *c, const struct wk_plan *p,
    size_t n);
