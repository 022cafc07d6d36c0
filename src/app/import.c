/* SPDX-License-Identifier: MIT */
/* import: one transaction from JSON Lines (wick's own, or wick-port's) to facts. A dry
 * run does the very same on a copy in memory. What a hand has edited stays; what a hand
 * has removed does not come back; what is the same is not touched. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "import.h"

#define INPUT_MAX ((size_t)1 << 30)

static const char *const formats[] = { "jsonl", "csv", "timewarrior" };

const char *const *
wk_import_formats(size_t *n)
{
	*n = WK_LEN(formats);
	return formats;
}

static enum wk_rc
read_input(const char *path, struct wk_buf *in, struct wk_err *err)
{
	char block[65536];
	if (strcmp(path, "-") != 0)
		return wk_file_read(path, INPUT_MAX, in, err);
	for (;;) {
		ssize_t r = read(0, block, sizeof(block));
		if (r == 0)
			return WK_OK;
		if (r < 0 && errno != EINTR)
			return wk_fail(err, WK_ERR_FAIL, "standard input: %s",
			    strerror(errno));
		if (r > 0)
			wk_buf_add(in, block, (size_t)r);
		if (in->len > INPUT_MAX)
			return wk_fail(err, WK_ERR_INPUT, "standard input is too large");
	}
}

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
detect(const struct wk_buf *in, struct wk_arena *a, const char **format,
    struct wk_err *err)
{
	static const char *const argv[] = { "wick-port", "detect", NULL };
	struct wk_buf out;
	if (in->len == 0)
		return wk_fail(err, WK_ERR_INPUT, "the file is empty");
	if (looks_like_jsonl(in->p, in->len)) {
		*format = "jsonl";
		return WK_OK;
	}
	wk_buf_init(&out);
	enum wk_rc rc = wk_child_port(argv, in->p, WK_MIN(in->len, (size_t)65536), &out,
	    err);
	char *names = rc == WK_OK ? wk_text_trim(out.p) : out.p;
	if (rc == WK_OK && *names == '\0')
		rc = wk_fail(err, WK_ERR_INPUT,
		    "neither jsonl, timewarrior nor a known table; name its columns with "
		    "--map");
	else if (rc == WK_OK && strchr(names, '\n') != NULL) {
		for (char *c = names; *c != '\0'; c++)
			if (*c == '\n')
				*c = ' ';
		rc = wk_fail(err, WK_ERR_INPUT, "could be several formats, name one: %s",
		    names);
	} else if (rc == WK_OK)
		*format = wk_arena_strdup(a, names);
	wk_buf_fini(&out);
	return rc;
}

static enum wk_rc
known_format(const char *format, struct wk_err *err)
{
	for (size_t i = 0; i < WK_LEN(formats); i++)
		if (strcmp(format, formats[i]) == 0)
			return WK_OK;
	return wk_fail(err, WK_ERR_INPUT,
	    "\"%.40s\" is not a format: jsonl, csv or timewarrior", format);
}

/* What wick reads: the input itself, or what wick-port made of it. */
static enum wk_rc
to_lines(const struct wk_app *app, const struct wk_import *req, const char *format,
    const struct wk_buf *in, struct wk_buf *out, struct wk_err *err)
{
	if (strcmp(format, "jsonl") == 0) {
		wk_buf_add(out, in->p, in->len);
		return WK_OK;
	}
	const char *argv[8] = { "wick-port", format, "--tz",
		req->tz != NULL ? req->tz : wk_zone_name(app->zone) };
	size_t n = 4;
	if (req->map != NULL) {
		argv[n++] = "--map";
		argv[n++] = req->map;
	}
	return wk_child_port(argv, in->p, in->len, out, err);
}

static enum wk_rc
strict_error(const struct wk_import *req, const struct import *im, struct wk_err *err)
{
	if (!req->strict || im->r.error_count == 0)
		return WK_OK;
	return wk_fail(err, WK_ERR_INPUT, "%s:%ld: %s", req->path, im->r.errors[0].line,
	    im->r.errors[0].why);
}

