/* SPDX-License-Identifier: MIT */
/* Day: one form, top to bottom in the order of a day. An error sits under its field with
 * what is likely meant; letters are text, and only C-s or a button writes. */
#include <math.h>

#include "day.h"

/* Leaves the focused field: its text is read, put in order, or refused. */
static bool
leave_field(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	const struct wk_field_row *row = &wk_day_fields[f->focus];
	struct wk_field_out out = { .error = "", .offer = "" };
	f->bad = WK_FIELD_COUNT;
	if (row->type != WK_FIELD_TEXT)
		return true;
	if (!row->parse(t, f->text[f->focus].s, &f->now, &out)) {
		f->bad = f->focus;
		snprintf(f->error, sizeof(f->error), "%s", out.error);
		snprintf(f->offer, sizeof(f->offer), "%s", out.offer);
		return false;
	}
	wk_day_tidy(t, f->focus);
	wk_day_refresh(t);
	return true;
}

/* Fields that a quick day needs nothing of: Tab passes them, Up and Down do not. */
static bool
is_passed(const struct wk_dayform *f)
{
	return f->focus == WK_FIELD_PAGES || (f->focus == WK_FIELD_WORKED &&
	    f->text[WK_FIELD_WORKED].len == 0 && !isnan(wk_day_counted_min(&f->now)));
}

static void
go_field(struct wk_tui *t, int step, bool passes)
{
	struct wk_dayform *f = &t->form;
	if (!leave_field(t))
		return;
	do
		f->focus = (enum wk_field)(((int)f->focus + WK_FIELD_COUNT + step) %
		    WK_FIELD_COUNT);
	while (passes && is_passed(f));
	f->text[f->focus].at = f->text[f->focus].len;
}

static void
take_offer(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	wk_edit_set(&f->text[f->bad], f->offer);
	f->offer[0] = '\0';
	f->bad = WK_FIELD_COUNT;
	wk_day_refresh(t);
	go_field(t, 1, true);
}

static int
choice_count(const struct wk_field_row *row)
{
	int n = 0;
	while (row->choices[n] != NULL)
		n++;
	return n;
}

static void
choose(struct wk_tui *t, int step)
{
	struct wk_dayform *f = &t->form;
	const struct wk_field_row *row = &wk_day_fields[f->focus];
	int *v = row->value(&f->now);
	if (row->type == WK_FIELD_SCALE)
		*v = (*v + 6 + step) % 6;
	else {
		int n = choice_count(row);
		*v = (*v - row->first + n + step) % n + row->first;
	}
	wk_day_refresh(t);
}

static enum wk_effect
press(struct wk_tui *t)
{
	char line[48], day[11];
	switch (t->form.focus) {
	case WK_FIELD_PAGES:
		wk_date_format(t->form.now.day, day);
		snprintf(line, sizeof(line), "page %s ", day);
		wk_cmdline_open(t, line);
		return WK_FX_NONE;
	case WK_FIELD_SAVE:
		return WK_FX_SAVE;
	case WK_FIELD_SAVE_NEXT:
		return WK_FX_SAVE_NEXT;
	case WK_FIELD_CANCEL:
		return WK_FX_HOME;
	default:
		return WK_FX_NONE;
	}
}

static enum wk_effect
on_enter(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	if (f->bad == f->focus && f->offer[0] != '\0')
		take_offer(t);
	else if (wk_day_fields[f->focus].type == WK_FIELD_BUTTON)
		return press(t);
	else
		go_field(t, 1, true);
	return WK_FX_NONE;
}

static void
type_scale(struct wk_tui *t, uint32_t key)
{
	if (key < '1' || key > '5')
		return;
	*wk_day_fields[t->form.focus].value(&t->form.now) = (int)(key - '0');
	wk_day_refresh(t);
}

/* The first letter of a choice takes it. */
static void
type_choice(struct wk_tui *t, uint32_t key)
{
	const struct wk_field_row *row = &wk_day_fields[t->form.focus];
	for (int i = 0; row->choices[i] != NULL; i++)
		if ((uint32_t)row->choices[i][0] == key) {
			*row->value(&t->form.now) = i + row->first;
			break;
		}
	wk_day_refresh(t);
}

static void
type_key(struct wk_tui *t, uint32_t key)
{
	struct wk_dayform *f = &t->form;
	enum wk_field_type type = wk_day_fields[f->focus].type;
	if (key < ' ' || key >= 0x110000 || key == WK_KEY_BACK)
		return;
	if (type == WK_FIELD_SCALE)
		type_scale(t, key);
	else if (type == WK_FIELD_CHOICE)
		type_choice(t, key);
	else if (type == WK_FIELD_TEXT) {
		f->bad = WK_FIELD_COUNT;
		wk_edit_insert(&f->text[f->focus], key);
		wk_day_refresh(t);
	}
}

