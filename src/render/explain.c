/* SPDX-License-Identifier: MIT */
/* Why the score is what it is: points that add up to the printed digit, what each comes
 * from, how much of it is known, and every constant that went in. */
#include "internal.h"

static void
add_day(struct wk_buf *b, wk_date d)
{
	int y, m, day;

	wk_date_to_civil(d, &y, &m, &day);
	wk_date_put_day(b, d);
	wk_buf_addf(b, " %d", y);
}

static void
put_heading(const struct wk_strain *x, const struct wk_paint *p, struct wk_buf *out)
{
	int tenths[WK_PART_COUNT], total = wk_strain_round(x->contribution, x->score,
	    tenths);
	bool is_known = wk_render_is_known(x);
	struct wk_buf b;

	wk_buf_init(&b);
	wk_buf_adds(&b, "Strain index, ");
	add_day(&b, x->d);
	wk_render_paint(out, p, p == NULL ? NULL : p->bold, b.p);
	wk_buf_adds(out, "\n  ");
	wk_render_put_band(out, x, is_known, p);
	wk_buf_adds(out, is_known ? " " : "; what there is gives\n  ");
	wk_render_put_tenths(out, total, false);
	wk_buf_adds(out, " of 100 (range ");
	wk_render_put_range(out, x, " to ");
	wk_buf_addf(out, "), reserve %.0f\n", x->reserve);
	wk_buf_fini(&b);
}

static void
put_coverage(const struct wk_series *s, size_t i, struct wk_buf *out)
{
	struct wk_coverage c = wk_series_coverage(s, i, 7);
	double conf = s->strain[i].confidence;

	wk_buf_addf(out, "  confidence %s (%.2f); of the last %d days known: hours %d, "
	    "sleep %d, any %d\n", wk_confidence_name(wk_confidence_of(conf)),
	    wk_render_confidence(conf), c.of,
	    c.hours, c.sleep, c.days);
}

/* ---- gaps ---- */
/* In silence the score moves by what stands in for the days, by nothing that happened. */
static void
put_silent_change(const struct wk_series *s, size_t i, struct wk_buf *out)
{
	size_t from = i;
	int tenths;

	while (from > 0 && s->strain[from].is_empty)
		from--;
	tenths = (int)lround(s->strain[i].score * 10) -
	    (int)lround(s->strain[from].score * 10);
	if (from == i || tenths == 0)
		return;
	wk_buf_adds(out, "  ");
	wk_render_put_tenths(out, tenths, true);
	wk_buf_adds(out, " since ");
	wk_date_put_day(out, s->days[from].d);
	wk_buf_adds(out, " only by days not logged, which count as usual ones\n");
}

static void
put_gap(const struct wk_series *s, size_t i, const struct wk_model *m, struct wk_buf *out)
{
	wk_date held = wk_series_held_since(s, i, m), since = s->days[i].d + 1;
	size_t day = i;

	if (!s->strain[i].is_empty && (i != s->shown || s->silent == 0))
		return;
	for (; i > 0 && s->strain[i].is_empty; i--)
		since = s->days[i].d;
	wk_buf_adds(out, held != WK_DATE_NONE ? "  held since " :
	    "  nothing logged since ");
	add_day(out, held != WK_DATE_NONE ? held : since);
	if (held != WK_DATE_NONE)
		wk_buf_adds(out, ": the score stands still until a day is logged\n");
	else
		wk_buf_adds(out, "; the range shows what that may hide\n");
	put_silent_change(s, day, out);
}

/* ---- points ---- */
static void
put_line(struct wk_buf *out, int tenths, bool with_sign, const char *name,
    const char *text)
{
	struct wk_buf b;

	wk_buf_init(&b);
	wk_render_put_tenths(&b, tenths, with_sign);
	wk_buf_addf(out, "  %5s  ", b.p);
	if (text[0] != '\0') {
		wk_buf_addf(out, "%-9s  ", name);
		wk_render_wrap(out, text, 20, 20);
	} else {
		wk_buf_addf(out, "%s\n", name);
	}
	wk_buf_fini(&b);
}

/* A line a part, by the name that settings and JSON have, and their sum; a change
 * (with_sign) is told where there is one. */
