/* SPDX-License-Identifier: MIT */
/* The Day form's meaning: facts to fields, fields to what the day would be, fields to the
 * smallest change of facts. */
#include "internal.h"

static int
wall_min(int64_t utc, int32_t off, wk_date d)
{
	return (int)((utc + off - (int64_t)d * 86400) / 60);
}

static bool
is_closed_work(const struct wk_event *e, wk_date d)
{
	return e->fact.kind == WK_KIND_WORK && e->fact.d == d &&
	    e->fact.start != WK_TIME_NONE && e->fact.end != WK_TIME_NONE;
}

static enum wk_form_kind
kind_of(const struct wk_day_view *v)
{
	static const enum wk_form_kind by_leave[WK_LEAVE_COUNT] = { WK_FORM_WORK,
		WK_FORM_LEAVE, WK_FORM_SICK, WK_FORM_HOLIDAY, WK_FORM_LEAVE,
		    WK_FORM_LEAVE };
	const struct wk_typed *t = &v->row.typed;
	if (v->row.folded.leave != WK_LEAVE_NONE)
		return by_leave[v->row.folded.leave];
	return t->hours == 0 ? WK_FORM_OFF : WK_FORM_WORK;
}

/* Start of the first span, end of the last, and the gaps between plus the typed break. */
static void
get_work(const struct wk_day_view *v, wk_date d, struct wk_form *f)
{
	int64_t covered = 0, last = WK_TIME_NONE, first = WK_TIME_NONE;
	for (size_t i = 0; i < v->event_count; i++) {
		const struct wk_event *e = &v->events[i];
		if (!is_closed_work(e, d))
			continue;
		if (first == WK_TIME_NONE) {
			first = e->fact.start;
			last = e->fact.start;
			f->start_min = wall_min(e->fact.start, e->fact.off_start, d);
		}
		if (e->fact.end > last) {
			covered += e->fact.end - WK_MAX(last, e->fact.start);
			last = e->fact.end;
			f->end_min = wall_min(e->fact.end, e->fact.off_end, d);
		}
	}
	if (first == WK_TIME_NONE)
		return;
	double typed = isnan(v->row.typed.break_h) ? 0 : v->row.typed.break_h * 60;
	double gaps = (double)(last - first - covered) / 60 + typed;
	if (gaps > 0 || !isnan(v->row.typed.break_h))
		f->break_min = gaps;
	f->counted_h = fmax(0, (double)(last - first) / 3600 - gaps / 60);
}

static void
get_sleep(const struct wk_day_view *v, wk_date d, struct wk_form *f)
{
	int sessions = 0;
	f->sleep_h = v->row.folded.sleep_h;
	for (size_t i = 0; i < v->event_count; i++) {
		const struct wk_fact *s = &v->events[i].fact;
		if (s->kind != WK_KIND_SLEEP || s->d != d || s->start == WK_TIME_NONE ||
		    s->end == WK_TIME_NONE)
			continue;
		sessions++;
		f->sleep.from_min = wall_min(s->start, s->off_start, d);
		f->sleep.to_min = wall_min(s->end, s->off_end, d);
	}
	f->has_sleep_span = sessions == 1 && isnan(v->row.typed.sleep_h);
	if (f->has_sleep_span && f->sleep.from_min < 0) {
		f->sleep.from_min += 1440;
		f->sleep.to_min += 1440;
	}
}

/* When the day before ended, as a minute of day d; NAN when that has no times. */
static double
left_off(struct wk_app *app, wk_date d, struct wk_arena *a)
{
	struct wk_day_view v = { 0 };
	struct wk_err err;
	double last = NAN;
	if (wk_app_day(app, d - 1, a, &v, &err) != WK_OK)
		return NAN;
	for (size_t i = 0; i < v.event_count; i++)
		if (is_closed_work(&v.events[i], d - 1))
			last = fmax(last, wall_min(v.events[i].fact.end,
			    v.events[i].fact.off_end, d));
	return last;
}

enum wk_rc
wk_app_form_get(struct wk_app *app, wk_date d, struct wk_arena *a, struct wk_form *out,
    struct wk_err *err)
{
	struct wk_day_view v = { 0 };
	struct wk_form f = { .day = d, .start_min = -1, .end_min = -1, .break_min = NAN,
		.worked_h = NAN, .counted_h = NAN, .left_off_min = NAN, .oncall = -1,
		.sleep_h = NAN, .wakes = -1 };
	f.left_off_min = left_off(app, d, a);
	enum wk_rc rc = wk_app_day(app, d, a, &v, err);
	if (rc == WK_ERR_NOTFOUND) {
		*out = f;
		return WK_OK;
	}
	if (rc != WK_OK)
		return rc;
	const struct wk_typed *t = &v.row.typed;
	f.kind = kind_of(&v);
	get_work(&v, d, &f);
	get_sleep(&v, d, &f);
	f.worked_h = t->hours;
	f.oncall = t->oncall >= 0 ? t->oncall : v.row.folded.is_oncall ? 1 : -1;
	f.page_count = (int)v.row.folded.incident_count;
	f.wakes = t->wakes;
	f.energy = t->energy;
	f.stress = t->stress;
	f.mood = t->mood;
	f.note = v.row.note;
	*out = f;
	return WK_OK;
}

