/* SPDX-License-Identifier: MIT */
/* log: one evening's entry. Spans add and merge, a length sets the day's total, the rest
 * replaces. One transaction, then the day as it stands. */
#include "internal.h"

static const struct { const char *name; unsigned bit; } fields[] = {
	{ "work", WK_LOCK_DAY_HOURS },   { "sleep", WK_LOCK_DAY_SLEEP },
	{ "wakes", WK_LOCK_DAY_WAKES },  { "leave", WK_LOCK_DAY_LEAVE },
	{ "oncall", WK_LOCK_DAY_ONCALL }, { "energy", WK_LOCK_DAY_ENERGY },
	{ "stress", WK_LOCK_DAY_STRESS }, { "mood", WK_LOCK_DAY_MOOD },
	{ "note", WK_LOCK_DAY_NOTE },
};

bool
wk_log_field_parse(const char *s, unsigned *bit)
{
	for (size_t i = 0; i < WK_LEN(fields); i++)
		if (wk_text_eq_nocase(s, fields[i].name)) {
			*bit = fields[i].bit;
			return true;
		}
	return false;
}

const char *
wk_log_field_names(void)
{
	return "work sleep wakes leave oncall energy stress mood note";
}

void
wk_log_init(struct wk_log *l, wk_date day)
{
	*l = (struct wk_log){ .day = day, .total_h = NAN, .break_min = NAN,
	    .sleep_total_h = NAN, .wakes = -1, .oncall = -1, .like = WK_DATE_NONE };
}

struct wk_span
wk_app_sleep_span(struct wk_span s)
{
	if (s.to_min > 1440) {
		s.from_min -= 1440;
		s.to_min -= 1440;
	}
	return s;
}

/* Wall-clock seconds to UTC, told where they are not there or twice. A start in an hour
 * that the clocks left out is moved on, and an end that it thereby passes goes with
 * it. */
static void
wall_utc(struct wk_app *app, const struct wk_zone *z, int64_t from, int64_t to,
    int64_t *start, int64_t *end)
{
	enum wk_zone_kind kind;
	*start = wk_zone_start(z, from, &kind);
	*end = wk_zone_end(z, to, *start, NULL);
	if (kind == WK_ZONE_GAP && *end < *start)
		*end = *start + (to - from);
	wk_app_remark_wall(app, z, from, *start);
	wk_app_remark_wall(app, z, to, *end);
}

void
wk_app_span_utc(struct wk_app *app, const struct wk_zone *z, wk_date d, struct wk_span s,
    int64_t *start, int64_t *end)
{
	int64_t day = (int64_t)d * 86400;
	wall_utc(app, z, day + (int64_t)s.from_min * 60, day + (int64_t)s.to_min * 60,
	    start, end);
}

void
wk_app_event(struct wk_app *app, const struct wk_zone *z, enum wk_kind kind,
    int64_t start, int64_t end, struct wk_event *e)
{
	wk_event_init(e, kind);
	e->fact.source = "manual";
	e->fact.start = start;
	e->fact.end = end;
	e->fact.off_start = wk_zone_offset(z, start);
	e->fact.off_end = end == WK_TIME_NONE ? e->fact.off_start :
	    wk_zone_offset(z, end);
	e->tz = wk_zone_name(z);
	wk_event_file(e, &app->conf.rules);
}

static bool
overlaps(const struct wk_fact *a, const struct wk_fact *b)
{
	return b->end != WK_TIME_NONE && a->start <= b->end && b->start <= a->end;
}

/* What was said of an interval that becomes part of another is said of both. */
static void
join_titles(struct wk_event *e, const char *title, struct wk_arena *a)
{
	if (title == NULL)
		return;
	if (e->title == NULL)
		e->title = title;
	else if (strstr(e->title, title) == NULL)
		e->title = wk_arena_printf(a, "%s, %s", e->title, title);
}

/* *e becomes the event that is there, with the times of *e. */
static enum wk_rc
widen(struct wk_app *app, int64_t id, struct wk_arena *a, struct wk_event *e,
    struct wk_err *err)
{
	struct wk_event host;
	enum wk_rc rc = wk_store_event_get(app->store, id, a, &host, err);
	if (rc != WK_OK)
		return rc;
	host.fact.start = e->fact.start;
	host.fact.end = e->fact.end;
	host.fact.off_start = e->fact.off_start;
	host.fact.off_end = e->fact.off_end;
	join_titles(&host, e->title, a);
	*e = host;
	return WK_OK;
}

