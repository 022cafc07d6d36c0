/* SPDX-License-Identifier: MIT */
/* Hours worked: the union of the intervals of a day, by layers, so that what two tools
 * recorded counts once; and the rest between the days. */
#include <stdlib.h>

#include "fold.h"

enum { LAYER_PASSIVE = 4 };  /* editor heartbeats and the like: only where nothing else is */

static int64_t
day_begins(wk_date d, int32_t off, int day_start_min)
{
	return (int64_t)d * 86400 + (int64_t)day_start_min * 60 - off;
}

static size_t
count_pieces(const struct fold *f)
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		if (f->facts[i].kind == WK_KIND_WORK && fold_has_times(&f->facts[i]))
			n += (size_t)((f->facts[i].end - f->facts[i].start) / 86400) + 3;
	return n;
}

/* Cuts one interval at the borders of its days. */
static void
cut(const struct fold *f, const struct wk_fact *t, struct fold_pieces *p)
{
	int day_start = f->rules->day_start_min;
	wk_date d = wk_fold_date(t->start, t->off_start, day_start);
	int64_t from = t->start;
	for (; from < t->end; d++) {
		int64_t border = day_begins(d + 1, t->off_end, day_start);
		if (border <= from)
			continue;
		int64_t to = WK_MIN(t->end, border);
		if (fold_wants(f, d))
			p->v[p->n++] = (struct fold_piece){ d, from, to, t };
		from = to;
	}
}

static bool
has_explicit(const struct fold_piece *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].fact->layer < LAYER_PASSIVE)
			return true;
	return false;
}

/* Seconds covered by the pieces of one day, ascending by start. */
static int64_t
union_s(const struct fold_piece *v, size_t n)
{
	bool is_explicit = has_explicit(v, n);
	int64_t sum = 0, end = INT64_MIN;
	for (size_t i = 0; i < n; i++) {
		if (is_explicit && v[i].fact->layer >= LAYER_PASSIVE)
			continue;
		int64_t from = WK_MAX(v[i].from, end);
		if (v[i].to > from)
			sum += v[i].to - from;
		end = WK_MAX(end, v[i].to);
	}
	return sum;
}

static void
count_hours(struct fold *f)
{
	struct fold_pieces p = { WK_ARENA_ARRAY(f->arena, struct fold_piece, count_pieces(f) + 1),
		0 };
	double *durations = WK_ARENA_ARRAY(f->arena, double, (size_t)(f->hi - f->lo + 1));
	for (size_t i = 0; i < f->n; i++)
		if (f->facts[i].kind == WK_KIND_WORK && fold_has_times(&f->facts[i]))
			cut(f, &f->facts[i], &p);
	qsort(p.v, p.n, sizeof *p.v, fold_piece_compare);
	for (size_t i = 0, j; i < p.n; i = j) {
		for (j = i; j < p.n && p.v[j].d == p.v[i].d; j++)
			;
		f->out[p.v[i].d - f->lo].hours = (double)union_s(&p.v[i], j - i) / 3600;
	}
	fold_durations(f, WK_KIND_WORK, durations);
	for (wk_date d = f->lo; d <= f->hi; d++)
		f->out[d - f->lo].hours = fmax(f->out[d - f->lo].hours, durations[d - f->lo]);
}

/* First and last moment of work or a handled page of a day. */
struct active {
	int64_t first, last;
	bool is_known, last_is_page;
};

static void
widen(struct active *a, int64_t from, int64_t to, bool is_page)
{
	if (!a->is_known || from < a->first)
		a->first = from;
	if (!a->is_known || to > a->last) {
		a->last = to;
		a->last_is_page = is_page;
	}
	a->is_known = true;
}

static void
note_activity(const struct fold *f, const struct wk_fact *t, struct active *by_day)
{
	bool is_page = fold_is_handled(t);
	if (!is_page && !(t->kind == WK_KIND_WORK && fold_has_times(t)))
		return;
	wk_date d = wk_fold_date(t->start, t->off_start, f->rules->day_start_min);
	if (d < f->lo - 1 || d > f->hi)
		return;
	int64_t to = is_page ?
	    t->start + (isnan(t->minutes) ? 0 : (int64_t)(t->minutes * 60)) : t->end;
	widen(&by_day[d - f->lo + 1], t->start, to, is_page);
}

static void
find_rest(struct fold *f)
{
	struct active *by_day = WK_ARENA_ARRAY(f->arena, struct active,
	    (size_t)(f->hi - f->lo + 2));
	for (size_t i = 0; i < f->n; i++)
		note_activity(f, &f->facts[i], by_day);
	for (wk_date d = f->lo; d <= f->hi; d++) {
		const struct active *before = &by_day[d - f->lo], *now = before + 1;
		if (!before->is_known || !now->is_known)
			continue;
		struct wk_day *day = &f->out[d - f->lo];
		day->rest_h = (double)WK_MAX(0, now->first - before->last) / 3600;
		day->rest_interrupted = before->last_is_page;
	}
}

void
fold_work(struct fold *f)
{
	count_hours(f);
	find_rest(f);
}
