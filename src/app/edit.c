/* SPDX-License-Identifier: MIT */
/* edit, rm, undo, redo, history, erase. What was imported and is edited by hand is
 * locked: a later import leaves it alone. What was imported and is removed stays as a
 * tombstone. */
#include <stdio.h>
#include <unistd.h>

#include "internal.h"

void
wk_edit_init(struct wk_edit *e)
{
	*e = (struct wk_edit){ .severity = -2, .minutes = NAN, .woke = -1, .noise = -1 };
}

static bool
is_incident(const struct wk_event *e)
{
	return e->fact.kind == WK_KIND_INCIDENT;
}

static wk_date
local_date(int64_t utc, int32_t off)
{
	return wk_fold_date(utc, off, 0);
}

/* The same time of day, or the new one, on the same date, or the new one. */
static int64_t
moved_start(struct wk_app *app, const struct wk_zone *z, const struct wk_fact *f,
    const struct wk_edit *e)
{
	wk_date was = wk_app_typed_date(f), from = local_date(f->start, f->off_start);
	wk_date d = e->has_day ? e->day : was;
	int64_t day = (int64_t)(from + d - was) * 86400;
	int64_t second = e->has_clock ? (int64_t)e->clock_min * 60 :
	    f->start + f->off_start - (int64_t)from * 86400;
	int64_t wall = day + second, start = wk_zone_start(z, wall, NULL);
	if (f->kind == WK_KIND_SLEEP && f->end != WK_TIME_NONE && e->has_clock) {
		int64_t last = start + (f->end - f->start) - 1;
		wk_date ends = local_date(last, wk_zone_offset(z, last));
		wall += (int64_t)(d - ends) * 86400;
		start = wk_zone_start(z, wall, NULL);
	}
	wk_app_remark_wall(app, z, wall, start);
	return start;
}

static enum wk_rc
edit_times(struct wk_app *app, struct wk_event *ev, const struct wk_edit *e,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_fact *f = &ev->fact;
	const struct wk_zone *z;
	enum wk_rc rc = wk_app_zone(app, ev->tz, a, &z, err);
	if (rc != WK_OK)
		return rc;
	wk_date d = e->has_day ? e->day : wk_app_typed_date(f);
	if (e->has_day && f->kind != WK_KIND_LEAVE && f->kind != WK_KIND_ONCALL)
		rc = wk_app_refuse_far(app, d, err);
	if (rc != WK_OK)
		return rc;
	ev->locked |= WK_LOCK_TIME;
	if (f->start == WK_TIME_NONE && !e->has_span && !e->has_clock) {
		ev->d_last += d - f->d;
		f->d = d;
		return WK_OK;
	}
	if (e->has_span) {
		struct wk_span s = f->kind == WK_KIND_SLEEP ? wk_app_sleep_span(e->span) :
		    e->span;
		wk_app_span_utc(app, z, d, s, &f->start, &f->end);
	} else if (f->start == WK_TIME_NONE) {
		f->start = wk_when_utc(z, d, e->clock_min);
		wk_app_remark_wall(app, z, (int64_t)d * 86400 + e->clock_min * 60,
		    f->start);
		if (!isnan(f->dur_h))
			f->end = f->start + llround(f->dur_h * 3600);
	} else {
		int64_t start = moved_start(app, z, f, e);
		f->end = f->end == WK_TIME_NONE ? f->end : start + (f->end - f->start);
		f->start = start;
	}
	f->off_start = wk_zone_offset(z, f->start);
	f->off_end = f->end == WK_TIME_NONE ? f->off_start : wk_zone_offset(z, f->end);
	f->dur_h = NAN;
	return WK_OK;
}

static void
edit_incident(struct wk_event *ev, const struct wk_edit *e)
{
	if (e->severity > -2)
		ev->fact.severity = e->severity, ev->locked |= WK_LOCK_SEVERITY;
	if (!isnan(e->minutes))
		ev->fact.minutes = e->minutes, ev->locked |= WK_LOCK_MINUTES;
	if (e->woke >= 0) {
		ev->fact.woke = e->woke;
		ev->locked |= WK_LOCK_WOKE;
	}
	if (e->noise >= 0)
		ev->fact.noise = e->noise, ev->locked |= WK_LOCK_NOISE;
	if (e->clear & WK_LOCK_SEVERITY)
		ev->fact.severity = -1;
	if (e->clear & WK_LOCK_MINUTES)
		ev->fact.minutes = NAN;
	if (e->clear & WK_LOCK_WOKE)
		ev->fact.woke = -1;
	if (e->clear & WK_LOCK_NOISE)
		ev->fact.noise = -1;
	ev->locked |= e->clear;
}

static enum wk_rc
apply_edit(struct wk_app *app, struct wk_event *ev, const struct wk_edit *e,
    struct wk_arena *a, struct wk_err *err)
{
	bool incident = e->severity > -2 || !isnan(e->minutes) || e->woke >= 0 ||
	    e->noise >= 0 || e->clear != 0;
	if (incident && !is_incident(ev))
		return wk_fail(err, WK_ERR_INPUT,
		    "%lld is %s, not a page: it has no severity, minutes, woke or noise",
		    (long long)ev->id, wk_kind_name(ev->fact.kind));
	if (e->has_span && e->has_clock)
		return wk_fail(err, WK_ERR_INPUT,
		    "a span and a time at once: give one of the two");
	if (e->has_span && is_incident(ev))
		return wk_fail(err, WK_ERR_INPUT,
		    "%lld is a page: give one time, not a span", (long long)ev->id);
	if (!incident && !e->has_span && !e->has_clock && !e->has_day && !e->has_title)
		return wk_fail(err, WK_ERR_INPUT,
		    "nothing to change on %lld; see wick help edit",
		    (long long)ev->id);
	edit_incident(ev, e);
	if (e->has_title) {
		ev->title = e->title;
		ev->locked |= WK_LOCK_TITLE;
	}
	if (e->has_span || e->has_clock || e->has_day) {
		enum wk_rc rc = edit_times(app, ev, e, a, err);
		if (rc != WK_OK)
			return rc;
	}
	if (strcmp(ev->fact.source, "manual") == 0)
		ev->locked = 0;
	wk_event_file(ev, &app->conf.rules);
	wk_app_remark_sleep(app, ev);
	return WK_OK;
}

