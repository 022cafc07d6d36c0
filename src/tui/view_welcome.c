/* SPDX-License-Identifier: MIT */
/* The first run: where the log lives, what a usual week is, and three ways to begin.
 * Until one of them is taken nothing is written. */
#include <stdlib.h>

#include "flat.h"

enum { FOCUS_HOURS, FOCUS_DAYS, FOCUS_EMPTY, FOCUS_IMPORT, FOCUS_DEMO, FOCUS_COUNT };
enum { OUTER_W = 76, OUTER_W_WIDE = 96, LABEL_W = 26 };

void
wk_welcome_open(struct wk_tui *t)
{
	struct wk_welcome *w = &t->welcome;
	*w = (struct wk_welcome){ .focus = FOCUS_HOURS };
	t->view = &wk_view_welcome;
	wk_edit_set(&w->hours, "40");
	for (int i = 0; i < 7; i++)
		w->works[i] = i < 5;
}

static int
work_days(const struct wk_welcome *w)
{
	int n = 0;
	for (int i = 0; i < 7; i++)
		n += w->works[i];
	return n;
}

static bool
read_hours(struct wk_welcome *w, double *hours)
{
	int days = work_days(w);
	if (!wk_text_parse_double(w->hours.s, 0, 168, hours))
		snprintf(w->error, sizeof(w->error),
		    "hours \"%.20s\": 0 to 168, as 40 or 38.5", w->hours.s);
	else if (days == 0 && *hours > 0)
		snprintf(w->error, sizeof(w->error), "no day is a working day");
	else if (days > 0 && *hours / days > 24)
		snprintf(w->error, sizeof(w->error),
		    "%.1f h a day are more than a day has",
		    *hours / days);
	else
		return true;
	w->focus = FOCUS_HOURS;
	return false;
}

bool
wk_welcome_save(struct wk_tui *t)
{
	struct wk_welcome *w = &t->welcome;
	struct wk_buf b;
	struct wk_err err;
	double hours;
	if (!read_hours(w, &hours))
		return false;
	wk_buf_init(&b);
	for (int i = 0; i < 7; i++) {
		wk_buf_adds(&b, i > 0 ? " " : "");
		wk_text_put_number(&b, w->works[i] ? hours / work_days(w) : 0, 2);
	}
	enum wk_rc rc = wk_conf_set(t->app->conf.path, "work.contract", b.p, &err);
	wk_buf_fini(&b);
	if (rc != WK_OK) {
		snprintf(w->error, sizeof(w->error), "%.78s", err.msg);
		return false;
	}
	for (int i = 0; i < 7; i++)
		t->app->conf.model.contract_h[i] = w->works[i] ? hours / work_days(w) : 0;
	return true;
}

bool
wk_welcome_imports(const struct wk_tui *t)
{
	return t->welcome.focus == FOCUS_IMPORT;
}

static enum wk_effect
press(struct wk_tui *t)
{
	switch (t->welcome.focus) {
	case FOCUS_DAYS:
		t->welcome.works[t->welcome.day] = !t->welcome.works[t->welcome.day];
		return WK_FX_NONE;
	case FOCUS_EMPTY:
	case FOCUS_IMPORT:
		return WK_FX_WELCOME;
	case FOCUS_DEMO:
		return WK_FX_DEMO;
	default:
		t->welcome.focus++;
		return WK_FX_NONE;
	}
}

static void
go_sideways(struct wk_welcome *w, int step)
{
	if (w->focus == FOCUS_DAYS)
		w->day = (w->day + 7 + step) % 7;
	else if (w->focus > FOCUS_DAYS)
		w->focus = WK_MAX(FOCUS_EMPTY, WK_MIN(w->focus + step, FOCUS_DEMO));
}

static enum wk_effect
type_key(struct wk_tui *t, uint32_t key)
{
	struct wk_welcome *w = &t->welcome;
	if (w->focus == FOCUS_HOURS && ((key >= '0' && key <= '9') || key == '.'))
		wk_edit_insert(&w->hours, key);
	return WK_FX_NONE;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_welcome *w = &t->welcome;
	w->error[0] = '\0';
	switch (a) {
	case WK_ACT_NONE:
		return type_key(t, key);
	case WK_ACT_SAVE:
		wk_welcome_open(t);
		return WK_FX_WELCOME;
	case WK_ACT_FIELD_NEXT:
	case WK_ACT_FIELD_PREV:
		w->focus += a == WK_ACT_FIELD_NEXT ? 1 : FOCUS_COUNT - 1;
		w->focus %= FOCUS_COUNT;
		return WK_FX_NONE;
	case WK_ACT_ENTER:
		if (w->focus == FOCUS_DAYS)
			w->focus++;
		else
			return press(t);
		return WK_FX_NONE;
	case WK_ACT_CHOOSE:
		return w->focus == FOCUS_HOURS ? WK_FX_NONE : press(t);
	case WK_ACT_LEFT:
	case WK_ACT_RIGHT:
		if (w->focus != FOCUS_HOURS) {
			go_sideways(w, a == WK_ACT_LEFT ? -1 : 1);
			return WK_FX_NONE;
		}
		break;
	default:
		break;
	}
	if (w->focus == FOCUS_HOURS)
		(void)wk_edit_apply(&w->hours, a);
	return WK_FX_NONE;
}

