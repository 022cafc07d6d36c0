/* SPDX-License-Identifier: MIT */
/* git log, a commit a line, its fields split by tabs or zero bytes:
 *   git log --all --no-merges --author=me --date=raw \
 *       --format='%H%x09%at%x09%ad%x09%ct%x09%ae%x09%s'
 * Only the author's time and offset are used: rebasing keeps those. Commits not more than
 * two hours apart are one session, which began half an hour before the first; so this is
 * an estimate, and the layer below every clock. */
#include <stdlib.h>

#include "port.h"

enum { GAP_S = 2 * 3600, LEAD_S = 1800, SESSION_MAX_S = 16 * 3600,
	OFF_MAX_S = 15 * 3600 };
/* Git is from 2005; no commit was made before, or in a year wick does not know. */
#define FIRST_UTC 1104537600
#define LAST_UTC 7258118400

struct commit {
	int64_t at;
	int32_t off;
};

struct history {
	struct wk_port *port;
	struct commit *v;
	size_t n, cap;
	long odd_clocks;
};

/* Up to a tab or a zero byte; false at the end. */
static bool
next_field(struct wk_scan *s, struct wk_scan *field)
{
	if (s->p >= s->end)
		return false;
	field->p = s->p;
	while (s->p < s->end && *s->p != '\t' && *s->p != '\0')
		s->p++;
	field->end = s->p;
	if (s->p < s->end)
		s->p++;
	return true;
}

static bool
is_sha(const struct wk_scan *f)
{
	size_t n = (size_t)(f->end - f->p);
	if (n != 40 && n != 64)
		return false;
	for (size_t i = 0; i < n; i++)
		if (memchr("0123456789abcdef", f->p[i], 16) == NULL)
			return false;
	return true;
}

static bool
read_epoch(const struct wk_scan *f, int64_t *out)
{
	char text[24] = { 0 };
	long v;
	size_t n = (size_t)(f->end - f->p);
	if (n == 0 || n >= sizeof(text))
		return false;
	memcpy(text, f->p, n);
	if (!wk_text_parse_int(text, INT32_MIN, 1L << 40, &v))
		return false;
	*out = v;
	return true;
}

/* "+0100", alone or behind the seconds that --date=raw repeats. */
static bool
read_offset(const struct wk_scan *f, int32_t *off)
{
	struct wk_scan s = *f;
	int v;
	if (s.end - s.p < 5)
		return false;
	s.p = s.end - 5;
	int sign = *s.p == '-' ? -1 : *s.p == '+' ? 1 : 0;
	s.p++;
	const char *from = s.p;
	if (sign == 0 || !wk_scan_digits(&s, 4, &v) || s.p - from != 4 || v % 100 > 59)
		return false;
	*off = sign * (v / 100 * 3600 + v % 100 * 60);
	return *off <= OFF_MAX_S && *off >= -OFF_MAX_S;
}

static bool
read_commit(const char *p, size_t n, struct commit *out)
{
	struct wk_scan s, f;
	wk_scan_init(&s, p, n);
	return next_field(&s, &f) && is_sha(&f) && next_field(&s, &f) &&
	    read_epoch(&f, &out->at) && next_field(&s, &f) && read_offset(&f, &out->off);
}

bool
wk_port_detect_git(const char *p, size_t n)
{
	struct wk_scan s;
	struct commit c;
	return wk_scan_first_line(&s, p, n, "#") &&
	    read_commit(s.p, (size_t)(s.end - s.p), &c);
}

static void
take(struct history *h, const char *s, size_t len, long line)
{
	struct commit c;
	if (len == 0 || *s == '#')
		return;
	if (len > WK_PORT_LINE_MAX)
		wk_port_error(h->port, line, "the line is longer than 1 MiB");
	else if (!read_commit(s, len, &c))
		wk_port_error(h->port, line, "\"%.*s\" is not a hash, the seconds and "
		    "the offset of a commit", (int)WK_MIN(len, (size_t)40), s);
	else if (c.at < FIRST_UTC || c.at > LAST_UTC)
		h->odd_clocks++;
	else {
		h->v = wk_mem_grow(h->v, &h->cap, h->n + 1, sizeof(*h->v));
		h->v[h->n++] = c;
	}
}

static int
compare(const void *a, const void *b)
{
	const struct commit *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->off < y->off ? -1 : x->off > y->off;
}

/* Commits v[0..n), ascending, of one session. */
static void
put_session(struct history *h, const struct commit *v, size_t n)
{
	struct wk_port_event e;
	char text[48], id[35], title[48], tz[8];
	(void)snprintf(text, sizeof(text), "git %lld", (long long)v->at);
	wk_port_make_id(text, id);
	(void)snprintf(title, sizeof(title), "%zu commit%s", n, n == 1 ? "" : "s");
	wk_port_offset_name(v->off, tz);
	wk_port_event_init(&e, "work");
	e.start = v[0].at - LEAD_S;
	e.off_start = v[0].off;
	e.end = v[n - 1].at;
	e.off_end = v[n - 1].off;
	e.tz = tz;
	e.source = "git";
	e.id = id;
	e.title = title;
	wk_port_event_put(h->port, &e);
}

static void
put_sessions(struct history *h)
{
	size_t n = 0, from = 0;
	if (h->n > 1)
		qsort(h->v, h->n, sizeof(*h->v), compare);
	/* what was rebased or picked stands there twice */
	for (size_t i = 0; i < h->n; i++)
		if (n == 0 || h->v[i].at != h->v[n - 1].at)
			h->v[n++] = h->v[i];
	for (size_t i = 1; i <= n; i++)
		if (i == n || h->v[i].at - h->v[i - 1].at > GAP_S ||
		    h->v[i].at - h->v[from].at + LEAD_S > SESSION_MAX_S) {
			put_session(h, &h->v[from], i - from);
			from = i;
		}
	if (n < h->n)
		wk_port_note(h->port,
		    "commits of the same second as another, which count once: %zu",
		    h->n - n);
}

void
wk_port_git(struct wk_port *port)
{
	struct history h = { .port = port };
	struct wk_port_lines l;
	const char *s;
	size_t len;
	wk_port_header(port, "git", "the commits' own");
	wk_port_lines_init(&l, port->p, port->n);
	while (!wk_port_is_over(port) && wk_port_lines_next(&l, &s, &len))
		take(&h, s, len, l.line);
	put_sessions(&h);
	if (h.odd_clocks > 0)
		wk_port_note(port,
		    "commits of a wrong clock (before 2005), left out: %ld",
		    h.odd_clocks);
	if (h.n > 0)
		wk_port_note(port, "estimated from %zu commits: hours where nothing else "
		    "says any", h.n);
	wk_mem_free(h.v);
}
