/* SPDX-License-Identifier: MIT */
/* A day in one row: date,hours,sleep,wakes,incidents,oncall,... An empty cell is not
 * logged; a check-in with one of three answers stays one answer. */
#include <math.h>

#include "csv.h"

static const struct {
	enum csv_field field;
	int min, max;
	size_t offset;
} whole[] = {
	{ CSV_WAKES, 0, 50, offsetof(struct wk_typed, wakes) },
	{ CSV_ENERGY, 1, 5, offsetof(struct wk_typed, energy) },
	{ CSV_STRESS, 1, 5, offsetof(struct wk_typed, stress) },
	{ CSV_MOOD, 1, 5, offsetof(struct wk_typed, mood) },
};

static const struct {
	enum csv_field field;
	size_t offset;
} yes_no[] = {
	{ CSV_ONCALL, offsetof(struct wk_typed, oncall) },
	{ CSV_SHORT_REST, offsetof(struct wk_typed, short_rest) },
};

/* Bare numbers in hours are hours; in breaks they are minutes. */
static const struct {
	enum csv_field field;
	double unit_min;
	size_t offset;
} lengths[] = {
	{ CSV_HOURS, 60, offsetof(struct wk_typed, hours) },
	{ CSV_SLEEP, 60, offsetof(struct wk_typed, sleep_h) },
	{ CSV_BREAK, 1, offsetof(struct wk_typed, break_h) },
};

static void *
slot(struct wk_typed *t, size_t offset)
{
	return (char *)t + offset;
}

static bool
refuse(struct csv_row *r, enum csv_field f, const char *s, const char *why)
{
	wk_fail(&r->err, WK_ERR_INPUT, "%s \"%.60s\" %s", csv_field_name(f), s, why);
	return false;
}

/* 8.083333 h is 8 h 5: six decimals of an hour are a few thousandths of a second, and
 * what is nearer than that to a whole second is that second. */
static double
to_hours(double min)
{
	double sec = round(min * 60);
	return fabs(min * 60 - sec) < 0.005 ? sec / 3600 : min / 60;
}

static bool
read_lengths(struct csv_row *r, struct wk_typed *t)
{
	for (size_t i = 0; i < WK_LEN(lengths); i++) {
		double min;
		if (!csv_read_duration(r, lengths[i].field, lengths[i].unit_min, &min))
			return false;
		if (min > 1440)
			return refuse(r, lengths[i].field, csv_cell(r, lengths[i].field),
			    "is more than a day has");
		*(double *)slot(t, lengths[i].offset) = to_hours(min);
	}
	return true;
}

static bool
read_typed(struct csv_row *r, struct wk_typed *t)
{
	*t = (struct wk_typed){ NAN, NAN, NAN, -1, -1, -1, WK_LEAVE_NONE, 0, 0, 0 };
	if (!read_lengths(r, t))
		return false;
	for (size_t i = 0; i < WK_LEN(whole); i++)
		if (!csv_read_int(r, whole[i].field, whole[i].min, whole[i].max,
		    slot(t, whole[i].offset)))
			return false;
	for (size_t i = 0; i < WK_LEN(yes_no); i++)
		if (!csv_read_flag(r, yes_no[i].field, slot(t, yes_no[i].offset)))
			return false;
	const char *leave = csv_cell(r, CSV_LEAVE);
	return *leave == '\0' || r->is_leave || wk_leave_parse(leave, &t->leave) ||
	    refuse(r, CSV_LEAVE, leave, "is no kind of leave");
}

/* 2, sev2, SEV-2, P2 */
bool
csv_read_severity(struct csv_row *r, enum csv_field f, const char *s, int *out)
{
	static const char *const prefixes[] = { "sev-", "sev", "p" };
	const char *p = s;
	char start[5] = { 0 };
	long v;
	*out = -1;
	for (size_t i = 0; i < WK_LEN(prefixes) && p == s; i++) {
		size_t n = strlen(prefixes[i]);
		memcpy(start, s, WK_MIN(strlen(s), n));
		start[WK_MIN(n, sizeof(start) - 1)] = '\0';
		if (wk_text_eq_nocase(start, prefixes[i]))
			p = s + n;
	}
	if (*s == '\0')
		return true;
	if (!wk_text_parse_int(p, 0, 5, &v))
		return refuse(r, f, s, "has no severity from 0 to 5");
	*out = (int)v;
	return true;
}

