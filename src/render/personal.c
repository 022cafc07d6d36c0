/* SPDX-License-Identifier: MIT */
/* Which signal led how one felt: a table for people, the same for programs. */
#include "internal.h"

/* What more of an input is called. */
static const struct {
	const char *input, *more;
} words[] = {
	{ "hours", "longer days" }, { "sleep", "longer nights" },
	{ "awakenings", "more awakenings" }, { "incident points", "heavier pages" },
	{ "week_hours", "longer weeks" }, { "on call", "on call" },
	{ "short rest", "a short rest" },
};

static const char *
more_of(const char *input)
{
	for (size_t k = 0; k < WK_LEN(words); k++)
		if (strcmp(words[k].input, input) == 0)
			return words[k].more;
	return input;
}

static void
put_row(struct wk_buf *out, const struct wk_personal *x)
{
	wk_buf_addf(out, "%c %-15s  %3d  %-6s  %+5.2f  %4d  %s, %s %s\n",
	    x->is_clear ? ' ' : '?', x->input, x->lag, x->item, x->rho, x->n,
	    more_of(x->input), x->rho > 0 ? "higher" : "lower", x->item);
}

static void
put_table(const struct wk_personal *v, size_t n, struct wk_buf *out)
{
	bool has_doubt = false;

	wk_buf_addf(out, "  %-15s  %3s  %-6s  %5s  %4s\n", "signal", "lag", "felt", "rho",
	    "n");
	for (size_t k = 0; k < n; k++) {
		put_row(out, &v[k]);
		has_doubt |= !v[k].is_clear;
	}
	wk_buf_adds(out, "\nlag: so many days later; of 0 to 21 the one that shows most. "
	    "rho: rank correlation\nwithin your own days (Spearman 1904), of n pairs of "
	    "days. What chance would show\nas well is left out.\n");
	if (has_doubt)
		wk_buf_adds(out, "?: such days come in runs, and two things that do may "
		    "look like this by chance.\n");
}

void
wk_render_personal(const struct wk_personal *v, size_t n, int known, wk_date day,
    const struct wk_paint *p, struct wk_buf *out)
{
	struct wk_buf b;

	if (known < WK_PERSONAL_DAYS) {
		wk_buf_addf(out, "%d of %d days with a check-in: from %d on this says "
		    "which signal led how you felt\n", known, WK_PERSONAL_DAYS,
		    WK_PERSONAL_DAYS);
		return;
	}
	wk_buf_init(&b);
	wk_buf_adds(&b, "Which signal led how you felt, to ");
	wk_date_put_day(&b, day);
	wk_render_paint(out, p, p == NULL ? NULL : p->bold, b.p);
	wk_buf_fini(&b);
	wk_buf_addf(out, "\n  %d days with a check-in\n\n", known);
	if (n > 0)
		put_table(v, n, out);
	else
		wk_buf_adds(out, "Nothing stands out from chance.\n");
	wk_buf_adds(out, "This never changes the score. What goes together need not be "
	    "the cause.\n");
}

void
wk_render_personal_json(const struct wk_personal *v, size_t n, int known, wk_date day,
    struct wk_buf *out)
{
	wk_buf_adds(out, "{\"format\":1,");
	wk_render_json_date(out, "day", day);
	wk_buf_addf(out, ",\"checkins\":%d,\"needed\":%d,\"personal\":[", known,
	    WK_PERSONAL_DAYS);
	for (size_t k = 0; k < n; k++) {
		wk_buf_adds(out, k > 0 ? ",{" : "{");
		wk_render_json_str(out, "input", v[k].input);
		wk_buf_addc(out, ',');
		wk_render_json_str(out, "item", v[k].item);
		wk_buf_addf(out, ",\"lag\":%d,", v[k].lag);
		wk_render_json_num(out, "rho", v[k].rho, 6);
		wk_buf_addf(out, ",\"n\":%d,\"clear\":%s}", v[k].n,
		    v[k].is_clear ? "true" : "false");
	}
	wk_buf_adds(out, "]}\n");
}
