/* SPDX-License-Identifier: MIT */
/* Tags, attributes, text. What comes from people is escaped here and nowhere else. */
#include "html.h"

static void
put_escaped(struct wk_buf *b, const char *s)
{
	struct wk_buf safe;

	wk_buf_init(&safe);
	wk_text_safe(&safe, s);
	for (const char *p = safe.p; *p != '\0'; p++) {
		switch (*p) {
		case '&': wk_buf_adds(b, "&amp;"); break;
		case '<': wk_buf_adds(b, "&lt;"); break;
		case '>': wk_buf_adds(b, "&gt;"); break;
		case '"': wk_buf_adds(b, "&quot;"); break;
		case '\'': wk_buf_adds(b, "&#39;"); break;
		default: wk_buf_addc(b, *p); break;
		}
	}
	wk_buf_fini(&safe);
}

static void
put_tag(struct wk_buf *b, const char *tag, va_list ap)
{
	const char *name;

	wk_buf_addc(b, '<');
	wk_buf_adds(b, tag);
	while ((name = va_arg(ap, const char *)) != NULL) {
		const char *value = va_arg(ap, const char *);
		wk_buf_addc(b, ' ');
		wk_buf_adds(b, name);
		wk_buf_adds(b, "=\"");
		put_escaped(b, value);
		wk_buf_addc(b, '"');
	}
	wk_buf_addc(b, '>');
}

void
html_tag(struct wk_buf *b, const char *tag, ...)
{
	va_list ap;

	va_start(ap, tag);
	put_tag(b, tag, ap);
	va_end(ap);
}

void
html_end(struct wk_buf *b, const char *tag)
{
	wk_buf_adds(b, "</");
	wk_buf_adds(b, tag);
	wk_buf_addc(b, '>');
}

void
html_text(struct wk_buf *b, const char *s)
{
	put_escaped(b, s);
}

void
html_int(struct wk_buf *b, long n)
{
	wk_buf_addf(b, "%ld", n);
}

void
html_element(struct wk_buf *b, const char *tag, const char *text, ...)
{
	va_list ap;

	va_start(ap, text);
	put_tag(b, tag, ap);
	va_end(ap);
	put_escaped(b, text);
	html_end(b, tag);
}

const char *
html_number(char buf[24], double v)
{
	(void)snprintf(buf, 24, "%.1f", v);
	return buf;
}
