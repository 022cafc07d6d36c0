/* SPDX-License-Identifier: MIT */
/* The table of indicators: everything that shows them walks it. An indicator is one
 * compute function and one row here. Each says what is missing instead of a number when
 * too little is known: an empty log must never read as "fine". */
#include "trail.h"

#include <string.h>

static const char *const states[] = { "ok", "over", "insufficient", "not-applicable" };

const char *
wk_state_name(enum wk_state s)
{
	return states[s];
}

bool
wk_window_all_leave(struct wk_window w)
{
	for (size_t k = 0; k < w.n; k++)
		if (w.v[k].leave == WK_LEAVE_NONE || w.v[k].hours > 0)
			return false;
	return w.n > 0;
}

void
wk_indicator_insufficient(struct wk_indicator_value *out, int have, int need,
    const char *what)
{
	out->value = out->second = NAN;
	out->state = WK_STATE_INSUFFICIENT;
	if (!out->has_note)
		return;
	size_t word = strcspn(what, " ");
	bool is_one = need == 1 && word > 0 && what[word - 1] == 's';
	wk_indicator_note(out, "not enough data (%d of %d %.*s%s)", have,
	    need, (int)(is_one ? word - 1 : word), what, what + word);
}

void
wk_indicator_na(struct wk_indicator_value *out, const char *why)
{
	out->value = out->second = NAN;
	out->state = WK_STATE_NA;
	wk_indicator_note(out, "%s", why);
}

void
wk_indicator_judge(struct wk_indicator_value *out, double value, bool is_over)
{
	out->value = value;
	out->second = NAN;
	out->state = is_over ? WK_STATE_OVER : WK_STATE_OK;
	out->note[0] = '\0';
}

