/* SPDX-License-Identifier: MIT */
/* Facts into the store: new, changed, the same, or in conflict with a hand's edit. */
#include "import.h"

enum { ASK_EVERY = 256 };              /* facts between two looks at the user */

static bool
same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-9;
}

static void
add_conflict(struct import *im, int64_t event, wk_date d, const char *field,
    const char *ours, const char *theirs)
{
	struct wk_import_result *r = &im->r;
	r->conflicts = wk_mem_grow(r->conflicts, &im->conflict_cap, r->conflict_count + 1,
	    sizeof(*r->conflicts));
	r->conflicts[r->conflict_count++] = (struct wk_conflict){ event, d, field,
		wk_arena_strdup(im->arena, ours), wk_arena_strdup(im->arena, theirs) };
	r->batch.n_conflict++;
}

static const char *
times_text(struct import *im, const struct wk_event *e)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_app_put_times(&b, e);
	const char *s = wk_arena_strdup(im->arena, b.p);
	wk_buf_fini(&b);
	return s;
}

static bool
same_times(const struct import *im, const struct wk_event *a, const struct wk_event *b)
{
	const struct wk_fact *x = &a->fact, *y = &b->fact;
	bool same_zone = x->off_start == y->off_start && x->off_end == y->off_end;
	return x->start == y->start && x->end == y->end &&
	    same_number(x->dur_h, y->dur_h) &&
	    (x->start != WK_TIME_NONE || x->d == y->d) &&
	    (same_zone || im->is_zone_assumed);
}

static const char *
flag_text(int v)
{
	return v < 0 ? "not said" : v > 0 ? "yes" : "no";
}

static const char *
minutes_text(struct import *im, double v)
{
	return isnan(v) ? "not said" : wk_arena_printf(im->arena, "%g min", v);
}

static const char *
severity_text(struct import *im, int v)
{
	return wk_arena_printf(im->arena, "sev%d", v);
}

/* Each field: where it differs, ours stays if it is locked, else theirs is taken. What
 * the source does not say contradicts nobody. */
static bool
merge_event(struct import *im, struct wk_event *ours, const struct wk_event *theirs)
{
	bool changed = false;
	unsigned locked = ours->locked;
	struct wk_fact *o = &ours->fact;
	const struct wk_fact *t = &theirs->fact;
#define DIFFERS(same, said, bit, name, text_ours, text_theirs, take) \
	if (!(same)) { \
		if (!(locked & (bit))) { \
			take; \
			changed = true; \
		} else if (said) \
			add_conflict(im, ours->id, o->d, name, text_ours, text_theirs); \
	}
	DIFFERS(same_times(im, ours, theirs), true, WK_LOCK_TIME, "time",
	    times_text(im, ours), times_text(im, theirs), o->start = t->start;
	    o->end = t->end; o->dur_h = t->dur_h;
	    o->off_start = t->off_start; o->off_end = t->off_end; o->d = t->d;
	    ours->d_last = theirs->d_last; ours->tz = theirs->tz)
	DIFFERS(wk_text_same(ours->title, theirs->title), theirs->title != NULL,
	    WK_LOCK_TITLE, "title", ours->title ? ours->title : "", theirs->title,
	    ours->title = theirs->title)
	DIFFERS(wk_text_same(ours->tags, theirs->tags), theirs->tags != NULL,
	    WK_LOCK_TAGS, "tags", ours->tags ? ours->tags : "", theirs->tags,
	    ours->tags = theirs->tags)
	DIFFERS(o->severity == t->severity, t->severity >= 0, WK_LOCK_SEVERITY,
	    "severity", severity_text(im, o->severity), severity_text(im, t->severity),
	    o->severity = t->severity)
	DIFFERS(same_number(o->minutes, t->minutes), !isnan(t->minutes), WK_LOCK_MINUTES,
	    "minutes", minutes_text(im, o->minutes), minutes_text(im, t->minutes),
	    o->minutes = t->minutes)
	DIFFERS(o->woke == t->woke, t->woke >= 0, WK_LOCK_WOKE, "woke",
	    flag_text(o->woke), flag_text(t->woke), o->woke = t->woke)
	DIFFERS(o->noise == t->noise, t->noise >= 0, WK_LOCK_NOISE, "noise",
	    flag_text(o->noise), flag_text(t->noise), o->noise = t->noise)
	DIFFERS(o->leave == t->leave, t->leave != WK_LEAVE_NONE, WK_LOCK_LEAVE, "leave",
	    wk_leave_name(o->leave),
	    wk_leave_name(t->leave), o->leave = t->leave)
	DIFFERS(o->category == t->category, true, 0, "category", "", "",
	    o->category = t->category)
	DIFFERS(wk_text_same(ours->meta, theirs->meta), true, 0, "meta", "", "",
	    ours->meta = theirs->meta)
#undef DIFFERS
	return changed;
}

