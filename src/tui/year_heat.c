/* SPDX-License-Identifier: MIT */
/* The heat map: a week a column, a day a cell, its level by density and by colour. A day
 * that is not logged, one that is off and one to come each have a sign of their own. */
#include "state.h"

enum { LABEL_W = 5, LETTER_W = 3, HEAD = 1 };

static int
level_strain(const struct wk_day *day, const struct wk_strain *s)
{
	if (s == NULL || s->is_empty)
		return WK_HEAT_NONE;
	return wk_week_is_off(day) ? WK_HEAT_OFF : wk_week_has_score(s) ?
	    (int)s->band + 1 : WK_HEAT_UNKNOWN;
}

/* 1 up to the first limit, 4 over the last. */
static int
grade(double v, const double limits[3])
{
	int level = 1;
	for (int i = 0; i < 3; i++)
		level += v > limits[i];
	return level;
}

static int
level_hours(const struct wk_day *day, const struct wk_strain *s)
{
	static const double limits[] = { 7, 9, 11 };
	(void)s;
	if (wk_week_is_off(day))
		return WK_HEAT_OFF;
	return isnan(day->hours) ? WK_HEAT_NONE : grade(day->hours, limits);
}

static int
level_sleep(const struct wk_day *day, const struct wk_strain *s)
{
	static const double limits[] = { -8, -7, -6 };
	(void)s;
	return isnan(day->sleep_h) ? WK_HEAT_NONE : grade(-day->sleep_h, limits);
}

static int
level_pages(const struct wk_day *day, const struct wk_strain *s)
{
	static const double limits[] = { 1, 2, 4 };
	(void)s;
	if (day->incident_count > 0)
		return grade((double)day->incident_count, limits);
	return wk_day_is_empty(day) ? WK_HEAT_NONE : WK_HEAT_OFF;
}

static const struct {
	const char *name;
	const char *levels[4], *words[4];  /* with and without numbers */
	const char *off;
	int (*level)(const struct wk_day *day, const struct wk_strain *s);
} measures[] = {
	{ "Strain", { "calm", "watch", "strained", "severe" },
	    { "calm", "watch", "strained", "severe" }, "off", level_strain },
	{ "Hours", { "to 7 h", "9", "11", "more" }, { "short", "usual", "long",
	    "very long" }, "off", level_hours },
	{ "Sleep", { "8 h", "7", "6", "under 6" }, { "long", "usual", "short",
	    "very short" }, NULL, level_sleep },
	{ "Pages", { "1", "2", "to 4", "more" }, { "few", "some", "many", "most" },
	    "none", level_pages },
};
/* ASCII has its own where two of the signs would become one. */
static const struct { uint32_t cp, ascii; enum wk_role role; } signs[] = {
	{ '?', '?', WK_ROLE_UNKNOWN }, { '.', '.', WK_ROLE_DIM },
	{ '-', '-', WK_ROLE_HEAT_OFF }, { 0xb7, '_', WK_ROLE_HEAT_NONE },
	{ 0x2591, ':', WK_ROLE_HEAT_1 }, { 0x2592, 'o', WK_ROLE_HEAT_2 },
	{ 0x2593, 'O', WK_ROLE_HEAT_3 }, { 0x2588, '#', WK_ROLE_HEAT_4 },
};

uint32_t
wk_year_sign(const struct wk_tui *t, int level)
{
	bool is_ascii = t->term != NULL && wk_term_is_ascii(t->term);
	int i = level - WK_HEAT_UNKNOWN;
	return is_ascii ? signs[i].ascii : signs[i].cp;
}

const char *
wk_year_measure(const struct wk_tui *t)
{
	return measures[t->year.measure].name;
}

int
wk_year_measures(void)
{
	return (int)WK_LEN(measures);
}

int
wk_year_level(const struct wk_tui *t, wk_date d)
{
	const struct wk_day *day = wk_year_day(t, d);
	if (d > t->app->today)
		return WK_HEAT_FUTURE;
	return day == NULL ? WK_HEAT_NONE :
	    measures[t->year.measure].level(day, wk_year_strain(t, d));
}

/* Columns of a week, how many weeks there is room for and the first of them. */
struct grid { int x, y, w, weeks, from, label; };

