/* SPDX-License-Identifier: MIT */
/* A forecast for programs. The order of keys is part of the contract. */
#include "internal.h"

enum { WEEK = 7 };

static void
put_week(struct wk_buf *b, const char *key, const double v[WEEK])
{
	wk_buf_addc(b, ',');
	wk_render_json_key(b, key);
	for (int k = 0; k < WEEK; k++) {
		wk_buf_addc(b, k == 0 ? '[' : ',');
		wk_json_put_number(b, v[k], 6);
	}
	wk_buf_addc(b, ']');
}

static void
put_num(struct wk_buf *b, const char *key, double v, int digits)
{
	wk_buf_addc(b, ',');
	wk_render_json_num(b, key, v, digits);
}

static void
put_plan(struct wk_buf *b, const struct wk_outlook *o)
{
	const struct wk_plan *p = &o->plan;
	wk_buf_adds(b, ",\"plan\":{");
	wk_render_json_str(b, "words", o->words);
	put_week(b, "hours", p->hours);
	put_week(b, "sleep", p->sleep_h);
	put_week(b, "load", p->load);
	put_num(b, "wakes", p->wakes, 6);
	put_num(b, "woken", p->woken, 6);
	put_num(b, "oncall_share", p->oncall_share, 6);
	put_num(b, "short_rest_share", p->short_rest_share, 6);
	wk_buf_addf(b, ",\"off\":%d,\"rest_days\":%d,\"weeks_known\":%d}", p->off,
	    p->rest_days, p->weeks_known);
}

static void
put_days(struct wk_buf *b, const struct wk_outlook *o)
{
	wk_buf_adds(b, ",\"days\":[");
	for (size_t k = 0; k < o->days; k++) {
		const struct wk_strain *x = &o->f.v[k];
		wk_buf_adds(b, k == 0 ? "{" : ",{");
		wk_render_json_date(b, "day", x->d);
		put_num(b, "score", x->score, 6);
		put_num(b, "low", o->f.low[k], 6);
		put_num(b, "high", o->f.high[k], 6);
		put_num(b, "reserve", x->reserve, 6);
		wk_buf_addc(b, ',');
		wk_render_json_str(b, "band", wk_band_name(x->band));
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}

/* null where there is no such day within 52 weeks */
static void
put_until(struct wk_buf *b, const struct wk_outlook *o)
{
	wk_date d = o->now->d + o->until;
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "goal", wk_band_name(o->goal));
	wk_buf_adds(b, ",\"until\":");
	if (o->until < 0) {
		wk_buf_adds(b, "null");
		return;
	}
	wk_buf_addc(b, '{');
	wk_render_json_date(b, "day", d);
	wk_buf_addf(b, ",\"in_days\":%d}", d - o->today);
}

/* answer is null when nothing is enough; any is true when everything is */
static void
put_solve(struct wk_buf *b, const struct wk_outlook *o)
{
	bool is_hours = o->solve == WK_SOLVE_HOURS;
	bool is_any = is_hours && isinf(o->hours);
	double v = is_hours ? o->hours : o->rest < 0 ? (double)NAN : o->rest;
	wk_buf_adds(b, ",\"solve\":");
	if (o->solve == WK_SOLVE_NONE) {
		wk_buf_adds(b, "null");
		return;
	}
	wk_buf_addc(b, '{');
	wk_render_json_str(b, "for", is_hours ? "hours" : "rest");
	wk_buf_addc(b, ',');
	wk_render_json_date(b, "by", o->now->d + (wk_date)o->by);
	put_num(b, "answer", is_any ? (double)NAN : v, 1);
	wk_buf_addf(b, ",\"any\":%s", is_any ? "true" : "false");
	put_num(b, "score", o->score_by, 6);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "plan", o->answer);
	wk_buf_addc(b, '}');
}

void
wk_render_forecast_json(const struct wk_outlook *o, struct wk_buf *out)
{
	wk_buf_adds(out, "{\"format\":1,");
	wk_render_json_date(out, "day", o->now->d);
	put_num(out, "score", o->now->score, 6);
	wk_buf_addc(out, ',');
	wk_render_json_strain(out, o->now);
	put_plan(out, o);
	put_days(out, o);
	put_until(out, o);
	put_solve(out, o);
	wk_buf_adds(out, "}\n");
}
