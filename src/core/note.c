/* SPDX-License-Identifier: MIT */
/* The few conversions that notes of indicators need, with the digits that printf gives:
 * over a hundred years of days the notes would be most of the cost of the indicators, and
 * printf's numbers most of the cost of the notes. */
#include "indicator.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct note {
	char *p, *end;                  /* the last place is for the end of the string */
};

static void
put(struct note *n, const char *s, size_t len)
{
	len = WK_MIN(len, (size_t)(n->end - n->p));
	n->p = mempcpy(n->p, s, len);
}

/* v, or v over a power of ten with so many digits behind the point; at least `digits`
 * digits in all. */
static void
put_digits(struct note *n, unsigned long v, bool is_minus, int decimals, int digits)
{
	char text[32], *p = text + sizeof(text);

	for (int k = 0; v > 0 || k < digits; k++) {
		if (k == decimals && k > 0)
			*--p = '.';
		*--p = (char)('0' + v % 10);
		v /= 10;
	}
	if (is_minus)
		*--p = '-';
	put(n, p, (size_t)(text + sizeof(text) - p));
}

static void
put_int(struct note *n, int v, int digits)
{
	put_digits(n, (unsigned long)labs(v), v < 0, 0, digits);
}

/* v * scale to a whole number, as its exact product rounds. */
static unsigned long
whole(double v, double scale)
{
	double product = v * scale, below = floor(product), lost;

	if (product - below != 0.5)
		return (unsigned long)lrint(product);
	lost = fma(v, scale, -product);
	if (lost == 0)
		return (unsigned long)lrint(product);
	return (unsigned long)below + (lost > 0);
}

static void
put_huge(struct note *n, double v, int decimals)
{
	char text[40];

	snprintf(text, sizeof(text), "%.*f", decimals, v);
	put(n, text, strlen(text));
}

static void
put_double(struct note *n, double v, int decimals)
{
	static const double scales[] = { 1, 10, 100 };

	if (fabs(v) < 1e9)
		put_digits(n, whole(fabs(v), scales[decimals]), signbit(v), decimals,
		    decimals + 1);
	else
		put_huge(n, v, decimals);
}

/* Two decimals, without the zeros at their end. */
static void
put_short(struct note *n, double v)
{
	unsigned long digits = fabs(v) < 1e9 ? whole(fabs(v), 100) : 0;

	put_double(n, v, digits % 100 == 0 ? 0 : digits % 10 == 0 ? 1 : 2);
}

/* One conversion behind its percent sign; returns what follows it. */
static const char *
convert(struct note *n, const char *f, va_list *ap)
{
	const char *s;
	int len;

	if (f[0] == '.' && f[1] == '*') {
		len = va_arg(*ap, int);
		put(n, va_arg(*ap, const char *), (size_t)len);
		return f + 3;
	}
	if (f[0] == '0') {
		put_int(n, va_arg(*ap, int), 2);
		return f + 3;
	}
	if (f[0] == '.') {
		put_double(n, va_arg(*ap, double), f[1] - '0');
		return f + 3;
	}
	if (f[0] == 's') {
		s = va_arg(*ap, const char *);
		put(n, s, strlen(s));
	} else if (f[0] == 'd') {
		put_int(n, va_arg(*ap, int), 1);
	} else if (f[0] == 'g') {
		put_short(n, va_arg(*ap, double));
	} else {
		put(n, f, 1);
	}
	return f + 1;
}

void
wk_note(char *out, size_t size, const char *format, ...)
{
	struct note n = { out, out + size - 1 };
	va_list ap;

	va_start(ap, format);
	while (*format != '\0') {
		const char *plain = strchrnul(format, '%');

		put(&n, format, (size_t)(plain - format));
		format = *plain == '%' ? convert(&n, plain + 1, &ap) : plain;
	}
	va_end(ap);
	*n.p = '\0';
}
