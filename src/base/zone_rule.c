/* SPDX-License-Identifier: MIT */
/* POSIX TZ rules such as CET-1CEST,M3.5.0,M10.5.0/3. Source: POSIX.1-2017, 8.3 "TZ", with
 * the hours of -167 to 167 that RFC 8536 section 3.3.1 adds. */
#include "zone.h"

static bool
is_alpha(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static const char *
skip_name(const char *s)
{
	const char *p = s;
	if (*p == '<') {
		p = strchr(p, '>');
		return p && p - s >= 4 ? p + 1 : NULL;
	}
	while (is_alpha(*p))
		p++;
	return p - s >= 3 ? p : NULL;
}

static const char *
read_int(const char *s, int max, int *out)
{
	int v = 0;
	const char *p = s;
	for (; *p >= '0' && *p <= '9' && p - s < 3; p++)
		v = v * 10 + (*p - '0');
	if (p == s || v > max)
		return NULL;
	*out = v;
	return p;
}

/* [+-]h[h[h]][:mm[:ss]] in seconds */
static const char *
read_seconds(const char *s, int32_t *out)
{
	int part[3] = { 0, 0, 0 };
	bool negative = *s == '-';
	if (*s == '-' || *s == '+')
		s++;
	for (int i = 0; i < 3; i++) {
		s = read_int(s, i ? 59 : 167, &part[i]);
		if (!s)
			return NULL;
		if (*s != ':' || i == 2)
			break;
		s++;
	}
	int32_t v = part[0] * 3600 + part[1] * 60 + part[2];
	*out = negative ? -v : v;
	return s;
}

static const char *
read_turn_day(const char *s, struct wk_zone_turn *t)
{
	t->form = *s == 'M' || *s == 'J' ? *s : '0';
	if (t->form != '0')
		s++;
	if (t->form != 'M')
		return read_int(s, t->form == 'J' ? 365 : 366, &t->day);
	s = read_int(s, 12, &t->month);
	if (!s || *s != '.' || t->month < 1)
		return NULL;
	s = read_int(s + 1, 5, &t->week);
	if (!s || *s != '.' || t->week < 1)
		return NULL;
	return read_int(s + 1, 6, &t->day);
}

static const char *
read_turn(const char *s, struct wk_zone_turn *t)
{
	t->second = 7200;
	if (*s != ',')
		return NULL;
	s = read_turn_day(s + 1, t);
	return s && *s == '/' ? read_seconds(s + 1, &t->second) : s;
}

bool
wk_zone_rule_parse(const char *s, struct wk_zone_rule *out)
{
	struct wk_zone_rule r = { 0 };
	s = skip_name(s);
	if (!s || !(s = read_seconds(s, &r.std)))
		return false;
	r.std = -r.std;  /* POSIX counts west of Greenwich */
	r.dst = r.std + 3600;
	if (*s) {
		r.has_dst = true;
		if (!(s = skip_name(s)))
			return false;
		if (*s && *s != ',') {
			if (!(s = read_seconds(s, &r.dst)))
				return false;
			r.dst = -r.dst;
		}
		if (!(s = read_turn(s, &r.on)) || !(s = read_turn(s, &r.off)) || *s)
			return false;
	}
	*out = r;
	return true;
}

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

/* The wall-clock second of the turn in year y, as if it were UTC. */
static int64_t
turn_at(const struct wk_zone_turn *t, int y)
{
	wk_date d;
	if (t->form == 'J') {
		d = wk_date_from_civil(y, 1, 1) + t->day - 1 + (is_leap(y) &&
		    t->day >= 60);
	} else if (t->form == '0') {
		d = wk_date_from_civil(y, 1, 1) + t->day;
	} else {
		wk_date first = wk_date_from_civil(y, t->month, 1);
		wk_date next = t->month == 12 ? wk_date_from_civil(y + 1, 1, 1) :
		    wk_date_from_civil(y, t->month + 1, 1);
		int sunday0 = (wk_date_weekday(first) + 1) % 7;
		d = first + (t->day - sunday0 + 7) % 7 + 7 * (t->week - 1);
		while (d >= next)
			d -= 7;
	}
	return (int64_t)d * 86400 + t->second;
}

int32_t
wk_zone_rule_offset(const struct wk_zone_rule *r, int64_t utc)
{
	if (!r->has_dst)
		return r->std;
	int64_t local = utc + r->std;
	int y, m, d;
	wk_date_to_civil((wk_date)((local - (local % 86400 + 86400) % 86400) / 86400), &y,
	    &m, &d);
	int64_t on = turn_at(&r->on, y) - r->std, off = turn_at(&r->off, y) - r->dst;
	bool is_dst = on < off ? utc >= on && utc < off : utc >= on || utc < off;
	return is_dst ? r->dst : r->std;
}
