/* SPDX-License-Identifier: MIT */
/* The Day form on the screen: fields with their hints, an error under its field, help for
 * the focused one at the foot. */
#include <math.h>

#include "day.h"
#include "overlay.h"

enum { LABEL_W = 11 };

/* "(*) work ( ) off", or where that is too wide "(work) off", or the chosen one alone. */
static void
draw_choices(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect at,
    enum wk_field i)
{
	static const char *const styles[][2][2] = { { { "( ) ", " " }, { "(*) ", " " } },
		{ { " ", " " }, { "(", ")" } }, { { "", "" }, { "< ", " >" } } };
	const struct wk_field_row *row = &wk_day_fields[i];
	struct wk_form copy = t->form.now;
	int v = *row->value(&copy) - row->first, x = at.x, letters = 0, n = 0;
	for (; row->choices[n] != NULL; n++)
		letters += (int)strlen(row->choices[n]);
	int style = letters + 5 * n - 1 <= at.w ? 0 : letters + 2 * n <= at.w ? 1 : 2;
	for (int k = 0; k < n; k++) {
		enum wk_role role = k == v && t->form.focus == i ? WK_ROLE_FIELD_FOCUS :
		    k == v ? WK_ROLE_TEXT : WK_ROLE_DIM;
		if (style < 2 || k == v)
			x = wk_canvas_putf(c, x, at.y, role, "%s%s%s",
			    styles[style][k == v][0], row->choices[k],
			    styles[style][k == v][1]);
	}
}

static void
draw_scale(const struct wk_tui *t, struct wk_canvas *c, int x, int y, enum wk_field i)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	struct wk_form copy = t->form.now;
	int v = *row->value(&copy);
	for (int k = 1; k <= 5; k++) {
		enum wk_role role = k == v && t->form.focus == i ? WK_ROLE_FIELD_FOCUS :
		    k == v ? WK_ROLE_TEXT : WK_ROLE_DIM;
		x = wk_canvas_putf(c, x, y, role, k == v ? "(%d)" : " %d ", k);
	}
	wk_canvas_puts(c, x + 2, y, WK_ROLE_PRIVATE, t->size == WK_SIZE_WIDE ?
	    row->wide_hint : row->hint);
}

static void
draw_worked(const struct wk_tui *t, struct wk_canvas *c, int x, int y)
{
	double min = wk_day_counted_min(&t->form.now);
	struct wk_buf b;
	wk_buf_init(&b);
	if (isnan(min))
		wk_buf_addc(&b, '?');
	else
		wk_day_put_length(&b, min);
	wk_buf_adds(&b, t->size == WK_SIZE_COMPACT ? " counted" :
	    " counted from above");
	if (t->size == WK_SIZE_WIDE)
		wk_buf_adds(&b, "; type to override");
	if (t->form.text[WK_FIELD_WORKED].len == 0)
		wk_canvas_puts(c, x, y, isnan(min) ? WK_ROLE_UNKNOWN : WK_ROLE_DIM, b.p);
	wk_buf_fini(&b);
}

static void
draw_text(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect at, enum wk_field i)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	bool focus = t->form.focus == i;
	int w = WK_MIN(row->width, at.w);
	enum wk_role role = t->form.bad == i ? WK_ROLE_FIELD_ERROR :
	    focus ? WK_ROLE_FIELD_FOCUS : WK_ROLE_FIELD;
	bool busy = t->pager.is_open || t->cmd.is_open || t->fill.is_open;
	wk_edit_draw(&t->form.text[i], c, (struct wk_rect){ at.x, at.y, w, 1 }, role,
	    focus && !busy);
	if (i == WK_FIELD_WORKED)
		draw_worked(t, c, at.x + w + 2, at.y);
	else if (row->hint != NULL && w + 2 + (int)wk_text_width(row->hint) <= at.w + 1)
		wk_canvas_puts(c, at.x + w + 2, at.y, WK_ROLE_DIM, row->hint);
}

static void
draw_pages(const struct wk_tui *t, struct wk_canvas *c, int x, int y)
{
	bool focus = t->form.focus == WK_FIELD_PAGES;
	x = wk_canvas_putf(c, x, y, focus ? WK_ROLE_FIELD_FOCUS : WK_ROLE_TEXT, "%d",
	    t->form.saved.page_count);
	wk_canvas_puts(c, x + 2, y, WK_ROLE_DIM, "Enter adds one");
}

static void
draw_field(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y,
    enum wk_field i)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	int x = in.x + 1 + LABEL_W;
	bool focus = t->form.focus == i;
	if (focus)
		wk_canvas_put(c, in.x, y, WK_ROLE_CURSOR, '>');
	wk_canvas_puts(c, in.x + 1, y, focus ? WK_ROLE_TITLE_FOCUS : WK_ROLE_DIM,
	    row->label);
	if (row->type == WK_FIELD_CHOICE)
		draw_choices(t, c, (struct wk_rect){ x, y, in.x + in.w - x, 1 }, i);
	else if (row->type == WK_FIELD_SCALE)
		draw_scale(t, c, x, y, i);
	else if (i == WK_FIELD_PAGES)
		draw_pages(t, c, x, y);
	else
		draw_text(t, c, (struct wk_rect){ x, y, in.x + in.w - x - 1, 1 }, i);
}

