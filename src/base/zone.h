/* SPDX-License-Identifier: MIT */
/* Between zone.c, zone_file.c and zone_rule.c. */
#pragma once

#include "wick/base.h"

/* One end of daylight saving time: Mm.w.d, Jn or n, and the local second of that day. */
struct wk_zone_turn {
	char form;                /* 'M', 'J' or '0' */
	int month, week, day;     /* day: weekday 0 Sunday for M, else day of the year */
	int32_t second;
};
/* A POSIX TZ rule: what holds after the last transition of a file. */
struct wk_zone_rule {
	int32_t std, dst;         /* seconds east */
	bool has_dst;
	struct wk_zone_turn on, off;
};
bool wk_zone_rule_parse(const char *s, struct wk_zone_rule *out) WK_USE;
int32_t wk_zone_rule_offset(const struct wk_zone_rule *r, int64_t utc);

struct wk_zone {
	const char *name;
	size_t n;                 /* transitions */
	const int64_t *at;        /* UTC seconds, ascending */
	const int32_t *off;       /* offset from at[i] on */
	int32_t before;           /* offset before at[0] */
	bool has_rule;
	struct wk_zone_rule rule;
};
/* Reads the bytes of a TZif file, version 1 to 4. */
bool wk_zone_read(const struct wk_buf *bytes, struct wk_arena *a,
    struct wk_zone *out) WK_USE;
