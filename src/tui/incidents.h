/* SPDX-License-Identifier: MIT */
/* The state of the Incidents screen: all pages lean, those that are shown in their order,
 * and a form over them. */
#pragma once

#include "wick/app.h"

#include "line.h"

/* The text fields come first: they are the lines of the form. */
enum wk_incident_field { WK_IFIELD_DAY, WK_IFIELD_TIME, WK_IFIELD_MINUTES, WK_IFIELD_WHAT,
	WK_IFIELD_SEVERITY, WK_IFIELD_WOKE, WK_IFIELD_NOISE, WK_IFIELD_COUNT };
#define WK_IFIELD_TEXTS WK_IFIELD_SEVERITY
struct wk_incident_values {
	char text[WK_IFIELD_TEXTS][WK_EDIT_MAX];
	int severity, woke, noise;             /* -1 not said */
};
struct wk_incident_form {
	bool is_open;
	int64_t id;                            /* 0: a new page */
	enum wk_incident_field focus, bad;     /* bad: COUNT none */
	char error[160];
	struct wk_edit_line line[WK_IFIELD_TEXTS];
	int severity, woke, noise;
	struct wk_incident_values was;         /* as it was opened */
};

/* What perform() does to the store. */
enum wk_incident_want { WK_IWANT_NONE, WK_IWANT_DELETE, WK_IWANT_FLAG, WK_IWANT_SAVE };
/* By time when pages ring: as core files them. */
struct wk_incident_figures {
	int pages, noise, by_category[WK_CAT_COUNT], night_noise;
	struct { const char *title; int n; } often[3];
};
enum wk_incident_sort { WK_ISORT_NEWEST, WK_ISORT_OLDEST, WK_ISORT_MINUTES, WK_ISORT_WOKE,
	WK_ISORT_SEVERITY, WK_ISORT_USEFUL, WK_ISORT_TITLE, WK_ISORT_COUNT };
struct wk_incidents {
	struct wk_arena arena;                 /* of what was loaded */
	unsigned serial;                       /* of the facts beside which it was */
	struct wk_page_row *rows;              /* newest first */
	bool *is_marked;                       /* as many */
	const struct wk_page_row **shown;      /* those the filter lets through, sorted */
	size_t count, shown_count, marked_count;
	size_t at, top;                        /* of shown */
	enum wk_incident_sort sort;
	struct wk_edit_line filter;
	bool is_filtering, shows_detail;    /* shows_detail: where there is little room */
	enum wk_incident_want want;
	int64_t gone;                        /* undo puts the row back under the cursor */
	struct wk_incident_form form;
	struct wk_incident_figures figures;
};
