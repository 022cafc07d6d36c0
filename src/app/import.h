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
	struct seen { const char *key; size_t index; int n; } *seen; /* import_seen.c */
	size_t seen_cap, seen_count;
	bool prune;
	/* Nobody named a zone: the same moment keeps the one it was lived in. */
	bool is_zone_assumed;
	int64_t removed, surveys;          /* surveys: put, and not to be undone */
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
/* The place of a key, new with n = 0; good until the next call. */
struct seen *wk_import_seen(struct import *im, const char *key);
bool wk_import_has_seen(const struct import *im, const char *key);
const char *wk_import_event_key(const struct import *im, const struct wk_event *e);
/* Takes over what only the earlier line of a day says. */
void wk_import_absorb_day(struct wk_line *later, const struct wk_line *earlier);
/* Every fact into the store, inside begin..commit. */
enum wk_rc wk_import_lines(struct import *im, struct wk_err *err) WK_USE;
/* Drops what a snapshot source no longer has, inside its range. */
enum wk_rc wk_import_prune(struct import *im, struct wk_err *err) WK_USE;
/* Adds (sign 1) or takes off (-1) the folded totals of the range. */
enum wk_rc wk_import_totals(struct import *im, int sign, struct wk_err *err) WK_USE;
