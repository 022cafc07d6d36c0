/* SPDX-License-Identifier: MIT */
/* ISO 8601 moments, written and read. */
#include "wick/base.h"

static char *
put_two(char *to, int v)
{
	to[0] = (char)('0' + v / 10 % 10);
	to[1] = (char)('0' + v % 10);
	return to + 2;
}

void
wk_zone_put_iso(struct wk_buf *b, int64_t utc, int32_t off, bool zulu)
{
	int64_t wall = utc + off, day = wall / 86400 - (wall % 86400 < 0);
	int s = (int)(wall - day * 86400), m = (off < 0 ? -off : off) / 60;
	char text[32], *to = text + 10;
	wk_date_format((wk_date)day, text);
	*to++ = 'T';
	to = put_two(to, s / 3600);
	*to++ = ':';
	to = put_two(to, s / 60 % 60);
	*to++ = ':';
	to = put_two(to, s % 60);
	*to++ = off == 0 && zulu ? 'Z' : off < 0 ? '-' : '+';
	if (off != 0 || !zulu) {
		to = put_two(to, m / 60);
		*to++ = ':';
		to = put_two(to, m % 60);
	}
	wk_buf_add(b, text, (size_t)(to - text));
}

static bool
two(const char **p, int max, int *out)
{
	const char *s = *p;
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return false;
	*out = (s[0] - '0') * 10 + (s[1] - '0');
	*p = s + 2;
	return *out <= max;
}

/* HH:MM[:SS[.fraction]] */
static bool
read_clock(const char **p, int *seconds)
{
	int h, m, s = 0;
	if (!two(p, 24, &h) || *(*p)++ != ':' || !two(p, 59, &m))
		return false;
	if (**p == ':') {
		(*p)++;
		if (!two(p, 60, &s))
			return false;
		if (**p == '.' || **p == ',') {
			const char *dot = (*p)++;
			while (**p >= '0' && **p <= '9')
				(*p)++;
			if (*p - dot < 2 || *p - dot > 10)
				return false;
		}
	}
	*seconds = h * 3600 + m * 60 + WK_MIN(s, 59);
	return h < 24 || *seconds == 86400;
}

/* Z, +HH:MM, +HHMM, +HH; a blank may stand before; nothing leaves *known false */
static bool
read_offset(const char *p, int32_t *off, bool *known)
{
	int h, m = 0;
	*off = 0;
	*known = false;
	if (*p == ' ')
		p++;
	if (!*p)
		return true;
	*known = true;
	if ((*p | 0x20) == 'z')
		return p[1] == 0;
	bool negative = *p == '-';
	if (*p != '+' && *p != '-')
		return false;
	p++;
	if (!two(&p, 15, &h))
		return false;
	if (*p == ':')
		p++;
	if (*p && !two(&p, 59, &m))
		return false;
	*off = (h * 3600 + m * 60) * (negative ? -1 : 1);
	return *p == 0;
}

bool
wk_zone_parse_iso(const char *s, int64_t *utc, int32_t *off, bool *off_known)
{
	char day[11] = { 0 };
	wk_date d;
	int seconds;
	int32_t o;
	bool known;
	if (strlen(s) < 16 || (s[10] != 'T' && s[10] != 't' && s[10] != ' '))
		return false;
	memcpy(day, s, 10);
	const char *p = s + 11;
	if (!wk_date_parse_iso(day, &d) || !read_clock(&p, &seconds) ||
	    !read_offset(p, &o, &known))
		return false;
	*utc = (int64_t)d * 86400 + seconds - o;
	*off = o;
	*off_known = known;
	return true;
}
