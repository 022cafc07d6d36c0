/* SPDX-License-Identifier: MIT */
/* Org mode: CLOCK lines below their headings.
 *   CLOCK: [2026-11-20 Fri 09:00]--[2026-11-20 Fri 12:30] =>  3:30
 * The weekday is optional and in any language. The length is only used to tell the two
 * hours of a fold apart; without an end the clock runs. Tags are inherited. */
#include "port.h"

enum { DAY_S = 86400, LEVELS = 64, TAGS_MAX = 1024 };

struct outline {
	struct wk_port *port;
	/* of each level: the words between its colons, "" for none */
	char tags[LEVELS][TAGS_MAX];
	char title[400], id[200], category[200], file_category[200];
	char file_tags[TAGS_MAX];
	int level;
};

static bool
begins(const char *s, size_t len, const char *with)
{
	for (size_t i = 0; with[i] != '\0'; i++)
		if (i >= len || (s[i] | 0x20) != (with[i] | 0x20))
			return false;
	return true;
}

static const char *
skip_blanks(const char *s, size_t *len)
{
	for (; *len > 0 && (*s == ' ' || *s == '\t'); s++)
		--*len;
	return s;
}

bool
wk_port_detect_org(const char *p, size_t n)
{
	struct wk_port_lines l;
	const char *s;
	size_t len;
	wk_port_lines_init(&l, p, n);
	while (wk_port_lines_next(&l, &s, &len)) {
		s = skip_blanks(s, &len);
		if (begins(s, len, "CLOCK: [") || begins(s, len, "CLOCK: =>"))
			return true;
	}
	return false;
}

static void
keep(char *to, size_t size, const char *s, size_t len)
{
	s = skip_blanks(s, &len);
	if (len > size - 1)             /* not in the middle of a character */
		for (len = size - 1; len > 0 && ((unsigned char)s[len] & 0xc0) == 0x80;)
			len--;
	memcpy(to, s, len);
	to[len] = '\0';
}

/* ":a:b:" at the end of a heading; *len is cut before it. */
static void
take_tags(struct outline *o, const char *s, size_t *len)
{
	char *tags = o->tags[o->level - 1];
	size_t from = *len;
	*tags = '\0';
	if (*len < 3 || s[*len - 1] != ':')
		return;
	while (from > 0 && s[from - 1] != ' ' && s[from - 1] != '\t')
		from--;
	if (from == 0 || s[from] != ':' || *len - from < 3 || *len - from >= TAGS_MAX)
		return;
	memcpy(tags, s + from + 1, *len - from - 2);
	tags[*len - from - 2] = '\0';
	for (*len = from; *len > 0 && (s[*len - 1] == ' ' || s[*len - 1] == '\t');)
		--*len;
}

static void
take_heading(struct outline *o, const char *s, size_t len, size_t stars)
{
	static const char *const keywords[] = { "TODO ", "DONE ", "NEXT ", "WAIT ",
		"WAITING ", "HOLD ", "STARTED ", "CANCELLED ", "CANCELED " };
	o->level = (int)WK_MIN(stars, (size_t)LEVELS);
	o->id[0] = o->category[0] = '\0';
	s += stars + 1;
	len -= stars + 1;
	take_tags(o, s, &len);
	s = skip_blanks(s, &len);
	for (size_t i = 0; i < WK_LEN(keywords); i++)
		if (len > strlen(keywords[i]) &&
		    memcmp(s, keywords[i], strlen(keywords[i])) == 0) {
			s += strlen(keywords[i]);
			len -= strlen(keywords[i]);
			break;
		}
	keep(o->title, sizeof(o->title), s, len);
}

/* [2026-11-20 Fri 09:00] */
static bool
read_stamp(struct wk_scan *s, int64_t *wall)
{
	wk_date d;
	int seconds;
	if (!wk_scan_char(s, '[') || !wk_scan_date(s, &d))
		return false;
	while (s->p < s->end && *s->p != ']' && (*s->p < '0' || *s->p > '9'))
		s->p++;
	if (!wk_scan_clock(s, &seconds) || !wk_scan_char(s, ']'))
		return false;
	*wall = (int64_t)d * DAY_S + seconds;
	return true;
}

