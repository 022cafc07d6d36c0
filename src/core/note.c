/* SPDX-License-Identifier: MIT */
/* The few conversions that notes of indicators need: printf's would be most of their
 * cost. */
#include "indicator.h"

#include <stdarg.h>
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

static void
put_int(struct note *n, int v, int digits)
{
	char text[WK_TEXT_FIXED];

	if (v >= 0 && v < 10 && digits == 2)
		put(n, "0", 1);
	put(n, text, wk_text_fixed(text, v, 0));
}

static void
put_double(struct note *n, double v, int decimals)
{
	char text[WK_TEXT_FIXED];

	put(n, text, wk_text_fixed(text, v, decimals));
}

/* Two decimals, without the zeros at their end. */
static void
put_short(struct note *n, double v)
{
	char text[WK_TEXT_FIXED];

	put(n, text, wk_text_number(text, v, 2));
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
