/* SPDX-License-Identifier: MIT */
/* klog: records of a date, a summary and indented entries, split by blank lines.
 *   2026-11-20 (8h!)
 *   What it was about #tag
 *       8:00 - 9:30 review
 *       -45m lunch
 * A record with one bad line is refused whole. Lengths have no place on the clock: they
 * stay lengths of the day, negative ones are taken from it. */
#include "port.h"

enum { DAY_S = 86400 };

struct entry {
	bool is_range, is_open;
	int from_s, to_s;               /* of the record's date; to_s may be tomorrow's */
	int dur_s;
	long line;
	size_t text, text_len;          /* in the record's words */
};

struct record {
	struct wk_port *port;
	wk_date day;                    /* WK_DATE_NONE: between records */
	bool is_bad;
	const char *indent;             /* of the first entry */
	size_t indent_len;
	struct wk_buf words;            /* the summary, then each entry's */
	size_t summary_len;
	struct entry *v;
	size_t n, cap;
};

static bool
read_date_line(struct wk_scan *s, wk_date *d)
{
	if (!wk_scan_date(s, d))
		return false;
	wk_scan_blanks(s);
	return s->p == s->end || *s->p == '(';
}

bool
wk_port_detect_klog(const char *p, size_t n)
{
	struct wk_scan s;
	wk_date d;
	return wk_scan_first_line(&s, p, n, "") && read_date_line(&s, &d);
}

/* 8:00, 8:00am, <23:00, 1:30>, 24:00 */
static bool
read_time(struct wk_scan *s, int *seconds)
{
	bool is_before = wk_scan_char(s, '<');
	if (!wk_scan_clock(s, seconds) || *seconds % 60 != 0)
		return false;
	if (s->end - s->p >= 2 && s->p[1] == 'm' && (*s->p == 'a' || *s->p == 'p')) {
		int h = *seconds / 3600;
		if (h < 1 || h > 12)
			return false;
		*seconds += (h == 12 ? -12 : 0) * 3600 + (*s->p == 'p' ? 12 : 0) * 3600;
		s->p += 2;
	}
	if (is_before)
		*seconds -= DAY_S;
	else if (wk_scan_char(s, '>'))
		*seconds += DAY_S;
	return true;
}

static bool
read_range(struct wk_scan *s, struct entry *e)
{
	if (!read_time(s, &e->from_s))
		return false;
	wk_scan_blanks(s);
	if (!wk_scan_char(s, '-'))
		return false;
	wk_scan_blanks(s);
	e->is_range = true;
	e->is_open = s->p < s->end && *s->p == '?';
	while (wk_scan_char(s, '?'))
		;
	return e->is_open || (read_time(s, &e->to_s) && e->to_s >= e->from_s);
}

/* 1h30m, -45m, +2h */
static bool
read_length(struct wk_scan *s, struct entry *e)
{
	static const struct { char unit; int seconds; } units[] = { { 'h', 3600 },
		{ 'm', 60 } };
	int sign = wk_scan_char(s, '-') ? -1 : 1, v;
	bool any = false;
	if (sign > 0)
		(void)wk_scan_char(s, '+');
	e->dur_s = 0;
	for (size_t i = 0; i < WK_LEN(units); i++) {
		struct wk_scan t = *s;
		if (!wk_scan_digits(&t, 5, &v) || !wk_scan_char(&t, units[i].unit))
			continue;
		*s = t;
		e->dur_s += v * units[i].seconds;
		any = true;
	}
	e->dur_s *= sign;
	return any && e->dur_s <= DAY_S && e->dur_s >= -DAY_S;
}

static void
refuse(struct record *r, long line, const char *why, const char *s, size_t len)
{
	if (!r->is_bad)
		wk_port_error(r->port, line, "%s: \"%.*s\"", why,
		    (int)WK_MIN(len, (size_t)60), s);
	r->is_bad = true;
}

static bool
is_tag_char(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	    c == '_' || c == '-' || (c & 0x80) != 0;
}

/* #tag, #tag=value, #tag="v v" of s[0..n) */
static void
add_tags(struct wk_port *port, const char *s, size_t n, struct wk_buf *tags)
{
	struct wk_buf tag;
	wk_buf_init(&tag);
	for (size_t i = 0; i + 1 < n;) {
		if (s[i++] != '#' || !is_tag_char(s[i]))
			continue;
		for (wk_buf_clear(&tag); i < n && is_tag_char(s[i]);)
			wk_buf_addc(&tag, s[i++]);
		if (i + 1 < n && s[i] == '=') {
			bool is_quoted = s[i + 1] == '"' || s[i + 1] == '\'';
			char quote = is_quoted ? s[i + 1] : '\0';
			wk_buf_addc(&tag, s[i++]);
			for (i += is_quoted; i < n && (is_quoted ? s[i] != quote :
			    is_tag_char(s[i]));)
				wk_buf_addc(&tag, s[i++]);
		}
		wk_port_tag_add(port, tags, tag.p);
	}
	wk_buf_fini(&tag);
}

static void
make_id(const struct record *r, const struct entry *e, int ordinal, char id[35])
{
	char text[80];
	(void)snprintf(text, sizeof(text), "klog %d %c %d", r->day,
	    e->is_range ? 'r' : 'd', e->is_range ? e->from_s : ordinal);
	wk_port_make_id(text, id);
}

