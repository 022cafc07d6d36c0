/* SPDX-License-Identifier: MIT */
/* Readers of the fields: text -> form. */
#pragma once

#include "day.h"

typedef bool wk_day_parse_fn(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out);
wk_day_parse_fn wk_day_parse_start, wk_day_parse_end, wk_day_parse_break,
    wk_day_parse_worked, wk_day_parse_slept, wk_day_parse_wakes;

/* "2350-640": both ends as loosely as Start, at most 16 h; an end before the start is the
 * next day's. */
bool wk_day_parse_span(const char *s, struct wk_span *out);
