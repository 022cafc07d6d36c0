/* SPDX-License-Identifier: MIT */
/* Records out of JSON. They nest like a stack: a value belongs to the innermost one,
 * and its bytes go when that one ends. Of what lies on the way to no place nothing is
 * read. */
#include <assert.h>

#include "json.h"
#include "json_scan.h"

enum { RECORDS_MAX = 8, LEAVES_MAX = 65536, PATH_MAX_BYTES = 4096, PLACES_MAX = 31,
    STEPS_MAX = 8 };

struct leaf {
	size_t path, text;              /* offsets into texts */
	enum wk_json_type type;
};

/* A place, cut at its dots. */
struct place {
	const char *text;
	struct step { const char *p; size_t len; } steps[STEPS_MAX];
	int count;
	bool is_list;
};

enum wants { FIRST, NEXT, BEHIND };     /* after the bracket, a comma, a value */

struct level {
	size_t path_len;                /* of the path up to this map or list */
	int64_t next;                   /* index of the next value; -1: a map */
	uint32_t alive;                 /* places that may lie in it */
	enum wants wants;
	bool is_record;
};

struct wk_json_reader {
	struct wk_port *port;
	struct wk_json_scan scan;
	struct place places[PLACES_MAX];
	int place_count;
	const struct wk_json_taker *to;
	void *ctx;
	const char *refusal;
	struct wk_buf path;             /* of the value that comes next */
	size_t step_at;                 /* where its last step begins */
	struct level levels[WK_PORT_DEPTH_MAX];
	int depth;
	struct wk_json_record records[RECORDS_MAX];
	size_t record_count;
	struct leaf *leaves;
	size_t leaf_count, leaf_cap;
	struct wk_buf texts;
};

static bool
stop(struct wk_json_reader *r, const char *why)
{
	r->refusal = why;
	return false;
}

static void
cut(struct wk_buf *b, size_t len)
{
	b->len = len;
	if (b->cap > len)
		b->p[len] = '\0';
}

/* The path of a value in the map or list in hand. */
static void
make_path(struct wk_json_reader *r, const char *step, size_t n)
{
	size_t len = r->levels[r->depth - 1].path_len;
	r->path.len = len;
	char *at = wk_buf_room(&r->path, n + 2);
	if (len > 0)
		*at++ = '.';
	memcpy(at, step, n);
	at[n] = '\0';
	r->step_at = len + (len > 0);
	r->path.len = r->step_at + n;
}

/* In a list the path of a value is made when it comes; in a map its key has made it. */
static bool
begin_value(struct wk_json_reader *r)
{
	if (r->depth == 0) {
		cut(&r->path, 0);
		r->step_at = 0;
		return true;
	}
	struct level *l = &r->levels[r->depth - 1];
	l->wants = BEHIND;
	if (l->next >= 0) {
		char index[24], *at = index + sizeof(index);
		int64_t v = l->next++;
		do
			*--at = (char)('0' + v % 10);
		while ((v /= 10) > 0);
		make_path(r, at, (size_t)(index + sizeof(index) - at));
	}
	return r->path.len <= PATH_MAX_BYTES ||
	    stop(r, "names nested longer than 4 KiB");
}

/* ---- places ---- */

static void
cut_place(struct place *place, const char *text)
{
	*place = (struct place){ .text = text };
	for (const char *p = text; *p != '\0' && *p != '[';) {
		size_t n = strcspn(p, ".[");
		place->steps[place->count++] = (struct step){ p, n };
		assert(place->count <= STEPS_MAX);
		p += n + (p[n] == '.');
	}
	place->is_list = strchr(text, '[') != NULL;
}

static bool
is_step(const struct wk_json_reader *r, const struct step *s, bool in_list)
{
	if (s->len == 1 && (*s->p == '*' || (*s->p == '#' && in_list)))
		return true;
	return s->len == r->path.len - r->step_at &&
	    memcmp(s->p, r->path.p + r->step_at, s->len) == 0;
}

/* Which of the places that may lie in the level in hand lie in, or are, its value. */
static uint32_t
alive_at(const struct wk_json_reader *r)
{
	uint32_t alive = 0;
	if (r->depth == 0)
		return (uint32_t)((UINT64_C(1) << r->place_count) - 1);
	const struct level *l = &r->levels[r->depth - 1];
	for (int i = 0; l->alive >> i != 0; i++)
		if ((l->alive >> i & 1) && r->places[i].count >= r->depth &&
		    is_step(r, &r->places[i].steps[r->depth - 1], l->next >= 0))
			alive |= UINT32_C(1) << i;
	return alive;
}