/* category:severity:minutes; the last two may be empty. wick's own export adds :noise. */
static bool
read_incident(struct csv_row *r, char *s, struct wk_incident *out)
{
	char *parts[4] = { s };
	const char *whole_text = wk_arena_strdup(r->arena, s);
	for (size_t i = 1; i < WK_LEN(parts); i++) {
		char *colon = strchr(parts[i - 1], ':');
		parts[i] = colon == NULL ? parts[i - 1] + strlen(parts[i - 1]) :
		    colon + 1;
		if (colon != NULL)
			*colon = '\0';
	}
	*out = (struct wk_incident){ .minutes = NAN };
	if (!wk_category_parse(wk_text_trim(parts[0]), &out->cat))
		return refuse(r, CSV_INCIDENTS, whole_text,
		    "is not business, off, sleep or woke:severity:minutes");
	if (!csv_read_severity(r, CSV_INCIDENTS, wk_text_trim(parts[1]), &out->severity))
		return false;
	const char *noise = wk_text_trim(parts[3]);
	out->is_noise = strcmp(noise, "noise") == 0;
	if (*noise != '\0' && !out->is_noise)
		return refuse(r, CSV_INCIDENTS, whole_text,
		    "has more than category:severity:minutes");
	char *min = wk_text_trim(parts[2]);
	return *min == '\0' || wk_text_parse_double(min, 0, 10080, &out->minutes) ||
	    refuse(r, CSV_INCIDENTS, whole_text, "has no number of minutes");
}

static bool
read_incidents(struct csv_row *r, struct csv_day *d)
{
	char *s = wk_arena_strdup(r->arena, csv_cell(r, CSV_INCIDENTS));
	size_t max = 1;
	for (const char *p = s; *p != '\0'; p++)
		max += *p == ';';
	if (max > 1000)
		return refuse(r, CSV_INCIDENTS, s, "are more than 1000");
	d->incidents = WK_ARENA_ARRAY(r->arena, struct wk_incident, max);
	while (*s != '\0') {
		size_t len = strcspn(s, ";");
		char *next = s + len + (s[len] == ';');
		s[len] = '\0';
		if (*wk_text_trim(s) != '\0' &&
		    !read_incident(r, s, &d->incidents[d->incident_count++]))
			return false;
		s = next;
	}
	return true;
}

/* What --excel-safe put before a formula is taken off again. */
static const char *
read_note(const struct csv_row *r)
{
	const char *s = csv_cell(r, CSV_NOTE);
	if (*s == '\'' && s[1] != '\0' && strchr("=+-@\t\r", s[1]) != NULL)
		s++;
	return *s == '\0' ? NULL : s;
}

bool
csv_read_day(struct csv_row *r, struct csv_day *out)
{
	*out = (struct csv_day){ 0 };
	for (int f = CSV_HOURS; f <= CSV_NOTE; f++)
		if (*csv_cell(r, (enum csv_field)f) != '\0')
			out->given |= 1u << f;
	if (r->is_leave)
		out->given &= ~(1u << CSV_LEAVE);
	out->note = read_note(r);
	if (!read_typed(r, &out->typed) || !read_incidents(r, out))
		return false;
	if (out->given != 0 && r->date == WK_DATE_NONE) {
		wk_fail(&r->err, WK_ERR_INPUT, "the row has no date");
		return false;
	}
	return true;
}

bool
csv_day_says(const struct csv_day *d)
{
	const struct wk_typed *t = &d->typed;
	const uint32_t weak = 1u << CSV_WAKES | 1u << CSV_ONCALL | 1u << CSV_SHORT_REST |
	    1u << CSV_INCIDENTS;
	return (d->given & ~weak) != 0 || t->wakes > 0 || t->oncall > 0 ||
	    t->short_rest > 0;
}

void
csv_day_put(const struct csv_row *r, const struct csv_day *d)
{
	if (csv_day_says(d))
		wk_port_day_put(r->port, r->date, &d->typed, d->note, csv_source(r));
	for (size_t i = 0; i < d->incident_count; i++) {
		char text[64], date[11], id[35];
		struct wk_port_event e;
		wk_date_format(r->date, date);
		(void)snprintf(text, sizeof(text), "incident %s %zu", date, i);
		wk_port_make_id(text, id);
		wk_port_event_init(&e, "incident");
		e.day = r->date;
		e.id = id;
		e.source = csv_source(r);
		e.category = wk_category_name(d->incidents[i].cat);
		e.severity = d->incidents[i].severity;
		e.minutes = d->incidents[i].minutes;
		e.noise = d->incidents[i].is_noise ? 1 : -1;
		wk_port_event_put(r->port, &e);
	}
}
