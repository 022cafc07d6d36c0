/* SPDX-License-Identifier: MIT */
/* Days since 1970-01-01 in the proleptic Gregorian calendar; ISO 8601 weeks. */
#include "wick/base.h"

/* Counted in eras of 400 years that begin on 1 March: 146,097 days each. */
wk_date
wk_date_from_civil(int y, int m, int d)
{
	y -= m <= 2;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void
wk_date_to_civil(wk_date date, int *y, int *m, int *d)
{
	int z = date + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	*d = doy - (153 * mp + 2) / 5 + 1;
	*m = mp < 10 ? mp + 3 : mp - 9;
	*y = yoe + era * 400 + (*m <= 2);
}

int
wk_date_weekday(wk_date date)
{
	return (int)(((int64_t)date % 7 + 10) % 7);    /* 1970-01-01 was a Thursday */
}

/* A week belongs to the year that holds its Thursday. */
void
wk_date_iso_week(wk_date date, int *year, int *week)
{
	int m, d;
	wk_date thursday = date - wk_date_weekday(date) + 3;
	wk_date_to_civil(thursday, year, &m, &d);
	*week = (thursday - wk_date_from_civil(*year, 1, 1)) / 7 + 1;
}

wk_date
wk_date_from_iso_week(int year, int week)
{
	wk_date fourth = wk_date_from_civil(year, 1, 4);
	wk_date monday = fourth - wk_date_weekday(fourth) + 7 * (week - 1);
	int y, w;
	wk_date_iso_week(monday, &y, &w);
	return week >= 1 && y == year && w == week ? monday : WK_DATE_NONE;
}

static bool
two_digits(const char *s, int *out)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return false;
	*out = (s[0] - '0') * 10 + (s[1] - '0');
	return true;
}

bool
wk_date_parse_iso(const char *s, wk_date *out)
{
	int hi, lo, m, d, y2, m2, d2;
	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-' || !two_digits(s, &hi) ||
	    !two_digits(s + 2, &lo) || !two_digits(s + 5, &m) || !two_digits(s + 8, &d))
		return false;
	int y = hi * 100 + lo;
	if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	wk_date date = wk_date_from_civil(y, m, d);
	wk_date_to_civil(date, &y2, &m2, &d2);
	if (y2 != y || m2 != m || d2 != d)
		return false;
	*out = date;
	return true;
}

void
wk_date_format(wk_date date, char out[11])
{
	int y, m, d;
	wk_date_to_civil(date, &y, &m, &d);
	const int part[8] = { y / 1000 % 10, y / 100 % 10, y / 10 % 10, y % 10, m / 10,
		m % 10, d / 10, d % 10 };
	static const int at[8] = { 0, 1, 2, 3, 5, 6, 8, 9 };
	memcpy(out, "0000-00-00", 11);
	for (int i = 0; i < 8; i++)
		out[at[i]] = (char)('0' + (part[i] < 0 ? 0 : part[i]));
}

const char *
wk_date_weekday_name(int weekday, bool full)
{
	static const char *const names[7][2] = { { "Mon", "Monday" },
	    { "Tue", "Tuesday" },
		{ "Wed", "Wednesday" }, { "Thu", "Thursday" }, { "Fri", "Friday" },
		{ "Sat", "Saturday" }, { "Sun", "Sunday" } };
	return names[(weekday % 7 + 7) % 7][full];
}

const char *
wk_date_month_name(int month, bool full)
{
	static const char *const names[12][2] = { { "Jan", "January" },
	    { "Feb", "February" },
		{ "Mar", "March" }, { "Apr", "April" }, { "May", "May" },
		{ "Jun", "June" },
		{ "Jul", "July" }, { "Aug", "August" }, { "Sep", "September" },
		{ "Oct", "October" }, { "Nov", "November" }, { "Dec", "December" } };
	return names[(month + 11) % 12][full];
}

void
wk_date_put_day(struct wk_buf *b, wk_date date)
{
	int y, m, d;
	wk_date_to_civil(date, &y, &m, &d);
	wk_buf_addf(b, "%s %d %s", wk_date_weekday_name(wk_date_weekday(date), false), d,
	    wk_date_month_name(m, false));
}
