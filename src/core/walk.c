/* SPDX-License-Identifier: MIT */
/* A log of any length, a stretch at a time. What is kept is a window of days that moves
 * on: those behind, as far as any indicator and the recursion look back (the 17 weeks),
 * the stretch, and those ahead (the days worked after leave). */
#include "strain.h"
#include "trail.h"

enum { BEHIND = 128, STRETCH = 768, AHEAD = 128, WINDOW = BEHIND + STRETCH + AHEAD,
	/* The lists of a day live as long as it stays in the window. */
	ARENAS = (WINDOW + STRETCH - 1) / STRETCH };

struct wk_walk {
	struct wk_walk_plan plan;
	struct wk_arena *a;
	struct wk_day days[WINDOW];
	struct wk_strain strain[WINDOW];
	struct wk_trail *trail;
	size_t n, done;                 /* days in the window; those that came out */
	struct strain_run run;
	struct wk_arena lists[ARENAS];
	size_t fills;
	struct wk_day row;              /* the next one, while has_row */
	bool has_row, is_over;
};

struct wk_walk *
wk_walk_new(const struct wk_walk_plan *plan, struct wk_arena *a)
{
	struct wk_walk *w = WK_ARENA_NEW(a, struct wk_walk);

	w->plan = *plan;
	w->a = a;
	for (size_t k = 0; k < ARENAS; k++)
		wk_arena_init(&w->lists[k]);
	if (plan->has_indicators)
		w->trail = WK_ARENA_ARRAY(a, struct wk_trail, WINDOW);
	return w;
}

void
wk_walk_free(struct wk_walk *w)
{
	for (size_t k = 0; k < ARENAS; k++)
		wk_arena_fini(&w->lists[k]);
}

/* Days leave at the front. */
static void
move_on(struct wk_walk *w)
{
	size_t gone = w->done > BEHIND ? w->done - BEHIND : 0, kept = w->n - gone;

	if (gone == 0)
		return;
	memmove(w->days, w->days + gone, kept * sizeof(*w->days));
	memmove(w->strain, w->strain + gone, kept * sizeof(*w->strain));
	memmove(w->run.past, w->run.past + gone,
	    (kept + STRAIN_LEAD) * sizeof(*w->run.past));
	if (w->trail != NULL)
		memmove(w->trail, w->trail + gone, kept * sizeof(*w->trail));
	w->n = kept;
	w->done -= gone;
}

/* The arena of the days that come in now; the days it held before have left. A row that
 * waits for the end of a gap takes its list along. */
static struct wk_arena *
next_lists(struct wk_walk *w)
{
	struct wk_arena *lists = &w->lists[w->fills++ % ARENAS];
	struct wk_incident *v;

	wk_arena_fini(lists);
	if (w->has_row && w->row.incident_count > 0) {
		v = WK_ARENA_ARRAY(lists, struct wk_incident, w->row.incident_count);
		memcpy(v, w->row.incidents, w->row.incident_count * sizeof(*v));
		w->row.incidents = v;
	}
	return lists;
}

static bool
pull(struct wk_walk *w, struct wk_arena *lists)
{
	do
		w->has_row = w->plan.source(w->plan.ctx, lists, &w->row) &&
		    w->row.d <= w->plan.last;
	while (w->has_row && w->n == 0 && wk_day_is_empty(&w->row));
	return w->has_row;
}

static void
fill(struct wk_walk *w)
{
	struct wk_arena *lists = next_lists(w);

	while (w->n < WINDOW && !w->is_over) {
		wk_date d = w->n > 0 ? w->days[w->n - 1].d + 1 : w->row.d;

		if (!w->has_row && !pull(w, lists)) {
			w->is_over = true;
		} else if (w->n > 0 && d < w->row.d) {
			wk_day_clear(&w->days[w->n++], d);
		} else {
			w->days[w->n++] = w->row;
			w->has_row = false;
		}
	}
}

static void
compute(struct wk_walk *w, size_t from)
{
	if (w->run.days == NULL)
		strain_begin(&w->run, w->plan.m, w->days, w->n, w->a);
	w->run.n = w->n;
	if (from > 0)
		strain_refill(&w->run, from);
	for (size_t k = from; k < w->n; k++)
		strain_step(&w->run, k, &w->strain[k]);
	if (w->trail != NULL)
		wk_trail_run(w->plan.m, w->days, w->strain, from, w->n, w->trail);
}

bool
wk_walk_next(struct wk_walk *w, struct wk_series *s, size_t *from, size_t *to)
{
	size_t computed;

	move_on(w);
	computed = w->n;
	fill(w);
	if (w->n == 0 || w->done == w->n)
		return false;
	compute(w, computed);
	*from = w->done;
	*to = w->done = w->is_over ? w->n : w->n - AHEAD;
	*s = (struct wk_series){ .days = w->days, .strain = w->strain, .trail = w->trail,
		.n = w->n, .shown = (size_t)(w->plan.shown - w->days[0].d),
		.exhaustion = NAN, .exhaustion_d = WK_DATE_NONE };
	return true;
}
