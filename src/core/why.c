/* SPDX-License-Identifier: MIT */
/* Why the score is what it is, in words that every face shares. Points come from the
 * contributions and are rounded together, so the lines add up to the printed number;
 * the phrases say what was logged and never guess at a cause. */
#include "trail.h"

#include <assert.h>
#include <stdlib.h>

/* One phrase for a part: of the level at i. */
typedef void phrase_fn(const struct wk_model *m, const struct wk_series *s, size_t i,
    char *out, size_t size);

/* The day whose numbers are shown: a held day shows those of the last day counted. */
static size_t
counted(const struct wk_series *s, size_t i)
{
	while (i > 0 && s->strain[i].is_held)
		i--;
	return i;
}

/* "7 days", or "7 days (5 known)": what is filled in is not taken for logged. */
static const char *
days_of(const struct wk_series *s, size_t i, int days, char *out, size_t size)
{
	size_t end = counted(s, i);
	int known = wk_window_of(s, end, (size_t)days).hours;

	if (known < days)
		snprintf(out, size, "%d days (%d known)", days, known);
	else
		snprintf(out, size, "%d days", days);
	return out;
}

static void
say_hours(const struct wk_model *m, const struct wk_series *s, size_t i, char *out,
    size_t size)
{
	double h = s->strain[i].week_hours, over = h - m->hours_std_h;
	char days[24];

	days_of(s, i, 7, days, sizeof(days));
	if (over > 0.05)
		snprintf(out, size, "%.1f h in the last %s, %.1f over %g", h, days, over,
		    m->hours_std_h);
	else
		snprintf(out, size, "%.1f h in the last %s, not over %g", h, days,
		    m->hours_std_h);
}

static void
say_rest(const struct wk_model *m, const struct wk_series *s, size_t i, char *out,
    size_t size)
{
	const struct wk_strain *x = &s->strain[i];
	char days[24];

	snprintf(out, size, "%d rest %s of %g in %s, %d short %s", x->rest_days14,
	    x->rest_days14 == 1 ? "day" : "days", m->rest_need_d,
	    days_of(s, i, 14, days, sizeof(days)), x->short_rests14,
	    x->short_rests14 == 1 ? "rest" : "rests");
}

static void
say_sleep(const struct wk_model *m, const struct wk_series *s, size_t i, char *out,
    size_t size)
{
	snprintf(out, size, "chronic sleep %.1f h, points begin below %g",
	    s->strain[i].sleep_chronic_h, m->sleep_need_h - m->sleep_margin_h);
}

static int
oncall_of_7(const struct wk_series *s, size_t i)
{
	struct wk_window w = wk_window_of(s, i, 7);
	int on = 0;

	for (size_t k = 0; k < w.n; k++)
		on += w.v[k].is_oncall;
	return on;
}

static void
say_incidents(const struct wk_model *m, const struct wk_series *s, size_t i, char *out,
    size_t size)
{
	double p = s->strain[i].p[WK_PART_INCIDENTS];
	int on = oncall_of_7(s, i);
	double load = p - m->oncall_pts * on / 7;

	if (p >= m->incident_cap - 1e-9)
		snprintf(out, size, "incident load at its cap of %g, on "
		    "call %d of 7 days",
		    m->incident_cap, on);
	else
		snprintf(out, size, "incident load %.1f, on call %d of 7 days",
		    WK_MAX(load, 0.0) + 0.0, on);
}

static bool
has_checkin(const struct wk_day *day)
{
	return day->energy > 0 || day->stress > 0 || day->mood > 0;
}

static void
put_answer(char *out, size_t size, const char *name, int v)
{
	size_t len = strlen(out);

	if (v > 0 && len < size)
		snprintf(out + len, size - len, ", %s %d", name, v);
}

static void
say_checkin(const struct wk_model *m, const struct wk_series *s, size_t i, char *out,
    size_t size)
{
	const struct wk_day *day = NULL;
	size_t back = 0;

	for (; back <= i && day == NULL; back++)
		if (has_checkin(&s->days[i - back]))
			day = &s->days[i - back];
	if (day == NULL) {
		snprintf(out, size, "no check-in yet");
		return;
	}
	back--;
	if ((double)back >= m->checkin_hold_d) {
		snprintf(out, size, "the last check-in is %zu days back", back);
		return;
	}
	if (back == 0)
		snprintf(out, size, "check-in of the day");
	else
		snprintf(out, size, "check-in %zu %s back", back, back == 1 ? "day" :
		    "days");
	put_answer(out, size, "energy", day->energy);
	put_answer(out, size, "stress", day->stress);
	put_answer(out, size, "mood", day->mood);
}

