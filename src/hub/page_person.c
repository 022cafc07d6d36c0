/* SPDX-License-Identifier: MIT */
/* One person's weeks: a strip of bands, gaps as gaps, and the same in a table. */
#include "page.h"

#include <math.h>

enum { STEP_W = 44, STEP_H = 24, TOP = 8, STRIP_H = 4 * STEP_H + TOP + 26, LABELS = 72 };

static const struct wk_hub_week *
week_at(const struct wk_hub_week *w, size_t n, int week)
{
	for (size_t i = 0; i < n; i++)
		if (w[i].week == week)
			return &w[i];
	return NULL;
}

static void
put_labels(struct wk_buf *b)
{
	char y[24];

	for (int i = 0; i < 4; i++)
		html_element(b, "text", word_bands[i], "class", "axis", "x", "0", "y",
		    html_number(y, TOP + (4 - i) * STEP_H - 7), NULL);
}

static void
put_mark(struct call *c, struct wk_buf *b, const struct wk_hub_week *w, int week,
    size_t place)
{
	static const char *const css[] = { "bar1", "bar3", "bar4", "bar5" };
	double x = LABELS + (double)(place * STEP_W);
	char n1[24], n2[24], n3[24], n4[24];

	if (w != NULL && w->band != WK_HUB_UNKNOWN) {
		html_tag(b, "rect", "class", css[w->band], "x", html_number(n1, x + 4),
		    "y", html_number(n2, TOP + (3 - (int)w->band) * STEP_H + 2),
		    "width", html_number(n3, STEP_W - 8), "height",
		    html_number(n4, STEP_H - 4), NULL);
		html_end(b, "rect");
	}
	html_element(b, "text", wk_arena_printf(c->arena, "W%02d", week % 100), "class",
	    "axis", "x", html_number(n1, x + STEP_W / 2.0), "y",
	    html_number(n2, STRIP_H - 6), "text-anchor", "middle", NULL);
}

static void
put_strip(struct call *c, struct wk_buf *b, const struct wk_hub_week *w, size_t n,
    int from, int weeks)
{
	int width = LABELS + weeks * STEP_W;
	char wide[24], box[64];

	(void)snprintf(box, sizeof(box), "0 0 %d %d", width, STRIP_H);
	html_tag(b, "div", "class", "scroll", "role", "region", "tabindex", "0",
	    "aria-label", "Chart of the weeks", NULL);
	html_tag(b, "svg", "role", "img", "aria-labelledby", "strip-title strip-desc",
	    "viewBox", box, "width", html_number(wide, width), NULL);
	html_element(b, "title", "Band of each week", "id", "strip-title", NULL);
	html_element(b, "desc", "One block for each week, oldest first, higher is more "
	    "strain; a gap where there is no summary. The table below says the same.",
	    "id", "strip-desc", NULL);
	put_labels(b);
	for (int i = 0; i < weeks; i++) {
		int week = word_week_add(from, i);
		put_mark(c, b, week_at(w, n, week), week, (size_t)i);
	}
	html_end(b, "svg");
	html_end(b, "div");
}

/* ---- the table ---- */
static const struct column {
	const char *head;
	enum wk_hub_indicator which;
	double divisor; /* minutes as hours */
	const char *unit;
} columns[] = {
	{ "Hours", WK_HUB_WORK_MIN, 60, " h" },
	{ "After hours", WK_HUB_AFTER_HOURS_MIN, 60, " h" },
	{ "Weekend", WK_HUB_WEEKEND_MIN, 60, " h" },
	{ "Shortest rest", WK_HUB_MIN_REST_MIN, 60, " h" },
	{ "Days in a row", WK_HUB_STREAK_DAYS, 1, "" },
	{ "On call", WK_HUB_ONCALL_DAYS, 1, " d" },
	{ "Pages", WK_HUB_PAGES, 1, "" },
	{ "At night", WK_HUB_NIGHT_PAGES, 1, "" },
};

static void
put_numbers(struct call *c, struct wk_buf *b, const struct wk_hub_week *w)
{
	char number[WK_TEXT_FIXED];

	for (size_t i = 0; i < WK_LEN(columns); i++) {
		double v = w == NULL || w->level != WK_HUB_INDICATORS ? (double)NAN :
		    wk_hub_indicator_of(w->indicators, columns[i].which);
		int len = (int)wk_text_number(number, v / columns[i].divisor, 1);
		html_element(b, "td", isnan(v) ? "\xe2\x80\x93" : wk_arena_printf(
		    c->arena, "%.*s%s", len, number, columns[i].unit), NULL);
	}
}