/* Under its field; from the left edge where it would be cut otherwise. Rows taken. */
static int
draw_error(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y)
{
	bool deep = LABEL_W + 2 + (int)wk_text_width(t->form.error) <= in.w;
	int x = in.x + (deep ? 1 + LABEL_W : 1), first = y;
	y += wk_overlay_puts(c, (struct wk_rect){ x, y, in.x + in.w - 1 - x, 2 },
	    WK_ROLE_BAD, t->form.error);
	if (t->form.offer[0] != '\0')
		wk_canvas_putf(c, x, y++, WK_ROLE_NOTICE, "%s? Enter takes it",
		    t->form.offer);
	return y - first;
}

static void
draw_buttons(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y)
{
	int x = in.x;
	for (int i = WK_FIELD_SAVE; i <= WK_FIELD_CANCEL; i++) {
		bool focus = (int)t->form.focus == i;
		const char *pad = t->size == WK_SIZE_COMPACT ? "" : " ";
		x = wk_canvas_putf(c, x, y, focus ? WK_ROLE_SELECTION : WK_ROLE_TEXT,
		    "%c[%s%s%s]", focus ? '>' : ' ', pad, wk_day_fields[i].label, pad) +
		    (*pad == ' ');
	}
}

static void
draw_foot(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y)
{
	const struct wk_field_row *row = &wk_day_fields[t->form.focus];
	for (int x = in.x + 1; x < in.x + in.w - 1; x++)
		wk_canvas_put(c, x, y, WK_ROLE_BORDER, 0x2500);
	for (size_t k = 0; k < 2 && row->help[k] != NULL; k++)
		wk_canvas_puts(c, in.x + 1, y + 1 + (int)k, WK_ROLE_DIM, row->help[k]);
	draw_buttons(t, c, in, in.y + in.h - 1);
}

/* Rows of the fields, with a blank between where there is room; scrolled to the focus. */
static int
draw_fields(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int step)
{
	int room = in.h / step, top = 0, y = in.y;
	if ((int)t->form.focus < WK_FIELD_SAVE && (int)t->form.focus >= room - 2)
		top = (int)t->form.focus - room + 3;
	if (WK_FIELD_SAVE <= room)
		top = 0;
	struct wk_rect old = wk_canvas_clip(c, in);
	for (int i = top; i < WK_FIELD_SAVE && y < in.y + in.h; i++) {
		draw_field(t, c, in, y++, (enum wk_field)i);
		if ((int)t->form.bad == i) {
			y += draw_error(t, c, in, y);
			continue;
		}
		y += step - 1;
	}
	c->clip = old;
	return y;
}

static void
put_title(const struct wk_tui *t, char *out, size_t n)
{
	int y, m, d;
	wk_date_to_civil(t->form.now.day, &y, &m, &d);
	snprintf(out, n, "%s %d %s %d",
	    wk_date_weekday_name(wk_date_weekday(t->form.now.day), false), d,
	    wk_date_month_name(m, true), y);
}

static void
render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	char title[60];
	put_title(t, title, sizeof(title));
	wk_canvas_puts(c, r.x + 1, r.y, WK_ROLE_TITLE, title);
	struct wk_rect in = { r.x, r.y + 1, r.w, r.h - 2 };
	draw_fields(t, c, in, 1);
	draw_buttons(t, c, (struct wk_rect){ r.x, r.y + 1, r.w, r.h - 1 }, r.y + r.h - 1);
}

void
wk_day_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	char title[60], note[16];
	int year, week, left = WK_MIN(r.w * 50 / 80, 90);
	if (t->size == WK_SIZE_COMPACT) {
		render_small(t, c, r);
		return;
	}
	left = t->size == WK_SIZE_WIDE ? WK_MIN(r.w * 70 / 120, 90) : left;
	put_title(t, title, sizeof(title));
	wk_date_iso_week(t->form.now.day, &year, &week);
	snprintf(note, sizeof(note), "week %d", week);
	struct wk_rect form = { r.x, r.y, left, r.h };
	struct wk_rect in = wk_canvas_panel(c, form, title, note, true);
	int step = in.h >= 2 * WK_FIELD_SAVE + 6 ? 2 : 1;
	struct wk_rect old = wk_canvas_clip(c, in);
	int foot = in.y + in.h - 5;
	struct wk_rect fields = { in.x, in.y, in.w, in.h - 4 };
	int y = draw_fields(t, c, fields, step);
	draw_foot(t, c, in, WK_MAX(foot, WK_MIN(y, in.y + in.h - 4)));
	c->clip = old;
	wk_day_render_side(t, c, (struct wk_rect){ r.x + left, r.y, r.w - left, r.h });
}
