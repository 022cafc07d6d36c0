/* SPDX-License-Identifier: MIT */
/* The week as a table: what is known of each day, and signs for what is not. A mark never
 * stands for a zero: ? not logged, . to come, - does not apply. */
#include "home.h"

#include <math.h>

struct cell { char text[12]; enum wk_role role; };
struct week_ctx { const struct wk_tui *t; wk_date d; const struct wk_day_view *v;
	const struct wk_strain *s; };

static void
set(struct cell *c, enum wk_role role, const char *text)
{
	snprintf(c->text, sizeof(c->text), "%s", text);
	c->role = role;
}

static void
set_missing(const struct week_ctx *x, struct cell *c)
{
	bool future = x->d > x->t->app->today;
	set(c, future ? WK_ROLE_DIM : WK_ROLE_UNKNOWN, future ? "." : "?");
}

/* The signs of the year's map. */
static void
set_sign(const struct week_ctx *x, struct cell *c, int level, enum wk_role role, int n)
{
	uint32_t cp = wk_year_sign(x->t, level);
	size_t len = 0;
	for (int i = 0; i < n; i++)
		len += wk_text_utf8_put(cp, c->text + len);
	c->text[len] = '\0';
	c->role = role;
}

static void
cell_work(const struct week_ctx *x, struct cell *c)
{
	static const char *const leaves[WK_LEAVE_COUNT] = { "", "off", "sick", "hol",
		"off", "off" };
	const struct wk_day *day = &x->v->row.folded;
	if (day->leave != WK_LEAVE_NONE && !(day->hours > 0))
		set(c, WK_ROLE_INFO, leaves[day->leave]);
	else if (isnan(day->hours))
		set_missing(x, c);
	else if (x->t->home.hides_numbers || day->hours == 0)
		set(c, WK_ROLE_TEXT, day->hours == 0 ? "-" : "x");
	else {
		snprintf(c->text, sizeof(c->text), "%.1f", day->hours);
		c->role = WK_ROLE_TEXT;
	}
}

static void
cell_sleep(const struct week_ctx *x, struct cell *c)
{
	const struct wk_day *day = &x->v->row.folded;
	const struct wk_indicator *rule = wk_indicator_find("sleep_last");
	if (isnan(day->sleep_h)) {
		set_missing(x, c);
		return;
	}
	bool low = rule != NULL && day->sleep_h < rule->threshold;
	if (x->t->home.hides_numbers)
		set(c, low ? WK_ROLE_BAD : WK_ROLE_TEXT, low ? "low!" : "x");
	else
		snprintf(c->text, sizeof(c->text), "%.*f%s", day->sleep_h < 9.95,
		    day->sleep_h, low ? "!" : "");
	c->role = low ? WK_ROLE_BAD : WK_ROLE_TEXT;
}

static void
cell_pages(const struct week_ctx *x, struct cell *c)
{
	const struct wk_day *day = &x->v->row.folded;
	int woke = 0;
	for (size_t i = 0; i < day->incident_count; i++)
		woke += day->incidents[i].cat == WK_CAT_WOKE;
	if (day->incident_count == 0 && (wk_day_is_empty(day) || x->d > x->t->app->today))
		set_missing(x, c);
	else if (x->t->home.hides_numbers)
		set(c, woke > 0 ? WK_ROLE_BAD : WK_ROLE_TEXT,
		    day->incident_count == 0 ? "-" : woke > 0 ? "x!" : "x");
	else
		snprintf(c->text, sizeof(c->text), "%zu%s", day->incident_count,
		    woke > 0 ? "!" : "");
	if (day->incident_count > 0)
		c->role = woke > 0 ? WK_ROLE_BAD : WK_ROLE_TEXT;
}

static void
cell_duty(const struct week_ctx *x, struct cell *c)
{
	bool on = x->v->row.folded.is_oncall;
	if (on && x->d > x->t->app->today)
		set(c, WK_ROLE_PLAN, "plan");
	else if (on)
		set(c, WK_ROLE_TEXT, "on");
	else if (x->v->row.typed.oncall == 0)
		set(c, WK_ROLE_DIM, "-");
	else if (x->d > x->t->app->today)
		set_missing(x, c);
	else
		set_sign(x, c, WK_HEAT_NONE, WK_ROLE_HEAT_NONE, 1);
}

