/* SPDX-License-Identifier: MIT */
/* A forecast in words: the plan in one line, a row a week, and what it comes to. */
#include "internal.h"

enum { WEEK = 7, ROWS_BY_WEEK = 12, FOUR_WEEKS = 28, LONG_DAYS = 14 };

/* "Tue 9 Feb", with its year where that is not this one. */
static void
put_date(struct wk_buf *b, wk_date d, wk_date today)
{
	int y, this_y, month, day;
	wk_date_to_civil(d, &y, &month, &day);
	wk_date_to_civil(today, &this_y, &month, &day);
	wk_date_put_day(b, d);
	if (y != this_y)
		wk_buf_addf(b, " %d", y);
}

static void
put_tenths(struct wk_buf *b, double score)
{
	wk_render_put_tenths(b, wk_render_tenths(score), false);
}

/* ---- the plan ---- */
static double
sum_of(const double v[WEEK])
{
	double sum = 0;
	for (int k = 0; k < WEEK; k++)
		sum += v[k];
	return sum;
}

static void
add_part(struct wk_buf *b, const char *what, double v, const char *unit)
{
	wk_buf_adds(b, what);
	wk_text_put_number(b, round(v * 10) / 10, 1);
	wk_buf_adds(b, unit);
}

static void
add_source(struct wk_buf *b, const struct wk_outlook *o)
{
	if (o->words != NULL)
		wk_buf_addf(b, " (\"%s\", the rest as usual)", o->words);
	else if (o->plan.weeks_known == 0)
		wk_buf_adds(b, " (your contract: the last 28 days have no usual one)");
	else
		wk_buf_addf(b, " (your usual one, from %d of the last 4)",
		    o->plan.weeks_known);
}

static void
put_plan(struct wk_buf *out, const struct wk_outlook *o)
{
	const struct wk_plan *p = &o->plan;
	struct wk_buf b;
	wk_buf_init(&b);
	add_part(&b, "a week of ", sum_of(p->hours), " h");
	if (!isnan(p->sleep_h[0]))
		add_part(&b, ", sleep ", sum_of(p->sleep_h) / WEEK, " h");
	if (sum_of(p->load) >= 0.05)
		add_part(&b, ", pages worth ", sum_of(p->load),
		    lround(sum_of(p->load) * 10) == 10 ? " point" : " points");
	if (p->oncall_share > 0)
		add_part(&b, ", on call ", round(p->oncall_share * 100), " % of days");
	if (p->rest_days > 0)
		wk_buf_addf(&b, ", after %d day%s off", p->rest_days,
		    p->rest_days == 1 ? "" : "s");
	add_source(&b, o);
	wk_buf_adds(out, "Plan: ");
	wk_render_wrap(out, b.p, 6, 6);
	wk_buf_fini(&b);
}

/* ---- the rows ---- */
static const char *
paint_of(const struct wk_paint *p, enum wk_band band)
{
	return p == NULL ? NULL : p->band[band];
}

static void
put_row(struct wk_buf *out, const struct wk_outlook *o, size_t k,
    const struct wk_paint *p)
{
	struct wk_strain x = o->f.v[k];
	struct wk_buf day, score, range;
	bool is_plain = wk_render_is_plain(p);
	wk_buf_init(&day);
	wk_buf_init(&score);
	wk_buf_init(&range);
	x.low = o->f.low[k];
	x.high = o->f.high[k];
	put_date(&day, x.d, o->today);
	put_tenths(&score, x.score);
	wk_render_put_range(&range, &x, is_plain ? " to " : "-");
	if (is_plain) {
		wk_buf_addf(out, "to %s: score %s, range %s, reserve %.0f, %s\n", day.p,
		    score.p, range.p, x.reserve, wk_band_name(x.band));
	} else {
		char words[32];
		snprintf(words, sizeof(words), "%s %s", wk_render_sign(x.band),
		    wk_band_name(x.band));
		wk_buf_addf(out, "  %-16s  %5s  %-7s  %7.0f  ", day.p, score.p, range.p,
		    x.reserve);
		wk_render_paint(out, p, paint_of(p, x.band), words);
		wk_buf_addc(out, '\n');
	}
	wk_buf_fini(&day);
	wk_buf_fini(&score);
	wk_buf_fini(&range);
}

/* A row a week, or every four where that is long; the last day always. */
static void
put_rows(struct wk_buf *out, const struct wk_outlook *o, const struct wk_paint *p)
{
	size_t step = o->days > ROWS_BY_WEEK * WEEK ? FOUR_WEEKS : WEEK;
	if (!wk_render_is_plain(p))
		wk_buf_addf(out, "  %-16s  %5s  %-7s  %7s  %s\n", "to", "score", "range",
		    "reserve", "band");
	for (size_t k = step; k < o->days; k += step)
		put_row(out, o, k - 1, p);
	put_row(out, o, o->days - 1, p);
}

