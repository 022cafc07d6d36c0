/* SPDX-License-Identifier: MIT */
/* What a report says in words, section by section; text and Markdown write it each in
 * their own way. Facts with their source, no verdicts; not known stays not known. */
#include "internal.h"

/* "Mon 16 Nov to Sun 22 Nov 2026"; both years where they differ. */
static void
add_period(struct wk_buf *b, const struct wk_report *r)
{
	int y0, y, month, day;

	wk_date_to_civil(r->from, &y0, &month, &day);
	wk_date_to_civil(r->to, &y, &month, &day);
	wk_date_put_day(b, r->from);
	if (y0 != y)
		wk_buf_addf(b, " %d", y0);
	if (r->from != r->to) {
		wk_buf_adds(b, " to ");
		wk_date_put_day(b, r->to);
	}
	wk_buf_addf(b, " %d", y);
}

/* "; made 2026-11-23 07:00", from an ISO time. */
static void
add_made(struct wk_buf *b, const char *iso)
{
	bool is_time = strlen(iso) >= 16 && iso[10] == 'T';

	wk_buf_adds(b, "; made ");
	if (is_time)
		wk_buf_addf(b, "%.10s %.5s", iso, iso + 11);
	else
		wk_buf_adds(b, iso);
}

static void
put_title(struct wk_page *pg, const struct wk_report *r,
    const struct wk_report_meta *meta)
{
	struct wk_buf b;

	wk_buf_init(&b);
	wk_buf_addf(&b, meta->is_brief ? "Work, %s %s" : "wick report, %s %s", r->kind,
	    r->period);
	pg->style->title(pg, b.p);
	wk_buf_clear(&b);
	add_period(&b, r);
	if (meta->generated != NULL)
		add_made(&b, meta->generated);
	if (meta->version != NULL)
		wk_buf_addf(&b, "%s by wick %s", meta->generated == NULL ? "; made" : "",
		    meta->version);
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

/* ---- strain ---- */
bool
wk_page_has_band(const struct wk_report *r)
{
	return r->has_score && r->coverage.days > 0 && wk_render_is_known(r->last);
}

/* Change of the score and of its parts between the printed numbers, so that a reader who
 * holds last week's report beside this one finds the same digits. */
int
wk_report_change(const struct wk_report *r, int parts[WK_PART_COUNT])
{
	const struct wk_strain *x = r->last;
	double before[WK_PART_COUNT];
	int now[WK_PART_COUNT], was[WK_PART_COUNT], change;

	for (size_t k = 0; k < WK_PART_COUNT; k++)
		before[k] = x->contribution[k] - r->contribution_change[k];
	change = wk_strain_round(x->contribution, x->score, now) -
	    wk_strain_round(before, x->score - r->change, was);
	for (size_t k = 0; parts != NULL && k < WK_PART_COUNT; k++)
		parts[k] = now[k] - was[k];
	return change;
}

static const char *
trend_word(int change)
{
	return change > 10 ? "rising" : change < -10 ? "falling" : "steady";
}

static void
add_score(struct wk_buf *b, const struct wk_report *r)
{
	const struct wk_strain *x = r->last;
	int tenths[WK_PART_COUNT];

	wk_buf_adds(b, ", ");
	if (!isnan(r->change))
		wk_buf_addf(b, "%s, ", trend_word(wk_report_change(r, NULL)));
	wk_render_put_tenths(b, wk_strain_round(x->contribution, x->score, tenths),
	    false);
	wk_buf_adds(b, " of 100 (range ");
	wk_render_put_range(b, x, "-");
	wk_buf_addf(b, "), reserve %.0f, to ", x->reserve);
}

static void
put_lead(struct wk_page *pg, const struct wk_report *r)
{
	const struct wk_strain *x = r->last;
	struct wk_buf b;

	wk_buf_init(&b);
	if (wk_page_has_band(r)) {
		add_score(&b, r);
	} else if (r->coverage.days == 0) {
		wk_buf_adds(&b, ": nothing is logged in this period; the last day "
		    "counted is ");
	} else {
		wk_buf_adds(&b, "for a score, to ");
	}
	wk_date_put_day(&b, x->d);
	pg->style->lead(pg, x, wk_page_has_band(r), b.p);
	wk_buf_fini(&b);
}

static void
put_coverage(struct wk_page *pg, const struct wk_report *r)
{
	const struct wk_coverage *c = &r->coverage;
	struct wk_buf b;

	wk_buf_init(&b);
	if (r->has_score && c->days > 0)
		wk_buf_addf(&b, "Confidence %s (%.2f). ",
		    wk_confidence_name(wk_confidence_of(r->last->confidence)),
		    wk_render_confidence(r->last->confidence));
	wk_buf_addf(&b, "Known of %zu %s: hours %d, sleep %d, any entry %d.",
	    r->past, r->past == 1 ? "day" : "days", c->hours, c->sleep, c->days);
	if (r->has_score && r->last->is_held)
		wk_buf_adds(&b, " The score is held: over a week without an entry.");
	if (r->unfinished != WK_DATE_NONE) {
		wk_buf_addc(&b, ' ');
		wk_date_put_day(&b, r->unfinished);
		wk_buf_adds(&b, " is not over: what it has is counted here, and not yet "
		    "in the score.");
	}
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

static void
put_change(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	if (isnan(r->change)) {
		pg->style->para(pg, "No earlier score to compare with.");
		return;
	}
	wk_buf_init(&b);
	wk_render_put_tenths(&b, wk_report_change(r, NULL), true);
	wk_buf_adds(&b, " points since ");
	wk_date_put_day(&b, r->from - 1);
	wk_buf_adds(&b, ". What it is made of, in points:");
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

static const struct wk_page_col part_cols[] = {
	{ "points", 6, true },
	{ "change", 6, true },
	{ "part", 9, false },
	{ "from", 50, false },
};

static void
part_row(struct wk_page *pg, int points, int change, bool has_change, const char *name,
    const char *text)
{
	struct wk_buf a, b;
	struct wk_page_cell cells[WK_LEN(part_cols)] = { 0 };

	wk_buf_init(&a);
	wk_buf_init(&b);
	wk_render_put_tenths(&a, points, false);
	if (has_change)
		wk_render_put_tenths(&b, change, true);
	cells[0].text = a.p;
	cells[1].text = b.p;
	cells[2].text = name;
	cells[3].text = text;
	pg->style->row(pg, part_cols, cells, WK_LEN(part_cols));
	wk_buf_fini(&a);
	wk_buf_fini(&b);
}

static void
put_parts(struct wk_page *pg, const struct wk_report *r)
{
	int change[WK_PART_COUNT] = { 0 }, total = 0, sum = 0;
	bool has_change = !isnan(r->change);

	if (has_change)
		total = wk_report_change(r, change);
	pg->style->table(pg, part_cols, WK_LEN(part_cols));
	for (size_t k = 0; k < r->why_count; k++) {
		const struct wk_why *w = &r->why[k];

		part_row(pg, w->tenths, change[w->part], has_change,
		    wk_part_word(w->part), w->text);
		sum += w->tenths;
	}
	part_row(pg, sum, total, has_change, "together", "the score");
	pg->style->end(pg);
	if (wk_render_is_scaled(r->last))
		pg->style->para(pg, "The day's points are scaled to 100 "
		    "together, so one part "
		    "may fall because others grow.");
}

static void
put_strain(struct wk_page *pg, const struct wk_report *r)
{
	pg->style->heading(pg, "Strain index");
	if (!r->has_score) {
		pg->style->para(pg, "? not enough known: nothing was logged in or before "
		    "this period.");
		return;
	}
	put_lead(pg, r);
	put_coverage(pg, r);
	if (!wk_page_has_band(r)) {
		if (r->coverage.days > 0)
			pg->style->para(pg, "Too little is known to say how you "
			    "are doing; a few "
			    "more logged days bring the score back.");
		return;
	}
	wk_page_chart(pg, r, WK_PAGE_STRAIN);
	put_change(pg, r);
	put_parts(pg, r);
}

void
wk_page_chart(struct wk_page *pg, const struct wk_report *r, enum wk_page_chart which)
{
	if (pg->style->chart != NULL)
		pg->style->chart(pg, r, which);
}

static void
put_notes(struct wk_page *pg, const struct wk_report *r)
{
	bool has_notes = false;

	for (size_t k = 0; r->notes != NULL && k < r->n; k++) {
		struct wk_buf b;

		if (r->notes[k] == NULL || r->notes[k][0] == '\0')
			continue;
		if (!has_notes)
			pg->style->heading(pg, "Notes");
		has_notes = true;
		wk_buf_init(&b);
		wk_date_put_day(&b, r->days[k].d);
		wk_buf_adds(&b, ": ");
		wk_text_safe(&b, r->notes[k]);
		pg->style->item(pg, b.p, true);
		wk_buf_fini(&b);
	}
	if (has_notes)
		pg->style->end(pg);
}

/* What each would be worth beside a week as usual; best first. */
static void
put_advice(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	if (r->advice_count == 0)
		return;
	wk_buf_init(&b);
	wk_buf_adds(&b, "Beside weeks like your last four, from ");
	wk_date_put_day(&b, r->last->d);
	wk_buf_adds(&b, " on:");
	pg->style->heading(pg, "What would lower it");
	pg->style->para(pg, b.p);
	for (size_t k = 0; k < r->advice_count; k++)
		pg->style->item(pg, r->advice[k].text, false);
	pg->style->end(pg);
	wk_buf_fini(&b);
}

/* What was crossed in the period, each once. */
static void
put_alerts(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	if (r->alert_count == 0)
		return;
	wk_buf_init(&b);
	pg->style->heading(pg, "Alerts");
	for (size_t k = 0; k < r->alert_count; k++) {
		wk_buf_clear(&b);
		wk_date_put_day(&b, r->alerts[k].since);
		wk_buf_addf(&b, ": %s, %s", r->alerts[k].rule, r->alerts[k].text);
		pg->style->item(pg, b.p, false);
	}
	pg->style->end(pg);
	wk_buf_fini(&b);
}

/* Beside one's own weeks before; news for eight weeks. */
static void
put_shifts(struct wk_page *pg, const struct wk_report *r)
{
	if (r->shift_count == 0)
		return;
	pg->style->heading(pg, "Changes in level");
	pg->style->para(pg, "Against your own eight weeks before:");
	for (size_t k = 0; k < r->shift_count; k++)
		pg->style->item(pg, r->shifts[k].text, false);
	pg->style->end(pg);
}

void
wk_page_report(struct wk_page *pg, const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta)
{
	pg->is_brief = meta->is_brief;
	put_title(pg, r, meta);
	if (meta->is_brief) {
		wk_page_brief(pg, r, meta);
		return;
	}
	wk_page_short(pg, r);
	put_strain(pg, r);
	put_alerts(pg, r);
	put_shifts(pg, r);
	wk_page_facts(pg, r);
	pg->style->heading(pg, "Indicators");
	wk_page_indicators(pg, r->values);
	put_notes(pg, r);
	wk_page_gaps(pg, r);
	put_advice(pg, r);
	wk_page_reading(pg, r, m);
}
