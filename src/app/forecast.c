/* SPDX-License-Identifier: MIT */
/* forecast: the series up to today, a plan, where it leads, and what would be enough. */
#include "internal.h"

#include <ctype.h>

#include "wick/render.h"

/* For good means to the end of the year ahead, and a week to see that it holds. */
enum { YEAR = 52 * 7, YEAR_SEEN = YEAR + 7, BY_DAYS = 28, FARTHEST = 365 };
#define AHEAD_FORMS "2026-12-18, a weekday, 10d or 4w"

/* ---- when ---- */
static bool
is_length(const char *s, wk_date *days)
{
	double min;
	size_t n = strlen(s);
	struct wk_err err;
	if (n < 2 || strspn(s, "0123456789") != n - 1 || (s[n - 1] != 'd' &&
	    s[n - 1] != 'w') || wk_text_parse_duration(s, &min, &err) != WK_OK)
		return false;
	*days = (wk_date)lround(WK_MIN(min / 1440, 1e6));
	return true;
}

enum wk_rc
wk_when_ahead(const struct wk_app *app, const char *s, wk_date *out, struct wk_err *err)
{
	wk_date d, days;
	bool is_weekday = isalpha((unsigned char)s[0]) &&
	    !wk_text_eq_nocase(s, "today") && !wk_text_eq_nocase(s, "yesterday");
	if (is_length(s, &days))
		d = app->today + days;
	else if (!wk_when_is_day(s) || wk_when_day(app, s, &d, err) != WK_OK)
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.40s\" is not a day to come: " AHEAD_FORMS, s);
	while (is_weekday && d <= app->today)
		d += 7;
	if (d <= app->today || d > app->today + FARTHEST)
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.40s\" is not within a year from tomorrow on", s);
	*out = d;
	return WK_OK;
}

/* ---- where it starts ---- */
/* To yesterday, or to today where today is told: days without an entry are days. */
static enum wk_rc
series_to_now(const struct wk_app *app, struct wk_arena *a, struct wk_series *s,
    size_t *i, struct wk_err *err)
{
	if (s->n == 0)
		return wk_fail(err, WK_ERR_NOTFOUND, "nothing is logged yet");
	wk_date last = WK_MAX(s->days[s->shown].d, app->today - 1);
	if (last > s->days[s->n - 1].d) {
		size_t n;
		struct wk_day *days = wk_series_dense(s->days, s->n, last, a, &n);
		wk_series_score(s, &app->conf.model, days, n, app->today, a);
	}
	*i = wk_series_find(s, last);
	return WK_OK;
}

static enum wk_rc
check_known(const struct wk_series *s, size_t i, const char *plan, struct wk_err *err)
{
	if (wk_confidence_of(s->strain[i].confidence) == WK_CONF_STALE)
		return wk_fail(err, WK_ERR_NOTFOUND,
		    "not enough known to go on from: log a few more days first");
	if (plan == NULL && !wk_forecast_is_known(s, i))
		return wk_fail(err, WK_ERR_NOTFOUND,
		    "not enough known: hours on %d of the last %d days; from %d on your "
		    "usual week is a plan, until then say one with --plan",
		    wk_series_coverage(s, i, WK_FORECAST_OF_D).hours, WK_FORECAST_OF_D,
		    WK_FORECAST_KNOWN_D);
	return WK_OK;
}

enum wk_rc
wk_app_forecast_from(struct wk_app *app, const char *plan, struct wk_arena *a,
    struct wk_series *s, size_t *i, struct wk_err *err)
{
	enum wk_rc rc = series_to_now(app, a, s, i, err);
	return rc == WK_OK ? check_known(s, *i, plan, err) : rc;
}

/* ---- the inverse ---- */
/* The plan in words with the answer in place of its own word for the same. */
static const char *
answer_words(const char *words, const char *unit, const char *answer, struct wk_arena *a)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_adds(&b, answer);
	for (const char *p = words == NULL ? "" : words; *p != '\0';) {
		p += strspn(p, " \t,");
		size_t n = strcspn(p, " \t,"), number = strspn(p, "0123456789.");
		bool is_same = n == number + strlen(unit) &&
		    memcmp(p + number, unit, strlen(unit)) == 0;
		if (n > 0 && !is_same)
			wk_buf_addf(&b, " %.*s", (int)n, p);
		p += n;
	}
	const char *text = wk_arena_strdup(a, b.p);
	wk_buf_fini(&b);
	return text;
}

