/* SPDX-License-Identifier: MIT */
/* `timew export`: an array of {id, start, end?, tags?, annotation?}, read by yajl line by
 * line, so that an error can name its line.
 *
 * With exclusions configured timew exports one running interval as many closed pieces and
 * an open tail. A run of intervals with the same words that ends in an open one, meets
 * only at whole minutes and repeats the same gap is taken for that and becomes one open
 * session again; totals then wait until it is stopped. */
#include <yajl/yajl_parse.h>

#include "port.h"

enum { RUN_MAX = 100000, GAP_MAX_S = 8 * 86400 };

struct piece {
	int64_t start, end;
	long line;
};

enum slot { SLOT_NONE, SLOT_START, SLOT_END, SLOT_TAGS, SLOT_NOTE };

struct reader {
	struct wk_port *port;
	long line;
	int depth; /* 1 in the list, 2 in an interval, 3 in its tags */
	size_t since; /* bytes read since yajl last told us of a value */
	enum slot slot;
	const char *refusal;
	bool is_bad;                    /* this interval has been refused */
	long from_line;                 /* where this interval begins */
	int64_t start, end;
	bool has_end;
	struct wk_buf tags, note, key;
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
add_piece(struct reader *r)
{
	struct piece p = { r->start, r->has_end ? r->end : WK_TIME_NONE, r->from_line };
	bool is_same = r->run_count > 0 && r->run_count < RUN_MAX &&
	    r->run[r->run_count - 1].end != WK_TIME_NONE &&
	    r->run[r->run_count - 1].start < p.start &&
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
	r->run[r->run_count++] = p;
}

static void
refuse_interval(struct reader *r, const char *what, const char *s, size_t n)
{
	if (!r->is_bad)
		wk_port_error(r->port, r->line, "%s \"%.*s\"", what,
		    (int)WK_MIN(n, (size_t)40), s);
	r->is_bad = true;
}

static int
stop(struct reader *r, const char *why)
{
	r->refusal = why;
	return 0;
}

/* A value that is neither text nor a list where text is meant; ids are ignored. */
static int
other_value(struct reader *r)
{
	r->since = 0;
	if (r->depth < 2)
		return stop(r, "not a list of intervals");
	if (r->slot != SLOT_NONE && r->depth <= 3)
		refuse_interval(r, "a value of the wrong kind for", r->key.p, r->key.len);
	return 1;
}

static int
on_null(void *ctx)
{
	return other_value(ctx);
}

static int
on_boolean(void *ctx, int v)
{
	(void)v;
	return other_value(ctx);
}

static int
on_number(void *ctx, const char *s, size_t n)
{
	(void)s;
	(void)n;
	return other_value(ctx);
}

static void
read_time(struct reader *r, const char *s, size_t n)
{
	int64_t *out = r->slot == SLOT_START ? &r->start : &r->end;
	if (!wk_port_timew_time(s, n, out))
		refuse_interval(r, "not a time like 20260101T080000Z:", s, n);
	else if (r->slot == SLOT_END)
		r->has_end = true;
}

static void
add_tag(struct reader *r, const char *s, size_t n)
{
	struct wk_buf tag;
	wk_buf_init(&tag);
	wk_buf_add(&tag, s, n);
	wk_buf_addc(&r->tags, r->tags.len == 0 ? '[' : ',');
	wk_port_put_string(r->port, &r->tags, tag.p);
	wk_buf_fini(&tag);
}

static int
on_string(void *ctx, const unsigned char *u, size_t n)
{
	struct reader *r = ctx;
	const char *s = (const char *)u;
	r->since = 0;
	if (r->depth < 2)
		return stop(r, "not a list of intervals");
	if (n > WK_PORT_LINE_MAX)
		return stop(r, "a text is longer than 1 MiB");
	if (memchr(s, '\0', n) != NULL)
		refuse_interval(r, "a zero byte in", r->key.p, r->key.len);
	else if (r->depth == 3 && r->slot == SLOT_TAGS)
		add_tag(r, s, n);
	else if (r->depth == 2 && (r->slot == SLOT_START || r->slot == SLOT_END))
		read_time(r, s, n);
	else if (r->depth == 2 && r->slot == SLOT_NOTE) {
		wk_buf_clear(&r->note);
		wk_buf_add(&r->note, s, n);
	} else if (r->depth == 2 && r->slot == SLOT_TAGS)
		refuse_interval(r, "a list is expected for", r->key.p, r->key.len);
	return 1;
}

static const struct {
	const char *key;
	enum slot slot;
} slots[] = {
	{ "start", SLOT_START }, { "end", SLOT_END }, { "tags", SLOT_TAGS },
	{ "annotation", SLOT_NOTE },
};

static int
on_key(void *ctx, const unsigned char *u, size_t n)
{
	struct reader *r = ctx;
	r->since = 0;
	if (r->depth != 2)
		return 1;
	r->slot = SLOT_NONE;
	wk_buf_clear(&r->key);
	wk_buf_add(&r->key, u, WK_MIN(n, (size_t)64));
	for (size_t i = 0; i < WK_LEN(slots); i++)
		if (strcmp(r->key.p, slots[i].key) == 0)
			r->slot = slots[i].slot;
	return 1;
}

static int
deeper(struct reader *r)
{
	r->since = 0;
	if (++r->depth > WK_PORT_DEPTH_MAX)
		return stop(r, "nested deeper than 64");
	return 1;
}

static int
on_start_map(void *ctx)
{
	struct reader *r = ctx;
	if (r->depth == 0)
		return stop(r, "not a list of intervals");
	if (r->depth == 1) {
		r->is_bad = r->has_end = false;
		r->slot = SLOT_NONE;
		r->start = WK_TIME_NONE;
		r->from_line = r->line;
		wk_buf_clear(&r->tags);
		wk_buf_clear(&r->note);
	} else if (r->slot != SLOT_NONE)
		refuse_interval(r, "a value of the wrong kind for", r->key.p, r->key.len);
	return deeper(r);
}

static int
on_end_map(void *ctx)
{
	struct reader *r = ctx;
	r->since = 0;
	if (--r->depth != 1)
		return 1;
	if (r->tags.len > 0)
		wk_buf_addc(&r->tags, ']');
	const char *fault = r->start == WK_TIME_NONE ? "an interval without a start" :
	    r->has_end ? wk_port_span_fault(r->start, r->end) : NULL;
	if (!r->is_bad && fault != NULL)
		wk_port_error(r->port, r->line, "%s", fault);
	else if (!r->is_bad)
		add_piece(r);
	return wk_port_is_over(r->port) ? stop(r, NULL) : 1;
}

static int
on_start_array(void *ctx)
{
	struct reader *r = ctx;
	if (r->depth == 1 || (r->depth >= 2 && r->slot != SLOT_NONE &&
	    !(r->depth == 2 && r->slot == SLOT_TAGS)))
		return stop(r, "a list where none is expected");
	return deeper(r);
}

static int
on_end_array(void *ctx)
{
	struct reader *r = ctx;
	r->since = 0;
	r->depth--;
	return 1;
}

static void *
y_malloc(void *ctx, size_t n)
{
	(void)ctx;
	return wk_mem_alloc(n);
}

static void *
y_realloc(void *ctx, void *p, size_t n)
{
	(void)ctx;
	return wk_mem_realloc(p, n);
}

static void
y_free(void *ctx, void *p)
{
	(void)ctx;
	wk_mem_free(p);
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null, .yajl_boolean = on_boolean, .yajl_number = on_number,
	.yajl_string = on_string, .yajl_start_map = on_start_map, .yajl_map_key = on_key,
	.yajl_end_map = on_end_map, .yajl_start_array = on_start_array,
	.yajl_end_array = on_end_array,
};

/* What yajl dislikes, in one lower-case line. */
static void
report(struct reader *r, yajl_handle y)
{
	unsigned char *text = yajl_get_error(y, 0, NULL, 0);
	size_t n = text == NULL ? 0 : strcspn((char *)text, "\n");
	if (r->refusal == NULL && text != NULL && strstr((char *)text, "premature EOF") !=
	    NULL)
		r->refusal = "the file ends in the middle of an interval";
	if (r->refusal != NULL)
		wk_port_error(r->port, r->line, "%s", r->refusal);
	else if (!wk_port_is_over(r->port))
		wk_port_error(r->port, r->line, "%.*s", (int)WK_MIN(n, (size_t)120),
		    text == NULL ? "" : (char *)text);
	if (text != NULL)
		yajl_free_error(y, text);
}

/* Piece by piece: at most to the end of the line, so that r->line is right. */
static yajl_status
feed(struct reader *r, yajl_handle y)
{
	const char *p = r->port->p, *end = p + r->port->n;
	yajl_status st = yajl_status_ok;
	while (p < end && st == yajl_status_ok) {
		size_t n = WK_MIN((size_t)(end - p), (size_t)65536);
		const char *nl = memchr(p, '\n', n);
		n = nl == NULL ? n : (size_t)(nl - p) + 1;
		r->since += n;
		st = yajl_parse(y, (const unsigned char *)p, n);
		if (st == yajl_status_ok && r->since > WK_PORT_LINE_MAX + 65536) {
			(void)stop(r, "a value is longer than 1 MiB");
			return yajl_status_client_canceled;
		}
		p += n;
		if (st == yajl_status_ok)
			r->line += nl != NULL;
	}
	return st == yajl_status_ok ? yajl_complete_parse(y) : st;
}

void
wk_port_timew_json(struct wk_port *port)
{
	yajl_alloc_funcs mem = { y_malloc, y_realloc, y_free, NULL };
	struct reader r = { .port = port, .line = 1 };
	struct wk_buf *bufs[] = { &r.tags, &r.note, &r.key, &r.run_tags, &r.run_note };
	for (size_t i = 0; i < WK_LEN(bufs); i++)
		wk_buf_init(bufs[i]);
	wk_port_header(port, "timewarrior", "UTC");
	yajl_handle y = yajl_alloc(&callbacks, &mem, &r);
	if (feed(&r, y) != yajl_status_ok)
		report(&r, y);
	flush_run(&r);
	yajl_free(y);
	for (size_t i = 0; i < WK_LEN(bufs); i++)
		wk_buf_fini(bufs[i]);
	wk_mem_free(r.run);
}
