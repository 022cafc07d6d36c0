/* SPDX-License-Identifier: MIT */
/* A line that is an event. Times: an offset in the value stands; Z is a moment, lived in
 * the line's zone or the import's; a bare time is that zone's wall clock. */
#include "line.h"

#define DAY_SEC 86400.0
#define LONGEST_SEC (366 * DAY_SEC)

struct moment { int64_t t; int32_t off; bool off_known, is_zulu; };

static enum wk_rc
read_moment(const struct line *l, enum line_key k, const char *name, struct moment *m,
    struct wk_err *err)
{
	const char *text = NULL;
	enum wk_rc rc = wk_line_text(l, k, &text, err);
	if (rc != WK_OK)
		return rc;
	if (!wk_zone_parse_iso(text, &m->t, &m->off, &m->off_known))
		return wk_fail(err, WK_ERR_INPUT, "%s \"%.40s\" is not a time", name,
		    text);
	m->is_zulu = text[strlen(text) - 1] == 'Z';
	return WK_OK;
}

static void
flag_kind(struct wk_event *e, enum wk_zone_kind kind)
{
	if (kind == WK_ZONE_GAP)
		e->flags |= WK_FLAG_DST_GAP;
	else if (kind == WK_ZONE_FOLD)
		e->flags |= WK_FLAG_DST_FOLD;
}

/* start: WK_TIME_NONE when this is the start itself. */
static void
resolve(struct wk_event *e, const struct wk_zone *z, const struct moment *m,
    int64_t start, int64_t *t, int32_t *off)
{
	enum wk_zone_kind kind = WK_ZONE_UNIQUE;
	*t = m->t;
	*off = m->off;
	if (m->off_known && !m->is_zulu)
		return;
	if (!m->off_known) {
		*t = start == WK_TIME_NONE ? wk_zone_start(z, m->t, &kind) :
		    wk_zone_end(z, m->t, start, &kind);
		flag_kind(e, kind);
	}
	*off = wk_zone_offset(z, *t);
}

/* The zone lived in: said, or the offset itself, or the import's. */
static const char *
zone_name(const struct line *l, const struct moment *start, const struct wk_zone *z)
{
	if (l->m[K_TZ].type != M_ABSENT || !start->off_known || start->is_zulu)
		return wk_zone_name(z);
	int min = start->off / 60;
	return wk_arena_printf(l->arena, "%c%02d:%02d", min < 0 ? '-' : '+',
	    (min < 0 ? -min : min) / 60, (min < 0 ? -min : min) % 60);
}

/* Zones that lines name, kept as long as the store: a file of 100,000 lines loads each
 * once. A file with more zones than places loads the rest by line. */
static enum wk_rc
kept_zone(const struct line *l, const char *name, const struct wk_zone **z,
    struct wk_err *err)
{
	struct wk_store *s = l->store;
	for (size_t i = 0; i < s->zone_count; i++)
		if (strcmp(s->zones[i].name, name) == 0) {
			*z = s->zones[i].zone;
			return WK_OK;
		}
	if (s->zone_count == WK_LEN(s->zones))
		return wk_zone_load(name, l->arena, z, err);
	enum wk_rc rc = wk_zone_load(name, &s->zone_arena, z, err);
	if (rc != WK_OK)
		return rc;
	s->zones[s->zone_count].name = wk_arena_strdup(&s->zone_arena, name);
	s->zones[s->zone_count++].zone = *z;
	return WK_OK;
}

static enum wk_rc
line_zone(const struct line *l, const struct wk_zone **z, struct wk_err *err)
{
	const char *name = NULL;
	*z = l->zone;
	enum wk_rc rc = wk_line_text(l, K_TZ, &name, err);
	if (rc != WK_OK || name == NULL || strcmp(name, wk_zone_name(l->zone)) == 0)
		return rc;
	return kept_zone(l, name, z, err);
}

