/* SPDX-License-Identifier: MIT */
/* Ids, weeks, moments and enums as the contract writes them. */
#include "web.h"

#include <ctype.h>

const char *const word_bands[5] = { "calm", "watch", "strained", "severe", "unknown" };
const char *const word_levels[3] = { "none", "band", "indicators" };
const char *const word_bases[2] = { "work", "all" };
const char *const word_visibilities[2] = { "aggregate", "individual" };
const char *const word_roles[2] = { "member", "manager" };

const char *
word_band(enum wk_hub_band b)
{
	return word_bands[b];
}

const char *
word_level(enum wk_hub_level l)
{
	return word_levels[l];
}

const char *
word_basis(enum wk_hub_basis b)
{
	return word_bases[b];
}

const char *
word_visibility(enum wk_hub_visibility v)
{
	return word_visibilities[v];
}

const char *
word_role(enum wk_hub_role r)
{
	return word_roles[r];
}

/* How many characters of s are small letters, digits or in more. */
static size_t
small_span(const char *s, const char *more)
{
	size_t n = 0;

	while (s[n] != '\0' && (islower((unsigned char)s[n]) ||
	    isdigit((unsigned char)s[n]) || strchr(more, s[n]) != NULL))
		n++;
	return n;
}

bool
word_person(const char *s)
{
	size_t n;

	if (strcmp(s, "me") == 0)
		return true;
	if (strncmp(s, "p_", 2) != 0)
		return false;
	n = small_span(s + 2, "");
	return n >= 10 && n <= 32 && s[2 + n] == '\0';
}

bool
word_team(const char *s)
{
	size_t n = small_span(s, "-");

	return n >= 1 && n <= 32 && s[n] == '\0' && s[0] != '-';
}

/* Something to read, and nothing that a terminal or a page would take for an order. */
bool
word_name(const char *s)
{
	struct wk_buf safe;
	size_t points = 0, left = strlen(s), used;
	uint32_t cp;
	bool is_ok;

	wk_buf_init(&safe);
	wk_text_safe(&safe, s);
	is_ok = strcmp(safe.p, s) == 0 && s[strspn(s, " ")] != '\0';
	wk_buf_fini(&safe);
	for (; left > 0; left -= used, s += used, points++)
		used = wk_text_utf8_next(s, left, &cp);
	return is_ok && points <= 64;
}

bool
word_source(const char *s)
{
	size_t n = small_span(s, "");

	return n >= 8 && n <= 32 && s[n] == '\0';
}

bool
word_week(const char *s, int *week, bool *is_real)
{
	static const char form[] = "20##-W##";
	int year, number;

	for (size_t i = 0; i < sizeof(form); i++)
		if (form[i] == '#' ? !isdigit((unsigned char)s[i]) : s[i] != form[i])
			return false;
	year = 2000 + (s[2] - '0') * 10 + s[3] - '0';
	number = (s[6] - '0') * 10 + s[7] - '0';
	if (number < 1 || number > 53)
		return false;
	*week = year * 100 + number;
	*is_real = wk_date_from_iso_week(year, number) != WK_DATE_NONE;
	return true;
}

void
word_week_put(int week, char out[9])
{
	(void)snprintf(out, 9, "%04d-W%02d", week / 100 % 10000, week % 100);
}

wk_date
word_monday(int week)
{
	return wk_date_from_iso_week(week / 100, week % 100);
}

int
word_week_of(wk_date d)
{
	int year, week;

	wk_date_iso_week(d, &year, &week);
	return year * 100 + week;
}

int
word_week_add(int week, int n)
{
	return word_week_of(word_monday(week) + 7 * n);
}

void
word_instant(int64_t at, char out[21])
{
	wk_date d = (wk_date)(at / 86400);
	int sec = (int)(at % 86400);
	char day[11];

	wk_date_format(d, day);
	(void)snprintf(out, 21, "%sT%02d:%02d:%02dZ", day, sec / 3600 % 24,
	    sec / 60 % 60, sec % 60);
}
