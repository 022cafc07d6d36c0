/* SPDX-License-Identifier: MIT */
/* The instances of an event of a calendar: one, or as many as its rule makes. Rules are
 * counted out from five years before to a quarter after the newest stamp in the file,
 * which stands for the day it was saved. Instances that have their own block
 * (RECURRENCE-ID) are left out of the rule. */
#include <stdlib.h>

#include "ics_reader.h"

enum { BEFORE_DAYS = 5 * 366, AFTER_DAYS = 92, INSTANCES_MAX = 10000,
    PART_OF_DAY_S = 6 * 3600 };

int
ics_own_compare(const void *a, const void *b)
{
	const struct own *x = a, *y = b;
	int c = strcmp(x->uid, y->uid);
	return c != 0 ? c : x->at < y->at ? -1 : x->at > y->at;
}

int64_t
ics_key(struct reader *r, const struct ics_time *t)
{
	return t->is_date ? t->wall :
	    ics_zones_moment(&r->zones, r->port, t, WK_TIME_NONE).utc;
}

static int64_t
length_of(struct reader *r, const struct ics_event *e)
{
	if (e->has_duration || !e->end.is_set)
		return e->has_duration ? e->duration_s : e->start.is_date ? DAY_S : 0;
	if (e->start.is_date)
		return e->end.wall - e->start.wall;
	int64_t from = ics_key(r, &e->start);
	return ics_zones_moment(&r->zones, r->port, &e->end, from).utc - from;
}

void
ics_own_add(struct reader *r, const struct ics_event *e)
{
	bool is_gone = e->status != NULL && wk_text_eq_nocase(e->status, "CANCELLED");
	if (r->own_count == OWN_MAX)
		return;
	const char *uid = wk_arena_strdup(&r->arena, e->uid == NULL ? "" : e->uid);
	int64_t at = ics_key(r, &e->recurs);
	r->own = wk_mem_grow(r->own, &r->own_cap, r->own_count + 1, sizeof(*r->own));
	r->own[r->own_count++] = (struct own){ uid, at };
	if (!e->is_onward || !e->start.is_set || r->onward_count == ONWARD_MAX)
		return;
	/* in wall clock, for a change of it lies between some of them */
	r->onward[r->onward_count++] = (struct onward){ uid, at,
		e->start.is_utc == e->recurs.is_utc ? e->start.wall - e->recurs.wall :
		ics_key(r, &e->start) - at, length_of(r, e), is_gone ? NULL :
		wk_arena_strdup(&r->arena, e->summary == NULL ? "" : e->summary) };
}

/* The last change before it that stands for all after; NULL. */
static const struct onward *
find_onward(const struct reader *r, const char *uid, int64_t at)
{
	const struct onward *found = NULL;
	for (size_t i = 0; i < r->onward_count; i++) {
		const struct onward *o = &r->onward[i];
		if (o->at <= at && (found == NULL || o->at > found->at) &&
		    strcmp(o->uid, uid == NULL ? "" : uid) == 0)
			found = o;
	}
	return found;
}

static bool
has_own(const struct reader *r, const char *uid, int64_t at)
{
	const struct own key = { uid == NULL ? "" : uid, at };
	return r->own_count > 0 && bsearch(&key, r->own, r->own_count, sizeof(key),
	    ics_own_compare) != NULL;
}

/* ---- one instance ---- */

const char *
ics_make_id(struct reader *r, const struct ics_event *e, bool is_instance, int64_t at)
{
	char hash[35];
	if (e->uid != NULL && *e->uid != '\0')
		return !is_instance ? e->uid : wk_arena_printf(&r->arena, "%s|%lld",
		    e->uid, (long long)at);
	wk_port_make_id(wk_arena_printf(&r->arena, "%lld %lld %s", (long long)at,
	    (long long)e->end.wall, e->summary == NULL ? "" : e->summary), hash);
	return wk_arena_strdup(&r->arena, hash);
}

