/* SPDX-License-Identifier: MIT */
/* A page in a small form over the list. What was typed stays when it is refused, and only
 * what was changed is written. */
#include <math.h>

#include "flat.h"
#include "incidents_view.h"
#include "overlay.h"

enum { LABEL_W = 12, INSIDE_W = 60, MOST_MIN = 24 * 60 };

/* In the order of the screen. */
static const enum wk_incident_field order[WK_IFIELD_COUNT] = { WK_IFIELD_DAY,
	WK_IFIELD_TIME, WK_IFIELD_MINUTES, WK_IFIELD_SEVERITY, WK_IFIELD_WOKE,
	WK_IFIELD_NOISE, WK_IFIELD_WHAT };
static const struct { const char *label, *hint, *choices[8]; } fields[] = {
	[WK_IFIELD_DAY] = { "Day", "tue, -3, 2026-11-17", { NULL } },
	[WK_IFIELD_TIME] = { "Time", "3:12, 312", { NULL } },
	[WK_IFIELD_MINUTES] = { "Minutes", "of yours: 45, 1h30m", { NULL } },
	[WK_IFIELD_WHAT] = { "What", "", { NULL } },
	[WK_IFIELD_SEVERITY] = { "Severity", "", { "?", "0", "1", "2", "3", "4", "5",
	    NULL } },
	[WK_IFIELD_WOKE] = { "Woke you", "", { "?", "no", "yes", NULL } },
	[WK_IFIELD_NOISE] = { "Useful", "", { "?", "yes", "noise", NULL } },
};

static int *
choice_of(struct wk_incident_form *f, enum wk_incident_field i)
{
	return i == WK_IFIELD_SEVERITY ? &f->severity : i == WK_IFIELD_WOKE ? &f->woke :
	    &f->noise;
}

static void
keep_was(struct wk_incident_form *f)
{
	for (int i = 0; i < WK_IFIELD_TEXTS; i++)
		memcpy(f->was.text[i], f->line[i].s, sizeof(f->was.text[i]));
	f->was.severity = f->severity;
	f->was.woke = f->woke;
	f->was.noise = f->noise;
}

bool
wk_incidents_form_is_typed(const struct wk_incident_form *f)
{
	bool is_same = f->severity == f->was.severity && f->woke == f->was.woke &&
	    f->noise == f->was.noise;
	for (int i = 0; i < WK_IFIELD_TEXTS; i++)
		is_same = is_same && strcmp(f->line[i].s, f->was.text[i]) == 0;
	return f->is_open && !is_same;
}

static void
set_texts(struct wk_incident_form *f, const struct wk_page_row *p)
{
	int min;
	char text[24];
	struct wk_buf b;
	wk_date_format(wk_incidents_date(p, &min), text);
	wk_edit_set(&f->line[WK_IFIELD_DAY], text);
	snprintf(text, sizeof(text), "%02d:%02d", min / 60, min % 60);
	if (min >= 0)
		wk_edit_set(&f->line[WK_IFIELD_TIME], text);
	wk_buf_init(&b);
	if (!isnan(p->minutes))
		wk_text_put_duration_short(&b, p->minutes);
	wk_edit_set(&f->line[WK_IFIELD_MINUTES], b.p);
	wk_buf_fini(&b);
	wk_edit_set(&f->line[WK_IFIELD_WHAT], p->title != NULL ? p->title : "");
}

void
wk_incidents_form_open(struct wk_tui *t, const struct wk_page_row *p)
{
	struct wk_incident_form *f = &t->incidents.form;
	*f = (struct wk_incident_form){ .is_open = true, .bad = WK_IFIELD_COUNT,
		.focus = WK_IFIELD_TIME, .severity = -1, .woke = -1, .noise = -1 };
	if (p != NULL) {
		f->id = p->id;
		f->focus = WK_IFIELD_MINUTES;
		f->severity = p->severity;
		f->woke = p->woke;
		f->noise = p->noise;
		set_texts(f, p);
	}
	keep_was(f);
}

/* ---- keys */
static void
go_field(struct wk_incident_form *f, int step)
{
	int at = 0;
	while (order[at] != f->focus)
		at++;
	f->focus = order[(at + WK_IFIELD_COUNT + step) % WK_IFIELD_COUNT];
	if (f->focus < WK_IFIELD_TEXTS)
		f->line[f->focus].at = f->line[f->focus].len;
}