struct question {
	const struct wk_model *m;
	const struct wk_series *s;
	size_t i;
	const struct wk_outlook_ask *ask;
	struct wk_arena *a;
};

static double
score_by(const struct question *q, const struct wk_plan *p, size_t by)
{
	struct wk_forecast f;
	wk_forecast_run(&f, q->m, q->s, q->i, p, by, WK_BAND_CALM, q->a);
	return f.v[by - 1].score;
}

/* words: the answer; the plan takes it where there is one to take. */
static enum wk_rc
take_answer(const struct question *q, struct wk_outlook *o, const char *words,
    bool is_found, struct wk_err *err)
{
	struct wk_plan p = o->plan;
	enum wk_rc rc = wk_plan_parse(&p, q->m, words, err);
	if (rc != WK_OK)
		return rc;
	o->score_by = score_by(q, &p, o->by);
	if (is_found) {
		o->plan = p;
		o->answer = o->words = words;
	}
	return WK_OK;
}

static enum wk_rc
solve_hours(const struct question *q, struct wk_outlook *o, struct wk_err *err)
{
	char text[24];
	o->solve = WK_SOLVE_HOURS;
	o->hours = wk_solve_hours(q->m, q->s, q->i, &o->plan, o->by, q->ask->goal, q->a);
	if (isinf(o->hours)) {
		o->score_by = score_by(q, &o->plan, o->by);
		return WK_OK;
	}
	snprintf(text, sizeof(text), "%gh", isnan(o->hours) ? 0 : o->hours);
	return take_answer(q, o, answer_words(q->ask->plan, "h", text, q->a),
	    !isnan(o->hours), err);
}

static enum wk_rc
solve_rest(const struct question *q, struct wk_outlook *o, struct wk_err *err)
{
	char text[24];
	o->solve = WK_SOLVE_REST;
	o->rest = wk_solve_rest(q->m, q->s, q->i, &o->plan, o->by, q->ask->goal, q->a);
	if (o->rest == 0) {
		o->plan.rest_days = 0;
		o->score_by = score_by(q, &o->plan, o->by);
		return WK_OK;
	}
	snprintf(text, sizeof(text), "%d-rest", o->rest < 0 ? (int)o->by : o->rest);
	return take_answer(q, o, answer_words(q->ask->plan, "-rest", text, q->a),
	    o->rest > 0, err);
}

/* ---- all of it ---- */
static enum wk_rc
answer(const struct question *q, struct wk_outlook *o, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	if (q->ask->plan != NULL)
		rc = wk_plan_parse(&o->plan, q->m, q->ask->plan, err);
	if (rc == WK_OK && q->ask->solve == 'h')
		rc = solve_hours(q, o, err);
	else if (rc == WK_OK && q->ask->solve == 'r')
		rc = solve_rest(q, o, err);
	if (rc != WK_OK)
		return rc;
	wk_forecast_run(&o->f, q->m, q->s, q->i, &o->plan, WK_MAX(o->days, YEAR_SEEN),
	    o->goal, q->a);
	o->until = o->f.days_until > YEAR ? -1 : o->f.days_until;
	return WK_OK;
}

enum wk_rc
wk_app_forecast(struct wk_app *app, const struct wk_outlook_ask *ask, struct wk_arena *a,
    struct wk_outlook *out, struct wk_err *err)
{
	struct wk_series s;
	enum wk_rc rc = wk_app_series(app, false, a, &s, err);
	return rc == WK_OK ? wk_app_forecast_of(app, &s, ask, a, out, err) : rc;
}

enum wk_rc
wk_app_forecast_of(struct wk_app *app, const struct wk_series *read,
    const struct wk_outlook_ask *ask, struct wk_arena *a, struct wk_outlook *out,
    struct wk_err *err)
{
	struct wk_series s = *read;
	size_t i = 0;
	enum wk_rc rc = wk_app_forecast_from(app, ask->plan, a, &s, &i, err);
	if (rc != WK_OK)
		return rc;
	struct question q = { &app->conf.model, &s, i, ask, a };
	wk_date by = ask->by == WK_DATE_NONE ? app->today + BY_DAYS : ask->by;
	struct wk_outlook o = { .now = &s.strain[i], .today = app->today,
		.words = ask->plan, .days = ask->days, .goal = ask->goal,
		.by = (size_t)(by - s.days[i].d) };
	wk_plan_own(&o.plan, q.m, &s, i);
	rc = answer(&q, &o, err);
	if (rc == WK_OK)
		*out = o;
	return rc;
}