static phrase_fn *const phrases[] = {
	[WK_PART_HOURS] = say_hours,
	[WK_PART_REST] = say_rest,
	[WK_PART_SLEEP] = say_sleep,
	[WK_PART_INCIDENTS] = say_incidents,
	[WK_PART_CHECKIN] = say_checkin,
};
static_assert(WK_LEN(phrases) == WK_PART_COUNT, "one phrase per part");

/* ---- changes ---- */
static void
say_pages(const struct wk_day *day, char *out, size_t size)
{
	int woke = wk_day_wakings(day);

	snprintf(out, size, "%zu %s", day->incident_count,
	    day->incident_count == 1 ? "page" : "pages");
	if (woke > 0)
		snprintf(out + strlen(out), size - strlen(out), ", %d woke you", woke);
}

/* The day's own part stood still: what moves is the slow half on its way to it. */
static bool
is_slow_only(const struct wk_strain *was, const struct wk_strain *now, size_t k)
{
	return fabs(now->fast[k] - was->fast[k]) < 0.05;
}

/* Whose weeks these are: a line for each part, and none reads like another. */
static const char *const slow_words[] = {
	[WK_PART_HOURS] = "earlier hours",
	[WK_PART_REST] = "past days off missed",
	[WK_PART_SLEEP] = "earlier short nights",
	[WK_PART_INCIDENTS] = "earlier pages",
	[WK_PART_CHECKIN] = "earlier check-ins",
};
static_assert(WK_LEN(slow_words) == WK_PART_COUNT, "words for each part");

static void
say_change(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_why *why)
{
	enum wk_part k = why->part;
	char *out = why->text;
	size_t size = sizeof(why->text);
	const struct wk_strain *was = &s->strain[i - 1], *now = &s->strain[i];
	const struct wk_day *day = &s->days[i];

	if (now->is_held)
		snprintf(out, size, "held, nothing logged");
	else if (k == WK_PART_INCIDENTS && day->incident_count > 0)
		say_pages(day, out, size);
	else if (is_slow_only(was, now, k))
		snprintf(out, size, "%s %s", slow_words[k],
		    why->tenths >= 0 ? "add up" : "fade");
	else if (k == WK_PART_HOURS && now->is_empty)
		snprintf(out, size, "not logged, counts as usual: %.1f h in 7 days",
		    now->week_hours);
	else if (k == WK_PART_HOURS)
		snprintf(out, size, "%.1f h in 7 days, was %.1f", now->week_hours,
		    was->week_hours);
	else if (k == WK_PART_SLEEP && !isnan(day->sleep_h))
		snprintf(out, size, "slept %.1f h, chronic %.1f h", day->sleep_h,
		    now->sleep_chronic_h);
	else if (k == WK_PART_SLEEP)
		snprintf(out, size, "no sleep logged, chronic %.1f h",
		    now->sleep_chronic_h);
	else if (k == WK_PART_INCIDENTS && now->fast[k] < was->fast[k])
		snprintf(out, size, "earlier pages fade, on call %d of 7",
		    oncall_of_7(s, i));
	else
		phrases[k](m, s, i, out, size);
}

static int
by_size(const void *pa, const void *pb)
{
	const struct wk_why *a = pa, *b = pb;
	int x = abs(a->tenths), y = abs(b->tenths);

	if (x != y)
		return x < y ? 1 : -1;
	return (int)a->part - (int)b->part;
}

size_t
wk_why_changes(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_why out[WK_PART_COUNT])
{
	int now[WK_PART_COUNT], was[WK_PART_COUNT];
	size_t n = 0;

	if (i == 0 || i >= s->n)
		return 0;
	/* between the printed digits: who holds both days beside each other finds them */
	wk_strain_round(s->strain[i].contribution, s->strain[i].score, now);
	wk_strain_round(s->strain[i - 1].contribution, s->strain[i - 1].score, was);
	for (size_t k = 0; k < WK_PART_COUNT; k++) {
		if (now[k] == was[k] && now[k] == 0)
			continue;
		out[n] = (struct wk_why){ .part = (enum wk_part)k,
			.tenths = now[k] - was[k] };
		say_change(m, s, i, &out[n]);
		n++;
	}
	qsort(out, n, sizeof(*out), by_size);
	return n;
}

size_t
wk_why_levels(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_why out[WK_PART_COUNT])
{
	int tenths[WK_PART_COUNT];

	if (i >= s->n)
		return 0;
	wk_strain_round(s->strain[i].contribution, s->strain[i].score, tenths);
	for (size_t k = 0; k < WK_PART_COUNT; k++) {
		out[k] = (struct wk_why){ .part = (enum wk_part)k, .tenths = tenths[k] };
		phrases[k](m, s, i, out[k].text, sizeof(out[k].text));
	}
	qsort(out, WK_PART_COUNT, sizeof(*out), by_size);
	return WK_PART_COUNT;
}