/* ---- drawing */

struct draw { const struct wk_tui *t; struct wk_canvas *c; struct wk_rect in; int y, gap;
    };

static void
say(struct draw *d, enum wk_role role, const char *text)
{
	wk_canvas_puts(d->c, d->in.x + 1, d->y++, role, text);
}

static void
label(struct draw *d, int focus, const char *text)
{
	bool on = d->t->welcome.focus == focus;
	if (on)
		wk_canvas_put(d->c, d->in.x, d->y, WK_ROLE_CURSOR, '>');
	wk_canvas_puts(d->c, d->in.x + 1, d->y, on ? WK_ROLE_TITLE_FOCUS : WK_ROLE_TEXT,
	    text);
}

static void
draw_hours(struct draw *d)
{
	const struct wk_welcome *w = &d->t->welcome;
	bool on = w->focus == FOCUS_HOURS, small = d->t->size == WK_SIZE_COMPACT;
	bool busy = d->t->pager.is_open || d->t->cmd.is_open;
	int x = d->in.x + (small ? 14 : LABEL_W);
	label(d, FOCUS_HOURS, small ? "Hours a week" : "Hours in a normal week");
	wk_edit_draw(&w->hours, d->c, (struct wk_rect){ x, d->y, 6, 1 },
	    w->error[0] != '\0' ? WK_ROLE_FIELD_ERROR : on ? WK_ROLE_FIELD_FOCUS :
	    WK_ROLE_FIELD, on && !busy);
	wk_canvas_puts(d->c, x + 8, d->y++, WK_ROLE_DIM, "part time is fine");
}

static void
draw_days(struct draw *d)
{
	static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
	const struct wk_welcome *w = &d->t->welcome;
	bool small = d->t->size == WK_SIZE_COMPACT;
	int x = d->in.x + (small ? 1 : LABEL_W);
	if (!small)
		label(d, FOCUS_DAYS, "Working days");
	for (int i = 0; i < 7; i++) {
		bool on = w->focus == FOCUS_DAYS && w->day == i;
		x = wk_canvas_putf(d->c, x, d->y, on ? WK_ROLE_FIELD_FOCUS : WK_ROLE_TEXT,
		    "[%c]%s", w->works[i] ? 'x' : ' ', names[i]) + !small;
		if (on) {
			d->c->cursor_x = x - 4 - !small;
			d->c->cursor_y = d->y;
		}
	}
	d->y++;
}

static void
draw_found(struct draw *d)
{
	struct wk_buf b;
	int min = d->t->app->conf.rules.day_start_min;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%02d:%02d", min / 60, min % 60);
	wk_canvas_puts(d->c, d->in.x + 1, d->y, WK_ROLE_TEXT, "A day ends at");
	wk_canvas_puts(d->c, d->in.x + LABEL_W, d->y, WK_ROLE_TEXT, b.p);
	wk_canvas_puts(d->c, d->in.x + LABEL_W + 8, d->y, WK_ROLE_DIM,
	    "nights belong to the day they end on");
	d->y += 1 + d->gap;
	wk_canvas_puts(d->c, d->in.x + 1, d->y, WK_ROLE_TEXT, "Time zone");
	wk_canvas_puts(d->c, d->in.x + LABEL_W, d->y, WK_ROLE_TEXT,
	    wk_zone_name(d->t->app->zone));
	wk_canvas_puts(d->c, d->in.x + LABEL_W + 2 +
	    (int)wk_text_width(wk_zone_name(d->t->app->zone)), d->y, WK_ROLE_DIM,
	    "found");
	d->y += 1 + d->gap;
	wk_canvas_puts(d->c, d->in.x + 1, d->y, WK_ROLE_TEXT, "Theme");
	wk_canvas_puts(d->c, d->in.x + LABEL_W, d->y, WK_ROLE_TEXT, d->t->theme.name);
	wk_canvas_puts(d->c, d->in.x + LABEL_W + 2 + (int)wk_text_width(d->t->theme.name),
	    d->y++, WK_ROLE_DIM, "later, :theme and Tab show the others");
	wk_buf_fini(&b);
}

static void
draw_buttons(struct draw *d)
{
	static const char *const names[][2] = { { "Start empty", "Start" },
		{ "Import a file", "Import" }, { "Look around with demo data", "Demo" } };
	bool small = d->t->size == WK_SIZE_COMPACT;
	int x = d->in.x + !small;
	for (int i = 0; i < 3; i++) {
		bool on = d->t->welcome.focus == FOCUS_EMPTY + i;
		x = wk_canvas_putf(d->c, x, d->y, on ? WK_ROLE_SELECTION : WK_ROLE_TEXT,
		    on ? ">[ %s ]" : " [ %s ]", names[i][small]) + !small;
	}
	d->y++;
}

