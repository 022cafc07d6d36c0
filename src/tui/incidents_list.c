/* SPDX-License-Identifier: MIT */
/* Which pages the list shows, in which order, and what is counted beside it. */
#include <math.h>
#include <stdlib.h>

#include "incidents_view.h"

enum { FIGURE_DAYS = 56, OFTEN_SEEN = 400 };

wk_date
wk_incidents_date(const struct wk_page_row *p, int *min)
{
	*min = -1;
	if (p->start == WK_TIME_NONE)
		return p->d;
	int64_t wall = p->start + p->off, of_day = (wall % 86400 + 86400) % 86400;
	*min = (int)(of_day / 60);
	return (wk_date)((wall - of_day) / 86400);
}

/* ---- order: pages lie newest first in one array, so an address is a date */
static const struct wk_page_row *
row_of(const void *p)
{
	return *(const struct wk_page_row *const *)p;
}

static int
newest(const void *a, const void *b)
{
	return row_of(a) < row_of(b) ? -1 : row_of(a) > row_of(b);
}

static int
oldest(const void *a, const void *b)
{
	return newest(b, a);
}

/* Bigger first, not known last. */
static int
by_number(double x, double y, const void *a, const void *b)
{
	if (isnan(x) || isnan(y) || (x <= y && x >= y))
		return isnan(x) != isnan(y) ? (isnan(x) ? 1 : -1) : newest(a, b);
	return x > y ? -1 : 1;
}

static int
longest(const void *a, const void *b)
{
	return by_number(row_of(a)->minutes, row_of(b)->minutes, a, b);
}

static int
woken(const void *a, const void *b)
{
	return by_number(row_of(a)->woke, row_of(b)->woke, a, b);
}

/* sev0 is the worst. */
static int
worst(const void *a, const void *b)
{
	double x = row_of(a)->severity, y = row_of(b)->severity;
	return by_number(x < 0 ? (double)NAN : -x, y < 0 ? (double)NAN : -y, a, b);
}

static int
noisiest(const void *a, const void *b)
{
	return by_number(row_of(a)->noise, row_of(b)->noise, a, b);
}

static int
by_title(const void *a, const void *b)
{
	const char *x = row_of(a)->title, *y = row_of(b)->title;
	int order = x == NULL || y == NULL ? (x == NULL) - (y == NULL) : strcmp(x, y);
	return order != 0 ? order : newest(a, b);
}

static const struct {
	const char *name;
	int (*compare)(const void *a, const void *b);
} sorts[] = {
	[WK_ISORT_NEWEST] = { "newest first", newest },
	[WK_ISORT_OLDEST] = { "oldest first", oldest },
	[WK_ISORT_MINUTES] = { "longest first", longest },
	[WK_ISORT_WOKE] = { "woke first", woken },
	[WK_ISORT_SEVERITY] = { "worst first", worst },
	[WK_ISORT_USEFUL] = { "noise first", noisiest },
	[WK_ISORT_TITLE] = { "by what", by_title },
};

const char *
wk_incidents_sort_name(enum wk_incident_sort s)
{
	return sorts[s].name;
}

