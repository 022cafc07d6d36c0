/* SPDX-License-Identifier: MIT */
/* Buffer: growing bytes, always NUL-terminated, at most WK_BUF_MAX. */
#include "wick/base.h"

#define BUF_MAX ((size_t)4 << 30)

static const char empty[1];

void
wk_buf_init(struct wk_buf *b)
{
	b->p = (char *)(uintptr_t)empty;   /* never written: cap is 0 */
	b->len = b->cap = 0;
}

void
wk_buf_fini(struct wk_buf *b)
{
	if (b->cap > 0)
		wk_mem_free(b->p);
	wk_buf_init(b);
}

void
wk_buf_clear(struct wk_buf *b)
{
	b->len = 0;
	if (b->cap > 0)
		b->p[0] = '\0';
}

static void
reserve(struct wk_buf *b, size_t more)
{
	size_t want = b->len + more + 1;
	if (want < more || want > BUF_MAX)
		wk_mem_die();
	if (want <= b->cap)
		return;
	size_t cap = b->cap == 0 ? 128 : b->cap;
	while (cap < want)
		cap *= 2;
	b->p = wk_mem_realloc(b->cap == 0 ? NULL : b->p, cap);
	b->cap = cap;
	b->p[b->len] = '\0';
}

void
wk_buf_add(struct wk_buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	reserve(b, n);
	memcpy(b->p + b->len, p, n);
	b->len += n;
	b->p[b->len] = '\0';
}

void
wk_buf_adds(struct wk_buf *b, const char *s)
{
	wk_buf_add(b, s, strlen(s));
}

void
wk_buf_addc(struct wk_buf *b, char c)
{
	reserve(b, 1);
	b->p[b->len++] = c;
	b->p[b->len] = '\0';
}

void
wk_buf_fill(struct wk_buf *b, char c, size_t n)
{
	reserve(b, n);
	memset(b->p + b->len, c, n);
	b->len += n;
	b->p[b->len] = '\0';
}

char *
wk_buf_room(struct wk_buf *b, size_t n)
{
	reserve(b, n);
	return b->p + b->len;
}

void
wk_buf_used(struct wk_buf *b, size_t n)
{
	b->len += n;
	b->p[b->len] = '\0';
}

void
wk_buf_vaddf(struct wk_buf *b, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	reserve(b, 128);
	int n = vsnprintf(b->p + b->len, b->cap - b->len, fmt, ap);
	if (n >= 0 && (size_t)n >= b->cap - b->len) {
		reserve(b, (size_t)n);
		n = vsnprintf(b->p + b->len, b->cap - b->len, fmt, again);
	}
	va_end(again);
	if (n > 0)
		b->len += (size_t)n;
}

void
wk_buf_addf(struct wk_buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	wk_buf_vaddf(b, fmt, ap);
	va_end(ap);
}

char *
wk_buf_take(struct wk_buf *b)
{
	reserve(b, 0);
	char *p = b->p;
	wk_buf_init(b);
	return p;
}
