/* SPDX-License-Identifier: MIT */
/* import: one transaction from JSON Lines (wick's own, or wick-port's) to facts. A dry
 * run does the very same on a copy in memory. What a hand has edited stays; what a hand
 * has removed does not come back; what is the same is not touched. */
#include <stdio.h>
#include <unistd.h>

#include "import.h"

static const char *const formats[] = {
	"jsonl", "csv", "timewarrior",
	"git", "org", "timeclock", "klog", "gtimelog",
	"pagerduty", "ics", "apple-health", "health-connect", "gadgetbridge",
	"hamster",
	"watson", "activitywatch", "wakatime", "taskwarrior",
	"sleep-as-android", "fitbit", "garmin", "oura", "whoop", "withings", "google-fit",
	"jira", "tempo",
	"alertmanager", "incident-io", "opsgenie", "grafana-oncall", "rootly", "sentry",
	"victorops",
};

/* Sources whose file says all there is for the time it covers: what is gone from it may
 * be taken away. */
static const char *const snapshots[] = { "timewarrior", "apple-health",
	"health-connect", "hamster" };

/* Sources that are asked which columns are what, or whose rows are mine. */
static const char *const mapped[] = { "csv", "pagerduty", "ics", "grafana-oncall",
	"incident-io", "jira", "rootly", "tempo" };

const char *const *
wk_import_formats(size_t *n)
{
	*n = WK_LEN(formats);
	return formats;
}

static enum wk_rc
known_format(const char *format, struct wk_err *err)
{
	for (size_t i = 0; i < WK_LEN(formats); i++)
		if (strcmp(format, formats[i]) == 0)
			return WK_OK;
	return wk_fail(err, WK_ERR_INPUT,
	    "\"%.40s\" is not a format; wick help import lists them", format);
}

static enum wk_rc
strict_error(const struct import *im, struct wk_err *err)
{
	if (!im->req->strict || im->r.error_count == 0)
		return WK_OK;
	const struct wk_import_issue *e = &im->r.errors[0];
	return wk_fail(err, WK_ERR_INPUT, "%.100s:%ld: %s",
	    wk_import_name(e->file != NULL ? e->file : im->req->path), e->line, e->why);
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
	if (rc == WK_OK && wk_import_is_broken(im))
		rc = wk_fail(err, WK_ERR_FAIL, "what was set aside of %.100s cannot be "
		    "read back: nothing was changed", wk_import_name(im->req->path));
	if (rc == WK_OK)
		rc = wk_store_batch_put(im->store, &im->r.batch, err);
	bool changed = false;
	bool any = im->r.batch.n_new + im->r.batch.n_changed + im->removed > 0;
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
		rc = wk_store_open("", WK_STORE_CREATE, &app->conf.rules, &im->copy,
		    err);
	else if (rc == WK_OK)
		rc = wk_store_open_copy(app->store, &im->copy, err);
	im->store = im->copy;
	return rc;
}

static bool
is_one_of(const char *format, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(format, names[i]) == 0)
			return true;
	return false;
}

static enum wk_rc
check_options(const struct wk_import *req, const char *format, struct wk_err *err)
{
	if (req->prune && !is_one_of(format, snapshots, WK_LEN(snapshots)))
		return wk_fail(err, WK_ERR_INPUT, "--prune goes with files that say all "
		    "there is, which %s does not", format);
	if (req->map != NULL && !is_one_of(format, mapped, WK_LEN(mapped)))
		return wk_fail(err, WK_ERR_INPUT, "--map goes with tables, calendars and "
		    "pagers, of which %s is none", format);
	return WK_OK;
}

static void
describe(struct wk_app *app, const char *format, struct import *im)
{
	const struct wk_import *req = im->req;
	struct wk_batch *b = &im->r.batch;
	b->at = app->now;
	b->importer = format;
	b->path = req->more_count == 0 ? req->path : wk_arena_printf(im->arena,
	    "%s and %zu more", req->path, req->more_count);
	b->tz = im->zone_name = req->tz != NULL ? req->tz : wk_zone_name(app->zone);
	b->lo = b->hi = WK_DATE_NONE;
	im->rules = &app->conf.rules;
	im->is_zone_assumed = req->tz == NULL && strcmp(format, "jsonl") != 0;
	im->prune = req->prune;
}

