/* SPDX-License-Identifier: MIT */
/* JSON Lines out: keys in one order, unknown values left out. */
#include <math.h>

#include "port.h"

/* Hours of whole seconds come through exactly enough to be written the same again. */
enum { REAL_DIGITS = 13 };
#define FLUSH_AT ((size_t)64 << 10)

void
wk_port_flush(struct wk_port *port)
{
	if (port->fd >= 0 && port->out.len > 0 &&
	    wk_file_write_all(port->fd, port->out.p, port->out.len, NULL) != WK_OK)
		port->is_broken = true;
	wk_buf_clear(&port->out);
}

static void
end_line(struct wk_port *port)
{
	wk_buf_adds(&port->out, "}\n");
	if (port->out.len >= FLUSH_AT)
		wk_port_flush(port);
}

bool
wk_port_is_over(const struct wk_port *port)
{
	return port->is_broken || port->errors > WK_PORT_ERRORS_MAX;
}

/* 0x80..0x9f of CP1252; 0 where it has nothing. */
static const uint16_t cp1252[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
	0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

static void
put_cp1252(struct wk_buf *b, const char *s)
{
	struct wk_buf utf8;
	wk_buf_init(&utf8);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		uint32_t cp = c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80] : c;
		char text[4];
		wk_buf_add(&utf8, text, wk_text_utf8_put(cp == 0 ? 0xfffd : cp, text));
	}
	wk_json_put_string(b, utf8.p);
	wk_buf_fini(&utf8);
}

void
wk_port_put_string(struct wk_port *port, struct wk_buf *b, const char *s)
{
	if (wk_text_utf8_valid(s, strlen(s))) {
		wk_json_put_string(b, s);
		return;
	}
	port->saw_cp1252 = true;
	put_cp1252(b, s);
}

static void
put_key(struct wk_port *port, const char *key)
{
	struct wk_buf *b = &port->out;
	size_t n = strlen(key);
	char *to = wk_buf_room(b, n + 4);
	if (to[-1] != '{')
		*to++ = ',';
	*to++ = '"';
	memcpy(to, key, n);
	to += n;
	*to++ = '"';
	*to++ = ':';
	wk_buf_used(b, (size_t)(to - (b->p + b->len)));
}

static void
put_text(struct wk_port *port, const char *key, const char *s)
{
	if (s == NULL || *s == '\0')
		return;
	put_key(port, key);
	wk_port_put_string(port, &port->out, s);
}

static void
put_real(struct wk_port *port, const char *key, double v)
{
	if (isnan(v))
		return;
	put_key(port, key);
	wk_json_put_number(&port->out, v, REAL_DIGITS);
}

/* Left out when it is `none`. */
static void
put_int(struct wk_port *port, const char *key, int v, int none)
{
	if (v == none)
		return;
	put_key(port, key);
	wk_buf_addf(&port->out, "%d", v);
}

static void
put_flag(struct wk_port *port, const char *key, int v)
{
	if (v < 0)
		return;
	put_key(port, key);
	wk_buf_adds(&port->out, v ? "true" : "false");
}

static void
put_time(struct wk_port *port, const char *key, int64_t utc, int32_t off, bool zulu)
{
	if (utc == WK_TIME_NONE)
		return;
	put_key(port, key);
	wk_buf_addc(&port->out, '"');
	wk_zone_put_iso(&port->out, utc, off, zulu);
	wk_buf_addc(&port->out, '"');
}

static void
put_date(struct wk_port *port, const char *key, wk_date d)
{
	char text[11];
	if (d == WK_DATE_NONE)
		return;
	wk_date_format(d, text);
	put_text(port, key, text);
}

void
wk_port_event_init(struct wk_port_event *e, const char *kind)
{
	*e = (struct wk_port_event){ .kind = kind, .start = WK_TIME_NONE,
		.end = WK_TIME_NONE, .day = WK_DATE_NONE, .dur_s = NAN, .severity = -1,
		.woke = -1, .noise = -1, .minutes = NAN };
}