static enum wk_rc
read_times(const struct line *l, double dur_s, struct wk_event *e, struct wk_err *err)
{
	struct wk_fact *f = &e->fact;
	struct moment start, end;
	const struct wk_zone *z;
	enum wk_rc rc = line_zone(l, &z, err);
	if (rc == WK_OK)
		rc = read_moment(l, K_START, "start", &start, err);
	if (rc != WK_OK)
		return rc;
	resolve(e, z, &start, WK_TIME_NONE, &f->start, &f->off_start);
	f->off_end = f->off_start;
	e->tz = wk_arena_strdup(l->arena, zone_name(l, &start, z));
	if (!start.off_known && l->m[K_TZ].type == M_ABSENT)
		e->flags |= WK_FLAG_WALL;
	if (l->m[K_END].type != M_ABSENT) {
		rc = read_moment(l, K_END, "end", &end, err);
		if (rc != WK_OK)
			return rc;
		resolve(e, z, &end, f->start, &f->end, &f->off_end);
		if (f->kind == WK_KIND_SLEEP && !isnan(dur_s))
			f->dur_h = dur_s / 3600;
	} else if (!isnan(dur_s)) {
		f->end = f->start + (int64_t)llround(dur_s);
		f->off_end = start.off_known && !start.is_zulu ? f->off_start :
		    wk_zone_offset(z, f->end);
	}
	if (f->end != WK_TIME_NONE && f->end < f->start)
		return wk_fail(err, WK_ERR_INPUT,
		    "end \"%.40s\" is before start \"%.40s\"", l->m[K_END].text,
		    l->m[K_START].text);
	if (f->kind == WK_KIND_SLEEP && f->end != WK_TIME_NONE &&
	    (double)(f->end - f->start) > DAY_SEC)
		return wk_fail(err, WK_ERR_INPUT,
		    "a sleep from \"%.40s\" of more than 24 hours", l->m[K_START].text);
	if (f->end != WK_TIME_NONE &&
	    f->dur_h * 3600 > (double)(f->end - f->start) + 0.5)
		return wk_fail(err, WK_ERR_INPUT, "dur %.20s is longer than the sleep",
		    l->m[K_DUR].text);
	if (f->end != WK_TIME_NONE && (double)(f->end - f->start) > LONGEST_SEC)
		return wk_fail(err, WK_ERR_INPUT,
		    "end \"%.40s\" is more than a year after "
		    "start", l->m[K_END].text);
	return WK_OK;
}

static enum wk_rc
read_whole_day(const struct line *l, double dur_s, struct wk_event *e, struct wk_err *err)
{
	struct wk_fact *f = &e->fact;
	bool needs_dur = f->kind == WK_KIND_WORK || f->kind == WK_KIND_SLEEP ||
	    f->kind == WK_KIND_MEETING;
	if (l->m[K_END].type != M_ABSENT)
		return wk_fail(err, WK_ERR_INPUT, "end without start");
	if (l->m[K_DAY].type == M_ABSENT)
		return wk_fail(err, WK_ERR_INPUT, "start or day is missing");
	enum wk_rc rc = wk_line_date(l, K_DAY, &f->d, err);
	if (rc != WK_OK)
		return rc;
	if (needs_dur && isnan(dur_s))
		return wk_fail(err, WK_ERR_INPUT, "dur is missing");
	if (needs_dur && dur_s > DAY_SEC)
		return wk_fail(err, WK_ERR_INPUT, "dur %s is more than a day has",
		    l->m[K_DUR].text);
	e->d_last = f->d;
	f->dur_h = dur_s / 3600;
	return WK_OK;
}

/* PT8H30M, P1DT2H, P2W: weeks to seconds, no months or years. */
static bool
parse_iso_duration(const char *s, double *sec)
{
	static const struct { char unit; bool is_time; double sec; } units[] = {
		{ 'W', false, 7 * DAY_SEC }, { 'D', false, DAY_SEC }, { 'H', true, 3600 },
		{ 'M', true, 60 }, { 'S', true, 1 },
	};
	bool is_time = false, any = false;
	double sum = 0;
	if (*s++ != 'P')
		return false;
	while (*s != '\0') {
		char number[24];
		double v;
		if (*s == 'T' && !is_time) {
			is_time = true;
			s++;
			continue;
		}
		size_t n = strspn(s, "0123456789."), u = 0;
		if (n == 0 || n >= sizeof(number))
			return false;
		memcpy(number, s, n);
		number[n] = '\0';
		while (u < WK_LEN(units) && !(units[u].unit == s[n] &&
		    units[u].is_time == is_time))
			u++;
		if (u == WK_LEN(units) || !wk_text_parse_double(number, 0, 1e9, &v))
			return false;
		sum += v * units[u].sec;
		any = true;
		s += n + 1;
	}
	*sec = sum;
	return any;
}

/* A break may be a negative length of work without times. */
static enum wk_rc
read_dur(const struct line *l, bool is_break_ok, double *sec, struct wk_err *err)
{
	const struct member *m = &l->m[K_DUR];
	double min = is_break_ok ? -DAY_SEC : 0;
	if (m->type != M_TEXT)
		return wk_line_real(l, K_DUR, min, LONGEST_SEC, sec, err);
	if (!parse_iso_duration(m->text, sec) || *sec > LONGEST_SEC)
		return wk_fail(err, WK_ERR_INPUT,
		    "dur \"%.40s\" is not a length (seconds or PT8H30M)", m->text);
	return WK_OK;
}

