/* SPDX-License-Identifier: MIT */
/* Writing JSON values; reading is SQLite's or the port's. What could move a terminal's
 * cursor or turn its text round is written as \u. */
#include "wick/base.h"

#include <math.h>

static void
put_control(struct wk_buf *b, uint32_t c)
{
	switch (c) {
	case '\n': wk_buf_adds(b, "\\n"); break;
	case '\t': wk_buf_adds(b, "\\t"); break;
	case '\r': wk_buf_adds(b, "\\r"); break;
	default:
		if (c > 0xffff)
			wk_buf_addf(b, "\\u%04x", 0xd7c0 + (c >> 10));
		wk_buf_addf(b, "\\u%04x", c > 0xffff ? 0xdc00 + (c & 0x3ff) : c);
		break;
	}
}

/* How many bytes stand for themselves and are ASCII. */
static size_t
plain(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i] >= ' ' && s[i] < 0x7f && s[i] != '"' && s[i] != '\\')
		i++;
	return i;
}

void
wk_json_put_string(struct wk_buf *b, const char *s)
{
	size_t left = strlen(s);
	if (plain(s, left) == left) {
		char *to = wk_buf_room(b, left + 2);
		to[0] = to[left + 1] = '"';
		memcpy(to + 1, s, left);
		wk_buf_used(b, left + 2);
		return;
	}
	wk_buf_addc(b, '"');
	while (left) {
		uint32_t cp;
		size_t run = plain(s, left);
		wk_buf_add(b, s, run);
		s += run;
		left -= run;
		if (left == 0)
			break;
		size_t used = wk_text_utf8_next(s, left, &cp);
		if (cp == '"' || cp == '\\') {
			wk_buf_addc(b, '\\');
			wk_buf_addc(b, *s);
		} else if (wk_text_is_hostile(cp)) {
			put_control(b, cp);
		} else if (cp == 0xfffd) {
			wk_buf_adds(b, "\xef\xbf\xbd");
		} else {
			wk_buf_add(b, s, used);
		}
		s += used;
		left -= used;
	}
	wk_buf_addc(b, '"');
}

void
wk_json_put_number(struct wk_buf *b, double v, int digits)
{
	if (isfinite(v))
		wk_text_put_number(b, v, digits);
	else
		wk_buf_adds(b, "null");
}

static uint32_t
hex4(const char *p)
{
	uint32_t v = 0;
	for (int i = 0; i < 4; i++) {
		char c = p[i];
		if (c >= '0' && c <= '9')
			v = v * 16 + (uint32_t)(c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			v = v * 16 + (uint32_t)((c | 0x20) - 'a') + 10;
		else
			return 0xfffd;
	}
	return v;
}

/* What follows a backslash; p is on it, what comes back behind it. */
static const char *
put_escape(const char *p, struct wk_buf *out)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *at = *p != '\0' ? strchr(from, *p) : NULL;
	char utf8[4];
	if (*p != 'u') {
		wk_buf_addc(out, at != NULL ? to[at - from] : *p);
		return p + 1;
	}
	if (strnlen(p, 5) < 5)
		return p + strnlen(p, 5);
	uint32_t cp = hex4(p + 1);
	p += 5;
	if (cp >= 0xd800 && cp < 0xdc00 && p[0] == '\\' && p[1] == 'u' &&
	    strnlen(p, 6) == 6) {
		cp = 0x10000 + ((cp - 0xd800) << 10) + ((hex4(p + 2) - 0xdc00) & 0x3ff);
		p += 6;
	}
	wk_buf_add(out, utf8, wk_text_utf8_put(cp, utf8));
	return p;
}

const char *
wk_json_next_string(const char *p, struct wk_buf *out)
{
	p = strchr(p, '"');
	if (p == NULL)
		return NULL;
	wk_buf_clear(out);
	for (p++; *p != '\0' && *p != '"';) {
		if (*p == '\\' && p[1] != '\0')
			p = put_escape(p + 1, out);
		else
			wk_buf_addc(out, *p++);
	}
	return *p == '"' ? p + 1 : p;
}
