/* SPDX-License-Identifier: MIT */
/* A report for programs. The order of keys is part of the contract; null = not known.
 * Points are printed in tenths, rounded together, so that the parts add up. */
#include "internal.h"

static void
put_contributions(struct wk_buf *b, const int *tenths)
{
	wk_buf_adds(b, ",\"contributions\":{");
	for (size_t k = 0; k < WK_PART_COUNT; k++) {
		if (k > 0)
			wk_buf_addc(b, ',');
		wk_render_json_num(b, wk_part_name((enum wk_part)k),
		    tenths == NULL ? NAN : tenths[k] / 10.0, 1);
	}
	wk_buf_addc(b, '}');
}

static void
put_score(struct wk_buf *b, const struct wk_report *r)
{
	const struct wk_strain *x = r->last;
	int tenths[WK_PART_COUNT], total = 0;
	bool has_score = r->has_score && r->coverage.days > 0;

	if (has_score)
		total = wk_strain_round(x->contribution, x->score, tenths);
	wk_buf_adds(b, ",\"score\":{");
	wk_render_json_num(b, "value", has_score ? total / 10.0 : NAN, 1);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "band", has_score ? wk_band_name(x->band) : NULL);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "reserve", has_score ? x->reserve : NAN, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "confidence", has_score ? x->confidence : NAN, 3);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "low", has_score ? x->low : NAN, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "high", has_score ? x->high : NAN, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "change",
	    !has_score || isnan(r->change) ? NAN : wk_report_change(r, NULL) / 10.0, 1);
	put_contributions(b, has_score ? tenths : NULL);
	wk_buf_addf(b, ",\"known\":%s}", wk_page_has_band(r) ? "true" : "false");
}

static void
put_by_day(struct wk_buf *b, const struct wk_report *r, bool is_sleep)
{
	wk_buf_adds(b, ",\"by_day\":[");
	for (size_t k = 0; k < r->n; k++) {
		if (k > 0)
			wk_buf_addc(b, ',');
		wk_json_put_number(b, k >= r->past ? (double)NAN : is_sleep ?
		    r->days[k].sleep_h : r->days[k].hours, 6);
	}
	wk_buf_adds(b, "]}");
}

static void
put_hours_sleep(struct wk_buf *b, const struct wk_report *r)
{
	wk_buf_adds(b, ",\"hours\":{");
	wk_render_json_num(b, "total", r->hours_total, 6);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "mean4", r->hours_mean4, 6);
	put_by_day(b, r, false);
	wk_buf_adds(b, ",\"sleep\":{");
	wk_render_json_num(b, "mean", r->sleep_mean, 6);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "min", r->sleep_min, 6);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "chronic",
	    r->has_score && r->coverage.days > 0 ? r->last->sleep_chronic_h : NAN, 6);
	put_by_day(b, r, true);
}

/* A period without an entry has no known number of incidents. */
static void
put_incidents(struct wk_buf *b, const struct wk_report *r)
{
	bool is_known = r->coverage.days > 0;

	wk_buf_adds(b, ",\"incidents\":{");
	wk_render_json_int(b, "count", r->incident_count, is_known);
	wk_buf_addc(b, ',');
	wk_render_json_int(b, "woke", r->woke_count, is_known);
	wk_buf_addc(b, ',');
	wk_render_json_int(b, "noise", r->noise_count, is_known);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "minutes", is_known ? r->incident_minutes : NAN, 6);
	wk_buf_adds(b, ",\"by_category\":{");
	for (size_t k = 0; k < WK_CAT_COUNT; k++) {
		if (k > 0)
			wk_buf_addc(b, ',');
		wk_render_json_int(b, wk_category_name((enum wk_category)k),
		    r->by_category[k], is_known);
	}
	wk_buf_adds(b, "}}");
}

/* None of a period in which nothing was said is not known to be none. */
static void
put_days(struct wk_buf *b, const struct wk_report *r, const char *key, int n)
{
	wk_buf_addc(b, ',');
	wk_render_json_int(b, key, n, n > 0 || r->coverage.days > 0);
}

static void
put_rest(struct wk_buf *b, const struct wk_report *r)
{
	bool has_hours = r->coverage.hours > 0;

	wk_buf_adds(b, ",\"rest\":{");
	wk_render_json_int(b, "days", r->rest_days, has_hours);
	wk_buf_addc(b, ',');
	wk_render_json_int(b, "short", r->short_rests, has_hours);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "shortest", r->shortest_rest_h, 6);
	put_days(b, r, "oncall_days", r->oncall_days);
	put_days(b, r, "leave_days", r->leave_days);
	put_days(b, r, "worked_on_leave", r->worked_on_leave);
	wk_buf_addc(b, '}');
}

static void
put_indicators(struct wk_buf *b, const struct wk_report *r)
{
	size_t n;
	const struct wk_indicator *table = wk_indicators(&n);

	wk_buf_adds(b, ",\"indicators\":[");
	for (size_t k = 0; k < n; k++) {
		wk_buf_adds(b, k == 0 ? "" : ",");
		wk_render_json_indicator(b, &table[k], &r->values[k], false);
	}
	wk_buf_addc(b, ']');
}

static void
put_alerts(struct wk_buf *b, const struct wk_report *r)
{
	wk_buf_adds(b, ",\"alerts\":[");
	for (size_t k = 0; k < r->alert_count; k++) {
		wk_buf_adds(b, k > 0 ? ",{" : "{");
		wk_render_json_str(b, "rule", r->alerts[k].rule);
		wk_buf_addc(b, ',');
		wk_render_json_date(b, "since", r->alerts[k].since);
		wk_buf_addc(b, ',');
		wk_render_json_str(b, "text", r->alerts[k].text);
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "],");
}

void
wk_report_json(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out)
{
	(void)m;
	(void)p;
	wk_buf_adds(out, "{\"format\":1,");
	wk_render_json_str(out, "kind", r->kind);
	wk_buf_addc(out, ',');
	wk_render_json_str(out, "period", r->period);
	wk_buf_addc(out, ',');
	wk_render_json_date(out, "from", r->from);
	wk_buf_addc(out, ',');
	wk_render_json_date(out, "to", r->to);
	wk_buf_addc(out, ',');
	wk_render_json_str(out, "generated", meta->generated);
	wk_buf_addc(out, ',');
	wk_render_json_coverage(out, &r->coverage, false);
	put_score(out, r);
	put_hours_sleep(out, r);
	put_incidents(out, r);
	put_rest(out, r);
	put_indicators(out, r);
	wk_buf_addc(out, ',');
	wk_render_json_advice(out, r->advice, r->advice_count);
	put_alerts(out, r);
	wk_render_json_shifts(out, r->shifts, r->shift_count);
	wk_buf_adds(out, "}\n");
}
