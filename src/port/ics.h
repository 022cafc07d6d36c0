/* SPDX-License-Identifier: MIT */
/* ics: what libical understands of one block of a calendar, in plain C. Texts live in the
 * arena. */
#pragma once

#include "port.h"

struct ics_time {
	bool is_set, is_date, is_utc;
	int64_t wall;                   /* as if it were UTC; of a date its midnight */
	const char *tzid;               /* NULL: UTC or floating */
	int64_t period_s;               /* of an RDATE with its own length; else 0 */
};
struct ics_person {
	const char *mail, *name;        /* NULL */
	bool has_declined;
};
struct ics_event {
	const char *uid, *summary, *categories, *status, *transp, *busy;   /* NULL */
	struct ics_time start, end, recurs, stamp;
	bool has_duration, is_recurring;
	bool is_onward;                 /* recurs: and all that come after it */
	int64_t duration_s;
	struct ics_time *but, *also;    /* EXDATE, RDATE */
	size_t but_count, also_count;
	struct ics_person *people;
	size_t people_count;
	size_t bad_lines;
	void *rule;
};
enum { ICS_LIST_MAX = 10000 };
/* False: it is no event at all. */
bool ics_parse(const char *block, struct wk_arena *a, struct ics_event *e);

/* The starts that its RRULE makes, ascending, as wall clock of the start; until_wall: its
 * UNTIL in that clock (INT64_MAX: as it stands). False: no more. */
struct ics_series;
struct ics_series *ics_series_new(const struct ics_event *e, int64_t until_wall);
bool ics_series_next(struct ics_series *s, int64_t *wall);
void ics_series_free(struct ics_series *s);
/* The rule's UNTIL when it is a moment of UTC. */
bool ics_until_utc(const struct ics_event *e, int64_t *utc);

/* A VTIMEZONE of the file, for names nobody else knows; NULL: it says nothing. */
struct ics_zone;
struct ics_zone *ics_zone_new(const char *block, struct wk_arena *a, const char **tzid,
    const char **location);
int32_t ics_zone_offset(const struct ics_zone *z, int64_t wall);
void ics_zone_free(struct ics_zone *z);

/* Makes libical and what is below it read their own files, before the sandbox. */
void ics_prepare(void);

/* ---- zone_names.c ---- */
/* Eastern Standard Time -> America/New_York; NULL. */
const char *ics_windows_zone(const char *name);
