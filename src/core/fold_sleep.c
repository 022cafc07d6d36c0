/* SPDX-License-Identifier: MIT */
/* Sleep: sessions less than an hour apart are one night, and one source tells it, because
 * a watch and a phone that saw the same night must not count twice. */
#include <stdlib.h>

#include "fold.h"

enum { NIGHT_GAP_S = 3600 };

static int64_t
source_union(const struct fold_piece *v, size_t n, const char *source)
{
	int64_t sum = 0, end = INT64_MIN;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(v[i].fact->source, source) != 0)
			continue;
		int64_t from = WK_MAX(v[i].from, end);
		if (v[i].to > from)
			sum += v[i].to - from;
		end = WK_MAX(end, v[i].to);
	}
	return sum;
}

/* By hand before any device; among devices the longest. */
static int64_t
night_s(const struct fold_piece *v, size_t n)
{
	int64_t best = -1;
	int best_layer = 0;
	for (size_t i = 0; i < n; i++) {
		int layer = v[i].fact->layer > 0;
		int64_t s = source_union(v, n, v[i].fact->source);
		if (best < 0 || layer < best_layer || (layer == best_layer && s > best)) {
			best = s;
			best_layer = layer;
		}
	}
	return best;
}

/* Widens the night that ends in d by a session, unless it is a nap by day. */
static void
note_night(struct fold *f, const struct fold_piece *p)
{
	const struct wk_fact *t = p->fact;
	int64_t ten = (int64_t)p->d * 86400 + 10 * 3600, evening = ten - 12 * 3600;
	struct fold_night *night = &f->nights[p->d - f->lo_all];
	if (t->start + t->off_start > ten || t->end + t->off_end < evening)
		return;
	bool is_new = night->from == night->to;
	night->from = is_new ? t->start : WK_MIN(night->from, t->start);
	night->to = is_new ? t->end : WK_MAX(night->to, t->end);
}

/* The sessions of one day, ascending. */
static double
day_hours(const struct fold_piece *v, size_t n)
{
	int64_t sum = 0;
	for (size_t i = 0, j; i < n; i = j) {
		int64_t end = v[i].to;
		for (j = i + 1; j < n && v[j].from - end < NIGHT_GAP_S; j++)
			end = WK_MAX(end, v[j].to);
		sum += night_s(&v[i], j - i);
	}
	return (double)sum / 3600;
}

void
fold_sleep(struct fold *f)
{
	struct fold_piece *v = WK_ARENA_ARRAY(f->arena, struct fold_piece, f->n + 1);
	double *durations = WK_ARENA_ARRAY(f->arena, double, (size_t)(f->hi - f->lo + 1));
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct wk_fact *t = &f->facts[i];
		if (t->kind != WK_KIND_SLEEP || !fold_has_times(t))
			continue;
		wk_date d = wk_fold_sleep_date(t->end, t->off_end);
		if (d >= f->lo_all && d <= f->hi_all)
			v[n++] = (struct fold_piece){ d, t->start, t->end, t };
	}
	qsort(v, n, sizeof *v, fold_piece_compare);
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i; j < n && v[j].d == v[i].d; j++)
			note_night(f, &v[j]);
		if (fold_wants(f, v[i].d))
			f->out[v[i].d - f->lo].sleep_h = day_hours(&v[i], j - i);
	}
	fold_durations(f, WK_KIND_SLEEP, durations);
	for (wk_date d = f->lo; d <= f->hi; d++)
		f->out[d - f->lo].sleep_h = fmax(f->out[d - f->lo].sleep_h, durations[d - f->lo]);
}
