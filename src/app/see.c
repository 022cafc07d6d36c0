/* SPDX-License-Identifier: MIT */
/* Seeing: the series, the status line's facts, the report's. */
#include "internal.h"

/* So many days in time constants of the slowest side, and the windows that look back (8
 * weeks of the same weekday, 28 nights) twice over: what came before weighs e^(-960/70) x
 * 100 points x the slow side's half, under 1e-4. What stands on the tail shows 0.1. */
#define TAIL_TAUS 12
#define TAIL_LEAST 120
/* A report's indicators look so far past its end: another reference of working hours. */
#define AHEAD_DAYS 128
/* More than a life's log. */
#define LONGEST_DAYS 60000

size_t
wk_app_tail_days(const struct wk_model *m)
{
	const double taus[] = { m->tau_up_d, m->tau_down_d, m->sleep_tau_d,
		m->incident_tau_d, m->checkin_tau_d, m->range_tau_d, m->conf_tau_fast_d,
		    m->conf_tau_slow_d };
	double slowest = 0;
	for (size_t i = 0; i < WK_LEN(taus); i++)
		slowest = WK_MAX(slowest, taus[i]);
	return TAIL_LEAST + (size_t)ceil(slowest * TAIL_TAUS);
}

/* Days and score. */
static enum wk_rc
load(struct wk_app *app, struct wk_store_tail tail, struct wk_arena *a,
    struct wk_series *out, struct wk_err *err)
{
	struct wk_day *rows;
	size_t n, dense_n;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_day_tail(app->store, tail, a, &rows, &n, err);
	if (rc != WK_OK)
		return rc;
	struct wk_day *days = wk_series_dense(rows, n, WK_DATE_NONE, a, &dense_n);
	wk_series_score(out, &app->conf.model, days, dense_n, app->today, a);
	return WK_OK;
}

enum wk_rc
wk_app_series(struct wk_app *app, bool all, struct wk_arena *a, struct wk_series *out,
    struct wk_err *err)
{
	struct wk_store_tail tail = { WK_STORE_END, WK_STORE_END,
		all ? 0 : wk_app_tail_days(&app->conf.model), false };
	return load(app, tail, a, out, err);
}

enum wk_rc
wk_app_series_full(struct wk_app *app, bool all, struct wk_arena *a,
    struct wk_series *out, struct wk_err *err)
{
	struct wk_store_tail tail = { WK_STORE_END, WK_STORE_END,
		all ? 0 : wk_app_tail_days(&app->conf.model), true };
	enum wk_rc rc = load(app, tail, a, out, err);
	if (rc != WK_OK)
		return rc;
	wk_series_trail(out, &app->conf.model, 0, a);
	return wk_app_survey_fill(app, app->today, a, out, err);
}

/* Rows to hi, from so far back that as many days with an entry as the tail has are before
 * lo, or all there are. */
static enum wk_rc
rows_until(struct wk_app *app, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow **rows, size_t *n, struct wk_err *err)
{
	size_t want = wk_app_tail_days(&app->conf.model), before = 0;
	wk_date reach = (wk_date)want;
	do {
		enum wk_rc rc = wk_store_day_list(app->store, lo - reach, hi, a, rows, n,
		    err);
		if (rc != WK_OK)
			return rc;
		before = 0;
		for (size_t i = 0; i < *n && (*rows)[i].d < lo; i++)
			before += !wk_day_is_empty(&(*rows)[i].folded);
		reach *= 2;
		/* a log with gaps, or one that began then: few rows, however far */
	} while (before < want && reach < LONGEST_DAYS);
	return WK_OK;
}

enum wk_rc
wk_app_series_until(struct wk_app *app, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_series *out, struct wk_err *err)
{
	struct wk_dayrow *rows;
	size_t n, dense_n;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = rows_until(app, lo, hi, a, &rows, &n, err);
	if (rc != WK_OK)
		return rc;
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, n + 1);
	for (size_t i = 0; i < n; i++)
		days[i] = rows[i].folded;
	days = wk_series_dense(days, n, WK_DATE_NONE, a, &dense_n);
	wk_series_init(out, &app->conf.model, days, dense_n, WK_MIN(hi, app->today), a);
	return WK_OK;
}

