/* SPDX-License-Identifier: MIT */
/* What charts on several screens share. */
#pragma once

#include "state.h"

enum wk_chart_style wk_plot_style(const struct wk_tui *t);
/* The lines of the grid are quiet: where frames can be drawn they are dashes, no text. */
void wk_plot_draw_cells(struct wk_canvas *c, struct wk_rect plot,
    const struct wk_chart *chart, const uint32_t *cells);
/* A month's name under its first day, below the plot, unless there is no room. */
void wk_plot_draw_months(struct wk_canvas *c, struct wk_rect plot, wk_date first,
    size_t n);
/* Before the first day: a sentence, and no chart that would be a guess. */
void wk_plot_render_empty(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r,
    const char *title);
