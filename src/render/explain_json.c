/* SPDX-License-Identifier: MIT */
/* explain for programs: the same facts, keys in a fixed order. */
#include "internal.h"

static void
put_part(struct wk_buf *b, const struct wk_strain *x, const struct wk_why *w)
{
	size_t k = (size_t)w->part;

	wk_render_json_key(b, wk_part_name(w->part));
	wk_buf_addc(b, '{');
	wk_render_json_num(b, "points", w->tenths / 10.0, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "raw", x->p[k], 6);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "fast", x->fast[k], 6);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "slow", x->slow[k], 6);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "from", w->text);
	wk_buf_addc(b, '}');
}

/* In the order of the parts, not of their size: keys stay where they are. */
static void
put_parts(struct wk_buf *b, const struct wk_strain *x, const struct wk_why *why, size_t n)
{
	wk_buf_adds(b, ",\"contributions\":{");
	for (int part = 0; part < (int)WK_PART_COUNT; part++) {
		if (part > 0)
			wk_buf_addc(b, ',');
		for (size_t k = 0; k < n; k++)
			if ((int)why[k].part == part)
				put_part(b, x, &why[k]);
	}
	wk_buf_addc(b, '}');
}

/* Since the day before, between the two days' printed points; null on the first day. */
static void
put_change(struct wk_buf *b, const struct wk_series *s, size_t i,
    const struct wk_model *m)
{
	struct wk_why why[WK_PART_COUNT];
	size_t n = wk_why_changes(m, s, i, why);
	int tenths[WK_PART_COUNT] = { 0 }, sum = 0;

	if (i == 0) {
		wk_render_json_str(b, "change", NULL);
		return;
	}
	for (size_t k = 0; k < n; k++) {
		tenths[why[k].part] = why[k].tenths;
		sum += why[k].tenths;
	}
	wk_render_json_key(b, "change");
	wk_buf_addc(b, '{');
	wk_render_json_date(b, "since", s->days[i - 1].d);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "score", sum / 10.0, 1);
	for (size_t k = 0; k < WK_PART_COUNT; k++) {
		wk_buf_addc(b, ',');
		wk_render_json_num(b, wk_part_name((enum wk_part)k), tenths[k] / 10.0, 1);
	}
	wk_buf_addc(b, '}');
}

static void
put_constants(struct wk_buf *b, const struct wk_model *m)
{
	size_t n;
	const struct wk_model_row *rows = wk_model_rows(&n);

	wk_buf_adds(b, ",\"constants\":{");
	for (size_t k = 0; k < n; k++) {
		double v;

		memcpy(&v, (const char *)m + rows[k].offset, sizeof(v));
		if (k > 0)
			wk_buf_addc(b, ',');
		wk_render_json_num(b, rows[k].name, v, 6);
	}
	wk_buf_addc(b, '}');
}

static void
put_advice(struct wk_buf *b, const struct wk_series *s, size_t i,
    const struct wk_model *m)
{
	struct wk_advice v[WK_ADVICE_BEST];
	struct wk_arena a;
	size_t n;

	wk_arena_init(&a);
	n = wk_advice_best(m, s, i, &a, v);
	wk_buf_addc(b, ',');
	wk_render_json_advice(b, v, n);
	wk_arena_fini(&a);
}

static void
put_shifts(struct wk_buf *b, const struct wk_series *s, size_t i,
    const struct wk_model *m)
{
	struct wk_shift v[WK_SHIFT_SHOWN];
	struct wk_arena a;
	size_t n;

	wk_arena_init(&a);
	n = wk_shift_recent(m, s, i, &a, v);
	wk_buf_addc(b, ',');
	wk_render_json_shifts(b, v, n);
	wk_arena_fini(&a);
}

static void
put_score(struct wk_buf *b, const struct wk_strain *x, const struct wk_why *why, size_t n)
{
	int sum = 0;

	for (size_t k = 0; k < n; k++)
		sum += why[k].tenths;
	wk_render_json_num(b, "score", sum / 10.0, 1);
	wk_buf_addc(b, ',');
	wk_render_json_strain(b, x);
	wk_buf_addc(b, ',');
}

static void
put_held(struct wk_buf *b, const struct wk_series *s, size_t i, const struct wk_model *m)
{
	wk_date since = wk_series_held_since(s, i, m);

	wk_buf_addf(b, ",\"held\":%s,", since != WK_DATE_NONE ? "true" : "false");
	if (since != WK_DATE_NONE)
		wk_render_json_date(b, "held_since", since);
	else
		wk_render_json_str(b, "held_since", NULL);
}

void
wk_render_explain_json(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out)
{
	struct wk_why why[WK_PART_COUNT];
	size_t n = wk_why_levels(m, s, i, why);
	struct wk_coverage c;

	if (i >= s->n) {
		wk_buf_adds(out, "{\"format\":1,\"day\":null}\n");
		return;
	}
	c = wk_series_coverage(s, i, 7);
	wk_buf_adds(out, "{\"format\":1,");
	wk_render_json_date(out, "day", s->days[i].d);
	wk_buf_addc(out, ',');
	put_score(out, &s->strain[i], why, n);
	wk_render_json_coverage(out, &c, true);
	put_held(out, s, i, m);
	put_parts(out, &s->strain[i], why, n);
	wk_buf_addc(out, ',');
	put_change(out, s, i, m);
	wk_buf_addc(out, ',');
	wk_render_json_num(out, "week_hours", s->strain[i].week_hours, 6);
	wk_buf_addc(out, ',');
	wk_render_json_num(out, "sleep_chronic", s->strain[i].sleep_chronic_h, 6);
	wk_buf_addf(out, ",\"rest_days14\":%d,\"short_rests14\":%d",
	    s->strain[i].rest_days14, s->strain[i].short_rests14);
	put_constants(out, m);
	put_advice(out, s, i, m);
	put_shifts(out, s, i, m);
	wk_buf_adds(out, "}\n");
}
