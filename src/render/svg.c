/* SPDX-License-Identifier: MIT */
/* Drawings inside a page: no script, no file of their own, colours from the page's style,
 * and the words below them for those who do not see them. A gap stays a gap. */
#include "internal.h"

enum { WIDE = 640, TALL = 200, LEFT = 42, RIGHT = 92, TOP = 16, BOTTOM = 24 };
#define PLOT_W (WIDE - LEFT - RIGHT)
#define PLOT_H (TALL - TOP - BOTTOM)

void
wk_svg_bar(struct wk_buf *b, double share)
{
	wk_buf_adds(b, "<svg class=\"bar\" viewBox=\"0 0 100 10\" "
	    "preserveAspectRatio=\"none\" aria-hidden=\"true\">");
	if (share > 0)
		wk_buf_addf(b, "<rect width=\"%.1f\" height=\"10\"/>",
		    fmax(1, fmin(share, 1) * 100));
	wk_buf_adds(b, "</svg>");
}

static void
open_chart(struct wk_buf *b, const char *id)
{
	wk_buf_addf(b, "<figure><svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" "
	    "aria-labelledby=\"%s-words\">\n", WIDE, TALL, id);
}

static void
close_chart(struct wk_buf *b, const char *id, const char *words)
{
	wk_buf_addf(b, "</svg><figcaption id=\"%s-words\">", id);
	wk_html_put(b, words);
	wk_buf_adds(b, "</figcaption></figure>\n");
}

static double
at_y(double v, double max)
{
	return TOP + PLOT_H * (1 - fmin(fmax(v / max, 0), 1));
}

static double
at_x(size_t i, size_t n)
{
	return LEFT + (n < 2 ? 0.5 : (double)i / (double)(n - 1)) * PLOT_W;
}

static void
put_level(struct wk_buf *b, double v, double max, const char *name)
{
	double y = at_y(v, max);
	wk_buf_addf(b, "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" "
	    "y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>",
	    LEFT, y, WIDE - RIGHT, y, LEFT - 5, y + 4, v);
	if (name != NULL)
		wk_buf_addf(b, "<text x=\"%d\" y=\"%.1f\">%s</text>", WIDE - RIGHT + 6,
		    y - 6, name);
	wk_buf_addc(b, '\n');
}

static void
put_day_label(struct wk_buf *b, double x, const char *anchor, wk_date d)
{
	wk_buf_addf(b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", x, TALL - 6,
	    anchor);
	wk_date_put_day(b, d);
	wk_buf_adds(b, "</text>");
}

/* ---- strain ---- */

static bool
is_drawn(const struct wk_strain *x)
{
	return wk_render_is_known(x) && !x->is_held;
}

/* One path, lifted where nothing is known. */
static void
put_line(struct wk_buf *b, const struct wk_strain *v, size_t n)
{
	bool is_down = false;
	wk_buf_adds(b, "<path class=\"line\" d=\"");
	for (size_t i = 0; i < n; i++) {
		bool is_known = is_drawn(&v[i]);
		if (is_known)
			wk_buf_addf(b, "%c%.1f %.1f", is_down ? 'L' : 'M', at_x(i, n),
			    at_y(v[i].score, 100));
		/* a day alone would be nothing but a move */
		if (is_known && !is_down)
			wk_buf_adds(b, "h.01");
		is_down = is_known;
	}
	wk_buf_adds(b, "\"/>\n");
}

static void
strain_words(struct wk_buf *w, const struct wk_report *r)
{
	const struct wk_strain *v = r->history, *top = NULL;
	size_t n = r->history_count, known = 0;
	for (size_t i = 0; i < n; i++) {
		if (!is_drawn(&v[i]))
			continue;
		known++;
		if (top == NULL || v[i].score > top->score)
			top = &v[i];
	}
	wk_buf_adds(w, "Strain index from ");
	wk_date_put_day(w, v[0].d);
	wk_buf_adds(w, " to ");
	wk_date_put_day(w, v[n - 1].d);
	wk_buf_addf(w, ", known on %zu of %zu days", known, n);
	if (top != NULL) {
		wk_buf_addf(w, "; highest %.1f (%s) on ", top->score,
		    wk_band_name(top->band));
		wk_date_put_day(w, top->d);
	}
	wk_buf_addc(w, '.');
}

void
wk_svg_strain(struct wk_buf *b, const struct wk_report *r)
{
	static const struct { double from; enum wk_band band; } levels[] = {
		{ 0, WK_BAND_CALM }, { 25, WK_BAND_WATCH }, { 50, WK_BAND_STRAINED },
		{ 75, WK_BAND_SEVERE },
	};
	struct wk_buf words;
	if (r->history_count < 2)
		return;
	wk_buf_init(&words);
	strain_words(&words, r);
	open_chart(b, "strain");
	for (size_t i = 0; i < WK_LEN(levels); i++)
		put_level(b, levels[i].from, 100, wk_band_name(levels[i].band));
	put_level(b, 100, 100, NULL);
	put_line(b, r->history, r->history_count);
	put_day_label(b, LEFT, "start", r->history[0].d);
	put_day_label(b, WIDE - RIGHT, "end", r->history[r->history_count - 1].d);
	close_chart(b, "strain", words.p);
	wk_buf_fini(&words);
}

/* ---- sleep ---- */

static void
put_nights(struct wk_buf *b, const struct wk_day *v, size_t n, double max)
{
	double step = (double)PLOT_W / (double)n, wide = fmin(step * 0.7, 40);
	for (size_t i = 0; i < n; i++) {
		double x = LEFT + step * ((double)i + 0.5), y;
		if (isnan(v[i].sleep_h)) {
			wk_buf_addf(b, "<text class=\"unknown\" x=\"%.1f\" y=\"%d\" "
			    "text-anchor=\"middle\">?</text>", x, TALL - BOTTOM - 4);
			continue;
		}
		y = at_y(v[i].sleep_h, max);
		wk_buf_addf(b, "<rect class=\"night\" x=\"%.1f\" y=\"%.1f\" "
		    "width=\"%.1f\" height=\"%.1f\"/>", x - wide / 2, y, wide,
		    TALL - BOTTOM - y);
	}
	wk_buf_addc(b, '\n');
}

void
wk_svg_sleep(struct wk_buf *b, const struct wk_report *r)
{
	const double need_h = 7.25;            /* where points begin */
	double max = 10;
	struct wk_buf words;
	if (r->coverage.sleep == 0 || r->n < 2 || r->n > 31)
		return;
	for (size_t i = 0; i < r->n; i++)
		max = fmax(max, r->days[i].sleep_h);
	wk_buf_init(&words);
	wk_buf_addf(&words, "Hours of sleep, the nights that end on %zu days; the line "
	    "is 7.25 h, under which points begin; ? is not logged.", r->n);
	open_chart(b, "sleep");
	put_level(b, 0, max, NULL);
	put_level(b, 5, max, NULL);
	put_nights(b, r->days, r->n, max);
	wk_buf_addf(b, "<line class=\"limit\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" "
	    "y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\">7.25 h</text>\n", LEFT,
	    at_y(need_h, max), WIDE - RIGHT, at_y(need_h, max), WIDE - RIGHT + 6,
	    at_y(need_h, max) + 4);
	put_day_label(b, LEFT, "start", r->from);
	put_day_label(b, WIDE - RIGHT, "end", r->to);
	close_chart(b, "sleep", words.p);
	wk_buf_fini(&words);
}
