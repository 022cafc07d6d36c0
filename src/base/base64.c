/* SPDX-License-Identifier: MIT */
/* Base64 (RFC 4648), on one line, with its padding. */
#include "wick/base.h"

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void
wk_base64_put(struct wk_buf *b, const void *p, size_t n)
{
	const unsigned char *s = p;
	for (size_t i = 0; i < n; i += 3) {
		size_t have = WK_MIN(n - i, (size_t)3);
		uint32_t v = (uint32_t)s[i] << 16;
		v |= have > 1 ? (uint32_t)s[i + 1] << 8 : 0;
		v |= have > 2 ? (uint32_t)s[i + 2] : 0;
		for (size_t k = 0; k < 4; k++)
			wk_buf_addc(b, k <= have ? digits[v >> (18 - 6 * k) & 63] : '=');
	}
}

bool
wk_base64_read(const char *s, struct wk_buf *out)
{
	size_t n = strlen(s), pad = 0;
	if (n % 4 != 0)
		return false;
	while (pad < 2 && n > pad && s[n - 1 - pad] == '=')
		pad++;
	for (size_t i = 0; i < n; i += 4) {
		uint32_t v = 0;
		for (size_t k = i; k < i + 4; k++) {
			const char *at = k >= n - pad ? digits :
			    memchr(digits, s[k], sizeof(digits) - 1);
			if (at == NULL)
				return false;
			v = v << 6 | (uint32_t)(at - digits);
		}
		size_t keep = i + 4 < n ? 3 : 3 - pad;
		for (size_t k = 0; k < keep; k++)
			wk_buf_addc(out, (char)(v >> (16 - 8 * k) & 255));
	}
	return true;
}
