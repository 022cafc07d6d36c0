/* SPDX-License-Identifier: MIT */
/* How is it: the band in a word, the score and the reserve beside it, a gauge with the
 * bands' limits, and what the number stands on. */
#include "home.h"

static const struct { const char *sign; enum wk_role role; } bands[] = {
	[WK_BAND_CALM] = { "=", WK_ROLE_OK },
	[WK_BAND_WATCH] = { "\xe2\x96\xb2", WK_ROLE_NOTICE },
	[WK_BAND_STRAINED] = { "\xe2\x96\xb2\xe2\x96\xb2", WK_ROLE_WARN },
	[WK_BAND_SEVERE] = { "!!", WK_ROLE_BAD },
};

const char *
wk_home_sign(enum wk_band b)
{
	return bands[b].sign;
}

enum wk_role
wk_home_role(enum wk_band b)
{
	return bands[b].role;
}

bool
wk_home_is_unknown(const struct wk_tui *t)
{
	const struct wk_status *s = &t->facts.status;
	return !s->has_score || wk_confidence_of(s->strain->confidence) == WK_CONF_STALE;
}

static const char *
trend_word(char trend)
{
	return trend == '<' ? "falling" : trend == '>' ? "rising" : "steady";
}

int
wk_home_put_level(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int end)
{
	const struct wk_status *s = &t->facts.status;
	if (wk_home_is_unknown(t)) {
		x = wk_canvas_puts(c, x, y, WK_ROLE_UNKNOWN, "? not enough known");
		return x;
	}
	enum wk_role role = wk_home_role(s->strain->band);
	x = wk_canvas_putf(c, x, y, role, "%s %s", wk_home_sign(s->strain->band),
	    wk_band_name(s->strain->band));
	if (!t->home.hides_numbers) {
		x = wk_canvas_putf(c, x + 2, y, role, "%.1f", s->strain->score);
		x = wk_canvas_putf(c, x + 3, y, WK_ROLE_TEXT, "reserve %.0f",
		    s->strain->reserve);
	}
	const char *trend = trend_word(s->trend), *by = " by days not logged";
	if (x + 3 + (int)strlen(trend) <= end) {
		x = wk_canvas_puts(c, x + 3, y, WK_ROLE_DIM, trend);
		if (s->is_silent_trend && x + (int)strlen(by) <= end)
			x = wk_canvas_puts(c, x, y, WK_ROLE_DIM, by);
	}
	return x;
}

static int
mark_at(double level, int w)
{
	return (int)(level / 100 * w);
}

void
wk_home_put_gauge(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int w)
{
	const struct wk_model *m = &t->app->conf.model;
	const struct wk_status *s = &t->facts.status;
	bool unknown = wk_home_is_unknown(t);
	double score = unknown ? 0 : s->strain->score;
	int eighths = (int)(score / 100 * w * 8 + 0.5), full = eighths / 8;
	enum wk_role role = unknown ? WK_ROLE_UNKNOWN : wk_home_role(s->strain->band);
	for (int i = 0; i < w; i++) {
		bool mark = i == mark_at(m->band_watch, w) ||
		    i == mark_at(m->band_strained, w) || i == mark_at(m->band_severe, w);
		if (i < full)
			wk_canvas_put(c, x + i, y, role, 0x2588);
		else if (i == full && eighths % 8 > 0)
			wk_canvas_put(c, x + i, y, role,
			    0x2590u - (uint32_t)(eighths % 8));
		else
			wk_canvas_put(c, x + i, y, WK_ROLE_GRID, mark ? 0x250a : 0x2591);
	}
}

static void
draw_scale(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int w)
{
	const struct wk_model *m = &t->app->conf.model;
	const double marks[] = { m->band_watch, m->band_strained, m->band_severe };
	wk_canvas_puts(c, x, y, WK_ROLE_AXIS, "0");
	for (size_t i = 0; i < WK_LEN(marks); i++)
		wk_canvas_putf(c, x + mark_at(marks[i], w), y, WK_ROLE_AXIS, "%.0f",
		    marks[i]);
	wk_canvas_puts_right(c, x + w, y, WK_ROLE_AXIS, "100");
}

