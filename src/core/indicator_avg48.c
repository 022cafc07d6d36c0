/* SPDX-License-Identifier: MIT */
/* The average week over 17 weeks, with leave made up for by the days after it. */
#include "trail.h"

enum { WEEKS = 17, REFERENCE_D = 7 * WEEKS, KNOWN_MIN_D = 28,
	COVER_D = (REFERENCE_D * 70 + 99) / 100 };
#define LIMIT_H 48.0

double
wk_avg48(double hours, double later_h, double weeks, double excluded_d,
    double workdays_per_week)
{
	double left = weeks - excluded_d / workdays_per_week;

	if (left < 1)
		return NAN;
	return isnan(later_h) ? hours / left : (hours + later_h) / weeks;
}

struct reference {
	double sum;                     /* of the known days */
	double low, mid, high;          /* hours of those not known */
	int known, excluded;
};
struct weekday {
	double sum, max;
	int known, missing;
};

static bool
is_leave(const struct wk_day *day)
{
	return day->leave != WK_LEAVE_NONE && !(day->hours > 0);
}

/* A day not known was like the known ones of its weekday, at most like the longest. */
static void
guess(struct reference *r, const struct wk_model *m, const struct weekday v[7])
{
	for (size_t k = 0; k < 7; k++) {
		double usual = v[k].known > 0 ? v[k].sum / v[k].known : m->contract_h[k];

		r->mid += v[k].missing * usual;
		r->high += v[k].missing * WK_MAX(v[k].max, m->contract_h[k]);
	}
}

/* Every day is known. */
static struct reference
whole_reference(const struct wk_series *s, size_t i, struct wk_window w)
{
	return (struct reference){ .sum = WK_TRAIL_SUM(s, i, REFERENCE_D, hours),
		.known = REFERENCE_D, .excluded = w.at->excluded - w.before->excluded };
}

static struct reference
reference_of(const struct wk_model *m, struct wk_window w)
{
	struct reference r = { 0 };
	struct weekday v[7] = { 0 };
	size_t at = w.n == 0 ? 0 : (size_t)wk_date_weekday(w.v[0].d);
	size_t before = REFERENCE_D - w.n;

	for (size_t k = 0; k < w.n; k++, at = at == 6 ? 0 : at + 1) {
		const struct wk_day *day = &w.v[k];

		if (is_leave(day)) {
			r.excluded += m->contract_h[at] > 0;
			r.known++;
		} else if (isnan(day->hours)) {
			v[at].missing++;
		} else {
			r.known++;
			v[at].known++;
			v[at].sum += day->hours;
			v[at].max = WK_MAX(v[at].max, day->hours);
			r.sum += day->hours;
		}
	}
	/* The log is younger than the reference; at is the weekday before it again. */
	for (size_t k = 0; k < before; k++, at = at == 6 ? 0 : at + 1)
		v[at].missing++;
	guess(&r, m, v);
	return r;
}

/* Hours of as many days worked after the reference as were excluded; NAN: not so many
 * yet. Looks no further than another reference. */
static double
later_hours(const struct wk_series *s, size_t i, int excluded)
{
	double sum = 0;

	for (size_t k = i + 1; excluded > 0; k++) {
		if (k >= s->n || k > i + REFERENCE_D)
			return NAN;
		excluded -= s->days[k].hours > 0;
		sum += s->days[k].hours > 0 ? s->days[k].hours : 0;
	}
	return sum;
}

static double
days_a_week(const struct wk_model *m)
{
	int n = 0;

	for (size_t k = 0; k < 7; k++)
		n += m->contract_h[k] > 0;
	return n == 0 ? 5 : n;
}

static void
tell_range(struct wk_indicator_value *out, double low, double high, int known)
{
	out->value = out->second = NAN;
	out->state = low > LIMIT_H ? WK_STATE_OVER :
	    high <= LIMIT_H ? WK_STATE_OK : WK_STATE_INSUFFICIENT;
	if (out->state == WK_STATE_INSUFFICIENT)
		wk_indicator_note(out, "not enough data (%d of %d days; "
		    "between %.1f and %.1f h)", known, COVER_D, low, high);
	else
		wk_indicator_note(out, "between %.1f and %.1f h, %d of "
		    "%d days known", low, high, known, REFERENCE_D);
}

void
wk_indicator_avg48(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, REFERENCE_D);
	int known = w.hours + w.at->leave_seen - w.before->leave_seen;
	struct reference r = known == REFERENCE_D ? whole_reference(s, i, w) :
	    reference_of(m, w);
	double later, per_week = days_a_week(m), excluded = r.excluded, average;

	if (r.known < KNOWN_MIN_D) {
		wk_indicator_insufficient(out, r.known, KNOWN_MIN_D, "days");
		return;
	}
	later = later_hours(s, i, r.excluded);
	average = wk_avg48(r.sum + r.mid, later, WEEKS, excluded, per_week);
	if (isnan(average)) {
		wk_indicator_na(out, "on leave for the whole period");
		return;
	}
	if (r.known < COVER_D) {
		tell_range(out, wk_avg48(r.sum, later, WEEKS, excluded, per_week),
		    wk_avg48(r.sum + r.high, later, WEEKS, excluded, per_week), r.known);
		return;
	}
	wk_indicator_judge(out, average, average > LIMIT_H + 1e-9);
	out->second = r.excluded;
	if (r.known < REFERENCE_D)
		wk_indicator_note(out, "%d of %d days known, the rest "
		    "estimated", r.known, REFERENCE_D);
	else if (r.excluded > 0)
		wk_indicator_note(out, "%d %s of leave left out",
		    r.excluded, r.excluded == 1 ? "day" : "days");
}