static void
choose(struct wk_incident_form *f, int step)
{
	int *v = choice_of(f, f->focus), n = 0;
	while (fields[f->focus].choices[n] != NULL)
		n++;
	*v = (*v + 1 + n + step) % n - 1;
}

/* The first letter of a choice takes it. */
static void
type_choice(struct wk_incident_form *f, uint32_t key)
{
	for (int i = 0; fields[f->focus].choices[i] != NULL; i++)
		if ((uint32_t)fields[f->focus].choices[i][0] == key)
			*choice_of(f, f->focus) = i - 1;
}

static void
type_key(struct wk_incident_form *f, uint32_t key)
{
	if (key < ' ' || key >= 0x110000 || key == WK_KEY_BACK)
		return;
	if (f->focus < WK_IFIELD_TEXTS)
		wk_edit_insert(&f->line[f->focus], key);
	else
		type_choice(f, key);
}

static void
edit_field(struct wk_incident_form *f, enum wk_action a)
{
	if (f->focus < WK_IFIELD_TEXTS)
		(void)wk_edit_apply(&f->line[f->focus], a);
	else if (a == WK_ACT_LEFT || a == WK_ACT_RIGHT)
		choose(f, a == WK_ACT_LEFT ? -1 : 1);
	else if (a == WK_ACT_ERASE_BACK || a == WK_ACT_ERASE_LINE)
		*choice_of(f, f->focus) = -1;
}

static enum wk_effect
ask_save(struct wk_tui *t)
{
	t->incidents.want = WK_IWANT_SAVE;
	return WK_FX_PERFORM;
}

enum wk_effect
wk_incidents_form_update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_incident_form *f = &t->incidents.form;
	switch (a) {
	case WK_ACT_SAVE:
		return ask_save(t);
	case WK_ACT_ENTER:
		if (f->focus == order[WK_IFIELD_COUNT - 1])
			return ask_save(t);
		go_field(f, 1);
		return WK_FX_NONE;
	case WK_ACT_FIELD_NEXT:
	case WK_ACT_FIELD_PREV:
		go_field(f, a == WK_ACT_FIELD_NEXT ? 1 : -1);
		return WK_FX_NONE;
	case WK_ACT_LEAVE:
		if (wk_incidents_form_is_typed(f))
			return wk_update_ask(t, WK_FX_PERFORM, "page");
		f->is_open = false;
		return WK_FX_NONE;
	case WK_ACT_CHOOSE:
		if (f->focus < WK_IFIELD_TEXTS)
			type_key(f, ' ');
		else
			choose(f, 1);
		return WK_FX_NONE;
	case WK_ACT_NONE:
		type_key(f, key);
		return WK_FX_NONE;
	default:
		edit_field(f, a);
		return WK_FX_NONE;
	}
}

void
wk_incidents_form_paste(struct wk_tui *t, const char *text)
{
	struct wk_incident_form *f = &t->incidents.form;
	if (f->focus < WK_IFIELD_TEXTS)
		wk_edit_paste(&f->line[f->focus], text);
}

/* ---- saving */
static const char *
trimmed(struct wk_tui *t, const struct wk_edit_line *l)
{
	return wk_text_trim(wk_arena_strndup(&t->scratch, l->s, l->len));
}

static bool
refuse(struct wk_incident_form *f, enum wk_incident_field i, const struct wk_err *err)
{
	f->bad = i;
	if (i < WK_IFIELD_COUNT)
		f->focus = i;
	snprintf(f->error, sizeof(f->error), "%.158s", err->msg);
	return false;
}

/* A bare number is minutes here, where no hours are asked for. */
static enum wk_rc
read_minutes(const char *s, double *min, struct wk_err *err)
{
	long n;
	enum wk_rc rc = WK_OK;
	if (wk_text_parse_int(s, 0, MOST_MIN, &n))
		*min = (double)n;
	else
		rc = wk_text_parse_duration(s, min, err);
	if (rc == WK_OK && *min > MOST_MIN)
		return wk_fail(err, WK_ERR_INPUT, "%.20s is more than a day has, 24h", s);
	return rc;
}

/* The three texts that are read; given: which of them say something. */
struct read { wk_date day; int clock_min; double minutes; bool has_day, has_clock; };

