/* SPDX-License-Identifier: MIT */
/* iCalendar: leave, shifts on call, meetings. The file is cut into its blocks first, so
 * that one that is broken costs one event. Rules are counted out from five years before
 * to a quarter after the newest stamp in the file, which stands for the day it was saved.
 * Instances that have their own block (RECURRENCE-ID) are left out of the rule. */
#include <stdlib.h>

#include "ics_kind.h"
#include "ics_zones.h"

#define DAY_S 86400
enum { BEFORE_DAYS = 5 * 366, AFTER_DAYS = 92, INSTANCES_MAX = 10000, OWN_MAX = 100000,
    SAME_MAX = 64, PART_OF_DAY_S = 6 * 3600 };

struct own {                            /* an instance with its own block */
	const char *uid;
	int64_t at;             /* the start it replaces: UTC, of a date its wall */
};

struct shift {
	int64_t start, end;
	uint64_t title;
};

struct reader {
	struct wk_port *port;
	struct wk_arena arena;
	struct wk_port_who who;
	struct ics_calendar cal;
	struct ics_zones zones;
	struct own *own;
	size_t own_count, own_cap;
	int64_t newest_stamp, newest_start;
	struct shift last[SAME_MAX];
	size_t shifts;
	const char *title;              /* of a shift */
	bool has_titles;                /* and another one */
	size_t bad_lines, cut;
	long line;                      /* of the block in hand */
};

static int
own_compare(const void *a, const void *b)
{
	const struct own *x = a, *y = b;
	int c = strcmp(x->uid, y->uid);
	return c != 0 ? c : x->at < y->at ? -1 : x->at > y->at;
}

static int64_t
key_of(struct reader *r, const struct ics_time *t)
{
	return t->is_date ? t->wall :
	    ics_zones_moment(&r->zones, r->port, t, WK_TIME_NONE).utc;
}

static bool
has_own(const struct reader *r, const char *uid, int64_t at)
{
	const struct own key = { uid == NULL ? "" : uid, at };
	return r->own_count > 0 && bsearch(&key, r->own, r->own_count, sizeof(key),
	    own_compare) != NULL;
}

/* ---- one instance ---- */

