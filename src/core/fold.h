/* SPDX-License-Identifier: MIT */
/* Between fold.c and its parts: pieces of facts, cut at the borders of days. */
#pragma once

#include "wick/core.h"

struct fold_piece {
	wk_date d;
	int64_t from, to;             /* UTC seconds, within the day */
	const struct wk_fact *fact;
};
struct fold_pieces {
	struct fold_piece *v;
	size_t n;
};
struct fold_night {                   /* the sleep that ends in a day */
	int64_t from, to;             /* first bed to last rise; from == to: not known */
};
struct fold {
	const struct wk_fact *facts;
	size_t n;
	const struct wk_fold_rules *rules;
	wk_date lo, hi;               /* the days wanted */
	wk_date lo_all, hi_all;       /* and those looked at, two more on each side */
	struct wk_arena *arena;
	struct fold_night *nights;    /* hi_all - lo_all + 1 */
	struct wk_day *out;
};
static inline bool
fold_wants(const struct fold *f, wk_date d)
{
	return d >= f->lo && d <= f->hi;
}
static inline bool
fold_has_times(const struct wk_fact *f)
{
	return f->start != WK_TIME_NONE && f->end != WK_TIME_NONE && f->end > f->start;
}
void fold_work(struct fold *f);       /* hours, rest_h, rest_interrupted */
void fold_sleep(struct fold *f);      /* sleep_h, nights */
void fold_incidents(struct fold *f);  /* incidents; needs nights */
/* Whether somebody had to get to work on it, as far as known. */
bool fold_is_handled(const struct wk_fact *f);
/* Hours of facts that have a length and no times: summed a source, greatest sum of the
 * day. by_day has hi - lo + 1 places, NAN where there is none. */
void fold_durations(const struct fold *f, enum wk_kind kind, double *by_day);
int fold_piece_compare(const void *a, const void *b);
