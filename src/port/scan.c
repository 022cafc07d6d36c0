/* SPDX-License-Identifier: MIT */
/* The words of plain-text clocks: dates, times of day, what is left of a line. Nothing
 * moves when a word is not what is asked for. */
#include "port.h"

enum { OFF_MAX_HHMM = 1500 };

void
wk_scan_init(struct wk_scan *s, const char *p, size_t n)
{
	*s = (struct wk_scan){ p, p + n };
}

void
wk_scan_blanks(struct wk_scan *s)
{
	while (s->p < s->end && (*s->p == ' ' || *s->p == '\t'))
		s->p++;
}

bool
wk_scan_char(struct wk_scan *s, char c)
{
	if (s->p == s->end || *s->p != c)
		return false;
	s->p++;
	return true;
}

bool
wk_scan_digits(struct wk_scan *s, int max, int *out)
{
	const char *from = s->p;
	int v = 0;
	while (s->p < s->end && s->p - from < max && *s->p >= '0' && *s->p <= '9')
		v = v * 10 + (*s->p++ - '0');
	if (s->p > from)
		*out = v;
	return s->p > from;
}

void
wk_port_each_line(struct wk_port *port,
    void (*take)(void *ctx, const char *s, size_t len, long line), void *ctx)
{
	struct wk_port_lines l;
	const char *s;
	size_t len;
	wk_port_lines_init(&l, port->p, port->n);
	while (!wk_port_is_over(port) && wk_port_lines_next(&l, &s, &len)) {
		while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
			len--;
		if (len > WK_PORT_LINE_MAX)
			wk_port_error(port, l.line, "the line is longer than 1 MiB");
		else if (memchr(s, '\0', len) != NULL)
			wk_port_error(port, l.line, "the line holds a zero byte");
		else
			take(ctx, s, len, l.line);
	}
}

bool
wk_scan_first_line(struct wk_scan *s, const char *p, size_t n, const char *marks)
{
	struct wk_port_lines l;
	const char *text;
	size_t len;
	wk_port_lines_init(&l, p, n);
	while (wk_port_lines_next(&l, &text, &len)) {
		wk_scan_init(s, text, len);
		wk_scan_blanks(s);
		if (s->p < s->end && (*s->p == '\0' || strchr(marks, *s->p) == NULL)) {
			s->p = text;
			return true;
		}
	}
	return false;
}

bool
wk_scan_date(struct wk_scan *s, wk_date *out)
{
	struct wk_scan t = *s;
	int y, m, d;
	char mark, iso[40];
	if (!wk_scan_digits(&t, 4, &y) || t.p - s->p != 4 || t.p == t.end)
		return false;
	mark = *t.p++;
	if ((mark != '-' && mark != '/') || !wk_scan_digits(&t, 2, &m) ||
	    !wk_scan_char(&t, mark) || !wk_scan_digits(&t, 2, &d))
		return false;
	(void)snprintf(iso, sizeof(iso), "%04d-%02d-%02d", y, m, d);
	if (!wk_date_parse_iso(iso, out))
		return false;
	*s = t;
	return true;
}

bool
wk_scan_clock(struct wk_scan *s, int *seconds)
{
	struct wk_scan t = *s;
	int h, m, sec = 0;
	if (!wk_scan_digits(&t, 2, &h) || !wk_scan_char(&t, ':') || t.end - t.p < 2 ||
	    !wk_scan_digits(&t, 2, &m) || m > 59 || h > 24)
		return false;
	if (t.end - t.p > 1 && *t.p == ':' && t.p[1] >= '0' && t.p[1] <= '9') {
		t.p++;
		if (!wk_scan_digits(&t, 2, &sec) || sec > 59)
			return false;
	}
	*seconds = h * 3600 + m * 60 + sec;
	if (*seconds > 86400)
		return false;
	*s = t;
	return true;
}

bool
wk_scan_offset(struct wk_scan *s, int32_t *off)
{
	struct wk_scan t = *s;
	int hhmm, sign = wk_scan_char(&t, '-') ? -1 : 1;
	if ((sign > 0 && !wk_scan_char(&t, '+')) || !wk_scan_digits(&t, 4, &hhmm) ||
	    t.p - s->p != 5 || hhmm > OFF_MAX_HHMM || hhmm % 100 > 59)
		return false;
	*off = sign * (hhmm / 100 * 3600 + hhmm % 100 * 60);
	*s = t;
	return true;
}

char *
wk_scan_rest(const struct wk_scan *s, struct wk_arena *a)
{
	return wk_text_trim(wk_arena_strndup(a, s->p, (size_t)(s->end - s->p)));
}
