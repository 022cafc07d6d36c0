/* SPDX-License-Identifier: MIT */
/* A bar a week: hours, nights, pages. Over the limit has its colour and its texture; a
 * week of leave is -, one of which too little is known ?. */
#include "home.h"
#include "plot.h"

static double
hours_of(const struct wk_week *w)
{
	return w->works >= WK_MIN(4, w->due) && w->works > 0 ? w->work_h : (double)NAN;
}

static double
sleep_of(const struct wk_week *w)
{
	return w->sleeps >= WK_MIN(3, w->due) && w->sleeps > 0 ? w->sleep_h :
	    (double)NAN;
}

static double
pages_of(const struct wk_week *w)
{
	return w->known > 0 ? w->pages : (double)NAN;
}

static const struct {
	const char *title, *what, *unit, *rule;    /* rule: whose limit; NULL none */
	int decimals;
	double (*value)(const struct wk_week *w);
} bars[WK_TRENDS_BARS] = {
	{ "Hours a week", "worked", " h", "week_hours", 1, hours_of },
	{ "Sleep, mean a night", "mean night", " h", "sleep_last", 1, sleep_of },
	{ "Pages a week", "pages", "", NULL, 0, pages_of },
};

const char *
wk_trends_bar_title(int bar)
{
	return bars[bar].title;
}

static bool
is_leave(const struct wk_week *w)
{
	return w->leave >= 5;
}

static bool
is_over(int bar, double v)
{
	const struct wk_indicator *rule = bars[bar].rule == NULL ? NULL :
	    wk_indicator_find(bars[bar].rule);
	if (rule == NULL || isnan(v))
		return false;
	return rule->over_is_bad ? v > rule->threshold : v < rule->threshold;
}

enum { SCALE_W = 5, OVER = 0x2593 };

/* Numbers of the scale beside the bars, and what the textures mean below them. */
static bool
is_roomy(struct wk_rect in)
{
	return in.w >= 34 && in.h >= 11;
}

/* Width of a bar, how many there is room for, and the weeks left out at the right. */
struct row { int x, w, n, skip; };

static struct row
row_of(const struct wk_tui *t, struct wk_rect in)
{
	int scale = is_roomy(in) ? SCALE_W : 0;
	int room = in.w - 2 - scale, weeks = t->trends.weeks;
	struct row r = { .x = in.x + 1 + scale,
		.w = WK_MAX(1, WK_MIN(room / weeks, 8)) };
	int at = (t->trends.back + 6 - wk_date_weekday(t->trends.last)) / 7;
	r.n = WK_MIN(room / r.w, weeks);
	r.skip = WK_MAX(0, WK_MIN(at - r.n / 2, weeks - r.n));
	return r;
}

static double
highest(const struct wk_tui *t, int bar, double *mean)
{
	double max = 0, sum = 0;
	int n = 0;
	for (int i = 0; i < t->trends.weeks; i++) {
		struct wk_week w = wk_trends_week(t, i);
		double v = bars[bar].value(&w);
		if (isnan(v) || is_leave(&w))
			continue;
		max = WK_MAX(max, v);
		sum += v;
		n++;
	}
	*mean = n > 0 ? sum / n : (double)NAN;
	return max > 0 ? max : 1;
}

/* One bar of eighths; narrow gaps between them where they are wide. The cursor's week is
 * drawn as the line above is; the words below say which it is. */
static void
draw_one(struct wk_canvas *c, struct wk_rect at, int bar, const struct wk_week *w,
    double max, bool has_cursor)
{
	double v = bars[bar].value(w);
	bool over = is_over(bar, v);
	enum wk_role role = has_cursor ? WK_ROLE_LINE1 : over ? WK_ROLE_BAD :
	    WK_ROLE_LINE2;
	int cols = WK_MAX(1, at.w - (at.w > 2)), ground = at.y + at.h - 1;
	bool leave = is_leave(w);
	if (leave || isnan(v)) {
		wk_canvas_put(c, at.x, ground, leave ? WK_ROLE_HEAT_OFF : WK_ROLE_UNKNOWN,
		    leave ? '-' : '?');
		return;
	}
	/* a known zero leaves a mark, what is not known leaves ? */
	int eighths = WK_MAX(1, (int)lround(v / max * at.h * 8));
	if (over)                          /* its texture has no eighths */
		eighths = WK_MAX(8, (eighths + 4) / 8 * 8);
	for (int y = ground; eighths > 0 && y >= at.y; y--, eighths -= 8)
		for (int x = 0; x < cols; x++)
			wk_canvas_put(c, at.x + x, y, role, over ? OVER :
			    0x2580u + (uint32_t)WK_MIN(eighths, 8));
}

static void
draw_scale(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect plot, int bar,
    double max)
{
	if (t->home.hides_numbers)
		return;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_text_put_number(&b, max, max < 20 && bars[bar].decimals > 0 ? 1 : 0);
	wk_canvas_puts_right(c, plot.x - 1, plot.y, WK_ROLE_AXIS, b.p);
	wk_canvas_puts_right(c, plot.x - 1, plot.y + plot.h - 1, WK_ROLE_AXIS, "0");
	wk_buf_fini(&b);
}

