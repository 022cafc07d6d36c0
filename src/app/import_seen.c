/* SPDX-License-Identifier: MIT */
/* Which facts a file has given already: keys to the last line that had them. Open
 * addressing, a power of two places, at most half of them taken. */
#include "import.h"

enum { SEEN_FIRST = 1024 };

static struct seen *
place(struct seen *v, size_t cap, const char *key)
{
	size_t h = 5381;
	for (const char *c = key; *c != '\0'; c++)
		h = h * 33 + (unsigned char)*c;
	while (v[h & (cap - 1)].key != NULL && strcmp(v[h & (cap - 1)].key, key) != 0)
		h++;
	return &v[h & (cap - 1)];
}

static void
grow(struct import *im)
{
	size_t cap = im->seen_cap == 0 ? SEEN_FIRST : im->seen_cap * 2;
	struct seen *v = WK_ARENA_ARRAY(im->arena, struct seen, cap);
	for (size_t i = 0; i < im->seen_cap; i++)
		if (im->seen[i].key != NULL)
			*place(v, cap, im->seen[i].key) = im->seen[i];
	im->seen = v;
	im->seen_cap = cap;
}

struct seen *
wk_import_seen(struct import *im, const char *key)
{
	if (im->seen_count * 2 >= im->seen_cap)
		grow(im);
	struct seen *s = place(im->seen, im->seen_cap, key);
	if (s->key == NULL) {
		s->key = key;
		im->seen_count++;
	}
	return s;
}

bool
wk_import_has_seen(const struct import *im, const char *key)
{
	return im->seen_cap > 0 && place(im->seen, im->seen_cap, key)->key != NULL;
}

/* Asked for every line of a file: without printf. */
const char *
wk_import_event_key(const struct import *im, const struct wk_event *e)
{
	const char *parts[] = { e->fact.source, e->scope == NULL ? "" : e->scope,
		e->ext_id };
	size_t len[WK_LEN(parts)], sum = 0;
	for (size_t i = 0; i < WK_LEN(parts); i++)
		sum += (len[i] = strlen(parts[i])) + 1;
	char *key = wk_arena_alloc(im->arena, sum), *o = key;
	for (size_t i = 0; i < WK_LEN(parts); i++) {
		memcpy(o, parts[i], len[i]);
		o += len[i];
		*o++ = i + 1 < WK_LEN(parts) ? '\x1f' : '\0';
	}
	return key;
}
