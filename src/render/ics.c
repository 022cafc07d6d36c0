/* SPDX-License-Identifier: MIT */
/* iCalendar after RFC 5545: private, shown as free, the same UIDs at every export. Lines
 * end in CRLF and are folded at 75 octets between characters. */
#include "internal.h"

enum { FOLD_OCTETS = 74 };             /* the blank of a folded line counts */

void
wk_render_put_utc(struct wk_buf *b, int64_t utc)
{
	int y, m, d;
	wk_date day = (wk_date)(utc / 86400 - (utc % 86400 < 0));
	int s = (int)(utc - (int64_t)day * 86400);
	wk_date_to_civil(day, &y, &m, &d);
	wk_buf_addf(b, "%04d%02d%02dT%02d%02d%02dZ", y, m, d, s / 3600, s / 60 % 60,
	    s % 60);
}

static void
put_line(struct wk_buf *out, const char *name, const char *value)
{
	size_t room = 75 - WK_MIN(strlen(name), (size_t)40), n = strlen(value);
	wk_buf_adds(out, name);
	while (n > room) {
		size_t cut = room;
		while (cut > 0 && ((unsigned char)value[cut] & 0xc0) == 0x80)
			cut--;
		cut = cut == 0 ? room : cut;
		wk_buf_add(out, value, cut);
		wk_buf_adds(out, "\r\n ");
		value += cut;
		n -= cut;
		room = FOLD_OCTETS;
	}
	wk_buf_adds(out, value);
	wk_buf_adds(out, "\r\n");
}

/* TEXT: what has a meaning is escaped, what no calendar can take is left out. */
static void
put_text(struct wk_buf *out, const char *name, const char *s)
{
	struct wk_buf b;
	wk_buf_init(&b);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '\n')
			wk_buf_adds(&b, "\\n");
		else if (strchr("\\;,", c) != NULL)
			wk_buf_addf(&b, "\\%c", c);
		else if (c >= 0x20 && c != 0x7f)
			wk_buf_addc(&b, *s);
	}
	put_line(out, name, b.p);
	wk_buf_fini(&b);
}

static void
put_moment(struct wk_buf *out, const char *name, int64_t utc)
{
	wk_buf_adds(out, name);
	wk_render_put_utc(out, utc);
	wk_buf_adds(out, "\r\n");
}

static void
put_date(struct wk_buf *out, const char *name, wk_date day)
{
	char text[32];
	int y, m, d;
	wk_date_to_civil(day, &y, &m, &d);
	(void)snprintf(text, sizeof(text), "%04d%02d%02d", y, m, d);
	put_line(out, name, text);
}

static void
put_times(struct wk_buf *out, const struct wk_told *t)
{
	if (t->fact.start == WK_TIME_NONE) {
		put_date(out, "DTSTART;VALUE=DATE:", t->fact.d);
		put_date(out, "DTEND;VALUE=DATE:", t->fact.d + 1);
		return;
	}
	put_moment(out, "DTSTART:", t->fact.start);
	if (t->fact.end > t->fact.start)
		put_moment(out, "DTEND:", t->fact.end);
}

static const char *
summary(const struct wk_told *t)
{
	if (t->title != NULL && *t->title != '\0')
		return t->title;
	if (t->fact.kind == WK_KIND_LEAVE && t->fact.leave != WK_LEAVE_NONE)
		return wk_leave_name(t->fact.leave);
	return wk_kind_name(t->fact.kind);
}

static void
put_uid(struct wk_buf *out, const struct wk_told *t)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s@wick", t->id);
	put_text(out, "UID:", b.p);
	wk_buf_fini(&b);
}

void
wk_render_ics(const struct wk_told *v, size_t n, int64_t now, struct wk_buf *out)
{
	wk_buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wick//wick "
	    WK_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\n");
	for (size_t i = 0; i < n; i++) {
		wk_buf_adds(out, "BEGIN:VEVENT\r\n");
		put_uid(out, &v[i]);
		put_moment(out, "DTSTAMP:", now);
		put_times(out, &v[i]);
		put_text(out, "SUMMARY:", summary(&v[i]));
		put_line(out, "CATEGORIES:", wk_kind_name(v[i].fact.kind));
		wk_buf_adds(out,
		    "CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
	}
	wk_buf_adds(out, "END:VCALENDAR\r\n");
}
