/* SPDX-License-Identifier: MIT */
/* Between line.c (reads JSON) and line_fact.c (knows what a fact needs). */
#pragma once

#include "wick/store.h"

enum line_type { LINE_WORD, LINE_TEXT, LINE_ARRAY, LINE_OBJECT, LINE_INT, LINE_REAL, LINE_BOOL };
struct line_key {
	const char *name;
	enum line_type type;
	size_t offset;
	double min, max;
};
/* What a line may hold, as it stands there. NULL, NAN, -1 and, on 1-5 scales, 0: not said. */
struct line_raw {
	const char *kind, *start, *end, *day, *tz, *source, *scope, *id, *rev, *category, *leave;
	const char *title, *tags, *meta, *note, *importer, *zone, *error, *skip;
	double dur_s, minutes, hours, break_h, sleep_h, line;
	int severity, woke, noise, flags, locked, layer, deleted, wakes, oncall, short_rest;
	int energy, stress, mood, port;
};
enum wk_rc wk_store_line_day(const struct line_raw *raw, struct wk_line *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_store_line_event(struct wk_store *s, const struct line_raw *raw,
    const struct wk_zone *default_zone, struct wk_line *out, struct wk_err *err) WK_USE;