void
wk_port_event_put(struct wk_port *port, const struct wk_port_event *e)
{
	wk_buf_addc(&port->out, '{');
	put_text(port, "kind", e->kind);
	/* Z says nothing of where it was: beside a named offset it would be that one */
	bool zulu = e->tz == NULL || e->tz != e->tz_text;
	put_time(port, "start", e->start, e->off_start, zulu);
	put_time(port, "end", e->end, e->off_end, zulu);
	put_date(port, "day", e->day);
	put_real(port, "dur", e->dur_s);
	put_text(port, "tz", e->tz);
	put_text(port, "source", e->source);
	put_text(port, "id", e->id);
	put_int(port, "severity", e->severity, -1);
	put_real(port, "minutes", e->minutes);
	put_flag(port, "woke", e->woke);
	put_flag(port, "noise", e->noise);
	put_text(port, "category", e->category);
	put_text(port, "leave", e->leave);
	put_text(port, "title", e->title);
	if (e->tags != NULL) {
		put_key(port, "tags");
		wk_buf_adds(&port->out, e->tags);
	}
	put_int(port, "flags", (int)e->flags, 0);
	end_line(port);
}

void
wk_port_day_put(struct wk_port *port, wk_date d, const struct wk_typed *t,
    const char *note, const char *source)
{
	wk_buf_adds(&port->out, "{\"kind\":\"day\"");
	put_date(port, "day", d);
	put_real(port, "hours", t->hours);
	put_real(port, "break", t->break_h);
	put_real(port, "sleep", t->sleep_h);
	put_int(port, "wakes", t->wakes, -1);
	put_int(port, "short_rest", t->short_rest, -1);
	put_text(port, "leave", wk_leave_name(t->leave));
	put_int(port, "oncall", t->oncall, -1);
	put_int(port, "energy", t->energy, 0);
	put_int(port, "stress", t->stress, 0);
	put_int(port, "mood", t->mood, 0);
	put_text(port, "note", note);
	put_text(port, "source", source);
	end_line(port);
}

void
wk_port_header(struct wk_port *port, const char *importer, const char *zone)
{
	wk_buf_adds(&port->out, "{\"wick-port\":1");
	put_text(port, "importer", importer);
	put_text(port, "zone", zone);
	end_line(port);
}

WK_PRINTF(4, 0) static void
say(struct wk_port *port, const char *key, long line, const char *fmt, va_list ap)
{
	char text[512];
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	wk_buf_addc(&port->out, '{');
	put_key(port, key);
	wk_json_put_string(&port->out, text);
	if (line > 0) {
		put_key(port, "line");
		wk_buf_addf(&port->out, "%ld", line);
	}
	end_line(port);
}

void
wk_port_error(struct wk_port *port, long line, const char *fmt, ...)
{
	va_list ap;
	if (port->errors++ == WK_PORT_ERRORS_MAX)
		fmt = "too many errors: the rest was not read";
	else if (port->errors > WK_PORT_ERRORS_MAX)
		return;
	va_start(ap, fmt);
	say(port, "error", line, fmt, ap);
	va_end(ap);
}

void
wk_port_skip(struct wk_port *port, long line, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say(port, "skip", line, fmt, ap);
	va_end(ap);
}

void
wk_port_note(struct wk_port *port, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say(port, "note", 0, fmt, ap);
	va_end(ap);
}

const char *
wk_port_span_fault(int64_t start, int64_t end)
{
	if (end == WK_TIME_NONE)
		return NULL;
	if (end < start)
		return "the end is before the start";
	return end - start > WK_PORT_SPAN_MAX_S ?
	    "the end is more than a year after the start" : NULL;
}

void
wk_port_make_id(const char *text, char id[35])
{
	char hex[65];
	wk_hash_sha256(text, strlen(text), hex);
	(void)snprintf(id, 35, "h:%.32s", hex);
}
