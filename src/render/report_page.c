/* SPDX-License-Identifier: MIT */
/* What a report says in words, section by section; text and Markdown write it each in
 * their own way. Facts with their source, no verdicts; not known stays not known. */
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
put_title(struct wk_page *pg, const struct wk_report *r, const struct wk_report_meta *meta)
{
	struct wk_buf b;
	int y, mo, d;

	wk_buf_init(&b);
	wk_buf_addf(&b, "wick report, %s %s", r->kind, r->period);
	pg->style->title(pg, b.p);
	wk_buf_clear(&b);
	wk_date_put_day(&b, r->from);
	wk_buf_adds(&b, " to ");
	wk_date_put_day(&b, r->to);
	wk_date_to_civil(r->to, &y, &mo, &d);
	wk_buf_addf(&b, " %d; made %s by wick %s", y,
	    meta->generated == NULL ? "?" : meta->generated,
	    meta->version == NULL ? "?" : meta->version);
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

/* ---- strain ---- */
static bool
has_band(const struct wk_report *r)
{
	return r->has_score && r->coverage.days > 0 && wk_render_is_known(r->last);
}

static void
put_lead(struct wk_page *pg, const struct wk_report *r)
{
	const struct wk_strain *x = r->last;
	int tenths[WK_PART_COUNT], total = wk_strain_round(x->contribution, x->score, tenths);
	struct wk_buf b;

	wk_buf_init(&b);
	if (has_band(r)) {
		wk_render_put_tenths(&b, total, false);
		wk_buf_addf(&b, " of 100, reserve %.0f, range %.0f to %.0f, on ", x->reserve,
		    x->low, x->high);
	} else if (r->coverage.days == 0) {
		wk_buf_adds(&b, "nothing is logged in this period; as of ");
	} else {
		wk_buf_addf(&b, "the range is %.0f to %.0f on ", x->low, x->high);
	}
	wk_date_put_day(&b, x->d);
	pg->style->lead(pg, x, has_band(r), b.p);
	wk_buf_fini(&b);
}

static void
put_coverage(struct wk_page *pg, const struct wk_report *r)
{
	const struct wk_coverage *c = &r->coverage;
	struct wk_buf b;

	wk_buf_init(&b);
	if (r->has_score)
		wk_buf_addf(&b, "Confidence %s (%.2f). ",
		    wk_confidence_name(wk_confidence_of(r->last->confidence)),
		    r->last->confidence);
	wk_buf_addf(&b, "Known: hours on %d of %d days, sleep on %d, any entry on %d.",
	    c->hours, c->of, c->sleep, c->days);
	if (r->has_score && r->last->is_held)
		wk_buf_adds(&b, " The score is held: over a week without an entry.");
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
	wk_buf_adds(&b, "Change since ");
	wk_date_put_day(&b, r->from - 1);
	wk_buf_adds(&b, ": ");
	wk_render_put_tenths(&b, wk_render_tenths(r->change), true);
	wk_buf_adds(&b, " points. The parts add up to the score, their changes to the change:");
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
		total = wk_strain_round(r->contribution_change, r->change, change);
	pg->style->table(pg, part_cols, WK_LEN(part_cols));
	for (size_t k = 0; k < r->why_count; k++) {
		const struct wk_why *w = &r->why[k];

		part_row(pg, w->tenths, change[w->part], has_change, wk_part_name(w->part),
		    w->text);
		sum += w->tenths;
	}
	part_row(pg, sum, total, has_change, "together", "the score");
	pg->style->end(pg);
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
	if (!has_band(r)) {
		pg->style->para(pg, "Too little is known for a band; more logged days bring "
		    "it back.");
		return;
	}
	put_change(pg, r);
	put_parts(pg, r);
}

/* ---- the facts ---- */
static void
put_hours(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Hours");
	wk_buf_init(&b);
	if (isnan(r->hours_total))
		wk_buf_adds(&b, "No hours are logged.");
	else
		wk_buf_addf(&b, "%.1f h on %d of %d days known.", r->hours_total,
		    r->coverage.hours, r->coverage.of);
	if (!isnan(r->hours_mean4))
		wk_buf_addf(&b, " The weeks before had %.1f h each on average.",
		    r->hours_mean4);
	if (r->leave_days > 0)
		wk_buf_addf(&b, " Leave on %d %s, worked on %d of them.", r->leave_days,
		    plural(r->leave_days, "day", "days"), r->worked_on_leave);
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
	wk_buf_addf(&b, " over %d of %d nights known, shortest ", r->coverage.sleep,
	    r->coverage.of);
	add_hours(&b, r->sleep_min);
	if (has_band(r))
		wk_buf_addf(&b, "; chronic sleep %.1f h", r->last->sleep_chronic_h);
	wk_buf_addc(&b, '.');
	pg->style->para(pg, b.p);
	wk_buf_fini(&b);
}

static const char *const category_words[] = {
	[WK_CAT_BUSINESS] = "in business hours",
	[WK_CAT_OFF] = "off hours",
	[WK_CAT_SLEEP] = "in sleep hours",
	[WK_CAT_WOKE] = "woke you",
};

static void
add_categories(struct wk_buf *b, const struct wk_report *r)
{
	const char *sep = ": ";

	for (size_t k = 0; k < WK_CAT_COUNT; k++) {
		if (r->by_category[k] == 0)
			continue;
		wk_buf_addf(b, "%s%d %s", sep, r->by_category[k], category_words[k]);
		sep = ", ";
	}
}

static void
put_pages(struct wk_page *pg, const struct wk_report *r)
{
	struct wk_buf b;

	pg->style->heading(pg, "Pages and on call");
	wk_buf_init(&b);
	if (r->incident_count == 0 && r->coverage.days == 0)
		wk_buf_adds(&b, "Pages are not known.");
	else if (r->incident_count == 0)
		wk_buf_addf(&b, "No page on the %d %s with an entry.", r->coverage.days,
		    plural(r->coverage.days, "day", "days"));
	else
		wk_buf_addf(&b, "%d %s", r->incident_count,
		    plural(r->incident_count, "page", "pages"));
	if (r->incident_count > 0) {
		add_categories(&b, r);
		if (isnan(r->incident_minutes))
			wk_buf_adds(&b, "; minutes not logged");
		else
			wk_buf_addf(&b, "; %.0f min of your time logged", r->incident_minutes);
		wk_buf_addf(&b, "; %d needed no action.", r->noise_count);
	}
	wk_buf_addf(&b, " On call on %d %s.", r->oncall_days,
	    plural(r->oncall_days, "day", "days"));
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
		wk_buf_addf(&b, "%d %s under 11 h, ", r->short_rests,
		    plural(r->short_rests, "rest", "rests"));
	if (!isnan(r->shortest_rest_h)) {
		wk_buf_adds(&b, "shortest ");
		add_hours(&b, r->shortest_rest_h);
		wk_buf_adds(&b, "; 2003/88/EC art 3");
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
		wk_buf_addf(&b, "%d rest %s among the %d days whose hours are known; 2 in 14 "
		    "is the floor of 2003/88/EC art 5", r->rest_days,
		    plural(r->rest_days, "day", "days"), r->coverage.hours);
	pg->style->item(pg, b.p, false);
	pg->style->end(pg);
	wk_buf_fini(&b);
}

/* ---- indicators ---- */
static const struct wk_page_col indicator_cols[] = {
	{ "indicator", 16, false },
	{ "value", 10, true },
	{ "limit", 5, true },
	{ "state", 5, false },
	{ "note", 34, false },
};

static void
add_value(struct wk_buf *b, double v, const char *unit)
{
	if (isnan(v))
		wk_buf_addc(b, '?');
	else
		wk_buf_addf(b, "%.*f %s", v == floor(v) ? 0 : 1, v, unit);
}

static const char *
state_word(enum wk_state s)
{
	static const char *const words[] = { "ok", "over", "?", "-" };

	return words[s];
}

static void
indicator_row(struct wk_page *pg, const struct wk_indicator *ind,
    const struct wk_indicator_value *v)
{
	struct wk_page_cell cells[WK_LEN(indicator_cols)] = { 0 };
	bool is_under = v->state == WK_STATE_OVER && !ind->over_is_bad;
	struct wk_buf value, limit, note;

	wk_buf_init(&value);
	wk_buf_init(&limit);
	wk_buf_init(&note);
	add_value(&value, v->value, ind->unit);
	if (!isnan(ind->threshold))
		wk_text_put_number(&limit, ind->threshold, 2);
	wk_buf_adds(&note, v->note);
	if (v->state == WK_STATE_OVER)
		wk_buf_addf(&note, "%s%s", note.len > 0 ? "; " : "", ind->source);
	cells[0].text = ind->title;
	cells[1].text = value.p;
	cells[2].text = limit.p;
	cells[3].text = is_under ? "under" : state_word(v->state);
	if (v->state == WK_STATE_OVER && pg->p != NULL)
		cells[3].seq = pg->p->bad;
	cells[4].text = note.p;
	pg->style->row(pg, indicator_cols, cells, WK_LEN(indicator_cols));
	wk_buf_fini(&value);
	wk_buf_fini(&limit);
	wk_buf_fini(&note);
}

static void
put_indicators(struct wk_page *pg, const struct wk_report *r)
{
	size_t n;
	const struct wk_indicator *table = wk_indicators(&n);

	pg->style->heading(pg, "Indicators");
	pg->style->table(pg, indicator_cols, WK_LEN(indicator_cols));
	for (size_t k = 0; k < n; k++)
		indicator_row(pg, &table[k], &r->values[k]);
	pg->style->end(pg);
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

void
wk_page_report(struct wk_page *pg, const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta)
{
	(void)m;
	put_title(pg, r, meta);
	put_strain(pg, r);
	put_hours(pg, r);
	put_sleep(pg, r);
	put_pages(pg, r);
	put_rest(pg, r);
	put_indicators(pg, r);
	put_notes(pg, r);
	wk_page_gaps(pg, r);
	pg->style->heading(pg, "How to read this");
	pg->style->para(pg, "This is a strain index, not a diagnosis and not a probability. "
	    "It is only as good as its coverage, which stands beside it.");
}
