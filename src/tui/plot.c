/* SPDX-License-Identifier: MIT */
/* Charts on the screens: with which signs, their cells, their months. */
#include "overlay.h"
#include "plot.h"

enum wk_chart_style
wk_plot_style(const struct wk_tui *t)
{
	if (t->term == NULL || wk_term_has_braille(t->term))
		return t->o->is_plain ? WK_CHART_BLOCKS : WK_CHART_BRAILLE;
	return wk_term_is_ascii(t->term) ? WK_CHART_ASCII : WK_CHART_BLOCKS;
}

void
wk_plot_draw_cells(struct wk_canvas *c, struct wk_rect plot, const struct wk_chart *chart,
    const uint32_t *cells)
{
	uint32_t dash = chart->style == WK_CHART_BRAILLE ? 0x2508 : 0;
	for (size_t i = 0; i < chart->cols * chart->rows; i++) {
		bool grid = cells[i] == 0xb7 || cells[i] == '.';
		if (cells[i] != ' ')
			wk_canvas_put(c, plot.x + (int)(i % chart->cols),
			    plot.y + (int)(i / chart->cols),
			    grid ? WK_ROLE_GRID : WK_ROLE_LINE1,
			    grid && dash != 0 ? dash : cells[i]);
	}
}

void
wk_plot_draw_months(struct wk_canvas *c, struct wk_rect plot, wk_date first, size_t n)
{
	int free_x = plot.x, y = plot.y + plot.h;
	for (size_t i = 0; i < n; i++) {
		int year, month, day;
		wk_date_to_civil(first + (wk_date)i, &year, &month, &day);
		int x = plot.x + (int)(i * (size_t)plot.w / n);
		if (day != 1 || x < free_x || x + 3 > plot.x + plot.w)
			continue;
		free_x = wk_canvas_puts(c, x, y, WK_ROLE_AXIS,
		    wk_date_month_name(month, false)) + 1;
	}
}

void
wk_plot_render_empty(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r,
    const char *title)
{
	bool is_small = t->size == WK_SIZE_COMPACT;
	struct wk_rect in = is_small ? r : wk_canvas_panel(c, r, title, "", true);
	int x = in.x + (is_small ? 1 : 3), y = in.y + !is_small;
	wk_canvas_puts(c, x, y, WK_ROLE_TITLE, "Nothing is logged yet.");
	struct wk_rect text = { x, y + 2, WK_MIN(in.w - (is_small ? 2 : 6), 76), 3 };
	int used = wk_overlay_puts(c, text, WK_ROLE_TEXT, "2 logs today; on Home (1) b "
	    "fills the last week roughly, i reads a file.");
	wk_canvas_puts(c, x, y + 3 + used, WK_ROLE_DIM,
	    "No chart is drawn from guesses.");
}
