/* SPDX-License-Identifier: MIT */
/* The form's state: loaded from a day, read back from its texts at every key, saved as
 * the smallest change. */
#include <math.h>

#include "day.h"

static void
set_text(struct wk_tui *t, enum wk_field i, const struct wk_form *f)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_day_fields[i].format(f, &b);
	wk_edit_set(&t->form.text[i], b.p);
	wk_buf_fini(&b);
}

static bool
is_text(enum wk_field i)
{
	return wk_day_fields[i].type == WK_FIELD_TEXT;
}

/* What stands beside the form; a day that cannot be read has nothing there. */
static void
load_days(struct wk_tui *t, wk_date d)
{
	struct wk_err err;
	for (int i = 0; i < WK_FORM_DAYS; i++) {
		struct wk_day_view *v = &t->form.days[i];
		if (wk_app_day(t->app, d - i, &t->form.arena, v, &err) != WK_OK)
			*v = (struct wk_day_view){ .event_count = 0 };
	}
}

void
wk_dayform_load(struct wk_tui *t, wk_date d)
{
	struct wk_dayform *f = &t->form;
	struct wk_form got;
	struct wk_err err;
	enum wk_field focus = f->is_loaded && d == f->now.day ? f->focus : WK_FIELD_START;
	wk_arena_fini(&f->arena);
	f->is_touched = false;
	f->bad = WK_FIELD_COUNT;
	f->focus = focus;
	if (wk_app_form_get(t->app, d, &f->arena, &got, &err) != WK_OK) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		got = (struct wk_form){ .day = d, .start_min = -1, .end_min = -1,
			.break_min = NAN, .worked_h = NAN, .counted_h = NAN, .oncall = -1,
			.sleep_h = NAN, .wakes = -1 };
	}
	load_days(t, d);
	f->saved = got;
	f->now = got;
	f->is_loaded = true;
	for (int i = 0; i < WK_FIELD_COUNT; i++)
		if (is_text((enum wk_field)i))
			set_text(t, (enum wk_field)i, &got);
	wk_day_refresh(t);
}

enum wk_field
wk_day_read(struct wk_tui *t, struct wk_field_out *why)
{
	struct wk_dayform *f = &t->form;
	enum wk_field first = WK_FIELD_COUNT;
	/* the break limits the end, the end the break: both are there before either is
	 * read */
	for (int i = 0; i < WK_FIELD_COUNT; i++) {
		struct wk_field_out out = { .error = "", .offer = "" };
		if (!is_text((enum wk_field)i) ||
		    wk_day_fields[i].parse(t, f->text[i].s, &f->now, &out))
			continue;
		if (first == WK_FIELD_COUNT) {
			first = (enum wk_field)i;
			*why = out;
		}
	}
	/* a day off is a day of 0 h, not a day without hours */
	if (f->now.kind == WK_FORM_OFF && isnan(f->now.worked_h) && f->now.start_min < 0)
		f->now.worked_h = 0;
	f->now.counted_h = wk_day_counted_min(&f->now) / 60;
	return first;
}

/* Texts decide: 8:4 typed over 08:40 is a change although it cannot be read yet. */
static bool
differs(const struct wk_tui *t)
{
	const struct wk_dayform *f = &t->form;
	struct wk_buf b;
	bool out = f->now.kind != f->saved.kind || f->now.oncall != f->saved.oncall ||
	    f->now.energy != f->saved.energy || f->now.stress != f->saved.stress ||
	    f->now.mood != f->saved.mood;
	wk_buf_init(&b);
	for (int i = 0; i < WK_FIELD_COUNT && !out; i++) {
		if (!is_text((enum wk_field)i))
			continue;
		if (i == WK_FIELD_NOTE) {
			out = f->now.note != f->saved.note && (f->now.note == NULL ||
			    strcmp(f->now.note, f->saved.note != NULL ?
			    f->saved.note : "") != 0);
			continue;
		}
		wk_buf_clear(&b);
		wk_day_fields[i].format(&f->saved, &b);
		out = strcmp(b.p, f->text[i].s) != 0;
	}
	wk_buf_fini(&b);
	return out;
}

