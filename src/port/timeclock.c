/* SPDX-License-Identifier: MIT */
/* Timeclock files of hledger, ledger and Emacs:
 *   i 2026/11/20 09:00:00 account  description  ; comment
 *   o 2026/11/20 12:30:00 [account]
 * Several accounts may be clocked in at once. A named o closes that one, another the one
 * clocked in last; what Emacs writes behind an o is a note. A time may name its offset
 * (+0100), which is then where it was. */
#include "port.h"

enum { DAY_S = 86400 };

/* A wall clock, of the zone of the import when no offset is written. */
struct moment {
	int64_t wall;
	int32_t off;
	bool has_off;
};

struct session {
	char *account, *title;
	struct moment at;
	long line;
	bool is_bad;                    /* clocked in twice: its end cannot be known */
};

struct clocks {
	struct wk_port *port;
	struct session *open;
	size_t n, cap;
};

/* +0100 behind the clock, or nothing. */
static bool
read_offset(struct wk_scan *s, struct moment *at)
{
	at->has_off = s->p < s->end && (*s->p == '+' || *s->p == '-');
	return !at->has_off || wk_scan_offset(s, &at->off);
}

static bool
read_entry(struct wk_scan *s, char *code, struct moment *at)
{
	wk_date d;
	int seconds;
	if (s->p == s->end || *s->p == '\0' || strchr("ioO", *s->p) == NULL)
		return false;
	*code = *s->p++;
	if (!wk_scan_char(s, ' ') || !wk_scan_date(s, &d) || !wk_scan_char(s, ' '))
		return false;
	wk_scan_blanks(s);
	if (!wk_scan_clock(s, &seconds) || !read_offset(s, at) ||
	    (s->p < s->end && *s->p != ' ' && *s->p != '\t'))
		return false;
	at->wall = (int64_t)d * DAY_S + seconds;
	return true;
}

bool
wk_port_detect_timeclock(const char *p, size_t n)
{
	struct wk_scan s;
	char code;
	struct moment at;
	/* h and b: the hours Emacs thinks a day should have */
	return wk_scan_first_line(&s, p, n, ";#*hb") && read_entry(&s, &code, &at);
}

/* "account  description  ; comment"; the account ends at two blanks or a tab. */
static void
read_words(struct wk_scan *s, struct wk_arena *a, char **account, char **title)
{
	char *text = wk_scan_rest(s, a);
	char *comment = strchr(text, ';');
	if (comment != NULL)
		*comment = '\0';
	char *gap = strstr(text, "  "), *tab = strchr(text, '\t');
	gap = gap == NULL || (tab != NULL && tab < gap) ? tab : gap;
	*title = gap == NULL ? text + strlen(text) : gap + 1;
	if (gap != NULL)
		*gap = '\0';
	*account = wk_text_trim(text);
	*title = wk_text_trim(*title);
}

static void
drop_session(struct clocks *c, size_t i)
{
	wk_mem_free(c->open[i].account);
	wk_mem_free(c->open[i].title);
	memmove(&c->open[i], &c->open[i + 1], (c->n - i - 1) * sizeof(*c->open));
	c->n--;
}

static void
set_start(const struct clocks *c, struct wk_port_event *e, const struct moment *at)
{
	if (!at->has_off) {
		wk_port_wall_start(c->port, e, at->wall);
		return;
	}
	wk_port_utc_start(c->port, e, at->wall - at->off);
	e->off_start = at->off;
	wk_port_offset_name(at->off, e->tz_text);
	e->tz = e->tz_text;
}

static bool
set_end(const struct clocks *c, struct wk_port_event *e, const struct moment *at,
    long line)
{
	if (!at->has_off)
		return wk_port_wall_end(c->port, e, at->wall, -1, line);
	if (!wk_port_utc_end(c->port, e, at->wall - at->off, line))
		return false;
	e->off_end = at->off;
	return true;
}

