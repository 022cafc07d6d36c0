/* SPDX-License-Identifier: MIT */
/* Shares and medians of a team's week, in bins that say no more than they have to. */
#include "aggregate.h"

#include <math.h>
#include <stdlib.h>

#include "web.h"

struct bin {
	double below; /* exclusive */
	const char *word;
};
/* Up to and with 20, from 80 on: one of five and none of five look the same. */
static const struct bin shares[] = {
	{ 20.000001, "<=20" },
	{ 40, "20-40" },
	{ 60, "40-60" },
	{ 80, "60-80" },
	{ INFINITY, ">=80" },
};
static const struct bin pages_bins[] = {
	{ 1, "0" },
	{ 3, "1-2" },
	{ 6, "3-5" },
	{ 11, "6-10" },
	{ INFINITY, ">10" },
};
static const struct bin night_bins[] = {
	{ 1, "0" },
	{ 3, "1-2" },
	{ 6, "3-5" },
	{ INFINITY, ">5" },
};
static const struct bin fifth_bins[] = {
	{ 30.000001, "<=30" },
	{ 50, "30-50" },
	{ INFINITY, ">=50" },
};

static const char *
bin_of(const struct bin *b, double v)
{
	while (!(v < b->below))
		b++;
	return b->word;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return n % 2 == 1 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

/* Percent of all that the busiest fifth has; v is sorted. No pages at all are spread as
 * evenly as can be. */
static double
busiest_share(const double *v, size_t n)
{
	size_t fifth = (n + 4) / 5;
	double all = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		all += v[i];
		if (i >= n - fifth)
			most += v[i];
	}
	return all > 0 ? 100 * most / all : 0;
}

struct tally {
	size_t reporting, strained, pages, nights;
	double page[WK_HUB_GRID_PEOPLE], night[WK_HUB_GRID_PEOPLE];
};

static void
count(struct tally *t, const struct wk_hub_report *r)
{
	if (r->band != WK_HUB_UNKNOWN)
		t->reporting++;
	if (r->band == WK_HUB_STRAINED || r->band == WK_HUB_SEVERE)
		t->strained++;
	if (!isnan(r->pages) && t->pages < WK_HUB_GRID_PEOPLE)
		t->page[t->pages++] = r->pages;
	if (!isnan(r->night_pages) && t->nights < WK_HUB_GRID_PEOPLE)
		t->night[t->nights++] = r->night_pages;
}

static void
conclude(struct tally *t, size_t k, struct aggregate *out)
{
	out->is_suppressed = t->reporting < k;
	if (!out->is_suppressed)
		out->strained = bin_of(shares,
		    100.0 * (double)t->strained / (double)t->reporting);
	out->has_oncall = t->pages >= k && t->nights >= k;
	if (!out->has_oncall)
		return;
	out->pages_median = bin_of(pages_bins, median(t->page, t->pages));
	out->night_median = bin_of(night_bins, median(t->night, t->nights));
	out->busiest_fifth = bin_of(fifth_bins, busiest_share(t->page, t->pages));
}

size_t
aggregate_weeks(const struct wk_hub_report *rows, size_t n, int from, int to, int k_min,
    struct aggregate *out, size_t max)
{
	struct tally *t = wk_mem_alloc(sizeof(*t));
	size_t k = (size_t)WK_MAX(k_min, WK_HUB_K_MIN), weeks = 0;

	for (int w = from; w <= to && weeks < max; w = word_week_add(w, 1)) {
		t->reporting = t->strained = t->pages = t->nights = 0;
		for (size_t i = 0; i < n; i++)
			if (rows[i].week == w)
				count(t, &rows[i]);
		out[weeks] = (struct aggregate){ .week = w };
		conclude(t, k, &out[weeks++]);
	}
	wk_mem_free(t);
	return weeks;
}
