/* SPDX-License-Identifier: MIT */
/* Where the days of the plan lead, ready what-ifs beside them, and the question turned
 * round. Everything is the recursion of `wick forecast` on the series read at opening. */
#include <math.h>

#include "plan_view.h"

enum { WEEK = 7, YEAR = 364, SEEN = YEAR + WEEK, OFF_DAYS = 2 };

static int
weekday_of(const struct wk_plans *v, int k)
{
	return wk_date_weekday(v->base.days[k].d);
}

double
wk_plans_hours(const struct wk_plans *v, const struct wk_whatif *w, int k)
{
	if (w->is_off[k])
		return 0;
	return isnan(w->told[k].hours) ? v->base.own.hours[weekday_of(v, k)] :
	    w->told[k].hours;
}

double
wk_plans_sleep(const struct wk_plans *v, const struct wk_whatif *w, int k)
{
	return isnan(w->told[k].sleep_h) ? v->base.own.sleep_h[weekday_of(v, k)] :
	    w->told[k].sleep_h;
}

static bool
is_same_number(double a, double b)
{
	return isnan(a) || isnan(b) ? isnan(a) && isnan(b) : fabs(a - b) < 1e-9;
}

static bool
is_same_day(const struct wk_whatif *a, const struct wk_whatif *b, int k)
{
	return a->is_off[k] == b->is_off[k] && a->told[k].oncall == b->told[k].oncall &&
	    is_same_number(a->told[k].hours, b->told[k].hours) &&
	    is_same_number(a->told[k].sleep_h, b->told[k].sleep_h);
}

static bool
is_same(const struct wk_whatif *a, const struct wk_whatif *b)
{
	bool same = true;
	for (int k = 0; k < WK_PLAN_DAYS; k++)
		same = same && is_same_day(a, b, k);
	return same;
}

bool
wk_plans_is_changed(const struct wk_plans *v)
{
	return v->is_loaded && !is_same(&v->now, &v->stored);
}

/* ---- forecasts */
/* told: room for the days, which the plan borrows. */
static struct wk_plan
plan_of(const struct wk_plans *v, const struct wk_whatif *w, struct wk_planned *told)
{
	struct wk_plan p = v->base.own;
	for (int k = 0; k < WK_PLAN_DAYS; k++) {
		told[k] = w->told[k];
		if (w->is_off[k])
			told[k].hours = 0;
	}
	p.told = told;
	p.told_count = WK_PLAN_DAYS;
	return p;
}

static void
weigh(const struct wk_tui *t, struct wk_plan_case *x, struct wk_arena *a)
{
	const struct wk_plans *v = &t->plans;
	struct wk_planned told[WK_PLAN_DAYS];
	struct wk_plan p = plan_of(v, &x->plan, told);
	struct wk_forecast f;
	wk_forecast_run(&f, &t->app->conf.model, &v->base.series, v->base.from, &p,
	    WK_PLAN_DAYS, v->goal, a);
	x->peak = f.v[0];
	x->week_h = 0;
	for (int k = 0; k < WK_PLAN_DAYS; k++)
		if (f.v[k].score > x->peak.score)
			x->peak = f.v[k];
	for (int k = 0; k < WEEK; k++)
		x->week_h += wk_plans_hours(v, &x->plan, k);
}

/* ---- ready what-ifs: each changes the days as they are now; false: nothing to change */
static bool
no_oncall(const struct wk_tui *t, struct wk_whatif *w)
{
	bool any = t->plans.base.own.oncall_share > 0;
	for (int k = 0; k < WK_PLAN_DAYS; k++) {
		any = any || w->told[k].oncall > 0;
		w->told[k].oncall = 0;
	}
	return any;
}

static bool
contract_hours(const struct wk_tui *t, struct wk_whatif *w)
{
	const struct wk_model *m = &t->app->conf.model;
	bool any = false;
	for (int k = 0; k < WK_PLAN_DAYS; k++) {
		double most = m->contract_h[weekday_of(&t->plans, k)];
		if (wk_plans_hours(&t->plans, w, k) <= most)
			continue;
		w->told[k].hours = most;
		any = true;
	}
	return any;
}

static bool
more_sleep(const struct wk_tui *t, struct wk_whatif *w)
{
	bool any = false;
	for (int k = 0; k < WK_PLAN_DAYS; k++) {
		double sleep_h = wk_plans_sleep(&t->plans, w, k);
		if (isnan(sleep_h))
			continue;
		w->told[k].sleep_h = sleep_h + 1;
		any = true;
	}
	return any;
}

static bool
days_off(const struct wk_tui *t, struct wk_whatif *w)
{
	int n = 0;
	for (int k = 0; k < WK_PLAN_DAYS && n < OFF_DAYS; k++) {
		if (wk_plans_hours(&t->plans, w, k) < t->app->conf.model.rest_h)
			continue;
		w->is_off[k] = true;
		n++;
	}
	return n > 0;
}

static const struct {
	const char *name;
	bool (*change)(const struct wk_tui *t, struct wk_whatif *w);
} whatifs[] = { { "two days off", days_off }, { "an hour more sleep", more_sleep },
	{ "contract hours", contract_hours }, { "no on-call", no_oncall } };

static void
add_case(struct wk_tui *t, const char *name, const struct wk_whatif *w,
    struct wk_arena *a)
{
	struct wk_plans *v = &t->plans;
	struct wk_plan_case *x = &v->cases[v->case_count++];
	x->name = name;
	x->plan = *w;
	weigh(t, x, a);
}

