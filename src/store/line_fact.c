/* SPDX-License-Identifier: MIT */
/* What a line must say to be a day or an event, and its times in UTC. */
#include "internal.h"
#include "line.h"

static enum wk_rc
take_date(const struct line_raw *raw, wk_date *out, struct wk_err *err)
{
	if (!wk_date_parse_iso(raw->day, out))
		return wk_fail(err, WK_ERR_INPUT, "day \"%.40s\" is not a date like 2026-11-20",
		    raw->day);
	return WK_OK;
}

static enum wk_rc
take_leave(const struct line_raw *raw, enum wk_leave *out, struct wk_err *err)
{
	if (raw->leave && !wk_leave_parse(raw->leave, out))
		return wk_fail(err, WK_ERR_INPUT,
		    "leave \"%.40s\" is none of vacation, sick, holiday, parental, other",
		    raw->leave);
	return WK_OK;
}

static unsigned
day_fields(const struct line_raw *raw)
{
	return (!isnan(raw->hours) || !isnan(raw->break_h) ? WK_LOCK_DAY_HOURS : 0u) |
	    (!isnan(raw->sleep_h) ? WK_LOCK_DAY_SLEEP : 0u) |
	    (raw->wakes >= 0 ? WK_LOCK_DAY_WAKES : 0u) |
	    (raw->leave ? WK_LOCK_DAY_LEAVE : 0u) |
	    (raw->oncall >= 0 ? WK_LOCK_DAY_ONCALL : 0u) |
	    (raw->energy ? WK_LOCK_DAY_ENERGY : 0u) | (raw->stress ? WK_LOCK_DAY_STRESS : 0u) |
	    (raw->mood ? WK_LOCK_DAY_MOOD : 0u) | (raw->note ? WK_LOCK_DAY_NOTE : 0u) |
	    (raw->short_rest >= 0 ? WK_LOCK_DAY_SHORT_REST : 0u);
}

enum wk_rc
wk_store_line_day(const struct line_raw *raw, struct wk_line *out, struct wk_err *err)
{
	wk_date d = 0;
	if (!raw->day)
		return wk_fail(err, WK_ERR_INPUT, "a day line needs day");
	enum wk_rc rc = take_date(raw, &d, err);
	if (rc != WK_OK)
		return rc;
	struct wk_dayrow *r = &out->day;
	wk_dayrow_init(r, d);
	rc = take_leave(raw, &r->typed.leave, err);
	if (rc != WK_OK)
		return rc;
	r->typed.hours = raw->hours;
	r->typed.break_h = raw->break_h;
	r->typed.sleep_h = raw->sleep_h;
	r->typed.wakes = raw->wakes;
	r->typed.oncall = raw->oncall;
	r->typed.short_rest = raw->short_rest;
	r->typed.energy = raw->energy;
	r->typed.stress = raw->stress;
	r->typed.mood = raw->mood;
	r->note = raw->note;
	r->source = raw->source;
	r->locked = (unsigned)raw->locked;
	out->day_fields = day_fields(raw);
	out->type = WK_LINE_DAY;
	return WK_OK;
}

/* Zones are kept: a long file names the same few on every line. */
static enum wk_rc
zone_of(struct wk_store *s, const char *name, const struct wk_zone *fallback,
    const struct wk_zone **out, struct wk_err *err)
{
	*out = fallback;
	if (!name || strcmp(name, wk_zone_name(fallback)) == 0)
		return WK_OK;
	for (size_t i = 0; i < s->zone_count; i++)
		if (strcmp(wk_zone_name(s->zones[i]), name) == 0) {
			*out = s->zones[i];
			return WK_OK;
		}
	enum wk_rc rc = wk_zone_load(name, &s->zone_arena, out, err);
	if (rc == WK_OK && s->zone_count < WK_LEN(s->zones))
		s->zones[s->zone_count++] = *out;
	return rc;
}

struct moment {
	int64_t utc;
	int32_t off;
	bool is_wall, ends_in_z;
};

static enum wk_rc
read_moment(const char *key, const char *text, struct moment *m, struct wk_err *err)
{
	bool known;
	if (!wk_zone_parse_iso(text, &m->utc, &m->off, &known))
		return wk_fail(err, WK_ERR_INPUT, "%s \"%.40s\" is not a time like "
		    "2026-11-20T09:00:00+01:00", key, text);
	m->is_wall = !known;
	m->ends_in_z = known && (text[strlen(text) - 1] | 0x20) == 'z';
	return WK_OK;
}

static unsigned
wall_flags(enum wk_zone_kind kind)
{
	return WK_FLAG_WALL | (kind == WK_ZONE_GAP ? WK_FLAG_DST_GAP : 0u) |
	    (kind == WK_ZONE_FOLD ? WK_FLAG_DST_FOLD : 0u);
}

