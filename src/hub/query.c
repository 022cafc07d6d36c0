/* SPDX-License-Identifier: MIT */
/* The part of a target behind the question mark. No value that is taken needs an escape,
 * so none is decoded. */
#include "web.h"

const char *
query_get(struct call *c, const char *name)
{
	size_t len = strlen(name);

	for (const char *p = c->req->query; *p != '\0';) {
		size_t n = strcspn(p, "&");
		if (n >= len && strncmp(p, name, len) == 0 &&
		    (n == len || p[len] == '='))
			return wk_arena_strndup(c->arena, p + len + (n > len),
			    n - len - (n > len));
		p += n + (p[n] == '&');
	}
	return NULL;
}

static bool
refuse(struct call *c, enum problem p, const char *name, const char *why)
{
	problem_set(c, p, NULL, wk_arena_printf(c->arena, "%s: %s", name, why));
	return false;
}

bool
query_week(struct call *c, const char *name, int *out)
{
	const char *s = query_get(c, name);
	int week;
	bool is_real;

	if (s == NULL)
		return true;
	if (!word_week(s, &week, &is_real))
		return refuse(c, PROBLEM_INVALID, name, "a week such as 2026-W47");
	if (!is_real)
		return refuse(c, PROBLEM_WEEK_RANGE, name, "the year has no such week");
	*out = week;
	return true;
}

bool
query_int(struct call *c, const char *name, int64_t min, int64_t max, bool must,
    int64_t *out)
{
	const char *s = query_get(c, name);
	long n;

	if (s == NULL && !must)
		return true;
	if (s == NULL || !wk_text_parse_int(s, (long)min, (long)max, &n))
		return refuse(c, PROBLEM_INVALID, name,
		    wk_arena_printf(c->arena, "a whole number within %lld..%lld",
		        (long long)min, (long long)max));
	*out = n;
	return true;
}

bool
query_range(struct call *c, int n, int *from, int *to)
{
	int last = word_week_of(call_today(c)), first;

	if (!query_week(c, "to", &last))
		return false;
	first = word_week_add(last, 1 - n);
	if (!query_week(c, "from", &first))
		return false;
	if (first > last)
		return refuse(c, PROBLEM_WEEK_RANGE, "from", "it is after to");
	if (word_monday(last) - word_monday(first) >= 7 * WK_HUB_GRID_WEEKS)
		return refuse(c, PROBLEM_WEEK_RANGE, "from", "at most 53 weeks");
	*from = first;
	*to = last;
	return true;
}