static enum wk_rc
swallow(struct wk_app *app, int64_t id, struct wk_arena *a, struct wk_event *e,
    struct wk_err *err)
{
	struct wk_event part;
	enum wk_rc rc = wk_store_event_get(app->store, id, a, &part, err);
	if (rc != WK_OK)
		return rc;
	join_titles(e, part.title, a);
	return wk_store_event_drop(app->store, id, err);
}

enum wk_rc
wk_app_put_merged(struct wk_app *app, struct wk_event *e, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	enum wk_rc rc = wk_store_event_facts(app->store, e->fact.d - 1, e->d_last + 1,
	    1u << e->fact.kind, a, &v, &n, err);
	int64_t host = 0;
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		if (strcmp(v[i].fact.source, "manual") != 0 ||
		    v[i].fact.start == WK_TIME_NONE || !overlaps(&e->fact, &v[i].fact))
			continue;
		if (v[i].fact.start <= e->fact.start) {
			e->fact.start = v[i].fact.start;
			e->fact.off_start = v[i].fact.off_start;
		}
		if (v[i].fact.end >= e->fact.end) {
			e->fact.end = v[i].fact.end;
			e->fact.off_end = v[i].fact.off_end;
		}
		if (host == 0)
			host = v[i].id;
		else
			rc = swallow(app, v[i].id, a, e, err);
	}
	if (rc == WK_OK && host != 0)
		rc = widen(app, host, a, e, err);
	if (rc != WK_OK)
		return rc;
	wk_event_file(e, &app->conf.rules);
	return wk_store_event_put(app->store, e, err);
}

/* Drops the manual events of a kind that are filed on day d (running clocks stay). */
static enum wk_rc
drop_manual(struct wk_app *app, wk_date d, enum wk_kind kind, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	enum wk_rc rc = wk_store_event_facts(app->store, d, d, 1u << kind, a, &v, &n,
	    err);
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		if (v[i].fact.d == d && strcmp(v[i].fact.source, "manual") == 0 &&
		    (v[i].fact.end != WK_TIME_NONE || !isnan(v[i].fact.dur_h)))
			rc = wk_store_event_drop(app->store, v[i].id, err);
	return rc;
}

/* What is typed as the sleep of a day ends on its date, also in the evening, when it
 * counts to the next; so the nap of the evening before is no part of this night. */
static bool
is_sleep_of(const struct wk_event *e, wk_date d)
{
	const struct wk_fact *f = &e->fact;
	if (strcmp(f->source, "manual") != 0)
		return false;
	if (f->start != WK_TIME_NONE && f->end != WK_TIME_NONE)
		return wk_fold_date(f->end - 1, f->off_end, 0) == d;
	return f->d == d && !isnan(f->dur_h);
}

