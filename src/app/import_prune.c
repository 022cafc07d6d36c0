/* SPDX-License-Identifier: MIT */
/* What a file that says all there is has no more goes out of the store, where asked. */
#include "import.h"

struct begun { wk_date lo, hi; };

static wk_date
begin_date(const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	return f->start == WK_TIME_NONE ? f->d :
	    wk_fold_date(f->start, f->off_start, 0);
}

/* The dates on which the file's intervals begin: what began before or after may stand in
 * the file of another month, though it reaches into these days. */
static struct begun
begin_range(const struct import *im)
{
	struct begun b = { INT32_MAX, INT32_MIN };
	for (size_t i = 0; i < im->line_count; i++) {
		struct wk_line l;
		if (wk_import_line(im, i, &l) != WK_LINE_EVENT)
			continue;
		wk_date d = begin_date(&l.event);
		b.lo = WK_MIN(b.lo, d);
		b.hi = WK_MAX(b.hi, d);
	}
	return b;
}

static bool
has_seen(const struct import *im, const struct wk_event *e)
{
	const struct wk_line l = { .type = WK_LINE_EVENT, .event = *e };
	return wk_import_has_seen(im, &l);
}

/* A file may cover a hundred years: never all of what the store has of them at once. */
static enum wk_rc
prune_piece(struct import *im, wk_date lo, wk_date hi, const struct begun *begun,
    struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	wk_arena_fini(&im->scratch);
	enum wk_rc rc = wk_store_event_list(im->store, lo, hi, 0, &im->scratch, &v, &n,
	    err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		wk_date began = begin_date(&v[i]);
		bool is_before = v[i].fact.d < lo && lo > im->r.batch.lo;
		if (is_before || began < begun->lo || began > begun->hi ||
		    v[i].locked != 0 ||
		    strcmp(v[i].fact.source, im->r.batch.importer) != 0 ||
		    has_seen(im, &v[i]))
			continue;
		im->removed++;
		wk_import_touch(im, v[i].fact.d, v[i].d_last);
		rc = wk_store_event_drop(im->store, v[i].id, err);
	}
	return rc;
}

enum wk_rc
wk_import_prune(struct import *im, struct wk_err *err)
{
	const struct wk_batch *b = &im->r.batch;
	enum wk_rc rc = WK_OK;
	if (b->lo == WK_DATE_NONE)
		return WK_OK;
	/* what could not be read is not gone */
	if (im->r.error_count > 0) {
		wk_import_note(im, "nothing taken away: some of the file is unreadable");
		return WK_OK;
	}
	struct begun begun = begin_range(im);
	for (wk_date lo = b->lo; rc == WK_OK && lo <= b->hi; lo += DAYS_AT_ONCE)
		rc = prune_piece(im, lo, WK_MIN(b->hi, lo + DAYS_AT_ONCE - 1), &begun,
		    err);
	if (rc == WK_OK && im->removed > 0)
		wk_import_note(im, wk_arena_printf(im->arena,
		    "%lld taken away: the file has them no more",
		    (long long)im->removed));
	return rc;
}
