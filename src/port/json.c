/* SPDX-License-Identifier: MIT */
/* JSON by yajl, line by line, so that an error can name its line. Records nest like a
 * stack: a value belongs to the innermost one, and its bytes go when that one ends. */
#include <yajl/yajl_parse.h>

#include "json.h"

enum { RECORDS_MAX = 8, LEAVES_MAX = 65536, BLOCK = 65536, PATH_MAX_BYTES = 4096 };

struct leaf {
	size_t path, text;              /* offsets into texts */
	enum wk_json_type type;
};

struct level {
	size_t path_len;                /* of the path up to this map or list */
	int64_t next;                   /* index of the next value; -1: a map */
	bool is_record;
};

struct wk_json_reader {
	struct wk_port *port;
	const char *const *places;
	void (*take)(void *ctx, const struct wk_json_record *r);
	void *ctx;
	long line;
	size_t since;           /* bytes read since yajl last told us of a value */
	const char *refusal;
	struct wk_buf path;             /* of the value that comes next */
	struct level levels[WK_PORT_DEPTH_MAX];
	int depth;
	struct wk_json_record records[RECORDS_MAX];
	size_t record_count;
	struct leaf *leaves;
	size_t leaf_count, leaf_cap;
	struct wk_buf texts;
};

static int
stop(struct wk_json_reader *r, const char *why)
{
	r->refusal = why;
	return 0;
}

static void
cut(struct wk_buf *b, size_t len)
{
	b->len = len;
	if (b->cap > len)
		b->p[len] = '\0';
}

static void
add_step(struct wk_json_reader *r, const char *s, size_t n)
{
	if (r->path.len > 0)
		wk_buf_addc(&r->path, '.');
	wk_buf_add(&r->path, s, n);
}

/* In a list the path of a value is made when it comes; in a map its key has made it. */
static bool
begin_value(struct wk_json_reader *r)
{
	r->since = 0;
	if (r->depth == 0) {
		cut(&r->path, 0);
		return true;
	}
	struct level *l = &r->levels[r->depth - 1];
	if (l->next >= 0) {
		char index[24];
		int n = snprintf(index, sizeof(index), "%lld", (long long)l->next++);
		cut(&r->path, l->path_len);
		add_step(r, index, (size_t)n);
	}
	return r->path.len <= PATH_MAX_BYTES;
}

/* A list's place ends in []. */
static bool
is_at(const char *place, const char *path, bool is_list)
{
	while (*place != '\0' && *path != '\0') {
		size_t n = strcspn(place, ".["), m = strcspn(path, ".");
		bool is_index = *place == '#' && strspn(path, "0123456789") == m;
		if ((n != 1 || (*place != '*' && !is_index)) &&
		    (n != m || memcmp(place, path, n) != 0))
			return false;
		place += n + (place[n] == '.');
		path += m + (path[m] == '.');
	}
	return *path == '\0' && strcmp(place, is_list ? "[]" : "") == 0;
}

static const char *
place_of(const struct wk_json_reader *r, bool is_list)
{
	for (size_t i = 0; r->places[i] != NULL; i++)
		if (is_at(r->places[i], r->path.p, is_list))
			return r->places[i];
	return NULL;
}

static void
begin_record(struct wk_json_reader *r, const char *place)
{
	struct wk_json_record *rec = &r->records[r->record_count];
	const char *key = r->path.len > 0 ? strrchr(r->path.p, '.') : NULL;
	*rec = (struct wk_json_record){ .place = place, .line = r->line, .in = r,
		.outer = r->record_count > 0 ? rec - 1 : NULL,
		.leaf_from = r->leaf_count, .text_from = r->texts.len,
		.path_len = r->path.len, .depth = r->depth };
	key = key != NULL ? key + 1 : r->path.len > 0 ? r->path.p : "";
	wk_buf_add(&r->texts, key, strlen(key) + 1);
	r->record_count++;
}

