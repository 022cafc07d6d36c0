/* SPDX-License-Identifier: MIT */
/* What the weeks of the map add up to. No streaks: a day not logged is a day not
 * logged. */
#include "state.h"

struct sum {
	struct wk_week high, low;          /* by strain; strain NULL: none known */
	double work_h;
	int weeks_worked;                  /* of five days known or more, without leave */
	int run;                           /* longest, days worked */
	int short_nights, nights, woke_nights, off, leave, oncall, missing;
};

static void
add_day(struct sum *s, const struct wk_day *day, int *run)
{
	const struct wk_indicator *rule = wk_indicator_find("sleep_last");
	bool is_off = wk_week_is_off(day);
	s->nights += !isnan(day->sleep_h);
	s->short_nights += rule != NULL && day->sleep_h < rule->threshold;
	s->woke_nights += wk_week_woke(day) > 0;
	s->off += is_off;
	s->leave += wk_week_is_leave(day);
	s->oncall += day->is_oncall;
	s->missing += wk_day_is_empty(day) && !is_off;
	*run = day->hours > 0 ? *run + 1 : 0;
	s->run = WK_MAX(s->run, *run);
}

static void
add_week(struct sum *s, const struct wk_week *w)
{
	if (w->works >= 5 && w->due == 7 && w->leave == 0) {
		s->work_h += w->work_h;
		s->weeks_worked++;
	}
	if (w->strain == NULL)
		return;
	if (s->high.strain == NULL || w->strain->score > s->high.strain->score)
		s->high = *w;
	if (s->low.strain == NULL || w->strain->score < s->low.strain->score)
		s->low = *w;
}

static struct sum
sum_up(const struct wk_tui *t)
{
	struct sum s = { .work_h = 0 };
	const struct wk_series *all = wk_year_series(t);
	wk_date last = wk_year_last(t);
	int run = 0;
	for (wk_date d = t->year.first; d <= last && all->n > 0; d++) {
		const struct wk_day *day = wk_year_day(t, d);
		struct wk_day none;
		wk_day_clear(&none, d);
		/* before the log began nothing is missing, and today is not over */
		if (day != NULL || (d >= all->days[0].d && d < t->app->today))
			add_day(&s, day != NULL ? day : &none, &run);
	}
	for (int i = 0; i < WK_YEAR_WEEKS; i++) {
		struct wk_week w;
		wk_week_sum(all, t->year.first + i * 7, last, &w);
		add_week(&s, &w);
	}
	return s;
}

static void
put_week(const struct wk_week *w, bool hides, struct wk_buf *b)
{
	int year, week;
	if (w->strain == NULL) {
		wk_buf_adds(b, "?");
		return;
	}
	wk_date_iso_week(w->monday, &year, &week);
	wk_buf_addf(b, "week %d, ", week);
	if (!hides)
		wk_buf_addf(b, "%.1f ", w->strain->score);
	wk_buf_adds(b, wk_band_name(w->strain->band));
}

static void
put_high(const struct sum *s, bool hides, struct wk_buf *b)
{
	put_week(&s->high, hides, b);
}

static void
put_low(const struct sum *s, bool hides, struct wk_buf *b)
{
	put_week(&s->low, hides, b);
}

static void
put_mean(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	if (s->weeks_worked == 0)
		wk_buf_adds(b, "?");
	else
		wk_buf_addf(b, "%.1f h of %d known", s->work_h / s->weeks_worked,
		    s->weeks_worked);
}

static void
put_run(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d days", s->run);
}

static void
put_short(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d of %d known", s->short_nights, s->nights);
}

static void
put_woke(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d", s->woke_nights);
}

static void
put_off(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d, %d of leave", s->off, s->leave);
}

static void
put_oncall(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d days", s->oncall);
}

static void
put_missing(const struct sum *s, bool hides, struct wk_buf *b)
{
	(void)hides;
	wk_buf_addf(b, "%d days", s->missing);
}

static const struct {
	const char *name;
	void (*put)(const struct sum *s, bool hides, struct wk_buf *b);
	bool is_number;                    /* goes when numbers are hidden */
} lines[] = {
	{ "highest", put_high, false }, { "lowest", put_low, false },
	{ "mean week", put_mean, true }, { "worked on end", put_run, true },
	{ "nights < 6 h", put_short, true }, { "nights woken", put_woke, true },
	{ "days off", put_off, true }, { "on call", put_oncall, true },
	{ "not logged", put_missing, true },
};
static const char promise[] = "no streaks are counted here";

void
wk_year_draw_sum(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct sum s = sum_up(t);
	int y = in.y;
	for (size_t i = 0; i < WK_LEN(lines); i++) {
		struct wk_buf b;
		if (lines[i].is_number && t->home.hides_numbers)
			continue;
		wk_buf_init(&b);
		lines[i].put(&s, t->home.hides_numbers, &b);
		wk_canvas_puts(c, in.x + 1, y, WK_ROLE_DIM, lines[i].name);
		wk_canvas_puts(c, in.x + 15, y++, WK_ROLE_TEXT, b.p);
		wk_buf_fini(&b);
	}
	if (y + 1 < in.y + in.h)
		wk_canvas_puts(c, in.x + 1, y + 1, WK_ROLE_DIM, promise);
}

void
wk_year_put_sum(const struct wk_tui *t, struct wk_buf *b)
{
	struct sum s = sum_up(t);
	for (size_t i = 0; i < WK_LEN(lines); i++) {
		if (lines[i].is_number && t->home.hides_numbers)
			continue;
		wk_buf_addf(b, "%s: ", lines[i].name);
		lines[i].put(&s, t->home.hides_numbers, b);
		wk_buf_addc(b, '\n');
	}
}