static bool
read_texts(struct wk_tui *t, struct read *r)
{
	struct wk_incident_form *f = &t->incidents.form;
	struct wk_err err;
	const char *day = trimmed(t, &f->line[WK_IFIELD_DAY]);
	const char *at = trimmed(t, &f->line[WK_IFIELD_TIME]);
	const char *length = trimmed(t, &f->line[WK_IFIELD_MINUTES]);
	*r = (struct read){ .day = WK_DATE_NONE, .minutes = NAN };
	r->has_day = *day != '\0';
	if (r->has_day && wk_when_day(t->app, day, &r->day, &err) != WK_OK)
		return refuse(f, WK_IFIELD_DAY, &err);
	r->has_clock = *at != '\0';
	if (!r->has_clock && f->was.text[WK_IFIELD_TIME][0] == '\0' && f->id == 0) {
		(void)wk_fail(&err, WK_ERR_INPUT, "a page has a time: 3:12 or 312");
		return refuse(f, WK_IFIELD_TIME, &err);
	}
	if (r->has_clock && wk_when_clock(at, true, &r->clock_min, &err) != WK_OK)
		return refuse(f, WK_IFIELD_TIME, &err);
	if (*length != '\0' && read_minutes(length, &r->minutes, &err) != WK_OK)
		return refuse(f, WK_IFIELD_MINUTES, &err);
	return true;
}

static bool
is_new_text(const struct wk_incident_form *f, enum wk_incident_field i)
{
	return strcmp(f->line[i].s, f->was.text[i]) != 0;
}

static enum wk_rc
add_page(struct wk_tui *t, const struct read *r, struct wk_event *e, struct wk_err *err)
{
	struct wk_incident_form *f = &t->incidents.form;
	struct wk_page p;
	const char *what = trimmed(t, &f->line[WK_IFIELD_WHAT]);
	wk_page_init(&p);
	p.day = r->day;
	p.clock_min = r->clock_min;
	p.minutes = r->minutes;
	p.severity = f->severity;
	p.woke = f->woke;
	p.noise = f->noise;
	p.title = *what != '\0' ? what : NULL;
	return wk_app_page(t->app, &p, &t->scratch, e, err);
}

/* A choice that went back to "?" is not known any more. */
static void
put_choice(int now, int was, int *out, unsigned bit, unsigned *clear)
{
	if (now != was && now >= 0)
		*out = now;
	else if (now != was)
		*clear |= bit;
}

static enum wk_rc
change_page(struct wk_tui *t, const struct read *r, struct wk_event *ev,
    struct wk_err *err)
{
	struct wk_incident_form *f = &t->incidents.form;
	struct wk_edit e;
	wk_edit_init(&e);
	e.has_day = r->has_day && is_new_text(f, WK_IFIELD_DAY);
	e.day = r->day;
	e.has_clock = r->has_clock && is_new_text(f, WK_IFIELD_TIME);
	e.clock_min = r->clock_min;
	if (is_new_text(f, WK_IFIELD_MINUTES) && isnan(r->minutes))
		e.clear |= WK_LOCK_MINUTES;
	else if (is_new_text(f, WK_IFIELD_MINUTES))
		e.minutes = r->minutes;
	e.has_title = is_new_text(f, WK_IFIELD_WHAT);
	e.title = trimmed(t, &f->line[WK_IFIELD_WHAT]);
	if (*e.title == '\0')
		e.title = NULL;
	put_choice(f->severity, f->was.severity, &e.severity, WK_LOCK_SEVERITY, &e.clear);
	put_choice(f->woke, f->was.woke, &e.woke, WK_LOCK_WOKE, &e.clear);
	put_choice(f->noise, f->was.noise, &e.noise, WK_LOCK_NOISE, &e.clear);
	return wk_app_edit(t->app, f->id, &e, &t->scratch, ev, err);
}

bool
wk_incidents_form_save(struct wk_tui *t)
{
	struct wk_incident_form *f = &t->incidents.form;
	struct read r;
	struct wk_event e;
	struct wk_err err;
	struct wk_buf told;
	f->error[0] = '\0';
	f->bad = WK_IFIELD_COUNT;
	if (f->id != 0 && !wk_incidents_form_is_typed(f)) {
		f->is_open = false;
		return true;
	}
	if (!read_texts(t, &r))
		return false;
	enum wk_rc rc = f->id == 0 ? add_page(t, &r, &e, &err) :
	    change_page(t, &r, &e, &err);
	if (rc != WK_OK)
		return refuse(f, WK_IFIELD_COUNT, &err);
	f->is_open = false;
	t->incidents.gone = e.id;              /* the cursor goes where it is now */
	wk_buf_init(&told);
	wk_app_put_event(&told, &e);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "saved: %s   (u undoes)", told.p);
	wk_buf_fini(&told);
	return true;
}

