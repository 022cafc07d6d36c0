/* SPDX-License-Identifier: MIT */
/* What a report says about a period, computed once for every format. Totals sum known
 * days; what nobody logged stays NAN, so that render can say so. */
#include "indicator.h"

enum { HISTORY_DAYS = 84 };

/* The day the report's score is of: the last one with an entry in from..to, no later than
 * the day shown; else the last day before `to`. SIZE_MAX: nothing logged by then. */
static size_t
last_index(const struct wk_series *s, wk_date from, wk_date to)
{
	size_t hi;

	if (s->n == 0 || s->days[0].d > WK_MIN(to, s->today))
		return SIZE_MAX;
	hi = WK_MIN((size_t)(WK_MIN(to, s->today) - s->days[0].d), s->n - 1);
	if (s->shown < hi && s->days[s->shown].d >= from)
		hi = s->shown;
	for (size_t k = hi + 1; k-- > 0 && s->days[k].d >= from;)
		if (!wk_day_is_empty(&s->days[k]))
			return k;
	return hi;
}

static void
copy_days(struct wk_report *r, const struct wk_series *s, struct wk_arena *a)
{
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, r->n);
	struct wk_strain *strain = WK_ARENA_ARRAY(a, struct wk_strain, r->n);
	bool *is_known = WK_ARENA_ARRAY(a, bool, r->n);

	for (size_t k = 0; k < r->n; k++) {
		wk_date d = r->from + (wk_date)k;
		size_t i = s->n == 0 ? SIZE_MAX : wk_series_find(s, d);

		if (i == SIZE_MAX) {
			wk_day_clear(&days[k], d);
			continue;
		}
		days[k] = s->days[i];
		strain[k] = s->strain[i];
		is_known[k] = true;
	}
	r->days = days;
	r->strain = strain;
	r->strain_known = is_known;
}

static void
add_incidents(struct wk_report *r, const struct wk_day *day)
{
	for (size_t k = 0; k < day->incident_count; k++) {
		const struct wk_incident *x = &day->incidents[k];

		r->incident_count++;
		r->by_category[x->cat]++;
		r->noise_count += x->is_noise;
		if (isnan(x->minutes))
			continue;
		r->incident_minutes = (isnan(r->incident_minutes) ? 0 :
		    r->incident_minutes) + x->minutes;
	}
	r->woke_count = r->by_category[WK_CAT_WOKE];
}

static void
add_day(struct wk_report *r, const struct wk_model *m, const struct wk_day *day,
    double *sleep_sum)
{
	if (!isnan(day->hours)) {
		r->hours_total = (r->coverage.hours == 0 ? 0 : r->hours_total) +
		    day->hours;
		r->coverage.hours++;
	}
	if (!isnan(day->sleep_h)) {
		*sleep_sum += day->sleep_h;
		r->sleep_min = r->coverage.sleep == 0 ? day->sleep_h
		    : WK_MIN(r->sleep_min, day->sleep_h);
		r->coverage.sleep++;
	}
	if (!isnan(day->rest_h) && !(r->shortest_rest_h <= day->rest_h))
		r->shortest_rest_h = day->rest_h;
	r->coverage.days += !wk_day_is_empty(day);
	r->rest_days += wk_rest_is_day(m, day);
	r->short_rests += wk_rest_is_short(day);
	r->oncall_days += day->is_oncall;
	r->leave_days += day->leave != WK_LEAVE_NONE;
	r->worked_on_leave += day->leave != WK_LEAVE_NONE && day->hours > 0;
	add_incidents(r, day);
}

static void
sum_days(struct wk_report *r, const struct wk_model *m)
{
	double sleep_sum = 0;

	r->hours_total = r->sleep_mean = r->sleep_min = r->shortest_rest_h = NAN;
	r->incident_minutes = NAN;
	r->coverage = (struct wk_coverage){ .of = (int)r->n };
	for (size_t k = 0; k < r->past; k++)
		add_day(r, m, &r->days[k], &sleep_sum);
	if (r->incident_count == 0)
		r->incident_minutes = 0;
	/* to the digits that programs are told, lest 1071.75 reads 1071.7 on a page */
	r->hours_total = round(r->hours_total * 1e6) / 1e6;
	if (r->coverage.sleep > 0)
		r->sleep_mean = sleep_sum / r->coverage.sleep;
}