static const struct wk_indicator table[] = {
	{ .id = "week_hours", .title = "Hours in 7 days", .unit = "h", .threshold = 48,
	  .over_is_bad = true, .source = "2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)",
	  .meaning = "Hours of the last 7 days; 48 a week is the European "
	  "limit on average, "
	      "from 55 the harm to health is documented.",
	  .compute = wk_indicator_week_hours },
	{ .id = "avg48", .title = "17-week average", .unit = "h", .threshold = 48,
	  .over_is_bad = true, .source = "2003/88/EC art 6, 16; UK SI 1998/1833 reg 4(6)",
	  .meaning = "The average week of 17, with days of leave made up for "
	  "by the days worked after them.",
	  .compute = wk_indicator_avg48 },
	{ .id = "daily_rest", .title = "Shortest rest", .unit = "h",
	  .threshold = WK_REST_FLOOR_H, .over_is_bad = false,
	  .source = "2003/88/EC art 3",
	  .meaning = "The shortest rest between two days of work in the last 14 days.",
	  .compute = wk_indicator_daily_rest },
	{ .id = "rest_days", .title = "Rest days in 14", .unit = "days", .threshold = 2,
	  .over_is_bad = false, .source = "2003/88/EC art 5",
	  .meaning = "Days of the last 14 with under an hour of work and no waking page.",
	  .compute = wk_indicator_rest_days },
	{ .id = "sleep_last", .title = "Sleep last night", .unit = "h", .threshold = 6,
	  .over_is_bad = false, .source = "Soderstrom 2012 (6 h)",
	  .meaning = "Last night's sleep less the cost of its awakenings.",
	  .compute = wk_indicator_sleep_last },
	{ .id = "sleep_chronic", .title = "Chronic sleep", .unit = "h", .threshold = 6,
	  .over_is_bad = false,
	  .source = "Soderstrom 2012 (6 h); Ramakrishnan 2016 (memory)",
	  .meaning = "What the nights of the last weeks are worth together, "
	  "with a memory of "
	      "7 days.",
	  .compute = wk_indicator_sleep_chronic },
	{ .id = "sleep_debt14", .title = "Sleep debt, 14 d",
	  .unit = "h", .threshold = NAN,
	  .over_is_bad = true, .source = "information only; Van Dongen 2003",
	  .meaning = "What the last 14 nights lack together of the sleep you "
	  "need; long nights pay nothing back.",
	  .compute = wk_indicator_sleep_debt14 },
	{ .id = "sleep_regularity", .title = "Sleep regularity",
	  .unit = "points", .threshold = 58,
	  .over_is_bad = false,
	  .source = "Phillips 2017; 58 is the 5th percentile of UK Biobank",
	  .meaning = "How alike the sleep of one day and the next is, by the "
	  "clock: 100 is always the same, 0 is chance.",
	  .compute = wk_indicator_sleep_regularity },
	{ .id = "social_jetlag", .title = "Social jetlag", .unit = "h", .threshold = 2,
	  .over_is_bad = true, .source = "Roenneberg (MCTQ)",
	  .meaning = "How far the middle of the night before free days lies "
	  "from that before work, in 28 days.",
	  .compute = wk_indicator_social_jetlag },
	{ .id = "alertness", .title = "Lapses at worst",
	  .unit = "lapses", .threshold = NAN,
	  .over_is_bad = true, .source = "information only; Ramakrishnan 2016 (UMP)",
	  .meaning = "Lapses of attention that a model expects in the worst "
	  "hour after the last night, from bed and wake times.",
	  .compute = wk_indicator_alertness },
	{ .id = "pages", .title = "Pages in 7 days", .unit = "pages", .threshold = NAN,
	  .over_is_bad = true, .source = "information only; categories after PagerDuty",
	  .meaning = "Incidents of the last 7 days, with those of the "
	  "last 28 beside them.",
	  .compute = wk_indicator_pages },
	{ .id = "shift_load", .title = "Pages in a shift",
	  .unit = "pages", .threshold = 2,
	  .over_is_bad = true, .source = "Google SRE book, ch. 11",
	  .meaning = "The most pages within any 12 hours of the last 7 days.",
	  .compute = wk_indicator_shift_load },
	{ .id = "oncall_share", .title = "On call", .unit = "%", .threshold = 25,
	  .over_is_bad = true, .source = "Google SRE book, ch. 11",
	  .meaning = "Share of the last 28 days on call.",
	  .compute = wk_indicator_oncall_share },
	{ .id = "ops_share", .title = "Incident work", .unit = "%", .threshold = 50,
	  .over_is_bad = true, .source = "Google SRE book, ch. 5",
	  .meaning = "Minutes on incidents as a share of the minutes worked in 28 days.",
	  .compute = wk_indicator_ops_share },
	{ .id = "load_ratio", .title = "Load ratio",
	  .unit = "times", .threshold = NAN,
	  .over_is_bad = true,
	  .source = "information only; Impellizzeri 2020 (no proof of harm)",
	  .meaning = "The hours of lately, as a multiple of what the weeks "
	  "before made usual.",
	  .compute = wk_indicator_load_ratio },
	{ .id = "monotony", .title = "Monotony", .unit = "times", .threshold = NAN,
	  .over_is_bad = true, .source = "information only; Foster 1998",
	  .meaning = "The mean of the hours of 7 days over how much they "
	  "differ: the more alike the days, the higher.",
	  .compute = wk_indicator_monotony },
	{ .id = "fatigue", .title = "Load over usual", .unit = "h", .threshold = NAN,
	  .over_is_bad = true,
	  .source = "information only; Foster 1998; Banister (7 and 42 days)",
	  .meaning = "Hours a day with a memory of 7 days less those with a "
	  "memory of 42: above 0 more than you are used to.",
	  .compute = wk_indicator_fatigue },
	{ .id = "budget", .title = "Budget spent", .unit = "%", .threshold = 100,
	  .over_is_bad = true,
	  .source = "wick's own choice, after the SRE workbook, ch. 5",
	  .meaning = "Share of 84 days' budget of 25 points a day that the "
	  "strain of these days has spent.",
	  .compute = wk_indicator_budget },
	{ .id = "exhaustion", .title = "Exhaustion",
	  .unit = "points", .threshold = 50,
	  .over_is_bad = true,
	  .source = "wick's own choice of questions; bands common with the CBI",
	  .meaning = "How worn out you said you were in the monthly check, "
	  "from 0 never to 100 always.",
	  .compute = wk_indicator_exhaustion },
};

const struct wk_indicator *
wk_indicators(size_t *n)
{
	*n = WK_LEN(table);
	return table;
}

const struct wk_indicator *
wk_indicator_find(const char *id)
{
	for (size_t k = 0; k < WK_LEN(table); k++)
		if (strcmp(table[k].id, id) == 0)
			return &table[k];
	return NULL;
}

void
wk_indicator_at(const struct wk_indicator *ind, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_indicator_value *out)
{
	out->has_note = true;
	ind->compute(m, s, i, out);
}

void
wk_indicator_bare(const struct wk_indicator *ind, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_indicator_value *out)
{
	out->has_note = false;
	out->note[0] = '\0';
	ind->compute(m, s, i, out);
}
