/* SPDX-License-Identifier: MIT */
/* The facts of a file until they are written: packed, in blocks of which only the last
 * and the one in hand are at hand (import_spill.c), because a file may have millions of
 * them. What many of them say alike is there once. */
#include "import.h"

enum { BLOCK_LINES = 64, TEXTS = 7, ALIKE_MAX = 2048, ALIKE_BYTES = 512 };
#define BLOCK_BYTES ((size_t)64 << 10)
#define INLINE UINT16_MAX               /* the text itself follows */

struct kept {
	bool is_whole, is_blank;        /* blank: another line says it better */
	uint32_t bytes;                 /* with what is behind it */
	uint32_t file, times;           /* that gave it, and how often it has its key */
};

struct kept_whole {
	struct kept head;
	struct wk_line line;
};

/* Behind it: the numbers it has, the texts it has, its id. */
struct kept_event {
	struct kept head;
	bool is_tombstone;
	uint8_t texts, numbers;         /* a bit for each */
	int8_t kind, leave, severity, woke, noise, category, layer;
	uint16_t flags, locked;
	uint32_t line;
	wk_date d, d_last;
	int32_t off_start, off_end;
	int64_t start, end;
};

/* Lines `first` and following, one behind the other. */
struct page {
	struct wk_buf bytes;
	size_t block, first, n;
	uint32_t at[BLOCK_LINES];
	bool is_dirty;
};

struct keep {
	struct spill *spill;
	struct page last, read;         /* being filled; in hand */
	struct wk_buf tail;             /* of the event in hand */
	size_t *firsts, blocks, cap;    /* the first line of each block */
	const char *alike[ALIKE_MAX];
	uint16_t places[ALIKE_MAX * 2]; /* by hash: 1 + which of them */
	size_t alike_count;
	bool is_broken;                 /* something could not be read back */
};

struct keep *
wk_import_keep_new(const char *beside)
{
	struct keep *k = wk_mem_alloc(sizeof(*k));
	k->spill = wk_import_spill_new(beside);
	wk_buf_init(&k->last.bytes);
	wk_buf_init(&k->read.bytes);
	wk_buf_init(&k->tail);
	return k;
}

void
wk_import_keep_free(struct keep *k)
{
	if (k == NULL)
		return;
	wk_import_spill_free(k->spill);
	wk_buf_fini(&k->last.bytes);
	wk_buf_fini(&k->read.bytes);
	wk_buf_fini(&k->tail);
	wk_mem_free(k->firsts);
	wk_mem_free(k);
}

bool
wk_import_is_broken(const struct import *im)
{
	return im->keep->is_broken;
}

/* ---- blocks ---- */

static void
put_page(struct keep *k, struct page *p)
{
	if (p->is_dirty && !wk_import_spill_set(k->spill, p->block, p->bytes.p))
		k->is_broken = true;
	p->is_dirty = false;
}

static void
end_page(struct keep *k)
{
	struct page *p = &k->last;
	k->firsts = wk_mem_grow(k->firsts, &k->cap, k->blocks + 1, sizeof(*k->firsts));
	k->firsts[k->blocks++] = p->first;
	wk_import_spill_add(k->spill, p->bytes.p, p->bytes.len);
	p->first += p->n;
	p->n = 0;
	wk_buf_clear(&p->bytes);
}

static size_t
block_of(const struct keep *k, size_t i)
{
	size_t lo = 0, hi = k->blocks;
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		*(k->firsts[mid] <= i ? &lo : &hi) = mid;
	}
	return lo;
}

static bool
load(struct keep *k, size_t block)
{
	struct page *p = &k->read;
	struct kept head;
	put_page(k, p);
	size_t next = block + 1 < k->blocks ? k->firsts[block + 1] : k->last.first;
	p->n = 0;
	if (!wk_import_spill_get(k->spill, block, &p->bytes)) {
		k->is_broken = true;
		return false;
	}
	p->block = block;
	p->first = k->firsts[block];
	for (size_t at = 0; p->first + p->n < next; at += head.bytes) {
		memcpy(&head, p->bytes.p + at, sizeof(head));
		p->at[p->n++] = (uint32_t)at;
	}
	return true;
}

