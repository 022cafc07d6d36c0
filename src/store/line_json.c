/* SPDX-License-Identifier: MIT */
/* One flat JSON object: its members in order, with the text that SQLite's json_each would
 * give them, at a twentieth of its price. What RFC 8259 refuses is refused; a nested list
 * is checked and copied without its blanks; a string ends at \u0000. */
#include <errno.h>
#include <stdlib.h>

#include "line.h"

enum { DEPTH_MAX = 64 };

struct reader {
	const char *p, *end;
	struct wk_arena *arena;
	struct wk_buf nested;
	bool is_too_deep;
};
struct raw { const char *p; size_t len; bool has_escape; };

static inline char
peek(struct reader *r)
{
	if (r->p < r->end && *r->p > ' ')
		return *r->p;
	while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' ||
	    *r->p == '\r'))
		r->p++;
	return r->p < r->end ? *r->p : '\0';
}

static inline bool
take(struct reader *r, char want)
{
	if (peek(r) != want || r->p == r->end)
		return false;
	r->p++;
	return true;
}

/* ---- strings ---- */

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool
is_hex4(const char *p, const char *end)
{
	return end - p >= 4 && hex_digit(p[0]) >= 0 && hex_digit(p[1]) >= 0 &&
	    hex_digit(p[2]) >= 0 && hex_digit(p[3]) >= 0;
}

static uint32_t
hex4(const char *p)
{
	return (uint32_t)(hex_digit(p[0]) << 12 | hex_digit(p[1]) << 8 |
	    hex_digit(p[2]) << 4 | hex_digit(p[3]));
}

/* From the backslash to the last byte of the escape. */
static bool
skip_escape(struct reader *r)
{
	static const char letters[] = "\"\\/bfnrt";
	if (++r->p == r->end)
		return false;
	if (*r->p == 'u' && is_hex4(r->p + 1, r->end)) {
		r->p += 4;
		return true;
	}
	return memchr(letters, *r->p, sizeof(letters) - 1) != NULL;
}

/* Bytes that do not just stand for themselves in a string. */
static const bool is_special[256] = {
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['"'] = 1, ['\\'] = 1,
};

/* What stands between the quotes. */
static bool
scan_string(struct reader *r, struct raw *out)
{
	if (!take(r, '"'))
		return false;
	*out = (struct raw){ .p = r->p };
	for (;; r->p++) {
		while (r->p < r->end && !is_special[(unsigned char)*r->p])
			r->p++;
		if (r->p == r->end || *r->p != '\\')
			break;
		out->has_escape = true;
		if (!skip_escape(r))
			return false;
	}
	out->len = (size_t)(r->p - out->p);
	if (r->p == r->end || *r->p != '"')
		return false;
	r->p++;
	return true;
}

/* The code point of \uXXXX, or of two that are a pair; *p ends behind it. Half a pair
 * alone is three bytes like any other. */
static uint32_t
read_code(const char **p, const char *end)
{
	uint32_t v = hex4(*p), low;
	*p += 4;
	if ((v & 0xfc00) != 0xd800 || end - *p < 6 || (*p)[0] != '\\' || (*p)[1] != 'u')
		return v;
	low = hex4(*p + 2);
	if ((low & 0xfc00) != 0xdc00)
		return v;
	*p += 6;
	return ((v & 0x3ff) << 10) + (low & 0x3ff) + 0x10000;
}

static char *
put_code(char *o, uint32_t v)
{
	if (v < 0x80) {
		*o++ = (char)v;
		return o;
	}
	if (v < 0x800) {
		*o++ = (char)(0xc0 | v >> 6);
	} else if (v < 0x10000) {
		*o++ = (char)(0xe0 | v >> 12);
		*o++ = (char)(0x80 | (v >> 6 & 0x3f));
	} else {
		*o++ = (char)(0xf0 | v >> 18);
		*o++ = (char)(0x80 | (v >> 12 & 0x3f));
		*o++ = (char)(0x80 | (v >> 6 & 0x3f));
	}
	*o++ = (char)(0x80 | (v & 0x3f));
	return o;
}

/* An escape is never shorter than what it stands for. */
static const char *
decode(struct reader *r, const struct raw *s, size_t *len)
{
	static const char names[] = "bfnrt", codes[] = "\b\f\n\r\t";
	char *out = wk_arena_alloc(r->arena, s->len + 1), *o = out;
	for (const char *p = s->p, *end = s->p + s->len; p < end;) {
		if (*p != '\\') {
			*o++ = *p++;
		} else if (p[1] != 'u') {
			const char *at = strchr(names, p[1]);
			*o++ = at == NULL ? p[1] : codes[at - names];
			p += 2;
		} else {
			p += 2;
			uint32_t v = read_code(&p, end);
			if (v == 0)
				break;
			o = put_code(o, v);
		}
	}
	*len = (size_t)(o - out);
	return out;
}

/* ---- numbers, words ---- */

static size_t
skip_digits(struct reader *r)
{
	const char *from = r->p;
	while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
		r->p++;
	return (size_t)(r->p - from);
}

static bool
scan_number(struct reader *r, struct raw *out, bool *is_whole)
{
	*out = (struct raw){ .p = r->p };
	r->p += *r->p == '-';
	bool is_zero = r->p < r->end && *r->p == '0';
	size_t n = skip_digits(r);
	if (n == 0 || (is_zero && n > 1))
		return false;
	*is_whole = true;
	if (r->p < r->end && *r->p == '.') {
		*is_whole = false;
		r->p++;
		if (skip_digits(r) == 0)
			return false;
	}
	if (r->p < r->end && (*r->p == 'e' || *r->p == 'E')) {
		*is_whole = false;
		r->p++;
		r->p += r->p < r->end && (*r->p == '+' || *r->p == '-');
		if (skip_digits(r) == 0)
			return false;
	}
	out->len = (size_t)(r->p - out->p);
	return true;
}