/* ---- the filter: every word is in the title, the source, or says how it was */
static bool
has_text(const char *s, const char *word, size_t n)
{
	for (; s != NULL && *s != '\0'; s++) {
		size_t k = 0;
		while (k < n && s[k] != '\0' && ((s[k] | 32) == (word[k] | 32)))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

static bool
says(const struct wk_page_row *p, const char *word, size_t n)
{
	char sev[16];
	snprintf(sev, sizeof(sev), "sev%d", p->severity);
	return has_text(p->title, word, n) || has_text(p->source, word, n) ||
	    (p->severity >= 0 && has_text(sev, word, n)) ||
	    (p->woke == 1 && has_text("woke", word, n)) ||
	    (p->noise >= 0 && has_text(p->noise == 1 ? "noise" : "useful", word, n));
}

static bool
is_wanted(const struct wk_page_row *p, const char *words)
{
	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		if (n > 0 && !says(p, words, n))
			return false;
		words += n + (words[n] == ' ');
	}
	return true;
}

size_t
wk_incidents_index(const struct wk_incidents *v, const struct wk_page_row *p)
{
	return (size_t)(p - v->rows);
}

const struct wk_page_row *
wk_incidents_at(const struct wk_incidents *v)
{
	return v->at < v->shown_count ? v->shown[v->at] : NULL;
}

void
wk_incidents_arrange(struct wk_incidents *v)
{
	const struct wk_page_row *was = wk_incidents_at(v);
	size_t n = 0;
	for (size_t i = 0; i < v->count; i++)
		if (is_wanted(&v->rows[i], v->filter.s))
			v->shown[n++] = &v->rows[i];
	v->shown_count = n;
	if (v->sort != WK_ISORT_NEWEST && n > 1)
		qsort(v->shown, n, sizeof(*v->shown), sorts[v->sort].compare);
	v->at = WK_MIN(v->at, n > 0 ? n - 1 : 0);
	for (size_t i = 0; was != NULL && i < n; i++)
		if (v->shown[i] == was)
			v->at = i;
}

/* ---- rows of the screen */
static int
month_of(const struct wk_page_row *p)
{
	int min, y, m, d;
	wk_date_to_civil(wk_incidents_date(p, &min), &y, &m, &d);
	return y * 12 + m;
}

bool
wk_incidents_has_heading(const struct wk_incidents *v, size_t i)
{
	if (v->sort > WK_ISORT_OLDEST)
		return false;
	return i == v->top || month_of(v->shown[i]) != month_of(v->shown[i - 1]);
}

int
wk_incidents_lines(const struct wk_incidents *v, size_t from, size_t to)
{
	int n = 0;
	for (size_t i = from; i <= to && i < v->shown_count; i++)
		n += 1 + wk_incidents_has_heading(v, i);
	return n;
}

/* At an edge the list moves on by half of its height: seldom, and all of it at once. */
void
wk_incidents_keep_seen(struct wk_incidents *v, int rows)
{
	size_t half = (size_t)WK_MAX(rows / 2, 1);
	v->top = WK_MIN(v->top, v->shown_count > 0 ? v->shown_count - 1 : 0);
	if (v->at < v->top)
		v->top = v->at > half ? v->at - half : 0;
	if (v->at - v->top > (size_t)rows)
		v->top = v->at - half;
	else if (wk_incidents_lines(v, v->top, v->at) > rows)
		v->top = v->at > half ? v->at - half : 0;
	while (v->top < v->at && wk_incidents_lines(v, v->top, v->at) > rows)
		v->top++;
	/* the end of the list is the end of the screen */
	while (v->top > 0 && v->shown_count - v->top < (size_t)rows &&
	    wk_incidents_lines(v, v->top - 1, v->shown_count - 1) <= rows)
		v->top--;
}

/* ---- figures of the last eight weeks */
static void
count_day(const struct wk_day *d, struct wk_incident_figures *f)
{
	for (size_t k = 0; k < d->incident_count; k++) {
		const struct wk_incident *p = &d->incidents[k];
		bool is_night = p->cat == WK_CAT_SLEEP || p->cat == WK_CAT_WOKE;
		f->pages++;
		f->by_category[p->cat]++;
		f->noise += p->is_noise;
		f->night_noise += p->is_noise && is_night;
	}
}

static int
count_title(const struct wk_incidents *v, size_t n, size_t i)
{
	int count = 0;
	for (size_t k = 0; k < n; k++) {
		const char *s = v->rows[k].title;
		bool is_same = s != NULL && strcmp(s, v->rows[i].title) == 0;
		if (is_same && k < i)
			return 0;              /* was counted there */
		count += is_same;
	}
	return count;
}

static void
keep_often(struct wk_incident_figures *f, const char *title, int n)
{
	size_t k = WK_LEN(f->often);
	for (; k > 0 && f->often[k - 1].n < n; k--)
		if (k < WK_LEN(f->often))
			f->often[k] = f->often[k - 1];
	if (k < WK_LEN(f->often)) {
		f->often[k].title = title;
		f->often[k].n = n;
	}
}

void
wk_incidents_count(const struct wk_tui *t, struct wk_incidents *v)
{
	wk_date from = t->app->today - FIGURE_DAYS + 1;
	size_t n = 0;
	v->figures = (struct wk_incident_figures){ .pages = 0 };
	for (wk_date d = from; d <= t->app->today; d++) {
		const struct wk_day *day = wk_facts_day(&t->facts, d);
		if (day != NULL)
			count_day(day, &v->figures);
	}
	while (n < v->count && n < OFTEN_SEEN && v->rows[n].d >= from)
		n++;
	for (size_t i = 0; i < n; i++) {
		int count = v->rows[i].title == NULL ? 0 : count_title(v, n, i);
		if (count > 1)
			keep_often(&v->figures, v->rows[i].title, count);
	}
}
