/* SPDX-License-Identifier: MIT */
/* Lengths of time and plain numbers as people write and read them. */
#include "wick/base.h"

#include <math.h>

static const char DURATION_FORMS[] = "write 9h, 8h30m, 90m, 7.5h, 7:30, 3d or 2w";

struct unit {
	char letter;
	double min;
};
static const struct unit UNITS[] = {{'w', 10080}, {'d', 1440}, {'h', 60}, {'m', 1}};

static const struct unit *
unit_find(char c)
{
	for (size_t i = 0; i < WK_LEN(UNITS); i++)
		if (UNITS[i].letter == (c | 0x20))
			return &UNITS[i];
	return NULL;
}

/* Digits with an optional fraction; returns what follows, NULL when there is no digit. */
static const char *
read_number(const char *s, double *out, bool *whole)
{
	double v = 0, place = 1;
	const char *p = s;
	for (; *p >= '0' && *p <= '9' && p - s < 9; p++)
		v = v * 10 + (*p - '0');
	if (p == s)
		return NULL;
	*whole = *p != '.';
	if (*p == '.') {
		const char *dot = p++;
		for (; *p >= '0' && *p <= '9' && p - dot < 10; p++)
			v += (place /= 10) * (*p - '0');
		if (p == dot + 1)
			return NULL;
	}
	*out = v;
	return p;
}

static bool
parse_colon(const char *s, double *min)
{
	double h, m;
	bool whole;
	const char *p = read_number(s, &h, &whole);
	if (!p || !whole || *p != ':' || !p[1] || !p[2] || p[3])
		return false;
	p = read_number(p + 1, &m, &whole);
	if (!p || *p || !whole || m > 59)
		return false;
	*min = h * 60 + m;
	return true;
}

/* Parts from the greatest unit to the smallest, each at most once. */
static bool
parse_units(const char *s, double *min)
{
	const struct unit *last = NULL;
	double sum = 0;
	while (*s) {
		double v;
		bool whole;
		const char *p = read_number(s, &v, &whole);
		const struct unit *u = p ? unit_find(*p) : NULL;
		if (!u || (last && u <= last) || (!whole && p[1]))
			return false;
		sum += v * u->min;
		last = u;
		s = p + 1;
	}
	*min = sum;
	return last != NULL;
}

enum wk_rc
wk_text_parse_duration(const char *s, double *min, struct wk_err *err)
{
	double v;
	if (!parse_colon(s, &v) && !parse_units(s, &v))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a length of time; %s",
		    s, DURATION_FORMS);
	*min = v;
	return WK_OK;
}

void
wk_text_put_duration(struct wk_buf *b, double min)
{
	long m = lround(min);
	if (m < 0) {
		wk_buf_addc(b, '-');
		m = -m;
	}
	if (m < 60)
		wk_buf_addf(b, "%ld min", m);
	else if (m % 60)
		wk_buf_addf(b, "%ld h %02ld", m / 60, m % 60);
	else
		wk_buf_addf(b, "%ld h", m / 60);
}

void
wk_text_put_duration_short(struct wk_buf *b, double min)
{
	long m = lround(min);
	if (m < 0) {
		wk_buf_addc(b, '-');
		m = -m;
	}
	if (m >= 60)
		wk_buf_addf(b, "%ldh", m / 60);
	if (m % 60 || m == 0)
		wk_buf_addf(b, "%ldm", m % 60);
}