static enum wk_rc
get_live(struct wk_app *app, int64_t id, struct wk_arena *a, struct wk_event *e,
    struct wk_err *err)
{
	enum wk_rc rc = wk_store_event_get(app->store, id, a, e, err);
	if (rc == WK_ERR_NOTFOUND || (rc == WK_OK && e->is_deleted))
		return wk_fail(err, WK_ERR_NOTFOUND,
		    "no entry %lld; wick show lists the ids", (long long)id);
	return rc;
}

/* What history says: the one entry by name, several by number. */
static void
tell(struct wk_app *app, const char *verb, const struct wk_event *e, size_t n)
{
	struct wk_buf what;
	wk_buf_init(&what);
	wk_buf_addf(&what, "%s ", verb);
	if (n == 1)
		wk_app_put_event(&what, e);
	else
		wk_buf_addf(&what, "%zu entries", n);
	wk_store_set_what(app->store, what.p);
	wk_buf_fini(&what);
}

static enum wk_rc
edit_one(struct wk_app *app, int64_t id, const struct wk_edit *e, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err)
{
	enum wk_rc rc = get_live(app, id, a, out, err);
	if (rc == WK_OK)
		rc = apply_edit(app, out, e, a, err);
	return rc == WK_OK ? wk_store_event_put(app->store, out, err) : rc;
}

static enum wk_rc
rm_one(struct wk_app *app, int64_t id, struct wk_arena *a, struct wk_event *gone,
    struct wk_err *err)
{
	enum wk_rc rc = get_live(app, id, a, gone, err);
	if (rc != WK_OK)
		return rc;
	struct wk_event e = *gone;
	e.is_deleted = true;
	return strcmp(e.fact.source, "manual") == 0 ?
	    wk_store_event_drop(app->store, id, err) :
	    wk_store_event_put(app->store, &e, err);
}

enum wk_rc
wk_app_edit_all(struct wk_app *app, const int64_t *ids, size_t n, const struct wk_edit *e,
    struct wk_arena *a, struct wk_event *last, struct wk_err *err)
{
	struct wk_event ev = { .id = 0 };
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "edit", err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = edit_one(app, ids[i], e, a, &ev, err);
	if (rc == WK_OK)
		tell(app, "edit", &ev, n);
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		*last = ev;
	return rc;
}

enum wk_rc
wk_app_edit(struct wk_app *app, int64_t id, const struct wk_edit *e, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err)
{
	return wk_app_edit_all(app, &id, 1, e, a, out, err);
}

enum wk_rc
wk_app_rm_all(struct wk_app *app, const int64_t *ids, size_t n, struct wk_arena *a,
    struct wk_event *last, struct wk_err *err)
{
	struct wk_event e = { .id = 0 };
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "rm", err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		rc = rm_one(app, ids[i], a, &e, err);
	if (rc == WK_OK)
		tell(app, "rm", &e, n);
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		*last = e;
	return rc;
}

enum wk_rc
wk_app_rm(struct wk_app *app, int64_t id, struct wk_arena *a, struct wk_event *gone,
    struct wk_err *err)
{
	return wk_app_rm_all(app, &id, 1, a, gone, err);
}

enum wk_rc
wk_app_undo(struct wk_app *app, struct wk_arena *a, struct wk_txn *out,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	return rc == WK_OK ? wk_store_undo(app->store, app->now, app->today, a, out,
	    err) : rc;
}

enum wk_rc
wk_app_redo(struct wk_app *app, struct wk_arena *a, struct wk_txn *out,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	return rc == WK_OK ? wk_store_redo(app->store, app->now, app->today, a, out,
	    err) : rc;
}

enum wk_rc
wk_app_history(struct wk_app *app, size_t limit, struct wk_arena *a, struct wk_txn **v,
    size_t *n, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	return rc == WK_OK ? wk_store_history(app->store, limit, a, v, n, err) : rc;
}

void
wk_app_put_event(struct wk_buf *b, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	wk_date d = f->start == WK_TIME_NONE ? f->d : local_date(f->start, f->off_start);
	wk_date_put_day(b, d);
	wk_buf_addc(b, ' ');
	wk_app_put_times(b, e);
	wk_buf_addf(b, " %s", is_incident(e) ? "page" : wk_kind_name(f->kind));
	if (is_incident(e) && f->severity >= 0)
		wk_buf_addf(b, " sev%d", f->severity);
	if (is_incident(e) && !isnan(f->minutes)) {
		wk_buf_addc(b, ' ');
		wk_text_put_duration(b, f->minutes);
	}
	if (f->woke == 1)
		wk_buf_adds(b, " woke");
	if (f->noise == 1)
		wk_buf_adds(b, " noise");
	if (e->title != NULL) {
		wk_buf_addc(b, ' ');
		wk_text_safe(b, e->title);
	}
}