static void
end_record(struct wk_json_reader *r)
{
	struct wk_json_record *rec = &r->records[r->record_count - 1];
	rec->leaf_count = r->leaf_count - rec->leaf_from;
	for (size_t i = 0; i < r->record_count; i++)
		r->records[i].key = r->texts.p + r->records[i].text_from;
	if (rec->outer != NULL)
		r->records[r->record_count - 2].leaf_count = rec->leaf_from -
		    rec->outer->leaf_from;
	if (rec->fault != NULL)
		wk_port_error(r->port, rec->line, "%s", rec->fault);
	else
		r->take(r->ctx, rec);
	r->leaf_count = rec->leaf_from;
	cut(&r->texts, rec->text_from);
	r->record_count--;
}

static int
add_leaf(struct wk_json_reader *r, enum wk_json_type type, const char *s, size_t n)
{
	if (!begin_value(r))
		return stop(r, "names nested longer than 4 KiB");
	if (r->record_count == 0)
		return 1;
	struct wk_json_record *rec = &r->records[r->record_count - 1];
	if (n > WK_PORT_LINE_MAX)
		return stop(r, "a text is longer than 1 MiB");
	if (n > 0 && memchr(s, '\0', n) != NULL)
		rec->fault = "a zero byte in a text";
	else if (r->leaf_count - rec->leaf_from >= LEAVES_MAX)
		rec->fault = "a record of more than 65536 values";
	else if (r->texts.len - rec->text_from + n > 4 * WK_PORT_LINE_MAX)
		rec->fault = "a record of more than 4 MiB";
	if (rec->fault != NULL)
		return 1;
	size_t from = rec->path_len + (rec->path_len > 0);
	r->leaves = wk_mem_grow(r->leaves, &r->leaf_cap, r->leaf_count + 1,
	    sizeof(*r->leaves));
	struct leaf *leaf = &r->leaves[r->leaf_count++];
	*leaf = (struct leaf){ r->texts.len, 0, type };
	wk_buf_add(&r->texts, r->path.p + from, r->path.len - from + 1);
	leaf->text = r->texts.len;
	wk_buf_add(&r->texts, s, n);
	wk_buf_add(&r->texts, "", 1);
	return 1;
}

static int
on_null(void *ctx)
{
	return add_leaf(ctx, WK_JSON_NULL, "", 0);
}

static int
on_boolean(void *ctx, int v)
{
	return v ? add_leaf(ctx, WK_JSON_TRUE, "true", 4) :
	    add_leaf(ctx, WK_JSON_FALSE, "false", 5);
}

static int
on_number(void *ctx, const char *s, size_t n)
{
	return add_leaf(ctx, WK_JSON_NUMBER, s, n);
}

static int
on_string(void *ctx, const unsigned char *s, size_t n)
{
	return add_leaf(ctx, WK_JSON_TEXT, (const char *)s, n);
}

static int
on_key(void *ctx, const unsigned char *s, size_t n)
{
	struct wk_json_reader *r = ctx;
	r->since = 0;
	if (n > PATH_MAX_BYTES)
		return stop(r, "a name is longer than 4 KiB");
	cut(&r->path, r->levels[r->depth - 1].path_len);
	if (memchr(s, '\0', n) != NULL)
		return stop(r, "a zero byte in a name");
	add_step(r, (const char *)s, n);
	for (size_t i = r->path.len - n; i < r->path.len; i++)
		if (r->path.p[i] == '.')
			r->path.p[i] = WK_JSON_DOT;
	return 1;
}

static int
deeper(struct wk_json_reader *r, bool is_list)
{
	if (!begin_value(r))
		return stop(r, "names nested longer than 4 KiB");
	if (r->depth == WK_PORT_DEPTH_MAX)
		return stop(r, "nested deeper than 64");
	const char *place = place_of(r, is_list);
	bool is_record = place != NULL && r->record_count < RECORDS_MAX;
	if (is_record)
		begin_record(r, place);
	r->levels[r->depth++] = (struct level){ r->path.len, is_list ? 0 : -1,
		is_record };
	return 1;
}