static enum wk_rc
drop_sleep_of(struct wk_app *app, wk_date d, struct wk_arena *a, struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	enum wk_rc rc = wk_store_event_facts(app->store, d, d + 1, 1u << WK_KIND_SLEEP, a,
	    &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		if (is_sleep_of(&v[i], d))
			rc = wk_store_event_drop(app->store, v[i].id, err);
	return rc;
}

static void
clear_typed(struct wk_dayrow *row, unsigned bits)
{
	struct wk_typed *t = &row->typed;
	if (bits & (WK_LOCK_DAY_HOURS | WK_LOG_TOTAL))
		t->hours = NAN;
	if (bits & WK_LOCK_DAY_HOURS)
		t->break_h = NAN;
	else if ((bits & WK_LOG_TOTAL) && isnan(t->break_h))
		bits |= WK_LOCK_DAY_HOURS;      /* nothing is left of it to be kept */
	if (bits & WK_LOCK_DAY_SLEEP)
		t->sleep_h = NAN;
	if (bits & WK_LOCK_DAY_WAKES)
		t->wakes = -1;
	if (bits & WK_LOCK_DAY_LEAVE)
		t->leave = WK_LEAVE_NONE;
	if (bits & WK_LOCK_DAY_ONCALL)
		t->oncall = -1;
	if (bits & WK_LOCK_DAY_ENERGY)
		t->energy = 0;
	if (bits & WK_LOCK_DAY_STRESS)
		t->stress = 0;
	if (bits & WK_LOCK_DAY_MOOD)
		t->mood = 0;
	if (bits & WK_LOCK_DAY_NOTE)
		row->note = NULL;
	row->locked &= ~bits;
}

static void
set_typed(struct wk_dayrow *row, const struct wk_log *l)
{
	struct wk_typed *t = &row->typed;
	unsigned bits = 0;
	if (!isnan(l->total_h))
		t->hours = l->total_h, bits |= WK_LOCK_DAY_HOURS;
	if (!isnan(l->break_min))
		t->break_h = l->break_min / 60, bits |= WK_LOCK_DAY_HOURS;
	if (!isnan(l->sleep_total_h))
		t->sleep_h = l->sleep_total_h, bits |= WK_LOCK_DAY_SLEEP;
	else if (l->sleep_count > 0)
		t->sleep_h = NAN, bits |= WK_LOCK_DAY_SLEEP;
	if (l->wakes >= 0)
		t->wakes = l->wakes, bits |= WK_LOCK_DAY_WAKES;
	if (l->oncall >= 0)
		t->oncall = l->oncall, bits |= WK_LOCK_DAY_ONCALL;
	if (l->leave != WK_LEAVE_NONE)
		t->leave = l->leave, bits |= WK_LOCK_DAY_LEAVE;
	if (l->energy > 0)
		t->energy = l->energy, bits |= WK_LOCK_DAY_ENERGY;
	if (l->stress > 0)
		t->stress = l->stress, bits |= WK_LOCK_DAY_STRESS;
	if (l->mood > 0)
		t->mood = l->mood, bits |= WK_LOCK_DAY_MOOD;
	if (l->note != NULL)
		row->note = *l->note ? l->note : NULL, bits |= WK_LOCK_DAY_NOTE;
	row->locked |= bits;
	if (bits != 0 && row->source == NULL)
		row->source = "manual";
}

static bool
says_something(const struct wk_log *l)
{
	return l->work_count > 0 || l->sleep_count > 0 || !isnan(l->total_h) ||
	    !isnan(l->break_min) || !isnan(l->sleep_total_h) || l->wakes >= 0 ||
	    l->oncall >= 0 || l->leave != WK_LEAVE_NONE || l->energy > 0 ||
	    l->stress > 0 || l->mood > 0 || l->note != NULL || l->like != WK_DATE_NONE ||
	    l->clear != 0;
}

static bool
is_only_sleep(const struct wk_log *l)
{
	struct wk_log rest = *l;
	rest.sleep_count = 0;
	return l->sleep_count > 0 && !says_something(&rest);
}

/* Leave, on-call and a note about them are planned; the rest has to have happened. */
static enum wk_rc
refuse_far(const struct wk_app *app, const struct wk_log *l, struct wk_err *err)
{
	struct wk_log rest = *l;
	rest.leave = WK_LEAVE_NONE;
	rest.oncall = -1;
	rest.note = NULL;
	rest.clear = 0;
	return says_something(&rest) ? wk_app_refuse_far(app, l->day, err) : WK_OK;
}

static bool
in_scale(int v)
{
	return v >= 0 && v <= 5;
}

static enum wk_rc
validate(const struct wk_log *l, struct wk_err *err)
{
	if (l->work_count > 0 && !isnan(l->total_h))
		return wk_fail(err, WK_ERR_INPUT,
		    "spans add to a day and a length sets its total: "
		    "give one of the two");
	if (l->sleep_count > 0 && !isnan(l->sleep_total_h))
		return wk_fail(err, WK_ERR_INPUT,
		    "sleep as times and as a length at once: give one of the two");
	if (!isnan(l->break_min) && !isnan(l->total_h))
		return wk_fail(err, WK_ERR_INPUT,
		    "a break goes with spans; a total is already without breaks");
	if (!in_scale(l->energy) || !in_scale(l->stress) || !in_scale(l->mood))
		return wk_fail(err, WK_ERR_INPUT,
		    "energy, stress and mood go from 1 to 5");
	if (l->like == l->day)
		return wk_fail(err, WK_ERR_INPUT, "--like names the very same day");
	return WK_OK;
}

static enum wk_rc
put_spans(struct wk_app *app, const struct wk_zone *z, const struct wk_log *l,
    struct wk_arena *a, wk_date *filed, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i < l->work_count; i++) {
		struct wk_event e;
		int64_t start, end;
		wk_app_span_utc(app, z, l->day, l->work[i], &start, &end);
		wk_app_event(app, z, WK_KIND_WORK, start, end, &e);
		*filed = e.fact.d;
		rc = wk_app_put_merged(app, &e, a, err);
	}
	for (size_t i = 0; rc == WK_OK && i < l->sleep_count; i++) {
		struct wk_event e;
		int64_t start, end;
		wk_app_span_utc(app, z, l->day, wk_app_sleep_span(l->sleep[i]), &start,
		    &end);
		wk_app_event(app, z, WK_KIND_SLEEP, start, end, &e);
		wk_app_remark_sleep(app, &e);
		if (is_only_sleep(l))
			*filed = e.fact.d;
		rc = wk_app_put_merged(app, &e, a, err);
	}
	return rc;
}

