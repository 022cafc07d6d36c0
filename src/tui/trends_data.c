/* SPDX-License-Identifier: MIT */
/* The values behind Trends' chart. A day without an entry has none: a gap stays a gap. */
#include "home.h"

static const char *const firsts[] = { "Strain", "Reserve" };

int
wk_trends_choices(void)
{
	size_t n;
	(void)wk_indicators(&n);
	return (int)(n + WK_LEN(firsts));
}

const struct wk_indicator *
wk_trends_indicator(const struct wk_tui *t)
{
	size_t n, i = (size_t)t->trends.choice;
	const struct wk_indicator *all = wk_indicators(&n);
	return i < WK_LEN(firsts) ? NULL : &all[i - WK_LEN(firsts)];
}

const char *
wk_trends_title(const struct wk_tui *t)
{
	const struct wk_indicator *ind = wk_trends_indicator(t);
	return ind != NULL ? ind->title : firsts[t->trends.choice];
}

wk_date
wk_trends_cursor(const struct wk_tui *t)
{
	return t->trends.last - t->trends.back;
}

static double
value_at(const struct wk_tui *t, wk_date d)
{
	const struct wk_series *s = &t->facts.series;
	const struct wk_indicator *ind = wk_trends_indicator(t);
	struct wk_indicator_value v = { .value = NAN };
	size_t i = wk_series_find(s, d);
	if (i == SIZE_MAX || s->strain[i].is_empty ||
	    (ind == NULL && !wk_week_has_score(&s->strain[i])))
		return NAN;
	if (ind == NULL)
		return t->trends.choice == 0 ? s->strain[i].score : s->strain[i].reserve;
	wk_indicator_bare(ind, &t->app->conf.model, s, i, &v);
	return v.state == WK_STATE_OK || v.state == WK_STATE_OVER ? v.value : (double)NAN;
}

void
wk_trends_refresh(struct wk_tui *t)
{
	struct wk_trends *r = &t->trends;
	wk_arena_fini(&r->arena);
	r->n = (size_t)r->weeks * 7;
	r->v = WK_ARENA_ARRAY(&r->arena, double, r->n);
	r->before = WK_ARENA_ARRAY(&r->arena, double, r->n);
	r->last = t->facts.status.day;
	r->back = WK_MIN(r->back, (int)r->n - 1);
	for (size_t k = 0; k < r->n; k++) {
		wk_date d = r->last - (wk_date)r->n + 1 + (wk_date)k;
		r->v[k] = value_at(t, d);
		r->before[k] = r->compares ? value_at(t, d - (wk_date)r->n) :
		    (double)NAN;
	}
}

static void
put_missing(const struct wk_tui *t, wk_date d, struct wk_buf *b)
{
	const struct wk_indicator *ind = wk_trends_indicator(t);
	const struct wk_series *s = &t->facts.series;
	struct wk_indicator_value v = { .value = NAN };
	size_t i = wk_series_find(s, d);
	bool is_logged = i != SIZE_MAX && !s->strain[i].is_empty;
	if (i != SIZE_MAX && wk_week_is_leave(&s->days[i])) {
		wk_buf_adds(b, "- leave");
		return;
	}
	if (is_logged && ind != NULL)
		wk_indicator_at(ind, &t->app->conf.model, s, i, &v);
	wk_buf_addf(b, "? %s", v.note[0] != '\0' && !t->home.hides_numbers ? v.note :
	    is_logged ? "not enough known" : "not logged");
}

static void
put_verdict(const struct wk_tui *t, const struct wk_indicator *ind, double v,
    struct wk_buf *b)
{
	bool over = ind->over_is_bad ? v > ind->threshold : v < ind->threshold;
	if (!t->home.hides_numbers) {
		wk_text_put_number(b, v, 1);
		wk_buf_addf(b, " %s", ind->unit);
	}
	if (isnan(ind->threshold))
		return;
	wk_buf_adds(b, t->o->is_plain ? over ? ", over" : ", ok" :
	    over ? "  \xe2\x9c\x97 over" : "  \xe2\x9c\x93 ok");
	if (!t->home.hides_numbers) {
		wk_buf_adds(b, ind->over_is_bad ? ", limit " : ", at least ");
		wk_text_put_number(b, ind->threshold, 1);
	}
}

void
wk_trends_put_point(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_trends *r = &t->trends;
	const struct wk_indicator *ind = wk_trends_indicator(t);
	wk_date d = wk_trends_cursor(t);
	double v = r->v[r->n - 1 - (size_t)r->back];
	const struct wk_strain *s = wk_facts_strain(&t->facts, d);
	wk_date_put_day(b, d);
	wk_buf_adds(b, "  ");
	if (isnan(v) || s == NULL)
		put_missing(t, d, b);
	else if (ind != NULL)
		put_verdict(t, ind, v, b);
	else if (r->choice == 0) {
		if (!t->o->is_plain)
			wk_buf_addf(b, "%s ", wk_home_sign(s->band));
		wk_buf_adds(b, wk_band_name(s->band));
		if (!t->home.hides_numbers)
			wk_buf_addf(b, " %.1f", v);
	} else if (t->home.hides_numbers)
		wk_buf_adds(b, v < 50 ? "low" : "enough");
	else
		wk_buf_addf(b, "%.0f of 100", v);
}

struct wk_week
wk_trends_week(const struct wk_tui *t, int back)
{
	struct wk_week w;
	wk_date last = t->trends.last, monday = last - wk_date_weekday(last) - back * 7;
	wk_week_sum(&t->facts.series, monday, last, &w);
	return w;
}