/* ---- drawing */
static void
draw_choices(const struct wk_incident_form *f, struct wk_canvas *c, int x, int y,
    enum wk_incident_field i)
{
	struct wk_incident_form copy = *f;
	int v = *choice_of(&copy, i) + 1;
	for (int k = 0; fields[i].choices[k] != NULL; k++) {
		enum wk_role role = k == v && f->focus == i ? WK_ROLE_FIELD_FOCUS :
		    k == v ? WK_ROLE_TEXT : WK_ROLE_DIM;
		x = wk_canvas_putf(c, x, y, role, k == v ? "(%s)" : " %s ",
		    fields[i].choices[k]);
	}
}

static void
draw_field(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y,
    enum wk_incident_field i)
{
	static const int widths[WK_IFIELD_TEXTS] = { 12, 8, 8, 0 };
	const struct wk_incident_form *f = &t->incidents.form;
	bool on = f->focus == i, busy = t->cmd.is_open || t->pager.is_open;
	int x = in.x + 2 + LABEL_W, end = in.x + in.w - 1;
	if (on)
		wk_canvas_put(c, in.x, y, WK_ROLE_CURSOR, '>');
	wk_canvas_puts(c, in.x + 2, y, on ? WK_ROLE_TITLE_FOCUS : WK_ROLE_TEXT,
	    fields[i].label);
	if (i >= WK_IFIELD_TEXTS) {
		draw_choices(f, c, x, y, i);
		return;
	}
	int w = widths[i] > 0 ? widths[i] : end - x;
	wk_edit_draw(&f->line[i], c, (struct wk_rect){ x, y, w, 1 }, f->bad == i ?
	    WK_ROLE_FIELD_ERROR : on ? WK_ROLE_FIELD_FOCUS : WK_ROLE_FIELD, on && !busy);
	if (x + w + 1 + (int)strlen(fields[i].hint) <= end)
		wk_canvas_puts(c, x + w + 1, y, WK_ROLE_DIM, fields[i].hint);
}

/* Where it is narrow a long one stands over the last fields, too. */
static void
draw_error(struct wk_canvas *c, struct wk_rect last, const char *error)
{
	struct wk_arena a;
	size_t n;
	wk_arena_init(&a);
	(void)wk_overlay_wrap(error, last.w, &a, &n);
	wk_arena_fini(&a);
	int rows = WK_MIN((int)n, 3);
	(void)wk_overlay_puts(c, (struct wk_rect){ last.x, last.y - rows + 1, last.w,
		rows }, WK_ROLE_BAD, error);
}

void
wk_incidents_form_draw(const struct wk_tui *t, struct wk_canvas *c)
{
	const struct wk_incident_form *f = &t->incidents.form;
	struct wk_rect in = wk_overlay_frame(c, f->id == 0 ? "A page" : "This page", NULL,
	    c->cols < 60 ? "C-s save  Esc close" : "Tab next   C-s save   Esc close",
	    INSIDE_W, WK_IFIELD_COUNT + 1);
	struct wk_rect said = { in.x + 2, in.y + in.h - 1, in.w - 3, 1 };
	for (int i = 0; i < WK_IFIELD_COUNT; i++)
		draw_field(t, c, in, in.y + i, order[i]);
	if (f->error[0] != '\0')
		draw_error(c, said, f->error);
	else if (c->cols >= 60)
		wk_canvas_puts(c, said.x, said.y, WK_ROLE_DIM,
		    "empty or ? is not known; without a day, the last such time");
	c->under = WK_ROLE_TEXT;
}

void
wk_incidents_form_put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_incident_form *f = &t->incidents.form;
	struct wk_incident_form copy = *f;
	wk_buf_adds(b, f->id == 0 ? "A page\n" : "This page\n");
	for (int k = 0; k < WK_IFIELD_COUNT; k++) {
		enum wk_incident_field i = order[k];
		wk_flat_mark(b, f->focus == i);
		wk_buf_addf(b, "%s: ", fields[i].label);
		if (i >= WK_IFIELD_TEXTS)
			wk_buf_adds(b, fields[i].choices[*choice_of(&copy, i) + 1]);
		else
			wk_text_safe(b, f->line[i].s);
		wk_buf_adds(b, f->focus == i ? WK_FLAT_CURSOR "\n" : "\n");
	}
	wk_buf_addf(b, "%s%s", f->error, f->error[0] != '\0' ? "\n" : "");
}
