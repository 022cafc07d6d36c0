/* SPDX-License-Identifier: MIT */
/* The facts of a file until they are written: a hundred bytes each, because a file may
 * have hundreds of thousands of them. What many of them say alike is there once. */
#include "import.h"

enum { TEXTS_FIRST = 256, TEXTS = 7 };

struct kept {
	bool is_whole, is_blank;        /* blank: another line says it better */
};

struct kept_whole {
	struct kept head;
	struct wk_line line;
};

/* Behind it: the numbers it has, the texts it has, its id. */
struct kept_event {
	struct kept head;
	bool is_tombstone, used_default_zone;
	uint8_t texts, numbers;         /* a bit for each */
	int8_t kind, leave, severity, woke, noise, category, layer;
	uint16_t flags, locked;
	uint32_t line;
	wk_date d, d_last;
	int32_t off_start, off_end;
	int64_t start, end;
	char tail[];
};

/* ---- texts, each once ---- */

static uint64_t
hash_text(uint64_t h, const char *s)
{
	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	return h;
}

static const char **
text_place(const char **v, size_t cap, const char *s)
{
	size_t h = (size_t)hash_text(UINT64_C(0xcbf29ce484222325), s);
	while (v[h & (cap - 1)] != NULL && strcmp(v[h & (cap - 1)], s) != 0)
		h++;
	return &v[h & (cap - 1)];
}

static const char *
keep_text(struct import *im, const char *s)
{
	if (im->text_count * 2 >= im->text_cap) {
		size_t cap = im->text_cap == 0 ? TEXTS_FIRST : im->text_cap * 2;
		const char **v = wk_mem_alloc(cap * sizeof(*v));
		for (size_t i = 0; i < im->text_cap; i++)
			if (im->texts[i] != NULL)
				*text_place(v, cap, im->texts[i]) = im->texts[i];
		wk_mem_free(im->texts);
		im->texts = v;
		im->text_cap = cap;
	}
	const char **at = text_place(im->texts, im->text_cap, s);
	if (*at == NULL) {
		*at = wk_arena_strdup(im->arena, s);
		im->text_count++;
	}
	return *at;
}

/* ---- lines ---- */

static void
list_texts(struct wk_event *e, const char **at[TEXTS])
{
	at[0] = &e->fact.source;
	at[1] = &e->scope;
	at[2] = &e->tz;
	at[3] = &e->title;
	at[4] = &e->tags;
	at[5] = &e->meta;
	at[6] = &e->ext_rev;
}

static struct kept *
pack(struct import *im, struct wk_line *l)
{
	struct wk_event *e = &l->event;
	const struct wk_fact *f = &e->fact;
	const char **texts[TEXTS];
	const double numbers[] = { f->dur_h, f->minutes };
	char tail[(TEXTS + WK_LEN(numbers)) * 8], *to = tail;
	struct kept_event k = { .is_tombstone = l->is_tombstone,
		.used_default_zone = l->used_default_zone, .kind = (int8_t)f->kind,
		.leave = (int8_t)f->leave, .severity = (int8_t)f->severity,
		.woke = (int8_t)f->woke, .noise = (int8_t)f->noise,
		.category = (int8_t)f->category, .layer = (int8_t)f->layer,
		.flags = (uint16_t)e->flags, .locked = (uint16_t)e->locked,
		.line = (uint32_t)l->line, .d = f->d, .d_last = e->d_last,
		.off_start = f->off_start, .off_end = f->off_end, .start = f->start,
		.end = f->end };
	for (size_t i = 0; i < WK_LEN(numbers); i++)
		if (!isnan(numbers[i])) {
			memcpy(to, &numbers[i], sizeof(numbers[i]));
			to += sizeof(numbers[i]);
			k.numbers |= (uint8_t)(1U << i);
		}
	list_texts(e, texts);
	for (size_t i = 0; i < TEXTS; i++)
		if (*texts[i] != NULL) {
			const char *s = keep_text(im, *texts[i]);
			memcpy(to, &s, sizeof(s));
			to += sizeof(s);
			k.texts |= (uint8_t)(1U << i);
		}
	size_t n = (size_t)(to - tail), id = strlen(e->ext_id) + 1;
	struct kept_event *out = wk_arena_alloc(im->arena, sizeof(k) + n + id);
	memcpy(out, &k, sizeof(k));
	memcpy(out->tail, tail, n);
	memcpy(out->tail + n, e->ext_id, id);
	return &out->head;
}

static void
unpack(const struct kept_event *k, struct wk_line *l)
{
	struct wk_event *e = &l->event;
	struct wk_fact *f = &e->fact;
	const char **texts[TEXTS], *from = k->tail;
	double *const numbers[] = { &f->dur_h, &f->minutes };
	*l = (struct wk_line){ .type = WK_LINE_EVENT, .is_tombstone = k->is_tombstone,
		.used_default_zone = k->used_default_zone, .line = (long)k->line };
	wk_event_init(e, (enum wk_kind)k->kind);
	f->source = e->scope = NULL;
	f->leave = (enum wk_leave)k->leave;
	f->severity = k->severity;
	f->woke = k->woke;
	f->noise = k->noise;
	f->category = k->category;
	f->layer = k->layer;
	e->flags = k->flags;
	e->locked = k->locked;
	f->d = k->d;
	e->d_last = k->d_last;
	f->off_start = k->off_start;
	f->off_end = k->off_end;
	f->start = k->start;
	f->end = k->end;
	for (size_t i = 0; i < WK_LEN(numbers); i++)
		if (k->numbers >> i & 1) {
			memcpy(numbers[i], from, sizeof(*numbers[i]));
			from += sizeof(*numbers[i]);
		}
	list_texts(e, texts);
	for (size_t i = 0; i < TEXTS; i++)
		if (k->texts >> i & 1) {
			memcpy(texts[i], from, sizeof(*texts[i]));
			from += sizeof(*texts[i]);
		}
	e->ext_id = from;
}

/* Of days and surveys there are few. */
static struct kept *
keep_whole(struct import *im, const struct wk_line *l)
{
	struct kept_whole *k = wk_arena_alloc(im->arena, sizeof(*k));
	*k = (struct kept_whole){ { true, false }, *l };
	if (l->type == WK_LINE_DAY) {
		k->line.day.note = wk_arena_strdup(im->arena, l->day.note);
		k->line.day.source = wk_arena_strdup(im->arena, l->day.source);
	}
	return &k->head;
}

void
wk_import_keep(struct import *im, struct wk_line *l)
{
	im->lines = wk_mem_grow(im->lines, &im->line_cap, im->line_count + 1,
	    sizeof(*im->lines));
	im->lines[im->line_count++] = l->type == WK_LINE_EVENT ? pack(im, l) :
	    keep_whole(im, l);
}

enum wk_line_type
wk_import_line(const struct import *im, size_t i, struct wk_line *out)
{
	const struct kept *k = im->lines[i];
	if (k->is_whole)
		*out = ((const struct kept_whole *)k)->line;
	else
		unpack((const struct kept_event *)k, out);
	return k->is_blank ? WK_LINE_BLANK : out->type;
}

void
wk_import_blank(struct import *im, size_t i)
{
	im->lines[i]->is_blank = true;
}

void
wk_import_put_day(struct import *im, size_t i, const struct wk_line *l)
{
	((struct kept_whole *)im->lines[i])->line = *l;
}
