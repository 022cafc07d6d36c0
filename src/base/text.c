/* SPDX-License-Identifier: MIT */
/* Words and numbers: parsing whole strings, near words, trimming. ASCII rules, no
 * locale. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "wick/base.h"

bool
wk_text_parse_int(const char *s, long min, long max, long *out)
{
	char *end;
	if (*s == '\0' || strspn(s, "-0123456789") != strlen(s))
		return false;
	errno = 0;
	long v = strtol(s, &end, 10);
	if (errno != 0 || *end != '\0' || end == s || v < min || v > max)
		return false;
	*out = v;
	return true;
}

/* "8", "7.25": up to 15 digits are exact in a double, and so is the power of ten they are
 * divided by; the quotient is the one strtod would round to. Most numbers are these. */
static bool
parse_short(const char *s, double *out)
{
	static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
	int64_t v = 0;
	size_t n = 0, point = 0;
	for (; (*s >= '0' && *s <= '9') || (*s == '.' && point == 0 && n > 0); s++) {
		if (*s == '.') {
			point = n;
			continue;
		}
		if (++n > 15)
			return false;
		v = v * 10 + (*s - '0');
	}
	if (*s != '\0' || n == 0 || point == n)
		return false;
	*out = (double)v / powers[point == 0 ? 0 : n - point];
	return true;
}

/* strtod in the C locale (main sets LC_CTYPE only); no hex, inf, nan or blanks. */
bool
wk_text_parse_double(const char *s, double min, double max, double *out)
{
	char *end;
	double plain;
	if (parse_short(s, &plain)) {
		if (plain < min || plain > max)
			return false;
		*out = plain;
		return true;
	}
	if (*s == '\0' || strspn(s, "+-0123456789.eE") != strlen(s))
		return false;
	errno = 0;
	double v = strtod(s, &end);
	if (errno != 0 || *end != '\0' || end == s || !isfinite(v) || v < min || v > max)
		return false;
	*out = v;
	return true;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool
wk_text_eq_nocase(const char *a, const char *b)
{
	while (*a != '\0' && lower(*a) == lower(*b))
		a++, b++;
	return lower(*a) == lower(*b);
}

bool
wk_text_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

bool
wk_text_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

char *
wk_text_trim(char *s)
{
	s += strspn(s, " \t\r\n");
	size_t n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		s[--n] = '\0';
	return s;
}

size_t
wk_text_distance(const char *a, const char *b)
{
	size_t row[3][66] = { 0 }, n = strlen(a), m = strlen(b);
	if (n > 64 || m > 64)
		return 99;
	for (size_t j = 0; j <= m; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *now = row[i % 3], *up = row[(i + 2) % 3], *two = row[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t cost = lower(a[i - 1]) != lower(b[j - 1]);
			size_t v = WK_MIN(WK_MIN(up[j] + 1, now[j - 1] + 1),
			    up[j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				v = WK_MIN(v, two[j - 2] + 1);
			now[j] = v;
		}
	}
	return row[n % 3][m];
}

const char *
wk_text_nearest(const char *word, const char *(*get)(const void *ctx, size_t i),
    const void *ctx)
{
	const char *best = NULL, *prefix = NULL;
	size_t least = 3, prefixes = 0, n = strlen(word);
	for (size_t i = 0;; i++) {
		const char *c = get(ctx, i);
		if (c == NULL)
			break;
		size_t d = wk_text_distance(word, c);
		if (d < least && 2 * d < WK_MAX(n, (size_t)3)) {
			least = d;
			best = c;
		}
		if (n >= 2 && wk_text_starts(c, word)) {
			prefix = c;
			prefixes++;
		}
	}
	return prefixes == 1 && least > 0 ? prefix : best;
}
