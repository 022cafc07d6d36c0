/* SPDX-License-Identifier: MIT */
/* ActivityWatch's export of buckets, or the events of one: only what aw-watcher-afk saw,
 * and of that only "not-afk"; windows and pages are nobody's business. Its events may
 * overlap, stand twice or be a second apart after a suspend: what is not more than its
 * own patience (three minutes) apart is one. */
#include <math.h>
#include <stdlib.h>

#include "json.h"

enum { GAP_S = 180, EVENT_MAX_S = 2 * 86400, PIECE_MAX_S = 86400,
	SPANS_FIRST = 1024 };

struct span {
	int64_t from, to;
};

struct reader {
	struct wk_port *port;
	char bucket[200], key[35];      /* its name, and what stands for it in ids */
	struct span *v;
	size_t n, cap;
	long spans;
	int64_t joined_s;               /* of gaps that count as presence */
};

static int
compare(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

static void
put_span(struct reader *r, const struct span *s)
{
	struct wk_port_event e;
	char id[40];
	wk_port_event_init(&e, "work");
	(void)snprintf(id, sizeof(id), "%.8s.%lld", r->key + 2, (long long)s->from);
	e.source = "activitywatch";
	e.id = id;
	wk_port_utc_start(r->port, &e, s->from);
	if (wk_port_utc_end(r->port, &e, s->to, 0))
		wk_port_event_put(r->port, &e);
	r->spans++;
}

/* Presence without a pause of three minutes in a day is told day by day. */
static void
put_pieces(struct reader *r, struct span s)
{
	for (; s.from < s.to; s.from += PIECE_MAX_S) {
		struct span piece = { s.from, WK_MIN(s.to, s.from + PIECE_MAX_S) };
		put_span(r, &piece);
	}
}

/* ActivityWatch writes the newest first, and qsort wants as much memory again. */
static void
sort(struct reader *r)
{
	size_t up = 1, down = 1, n = r->n;
	while (up < n && compare(&r->v[up - 1], &r->v[up]) <= 0)
		up++;
	while (down < n && compare(&r->v[down - 1], &r->v[down]) >= 0)
		down++;
	if (up < n && down < n)
		qsort(r->v, n, sizeof(*r->v), compare);
	for (size_t i = 0; up < n && down >= n && i < n / 2; i++) {
		struct span s = r->v[i];
		r->v[i] = r->v[n - 1 - i];
		r->v[n - 1 - i] = s;
	}
}

/* One bucket is known whole: its spans joined. In the order of time their ids are in
 * their own order, which is the one an index likes best. */
static void
flush(struct reader *r)
{
	sort(r);
	wk_port_make_id(r->bucket, r->key);
	for (size_t i = 0, j; i < r->n; i = j) {
		struct span s = r->v[i];
		for (j = i + 1; j < r->n && r->v[j].from - s.to <= GAP_S; j++) {
			r->joined_s += WK_MAX(r->v[j].from - s.to, 0);
			s.to = WK_MAX(s.to, r->v[j].to);
		}
		put_pieces(r, s);
	}
	r->n = 0;
}

/* Into the one before it where they are not further apart: hundreds of thousands of them
 * would be too many to keep. */
static void
add_span(struct reader *r, const struct span *s)
{
	struct span *last = r->n > 0 ? &r->v[r->n - 1] : NULL;
	if (last != NULL && s->from - last->to <= GAP_S && last->from - s->to <= GAP_S) {
		r->joined_s += WK_MAX(WK_MAX(s->from - last->to, last->from - s->to), 0);
		last->from = WK_MIN(last->from, s->from);
		last->to = WK_MAX(last->to, s->to);
		return;
	}
	if (r->n == r->cap) {           /* by a quarter: nobody has a million to spare */
		r->cap += r->cap / 4 + SPANS_FIRST;
		r->v = wk_mem_realloc(r->v, r->cap * sizeof(*r->v));
	}
	r->v[r->n++] = *s;
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	struct reader *r = ctx;
	const char *status = wk_json_text(rec, "data.status");
	const char *at = wk_json_text(rec, "timestamp");
	const char *bucket = rec->outer == NULL ? "" : rec->outer->key;
	int64_t t;
	int32_t off;
	bool is_wall;
	double s;
	if (status == NULL || strcmp(status, "not-afk") != 0)
		return;
	if (at == NULL || !wk_port_parse_time(at, &t, &off, &is_wall) || is_wall ||
	    !wk_json_real(rec, "duration", &s) || s < 0 || s > EVENT_MAX_S) {
		wk_port_error(r->port, rec->line,
		    "timestamp \"%.40s\" or its duration is not to be read",
		    at == NULL ? "" : at);
		return;
	}
	if (strcmp(bucket, r->bucket) != 0) {
		flush(r);
		(void)snprintf(r->bucket, sizeof(r->bucket), "%.199s", bucket);
	}
	add_span(r, &(struct span){ t, t + llround(s) });
}

/* What the type of a bucket, which stands before its events, says is none of ours. */
static bool
is_wanted(void *ctx, const struct wk_json_record *rec, const char *path, bool has_places)
{
	(void)ctx;
	(void)has_places;
	const char *type = strcmp(path, "events") == 0 ? wk_json_text(rec, "type") : NULL;
	return type == NULL || strcmp(type, "afkstatus") == 0;
}

bool
wk_port_detect_activitywatch(const char *p, size_t n)
{
	while (n > 0 && *p != '\0' && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	if (n > 0 && *p == '[')         /* the events of one bucket */
		return memmem(p, n, "\"timestamp\"", 11) != NULL &&
		    memmem(p, n, "\"not-afk\"", 9) != NULL;
	return n > 0 && *p == '{' && memmem(p, n, "\"buckets\"", 9) != NULL &&
	    memmem(p, n, "\"aw-", 4) != NULL;
}

static const struct wk_json_taker taker = { .take = take, .is_wanted = is_wanted };

void
wk_port_activitywatch(struct wk_port *port)
{
	static const char *const places[] = { "buckets.*", "buckets.*.events.#",
		"events.*.#", "#", NULL };
	struct reader r = { .port = port };
	wk_port_header(port, "activitywatch", "UTC");
	wk_json_read(port, places, &taker, &r);
	flush(&r);
	if (r.spans == 0 && port->errors == 0)
		wk_port_note(port, "nothing of aw-watcher-afk in it");
	else
		wk_port_note(port,
		    "presence, not work: hours where nothing else says any");
	if (r.joined_s > 0)
		wk_port_note(port,
		    "gaps of up to three minutes count as presence: %lld min",
		    (long long)(r.joined_s + 30) / 60);
	wk_mem_free(r.v);
}
