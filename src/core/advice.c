/* SPDX-License-Identifier: MIT */
/* What would lower the score most in the next 14 days: the same recursion over the own
 * usual week and over weeks that differ in one thing. Where the day's points pass 100
 * together, no one thing alone may show; then several at once are weighed too. The list
 * is wick's own choice. */
#include "forecast.h"

#include <assert.h>

enum { AHEAD = 14, WEEK = 7, DAYS_OFF = 2 };
#define LEAST_POINTS 0.1       /* less is not told */
#define LITTLE_POINTS 1.0      /* when the best is less, several at once are weighed */

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

/* Only the pages of these categories are left. */
static void
keep_pages(const struct view *w, struct wk_plan *p, unsigned cats)
{
	struct wk_plan some;
	wk_plan_own_pages(&some, w->m, w->s, w->i, cats);
	memcpy(p->load, some.load, sizeof(p->load));
	p->woken = some.woken;
}

static bool
quiet_nights(const struct view *w, struct wk_plan *p)
{
	keep_pages(w, p, PLAN_CAT(WK_CAT_BUSINESS) | PLAN_CAT(WK_CAT_OFF));
	return true;
}

static bool
off_call(const struct view *w, struct wk_plan *p)
{
	if (p->oncall_share <= 0)
		return false;
	keep_pages(w, p, PLAN_CAT(WK_CAT_BUSINESS));
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

enum row { ROW_SLEEP, ROW_NIGHTS, ROW_DAYS_OFF, ROW_HOURS, ROW_ONCALL };
static const struct { const char *id, *text; change_fn *change; } rows[] = {
	[ROW_SLEEP] = { "sleep", "an hour more sleep", more_sleep },
	[ROW_NIGHTS] = { "night-pages", "no pages at night", quiet_nights },
	[ROW_DAYS_OFF] = { "days-off", "two days off", days_off },
	[ROW_HOURS] = { "hours", NULL, short_weeks },
	[ROW_ONCALL] = { "oncall", "no on-call", off_call },
};
static_assert(WK_LEN(rows) < WK_ADVICE_MAX,
    "room for all advice, and for several at once");

enum { WHAT_SIZE = 56 };

static void
add_what(char what[WHAT_SIZE], const struct wk_model *m, size_t row)
{
	size_t n = strlen(what);
	const char *gap = n > 0 ? ", " : "";
	if (rows[row].text != NULL)
		snprintf(what + n, WHAT_SIZE - n, "%s%s", gap, rows[row].text);
	else
		snprintf(what + n, WHAT_SIZE - n, "%sweeks of %g h", gap, m->hours_std_h);
}

static void
say(struct wk_advice *x, const char *id, const char *what)
{
	x->id = id;
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

/* ---- the ranking ---- */
struct ranking {
	struct view view;
	struct wk_course course;
	double usual;                  /* the score with the usual week */
	struct wk_advice *out;
	size_t n;
};

static const struct wk_strain *
day_14(struct ranking *r, const struct wk_plan *p)
{
	return &wk_course_run(&r->course, p, AHEAD)[AHEAD - 1];
}

static void
weigh(struct ranking *r, const struct wk_plan *p, const char *id, const char *what)
{
	struct wk_advice x = { .points = r->usual - day_14(r, p)->score };
	if (x.points < LEAST_POINTS)
		return;
	say(&x, id, what);
	insert(r->out, r->n++, &x);
}

static void
weigh_each(struct ranking *r, const struct wk_plan *usual)
{
	for (size_t k = 0; k < WK_LEN(rows); k++) {
		struct wk_plan p = *usual;
		char what[WHAT_SIZE] = "";
		add_what(what, r->view.m, k);
		if (rows[k].change(&r->view, &p))
			weigh(r, &p, rows[k].id, what);
	}
}

/* Shorter weeks, more sleep and fewer pages at once. */
static void
weigh_together(struct ranking *r, const struct wk_plan *usual)
{
	const size_t calls = usual->oncall_share > 0 ? ROW_ONCALL : ROW_NIGHTS;
	const size_t parts[] = { ROW_HOURS, ROW_SLEEP, calls };
	struct wk_plan p = *usual;
	char what[WHAT_SIZE] = "";
	for (size_t k = 0; k < WK_LEN(parts); k++)
		if (rows[parts[k]].change(&r->view, &p))
			add_what(what, r->view.m, parts[k]);
	if (what[0] != '\0')
		weigh(r, &p, "together", what);
}

static bool
is_capped(const struct wk_strain *x)
{
	double sum = 0;
	for (int k = 0; k < WK_PART_COUNT; k++)
		sum += x->p[k];
	return sum > 100;
}

size_t
wk_advice_rank(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_advice out[WK_ADVICE_MAX])
{
	struct ranking r = { .view = { m, s, i }, .out = out };
	struct wk_plan usual;
	if (!wk_forecast_is_known(s, i))
		return 0;
	wk_plan_own(&usual, m, s, i);
	wk_course_init(&r.course, m, s, i, AHEAD, a);
	const struct wk_strain *x = day_14(&r, &usual);
	bool capped = is_capped(x);
	r.usual = x->score;
	weigh_each(&r, &usual);
	if (capped && (r.n == 0 || out[0].points < LITTLE_POINTS))
		weigh_together(&r, &usual);
	return r.n;
}

size_t
wk_advice_best(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_advice out[WK_ADVICE_BEST])
{
	struct wk_advice all[WK_ADVICE_MAX];
	if (i >= s->n || s->strain[i].band < WK_BAND_WATCH)
		return 0;
	size_t n = wk_advice_rank(m, s, i, a, all);
	n = WK_MIN(n, (size_t)WK_ADVICE_BEST);
	memcpy(out, all, n * sizeof(*out));
	return n;
}