static int
end_level(struct wk_json_reader *r)
{
	r->since = 0;
	if (r->levels[--r->depth].is_record)
		end_record(r);
	return wk_port_is_over(r->port) ? stop(r, NULL) : 1;
}

static int
on_start_map(void *ctx)
{
	return deeper(ctx, false);
}

static int
on_start_array(void *ctx)
{
	return deeper(ctx, true);
}

static int
on_end(void *ctx)
{
	return end_level(ctx);
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
	.yajl_end_map = on_end, .yajl_start_array = on_start_array,
	.yajl_end_array = on_end,
};

/* What yajl dislikes, in one lower-case line. */
static void
report(struct wk_json_reader *r, yajl_handle y)
{
	unsigned char *text = yajl_get_error(y, 0, NULL, 0);
	const char *why = text == NULL ? "" : (const char *)text;
	if (r->refusal == NULL && strstr(why, "premature EOF") != NULL)
		r->refusal = "the file ends in the middle of a value";
	if (r->refusal != NULL)
		wk_port_error(r->port, r->line, "%s", r->refusal);
	else if (!wk_port_is_over(r->port))
		wk_port_error(r->port, r->line, "%.*s",
		    (int)WK_MIN(strcspn(why, "\n"), (size_t)120), why);
	if (text != NULL)
		yajl_free_error(y, text);
}

/* At most to the end of a line at once, so that r->line is right. */
static yajl_status
feed_block(struct wk_json_reader *r, yajl_handle y, const char *p, size_t n)
{
	yajl_status st = yajl_status_ok;
	for (const char *end = p + n; p < end && st == yajl_status_ok;) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t len = (size_t)((nl == NULL ? end : nl + 1) - p);
		r->since += len;
		st = yajl_parse(y, (const unsigned char *)p, len);
		if (st == yajl_status_ok && r->since > WK_PORT_LINE_MAX + BLOCK) {
			(void)stop(r, "a value is longer than 1 MiB");
			return yajl_status_client_canceled;
		}
		p += len;
		if (st == yajl_status_ok)
			r->line += nl != NULL;
	}
	return st;
}

static yajl_status
feed(struct wk_json_reader *r, yajl_handle y)
{
	WK_AUTOFREE char *block = wk_mem_alloc(BLOCK);
	yajl_status st = yajl_status_ok;
	size_t n;
	bool is_first = true;
	while (st == yajl_status_ok && (n = wk_port_read(r->port, block, BLOCK)) > 0) {
		bool has_mark = is_first && n >= 3 &&
		    memcmp(block, "\xef\xbb\xbf", 3) == 0;
		size_t skip = has_mark ? 3 : 0;
		is_first = false;
		st = feed_block(r, y, block + skip, n - skip);
	}
	return st == yajl_status_ok ? yajl_complete_parse(y) : st;
}

void
wk_json_read(struct wk_port *port, const char *const *places,
    void (*take)(void *ctx, const struct wk_json_record *r), void *ctx)
{
	yajl_alloc_funcs mem = { y_malloc, y_realloc, y_free, NULL };
	struct wk_json_reader *r = wk_mem_alloc(sizeof(*r));
	*r = (struct wk_json_reader){ .port = port, .places = places, .take = take,
		.ctx = ctx, .line = 1 };
	wk_buf_init(&r->path);
	wk_buf_init(&r->texts);
	yajl_handle y = yajl_alloc(&callbacks, &mem, r);
	(void)yajl_config(y, yajl_allow_multiple_values, 1);
	(void)yajl_config(y, yajl_dont_validate_strings, 1);
	if (feed(r, y) != yajl_status_ok)
		report(r, y);
	yajl_free(y);
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
		if (strcmp(r->in->texts.p + leaf->path, path) == 0)
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
