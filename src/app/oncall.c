/* SPDX-License-Identifier: MIT */
/* oncall: shifts by day or by time. Clearing cuts our own shifts; where an imported one
 * still covers a day, the day is told "not on call" by hand. */
#include "internal.h"

struct moment { wk_date d; int min; bool has_min; };

static enum wk_rc
parse_moment(const struct wk_app *app, const char *s, struct moment *m,
    struct wk_err *err)
{
	char day[40];
	const char *t = strchr(s, 'T');
	if (t == NULL || wk_text_starts(s, "T") || strchr(s, ':') == NULL) {
		m->has_min = false;
		return wk_when_day(app, s, &m->d, err);
	}
	size_t n = (size_t)(t - s);
	if (n >= sizeof(day))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a day and time", s);
	memcpy(day, s, n);
	day[n] = '\0';
	m->has_min = true;
	enum wk_rc rc = wk_when_day(app, day, &m->d, err);
	return rc == WK_OK ? wk_when_clock(t + 1, false, &m->min, err) : rc;
}

static enum wk_rc
parse_range(const struct wk_app *app, const char *s, int64_t *start, int64_t *end,
    struct wk_err *err)
{
	const char *dots = strstr(s, "..");
	char from[48];
	struct moment lo, hi;
	size_t n = dots == NULL ? strlen(s) : (size_t)(dots - s);
	if (n >= sizeof(from))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not FROM..TO", s);
	memcpy(from, s, n);
	from[n] = '\0';
	enum wk_rc rc = parse_moment(app, from, &lo, err);
	if (rc == WK_OK)
		rc = parse_moment(app, dots == NULL ? from : dots + 2, &hi, err);
	if (rc != WK_OK)
		return rc;
	int begin = app->conf.rules.day_start_min;
	*start = wk_when_utc(app->zone, lo.d, lo.has_min ? lo.min : begin);
	*end = hi.has_min ? wk_when_utc(app->zone, hi.d, hi.min) :
	    wk_when_utc(app->zone, hi.d + 1, begin);
	if (*end <= *start)
		return wk_fail(err, WK_ERR_INPUT, "\"%.60s\" ends before it begins", s);
	if (*end - *start > 366 * (int64_t)86400)
		return wk_fail(err, WK_ERR_INPUT, "\"%.60s\" is longer than a year", s);
	return WK_OK;
}

/* Cuts [start, end) out of one shift: nothing, one or two pieces are left. */
static enum wk_rc
cut_shift(struct wk_app *app, struct wk_event *e, int64_t start, int64_t end,
    struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	bool before = e->fact.start < start, after = e->fact.end > end;
	int64_t old_end = e->fact.end;
	if (!before && !after)
		return wk_store_event_drop(app->store, e->id, err);
	if (before) {
		e->fact.end = start;
		e->fact.off_end = wk_zone_offset(app->zone, start);
	} else {
		e->fact.start = end;
		e->fact.off_start = wk_zone_offset(app->zone, end);
	}
	wk_event_file(e, &app->conf.rules);
	rc = wk_store_event_put(app->store, e, err);
	if (rc == WK_OK && before && after) {
		struct wk_event rest;
		wk_app_event(app, app->zone, WK_KIND_ONCALL, end, old_end, &rest);
		rc = wk_store_event_put(app->store, &rest, err);
	}
	return rc;
}

static enum wk_rc
clear_days(struct wk_app *app, wk_date lo, wk_date hi, const bool *covered,
    struct wk_arena *a, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (wk_date d = lo; rc == WK_OK && d <= hi; d++) {
		struct wk_dayrow row;
		rc = wk_store_day_get(app->store, d, a, &row, err);
		if (rc != WK_OK)
			break;
		row.typed.oncall = covered[d - lo] ? 0 : -1;
		if (covered[d - lo])
			row.locked |= WK_LOCK_DAY_ONCALL;
		else
			row.locked &= ~(unsigned)WK_LOCK_DAY_ONCALL;
		rc = wk_store_day_put(app->store, &row, err);
	}
	return rc;
}

static enum wk_rc
clear_range(struct wk_app *app, int64_t start, int64_t end, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	bool *covered = WK_ARENA_ARRAY(a, bool, (size_t)(hi - lo + 1));
	enum wk_rc rc = wk_store_event_list(app->store, lo, hi, 1u << WK_KIND_ONCALL, a,
	    &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		if (v[i].fact.start == WK_TIME_NONE || v[i].fact.end == WK_TIME_NONE ||
		    v[i].fact.end <= start || v[i].fact.start >= end)
			continue;
		if (strcmp(v[i].fact.source, "manual") == 0) {
			rc = cut_shift(app, &v[i], start, end, err);
			continue;
		}
		for (wk_date d = lo; d <= hi; d++)
			covered[d - lo] |= v[i].fact.d <= d && d <= v[i].d_last;
	}
	return rc == WK_OK ? clear_days(app, lo, hi, covered, a, err) : rc;
}

/* What was told "not on call" by hand before is so no more. */
static enum wk_rc
unsay_days(struct wk_app *app, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (wk_date d = lo; rc == WK_OK && d <= hi; d++) {
		struct wk_dayrow row;
		rc = wk_store_day_get(app->store, d, a, &row, err);
		if (rc != WK_OK || row.typed.oncall != 0)
			continue;
		row.typed.oncall = -1;
		row.locked &= ~(unsigned)WK_LOCK_DAY_ONCALL;
		rc = wk_store_day_put(app->store, &row, err);
	}
	return rc;
}

static enum wk_rc
add_range(struct wk_app *app, struct wk_event *e, struct wk_arena *a, struct wk_err *err)
{
	enum wk_rc rc = unsay_days(app, e->fact.d, e->d_last, a, err);
	return rc == WK_OK ? wk_app_put_merged(app, e, a, err) : rc;
}

/* By date, and by time where it is not whole days: what was typed may be "yesterday". */
static void
put_shift(struct wk_buf *b, const struct wk_app *app, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	int begin = app->conf.rules.day_start_min;
	bool whole = wk_when_utc(app->zone, f->d, begin) == f->start &&
	    wk_when_utc(app->zone, e->d_last + 1, begin) == f->end;
	char lo[11], hi[11];
	wk_date_format(f->d, lo);
	wk_date_format(e->d_last, hi);
	if (!whole) {
		wk_date_put_day(b, wk_fold_date(f->start, f->off_start, 0));
		wk_buf_addc(b, ' ');
		wk_app_put_times(b, e);
	} else if (f->d == e->d_last)
		wk_buf_adds(b, lo);
	else
		wk_buf_addf(b, "%s..%s", lo, hi);
}

enum wk_rc
wk_app_oncall(struct wk_app *app, const char *range, bool clear, struct wk_arena *a,
    int *days, struct wk_err *err)
{
	int64_t start = 0, end = 0;
	enum wk_rc rc = parse_range(app, range, &start, &end, err);
	if (rc != WK_OK)
		return rc;
	struct wk_event e;
	wk_app_event(app, app->zone, WK_KIND_ONCALL, start, end, &e);
	struct wk_buf what;
	wk_buf_init(&what);
	wk_buf_adds(&what, clear ? "clear on call " : "on call ");
	put_shift(&what, app, &e);
	rc = wk_app_begin(app, what.p, err);
	wk_buf_fini(&what);
	if (rc != WK_OK)
		return rc;
	wk_date lo = e.fact.d, hi = e.d_last;
	rc = clear ? clear_range(app, start, end, lo, hi, a, err) :
	    add_range(app, &e, a, err);
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		*days = hi - lo + 1;
	return rc;
}
