/* SPDX-License-Identifier: MIT */
/* The indicators of a report. Those that are judged stand in a table; what is information
 * only gets a line, and what is not known well enough a place in one paragraph. */
#include "internal.h"

/* ---- words ---- */
/* "1 page", "2 pages", "2 h". */
static int
unit_size(double v, const char *unit)
{
	size_t len = strlen(unit);

	return (int)(len > 1 && fabs(v - 1) < 1e-9 && unit[len - 1] == 's' ? len - 1 :
	    len);
}

void
wk_render_put_value(struct wk_buf *b, double v, const char *unit)
{
	v = round(v * 1e6) / 1e6;      /* as programs are told */
	if (isnan(v))
		wk_buf_addc(b, '?');
	else
		wk_buf_addf(b, "%.*f %.*s", v == floor(v) ? 0 : 1, v, unit_size(v, unit),
		    unit);
}

void
wk_render_put_limit(struct wk_buf *b, const struct wk_indicator *ind)
{
	if (isnan(ind->threshold))
		return;
	wk_buf_adds(b, ind->over_is_bad ? "≤ " : "≥ ");
	wk_text_put_number(b, ind->threshold, 2);
}

const char *
wk_render_state_word(const struct wk_indicator *ind, const struct wk_indicator_value *v)
{
	static const char *const words[] = { "ok", "over", "?", "-" };

	return v->state == WK_STATE_OVER && !ind->over_is_bad ? "under" :
	    words[v->state];
}

/* ---- in a report ---- */
static const struct wk_page_col cols[] = {
	{ "indicator", 16, false },
	{ "value", 11, true },
	{ "limit", 5, true },
	{ "state", 5, false },
	{ "note", 34, false },
};

static void
judged_row(struct wk_page *pg, const struct wk_indicator *ind,
    const struct wk_indicator_value *v)
{
	struct wk_page_cell cells[WK_LEN(cols)] = { 0 };
	struct wk_buf value, limit, note;

	wk_buf_init(&value);
	wk_buf_init(&limit);
	wk_buf_init(&note);
	wk_render_put_value(&value, v->value, ind->unit);
	wk_render_put_limit(&limit, ind);
	wk_buf_adds(&note, v->note);
	if (v->state == WK_STATE_OVER)
		wk_buf_addf(&note, "%s%s", note.len > 0 ? "; " : "", ind->source);
	cells[0].text = ind->title;
	cells[1].text = value.p;
	cells[2].text = limit.p;
	cells[3].text = wk_render_state_word(ind, v);
	if (v->state == WK_STATE_OVER && pg->p != NULL)
		cells[3].seq = pg->p->bad;
	cells[4].text = note.p;
	pg->style->row(pg, cols, cells, WK_LEN(cols));
	wk_buf_fini(&value);
	wk_buf_fini(&limit);
	wk_buf_fini(&note);
}

static bool
is_judged(const struct wk_indicator *ind, const struct wk_indicator_value *v)
{
	return v->state == WK_STATE_OVER ||
	    (v->state == WK_STATE_OK && !isnan(ind->threshold));
}

static void
put_information(struct wk_page *pg, const struct wk_indicator *t, size_t n,
    const struct wk_indicator_value *v)
{
	for (size_t k = 0; k < n; k++) {
		struct wk_buf b;

		if (v[k].state != WK_STATE_OK || is_judged(&t[k], &v[k]))
			continue;
		wk_buf_init(&b);
		wk_buf_addf(&b, "%s: ", t[k].title);
		wk_render_put_value(&b, v[k].value, t[k].unit);
		if (v[k].note[0] != '\0')
			wk_buf_addf(&b, "; %s", v[k].note);
		pg->style->item(pg, b.p, false);
		wk_buf_fini(&b);
	}
}

/* What all of them lack, in one paragraph. */
static void
put_lacking(struct wk_page *pg, const struct wk_indicator *t, size_t n,
    const struct wk_indicator_value *v, enum wk_state state)
{
	static const char said[] = "not enough data ";
	const char *sep = state == WK_STATE_NA ? "Not applicable: " : "Not enough data: ";
	struct wk_buf b;

	wk_buf_init(&b);
	for (size_t k = 0; k < n; k++) {
		const char *why = v[k].note;

		if (v[k].state != state)
			continue;
		if (strncmp(why, said, sizeof(said) - 1) == 0)
			wk_buf_addf(&b, "%s%s %s", sep, t[k].title,
			    why + sizeof(said) - 1);
		else
			wk_buf_addf(&b, "%s%s (%s)", sep, t[k].title, why);
		sep = ", ";
	}
	if (b.len > 0) {
		wk_buf_addc(&b, '.');
		pg->style->para(pg, b.p);
	}
	wk_buf_fini(&b);
}

void
wk_page_indicators(struct wk_page *pg, const struct wk_indicator_value *v)
{
	size_t n, judged = 0, told = 0;
	const struct wk_indicator *t = wk_indicators(&n);

	for (size_t k = 0; k < n; k++) {
		judged += is_judged(&t[k], &v[k]);
		told += v[k].state == WK_STATE_OK && !is_judged(&t[k], &v[k]);
	}
	if (judged > 0) {
		pg->style->table(pg, cols, WK_LEN(cols));
		for (size_t k = 0; k < n; k++)
			if (is_judged(&t[k], &v[k]))
				judged_row(pg, &t[k], &v[k]);
		pg->style->end(pg);
	}
	if (told > 0) {
		pg->style->para(pg, "For information, without a limit:");
		put_information(pg, t, n, v);
		pg->style->end(pg);
	}
	put_lacking(pg, t, n, v, WK_STATE_INSUFFICIENT);
	put_lacking(pg, t, n, v, WK_STATE_NA);
}

/* Limits of working time and on-call; none of them needs to know how somebody sleeps. */
static bool
is_of_work(const struct wk_indicator *ind)
{
	static const char *const ids[] = { "week_hours", "avg48", "daily_rest",
		"rest_days", "shift_load", "oncall_share", "ops_share" };

	for (size_t k = 0; k < WK_LEN(ids); k++)
		if (strcmp(ind->id, ids[k]) == 0)
			return true;
	return false;
}

void
wk_page_work_indicators(struct wk_page *pg, const struct wk_indicator_value *v)
{
	size_t n, told = 0;
	const struct wk_indicator *t = wk_indicators(&n);

	for (size_t k = 0; k < n; k++) {
		if (!is_of_work(&t[k]) || !is_judged(&t[k], &v[k]))
			continue;
		if (told++ == 0)
			pg->style->table(pg, cols, WK_LEN(cols));
		judged_row(pg, &t[k], &v[k]);
	}
	if (told > 0)
		pg->style->end(pg);
	else
		pg->style->para(pg, "Too little is logged to hold it against any limit.");
}
