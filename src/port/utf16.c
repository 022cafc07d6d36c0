/* SPDX-License-Identifier: MIT */
/* Text in two-byte units, as some spreadsheets save it, to UTF-8. Which byte comes first,
 * the mark at the beginning tells; without a mark it is not taken for such text. */
#include "port.h"

struct units {
	const unsigned char *p;
	size_t n;                       /* bytes left */
	int high;                       /* which of two bytes is the greater */
};

static bool
next_unit(struct units *u, uint32_t *out)
{
	if (u->n < 2)
		return false;
	*out = (uint32_t)u->p[u->high] << 8 | u->p[1 - u->high];
	u->p += 2;
	u->n -= 2;
	return true;
}

/* Joins a pair of surrogates; half a pair is U+FFFD. */
static bool
next_point(struct units *u, uint32_t *out)
{
	uint32_t low;
	if (!next_unit(u, out))
		return false;
	if (*out < 0xd800 || *out > 0xdfff)
		return true;
	struct units ahead = *u;
	if (*out < 0xdc00 && next_unit(&ahead, &low) && low >= 0xdc00 && low <= 0xdfff) {
		*u = ahead;
		*out = 0x10000 + ((*out - 0xd800) << 10) + (low - 0xdc00);
	} else
		*out = 0xfffd;
	return true;
}

bool
wk_port_from_utf16(const char *p, size_t n, struct wk_buf *out)
{
	struct units u = { (const unsigned char *)p + 2, n - 2, 0 };
	uint32_t point;
	char text[4];
	if (n < 2)
		return false;
	if (memcmp(p, "\xff\xfe", 2) == 0)
		u.high = 1;
	else if (memcmp(p, "\xfe\xff", 2) != 0)
		return false;
	while (next_point(&u, &point))
		wk_buf_add(out, text, wk_text_utf8_put(point, text));
	if (u.n > 0)
		wk_buf_adds(out, "\xef\xbf\xbd");
	return true;
}
