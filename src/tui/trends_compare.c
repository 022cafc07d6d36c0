/* SPDX-License-Identifier: MIT */
/* Two periods of one length side by side: the one shown and the one before it. */
#include "home.h"

struct period {
	double strain, reserve, work, sleep;   /* means of what is known; NAN */
	double pages, woke, oncall, known;             /* a week; NAN: nothing known */
};
struct mean { double sum; int n; };

static void
add(struct mean *m, double v)
{
	if (isnan(v))
		return;
	m->sum += v;
	m->n++;
}

static double
mean_of(const struct mean *m)
{
	return m->n > 0 ? m->sum / m->n : (double)NAN;
}

/* from: the first of its days. */
static struct period
period_of(const struct wk_tui *t, wk_date from)
{
	struct mean strain = { 0 }, reserve = { 0 }, work = { 0 }, sleep = { 0 };
	int pages = 0, woke = 0, oncall = 0, known = 0;
	double weeks = t->trends.weeks;
	for (size_t k = 0; k < t->trends.n; k++) {
		size_t i = wk_series_find(&t->facts.series, from + (wk_date)k);
		if (i == SIZE_MAX)
			continue;
		const struct wk_day *day = &t->facts.series.days[i];
		const struct wk_strain *s = &t->facts.series.strain[i];
		known += !wk_day_is_empty(day);
		pages += (int)day->incident_count;
		woke += wk_week_woke(day) > 0;
		oncall += day->is_oncall;
		add(&work, day->hours);
		add(&sleep, day->sleep_h);
		add(&strain, wk_week_has_score(s) ? s->score : (double)NAN);
		add(&reserve, wk_week_has_score(s) ? s->reserve : (double)NAN);
	}
	double per = known > 0 ? weeks : (double)NAN;
	return (struct period){ mean_of(&strain), mean_of(&reserve),
		mean_of(&work) * 7, mean_of(&sleep), pages / per, woke / per,
		oncall / per, known };
}

static const struct { const char *name; size_t offset; int decimals; }
    lines[] = {
	{ "strain, mean", offsetof(struct period, strain), 1 },
	{ "reserve, mean", offsetof(struct period, reserve), 0 },
	{ "hours a week", offsetof(struct period, work), 1 },
	{ "sleep a night", offsetof(struct period, sleep), 1 },
	{ "pages a week", offsetof(struct period, pages), 1 },
	{ "nights woken a week", offsetof(struct period, woke), 1 },
	{ "on call, days a week", offsetof(struct period, oncall), 1 },
	{ "days known", offsetof(struct period, known), 0 },
};

static double
value_of(const struct period *p, size_t line)
{
	double v;
	memcpy(&v, (const char *)p + lines[line].offset, sizeof(v));
	return v;
}

static void
both(const struct wk_tui *t, struct period *now, struct period *before)
{
	wk_date from = t->trends.last - (wk_date)t->trends.n + 1;
	*now = period_of(t, from);
	*before = period_of(t, from - (wk_date)t->trends.n);
}

static const char *
word_of(double change, int decimals)
{
	double least = decimals > 0 ? 0.05 : 0.5;
	return isnan(change) ? "?" : change >= least ? "more" : change <= -least ?
	    "less" : "same";
}

static void
put_number(const struct wk_tui *t, struct wk_canvas *c, int end, int y, double v,
    int decimals, bool has_sign)
{
	char s[24];
	if (t->home.hides_numbers)
		return;
	snprintf(s, sizeof(s), has_sign ? "%+.*f" : "%.*f", decimals, v);
	wk_canvas_puts_right(c, end, y, isnan(v) ? WK_ROLE_UNKNOWN : WK_ROLE_TEXT,
	    isnan(v) ? "?" : s);
}

void
wk_trends_draw_compare(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct period now, before;
	int x = in.x + 1, name = in.w >= 60 ? 24 : 15;
	both(t, &now, &before);
	wk_canvas_puts_right(c, x + name + 6, in.y, WK_ROLE_LINE1, "now");
	wk_canvas_puts_right(c, x + name + 14, in.y, WK_ROLE_LINE2, "before");
	wk_canvas_puts_right(c, x + name + 22, in.y, WK_ROLE_DIM, "change");
	for (size_t i = 0; i < WK_LEN(lines) && (int)i + 1 < in.h; i++) {
		int y = in.y + 1 + (int)i;
		double a = value_of(&now, i), b = value_of(&before, i);
		wk_home_puts(c, x, y, x + name, WK_ROLE_DIM, lines[i].name);
		put_number(t, c, x + name + 6, y, a, lines[i].decimals, false);
		put_number(t, c, x + name + 14, y, b, lines[i].decimals, false);
		put_number(t, c, x + name + 22, y, a - b, lines[i].decimals, true);
		if (t->home.hides_numbers || in.w >= 60)
			wk_canvas_puts(c, x + name + (t->home.hides_numbers ? 18 : 25), y,
			    WK_ROLE_DIM, word_of(a - b, lines[i].decimals));
	}
}

void
wk_trends_put_compare(const struct wk_tui *t, struct wk_buf *b)
{
	struct period now, before;
	both(t, &now, &before);
	wk_buf_addf(b, "Against the %d weeks before:\n", t->trends.weeks);
	for (size_t i = 0; i < WK_LEN(lines); i++) {
		double a = value_of(&now, i), was = value_of(&before, i);
		wk_buf_addf(b, "%s: %s", lines[i].name, isnan(a - was) ? "not known" :
		    word_of(a - was, lines[i].decimals));
		if (!t->home.hides_numbers && !isnan(a - was))
			wk_buf_addf(b, ", %.*f, before %.*f", lines[i].decimals, a,
			    lines[i].decimals, was);
		wk_buf_addc(b, '\n');
	}
}