static struct grid
grid_of(const struct wk_tui *t, struct wk_rect in)
{
	int at = (t->year.cursor - t->year.first) / 7, two = 2 * WK_YEAR_WEEKS + 1;
	/* two columns a week are worth more than two letters of a weekday */
	bool is_tight = in.w < LABEL_W + two && in.w >= LETTER_W + two;
	struct grid g = { .label = is_tight ? LETTER_W : LABEL_W, .y = in.y + HEAD };
	int room = in.w - g.label;
	g.x = in.x + g.label;
	g.w = WK_MAX(1, WK_MIN((room - 1) / WK_YEAR_WEEKS, 3));
	g.weeks = WK_MIN(room / g.w, WK_YEAR_WEEKS);
	g.from = WK_MIN(at, WK_YEAR_WEEKS - g.weeks);
	return g;
}

static void
draw_months(const struct wk_tui *t, struct wk_canvas *c, const struct grid *g)
{
	int free_x = g->x, last = 0;
	for (int w = g->from; w < g->from + g->weeks; w++) {
		int year, month, day, x = g->x + (w - g->from) * g->w;
		wk_date_to_civil(t->year.first + w * 7 + 6, &year, &month, &day);
		bool is_new = month != last && (day <= 7 || last == 0);
		last = month;
		/* what began before the first week has no name */
		if (!is_new || x < free_x || (w == g->from && day > 7) ||
		    x + 3 > g->x + g->weeks * g->w)
			continue;
		free_x = wk_canvas_puts(c, x, g->y - HEAD, WK_ROLE_AXIS,
		    wk_date_month_name(month, false)) + 1;
	}
}

static void
draw_cell(const struct wk_tui *t, struct wk_canvas *c, const struct grid *g, wk_date d)
{
	int at = d - t->year.first, level = wk_year_level(t, d);
	int x = g->x + (at / 7 - g->from) * g->w, y = g->y + at % 7;
	bool is_cursor = d == t->year.cursor;
	enum wk_role role = is_cursor ? WK_ROLE_CURSOR :
	    signs[level - WK_HEAT_UNKNOWN].role;
	for (int i = 0; i < g->w; i++)
		wk_canvas_put(c, x + i, y, role, i > 0 && level < 1 ? ' ' :
		    wk_year_sign(t, level));
	if (is_cursor) {
		c->cursor_x = x;
		c->cursor_y = y;
	}
}

static int
draw_sign(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int level,
    const char *word)
{
	wk_canvas_put(c, x, y, signs[level - WK_HEAT_UNKNOWN].role,
	    wk_year_sign(t, level));
	return wk_canvas_putf(c, x + 1, y, WK_ROLE_DIM, " %s", word);
}

static void
draw_legend(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	int x = in.x + 1, y = in.y + HEAD + 7, measure = t->year.measure;
	int gap = in.w >= 70 ? 3 : 1;
	const char *const *words = t->home.hides_numbers ? measures[measure].words :
	    measures[measure].levels;
	for (int i = 0; i < 4; i++)
		x = draw_sign(t, c, x, y, i + 1, words[i]) + gap;
	if (x + 20 > in.x + in.w)
		return;
	if (measures[measure].off != NULL)
		x = draw_sign(t, c, x, y, WK_HEAT_OFF, measures[measure].off) + gap;
	draw_sign(t, c, x, y, WK_HEAT_NONE, "not logged");
}

void
wk_year_draw_heat(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct grid g = grid_of(t, in);
	draw_months(t, c, &g);
	for (int i = 0; i < 7; i++)
		wk_canvas_putf(c, in.x + 1, g.y + i, WK_ROLE_DIM, "%.*s", g.label - 2,
		    wk_date_weekday_name(i, false));
	for (int i = g.from * 7; i < (g.from + g.weeks) * 7; i++)
		draw_cell(t, c, &g, t->year.first + i);
	draw_legend(t, c, in);
}

bool
wk_year_heat_at(const struct wk_tui *t, struct wk_rect in, int x, int y, wk_date *out)
{
	struct grid g = grid_of(t, in);
	int week = (x - g.x) / g.w;
	if (x < g.x || y < g.y || y >= g.y + 7 || week >= g.weeks)
		return false;
	*out = t->year.first + (week + g.from) * 7 + (y - g.y);
	return true;
}
