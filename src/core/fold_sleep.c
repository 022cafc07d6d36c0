/* SPDX-License-Identifier: MIT */
/* Sleep: sessions less than an hour apart are one night, and one source tells it, because
 * a watch and a phone that saw the same night must not count twice. */
#include <stdlib.h>

#include "fold.h"

enum { NIGHT_GAP_S = 3600, NAP_S = 3 * 3600 };

/* What a source says was slept of its sessions; the time awake inside them is known to
 * devices that see stages. Of sessions that overlap (one night exported twice) the time
 * awake counts once, as the night does: the longest. */
static int64_t
slept_s(const struct fold_piece *v, size_t n, const char *source)
{
	static const struct fold_layers all = { FOLD_MANUAL, FOLD_LAYER_MAX };
	double awake = 0, most = 0;
	int64_t end = 0;
	for (size_t i = 0; i < n; i++) {
		if (isnan(v[i].fact->dur_h) || strcmp(v[i].fact->source, source) != 0)
			continue;
		double here = (double)(v[i].to - v[i].from) - v[i].fact->dur_h * 3600;
		awake += v[i].from < end ? 0 : most;
		most = v[i].from < end ? fmax(most, here) : here;
		end = WK_MAX(end, v[i].to);
	}
	int64_t s = fold_union_s(v, n, all, source) - llround(fmax(0, awake + most));
	return WK_MAX(s, 0);
}

/* By hand before any device; among devices the longest. */
static int64_t
night_s(const struct fold_piece *v, size_t n)
{
	int64_t best = -1;
	int best_layer = 0;
	for (size_t i = 0; i < n; i++) {
		int layer = v[i].fact->layer > 0;
		int64_t s = slept_s(v, n, v[i].fact->source);
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

static double
wall_h(int64_t utc, int32_t off, wk_date d)
{
	return (double)(utc + off - (int64_t)d * 86400) / 3600;
}

/* Bed and wake of one night into its day. */
static void
note_times(struct wk_day *day, const struct fold_piece *v, size_t n)
{
	const struct fold_piece *last = v;
	for (size_t i = 1; i < n; i++)
		if (v[i].to > last->to)
			last = &v[i];
	day->bed_h = wall_h(v->from, v->fact->off_start, day->d);
	day->wake_h = wall_h(last->to, last->fact->off_end, day->d);
}

/* The sessions of one day, ascending: their hours, and the times of the longest night. */
static double
day_hours(const struct fold_piece *v, size_t n, struct wk_day *day)
{
	int64_t sum = 0, longest = 0;
	for (size_t i = 0, j; i < n; i = j) {
		int64_t end = v[i].to;
		for (j = i + 1; j < n && v[j].from - end < NIGHT_GAP_S; j++)
			end = WK_MAX(end, v[j].to);
		int64_t night = night_s(&v[i], j - i);
		sum += night;
		if (night > longest)
			note_times(day, &v[i], j - i);
		longest = WK_MAX(longest, night);
	}
	return (double)sum / 3600;
}

static int64_t
manual_s(const struct fold_piece *v, size_t n)
{
	int64_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += v[i].fact->layer == FOLD_MANUAL ? v[i].to - v[i].from : 0;
	return sum;
}

static void
collect_sessions(struct fold *f)
{
	struct fold_pieces *p = &f->sleeps;
	p->v = WK_ARENA_ARRAY(f->arena, struct fold_piece, f->n + 1);
	for (size_t i = 0; i < f->n; i++) {
		const struct wk_fact *t = &f->facts[i];
		if (t->kind != WK_KIND_SLEEP || !fold_has_times(t))
			continue;
		wk_date d = wk_fold_sleep_date(t->end, t->off_end);
		if (d >= f->lo_all && d <= f->hi_all)
			p->v[p->n++] = (struct fold_piece){ d, t->start, t->end, t };
	}
	if (p->n > 1)
		qsort(p->v, p->n, sizeof *p->v, fold_piece_compare);
}

/* What devices say as a length counts unless the night was typed with its times. */
static void
apply_durations(struct fold *f, const bool *is_typed)
{
	size_t days = (size_t)(f->hi - f->lo + 1);
	struct fold_length *manual = WK_ARENA_ARRAY(f->arena, struct fold_length, days);
	struct fold_length *device = WK_ARENA_ARRAY(f->arena, struct fold_length, days);
	fold_durations(f, WK_KIND_SLEEP, (struct fold_layers){ FOLD_MANUAL, FOLD_MANUAL },
	    manual);
	fold_durations(f, WK_KIND_SLEEP, (struct fold_layers){ FOLD_DEVICE,
	    FOLD_LAYER_MAX }, device);
	for (size_t i = 0; i < days; i++) {
		double *h = &f->out[i].sleep_h;
		bool has_manual = is_typed[i] || !isnan(manual[i].h);
		*h = fmax(fmax(*h, manual[i].h), has_manual ? NAN : device[i].h);
	}
}

void
fold_sleep(struct fold *f)
{
	bool *is_typed = WK_ARENA_ARRAY(f->arena, bool, (size_t)(f->hi - f->lo + 1));
	collect_sessions(f);
	const struct fold_piece *v = f->sleeps.v;
	for (size_t i = 0, j; i < f->sleeps.n; i = j) {
		for (j = i; j < f->sleeps.n && v[j].d == v[i].d; j++)
			note_night(f, &v[j]);
		if (!fold_wants(f, v[i].d))
			continue;
		struct wk_day *day = &f->out[v[i].d - f->lo];
		day->sleep_h = day_hours(&v[i], j - i, day);
		is_typed[v[i].d - f->lo] = manual_s(&v[i], j - i) >= NAP_S;
	}
	apply_durations(f, is_typed);
}

/* The first session of a day, by halving. */
static size_t
first_of_day(const struct fold_pieces *p, wk_date d)
{
	size_t lo = 0, hi = p->n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (p->v[mid].d < d)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Between the sessions of one night nobody is up for good; between naps one is. */
bool
fold_is_asleep(const struct fold *f, wk_date d, int64_t at)
{
	if (d < f->lo_all || d > f->hi_all)
		return false;
	const struct fold_night *night = &f->nights[d - f->lo_all];
	if (at >= night->from && at < night->to)
		return true;
	const struct fold_pieces *p = &f->sleeps;
	for (size_t i = first_of_day(p, d); i < p->n && p->v[i].d == d; i++)
		if (at >= p->v[i].from && at < p->v[i].to)
			return true;
	return false;
}
