/* SPDX-License-Identifier: MIT */
/* Blocks of bytes, each read back by its number: in memory while they are few, then in a
 * file without a name beside the diary, which is gone with the process. Where no such
 * file can be had they stay in memory. */
#include <errno.h>
#include <unistd.h>

#include "import.h"

#define HELD_MAX ((size_t)4 << 20)

/* `p` is NULL where the bytes are in the file, from `at` on. */
struct block {
	char *p;
	int64_t at;
	size_t len;
};

struct spill {
	const char *beside;             /* the diary's path; may be NULL */
	int fd;                         /* -1: not needed yet, or not to be had */
	bool is_refused;
	int64_t end;
	size_t held, n, cap;
	struct block *v;
};

struct spill *
wk_import_spill_new(const char *beside)
{
	struct spill *s = wk_mem_alloc(sizeof(*s));
	*s = (struct spill){ .beside = beside, .fd = -1 };
	return s;
}

void
wk_import_spill_free(struct spill *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->n; i++)
		wk_mem_free(s->v[i].p);
	if (s->fd >= 0)
		(void)close(s->fd);
	wk_mem_free(s->v);
	wk_mem_free(s);
}

static bool
write_at(int fd, const char *p, size_t n, int64_t at)
{
	while (n > 0) {
		ssize_t w = pwrite(fd, p, n, at);
		if (w < 0 && errno == EINTR)
			continue;
		if (w <= 0)
			return false;
		p += w;
		at += w;
		n -= (size_t)w;
	}
	return true;
}

static bool
is_written(struct spill *s, const char *p, size_t n)
{
	if (s->is_refused || s->held + n <= HELD_MAX)
		return false;
	if (s->fd < 0)
		s->fd = wk_file_open_nameless(s->beside);
	s->is_refused = s->fd < 0 || !write_at(s->fd, p, n, s->end);
	return !s->is_refused;
}

void
wk_import_spill_add(struct spill *s, const char *p, size_t n)
{
	s->v = wk_mem_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	struct block *b = &s->v[s->n++];
	*b = (struct block){ .len = n };
	if (is_written(s, p, n)) {
		b->at = s->end;
		s->end += (int64_t)n;
		return;
	}
	b->p = wk_mem_alloc(n);
	memcpy(b->p, p, n);
	s->held += n;
}

bool
wk_import_spill_get(const struct spill *s, size_t i, struct wk_buf *out)
{
	const struct block *b = &s->v[i];
	wk_buf_clear(out);
	if (b->p != NULL) {
		wk_buf_add(out, b->p, b->len);
		return true;
	}
	for (size_t n = 0; n < b->len;) {
		char *to = wk_buf_room(out, b->len - n);
		ssize_t r = pread(s->fd, to, b->len - n, b->at + (int64_t)n);
		if (r < 0 && errno == EINTR)
			continue;
		if (r <= 0)
			return false;
		wk_buf_used(out, (size_t)r);
		n += (size_t)r;
	}
	return true;
}

bool
wk_import_spill_set(struct spill *s, size_t i, const char *p)
{
	const struct block *b = &s->v[i];
	if (b->p == NULL)
		return write_at(s->fd, p, b->len, b->at);
	memcpy(b->p, p, b->len);
	return true;
}
