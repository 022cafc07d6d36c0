/* SPDX-License-Identifier: MIT */
/* Indicators of sleep, pages and on call: sleep_last, sleep_chronic, pages, oncall_share,
 * ops_share. */
#include "trail.h"

#define NIGHT_FLOOR 5           /* nights of the last 7 that the chronic value needs */
#define MONTH_FLOOR_D 14        /* known days of 28 that a share needs */

void
wk_indicator_sleep_last(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 1);
	double e = w.n == 0 ? NAN : wk_sleep_effective_h(m, w.v);
	double slept_h = w.n == 0 ? NAN : w.v->sleep_h;
	double knee = m->sleep_need_h - m->sleep_margin_h;

	if (isnan(e)) {
		wk_indicator_insufficient(out, 0, 1, "nights");
		return;
	}
	wk_indicator_judge(out, e, e < 6);
	out->second = slept_h;
	if (slept_h - e > 0.01)
		wk_indicator_note(out,
		    "%.1f h asleep, less its awakenings", slept_h);
	else if (e < knee)
		wk_indicator_note(out,
		    "below %g h, where points begin", knee);
}

void
wk_indicator_sleep_chronic(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 7);
	double knee = m->sleep_need_h - m->sleep_margin_h, q;
	int nights = w.at->slept_seen - w.before->slept_seen;

	if (nights < NIGHT_FLOOR) {
		wk_indicator_insufficient(out, nights, NIGHT_FLOOR, "nights");
		return;
	}
	q = s->strain[i].sleep_chronic_h;
	wk_indicator_judge(out, q, q < 6);
	if (q < knee)
		wk_indicator_note(out,
		    "below %g h, where points begin", knee);
}

/* ---- pages ---- */
struct pages {
	int n, woke, noise;
	double minutes;                 /* those known */
};

static void
add_pages(struct pages *p, const struct wk_day *day)
{
	for (size_t j = 0; j < day->incident_count; j++) {
		const struct wk_incident *x = &day->incidents[j];

		p->n++;
		p->woke += x->cat == WK_CAT_WOKE;
		p->noise += x->is_noise;
		p->minutes += isnan(x->minutes) ? 0 : x->minutes;
	}
}

static struct pages
count_pages(struct wk_window w)
{
	struct pages p = { 0 };

	for (size_t k = 0; k < w.n; k++)
		add_pages(&p, &w.v[k]);
	return p;
}

static void
note_pages(struct wk_indicator_value *out, struct wk_window w)
{
	struct pages p = count_pages(w);

	wk_indicator_note(out, "%d in 28 days: %d woke you, %.0f min known, %d%% needed "
	    "no action", p.n, p.woke, p.minutes, (100 * p.noise + p.n / 2) / p.n);
}

void
wk_indicator_pages(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 7);
	struct wk_window four = wk_window_of(s, i, 28);
	int known = w.known, week = w.at->pages_seen - w.before->pages_seen;
	int month = four.at->pages_seen - four.before->pages_seen;

	(void)m;
	if (known < 4 && week == 0) {
		wk_indicator_insufficient(out, known, 4, "days");
		return;
	}
	wk_indicator_judge(out, week, false);
	out->second = month;
	if (month == 0)
		wk_indicator_note(out, "none in 28 days");
	else if (out->has_note)
		note_pages(out, four);
}

void
wk_indicator_oncall_share(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 28);
	int known = w.known, on = w.at->oncall_seen - w.before->oncall_seen;
	double share;

	(void)m;
	if (known < MONTH_FLOOR_D) {
		wk_indicator_insufficient(out, known, MONTH_FLOOR_D, "days");
		return;
	}
	share = 100.0 * on / known;
	wk_indicator_judge(out, share, share > 25 + 1e-9);
	out->second = on;
	wk_indicator_note(out, "%d of %d known days", on, known);
}

/* Only days whose hours are known count, on both sides of the division. */
void
wk_indicator_ops_share(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 28);
	double worked, minutes;
	int known = w.hours, pages, timed;

	(void)m;
	if (known < MONTH_FLOOR_D) {
		wk_indicator_insufficient(out, known, MONTH_FLOOR_D, "days");
		return;
	}
	worked = 60 * WK_TRAIL_SUM(s, i, 28, hours);
	if (worked <= 0) {
		wk_indicator_na(out, "no work in 28 days");
		return;
	}
	pages = (int)WK_TRAIL_SUM(s, i, 28, pages);
	timed = (int)WK_TRAIL_SUM(s, i, 28, timed);
	minutes = WK_TRAIL_SUM(s, i, 28, page_min);
	if (timed * 2 < pages) {
		wk_indicator_insufficient(out, timed, (pages + 1) / 2,
		    "pages with their minutes");
		return;
	}
	wk_indicator_judge(out, 100 * minutes / worked, 100 * minutes / worked > 50);
	out->second = minutes;
	wk_indicator_note(out, "%.1f h of %.1f h worked", minutes / 60,
	    worked / 60);
	if (timed < pages)
		wk_indicator_note(out, "%.1f h of %.1f h worked, %d %s "
		    "without minutes", minutes / 60, worked / 60, pages - timed,
		    pages - timed == 1 ? "page" : "pages");
}
