/* SPDX-License-Identifier: MIT */
/* `timew export`: an array of {id, start, end?, tags?, annotation?}, each of which is
 * a record.
 *
 * With exclusions configured timew exports one running interval as many closed pieces and
 * an open tail. A run of intervals with the same words that ends in an open one, meets
 * only at whole minutes and repeats the same gap is taken for that and becomes one open
 * session again; totals then wait until it is stopped. */
#include "json.h"

enum { RUN_MAX = 100000, GAP_MAX_S = 8 * 86400 };

struct piece {
	int64_t start, end;
	long line;
};

struct reader {
	struct wk_port *port;
	struct wk_buf tags, note;       /* of the interval in hand */
	/* the run: pieces with the same words */
	struct piece *run;
	size_t run_count, run_cap;
	struct wk_buf run_tags, run_note;
};

static void
put_piece(struct reader *r, const struct piece *p)
{
	struct wk_port_event e;
	char id[WK_PORT_ID_MAX];
	wk_port_timew_init(r->port, &e, p->start, p->end, id);
	e.tags = r->run_tags.len > 2 ? r->run_tags.p : NULL;
	e.title = r->run_note.p;
	if (p->start == p->end)
		wk_port_skip(r->port, p->line, "zero length");
	else
		wk_port_event_put(r->port, &e);
}

/* Do a and b meet like two pieces of one interval? */
static bool
is_cut(const struct piece *a, const struct piece *b)
{
	return a->end != WK_TIME_NONE && a->end % 60 == 0 && b->start % 60 == 0 &&
	    b->start > a->end && b->start - a->end < GAP_MAX_S;
}

static int
minute_of_day(const struct reader *r, int64_t utc)
{
	int64_t wall = utc + wk_zone_offset(r->port->zone, utc);
	return (int)((wall % 86400 + 86400) % 86400 / 60);
}

/* Is a gap of the same hours found twice between first and the end of the run? */
static bool
repeats_gap(const struct reader *r, size_t first)
{
	unsigned char *seen = wk_mem_alloc(1440);
	bool is_found = false;
	for (size_t i = first; i + 1 < r->run_count && !is_found; i++) {
		int from = minute_of_day(r, r->run[i].end);
		int to = minute_of_day(r, r->run[i + 1].start);
		int64_t days = (r->run[i + 1].start - r->run[i].end) / 86400;
		unsigned char mark = (unsigned char)(1 + (to * 7 + days) % 255);
		is_found = seen[from] == mark;
		seen[from] = mark;
	}
	wk_mem_free(seen);
	return is_found;
}

/* Index of the first piece of the open interval at the end of the run. */
static size_t
first_piece(const struct reader *r)
{
	size_t first = r->run_count - 1;
	if (r->run[first].end != WK_TIME_NONE)
		return first;
	while (first > 0 && is_cut(&r->run[first - 1], &r->run[first]))
		first--;
	return r->run_count - first >= 3 && repeats_gap(r, first) ? first :
	    r->run_count - 1;
}

static void
flush_run(struct reader *r)
{
	if (r->run_count == 0)
		return;
	size_t last = r->run_count - 1, first = first_piece(r);
	for (size_t i = 0; i < first; i++)
		put_piece(r, &r->run[i]);
	if (first < last)
		wk_port_note(r->port,
		    "%zu pieces of one running interval (cut by exclusions) "
		    "are joined", r->run_count - first);
	r->run[first].end = r->run[last].end;
	put_piece(r, &r->run[first]);
	r->run_count = 0;
}

static void
add_piece(struct reader *r, const struct piece *p)
{
	bool is_same = r->run_count > 0 && r->run_count < RUN_MAX &&
	    r->run[r->run_count - 1].end != WK_TIME_NONE &&
	    r->run[r->run_count - 1].start < p->start &&
	    strcmp(r->run_tags.p, r->tags.p) == 0 &&
	    strcmp(r->run_note.p, r->note.p) == 0;
	if (!is_same) {
		flush_run(r);
		wk_buf_clear(&r->run_tags);
		wk_buf_clear(&r->run_note);
		wk_buf_add(&r->run_tags, r->tags.p, r->tags.len);
		wk_buf_add(&r->run_note, r->note.p, r->note.len);
	}
	r->run = wk_mem_grow(r->run, &r->run_cap, r->run_count + 1, sizeof(*r->run));
	r->run[r->run_count++] = *p;
}

/* False when the interval has been refused. */
static bool
read_time(struct reader *r, const struct wk_json_record *rec, const char *name,
    int64_t *out)
{
	const char *s = wk_json_text(rec, name);
	if (s != NULL && !wk_port_timew_time(s, strlen(s), out))
		wk_port_error(r->port, rec->line,
		    "%s \"%.40s\" is not a time like 20260101T080000Z", name, s);
	else if (s == NULL && wk_json_has(rec, name))
		wk_port_error(r->port, rec->line, "a value of the wrong kind for \"%s\"",
		    name);
	else
		return true;
	return false;
}

/* The names of a list's texts are tags.0, tags.1, ... */
static bool
read_tags(struct reader *r, const struct wk_json_record *rec)
{
	const char *path, *text;
	enum wk_json_type type;
	wk_buf_clear(&r->tags);
	for (size_t i = 0; wk_json_leaf(rec, i, &path, &type, &text); i++) {
		if (strcmp(path, "tags") != 0 && !wk_text_starts(path, "tags."))
			continue;
		if (path[4] == '\0' || type != WK_JSON_TEXT || strchr(path + 5, '.')) {
			wk_port_error(r->port, rec->line,
			    "a list of texts is expected for \"tags\"");
			return false;
		}
		wk_buf_addc(&r->tags, r->tags.len == 0 ? '[' : ',');
		wk_port_put_string(r->port, &r->tags, text);
	}
	if (r->tags.len > 0)
		wk_buf_addc(&r->tags, ']');
	return true;
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	struct reader *r = ctx;
	struct piece p = { WK_TIME_NONE, WK_TIME_NONE, rec->line };
	const char *note = wk_json_text(rec, "annotation");
	if (!read_time(r, rec, "start", &p.start) ||
	    !read_time(r, rec, "end", &p.end) || !read_tags(r, rec))
		return;
	const char *fault = p.start == WK_TIME_NONE ? "an interval without a start" :
	    wk_port_span_fault(p.start, p.end);
	if (fault != NULL) {
		wk_port_error(r->port, rec->line, "%s", fault);
		return;
	}
	wk_buf_clear(&r->note);
	wk_buf_adds(&r->note, note == NULL ? "" : note);
	add_piece(r, &p);
}

static const struct wk_json_taker taker = { .take = take };

void
wk_port_timew_json(struct wk_port *port)
{
	static const char *const places[] = { "#", NULL };
	struct reader r = { .port = port };
	struct wk_buf *bufs[] = { &r.tags, &r.note, &r.run_tags, &r.run_note };
	for (size_t i = 0; i < WK_LEN(bufs); i++)
		wk_buf_init(bufs[i]);
	wk_port_header(port, "timewarrior", "UTC");
	wk_json_read(port, places, &taker, &r);
	flush_run(&r);
	for (size_t i = 0; i < WK_LEN(bufs); i++)
		wk_buf_fini(bufs[i]);
	wk_mem_free(r.run);
}
