/* SPDX-License-Identifier: MIT */
/* The one file that knows libical. It parses single blocks and counts out rules in wall
 * clock; zones are wick's own, for libical would open files. */
#include <libical/ical.h>

#include "ics.h"

struct ics_series {
	icalrecur_iterator *it;
	long steps;
};

struct ics_zone {
	icaltimezone *zone;
};

enum { STEPS_MAX = 200000 };

static int64_t
wall_of(struct icaltimetype t)
{
	return (int64_t)wk_date_from_civil(t.year, t.month, t.day) * 86400 +
	    (t.is_date ? 0 : t.hour * 3600 + t.minute * 60 + t.second);
}

static struct icaltimetype
time_of(int64_t wall, bool is_date)
{
	struct icaltimetype t = icaltime_null_time();
	wk_date d = (wk_date)(wall / 86400 - (wall % 86400 < 0));
	int s = (int)(wall - (int64_t)d * 86400);
	wk_date_to_civil(d, &t.year, &t.month, &t.day);
	t.is_date = is_date;
	if (!is_date) {
		t.hour = s / 3600;
		t.minute = s / 60 % 60;
		t.second = s % 60;
	}
	return t;
}

static bool
is_sane(struct icaltimetype t)
{
	return !icaltime_is_null_time(t) && t.year >= 1900 && t.year <= 2200 &&
	    t.month >= 1 && t.month <= 12 && t.day >= 1 && t.day <= 31 && t.hour >= 0 &&
	    t.hour <= 24 && t.minute >= 0 && t.minute < 60 && t.second >= 0 &&
	    t.second <= 60;
}

static struct ics_time
read_time(icalproperty *p, struct icaltimetype t, struct wk_arena *a)
{
	struct ics_time out = { 0 };
	icalparameter *tz = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
	const char *tzid = tz == NULL ? NULL : icalparameter_get_tzid(tz);
	if (!is_sane(t))
		return out;
	out.is_set = true;
	out.is_date = t.is_date;
	out.is_utc = icaltime_is_utc(t);
	out.wall = wall_of(t);
	if (tzid != NULL && !out.is_date && !out.is_utc)
		out.tzid = wk_arena_strdup(a, tzid);
	return out;
}

static struct ics_time
value_time(icalproperty *p, struct wk_arena *a)
{
	icalvalue *v = icalproperty_get_value(p);
	icalvalue_kind k = v == NULL ? ICAL_NO_VALUE : icalvalue_isa(v);
	if (k == ICAL_DATE_VALUE)
		return read_time(p, icalvalue_get_date(v), a);
	if (k == ICAL_DATETIME_VALUE)
		return read_time(p, icalvalue_get_datetime(v), a);
	if (k == ICAL_DATETIMEPERIOD_VALUE || k == ICAL_PERIOD_VALUE) {
		struct icaldatetimeperiodtype d = icalvalue_get_datetimeperiod(v);
		struct ics_time t = read_time(p, icaltime_is_null_time(d.time) ?
		    d.period.start : d.time, a);
		if (t.is_set && icaltime_is_null_time(d.time))
			t.period_s = is_sane(d.period.end) ? wall_of(d.period.end) -
			    t.wall : icaldurationtype_as_int(d.period.duration);
		return t;
	}
	return (struct ics_time){ 0 };
}

static const char *
value_text(icalproperty *p, struct wk_arena *a)
{
	const char *s = icalproperty_get_value_as_string(p);
	icalvalue *v = icalproperty_get_value(p);
	if (v != NULL && icalvalue_isa(v) == ICAL_TEXT_VALUE)
		s = icalvalue_get_text(v);
	return wk_text_trim(wk_arena_strdup(a, s == NULL ? "" : s));
}

