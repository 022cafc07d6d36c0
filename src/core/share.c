/* SPDX-License-Identifier: MIT */
/* A week as it may leave the machine: a band, how many days it stands on, and, where that
 * was agreed to, eleven coarse numbers. Rounding is done here, so that nobody else ever
 * holds the fine value: half hours, and a ratio to 0.1. What is not known stays so. */
#include "indicator.h"

#include <assert.h>

enum { STEP_MIN = 30,
	BAND_FLOOR_D = 3 };      /* known days of the week that a band needs [D] */

enum figure { WORK, AFTER_HOURS, WEEKEND, STREAK, REST, REST_DAYS, ONCALL, WAKINGS, PAGES,
	NIGHT_PAGES, RATIO, FIGURES };
static const struct { const char *name; double max; } figures[] = {
	[WORK] = { "work_min", 10080 }, [AFTER_HOURS] = { "after_hours_min", 10080 },
	[WEEKEND] = { "weekend_min", 2880 }, [STREAK] = { "streak_days", 366 },
	[REST] = { "min_rest_min", 10080 }, [REST_DAYS] = { "rest_days", 14 },
	[ONCALL] = { "oncall_days", 7 }, [WAKINGS] = { "wakings", 10000 },
	[PAGES] = { "pages", 10000 }, [NIGHT_PAGES] = { "night_pages", 10000 },
	[RATIO] = { "load_ratio", 10 },
};
static_assert(WK_LEN(figures) == FIGURES && FIGURES == (int)WK_SHARE_FIGURES,
    "one row a figure");

const char *
wk_share_figure(size_t k)
{
	return figures[k].name;
}

void
wk_share_strip(struct wk_day *days, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		days[k].sleep_h = days[k].bed_h = days[k].wake_h = NAN;
		days[k].wakes = days[k].energy = days[k].stress = days[k].mood = 0;
	}
}

/* What is known of it is work: hours, or a page. */
static bool
is_known(const struct wk_day *day)
{
	return !wk_day_is_empty(day);
}

static void
add(double *to, double v)
{
	*to = (isnan(*to) ? 0 : *to) + v;
}

static void
add_pages(const struct wk_day *day, double *f)
{
	for (size_t k = 0; k < day->incident_count; k++) {
		enum wk_category cat = day->incidents[k].cat;
		f[PAGES]++;
		f[WAKINGS] += cat == WK_CAT_WOKE;
		f[NIGHT_PAGES] += cat == WK_CAT_WOKE || cat == WK_CAT_SLEEP;
	}
}

static void
add_day(const struct wk_day *day, double *f)
{
	if (!isnan(day->hours)) {
		add(&f[WORK], day->hours * 60);
		if (wk_date_weekday(day->d) > 4)
			add(&f[WEEKEND], day->hours * 60);
	}
	if (!isnan(day->rest_h) && !(f[REST] <= day->rest_h * 60))
		f[REST] = day->rest_h * 60;
	if (is_known(day) && isnan(f[PAGES]))
		f[PAGES] = f[WAKINGS] = f[NIGHT_PAGES] = f[ONCALL] = 0;
	if (is_known(day) && day->is_oncall)
		f[ONCALL]++;
	add_pages(day, f);
}

/* Of one interval: what lies outside of business hours. Its day has one offset here; a
 * change of the clocks inside it is an hour of a night. */
static double
outside_min(const struct wk_fold_rules *r, const struct wk_worked *w)
{
	int64_t off = w->fact->off_start, from = w->from + off, to = w->to + off;
	double out = (double)(to - from) / 60;
	for (int64_t d = from / 86400; d <= to / 86400; d++) {
		int64_t lo = d * 86400 + r->business_from_min * 60;
		int64_t hi = d * 86400 + r->business_to_min * 60;
		if (wk_date_weekday((wk_date)d) < 5 && WK_MIN(hi, to) > WK_MAX(lo, from))
			out -= (double)(WK_MIN(hi, to) - WK_MAX(lo, from)) / 60;
	}
	return out;
}

/* Known only where the times of all hours of the week are. */
static double
after_hours_min(const struct wk_fold_rules *r, const struct wk_day *week, size_t n,
    const struct wk_worked *worked, size_t count)
{
	double timed_h = 0, hours = 0, out = 0;
	for (size_t k = 0; k < n; k++)
		hours += isnan(week[k].hours) ? 0 : week[k].hours;
	for (size_t k = 0; k < count; k++) {
		timed_h += (double)(worked[k].to - worked[k].from) / 3600;
		out += outside_min(r, &worked[k]);
	}
	return fabs(timed_h - hours) < 0.02 ? out : NAN;
}

/* Days in a row with an hour of work or more that end at index i. */
static double
streak(const struct wk_series *s, size_t i)
{
	double n = 0;
	if (isnan(s->days[i].hours))
		return NAN;
	for (size_t k = i + 1; k-- > 0 && s->days[k].hours >= 1;)
		n++;
	return n;
}

static void
round_all(double *f)
{
	static const enum figure halves[] = { WORK, AFTER_HOURS, WEEKEND, REST };
	for (size_t k = 0; k < WK_LEN(halves); k++)
		f[halves[k]] = round(f[halves[k]] / STEP_MIN) * STEP_MIN;
	f[RATIO] = round(f[RATIO] * 10) / 10;
	for (size_t k = 0; k < FIGURES; k++)
		if (!isnan(f[k]))
			f[k] = WK_MIN(WK_MAX(f[k], 0), figures[k].max);
}

static void
add_last(const struct wk_model *m, const struct wk_series *s, size_t i, double *f)
{
	struct wk_indicator_value v;
	f[STREAK] = streak(s, i);
	if (s->trail == NULL)
		return;
	wk_indicator_bare(wk_indicator_find("rest_days"), m, s, i, &v);
	f[REST_DAYS] = v.value;
	wk_indicator_bare(wk_indicator_find("load_ratio"), m, s, i, &v);
	f[RATIO] = v.value;
}

void
wk_share_week(const struct wk_model *m, const struct wk_fold_rules *r,
    const struct wk_series *s, wk_date monday, const struct wk_worked *worked, size_t n,
    struct wk_share_week *out)
{
	size_t first = SIZE_MAX, last = SIZE_MAX, days = 0;
	*out = (struct wk_share_week){ .band = -1 };
	for (size_t k = 0; k < WK_SHARE_FIGURES; k++)
		out->figure[k] = NAN;
	for (wk_date d = monday; d < monday + 7; d++) {
		size_t i = s->n == 0 ? SIZE_MAX : wk_series_find(s, d);
		if (i == SIZE_MAX)
			continue;
		first = first == SIZE_MAX ? i : first;
		days = i - first + 1;
		add_day(&s->days[i], out->figure);
		out->coverage += is_known(&s->days[i]);
		last = is_known(&s->days[i]) ? i : last;
	}
	if (last == SIZE_MAX)
		return;
	out->figure[AFTER_HOURS] = after_hours_min(r, &s->days[first], days, worked, n);
	add_last(m, s, last, out->figure);
	round_all(out->figure);
	if (out->coverage >= BAND_FLOOR_D)
		out->band = (int)s->strain[last].band;
}
