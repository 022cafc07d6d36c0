/* SPDX-License-Identifier: MIT */
/* The five stories, a few lines each. */
#include <assert.h>

#include "demo_story.h"

static const struct demo_phase long_silence[] = {
	{ .days = 42, .week_h = 40, .week_days = 5, .sleep_h = 8.0, .day_pages = 0.5,
	  .oncall = 4, .energy = 4, .stress = 2, .mood = 4,
	  .note = "planning the launch" },
	{ .days = 49, .week_h = 66, .week_days = 6.5, .sleep_h = 5.4, .night_pages = 2.5,
	  .day_pages = 4, .noise = 0.2, .oncall = 1, .energy = 2, .stress = 5, .mood = 2,
	  .note = "launch day; the new search falls over within the hour" },
	{ .days = 70, .week_h = 66, .week_days = 6.5, .sleep_h = 5.5, .night_pages = 2,
	  .day_pages = 4, .noise = 0.2, .oncall = 1, .energy = 1, .stress = 5, .mood = 1,
	  .note = "second rewrite begins; nobody says aloud how tired we are" },
	{ .days = 14, .week_h = 40, .week_days = 5, .sleep_h = 8.1, .energy = 2,
	  .stress = 3, .mood = 3,
	  .note = "fixed; the last patch holds, pagers handed over" },
	{ .days = 28, .is_gap = true },
	{ .days = 49, .week_h = 40, .week_days = 5, .sleep_h = 8.0, .energy = 3,
	  .stress = 3, .mood = 3, .note = "logging again after four silent weeks" },
	{ .days = 0, .week_h = 40, .week_days = 5, .sleep_h = 8.1, .energy = 4,
	  .stress = 2, .mood = 4, .note = "first evening with a book since spring" },
};

static const struct demo_phase two_person_ops[] = {
	{ .days = 364, .week_h = 40, .week_days = 5, .sleep_h = 7.7, .night_pages = 0.4,
	  .day_pages = 2, .noise = 0.2, .oncall = 2, .energy = 4, .stress = 3, .mood = 3,
	  .note = "two of us, 500 million pages a month, on call in turns" },
	{ .days = 7, .week_h = 46, .week_days = 6, .sleep_h = 6.2, .night_pages = 8,
	  .day_pages = 6, .noise = 0.1, .oncall = 1, .energy = 2, .stress = 5, .mood = 2,
	  .note = "database failover gone wrong, a week of nights" },
	{ .days = 350, .week_h = 39, .week_days = 5, .sleep_h = 7.9, .night_pages = 0.3,
	  .day_pages = 1.5, .noise = 0.2, .oncall = 2, .energy = 4, .stress = 2,
	  .mood = 4, .note = "failover rehearsed every month from now on" },
	{ .days = 0, .week_h = 38, .week_days = 5, .sleep_h = 8.0, .night_pages = 0.15,
	  .day_pages = 1, .noise = 0.1, .oncall = 2, .energy = 4, .stress = 2, .mood = 4,
	  .note = "about two hours of operations a week, and healthier every year" },
};

static const struct demo_phase night_parent[] = {
	{ .days = 126, .week_h = 40, .week_days = 5, .sleep_h = 7.7, .energy = 4,
	  .stress = 2, .mood = 4, .note = "ordinary weeks at the scale-up" },
	{ .days = 42, .week_h = 40, .week_days = 5, .sleep_h = 6.4, .wakes = 2,
	  .energy = 2, .stress = 3, .mood = 3,
	  .note = "our child is ill; up twice a night" },
	{ .days = 10, .sleep_h = 6.9, .wakes = 2, .leave = WK_LEAVE_PARENTAL,
	  .note = "parental leave, hospital days" },
	{ .days = 42, .week_h = 38, .week_days = 5, .sleep_h = 6.6, .wakes = 2,
	  .energy = 3, .stress = 3, .mood = 3,
	  .note = "back at work, nights still broken" },
	{ .days = 0, .week_h = 38, .week_days = 5, .sleep_h = 7.4, .wakes = 0.6,
	  .energy = 3, .stress = 2, .mood = 4,
	  .note = "new rhythm: early to bed, nights by turns" },
};

static const struct demo_phase ingest_oncall[] = {
	{ .days = 140, .week_h = 42, .week_days = 5, .sleep_h = 7.3, .night_pages = 4,
	  .day_pages = 6, .noise = 0.6, .oncall = 4, .has_storms = true, .energy = 4,
	  .stress = 3, .mood = 3, .note = "joined the ingest rota, one week in four" },
	{ .days = 0, .week_h = 42, .week_days = 5, .sleep_h = 7.3, .night_pages = 5,
	  .day_pages = 8, .noise = 0.65, .oncall = 4, .has_storms = true, .energy = 3,
	  .stress = 3, .mood = 4, .note = "a new upstream; most alerts need nothing" },
};

static const struct demo_phase comeback[] = {
	{ .days = 112, .week_h = 50, .week_days = 5, .sleep_h = 6.7, .night_pages = 2,
	  .day_pages = 4, .noise = 0.3, .oncall = 3, .energy = 3, .stress = 4, .mood = 3,
	  .note = "fifty-hour weeks since half of the team left" },
	{ .days = 120, .is_gap = true },
	{ .days = 28, .week_h = 24, .week_days = 4, .sleep_h = 7.8, .energy = 3,
	  .stress = 2, .mood = 3, .note = "back, four short days a week" },
	{ .days = 0, .week_h = 43, .week_days = 5, .sleep_h = 7.3, .night_pages = 2,
	  .day_pages = 5, .noise = 0.3, .oncall = 5, .energy = 3, .stress = 3, .mood = 3,
	  .note = "full weeks and the rota: five of us, the services of thirty" },
};

static const struct wk_demo_story about[] = {
	{ "long-silence", "a launch goes wrong, and the way back",
	  "severe within five weeks, reserve near zero, a gap" },
	{ "two-person-ops", "two people run a large site for four years",
	  "calm for years with one bad week" },
	{ "night-parent", "broken nights with a sick child, then a new rhythm",
	  "sleep, not hours, is the cause; leave is not overload" },
	{ "ingest-oncall", "one week in four on call for noisy pipelines",
	  "on-call share, alert storms counted as one waking, noise" },
	{ "comeback", "an extended absence, then back",
	  "absence is no data; confidence rebuilds day by day" },
};

#define STORY(p) .phases = p, .count = WK_LEN(p)
static const struct demo_story table[] = {
	{ .seed = 11, STORY(long_silence), .length_days = 280 },
	{ .seed = 12, STORY(two_person_ops), .length_days = 1456 },
	{ .seed = 13, STORY(night_parent), .length_days = 262 },
	{ .seed = 14, STORY(ingest_oncall), .length_days = 280 },
	{ .seed = 15, STORY(comeback), .length_days = 330 },
};

static_assert(WK_LEN(table) == WK_LEN(about), "a title for each story");

const struct wk_demo_story *
wk_demo_stories(size_t *n)
{
	*n = WK_LEN(about);
	return about;
}

const struct demo_story *
wk_demo_table(size_t *n)
{
	*n = WK_LEN(table);
	return table;
}
