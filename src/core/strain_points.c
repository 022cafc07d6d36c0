/* SPDX-License-Identifier: MIT */
/* The five parts' points of one day. Source: INDICATORS 1; the constants are the
 * model's. */
#include "strain.h"

enum { WEEK = 7, FORTNIGHT = STRAIN_LEAD, MONTH = 28, HOURS_FLOOR = 2, SLEEP_FLOOR = 5,
	SAME_WEEKDAYS = STRAIN_REACH / WEEK };

/* past_of(r, i)[-k]: k days before day i, up to STRAIN_LEAD of them */
static const struct strain_past *
past_of(const struct strain_run *r, size_t i)
{
	return &r->past[i + STRAIN_LEAD];
}

static double
clamp(double v, double lo, double hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

double
strain_median(double *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		double x = v[i];
		size_t j = i;
		for (; j > 0 && v[j - 1] > x; j--)
			v[j] = v[j - 1];
		v[j] = x;
	}
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static double
contract_h(const struct strain_run *r, wk_date d)
{
	return r->m->contract_h[wk_date_weekday(d)];
}

/* Hours that were not logged: the same weekday's median of 56 days, else the contract. */
static double
likely_hours(const struct strain_run *r, size_t i)
{
	double v[SAME_WEEKDAYS];
	size_t n = 0;
	for (size_t back = WEEK; back <= STRAIN_REACH && back <= i; back += WEEK)
		if (!isnan(r->days[i - back].hours))
			v[n++] = r->days[i - back].hours;
	return n >= HOURS_FLOOR ? strain_median(v, n) : contract_h(r, r->days[i].d);
}

static int
count_wakings(const struct wk_day *day)
{
	int n = 0;
	for (size_t k = 0; k < day->incident_count; k++)
		n += day->incidents[k].cat == WK_CAT_WOKE;
	return n;
}

/* The days before the first one: contract days, so that every window is full. */
static void
prepare_lead(struct strain_run *r)
{
	int rest = 0;
	for (size_t k = 0; k < STRAIN_LEAD; k++) {
		double h = contract_h(r, r->days[0].d - STRAIN_LEAD + (wk_date)k);
		rest += h < r->m->rest_h;
		r->past[k] = (struct strain_past){ .hours = h, .rest = rest };
	}
}

void
strain_prepare(struct strain_run *r, struct wk_arena *scratch)
{
	if (r->n == 0)
		return;
	r->past = WK_ARENA_ARRAY(scratch, struct strain_past, r->n + STRAIN_LEAD);
	prepare_lead(r);
	strain_refill(r, 0);
}

void
strain_refill(struct strain_run *r, size_t i)
{
	struct strain_past *past = r->past + STRAIN_LEAD + i;
	for (; i < r->n; i++, past++) {
		const struct wk_day *day = &r->days[i];
		past->hours = isnan(day->hours) ? likely_hours(r, i) : day->hours;
		past->wakings = day->incident_count ? count_wakings(day) : 0;
		past->rest = past[-1].rest + (past->hours < r->m->rest_h &&
		    !past->wakings);
		past->short_rests = past[-1].short_rests + day->has_short_rest;
		past->oncall = past[-1].oncall + day->is_oncall;
	}
}

static double
effective_h(const struct wk_model *m, const struct wk_day *day, int wakings)
{
	int wakes = day->wakes + wakings;
	if (!wakes)
		return day->sleep_h;
	/* awakenings take away what was slept, never more */
	return WK_MAX(0, day->sleep_h - WK_MIN(m->wake_cost_max_h,
	    m->wake_cost_h * wakes));
}

double
wk_sleep_effective_h(const struct wk_model *m, const struct wk_day *day)
{
	return isnan(day->sleep_h) ? NAN : effective_h(m, day, count_wakings(day));
}

/* Sleep that was not logged: the median of 28 days; NAN when too little is known. */
static double
likely_sleep_h(const struct strain_run *r, size_t i)
{
	double v[MONTH];
	size_t n = 0;
	for (size_t back = 1; back <= MONTH && back <= i; back++) {
		const struct wk_day *day = &r->days[i - back];
		if (!isnan(day->sleep_h))
			v[n++] = effective_h(r->m, day, past_of(r, i - back)->wakings);
	}
	return n >= SLEEP_FLOOR ? strain_median(v, n) : NAN;
}

static double
points_hours(const struct strain_run *r, size_t i, struct wk_strain *out)
{
	const struct wk_model *m = r->m;
	const struct strain_past *past = past_of(r, i);
	double sum = 0;
	for (int back = 0; back < WEEK; back++)
		sum += past[-back].hours;
	out->week_hours = sum;
	return clamp(m->hours_slope * (sum - m->hours_std_h), 0, m->hours_cap);
}

static double
points_rest(const struct strain_run *r, size_t i, struct wk_strain *out)
{
	const struct wk_model *m = r->m;
	const struct strain_past *past = past_of(r, i), *before = past - FORTNIGHT;
	int rest = past->rest - before->rest;
	int short_rests = past->short_rests - before->short_rests;
	out->rest_days14 = rest;
	out->short_rests14 = short_rests;
	double missing = WK_MAX(0, m->rest_need_d - rest);
	double points = m->rest_slope * missing + m->short_rest_pts * short_rests;
	return WK_MIN(m->rest_cap, points);
}

static double
points_sleep(struct strain_run *r, size_t i, struct wk_strain *out)
{
	const struct wk_model *m = r->m;
	double h = isnan(r->days[i].sleep_h) ? likely_sleep_h(r, i) :
	    effective_h(m, &r->days[i], past_of(r, i)->wakings);
	if (!isnan(h))
		r->chronic_h += r->sleep_a * (WK_MIN(m->sleep_max_h, h) - r->chronic_h);
	out->sleep_chronic_h = r->chronic_h;
	return clamp(m->sleep_slope * (m->sleep_need_h - m->sleep_margin_h -
	    r->chronic_h), 0, m->sleep_cap);
}

double
strain_incident_points(const struct wk_model *m, const struct wk_incident *v)
{
	const double cat[WK_CAT_COUNT] = { m->cat_business, m->cat_off, m->cat_sleep,
		m->cat_woke };
	double sev = v->severity < 0 || v->severity == 3 ? m->sev3 : v->severity <= 1 ?
	    m->sev01 : v->severity == 2 ? m->sev2 : m->sev45;
	double length = isnan(v->minutes) ? 1 : clamp(v->minutes / m->incident_ref_min,
	    0.5, 2);
	return cat[v->cat] * sev * length;
}

static double
points_incidents(struct strain_run *r, size_t i)
{
	const struct wk_model *m = r->m;
	const struct wk_day *day = &r->days[i];
	if (!wk_day_is_empty(day)) {
		r->incident_load *= r->incident_keep;
		r->incident_load += day->planned_load;
		for (size_t k = 0; k < day->incident_count; k++)
			r->incident_load += strain_incident_points(m, &day->incidents[k]);
	}
	const struct strain_past *past = past_of(r, i);
	int oncall = past->oncall - past[-WEEK].oncall;
	double points = r->incident_load + m->oncall_pts * oncall / WEEK;
	return WK_MIN(m->incident_cap, points);
}

/* 0 well .. 1 bad; NAN when nothing was answered */
static double
checkin_of(const struct wk_day *day)
{
	double sum = 0;
	int n = 0;
	if (day->energy)
		sum += 5 - day->energy, n++;
	if (day->stress)
		sum += day->stress - 1, n++;
	if (day->mood)
		sum += 5 - day->mood, n++;
	return n ? sum / (4 * n) : NAN;
}

static double
points_checkin(struct strain_run *r, size_t i)
{
	const struct wk_model *m = r->m;
	double c = checkin_of(&r->days[i]);
	bool is_first = r->checkin_d == WK_DATE_NONE;
	wk_date since = is_first ? 0 : r->days[i].d - r->checkin_d;
	if (!isnan(c)) {
		if (is_first || since > m->checkin_hold_d)
			r->checkin = c;
		else if (since == 1)
			r->checkin += r->checkin_a * (c - r->checkin);
		else
			r->checkin += (1 - exp(-since / m->checkin_tau_d)) *
			    (c - r->checkin);
		r->checkin_d = r->days[i].d;
		is_first = false;
		since = 0;
	}
	if (is_first || since >= m->checkin_hold_d)
		return 0;
	return clamp(m->checkin_slope * (r->checkin - m->checkin_knee), 0,
	    m->checkin_cap);
}

void
strain_points(struct strain_run *r, size_t i, struct wk_strain *out)
{
	out->p[WK_PART_HOURS] = points_hours(r, i, out);
	out->p[WK_PART_REST] = points_rest(r, i, out);
	out->p[WK_PART_SLEEP] = points_sleep(r, i, out);
	out->p[WK_PART_INCIDENTS] = points_incidents(r, i);
	out->p[WK_PART_CHECKIN] = points_checkin(r, i);
}