static enum wk_rc
apply(struct wk_app *app, struct import *im, struct wk_err *err)
{
	char what[200];
	(void)snprintf(what, sizeof(what), "import %s %.120s", im->r.batch.importer,
	    im->r.batch.path);
	enum wk_rc rc = wk_store_begin(im->store, app->now, app->today, what, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_batch_put(im->store, &im->r.batch, err);
	if (rc == WK_OK)
		rc = wk_import_lines(im, err);
	if (rc == WK_OK && im->prune)
		rc = wk_import_prune(im, err);
	if (rc == WK_OK)
		rc = wk_store_batch_put(im->store, &im->r.batch, err);
	bool changed = false;
	int64_t count = im->r.batch.n_new + im->r.batch.n_changed + im->removed;
	bool any = count > 0;
	if (rc == WK_OK && any && count == im->surveys)
		rc = wk_store_batch_drop(im->store, im->r.batch.id, err);
	if (rc == WK_OK && any)
		rc = wk_store_commit(im->store, &changed, err);
	if (rc != WK_OK || !changed) {
		wk_store_rollback(im->store);
		im->r.batch.id = 0;
	}
	return rc;
}

static void
find_same(struct import *im)
{
	struct wk_batch same;
	if (wk_store_batch_same(im->store, im->r.batch.sha256, im->arena, &same, NULL) ==
	    WK_OK)
		im->r.same_as_batch = same.id;
}

/* Text to facts beside the store, which a refused file must not even create. */
static enum wk_rc
parse(struct wk_app *app, const struct wk_import *req, struct import *im,
    const struct wk_buf *lines, struct wk_err *err)
{
	struct wk_store *scratch = NULL;
	enum wk_rc rc = wk_store_open(":memory:", WK_STORE_CREATE, &app->conf.rules,
	    &scratch, err);
	im->store = scratch;
	if (rc == WK_OK)
		rc = wk_import_parse(im, lines, err);
	if (rc == WK_OK)
		rc = strict_error(req, im, err);
	wk_store_close(scratch);
	im->store = NULL;
	return rc;
}

/* The store to write to: the real one, or for a dry run a copy of it in memory (of an
 * empty one where there is none yet). */
static enum wk_rc
open_target(struct wk_app *app, bool dry_run, struct import *im, struct wk_err *err)
{
	if (!dry_run) {
		enum wk_rc rc = wk_app_open(app, WK_STORE_WRITE, err);
		im->store = app->store;
		return rc;
	}
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_ERR_NOTFOUND)
		rc = wk_store_open(":memory:", WK_STORE_CREATE, &app->conf.rules,
		    &im->copy, err);
	else if (rc == WK_OK)
		rc = wk_store_open_copy(app->store, &im->copy, err);
	im->store = im->copy;
	return rc;
}

static enum wk_rc
run(struct wk_app *app, const struct wk_import *req, struct import *im,
    const struct wk_buf *lines, struct wk_err *err)
{
	enum wk_rc rc = parse(app, req, im, lines, err);
	if (rc != WK_OK || im->line_count == 0)
		return rc;
	rc = open_target(app, req->dry_run, im, err);
	if (rc != WK_OK)
		return rc;
	find_same(im);
	rc = wk_import_totals(im, -1, err);
	if (rc == WK_OK)
		rc = apply(app, im, err);
	if (rc == WK_OK)
		rc = wk_import_totals(im, 1, err);
	return rc;
}

static void
describe(struct wk_app *app, const struct wk_import *req, const struct wk_buf *in,
    const char *format, struct import *im)
{
	char *hex = wk_arena_alloc(im->arena, 65);
	wk_hash_sha256(in->p, in->len, hex);
	im->r.batch = (struct wk_batch){ .at = app->now, .importer = format,
		.path = req->path, .sha256 = hex, .bytes = (int64_t)in->len,
		.tz = req->tz != NULL ? req->tz : wk_zone_name(app->zone),
		.lo = WK_DATE_NONE, .hi = WK_DATE_NONE };
	im->rules = &app->conf.rules;
	im->is_zone_assumed = req->tz == NULL && strcmp(format, "jsonl") != 0;
	im->prune = req->prune && strcmp(format, "timewarrior") == 0;
}

/* A grown list into the arena that the result lives in. */
static void *
settle(struct wk_arena *a, void *v, size_t n, size_t size)
{
	void *kept = NULL;
	if (n > 0) {
		kept = wk_arena_alloc(a, n * size);
		memcpy(kept, v, n * size);
	}
	wk_mem_free(v);
	return kept;
}

static void
settle_lists(struct import *im)
{
	struct wk_import_result *r = &im->r;
	r->errors = settle(im->arena, r->errors, r->error_count, sizeof(*r->errors));
	r->skips = settle(im->arena, r->skips, r->skip_count, sizeof(*r->skips));
	r->notes = settle(im->arena, r->notes, r->note_count, sizeof(*r->notes));
	r->conflicts = settle(im->arena, r->conflicts, r->conflict_count,
	    sizeof(*r->conflicts));
	wk_mem_free(im->lines);
}

enum wk_rc
wk_app_import(struct wk_app *app, const struct wk_import *req, struct wk_arena *a,
    struct wk_import_result *out, struct wk_err *err)
{
	struct wk_buf in, lines;
	struct import im = { .arena = a };
	const char *format = req->format;
	wk_buf_init(&in);
	wk_buf_init(&lines);
	memset(out, 0, sizeof(*out));
	enum wk_rc rc = format != NULL ? known_format(format, err) : WK_OK;
	if (rc == WK_OK)
		rc = wk_app_zone(app, req->tz, a, &im.zone, err);
	if (rc == WK_OK)
		rc = read_input(req->path, &in, err);
	if (rc == WK_OK && format == NULL)
		rc = detect(&in, a, &format, err);
	if (rc == WK_OK)
		rc = to_lines(app, req, format, &in, &lines, err);
	if (rc == WK_OK) {
		describe(app, req, &in, format, &im);
		rc = run(app, req, &im, &lines, err);
		if (req->dry_run)
			im.r.batch.id = 0;
		settle_lists(&im);
		*out = im.r;
	}
	wk_store_close(im.copy);
	wk_buf_fini(&in);
	wk_buf_fini(&lines);
	return rc;
}

enum wk_rc
wk_app_import_undo(struct wk_app *app, int64_t id, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	return rc == WK_OK ? wk_store_batch_undo(app->store, id, app->now, app->today,
	    err) : rc;
}