/* The place that the value is, of those alive; and what is left to look for in it. */
static const char *
place_of(const struct wk_json_reader *r, uint32_t *alive, bool is_list)
{
	const char *found = NULL;
	for (int i = 0; *alive >> i != 0; i++) {
		const struct place *p = &r->places[i];
		if (!(*alive >> i & 1) || p->count != r->depth)
			continue;
		*alive &= ~(UINT32_C(1) << i);
		if (p->is_list == is_list && found == NULL)
			found = p->text;
	}
	return found;
}

/* ---- records ---- */

static void
begin_record(struct wk_json_reader *r, const char *place)
{
	struct wk_json_record *rec = &r->records[r->record_count];
	*rec = (struct wk_json_record){ .place = place,
		.line = wk_json_scan_line(&r->scan), .in = r,
		.outer = r->record_count > 0 ? rec - 1 : NULL,
		.leaf_from = r->leaf_count, .text_from = r->texts.len,
		.path_len = r->path.len };
	if (r->path.len > 0)
		wk_buf_add(&r->texts, r->path.p + r->step_at, r->path.len - r->step_at);
	wk_buf_add(&r->texts, "", 1);
	r->record_count++;
}

/* What is in the texts may have moved, and of the outer ones more has been read. */
static void
settle(struct wk_json_reader *r)
{
	size_t to = r->leaf_count;
	for (size_t i = r->record_count; i-- > 0;) {
		struct wk_json_record *rec = &r->records[i];
		rec->key = r->texts.p + rec->text_from;
		rec->leaf_count = to - rec->leaf_from;
		to = rec->leaf_from;
	}
}

static void
end_record(struct wk_json_reader *r)
{
	struct wk_json_record *rec = &r->records[r->record_count - 1];
	settle(r);
	if (rec->fault != NULL)
		wk_port_error(r->port, rec->line, "%s", rec->fault);
	else
		r->to->take(r->ctx, rec);
	r->leaf_count = rec->leaf_from;
	cut(&r->texts, rec->text_from);
	r->record_count--;
}

static bool
add_leaf(struct wk_json_reader *r, enum wk_json_type type, const char *s, size_t n)
{
	if (!begin_value(r))
		return false;
	if (r->record_count == 0)
		return true;
	struct wk_json_record *rec = &r->records[r->record_count - 1];
	if (s == r->scan.decoded.p && memchr(s, '\0', n) != NULL)
		rec->fault = "a zero byte in a text";
	else if (r->leaf_count - rec->leaf_from >= LEAVES_MAX)
		rec->fault = "a record of more than 65536 values";
	else if (r->texts.len - rec->text_from + n > 4 * WK_PORT_LINE_MAX)
		rec->fault = "a record of more than 4 MiB";
	if (rec->fault != NULL)
		return true;
	size_t from = rec->path_len + (rec->path_len > 0);
	size_t path_n = r->path.len - WK_MIN(from, r->path.len);
	if (r->leaf_count == r->leaf_cap)
		r->leaves = wk_mem_grow(r->leaves, &r->leaf_cap, r->leaf_count + 1,
		    sizeof(*r->leaves));
	char *at = wk_buf_room(&r->texts, path_n + n + 2);
	r->leaves[r->leaf_count++] = (struct leaf){ r->texts.len,
		r->texts.len + path_n + 1, type };
	memcpy(at, r->path.p + from, path_n);
	at[path_n] = '\0';
	memcpy(at + path_n + 1, s, n);
	at[path_n + 1 + n] = '\0';
	r->texts.len += path_n + n + 2;
	return true;
}

/* ---- words ---- */

/* False: there is none, which is right only behind the last value. */
static bool
next_word(struct wk_json_reader *r, enum wk_json_word *word)
{
	*word = wk_json_scan_next(&r->scan);
	if (*word == WK_JSON_END && r->depth > 0)
		return stop(r, "the file ends in the middle of a value");
	return *word == WK_JSON_BAD ? stop(r, r->scan.refusal) : *word != WK_JSON_END;
}

