/* SPDX-License-Identifier: MIT */
/* Days into weeks. What is not known adds nothing and is counted as missing. */
#include "weeks.h"

bool
wk_week_is_leave(const struct wk_day *day)
{
	return day->leave != WK_LEAVE_NONE && !(day->hours > 0);
}

bool
wk_week_has_score(const struct wk_strain *s)
{
	return s != NULL && !s->is_empty &&
	    wk_confidence_of(s->confidence) != WK_CONF_STALE;
}

bool
wk_week_is_off(const struct wk_day *day)
{
	return day->hours == 0 || wk_week_is_leave(day);
}

int
wk_week_woke(const struct wk_day *day)
{
	int n = 0;
	for (size_t i = 0; i < day->incident_count; i++)
		n += day->incidents[i].cat == WK_CAT_WOKE;
	return n;
}

static void
add_day(struct wk_week *w, const struct wk_day *day, double *work, double *sleep)
{
	w->known += !wk_day_is_empty(day);
	w->pages += (int)day->incident_count;
	w->woke += wk_week_woke(day);
	w->oncall += day->is_oncall;
	w->leave += wk_week_is_leave(day);
	if (!isnan(day->hours)) {
		*work += day->hours;
		w->works++;
	}
	if (!isnan(day->sleep_h)) {
		*sleep += day->sleep_h;
		w->sleeps++;
	}
}

void
wk_week_sum(const struct wk_series *s, wk_date monday, wk_date today,
    struct wk_week *out)
{
	struct wk_week w = { .monday = monday };
	double work = 0, sleep = 0;
	for (wk_date d = monday; d < monday + 7 && d <= today; d++) {
		size_t i = wk_series_find(s, d);
		w.due++;
		if (i == SIZE_MAX)
			continue;
		add_day(&w, &s->days[i], &work, &sleep);
		if (!s->strain[i].is_empty)
			w.strain = &s->strain[i];
	}
	/* too little known for a word is too little for a number */
	if (!wk_week_has_score(w.strain))
		w.strain = NULL;
	w.work_h = w.works > 0 ? work : (double)NAN;
	w.sleep_h = w.sleeps > 0 ? sleep / w.sleeps : (double)NAN;
	*out = w;
}
