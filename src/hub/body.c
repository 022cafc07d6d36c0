/* SPDX-License-Identifier: MIT */
/* Bodies of requests: gunzipped with a bound, counted in depth before they are parsed (a
 * parser that recurses would use the stack for it), read as JSON in which no key is
 * repeated. */
#include "web.h"

#include <strings.h>
#include <zlib.h>

enum { DEPTH_MAX = 8 };

static enum body_rc
gunzip(const char *p, size_t n, size_t max, struct wk_buf *out)
{
	z_stream z = { 0 };
	unsigned char block[16384];
	int rc;

	z.next_in = (unsigned char *)(uintptr_t)p;
	z.avail_in = (uInt)n;
	if (inflateInit2(&z, 15 + 16) != Z_OK)
		return BODY_BROKEN;
	do {
		z.next_out = block;
		z.avail_out = sizeof(block);
		rc = inflate(&z, Z_NO_FLUSH);
		wk_buf_add(out, block, sizeof(block) - z.avail_out);
	} while (rc == Z_OK && out->len <= max);
	(void)inflateEnd(&z);
	if (out->len > max)
		return BODY_TOO_LARGE;
	return rc == Z_STREAM_END && z.avail_in == 0 ? BODY_OK : BODY_BROKEN;
}

enum body_rc
body_decode(const char *encoding, const char *p, size_t n, size_t max,
    struct wk_buf *out)
{
	if (n > max)
		return BODY_TOO_LARGE;
	if (encoding != NULL && wk_text_eq_nocase(encoding, "gzip"))
		return gunzip(p, n, max, out);
	if (encoding != NULL && !wk_text_eq_nocase(encoding, "identity"))
		return BODY_ENCODING;
	wk_buf_add(out, p, n);
	return BODY_OK;
}

/* How deep brackets go outside of strings; they need not match. */
static size_t
depth_of(const char *p, size_t n)
{
	size_t depth = 0, most = 0;
	bool is_string = false;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == '"') {
			is_string = !is_string;
		} else if (is_string) {
			i += p[i] == '\\';
		} else if (p[i] == '[' || p[i] == '{') {
			depth++;
			most = WK_MAX(most, depth);
		} else if ((p[i] == ']' || p[i] == '}') && depth > 0) {
			depth--;
		}
	}
	return most;
}

json_t *
body_json(const char *p, size_t n, struct wk_err *err)
{
	json_error_t e;
	json_t *o;

	if (depth_of(p, n) > DEPTH_MAX) {
		(void)wk_fail(err, WK_ERR_INPUT, "nested deeper than %d", DEPTH_MAX);
		return NULL;
	}
	o = json_loadb(p, n, JSON_REJECT_DUPLICATES, &e);
	if (o == NULL)
		(void)wk_fail(err, WK_ERR_INPUT, "byte %d: %.100s", e.position, e.text);
	return o;
}

/* "application/json", with or without the one charset that JSON has. */
static bool
is_json(const char *type)
{
	static const char json[] = "application/json";
	size_t n = strcspn(type, "; \t");
	const char *rest = type + n;

	if (n != sizeof(json) - 1 || strncasecmp(type, json, n) != 0)
		return false;
	rest += strspn(rest, "; \t");
	return *rest == '\0' || wk_text_eq_nocase(rest, "charset=utf-8");
}

static bool
refuse(struct call *c, enum problem p, const char *detail)
{
	problem_set(c, p, NULL, detail);
	return false;
}

static bool
parse(struct call *c, const struct wk_buf *text)
{
	struct wk_err err = { 0 };

	c->body = body_json(text->p, text->len, &err);
	if (c->body == NULL)
		return refuse(c, PROBLEM_MALFORMED, err.msg);
	if (!json_is_object(c->body)) {
		problem_set(c, PROBLEM_INVALID, "", "an object is wanted");
		return false;
	}
	return true;
}

bool
call_body(struct call *c)
{
	const char *type = http_header_get(c->req, "Content-Type");
	size_t max = c->route->body == BODY_BATCH ? BATCH_MAX : BODY_MAX;
	struct wk_buf text;
	enum body_rc rc;
	bool is_ok;

	if (c->route->body == BODY_NONE || c->route->body == BODY_FORM)
		return true;
	if (type == NULL || !is_json(type))
		return refuse(c, PROBLEM_MEDIA_TYPE, "application/json is wanted");
	wk_buf_init(&text);
	rc = body_decode(http_header_get(c->req, "Content-Encoding"), c->req->body,
	    c->req->body_len, max, &text);
	is_ok = rc == BODY_OK ? parse(c, &text) :
	    rc == BODY_TOO_LARGE ? refuse(c, PROBLEM_TOO_LARGE, NULL) :
	    rc == BODY_ENCODING ? refuse(c, PROBLEM_MEDIA_TYPE, "gzip or nothing") :
	    refuse(c, PROBLEM_MALFORMED, "the gzip stream is damaged");
	wk_buf_fini(&text);
	return is_ok;
}