static void
run_cases(struct wk_tui *t, struct wk_arena *a)
{
	struct wk_plans *v = &t->plans;
	bool changed = wk_plans_is_changed(v);
	v->case_count = 0;
	add_case(t, changed ? "as changed here" : "as planned", &v->now, a);
	if (changed)
		add_case(t, "as planned", &v->stored, a);
	for (size_t i = 0; i < WK_LEN(whatifs); i++) {
		struct wk_whatif w = v->now;
		if (whatifs[i].change(t, &w))
			add_case(t, whatifs[i].name, &w, a);
	}
}

wk_date
wk_plans_by(const struct wk_tui *t)
{
	const struct wk_plan_base *b = &t->plans.base;
	return b->series.days[b->from].d + t->plans.by_weeks * WEEK;
}

void
wk_plans_run(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	const struct wk_model *m = &t->app->conf.model;
	struct wk_planned told[WK_PLAN_DAYS];
	struct wk_forecast f;
	struct wk_arena a;
	size_t by = (size_t)(v->by_weeks * WEEK);
	if (!v->is_loaded)
		return;
	wk_arena_init(&a);
	struct wk_plan p = plan_of(v, &v->now, told);
	wk_forecast_run(&f, m, &v->base.series, v->base.from, &p, SEEN, v->goal, &a);
	memcpy(v->strain, f.v, sizeof(v->strain));
	memcpy(v->low, f.low, sizeof(v->low));
	memcpy(v->high, f.high, sizeof(v->high));
	v->until = f.days_until > YEAR ? -1 : f.days_until;
	v->week_h = wk_solve_hours(m, &v->base.series, v->base.from, &p, by, v->goal, &a);
	v->rest = wk_solve_rest(m, &v->base.series, v->base.from, &p, by, v->goal, &a);
	run_cases(t, &a);
	wk_arena_fini(&a);
}

/* ---- from and to the log */
static void
read_stored(const struct wk_plan_base *b, struct wk_whatif *w)
{
	for (int k = 0; k < WK_PLAN_DAYS; k++) {
		w->told[k] = (struct wk_planned){ NAN, NAN, b->days[k].oncall };
		w->is_off[k] = b->days[k].is_off;
	}
}

/* What was changed here stays while others write, but not into another day. */
void
wk_plans_load(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	struct wk_plan_base fresh;
	struct wk_arena a;
	struct wk_err err;
	if (v->serial == t->facts.serial)
		return;
	v->serial = t->facts.serial;
	wk_arena_init(&a);
	enum wk_rc rc = wk_app_plan_base(t->app, &t->facts.series, &a, &fresh,
	    &err);
	if (rc != WK_OK) {
		wk_arena_fini(&a);
		v->is_loaded = false;
		snprintf(v->lacking, sizeof(v->lacking), "%.198s", err.msg);
		return;
	}
	bool keeps = wk_plans_is_changed(v) && fresh.days[0].d == v->base.days[0].d;
	wk_arena_fini(&v->arena);
	v->arena = a;
	v->base = fresh;
	v->is_loaded = true;
	v->by_weeks = WK_MAX(v->by_weeks, 1);
	read_stored(&v->base, &v->stored);
	if (!keeps)
		v->now = v->stored;
	wk_plans_run(t);
}

static void
take_hours(const struct wk_tui *t, double week_h, struct wk_whatif *w)
{
	const struct wk_model *m = &t->app->conf.model;
	int n = 0;
	for (int wd = 0; wd < WEEK; wd++)
		n += m->contract_h[wd] > 0;
	for (int k = 0; k < WK_PLAN_DAYS && n > 0; k++)
		if (isnan(w->told[k].hours) && !w->is_off[k])
			w->told[k].hours = m->contract_h[weekday_of(&t->plans, k)] > 0 ?
			    week_h / n : 0;
}

static void
take_rest(const struct wk_tui *t, int days, struct wk_whatif *w)
{
	for (int k = 0; k < WK_MIN(days, WK_PLAN_DAYS); k++) {
		w->is_off[k] = w->is_off[k] || wk_plans_hours(&t->plans, w, k) > 0;
		if (t->plans.base.own.oncall_share > 0 || w->told[k].oncall > 0)
			w->told[k].oncall = 0;
	}
}

bool
wk_plans_take(struct wk_tui *t, enum wk_plan_question q)
{
	struct wk_plans *v = &t->plans;
	bool has_hours = !isnan(v->week_h) && !isinf(v->week_h);
	if (q == WK_PLAN_WEEK_H && has_hours)
		take_hours(t, v->week_h, &v->now);
	else if (q == WK_PLAN_REST && v->rest > 0)
		take_rest(t, v->rest, &v->now);
	else
		return false;
	wk_plans_run(t);
	return true;
}

bool
wk_plans_write(struct wk_tui *t)
{
	struct wk_plans *v = &t->plans;
	struct wk_ahead days[WK_PLAN_DAYS];
	struct wk_arena a;
	struct wk_err err;
	int n = 0;
	for (int k = 0; k < WK_PLAN_DAYS; k++)
		days[k] = (struct wk_ahead){ v->base.days[k].d, v->now.is_off[k],
			v->now.told[k].oncall };
	wk_arena_init(&a);
	enum wk_rc rc = wk_app_plan_write(t->app, days, WK_PLAN_DAYS, &a, &n, &err);
	wk_arena_fini(&a);
	if (rc != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	else if (n == 0)
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "nothing to write: only days off and on-call are kept");
	else
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "written: %d %s, leave and on-call   (u undoes)", n,
		    n == 1 ? "day" : "days");
	return rc == WK_OK;
}