static void
put_parts(struct wk_buf *out, const struct wk_why *why, size_t n, bool with_sign,
    const char *together)
{
	int sum = 0;

	for (size_t k = 0; k < n; k++) {
		if (with_sign && why[k].tenths == 0)
			continue;
		put_line(out, why[k].tenths, with_sign, wk_part_name(why[k].part),
		    why[k].text);
		sum += why[k].tenths;
	}
	put_line(out, sum, with_sign, "together", together);
}

static void
put_points(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out)
{
	struct wk_why why[WK_PART_COUNT];
	size_t n = wk_why_levels(m, s, i, why);

	wk_buf_adds(out, "\nPoints\n");
	put_parts(out, why, n, false, "the score");
}

/* Why the score moved since the day before. */
static void
put_changes(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out)
{
	struct wk_why why[WK_PART_COUNT];
	size_t n = wk_why_changes(m, s, i, why);

	if (n == 0 || s->strain[i].is_held)
		return;
	wk_buf_adds(out, "\nChange since ");
	wk_date_put_day(out, s->days[i - 1].d);
	wk_buf_addc(out, '\n');
	put_parts(out, why, n, true, "");
}

static void
put_shifts(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out)
{
	struct wk_shift v[WK_SHIFT_SHOWN];
	struct wk_arena a;
	size_t n;

	wk_arena_init(&a);
	n = wk_shift_recent(m, s, i, &a, v);
	if (n > 0)
		wk_buf_adds(out, "\nChanges in level, against your own eight weeks "
		    "before\n");
	for (size_t k = 0; k < n; k++)
		wk_buf_addf(out, "  %s\n", v[k].text);
	wk_arena_fini(&a);
}

/* ---- the fast and the slow half ---- */
/* A column of the table: parts rounded so that they add up to the sum below them. */
struct column {
	int part[WK_PART_COUNT], sum;
};

static struct column
column_of(const double *v, double sum)
{
	struct column c;

	c.sum = wk_strain_round(v, sum, c.part);
	return c;
}

static void
put_row(struct wk_buf *out, const char *name, const int *tenths)
{
	wk_buf_addf(out, "  %-9s", name);
	for (size_t k = 0; k < 4; k++) {
		struct wk_buf b;

		wk_buf_init(&b);
		wk_render_put_tenths(&b, tenths[k], false);
		wk_buf_addf(out, "  %6s", b.p);
		wk_buf_fini(&b);
	}
	wk_buf_addc(out, '\n');
}

static void
put_halves(const struct wk_strain *x, const struct wk_model *m, struct wk_buf *out)
{
	double raw = 0;

	for (size_t k = 0; k < WK_PART_COUNT; k++)
		raw += x->p[k];
	const struct column c[] = { column_of(x->p, raw), column_of(x->fast, x->fast_sum),
		column_of(x->slow, x->slow_sum), column_of(x->contribution, x->score) };

	wk_buf_addf(out, "\nHow a point comes about: %g of the fast half "
	    "(days) and %g of the "
	    "slow half\n(weeks to months)\n", m->weight_fast, m->weight_slow);
	wk_buf_addf(out, "  %-9s  %6s  %6s  %6s  %6s\n", "part", "raw", "fast", "slow",
	    "points");
	for (size_t k = 0; k < WK_PART_COUNT; k++)
		put_row(out, wk_part_name((enum wk_part)k), (int[]){ c[0].part[k],
		    c[1].part[k], c[2].part[k], c[3].part[k] });
	put_row(out, "together", (int[]){ c[0].sum, c[1].sum, c[2].sum, c[3].sum });
	if (wk_render_is_scaled(x))
		wk_buf_adds(out, "  raw points above 100 together are scaled to 100\n");
	wk_buf_adds(out, "  reserve = 100 - slow\n");
}

static double
constant(const struct wk_model *m, const struct wk_model_row *row)
{
	double v;

	memcpy(&v, (const char *)m + row->offset, sizeof(v));
	return v;
}

static void
put_constants(const struct wk_model *m, struct wk_buf *out)
{
	size_t n;
	const struct wk_model_row *rows = wk_model_rows(&n);

	wk_buf_adds(out, "\nConstants ([model] in the config file; * differs from the "
	    "default)\n");
	for (size_t k = 0; k < n; k++) {
		double v = constant(m, &rows[k]);
		struct wk_buf b;

		wk_buf_init(&b);
		wk_text_put_number(&b, v, 4);
		wk_buf_addf(out, "%c %-18s %8s %-8s ",
		    fabs(v - rows[k].def) > 1e-9 ? '*' : ' ', rows[k].name, b.p,
		    rows[k].unit);
		wk_render_wrap(out, rows[k].source, 39, 39);
		wk_buf_fini(&b);
	}
}