static void
read_person(icalproperty *p, struct ics_event *e, struct wk_arena *a)
{
	struct ics_person *who;
	icalparameter *cn = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
	icalparameter *part = icalproperty_get_first_parameter(p,
	    ICAL_PARTSTAT_PARAMETER);
	const char *mail = icalproperty_get_value_as_string(p);
	if (e->people_count == ICS_LIST_MAX)
		return;
	if (e->people_count % 16 == 0) {
		who = WK_ARENA_ARRAY(a, struct ics_person, e->people_count + 16);
		if (e->people_count > 0)
			memcpy(who, e->people, e->people_count * sizeof(*who));
		e->people = who;
	}
	who = &e->people[e->people_count++];
	*who = (struct ics_person){ NULL, NULL, part != NULL &&
		icalparameter_get_partstat(part) == ICAL_PARTSTAT_DECLINED };
	if (mail != NULL)
		who->mail = wk_arena_strdup(a, strncasecmp(mail, "mailto:", 7) == 0 ?
		    mail + 7 : mail);
	if (cn != NULL && icalparameter_get_cn(cn) != NULL)
		who->name = wk_arena_strdup(a, icalparameter_get_cn(cn));
}

static void
add_time(struct ics_time **v, size_t *n, struct ics_time t, struct wk_arena *a)
{
	if (!t.is_set || *n == ICS_LIST_MAX)
		return;
	if (*n % 64 == 0) {
		struct ics_time *more = WK_ARENA_ARRAY(a, struct ics_time, *n + 64);
		if (*n > 0)
			memcpy(more, *v, *n * sizeof(**v));
		*v = more;
	}
	(*v)[(*n)++] = t;
}

static void
read_rule(icalproperty *p, struct ics_event *e, struct wk_arena *a)
{
	struct icalrecurrencetype *rule = WK_ARENA_NEW(a, struct icalrecurrencetype);
	*rule = icalproperty_get_rrule(p);
	e->is_recurring = rule->freq != ICAL_NO_RECURRENCE;
	if (rule->rscale != NULL)
		rule->rscale = NULL;    /* another calendar than ours is not counted */
	e->rule = rule;
}

static void
read_other(icalproperty *p, struct ics_event *e, struct wk_arena *a)
{
	const char *name = icalproperty_get_property_name(p);
	if (name != NULL && strcasecmp(name, "X-MICROSOFT-CDO-BUSYSTATUS") == 0)
		e->busy = value_text(p, a);
}

/* RANGE=THISANDFUTURE */
static bool
is_onward(icalproperty *p)
{
	icalparameter *range = icalproperty_get_first_parameter(p, ICAL_RANGE_PARAMETER);
	return range != NULL &&
	    icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
}

static void
read_property(icalproperty *p, struct ics_event *e, struct wk_arena *a)
{
	switch (icalproperty_isa(p)) {
	case ICAL_UID_PROPERTY: e->uid = value_text(p, a); break;
	case ICAL_SUMMARY_PROPERTY: e->summary = value_text(p, a); break;
	case ICAL_CATEGORIES_PROPERTY: e->categories = value_text(p, a); break;
	case ICAL_STATUS_PROPERTY: e->status = value_text(p, a); break;
	case ICAL_TRANSP_PROPERTY: e->transp = value_text(p, a); break;
	case ICAL_DTSTART_PROPERTY: e->start = value_time(p, a); break;
	case ICAL_DTEND_PROPERTY: e->end = value_time(p, a); break;
	case ICAL_DTSTAMP_PROPERTY:
	case ICAL_LASTMODIFIED_PROPERTY: e->stamp = value_time(p, a); break;
	case ICAL_RECURRENCEID_PROPERTY:
		e->recurs = value_time(p, a);
		e->is_onward = is_onward(p);
		break;
	case ICAL_EXDATE_PROPERTY:
		add_time(&e->but, &e->but_count, value_time(p, a), a);
		break;
	case ICAL_RDATE_PROPERTY:
		add_time(&e->also, &e->also_count, value_time(p, a), a);
		break;
	case ICAL_DURATION_PROPERTY:
		e->has_duration = true;
		e->duration_s = icaldurationtype_as_int(icalproperty_get_duration(p));
		break;
	case ICAL_ATTENDEE_PROPERTY: read_person(p, e, a); break;
	case ICAL_RRULE_PROPERTY: read_rule(p, e, a); break;
	case ICAL_X_PROPERTY: read_other(p, e, a); break;
	case ICAL_XLICERROR_PROPERTY:   /* an empty value is no mistake */
		e->bad_lines += !wk_text_starts(value_text(p, a), "No value for");
		break;
	default: break;
	}
}

