/* SPDX-License-Identifier: MIT */
/* A plan: a week that repeats, from the person's own last 28 days or from words, and the
 * days it makes. The median week, the plan's words and how shares are spread over days
 * are wick's own choice. */
#include "forecast.h"

enum { MONTH = 28, SAME_WEEKDAY = 4, WEEK = 7 };

static void
sort(double *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		double x = v[i];
		size_t j = i;
		for (; j > 0 && v[j - 1] > x; j--)
			v[j] = v[j - 1];
		v[j] = x;
	}
}

/* Of sorted values, between neighbours in a straight line; n > 0. */
static double
quantile(const double *v, size_t n, double q)
{
	double at = q * (double)(n - 1);
	size_t i = (size_t)at;
	return i + 1 < n ? v[i] + (at - (double)i) * (v[i + 1] - v[i]) : v[n - 1];
}

struct spread { double low, mid, high; };

static struct spread
spread_of(double *v, size_t n)
{
	sort(v, n);
	return (struct spread){ quantile(v, n, .25), quantile(v, n, .5),
		quantile(v, n, .75) };
}

/* The day k back from i, when it tells of usual days; else NULL. */
static const struct wk_day *
usual_day(const struct wk_series *s, size_t i, size_t k)
{
	if (k > i || i - k >= s->n)
		return NULL;
	const struct wk_day *day = &s->days[i - k];
	return day->leave != WK_LEAVE_NONE || wk_day_is_empty(day) ? NULL : day;
}

/* ---- the own week ---- */
static void
own_hours(struct wk_plan *p, const struct wk_series *s, size_t i)
{
	for (size_t back = 0; back < WEEK && back <= i; back++) {
		double v[SAME_WEEKDAY];
		size_t n = 0;
		for (size_t k = back; k < MONTH; k += WEEK) {
			const struct wk_day *day = usual_day(s, i, k);
			if (day != NULL && !isnan(day->hours))
				v[n++] = day->hours;
		}
		if (n == 0)
			continue;
		int wd = wk_date_weekday(s->days[i - back].d);
		struct spread x = spread_of(v, n);
		p->hours[wd] = x.mid;
		p->low_h[wd] = x.low;
		p->high_h[wd] = x.high;
	}
}

/* A weekday without a known night takes the spread of all of them. */
static void
own_sleep(struct wk_plan *p, const struct wk_series *s, size_t i)
{
	double all[MONTH], v[WEEK][SAME_WEEKDAY];
	size_t total = 0, n[WEEK] = { 0 };
	for (size_t k = 0; k < MONTH; k++) {
		const struct wk_day *day = usual_day(s, i, k);
		if (day == NULL || isnan(day->sleep_h))
			continue;
		int wd = wk_date_weekday(day->d);
		all[total++] = v[wd][n[wd]++] = day->sleep_h;
	}
	for (int wd = 0; wd < WEEK && total > 0; wd++) {
		struct spread x = n[wd] > 0 ? spread_of(v[wd], n[wd]) :
		    spread_of(all, total);
		p->sleep_h[wd] = x.mid;
		p->low_sleep_h[wd] = x.low;
		p->high_sleep_h[wd] = x.high;
	}
}

/* Sums over the usual days; nights: those whose sleep is known. */
struct counts {
	double load[WEEK];
	int days[WEEK], all, nights, oncall, short_rests, wakes, woken;
};

static void
count_day(struct counts *c, const struct wk_model *m, const struct wk_day *day,
    unsigned cats)
{
	int wd = wk_date_weekday(day->d);
	c->days[wd]++;
	c->all++;
	c->oncall += day->is_oncall;
	c->short_rests += day->has_short_rest;
	if (!isnan(day->sleep_h)) {
		c->nights++;
		c->wakes += day->wakes;
	}
	for (size_t k = 0; k < day->incident_count; k++) {
		const struct wk_incident *v = &day->incidents[k];
		if (!(cats & PLAN_CAT(v->cat)))
			continue;
		c->load[wd] += strain_incident_points(m, v);
		c->woken += v->cat == WK_CAT_WOKE;
	}
}

static void
own_pages(struct wk_plan *p, const struct wk_model *m, const struct wk_series *s,
    size_t i, unsigned cats)
{
	struct counts c = { 0 };
	double sum = 0;
	for (size_t k = 0; k < MONTH; k++) {
		const struct wk_day *day = usual_day(s, i, k);
		if (day != NULL)
			count_day(&c, m, day, cats);
	}
	if (c.all == 0)
		return;
	for (int wd = 0; wd < WEEK; wd++)
		sum += c.load[wd];
	for (int wd = 0; wd < WEEK; wd++)
		p->load[wd] = c.days[wd] > 0 ? c.load[wd] / c.days[wd] : sum / c.all;
	p->oncall_share = (double)c.oncall / c.all;
	p->short_rest_share = (double)c.short_rests / c.all;
	p->woken = (double)c.woken / c.all;
	p->wakes = c.nights > 0 ? (double)c.wakes / c.nights : 0;
}

