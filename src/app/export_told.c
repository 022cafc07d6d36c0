/* SPDX-License-Identifier: MIT */
/* export to other people's programs: a calendar, and timewarrior's own lines. */
#include <stdlib.h>

#include "export.h"
#include "wick/render.h"

/* ---- calendar ---- */

static const char *
event_uid(struct wk_arena *a, const struct wk_event *e)
{
	char hex[65];
	const char *key = wk_arena_printf(a, "%s\x1f%s\x1f%s", e->fact.source,
	    e->scope == NULL ? "" : e->scope, e->ext_id == NULL ? "" : e->ext_id);
	wk_hash_sha256(key, strlen(key), hex);
	hex[32] = '\0';
	return wk_arena_strdup(a, hex);
}

/* False for what is still open: a calendar has no such thing. */
static bool
tell_event(struct wk_arena *a, const struct wk_event *e, bool redact,
    struct wk_told *out)
{
	const struct wk_fact *f = &e->fact;
	bool is_page = f->kind == WK_KIND_INCIDENT;
	if (f->start != WK_TIME_NONE && f->end == WK_TIME_NONE && !is_page)
		return false;
	*out = (struct wk_told){ .fact = *f, .id = event_uid(a, e),
		.title = redact ? NULL : e->title, .tags = redact ? NULL : e->tags };
	if (f->start != WK_TIME_NONE && f->end == WK_TIME_NONE)
		out->fact.end = f->start +
		    (isnan(f->minutes) ? 0 : (int64_t)lround(f->minutes * 60));
	return true;
}

/* Leave and on-call typed for a day as a whole. */
static void
tell_typed(struct wk_arena *a, const struct wk_dayrow *r, unsigned kinds,
    struct wk_told *v, size_t *n)
{
	const struct { bool is_said; enum wk_kind kind; } typed[] = {
		{ r->typed.leave != WK_LEAVE_NONE, WK_KIND_LEAVE },
		{ r->typed.oncall == 1, WK_KIND_ONCALL },
	};
	char day[11];
	wk_date_format(r->d, day);
	for (size_t i = 0; i < WK_LEN(typed); i++) {
		if (!typed[i].is_said || !(kinds & 1u << typed[i].kind))
			continue;
		struct wk_told *t = &v[(*n)++];
		*t = (struct wk_told){ .id = wk_arena_printf(a, "%s-%s",
		    wk_kind_name(typed[i].kind), day) };
		t->fact = (struct wk_fact){ .kind = typed[i].kind,
			.start = WK_TIME_NONE, .end = WK_TIME_NONE, .d = r->d,
			.leave = r->typed.leave };
	}
}

enum wk_rc
wk_export_ics(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_event *ev;
	struct wk_dayrow *rows;
	size_t ne, nr, n = 0;
	enum wk_rc rc = wk_store_event_list(app->store, req->lo, req->hi, req->kinds, a,
	    &ev, &ne, err);
	if (rc == WK_OK)
		rc = wk_store_day_list(app->store, req->lo, req->hi, a, &rows, &nr, err);
	if (rc != WK_OK)
		return rc;
	struct wk_told *v = WK_ARENA_ARRAY(a, struct wk_told, ne + 2 * nr + 1);
	for (size_t i = 0; i < ne; i++)
		n += tell_event(a, &ev[i], req->redact, &v[n]);
	for (size_t i = 0; i < nr; i++)
		tell_typed(a, &rows[i], req->kinds, v, &n);
	wk_render_ics(v, n, app->now, out);
	return WK_OK;
}

/* ---- timewarrior ---- */

struct worked_day {
	wk_date d;
	int64_t counted_s;             /* what the day's hours are */
	const struct wk_worked *v;     /* the intervals behind them */
	size_t n;
};

static struct wk_told
tell_worked(const struct wk_worked *w, const struct wk_event *ev,
    const struct wk_fact *facts, bool redact)
{
	const struct wk_event *e = &ev[w->fact - facts];
	struct wk_told t = { .fact = *w->fact };
	t.fact.start = w->from;
	t.fact.end = w->to;
	t.title = redact ? NULL : e->title;
	t.tags = redact ? NULL : e->tags;
	return t;
}

