/* SPDX-License-Identifier: MIT */
/* What would lower the score most in the next 14 days: the same recursion over the own
 * usual week and over weeks that differ in one thing. The list is wick's own choice. */
#include "forecast.h"

#include <assert.h>

enum { AHEAD = 14, WEEK = 7, DAYS_OFF = 2 };
#define LEAST_POINTS 0.1

struct view {
	const struct wk_model *m;
	const struct wk_series *s;
	size_t i;
};
/* Changes the usual plan; false where there is nothing to change. */
typedef bool change_fn(const struct view *w, struct wk_plan *p);

static bool
more_sleep(const struct view *w, struct wk_plan *p)
{
	(void)w;
	for (int wd = 0; wd < WEEK; wd++)
		p->sleep_h[wd] += 1;
	return !isnan(p->sleep_h[0]);
}

static bool
quiet_nights(const struct view *w, struct wk_plan *p)
{
	wk_plan_own_pages(p, w->m, w->s, w->i, PLAN_CAT(WK_CAT_BUSINESS) |
	    PLAN_CAT(WK_CAT_OFF));
	return true;
}

static bool
off_call(const struct view *w, struct wk_plan *p)
{
	if (p->oncall_share <= 0)
		return false;
	wk_plan_own_pages(p, w->m, w->s, w->i, PLAN_CAT(WK_CAT_BUSINESS));
	p->oncall_share = 0;
	return true;
}

/* The next two days that would have work; days of rest between them stay so. */
static bool
days_off(const struct view *w, struct wk_plan *p)
{
	wk_date d = w->s->days[w->i].d + 1;
	int worked = 0, n = 0;
	for (; n < AHEAD && worked < DAYS_OFF; n++)
		worked += p->hours[wk_date_weekday(d + n)] >= w->m->rest_h;
	p->rest_days = n;
	return worked == DAYS_OFF;
}

static bool
short_weeks(const struct view *w, struct wk_plan *p)
{
	if (wk_plan_week(p) <= w->m->hours_std_h)
		return false;
	wk_plan_put_hours(p, w->m, w->m->hours_std_h);
	return true;
}

static const struct { const char *id, *text; change_fn *change; } rows[] = {
	{ "sleep", "an hour more sleep", more_sleep },
	{ "night-pages", "no pages at night", quiet_nights },
	{ "days-off", "two days off", days_off },
	{ "hours", NULL, short_weeks },
	{ "oncall", "no on-call", off_call },
};
static_assert(WK_LEN(rows) <= WK_ADVICE_MAX, "room for all advice");

static void
say(struct wk_advice *x, const struct wk_model *m, size_t row)
{
	char what[40];
	if (rows[row].text != NULL)
		snprintf(what, sizeof(what), "%s", rows[row].text);
	else
		snprintf(what, sizeof(what), "weeks of %g h", m->hours_std_h);
	x->id = rows[row].id;
	snprintf(x->text, sizeof(x->text), "%s: %.1f point%s lower in %d days", what,
	    x->points, lround(x->points * 10) == 10 ? "" : "s", AHEAD);
}

/* Keeps out[0..n) sorted, best first. */
static void
insert(struct wk_advice *out, size_t n, const struct wk_advice *x)
{
	for (; n > 0 && out[n - 1].points < x->points; n--)
		out[n] = out[n - 1];
	out[n] = *x;
}

size_t
wk_advice_rank(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_advice out[WK_ADVICE_MAX])
{
	struct wk_course c;
	struct wk_plan usual;
	size_t n = 0;
	if (!wk_forecast_is_known(s, i))
		return 0;
	wk_plan_own(&usual, m, s, i);
	wk_course_init(&c, m, s, i, AHEAD, a);
	struct view w = { .m = m, .s = s, .i = i };
	double score = wk_course_run(&c, &usual, AHEAD)[AHEAD - 1].score;
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		struct wk_plan p = usual;
		struct wk_advice x;
		if (!rows[k].change(&w, &p))
			continue;
		x.points = score - wk_course_run(&c, &p, AHEAD)[AHEAD - 1].score;
		if (x.points < LEAST_POINTS)
			continue;
		say(&x, m, k);
		insert(out, n++, &x);
	}
	return n;
}