bool
ics_parse(const char *block, struct wk_arena *a, struct ics_event *e)
{
	*e = (struct ics_event){ 0 };
	icalcomponent *c = icalcomponent_new_from_string(block);
	bool ok = c != NULL && icalcomponent_isa(c) == ICAL_VEVENT_COMPONENT;
	for (icalproperty *p = ok ? icalcomponent_get_first_property(c,
	    ICAL_ANY_PROPERTY) : NULL; p != NULL;
	    p = icalcomponent_get_next_property(c, ICAL_ANY_PROPERTY))
		read_property(p, e, a);
	if (c != NULL)
		icalcomponent_free(c);
	return ok;
}

bool
ics_until_utc(const struct ics_event *e, int64_t *utc)
{
	const struct icalrecurrencetype *r = e->rule;
	if (r == NULL || icaltime_is_null_time(r->until) || r->until.is_date ||
	    !icaltime_is_utc(r->until) || !is_sane(r->until))
		return false;
	*utc = wall_of(r->until);
	return true;
}

struct ics_series *
ics_series_new(const struct ics_event *e, int64_t until_wall)
{
	struct icalrecurrencetype r = *(const struct icalrecurrencetype *)e->rule;
	if (until_wall != INT64_MAX)
		r.until = time_of(until_wall, e->start.is_date);
	r.until.zone = NULL;
	icalrecur_iterator *it = icalrecur_iterator_new(r, time_of(e->start.wall,
	    e->start.is_date));
	if (it == NULL)
		return NULL;
	struct ics_series *s = wk_mem_alloc(sizeof(*s));
	s->it = it;
	return s;
}

bool
ics_series_next(struct ics_series *s, int64_t *wall)
{
	struct icaltimetype t = icalrecur_iterator_next(s->it);
	if (!is_sane(t) || s->steps++ == STEPS_MAX)
		return false;
	*wall = wall_of(t);
	return true;
}

void
ics_series_free(struct ics_series *s)
{
	if (s != NULL)
		icalrecur_iterator_free(s->it);
	wk_mem_free(s);
}

static const char *
zone_text(icalcomponent *c, const char *name, struct wk_arena *a)
{
	for (icalproperty *p = icalcomponent_get_first_property(c, ICAL_ANY_PROPERTY);
	    p != NULL; p = icalcomponent_get_next_property(c, ICAL_ANY_PROPERTY)) {
		const char *n = icalproperty_get_property_name(p);
		if (n != NULL && strcasecmp(n, name) == 0)
			return value_text(p, a);
	}
	return NULL;
}

struct ics_zone *
ics_zone_new(const char *block, struct wk_arena *a, const char **tzid,
    const char **location)
{
	icalcomponent *c = icalcomponent_new_from_string(block);
	if (c == NULL || icalcomponent_isa(c) != ICAL_VTIMEZONE_COMPONENT ||
	    (*tzid = zone_text(c, "TZID", a)) == NULL) {
		if (c != NULL)
			icalcomponent_free(c);
		return NULL;
	}
	*location = zone_text(c, "X-LIC-LOCATION", a);
	struct ics_zone *z = wk_mem_alloc(sizeof(*z));
	z->zone = icaltimezone_new();
	if (z->zone != NULL && icaltimezone_set_component(z->zone, c) != 0)
		return z;
	icalcomponent_free(c);
	ics_zone_free(z);
	return NULL;
}

int32_t
ics_zone_offset(const struct ics_zone *z, int64_t wall)
{
	struct icaltimetype t = time_of(wall, false);
	int is_daylight = 0;
	int off = icaltimezone_get_utc_offset(z->zone, &t, &is_daylight);
	return off > -86400 && off < 86400 ? off : 0;
}

void
ics_zone_free(struct ics_zone *z)
{
	if (z != NULL && z->zone != NULL)
		icaltimezone_free(z->zone, 1);
	wk_mem_free(z);
}

void
ics_prepare(void)
{
	struct icalrecurrencetype r = icalrecurrencetype_from_string("FREQ=DAILY");
	icalerror_set_errors_are_fatal(false);
	(void)icaltimezone_get_utc_timezone();
	icalrecur_iterator *it = icalrecur_iterator_new(r,
	    icaltime_from_string("20260101T000000Z"));
	if (it != NULL) {
		(void)icalrecur_iterator_next(it);
		icalrecur_iterator_free(it);
	}
}