/* One file's text to facts. */
static enum wk_rc
read_file(struct wk_app *app, struct import *im, struct wk_err *err)
{
	const char *format = im->req->format != NULL ? im->req->format : im->format;
	enum wk_rc rc = wk_import_open(im, im->files[im->file], err);
	if (rc == WK_OK)
		rc = wk_import_read_head(im, err);
	if (rc == WK_OK && format == NULL)
		rc = wk_import_detect(im, &format, err);
	if (rc == WK_OK)
		rc = check_options(im->req, format, err);
	if (rc == WK_OK && im->file == 0)
		describe(app, format, im);
	else if (rc == WK_OK && strcmp(format, im->r.batch.importer) != 0)
		rc = wk_fail(err, WK_ERR_INPUT, "%.100s is %s, and %.100s is %s: one "
		    "import reads one format", im->files[0], im->r.batch.importer,
		    im->files[im->file], format);
	if (rc == WK_OK)
		rc = wk_import_read_lines(im, format, err);
	wk_import_close_file(im);
	return rc;
}

/* Text to facts beside the store, which a refused file must not even create. */
static enum wk_rc
read_files(struct wk_app *app, struct import *im, struct wk_err *err)
{
	struct wk_store *scratch = NULL;
	const char *format = im->req->format;
	enum wk_rc rc = format != NULL ? known_format(format, err) : WK_OK;
	if (rc == WK_OK && format != NULL)
		rc = check_options(im->req, format, err);
	if (rc == WK_OK)
		rc = wk_app_zone(app, im->req->tz, im->arena, &im->zone, err);
	if (rc == WK_OK)
		rc = wk_import_list_files(im, err);
	if (rc == WK_OK)
		rc = wk_store_open(":memory:", WK_STORE_CREATE, &app->conf.rules,
		    &scratch, err);
	im->store = scratch;
	for (im->file = 0; rc == WK_OK && im->file < im->file_count; im->file++)
		rc = read_file(app, im, err);
	wk_store_close(scratch);
	im->store = NULL;
	if (rc != WK_OK)
		return rc;
	wk_import_end_files(im);
	wk_import_end_lines(im);
	if (!im->req->prune)
		wk_import_forget_seen(im);
	return strict_error(im, err);
}

enum wk_rc
wk_app_import_read(struct wk_app *app, const struct wk_import *req, struct wk_arena *a,
    struct wk_import_job **out, struct wk_err *err)
{
	struct import *im = wk_arena_alloc(a, sizeof(*im));
	*im = (struct import){ .req = req, .arena = a, .fd = -1 };
	wk_buf_init(&im->head);
	wk_buf_init(&im->part);
	wk_arena_init(&im->scratch);
	im->keep = wk_import_keep_new(wk_app_db_path(app, err));
	*out = (struct wk_import_job *)im;
	return read_files(app, im, err);
}

void
wk_app_import_peek(const struct wk_import_job *job, struct wk_import_result *out)
{
	*out = ((const struct import *)job)->r;
}

void
wk_app_import_close(struct wk_import_job *job)
{
	struct import *im = (struct import *)job;
	if (im == NULL)
		return;
	wk_import_close_file(im);
	wk_mem_free(im->files);
	wk_buf_fini(&im->head);
	wk_buf_fini(&im->part);
	wk_import_keep_free(im->keep);
	wk_import_forget_seen(im);
	wk_arena_fini(&im->scratch);
	wk_mem_free(im->r.errors);
	wk_mem_free(im->r.skips);
	wk_mem_free(im->r.notes);
}

static enum wk_rc
put_facts(struct wk_app *app, bool dry_run, struct import *im, struct wk_err *err)
{
	if (im->line_count == 0)
		return WK_OK;
	enum wk_rc rc = open_target(app, dry_run, im, err);
	if (rc != WK_OK)
		return rc;
	find_same(im);
	rc = wk_import_totals(im, -1, err);
	if (rc == WK_OK)
		rc = apply(app, im, err);
	return rc == WK_OK ? wk_import_totals(im, 1, err) : rc;
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

enum wk_rc
wk_app_import_apply(struct wk_app *app, struct wk_import_job *job, bool dry_run,
    struct wk_import_result *out, struct wk_err *err)
{
	const struct import *read = (const struct import *)job;
	struct import im = *read;
	wk_arena_init(&im.scratch);
	im.r.notes = NULL;
	im.r.note_count = im.note_cap = 0;
	for (size_t i = 0; i < read->r.note_count; i++)
		wk_import_note(&im, read->r.notes[i]);
	enum wk_rc rc = put_facts(app, dry_run, &im, err);
	if (dry_run)
		im.r.batch.id = 0;
	im.r.notes = settle(im.arena, im.r.notes, im.r.note_count, sizeof(*im.r.notes));
	im.r.conflicts = settle(im.arena, im.r.conflicts, im.r.conflict_count,
	    sizeof(*im.r.conflicts));
	wk_store_close(im.copy);
	wk_arena_fini(&im.scratch);
	*out = im.r;
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
