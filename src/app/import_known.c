/* SPDX-License-Identifier: MIT */
/* A table of days says what the store may know already and better: with the times of
 * day, and with 0 for what was never said. What a day already adds up to is left out, so
 * that wick's own tables read back change nothing. */
#include <stdlib.h>

#include "import.h"

/* A day of the range; `day` is NULL where the store has none. */
struct known_day { const struct wk_day *day; bool *is_taken; bool is_edited; };

struct known {
	struct known_day *days;         /* of the range */
	bool *is_said;                  /* of each line: a page that the store has */
};

/* Lengths are written with six decimals. */
#define NEAR_H 1e-6

static bool
is_timeless_page(const struct wk_line *l)
{
	const struct wk_fact *f = &l->event.fact;
	return l->type == WK_LINE_EVENT && !l->is_tombstone &&
	    f->kind == WK_KIND_INCIDENT && f->start == WK_TIME_NONE;
}

/* An interval beside a day's numbers changes what the day adds up to. */
static bool
is_table_of_days(const struct import *im)
{
	struct wk_line l;
	for (size_t i = 0; i < im->line_count; i++)
		if (wk_import_line(im, i, &l) == WK_LINE_EVENT && !is_timeless_page(&l))
			return false;
	return im->r.batch.lo != WK_DATE_NONE;
}

static bool
same_minutes(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) < NEAR_H;
}

/* One page of the day for one line of the file. */
static bool
take_page(struct known_day *k, const struct wk_fact *f)
{
	for (size_t i = 0; k->day != NULL && i < k->day->incident_count; i++) {
		const struct wk_incident *x = &k->day->incidents[i];
		if (k->is_taken[i] || (int)x->cat != f->category ||
		    x->severity != f->severity || !same_minutes(x->minutes, f->minutes))
			continue;
		k->is_taken[i] = true;
		return true;
	}
	return false;
}

/* Pages that came from this file before are told by their id; where one of them reads
 * differently now, the rest of that day is not guessed at. */
static enum wk_rc
match_page(struct import *im, size_t i, bool with_id, struct wk_err *err)
{
	struct wk_event old;
	struct wk_line l;
	if (wk_import_line(im, i, &l) != WK_LINE_EVENT || !is_timeless_page(&l))
		return WK_OK;
	const struct wk_event *e = &l.event;
	struct known_day *k = &im->known->days[e->fact.d - im->r.batch.lo];
	enum wk_rc rc = wk_store_event_find(im->store, e->fact.source, e->scope,
	    e->ext_id, &im->scratch, &old, err);
	wk_arena_fini(&im->scratch);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	if ((rc == WK_OK) != with_id)
		return WK_OK;
	if (with_id) {
		k->is_edited = !take_page(k, &e->fact) || k->is_edited;
	} else if (!k->is_edited && take_page(k, &e->fact)) {
		im->known->is_said[i] = true;
		im->r.batch.n_same++;
	}
	return WK_OK;
}

static enum wk_rc
match_pages(struct import *im, bool with_id, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < im->line_count; i++)
		rc = match_page(im, i, with_id, err);
	return rc;
}

static struct wk_typed
said_by(const struct wk_day *d)
{
	if (d == NULL)
		return (struct wk_typed){ .hours = NAN, .sleep_h = NAN, .break_h = NAN };
	return (struct wk_typed){ d->hours, d->sleep_h, NAN, d->wakes, d->is_oncall,
		d->has_short_rest, d->leave, d->energy, d->stress, d->mood };
}

enum wk_rc
wk_import_find_known(struct import *im, struct wk_err *err)
{
	struct wk_dayrow *v;
	size_t n;
	wk_date lo = im->r.batch.lo;
	if (strcmp(im->r.batch.importer, "csv") != 0 || !is_table_of_days(im))
		return WK_OK;
	enum wk_rc rc = wk_store_day_list(im->store, lo, im->r.batch.hi, im->arena, &v,
	    &n, err);
	if (rc != WK_OK)
		return rc;
	im->known = WK_ARENA_NEW(im->arena, struct known);
	im->known->is_said = WK_ARENA_ARRAY(im->arena, bool, im->line_count + 1);
	im->known->days = WK_ARENA_ARRAY(im->arena, struct known_day,
	    (size_t)(im->r.batch.hi - lo) + 1);
	for (size_t i = 0; i < n; i++) {
		struct known_day *k = &im->known->days[v[i].d - lo];
		k->day = &v[i].folded;
		k->is_taken = WK_ARENA_ARRAY(im->arena, bool,
		    v[i].folded.incident_count + 1);
	}
	rc = match_pages(im, true, err);
	return rc == WK_OK ? match_pages(im, false, err) : rc;
}

enum wk_line_type
wk_import_news(const struct import *im, size_t i, struct wk_line *out)
{
	enum wk_line_type type = wk_import_line(im, i, out);
	if (im->known == NULL)
		return type;
	if (im->known->is_said[i])
		return WK_LINE_BLANK;
	if (type == WK_LINE_DAY) {
		struct wk_typed said = said_by(
		    im->known->days[out->day.d - im->r.batch.lo].day);
		wk_import_forget_known(out, &said, NEAR_H);
	}
	return type;
}
