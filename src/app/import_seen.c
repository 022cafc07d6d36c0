/* SPDX-License-Identifier: MIT */
/* Which facts a file has given already: what tells them apart to the line that had it.
 * Open addressing, a power of two places, at most half of them taken; a place holds a
 * hash, and what it stands for is in the line. */
#include "import.h"

enum { SEEN_FIRST = 1024 };

static uint64_t
hash_text(uint64_t h, const char *s)
{
	for (; s != NULL && *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	return (h ^ 0x1f) * UINT64_C(0x100000001b3);
}

static uint64_t
hash_key(const struct wk_line *l)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);
	if (l->type == WK_LINE_DAY)
		return (h ^ (uint64_t)(uint32_t)l->day.d) * UINT64_C(0x9e3779b97f4a7c15);
	h = hash_text(h, l->event.fact.source);
	h = hash_text(h, l->event.scope);
	return hash_text(h, l->event.ext_id);
}

static bool
same_text(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static bool
same_key(const struct import *im, size_t index, const struct wk_line *l)
{
	struct wk_line old;
	wk_import_line(im, index, &old);
	if (old.type != l->type)
		return false;
	if (l->type == WK_LINE_DAY)
		return old.day.d == l->day.d;
	return same_text(old.event.ext_id, l->event.ext_id) &&
	    same_text(old.event.scope, l->event.scope) &&
	    same_text(old.event.fact.source, l->event.fact.source);
}

static struct seen *
place(const struct import *im, const struct wk_line *l)
{
	uint64_t h = hash_key(l);
	size_t i = (size_t)(h >> 7);
	for (;; i++) {
		struct seen *s = &im->seen[i & (im->seen_cap - 1)];
		if (s->n == 0 || (s->hash == (uint32_t)h && same_key(im, s->index, l)))
			return s;
	}
}

static void
grow(struct import *im)
{
	struct seen *old = im->seen;
	size_t cap = im->seen_cap;
	im->seen_cap = cap == 0 ? SEEN_FIRST : cap * 2;
	im->seen = wk_mem_alloc(im->seen_cap * sizeof(*im->seen));
	for (size_t i = 0; i < cap; i++) {
		struct wk_line l;
		if (old[i].n == 0)
			continue;
		wk_import_line(im, old[i].index, &l);
		size_t at = (size_t)(hash_key(&l) >> 7);
		while (im->seen[at & (im->seen_cap - 1)].n > 0)
			at++;
		im->seen[at & (im->seen_cap - 1)] = old[i];
	}
	wk_mem_free(old);
}

struct seen *
wk_import_seen(struct import *im, const struct wk_line *l)
{
	if (im->seen_count * 2 >= im->seen_cap)
		grow(im);
	struct seen *s = place(im, l);
	if (s->n == 0) {
		s->hash = (uint32_t)hash_key(l);
		s->index = (uint32_t)im->line_count;
		s->file = (uint32_t)im->file;
		im->seen_count++;
	} else if (s->file != im->file) {
		s->file = (uint32_t)im->file;   /* of another file: not twice in one */
		s->n = 0;
	}
	s->n++;
	return s;
}

bool
wk_import_has_seen(const struct import *im, const struct wk_line *l)
{
	return im->seen_cap > 0 && place(im, l)->n > 0;
}
