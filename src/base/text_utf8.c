/* SPDX-License-Identifier: MIT */
/* UTF-8: decoding, widths, and the one door for foreign text. */
#include <wchar.h>

#include "wick/base.h"

/* Shortest forms only, no surrogates, nothing past U+10FFFF. */
size_t
wk_text_utf8_next(const char *s, size_t n, uint32_t *cp)
{
	static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (n == 0)
		return 0;
	unsigned char c = (unsigned char)s[0];
	size_t len = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ?
	    3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
	if (len == 1) {
		*cp = c;
		return 1;
	}
	*cp = 0xfffd;
	if (len == 0 || len > n)
		return 1;
	uint32_t v = c & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return 1;
		v = v << 6 | ((unsigned char)s[i] & 0x3f);
	}
	if (v < least[len] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
		return 1;
	*cp = v;
	return len;
}

size_t
wk_text_utf8_put(uint32_t cp, char out[4])
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[5] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3f));
		cp >>= 6;
	}
	out[0] = (char)(lead[len] | cp);
	return len;
}

bool
wk_text_utf8_valid(const char *s, size_t n)
{
	uint32_t cp = 0;
	uint64_t eight;
	for (size_t i = 0; i < n;) {
		/* plain letters, which most text is, eight at a time */
		if (n - i >= sizeof(eight)) {
			memcpy(&eight, s + i, sizeof(eight));
			if ((eight & 0x8080808080808080u) == 0) {
				i += sizeof(eight);
				continue;
			}
		}
		size_t k = wk_text_utf8_next(s + i, n - i, &cp);
		if (cp == 0xfffd && k == 1)
			return false;
		i += k;
	}
	return true;
}

bool
wk_text_is_hostile(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e ||
	    c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

void
wk_text_safe(struct wk_buf *out, const char *s)
{
	size_t n = strlen(s);
	uint32_t cp = 0;
	for (size_t i = 0; i < n;) {
		size_t k = wk_text_utf8_next(s + i, n - i, &cp);
		if (cp == '\n' || cp == '\t')
			wk_buf_addc(out, ' ');
		else if (wk_text_is_hostile(cp) || (cp == 0xfffd && k == 1))
			wk_buf_addc(out, '?');
		else
			wk_buf_add(out, s + i, k);
		i += k;
	}
}

const char *
wk_text_safe_dup(struct wk_arena *a, const char *s)
{
	struct wk_buf b;
	if (s == NULL)
		return NULL;
	wk_buf_init(&b);
	wk_text_safe(&b, s);
	const char *p = wk_arena_strndup(a, b.p, b.len);
	wk_buf_fini(&b);
	return p;
}

static size_t
columns(uint32_t cp)
{
	if (cp < 0x7f)
		return 1;
	int w = wcwidth((wchar_t)cp);
	return w < 0 ? 1 : (size_t)w;
}

size_t
wk_text_width_of(const char *s, size_t n)
{
	size_t w = 0;
	uint32_t cp = 0;
	for (size_t i = 0; i < n;) {
		if (s[i] >= ' ' && s[i] <= '~') {       /* nearly all there is */
			i++;
			w++;
			continue;
		}
		i += wk_text_utf8_next(s + i, n - i, &cp);
		w += columns(cp);
	}
	return w;
}

size_t
wk_text_width(const char *s)
{
	return wk_text_width_of(s, strlen(s));
}

size_t
wk_text_fit(const char *s, size_t cols)
{
	size_t n = strlen(s), w = 0, i = 0;
	uint32_t cp = 0;
	while (i < n) {
		size_t k = wk_text_utf8_next(s + i, n - i, &cp);
		w += columns(cp);
		if (w > cols)
			break;
		i += k;
	}
	return i;
}