static void
edit(struct wk_tui *t, enum wk_action a)
{
	struct wk_dayform *f = &t->form;
	enum wk_field_type type = wk_day_fields[f->focus].type;
	if (type == WK_FIELD_TEXT) {
		f->bad = WK_FIELD_COUNT;
		if (wk_edit_apply(&f->text[f->focus], a))
			wk_day_refresh(t);
	} else if (type == WK_FIELD_BUTTON && (a == WK_ACT_LEFT || a == WK_ACT_RIGHT))
		go_field(t, a == WK_ACT_LEFT ? -1 : 1, false);
	else if (type != WK_FIELD_BUTTON && (a == WK_ACT_LEFT || a == WK_ACT_RIGHT))
		choose(t, a == WK_ACT_LEFT ? -1 : 1);
	else if (type == WK_FIELD_SCALE) {
		*wk_day_fields[f->focus].value(&f->now) = 0;
		wk_day_refresh(t);
	}
}

/* The times of the last day that has some. */
static void
copy_last(struct wk_tui *t)
{
	struct wk_dayform *f = &t->form;
	struct wk_form from;
	struct wk_err err;
	for (int back = 1; back <= 14; back++) {
		if (wk_app_form_get(t->app, f->now.day - back, &t->scratch, &from,
		    &err) != WK_OK)
			break;
		if (from.start_min < 0 && isnan(from.worked_h))
			continue;
		f->now.start_min = from.start_min;
		f->now.end_min = from.end_min;
		f->now.break_min = from.break_min;
		f->now.worked_h = from.worked_h;
		for (int i = WK_FIELD_START; i <= WK_FIELD_WORKED; i++)
			wk_day_tidy(t, (enum wk_field)i);
		wk_day_refresh(t);
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "times as on %s; C-s saves them",
		    wk_date_weekday_name(wk_date_weekday(f->now.day - back), true));
		return;
	}
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "no times in the 14 days before");
}

static enum wk_effect
go_day(struct wk_tui *t, int step)
{
	t->want_day = t->form.now.day + step;
	if (t->want_day > t->app->today) {
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "that day is still to come");
		return WK_FX_NONE;
	}
	return WK_FX_DAY;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	switch (a) {
	case WK_ACT_FIELD_NEXT:
		go_field(t, 1, key == WK_KEY_TAB);
		return WK_FX_NONE;
	case WK_ACT_FIELD_PREV:
		go_field(t, -1, key == WK_KEY_BACKTAB);
		return WK_FX_NONE;
	case WK_ACT_ENTER:
		return on_enter(t);
	case WK_ACT_DAY_PREV:
	case WK_ACT_DAY_NEXT:
		return go_day(t, a == WK_ACT_DAY_PREV ? -1 : 1);
	case WK_ACT_COPY:
		copy_last(t);
		return WK_FX_NONE;
	case WK_ACT_SAVE:
		return WK_FX_SAVE;
	case WK_ACT_LEAVE:
		return WK_FX_HOME;
	case WK_ACT_CHOOSE:
		if (wk_day_fields[t->form.focus].type == WK_FIELD_BUTTON)
			return press(t);
		if (wk_day_fields[t->form.focus].type == WK_FIELD_TEXT)
			type_key(t, ' ');
		else
			choose(t, 1);
		return WK_FX_NONE;
	case WK_ACT_NONE:
		type_key(t, key);
		return WK_FX_NONE;
	default:
		edit(t, a);
		return WK_FX_NONE;
	}
}

static void
paste(struct wk_tui *t, const char *text)
{
	if (wk_day_fields[t->form.focus].type != WK_FIELD_TEXT)
		return;
	t->form.bad = WK_FIELD_COUNT;
	wk_edit_paste(&t->form.text[t->form.focus], text);
	wk_day_refresh(t);
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	wk_buf_adds(b, t->form.is_touched ? "* unsaved" : t->is_demo ? "demo" :
	    "\xe2\x9c\x93 saved");
}

const struct wk_view wk_view_day = { .name = "day", .tab = "2 Day", .title = "Day",
	.is_form = true, .action = WK_ACT_VIEW_DAY, .open = WK_FX_DAY, .update = update,
	.paste = paste, .render = wk_day_render, .put_flat = wk_day_put_flat,
	.put_state = put_state };