static char
trend_of(const struct wk_strain *now, const struct wk_strain *before)
{
	if (before == NULL)
		return '=';
	double change = now->score - before->score;
	return change > 1 ? '>' : change < -1 ? '<' : '=';
}

enum wk_rc
wk_app_status_of(struct wk_app *app, const struct wk_series *s, struct wk_arena *a,
    struct wk_status *out, struct wk_err *err)
{
	struct wk_status st = { .trend = '=' };
	struct wk_event open;
	enum wk_rc rc = wk_store_event_open(app->store, a, &open, err);
	if (rc == WK_OK) {
		st.is_running = true;
		st.running_since = open.fact.start;
		st.running_off = open.fact.off_start;
	} else if (rc != WK_ERR_NOTFOUND)
		return rc;
	if (s->n > 0) {
		st.has_score = true;
		st.day = s->days[s->shown].d;
		st.strain = &s->strain[s->shown];
		st.before = s->shown >= 7 ? &s->strain[s->shown - 7] : NULL;
		st.coverage = wk_series_coverage(s, s->shown, 7);
		st.days_logged = st.coverage.days;
		st.is_held = wk_series_held_since(s, s->shown, &app->conf.model) !=
		    WK_DATE_NONE;
		st.trend = trend_of(st.strain, st.before);
		st.is_silent_trend = st.trend != '=' && fabs(st.strain->score -
		    st.before->score - wk_series_silent_change(s, s->shown - 7,
		    s->shown)) <= 1;
	}
	*out = st;
	return WK_OK;
}

enum wk_rc
wk_app_status(struct wk_app *app, struct wk_arena *a, struct wk_status *out,
    struct wk_err *err)
{
	struct wk_series s;
	enum wk_rc rc = wk_app_series(app, false, a, &s, err);
	if (rc == WK_ERR_NOTFOUND) {
		*out = (struct wk_status){ .trend = '=' };
		return WK_OK;
	}
	if (rc != WK_OK)
		return rc;
	wk_series_age(&s, &app->conf.model, app->today, a);
	return wk_app_status_of(app, &s, a, out, err);
}

/* Days before a report of which its indicators may be asked at little cost: those on
 * which a limit was last crossed or clearly kept. */
#define ASKED_BEFORE 28

static enum wk_rc
read_report(struct wk_app *app, wk_date from, wk_date to, struct wk_arena *a,
    struct wk_series *s, struct wk_err *err)
{
	struct wk_store_tail tail = { from, to + AHEAD_DAYS,
		wk_app_tail_days(&app->conf.model), true };
	enum wk_rc rc = load(app, tail, a, s, err);
	if (rc != WK_OK)
		return rc;
	size_t asked = wk_series_find(s, from - ASKED_BEFORE);
	wk_series_trail(s, &app->conf.model, asked == SIZE_MAX ? 0 : asked, a);
	return wk_app_survey_fill(app, WK_MIN(to, app->today), a, s, err);
}

/* All of it as it stands at one moment. */
static enum wk_rc
load_report(struct wk_app *app, wk_date from, wk_date to, struct wk_arena *a,
    struct wk_series *s, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_read_begin(app->store, err);
	if (rc != WK_OK)
		return rc;
	rc = read_report(app, from, to, a, s, err);
	wk_store_read_end(app->store);
	return rc;
}

enum wk_rc
wk_app_report(struct wk_app *app, const char *kind, const char *period, wk_date from,
    wk_date to, struct wk_arena *a, struct wk_report *out, struct wk_err *err)
{
	struct wk_series s;
	enum wk_rc rc = load_report(app, from, to, a, &s, err);
	if (rc != WK_OK)
		return rc;
	bool any = false;
	for (size_t i = 0; i < s.n && !any; i++)
		any = s.days[i].d >= from && s.days[i].d <= WK_MIN(to, app->today) &&
		    !wk_day_is_empty(&s.days[i]);
	if (!any)
		return wk_fail(err, WK_ERR_NOTFOUND, "nothing is logged in %s", period);
	wk_report_init(out, kind, period, from, to, &app->conf.model, &s, a);
	wk_app_crossings(app, &s, from, WK_MIN(to, s.days[s.shown].d), a, out);
	return WK_OK;
}