static void
draw_promise(struct draw *d)
{
	struct wk_err err;
	struct wk_app *app = d->t->app;
	const char *path = wk_app_db_path(app, &err), *home = getenv("HOME");
	say(d, WK_ROLE_TEXT,
	    "wick keeps a log of your working days and shows when they get too much.");
	d->y++;
	say(d, WK_ROLE_TEXT,
	    "Everything stays in one file on this machine, readable by you alone:");
	if (path != NULL && home != NULL && *home != '\0' && wk_text_starts(path, home) &&
	    path[strlen(home)] == '/')
		wk_canvas_putf(d->c, d->in.x + 3, d->y++, WK_ROLE_INFO, "~%s",
		    path + strlen(home));
	else
		wk_canvas_puts(d->c, d->in.x + 3, d->y++, WK_ROLE_INFO,
		    path != NULL ? path : err.msg);
	say(d, WK_ROLE_TEXT, "Nothing is sent anywhere unless you turn sharing on.");
}

static void
render_small(struct draw *d)
{
	wk_canvas_puts(d->c, d->in.x + 1, d->y, WK_ROLE_TITLE, "Welcome to wick");
	d->y += 2;
	say(d, WK_ROLE_TEXT, "A log of your days, on this machine");
	say(d, WK_ROLE_TEXT, "alone. Sharing is off until you say.");
	d->y++;
	draw_hours(d);
	draw_days(d);
	d->y++;
	draw_buttons(d);
	wk_canvas_puts(d->c, d->in.x + 1, d->y, WK_ROLE_BAD, d->t->welcome.error);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	bool wide = t->size == WK_SIZE_WIDE;
	int w = wide ? OUTER_W_WIDE : OUTER_W, h = wide ? 26 : 20;
	struct draw d = { t, c, r, r.y, wide };
	if (t->size == WK_SIZE_COMPACT) {
		render_small(&d);
		return;
	}
	struct wk_rect box = { (r.w - w) / 2, r.y + (r.h - h) / 2, w, h };
	d.in = wk_canvas_panel(c, box, "Welcome to wick", "1 of 1", true);
	d.in.x++;
	d.y = d.in.y + wide;
	draw_promise(&d);
	d.y++;
	draw_hours(&d);
	d.y += d.gap;
	draw_days(&d);
	d.y += d.gap;
	draw_found(&d);
	d.y++;
	draw_buttons(&d);
	wk_canvas_puts(c, d.in.x + 1, d.y++, WK_ROLE_BAD, t->welcome.error);
	say(&d, WK_ROLE_DIM, "You can change all of this later: 9 Settings. "
	    "Not a medical device.");
	say(&d, WK_ROLE_DIM, "Without a terminal screen: wick log, wick "
	    "report, wick help.");
}

static void
flat_days(const struct wk_welcome *w, struct wk_buf *b)
{
	bool has_focus = w->focus == FOCUS_DAYS;
	wk_flat_mark(b, has_focus);
	wk_buf_adds(b, "Working days:");
	for (int i = 0; i < 7; i++)
		if (w->works[i])
			wk_buf_addf(b, " %s", wk_date_weekday_name(i, false));
	wk_buf_addc(b, '\n');
	if (has_focus)
		wk_buf_addf(b, "    %s is %s; Space changes it, Left and Right go on\n",
		    wk_date_weekday_name(w->day, true), w->works[w->day] ?
		    "a working day" : "free");
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	static const char *const buttons[] = { "Start empty", "Import a file",
		"Look around with demo data" };
	const struct wk_welcome *w = &t->welcome;
	struct wk_err err;
	const char *path = wk_app_db_path(t->app, &err);
	wk_buf_addf(b, "wick keeps a log of your working days and shows when they get "
	    "too much.\nEverything stays in one file on this machine, readable by "
	    "you alone: %s\nNothing is sent anywhere unless you turn sharing on.\n",
	    path != NULL ? path : err.msg);
	wk_flat_mark(b, w->focus == FOCUS_HOURS);
	wk_buf_addf(b, "Hours in a normal week: %.*s", (int)w->hours.at, w->hours.s);
	wk_buf_adds(b, w->focus == FOCUS_HOURS ? WK_FLAT_CURSOR : "");
	wk_buf_addf(b, "%s\n", w->hours.s + w->hours.at);
	flat_days(w, b);
	if (w->error[0] != '\0')
		wk_buf_addf(b, "    error: %s\n", w->error);
	wk_buf_addf(b, "  Time zone: %s, found\n", wk_zone_name(t->app->zone));
	for (int i = 0; i < 3; i++) {
		wk_flat_mark(b, w->focus == FOCUS_EMPTY + i);
		wk_buf_addf(b, "%s (button)\n", buttons[i]);
	}
	wk_buf_adds(b, "Not a medical device.\n");
}

const struct wk_view wk_view_welcome = { .name = "welcome", .title = "Welcome",
	.is_form = true, .action = WK_ACT_NONE, .update = update, .render = render,
	.put_flat = put_flat };
