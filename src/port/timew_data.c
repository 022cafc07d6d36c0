/* SPDX-License-Identifier: MIT */
/* Timewarrior's own files, data/YYYY-MM.data:
 *   inc 20260101T080000Z [- 20260101T120000Z] [# tag "a b" ... [# annotation]]
 * Always UTC. A database cannot hold two intervals with one start: that is the identity
 * (its id numbers are positions and change with every new interval). */
#include "port.h"

/* The next token: bare up to a blank, or quoted with \" inside. False at the end or for a
 * quote that is never closed (then *bad). */
static bool
next_token(const char **p, const char *end, struct wk_buf *out, bool *is_quoted,
    bool *bad)
{
	const char *s = *p;
	wk_buf_clear(out);
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	if (s == end)
		return false;
	*is_quoted = *s == '"';
	if (!*is_quoted) {
		const char *from = s;
		while (s < end && *s != ' ' && *s != '\t')
			s++;
		wk_buf_add(out, from, (size_t)(s - from));
		*p = s;
		return true;
	}
	for (s++; s < end && *s != '"'; s++) {
		if (*s == '\\' && s + 1 < end && s[1] == '"')
			s++;
		wk_buf_addc(out, *s);
	}
	*bad = s == end;
	*p = s + (s < end);
	return !*bad;
}

static bool
digits(const char *s, size_t n, int *out)
{
	*out = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

/* YYYYMMDDTHHMMSSZ */
bool
wk_port_timew_time(const char *s, size_t len, int64_t *utc)
{
	int y, mo, d, h, mi, sec;
	char iso[11] = "0000-00-00";
	wk_date day;
	if (len != 16 || s[8] != 'T' || s[15] != 'Z' || !digits(s, 4, &y) ||
	    !digits(s + 4, 2, &mo) || !digits(s + 6, 2, &d) || !digits(s + 9, 2, &h) ||
	    !digits(s + 11, 2, &mi) || !digits(s + 13, 2, &sec))
		return false;
	memcpy(iso, s, 4);
	memcpy(iso + 5, s + 4, 2);
	memcpy(iso + 8, s + 6, 2);
	if (!wk_date_parse_iso(iso, &day) || h > 23 || mi > 59 || sec > 59)
		return false;
	*utc = (int64_t)day * 86400 + h * 3600 + mi * 60 + sec;
	return true;
}

void
wk_port_timew_init(const struct wk_port *port, struct wk_port_event *e, int64_t start,
    int64_t end, char id[WK_PORT_ID_MAX])
{
	struct wk_buf iso;
	char *to = id;
	wk_buf_init(&iso);
	wk_zone_put_iso(&iso, start, 0, true);
	for (const char *p = iso.p; *p != '\0'; p++)
		if (*p != '-' && *p != ':')
			*to++ = *p;
	*to = '\0';
	wk_buf_fini(&iso);
	wk_port_event_init(e, "work");
	e->start = start;
	e->off_start = wk_zone_offset(port->zone, start);
	e->end = end;
	if (end != WK_TIME_NONE)
		e->off_end = wk_zone_offset(port->zone, end);
	e->tz = wk_zone_name(port->zone);
	e->source = "timewarrior";
	e->id = id;
}

struct words {
	struct wk_buf token, tags, note;
	bool is_bad;
};

/* # tag tag # annotation */
static void
read_words(struct wk_port *port, const char *p, const char *end, struct words *w)
{
	int part = 0;
	bool is_quoted;
	wk_buf_addc(&w->tags, '[');
	while (next_token(&p, end, &w->token, &is_quoted, &w->is_bad)) {
		if (!is_quoted && part < 2 && strcmp(w->token.p, "#") == 0)
			part++;
		else if (part == 1) {
			if (w->tags.len > 1)
				wk_buf_addc(&w->tags, ',');
			wk_port_put_string(port, &w->tags, w->token.p);
		} else if (part == 2) {
			if (w->note.len > 0)
				wk_buf_addc(&w->note, ' ');
			wk_buf_adds(&w->note, w->token.p);
		} else {
			w->is_bad = true;
			return;
		}
	}
	wk_buf_addc(&w->tags, ']');
}

/* A moment and the blanks behind it. */
static bool
read_time(const char **p, const char *end, int64_t *out)
{
	if (end - *p < 16 || !wk_port_timew_time(*p, 16, out))
		return false;
	*p += 16;
	if (*p < end && **p != ' ' && **p != '\t')
		return false;
	while (*p < end && (**p == ' ' || **p == '\t'))
		++*p;
	return true;
}

static void
put_interval(struct wk_port *port, long line, const char *p, const char *end,
    const int64_t at[2])
{
	struct words w = { .is_bad = false };
	struct wk_port_event e;
	char id[WK_PORT_ID_MAX];
	wk_buf_init(&w.token);
	wk_buf_init(&w.tags);
	wk_buf_init(&w.note);
	read_words(port, p, end, &w);
	wk_port_timew_init(port, &e, at[0], at[1], id);
	e.tags = w.tags.len > 2 ? w.tags.p : NULL;
	e.title = w.note.p;
	if (w.is_bad)
		wk_port_error(port, line, "the tags are not as timewarrior writes them: "
		    "%.60s", w.token.len > 0 ? w.token.p : "an open quote");
	else if (at[0] == at[1])
		wk_port_skip(port, line, "zero length");
	else
		wk_port_event_put(port, &e);
	wk_buf_fini(&w.token);
	wk_buf_fini(&w.tags);
	wk_buf_fini(&w.note);
}

static void
read_interval(struct wk_port *port, long line, const char *p, const char *end)
{
	int64_t at[2] = { WK_TIME_NONE, WK_TIME_NONE };
	if (!read_time(&p, end, &at[0])) {
		wk_port_error(port, line, "\"%.*s\" is not a start like 20260101T080000Z",
		    (int)WK_MIN(end - p, 24), p);
		return;
	}
	if (p < end && *p == '-') {
		for (p++; p < end && *p == ' ';)
			p++;
		if (!read_time(&p, end, &at[1])) {
			wk_port_error(port, line,
			    "\"%.*s\" is not an end like 20260101T120000Z",
			    (int)WK_MIN(end - p, 24), p);
			return;
		}
		const char *fault = wk_port_span_fault(at[0], at[1]);
		if (fault != NULL) {
			wk_port_error(port, line, "%s", fault);
			return;
		}
	}
	put_interval(port, line, p, end, at);
}

void
wk_port_timew_data(struct wk_port *port)
{
	struct wk_port_lines l;
	const char *s;
	size_t len;
	wk_port_lines_init(&l, port->p, port->n);
	wk_port_header(port, "timewarrior", "UTC");
	while (!wk_port_is_over(port) && wk_port_lines_next(&l, &s, &len)) {
		while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
			len--;
		if (len == 0)
			continue;
		if (len > WK_PORT_LINE_MAX)
			wk_port_error(port, l.line, "the line is longer than 1 MiB");
		else if (memchr(s, '\0', len) != NULL)
			wk_port_error(port, l.line, "the line holds a zero byte");
		else if (len < 5 || memcmp(s, "inc ", 4) != 0)
			wk_port_error(port, l.line, "\"%.*s\" is not an interval",
			    (int)WK_MIN(len, (size_t)40), s);
		else
			read_interval(port, l.line, s + 4, s + len);
	}
}