void
wk_import_touch(struct import *im, wk_date lo, wk_date hi)
{
	const struct wk_batch *b = &im->r.batch;
	size_t days = (size_t)(b->hi - b->lo) + 1;
	if (im->touched == NULL)
		im->touched = wk_arena_alloc(im->arena, days);
	for (wk_date d = WK_MAX(lo, b->lo); d <= WK_MIN(hi, b->hi); d++) {
		im->r.days_touched += im->touched[d - b->lo] == 0;
		im->touched[d - b->lo] = 1;
	}
}

static void
count_new(struct import *im, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	im->r.batch.n_new++;
	wk_import_touch(im, f->d, e->d_last);
	if (f->kind != WK_KIND_WORK)
		return;
	if (!isnan(f->dur_h))
		im->new_work_s += f->dur_h * 3600;
	else if (f->end != WK_TIME_NONE)
		im->new_work_s += (double)(f->end - f->start);
}

/* Where a source was never read before nothing of it can be found: a file's own keys are
 * distinct. */
static enum wk_rc
find_event(struct import *im, const struct wk_event *e, struct wk_event *old,
    struct wk_err *err)
{
	const char *source = e->fact.source;
	bool has = false;
	if (im->source == NULL || strcmp(im->source, source) != 0) {
		enum wk_rc rc = wk_store_event_has(im->store, source, &has, err);
		if (rc != WK_OK)
			return rc;
		im->is_source_new = !has;
		im->source = wk_arena_strdup(im->arena, source);
	}
	if (im->is_source_new)
		return WK_ERR_NOTFOUND;
	return wk_store_event_find(im->store, source, e->scope, e->ext_id, &im->scratch,
	    old, err);
}

/* What runs has one id, whatever it is, and another of its own when it is closed. */
static const char running_id[] = "running";

static enum wk_rc
find_running(struct import *im, const struct wk_event *e, struct wk_event *old,
    struct wk_err *err)
{
	if (im->is_source_new || e->fact.end == WK_TIME_NONE)
		return WK_ERR_NOTFOUND;
	enum wk_rc rc = wk_store_event_find(im->store, e->fact.source, e->scope,
	    running_id, &im->scratch, old, err);
	if (rc != WK_OK)
		return rc;
	if (old->is_deleted || old->fact.start != e->fact.start)
		return WK_ERR_NOTFOUND;
	old->ext_id = e->ext_id;
	return WK_OK;
}

/* Whether what ran has been closed meanwhile: an old state read once more. */
static enum wk_rc
find_closed(struct import *im, const struct wk_event *e, struct wk_event *old,
    struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	if (im->is_source_new || strcmp(e->ext_id, running_id) != 0)
		return WK_ERR_NOTFOUND;
	enum wk_rc rc = wk_store_event_list(im->store, e->fact.d, e->d_last, 0,
	    &im->scratch, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++)
		if (strcmp(v[i].fact.source, e->fact.source) == 0 &&
		    v[i].fact.start == e->fact.start && v[i].fact.kind == e->fact.kind) {
			*old = v[i];
			return WK_OK;
		}
	return rc == WK_OK ? WK_ERR_NOTFOUND : rc;
}

