/* SPDX-License-Identifier: MIT */
/* Which file the Report screen shows, its bytes, and what they tell of a person. */
#include "state.h"

#include "wick/render.h"

static wk_date
month_of(const struct wk_app *app, int back)
{
	int y, m, d;
	wk_date_to_civil(app->today, &y, &m, &d);
	m -= 1 + back;
	for (; m < 0; m += 12)
		y--;
	return wk_date_from_civil(y, m + 1, 1);
}

static struct wk_period
get_week(const struct wk_app *app, int back)
{
	return wk_period_week(app->today - wk_date_weekday(app->today) - 7 * back);
}

static struct wk_period
get_month(const struct wk_app *app, int back)
{
	return wk_period_month(month_of(app, back));
}

/* Whole ones. */
static struct wk_period
get_four_weeks(const struct wk_app *app, int back)
{
	wk_date monday = app->today - wk_date_weekday(app->today) - 28 * back;
	return wk_period_range(monday, monday + 27);
}

static struct wk_period
get_year(const struct wk_app *app, int back)
{
	int y, m, d;
	wk_date_to_civil(app->today, &y, &m, &d);
	wk_date last = wk_date_from_civil(y - back, 12, 31);
	return wk_period_range(wk_date_from_civil(y - back, 1, 1),
	    WK_MIN(last, app->today));
}

static void
put_week(const struct wk_period *p, struct wk_buf *b)
{
	int year, week;
	wk_date_iso_week(p->from, &year, &week);
	wk_buf_addf(b, "Week %d", week);
}

static void
put_month(const struct wk_period *p, struct wk_buf *b)
{
	int y, m, d;
	wk_date_to_civil(p->from, &y, &m, &d);
	wk_buf_addf(b, "%s %d", wk_date_month_name(m, true), y);
}

static void
put_four_weeks(const struct wk_period *p, struct wk_buf *b)
{
	int y, first, last;
	wk_date_iso_week(p->from, &y, &first);
	wk_date_iso_week(p->to, &y, &last);
	wk_buf_addf(b, "Weeks %d to %d", first, last);
}

static void
put_year(const struct wk_period *p, struct wk_buf *b)
{
	int y, m, d;
	wk_date_to_civil(p->to, &y, &m, &d);
	wk_buf_addf(b, m == 12 && d == 31 ? "Year %d" : "%d so far", y);
}

static const struct {
	struct wk_period (*get)(const struct wk_app *app, int back);
	void (*put)(const struct wk_period *p, struct wk_buf *b);
	int first, least, most;        /* of back */
} kinds[WK_REPORT_KINDS] = {
	{ get_week, put_week, 1, 0, 520 }, { get_month, put_month, 1, 0, 120 },
	{ get_four_weeks, put_four_weeks, 1, 1, 130 }, { get_year, put_year, 0, 0, 10 },
};

void
wk_reports_init(struct wk_reports *g)
{
	wk_buf_init(&g->text);
	for (int i = 0; i < WK_REPORT_KINDS; i++)
		g->back[i] = kinds[i].first;
}

void
wk_reports_fini(struct wk_reports *g)
{
	wk_buf_fini(&g->text);
}

const char *
wk_reports_format(const struct wk_reports *g)
{
	size_t n;
	return wk_report_formats(&n)[g->format].name;
}

void
wk_reports_put_period(const struct wk_tui *t, int kind, struct wk_buf *b)
{
	struct wk_period p = kinds[kind].get(t->app, t->reports.back[kind]);
	kinds[kind].put(&p, b);
}

void
wk_reports_step(struct wk_tui *t, int older)
{
	struct wk_reports *g = &t->reports;
	int *back = &g->back[g->kind];
	*back = WK_MAX(kinds[g->kind].least, WK_MIN(*back + older, kinds[g->kind].most));
}

/* As `wick report -o FILE` writes them. */
void
wk_reports_load(struct wk_tui *t)
{
	struct wk_reports *g = &t->reports;
	struct wk_err err = { .rc = WK_OK };
	g->period = kinds[g->kind].get(t->app, g->back[g->kind]);
	wk_buf_clear(&g->text);
	g->why[0] = '\0';
	struct wk_report_ask q = { .period = &g->period, .format = wk_reports_format(g),
		.paint = wk_paint_none() };
	if (wk_app_report_file(t->app, &q, &g->text, &err) == WK_OK)
		return;
	wk_buf_clear(&g->text);
	snprintf(g->why, sizeof(g->why), "%.158s", err.msg);
}

void
wk_reports_put_name(const struct wk_reports *g, struct wk_buf *b)
{
	const char *format = wk_reports_format(g);
	wk_buf_addf(b, "wick-%s.%s", g->period.name,
	    strcmp(format, "text") == 0 ? "txt" : format);
}

static const char whole[] =
    "In this file, for the days of its period:\n"
    "  the strain index with its range and its parts, among them the last\n"
    "    check-in (energy, stress, mood)\n"
    "  hours of each day; a week's mean before it\n"
    "  sleep: mean, shortest, chronic; when lapses are likeliest\n"
    "  pages: how many, of which kind of hour, and the time they took\n"
    "  rest, days on call, days of leave\n"
    "  every indicator with its limit and where the limit comes from\n"
    "  how many days all this stands on\n"
    "\n"
    "Not in it: notes, titles of pages, begin and end of work or sleep,\n"
    "answers of the monthly check, any name.\n";
static const char table[] =
    "In this file, for the end of its period:\n"
    "  every indicator: value, unit, state, limit, and where the limit\n"
    "    comes from\n"
    "\n"
    "Not in it: the strain index, single days, check-ins, notes, titles of\n"
    "pages, times of day, any name.\n";

void
wk_reports_put_about(const struct wk_reports *g, struct wk_buf *b)
{
	wk_buf_adds(b, strcmp(wk_reports_format(g), "csv") == 0 ? table : whole);
	wk_buf_adds(b,
	    "\nNothing is sent. w writes a file that you alone can read; whom\n"
	    "you give it to is for you to say.\n");
}
