/* SPDX-License-Identifier: MIT */
/* The only caller of malloc. Memory that cannot be had ends the process: see base.h. */
#include <stdlib.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "wick/base.h"

/* Blocks so large are mapped, each by itself. */
enum { MAPPED = 1 << 17 };

_Noreturn void
wk_mem_die(void)
{
	static const char msg[] = "wick: out of memory; nothing was half written\n";
	ssize_t n = write(2, msg, sizeof(msg) - 1);
	(void)n;
	exit(1);
}

void *
wk_mem_alloc(size_t n)
{
	void *p = calloc(1, n == 0 ? 1 : n);
	if (p == NULL)
		wk_mem_die();
	return p;
}

void *
wk_mem_realloc(void *p, size_t n)
{
	void *q = realloc(p, n == 0 ? 1 : n);
	if (q == NULL)
		wk_mem_die();
	return q;
}

void *
wk_mem_grow(void *p, size_t *cap, size_t want, size_t size)
{
	size_t bytes, c = *cap < 8 ? 8 : *cap;
	if (want <= *cap)
		return p;
	while (c < want)
		c *= 2;
	if (__builtin_mul_overflow(c, size, &bytes))
		wk_mem_die();
	p = wk_mem_realloc(p, bytes);
	memset((char *)p + *cap * size, 0, bytes - *cap * size);
	*cap = c;
	return p;
}

char *
wk_mem_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = wk_mem_alloc(n);
	memcpy(p, s, n);
	return p;
}

void
wk_mem_free(void *p)
{
	free(p);
}

void
wk_mem_give_back(void)
{
#ifdef __GLIBC__
	(void)mallopt(M_MMAP_THRESHOLD, MAPPED);
#endif
}

void
wk_mem_trim(void)
{
#ifdef __GLIBC__
	(void)malloc_trim(0);
#endif
}
