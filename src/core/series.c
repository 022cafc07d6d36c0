/* SPDX-License-Identifier: MIT */
/* Sparse rows made into consecutive days, and what is known of them. */
#include "strain.h"
#include "trail.h"

struct wk_day *
wk_series_dense(const struct wk_day *rows, size_t n, wk_date until, struct wk_arena *a,
    size_t *out_n)
{
	size_t from = 0, to = n;
	*out_n = 0;
	while (from < n && wk_day_is_empty(&rows[from]))
		from++;
	while (to > from && wk_day_is_empty(&rows[to - 1]))
		to--;
	if (from == to)
		return NULL;
	wk_date first = rows[from].d, last = rows[to - 1].d;
	if (until != WK_DATE_NONE)
		last = until;
	if (last < first)
		return NULL;
	size_t count = (size_t)(last - first) + 1;
	*out_n = count;
	/* Nothing to fill in: the rows are the days. */
	if (count == to - from && until == WK_DATE_NONE)
		return (struct wk_day *)&rows[from];
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, count);
	wk_date next = first;
	for (size_t i = from; i < n && rows[i].d <= last; i++) {
		for (; next < rows[i].d; next++)
			wk_day_clear(&days[next - first], next);
		days[next++ - first] = rows[i];
	}
	for (; next <= last; next++)
		wk_day_clear(&days[next - first], next);
	return days;
}

static size_t
find_shown(const struct wk_day *days, size_t n, wk_date today)
{
	size_t partial = SIZE_MAX;
	for (size_t i = n; i-- > 0;) {
		if (days[i].d > today || wk_day_is_empty(&days[i]))
			continue;
		if (days[i].d < today || (!isnan(days[i].hours) &&
		    !isnan(days[i].sleep_h)))
			return i;
		partial = i;  /* today, not finished, and perhaps all there is */
	}
	return partial == SIZE_MAX ? 0 : partial;
}

void
wk_series_score(struct wk_series *s, const struct wk_model *m, const struct wk_day *days,
    size_t n, wk_date today, struct wk_arena *a)
{
	*s = (struct wk_series){ .days = days, .n = n, .today = today, .exhaustion = NAN,
		.exhaustion_d = WK_DATE_NONE };
	if (n == 0)
		return;
	struct wk_strain *strain = WK_ARENA_ARRAY(a, struct wk_strain, n);
	s->marks = strain_run_marked(m, days, n, a, strain);
	s->strain = strain;
	s->shown = find_shown(days, n, today);
}

/* A longer silence says no more: confidence is 0 long before, the score is held. */
#define SILENT_MAX 730

void
wk_series_age(struct wk_series *s, const struct wk_model *m, wk_date today,
    struct wk_arena *a)
{
	if (s->n == 0 || s->days[s->shown].d >= today - 1)
		return;
	size_t heard = s->shown + 1;
	s->silent = WK_MIN(today - 1 - s->days[s->shown].d, SILENT_MAX);
	size_t n = heard + (size_t)s->silent;
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, n);
	struct wk_strain *strain = WK_ARENA_ARRAY(a, struct wk_strain, WK_MAX(n, s->n));
	memcpy(days, s->days, heard * sizeof(*days));
	for (size_t i = heard; i < n; i++)
		wk_day_clear(&days[i], days[i - 1].d + 1);
	wk_strain_run(m, days, n, a, strain);
	const struct wk_strain last = strain[n - 1];
	memcpy(strain, s->strain, s->n * sizeof(*strain));
	struct wk_strain *shown = &strain[s->shown];
	shown->confidence = last.confidence;
	shown->low = WK_MIN(last.low, shown->score);
	shown->high = WK_MAX(last.high, shown->score);
	s->strain = strain;
}

double
wk_series_silent_change(const struct wk_series *s, size_t from, size_t i)
{
	double sum = 0;
	for (size_t k = from + 1; k <= i && k < s->n; k++)
		if (s->strain[k].is_empty)
			sum += s->strain[k].score - s->strain[k - 1].score;
	return sum;
}

wk_date
wk_series_held_since(const struct wk_series *s, size_t i, const struct wk_model *m)
{
	if (i == s->shown && s->silent > m->gap_d)
		return s->days[i].d + 1 + (wk_date)m->gap_d;
	if (!s->strain[i].is_held)
		return WK_DATE_NONE;
	while (i > 0 && s->strain[i - 1].is_held)
		i--;
	return s->days[i].d;
}

/* No indicator looks further back, but for what the trail carries on. */
#define REACH 128

void
wk_series_trail(struct wk_series *s, const struct wk_model *m, size_t from,
    struct wk_arena *a)
{
	if (s->n == 0)
		return;
	from = WK_MIN(from, s->n - 1);
	struct wk_trail *trail = WK_ARENA_ARRAY(a, struct wk_trail, s->n);
	size_t whole = from > REACH ? from - REACH : 0;
	if (whole > 0)
		wk_trail_carry(m, s->days, whole, &trail[whole - 1]);
	wk_trail_run(m, s->days, s->strain, whole, s->n, trail);
	s->trail = trail;
	s->trail_from = from;
}

void
wk_series_init(struct wk_series *s, const struct wk_model *m, const struct wk_day *days,
    size_t n, wk_date today, struct wk_arena *a)
{
	wk_series_score(s, m, days, n, today, a);
	wk_series_trail(s, m, 0, a);
}

size_t
wk_series_find(const struct wk_series *s, wk_date d)
{
	if (s->n == 0 || d < s->days[0].d || d > s->days[s->n - 1].d)
		return SIZE_MAX;
	return (size_t)(d - s->days[0].d);
}

struct wk_coverage
wk_series_coverage(const struct wk_series *s, size_t i, int n)
{
	struct wk_coverage c = { .of = n };
	n -= i == s->shown ? s->silent : 0;
	for (int k = 0; k < n && i < s->n && (size_t)k <= i; k++) {
		const struct wk_day *day = &s->days[i - (size_t)k];
		c.hours += !isnan(day->hours);
		c.sleep += !isnan(day->sleep_h);
		c.days += !wk_day_is_empty(day);
	}
	return c;
}
