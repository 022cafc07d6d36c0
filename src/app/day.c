/* SPDX-License-Identifier: MIT */
/* A day as it is told: what counts to it, and what else bears its date. A page counts to
 * the day its night ends in, so one at 23:50 is of the next day, one at 3:12 of this. */
#include "internal.h"

#define REACH_DAYS 2            /* facts so far away can move a page (wk_fold_days) */

/* wk_store_event_list or wk_store_event_facts. */
typedef enum wk_rc list_fn(struct wk_store *s, wk_date lo, wk_date hi, unsigned kinds,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err);

wk_date
wk_app_typed_date(const struct wk_fact *f)
{
	if (f->start == WK_TIME_NONE)
		return f->d;
	return f->kind == WK_KIND_SLEEP && f->end > f->start ?
	    wk_fold_date(f->end - 1, f->off_end, 0) :
	    wk_fold_date(f->start, f->off_start, 0);
}

/* The day each page counts to becomes its d; the rest keeps the store's. */
static void
file_pages(struct wk_app *app, wk_date d, struct wk_event *v, size_t n,
    struct wk_arena *a)
{
	struct wk_fact *facts = WK_ARENA_ARRAY(a, struct wk_fact, n + 1);
	wk_date *days = WK_ARENA_ARRAY(a, wk_date, n + 1);
	bool any = false;
	for (size_t i = 0; i < n; i++) {
		facts[i] = v[i].fact;
		any |= v[i].fact.kind == WK_KIND_INCIDENT;
	}
	if (!any)
		return;
	wk_fold_page_days(facts, n, &app->conf.rules, d, d, a, days);
	for (size_t i = 0; i < n; i++)
		if (v[i].fact.kind == WK_KIND_INCIDENT)
			v[i].fact.d = v[i].d_last = days[i];
}

/* What counts to the day comes first, behind it what only bears its date. */
static void
pick(const struct wk_event *near, size_t n, wk_date d, struct wk_arena *a,
    struct wk_day_view *v)
{
	v->events = WK_ARENA_ARRAY(a, struct wk_event, n + 1);
	for (size_t i = 0; i < n; i++)
		if (near[i].fact.d <= d && near[i].d_last >= d)
			v->events[v->event_count++] = near[i];
	for (size_t i = 0; i < n; i++)
		if ((near[i].fact.d > d || near[i].d_last < d) &&
		    wk_app_typed_date(&near[i].fact) == d)
			v->events[v->event_count + v->elsewhere_count++] = near[i];
}

static enum wk_rc
view_day(struct wk_app *app, wk_date d, list_fn *list, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	struct wk_day_view v = { 0 };
	struct wk_event *near;
	size_t n;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_day_get(app->store, d, a, &v.row, err);
	if (rc == WK_OK)
		rc = list(app->store, d - REACH_DAYS, d + REACH_DAYS, 0, a, &near, &n,
		    err);
	if (rc != WK_OK)
		return rc;
	file_pages(app, d, near, n, a);
	pick(near, n, d, a, &v);
	for (size_t i = 0; i < v.event_count; i++)
		if (v.events[i].fact.kind == WK_KIND_WORK && !isnan(v.row.typed.hours))
			v.total_hides_spans = true;
	*out = v;
	return WK_OK;
}

enum wk_rc
wk_app_day_facts(struct wk_app *app, wk_date d, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	return view_day(app, d, wk_store_event_facts, a, out, err);
}

enum wk_rc
wk_app_day(struct wk_app *app, wk_date d, struct wk_arena *a, struct wk_day_view *out,
    struct wk_err *err)
{
	return view_day(app, d, wk_store_event_list, a, out, err);
}