static enum wk_rc
put_event(struct import *im, const struct wk_line *l, struct wk_err *err)
{
	struct wk_event e = l->event, old;
	wk_date touched_lo, touched_hi;
	struct wk_batch *b = &im->r.batch;
	enum wk_rc rc = find_event(im, &e, &old, err);
	if (rc == WK_ERR_NOTFOUND)
		rc = find_running(im, &e, &old, err);
	if (rc == WK_ERR_NOTFOUND && find_closed(im, &e, &old, err) == WK_OK) {
		b->n_same++;
		return WK_OK;
	}
	if (rc == WK_ERR_NOTFOUND) {
		if (l->is_tombstone) {
			b->n_same++;
			return WK_OK;
		}
		e.batch = b->id;
		count_new(im, &e);
		return wk_store_event_put(im->store, &e, err);
	}
	if (rc != WK_OK)
		return rc;
	if (old.is_deleted) {
		b->n_same++;
		return WK_OK;
	}
	if (l->is_tombstone) {
		old.is_deleted = true;
		b->n_changed++;
		wk_import_touch(im, old.fact.d, old.d_last);
		return wk_store_event_put(im->store, &old, err);
	}
	touched_lo = old.fact.d;
	touched_hi = old.d_last;
	if (!merge_event(im, &old, &e)) {
		b->n_same++;
		return WK_OK;
	}
	wk_event_file(&old, im->rules);
	b->n_changed++;
	wk_import_touch(im, touched_lo, touched_hi);
	wk_import_touch(im, old.fact.d, old.d_last);
	return wk_store_event_put(im->store, &old, err);
}

/* The typed fields of a day as offsets, so that one loop merges them all. */
enum field_type { F_REAL, F_INT, F_LEAVE };
static const struct day_field { unsigned bit; const char *name; enum field_type type;
	size_t offset; int none; } day_fields[] = {
	{ WK_LOCK_DAY_HOURS, "hours", F_REAL, offsetof(struct wk_typed, hours), 0 },
	{ WK_LOCK_DAY_HOURS, "break", F_REAL, offsetof(struct wk_typed, break_h), 0 },
	{ WK_LOCK_DAY_SLEEP, "sleep", F_REAL, offsetof(struct wk_typed, sleep_h), 0 },
	{ WK_LOCK_DAY_WAKES, "wakes", F_INT, offsetof(struct wk_typed, wakes), -1 },
	{ WK_LOCK_DAY_LEAVE, "leave", F_LEAVE, offsetof(struct wk_typed, leave), 0 },
	{ WK_LOCK_DAY_ONCALL, "oncall", F_INT, offsetof(struct wk_typed, oncall), -1 },
	{ WK_LOCK_DAY_ENERGY, "energy", F_INT, offsetof(struct wk_typed, energy), 0 },
	{ WK_LOCK_DAY_STRESS, "stress", F_INT, offsetof(struct wk_typed, stress), 0 },
	{ WK_LOCK_DAY_MOOD, "mood", F_INT, offsetof(struct wk_typed, mood), 0 },
	{ WK_LOCK_DAY_SHORT_REST, "short_rest", F_INT,
	    offsetof(struct wk_typed, short_rest), -1 },
};

static double
field_get(const struct day_field *f, const struct wk_typed *t)
{
	const char *at = (const char *)t + f->offset;
	double real;
	int whole;
	if (f->type == F_REAL) {
		memcpy(&real, at, sizeof(real));
		return real;
	}
	memcpy(&whole, at, sizeof(whole));
	return whole == f->none ? (double)NAN : (double)whole;
}

static void
field_set(const struct day_field *f, struct wk_typed *t, const struct wk_typed *from)
{
	size_t size = f->type == F_REAL ? sizeof(double) : sizeof(int);
	memcpy((char *)t + f->offset, (const char *)from + f->offset, size);
}

static const char *
field_text(struct import *im, double v)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (!isnan(v))
		wk_text_put_number(&b, v, 2);
	const char *s = wk_arena_strdup(im->arena, b.p);
	wk_buf_fini(&b);
	return s;
}

static bool
row_is_empty(const struct wk_dayrow *r)
{
	if (r->note != NULL)
		return false;
	for (size_t i = 0; i < WK_LEN(day_fields); i++)
		if (!isnan(field_get(&day_fields[i], &r->typed)))
			return false;
	return true;
}

void
wk_import_absorb_day(struct wk_line *later, const struct wk_line *earlier)
{
	for (size_t i = 0; i < WK_LEN(day_fields); i++)
		if (isnan(field_get(&day_fields[i], &later->day.typed)))
			field_set(&day_fields[i], &later->day.typed, &earlier->day.typed);
	if (later->day.note == NULL)
		later->day.note = earlier->day.note;
	later->day_fields |= earlier->day_fields;
	later->day.locked |= earlier->day.locked;
}

