/* SPDX-License-Identifier: MIT */
/* A plan in words: "45h 6.5h-sleep 1-off 2-pages 10-rest". The hours are the week's,
 * evenly on the working days; off takes the last of those away; pages come off hours, one
 * a day from Monday on; rest is so many whole days at the start. What is not said
 * stays. */
#include "forecast.h"

#include <assert.h>

enum { WEEK = 7, WORD_SIZE = 32 };
#define MOST_WEEK_H 112.0      /* sixteen hours a day */
#define DAY_H 24.0
#define FORMS "45h, 6.5h-sleep, 1-off, 2-pages or 10-rest"

enum word { WORD_HOURS, WORD_SLEEP, WORD_OFF, WORD_PAGES, WORD_REST, WORD_COUNT };
static const struct {
	const char *unit, *singular;
	double max;
	bool is_whole;
} words[] = {
	[WORD_HOURS] = { "h", "h", MOST_WEEK_H, false },
	[WORD_SLEEP] = { "h-sleep", "h-sleep", DAY_H, false },
	[WORD_OFF] = { "-off", "-off", WEEK, true },
	[WORD_PAGES] = { "-pages", "-page", 200, true },
	[WORD_REST] = { "-rest", "-rest", 3660, true },
};
static_assert(WK_LEN(words) == WORD_COUNT, "one row per word");

/* ---- working days ---- */
static bool
is_contract_day(const struct wk_model *m, int wd)
{
	double sum = 0;
	for (int k = 0; k < WEEK; k++)
		sum += m->contract_h[k];
	return sum > 0 ? m->contract_h[wd] > 0 : wd < 5;
}

static int
contract_days(const struct wk_model *m)
{
	int n = 0;
	for (int wd = 0; wd < WEEK; wd++)
		n += is_contract_day(m, wd);
	return n;
}

int
wk_plan_working(const struct wk_plan *p, const struct wk_model *m)
{
	return contract_days(m) - p->off;
}

/* The new hours of a day; around them the spread the own days had. */
static void
put_day(struct wk_plan *p, int wd, double hours)
{
	double below = p->hours[wd] - p->low_h[wd], above = p->high_h[wd] - p->hours[wd];
	p->hours[wd] = p->low_h[wd] = p->high_h[wd] = hours;
	if (hours > 0) {
		p->low_h[wd] = WK_MAX(0, hours - below);
		p->high_h[wd] = WK_MAX(hours, WK_MIN(DAY_H, hours + above));
	}
}

void
wk_plan_put_hours(struct wk_plan *p, const struct wk_model *m, double hours)
{
	int left = wk_plan_working(p, m), working = left;
	for (int wd = 0; wd < WEEK; wd++) {
		bool works = is_contract_day(m, wd) && left > 0;
		left -= works;
		put_day(p, wd, works ? hours / working : 0);
	}
}

/* The last working days; the others keep their hours. */
static void
put_off(struct wk_plan *p, const struct wk_model *m, int off)
{
	p->off = off;
	for (int wd = WEEK - 1; wd >= 0 && off > 0; wd--) {
		if (!is_contract_day(m, wd))
			continue;
		put_day(p, wd, 0);
		off--;
	}
}

static void
put_sleep(struct wk_plan *p, double sleep_h)
{
	for (int wd = 0; wd < WEEK; wd++) {
		double mid = p->sleep_h[wd];
		double below = isnan(mid) ? 0 : mid - p->low_sleep_h[wd];
		double above = isnan(mid) ? 0 : p->high_sleep_h[wd] - mid;
		p->sleep_h[wd] = sleep_h;
		p->low_sleep_h[wd] = WK_MAX(0, sleep_h - below);
		p->high_sleep_h[wd] = WK_MAX(sleep_h, WK_MIN(DAY_H, sleep_h + above));
	}
}

static void
put_pages(struct wk_plan *p, const struct wk_model *m, int pages)
{
	struct wk_incident page = { .cat = WK_CAT_OFF, .severity = 3, .minutes = NAN };
	double points = strain_incident_points(m, &page);
	p->woken = 0;
	for (int wd = 0; wd < WEEK; wd++)
		p->load[wd] = points * (pages / WEEK + (wd < pages % WEEK));
}