static bool
take_key(struct wk_json_reader *r)
{
	const char *s = r->scan.text;
	size_t n = r->scan.len;
	enum wk_json_word word;
	if (n > PATH_MAX_BYTES)
		return stop(r, "a name is longer than 4 KiB");
	if (s == r->scan.decoded.p && memchr(s, '\0', n) != NULL)
		return stop(r, "a zero byte in a name");
	make_path(r, s, n);
	for (char *p = r->path.p + r->step_at; *p != '\0'; p++)
		if (*p == '.')
			*p = WK_JSON_DOT;
	if (wk_json_scan_take(&r->scan, ':'))
		return true;
	if (!next_word(r, &word))
		return false;
	return (word == WK_JSON_MARK && *r->scan.text == ':') ||
	    stop(r, "a colon is missing");
}

/* Is there anything in this map or list to look for? */
static bool
is_wanted(struct wk_json_reader *r, uint32_t alive)
{
	if (r->record_count == 0)
		return alive != 0;
	if (r->to->is_wanted == NULL)
		return true;
	settle(r);
	const struct wk_json_record *rec = &r->records[r->record_count - 1];
	return r->to->is_wanted(r->ctx, rec, r->path.p + rec->path_len +
	    (rec->path_len > 0), alive != 0);
}

static bool
open_level(struct wk_json_reader *r, bool is_list)
{
	if (!begin_value(r))
		return false;
	if (r->depth == WK_PORT_DEPTH_MAX)
		return stop(r, "nested deeper than 64");
	uint32_t alive = alive_at(r);
	const char *place = place_of(r, &alive, is_list);
	if (place == NULL && !is_wanted(r, alive))
		return wk_json_scan_skip(&r->scan, is_list ? ']' : '}',
		    WK_PORT_DEPTH_MAX - r->depth) || stop(r, r->scan.refusal);
	bool is_record = place != NULL && r->record_count < RECORDS_MAX;
	if (is_record)
		begin_record(r, place);
	r->levels[r->depth++] = (struct level){ r->path.len, is_list ? 0 : -1, alive,
		FIRST, is_record };
	return true;
}

static bool
close_level(struct wk_json_reader *r)
{
	if (r->levels[--r->depth].is_record)
		end_record(r);
	return !wk_port_is_over(r->port);
}

static bool
take_value(struct wk_json_reader *r, enum wk_json_word word)
{
	const char *s = r->scan.text;
	if (word == WK_JSON_STRING)
		return add_leaf(r, WK_JSON_TEXT, s, r->scan.len);
	if (word == WK_JSON_NUMERAL)
		return add_leaf(r, WK_JSON_NUMBER, s, r->scan.len);
	if (word == WK_JSON_NAME)
		return add_leaf(r, *s == 't' ? WK_JSON_TRUE : *s == 'f' ? WK_JSON_FALSE :
		    WK_JSON_NULL, s, *s == 'n' ? 0 : r->scan.len);
	if (*s != '{' && *s != '[')
		return stop(r, "a value is missing");
	return open_level(r, *s == '[');
}

/* One word where it stands; false: refused, or enough. */
static bool
take_word(struct wk_json_reader *r, enum wk_json_word word)
{
	struct level *l = r->depth > 0 ? &r->levels[r->depth - 1] : NULL;
	char mark = word == WK_JSON_MARK ? *r->scan.text : '\0';
	if (l == NULL)
		return take_value(r, word);
	if (l->wants != NEXT && mark == (l->next >= 0 ? ']' : '}'))
		return close_level(r);
	if (l->wants == BEHIND) {
		l->wants = NEXT;
		return mark == ',' || stop(r, "a comma or a bracket is missing");
	}
	if (l->next >= 0)
		return take_value(r, word);
	if (word != WK_JSON_STRING)
		return stop(r, "a name is missing");
	return take_key(r) && next_word(r, &word) && take_value(r, word);
}

static void
skip_mark(struct wk_json_reader *r)
{
	if (wk_json_scan_starts(&r->scan, "\xef\xbb\xbf"))
		r->scan.p += 3;
}