/* end: NULL while the clock runs. */
static void
put_session(struct clocks *c, const struct session *s, const struct moment *end,
    const char *note, long line)
{
	struct wk_port_event e;
	struct wk_buf b;
	char id[35];
	wk_port_event_init(&e, "work");
	set_start(c, &e, &s->at);
	bool ok = end == NULL || set_end(c, &e, end, line);
	wk_buf_init(&b);
	wk_buf_addf(&b, "work %lld %s", (long long)e.start, s->account);
	wk_port_make_id(b.p, id);
	wk_buf_clear(&b);
	wk_port_tag_add(c->port, &b, s->account);
	if (b.len > 0)
		wk_buf_addc(&b, ']');
	e.source = "timeclock";
	e.id = id;
	e.title = *s->title != '\0' ? s->title : note;
	e.tags = b.len > 0 ? b.p : NULL;
	if (ok)
		wk_port_span_put(c->port, &e, line);
	wk_buf_fini(&b);
}

static size_t
find_session(const struct clocks *c, const char *account)
{
	for (size_t i = c->n; i > 0; i--)
		if (strcmp(c->open[i - 1].account, account) == 0)
			return i - 1;
	return c->n;
}

static void
clock_in(struct clocks *c, const char *account, const char *title,
    const struct moment *at, long line)
{
	size_t i = find_session(c, account);
	if (i < c->n) {
		wk_port_error(c->port, line, "\"%.60s\" is clocked in since line %ld",
		    account, c->open[i].line);
		c->open[i].is_bad = true;
		return;
	}
	if (c->n >= WK_PORT_COLUMNS_MAX) {
		wk_port_error(c->port, line, "more than %d clocks run at once",
		    WK_PORT_COLUMNS_MAX);
		return;
	}
	c->open = wk_mem_grow(c->open, &c->cap, c->n + 1, sizeof(*c->open));
	c->open[c->n++] = (struct session){ wk_mem_strdup(account), wk_mem_strdup(title),
		*at, line, false };
}

static void
clock_out(struct clocks *c, const char *account, const char *title,
    const struct moment *at, long line)
{
	size_t i = find_session(c, account);
	if (c->n == 0) {
		wk_port_error(c->port, line, "clocked out without being in");
		return;
	}
	bool is_note = i == c->n && *account != '\0';
	if (is_note && c->n > 1) {
		wk_port_error(c->port, line, "\"%.60s\" is clocked out without being in",
		    account);
		return;
	}
	if (i == c->n)
		i = c->n - 1;
	if (!c->open[i].is_bad)
		put_session(c, &c->open[i], at, is_note ? account : title, line);
	drop_session(c, i);
}

static void
take(void *ctx, const char *text, size_t len, long line)
{
	struct clocks *c = ctx;
	struct wk_scan s;
	struct wk_arena a;
	char code, *account, *title;
	struct moment at;
	wk_scan_init(&s, text, len);
	if (len == 0 || strchr(";#* \thb", *text) != NULL)
		return;
	if (!read_entry(&s, &code, &at)) {
		wk_port_error(c->port, line, "\"%.*s\" is not like i 2026-11-20 09:00:00",
		    (int)WK_MIN(len, (size_t)40), text);
		return;
	}
	wk_arena_init(&a);
	read_words(&s, &a, &account, &title);
	if (code == 'i')
		clock_in(c, account, title, &at, line);
	else
		clock_out(c, account, title, &at, line);
	wk_arena_fini(&a);
}

void
wk_port_timeclock(struct wk_port *port)
{
	struct clocks c = { .port = port };
	wk_port_header(port, "timeclock", wk_zone_name(port->zone));
	wk_port_each_line(port, take, &c);
	for (; c.n > 0; drop_session(&c, 0))
		if (!c.open[0].is_bad)
			put_session(&c, &c.open[0], NULL, NULL, c.open[0].line);
	wk_mem_free(c.open);
}
