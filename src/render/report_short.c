/* SPDX-License-Identifier: MIT */
/* What a report comes to, in a few sentences for somebody who reads nothing else: what
 * changed, why, what is past a limit, what would help, what is not known. */
#include <assert.h>
#include <stdlib.h>

#include "internal.h"

enum { MOVED_TENTHS = 5, NAMED_PARTS = 3, NAMED_LIMITS = 4 };

static int
now_tenths(const struct wk_report *r)
{
	int parts[WK_PART_COUNT];

	return wk_strain_round(r->last->contribution, r->last->score, parts);
}

static void
put_state(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	int change = isnan(r->change) ? 0 : wk_report_change(r, NULL);

	wk_buf_adds(b, "The strain index stands at ");
	wk_render_put_tenths(b, now_tenths(r), false);
	wk_buf_addf(b, " of 100 (%s), ", wk_band_name(r->last->band));
	if (isnan(r->change)) {
		wk_buf_adds(b, "with no earlier day to compare with.");
	} else {
		if (change != 0)
			wk_render_put_tenths(b, abs(change), false);
		wk_buf_adds(b, change > 0 ? " higher than on " : change < 0 ?
		    " lower than on " : "as on ");
		wk_date_put_day(b, r->from - 1);
		wk_buf_addc(b, '.');
	}
	pg->style->item(pg, b->p, false);
}

/* The index of the largest change that is left; WK_PART_COUNT: none of half a point. */
static size_t
largest(const int change[WK_PART_COUNT])
{
	size_t best = WK_PART_COUNT;

	for (size_t k = 0; k < WK_PART_COUNT; k++)
		if (abs(change[k]) >= MOVED_TENTHS && (best == WK_PART_COUNT ||
		    abs(change[k]) > abs(change[best])))
			best = k;
	return best;
}

static void
put_why(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	int change[WK_PART_COUNT] = { 0 };
	const char *sep = " Moved most: ";
	size_t k;

	if (r->why_count == 0 || r->why[0].tenths <= 0)
		return;
	wk_buf_addf(b, "Largest part: %s (", wk_part_word(r->why[0].part));
	wk_render_put_tenths(b, r->why[0].tenths, false);
	wk_buf_addf(b, " points): %s.", r->why[0].text);
	if (!isnan(r->change))
		(void)wk_report_change(r, change);
	for (int named = 0; named < NAMED_PARTS && (k = largest(change)) <
	    WK_PART_COUNT; named++) {
		wk_buf_addf(b, "%s%s ", sep, wk_part_word((enum wk_part)k));
		wk_render_put_tenths(b, change[k], true);
		change[k] = 0;
		sep = ", ";
	}
	wk_buf_adds(b, *sep == ',' ? "." : "");
	pg->style->item(pg, b->p, false);
}

static void
put_alert(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	if (r->alert_count == 0)
		return;
	wk_buf_adds(b, "Alert since ");
	wk_date_put_day(b, r->alerts[0].since);
	wk_buf_addf(b, ": %s", r->alerts[0].text);
	if (r->alert_count > 1)
		wk_buf_addf(b, "; %zu more below", r->alert_count - 1);
	wk_buf_addc(b, '.');
	pg->style->item(pg, b->p, false);
}

/* "Past a limit: On call (50 %, limit 25)" */
static void
put_limits(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	size_t n, past = 0, inside = 0;
	const struct wk_indicator *t = wk_indicators(&n);

	for (size_t k = 0; k < n; k++) {
		inside += r->values[k].state == WK_STATE_OK && !isnan(t[k].threshold);
		if (r->values[k].state != WK_STATE_OVER || past++ >= NAMED_LIMITS)
			continue;
		wk_buf_addf(b, "%s%s (", past > 1 ? ", " : "Past a limit: ", t[k].title);
		wk_render_put_value(b, r->values[k].value, t[k].unit);
		wk_buf_adds(b, ", limit ");
		wk_text_put_number(b, t[k].threshold, 2);
		wk_buf_addc(b, ')');
	}
	if (past > NAMED_LIMITS)
		wk_buf_addf(b, " and %zu more", past - NAMED_LIMITS);
	if (past == 0 && inside > 0)
		wk_buf_addf(b, "Inside all %zu limits that could be worked out", inside);
	wk_buf_adds(b, past + inside > 0 ? "." : "No limit could be worked out.");
	pg->style->item(pg, b->p, false);
}

static void
put_help(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	if (r->advice_count > 0)
		wk_buf_addf(b, "Would help most: %s.", r->advice[0].text);
	else if (r->last->band == WK_BAND_CALM)
		wk_buf_adds(b, "Nothing has to change: advice begins at watch.");
	else
		wk_buf_adds(b, "No change that wick can work out would help within 14 "
		    "days.");
	pg->style->item(pg, b->p, false);
}

static void
put_unknown(struct wk_page *pg, const struct wk_report *r, struct wk_buf *b)
{
	const char *sep = "Not known: ";
	size_t n, lacking = 0;

	(void)wk_indicators(&n);
	for (size_t k = 0; k < n; k++)
		lacking += r->values[k].state == WK_STATE_INSUFFICIENT;
	for (size_t k = 0; k < WK_PAGE_GAPS; k++) {
		const char *name;
		int days = wk_page_gap(r, k, &name);

		if (days == 0)
			continue;
		wk_buf_addf(b, "%s%s on %d of %zu days", sep, name, days, r->past);
		sep = ", ";
	}
	if (*sep == 'N')
		wk_buf_adds(b, "Hours and sleep are known for every day");
	if (lacking > 0)
		wk_buf_addf(b, "; %zu of %zu indicators %s data", lacking, n,
		    lacking == 1 ? "lacks" : "lack");
	wk_buf_addc(b, '.');
	pg->style->item(pg, b->p, false);
}

static void (*const sentences[])(struct wk_page *, const struct wk_report *,
    struct wk_buf *) = { put_state, put_alert, put_why, put_limits, put_help,
	put_unknown };

void
wk_page_short(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	if (!wk_page_has_band(r))
		return;
	wk_buf_init(&b);
	pg->style->heading(pg, "In short");
	for (size_t k = 0; k < WK_LEN(sentences); k++) {
		wk_buf_clear(&b);
		sentences[k](pg, r, &b);
	}
	pg->style->end(pg);
	wk_buf_fini(&b);
}

void
wk_page_reading(struct wk_page *pg, const struct wk_report *r, const struct wk_model *m)
{
	struct wk_buf b;

	wk_buf_init(&b);
	wk_buf_addf(&b, "The strain index is 0 where nothing weighs and 100 at most: "
	    "calm below %g, watch from %g, strained from %g, severe from %g. It is the "
	    "sum of its five parts. The range is where it may lie: days with nothing "
	    "logged may have been rest, or more of the same.", m->band_watch,
	    m->band_watch, m->band_strained, m->band_severe);
	pg->style->heading(pg, "How to read this");
	if (wk_page_has_band(r)) {
		pg->style->para(pg, b.p);
		pg->style->para(pg, "The reserve is what weeks of strain have left of "
		    "100; it comes back more slowly than it went. Chronic sleep is what "
		    "the nights of the last weeks are worth together. A page is an "
		    "alert that called for you; the incident load weighs each by its "
		    "severity, length and time of day.");
	}
	pg->style->para(pg, "This is a strain index, not a diagnosis and not a "
	    "probability. It is only as good as its coverage, which stands beside it.");
	wk_buf_fini(&b);
}
