/* SPDX-License-Identifier: MIT */
/* What the indicator files share: windows that end at a day, and the compute functions
 * that the table in indicator.c ties together. */
#pragma once

#include "wick/core.h"

/* The days of one trailing window: v[0..n-1], clipped at the start of the series. */
struct wk_window {
	const struct wk_day *v;
	size_t n;
	int hours, known;       /* days with known hours; with any entry or on call */
	const struct wk_trail *at, *before;    /* of its last day; of the day before it */
};
bool wk_window_all_leave(struct wk_window w);   /* every day is leave, none worked */

/* snprintf for notes: %s %.*s %d %02d %.Nf (N 0..2), %g with at most two decimals. */
void wk_note(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The note of a value that is asked for one. */
#define wk_indicator_note(out, ...) ((out)->has_note ? \
	wk_note((out)->note, sizeof((out)->note), __VA_ARGS__) : (void)0)
/* "not enough data (4 of 5 nights)"; out->has_note is set already, as in the others. */
void wk_indicator_insufficient(struct wk_indicator_value *out, int have, int need,
    const char *what);
/* Not applicable, with the reason. */
void wk_indicator_na(struct wk_indicator_value *out, const char *why);
/* ok or over, by the side of the threshold on which the breach lies. */
void wk_indicator_judge(struct wk_indicator_value *out, double value, bool is_over);

/* Mean hours of the up to four weeks that end at index i, i-7, ...; NAN when none of them
 * has four known days. */
double wk_indicator_mean4(const struct wk_series *s, size_t i);
bool wk_rest_is_day(const struct wk_model *m, const struct wk_day *day);
bool wk_rest_is_short(const struct wk_day *day);
int wk_day_wakings(const struct wk_day *day);   /* pages that woke */

bool wk_night_is_known(const struct wk_day *day);  /* bed and wake times */

#define WK_REST_FLOOR_H 11.0                    /* 2003/88/EC art 3 */

typedef void wk_indicator_fn(const struct wk_model *m, const struct wk_series *s,
    size_t i, struct wk_indicator_value *out);
wk_indicator_fn wk_indicator_week_hours, wk_indicator_daily_rest,
    wk_indicator_rest_days, wk_indicator_sleep_last, wk_indicator_sleep_chronic,
    wk_indicator_pages, wk_indicator_oncall_share, wk_indicator_ops_share,
    wk_indicator_avg48, wk_indicator_sleep_debt14, wk_indicator_sleep_regularity,
    wk_indicator_social_jetlag, wk_indicator_alertness, wk_indicator_shift_load,
    wk_indicator_load_ratio, wk_indicator_monotony, wk_indicator_fatigue,
    wk_indicator_budget, wk_indicator_exhaustion;
