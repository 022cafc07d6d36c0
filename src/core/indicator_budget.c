/* SPDX-License-Identifier: MIT */
/* Indicators of what there is to spend: budget, the monthly exhaustion, shift_load. */
#include "trail.h"

enum { BUDGET_SEEN_D = 28, BUDGET_FLOOR_D = 14, CHECK_FRESH_D = 45, SHIFT_D = 7,
	SHIFT_FLOOR_D = 4, SHIFT_LIMIT = 2, ANSWERS_MIN = 3 };

static const char *const burn_words[] = {
	[WK_BURN_TODAY] = "act today",
	[WK_BURN_WEEK] = "act this week",
	[WK_BURN_PLAN] = "plan",
	[WK_BURN_STRUCTURAL] = "structural",
};

/* The most urgent rule that fires, and how fast the budget goes. */
static void
note_burn(const struct wk_series *s, size_t i, struct wk_indicator_value *out)
{
	for (enum wk_burn b = 0; b < WK_BURN_COUNT; b++) {
		if (!wk_burn_fires(s, i, b))
			continue;
		wk_indicator_note(out, "%s: %.1f times the even pace "
		    "for %d days", burn_words[b],
		    wk_burn_rate(s, i, wk_burn_rule(b)->long_d),
		    wk_burn_rule(b)->long_d);
		return;
	}
	wk_indicator_note(out, "lately %.1f times the even pace",
	    out->second);
}

void
wk_indicator_budget(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	int known = wk_window_of(s, i, BUDGET_SEEN_D).known;
	double used;

	(void)m;
	if (known < BUDGET_FLOOR_D) {
		wk_indicator_insufficient(out, known, BUDGET_FLOOR_D, "days");
		return;
	}
	used = 100 * wk_budget_used(s, i);
	wk_indicator_judge(out, used, used > 100);
	out->second = wk_burn_rate(s, i, 7);
	if (out->has_note)
		note_burn(s, i, out);
}

/* A check holds for a month and a half; one answered after this day is not known yet, but
 * on the day shown, which stands for today. */
void
wk_indicator_exhaustion(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	wk_date d = i < s->n ? s->days[i].d : WK_DATE_NONE;
	char day[11];

	(void)m;
	if (isnan(s->exhaustion) || s->exhaustion_d == WK_DATE_NONE ||
	    (d < s->exhaustion_d && i != s->shown) ||
	    d - s->exhaustion_d > CHECK_FRESH_D) {
		wk_indicator_insufficient(out, 0, ANSWERS_MIN, "answers in 45 days");
		return;
	}
	wk_indicator_judge(out, s->exhaustion, s->exhaustion >= 50);
	if (!out->has_note)
		return;
	wk_date_format(s->exhaustion_d, day);
	wk_indicator_note(out, "%s, answered %s",
	    wk_exhaustion_band(s->exhaustion), day);
}

struct shifts {
	int most, untimed, pages;       /* days of the last two */
};

static struct shifts
count_shifts(struct wk_window w)
{
	struct shifts x = { 0 };

	for (size_t k = 0; k < w.n; k++) {
		const struct wk_day *day = &w.v[k];

		x.pages += day->incident_count > 0 || day->shift_load != 0;
		x.untimed += day->shift_load < 0 ||
		    (day->incident_count > 0 && day->shift_load == 0);
		x.most = WK_MAX(x.most, day->shift_load);
	}
	return x;
}

void
wk_indicator_shift_load(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_indicator_value *out)
{
	struct wk_window w = wk_window_of(s, i, SHIFT_D);
	struct shifts x = count_shifts(w);
	int known = w.known;

	(void)m;
	if (x.most <= SHIFT_LIMIT && known < SHIFT_FLOOR_D) {
		wk_indicator_insufficient(out, known, SHIFT_FLOOR_D, "days");
		return;
	}
	if (x.most <= SHIFT_LIMIT && x.untimed > 0) {
		wk_indicator_insufficient(out, x.pages - x.untimed, x.pages,
		    "days whose pages have times");
		return;
	}
	wk_indicator_judge(out, x.most, x.most > SHIFT_LIMIT);
	out->second = x.pages;
}