static void
put_now(struct wk_buf *out, const struct wk_outlook *o, const struct wk_paint *p)
{
	wk_buf_adds(out, "From ");
	put_date(out, o->now->d, o->today);
	wk_buf_adds(out, ": ");
	wk_render_put_band(out, o->now, true, p);
	wk_buf_addc(out, ' ');
	put_tenths(out, o->now->score);
	wk_buf_adds(out, " of 100 (range ");
	wk_render_put_range(out, o->now, wk_render_is_plain(p) ? " to " : "-");
	wk_buf_addf(out, "), reserve %.0f%s\n", o->now->reserve,
	    o->now->is_held ? ", held" : "");
}

/* ---- what it comes to ---- */
static void
add_goal(struct wk_buf *b, const struct wk_outlook *o)
{
	wk_buf_addf(b, "%s%s", wk_band_name(o->goal),
	    o->goal == WK_BAND_CALM ? "" : " or below");
}

static void
add_distance(struct wk_buf *b, int days)
{
	if (days <= 1)
		wk_buf_adds(b, days == 1 ? "tomorrow" : "today");
	else if (days < LONG_DAYS)
		wk_buf_addf(b, "in %d days", days);
	else
		wk_buf_addf(b, "in %d weeks", (days + WEEK / 2) / WEEK);
}

/* The first day after now that is over the goal; there is one when until is -1. */
static wk_date
first_over(const struct wk_outlook *o)
{
	size_t k = 0;
	while (k + 1 < o->f.n && o->f.v[k].band <= o->goal)
		k++;
	return o->f.v[k].d;
}

static void
add_until(struct wk_buf *b, const struct wk_outlook *o)
{
	bool is_there = o->now->band <= o->goal;
	wk_date d = o->now->d + o->until;
	add_goal(b, o);
	if (o->until == 1 && is_there) {
		wk_buf_adds(b, " now, and for 52 weeks with this plan");
	} else if (o->until > 0) {
		wk_buf_adds(b, " on ");
		put_date(b, d, o->today);
		wk_buf_adds(b, ", ");
		add_distance(b, d - o->today);
	} else if (is_there) {
		wk_buf_adds(b, " until ");
		put_date(b, first_over(o) - 1, o->today);
		wk_buf_adds(b, " with this plan, not for good");
	} else {
		wk_buf_adds(b, ": not within 52 weeks with this plan");
	}
}

/* "calm on Fri 18 Dec" */
static void
add_by(struct wk_buf *b, const struct wk_outlook *o)
{
	add_goal(b, o);
	wk_buf_adds(b, " on ");
	put_date(b, o->now->d + (wk_date)o->by, o->today);
}

static void
add_hours(struct wk_buf *b, const struct wk_outlook *o)
{
	if (isnan(o->hours)) {
		wk_buf_adds(b, "not ");
		add_by(b, o);
		wk_buf_adds(b, ", not even with 0 h a week: ");
	} else {
		add_by(b, o);
		if (isinf(o->hours))
			wk_buf_adds(b, " with any hours; with this plan ");
		else
			wk_buf_addf(b, " with at most %.1f h a week: ", o->hours);
	}
}

static void
add_rest(struct wk_buf *b, const struct wk_outlook *o)
{
	if (o->rest < 0) {
		wk_buf_adds(b, "not ");
		add_by(b, o);
		wk_buf_addf(b, ", not even with all %zu days off: ", o->by);
		return;
	}
	add_by(b, o);
	if (o->rest == 0) {
		wk_buf_adds(b, " without a day off beyond the plan: ");
		return;
	}
	wk_buf_addf(b, " after %d day%s off from ", o->rest, o->rest == 1 ? "" : "s");
	put_date(b, o->now->d + 1, o->today);
	wk_buf_adds(b, " on, then the plan: ");
}

/* Cut towards the goal's side: 24.97 is calm and must not read 25.0. */
static void
put_beside(struct wk_buf *b, const struct wk_outlook *o)
{
	bool is_missed = o->solve == WK_SOLVE_HOURS ? isnan(o->hours) : o->rest < 0;
	double tenths = o->score_by * 10;
	wk_render_put_tenths(b, (int)(is_missed ? ceil(tenths) : floor(tenths)), false);
}

static void
put_sentence(struct wk_buf *out, const struct wk_outlook *o)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (o->solve == WK_SOLVE_NONE) {
		add_until(&b, o);
	} else {
		if (o->solve == WK_SOLVE_HOURS)
			add_hours(&b, o);
		else
			add_rest(&b, o);
		put_beside(&b, o);
	}
	wk_render_wrap(out, b.p, 0, 0);
	wk_buf_fini(&b);
}

void
wk_render_forecast(const struct wk_outlook *o, const struct wk_paint *p,
    struct wk_buf *out)
{
	put_now(out, o, p);
	put_plan(out, o);
	put_rows(out, o, p);
	put_sentence(out, o);
	if (o->answer != NULL)
		wk_buf_addf(out, "as a plan: --plan \"%s\"\n", o->answer);
}