static void
cell_band(const struct week_ctx *x, struct cell *c)
{
	if (x->d > x->t->app->today)
		set_missing(x, c);
	else if (x->s == NULL || x->s->is_empty)
		set_sign(x, c, WK_HEAT_NONE, WK_ROLE_HEAT_NONE, 1);
	else if (!wk_week_has_score(x->s))
		set_missing(x, c);
	else
		set_sign(x, c, (int)x->s->band + 1,
		    (enum wk_role)(WK_ROLE_HEAT_1 + (int)x->s->band), 3);
}

static const struct {
	const char *name, *wide;
	void (*cell)(const struct week_ctx *x, struct cell *c);
} lines[] = {
	{ "work", "work h", cell_work }, { "sleep", "sleep h", cell_sleep },
	{ "pages", "pages", cell_pages }, { "duty", "on call", cell_duty },
	{ "band", "strain", cell_band },
};

/* The last column of a wide table. */
static void
put_sum(const struct wk_tui *t, size_t line, struct wk_buf *b)
{
	double work = 0, sleep = 0;
	int works = 0, sleeps = 0, pages = 0, duty = 0;
	for (int i = 0; i < 7; i++) {
		const struct wk_day *d = &t->facts.week[i].row.folded;
		work += isnan(d->hours) ? 0 : d->hours;
		works += !isnan(d->hours);
		sleep += isnan(d->sleep_h) ? 0 : d->sleep_h;
		sleeps += !isnan(d->sleep_h);
		pages += (int)d->incident_count;
		duty += d->is_oncall;
	}
	if (line == 0 && works > 0)
		wk_buf_addf(b, "%.1f h", work);
	else if (line == 1 && sleeps > 0)
		wk_buf_addf(b, "%.1f h mean", sleep / sleeps);
	else if (line == 2 && works + sleeps + pages > 0)
		wk_buf_addf(b, "%d", pages);
	else if (line == 3 && duty > 0)
		wk_buf_addf(b, "%d days", duty);
}

static void
draw_days(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int label,
    int w)
{
	for (int i = 0; i < 7; i++) {
		bool today = t->facts.monday + i == t->app->today;
		wk_canvas_puts_right(c, in.x + label + (i + 1) * w, in.y,
		    today ? WK_ROLE_TITLE_FOCUS : WK_ROLE_DIM,
		    wk_date_weekday_name(i, false));
	}
	if (w >= 7)
		wk_canvas_puts(c, in.x + label + 7 * w + 2, in.y, WK_ROLE_DIM, "sum");
}

static void
draw_line(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect at, int w,
    size_t line)
{
	for (int i = 0; i < 7; i++) {
		struct week_ctx x = { t, t->facts.monday + i, &t->facts.week[i],
			wk_facts_strain(&t->facts, t->facts.monday + i) };
		struct cell cell = { "", WK_ROLE_TEXT };
		if (x.v->row.d == x.d && !t->facts.is_empty)
			lines[line].cell(&x, &cell);
		/* a flag stands beside the column, so that the numbers stay in line */
		bool flagged = strchr(cell.text, '!') != NULL;
		wk_canvas_puts_right(c, at.x + (i + 1) * w + flagged, at.y, cell.role,
		    cell.text);
	}
}

void
wk_home_draw_week(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	bool wide = in.w >= 70;
	int label = wide ? 9 : 4, w = wide ? 7 : 5; /* narrow: labels reach into Monday */
	draw_days(t, c, in, label, w);
	for (size_t i = 0; i < WK_LEN(lines) && (int)i + 1 < in.h; i++) {
		int y = in.y + 1 + (int)i;
		struct wk_buf sum;
		wk_canvas_puts(c, in.x, y, WK_ROLE_DIM, wide ? lines[i].wide :
		    lines[i].name);
		draw_line(t, c, (struct wk_rect){ in.x + label, y, in.w - label, 1 }, w,
		    i);
		if (!wide || t->home.hides_numbers)
			continue;
		wk_buf_init(&sum);
		put_sum(t, i, &sum);
		wk_canvas_puts(c, in.x + label + 7 * w + 2, y, WK_ROLE_DIM, sum.p);
		wk_buf_fini(&sum);
	}
}