static double
form_hours(const struct wk_form *f)
{
	if (f->kind != WK_FORM_WORK && isnan(f->worked_h) && f->start_min < 0)
		return 0;
	if (!isnan(f->worked_h))
		return f->worked_h;
	if (f->start_min < 0 || f->end_min < 0)
		return NAN;
	double pause = isnan(f->break_min) ? 0 : f->break_min;
	return fmax(0, (double)(f->end_min - f->start_min) / 60 - pause / 60);
}

/* The day the form describes, on top of what is not in the form (pages, short rest). */
static struct wk_day
day_of(const struct wk_form *f, const struct wk_day *base)
{
	static const enum wk_leave leaves[] = { [WK_FORM_WORK] = WK_LEAVE_NONE,
		[WK_FORM_OFF] = WK_LEAVE_NONE, [WK_FORM_LEAVE] = WK_LEAVE_VACATION,
		[WK_FORM_SICK] = WK_LEAVE_SICK, [WK_FORM_HOLIDAY] = WK_LEAVE_HOLIDAY };
	struct wk_day d;
	if (base != NULL)
		d = *base;
	else
		wk_day_clear(&d, f->day);
	d.hours = form_hours(f);
	d.sleep_h = f->has_sleep_span ? (double)(f->sleep.to_min -
	    f->sleep.from_min) / 60 : f->sleep_h;
	d.wakes = f->wakes < 0 ? 0 : f->wakes;
	d.is_oncall = f->oncall == 1;
	d.energy = f->energy;
	d.stress = f->stress;
	d.mood = f->mood;
	d.leave = leaves[f->kind];
	return d;
}

static void
sum_week(const struct wk_series *s, wk_date monday, struct wk_form_preview *p)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct wk_day *d = &s->days[i];
		if (d->d < monday || d->d > monday + 6 || isnan(d->hours))
			continue;
		p->week_h += d->hours;
		p->week_known++;
	}
}

/* Rest between the last known end of work and this form's start. */
static double
rest_before(const struct wk_form *f, const struct wk_form *saved,
    const struct wk_series *s)
{
	size_t i = wk_series_find(s, f->day);
	if (f->start_min < 0)
		return NAN;
	if (i == SIZE_MAX || isnan(s->days[i].rest_h))
		return (f->start_min - f->left_off_min) / 60;
	if (saved == NULL || saved->start_min < 0)
		return s->days[i].rest_h;
	return s->days[i].rest_h + (double)(f->start_min - saved->start_min) / 60;
}

static size_t
with_day(const struct wk_form *f, const struct wk_series *s, struct wk_arena *a,
    struct wk_day **out)
{
	size_t at = wk_series_find(s, f->day), n = 0;
	struct wk_day *rows = WK_ARENA_ARRAY(a, struct wk_day, s->n + 1);
	struct wk_day d = day_of(f, at == SIZE_MAX ? NULL : &s->days[at]);
	bool placed = false;
	for (size_t i = 0; i < s->n; i++) {
		if (!placed && s->days[i].d >= f->day) {
			rows[n++] = d;
			placed = true;
		}
		if (s->days[i].d != f->day)
			rows[n++] = s->days[i];
	}
	if (!placed)
		rows[n++] = d;
	size_t dense_n;
	*out = wk_series_dense(rows, n, WK_DATE_NONE, a, &dense_n);
	return dense_n;
}

enum wk_rc
wk_app_form_preview(struct wk_app *app, const struct wk_form *f,
    const struct wk_form *saved, const struct wk_series *s, struct wk_arena *a,
    struct wk_form_preview *out, struct wk_err *err)
{
	struct wk_form_preview p = { .rest_h = rest_before(f, saved, s) };
	struct wk_day *days;
	struct wk_series after;
	(void)err;
	size_t n = with_day(f, s, a, &days);
	wk_series_score(&after, &app->conf.model, days, n, app->today, a);
	size_t i = wk_series_find(&after, f->day), j = wk_series_find(s, f->day);
	p.has_score = i != SIZE_MAX;
	if (p.has_score) {
		p.after = after.strain[i];
		p.coverage = wk_series_coverage(&after, i, 7);
	}
	p.had_score = s->n > 0 && (j != SIZE_MAX || f->day > s->days[s->n - 1].d);
	if (p.had_score)
		p.before = s->strain[j != SIZE_MAX ? j : s->n - 1];
	sum_week(&after, f->day - wk_date_weekday(f->day), &p);
	*out = p;
	return WK_OK;
}

/* The form shows whole minutes: what is the same there was not changed, and the seconds
 * of a clock or the decimals of an import stay as they are. */
static bool
same(double a_min, double b_min)
{
	if (isnan(a_min) || isnan(b_min))
		return isnan(a_min) && isnan(b_min);
	return lround(a_min) == lround(b_min);
}

