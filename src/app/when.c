/* SPDX-License-Identifier: MIT */
/* The grammar of days, weeks, clock times and lengths that both faces accept. A broken
 * one is refused with the accepted forms; nothing is guessed. */
#include <ctype.h>
#include <stdlib.h>

#include "internal.h"

#define DAY_FORMS "today, yesterday, a weekday, -3 or 2026-11-20"

static int
weekday_of(const char *s)
{
	for (int i = 0; i < 7; i++)
		if (wk_text_eq_nocase(s, wk_date_weekday_name(i, true)) ||
		    wk_text_eq_nocase(s, wk_date_weekday_name(i, false)))
			return i;
	return -1;
}

static bool
is_number_back(const char *s)
{
	if (s[0] != '-' || !isdigit((unsigned char)s[1]))
		return false;
	for (s++; *s != '\0'; s++)
		if (!isdigit((unsigned char)*s))
			return false;
	return true;
}

bool
wk_when_is_day(const char *s)
{
	if (wk_text_eq_nocase(s, "today") || wk_text_eq_nocase(s, "yesterday") ||
	    weekday_of(s) >= 0 || is_number_back(s))
		return true;
	size_t digits = strspn(s, "0123456789");
	return digits == 4 && s[4] == '-' && strspn(s + 4, "0123456789-") ==
	    strlen(s + 4);
}

enum wk_rc
wk_when_day(const struct wk_app *app, const char *s, wk_date *out, struct wk_err *err)
{
	long back;
	int wd = weekday_of(s);
	if (wk_text_eq_nocase(s, "today"))
		*out = app->today;
	else if (wk_text_eq_nocase(s, "yesterday"))
		*out = app->today - 1;
	else if (wd >= 0)
		*out = app->today - 1 - (wk_date_weekday(app->today - 1) - wd + 7) % 7;
	else if (is_number_back(s) && wk_text_parse_int(s + 1, 0, 36525, &back))
		*out = app->today - (wk_date)back;
	else if (!wk_date_parse_iso(s, out) && strlen(s) == 10 && s[4] == '-' &&
	    s[7] == '-')
		return wk_fail(err, WK_ERR_INPUT, "there is no %s in the calendar", s);
	else if (!wk_date_parse_iso(s, out))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a day: " DAY_FORMS,
		    s);
	return WK_OK;
}

enum wk_rc
wk_when_range(const struct wk_app *app, const char *s, wk_date *lo, wk_date *hi,
    struct wk_err *err)
{
	const char *dots = strstr(s, "..");
	char from[48];
	if (dots == NULL) {
		enum wk_rc rc = wk_when_day(app, s, lo, err);
		*hi = *lo;
		return rc;
	}
	size_t n = (size_t)(dots - s);
	if (n >= sizeof(from))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not FROM..TO", s);
	memcpy(from, s, n);
	from[n] = '\0';
	enum wk_rc rc = wk_when_day(app, from, lo, err);
	if (rc == WK_OK)
		rc = wk_when_day(app, dots + 2, hi, err);
	if (rc == WK_OK && *hi < *lo)
		return wk_fail(err, WK_ERR_INPUT, "\"%.60s\" ends before it begins", s);
	return rc;
}

enum wk_rc
wk_when_week(const struct wk_app *app, const char *s, wk_date *monday, struct wk_err *err)
{
	wk_date this = app->today - wk_date_weekday(app->today);
	long year, week, back;
	char y[5] = { 0 };
	if (wk_text_eq_nocase(s, "this"))
		*monday = this;
	else if (wk_text_eq_nocase(s, "last"))
		*monday = this - 7;
	else if (is_number_back(s) && wk_text_parse_int(s + 1, 0, 5218, &back))
		*monday = this - (wk_date)(7 * back);
	else if (strlen(s) >= 7 && strlen(s) <= 8 && s[4] == '-' && (s[5] | 32) == 'w') {
		memcpy(y, s, 4);
		if (!wk_text_parse_int(y, 1900, 2199, &year) ||
		    !wk_text_parse_int(s + 6, 1, 53, &week))
			return wk_fail(err, WK_ERR_INPUT,
			    "\"%.40s\" is not a week: 2026-W47, this, last or -2", s);
		*monday = wk_date_from_iso_week((int)year, (int)week);
		if (*monday == WK_DATE_NONE)
			return wk_fail(err, WK_ERR_INPUT,
			    "%ld has no week %ld; write 2026-W47, this, last or -2", year,
			    week);
	} else
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.40s\" is not a week: 2026-W47, this, last or -2", s);
	return WK_OK;
}

enum wk_rc
wk_when_month(const struct wk_app *app, const char *s, wk_date *first, struct wk_err *err)
{
	char full[16];
	(void)app;
	if (strlen(s) == 7) {
		memcpy(full, s, 7);
		memcpy(full + 7, "-01", 4);
		if (wk_date_parse_iso(full, first))
			return WK_OK;
	}
	return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a month; write 2026-11", s);
}

