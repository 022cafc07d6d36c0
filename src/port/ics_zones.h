/* SPDX-License-Identifier: MIT */
/* A calendar's zones. */
#pragma once

#include "ics.h"

struct ics_own_zone {
	const char *tzid;
	const struct wk_zone *zone;     /* by its X-LIC-LOCATION; NULL */
	struct ics_zone *own;
};
struct ics_zones {
	struct wk_arena arena;
	struct ics_own_zone v[64];
	size_t n;
	const struct wk_zone *floating; /* of the calendar; NULL: --tz */
	const char *unknown;            /* names nobody knows; NULL */
};
struct ics_moment {
	int64_t utc;
	int32_t off;
	unsigned flags;
	const struct wk_zone *zone;     /* NULL: only its offset is known */
};
void ics_zones_init(struct ics_zones *z);
void ics_zones_fini(struct ics_zones *z);
/* A VTIMEZONE of the file. */
void ics_zones_add(struct ics_zones *z, const struct wk_port *port, const char *block);
const struct wk_zone *ics_zones_find(const struct wk_port *port, const char *tzid);
/* start: WK_TIME_NONE, or the moment this is the end of. */
struct ics_moment ics_zones_moment(struct ics_zones *z, const struct wk_port *port,
    const struct ics_time *t, int64_t start);
