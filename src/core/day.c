/* SPDX-License-Identifier: MIT */
/* A day and its words: categories, leave, kinds, and incidents as text. */
#include "wick/core.h"

#include <assert.h>

enum { FIELDS = 4, FIELD_SIZE = 32 };
#define MINUTES_MAX 14400.0     /* ten days: more is a typing error */

static const char *const categories[] = { "business", "off", "sleep", "woke" };
static const char *const leaves[] = { "", "vacation", "sick", "holiday", "parental",
	"other" };
static const char *const kinds[] = { "work", "sleep", "incident", "oncall", "leave",
	"meeting" };
static_assert(WK_LEN(categories) == WK_CAT_COUNT, "one name per category");
static_assert(WK_LEN(leaves) == WK_LEAVE_COUNT, "one name per kind of leave");
static_assert(WK_LEN(kinds) == WK_KIND_COUNT, "one name per kind");

/* Index of s[0..len) among names[first..n), or n. */
static size_t
find(const char *const *names, size_t first, size_t n, const char *s, size_t len)
{
	for (size_t i = first; i < n; i++)
		if (strlen(names[i]) == len && memcmp(names[i], s, len) == 0)
			return i;
	return n;
}

const char *
wk_category_name(enum wk_category c)
{
	return categories[c];
}

bool
wk_category_parse(const char *s, enum wk_category *out)
{
	size_t i = find(categories, 0, WK_CAT_COUNT, s, strlen(s));

	if (i == WK_CAT_COUNT)
		return false;
	*out = (enum wk_category)i;
	return true;
}

const char *
wk_leave_name(enum wk_leave l)
{
	return leaves[l];
}

bool
wk_leave_parse(const char *s, enum wk_leave *out)
{
	size_t i = find(leaves, WK_LEAVE_VACATION, WK_LEAVE_COUNT, s, strlen(s));

	if (i == WK_LEAVE_COUNT)
		return false;
	*out = (enum wk_leave)i;
	return true;
}

const char *
wk_kind_name(enum wk_kind k)
{
	return kinds[k];
}

bool
wk_kind_parse(const char *s, enum wk_kind *out)
{
	size_t i = find(kinds, 0, WK_KIND_COUNT, s, strlen(s));

	if (i == WK_KIND_COUNT)
		return false;
	*out = (enum wk_kind)i;
	return true;
}

void
wk_day_clear(struct wk_day *day, wk_date d)
{
	*day = (struct wk_day){ .d = d, .hours = NAN, .sleep_h = NAN, .rest_h = NAN,
		.bed_h = NAN, .wake_h = NAN };
}

bool
wk_day_is_empty(const struct wk_day *day)
{
	return isnan(day->hours) && isnan(day->sleep_h) && day->incident_count == 0 &&
	    day->energy == 0 && day->stress == 0 && day->mood == 0;
}

/* ---- incidents as text ---- */
void
wk_day_put_incidents(struct wk_buf *b, const struct wk_incident *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		wk_buf_adds(b, i > 0 ? ";" : "");
		wk_buf_addf(b, "%s:", categories[v[i].cat]);
		if (v[i].severity >= 0)
			wk_buf_addf(b, "%d", v[i].severity);
		wk_buf_addc(b, ':');
		if (!isnan(v[i].minutes))
			wk_text_put_number(b, v[i].minutes, 6);
		if (v[i].is_noise)
			wk_buf_adds(b, ":noise");
	}
}

/* Copies the field that ends at `to`; false when it is too long for one. */
static bool
take_field(const char *from, const char *to, char out[FIELD_SIZE])
{
	size_t n = (size_t)(to - from);

	if (n >= FIELD_SIZE)
		return false;
	memcpy(out, from, n);
	out[n] = '\0';
	return true;
}

/* Severity and minutes of an item; a field may be empty. */
static bool
parse_numbers(const char *severity, const char *minutes, struct wk_incident *out)
{
	long sev = -1;
	double min = NAN;

	if (*severity >= '0' && *severity <= '5' && severity[1] == '\0')
		sev = *severity - '0';
	else if (*severity != '\0' && !wk_text_parse_int(severity, 0, 5, &sev))
		return false;
	if (*minutes != '\0' && !wk_text_parse_double(minutes, 0, MINUTES_MAX, &min))
		return false;
	out->severity = (int)sev;
	out->minutes = min;
	return true;
}

/* "cat", "cat:sev", "cat:sev:min" or "cat:sev:min:noise". */
static bool
parse_item(const char *s, const char *end, struct wk_incident *out)
{
	char field[FIELDS][FIELD_SIZE] = { "" };

	for (size_t n = 0; n < FIELDS; n++) {
		const char *colon = memchr(s, ':', (size_t)(end - s));

		if (!take_field(s, colon != NULL ? colon : end, field[n]))
			return false;
		if (colon == NULL)
			break;
		if (n + 1 == FIELDS)
			return false;
		s = colon + 1;
	}
	out->is_noise = strcmp(field[3], "noise") == 0;
	return (out->is_noise || field[3][0] == '\0') &&
	    wk_category_parse(field[0], &out->cat) &&
	    parse_numbers(field[1], field[2], out);
}

bool
wk_day_parse_incidents(const char *s, struct wk_arena *a, struct wk_incident **v,
    size_t *n)
{
	size_t count = 1, i = 0;
	struct wk_incident *list;

	if (*s == '\0') {
		*v = NULL;
		*n = 0;
		return true;
	}
	for (const char *p = s; *p != '\0'; p++)
		count += *p == ';';
	list = WK_ARENA_ARRAY(a, struct wk_incident, count);
	for (;; s++) {
		const char *end = s + strcspn(s, ";");

		if (!parse_item(s, end, &list[i++]))
			return false;
		s = end;
		if (*s == '\0')
			break;
	}
	*v = list;
	*n = count;
	return true;
}
