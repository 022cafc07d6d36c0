/* SPDX-License-Identifier: MIT */
/* The file of an import: opened once, told apart by its first bytes, hashed while it goes
 * by, and turned into lines by wick-port unless it is wick's own. Never whole in
 * memory. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import.h"

#define HEAD_BYTES ((size_t)65536)     /* what formats are told apart by */
#define LINE_BYTES ((size_t)1 << 20)
#define OUTPUT_MAX ((int64_t)1 << 30)
#define HASH_WHOLE ((int64_t)256 << 10)
enum { HASH_EACH = 65536, HASH_OF_EACH = 4096, HASH_AT_ONCE = 16 };

const char *
wk_import_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static const char *
name_of(const struct import *im)
{
	return wk_import_name(im->files[im->file]);
}

enum wk_rc
wk_import_open(struct import *im, const char *path, struct wk_err *err)
{
	struct stat st;
	im->fd = strcmp(path, "-") == 0 ? dup(0) :
	    open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (im->fd < 0)
		return wk_fail(err, WK_ERR_INPUT, "%s: %s", path, strerror(errno));
	if (fstat(im->fd, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			return wk_fail(err, WK_ERR_INPUT, "%s is a folder, not a file",
			    path);
		im->at = S_ISREG(st.st_mode) ? lseek(im->fd, 0, SEEK_CUR) : -1;
		im->progress.total = im->at < 0 ? 0 : st.st_size - im->at;
	}
	im->progress.done = im->hashed = 0;
	im->number = 0;
	if (im->file == 0)
		wk_hash_begin(&im->hash);
	return WK_OK;
}

/* The hash only recognises a file that was imported before, and of half a gigabyte it
 * would cost more than reading it: beyond the first part a sixteenth is enough. */
static void
hash_bytes(struct import *im, const char *p, size_t n)
{
	int64_t at = im->hashed;
	while (n > 0) {
		int64_t in = (at - HASH_WHOLE) % HASH_EACH;
		bool is_hashed = at < HASH_WHOLE || in < HASH_OF_EACH;
		int64_t room = at < HASH_WHOLE ? HASH_WHOLE - at :
		    is_hashed ? HASH_OF_EACH - in : HASH_EACH - in;
		size_t take = WK_MIN(n, (size_t)room);
		if (is_hashed)
			wk_hash_add(&im->hash, p, take);
		p += take;
		n -= take;
		at += (int64_t)take;
	}
}

static void
count_bytes(struct import *im, const char *p, size_t n)
{
	hash_bytes(im, p, n);
	im->progress.done += (int64_t)n;
	im->hashed += (int64_t)n;
}

bool
wk_import_go_on(struct import *im)
{
	return im->req->on_progress == NULL ||
	    im->req->on_progress(im->req->progress_ctx, &im->progress);
}

static bool
on_input(void *ctx, const char *p, size_t n)
{
	struct import *im = ctx;
	count_bytes(im, p, n);
	return wk_import_go_on(im);
}

enum wk_rc
wk_import_read_head(struct import *im, struct wk_err *err)
{
	char block[4096];
	while (im->head.len < HEAD_BYTES) {
		ssize_t n = read(im->fd, block, sizeof(block));
		if (n < 0 && errno == EINTR && wk_import_go_on(im))
			continue;
		if (n < 0)
			return wk_fail(err, errno == EINTR ? WK_ERR_INTR : WK_ERR_FAIL,
			    "%s: %s", name_of(im), strerror(errno));
		if (n == 0)
			break;
		wk_buf_add(&im->head, block, (size_t)n);
		count_bytes(im, block, (size_t)n);
	}
	return WK_OK;
}

/* ---- which format ---- */

/* The first line that says something is a JSON object with a kind, or a survey: wick's
 * own. */
static bool
looks_like_jsonl(const char *p, size_t n)
{
	if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		p += 3, n -= 3;
	while (n > 0 && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	const char *nl = n > 0 ? memchr(p, '\n', n) : NULL;
	size_t len = nl == NULL ? n : (size_t)(nl - p);
	return len > 0 && *p == '{' && (memmem(p, len, "\"kind\"", 6) != NULL ||
	    memmem(p, len, "\"survey\"", 8) != NULL);
}

static enum wk_rc
on_names(void *ctx, const char *p, size_t n, struct wk_err *err)
{
	(void)err;
	wk_buf_add(ctx, p, n);
	return WK_OK;
}

static enum wk_rc
one_name(struct import *im, char *names, const char **format, struct wk_err *err)
{
	if (*names == '\0' && im->req->map == NULL)
		return wk_fail(err, WK_ERR_INPUT, "%s:1: no format that wick knows; "
		    "of a table name the columns with --map", name_of(im));
	if (*names == '\0') {
		*format = "csv";        /* or it would have no columns to name */
		return WK_OK;
	}
	if (strchr(names, '\n') == NULL) {
		*format = wk_arena_strdup(im->arena, names);
		return WK_OK;
	}
	for (char *c = names; *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	return wk_fail(err, WK_ERR_INPUT, "%s:1: could be several formats, name one: %s",
	    name_of(im), names);
}

enum wk_rc
wk_import_detect(struct import *im, const char **format, struct wk_err *err)
{
	const char *argv[] = { "wick-port", "detect",
		im->req->no_sandbox ? "--no-sandbox" : NULL, NULL };
	struct wk_buf names;
	if (im->head.len == 0)
		return wk_fail(err, WK_ERR_INPUT, "%s is empty", name_of(im));
	if (looks_like_jsonl(im->head.p, im->head.len)) {
		*format = "jsonl";
		return WK_OK;
	}
	wk_buf_init(&names);
	struct wk_child io = { .head = im->head.p, .head_len = im->head.len, .fd = -1,
		.on_output = on_names, .ctx = &names };
	enum wk_rc rc = wk_child_port(argv, &io, err);
	if (rc == WK_OK)
		rc = one_name(im, wk_text_trim(names.p), format, err);
	wk_buf_fini(&names);
	return rc;
}

/* ---- lines ---- */

/* Pieces of any size to whole lines. Of a line that is too long only the beginning is
 * kept, which is enough for the parser to say so. */
static enum wk_rc
on_lines(void *ctx, const char *p, size_t n, struct wk_err *err)
{
	struct import *im = ctx;
	im->output_bytes += (int64_t)n;
	if (im->output_bytes > OUTPUT_MAX)
		return wk_fail(err, WK_ERR_INPUT, "the file is too large");
	while (n > 0) {
		const char *nl = memchr(p, '\n', n);
		size_t len = nl == NULL ? n : (size_t)(nl - p);
		size_t room = LINE_BYTES + 1 - WK_MIN(im->part.len, LINE_BYTES + 1);
		if (nl == NULL || im->part.len > 0)
			wk_buf_add(&im->part, p, WK_MIN(len, room));
		if (nl == NULL)
			break;
		if (im->part.len > 0)
			wk_import_take_line(im, im->part.p, im->part.len);
		else
			wk_import_take_line(im, p, len);
		wk_buf_clear(&im->part);
		p = nl + 1;
		n -= len + 1;
	}
	return WK_OK;
}

/* wick's own lines need no child. */
static enum wk_rc
read_own(struct import *im, struct wk_err *err)
{
	char block[65536];
	enum wk_rc rc = on_lines(im, im->head.p, im->head.len, err);
	while (rc == WK_OK) {
		ssize_t n = read(im->fd, block, sizeof(block));
		if (n == 0)
			break;
		if (n < 0 && errno != EINTR)
			return wk_fail(err, WK_ERR_FAIL, "%s: %s", name_of(im),
			    strerror(errno));
		if (!on_input(im, block, (size_t)WK_MAX(n, (ssize_t)0)))
			return wk_fail(err, WK_ERR_INTR,
			    "interrupted: nothing was changed");
		if (n > 0)
			rc = on_lines(im, block, (size_t)n, err);
	}
	return rc;
}

/* A few of the bytes that the hash wants; false: it has them all. */
static bool
hash_some(struct import *im)
{
	char block[HASH_EACH];
	for (int i = 0; i < HASH_AT_ONCE; i++) {
		int64_t at = im->hashed;
		int64_t in = at < HASH_WHOLE ? 0 : (at - HASH_WHOLE) % HASH_EACH;
		if (in >= HASH_OF_EACH)
			im->hashed = at += HASH_EACH - in;
		size_t want = at < HASH_WHOLE ? sizeof(block) : HASH_OF_EACH;
		ssize_t n = at < im->progress.total ?
		    pread(im->fd, block, want, im->at + at) : 0;
		if (n <= 0) {
			im->hashed = im->progress.total;
			return false;
		}
		hash_bytes(im, block, (size_t)n);
		im->hashed += n;
	}
	return true;
}

/* Beside the child that reads the same file: how far it is says the place they share. */
static bool
on_idle(void *ctx, bool *busy)
{
	struct import *im = ctx;
	off_t at = lseek(im->fd, 0, SEEK_CUR);
	im->progress.done = at > im->at ? at - im->at : 0;
	*busy = hash_some(im);
	return wk_import_go_on(im);
}

static enum wk_rc
read_foreign(struct import *im, const char *format, const char *zone, struct wk_err *err)
{
	const char *argv[8] = { "wick-port", format, "--tz", zone };
	struct wk_child io = { .head = im->head.p, .head_len = im->head.len,
		.fd = im->fd, .on_input = on_input, .on_output = on_lines,
		.on_idle = on_idle, .ctx = im };
	size_t n = 4;
	io.gives_fd = im->at >= 0 && lseek(im->fd, im->at, SEEK_SET) == im->at;
	if (im->req->no_sandbox)
		argv[n++] = "--no-sandbox";
	if (im->req->map != NULL) {
		argv[n++] = "--map";
		argv[n++] = im->req->map;
	}
	enum wk_rc rc = wk_child_port(argv, &io, err);
	while (rc == WK_OK && io.gives_fd && hash_some(im))
		continue;
	return rc;
}

enum wk_rc
wk_import_read_lines(struct import *im, const char *format, struct wk_err *err)
{
	enum wk_rc rc = strcmp(format, "jsonl") == 0 ? read_own(im, err) :
	    read_foreign(im, format, im->zone_name, err);
	if (rc == WK_OK && im->part.len > 0)
		wk_import_take_line(im, im->part.p, im->part.len);
	wk_buf_clear(&im->part);
	im->r.batch.bytes += im->hashed;
	if (im->hashed > HASH_WHOLE)
		wk_hash_add(&im->hash, &im->hashed, sizeof(im->hashed));
	return rc;
}

void
wk_import_close_file(struct import *im)
{
	if (im->fd >= 0)
		(void)close(im->fd);
	im->fd = -1;
	wk_buf_clear(&im->head);
}

void
wk_import_end_files(struct import *im)
{
	char *hex = wk_arena_alloc(im->arena, 65);
	wk_hash_end(&im->hash, hex);
	im->r.batch.sha256 = hex;
}