void
wk_import_forget_known(struct wk_line *l, const struct wk_typed *known, double near)
{
	const struct wk_typed none = { NAN, NAN, NAN, -1, -1, -1, WK_LEAVE_NONE, 0, 0,
		0 };
	for (size_t i = 0; i < WK_LEN(day_fields); i++) {
		const struct day_field *f = &day_fields[i];
		if (fabs(field_get(f, &l->day.typed) - field_get(f, known)) < near)
			field_set(f, &l->day.typed, &none);
	}
}

static bool
merge_day(struct import *im, struct wk_dayrow *ours, const struct wk_line *l)
{
	bool changed = false;
	for (size_t i = 0; i < WK_LEN(day_fields); i++) {
		const struct day_field *f = &day_fields[i];
		double o = field_get(f, &ours->typed), t = field_get(f, &l->day.typed);
		if (!(l->day_fields & f->bit) || isnan(t) || same_number(o, t))
			continue;
		if (ours->locked & f->bit) {
			add_conflict(im, 0, ours->d, f->name, field_text(im, o),
			    field_text(im, t));
			continue;
		}
		field_set(f, &ours->typed, &l->day.typed);
		changed = true;
	}
	if ((l->day_fields & WK_LOCK_DAY_NOTE) &&
	    !wk_text_same(ours->note, l->day.note)) {
		if (ours->locked & WK_LOCK_DAY_NOTE)
			add_conflict(im, 0, ours->d, "note", ours->note ? ours->note : "",
			    l->day.note ? l->day.note : "");
		else {
			ours->note = l->day.note;
			changed = true;
		}
	}
	return changed;
}

static enum wk_rc
put_day(struct import *im, const struct wk_line *l, struct wk_err *err)
{
	struct wk_dayrow row;
	struct wk_batch *b = &im->r.batch;
	enum wk_rc rc = wk_store_day_get(im->store, l->day.d, &im->scratch, &row, err);
	if (rc != WK_OK)
		return rc;
	bool is_new = row_is_empty(&row);
	if (!merge_day(im, &row, l)) {
		b->n_same++;
		return WK_OK;
	}
	if (is_new) {
		row.source = l->day.source != NULL ? l->day.source : b->importer;
		row.locked |= l->day.locked;
	}
	*(is_new ? &b->n_new : &b->n_changed) += 1;
	wk_import_touch(im, row.d, row.d);
	return wk_store_day_put(im->store, &row, err);
}

/* The later answer of a month stands. */
static enum wk_rc
put_survey(struct import *im, const struct wk_survey *v, struct wk_err *err)
{
	struct wk_survey old;
	struct wk_batch *b = &im->r.batch;
	enum wk_rc rc = wk_survey_get(im->store, v->day, im->arena, &old, err);
	if (rc != WK_OK)
		return rc;
	if (old.day != WK_DATE_NONE && old.day >= v->day) {
		b->n_same++;
		return WK_OK;
	}
	*(old.day == WK_DATE_NONE ? &b->n_new : &b->n_changed) += 1;
	return wk_survey_put(im->store, v, im->arena, err);
}

static enum wk_rc
put_line(struct import *im, size_t i, struct wk_err *err)
{
	struct wk_line l;
	switch (wk_import_news(im, i, &l)) {
	case WK_LINE_DAY:
		return put_day(im, &l, err);
	case WK_LINE_EVENT:
		return put_event(im, &l, err);
	case WK_LINE_SURVEY:
		return put_survey(im, &l.survey, err);
	default:
		return WK_OK;          /* another line or the store says it better */
	}
}

enum wk_rc
wk_import_lines(struct import *im, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	im->progress = (struct wk_import_progress){ 0, (int64_t)im->line_count, true };
	rc = wk_import_find_known(im, err);
	for (size_t i = 0; rc == WK_OK && i < im->line_count; i++) {
		im->progress.done = (int64_t)i;
		if (i % ASK_EVERY == 0)
			wk_arena_fini(&im->scratch);
		if (i % ASK_EVERY == 0 && !wk_import_go_on(im))
			return wk_fail(err, WK_ERR_INTR,
			    "interrupted: nothing was changed");
		rc = put_line(im, i, err);
	}
	for (size_t i = 0; rc == WK_OK && i < im->r.conflict_count; i++)
		rc = wk_store_conflict_put(im->store, im->r.batch.id, &im->r.conflicts[i],
		    err);
	return rc;
}