void
wk_json_read(struct wk_port *port, const char *const *places,
    const struct wk_json_taker *to, void *ctx)
{
	struct wk_json_reader *r = wk_mem_alloc(sizeof(*r));
	enum wk_json_word word;
	*r = (struct wk_json_reader){ .port = port, .to = to, .ctx = ctx };
	for (; places[r->place_count] != NULL; r->place_count++) {
		assert(r->place_count < PLACES_MAX);
		cut_place(&r->places[r->place_count], places[r->place_count]);
	}
	wk_buf_init(&r->path);
	wk_buf_init(&r->texts);
	wk_json_scan_init(&r->scan, port);
	skip_mark(r);
	while (next_word(r, &word) && take_word(r, word))
		if (r->depth > 0 && r->levels[r->depth - 1].wants == BEHIND &&
		    wk_json_scan_take(&r->scan, ','))
			r->levels[r->depth - 1].wants = NEXT;
	if (r->refusal != NULL)
		wk_port_error(port, wk_json_scan_line(&r->scan), "%s", r->refusal);
	wk_json_scan_fini(&r->scan);
	wk_buf_fini(&r->path);
	wk_buf_fini(&r->texts);
	wk_mem_free(r->leaves);
	wk_mem_free(r);
}

bool
wk_json_leaf(const struct wk_json_record *r, size_t i, const char **path,
    enum wk_json_type *type, const char **text)
{
	if (i >= r->leaf_count)
		return false;
	const struct leaf *leaf = &r->in->leaves[r->leaf_from + i];
	*path = r->in->texts.p + leaf->path;
	*text = r->in->texts.p + leaf->text;
	*type = leaf->type;
	return true;
}

/* The last of that name, as every reader of JSON takes it; NULL. */
static const struct leaf *
find(const struct wk_json_record *r, const char *path)
{
	for (size_t i = r->leaf_count; i-- > 0;) {
		const struct leaf *leaf = &r->in->leaves[r->leaf_from + i];
		const char *name = r->in->texts.p + leaf->path;
		if (*name == *path && strcmp(name, path) == 0)
			return leaf;
	}
	return NULL;
}

bool
wk_json_has(const struct wk_json_record *r, const char *path)
{
	const struct leaf *leaf = find(r, path);
	return leaf != NULL && leaf->type != WK_JSON_NULL;
}

const char *
wk_json_text(const struct wk_json_record *r, const char *path)
{
	const struct leaf *leaf = find(r, path);
	return leaf != NULL && (leaf->type == WK_JSON_TEXT ||
	    leaf->type == WK_JSON_NUMBER) ? r->in->texts.p + leaf->text : NULL;
}

/* The index and the name behind it of a path in that list; -1. */
static long
index_in(const char *path, const char *list, const char **name)
{
	size_t n = strlen(list);
	long v = 0;
	if (strncmp(path, list, n) != 0 || path[n] != '.')
		return -1;
	for (path += n + 1; *path >= '0' && *path <= '9' && v < LEAVES_MAX; path++)
		v = v * 10 + (*path - '0');
	*name = *path == '.' ? path + 1 : "";
	return v;
}

const char *
wk_json_nth(const struct wk_json_record *r, const char *list, int i, const char *name,
    size_t *from)
{
	for (size_t at = *from; at < r->leaf_count; at++) {
		const struct leaf *leaf = &r->in->leaves[r->leaf_from + at];
		const char *rest = "";
		long k = index_in(r->in->texts.p + leaf->path, list, &rest);
		if (k > i)
			return NULL;
		if (k < i && at == *from)
			*from = at + 1;
		if (k == i && strcmp(rest, name) == 0 && (leaf->type == WK_JSON_TEXT ||
		    leaf->type == WK_JSON_NUMBER))
			return r->in->texts.p + leaf->text;
	}
	return NULL;
}

bool
wk_json_int(const struct wk_json_record *r, const char *path, int64_t *out)
{
	long v;
	const char *s = wk_json_text(r, path);
	if (s == NULL || !wk_text_parse_int(s, INT64_MIN + 1, INT64_MAX, &v))
		return false;
	*out = v;
	return true;
}

bool
wk_json_real(const struct wk_json_record *r, const char *path, double *out)
{
	const char *s = wk_json_text(r, path);
	return s != NULL && wk_text_parse_double(s, -1e18, 1e18, out);
}

bool
wk_json_is_true(const struct wk_json_record *r, const char *path)
{
	const struct leaf *leaf = find(r, path);
	return leaf != NULL && leaf->type == WK_JSON_TRUE;
}
