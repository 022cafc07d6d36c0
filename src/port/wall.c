/* SPDX-License-Identifier: MIT */
/* Times into events: the wall clock of --tz by one policy, or moments. */
#include "port.h"

static unsigned
flags_of(enum wk_zone_kind kind)
{
	return WK_PORT_WALL | (kind == WK_ZONE_GAP ? WK_PORT_DST_GAP :
	    kind == WK_ZONE_FOLD ? WK_PORT_DST_FOLD : 0u);
}

void
wk_port_utc_start(const struct wk_port *port, struct wk_port_event *e, int64_t utc)
{
	e->start = utc;
	e->off_start = wk_zone_offset(port->zone, utc);
	e->tz = wk_zone_name(port->zone);
}

static bool
check_span(struct wk_port *port, const struct wk_port_event *e, long line)
{
	const char *fault = wk_port_span_fault(e->start, e->end);
	if (fault == NULL && strcmp(e->kind, "sleep") == 0 && e->end - e->start > 86400)
		fault = "a sleep of more than 24 hours";
	if (fault != NULL)
		wk_port_error(port, line, "%s", fault);
	return fault == NULL;
}

bool
wk_port_utc_end(struct wk_port *port, struct wk_port_event *e, int64_t utc, long line)
{
	e->end = utc;
	e->off_end = wk_zone_offset(port->zone, utc);
	return check_span(port, e, line);
}

void
wk_port_wall_start(const struct wk_port *port, struct wk_port_event *e, int64_t wall)
{
	enum wk_zone_kind kind;
	wk_port_utc_start(port, e, wk_zone_start(port->zone, wall, &kind));
	e->flags |= flags_of(kind);
}

bool
wk_port_wall_end(struct wk_port *port, struct wk_port_event *e, int64_t wall,
    int64_t stated_s, long line)
{
	enum wk_zone_kind kind;
	int64_t utc[2], first = wk_zone_end(port->zone, wall, e->start, &kind);
	(void)wk_zone_local(port->zone, wall, &utc[0], &utc[1]);
	for (size_t i = 0; stated_s >= 0 && i < WK_LEN(utc); i++)
		if (utc[i] - e->start == stated_s)
			first = utc[i];
	e->flags |= flags_of(kind);
	return wk_port_utc_end(port, e, first, line);
}

void
wk_port_offset_name(int32_t off, char out[8])
{
	int min = (off < 0 ? -off : off) / 60 % 1440;
	(void)snprintf(out, 8, "%c%02d:%02d", off < 0 ? '-' : '+', min / 60, min % 60);
}

/* 1711616400, with three digits more milliseconds, with nine nanoseconds; a fraction of a
 * second is dropped. */
static bool
parse_epoch(const char *s, int64_t *utc)
{
	char digits[24] = { 0 };
	long v;
	size_t n = strspn(s, "0123456789");
	bool is_fraction = s[n] == '.' && strspn(s + n + 1, "0123456789") ==
	    strlen(s + n + 1);
	if (n == 0 || n >= 20 || (s[n] != '\0' && !is_fraction))
		return false;
	memcpy(digits, s, n);
	if (!wk_text_parse_int(digits, 0, INT64_MAX, &v))
		return false;
	*utc = n >= 17 ? v / 1000000000 : n >= 12 ? v / 1000 : v;
	return *utc < 7258118400;
}

bool
wk_port_parse_time(const char *s, int64_t *t, int32_t *off, bool *is_wall)
{
	bool is_known = true;
	*off = 0;
	if (!parse_epoch(s, t) && !wk_port_timew_time(s, strlen(s), t) &&
	    !wk_zone_parse_iso(s, t, off, &is_known))
		return false;
	*is_wall = !is_known;
	return true;
}

/* An offset is written, +00:00 too; Z and seconds since 1970 say nothing of where. */
static bool
names_offset(const char *s)
{
	const char *clock = strchr(s, ':');
	return clock != NULL && strpbrk(clock, "+-") != NULL;
}

bool
wk_port_text_start(const struct wk_port *port, struct wk_port_event *e, const char *s)
{
	int64_t t;
	int32_t off;
	bool is_wall;
	if (!wk_port_parse_time(s, &t, &off, &is_wall))
		return false;
	if (is_wall) {
		wk_port_wall_start(port, e, t);
		return true;
	}
	wk_port_utc_start(port, e, t);
	if (names_offset(s)) {
		e->off_start = off;
		wk_port_offset_name(off, e->tz_text);
		e->tz = e->tz_text;
	}
	return true;
}

bool
wk_port_text_end(struct wk_port *port, struct wk_port_event *e, const char *s, long line)
{
	int64_t t;
	int32_t off;
	bool is_wall;
	if (!wk_port_parse_time(s, &t, &off, &is_wall)) {
		wk_port_error(port, line, "end \"%.40s\" is not a time", s);
		return false;
	}
	if (is_wall)
		return wk_port_wall_end(port, e, t, -1, line);
	if (!wk_port_utc_end(port, e, t, line))
		return false;
	if (names_offset(s))
		e->off_end = off;
	else if (e->tz == e->tz_text)
		e->off_end = e->off_start;
	return true;
}

void
wk_port_span_put(struct wk_port *port, const struct wk_port_event *e, long line)
{
	if (e->start != WK_TIME_NONE && e->start == e->end &&
	    strcmp(e->kind, "incident") != 0)
		wk_port_skip(port, line, "zero length");
	else
		wk_port_event_put(port, e);
}

void
wk_port_tag_add(struct wk_port *port, struct wk_buf *b, const char *tag)
{
	struct wk_buf text;
	if (*tag == '\0')
		return;
	wk_buf_init(&text);
	wk_port_put_string(port, &text, tag);
	if (memmem(b->p, b->len, text.p, text.len) == NULL) {
		wk_buf_addc(b, b->len == 0 ? '[' : ',');
		wk_buf_add(b, text.p, text.len);
	}
	wk_buf_fini(&text);
}
