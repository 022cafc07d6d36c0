/* SPDX-License-Identifier: MIT */
/* What was logged in a report's period: hours, sleep, pages, rest. Facts with their
 * source, no verdicts; not known stays not known. */
#include "internal.h"

static const char *
plural(int n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

/* Hours as "8 h 10". */
static void
add_hours(struct wk_buf *b, double h)
{
	wk_text_put_duration(b, h * 60);
}

static void
add_leave(struct wk_buf *b, const struct wk_report *r)
{
	wk_buf_addf(b, " Leave on %d %s", r->leave_days,
	    plural(r->leave_days, "day", "days"));
	if (r->worked_on_leave > 0)
		wk_buf_addf(b, ", worked on %d of them", r->worked_on_leave);
	wk_buf_addc(b, '.');
}

static void
put_hours(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Hours");
	wk_buf_init(&b);
	if (isnan(r->hours_total))
		wk_buf_adds(&b, "No hours are logged.");
	else
		wk_buf_addf(&b, "%.1f h, known on %d of %zu %s.", r->hours_total,
		    r->coverage.hours, r->past, plural((int)r->past, "day", "days"));
	if (!isnan(r->hours_mean4))
		wk_buf_addf(&b, " The four weeks before had %.1f h each on average.",
		    r->hours_mean4);
	if (r->leave_days > 0)
		add_leave(&b, r);
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
	wk_page_days(pg, r);
}

static void
put_sleep(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Sleep");
	if (isnan(r->sleep_mean)) {
		pg->style->para(pg, "No sleep is logged.");
		return;
	}
	wk_buf_init(&b);
	wk_buf_adds(&b, "Mean ");
	add_hours(&b, r->sleep_mean);
	wk_buf_addf(&b, " a night, known for %d of %zu %s; shortest ", r->coverage.sleep,
	    r->past, plural((int)r->past, "night", "nights"));
	add_hours(&b, r->sleep_min);
	if (wk_page_has_band(r))
		wk_buf_addf(&b, "; chronic sleep %.1f h", r->last->sleep_chronic_h);
	wk_buf_addc(&b, '.');
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
	wk_page_chart(pg, r, WK_PAGE_SLEEP);
}

static const char *const category_words[] = {
	[WK_CAT_BUSINESS] = "in business hours",
	[WK_CAT_OFF] = "off hours",
	[WK_CAT_SLEEP] = "in sleep hours",
	[WK_CAT_WOKE] = "woke you",
};

/* Whether somebody slept is nobody else's: a brief report says at night. */
static void
add_categories(struct wk_buf *b, const struct wk_report *r, bool is_brief)
{
	const char *sep = ": ";
	int n[WK_CAT_COUNT];

	memcpy(n, r->by_category, sizeof(n));
	if (is_brief) {
		n[WK_CAT_SLEEP] += n[WK_CAT_WOKE];
		n[WK_CAT_WOKE] = 0;
	}
	for (size_t k = 0; k < WK_CAT_COUNT; k++) {
		if (n[k] == 0)
			continue;
		wk_buf_addf(b, "%s%d %s", sep, n[k], is_brief && k == WK_CAT_SLEEP ?
		    "at night" : category_words[k]);
		sep = ", ";
	}
}

/* Noise is what somebody marked; nothing marked says nothing. */
static void
add_pages(struct wk_buf *b, const struct wk_report *r, bool is_brief)
{
	wk_buf_addf(b, "%d %s", r->incident_count, plural(r->incident_count, "page",
	    "pages"));
	add_categories(b, r, is_brief);
	wk_buf_adds(b, "; ");
	if (isnan(r->incident_minutes))
		wk_buf_adds(b, "minutes not logged");
	else
		wk_text_put_duration(b, r->incident_minutes);
	if (!isnan(r->incident_minutes))
		wk_buf_adds(b, " of your time logged");
	if (r->noise_count > 0)
		wk_buf_addf(b, "; %d marked as needing no action", r->noise_count);
	wk_buf_addc(b, '.');
}

static void
put_pages(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Pages and on call");
	wk_buf_init(&b);
	if (r->incident_count > 0)
		add_pages(&b, r, pg->is_brief);
	else if (r->coverage.days == 0)
		wk_buf_adds(&b, "Pages are not known.");
	else
		wk_buf_addf(&b, "No page on the %d %s with an entry.", r->coverage.days,
		    plural(r->coverage.days, "day", "days"));
	if (r->oncall_days > 0)
		wk_buf_addf(&b, " On call on %d %s.", r->oncall_days,
		    plural(r->oncall_days, "day", "days"));
	else
		wk_buf_adds(&b, " No on-call day is logged.");
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

static void
put_rest(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Rest");
	wk_buf_init(&b);
	if (r->short_rests > 0)
		wk_buf_addf(&b, "%d %s under 11 h between days of work, ", r->short_rests,
		    plural(r->short_rests, "rest", "rests"));
	if (!isnan(r->shortest_rest_h)) {
		wk_buf_adds(&b, r->short_rests > 0 ? "shortest " :
		    "shortest rest between days of work ");
		add_hours(&b, r->shortest_rest_h);
		wk_buf_adds(&b, r->short_rests > 0 ? "; 2003/88/EC art 3"
		    : "; 11 h is the floor of 2003/88/EC art 3");
	} else if (r->short_rests > 0) {
		wk_buf_adds(&b, "length not known; 2003/88/EC art 3");
	} else {
		wk_buf_adds(&b, "rests between days of work: not known, no times of day");
	}
	pg->style->item(pg, b.p, false);
	wk_buf_clear(&b);
	if (r->coverage.hours == 0)
		wk_buf_adds(&b, "rest days: not known");
	else
		wk_buf_addf(&b, "%d rest %s on the %d %s whose hours are known; 2 in 14 "
		    "is the floor of 2003/88/EC art 5", r->rest_days,
		    plural(r->rest_days, "day", "days"), r->coverage.hours,
		    plural(r->coverage.hours, "day", "days"));
	pg->style->item(pg, b.p, false);
	pg->style->end(pg);
	wk_buf_fini(&b);
}

void
wk_page_facts(struct wk_page *pg, const struct wk_report *r)
{
	put_hours(pg, r);
	put_sleep(pg, r);
	put_pages(pg, r);
	put_rest(pg, r);
}

static void
put_asks(struct wk_page *pg, const struct wk_report_meta *meta)
{
	struct wk_buf b;

	if (meta->ask_count == 0)
		return;
	pg->style->heading(pg, "What I ask for");
	wk_buf_init(&b);
	for (size_t k = 0; k < meta->ask_count; k++) {
		wk_buf_clear(&b);
		wk_text_safe(&b, meta->asks[k]);
		pg->style->item(pg, b.p, true);
	}
	pg->style->end(pg);
	wk_buf_fini(&b);
}

void
wk_page_brief(struct wk_page *pg, const struct wk_report *r,
    const struct wk_report_meta *meta)
{
	put_hours(pg, r);
	put_pages(pg, r);
	put_rest(pg, r);
	pg->style->heading(pg, "Against the limits");
	wk_page_work_indicators(pg, r->values);
	put_asks(pg, meta);
	pg->style->heading(pg, "What this is");
	pg->style->para(pg,
	    "Hours, pages, on-call and rest of one person, from their own "
	    "log. Sleep, mood and scores are not in it. Days that were not logged are "
	    "not counted as free.");
}
