/* SPDX-License-Identifier: MIT */
/* Incidents: which day a page belongs to, what it did to that day, and which pages of a
 * storm were one waking. */
#include <stdlib.h>

#include "fold.h"

enum { SHIFT_S = 12 * 3600, SAME_S = 60 };

struct page {
	const struct wk_fact *fact;
	wk_date d;
	bool is_asleep;
};

static bool
has_night(const struct fold *f, wk_date d)
{
	if (d < f->lo_all || d > f->hi_all)
		return false;
	const struct fold_night *night = &f->nights[d - f->lo_all];
	return night->from != night->to;
}

static bool
is_within(int min, int from, int to)
{
	return from <= to ? min >= from && min < to : min >= from || min < to;
}

/* The day a page counts to: the one its night ends in, else the working day. By the clock
 * where the night's sleep is not known, or where the page ended it. */
static void
file_page(const struct fold *f, struct page *p)
{
	const struct wk_fact *t = p->fact;
	const struct wk_fold_rules *r = f->rules;
	wk_date date = wk_fold_date(t->start, t->off_start, 0);
	for (wk_date d = date; d <= date + 1; d++)
		if (fold_is_asleep(f, d, t->start)) {
			p->d = d;
			p->is_asleep = true;
			return;
		}
	int min = (int)((t->start + t->off_start - (int64_t)date * 86400) / 60);
	bool is_eve = r->night_from_min > r->night_to_min && min >= r->night_from_min;
	wk_date wakes = is_eve ? date + 1 : date;
	bool has_woken = t->woke == 1 || t->category == WK_CAT_WOKE;
	bool by_clock = has_woken || !has_night(f, wakes);
	p->d = by_clock && is_within(min, r->night_from_min, r->night_to_min) ? wakes :
	    wk_fold_date(t->start, t->off_start, r->day_start_min);
}

enum wk_category
wk_page_category(const struct wk_fold_rules *r, int weekday, int min)
{
	if (weekday < 5 && is_within(min, r->business_from_min, r->business_to_min))
		return WK_CAT_BUSINESS;
	return is_within(min, r->night_from_min, r->night_to_min) ? WK_CAT_SLEEP :
	    WK_CAT_OFF;
}

static enum wk_category
category_of(const struct fold *f, const struct page *p)
{
	const struct wk_fact *t = p->fact;
	const struct wk_fold_rules *r = f->rules;
	if (t->category >= 0)
		return (enum wk_category)t->category;
	if (t->woke == 1 || (t->woke < 0 && p->is_asleep))
		return WK_CAT_WOKE;
	wk_date date = wk_fold_date(t->start, t->off_start, 0);
	int min = (int)((t->start + t->off_start - (int64_t)date * 86400) / 60);
	return wk_page_category(r, wk_date_weekday(date), min);
}

static int
page_compare(const void *a, const void *b)
{
	const struct page *x = a, *y = b;
	int64_t s = x->fact->start, t = y->fact->start;
	if (s != t)
		return s < t ? -1 : 1;
	return x->fact < y->fact ? -1 : x->fact > y->fact;
}

static size_t
collect(const struct fold *f, struct page *v)
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++) {
		if (f->facts[i].kind != WK_KIND_INCIDENT)
			continue;
		v[n] = (struct page){ .fact = &f->facts[i], .d = f->facts[i].d };
		if (f->facts[i].start != WK_TIME_NONE)
			file_page(f, &v[n]);
		n++;
	}
	qsort(v, n, sizeof *v, page_compare);
	return n;
}

static void
make_room(struct fold *f, const struct page *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (fold_wants(f, v[i].d))
			f->out[v[i].d - f->lo].incident_count++;
	for (wk_date d = f->lo; d <= f->hi; d++) {
		struct wk_day *day = &f->out[d - f->lo];
		if (day->incident_count)
			day->incidents = WK_ARENA_ARRAY(f->arena, struct wk_incident,
			    day->incident_count);
		day->incident_count = 0;
	}
}

/* Pages that begin in the shift of 12 h that ends with v[i]; those of one minute are one
 * page told twice. */
static int
count_shift(const struct page *v, size_t i)
{
	int n = 1;
	for (size_t k = i; k > 0; k--) {
		int64_t t = v[k - 1].fact->start;
		if (t == WK_TIME_NONE || v[i].fact->start - t >= SHIFT_S)
			break;
		n += v[k].fact->start - t > SAME_S;
	}
	return n;
}

static void
fold_shifts(struct fold *f, const struct page *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!fold_wants(f, v[i].d))
			continue;
		int *load = &f->out[v[i].d - f->lo].shift_load;
		if (v[i].fact->start == WK_TIME_NONE)
			*load = -1;
		else if (*load >= 0)
			*load = WK_MAX(*load, count_shift(v, i));
	}
}

/* A storm: one waking, however many alerts. It ends with its day, so that no day hangs on
 * one long ago. woke_at: of that day, 0 before the first. */
static enum wk_category
calm_storm(const struct fold *f, enum wk_category cat, int64_t at, int64_t *woke_at)
{
	if (cat != WK_CAT_WOKE || at == WK_TIME_NONE)
		return cat;
	if (*woke_at != 0 && (double)(at - *woke_at) < f->rules->storm_min * 60)
		return WK_CAT_SLEEP;
	*woke_at = at;
	return cat;
}

void
fold_incidents(struct fold *f)
{
	struct page *v = WK_ARENA_ARRAY(f->arena, struct page, f->n + 1);
	int64_t *woke_at = WK_ARENA_ARRAY(f->arena, int64_t,
	    (size_t)(f->hi - f->lo + 1));
	size_t n = collect(f, v);
	make_room(f, v, n);
	fold_shifts(f, v, n);
	for (size_t i = 0; i < n; i++) {
		const struct wk_fact *t = v[i].fact;
		if (!fold_wants(f, v[i].d))
			continue;
		enum wk_category cat = calm_storm(f, category_of(f, &v[i]), t->start,
		    &woke_at[v[i].d - f->lo]);
		struct wk_day *day = &f->out[v[i].d - f->lo];
		day->incidents[day->incident_count++] = (struct wk_incident){ .cat = cat,
			.severity = t->severity, .minutes = t->minutes,
			.is_noise = t->noise == 1 };
	}
}

void
fold_page_days(struct fold *f, wk_date *days)
{
	for (size_t i = 0; i < f->n; i++) {
		struct page p = { .fact = &f->facts[i], .d = f->facts[i].d };
		if (p.fact->kind == WK_KIND_INCIDENT && p.fact->start != WK_TIME_NONE)
			file_page(f, &p);
		days[i] = p.d;
	}
}
