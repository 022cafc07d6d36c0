/* SPDX-License-Identifier: MIT */
/* The recursion over planned days. History is run once to day i; every plan then starts
 * from a copy of that state, so a probe costs its own days and no more. */
#include "forecast.h"

#include <assert.h>

enum { SOON_D = 28 };

bool
wk_forecast_is_known(const struct wk_series *s, size_t i)
{
	if (i >= s->n || wk_confidence_of(s->strain[i].confidence) == WK_CONF_STALE)
		return false;
	return wk_series_coverage(s, i, WK_FORECAST_OF_D).hours >=
	    WK_FORECAST_KNOWN_D;
}

static_assert((int)STRAIN_MARK >= (int)STRAIN_REACH, "a mark before is far enough");

/* The state at the mark at or before day i, in a copy that begins one mark earlier, at
 * day *base. Returns the index of the mark in the copy. */
static size_t
go_back(struct wk_course *c, const struct wk_series *s, size_t i, size_t *base,
    struct wk_arena *a)
{
	size_t mark = i / STRAIN_MARK * STRAIN_MARK;
	const struct strain_run *at = &s->marks[i / STRAIN_MARK];
	*base = mark > 0 ? mark - STRAIN_MARK : 0;
	size_t known = i + 1 - *base;
	c->at = *at;
	c->at.past = WK_ARENA_ARRAY(a, struct strain_past, known + c->room + STRAIN_LEAD);
	memcpy(c->at.past, at->past + *base, (known + STRAIN_LEAD) * sizeof(*at->past));
	return mark - *base;
}

void
wk_course_init(struct wk_course *c, const struct wk_model *m, const struct wk_series *s,
    size_t i, size_t room, struct wk_arena *a)
{
	size_t base = 0, mark = 0;
	*c = (struct wk_course){ .room = room };
	if (s->marks != NULL)
		mark = go_back(c, s, i, &base, a);
	size_t known = i + 1 - base;
	c->i = i - base;
	c->days = WK_ARENA_ARRAY(a, struct wk_day, known + room);
	c->v = WK_ARENA_ARRAY(a, struct wk_strain, known + room);
	memcpy(c->days, s->days + base, known * sizeof(*c->days));
	for (size_t k = 0; k < PLAN_PAGES; k++)
		c->pages[k] = (struct wk_incident){ .cat = WK_CAT_WOKE, .severity = -1,
			.minutes = NAN };
	if (s->marks == NULL)
		strain_begin(&c->at, m, c->days, known + room, a);
	c->at.days = c->days;
	c->at.n = known + room;
	if (mark > 0)
		c->v[mark - 1] = s->strain[base + mark - 1];
	for (size_t k = mark; k < known; k++)
		strain_step(&c->at, k, &c->v[k]);
}

const struct wk_strain *
wk_course_run(struct wk_course *c, const struct wk_plan *p, size_t n)
{
	struct strain_run r = c->at;
	size_t first = c->i + 1;
	r.n = first + WK_MIN(n, c->room);
	for (size_t k = first; k < r.n; k++)
		wk_plan_day(p, r.m, c->days[c->i].d + (wk_date)(k - c->i), k - first,
		    c->pages, &c->days[k]);
	strain_refill(&r, first);
	for (size_t k = first; k < r.n; k++)
		strain_step(&r, k, &c->v[k]);
	return &c->v[first];
}

/* ---- the range ---- */
/* One end of the own weeks' spread: short days and long nights, or the other way. */
static struct wk_plan
end_of(const struct wk_plan *p, bool is_high)
{
	struct wk_plan end = *p;
	memcpy(end.hours, is_high ? p->high_h : p->low_h, sizeof(end.hours));
	memcpy(end.sleep_h, is_high ? p->low_sleep_h : p->high_sleep_h,
	    sizeof(end.sleep_h));
	return end;
}

static double *
scores_of(struct wk_course *c, const struct wk_plan *p, size_t n, struct wk_arena *a)
{
	double *score = WK_ARENA_ARRAY(a, double, n);
	const struct wk_strain *v = wk_course_run(c, p, n);
	for (size_t k = 0; k < n; k++)
		score[k] = v[k].score;
	return score;
}

/* Never narrower than what is missing now. */
static void
widen(struct wk_forecast *f, const struct wk_strain *now, double *low, double *high)
{
	for (size_t k = 0; k < f->n; k++) {
		double score = f->v[k].score;
		low[k] = WK_MIN(low[k], score - (now->score - now->low));
		low[k] = WK_MAX(0, low[k]);
		high[k] = WK_MAX(high[k], score + (now->high - now->score));
		high[k] = WK_MIN(100, high[k]);
	}
	f->low = low;
	f->high = high;
}

static int
days_until(const struct wk_forecast *f, enum wk_band goal)
{
	size_t k = f->n;
	while (k > 0 && f->v[k - 1].band <= goal)
		k--;
	return k == f->n ? -1 : (int)k + 1;
}

void
wk_forecast_run(struct wk_forecast *f, const struct wk_model *m,
    const struct wk_series *s, size_t i, const struct wk_plan *p, size_t days,
    enum wk_band goal, struct wk_arena *a)
{
	struct wk_course c;
	struct wk_plan best = end_of(p, false), worst = end_of(p, true);
	wk_course_init(&c, m, s, i, days, a);
	double *low = scores_of(&c, &best, days, a);
	double *high = scores_of(&c, &worst, days, a);
	*f = (struct wk_forecast){ .v = wk_course_run(&c, p, days), .n = days };
	widen(f, &s->strain[i], low, high);
	f->days_until = days_until(f, goal);
}

/* ---- what it says in a line ---- */
const struct wk_strain *
wk_forecast_soon(const struct wk_forecast *f)
{
	return &f->v[WK_MIN((size_t)SOON_D, f->n) - 1];
}

bool
wk_forecast_stays_calm(const struct wk_forecast *f, const struct wk_strain *now)
{
	return now->band == WK_BAND_CALM && wk_forecast_soon(f)->band == WK_BAND_CALM;
}

wk_date
wk_forecast_over(const struct wk_forecast *f, enum wk_band goal)
{
	size_t k = 0;
	while (k + 1 < f->n && f->v[k].band <= goal)
		k++;
	return f->v[k].d;
}