/* 0..5, or "sev2". */
static enum wk_rc
read_severity(const struct line *l, int *out, struct wk_err *err)
{
	const struct member *m = &l->m[K_SEVERITY];
	long v;
	if (m->type != M_TEXT)
		return wk_line_int(l, K_SEVERITY, 0, 5, out, err);
	const char *digits = wk_text_starts(m->text, "sev") ||
	    wk_text_starts(m->text, "SEV") ? m->text + 3 : m->text;
	if (!wk_text_parse_int(digits, 0, 5, &v))
		return wk_fail(err, WK_ERR_INPUT, "severity \"%.40s\" is outside 0..5",
		    m->text);
	*out = (int)v;
	return WK_OK;
}

static enum wk_rc
read_category(const struct line *l, int *out, struct wk_err *err)
{
	const char *name = NULL;
	enum wk_category c;
	enum wk_rc rc = wk_line_text(l, K_CATEGORY, &name, err);
	if (rc != WK_OK || name == NULL)
		return rc;
	if (!wk_category_parse(name, &c))
		return wk_fail(err, WK_ERR_INPUT,
		    "category \"%.40s\" is not business, off, sleep or woke", name);
	*out = (int)c;
	return WK_OK;
}

static enum wk_rc
read_details(const struct line *l, struct wk_fact *f, struct wk_err *err)
{
	enum wk_rc rc = read_severity(l, &f->severity, err);
	if (rc == WK_OK)
		rc = wk_line_real(l, K_MINUTES, 0, 10080, &f->minutes, err);
	if (rc == WK_OK)
		rc = wk_line_flag(l, K_WOKE, &f->woke, err);
	if (rc == WK_OK)
		rc = wk_line_flag(l, K_NOISE, &f->noise, err);
	if (rc == WK_OK)
		rc = read_category(l, &f->category, err);
	if (rc == WK_OK)
		rc = wk_line_leave(l, &f->leave, err);
	if (rc == WK_OK && f->kind == WK_KIND_LEAVE && f->leave == WK_LEAVE_NONE)
		f->leave = WK_LEAVE_OTHER;
	return rc;
}

/* Unknown members and meta as one object; NULL when there is neither. */
static const char *
join_meta(const struct line *l)
{
	const struct member *m = &l->m[K_META];
	const char *inner = m->type == M_OBJECT ? m->text + 1 : "}";
	if (l->extra.len == 0)
		return m->type == M_OBJECT ? m->text : NULL;
	return wk_arena_printf(l->arena, "{%s%s%s", l->extra.p, *inner == '}' ? "" : ",",
	    inner);
}

static enum wk_rc
read_texts(const struct line *l, struct wk_event *e, struct wk_err *err)
{
	const struct { enum line_key key; const char **to; } texts[] = {
		{ K_SOURCE, &e->fact.source }, { K_SCOPE, &e->scope },
		{ K_ID, &e->ext_id },
		{ K_REV, &e->ext_rev }, { K_TITLE, &e->title },
	};
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(texts); i++)
		rc = wk_line_text(l, texts[i].key, texts[i].to, err);
	if (rc != WK_OK)
		return rc;
	if (l->m[K_TAGS].type != M_ABSENT && l->m[K_TAGS].type != M_ARRAY)
		return wk_fail(err, WK_ERR_INPUT, "tags is not an array");
	if (l->m[K_META].type != M_ABSENT && l->m[K_META].type != M_OBJECT)
		return wk_fail(err, WK_ERR_INPUT, "meta is not an object");
	e->tags = l->m[K_TAGS].text;
	e->meta = join_meta(l);
	if (e->ext_id != NULL && *e->ext_id == '\0')
		e->ext_id = NULL;
	if (e->title != NULL && *e->title == '\0')
		e->title = NULL;
	rc = wk_line_unsigned(l, K_FLAGS, &e->flags, err);
	return rc == WK_OK ? wk_line_unsigned(l, K_LOCKED, &e->locked, err) : rc;
}

enum wk_rc
wk_line_read_event(const struct line *l, enum wk_kind kind, struct wk_line *out,
    struct wk_err *err)
{
	struct wk_event *e = &out->event;
	double dur_s = NAN;
	out->type = WK_LINE_EVENT;
	wk_event_init(e, kind);
	e->fact.source = NULL;
	bool is_break_ok = kind == WK_KIND_WORK && l->m[K_START].type == M_ABSENT;
	enum wk_rc rc = read_dur(l, is_break_ok, &dur_s, err);
	if (rc == WK_OK)
		rc = read_details(l, &e->fact, err);
	if (rc == WK_OK)
		rc = read_texts(l, e, err);
	if (rc != WK_OK)
		return rc;
	return l->m[K_START].type != M_ABSENT ? read_times(l, dur_s, e, err) :
	    read_whole_day(l, dur_s, e, err);
}
