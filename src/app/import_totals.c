/* SPDX-License-Identifier: MIT */
/* What an import came to in hours, and what its reader has to be told of them. */
#include "import.h"

struct totals {
	double work_s, sleep_s;
	wk_date worked_leave;           /* the first day touched; WK_DATE_NONE */
	int worked_leaves;
};

static void
add_worked_leave(const struct import *im, wk_date d, struct totals *t)
{
	if (im->touched == NULL || !im->touched[d - im->r.batch.lo])
		return;
	if (t->worked_leaves++ == 0)
		t->worked_leave = d;
}

static void
add_day(const struct import *im, const struct wk_dayrow *v, struct totals *t)
{
	const struct wk_day *d = &v->folded;
	t->work_s += isnan(d->hours) ? 0 : d->hours * 3600;
	t->sleep_s += isnan(d->sleep_h) ? 0 : d->sleep_h * 3600;
	if (d->leave != WK_LEAVE_NONE && d->hours > 0)
		add_worked_leave(im, v->d, t);
}

/* A file may cover a hundred years: never all of their days at once. */
static enum wk_rc
add_days(struct import *im, struct totals *t, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (wk_date lo = im->r.batch.lo; rc == WK_OK && lo <= im->r.batch.hi;
	    lo += DAYS_AT_ONCE) {
		struct wk_dayrow *v;
		size_t n;
		wk_arena_fini(&im->scratch);
		rc = wk_store_day_list(im->store, lo,
		    WK_MIN(im->r.batch.hi, lo + DAYS_AT_ONCE - 1), &im->scratch, &v, &n,
		    err);
		for (size_t i = 0; rc == WK_OK && i < n; i++)
			add_day(im, &v[i], t);
	}
	return rc;
}

static enum wk_rc
add_range(struct import *im, struct totals *t, struct wk_err *err)
{
	struct wk_day_sums sums;
	wk_arena_fini(&im->scratch);
	enum wk_rc rc = wk_store_day_sums(im->store, im->r.batch.lo, im->r.batch.hi,
	    &im->scratch, &sums, err);
	if (rc == WK_ERR_NOTFOUND)
		return add_days(im, t, err);
	if (rc != WK_OK)
		return rc;
	t->work_s = sums.work_h * 3600;
	t->sleep_s = sums.sleep_h * 3600;
	for (size_t i = 0; i < sums.n; i++)
		add_worked_leave(im, sums.worked_leave[i], t);
	return WK_OK;
}

/* Leave with work in it is told, not taken away: which of the two is wrong, if any, only
 * its owner knows. */
static void
note_worked_leave(struct import *im, const struct totals *t)
{
	struct wk_buf first;
	if (t->worked_leaves == 0)
		return;
	wk_buf_init(&first);
	wk_date_put_day(&first, t->worked_leave);
	if (t->worked_leaves > 1)
		wk_buf_addf(&first, " and %d more day%s", t->worked_leaves - 1,
		    t->worked_leaves == 2 ? "" : "s");
	wk_import_note(im, wk_arena_printf(im->arena, "worked on leave: %s", first.p));
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
	struct totals t = { 0, 0, WK_DATE_NONE, 0 };
	if (im->r.batch.lo == WK_DATE_NONE)
		return WK_OK;
	enum wk_rc rc = add_range(im, &t, err);
	if (rc != WK_OK)
		return rc;
	if (sign < 0) {
		im->before_work_s = t.work_s;
		im->before_sleep_s = t.sleep_s;
		return WK_OK;
	}
	im->r.work_s = fmax(0, t.work_s - im->before_work_s);
	im->r.work_lost_s = fmax(0, im->before_work_s - t.work_s);
	im->r.sleep_s = t.sleep_s - im->before_sleep_s;
	note_overlap(im, t.work_s - im->before_work_s);
	note_worked_leave(im, &t);
	return WK_OK;
}
