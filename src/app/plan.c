/* SPDX-License-Identifier: MIT */
/* plan: the days to come one by one. What the log knows of them beforehand is leave and
 * on-call; nothing else of a day that has not been is ever written. */
#include "internal.h"

static void
read_ahead(const struct wk_dayrow *row, struct wk_ahead *out)
{
	*out = (struct wk_ahead){ .d = row->d,
	    .is_off = row->folded.leave != WK_LEAVE_NONE,
	    .oncall = row->folded.is_oncall ? 1 : row->typed.oncall == 0 ? 0 : -1 };
}

enum wk_rc
wk_app_plan_base(struct wk_app *app, const struct wk_series *read, struct wk_arena *a,
    struct wk_plan_base *out, struct wk_err *err)
{
	struct wk_plan_base b = { .series = *read };
	enum wk_rc rc = wk_app_forecast_from(app, NULL, a, &b.series, &b.from, err);
	if (rc != WK_OK)
		return rc;
	wk_plan_own(&b.own, &app->conf.model, &b.series, b.from);
	for (int k = 0; rc == WK_OK && k < WK_PLAN_DAYS; k++) {
		struct wk_dayrow row;
		wk_date d = b.series.days[b.from].d + 1 + k;
		rc = wk_store_day_get(app->store, d, a, &row, err);
		if (rc == WK_OK)
			read_ahead(&row, &b.days[k]);
		b.days[k].d = d;
	}
	if (rc == WK_OK)
		*out = b;
	return rc;
}

static void
put_typed(struct wk_dayrow *row, const struct wk_ahead *want)
{
	struct wk_ahead is;
	read_ahead(row, &is);
	if (want->is_off != is.is_off) {
		row->typed.leave = want->is_off ? WK_LEAVE_VACATION : WK_LEAVE_NONE;
		row->locked |= WK_LOCK_DAY_LEAVE;
	}
	if (want->oncall != is.oncall) {
		row->typed.oncall = want->oncall;
		row->locked |= WK_LOCK_DAY_ONCALL;
	}
	if (row->source == NULL)
		row->source = "manual";
}

static enum wk_rc
write_day(struct wk_app *app, const struct wk_ahead *want, struct wk_arena *a,
    int *changed, struct wk_err *err)
{
	struct wk_dayrow row;
	struct wk_ahead is;
	enum wk_rc rc = wk_store_day_get(app->store, want->d, a, &row, err);
	if (rc != WK_OK)
		return rc;
	row.d = want->d;
	read_ahead(&row, &is);
	if (is.is_off == want->is_off && is.oncall == want->oncall)
		return WK_OK;
	put_typed(&row, want);
	(*changed)++;
	return wk_store_day_put(app->store, &row, err);
}

enum wk_rc
wk_app_plan_write(struct wk_app *app, const struct wk_ahead *v, size_t n,
    struct wk_arena *a, int *changed, struct wk_err *err)
{
	struct wk_buf what;
	int count = 0;
	wk_buf_init(&what);
	wk_buf_adds(&what, "plan from ");
	wk_date_put_day(&what, v[0].d);
	enum wk_rc rc = wk_app_begin(app, what.p, err);
	wk_buf_fini(&what);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = write_day(app, &v[i], a, &count, err);
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		*changed = count;
	return rc;
}