static void
put_entry(struct record *r, const struct entry *x, int ordinal)
{
	struct wk_port_event e;
	struct wk_arena a;
	struct wk_buf tags;
	char id[35];
	int64_t midnight = (int64_t)r->day * DAY_S;
	bool ok = true;
	wk_arena_init(&a);
	wk_buf_init(&tags);
	add_tags(r->port, r->words.p, r->summary_len, &tags);
	add_tags(r->port, r->words.p + x->text, x->text_len, &tags);
	if (tags.len > 0)
		wk_buf_addc(&tags, ']');
	wk_port_event_init(&e, "work");
	make_id(r, x, ordinal, id);
	e.source = "klog";
	e.id = id;
	e.title = wk_text_trim(wk_arena_strndup(&a, r->words.p + x->text, x->text_len));
	e.tags = tags.len > 0 ? tags.p : NULL;
	if (x->is_range) {
		wk_port_wall_start(r->port, &e, midnight + x->from_s);
		ok = x->is_open || wk_port_wall_end(r->port, &e, midnight + x->to_s, -1,
		    x->line);
	} else {
		e.day = r->day;
		e.dur_s = x->dur_s;
	}
	if (ok && !x->is_range && x->dur_s == 0)
		wk_port_skip(r->port, x->line, "zero length");
	else if (ok)
		wk_port_span_put(r->port, &e, x->line);
	wk_buf_fini(&tags);
	wk_arena_fini(&a);
}

static void
end_record(struct record *r)
{
	int ordinal = 0;
	for (size_t i = 0; i < r->n && !r->is_bad; i++) {
		put_entry(r, &r->v[i], ordinal);
		ordinal += !r->v[i].is_range;
	}
	r->day = WK_DATE_NONE;
	r->n = 0;
	r->is_bad = false;
	r->indent = NULL;
	wk_buf_clear(&r->words);
}

static void
begin_record(struct record *r, const char *s, size_t len, long line)
{
	struct wk_scan scan;
	wk_scan_init(&scan, s, len);
	r->summary_len = 0;
	r->day = 0;
	if (!read_date_line(&scan, &r->day))
		refuse(r, line, "a record begins with its date", s, len);
}

static void
take_entry(struct record *r, const char *s, size_t len, long line)
{
	struct entry e = { .line = line };
	struct wk_scan scan, again;
	wk_scan_init(&scan, s, len);
	again = scan;
	if (!read_length(&scan, &e)) {
		e.dur_s = 0;
		scan = again;
		if (!read_range(&scan, &e)) {
			refuse(r, line, "neither a range nor a length", s, len);
			return;
		}
	}
	if (scan.p < scan.end && *scan.p != ' ' && *scan.p != '\t') {
		refuse(r, line, "neither a range nor a length", s, len);
		return;
	}
	for (size_t i = 0; e.is_open && i < r->n; i++)
		if (r->v[i].is_open)
			refuse(r, line, "a second open range", s, len);
	wk_scan_blanks(&scan);
	e.text = r->words.len;
	e.text_len = (size_t)(scan.end - scan.p);
	wk_buf_add(&r->words, scan.p, e.text_len);
	r->v = wk_mem_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
	r->v[r->n++] = e;
}

static void
take_indented(struct record *r, const char *s, size_t len, size_t indent, long line)
{
	if (r->indent == NULL) {
		r->indent = s;
		r->indent_len = indent;
	}
	bool is_same = indent >= r->indent_len &&
	    memcmp(s, r->indent, r->indent_len) == 0;
	if (!is_same)
		refuse(r, line, "indented unlike the entries above", s, len);
	else if (indent == r->indent_len)
		take_entry(r, s + indent, len - indent, line);
	else if (r->n == 0)
		refuse(r, line, "more text before the first entry", s, len);
	else {
		struct entry *last = &r->v[r->n - 1];
		wk_buf_addc(&r->words, ' ');
		wk_buf_add(&r->words, s + indent, len - indent);
		last->text_len = r->words.len - last->text;
	}
}

static void
take(void *ctx, const char *s, size_t len, long line)
{
	struct record *r = ctx;
	size_t indent = 0;
	while (indent < len && (s[indent] == ' ' || s[indent] == '\t'))
		indent++;
	if (indent == len) {
		end_record(r);
		return;
	}
	if (r->day == WK_DATE_NONE)
		begin_record(r, s, len, line);
	else if (r->is_bad)
		return;
	else if (indent > 0)
		take_indented(r, s, len, indent, line);
	else if (r->n > 0)
		refuse(r, line, "a summary behind the entries", s, len);
	else {
		wk_buf_add(&r->words, s, len);
		wk_buf_addc(&r->words, ' ');
		r->summary_len = r->words.len;
	}
}

void
wk_port_klog(struct wk_port *port)
{
	struct record r = { .port = port, .day = WK_DATE_NONE };
	wk_buf_init(&r.words);
	wk_port_header(port, "klog", wk_zone_name(port->zone));
	wk_port_each_line(port, take, &r);
	end_record(&r);
	wk_buf_fini(&r.words);
	wk_mem_free(r.v);
}