/* Hours and minutes around a separator, or HHMM / HMM / H without one when loose. */
static bool
split_clock(const char *s, bool loose, int *h, int *m)
{
	size_t n = strspn(s, "0123456789");
	if (n == 0 || n > 4)
		return false;
	int v = 0;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (s[i] - '0');
	if (s[n] == '\0') {
		if (!loose)
			return false;
		*h = n > 2 ? v / 100 : v;
		*m = n > 2 ? v % 100 : 0;
		return true;
	}
	if (n > 2 || (s[n] != ':' && !(loose && s[n] == '.')))
		return false;
	if (!isdigit((unsigned char)s[n + 1]) || !isdigit((unsigned char)s[n + 2]) ||
	    s[n + 3] != '\0')
		return false;
	*h = v;
	*m = (s[n + 1] - '0') * 10 + (s[n + 2] - '0');
	return true;
}

enum wk_rc
wk_when_clock(const char *s, bool loose, int *min, struct wk_err *err)
{
	int h, m;
	if (!split_clock(s, loose, &h, &m))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a time: %s", s,
		    loose ? "8:40, 840, 8.40, now" :
		    "8:40, up to 29:59 for the night after");
	if (h > 29 || m > 59)
		return wk_fail(err, WK_ERR_INPUT,
		    "%.40s is not a time: 0:00 to 29:59 (24:00 on is the night after)",
		    s);
	*min = h * 60 + m;
	return WK_OK;
}

bool
wk_when_is_span(const char *s)
{
	const char *dash = strchr(s, '-');
	return dash != NULL && dash != s && isdigit((unsigned char)s[0]) &&
	    strchr(s, ':') != NULL && strchr(dash + 1, '-') == NULL;
}

enum wk_rc
wk_when_span(const char *s, struct wk_span *out, struct wk_err *err)
{
	const char *dash = strchr(s, '-');
	char from[16];
	struct wk_span v;
	if (dash == NULL || dash[1] == '\0' || (size_t)(dash - s) >= sizeof(from))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is not a span: 9:00-17:30",
		    s);
	memcpy(from, s, (size_t)(dash - s));
	from[dash - s] = '\0';
	enum wk_rc rc = wk_when_clock(from, false, &v.from_min, err);
	if (rc == WK_OK)
		rc = wk_when_clock(dash + 1, false, &v.to_min, err);
	if (rc != WK_OK)
		return rc;
	if (v.to_min < v.from_min)
		v.to_min += 1440;
	if (v.from_min == v.to_min)
		return wk_fail(err, WK_ERR_INPUT,
		    "%.40s has no length: both ends are the same", s);
	if (v.to_min - v.from_min > 16 * 60 || v.to_min < v.from_min)
		return wk_fail(err, WK_ERR_INPUT, "%.40s is longer than 16 h", s);
	*out = v;
	return WK_OK;
}

/* PRODUCT: a bare H:MM is a length only where it can hardly be a time of day. */
static bool
could_be_clock(const char *s, char what)
{
	int h, m;
	if (strchr(s, ':') == NULL || !split_clock(s, false, &h, &m))
		return false;
	return what == 's' ? h >= 9 : h >= 13 || s[0] == '0';
}

static enum wk_rc
ask_which(const char *s, char what, struct wk_err *err)
{
	int h = 0, m = 0;
	const char *span = what == 's' ? "23:30-9:00" : "9:00-17:30";
	(void)split_clock(s, false, &h, &m);
	if (m == 0)
		return wk_fail(err, WK_ERR_INPUT,
		    "%.20s is a time or %d hours? write %dh or %s", s, h, h, span);
	return wk_fail(err, WK_ERR_INPUT,
	    "%.20s is a time or %d h %02d? write %dh%02dm or %s", s, h, m, h, m, span);
}

/* 20.11.2026, 11/20/2026, 20-11-2026 */
static bool
is_foreign_date(const char *s)
{
	int parts = 1;
	for (const char *p = s; *p != '\0'; p++) {
		if (strchr("./-", *p) != NULL && p[1] != '\0')
			parts++;
		else if (!isdigit((unsigned char)*p))
			return false;
	}
	return parts == 3;
}

enum wk_rc
wk_when_length(const char *s, char what, double *min, struct wk_err *err)
{
	double v;
	if (could_be_clock(s, what))
		return ask_which(s, what, err);
	if (is_foreign_date(s))
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.20s\" is not a day: a date is written 2026-11-20", s);
	if (wk_text_parse_duration(s, &v, err) != WK_OK)
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.40s\" is neither a length (8h30m, 7.5h) nor a span (%s)", s,
		    what == 's' ? "23:30-7:00" : "9:00-17:30");
	if (v < 0 || v > 24 * 60)
		return wk_fail(err, WK_ERR_INPUT,
		    "%.20s is more than a day has; write 8h30m, up to 24h", s);
	*min = v;
	return WK_OK;
}

int64_t
wk_when_utc(const struct wk_zone *z, wk_date d, int min)
{
	enum wk_zone_kind kind;
	return wk_zone_start(z, (int64_t)d * 86400 + (int64_t)min * 60, &kind);
}
