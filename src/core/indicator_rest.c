/* SPDX-License-Identifier: MIT */
/* Indicators of work and rest: week_hours, daily_rest, rest_days. A breach that is known
 * is told however little else is known; "ok" needs coverage. */
#include "trail.h"

#define WEEK_FLOOR_D 4          /* known days a week needs before its sum says anything */

int
wk_day_wakings(const struct wk_day *day)
{
	int n = 0;

	for (size_t k = 0; k < day->incident_count; k++)
		n += day->incidents[k].cat == WK_CAT_WOKE;
	return n;
}

bool
wk_rest_is_day(const struct wk_model *m, const struct wk_day *day)
{
	return !isnan(day->hours) && day->hours < m->rest_h && wk_day_wakings(day) == 0;
}

bool
wk_rest_is_short(const struct wk_day *day)
{
	return day->has_short_rest || (!isnan(day->rest_h) &&
	    day->rest_h < WK_REST_FLOOR_H);
}

double
wk_indicator_mean4(const struct wk_series *s, size_t i)
{
	double sum = 0;
	int weeks = 0;

	for (size_t back = 0; back < 28 && back <= i; back += 7) {
		struct wk_window w = wk_window_of(s, i - back, 7);

		if (w.n < 7 || w.hours < WEEK_FLOOR_D)
			continue;
		sum += s->strain[i - back].week_hours;
		weeks++;
	}
	return weeks == 0 ? NAN : sum / weeks;
}

void
wk_indicator_week_hours(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 7);
	int known = w.hours;
	double h;

	(void)m;
	if (wk_window_all_leave(w) && w.n == 7) {
		wk_indicator_na(out, "on leave for the whole week");
		return;
	}
	if (known < WEEK_FLOOR_D) {
		wk_indicator_insufficient(out, known, WEEK_FLOOR_D, "days");
		return;
	}
	h = s->strain[i].week_hours;
	wk_indicator_judge(out, h, h > 48);
	if (i >= 7)
		out->second = wk_indicator_mean4(s, i - 7);
	if (known < 7)
		wk_indicator_note(out,
		    "%d of 7 days known, the rest estimated%s", known, h >= 55 ?
		    "; 55 h or more" : "");
	else if (h >= 55)
		wk_indicator_note(out, "55 h or more");
	else if (!isnan(out->second))
		wk_indicator_note(out,
		    "mean of the 4 weeks before %.1f h", out->second);
}

/* ---- daily rest ---- */
struct rests {
	double shortest;        /* NAN: no length known */
	int known, expected; /* rests with a length; rests that the worked days imply */
	int broken, cut;        /* under 11 h; cut by a handled page */
};

static struct rests
count_rests(struct wk_window w)
{
	const struct wk_trail *at = w.at, *before = w.before;
	int worked = at->worked_seen - before->worked_seen;
	struct rests r = { .known = at->rests_seen - before->rests_seen,
		.expected = WK_MAX(0, worked - 1),
		.broken = at->broken_seen - before->broken_seen,
		.cut = at->cut_seen - before->cut_seen };
	double shortest = INFINITY;

	for (size_t k = 0; k < w.n; k++)
		shortest = w.v[k].rest_h < shortest ? w.v[k].rest_h : shortest;
	r.shortest = r.known > 0 ? shortest : (double)NAN;
	return r;
}

static void
note_rests(const struct rests *r, char *note, size_t size)
{
	char shortest[28] = "length not known", cut[26] = "";
	int min = isnan(r->shortest) ? -1 : (int)lround(r->shortest * 60);

	if (min >= 0)
		wk_note(shortest, sizeof(shortest), "shortest %d h %02d", min / 60,
		    min % 60);
	if (r->cut > 0)
		wk_note(cut, sizeof(cut), ", %d cut by a page", r->cut);
	if (r->broken > 0)
		wk_note(note, size, "%d %s under 11 h, %s%s", r->broken,
		    r->broken == 1 ? "rest" : "rests", shortest, cut);
	else
		wk_note(note, size, "%s of %d known%s", shortest, r->known, cut);
}

void
wk_indicator_daily_rest(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 14);
	struct rests r = count_rests(w);
	int need = WK_MAX(1, (r.expected + 1) / 2), hours = w.hours;

	(void)m;
	if (r.broken == 0 && r.expected == 0 && r.known == 0) {
		if (hours >= 7)
			wk_indicator_na(out, "no two days of work in 14 days");
		else
			wk_indicator_insufficient(out, hours, 7, "days");
		return;
	}
	if (r.broken == 0 && r.known < need) {
		wk_indicator_insufficient(out, r.known, need, "rests with times of day");
		return;
	}
	wk_indicator_judge(out, r.shortest, r.broken > 0);
	out->second = r.broken;
	if (out->has_note)
		note_rests(&r, out->note, sizeof(out->note));
}

/* ---- rest days ---- */
static void
note_rest_days(struct wk_indicator_value *out, int longest, int since)
{
	char last[32];

	if (since < 0) {
		wk_indicator_note(out, "none since the log began");
		return;
	}
	if (since == 0)
		wk_note(last, sizeof(last), "the last is this day");
	else if (since == 1)
		wk_note(last, sizeof(last), "the last was the day before");
	else
		wk_note(last, sizeof(last), "the last was %d days before", since);
	wk_indicator_note(out, "longest run without one: %d %s; %s",
	    longest, longest == 1 ? "day" : "days", last);
}

void
wk_indicator_rest_days(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 14);
	int rest = 0, known = w.hours, run = 0, longest = 0;

	for (size_t k = 0; k < w.n; k++) {
		bool is_rest = wk_rest_is_day(m, &w.v[k]);

		rest += is_rest;
		run = is_rest || isnan(w.v[k].hours) ? 0 : run + 1;
		longest = WK_MAX(longest, run);
	}
	/* With too few seen, the days not logged could still be the rest. */
	if (rest < 2 && rest + 14 - known >= 2) {
		wk_indicator_insufficient(out, known, 14, "days");
		return;
	}
	wk_indicator_judge(out, rest, rest < 2);
	out->second = longest;
	if (out->has_note)
		note_rest_days(out, longest, s->trail[i].rest_since);
}