static void
put_row(struct call *c, struct wk_buf *b, const struct wk_hub_week *w, int week,
    bool has_numbers)
{
	html_tag(b, "tr", NULL);
	html_element(b, "th", page_week(c->arena, week), "scope", "row", NULL);
	page_band_cell(b, w == NULL ? NULL : &w->band);
	html_element(b, "td", w == NULL ? "\xe2\x80\x93" : wk_arena_printf(c->arena,
	    "%d of 7", w->coverage), NULL);
	if (has_numbers)
		put_numbers(c, b, w);
	html_end(b, "tr");
}

static bool
any_numbers(const struct wk_hub_week *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (w[i].level == WK_HUB_INDICATORS && w[i].indicators[0] != '\0')
			return true;
	return false;
}

static void
put_table(struct call *c, struct wk_buf *b, const struct wk_hub_week *w, size_t n,
    int from, int weeks)
{
	bool has_numbers = any_numbers(w, n);

	html_tag(b, "details", "open", "", NULL);
	html_element(b, "summary", "The same in numbers", NULL);
	html_tag(b, "div", "class", "scroll", "role", "region", "tabindex", "0",
	    "aria-label", "Table of the weeks", NULL);
	html_tag(b, "table", NULL);
	html_element(b, "caption", "Weeks, newest first", NULL);
	html_tag(b, "thead", NULL);
	html_tag(b, "tr", NULL);
	html_element(b, "th", "Week", "scope", "col", NULL);
	html_element(b, "th", "Band", "scope", "col", NULL);
	html_element(b, "th", "Days with data", "scope", "col", NULL);
	for (size_t i = 0; has_numbers && i < WK_LEN(columns); i++)
		html_element(b, "th", columns[i].head, "scope", "col", NULL);
	html_end(b, "tr");
	html_end(b, "thead");
	html_tag(b, "tbody", NULL);
	for (int i = weeks; i-- > 0;) {
		int week = word_week_add(from, i);
		put_row(c, b, week_at(w, n, week), week, has_numbers);
	}
	html_end(b, "tbody");
	html_end(b, "table");
	html_end(b, "div");
	html_end(b, "details");
}

/* ---- the whole ---- */
static void
put_lead(struct call *c, struct wk_buf *b, const struct wk_hub_week *w, size_t n,
    int weeks)
{
	size_t heavy = 0, known = 0;

	for (size_t i = 0; i < n; i++) {
		known += w[i].band != WK_HUB_UNKNOWN;
		heavy += w[i].band == WK_HUB_STRAINED || w[i].band == WK_HUB_SEVERE;
	}
	html_element(b, "p", known == 0 ? wk_arena_printf(c->arena,
	    "No summary for %d weeks. That looks the same for leave, for a laptop that "
	    "was off and for not sharing.", weeks) : wk_arena_printf(c->arena,
	    "%zu of %zu week%s with a summary %s strained or severe.", heavy, known,
	    known == 1 ? "" : "s", known == 1 ? "was" : "were"),
	    "class", "lead", NULL);
}

static void
put_not(struct wk_buf *b, bool is_self)
{
	html_element(b, "h2", "What this page is not", NULL);
	html_tag(b, "ul", NULL);
	html_element(b, "li", "No measure of performance, and nothing to compare people "
	    "by.", NULL);
	html_element(b, "li", is_self ? "Everything the hub holds of your weeks is here; "
	    "managers see no more than you allowed, and their visits are in your log." :
	    "Shown because this person chose it, and may end it at any time. Your visit "
	    "is recorded and this person can read it.", NULL);
	html_end(b, "ul");
}

static bool
load(struct call *c, const struct reading *r, struct wk_hub_week_query *q,
    struct wk_hub_person *p, struct wk_hub_week **w, size_t *n)
{
	const struct wk_hub_store_ops *ops = c->w->hub->ops;
	struct wk_err err = { 0 };

	q->person = r->person;
	q->limit = WK_HUB_PAGE;
	return call_read_ok(c, ops->person(c->w->reader, r->person, p, &err), &err) &&
	    call_read_ok(c, ops->weeks(c->w->reader, q, c->arena, w, n, &err), &err);
}

void
page_person(struct call *c)
{
	struct wk_hub_week_query q = { 0 };
	struct wk_hub_person p;
	struct wk_hub_week *w;
	struct reading r;
	struct wk_buf *b;
	size_t n;
	int weeks;

	if (!api_may_read(c, &r) || !page_range(c, &q.from, &q.to, &weeks) ||
	    !load(c, &r, &q, &p, &w, &n))
		return;
	for (size_t i = 0; i < n; i++)
		(void)wk_hub_week_lower(&w[i], r.level);
	b = page_begin(c, 200, p.display, true);
	put_lead(c, b, w, n, weeks);
	put_strip(c, b, w, n, q.from, weeks);
	put_table(c, b, w, n, q.from, weeks);
	page_older_newer(c, b, q.from, q.to, weeks);
	put_not(b, r.is_self);
	page_end(c);
	api_reply_audited(c, &r, "trend", q.from, q.to);
}
