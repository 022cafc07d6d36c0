/* SPDX-License-Identifier: MIT */
/* TZif files, the system's time zone data. Source: RFC 8536, section 3. */
#include "zone.h"

enum { HEADER = 44 };

struct header {
	uint32_t isut, isstd, leap, time, type, chars;
};

static uint32_t
be32(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	return (uint32_t)u[0] << 24 | (uint32_t)u[1] << 16 | (uint32_t)u[2] << 8 | u[3];
}

static int64_t
be64(const char *p)
{
	return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

static bool
read_header(const char *p, size_t left, struct header *h)
{
	if (left < HEADER || memcmp(p, "TZif", 4) != 0)
		return false;
	h->isut = be32(p + 20);
	h->isstd = be32(p + 24);
	h->leap = be32(p + 28);
	h->time = be32(p + 32);
	h->type = be32(p + 36);
	h->chars = be32(p + 40);
	return h->isut < 300 && h->isstd < 300 && h->leap < 1000 && h->time < 10000 &&
	    h->type > 0 && h->type <= 256 && h->chars < 10000;
}

static size_t
body_size(const struct header *h, size_t word)
{
	return h->time * word + h->time + h->type * 6 + h->chars + h->leap * (word + 4) +
	    h->isstd + h->isut;
}

/* UTC-26 to UTC+26, after RFC 8536, 3.2. */
static bool
is_offset(int32_t off)
{
	return off >= -93600 && off <= 93600;
}

static bool
read_body(const char *p, const struct header *h, size_t word, struct wk_arena *a,
    struct wk_zone *z)
{
	const char *index = p + h->time * word, *types = index + h->time;
	int64_t *at = WK_ARENA_ARRAY(a, int64_t, h->time + 1);
	int32_t *off = WK_ARENA_ARRAY(a, int32_t, h->time + 1);
	for (size_t i = 0; i < h->time; i++) {
		unsigned type = (unsigned char)index[i];
		if (type >= h->type)
			return false;
		at[i] = word == 8 ? be64(p + i * 8) : (int32_t)be32(p + i * 4);
		off[i] = (int32_t)be32(types + type * 6);
		if (!is_offset(off[i]) || (i && at[i] < at[i - 1]))
			return false;
	}
	z->before = (int32_t)be32(types);
	if (!is_offset(z->before))
		return false;
	z->n = h->time;
	z->at = at;
	z->off = off;
	return true;
}

/* "\nRULE\n" behind the second body */
static void
read_footer(const char *p, size_t left, struct wk_zone *z)
{
	char rule[128];
	const char *end = left > 1 ? memchr(p + 1, '\n', left - 1) : NULL;
	if (!end || *p != '\n' || (size_t)(end - p) > sizeof rule)
		return;
	size_t n = (size_t)(end - p) - 1;
	memcpy(rule, p + 1, n);
	rule[n] = 0;
	z->has_rule = wk_zone_rule_parse(rule, &z->rule);
}

bool
wk_zone_read(const struct wk_buf *bytes, struct wk_arena *a, struct wk_zone *out)
{
	const char *p = bytes->p;
	size_t left = bytes->len, word = 4;
	struct header h;
	if (!read_header(p, left, &h) || left - HEADER < body_size(&h, 4))
		return false;
	if (p[4] >= '2') {
		size_t skip = HEADER + body_size(&h, 4);
		p += skip;
		left -= skip;
		word = 8;
		if (!read_header(p, left, &h) || left - HEADER < body_size(&h, 8))
			return false;
	}
	if (!read_body(p + HEADER, &h, word, a, out))
		return false;
	size_t used = HEADER + body_size(&h, word);
	if (word == 8)
		read_footer(p + used, left - used, out);
	return true;
}