static void
find_past(struct wk_report *r, const struct wk_series *s)
{
	r->past = r->n;
	r->unfinished = WK_DATE_NONE;
	if (s->n == 0)
		return;
	if (s->today < r->to)
		r->past = s->today < r->from ? 0 : (size_t)(s->today - r->from) + 1;
	size_t today = wk_series_find(s, s->today);
	if (s->today >= r->from && s->today <= r->to && today != SIZE_MAX &&
	    s->shown < today && !wk_day_is_empty(&s->days[today]))
		r->unfinished = s->today;
}

/* Against the day before the period; NAN where there is none. */
static void
compare(struct wk_report *r, const struct wk_series *s)
{
	size_t before = s->n == 0 ? SIZE_MAX : wk_series_find(s, r->from - 1);

	r->change = r->hours_mean4 = NAN;
	for (size_t k = 0; k < WK_PART_COUNT; k++)
		r->contribution_change[k] = NAN;
	if (before == SIZE_MAX || !r->has_score)
		return;
	r->hours_mean4 = wk_indicator_mean4(s, before);
	r->change = r->last->score - s->strain[before].score;
	for (size_t k = 0; k < WK_PART_COUNT; k++)
		r->contribution_change[k] =
		    r->last->contribution[k] - s->strain[before].contribution[k];
}

static const struct wk_indicator_value *
compute_all(const struct wk_model *m, const struct wk_series *s, size_t last,
    struct wk_arena *a)
{
	size_t n;
	const struct wk_indicator *table = wk_indicators(&n);
	struct wk_indicator_value *v = WK_ARENA_ARRAY(a, struct wk_indicator_value, n);

	for (size_t k = 0; k < n; k++) {
		v[k].has_note = true;
		if (last == SIZE_MAX)
			wk_indicator_insufficient(&v[k], 0, 1, "days");
		else
			wk_indicator_at(&table[k], m, s, last, &v[k]);
	}
	return v;
}

/* Only of days that the period knows: advice is for who logs. */
static void
advise(struct wk_report *r, const struct wk_model *m, const struct wk_series *s,
    size_t last, struct wk_arena *a)
{
	struct wk_advice *v = WK_ARENA_ARRAY(a, struct wk_advice, WK_ADVICE_BEST);

	if (r->coverage.days > 0)
		r->advice_count = wk_advice_best(m, s, last, a, v);
	r->advice = v;
}

static void
find_shifts(struct wk_report *r, const struct wk_model *m, const struct wk_series *s,
    size_t last, struct wk_arena *a)
{
	struct wk_shift *v = WK_ARENA_ARRAY(a, struct wk_shift, WK_SHIFT_SHOWN);

	if (r->coverage.days > 0)
		r->shift_count = wk_shift_recent(m, s, last, a, v);
	r->shifts = v;
}

void
wk_report_init(struct wk_report *r, const char *kind, const char *period, wk_date from,
    wk_date to, const struct wk_model *m, const struct wk_series *s, struct wk_arena *a)
{
	size_t last = last_index(s, from, to);

	*r = (struct wk_report){ .kind = kind, .from = from, .to = to };
	snprintf(r->period, sizeof(r->period), "%s", period);
	r->n = to < from ? 0 : (size_t)(to - from) + 1;
	find_past(r, s);
	copy_days(r, s, a);
	sum_days(r, m);
	r->has_score = last != SIZE_MAX;
	r->last = r->has_score ? &s->strain[last] : NULL;
	compare(r, s);
	r->values = compute_all(m, s, last, a);
	if (r->has_score) {
		r->history_count = WK_MIN(last + 1, (size_t)HISTORY_DAYS);
		r->history = r->last + 1 - r->history_count;
		struct wk_why *why = WK_ARENA_ARRAY(a, struct wk_why, WK_PART_COUNT);

		r->why_count = wk_why_levels(m, s, last, why);
		r->why = why;
		advise(r, m, s, last, a);
		find_shifts(r, m, s, last, a);
	}
}
