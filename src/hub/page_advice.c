/* SPDX-License-Identifier: MIT */
/* A team's weeks in sentences: how it stands, who carries the pages, what a lead can do.
 * Only bins are known here, and only these are said. */
#include "page.h"

/* Weeks that the sentences look at. */
enum { RECENT = 6 };

/* At least 40 of 100 who share. */
static bool
is_heavy(const struct aggregate *w)
{
	static const char *const heavy[] = { "40-60", "60-80", ">=80" };

	for (size_t i = 0; !w->is_suppressed && i < WK_LEN(heavy); i++)
		if (strcmp(w->strained, heavy[i]) == 0)
			return true;
	return false;
}

struct counts {
	size_t shown, heavy, oncall, uneven, nights, pages;
};

static bool
is_one_of(const char *bin, const char *x, const char *y)
{
	return strcmp(bin, x) == 0 || strcmp(bin, y) == 0;
}

static struct counts
count_weeks(const struct aggregate *w, size_t n)
{
	struct counts c = { 0 };

	for (size_t i = 0; i < n; i++) {
		c.shown += !w[i].is_suppressed;
		c.heavy += is_heavy(&w[i]);
		if (!w[i].has_oncall)
			continue;
		c.oncall++;
		c.uneven += strcmp(w[i].busiest_fifth, ">=50") == 0;
		c.nights += is_one_of(w[i].night_median, "3-5", ">5");
		c.pages += is_one_of(w[i].pages_median, "6-10", ">10");
	}
	return c;
}

static struct counts
recent(const struct aggregate *w, size_t n)
{
	size_t m = WK_MIN(n, RECENT);

	return count_weeks(w + n - m, m);
}

static const char *
weeks_word(size_t n)
{
	return n == 1 ? "week" : "weeks";
}

void
advice_lead(struct wk_arena *a, const struct aggregate *w, size_t n, struct wk_buf *out)
{
	struct counts now = recent(w, n), before = { 0 };

	if (n > RECENT)
		before = recent(w, n - RECENT);
	if (now.shown == 0) {
		wk_buf_adds(out, "In none of the latest weeks did enough of the team "
		    "share for anything to be said.");
		return;
	}
	wk_buf_adds(out, wk_arena_printf(a, "In %zu of %zu %s at least 40 of 100 who "
	    "share were strained or severe", now.heavy, now.shown,
	    weeks_word(now.shown)));
	if (before.shown == 0)
		wk_buf_adds(out, ".");
	else
		wk_buf_adds(out, wk_arena_printf(a, "; in the weeks before, %zu of %zu.",
		    before.heavy, before.shown));
}

void
advice_oncall(struct wk_arena *a, const struct aggregate *w, size_t n,
    struct wk_buf *out)
{
	struct counts now = recent(w, n);

	if (now.oncall == 0) {
		wk_buf_adds(out, "Too few share their pages for anything to be said of "
		    "how on-call is spread.");
		return;
	}
	wk_buf_adds(out, wk_arena_printf(a, "In %zu of %zu %s the busiest fifth of those "
	    "who share had half of all pages or more. Spread evenly, a fifth of the "
	    "people has a fifth of the pages.", now.uneven, now.oncall,
	    weeks_word(now.oncall)));
}

/* ---- what to do ---- */
static bool
when_uneven(const struct counts *c)
{
	return c->uneven > 0;
}

static bool
when_nights(const struct counts *c)
{
	return c->nights > 0;
}

static bool
when_pages(const struct counts *c)
{
	return c->pages > 0;
}

static bool
when_heavy(const struct counts *c)
{
	return c->heavy * 2 >= c->shown && c->heavy > 0;
}

static bool
when_few(const struct counts *c)
{
	return c->shown == 0;
}

static bool
always(const struct counts *c)
{
	(void)c;
	return true;
}

static const struct {
	bool (*when)(const struct counts *c);
	const char *text;
} steps[] = {
	{ when_heavy, "Take something off the plan. Ask the team which work can wait, "
	    "and tell those who wait for it yourself." },
	{ when_uneven, "Spread the rotation: more people in it, shorter shifts, or the "
	    "service that pages most in other hands for a while." },
	{ when_nights, "Give the morning after a night page off, and fix or silence "
	    "the alerts that fire at night before the next shift." },
	{ when_pages, "Look through the last pages with the team: every one that asked "
	    "for nothing to be done is an alert to remove." },
	{ when_few, "Leave it so. Sharing is each person's own choice; asking who "
	    "shares would take that away." },
	{ always, "Talk with the team about the weeks. The page knows hours, rest and "
	    "pages; it does not know why." },
};

const char *
advice_next(const struct aggregate *w, size_t n, size_t i)
{
	struct counts now = recent(w, n);

	for (size_t k = 0; k < WK_LEN(steps); k++)
		if (steps[k].when(&now) && i-- == 0)
			return steps[k].text;
	return NULL;
}
