/* SPDX-License-Identifier: MIT */
/* Arena: blocks of 16 KB in a list, the first of 4; freed together. Long lists get blocks
 * so large that the kernel maps them: zeroed already, and no memory until it is
 * touched. */
#include "wick/base.h"

#define FIRST ((size_t)4096)
#define BLOCK ((size_t)16384)
#define LARGE ((size_t)1 << 18)

struct wk_arena_block {
	struct wk_arena_block *next;
	size_t used, size;
	_Alignas(max_align_t) char data[];
};

void
wk_arena_init(struct wk_arena *a)
{
	a->head = NULL;
}

void
wk_arena_fini(struct wk_arena *a)
{
	while (a->head != NULL) {
		struct wk_arena_block *next = a->head->next;
		wk_mem_free(a->head);
		a->head = next;
	}
}

/* The block with the larger rest becomes the head; only the head's rest is used. */
static struct wk_arena_block *
add_block(struct wk_arena *a, size_t need)
{
	size_t usual = a->head == NULL ? FIRST : BLOCK;
	size_t size = need <= usual / 4 ? usual : need < LARGE / 4 ? need :
	    WK_MAX(need, LARGE);
	struct wk_arena_block *b = wk_mem_alloc(sizeof(*b) + size), *head = a->head;
	b->size = size;
	if (head != NULL && head->size - head->used >= size - need) {
		b->next = head->next;
		head->next = b;
	} else {
		b->next = head;
		a->head = b;
	}
	return b;
}

void *
wk_arena_alloc(struct wk_arena *a, size_t n)
{
	size_t need = (n + 15) & ~(size_t)15;
	struct wk_arena_block *b = a->head;
	if (need < n)
		wk_mem_die();
	if (b == NULL || b->size - b->used < need)
		b = add_block(a, need);
	void *p = b->data + b->used;
	b->used += need;
	return p;
}

char *
wk_arena_strndup(struct wk_arena *a, const char *s, size_t n)
{
	if (s == NULL)
		return NULL;
	char *p = wk_arena_alloc(a, n + 1);
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
wk_arena_strdup(struct wk_arena *a, const char *s)
{
	return s == NULL ? NULL : wk_arena_strndup(a, s, strlen(s));
}

char *
wk_arena_printf(struct wk_arena *a, const char *fmt, ...)
{
	va_list ap;
	struct wk_buf b;
	wk_buf_init(&b);
	va_start(ap, fmt);
	wk_buf_vaddf(&b, fmt, ap);
	va_end(ap);
	char *p = wk_arena_strndup(a, b.p, b.len);
	wk_buf_fini(&b);
	return p;
}