static void
draw_words(struct wk_canvas *c, int x, int y)
{
	for (int b = 0; b < WK_BAND_COUNT; b++) {
		x = wk_canvas_putf(c, x, y, wk_home_role((enum wk_band)b), "%s %s",
		    bands[b].sign, wk_band_name((enum wk_band)b));
		if (b + 1 < WK_BAND_COUNT)
			x = wk_canvas_puts(c, x, y, WK_ROLE_DIM, "  ");
	}
}

static void
put_note(const struct wk_tui *t, struct wk_buf *b)
{
	wk_buf_adds(b, "to ");
	wk_date_put_day(b, t->facts.status.day);
	if (t->facts.status.is_running)
		wk_buf_adds(b, ", clock runs");
}

static void
draw_ground(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y)
{
	const struct wk_status *s = &t->facts.status;
	const char *word = wk_confidence_name(wk_confidence_of(s->strain->confidence));
	if (t->home.hides_numbers) {
		wk_canvas_putf(c, in.x + 1, y, WK_ROLE_DIM, "confidence %s", word);
		return;
	}
	wk_canvas_putf(c, in.x + 1, y, WK_ROLE_DIM, "%d of %d days known, sleep %d of %d",
	    s->coverage.days, s->coverage.of, s->coverage.sleep, s->coverage.of);
	if (wk_home_is_unknown(t))
		wk_canvas_putf(c, in.x + 1, y + 1, WK_ROLE_DIM, "confidence %s", word);
	else
		wk_canvas_putf(c, in.x + 1, y + 1, WK_ROLE_DIM,
		    "confidence %s, range %.0f to %.0f", word, s->strain->low,
		    s->strain->high);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	struct wk_buf note;
	wk_buf_init(&note);
	put_note(t, &note);
	struct wk_rect in = wk_canvas_panel(c, r, "Strain", note.p, has_focus);
	wk_buf_fini(&note);
	int y = in.y, w = in.w - 2;
	wk_home_put_level(t, c, in.x + 1, y++, in.x + in.w - 1);
	if (in.h >= 7)
		y++;
	wk_home_put_gauge(t, c, in.x + 1, y++, w);
	if (!t->home.hides_numbers)
		draw_scale(t, c, in.x + 1, y, w);
	y++;
	if (in.h >= 6)
		draw_words(c, in.x + 1, y++);
	draw_ground(t, c, in, y);
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	const struct wk_status *s = &t->facts.status;
	const char *word = wk_confidence_name(wk_confidence_of(s->strain->confidence));
	bool is_unknown = wk_home_is_unknown(t), hides = t->home.hides_numbers;
	(void)row;
	wk_buf_adds(b, "Strain ");
	put_note(t, b);
	wk_buf_addf(b, ": %s", is_unknown ? "not enough known" :
	    wk_band_name(s->strain->band));
	if (!is_unknown && !hides)
		wk_buf_addf(b, ", %.1f of 100, reserve %.0f", s->strain->score,
		    s->strain->reserve);
	wk_buf_addf(b, is_unknown ? "\n" : ", %s\n", trend_word(s->trend));
	if (!hides)
		wk_buf_addf(b, "  %d of %d days known, sleep %d of %d\n",
		    s->coverage.days, s->coverage.of, s->coverage.sleep, s->coverage.of);
	wk_buf_addf(b, "  confidence %s", word);
	if (!is_unknown && !hides)
		wk_buf_addf(b, ", between %.0f and %.0f", s->strain->low,
		    s->strain->high);
	wk_buf_addc(b, '\n');
}

const struct wk_home_panel wk_home_load = { .title = "Strain", .render = render,
	.put_flat = put_flat };
