/* SPDX-License-Identifier: MIT */
/* The state of the Plan screen: the coming days as they are changed here, where they
 * lead, and the same for ready what-ifs. */
#pragma once

#include "wick/app.h"

/* A plan of the days: what is told of each, and which are off. */
struct wk_whatif {
	struct wk_planned told[WK_PLAN_DAYS];
	bool is_off[WK_PLAN_DAYS];
};
struct wk_plan_case {
	const char *name;
	struct wk_whatif plan;
	struct wk_strain peak;                 /* its worst day */
	double week_h;                         /* of the first seven days */
};
enum wk_plan_panel { WK_PLAN_DAYS_PANEL, WK_PLAN_COMPARE, WK_PLAN_ASK, WK_PLAN_CHART,
	WK_PLAN_PANELS };
enum wk_plan_column { WK_PLAN_HOURS, WK_PLAN_SLEEP, WK_PLAN_CALL, WK_PLAN_OFF,
	WK_PLAN_COLUMNS };
enum wk_plan_question { WK_PLAN_WHEN, WK_PLAN_WEEK_H, WK_PLAN_REST, WK_PLAN_HELP,
	WK_PLAN_QUESTIONS };
enum { WK_PLAN_CASES = 6 };
struct wk_plans {
	struct wk_arena arena;                 /* of base */
	unsigned serial;                       /* of the facts beside which it was read */
	bool is_loaded;                        /* false: lacking says why */
	char lacking[200];
	struct wk_plan_base base;
	struct wk_whatif stored, now;
	/* where now leads */
	struct wk_strain strain[WK_PLAN_DAYS];
	double low[WK_PLAN_DAYS], high[WK_PLAN_DAYS];
	struct wk_plan_case cases[WK_PLAN_CASES];
	size_t case_count;
	/* the inverse question */
	enum wk_band goal;
	int by_weeks, until, rest;             /* as wk_forecast, wk_solve_rest */
	double week_h;                         /* as wk_solve_hours */
	enum wk_plan_panel panel;
	enum wk_plan_column column;
	int day, row;                          /* row: of Compare and Ask */
	bool wants_write;
};
