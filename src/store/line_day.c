/* SPDX-License-Identifier: MIT */
/* A line that is a day: what was typed for it as a whole. */
#include "line.h"

static const struct { enum line_key key; unsigned bit; } fields[] = {
	{ K_HOURS, WK_LOCK_DAY_HOURS }, { K_BREAK, WK_LOCK_DAY_HOURS },
	{ K_SLEEP, WK_LOCK_DAY_SLEEP }, { K_WAKES, WK_LOCK_DAY_WAKES },
	{ K_LEAVE, WK_LOCK_DAY_LEAVE }, { K_ONCALL, WK_LOCK_DAY_ONCALL },
	{ K_ENERGY, WK_LOCK_DAY_ENERGY }, { K_STRESS, WK_LOCK_DAY_STRESS },
	{ K_MOOD, WK_LOCK_DAY_MOOD }, { K_NOTE, WK_LOCK_DAY_NOTE },
	{ K_SHORT_REST, WK_LOCK_DAY_SHORT_REST },
};

static enum wk_rc
read_numbers(const struct line *l, struct wk_typed *t, struct wk_err *err)
{
	const struct { enum line_key key; double *to; } reals[] = {
		{ K_HOURS, &t->hours }, { K_BREAK, &t->break_h },
		{ K_SLEEP, &t->sleep_h },
	};
	const struct { enum line_key key; int min, max, *to; } ints[] = {
		{ K_WAKES, 0, 99, &t->wakes }, { K_ENERGY, 1, 5, &t->energy },
		{ K_STRESS, 1, 5, &t->stress }, { K_MOOD, 1, 5, &t->mood },
	};
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(reals); i++)
		rc = wk_line_real(l, reals[i].key, 0, 24, reals[i].to, err);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(ints); i++)
		rc = wk_line_int(l, ints[i].key, ints[i].min, ints[i].max, ints[i].to,
		    err);
	if (rc == WK_OK)
		rc = wk_line_flag(l, K_ONCALL, &t->oncall, err);
	return rc == WK_OK ? wk_line_flag(l, K_SHORT_REST, &t->short_rest, err) : rc;
}

enum wk_rc
wk_line_read_day(const struct line *l, struct wk_line *out, struct wk_err *err)
{
	struct wk_dayrow *row = &out->day;
	wk_date d = WK_DATE_NONE;
	if (l->m[K_DAY].type == M_ABSENT)
		return wk_fail(err, WK_ERR_INPUT, "day is missing");
	enum wk_rc rc = wk_line_date(l, K_DAY, &d, err);
	if (rc != WK_OK)
		return rc;
	out->type = WK_LINE_DAY;
	wk_dayrow_init(row, d);
	rc = read_numbers(l, &row->typed, err);
	if (rc == WK_OK)
		rc = wk_line_leave(l, &row->typed.leave, err);
	if (rc == WK_OK)
		rc = wk_line_text(l, K_NOTE, &row->note, err);
	if (row->note != NULL && *row->note == '\0')
		row->note = NULL;       /* says that there is none */
	if (rc == WK_OK)
		rc = wk_line_text(l, K_SOURCE, &row->source, err);
	if (rc == WK_OK)
		rc = wk_line_unsigned(l, K_LOCKED, &row->locked, err);
	for (size_t i = 0; i < WK_LEN(fields); i++)
		if (l->m[fields[i].key].type != M_ABSENT)
			out->day_fields |= fields[i].bit;
	return rc;
}
