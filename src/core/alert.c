/* SPDX-License-Identifier: MIT */
/* Alerts: one step of one rule. A rule goes on when its level reaches its threshold and
 * off after two known days on which it is clearly under it, so that a value that hovers
 * at the limit is told once. A day that is not known changes nothing. */
#include <stdio.h>

#include "wick/core.h"

#define CLEAR_UNDER 0.9         /* wick's own choice */
#define CLEAR_DAYS 2
#define UNDER 0.999             /* the highest level that is no crossing */

static double
burn_level(const struct wk_rule *r, const struct wk_series *s, size_t i)
{
	const struct wk_burn_rule *b = wk_burn_rule(r->burn);
	bool unsure = wk_confidence_of(s->strain[i].confidence) < WK_CONF_MEDIUM;
	if (s->strain[i].is_held || unsure || i + 1 < (size_t)b->long_d)
		return NAN;
	return fmin(wk_burn_rate(s, i, b->long_d), wk_burn_rate(s, i, b->short_d)) /
	    b->threshold;
}

/* On its own limit an indicator says itself on which side that lies. */
static bool
is_crossed(const struct wk_rule *r, const struct wk_indicator_value *v)
{
	if (r->threshold == r->indicator->threshold)
		return v->state == WK_STATE_OVER;
	return r->indicator->over_is_bad ? v->value >= r->threshold :
	    v->value < r->threshold;
}

/* Leave is no overload: what is measured over it waits until it is over. */
static double
threshold_level(const struct wk_rule *r, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_indicator_value *v)
{
	if (s->strain[i].is_held || s->days[i].leave != WK_LEAVE_NONE)
		return NAN;
	wk_indicator_bare(r->indicator, m, s, i, v);
	if (v->state >= WK_STATE_INSUFFICIENT)
		return NAN;
	double level = r->indicator->over_is_bad ? v->value / r->threshold :
	    r->threshold / fmax(v->value, 1e-9);
	return is_crossed(r, v) ? fmax(level, 1) : fmin(level, UNDER);
}

static int
days_silent(const struct wk_series *s, size_t i)
{
	int n = 0;
	while (i > 0 && wk_day_is_empty(&s->days[i]) &&
	    s->days[i].leave == WK_LEAVE_NONE) {
		n++;
		i--;
	}
	return n;
}

/* Decimals with which v does not read as the limit it crossed. */
static int
digits_apart(double v, double limit)
{
	int digits = 1;
	for (double unit = 0.1; digits < 3 && fabs(v - limit) < unit * 0.75; unit /= 10)
		digits++;
	return digits;
}

static void
put_burn(const struct wk_rule *r, const struct wk_series *s, size_t i, char text[160])
{
	const struct wk_burn_rule *b = wk_burn_rule(r->burn);
	double rate = wk_burn_rate(s, i, b->long_d);
	snprintf(text, 160, "recovery is spent %.*f times as fast as %d "
	    "weeks can bear, over %d days (limit %.1f)", digits_apart(rate, b->threshold),
	    rate, 84 / 7, b->long_d, b->threshold);
}

static void
put_threshold(const struct wk_rule *r, const struct wk_indicator_value *v, char text[160])
{
	const struct wk_indicator *ind = r->indicator;
	if (isnan(v->value)) {         /* over, by how much is not known */
		snprintf(text, 160, "%.40s: %.60s (%.50s)", ind->title, v->note,
		    ind->source);
		return;
	}
	snprintf(text, 160, "%.40s %.*f %s, %s %g (%.60s)", ind->title,
	    digits_apart(v->value, r->threshold), v->value, ind->unit,
	    fabs(v->value - r->threshold) < 5e-4 ? "at" : ind->over_is_bad ? "over" :
	    "under", r->threshold, ind->source);
}

/* What it stands at, as a part of its limit; NAN: not known. */
static double
level_of(const struct wk_rule *r, const struct wk_model *m, const struct wk_series *s,
    size_t i)
{
	struct wk_indicator_value v = { .value = NAN };
	switch (r->kind) {
	case WK_RULE_BURN:
		return burn_level(r, s, i);
	case WK_RULE_THRESHOLD:
		return threshold_level(r, m, s, i, &v);
	default:
		return days_silent(s, i) / r->threshold;
	}
}

static void
put_crossing(const struct wk_rule *r, const struct wk_model *m, const struct wk_series *s,
    size_t i, char text[160])
{
	struct wk_indicator_value v;
	switch (r->kind) {
	case WK_RULE_BURN:
		put_burn(r, s, i, text);
		break;
	case WK_RULE_THRESHOLD:
		wk_indicator_at(r->indicator, m, s, i, &v);
		put_threshold(r, &v, text);
		break;
	default:
		snprintf(text, 160, "nothing logged for %d days; approximate "
		    "is fine: wick log yesterday 8h", days_silent(s, i));
	}
}

/* A day on which it is crossed, or two known ones in a row clearly under. */
size_t
wk_rule_begin(const struct wk_rule *r, const struct wk_model *m,
    const struct wk_series *s, size_t first, size_t i)
{
	int calm_days = 0;
	while (i > first) {
		double level = level_of(r, m, s, --i);
		if (isnan(level))
			continue;
		calm_days = level < CLEAR_UNDER ? calm_days + 1 : 0;
		if (level >= 1 || calm_days == CLEAR_DAYS)
			return i;
	}
	return first;
}

bool
wk_rule_step(const struct wk_rule *r, const struct wk_model *m, const struct wk_series *s,
    size_t i, struct wk_rule_state *st, char text[160])
{
	double level = level_of(r, m, s, i);
	if (isnan(level))
		return false;
	if (!st->firing) {
		if (level < 1)
			return false;
		*st = (struct wk_rule_state){ .firing = true, .since = s->days[i].d };
		put_crossing(r, m, s, i, text);
		return true;
	}
	st->calm_days = level < CLEAR_UNDER ? st->calm_days + 1 : 0;
	if (st->calm_days >= CLEAR_DAYS)
		*st = (struct wk_rule_state){ .since = WK_DATE_NONE };
	return false;
}
