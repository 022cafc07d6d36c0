/* SPDX-License-Identifier: MIT */
/* Writing JSON values; reading is SQLite's or the port's. */
#include "wick/base.h"

#include <math.h>

static void
put_control(struct wk_buf *b, unsigned char c)
{
	switch (c) {
	case '\n': wk_buf_adds(b, "\\n"); break;
	case '\t': wk_buf_adds(b, "\\t"); break;
	case '\r': wk_buf_adds(b, "\\r"); break;
	default: wk_buf_addf(b, "\\u%04x", c); break;
	}
}

void
wk_json_put_string(struct wk_buf *b, const char *s)
{
	size_t left = strlen(s);
	wk_buf_addc(b, '"');
	while (left) {
		uint32_t cp;
		size_t used = wk_text_utf8_next(s, left, &cp);
		if (cp == '"' || cp == '\\') {
			wk_buf_addc(b, '\\');
			wk_buf_addc(b, *s);
		} else if (cp < 0x20 || cp == 0x7f) {
			put_control(b, (unsigned char)cp);
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
