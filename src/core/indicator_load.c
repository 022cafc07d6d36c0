/* SPDX-License-Identifier: MIT */
/* Indicators of sleep, pages and on call: sleep_last, sleep_chronic, pages, oncall_share,
 * ops_share. */
#include "indicator.h"

#define NIGHT_FLOOR 5           /* nights of the last 7 that the chronic value needs */
#define MONTH_FLOOR_D 14        /* known days of 28 that a share needs */

void
wk_indicator_sleep_last(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 1);
	double e = w.n == 0 ? NAN : wk_sleep_effective_h(m, w.v);
	double knee = m->sleep_need_h - m->sleep_margin_h;

	if (isnan(e)) {
		wk_indicator_insufficient(out, 0, 1, "nights");
		return;
	}
	wk_indicator_judge(out, e, e < 6);
	out->second = w.v->sleep_h;
	if (w.v->sleep_h - e > 0.01)
		wk_indicator_note(out,
		    "%.1f h asleep, less its awakenings", w.v->sleep_h);
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
	int nights = 0;

	for (size_t k = 0; k < w.n; k++)
		nights += !isnan(w.v[k].sleep_h);
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
	int n, cat[WK_CAT_COUNT], noise, timed;
	double minutes;
};

static void
add_pages(struct pages *p, const struct wk_day *day)
{
	for (size_t j = 0; j < day->incident_count; j++) {
		const struct wk_incident *x = &day->incidents[j];

		p->n++;
		p->cat[x->cat]++;
		p->noise += x->is_noise;
		p->timed += !isnan(x->minutes);
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

void
wk_indicator_pages(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 7);
	struct pages week = count_pages(w), month = count_pages(wk_window_of(s, i, 28));
	int known = w.known;

	(void)m;
	if (known < 4 && week.n == 0) {
		wk_indicator_insufficient(out, known, 4, "days");
		return;
	}
	wk_indicator_judge(out, week.n, false);
	out->second = month.n;
	if (month.n == 0)
		wk_indicator_note(out, "none in 28 days");
	else
		wk_indicator_note(out,
		    "%d in 28 days: %d woke you, %.0f min known, %d%% needed no action",
		    month.n, month.cat[WK_CAT_WOKE], month.minutes,
		    (100 * month.noise + month.n / 2) / month.n);
}

void
wk_indicator_oncall_share(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 28);
	int known = w.known, on = 0;
	double share;

	(void)m;
	for (size_t k = 0; k < w.n; k++)
		on += w.v[k].is_oncall;
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
static struct pages
count_worked(struct wk_window w, double *worked_min)
{
	struct pages p = { 0 };

	*worked_min = 0;
	for (size_t k = 0; k < w.n; k++) {
		if (isnan(w.v[k].hours))
			continue;
		*worked_min += w.v[k].hours * 60;
		add_pages(&p, &w.v[k]);
	}
	return p;
}

void
wk_indicator_ops_share(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, 28);
	double worked, share;
	struct pages all = count_worked(w, &worked);
	int known = w.hours;

	(void)m;
	if (known < MONTH_FLOOR_D) {
		wk_indicator_insufficient(out, known, MONTH_FLOOR_D, "days");
		return;
	}
	if (worked <= 0) {
		wk_indicator_na(out, "no work in 28 days");
		return;
	}
	if (all.timed * 2 < all.n) {
		wk_indicator_insufficient(out, all.timed, (all.n + 1) / 2,
		    "pages with their minutes");
		return;
	}
	share = 100 * all.minutes / worked;
	wk_indicator_judge(out, share, share > 50);
	out->second = all.minutes;
	wk_indicator_note(out, "%.1f h of %.1f h worked", all.minutes / 60,
	    worked / 60);
	if (all.timed < all.n)
		wk_indicator_note(out, "%.1f h of %.1f h worked, %d %s "
		    "without minutes", all.minutes / 60, worked / 60, all.n - all.timed,
		    all.n - all.timed == 1 ? "page" : "pages");
}
