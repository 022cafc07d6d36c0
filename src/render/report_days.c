/* SPDX-License-Identifier: MIT */
/* Two parts of a report that walk its days: the bars of hours, and what is not known.
 * Up to a month is shown by day, longer periods by week. */
#include <assert.h>

#include "internal.h"

#define BAR_COLS 28
#define DAYS_BY_DAY 31
#define NAMED_RUNS 6

static const struct wk_page_col day_cols[] = {
	{ "day", 10, false },
	{ "hours", 6, true },
	{ "", BAR_COLS, false },
	{ "", 24, false },
};

/* In half columns; a known value above 0 always leaves a mark. */
static void
add_bar(struct wk_buf *b, double v, double top)
{
	size_t halves;

	if (isnan(v) || v <= 0 || top <= 0)
		return;
	halves = (size_t)lround(fmin(v / top, 1) * BAR_COLS * 2);
	for (size_t k = 0; k < halves / 2; k++)
		wk_buf_adds(b, "█");
	if (halves % 2 == 1 || halves == 0)
		wk_buf_adds(b, "▌");
}

static void
put_row(struct wk_page *pg, const char *label, double v, double top, const char *note)
{
	struct wk_page_cell cells[WK_LEN(day_cols)] = { 0 };
	struct wk_buf number, bar;

	wk_buf_init(&number);
	wk_buf_init(&bar);
	if (!isnan(v))
		wk_buf_addf(&number, "%.1f", v);
	else
		wk_buf_adds(&number, "?");
	if (!wk_render_is_plain(pg->p))
		add_bar(&bar, v, top);
	cells[0].text = label;
	cells[1].text = number.p;
	cells[2].text = bar.p;
	cells[2].bar = isnan(v) || top <= 0 ? 0 : v / top;
	cells[3].text = note;
	pg->style->row(pg, day_cols, cells, WK_LEN(day_cols));
	wk_buf_fini(&number);
	wk_buf_fini(&bar);
}

static void
add_note(struct wk_buf *b, const char *text)
{
	wk_buf_addf(b, "%s%s", b->len > 0 ? ", " : "", text);
}

/* What a day is beside its number: not logged and leave are different things. */
static void
day_note(const struct wk_report *r, const struct wk_day *day, struct wk_buf *b)
{
	if (day->leave != WK_LEAVE_NONE)
		wk_buf_addf(b, "leave: %s", wk_leave_name(day->leave));
	else if (isnan(day->hours))
		wk_buf_adds(b, day->d == r->unfinished ? "not logged yet" : "not logged");
	if (day->is_oncall)
		add_note(b, "on call");
	if (day->incident_count > 0) {
		wk_buf_addf(b, "%s%zu %s", b->len > 0 ? ", " : "", day->incident_count,
		    day->incident_count == 1 ? "page" : "pages");
	}
}

static void
put_days(struct wk_page *pg, const struct wk_report *r)
{
	double top = 10;

	for (size_t k = 0; k < r->n; k++)
		if (r->days[k].hours > top)
			top = r->days[k].hours;
	for (size_t k = 0; k < r->past; k++) {
		struct wk_buf label, note;

		wk_buf_init(&label);
		wk_buf_init(&note);
		wk_date_put_day(&label, r->days[k].d);
		day_note(r, &r->days[k], &note);
		put_row(pg, label.p, r->days[k].hours, top, note.p);
		wk_buf_fini(&label);
		wk_buf_fini(&note);
	}
}

/* ---- by week ---- */
struct week {
	double hours;           /* NAN: none known */
	int known, of;
	size_t next;            /* index of the first day after it */
};

static struct week
sum_week(const struct wk_report *r, size_t k)
{
	struct week w = { .hours = NAN };

	do {
		double h = r->days[k].hours;

		w.of++;
		if (!isnan(h)) {
			w.hours = w.known == 0 ? h : w.hours + h;
			w.known++;
		}
		k++;
	} while (k < r->past && wk_date_weekday(r->days[k].d) != 0);
	w.next = k;
	return w;
}

/* What a week is beside its number: nothing where all seven days are known. */
static void
week_note(const struct week *w, char *out, size_t size)
{
	if (w->known == 0)
		snprintf(out, size, "not logged");
	else if (w->known < w->of)
		snprintf(out, size, "%d of %d days known", w->known, w->of);
	else if (w->of < 7)
		snprintf(out, size, "%d %s of it", w->of, w->of == 1 ? "day" : "days");
	else
		out[0] = '\0';
}

