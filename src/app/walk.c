/* SPDX-License-Identifier: MIT */
/* The whole log, a stretch at a time: read as it goes, so that a hundred years need no
 * more memory than one. */
#include "internal.h"

struct reading {
	struct wk_store_days days;
	struct wk_err *err;
	enum wk_rc rc;
};

static bool
next_row(void *ctx, struct wk_arena *a, struct wk_day *out)
{
	struct reading *r = ctx;
	r->rc = wk_store_days_next(&r->days, a, out, r->err);
	return r->rc == WK_OK;
}

/* What only the end of the log can tell, from its tail: its last day with an entry, the
 * day shown, the monthly check. */
static enum wk_rc
read_end(struct wk_app *app, struct wk_walk_plan *plan, struct wk_series *end,
    struct wk_err *err)
{
	struct wk_arena a;
	wk_arena_init(&a);
	enum wk_rc rc = wk_app_series(app, false, &a, end, err);
	if (rc == WK_OK && end->n == 0)
		rc = wk_fail(err, WK_ERR_NOTFOUND, "nothing is logged yet");
	if (rc == WK_OK && plan->has_indicators)
		rc = wk_app_survey_fill(app, app->today, &a, end, err);
	if (rc == WK_OK) {
		plan->last = end->days[end->n - 1].d;
		plan->shown = end->days[end->shown].d;
	}
	wk_arena_fini(&a);
	return rc;
}

struct range { wk_date lo, hi; bool is_met; };

/* The part of the stretch that lies in the range. */
static enum wk_rc
hand_over(struct range *r, const struct wk_series *s, size_t from, size_t to,
    wk_stretch_fn *take, void *ctx, struct wk_err *err)
{
	wk_date first = s->days[0].d;
	if (r->lo != WK_DATE_NONE && r->lo > first + (wk_date)from)
		from = (size_t)(r->lo - first);
	if (r->hi != WK_DATE_NONE && r->hi < first + (wk_date)to - 1)
		to = r->hi < first ? 0 : (size_t)(r->hi - first) + 1;
	if (from >= to)
		return WK_OK;
	r->is_met = true;
	return take(ctx, s, from, to, err);
}

enum wk_rc
wk_app_walk(struct wk_app *app, bool has_indicators, wk_date lo, wk_date hi,
    wk_stretch_fn *take, void *ctx, struct wk_err *err)
{
	struct reading reading = { .err = err };
	struct wk_walk_plan plan = { .m = &app->conf.model,
		.has_indicators = has_indicators, .source = next_row, .ctx = &reading };
	struct range range = { lo, hi, false };
	struct wk_series s, end;
	struct wk_arena a;
	size_t from, to;
	enum wk_rc rc = read_end(app, &plan, &end, err);
	if (rc != WK_OK)
		return rc;
	wk_arena_init(&a);
	rc = wk_store_days_begin(app->store, plan.last, &a, &reading.days, err);
	struct wk_walk *w = wk_walk_new(&plan, &a);
	while (rc == WK_OK && wk_walk_next(w, &s, &from, &to)) {
		s.exhaustion = end.exhaustion;
		s.exhaustion_d = end.exhaustion_d;
		rc = hand_over(&range, &s, from, to, take, ctx, err);
		if (hi != WK_DATE_NONE && s.days[to - 1].d >= hi)
			break;
	}
	if (rc == WK_OK && reading.rc != WK_OK && reading.rc != WK_ERR_NOTFOUND)
		rc = reading.rc;
	if (rc == WK_OK && !range.is_met)
		rc = wk_fail(err, WK_ERR_NOTFOUND, "nothing is logged in that range");
	wk_store_days_end(&reading.days);
	wk_walk_free(w);
	wk_arena_fini(&a);
	return rc;
}
