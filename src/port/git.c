/* SPDX-License-Identifier: MIT */
/* git log, a commit a line, its fields split by tabs or zero bytes:
 *   git log --all --no-merges --author=me --date=raw \
 *       --format='%H%x09%at%x09%ad%x09%ct%x09%ae%x09%s'
 * or as git writes it when nobody says how, "commit HASH" and its headers.
 * Only the author's time and offset are used: rebasing keeps those. Commits not more than
 * two hours apart are one session, which began half an hour before the first; so this is
 * an estimate, and the layer below every clock. */
#include <stdlib.h>

#include "git.h"

enum { GAP_S = 2 * 3600, LEAD_S = 1800, SESSION_MAX_S = 16 * 3600,
	HASH_MIN = 7 };
/* Git is from 2005; no commit was made before, or in a year wick does not know. */
#define FIRST_UTC 1104537600
#define LAST_UTC 7258118400

struct history {
	struct wk_port *port;
	struct git_commit *v;
	size_t n, cap;
	long odd_clocks, merges;
	/* of git's own form: where this commit's headers began (0: they are over) */
	long headers;
	bool is_merge;
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
is_hex(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (memchr("0123456789abcdef", p[i], 16) == NULL)
			return false;
	return true;
}

static bool
is_sha(const struct wk_scan *f)
{
	size_t n = (size_t)(f->end - f->p);
	return (n == 40 || n == 64) && is_hex(f->p, n);
}

static bool
is_header(const char *s, size_t len, const char *name)
{
	size_t n = strlen(name);
	return len >= n && memcmp(s, name, n) == 0;
}

/* "commit HASH", a short one too, and what it is decorated with. */
static bool
begins_commit(const char *s, size_t len)
{
	size_t n = 0;
	if (!is_header(s, len, "commit "))
		return false;
	for (s += 7, len -= 7; n < len && s[n] != ' ';)
		n++;
	return n >= HASH_MIN && n <= 64 && is_hex(s, n);
}

static bool
read_commit(const char *p, size_t n, struct git_commit *out)
{
	struct wk_scan s, f;
	wk_scan_init(&s, p, n);
	return next_field(&s, &f) && is_sha(&f) && next_field(&s, &f) &&
	    git_read_epoch(&f, &out->at) && next_field(&s, &f) &&
	    git_read_offset(&f, &out->off);
}

bool
wk_port_detect_git(const char *p, size_t n)
{
	struct wk_scan s;
	struct git_commit c;
	return wk_scan_first_line(&s, p, n, "#") &&
	    (read_commit(s.p, (size_t)(s.end - s.p), &c) ||
	    begins_commit(s.p, (size_t)(s.end - s.p)));
}

static void
add(struct history *h, const struct git_commit *c)
{
	if (c->at < FIRST_UTC || c->at > LAST_UTC) {
		h->odd_clocks++;
		return;
	}
	h->v = wk_mem_grow(h->v, &h->cap, h->n + 1, sizeof(*h->v));
	h->v[h->n++] = *c;
}

/* A commit a line; under -z all of them are in one. */
static void
take_fields(struct history *h, const char *p, size_t len, long line)
{
	struct wk_scan s, f;
	struct git_commit c;
	if (!read_commit(p, len, &c)) {
		wk_port_error(h->port, line, "\"%.*s\" is not a hash, the seconds and "
		    "the offset of a commit", (int)WK_MIN(len, (size_t)40), p);
		return;
	}
	wk_scan_init(&s, p, len);
	while (next_field(&s, &f))
		if (is_sha(&f) && read_commit(f.p, (size_t)(s.end - f.p), &c))
			add(h, &c);
}

static void
end_headers(struct history *h)
{
	if (h->headers > 0 && !h->is_merge)
		wk_port_error(h->port, h->headers, "the commit has no date: leave out "
		    "--format");
	h->merges += h->headers > 0 && h->is_merge;
	h->headers = 0;
}

static void
take_date(struct history *h, const char *s, size_t len, long line)
{
	struct git_commit c;
	if (git_parse_date(s, len, &c))
		add(h, &c);
	else
		wk_port_error(h->port, line, "date \"%.*s\" has no offset like +0100: "
		    "leave out --date", (int)WK_MIN(len, (size_t)40), s);
	h->headers = 0;
}

/* The headers end with an empty line; messages are indented, patches never looked at. */
static void
take_headers(struct history *h, const char *s, size_t len, long line)
{
	static const char *const dates[] = { "Date:   ", "AuthorDate: " };
	if (begins_commit(s, len)) {
		end_headers(h);
		h->headers = line;
		h->is_merge = false;
	}
	if (h->headers == 0)
		return;
	if (len == 0)
		end_headers(h);
	h->is_merge = h->is_merge || is_header(s, len, "Merge: ");
	for (size_t i = 0; i < WK_LEN(dates) && !h->is_merge; i++)
		if (is_header(s, len, dates[i])) {
			take_date(h, s + strlen(dates[i]), len - strlen(dates[i]), line);
			return;
		}
}

static void
take(struct history *h, const char *s, size_t len, long line, bool is_own)
{
	if (len > WK_PORT_LINE_MAX && is_own)
		wk_port_error(h->port, line, "the line is longer than 1 MiB");
	else if (is_own)
		take_headers(h, s, len, line);
	else if (len > 0 && *s != '#')
		take_fields(h, s, len, line);
}

static int
compare(const void *a, const void *b)
{
	const struct git_commit *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->off < y->off ? -1 : x->off > y->off;
}

/* Commits v[0..n), ascending, of one session. */
static void
put_session(struct history *h, const struct git_commit *v, size_t n)
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
	struct wk_scan first;
	wk_port_header(port, "git", "the commits' own");
	bool is_own = wk_scan_first_line(&first, port->p, port->n, "#") &&
	    begins_commit(first.p, (size_t)(first.end - first.p));
	wk_port_lines_init(&l, port->p, port->n);
	while (!wk_port_is_over(port) && wk_port_lines_next(&l, &s, &len))
		take(&h, s, len, l.line, is_own);
	end_headers(&h);
	put_sessions(&h);
	if (h.merges > 0)
		wk_port_note(port, "merges, left out: %ld", h.merges);
	if (h.odd_clocks > 0)
		wk_port_note(port,
		    "commits of a wrong clock (before 2005), left out: %ld",
		    h.odd_clocks);
	if (h.n > 0)
		wk_port_note(port, "estimated from %zu commits: hours where nothing else "
		    "says any", h.n);
	wk_mem_free(h.v);
}
