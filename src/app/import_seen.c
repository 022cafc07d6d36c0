/* SPDX-License-Identifier: MIT */
/* Which facts a file has given already: what tells them apart to the line that had it.
 * Open addressing, a power of two places, seven of eight taken at most: eight bytes for
 * each fact of a file that may have millions. A place holds a hash, and what it stands
 * for is in the line. */
#include "import.h"

enum { SEEN_FIRST = 1024, SEEN_LARGE = 1 << 19 };

static uint64_t
hash_text(uint64_t h, const char *s)
{
	for (; s != NULL && *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	return (h ^ 0x1f) * UINT64_C(0x100000001b3);
}

static uint32_t
hash_key(const struct wk_line *l)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);
	if (l->type == WK_LINE_DAY) {
		h ^= (uint64_t)(uint32_t)l->day.d;
	} else {
		h = hash_text(h, l->event.fact.source);
		h = hash_text(h, l->event.scope);
		h = hash_text(h, l->event.ext_id);
	}
	h = (h ^ h >> 32) * UINT64_C(0x9e3779b97f4a7c15);
	return (uint32_t)(h >> 32);
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

/* The place of the line with its key, or the empty one where it would be. */
static struct seen *
place(const struct import *im, const struct wk_line *l, uint32_t hash)
{
	for (size_t i = hash;; i++) {
		struct seen *s = &im->seen[i & (im->seen_cap - 1)];
		if (s->place == 0 ||
		    (s->hash == hash && same_key(im, s->place - 1, l)))
			return s;
	}
}

static void
put(struct import *im, struct seen s)
{
	size_t at = s.hash;
	while (im->seen[at & (im->seen_cap - 1)].place != 0)
		at++;
	im->seen[at & (im->seen_cap - 1)] = s;
}

/* What has become large is not held twice: it is made once more from the lines. */
static void
grow(struct import *im)
{
	struct seen *old = im->seen;
	size_t cap = im->seen_cap;
	bool is_large = cap >= SEEN_LARGE;
	if (is_large)
		wk_mem_free(old);
	im->seen_cap = cap == 0 ? SEEN_FIRST : cap * 2;
	im->seen = wk_mem_alloc(im->seen_cap * sizeof(*im->seen));
	for (size_t i = 0; !is_large && i < cap; i++)
		if (old[i].place != 0)
			put(im, old[i]);
	for (size_t i = 0; is_large && i < im->line_count; i++) {
		struct wk_line l;
		enum wk_line_type type = wk_import_line(im, i, &l);
		if (type == WK_LINE_EVENT || type == WK_LINE_DAY)
			put(im, (struct seen){ hash_key(&l), (uint32_t)i + 1 });
	}
	if (!is_large)
		wk_mem_free(old);
}

unsigned
wk_import_seen(struct import *im, const struct wk_line *l, struct seen **at)
{
	if (im->seen_count >= im->seen_cap - im->seen_cap / 8)
		grow(im);
	uint32_t hash = hash_key(l);
	struct seen *s = *at = place(im, l, hash);
	if (s->place != 0)
		return wk_import_again(im, s->place - 1);
	*s = (struct seen){ hash, (uint32_t)im->line_count + 1 };
	im->seen_count++;
	return 1;
}

bool
wk_import_has_seen(const struct import *im, const struct wk_line *l)
{
	return im->seen_cap > 0 && place(im, l, hash_key(l))->place != 0;
}

void
wk_import_forget_seen(struct import *im)
{
	wk_mem_free(im->seen);
	im->seen = NULL;
	im->seen_cap = im->seen_count = 0;
}
