/* SPDX-License-Identifier: MIT */
/* Facts to days: which day a moment belongs to, and the driver of the parts. */
#include <stdlib.h>
#include <string.h>

#include "fold.h"

void
wk_fold_rules_defaults(struct wk_fold_rules *r)
{
	*r = (struct wk_fold_rules){ .day_start_min = 240, .business_from_min = 480,
		.business_to_min = 1080, .night_from_min = 1320, .night_to_min = 480,
		.rest_floor_h = 11, .storm_min = 60 };
}

wk_date
wk_fold_date(int64_t utc, int32_t off, int day_start_min)
{
	int64_t wall = utc + off - (int64_t)day_start_min * 60;
	return (wk_date)(wall / 86400 - (wall % 86400 < 0));
}

/* A sleep that ends after 18:00 is the next day's: a day sleeper's night. */
wk_date
wk_fold_sleep_date(int64_t end_utc, int32_t off)
{
	wk_date d = wk_fold_date(end_utc, off, 0);
	int64_t second = end_utc + off - (int64_t)d * 86400;
	return second > 18 * 3600 ? d + 1 : d;
}

static wk_date
last_date(const struct wk_fact *f, int day_start_min)
{
	int64_t end = f->end == WK_TIME_NONE || f->end <= f->start ? f->start :
	    f->end - 1;
	return wk_fold_date(end, f->off_end, day_start_min);
}

void
wk_fold_span(const struct wk_fact *f, const struct wk_fold_rules *r, wk_date *lo,
    wk_date *hi)
{
	*lo = *hi = f->d;
	if (f->start == WK_TIME_NONE)
		return;
	switch (f->kind) {
	case WK_KIND_SLEEP:
		*lo = f->d - 1;  /* pages of the evening before may move in or out */
		*hi = f->d + 1;
		break;
	case WK_KIND_LEAVE:
		*hi = WK_MAX(f->d, last_date(f, 0));
		break;
	case WK_KIND_INCIDENT:
		*lo = WK_MIN(f->d, wk_fold_date(f->start, f->off_start,
		    r->day_start_min));
		/* the night it may fall into, and the rest after that day */
		*hi = *lo + 2;
		break;
	case WK_KIND_WORK:
		/* the rest before the next day */
		*hi = last_date(f, r->day_start_min) + 1;
		break;
	default:
		*hi = WK_MAX(f->d, last_date(f, r->day_start_min));
	}
}

bool
fold_is_handled(const struct wk_fact *f)
{
	return f->kind == WK_KIND_INCIDENT && f->start != WK_TIME_NONE && f->noise != 1 &&
	    !(f->minutes <= 0);
}

int
fold_piece_compare(const void *a, const void *b)
{
	const struct fold_piece *x = a, *y = b;
	if (x->d != y->d)
		return x->d < y->d ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

int64_t
fold_union_s(const struct fold_piece *v, size_t n, struct fold_layers layers,
    const char *source)
{
	int64_t sum = 0, end = INT64_MIN;
	for (size_t i = 0; i < n; i++) {
		if (!fold_is_of(v[i].fact, layers) ||
		    (source != NULL && strcmp(v[i].fact->source, source) != 0))
			continue;
		int64_t from = WK_MAX(v[i].from, end);
		if (v[i].to > from)
			sum += v[i].to - from;
		end = WK_MAX(end, v[i].to);
	}
	return sum;
}

struct duration {
	wk_date d;
	const char *source;
	double h;
};

static int
duration_compare(const void *a, const void *b)
{
	const struct duration *x = a, *y = b;
	if (x->d != y->d)
		return x->d < y->d ? -1 : 1;
	return strcmp(x->source, y->source);
}

static size_t
collect_durations(const struct fold *f, enum wk_kind kind, struct fold_layers layers,
    struct duration *v)
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct wk_fact *t = &f->facts[i];
		if (t->kind == kind && t->start == WK_TIME_NONE && !isnan(t->dur_h) &&
		    fold_is_of(t, layers) && fold_wants(f, t->d))
			v[n++] = (struct duration){ t->d, t->source, t->dur_h };
	}
	if (n > 1)
		qsort(v, n, sizeof *v, duration_compare);
	return n;
}

