/* SPDX-License-Identifier: MIT */
/* ics: what is known of the file while its events are put, one after another. */
#pragma once

#include "ics_kind.h"
#include "ics_zones.h"

#define DAY_S 86400
enum { OWN_MAX = 100000, SAME_MAX = 64, ONWARD_MAX = 64 };

struct own {                            /* an instance with its own block */
	const char *uid;
	int64_t at;             /* the start it replaces: UTC, of a date its wall */
};

struct onward {                         /* one that stands for all after it too */
	const char *uid;
	int64_t at, shift_s, len_s;
	const char *title;              /* NULL: they are cancelled */
};

struct shift {
	int64_t start, end;
	uint64_t title;
};

struct reader {
	struct wk_port *port;
	struct wk_arena arena;
	struct wk_port_who who;
	struct ics_calendar cal;
	struct ics_zones zones;
	struct own *own;
	size_t own_count, own_cap;
	struct onward onward[ONWARD_MAX];
	size_t onward_count;
	int64_t newest_stamp, newest_start;
	struct shift last[SAME_MAX];
	size_t shifts;
	const char *title;              /* of a shift */
	bool has_titles;                /* and another one */
	size_t bad_lines, cut, busy;
	long line;                      /* of the block in hand */
};

/* ---- ics_put.c ---- */
int ics_own_compare(const void *a, const void *b);
/* What tells an instance from the others of its event. */
int64_t ics_key(struct reader *r, const struct ics_time *t);
const char *ics_make_id(struct reader *r, const struct ics_event *e, bool is_instance,
    int64_t at);
/* e has a RECURRENCE-ID: what it says about those of its event. */
void ics_own_add(struct reader *r, const struct ics_event *e);
void ics_put_instance(struct reader *r, const struct ics_event *e,
    const struct ics_kind *k, const struct ics_time *start, const char *id);
void ics_put_series(struct reader *r, const struct ics_event *e,
    const struct ics_kind *k);