/* Where the line lies, good until the next one is asked for; NULL: it is lost. */
static char *
find(struct keep *k, size_t i, struct page **in)
{
	struct page *p = &k->last;
	if (i < p->first) {
		p = &k->read;
		if (i < p->first || i >= p->first + p->n) {
			size_t next = p->n > 0 && i == p->first + p->n ? p->block + 1 :
			    block_of(k, i);
			if (!load(k, next))
				return NULL;
		}
	}
	*in = p;
	return p->bytes.p + p->at[i - p->first];
}

static void
set_head(const struct import *im, size_t i, const struct kept *head)
{
	struct page *p;
	char *at = find(im->keep, i, &p);
	if (at == NULL)
		return;
	memcpy(at, head, sizeof(*head));
	p->is_dirty = p == &im->keep->read;
}

static struct kept
get_head(const struct import *im, size_t i)
{
	struct page *p;
	struct kept head = { .is_blank = true };
	const char *at = find(im->keep, i, &p);
	if (at != NULL)
		memcpy(&head, at, sizeof(head));
	return head;
}

/* What begins here and has `n` bytes in all. */
static void
begin_line(struct import *im, size_t n)
{
	struct keep *k = im->keep;
	struct page *p = &k->last;
	if (p->n == BLOCK_LINES || p->bytes.len + n > BLOCK_BYTES)
		if (p->n > 0)
			end_page(k);
	p->at[p->n++] = (uint32_t)p->bytes.len;
	im->line_count++;
}

/* ---- texts, each once while they are few ---- */

static size_t
text_place(const struct keep *k, const char *s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);
	for (const char *c = s; *c != '\0'; c++)
		h = (h ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
	size_t mask = WK_LEN(k->places) - 1, at = (size_t)(h >> 20) & mask;
	while (k->places[at] != 0 && strcmp(k->alike[k->places[at] - 1], s) != 0)
		at = (at + 1) & mask;
	return at;
}