static void
draw_legend(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int bar)
{
	const struct wk_indicator *rule = bars[bar].rule == NULL ? NULL :
	    wk_indicator_find(bars[bar].rule);
	if (rule != NULL) {
		wk_canvas_put(c, x, y, WK_ROLE_BAD, OVER);
		x = wk_canvas_puts(c, x + 2, y, WK_ROLE_DIM, rule->over_is_bad ? "over" :
		    "under");
		x = t->home.hides_numbers ?
		    wk_canvas_puts(c, x, y, WK_ROLE_DIM, " the limit") :
		    wk_canvas_putf(c, x, y, WK_ROLE_DIM, " %.0f h", rule->threshold);
		x += 3;
	}
	wk_canvas_put(c, x, y, WK_ROLE_UNKNOWN, '?');
	wk_canvas_puts(c, x + 2, y, WK_ROLE_DIM, "too little known");
}

/* The cursor's week in words, and the mean of those shown. */
static void
draw_words(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int bar,
    const struct wk_week *w, double mean)
{
	int year, week, x = in.x + 1, y = in.y + in.h - 1 - is_roomy(in);
	double v = bars[bar].value(w);
	wk_date_iso_week(w->monday, &year, &week);
	x = wk_canvas_putf(c, x, y, WK_ROLE_DIM, "wk %d ", week);
	if (is_leave(w))
		x = wk_canvas_puts(c, x, y, WK_ROLE_HEAT_OFF, "- leave");
	else if (isnan(v))
		x = wk_canvas_puts(c, x, y, WK_ROLE_UNKNOWN, "?");
	else if (t->home.hides_numbers)
		x = wk_canvas_puts(c, x, y, is_over(bar, v) ? WK_ROLE_BAD : WK_ROLE_TEXT,
		    is_over(bar, v) ? "over the limit" : "known");
	else
		x = wk_canvas_putf(c, x, y, is_over(bar, v) ? WK_ROLE_BAD : WK_ROLE_TEXT,
		    "%.*f%s", bars[bar].decimals, v, is_over(bar, v) ? "!" : "");
	if (!isnan(mean) && !t->home.hides_numbers)
		wk_canvas_putf(c, x, y, WK_ROLE_DIM, ", mean %.1f", mean);
}

void
wk_trends_draw_bar(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    int bar)
{
	struct row r = row_of(t, in);
	double mean, max = highest(t, bar, &mean);
	wk_date cursor = wk_trends_cursor(t);
	bool has_months = in.h >= 8, is_wide = is_roomy(in);
	int top = in.h >= 6;               /* no bar touches the frame */
	struct wk_rect plot = { r.x, in.y + top, r.n * r.w,
		in.h - top - 1 - has_months - is_wide };
	struct wk_week at = wk_trends_week(t, 0);
	for (int i = 0; i < r.n; i++) {
		struct wk_week w = wk_trends_week(t, r.skip + i);
		struct wk_rect place = { r.x + (r.n - 1 - i) * r.w, plot.y, r.w, plot.h };
		bool has_cursor = cursor >= w.monday && cursor < w.monday + 7;
		draw_one(c, place, bar, &w, max, has_cursor);
		if (has_cursor)
			at = w;
	}
	if (has_months)
		wk_plot_draw_months(c, plot, wk_trends_week(t, r.skip + r.n - 1).monday,
		    (size_t)r.n * 7);
	draw_words(t, c, in, bar, &at, mean);
	if (is_wide) {
		draw_scale(t, c, plot, bar, max);
		draw_legend(t, c, in.x + 1, in.y + in.h - 1, bar);
	}
}

bool
wk_trends_bar_at(const struct wk_tui *t, struct wk_rect in, int x, int *back)
{
	struct row r = row_of(t, in);
	int i = (x - r.x) / r.w;
	if (x < r.x || i >= r.n)
		return false;
	*back = WK_MAX(0, (r.skip + r.n - 1 - i) * 7);
	return true;
}

static void
put_bar(const struct wk_tui *t, int bar, const struct wk_week *w, struct wk_buf *b)
{
	double v = bars[bar].value(w);
	wk_buf_addf(b, ", %s ", bars[bar].what);
	if (isnan(v))
		wk_buf_adds(b, "not known");
	else if (t->home.hides_numbers)
		wk_buf_adds(b, is_over(bar, v) ? "over the limit" : "known");
	else {
		wk_buf_addf(b, "%.*f%s", bars[bar].decimals, v, bars[bar].unit);
		if (is_over(bar, v))
			wk_buf_addf(b, " (%s the limit of %.0f h)",
			    wk_indicator_find(bars[bar].rule)->over_is_bad ? "over" :
			    "under", wk_indicator_find(bars[bar].rule)->threshold);
	}
}

void
wk_trends_put_weeks(const struct wk_tui *t, struct wk_buf *b)
{
	for (int i = 0; i < t->trends.weeks; i++) {
		struct wk_week w = wk_trends_week(t, i);
		int year, week;
		wk_date_iso_week(w.monday, &year, &week);
		wk_buf_addf(b, "Week %d of %d: ", week, year);
		if (is_leave(&w) || w.known == 0) {
			wk_buf_adds(b, is_leave(&w) ? "leave\n" : "not logged\n");
			continue;
		}
		wk_buf_addf(b, "strain %s", w.strain == NULL ? "not known" :
		    wk_band_name(w.strain->band));
		if (w.strain != NULL && !t->home.hides_numbers)
			wk_buf_addf(b, " %.1f, reserve %.0f", w.strain->score,
			    w.strain->reserve);
		for (int k = 0; k < WK_TRENDS_BARS; k++)
			put_bar(t, k, &w, b);
		wk_buf_addc(b, '\n');
	}
}
