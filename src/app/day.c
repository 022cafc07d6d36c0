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

static bool
counts_to(const struct wk_event *e, wk_date d)
{
	return e->fact.d <= d && e->d_last >= d;
}

/* Its texts with it: the list it comes from is not kept. */
static void
keep(struct wk_event *to, const struct wk_event *e, struct wk_arena *a)
{
	const char **texts[] = { &to->tz, &to->scope, &to->ext_id, &to->ext_rev,
		&to->title, &to->tags, &to->meta, &to->fact.source };
	*to = *e;
	for (size_t i = 0; i < WK_LEN(texts); i++)
		*texts[i] = wk_arena_strdup(a, *texts[i]);
}

/* What counts to the day comes first, behind it what only bears its date. */
static void
pick(const struct wk_event *near, size_t n, wk_date d, struct wk_arena *a,
    struct wk_day_view *v)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += counts_to(&near[i], d) || wk_app_typed_date(&near[i].fact) == d;
	v->events = WK_ARENA_ARRAY(a, struct wk_event, count + 1);
	for (size_t i = 0; i < n; i++)
		if (counts_to(&near[i], d))
			keep(&v->events[v->event_count++], &near[i], a);
	for (size_t i = 0; i < n; i++)
		if (!counts_to(&near[i], d) && wk_app_typed_date(&near[i].fact) == d)
			keep(&v->events[v->event_count + v->elsewhere_count++], &near[i],
			    a);
}

/* Of what was listed for many days, what can matter to this one. */
static void
view_of(struct wk_app *app, const struct wk_event *all, size_t n, struct wk_arena *a,
    struct wk_day_view *v)
{
	struct wk_arena scratch;
	wk_date d = v->row.d;
	size_t count = 0;
	wk_arena_init(&scratch);
	struct wk_event *near = WK_ARENA_ARRAY(&scratch, struct wk_event, n + 1);
	for (size_t i = 0; i < n; i++)
		if (all[i].fact.d <= d + REACH_DAYS && all[i].d_last >= d - REACH_DAYS)
			near[count++] = all[i];
	file_pages(app, d, near, count, &scratch);
	pick(near, count, d, a, v);
	for (size_t i = 0; i < v->event_count; i++)
		if (v->events[i].fact.kind == WK_KIND_WORK && !isnan(v->row.typed.hours))
			v->total_hides_spans = true;
	wk_arena_fini(&scratch);
}

/* Rows are sparse. */
static void
take_rows(const struct wk_dayrow *rows, size_t n, wk_date first, size_t days,
    struct wk_day_view *out)
{
	for (size_t k = 0; k < days; k++) {
		out[k] = (struct wk_day_view){ .event_count = 0 };
		wk_dayrow_init(&out[k].row, first + (wk_date)k);
	}
	for (size_t i = 0; i < n; i++)
		out[rows[i].d - first].row = rows[i];
}

static enum wk_rc
view_days(struct wk_app *app, struct wk_day_span span, list_fn *list, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	struct wk_arena scratch;
	struct wk_dayrow *rows;
	struct wk_event *all;
	size_t row_count, n;
	wk_date last = span.first + (wk_date)span.days - 1;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_day_list(app->store, span.first, last, a, &rows, &row_count,
		    err);
	if (rc != WK_OK)
		return rc;
	wk_arena_init(&scratch);
	rc = list(app->store, span.first - REACH_DAYS, last + REACH_DAYS, 0, &scratch,
	    &all, &n, err);
	if (rc == WK_OK) {
		take_rows(rows, row_count, span.first, span.days, out);
		for (size_t k = 0; k < span.days; k++)
			view_of(app, all, n, a, &out[k]);
	}
	wk_arena_fini(&scratch);
	return rc;
}

enum wk_rc
wk_app_day_facts(struct wk_app *app, wk_date d, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	return view_days(app, (struct wk_day_span){ d, 1 }, wk_store_event_facts, a, out,
	    err);
}

enum wk_rc
wk_app_day(struct wk_app *app, wk_date d, struct wk_arena *a, struct wk_day_view *out,
    struct wk_err *err)
{
	return view_days(app, (struct wk_day_span){ d, 1 }, wk_store_event_list, a, out,
	    err);
}

enum wk_rc
wk_app_days(struct wk_app *app, struct wk_day_span span, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	return view_days(app, span, wk_store_event_list, a, out, err);
}
