/* SPDX-License-Identifier: MIT */
/* Numbers with a fixed count of decimals, with the digits that printf gives: a hundred
 * years of days are a million of them, and printf's would be most of their cost. */
#include <math.h>

#include "wick/base.h"

#define EXACT 4e15                      /* below it every half is a double */
enum { DECIMALS_MAX = 9 };

static const double scales[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

/* v, from 0, in units of its last decimal: the exact product, rounded, a tie to the even
 * one. False where that cannot be had so. */
static bool
scale(double v, int decimals, uint64_t *out)
{
	double product, below;

	if (decimals < 0 || decimals > DECIMALS_MAX || !(v * scales[decimals] < EXACT))
		return false;
	product = v * scales[decimals];
	below = (double)(int64_t)product;
	*out = (uint64_t)below;
	if (product - below > 0.5) {
		++*out;
	} else if (product - below >= 0.5) {
		double lost = fma(v, scales[decimals], -product);

		*out += lost > 0 || (lost >= 0 && *out % 2 == 1);
	}
	return true;
}

/* The last n digits of v before p; returns their start. */
static char *
put_last(char *p, uint64_t v, int n)
{
	for (; n > 0; n--, v /= 10)
		*--p = (char)('0' + v % 10);
	return p;
}

static char *
put_whole(char *p, uint64_t v)
{
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	return p;
}

static size_t
write_out(char *out, uint64_t units, bool is_minus, int decimals)
{
	char text[24], *end = text + sizeof(text), *p = end;
	uint64_t one = (uint64_t)scales[decimals];

	if (decimals > 0) {
		p = put_last(p, units % one, decimals);
		*--p = '.';
	}
	p = put_whole(p, units / one);
	if (is_minus)
		*--p = '-';
	memcpy(out, p, (size_t)(end - p));
	return (size_t)(end - p);
}

size_t
wk_text_fixed(char out[WK_TEXT_FIXED], double v, int decimals)
{
	uint64_t units;
	int n;

	if (scale(fabs(v), decimals, &units))
		return write_out(out, units, signbit(v) != 0, decimals);
	n = snprintf(out, WK_TEXT_FIXED, "%.*f", decimals, v);
	return n < 0 ? 0 : WK_MIN((size_t)n, WK_TEXT_FIXED - 1);
}

void
wk_text_put_fixed(struct wk_buf *b, double v, int decimals)
{
	char text[WK_TEXT_FIXED];

	wk_buf_add(b, text, wk_text_fixed(text, v, decimals));
}

/* Without the zeros at its end, and without the sign where nothing else is left: -0 is 0
 * to everybody who reads it. */
static size_t
cut_zeros(char *s, size_t n)
{
	if (memchr(s, '.', n) == NULL)
		return n;
	while (s[n - 1] == '0')
		n--;
	n -= s[n - 1] == '.';
	if (n == 2 && s[0] == '-' && s[1] == '0') {
		s[0] = '0';
		n = 1;
	}
	return n;
}

size_t
wk_text_number(char out[WK_TEXT_FIXED], double v, int decimals)
{
	uint64_t units;

	if (!scale(fabs(v), decimals, &units))
		return cut_zeros(out, wk_text_fixed(out, v, decimals));
	for (; decimals > 0 && units % 10 == 0; decimals--)
		units /= 10;
	return write_out(out, units, units > 0 && v < 0, decimals);
}

void
wk_text_put_number(struct wk_buf *b, double v, int decimals)
{
	char text[WK_TEXT_FIXED];

	wk_buf_add(b, text, wk_text_number(text, v, decimals));
}