void
wk_day_refresh(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	struct wk_field_out why;
	struct wk_err err;
	struct wk_arena a;
	(void)wk_day_read(t, &why);
	f->is_touched = differs(t);
	wk_arena_init(&a);
	f->has_preview = t->facts.is_loaded && wk_app_form_preview(t->app, &f->now,
	    &f->saved, &t->facts.series, &a, &f->preview, &err) == WK_OK;
	wk_arena_fini(&a);
}

void
wk_day_tidy(struct wk_tui *t, enum wk_field i)
{
	if (is_text(i) && i != WK_FIELD_NOTE)
		set_text(t, i, &t->form.now);
}

static void
show_error(struct wk_tui *t, enum wk_field bad, const struct wk_field_out *why)
{
	struct wk_dayform *f = &t->form;
	f->bad = bad;
	f->focus = bad;
	snprintf(f->error, sizeof(f->error), "%s", why->error);
	snprintf(f->offer, sizeof(f->offer), "%s", why->offer);
	wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s: %s", wk_day_fields[bad].label,
	    why->error);
}

static bool
same_field(int i, const struct wk_form *a, const struct wk_form *b)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	struct wk_form x = *a, y = *b;
	struct wk_buf s, r;
	if (row->value != NULL)
		return *row->value(&x) == *row->value(&y);
	if (row->format == NULL)
		return true;
	wk_buf_init(&s);
	wk_buf_init(&r);
	row->format(a, &s);
	row->format(b, &r);
	bool same = strcmp(s.p, r.p) == 0;
	wk_buf_fini(&s);
	wk_buf_fini(&r);
	return same;
}

/* What was not touched here becomes what it is there. */
static void
merge_field(struct wk_tui *t, int i, const struct wk_form *there)
{
	struct wk_dayform *f = &t->form;
	struct wk_form from = *there;
	if (!same_field(i, &f->now, &f->saved))
		return;
	if (wk_day_fields[i].value != NULL)
		*wk_day_fields[i].value(&f->now) = *wk_day_fields[i].value(&from);
	else if (is_text((enum wk_field)i))
		set_text(t, (enum wk_field)i, there);
}

/* Somebody else saved this day since it was loaded: nothing is written yet, both stand in
 * the form, and the next C-s is about what is seen. */
static bool
is_overtaken(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	struct wk_form there;
	struct wk_err err;
	const char *what = NULL;
	if (wk_app_form_get(t->app, f->now.day, &f->arena, &there, &err) != WK_OK)
		return false;
	for (int i = 0; i < WK_FIELD_COUNT; i++)
		if (!same_field(i, &f->saved, &there))
			what = what == NULL ? wk_day_fields[i].label : what;
	if (what == NULL)
		return false;
	for (int i = 0; i < WK_FIELD_COUNT; i++)
		merge_field(t, i, &there);
	f->saved = there;
	wk_day_refresh(t);
	wk_toast_say(&t->toasts, WK_TOAST_BAD,
	    "this day was changed elsewhere (%s); look, then C-s saves yours", what);
	return true;
}

bool
wk_dayform_save(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	struct wk_field_out why;
	struct wk_err err;
	struct wk_buf day;
	enum wk_field bad = wk_day_read(t, &why);
	if (bad != WK_FIELD_COUNT) {
		show_error(t, bad, &why);
		return false;
	}
	if (is_overtaken(t))
		return false;
	if (wk_app_form_save(t->app, &f->now, &f->saved, &err) != WK_OK) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return false;
	}
	wk_draft_drop(t);
	wk_buf_init(&day);
	wk_date_put_day(&day, f->now.day);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "saved: %s   (u on Home undoes)", day.p);
	wk_buf_fini(&day);
	f->is_touched = false;
	return true;
}

void
wk_dayform_drop(struct wk_tui *t)
{
	wk_draft_drop(t);
	wk_dayform_load(t, t->form.now.day);
}
