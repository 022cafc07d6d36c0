/* SPDX-License-Identifier: MIT */
/* The running clock: one manual work event without an end. It counts nothing until it is
 * stopped. */
#include <ctype.h>

#include "internal.h"

#define NO_CLOCK "no clock is running; wick start begins one"

/* A clock that ran longer than a span may be was forgotten, not worked. */
#define LONGEST_SEC (16 * 3600)

int64_t
wk_app_last_clock(const struct wk_app *app, const struct wk_zone *z, int min)
{
	int64_t wall = app->now + wk_zone_offset(z, app->now);
	wk_date d = (wk_date)(wall >= 0 ? wall / 86400 : (wall - 86399) / 86400);
	int64_t t = wk_when_utc(z, d, min % 1440);
	return t > app->now ? wk_when_utc(z, d - 1, min % 1440) : t;
}

static enum wk_rc
when_moment(struct wk_app *app, const char *when, int64_t *out, struct wk_err *err)
{
	int min;
	double back;
	if (when == NULL) {
		*out = app->now;
		return WK_OK;
	}
	if (when[0] == '-') {
		enum wk_rc rc = wk_text_parse_duration(when + 1, &back, err);
		if (rc == WK_OK)
			*out = app->now - (int64_t)llround(back * 60);
		return rc;
	}
	enum wk_rc rc = wk_when_clock(when, false, &min, err);
	if (rc == WK_OK)
		*out = wk_app_last_clock(app, app->zone, min);
	if (rc == WK_OK)
		wk_app_remark_wall(app, app->zone, (*out + wk_zone_offset(app->zone,
		    *out)) / 86400 * 86400 + min % 1440 * 60, *out);
	return rc;
}

static enum wk_rc
running(struct wk_app *app, struct wk_arena *a, struct wk_event *e, struct wk_err *err)
{
	enum wk_rc rc = wk_store_event_open(app->store, a, e, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, WK_ERR_NOTFOUND,
		    NO_CLOCK);
	return rc;
}

static enum wk_rc
refuse_second(struct wk_app *app, struct wk_arena *a, struct wk_err *err)
{
	struct wk_event e;
	enum wk_rc rc = wk_store_event_open(app->store, a, &e, err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc != WK_OK)
		return rc;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_app_put_times(&b, &e);
	rc = wk_fail(err, WK_ERR_CONFLICT,
	    "a clock has been running since %.*s; wick stop or wick cancel first",
	    (int)strcspn(b.p, "-"), b.p);
	wk_buf_fini(&b);
	return rc;
}

enum wk_rc
wk_app_start(struct wk_app *app, const char *when, const char *note, struct wk_arena *a,
    struct wk_timer_result *out, struct wk_err *err)
{
	int64_t at;
	struct wk_timer_result r = { 0 };
	enum wk_rc rc = when_moment(app, when, &at, err);
	if (rc == WK_OK && app->now - at > LONGEST_SEC)
		return wk_fail(err, WK_ERR_INPUT, "%.40s is more than 16 h ago", when);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "start the clock", err);
	if (rc != WK_OK)
		return rc;
	rc = refuse_second(app, a, err);
	if (rc == WK_OK) {
		wk_app_event(app, app->zone, WK_KIND_WORK, at, WK_TIME_NONE, &r.event);
		r.event.title = note;
		rc = wk_store_event_put(app->store, &r.event, err);
	}
	rc = wk_app_end(app, rc, err);
	r.elapsed_min = (double)(app->now - at) / 60;
	if (rc == WK_OK)
		rc = wk_app_day(app, r.event.fact.d, a, &r.day, err);
	if (rc == WK_OK)
		*out = r;
	return rc;
}

static enum wk_rc
check_stop(const struct wk_event *e, int64_t at, struct wk_err *err)
{
	if (at <= e->fact.start)
		return wk_fail(err, WK_ERR_INPUT,
		    "the clock began at or after that time; wick cancel drops it");
	if (at - e->fact.start > LONGEST_SEC)
		return wk_fail(err, WK_ERR_INPUT,
		    "the clock has run for %d h; say when work ended: wick stop 18:00",
		    (int)((at - e->fact.start) / 3600));
	return WK_OK;
}

/* The first such clock time after the start, for a clock forgotten over night: whole days
 * back by the wall, for a day may have 23 hours. */
static int64_t
stop_moment(const struct wk_app *app, const char *when, int64_t at, int64_t start)
{
	if (when == NULL || when[0] == '-' || at - start <= LONGEST_SEC)
		return at;
	int64_t wall = at + wk_zone_offset(app->zone, at);
	int64_t days = (at - start) / 86400 + 1;
	for (; days > 0; days--) {
		int64_t t = wk_zone_start(app->zone, wall - days * 86400, NULL);
		if (t > start)
			return t;
	}
	return at;
}

/* Ending a clock makes no store. */
static enum wk_rc
begin_ending(struct wk_app *app, const char *what, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, NO_CLOCK);
	return rc == WK_OK ? wk_app_begin(app, what, err) : rc;
}

enum wk_rc
wk_app_stop(struct wk_app *app, const char *when, struct wk_arena *a,
    struct wk_timer_result *out, struct wk_err *err)
{
	int64_t at;
	struct wk_timer_result r = { 0 };
	enum wk_rc rc = when_moment(app, when, &at, err);
	if (rc == WK_OK)
		rc = begin_ending(app, "stop the clock", err);
	if (rc != WK_OK)
		return rc;
	rc = running(app, a, &r.event, err);
	if (rc == WK_OK) {
		at = stop_moment(app, when, at, r.event.fact.start);
		rc = check_stop(&r.event, at, err);
	}
	if (rc == WK_OK) {
		r.elapsed_min = (double)(at - r.event.fact.start) / 60;
		r.event.fact.end = at;
		r.event.fact.off_end = wk_zone_offset(app->zone, at);
		wk_event_file(&r.event, &app->conf.rules);
		rc = wk_store_event_put(app->store, &r.event, err);
	}
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		rc = wk_app_day(app, r.event.fact.d, a, &r.day, err);
	if (rc != WK_OK)
		return rc;
	*out = r;
	return WK_OK;
}

enum wk_rc
wk_app_cancel(struct wk_app *app, struct wk_arena *a, struct wk_timer_result *out,
    struct wk_err *err)
{
	struct wk_timer_result r = { 0 };
	enum wk_rc rc = begin_ending(app, "cancel the clock", err);
	if (rc != WK_OK)
		return rc;
	rc = running(app, a, &r.event, err);
	if (rc == WK_OK)
		rc = wk_store_event_drop(app->store, r.event.id, err);
	rc = wk_app_end(app, rc, err);
	if (rc == WK_OK)
		rc = wk_app_day(app, r.event.fact.d, a, &r.day, err);
	if (rc != WK_OK)
		return rc;
	r.elapsed_min = (double)(app->now - r.event.fact.start) / 60;
	*out = r;
	return WK_OK;
}