static uint64_t
title_hash(const char *s)
{
	uint64_t h = 14695981039346656037u;
	for (; s != NULL && *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

/* A shift that stands twice, for who is in two layers of a rota, has two UIDs. */
static bool
is_told(struct reader *r, const struct wk_port_event *e)
{
	const struct shift s = { e->start, e->end, title_hash(e->title) };
	for (size_t i = 0; i < WK_MIN(r->shifts, (size_t)SAME_MAX); i++)
		if (memcmp(&r->last[i], &s, sizeof(s)) == 0)
			return true;
	r->last[r->shifts++ % SAME_MAX] = s;
	if (r->title == NULL)
		r->title = wk_arena_strdup(&r->arena, e->title);
	r->has_titles = r->has_titles || (r->title != NULL && e->title != NULL &&
	    strcmp(r->title, e->title) != 0);
	return false;
}

static void
put_event(struct reader *r, const struct ics_kind *k, struct wk_port_event *e)
{
	bool is_shift = strcmp(k->kind, "oncall") == 0;
	const char *fault = wk_port_span_fault(e->start, e->end);
	if (fault != NULL)
		wk_port_error(r->port, r->line, "%s", fault);
	else if (e->start == e->end)
		wk_port_skip(r->port, r->line, "zero length");
	else if (is_shift && is_told(r, e))
		wk_port_skip(r->port, r->line, "the same shift again");
	else
		wk_port_event_put(r->port, e);
}

/* Whole days are those of the one who lives them: --tz. */
void
ics_put_instance(struct reader *r, const struct ics_event *e, const struct ics_kind *k,
    const struct ics_time *start, const char *id)
{
	struct wk_port_event ev;
	struct ics_time to = e->end;
	struct ics_moment s = ics_zones_moment(&r->zones, r->port, start, WK_TIME_NONE);
	struct ics_moment t;
	wk_port_event_init(&ev, k->kind);
	if (start->is_date) {
		to = *start;
		to.wall += WK_MAX(length_of(r, e) / DAY_S, (int64_t)1) * DAY_S;
		t = ics_zones_moment(&r->zones, r->port, &to, s.utc);
	} else if (e->has_duration || !e->end.is_set || start->wall != e->start.wall) {
		/* an instance lasts as long as the first one did */
		t = s;
		t.utc += length_of(r, e);
		t.off = s.zone == NULL ? s.off : wk_zone_offset(s.zone, t.utc);
	} else
		t = ics_zones_moment(&r->zones, r->port, &to, s.utc);
	ev.start = s.utc;
	ev.off_start = s.off;
	ev.end = t.utc;
	ev.off_end = t.off;
	ev.tz = s.zone == NULL ? NULL : wk_zone_name(s.zone);
	ev.flags = s.flags | t.flags | (start->is_date ? (unsigned)WK_PORT_ALL_DAY : 0u);
	ev.source = "ics";
	ev.id = id;
	ev.title = e->summary;
	ev.leave = k->leave == WK_LEAVE_NONE ? NULL : wk_leave_name(k->leave);
	if (k->leave != WK_LEAVE_NONE && !start->is_date &&
	    ev.end - ev.start < PART_OF_DAY_S)
		wk_port_skip(r->port, r->line, "leave of a part of a day");
	else
		put_event(r, k, &ev);
}

/* ---- rules ---- */

static bool
is_left_out(struct reader *r, const struct ics_event *e, const struct ics_time *t)
{
	int64_t at = ics_key(r, t);
	for (size_t i = 0; i < e->but_count; i++)
		if (ics_key(r, &e->but[i]) == at || (e->but[i].is_date && !t->is_date &&
		    e->but[i].wall == t->wall - t->wall % DAY_S))
			return true;
	return has_own(r, e->uid, at);
}

/* UNTIL in the wall clock that the rule is counted in. */
static int64_t
until_wall(struct reader *r, const struct ics_event *e)
{
	int64_t utc;
	if (e->start.is_utc || e->start.is_date || !ics_until_utc(e, &utc))
		return INT64_MAX;
	struct ics_time t = e->start;
	t.wall = utc;                   /* the offset there, near enough for its hour */
	return utc + ics_zones_moment(&r->zones, r->port, &t, WK_TIME_NONE).off;
}

static void
put_start(struct reader *r, const struct ics_event *e, const struct ics_kind *k,
    const struct ics_time *t)
{
	struct ics_event later = *e;
	struct ics_time at = *t;
	int64_t key = ics_key(r, t);
	const struct onward *o = find_onward(r, e->uid, key);
	if (is_left_out(r, e, t) || (o != NULL && o->title == NULL))
		return;
	if (o != NULL || t->period_s > 0) {
		later.has_duration = true;
		later.duration_s = o != NULL ? o->len_s : t->period_s;
	}
	if (o != NULL) {
		later.summary = o->title;
		at.wall += o->shift_s;
	}
	ics_put_instance(r, &later, k, &at, ics_make_id(r, e, true, key));
}

/* The starts a rule makes; true: some of them are outside the window. */
static bool
put_rule(struct reader *r, const struct ics_event *e, const struct ics_kind *k)
{
	int64_t newest = r->newest_stamp != WK_TIME_NONE ? r->newest_stamp :
	    r->newest_start;
	int64_t from = newest - (int64_t)BEFORE_DAYS * DAY_S;
	int64_t to = newest + (int64_t)AFTER_DAYS * DAY_S;
	struct ics_series *s = ics_series_new(e, until_wall(r, e));
	struct ics_time t = e->start;
	bool is_cut = false;
	size_t n = 0;
	if (s == NULL)
		wk_port_error(r->port, r->line, "a rule that cannot be counted out");
	while (s != NULL && ics_series_next(s, &t.wall) && !wk_port_is_over(r->port)) {
		is_cut = is_cut || t.wall < from || t.wall > to || n == INSTANCES_MAX;
		if (t.wall > to || n == INSTANCES_MAX)
			break;
		if (t.wall < from)
			continue;
		put_start(r, e, k, &t);
		n++;
	}
	ics_series_free(s);
	return is_cut;
}

void
ics_put_series(struct reader *r, const struct ics_event *e, const struct ics_kind *k)
{
	if (!e->start.is_date && !e->has_duration && !e->end.is_set) {
		wk_port_skip(r->port, r->line, "zero length");
		return;
	}
	if (e->is_recurring)
		r->cut += put_rule(r, e, k);
	else
		put_start(r, e, k, &e->start);
	for (size_t i = 0; i < e->also_count && !wk_port_is_over(r->port); i++)
		put_start(r, e, k, &e->also[i]);
}