/* Which of the texts that many lines have, or INLINE. */
static uint16_t
alike_number(struct import *im, const char *s)
{
	struct keep *k = im->keep;
	if (strnlen(s, ALIKE_BYTES) == ALIKE_BYTES)
		return INLINE;
	size_t at = text_place(k, s);
	if (k->places[at] != 0)
		return (uint16_t)(k->places[at] - 1);
	if (k->alike_count == ALIKE_MAX)
		return INLINE;
	k->alike[k->alike_count] = wk_arena_strdup(im->arena, s);
	k->places[at] = (uint16_t)++k->alike_count;
	return (uint16_t)(k->alike_count - 1);
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

static void
put_tail(struct import *im, struct wk_event *e, struct kept_event *k, struct wk_buf *to)
{
	const char **texts[TEXTS];
	const double numbers[] = { e->fact.dur_h, e->fact.minutes };
	for (size_t i = 0; i < WK_LEN(numbers); i++)
		if (!isnan(numbers[i])) {
			wk_buf_add(to, &numbers[i], sizeof(numbers[i]));
			k->numbers |= (uint8_t)(1U << i);
		}
	list_texts(e, texts);
	for (size_t i = 0; i < TEXTS; i++) {
		if (*texts[i] == NULL)
			continue;
		uint16_t n = alike_number(im, *texts[i]);
		wk_buf_add(to, &n, sizeof(n));
		if (n == INLINE)
			wk_buf_add(to, *texts[i], strlen(*texts[i]) + 1);
		k->texts |= (uint8_t)(1U << i);
	}
	wk_buf_add(to, e->ext_id, strlen(e->ext_id) + 1);
}

static void
keep_event(struct import *im, struct wk_line *l)
{
	struct wk_event *e = &l->event;
	const struct wk_fact *f = &e->fact;
	struct wk_buf *tail = &im->keep->tail, *to = &im->keep->last.bytes;
	struct kept_event k = { .head = { .file = (uint32_t)im->file, .times = 1 },
		.is_tombstone = l->is_tombstone, .kind = (int8_t)f->kind,
		.leave = (int8_t)f->leave, .severity = (int8_t)f->severity,
		.woke = (int8_t)f->woke, .noise = (int8_t)f->noise,
		.category = (int8_t)f->category, .layer = (int8_t)f->layer,
		.flags = (uint16_t)e->flags, .locked = (uint16_t)e->locked,
		.line = (uint32_t)l->line, .d = f->d, .d_last = e->d_last,
		.off_start = f->off_start, .off_end = f->off_end, .start = f->start,
		.end = f->end };
	wk_buf_clear(tail);
	put_tail(im, e, &k, tail);
	k.head.bytes = (uint32_t)(sizeof(k) + tail->len);
	begin_line(im, k.head.bytes);
	wk_buf_add(to, &k, sizeof(k));
	wk_buf_add(to, tail->p, tail->len);
}

static const char *
next_text(const struct keep *k, const char **from)
{
	uint16_t n;
	memcpy(&n, *from, sizeof(n));
	*from += sizeof(n);
	if (n != INLINE)
		return k->alike[n];
	const char *s = *from;
	*from += strlen(s) + 1;
	return s;
}

static void
unpack_tail(const struct keep *keep, const struct kept_event *k, const char *from,
    struct wk_event *e)
{
	const char **texts[TEXTS];
	double *const numbers[] = { &e->fact.dur_h, &e->fact.minutes };
	for (size_t i = 0; i < WK_LEN(numbers); i++)
		if (k->numbers >> i & 1) {
			memcpy(numbers[i], from, sizeof(*numbers[i]));
			from += sizeof(*numbers[i]);
		}
	list_texts(e, texts);
	for (size_t i = 0; i < TEXTS; i++)
		if (k->texts >> i & 1)
			*texts[i] = next_text(keep, &from);
	e->ext_id = from;
}

static void
unpack(const struct keep *keep, const char *at, struct wk_line *l)
{
	struct kept_event k;
	struct wk_event *e = &l->event;
	struct wk_fact *f = &e->fact;
	memcpy(&k, at, sizeof(k));
	*l = (struct wk_line){ .type = WK_LINE_EVENT, .is_tombstone = k.is_tombstone,
		.line = (long)k.line };
	wk_event_init(e, (enum wk_kind)k.kind);
	f->source = e->scope = NULL;
	f->leave = (enum wk_leave)k.leave;
	f->severity = k.severity;
	f->woke = k.woke;
	f->noise = k.noise;
	f->category = k.category;
	f->layer = k.layer;
	e->flags = k.flags;
	e->locked = k.locked;
	f->d = k.d;
	e->d_last = k.d_last;
	f->off_start = k.off_start;
	f->off_end = k.off_end;
	f->start = k.start;
	f->end = k.end;
	unpack_tail(keep, &k, at + sizeof(k), e);
}

/* Of days and surveys there are few. */
static void
keep_whole(struct import *im, const struct wk_line *l)
{
	struct kept_whole k = { { .is_whole = true, .bytes = sizeof(k),
		.file = (uint32_t)im->file, .times = 1 }, *l };
	if (l->type == WK_LINE_DAY) {
		k.line.day.note = wk_arena_strdup(im->arena, l->day.note);
		k.line.day.source = wk_arena_strdup(im->arena, l->day.source);
	}
	begin_line(im, sizeof(k));
	wk_buf_add(&im->keep->last.bytes, &k, sizeof(k));
}

void
wk_import_keep(struct import *im, struct wk_line *l)
{
	if (l->type == WK_LINE_EVENT)
		keep_event(im, l);
	else
		keep_whole(im, l);
}

enum wk_line_type
wk_import_line(const struct import *im, size_t i, struct wk_line *out)
{
	struct page *p;
	struct kept head;
	const char *at = find(im->keep, i, &p);
	*out = (struct wk_line){ .type = WK_LINE_BLANK };
	if (at == NULL)
		return WK_LINE_BLANK;
	memcpy(&head, at, sizeof(head));
	if (head.is_whole)
		memcpy(out, at + offsetof(struct kept_whole, line), sizeof(*out));
	else
		unpack(im->keep, at, out);
	return head.is_blank ? WK_LINE_BLANK : out->type;
}

void
wk_import_blank(struct import *im, size_t i)
{
	struct kept head = get_head(im, i);
	head.is_blank = true;
	set_head(im, i, &head);
}

unsigned
wk_import_again(struct import *im, size_t i)
{
	struct kept head = get_head(im, i);
	if (head.file != im->file)
		return 1;
	head.times++;
	set_head(im, i, &head);
	return head.times;
}
