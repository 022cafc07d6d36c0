/* SPDX-License-Identifier: MIT */
/* iCalendar: leave, shifts on call, meetings. The file is cut into its blocks first, so
 * that one that is broken costs one event. */
#include <stdlib.h>

#include "ics_reader.h"

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

/* What is written behind DTSTART; NULL: nothing. */
static const char *
start_text(struct reader *r, const char *block)
{
	static const char mark[] = "\r\nDTSTART";
	const char *at = strcasestr(block, mark);
	if (at == NULL)
		return NULL;
	at += strlen(mark);
	size_t len = strcspn(at, "\r");
	const char *colon = memchr(at, ':', len);
	return colon == NULL ? NULL : wk_text_trim(wk_arena_strndup(&r->arena, colon + 1,
	    (size_t)(at + len - colon) - 1));
}

static void
refuse_event(struct reader *r, const char *start, bool is_event)
{
	if (!is_event || start == NULL || *start == '\0')
		wk_port_error(r->port, r->line, is_event ? "an event without a start" :
		    "an event that cannot be read");
	else
		wk_port_error(r->port, r->line, strlen(start) > 4 && start[4] == '-' ?
		    "start \"%.40s\" is not as in iCalendar; of Hamster take its "
		    "hamster.db" : "start \"%.40s\" is not a time", start);
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
		refuse_event(r, ok ? start_text(r, block) : NULL, ok);
	else {
		struct ics_kind k = ics_kind_of(&r->cal, &e, r->who.as);
		const char *why = why_not(r, &e, &k);
		if (why != NULL)
			wk_port_skip(r->port, r->line, "%s", why);
		else if (e.recurs.is_set)
			ics_put_instance(r, &e, &k, &e.start, ics_make_id(r, &e, true,
			    ics_key(r, &e.recurs)));
		else if (e.is_recurring || e.also_count > 0)
			ics_put_series(r, &e, &k);
		else
			ics_put_instance(r, &e, &k, &e.start, ics_make_id(r, &e, false,
			    ics_key(r, &e.start)));
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
		if (e.recurs.is_set)
			ics_own_add(r, &e);
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
		else if (pass == PASS_ZONES) {
			r->busy += is_line(s, len, "BEGIN:VFREEBUSY");
			read_calendar(r, s, len);
		}
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
		wk_port_note(r->port, "zones that are not known, read as %s: %s",
		    wk_zone_name(r->port->zone), r->zones.unknown);
	if (r->busy > 0)
		wk_port_note(r->port, "free and busy times, which do not say with what, "
		    "left out: %zu", r->busy);
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
			qsort(r->own, r->own_count, sizeof(*r->own), ics_own_compare);
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