static int
weeks_known(const struct wk_series *s, size_t i)
{
	int weeks = 0;
	for (size_t from = 0; from < MONTH; from += WEEK) {
		bool any = false;
		for (size_t k = from; k < from + WEEK && !any; k++) {
			const struct wk_day *day = usual_day(s, i, k);
			any = day != NULL && !isnan(day->hours);
		}
		weeks += any;
	}
	return weeks;
}

void
wk_plan_own_pages(struct wk_plan *p, const struct wk_model *m, const struct wk_series *s,
    size_t i, unsigned cats)
{
	*p = (struct wk_plan){ .is_own = true, .weeks_known = weeks_known(s, i) };
	for (int wd = 0; wd < WEEK; wd++) {
		p->hours[wd] = p->low_h[wd] = p->high_h[wd] = m->contract_h[wd];
		p->sleep_h[wd] = p->low_sleep_h[wd] = p->high_sleep_h[wd] = NAN;
	}
	own_hours(p, s, i);
	own_sleep(p, s, i);
	own_pages(p, m, s, i, cats);
}

void
wk_plan_own(struct wk_plan *p, const struct wk_model *m, const struct wk_series *s,
    size_t i)
{
	struct wk_plan quiet;
	wk_plan_own_pages(p, m, s, i, PLAN_ALL_CATS);
	wk_plan_own_pages(&quiet, m, s, i, PLAN_CAT(WK_CAT_BUSINESS));
	memcpy(p->quiet_load, quiet.load, sizeof(p->quiet_load));
}

double
wk_plan_week(const struct wk_plan *p)
{
	double sum = 0;
	for (int wd = 0; wd < WEEK; wd++)
		sum += p->hours[wd];
	return sum;
}

/* ---- its days ---- */
/* How many of a share's whole steps fall on day k: 0.25 on every fourth day. */
static int
steps(double share, size_t k)
{
	return (int)(floor((double)(k + 1) * share + 1e-9) -
	    floor((double)k * share + 1e-9));
}

/* What the typed awakenings leave, so that they and the pages keep the model's most. */
static double
slept_h(const struct wk_plan *p, const struct wk_model *m, double sleep_h, int pages)
{
	double most = m->wake_cost_max_h - m->wake_cost_h * pages;
	return WK_MAX(0, sleep_h - WK_MAX(0, WK_MIN(most, m->wake_cost_h * p->wakes)));
}

/* A waking page is a page of that day, so that it is no day of rest; its own points are
 * taken from the day's load, in which they are counted already. */
static void
put_pages(const struct wk_plan *p, const struct wk_model *m, int wd, size_t k,
    struct wk_incident *pages, struct wk_day *out)
{
	int n = WK_MIN(steps(p->woken, k), (int)PLAN_PAGES);
	out->planned_load = p->load[wd];
	if (n > 0) {
		out->incidents = pages;
		out->incident_count = (size_t)n;
		out->planned_load -= n * strain_incident_points(m, pages);
	}
	out->is_oncall = steps(p->oncall_share, k) > 0;
	out->has_short_rest = steps(p->short_rest_share, k) > 0;
}

/* Off call only the pages of business hours are left. */
static void
put_oncall(const struct wk_plan *p, int wd, int oncall, struct wk_day *out)
{
	out->is_oncall = oncall > 0;
	if (oncall > 0)
		return;
	out->incidents = NULL;
	out->incident_count = 0;
	out->planned_load = WK_MIN(p->load[wd], p->quiet_load[wd]);
}

void
wk_plan_day(const struct wk_plan *p, const struct wk_model *m, wk_date d, size_t k,
    struct wk_incident *pages, struct wk_day *out)
{
	static const struct wk_planned usual = { NAN, NAN, -1 };
	const struct wk_planned *told = k < p->told_count ? &p->told[k] : &usual;
	int wd = wk_date_weekday(d);
	bool is_rest = k < (size_t)p->rest_days;
	double sleep_h = isnan(told->sleep_h) ? p->sleep_h[wd] : told->sleep_h;
	wk_day_clear(out, d);
	out->hours = is_rest ? 0 : isnan(told->hours) ? p->hours[wd] : told->hours;
	if (!is_rest)
		put_pages(p, m, wd, k, pages, out);
	if (!is_rest && told->oncall >= 0)
		put_oncall(p, wd, told->oncall, out);
	if (!isnan(sleep_h))
		out->sleep_h = slept_h(p, m, sleep_h, (int)out->incident_count);
}