void
fold_durations(const struct fold *f, enum wk_kind kind, struct fold_layers layers,
    struct fold_length *by_day)
{
	struct duration *v = WK_ARENA_ARRAY(f->arena, struct duration, f->n + 1);
	size_t n = collect_durations(f, kind, layers, v);
	for (wk_date d = f->lo; d <= f->hi; d++)
		by_day[d - f->lo] = (struct fold_length){ .h = NAN };
	for (size_t i = 0, j; i < n; i = j) {
		double sum = 0;
		for (j = i; j < n && duration_compare(&v[i], &v[j]) == 0; j++)
			sum += v[j].h;
		struct fold_length *day = &by_day[v[i].d - f->lo];
		if (sum < 0)
			day->less -= sum;
		else if (isnan(day->h) || sum > day->h) {
			day->h = sum;
			day->source = v[i].source;
		}
	}
}

static void
apply_shifts_and_leave(struct fold *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct wk_fact *t = &f->facts[i];
		if (t->kind != WK_KIND_ONCALL && t->kind != WK_KIND_LEAVE)
			continue;
		int day_start = t->kind == WK_KIND_LEAVE ? 0 : f->rules->day_start_min;
		bool timed = fold_has_times(t);
		wk_date from = timed ? wk_fold_date(t->start, t->off_start, day_start) :
		    t->d;
		wk_date to = timed ? last_date(t, day_start) : t->d;
		for (wk_date d = WK_MAX(from, f->lo); d <= WK_MIN(to, f->hi); d++) {
			struct wk_day *day = &f->out[d - f->lo];
			if (t->kind == WK_KIND_ONCALL)
				day->is_oncall = true;
			else if (day->leave == WK_LEAVE_NONE)
				day->leave = t->leave;
		}
	}
}

/* What was typed for the day as a whole stands over what was counted. */
static void
apply_typed(struct wk_day *day, const struct wk_typed *t)
{
	if (!isnan(t->hours))
		day->hours = t->hours;
	if (!isnan(t->sleep_h))
		day->sleep_h = t->sleep_h;
	if (t->wakes >= 0)
		day->wakes = t->wakes;
	if (t->oncall >= 0)
		day->is_oncall = t->oncall == 1;
	if (t->short_rest >= 0)
		day->has_short_rest = t->short_rest == 1;
	if (t->leave != WK_LEAVE_NONE)
		day->leave = t->leave;
	day->energy = t->energy;
	day->stress = t->stress;
	day->mood = t->mood;
}

static void
begin(struct fold *f, struct wk_arena *a)
{
	f->lo_all = f->lo - 2;
	f->hi_all = f->hi + 2;
	f->arena = a;
	f->nights = WK_ARENA_ARRAY(a, struct fold_night,
	    (size_t)(f->hi_all - f->lo_all + 1));
	for (wk_date d = f->lo; d <= f->hi; d++)
		wk_day_clear(&f->out[d - f->lo], d);
}

void
wk_fold_page_days(const struct wk_fact *facts, size_t n, const struct wk_fold_rules *r,
    wk_date lo, wk_date hi, struct wk_arena *a, wk_date *days)
{
	struct fold f = { .facts = facts, .n = n, .rules = r, .lo = lo, .hi = hi,
		.out = WK_ARENA_ARRAY(a, struct wk_day, (size_t)(hi - lo + 1)) };
	begin(&f, a);
	fold_sleep(&f);
	fold_page_days(&f, days);
}

void
wk_fold_days(const struct wk_fact *facts, size_t n, const struct wk_typed *const *typed,
    const struct wk_fold_rules *r, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_day *out)
{
	struct fold f = { .facts = facts, .n = n, .typed = typed, .rules = r, .lo = lo,
		.hi = hi, .out = out };
	begin(&f, a);
	if (n) {
		fold_work(&f);
		fold_sleep(&f);
		fold_incidents(&f);
		apply_shifts_and_leave(&f);
	}
	for (wk_date d = lo; d <= hi; d++) {
		struct wk_day *day = &out[d - lo];
		day->has_short_rest = day->rest_h < r->rest_floor_h;
		if (typed[d - lo])
			apply_typed(day, typed[d - lo]);
		if (day->leave != WK_LEAVE_NONE && isnan(day->hours))
			day->hours = 0;  /* not at work is known, not missing */
	}
}