/* ---- words ---- */
/* The next word of *text, which moves on; false at the end. */
static bool
next_word(const char **text, char out[WORD_SIZE])
{
	const char *from = *text + strspn(*text, " \t,");
	size_t n = strcspn(from, " \t,"), kept = WK_MIN(n, (size_t)WORD_SIZE - 1);
	memcpy(out, from, kept);
	out[kept] = '\0';
	*text = from + n;
	return n > 0;
}

static enum word
find_word(const char *unit)
{
	for (int k = 0; k < WORD_COUNT; k++)
		if (strcmp(unit, words[k].unit) == 0 ||
		    strcmp(unit, words[k].singular) == 0)
			return (enum word)k;
	return WORD_COUNT;
}

static enum wk_rc
parse_word(const char *word, double value[WORD_COUNT], struct wk_err *err)
{
	size_t n = strspn(word, "0123456789.");
	char number[WORD_SIZE];
	double v;
	enum word k = n > 0 ? find_word(word + n) : WORD_COUNT;
	memcpy(number, word, n);
	number[n] = '\0';
	if (k == WORD_COUNT)
		return wk_fail(err, WK_ERR_INPUT, "\"%s\" is no part of a plan: " FORMS,
		    word);
	if (!wk_text_parse_double(number, 0, words[k].max, &v) ||
	    (words[k].is_whole && v != floor(v)))
		return wk_fail(err, WK_ERR_INPUT, "\"%s\": %s from 0 to %g", word,
		    words[k].is_whole ? "a whole number" : "a number", words[k].max);
	if (!isnan(value[k]))
		return wk_fail(err, WK_ERR_INPUT, "\"%s\": the plan says %s twice", word,
		    words[k].unit);
	value[k] = v;
	return WK_OK;
}

/* Days that cannot hold what the week shall have. */
static enum wk_rc
check_days(const struct wk_model *m, const double value[WORD_COUNT], struct wk_err *err)
{
	int days = contract_days(m);
	int off = isnan(value[WORD_OFF]) ? 0 : (int)value[WORD_OFF], left = days - off;
	double hours = isnan(value[WORD_HOURS]) ? 0 : value[WORD_HOURS];
	if (left < 0)
		return wk_fail(err, WK_ERR_INPUT,
		    "%d-off: the week has %d working days", off, days);
	if (hours > DAY_H * left)
		return wk_fail(err, WK_ERR_INPUT,
		    "%gh do not fit into %d working days", hours, left);
	return WK_OK;
}

static void
apply(struct wk_plan *p, const struct wk_model *m, const double value[WORD_COUNT])
{
	p->is_own = false;
	if (!isnan(value[WORD_OFF]))
		put_off(p, m, (int)value[WORD_OFF]);
	if (!isnan(value[WORD_HOURS]))
		wk_plan_put_hours(p, m, value[WORD_HOURS]);
	if (!isnan(value[WORD_SLEEP]))
		put_sleep(p, value[WORD_SLEEP]);
	if (!isnan(value[WORD_PAGES]))
		put_pages(p, m, (int)value[WORD_PAGES]);
	if (!isnan(value[WORD_REST]))
		p->rest_days = (int)value[WORD_REST];
}

enum wk_rc
wk_plan_parse(struct wk_plan *p, const struct wk_model *m, const char *text,
    struct wk_err *err)
{
	double value[WORD_COUNT] = { NAN, NAN, NAN, NAN, NAN };
	char word[WORD_SIZE];
	enum wk_rc rc = WK_OK;
	bool any = false;
	while (rc == WK_OK && next_word(&text, word)) {
		any = true;
		rc = parse_word(word, value, err);
	}
	if (rc == WK_OK && !any)
		rc = wk_fail(err, WK_ERR_INPUT, "the plan is empty: " FORMS);
	if (rc == WK_OK)
		rc = check_days(m, value, err);
	if (rc == WK_OK)
		apply(p, m, value);
	return rc;
}
