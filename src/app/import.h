/* SPDX-License-Identifier: MIT */
/* One import at work. */
#pragma once

#include "internal.h"

struct import {
	struct wk_store *store, *copy;     /* copy: owned, dry runs only */
	struct wk_arena *arena;
	const struct wk_zone *zone;        /* for times without one */
	const struct wk_fold_rules *rules;
	struct wk_line *lines;             /* facts only */
	size_t line_count, line_cap;
	struct wk_import_result r;
	size_t error_cap, skip_cap, note_cap, conflict_cap;
	struct seen { const char *key; int n; } *seen; /* open addressing, power of two */
	size_t seen_cap, seen_count;
	bool prune;
	/* Nobody named a zone: the same moment keeps the one it was lived in. */
	bool is_zone_assumed;
	int64_t removed;
	unsigned char *touched;            /* one for each day of the range */
	double before_work_s, before_sleep_s;
	int odd_count;
	double new_work_s;                 /* of the new events, added up */
};
/* Text to facts, errors, skips and notes; sets the range. */
enum wk_rc wk_import_parse(struct import *im, const struct wk_buf *lines,
    struct wk_err *err)
    WK_USE;
void wk_import_note(struct import *im, const char *text);
/* Every fact into the store, inside begin..commit. */
enum wk_rc wk_import_lines(struct import *im, struct wk_err *err) WK_USE;
/* Drops what a snapshot source no longer has, inside its range. */
enum wk_rc wk_import_prune(struct import *im, struct wk_err *err) WK_USE;
/* Adds (sign 1) or takes off (-1) the folded totals of the range. */
enum wk_rc wk_import_totals(struct import *im, int sign, struct wk_err *err) WK_USE;