static const char *
make_id(struct reader *r, const struct ics_event *e, bool is_instance, int64_t at)
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
static void
put_instance(struct reader *r, const struct ics_event *e, const struct ics_kind *k,
    const struct ics_time *start, const char *id)
{
	struct wk_port_event ev;
	struct ics_time to = e->end;
	struct ics_moment s = ics_zones_moment(&r->zones, r->port, start, WK_TIME_NONE);
	struct ics_moment t;
	wk_port_event_init(&ev, k->kind);
	if (start->is_date) {
		int64_t days = e->has_duration ? e->duration_s / DAY_S : !e->end.is_set ?
		    1 : (e->end.wall - e->start.wall) / DAY_S;
		to = *start;
		to.wall += WK_MAX(days, (int64_t)1) * DAY_S;
		t = ics_zones_moment(&r->zones, r->port, &to, s.utc);
	} else if (e->has_duration || !e->end.is_set || start->wall != e->start.wall) {
		/* an instance lasts as long as the first one did */
		struct ics_moment first = ics_zones_moment(&r->zones, r->port, &e->start,
		    WK_TIME_NONE);
		int64_t len = e->has_duration ? e->duration_s : !e->end.is_set ? 0 :
		    ics_zones_moment(&r->zones, r->port, &e->end, first.utc).utc -
		    first.utc;
		t = s;
		t.utc += len;
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
	int64_t at = key_of(r, t);
	for (size_t i = 0; i < e->but_count; i++)
		if (key_of(r, &e->but[i]) == at || (e->but[i].is_date && !t->is_date &&
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
	if (!is_left_out(r, e, t))
		put_instance(r, e, k, t, make_id(r, e, true, key_of(r, t)));
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

static void
put_series(struct reader *r, const struct ics_event *e, const struct ics_kind *k)
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

/* ---- one block ---- */

/* Why an event is none of mine; NULL: it is. */
static const char *
why_not(const struct reader *r, const struct ics_event *e, const struct ics_kind *k)
{
	bool is_mine = r->who.me_count == 0 || wk_port_who_says_me(&r->who, e->summary);
	for (size_t i = 0; i < e->people_count; i++) {
		const struct ics_person *p = &e->people[i];
		if (!wk_port_who_is_me(&r->who, p->mail) &&
		    !wk_port_who_is_me(&r->who, p->name))
			continue;
		if (p->has_declined)
			return "declined";
		is_mine = true;
	}
	if (e->status != NULL && wk_text_eq_nocase(e->status, "CANCELLED"))
		return "cancelled";
	if (k->kind == NULL)
		return "a whole day that is neither leave nor on call";
	if (strcmp(k->kind, "meeting") == 0 && r->who.as == NULL && e->transp != NULL &&
	    wk_text_eq_nocase(e->transp, "TRANSPARENT"))
		return "marked as free time";
	return strcmp(k->kind, "oncall") == 0 && !is_mine ? "somebody else's shift" :
	    NULL;
}

static void
take_event(struct reader *r, const char *block)
{
	struct wk_arena a;
	struct ics_event e;
	wk_arena_init(&a);
	bool ok = ics_parse(block, &a, &e);
	r->bad_lines += ok ? e.bad_lines : 0;
	if (!ok || !e.start.is_set)
		wk_port_error(r->port, r->line, ok ? "an event without a start" :
		    "an event that cannot be read");
	else {
		struct ics_kind k = ics_kind_of(&r->cal, &e, r->who.as);
		const char *why = why_not(r, &e, &k);
		if (why != NULL)
			wk_port_skip(r->port, r->line, "%s", why);
		else if (e.recurs.is_set)
			put_instance(r, &e, &k, &e.start, make_id(r, &e, true,
			    key_of(r, &e.recurs)));
		else if (e.is_recurring || e.also_count > 0)
			put_series(r, &e, &k);
		else
			put_instance(r, &e, &k, &e.start, make_id(r, &e, false,
			    key_of(r, &e.start)));
	}
	wk_arena_fini(&a);
}

/* Before any event: the zones, what has its own block, and about when it was saved. */
static void
look_at(struct reader *r, const char *block)
{
	struct wk_arena a;
	struct ics_event e;
	wk_arena_init(&a);
	if (ics_parse(block, &a, &e)) {
		if (e.recurs.is_set && r->own_count < OWN_MAX) {
			r->own = wk_mem_grow(r->own, &r->own_cap, r->own_count + 1,
			    sizeof(*r->own));
			r->own[r->own_count++] = (struct own){ wk_arena_strdup(&r->arena,
			    e.uid == NULL ? "" : e.uid), key_of(r, &e.recurs) };
		}
		if (e.stamp.is_set)
			r->newest_stamp = WK_MAX(r->newest_stamp, e.stamp.wall);
		if (e.start.is_set)
			r->newest_start = WK_MAX(r->newest_start, e.start.wall);
	}
	wk_arena_fini(&a);
}

/* ---- the file ---- */

enum pass { PASS_ZONES, PASS_LOOK, PASS_TAKE };

static bool
is_line(const char *s, size_t len, const char *what)
{
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return len == strlen(what) && strncasecmp(s, what, len) == 0;
}

static bool
is_word(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);
	return len > n && strncasecmp(s, word, n) == 0 && (s[n] == ':' || s[n] == ';');
}

static const char *
value_of(struct reader *r, const char *s, size_t len, const char *name)
{
	const char *colon = memchr(s, ':', len);
	if (colon == NULL || !is_word(s, len, name))
		return NULL;
	return wk_text_trim(wk_arena_strndup(&r->arena, colon + 1,
	    (size_t)(s + len - colon) - 1));
}

static void
read_calendar(struct reader *r, const char *s, size_t len)
{
	const char *zone = value_of(r, s, len, "X-WR-TIMEZONE");
	ics_kind_calendar(&r->cal, value_of(r, s, len, "X-WR-CALNAME"),
	    value_of(r, s, len, "PRODID"));
	if (zone != NULL)
		r->zones.floating = ics_zones_find(r->port, zone);
}

static void
end_block(struct reader *r, enum pass pass, const char *block)
{
	if (pass == PASS_ZONES)
		ics_zones_add(&r->zones, r->port, block);
	else if (pass == PASS_LOOK)
		look_at(r, block);
	else
		take_event(r, block);
}

static void
lose_block(struct reader *r, enum pass pass, const char *why)
{
	if (pass == PASS_TAKE)
		wk_port_error(r->port, r->line, "%s", why);
}

struct block {
	struct wk_buf text;
	int depth;                      /* 0: between blocks */
};

/* One line inside a block; an END of nothing is left out, or libical would say so. */
static void
add_line(struct reader *r, enum pass pass, struct block *b, const char *s, size_t len)
{
	bool has_zero = memchr(s, '\0', len) != NULL;
	if (has_zero || b->text.len + len > WK_PORT_LINE_MAX) {
		lose_block(r, pass, has_zero ? "an event with a zero byte" :
		    "an event of more than 1 MiB");
		b->depth = 0;
		return;
	}
	if (is_word(s, len, "BEGIN"))
		b->depth++;
	else if (is_word(s, len, "END")) {
		bool is_ours = is_line(s, len, pass == PASS_ZONES ? "END:VTIMEZONE" :
		    "END:VEVENT");
		if (b->depth == 1 && !is_ours) {
			r->bad_lines += pass == PASS_TAKE;
			return;
		}
		b->depth = is_ours ? 0 : b->depth - 1;
	}
	wk_buf_add(&b->text, s, len);
	wk_buf_adds(&b->text, "\r\n");
	if (b->depth == 0)
		end_block(r, pass, b->text.p);
}

/* Every block of one kind, whatever stands between them. */
static void
read_blocks(struct reader *r, enum pass pass)
{
	const char *begin = pass == PASS_ZONES ? "BEGIN:VTIMEZONE" : "BEGIN:VEVENT", *s;
	struct wk_port_lines l;
	struct block b = { .depth = 0 };
	size_t len;
	wk_buf_init(&b.text);
	wk_port_lines_init(&l, r->port->p, r->port->n);
	while (!wk_port_is_over(r->port) && wk_port_lines_next(&l, &s, &len)) {
		bool is_begin = is_line(s, len, begin);
		if (b.depth > 0 && (is_begin || is_line(s, len, "END:VCALENDAR"))) {
			lose_block(r, pass, "an event without its END:VEVENT");
			b.depth = 0;
		}
		if (is_begin) {
			r->line = l.line;
			wk_buf_clear(&b.text);
			add_line(r, pass, &b, s, len);
		} else if (b.depth > 0)
			add_line(r, pass, &b, s, len);
		else if (pass == PASS_ZONES)
			read_calendar(r, s, len);
	}
	if (b.depth > 0)
		lose_block(r, pass, "an event without its END:VEVENT");
	wk_buf_fini(&b.text);
}

static void
put_notes(struct reader *r)
{
	if (r->bad_lines > 0)
		wk_port_note(r->port, "lines of events that are not understood: %zu",
		    r->bad_lines);
	if (r->cut > 0)
		wk_port_note(r->port, "events that repeat from more than five years "
		    "before or to more than three months after the file was "
		    "saved: %zu, without those times", r->cut);
	if (r->zones.unknown != NULL)
		wk_port_note(r->port, "the zone \"%.60s\" is not known: read as %s",
		    r->zones.unknown, wk_zone_name(r->port->zone));
	if (r->has_titles && r->who.me_count == 0)
		wk_port_note(r->port, "shifts with several names are all read as mine: "
		    "say who you are with --map me=NAME");
}

void
wk_port_ics(struct wk_port *port)
{
	struct reader *r = wk_mem_alloc(sizeof(*r));
	*r = (struct reader){ .port = port, .newest_stamp = WK_TIME_NONE,
		.newest_start = WK_TIME_NONE };
	wk_arena_init(&r->arena);
	ics_zones_init(&r->zones);
	wk_port_header(port, "ics", wk_zone_name(port->zone));
	if (wk_port_who_read(port, &r->arena, &r->who)) {
		read_blocks(r, PASS_ZONES);
		read_blocks(r, PASS_LOOK);
		if (r->own_count > 0)
			qsort(r->own, r->own_count, sizeof(*r->own), own_compare);
		read_blocks(r, PASS_TAKE);
		put_notes(r);
	}
	ics_zones_fini(&r->zones);
	wk_arena_fini(&r->arena);
	wk_mem_free(r->own);
	wk_mem_free(r);
}

bool
wk_port_detect_ics(const char *p, size_t n)
{
	while (n > 0 && strchr(" \t\r\n", *p) != NULL && *p != '\0')
		p++, n--;
	return n >= 12 && (strncasecmp(p, "BEGIN:VEVENT", 12) == 0 ||
	    (n >= 15 && strncasecmp(p, "BEGIN:VCALENDAR", 15) == 0));
}
