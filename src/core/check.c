/* SPDX-License-Identifier: MIT */
/* The monthly check: six sentences of wick's own about the last four weeks, each answered
 * from never (0) to always (100). No published questionnaire is shipped; the way of
 * scoring and the bands are those in common use with one (Copenhagen Burnout
 * Inventory). */
#include "indicator.h"

#include <assert.h>

enum { ITEMS = 6, ANSWERS_MIN = 3 };

static const char *const items[] = {
	"By the evening nothing was left of me but the way to the sofa.",
	"A free day was too short to feel fresh again.",
	"Beginning to work took an effort that it did not use to take.",
	"A small request was already one too many.",
	"A hard problem slipped away from me sooner than it used to.",
	"I went on although I knew that it was time to stop.",
};
static_assert(WK_LEN(items) == ITEMS, "one sentence an item");

static const struct {
	double from;
	const char *name;
} bands[] = { { 100, "severe" }, { 75, "high" }, { 50, "moderate" }, { 0, "none" } };

double
wk_check_mean(const int *answers, size_t n, int least)
{
	double sum = 0;
	int given = 0;

	for (size_t k = 0; k < n; k++) {
		if (answers[k] < 0)
			continue;
		sum += answers[k];
		given++;
	}
	return given < least || given == 0 ? NAN : sum / given;
}

double
wk_exhaustion(const int answers[6])
{
	return wk_check_mean(answers, ITEMS, ANSWERS_MIN);
}

const char *
wk_exhaustion_item(size_t i)
{
	return i < ITEMS ? items[i] : "";
}

const char *
wk_exhaustion_band(double score)
{
	for (size_t k = 0; k < WK_LEN(bands); k++)
		if (score >= bands[k].from)
			return bands[k].name;
	return "";
}
