/* SPDX-License-Identifier: MIT */
/* What an event of a calendar is, by its words. */
#pragma once

#include "ics.h"
#include "who.h"

struct ics_calendar {
	bool is_rota, is_holidays;
	enum wk_leave leave;            /* of its whole days, by the calendar's name */
};
struct ics_kind {
	const char *kind;               /* leave, oncall, meeting; NULL: none of them */
	enum wk_leave leave;
};
/* What the calendar's name and its maker tell; either may be NULL. */
void ics_kind_calendar(struct ics_calendar *c, const char *name, const char *product);
/* as: the kind it was said to be; NULL. */
struct ics_kind ics_kind_of(const struct ics_calendar *c, const struct ics_event *e,
    const char *as);