/* A day known by its length alone: an interval that long, which says of itself that its
 * times are made up. It begins with business hours, sooner where the day is too short. */
static struct wk_told
tell_length(struct wk_app *app, const struct worked_day *day)
{
	const struct wk_fold_rules *r = &app->conf.rules;
	int64_t wall = (int64_t)day->d * 86400;
	int64_t begin_s = WK_MIN((int64_t)r->business_from_min * 60,
	    (int64_t)r->day_start_min * 60 + 86400 - day->counted_s);
	struct wk_told t = { .title = "a day's total, its times are not known" };
	t.fact.start = wk_zone_start(app->zone, wall + begin_s, NULL);
	t.fact.end = t.fact.start + day->counted_s;
	return t;
}

/* The intervals as far as the day's hours reach (a break comes off at the end); where
 * they say less than the day, the day's length alone. */
static size_t
tell_day(struct wk_app *app, const struct worked_day *day, const struct wk_event *ev,
    const struct wk_fact *facts, bool redact, struct wk_told *out)
{
	int64_t left = day->counted_s, sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < day->n; i++)
		sum += day->v[i].to - day->v[i].from;
	if (sum + 1 < left) {
		out[0] = tell_length(app, day);
		return 1;
	}
	for (size_t i = 0; i < day->n && left > 0; i++) {
		struct wk_told t = tell_worked(&day->v[i], ev, facts, redact);
		t.fact.end = WK_MIN(t.fact.end, t.fact.start + left);
		left -= t.fact.end - t.fact.start;
		/* cut at the border of a day, whole again here */
		if (n == 0 && out[-1].fact.end == t.fact.start &&
		    out[-1].fact.kind == WK_KIND_WORK && out[-1].tags == t.tags &&
		    out[-1].title == t.title)
			out[-1].fact.end = t.fact.end;
		else
			out[n++] = t;
	}
	return n;
}

static size_t
tell_days(struct wk_app *app, const struct wk_export *req, struct wk_dayrow *rows,
    size_t nr, const struct wk_event *ev, size_t ne, struct wk_arena *a,
    struct wk_told **out)
{
	struct wk_fact *facts = WK_ARENA_ARRAY(a, struct wk_fact, ne + 1);
	struct wk_worked *w;
	size_t nw, n = 1, at = 0;
	for (size_t i = 0; i < ne; i++)
		facts[i] = ev[i].fact;
	wk_fold_worked(facts, ne, &app->conf.rules, rows[0].d, rows[nr - 1].d, a, &w,
	    &nw);
	struct wk_told *v = WK_ARENA_ARRAY(a, struct wk_told, nw + nr + 1);
	v[0] = (struct wk_told){ .fact.kind = WK_KIND_COUNT };   /* before the first */
	for (size_t i = 0; i < nr; i++) {
		struct worked_day day = { .d = rows[i].d };
		while (at < nw && w[at].d < day.d)
			at++;
		for (day.v = &w[at]; at < nw && w[at].d == day.d; at++)
			day.n++;
		if (isnan(rows[i].folded.hours))
			continue;
		day.counted_s = llround(rows[i].folded.hours * 3600);
		if (day.counted_s > 0)
			n += tell_day(app, &day, ev, facts, req->redact, &v[n]);
	}
	*out = v + 1;
	return n - 1;
}

enum wk_rc
wk_export_timew(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_event *ev;
	struct wk_dayrow *rows;
	struct wk_told *v;
	size_t ne, nr;
	enum wk_rc rc = wk_store_day_list(app->store, req->lo, req->hi, a, &rows, &nr,
	    err);
	if (rc == WK_OK && nr > 0)
		rc = wk_store_event_list(app->store, rows[0].d - 1, rows[nr - 1].d + 1,
		    1u << WK_KIND_WORK, a, &ev, &ne, err);
	if (rc != WK_OK || nr == 0)
		return rc;
	size_t n = tell_days(app, req, rows, nr, ev, ne, a, &v);
	wk_render_timew(v, n, out);
	return WK_OK;
}