/* The same recursion over the next days, beside weeks like the last four. */
static void
put_advice(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out)
{
	struct wk_advice v[WK_ADVICE_BEST];
	struct wk_arena a;
	size_t n;

	wk_arena_init(&a);
	n = wk_advice_best(m, s, i, &a, v);
	if (n > 0)
		wk_buf_adds(out, "\nWhat would lower it, beside weeks like your last "
		    "four\n");
	for (size_t k = 0; k < n; k++)
		wk_buf_addf(out, "  %s\n", v[k].text);
	wk_arena_fini(&a);
}

void
wk_render_explain(const struct wk_series *s, size_t i, const struct wk_model *m,
    const struct wk_paint *p, struct wk_buf *out)
{
	if (i >= s->n) {
		wk_buf_adds(out, "nothing is logged yet\n");
		return;
	}
	put_heading(&s->strain[i], p, out);
	put_coverage(s, i, out);
	put_gap(s, i, m, out);
	put_points(s, i, m, out);
	put_changes(s, i, m, out);
	put_shifts(s, i, m, out);
	put_halves(&s->strain[i], m, out);
	put_constants(m, out);
	put_advice(s, i, m, out);
	wk_buf_adds(out, "\nThis is a strain index, not a diagnosis and "
	    "not a probability. "
	    "It is only as\ngood as its coverage.\n");
}

/* ---- one indicator ---- */
static void
add_number(struct wk_buf *b, double v, const char *unit)
{
	if (isnan(v)) {
		wk_buf_adds(b, "not known");
		return;
	}
	wk_text_put_number(b, v, 2);
	wk_buf_addf(b, " %s", unit);
}

static const char *const state_words[] = {
	[WK_STATE_OK] = "ok",
	[WK_STATE_OVER] = "over",
	[WK_STATE_INSUFFICIENT] = "not enough known",
	[WK_STATE_NA] = "not applicable",
};

static void
put_limit(const struct wk_indicator *ind, struct wk_buf *out)
{
	wk_buf_adds(out, "  limit   ");
	if (isnan(ind->threshold)) {
		wk_buf_adds(out, "none, information only\n");
		return;
	}
	wk_buf_adds(out, ind->over_is_bad ? "at most " : "at least ");
	add_number(out, ind->threshold, ind->unit);
	wk_buf_addc(out, '\n');
}

void
wk_render_explain_indicator(const struct wk_series *s, size_t i, const struct wk_model *m,
    const struct wk_indicator *ind, const struct wk_paint *p, struct wk_buf *out)
{
	struct wk_indicator_value v = { .value = NAN, .state = WK_STATE_INSUFFICIENT,
		.note = "not enough data (nothing logged)" };
	const char *seq = NULL, *word;

	if (i < s->n)
		wk_indicator_at(ind, m, s, i, &v);
	wk_render_paint(out, p, p == NULL ? NULL : p->bold, ind->title);
	wk_buf_addf(out, " (%s)", ind->id);
	if (i < s->n) {
		wk_buf_adds(out, ", ");
		add_day(out, s->days[i].d);
	}
	if (p != NULL && v.state == WK_STATE_OVER)
		seq = p->bad;
	wk_buf_adds(out, "\n  value   ");
	add_number(out, v.value, ind->unit);
	wk_buf_adds(out, "\n  state   ");
	word = v.state == WK_STATE_OVER && !ind->over_is_bad ? "under" :
	    state_words[v.state];
	wk_render_paint(out, p, seq, word);
	wk_buf_addc(out, '\n');
	if (v.note[0] != '\0') {
		wk_buf_adds(out, "  note    ");
		wk_render_wrap(out, v.note, 10, 10);
	}
	put_limit(ind, out);
	wk_buf_adds(out, "  source  ");
	wk_render_wrap(out, ind->source, 10, 10);
	wk_buf_adds(out, "  means   ");
	wk_render_wrap(out, ind->meaning, 10, 10);
}
