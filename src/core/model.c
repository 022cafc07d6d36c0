/* SPDX-License-Identifier: MIT */
/* Every constant of the strain index, once: its name in [model], default, range, unit and
 * source. "design" is wick's own choice; nobody has measured it. */
#include "wick/core.h"

#include <assert.h>

#define AT(f) offsetof(struct wk_model, f)
#define DESIGN "design"

static const struct wk_model_row rows[] = {
	{ "hours_std_h", AT(hours_std_h), 40, 0, 100, "h",
	  "WHO/ILO 2021 (35-40 h); Lin 2021 (odds rise above 40)",
	  "weekly hours from which hours add points" },
	{ "hours_slope", AT(hours_slope), 2, 0, 100, "points", DESIGN,
	  "points for each weekly hour above that" },
	{ "hours_cap", AT(hours_cap), 60, 0, 100, "points", DESIGN,
	  "the most that hours can add" },
	{ "rest_need_d", AT(rest_need_d), 4, 0, 14, "days",
	  "design; 2003/88/EC art 5 (2 in 14)",
	  "rest days in 14 below which points are added" },
	{ "rest_slope", AT(rest_slope), 5, 0, 100, "points", DESIGN,
	  "points for each missing rest day" },
	{ "rest_cap", AT(rest_cap), 20, 0, 100, "points", DESIGN,
	  "the most that missing rest can add" },
	{ "rest_h", AT(rest_h), 1, 0, 24, "h", DESIGN,
	  "a day with less work than this and no waking page is a rest day" },
	{ "short_rest_pts", AT(short_rest_pts), 2, 0, 100, "points",
	  "design; 2003/88/EC art 3 (11 h)", "points for each short rest in 14 days" },
	{ "sleep_need_h", AT(sleep_need_h), 8, 4, 12, "h",
	  "Ramakrishnan 2016; Van Dongen 2003 (8.16 h)",
	  "sleep a night that keeps the balance" },
	{ "sleep_tau_d", AT(sleep_tau_d), 7, 0.1, 365, "days",
	  "Ramakrishnan 2016 (168 h)", "memory of the sleep debt" },
	{ "sleep_max_h", AT(sleep_max_h), 9, 4, 24, "h",
	  "design; Ramakrishnan 2016 (8.88 h)", "the most that one night counts" },
	{ "sleep_margin_h", AT(sleep_margin_h), 0.75, 0, 8, "h", DESIGN,
	  "chronic sleep may lie this far under the need without points" },
	{ "sleep_slope", AT(sleep_slope), 22, 0, 100, "points",
	  "design; Soderstrom 2012 (under 6 h)",
	  "points for each hour of chronic sleep below that" },
	{ "sleep_cap", AT(sleep_cap), 55, 0, 100, "points", DESIGN,
	  "the most that sleep can add" },
	{ "wake_cost_h", AT(wake_cost_h), 0.5, 0, 8, "h",
	  "design; JGME 2018 (0.08 h), Kahn 2014 (1 h)",
	  "sleep that one awakening costs" },
	{ "wake_cost_max_h", AT(wake_cost_max_h), 3, 0, 12, "h", DESIGN,
	  "the most that awakenings cost in one night" },
	{ "cat_business", AT(cat_business), 1, 0, 100, "points",
	  "design; categories PagerDuty", "an incident in business hours" },
	{ "cat_off", AT(cat_off), 2, 0, 100, "points", "design; categories PagerDuty",
	  "an incident in free time" },
	{ "cat_sleep", AT(cat_sleep), 3, 0, 100, "points", "design; categories PagerDuty",
	  "an incident in sleep hours" },
	{ "cat_woke", AT(cat_woke), 6, 0, 100, "points", DESIGN,
	  "an incident that woke you" },
	{ "sev01", AT(sev01), 1.5, 0, 10, "", DESIGN, "factor for sev0 and sev1" },
	{ "sev2", AT(sev2), 1.25, 0, 10, "", DESIGN, "factor for sev2" },
	{ "sev3", AT(sev3), 1, 0, 10, "", DESIGN,
	  "factor for sev3 and unknown severity" },
	{ "sev45", AT(sev45), 0.75, 0, 10, "", DESIGN, "factor for sev4 and sev5" },
	{ "incident_tau_d", AT(incident_tau_d), 4, 0.1, 365, "days",
	  "design; Malmberg 2010 (2 nights)", "memory of the incident load" },
	{ "incident_ref_min", AT(incident_ref_min), 30, 1, 1440, "min", DESIGN,
	  "length of an incident that counts once; half to twice by length" },
	{ "oncall_pts", AT(oncall_pts), 5, 0, 100, "points", DESIGN,
	  "points for 7 of 7 days on call" },
	{ "incident_cap", AT(incident_cap), 40, 0, 100, "points", DESIGN,
	  "the most that incidents can add" },
	{ "checkin_knee", AT(checkin_knee), 0.375, 0, 1, "", DESIGN,
	  "share of the worst answer from which check-ins add points" },
	{ "checkin_slope", AT(checkin_slope), 90, 0, 1000, "points", DESIGN,
	  "points for the whole way from none to the worst answer" },
	{ "checkin_cap", AT(checkin_cap), 60, 0, 100, "points", DESIGN,
	  "the most that check-ins can add" },
	{ "checkin_tau_d", AT(checkin_tau_d), 7, 0.1, 365, "days", DESIGN,
	  "memory of the check-ins" },
	{ "checkin_hold_d", AT(checkin_hold_d), 28, 1, 365, "days", DESIGN,
	  "a check-in older than this says nothing" },
	{ "weight_fast", AT(weight_fast), 0.5, 0, 1, "", DESIGN,
	  "weight of the fast half: the last days" },
	{ "weight_slow", AT(weight_slow), 0.5, 0, 1, "", DESIGN,
	  "weight of the slow half: weeks to months" },
	{ "tau_up_d", AT(tau_up_d), 35, 1, 365, "days", DESIGN,
	  "memory of the slow half, rising" },
	{ "tau_down_d", AT(tau_down_d), 70, 1, 365, "days", DESIGN,
	  "memory of the slow half, falling" },
	{ "band_watch", AT(band_watch), 25, 0, 100, "points", DESIGN,
	  "score from which: watch" },
	{ "band_strained", AT(band_strained), 50, 0, 100, "points", DESIGN,
	  "score from which: strained" },
	{ "band_severe", AT(band_severe), 75, 0, 100, "points", DESIGN,
	  "score from which: severe" },
	{ "gap_d", AT(gap_d), 7, 0, 60, "days", DESIGN,
	  "empty days that are filled in; from the next one on the score is held" },
	{ "range_tau_d", AT(range_tau_d), 7, 0.1, 365, "days", DESIGN,
	  "how fast the range opens in a gap and closes after it" },
	{ "range_drift", AT(range_drift), 1.25, 1, 4, "", DESIGN,
	  "how much worse a silence may have been than the day before it" },
	{ "conf_tau_fast_d", AT(conf_tau_fast_d), 7, 0.1, 365, "days", DESIGN,
	  "memory of the fast part of the confidence" },
	{ "conf_tau_slow_d", AT(conf_tau_slow_d), 28, 0.1, 365, "days", DESIGN,
	  "memory of its slow part" },
	{ "conf_w_hours", AT(conf_w_hours), 0.55, 0, 1, "", DESIGN,
	  "share of known hours in the confidence" },
	{ "conf_w_sleep", AT(conf_w_sleep), 0.45, 0, 1, "", DESIGN,
	  "share of known sleep in the confidence" },
	{ "conf_w_fast", AT(conf_w_fast), 0.6, 0, 1, "", DESIGN,
	  "weight of the fast part of the confidence" },
};
static_assert(WK_LEN(rows) * sizeof(double) == AT(contract_h), "one row per constant");

static const double contract[7] = { 8, 8, 8, 8, 8, 0, 0 };

const struct wk_model_row *
wk_model_rows(size_t *n)
{
	*n = WK_LEN(rows);
	return rows;
}

void
wk_model_defaults(struct wk_model *m)
{
	for (size_t i = 0; i < WK_LEN(rows); i++)
		memcpy((char *)m + rows[i].offset, &rows[i].def, sizeof(double));
	memcpy(m->contract_h, contract, sizeof(contract));
}
