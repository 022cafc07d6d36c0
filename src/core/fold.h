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
/* What a day's facts without times say. */
struct fold_length {
	double h;                     /* the source that says most; NAN: none */
	const char *source;           /* that one; NULL */
	double less;                  /* >= 0, to take from the intervals: breaks kept as
	                               * negative lengths */
};
enum { FOLD_MANUAL = 0, FOLD_DEVICE = 1, FOLD_EXPLICIT_MAX = 3, FOLD_PASSIVE = 4,
	FOLD_LAYER_MAX = 99 };
struct fold_layers {
	int from, to;
};
struct fold {
	const struct wk_fact *facts;
	size_t n;
	const struct wk_typed *const *typed;
	const struct wk_fold_rules *rules;
	wk_date lo, hi;               /* the days wanted */
	wk_date lo_all, hi_all;       /* and those looked at, two more on each side */
	struct wk_arena *arena;
	struct fold_night *nights;    /* hi_all - lo_all + 1 */
	struct fold_pieces sleeps;    /* every session, by day and time */
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
void fold_sleep(struct fold *f);      /* sleep_h, nights, sleeps */
void fold_incidents(struct fold *f);  /* incidents; needs fold_sleep */
void fold_page_days(struct fold *f, wk_date *days);  /* needs fold_sleep */
/* Whether somebody had to get to work on it, as far as known. */
bool fold_is_handled(const struct wk_fact *f);
/* Lengths of the facts of these layers that have no times, summed a source. by_day has
 * hi - lo + 1 places. */
void fold_durations(const struct fold *f, enum wk_kind kind, struct fold_layers layers,
    struct fold_length *by_day);
/* Whether a session or the night that ends in d has this moment inside. */
bool fold_is_asleep(const struct fold *f, wk_date d, int64_t at);
static inline bool
fold_is_of(const struct wk_fact *f, struct fold_layers layers)
{
	return f->layer >= layers.from && f->layer <= layers.to;
}
int fold_piece_compare(const void *a, const void *b);
/* Seconds that the pieces of these layers cover together, ascending; source NULL: any. */
int64_t fold_union_s(const struct fold_piece *v, size_t n, struct fold_layers layers,
    const char *source);