/* Copies the other day's work: its typed total and break, its spans moved by whole
 * days. */
static enum wk_rc
copy_like(struct wk_app *app, const struct wk_log *l, struct wk_dayrow *row,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_day_view from;
	enum wk_rc rc = wk_app_day(app, l->like, a, &from, err);
	bool any = rc == WK_OK && !isnan(from.row.typed.hours);
	if (any)
		row->typed.hours = from.row.typed.hours;
	if (rc == WK_OK && !isnan(from.row.typed.break_h))
		row->typed.break_h = from.row.typed.break_h;
	for (size_t i = 0; rc == WK_OK && i < from.event_count; i++) {
		const struct wk_event *o = &from.events[i];
		struct wk_event e;
		int64_t move = (int64_t)(l->day - l->like) * 86400, start, end;
		if (o->fact.kind != WK_KIND_WORK || o->fact.d != l->like ||
		    o->fact.start == WK_TIME_NONE || o->fact.end == WK_TIME_NONE)
			continue;
		wall_utc(app, app->zone, o->fact.start + o->fact.off_start + move,
		    o->fact.end + o->fact.off_end + move, &start, &end);
		wk_app_event(app, app->zone, WK_KIND_WORK, start, end, &e);
		rc = wk_app_put_merged(app, &e, a, err);
		any = true;
	}
	if (rc == WK_OK && !any) {
		struct wk_buf b;
		wk_buf_init(&b);
		wk_date_put_day(&b, l->like);
		rc = wk_fail(err, WK_ERR_NOTFOUND, "%s has no work to copy", b.p);
		wk_buf_fini(&b);
	}
	row->locked |= WK_LOCK_DAY_HOURS;
	return rc;
}

static enum wk_rc
change_day(struct wk_app *app, const struct wk_zone *z, const struct wk_log *l,
    struct wk_arena *a, wk_date *filed, struct wk_err *err)
{
	struct wk_dayrow row;
	enum wk_rc rc = wk_store_day_get(app->store, l->day, a, &row, err);
	if (rc == WK_OK && (l->clear & WK_LOCK_DAY_HOURS))
		rc = drop_manual(app, l->day, WK_KIND_WORK, a, err);
	if (rc == WK_OK && (l->clear & WK_LOCK_DAY_SLEEP))
		rc = drop_manual(app, l->day, WK_KIND_SLEEP, a, err);
	if (rc == WK_OK && (l->sleep_count > 0 || !isnan(l->sleep_total_h)))
		rc = drop_sleep_of(app, l->day, a, err);
	if (rc != WK_OK)
		return rc;
	clear_typed(&row, l->clear);
	if (l->like != WK_DATE_NONE)
		rc = copy_like(app, l, &row, a, err);
	if (rc == WK_OK) {
		set_typed(&row, l);
		rc = wk_store_day_put(app->store, &row, err);
	}
	if (rc == WK_OK)
		rc = put_spans(app, z, l, a, filed, err);
	return rc;
}

enum wk_rc
wk_app_log(struct wk_app *app, const struct wk_log *l, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	enum wk_rc rc = validate(l, err);
	return rc == WK_OK ? wk_app_log_form(app, l, a, out, err) : rc;
}

enum wk_rc
wk_app_log_form(struct wk_app *app, const struct wk_log *l, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err)
{
	const struct wk_zone *z;
	if (!says_something(l))
		return wk_fail(err, WK_ERR_INPUT,
		    "nothing to log: give 9:00-17:30 or 8h, -s 23:30-7:00, "
		    "-e 3, -n NOTE ...");
	enum wk_rc rc = wk_app_zone(app, l->tz, a, &z, err);
	if (rc != WK_OK)
		return rc;
	rc = refuse_far(app, l, err);
	if (rc != WK_OK)
		return rc;
	struct wk_buf what;
	wk_buf_init(&what);
	wk_buf_adds(&what, "log ");
	wk_app_put_date(app, &what, l->day);
	wk_date filed = l->day;
	rc = wk_app_begin(app, what.p, err);
	wk_buf_fini(&what);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_end(app, change_day(app, z, l, a, &filed, err), err);
	return rc == WK_OK ? wk_app_day_facts(app, filed, a, out, err) : rc;
}
