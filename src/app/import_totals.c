/* SPDX-License-Identifier: MIT */
/* What an import came to in hours, and what its reader has to be told of them. */
#include "import.h"

/* Leave with work in it is told, not taken away: which of the two is wrong, if any, only
 * its owner knows. */
static void
note_worked_leave(struct import *im, const struct wk_dayrow *v, size_t n)
{
	int days = 0;
	struct wk_buf first;
	wk_buf_init(&first);
	for (size_t i = 0; im->touched != NULL && i < n; i++) {
		const struct wk_day *d = &v[i].folded;
		if (d->leave == WK_LEAVE_NONE || !(d->hours > 0) ||
		    !im->touched[v[i].d - im->r.batch.lo])
			continue;
		if (days++ == 0)
			wk_date_put_day(&first, v[i].d);
	}
	if (days == 1)
		wk_import_note(im, wk_arena_printf(im->arena,
		    "worked on leave: %s", first.p));
	else if (days > 1)
		wk_import_note(im, wk_arena_printf(im->arena,
		    "worked on leave: %s and %d more day%s", first.p, days - 1,
		    days == 2 ? "" : "s"));
	wk_buf_fini(&first);
}

/* Why the hours of the file are not the hours that came in. */
static void
note_overlap(struct import *im, double gain_s)
{
	struct wk_buf sum;
	if (im->r.batch.n_changed + im->removed > 0 || im->new_work_s - gain_s < 60)
		return;
	wk_buf_init(&sum);
	wk_text_put_duration_short(&sum, im->new_work_s / 60);
	wk_import_note(im, wk_arena_printf(im->arena, "the new intervals add up to %s: "
	    "overlaps count once, breaks come off, a total you typed stands", sum.p));
	wk_buf_fini(&sum);
}

enum wk_rc
wk_import_totals(struct import *im, int sign, struct wk_err *err)
{
	struct wk_dayrow *v;
	size_t n;
	double work = 0, sleep = 0;
	if (im->r.batch.lo == WK_DATE_NONE)
		return WK_OK;
	enum wk_rc rc = wk_store_day_list(im->store, im->r.batch.lo, im->r.batch.hi,
	    im->arena, &v, &n, err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		work += isnan(v[i].folded.hours) ? 0 : v[i].folded.hours * 3600;
		sleep += isnan(v[i].folded.sleep_h) ? 0 : v[i].folded.sleep_h * 3600;
	}
	if (sign < 0) {
		im->before_work_s = work;
		im->before_sleep_s = sleep;
		return WK_OK;
	}
	im->r.work_s = fmax(0, work - im->before_work_s);
	im->r.work_lost_s = fmax(0, im->before_work_s - work);
	im->r.sleep_s = sleep - im->before_sleep_s;
	note_overlap(im, work - im->before_work_s);
	note_worked_leave(im, v, n);
	return WK_OK;
}
