/* SPDX-License-Identifier: MIT */
/* What the indicators carry on from day to day, so that none of them adds up its window
 * anew for every day: counts since the log began, whose difference is a window; and sums
 * over seven days, each made afresh so that no rounding piles up in a hundred years. */
#include "trail.h"

/* ---- counts ---- */
static void
count(struct wk_trail *t, const struct wk_model *m, const struct wk_day *day)
{
	t->hours_seen += !isnan(day->hours);
	t->days_seen += !wk_day_is_empty(day) || day->is_oncall;
	t->oncall_seen += day->is_oncall;
	t->pages_seen += (int)day->incident_count;
	t->slept_seen += !isnan(day->sleep_h);
	t->nights_seen += wk_night_is_known(day);
	t->worked_seen += day->hours > 0;
	t->rests_seen += !isnan(day->rest_h);
	t->broken_seen += wk_rest_is_short(day);
	t->cut_seen += day->rest_interrupted;
	t->pairs_seen += t->night.is_known;
	t->turns_seen += t->night.is_apart;
	if (wk_night_is_known(day)) {
		t->free_nights += day->hours < 1;
		t->work_nights += day->hours >= 1;
	}
	t->rest_since = wk_rest_is_day(m, day) ? 0 : t->rest_since + (t->rest_since >= 0);
	if (day->leave == WK_LEAVE_NONE || day->hours > 0)
		return;
	t->leave_seen += isnan(day->hours);
	t->excluded += m->contract_h[wk_date_weekday(day->d)] > 0;
}

/* ---- sums ---- */
/* What a day itself puts into the sums. */
static void
add_pages(struct wk_sums *x, const struct wk_day *day)
{
	for (size_t j = 0; j < day->incident_count; j++) {
		if (isnan(day->incidents[j].minutes))
			continue;
		x->timed++;
		x->page_min += day->incidents[j].minutes;
	}
	x->pages += (int)day->incident_count;
}

static struct wk_sums
sums_of(const struct wk_model *m, const struct wk_day *day,
    const struct wk_strain *strain, const struct wk_turn *night)
{
	struct wk_sums x = { .fast = strain->fast_sum, .unlike_h = night->unlike_h };
	bool is_free = day->hours < 1;

	if (!isnan(day->hours)) {
		x.hours = day->hours;
		add_pages(&x, day);
	}
	if (!isnan(day->sleep_h)) {
		x.debt_h = wk_sleep_debt(&day->sleep_h, 1, m->sleep_need_h);
		x.awake_h = wk_sleep_excess_wake(&day->sleep_h, 1);
	}
	if (wk_night_is_known(day)) {
		x.bed_h = day->bed_h;
		x.wake_h = day->wake_h;
		if (!isnan(day->hours))
			wk_night_middle(day, &x.mid_sine[is_free],
			    &x.mid_cosine[is_free]);
	}
	return x;
}

static void
add(struct wk_sums *sum, const struct wk_sums *x)
{
	sum->hours += x->hours;
	sum->fast += x->fast;
	sum->debt_h += x->debt_h;
	sum->awake_h += x->awake_h;
	sum->bed_h += x->bed_h;
	sum->wake_h += x->wake_h;
	sum->mid_sine[0] += x->mid_sine[0];
	sum->mid_sine[1] += x->mid_sine[1];
	sum->mid_cosine[0] += x->mid_cosine[0];
	sum->mid_cosine[1] += x->mid_cosine[1];
	sum->unlike_h += x->unlike_h;
	sum->page_min += x->page_min;
	sum->pages += x->pages;
	sum->timed += x->timed;
}

double
wk_trail_sum(const struct wk_series *s, size_t i, size_t days, size_t offset)
{
	size_t weeks = WK_MIN(days / 7, i / 7 + 1);
	const struct wk_trail *first = &s->trail[i + 7 - 7 * weeks];
	const char *p = (const char *)first + offset;
	double sum = 0, v;

	for (size_t k = 0; k < weeks; k++) {
		memcpy(&v, p + k * 7 * sizeof(*first), sizeof(v));
		sum += v;
	}
	return sum;
}

/* ---- all of it ---- */
/* The last seven days on their own, by weekday. */
static struct wk_sums
week_of(const struct wk_sums last[7])
{
	struct wk_sums sum = last[0];

	for (size_t k = 1; k < 7; k++)
		add(&sum, &last[k]);
	return sum;
}

static struct wk_trail
begin(void)
{
	return (struct wk_trail){ .pace = wk_pace_begin(), .rest_since = -1 };
}

void
wk_trail_carry(const struct wk_model *m, const struct wk_day *days, size_t n,
    struct wk_trail *last)
{
	*last = begin();
	for (size_t k = 0; k < n; k++) {
		wk_pace_step(&last->pace, days[k].hours);
		count(last, m, &days[k]);
	}
}

void
wk_trail_run(const struct wk_model *m, const struct wk_day *days,
    const struct wk_strain *strain, size_t from, size_t n, struct wk_trail *trail)
{
	struct wk_sums last[7] = { 0 };
	struct wk_trail t = begin();

	for (size_t k = from > 6 ? from - 6 : 0; k < from; k++)
		last[wk_date_weekday(days[k].d)] = sums_of(m, &days[k], &strain[k],
		    &trail[k].night);
	if (from > 0)
		t = trail[from - 1];
	for (size_t k = from; k < n; k++) {
		wk_night_between(k > 0 ? &days[k - 1] : NULL, &days[k], &t.night);
		last[wk_date_weekday(days[k].d)] =
		    sums_of(m, &days[k], &strain[k], &t.night);
		t.week = week_of(last);
		wk_pace_step(&t.pace, days[k].hours);
		count(&t, m, &days[k]);
		trail[k] = t;
	}
}