/* => H:MM, else -1 */
static int64_t
read_length(struct wk_scan *s)
{
	int h, m;
	wk_scan_blanks(s);
	if (!wk_scan_char(s, '=') || !wk_scan_char(s, '>'))
		return -1;
	wk_scan_blanks(s);
	return wk_scan_digits(s, 6, &h) && wk_scan_char(s, ':') &&
	    wk_scan_digits(s, 2, &m) ? (int64_t)h * 3600 + m * 60 : -1;
}

/* The words between colons; those of a file may stand between blanks too. */
static void
put_words(const struct outline *o, struct wk_buf *b, const char *s)
{
	char tag[TAGS_MAX];
	while (*s != '\0') {
		size_t n = strcspn(s, ": \t");
		memcpy(tag, s, n);
		tag[n] = '\0';
		wk_port_tag_add(o->port, b, tag);
		s += n + (s[n] != '\0');
	}
}

/* The category, then the tags from the file down. */
static void
put_tags(const struct outline *o, struct wk_buf *b)
{
	wk_port_tag_add(o->port, b, *o->category != '\0' ? o->category :
	    o->file_category);
	put_words(o, b, o->file_tags);
	for (int i = 0; i < o->level; i++)
		put_words(o, b, o->tags[i]);
	if (b->len > 0)
		wk_buf_addc(b, ']');
}

static void
put_clock(struct outline *o, struct wk_scan *s, int64_t from, long line)
{
	struct wk_port_event e;
	struct wk_buf b;
	char id[35];
	int64_t to = WK_TIME_NONE;
	if (wk_scan_char(s, '-') && (!wk_scan_char(s, '-') || !read_stamp(s, &to))) {
		wk_port_error(o->port, line, "the end of the clock is not like "
		    "[2026-11-20 Fri 12:30]");
		return;
	}
	wk_port_event_init(&e, "work");
	wk_port_wall_start(o->port, &e, from);
	if (to != WK_TIME_NONE &&
	    !wk_port_wall_end(o->port, &e, to, read_length(s), line))
		return;
	wk_buf_init(&b);
	wk_buf_addf(&b, "work %lld %s", (long long)e.start, o->id);
	wk_port_make_id(b.p, id);
	wk_buf_clear(&b);
	put_tags(o, &b);
	e.source = "org";
	e.id = id;
	e.title = o->title;
	e.tags = b.len > 0 ? b.p : NULL;
	wk_port_span_put(o->port, &e, line);
	wk_buf_fini(&b);
}

static void
take_clock(struct outline *o, const char *text, size_t len, long line)
{
	struct wk_scan s;
	int64_t from;
	text = skip_blanks(text, &len);
	wk_scan_init(&s, text, len);
	if (s.p < s.end && *s.p == '=')
		wk_port_skip(o->port, line, "a length without a date");
	else if (read_stamp(&s, &from))
		put_clock(o, &s, from, line);
	else
		wk_port_error(o->port, line, "\"%.*s\" is not like "
		    "[2026-11-20 Fri 09:00]", (int)WK_MIN(len, (size_t)40), text);
}

static void
take(void *ctx, const char *s, size_t len, long line)
{
	struct outline *o = ctx;
	size_t stars = 0;
	while (stars < len && s[stars] == '*')
		stars++;
	if (stars > 0 && stars < len && s[stars] == ' ') {
		for (int i = o->level; i < (int)WK_MIN(stars, (size_t)LEVELS); i++)
			o->tags[i][0] = '\0';
		take_heading(o, s, len, stars);
		return;
	}
	s = skip_blanks(s, &len);
	if (begins(s, len, "CLOCK:"))
		take_clock(o, s + 6, len - 6, line);
	else if (begins(s, len, ":ID:"))
		keep(o->id, sizeof(o->id), s + 4, len - 4);
	else if (begins(s, len, ":CATEGORY:"))
		keep(o->category, sizeof(o->category), s + 10, len - 10);
	else if (begins(s, len, "#+CATEGORY:"))
		keep(o->file_category, sizeof(o->file_category), s + 11, len - 11);
	else if (begins(s, len, "#+FILETAGS:"))
		keep(o->file_tags, sizeof(o->file_tags), s + 11, len - 11);
}

void
wk_port_org(struct wk_port *port)
{
	struct outline *o = wk_mem_alloc(sizeof(*o));
	o->port = port;
	wk_port_header(port, "org", wk_zone_name(port->zone));
	wk_port_each_line(port, take, o);
	wk_mem_free(o);
}