/* Days of the week that have come; of them known. */
static int
count_due(const struct wk_tui *t, int *known)
{
	int due = 0;
	*known = 0;
	for (int i = 0; i < 7 && t->facts.monday + i <= t->app->today; i++) {
		*known += !wk_day_is_empty(&t->facts.week[i].row.folded);
		due++;
	}
	return due;
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	int year, week, known, due = count_due(t, &known);
	char title[24], note[40];
	wk_date_iso_week(t->facts.monday, &year, &week);
	snprintf(title, sizeof(title), "Week %d", week);
	snprintf(note, sizeof(note), "%d of %d known", known, due);
	struct wk_rect in = wk_canvas_panel(c, r, title, t->home.hides_numbers ? "" :
	    note, has_focus);
	in.x += 1;
	in.w -= 2;
	wk_home_draw_week(t, c, in);
}

/* "Mon 16 Nov: work 8.5 h, sleep 7.2 h, 2 pages, on call". */
static void
put_day(const struct wk_tui *t, int i, struct wk_buf *b)
{
	const struct wk_day *d = &t->facts.week[i].row.folded;
	bool is_ahead = t->facts.monday + i > t->app->today,
	     hides = t->home.hides_numbers;
	wk_date_put_day(b, t->facts.monday + i);
	wk_buf_adds(b, ": ");
	if (is_ahead && wk_day_is_empty(d))
		wk_buf_adds(b, "still to come");
	else if (d->leave != WK_LEAVE_NONE)
		wk_buf_adds(b, wk_leave_name(d->leave));
	else if (isnan(d->hours))
		wk_buf_adds(b, "work not known");
	else if (hides)
		wk_buf_adds(b, d->hours == 0 ? "no work" : "worked");
	else
		wk_buf_addf(b, "work %.1f h", d->hours);
	if (isnan(d->sleep_h) && !is_ahead)
		wk_buf_adds(b, ", sleep not known");
	else if (!isnan(d->sleep_h) && !hides)
		wk_buf_addf(b, ", sleep %.1f h", d->sleep_h);
	if (d->incident_count > 0 && hides)
		wk_buf_adds(b, ", pages");
	else if (d->incident_count > 0)
		wk_buf_addf(b, ", %zu %s", d->incident_count, d->incident_count == 1 ?
		    "page" : "pages");
	wk_buf_adds(b, d->is_oncall ? ", on call" : "");
	wk_buf_addc(b, '\n');
}

static void
put_flat_sums(const struct wk_tui *t, struct wk_buf *b)
{
	static const char *const names[] = { "work", "sleep", "pages", "on call" };
	struct wk_buf sum;
	wk_buf_init(&sum);
	for (size_t i = 0; i < WK_LEN(names); i++) {
		wk_buf_clear(&sum);
		put_sum(t, i, &sum);
		if (sum.len > 0)
			wk_buf_addf(b, ", %s %s", names[i], sum.p);
	}
	wk_buf_fini(&sum);
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	int known, due = count_due(t, &known);
	int year, week;
	(void)row;
	wk_date_iso_week(t->facts.monday, &year, &week);
	wk_buf_addf(b, "Week %d\n", week);
	for (int i = 0; i < 7; i++) {
		wk_buf_adds(b, "  ");
		put_day(t, i, b);
	}
	if (t->home.hides_numbers)
		return;
	wk_buf_addf(b, "  together: %d of %d days known", known, due);
	put_flat_sums(t, b);
	wk_buf_addc(b, '\n');
}

const struct wk_home_panel wk_home_week = { .title = "Week", .render = render,
	.put_flat = put_flat };
