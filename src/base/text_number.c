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
static inline bool
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

/* The last n digits of v before p, two at a time. */
static inline void
put_last(char *p, uint32_t v, int n)
{
	static const char pairs[] = "00010203040506070809" "10111213141516171819"
	    "20212223242526272829" "30313233343536373839" "40414243444546474849"
	    "50515253545556575859" "60616263646566676869" "70717273747576777879"
	    "80818283848586878889" "90919293949596979899";

	for (; n > 1; n -= 2, v /= 100)
		memcpy(p -= 2, pairs + 2 * (v % 100), 2);
	if (n > 0)
		*--p = (char)('0' + v % 10);
}

static inline int
digits_of(uint64_t v)
{
	int n = 1;

	for (uint64_t limit = 10; v >= limit; limit *= 10)
		n++;
	return n;
}

static inline size_t
write_out(char *out, uint64_t units, bool is_minus, int decimals)
{
	uint64_t one = (uint64_t)scales[decimals], whole = units / one;
	uint32_t part = (uint32_t)(units - whole * one);
	int digits = digits_of(whole);
	char *p = out;

	*p = '-';
	p += is_minus + digits;
	if (digits > 9) {
		put_last(p, (uint32_t)(whole % 1000000000), 9);
		put_last(p - 9, (uint32_t)(whole / 1000000000), digits - 9);
	} else {
		put_last(p, (uint32_t)whole, digits);
	}
	if (decimals > 0) {
		*p = '.';
		p += 1 + decimals;
		put_last(p, part, decimals);
	}
	return (size_t)(p - out);
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

size_t
wk_text_number(char out[WK_TEXT_FIXED], double v, int decimals)
{
	uint64_t units;
	size_t n = scale(fabs(v), decimals, &units) ?
	    write_out(out, units, v < 0, decimals) : wk_text_fixed(out, v, decimals);

	if (decimals > 0 && isfinite(v)) {
		while (out[n - 1] == '0')
			n--;
		n -= out[n - 1] == '.';
	}
	/* -0 is 0 to everybody who reads it */
	if (n == 2 && out[0] == '-' && out[1] == '0') {
		out[0] = '0';
		n = 1;
	}
	return n;
}

void
wk_text_put_number(struct wk_buf *b, double v, int decimals)
{
	char text[WK_TEXT_FIXED];

	wk_buf_add(b, text, wk_text_number(text, v, decimals));
}