/* Whole numbers of 64 bits as they stand, others with the 15 digits a double has. */
static bool
read_number(struct reader *r, struct member *m)
{
	struct raw raw;
	bool is_whole = false;
	char text[64];
	if (!scan_number(r, &raw, &is_whole) || r->p == r->end ||
	    strchr(",} \t\r\n", *r->p) == NULL)
		return false;           /* nothing that strtod would read on into */
	m->type = M_NUMBER;
	errno = 0;
	if (is_whole) {
		long long v = strtoll(raw.p, NULL, 10);
		m->number = (double)v;
		if (errno == 0) {
			bool is_minus_zero = v == 0 && *raw.p == '-';
			m->text = wk_arena_strndup(r->arena, raw.p + is_minus_zero,
			    raw.len - is_minus_zero);
			return true;
		}
	}
	m->number = strtod(raw.p, NULL);
	sqlite3_snprintf(sizeof(text), text, "%!.15g", m->number);
	m->text = wk_arena_strdup(r->arena, text);
	return true;
}

static bool
scan_word(struct reader *r, struct raw *out)
{
	static const struct raw words[] = { { "true", 4, false }, { "false", 5, false },
		{ "null", 4, false } };
	for (size_t i = 0; i < WK_LEN(words); i++)
		if ((size_t)(r->end - r->p) >= words[i].len &&
		    memcmp(r->p, words[i].p, words[i].len) == 0) {
			*out = words[i];
			r->p += out->len;
			return true;
		}
	return false;
}

/* ---- lists ---- */

static bool copy_list(struct reader *r, int depth);

static bool
copy_string(struct reader *r)
{
	struct raw raw;
	if (!scan_string(r, &raw))
		return false;
	wk_buf_add(&r->nested, raw.p - 1, raw.len + 2);
	return true;
}

static bool
copy_value(struct reader *r, int depth)
{
	struct raw raw;
	bool is_whole;
	char c = peek(r);
	if (c == '"')
		return copy_string(r);
	if (c == '{' || c == '[')
		return copy_list(r, depth + 1);
	if (c == '-' || (c >= '0' && c <= '9')) {
		if (!scan_number(r, &raw, &is_whole))
			return false;
	} else if (!scan_word(r, &raw))
		return false;
	wk_buf_add(&r->nested, raw.p, raw.len);
	return true;
}

static bool
copy_list(struct reader *r, int depth)
{
	bool is_object = *r->p == '{';
	char close = is_object ? '}' : ']';
	if (depth > DEPTH_MAX) {
		r->is_too_deep = true;
		return false;
	}
	wk_buf_addc(&r->nested, *r->p++);
	char c = peek(r);
	while (c != close) {
		if (is_object) {
			if (!copy_string(r) || !take(r, ':'))
				return false;
			wk_buf_addc(&r->nested, ':');
		}
		if (!copy_value(r, depth))
			return false;
		c = peek(r);
		if (c == close)
			break;
		if (!take(r, ',') || (c = peek(r)) == close)
			return false;
		wk_buf_addc(&r->nested, ',');
	}
	wk_buf_addc(&r->nested, close);
	return take(r, close);
}

/* ---- members ---- */

static bool
read_value(struct reader *r, struct member *m)
{
	struct raw raw;
	size_t len;
	char c = peek(r);
	if (c == '"') {
		m->type = M_TEXT;
		if (!scan_string(r, &raw))
			return false;
		m->text = raw.has_escape ? decode(r, &raw, &len) :
		    wk_arena_strndup(r->arena, raw.p, raw.len);
		return true;
	}
	if (c == '{' || c == '[') {
		m->type = c == '{' ? M_OBJECT : M_ARRAY;
		wk_buf_clear(&r->nested);
		if (!copy_list(r, 2))
			return false;
		m->text = wk_arena_strndup(r->arena, r->nested.p, r->nested.len);
		return true;
	}
	if (c == '-' || (c >= '0' && c <= '9'))
		return read_number(r, m);
	if (!scan_word(r, &raw))
		return false;
	if (*raw.p == 'n')
		return true;            /* null says nothing */
	m->type = M_FLAG;
	m->number = *raw.p == 't';
	m->text = *raw.p == 't' ? "1" : "0";
	return true;
}

static bool
read_object(struct reader *r, wk_line_member *put, void *ctx)
{
	if (!take(r, '{'))
		return false;
	for (char c = peek(r); c != '}';) {
		struct raw key;
		struct member m = { .type = M_ABSENT };
		if (!scan_string(r, &key) || !take(r, ':') || !read_value(r, &m))
			return false;
		if (key.has_escape)
			key.p = decode(r, &key, &key.len);
		if (m.type != M_ABSENT)
			put(ctx, key.p, key.len, &m);
		c = peek(r);
		if (c != '}' && (!take(r, ',') || (c = peek(r)) == '}'))
			return false;
	}
	return take(r, '}') && peek(r) == '\0' && r->p == r->end;
}

enum wk_rc
wk_line_json(const char *text, size_t len, struct wk_arena *a, wk_line_member *put,
    void *ctx, struct wk_err *err)
{
	struct reader r = { .p = text, .end = text + len, .arena = a };
	wk_buf_init(&r.nested);
	bool is_json = read_object(&r, put, ctx);
	wk_buf_fini(&r.nested);
	if (is_json)
		return WK_OK;
	if (r.is_too_deep)
		return wk_fail(err, WK_ERR_INPUT, "the line is nested more than %d deep",
		    DEPTH_MAX);
	return wk_fail(err, WK_ERR_INPUT, "the line is not JSON");
}