/* Z names an instant and no place: the zone says which wall clock it was. */
static void
settle(const struct wk_zone *z, struct moment *m, int64_t not_before, unsigned *flags)
{
	enum wk_zone_kind kind = WK_ZONE_UNIQUE;
	if (m->is_wall) {
		m->utc = not_before == WK_TIME_NONE ? wk_zone_start(z, m->utc, &kind) :
		    wk_zone_end(z, m->utc, not_before, &kind);
		*flags |= wall_flags(kind);
	}
	if (m->is_wall || m->ends_in_z)
		m->off = wk_zone_offset(z, m->utc);
}

static enum wk_rc
take_times(struct wk_store *s, const struct line_raw *raw, const struct wk_zone *fallback,
    struct wk_line *out, struct wk_err *err)
{
	struct wk_event *e = &out->event;
	const struct wk_zone *z;
	struct moment m;
	enum wk_rc rc = zone_of(s, raw->tz, fallback, &z, err);
	if (rc == WK_OK)
		rc = read_moment("start", raw->start, &m, err);
	if (rc != WK_OK)
		return rc;
	out->used_default_zone = !raw->tz && (m.is_wall || m.ends_in_z);
	settle(z, &m, WK_TIME_NONE, &e->flags);
	e->fact.start = m.utc;
	e->fact.off_start = e->fact.off_end = m.off;
	e->tz = raw->tz ? raw->tz : wk_zone_name(z);
	if (!raw->end)
		return WK_OK;
	rc = read_moment("end", raw->end, &m, err);
	if (rc != WK_OK)
		return rc;
	settle(z, &m, e->fact.start, &e->flags);
	if (m.utc < e->fact.start)
		return wk_fail(err, WK_ERR_INPUT, "end %.40s is before start %.40s", raw->end,
		    raw->start);
	e->fact.end = m.utc;
	e->fact.off_end = m.off;
	return WK_OK;
}

static enum wk_rc
take_length(const struct line_raw *raw, struct wk_line *out, struct wk_err *err)
{
	struct wk_fact *f = &out->event.fact;
	bool needs_length = f->kind == WK_KIND_WORK || f->kind == WK_KIND_SLEEP ||
	    f->kind == WK_KIND_MEETING;
	if (!raw->day || (needs_length && isnan(raw->dur_s)))
		return wk_fail(err, WK_ERR_INPUT, "%s needs start, or day%s", raw->kind,
		    needs_length ? " and dur" : "");
	if (fabs(raw->dur_s) > 86400)
		return wk_fail(err, WK_ERR_INPUT, "dur %.0f is more than a day has, 86400 s",
		    raw->dur_s);
	out->event.d_last = 0;
	enum wk_rc rc = take_date(raw, &f->d, err);
	out->event.d_last = f->d;
	f->dur_h = raw->dur_s / 3600;
	return rc;
}

static enum wk_rc
take_words(const struct line_raw *raw, struct wk_fact *f, struct wk_err *err)
{
	enum wk_category cat;
	if (raw->category) {
		if (!wk_category_parse(raw->category, &cat))
			return wk_fail(err, WK_ERR_INPUT,
			    "category \"%.40s\" is none of business, off, sleep, woke",
			    raw->category);
		f->category = (int)cat;
	}
	enum wk_rc rc = take_leave(raw, &f->leave, err);
	if (rc == WK_OK && f->kind == WK_KIND_LEAVE && f->leave == WK_LEAVE_NONE)
		return wk_fail(err, WK_ERR_INPUT, "a leave line needs leave");
	return rc;
}

enum wk_rc
wk_store_line_event(struct wk_store *s, const struct line_raw *raw,
    const struct wk_zone *default_zone, struct wk_line *out, struct wk_err *err)
{
	enum wk_kind kind;
	if (!wk_kind_parse(raw->kind, &kind))
		return wk_fail(err, WK_ERR_INPUT,
		    "kind \"%.40s\" is none of work, sleep, incident, oncall, leave, meeting, day",
		    raw->kind);
	struct wk_event *e = &out->event;
	wk_event_init(e, kind);
	e->flags = (unsigned)raw->flags;
	enum wk_rc rc = raw->start ? take_times(s, raw, default_zone, out, err) :
	    take_length(raw, out, err);
	if (rc == WK_OK)
		rc = take_words(raw, &e->fact, err);
	if (rc != WK_OK)
		return rc;
	e->fact.layer = raw->layer;
	e->fact.source = raw->source;
	e->fact.severity = raw->severity;
	e->fact.minutes = raw->minutes;
	e->fact.woke = raw->woke;
	e->fact.noise = raw->noise;
	e->scope = raw->scope;
	e->ext_id = raw->id;
	e->ext_rev = raw->rev;
	e->title = raw->title;
	e->tags = raw->tags;
	e->meta = raw->meta;
	e->locked = (unsigned)raw->locked;
	out->is_tombstone = raw->deleted == 1;
	out->type = WK_LINE_EVENT;
	return WK_OK;
}