static bool
same_spans(const struct wk_form *a, const struct wk_form *b)
{
	return a->start_min == b->start_min && a->end_min == b->end_min &&
	    same(a->break_min, b->break_min);
}

static bool
same_sleep(const struct wk_form *a, const struct wk_form *b)
{
	if (a->has_sleep_span != b->has_sleep_span)
		return false;
	return a->has_sleep_span ? a->sleep.from_min == b->sleep.from_min &&
	    a->sleep.to_min == b->sleep.to_min : same(a->sleep_h * 60, b->sleep_h * 60);
}

static void
diff_work(const struct wk_form *f, const struct wk_form *saved, struct wk_log *l)
{
	bool spans = !same_spans(f, saved);
	if (!spans && same(f->worked_h * 60, saved->worked_h * 60))
		return;
	l->total_h = f->worked_h;
	if (!spans && isnan(f->worked_h))
		l->clear |= WK_LOG_TOTAL;
	if (!spans)
		return;
	l->clear |= WK_LOCK_DAY_HOURS;
	if (f->start_min >= 0 && f->end_min >= 0) {
		l->work[l->work_count++] = (struct wk_span){ f->start_min, f->end_min };
		l->break_min = f->break_min;
	}
}

/* Half a span says no hours, and would be gone without a word. */
static enum wk_rc
refuse_half(const struct wk_form *f, struct wk_err *err)
{
	if ((f->start_min < 0) == (f->end_min < 0))
		return WK_OK;
	return wk_fail(err, WK_ERR_INPUT, f->end_min < 0 ?
	    "a start without an end: give both, or neither" :
	    "an end without a start: give both, or neither");
}

static void
diff_sleep(const struct wk_form *f, const struct wk_form *saved, struct wk_log *l)
{
	if (same_sleep(f, saved))
		return;
	l->clear |= WK_LOCK_DAY_SLEEP;  /* all that the field showed */
	if (f->has_sleep_span)
		l->sleep[l->sleep_count++] = f->sleep;
	else if (!isnan(f->sleep_h))
		l->sleep_total_h = f->sleep_h;
}

static void
diff_int(int now, int was, int none, unsigned bit, int *field, unsigned *clear)
{
	if (now == was)
		return;
	if (now == none)
		*clear |= bit;
	else
		*field = now;
}

static void
diff_kind(const struct wk_form *f, const struct wk_form *saved, struct wk_log *l)
{
	static const enum wk_leave leaves[] = { [WK_FORM_LEAVE] = WK_LEAVE_VACATION,
		[WK_FORM_SICK] = WK_LEAVE_SICK, [WK_FORM_HOLIDAY] = WK_LEAVE_HOLIDAY };
	if (f->kind == saved->kind)
		return;
	if (f->kind >= WK_FORM_LEAVE)
		l->leave = leaves[f->kind];
	else
		l->clear |= WK_LOCK_DAY_LEAVE;
	if (f->kind == WK_FORM_OFF && isnan(l->total_h) && l->work_count == 0)
		l->total_h = 0;
	if (saved->kind == WK_FORM_OFF && isnan(l->total_h) && f->worked_h == 0)
		l->clear |= WK_LOG_TOTAL;
}

enum wk_rc
wk_app_form_save(struct wk_app *app, const struct wk_form *f, const struct wk_form *saved,
    struct wk_err *err)
{
	struct wk_log l;
	struct wk_day_view view;
	struct wk_arena a;
	bool same_note = (f->note == NULL || *f->note == '\0') ?
	    (saved->note == NULL || *saved->note == '\0') :
	    saved->note != NULL && strcmp(f->note, saved->note) == 0;
	enum wk_rc rc = refuse_half(f, err);
	if (rc != WK_OK)
		return rc;
	wk_log_init(&l, f->day);
	diff_work(f, saved, &l);
	diff_kind(f, saved, &l);
	diff_sleep(f, saved, &l);
	diff_int(f->wakes, saved->wakes, -1, WK_LOCK_DAY_WAKES, &l.wakes, &l.clear);
	diff_int(f->oncall, saved->oncall, -1, WK_LOCK_DAY_ONCALL, &l.oncall, &l.clear);
	diff_int(f->energy, saved->energy, 0, WK_LOCK_DAY_ENERGY, &l.energy, &l.clear);
	diff_int(f->stress, saved->stress, 0, WK_LOCK_DAY_STRESS, &l.stress, &l.clear);
	diff_int(f->mood, saved->mood, 0, WK_LOCK_DAY_MOOD, &l.mood, &l.clear);
	if (!same_note && f->note != NULL && *f->note != '\0')
		l.note = f->note;
	else if (!same_note)
		l.clear |= WK_LOCK_DAY_NOTE;
	wk_arena_init(&a);
	rc = wk_app_log_form(app, &l, &a, &view, err);
	wk_arena_fini(&a);
	if (rc == WK_ERR_INPUT && strncmp(err->msg, "nothing to log", 14) == 0)
		return wk_app_open(app, WK_STORE_WRITE, err);
	return rc;
}