static void
put_weeks(struct wk_page *pg, const struct wk_report *r)
{
	double top = 50;

	for (size_t k = 0; k < r->past; k = sum_week(r, k).next)
		top = fmax(top, sum_week(r, k).hours);
	for (size_t k = 0; k < r->past;) {
		struct week w = sum_week(r, k);
		char label[32], note[48];
		int year, week;

		wk_date_iso_week(r->days[k].d, &year, &week);
		snprintf(label, sizeof(label), "%d-W%02d", year, week);
		week_note(&w, note, sizeof(note));
		put_row(pg, label, w.hours, top, note);
		k = w.next;
	}
}

static void
put_to_come(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	if (r->past == r->n)
		return;
	wk_buf_init(&b);
	wk_date_put_day(&b, r->days[r->past].d);
	if (r->past + 1 < r->n) {
		wk_buf_adds(&b, " to ");
		wk_date_put_day(&b, r->to);
	}
	wk_buf_adds(&b, r->past + 1 < r->n ? " are still to come." :
	    " is still to come.");
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

void
wk_page_days(struct wk_page *pg, const struct wk_report *r)
{
	if (r->past == 0 || (r->coverage.hours == 0 && r->incident_count == 0 &&
	    r->oncall_days == 0 && r->leave_days == 0))
		return;
	pg->style->table(pg, day_cols, WK_LEN(day_cols));
	if (r->n <= DAYS_BY_DAY)
		put_days(pg, r);
	else
		put_weeks(pg, r);
	pg->style->end(pg);
	put_to_come(pg, r);
}

/* ---- what is not known ---- */
static bool
misses_hours(const struct wk_day *day)
{
	return isnan(day->hours) && day->leave == WK_LEAVE_NONE;
}

static bool
misses_sleep(const struct wk_day *day)
{
	return isnan(day->sleep_h);
}

static const struct gap_kind {
	const char *name;
	bool (*misses)(const struct wk_day *day);
} gap_kinds[] = {
	{ "hours", misses_hours },
	{ "sleep", misses_sleep },
};

static_assert(WK_LEN(gap_kinds) == WK_PAGE_GAPS, "each kind is told");

int
wk_page_gap(const struct wk_report *r, size_t k, const char **name)
{
	int n = 0;

	*name = gap_kinds[k].name;
	for (size_t i = 0; i < r->past; i++)
		n += gap_kinds[k].misses(&r->days[i]);
	return n;
}

/* "Mon 16 Nov, Wed 18 Nov to Sun 22 Nov"; returns how many runs, *n days. */
static int
add_runs(const struct wk_report *r, const struct gap_kind *g,
    struct wk_buf *b, int *n)
{
	int runs = 0;

	for (size_t k = 0; k < r->past; k++) {
		size_t from = k;

		while (k < r->past && g->misses(&r->days[k]))
			k++;
		if (k == from)
			continue;
		wk_buf_adds(b, runs++ > 0 ? ", " : "");
		wk_date_put_day(b, r->days[from].d);
		if (k - from > 1) {
			wk_buf_adds(b, k - from > 2 ? " to " : ", ");
			wk_date_put_day(b, r->days[k - 1].d);
		}
		*n += (int)(k - from);
	}
	return runs;
}

static int
put_gap(struct wk_page *pg, const struct wk_report *r, const struct gap_kind *g)
{
	struct wk_buf b, days;
	int n = 0, runs;

	wk_buf_init(&b);
	wk_buf_init(&days);
	runs = add_runs(r, g, &days, &n);
	if (n > 0 && runs <= NAMED_RUNS)
		wk_buf_addf(&b, "%s not logged: %s", g->name, days.p);
	else if (n > 0)
		wk_buf_addf(&b, "%s not logged on %d of %zu days", g->name, n,
		    r->past);
	if (n > 0)
		pg->style->item(pg, b.p, false);
	wk_buf_fini(&b);
	wk_buf_fini(&days);
	return n;
}

void
wk_page_gaps(struct wk_page *pg, const struct wk_report *r)
{
	int n = 0;

	pg->style->heading(pg, "Not known");
	for (size_t k = 0; k < WK_LEN(gap_kinds); k++)
		n += put_gap(pg, r, &gap_kinds[k]);
	if (n == 0)
		pg->style->item(pg, "nothing: hours and sleep are logged for every day",
		    false);
	pg->style->end(pg);
}
