/* SPDX-License-Identifier: MIT */
/* Hours worked: the union of the intervals of a day, by layers, so that what two tools
 * recorded counts once; and the rest between the days. */
#include <stdlib.h>

#include "fold.h"

/* Passive: editor heartbeats and the like, heard only on days where nothing else
 * speaks. */
static const struct fold_layers explicit_layers = { FOLD_MANUAL, FOLD_EXPLICIT_MAX };
static const struct fold_layers passive_layers = { FOLD_PASSIVE, FOLD_LAYER_MAX };

static int64_t
day_begins(wk_date d, int32_t off, int day_start_min)
{
	return (int64_t)d * 86400 + (int64_t)day_start_min * 60 - off;
}

static size_t
count_pieces(const struct fold *f)
{
	int64_t n = 0, days = (int64_t)f->hi - f->lo + 1;
	for (size_t i = 0; i < f->n; i++) {
		const struct wk_fact *t = &f->facts[i];
		if (t->kind == WK_KIND_WORK && fold_has_times(t))
			n += WK_MIN((t->end - t->start) / 86400 + 3, days);
	}
	return (size_t)n;
}

/* Cuts one interval at the borders of its days. */
static void
cut(const struct fold *f, const struct wk_fact *t, struct fold_pieces *p)
{
	int day_start = f->rules->day_start_min;
	wk_date d = wk_fold_date(t->start, t->off_start, day_start);
	int64_t from = t->start;
	if (d < f->lo) {
		d = f->lo;
		from = WK_MAX(from, day_begins(d, t->off_end, day_start));
	}
	for (; from < t->end && d <= f->hi; d++) {
		int64_t border = day_begins(d + 1, t->off_end, day_start);
		if (border <= from)
			continue;
		int64_t to = WK_MIN(t->end, border);
		p->v[p->n++] = (struct fold_piece){ d, from, to, t };
		from = to;
	}
}

static void
cut_all(const struct fold *f, struct fold_pieces *p)
{
	*p = (struct fold_pieces){ .v = WK_ARENA_ARRAY(f->arena, struct fold_piece,
	    count_pieces(f) + 1) };
	for (size_t i = 0; i < f->n; i++)
		if (f->facts[i].kind == WK_KIND_WORK && fold_has_times(&f->facts[i]))
			cut(f, &f->facts[i], p);
	if (p->n > 1)
		qsort(p->v, p->n, sizeof *p->v, fold_piece_compare);
}

static double
typed_break_h(const struct fold *f, wk_date d)
{
	const struct wk_typed *t = f->typed[d - f->lo];
	return t && t->break_h > 0 ? t->break_h : 0;
}

/* The lengths of the source that says most, and with them what the same tool timed: it
 * logs nothing twice. By hand a length is the total. */
static double
lengths_h(const struct fold_length *said, const struct fold_piece *v, size_t n,
    struct fold_layers layers)
{
	if (said->source == NULL || strcmp(said->source, "manual") == 0)
		return said->h;
	return said->h + (double)fold_union_s(v, n, layers, said->source) / 3600;
}

/* Hours a day by these layers: the intervals less the breaks, or the lengths if they say
 * more. Days that have hours already keep them. */
static void
count_layers(struct fold *f, const struct fold_pieces *p, struct fold_layers layers)
{
	struct fold_length *length = WK_ARENA_ARRAY(f->arena, struct fold_length,
	    (size_t)(f->hi - f->lo + 1));
	size_t i = 0, j;
	fold_durations(f, WK_KIND_WORK, layers, length);
	for (wk_date d = f->lo; d <= f->hi; d++, i = j) {
		const struct fold_length *said = &length[d - f->lo];
		double *hours = &f->out[d - f->lo].hours, spans = NAN;
		for (j = i; j < p->n && p->v[j].d == d; j++)
			;
		int64_t s = fold_union_s(&p->v[i], j - i, layers, NULL);
		if (s > 0)
			spans = fmax(0, (double)s / 3600 - typed_break_h(f, d) -
			    said->less);
		if (isnan(*hours))
			*hours = fmax(spans, lengths_h(said, &p->v[i], j - i, layers));
	}
}

static void
count_hours(struct fold *f)
{
	struct fold_pieces p;
	cut_all(f, &p);
	count_layers(f, &p, explicit_layers);
	count_layers(f, &p, passive_layers);
}

/* Days on which these layers say hours, by intervals or by lengths. */
static void
mark_spoken(const struct fold *f, const struct fold_pieces *p, struct fold_layers layers,
    bool *spoken)
{
	struct fold_length *length = WK_ARENA_ARRAY(f->arena, struct fold_length,
	    (size_t)(f->hi - f->lo + 1));
	fold_durations(f, WK_KIND_WORK, layers, length);
	for (wk_date d = f->lo; d <= f->hi; d++)
		spoken[d - f->lo] = !isnan(length[d - f->lo].h);
	for (size_t i = 0; i < p->n; i++)
		if (fold_is_of(p->v[i].fact, layers))
			spoken[p->v[i].d - f->lo] = true;
}

void
wk_fold_worked(const struct wk_fact *facts, size_t n, const struct wk_fold_rules *r,
    wk_date lo, wk_date hi, struct wk_arena *a, struct wk_worked **v, size_t *count)
{
	struct fold f = { .facts = facts, .n = n, .rules = r, .lo = lo, .hi = hi,
		.arena = a };
	struct fold_pieces p;
	int64_t end = INT64_MIN;
	bool *spoken = WK_ARENA_ARRAY(a, bool, (size_t)(hi - lo + 1));
	cut_all(&f, &p);
	mark_spoken(&f, &p, explicit_layers, spoken);
	*v = WK_ARENA_ARRAY(a, struct wk_worked, p.n + 1);
	*count = 0;
	for (size_t i = 0; i < p.n; i++) {
		const struct fold_piece *x = &p.v[i];
		int64_t from = WK_MAX(x->from, end);
		if (!fold_is_of(x->fact, spoken[x->d - lo] ? explicit_layers :
		    passive_layers) || from >= x->to)
			continue;
		(*v)[(*count)++] = (struct wk_worked){ x->d, from, x->to, x->fact };
		end = x->to;
	}
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
