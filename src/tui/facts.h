/* SPDX-License-Identifier: MIT */
/* What the screens show: read from the store in one go, kept until somebody writes. */
#pragma once

#include "wick/app.h"
#include "wick/render.h"

enum { WK_FACTS_DAYS = 14 };       /* days told one by one: this week and pages */
struct wk_facts {
	struct wk_arena arena;
	bool is_loaded;                /* false: reading failed, err says why */
	bool is_empty;                 /* nothing logged at all */
	struct wk_err err;
	struct wk_series series;
	struct wk_status status;
	struct wk_why changes[WK_PART_COUNT], levels[WK_PART_COUNT];
	size_t change_count, level_count;
	wk_date monday;                /* of the week shown */
	struct wk_day_view week[7];
	struct wk_day_view recent[WK_FACTS_DAYS];   /* recent[0] is today, then back */
	struct wk_indicator_value *values;
	size_t value_count;
	bool is_ahead_due;             /* at the start: after the first screen is drawn */
	bool has_outlook;              /* false: no_outlook says what is missing */
	struct wk_outlook outlook;     /* weeks like the last four */
	struct wk_advice advice[WK_ADVICE_MAX];
	size_t advice_count;
	char no_outlook[160];
	/* what was read */
	int64_t version;
	unsigned serial;               /* another one after every reading */
	unsigned long long inode;
	wk_date today;
};
void wk_facts_init(struct wk_facts *f);
void wk_facts_fini(struct wk_facts *f);
/* Reads anew; the old ones stay when that fails. */
void wk_facts_load(struct wk_facts *f, struct wk_app *app);
/* What is due of it. */
void wk_facts_look_ahead(struct wk_facts *f, struct wk_app *app);
/* Another program wrote, the file was replaced, or the day changed. */
bool wk_facts_is_stale(const struct wk_facts *f, struct wk_app *app);
/* NULL when d is not among the series' days. */
const struct wk_day *wk_facts_day(const struct wk_facts *f, wk_date d);
const struct wk_strain *wk_facts_strain(const struct wk_facts *f, wk_date d);
