/* SPDX-License-Identifier: MIT */
/* Fill: what the last days lack, one short line each, saved together. */
#include <math.h>

#include "day_parse.h"
#include "overlay.h"

enum { BACK_DAYS = 14, LABEL_W = 13, WORK_W = 24, SLEEP_W = 16 };

static void
add_day(struct wk_tui *t, int back)
{
	struct wk_fill *f = &t->fill;
	const struct wk_day *d = &t->facts.recent[back].row.folded;
	wk_date day = t->app->today - back;
	bool works = t->app->conf.model.contract_h[wk_date_weekday(day)] > 0;
	bool lacks_work = isnan(d->hours) && d->leave == WK_LEAVE_NONE && works;
	bool lacks_sleep = isnan(d->sleep_h);
	if ((!lacks_work && !lacks_sleep) || f->count == WK_FILL_ROWS)
		return;
	f->day[f->count] = day;
	f->lacks_work[f->count] = lacks_work;
	f->lacks_sleep[f->count] = lacks_sleep;
	f->count++;
}

static int
first_column(const struct wk_fill *f)
{
	return f->lacks_work[f->row] ? 0 : 1;
}

void
wk_fill_open(struct wk_tui *t)
{
	struct wk_fill *f = &t->fill;
	int most = t->facts.is_empty ? 7 : BACK_DAYS - 1;
	*f = (struct wk_fill){ .is_open = true };
	for (int back = 1; back <= most; back++)
		add_day(t, back);
	if (f->count == 0) {
		f->is_open = false;
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "nothing is missing in the last %d days", BACK_DAYS - 1);
		return;
	}
	f->column = first_column(f);
}

static bool
has_cell(const struct wk_fill *f, size_t row, int column)
{
	return column == 0 ? f->lacks_work[row] : f->lacks_sleep[row];
}

/* Cells in reading order; those of a fact that is known are passed over. */
static void
go_cell(struct wk_fill *f, int step)
{
	int n = (int)f->count * 2, at = (int)f->row * 2 + f->column;
	do {
		at = (at + n + step) % n;
		f->row = (size_t)at / 2;
		f->column = at % 2;
	} while (!has_cell(f, f->row, f->column));
}

static void
go_row(struct wk_fill *f, int step)
{
	f->row = (f->row + f->count + (size_t)((int)f->count + step)) % f->count;
	if (!has_cell(f, f->row, f->column))
		f->column = 1 - f->column;
}

/* What was typed in the nearest line above, or else was logged last before that day. */
static void
copy_cell(struct wk_tui *t, int column)
{
	struct wk_fill *f = &t->fill;
	struct wk_buf b;
	for (size_t i = f->row; i-- > 0;)
		if (f->cell[i][column].len > 0) {
			wk_edit_set(&f->cell[f->row][column], f->cell[i][column].s);
			return;
		}
	wk_buf_init(&b);
	for (int back = 1; back < BACK_DAYS && b.len == 0; back++) {
		const struct wk_day *d = &t->facts.recent[back].row.folded;
		double h = column == 0 ? d->hours : d->sleep_h;
		if (t->app->today - back < f->day[f->row] && !isnan(h) && h > 0)
			wk_buf_addf(&b, "%dh%02dm", (int)lround(h * 60) / 60,
			    (int)lround(h * 60) % 60);
	}
	wk_edit_set(&f->cell[f->row][column], b.p);
	wk_buf_fini(&b);
}

/* A line as the one above, and on to the next. */
static void
copy_row(struct wk_tui *t)
{
	struct wk_fill *f = &t->fill;
	for (int k = 0; k < 2; k++)
		if (has_cell(f, f->row, k) && f->cell[f->row][k].len == 0)
			copy_cell(t, k);
	if (f->row + 1 < f->count)
		go_row(f, 1);
}

bool
wk_fill_is_typed(const struct wk_tui *t)
{
	for (size_t i = 0; t->fill.is_open && i < t->fill.count; i++)
		if (t->fill.cell[i][0].len > 0 || t->fill.cell[i][1].len > 0)
			return true;
	return false;
}

enum wk_effect
wk_fill_update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_fill *f = &t->fill;
	struct wk_edit_line *cell = &f->cell[f->row][f->column];
	bool is_last = f->row + 1 == f->count && (f->column == 1 ||
	    !f->lacks_sleep[f->row]);
	f->error[0] = '\0';
	switch (a) {
	case WK_ACT_SAVE:
		return WK_FX_FILL_SAVE;
	case WK_ACT_ENTER:
		if (is_last)
			return WK_FX_FILL_SAVE;
		go_cell(f, 1);
		return WK_FX_NONE;
	case WK_ACT_FIELD_NEXT:
	case WK_ACT_FIELD_PREV:
		if (key == WK_KEY_DOWN || key == WK_KEY_UP)
			go_row(f, key == WK_KEY_DOWN ? 1 : -1);
		else
			go_cell(f, a == WK_ACT_FIELD_NEXT ? 1 : -1);
		return WK_FX_NONE;
	case WK_ACT_COPY:
		copy_row(t);
		return WK_FX_NONE;
	case WK_ACT_LEAVE:
		return WK_FX_FILL_CLOSE;
	case WK_ACT_INTERRUPT:
		return WK_FX_INTERRUPT;
	case WK_ACT_SUSPEND:
		return WK_FX_SUSPEND;
	case WK_ACT_REDRAW:
		return WK_FX_REDRAW;
	case WK_ACT_HELP:
		wk_help_open(t, 0);
		return WK_FX_NONE;
	case WK_ACT_CHOOSE:
		wk_edit_insert(cell, ' ');
		return WK_FX_NONE;
	case WK_ACT_NONE:
		if (key >= ' ' && key < 0x110000 && key != WK_KEY_BACK)
			wk_edit_insert(cell, key);
		return WK_FX_NONE;
	default:
		(void)wk_edit_apply(cell, a);
		return WK_FX_NONE;
	}
}

/* A bare number is hours, as in the Day form. */
static enum wk_rc
read_length(const char *w, int column, double *min, struct wk_err *err)
{
	double hours;
	if (!wk_text_parse_double(w, 0, 24, &hours))
		return wk_when_length(w, column == 0 ? 'w' : 's', min, err);
	*min = hours * 60;
	return WK_OK;
}

/* Sleep that is said again is a nap; work that is said again may be a slip. */
static enum wk_rc
add_length(struct wk_log *l, int column, double hours, struct wk_err *err)
{
	double *total = column == 0 ? &l->total_h : &l->sleep_total_h;
	bool is_again = !isnan(*total);
	if (is_again && column == 0)
		return wk_fail(err, WK_ERR_INPUT, "two lengths of work: give their sum");
	*total = hours + (is_again ? *total : 0);
	return *total <= 24 ? WK_OK : wk_fail(err, WK_ERR_INPUT,
	    "sleep is more than a day has, 24h");
}

static enum wk_rc
read_word(const char *w, int column, struct wk_log *l, struct wk_err *err)
{
	struct wk_span *spans = column == 0 ? l->work : l->sleep;
	size_t most = column == 0 ? WK_LEN(l->work) : WK_LEN(l->sleep);
	size_t *n = column == 0 ? &l->work_count : &l->sleep_count;
	double min;
	bool is_span = strchr(w + 1, '-') != NULL;
	if (is_span && *n == most)
		return wk_fail(err, WK_ERR_INPUT, "more than %zu times", most);
	if (is_span)
		return wk_day_parse_span(w, &spans[(*n)++]) ? WK_OK : wk_fail(err,
		    WK_ERR_INPUT, "\"%.40s\": 9:10-12:30 or 910-1230, 16 h at most", w);
	enum wk_rc rc = read_length(w, column, &min, err);
	return rc == WK_OK ? add_length(l, column, min / 60, err) : rc;
}

/* "9-12:30 13:15-18" or "8h30m" for one cell; a nap may be added with a plus. */
static enum wk_rc
read_words(char *s, int column, struct wk_log *l, struct wk_err *err)
{
	while (*s != '\0') {
		char *w = s;
		s += strcspn(s, column == 0 ? " " : " +");
		if (*s != '\0')
			*s++ = '\0';
		enum wk_rc rc = *w == '\0' ? WK_OK : read_word(w, column, l, err);
		if (rc != WK_OK)
			return rc;
	}
	if (l->sleep_count > 0 && !isnan(l->sleep_total_h))
		return wk_fail(err, WK_ERR_INPUT,
		    "sleep as times and as a length at once: give one of the two");
	return WK_OK;
}

static enum wk_rc
read_cell(const struct wk_edit_line *cell, int column, struct wk_log *l,
    struct wk_err *err)
{
	char text[WK_EDIT_MAX];
	memcpy(text, cell->s, cell->len + 1);
	if (strcmp(wk_text_trim(text), "-") == 0) {
		if (column == 1)
			return wk_fail(err, WK_ERR_INPUT, "sleep \"-\": leave it empty");
		l->total_h = 0;
		return WK_OK;
	}
	return read_words(text, column, l, err);
}

static bool
refuse(struct wk_tui *t, size_t row, int column, const struct wk_err *err)
{
	struct wk_fill *f = &t->fill;
	f->row = row;
	f->column = column;
	snprintf(f->error, sizeof(f->error), "%.118s", err->msg);
	return false;
}

static bool
read_rows(struct wk_tui *t, struct wk_log *logs)
{
	struct wk_fill *f = &t->fill;
	struct wk_err err;
	for (size_t i = 0; i < f->count; i++) {
		wk_log_init(&logs[i], f->day[i]);
		for (int k = 0; k < 2; k++)
			if (read_cell(&f->cell[i][k], k, &logs[i], &err) != WK_OK)
				return refuse(t, i, k, &err);
	}
	return true;
}

/* Every line is read before the first is written. */
void
wk_fill_save(struct wk_tui *t)
{
	struct wk_fill *f = &t->fill;
	struct wk_log logs[WK_FILL_ROWS];
	struct wk_day_view view;
	struct wk_err err;
	int days = 0;
	if (!read_rows(t, logs))
		return;
	for (size_t i = 0; i < f->count; i++) {
		if (f->cell[i][0].len == 0 && f->cell[i][1].len == 0)
			continue;
		if (wk_app_log(t->app, &logs[i], &t->scratch, &view, &err) != WK_OK) {
			(void)refuse(t, i, 0, &err);
			return;
		}
		wk_edit_set(&f->cell[i][0], "");
		wk_edit_set(&f->cell[i][1], "");
		days++;
	}
	f->is_open = false;
	if (days == 0)
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "nothing was typed, nothing changed");
	else
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "filled %d %s (u undoes %s)",
		    days, days == 1 ? "day" : "days", days == 1 ? "it" : "one at a time");
}

/* A free day without work is not asked for, and is not known for that. */
static bool
is_known(const struct wk_tui *t, wk_date d, int column)
{
	const struct wk_day *day = wk_facts_day(&t->facts, d);
	return column == 1 || (day != NULL && !isnan(day->hours));
}

static void
draw_row(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y, size_t i)
{
	const struct wk_fill *f = &t->fill;
	bool small = in.w < 60;
	int widths[2] = { small ? 12 : WORK_W, small ? 9 : SLEEP_W };
	int x = in.x + 2;
	struct wk_buf day;
	wk_buf_init(&day);
	wk_date_put_day(&day, f->day[i]);
	if (f->row == i)
		wk_canvas_put(c, in.x, y, WK_ROLE_CURSOR, '>');
	wk_canvas_puts(c, x, y, f->row == i ? WK_ROLE_TITLE_FOCUS : WK_ROLE_TEXT, day.p);
	wk_buf_fini(&day);
	x += small ? 11 : LABEL_W;
	for (int k = 0; k < 2; k++) {
		bool focus = f->row == i && f->column == k;
		struct wk_rect at = { x, y, widths[k], 1 };
		enum wk_role role = focus && f->error[0] != '\0' ? WK_ROLE_FIELD_ERROR :
		    focus ? WK_ROLE_FIELD_FOCUS : WK_ROLE_FIELD;
		if (has_cell(f, i, k))
			wk_edit_draw(&f->cell[i][k], c, at, role, focus &&
			    !t->cmd.is_open);
		else
			wk_canvas_puts(c, x, y, is_known(t, f->day[i], k) ? WK_ROLE_OK :
			    WK_ROLE_DIM, is_known(t, f->day[i], k) ?
			    "\xe2\x9c\x93 known" : "day off");
		x += widths[k] + 1 + !small;
	}
}

void
wk_fill_render(const struct wk_tui *t, struct wk_canvas *c)
{
	const struct wk_fill *f = &t->fill;
	bool small = c->cols < 60;
	int most = c->rows - 8, n = WK_MIN((int)f->count, WK_MAX(most, 1));
	int top = WK_MAX(0, (int)f->row - n + 1);
	struct wk_rect in = wk_overlay_frame(c, "Fill what is missing", NULL,
	    small ? "C-y as above  C-s save" :
	    "Tab next  C-y as above  C-s save all  Esc close", 62,
	    n + 3);
	int x = in.x + 2 + (small ? 11 : LABEL_W);
	wk_canvas_puts(c, x, in.y, WK_ROLE_DIM, "work");
	wk_canvas_puts(c, x + (small ? 13 : WORK_W + 2), in.y, WK_ROLE_DIM, "sleep");
	for (int i = 0; i < n; i++)
		draw_row(t, c, in, in.y + 1 + i, (size_t)(top + i));
	if (f->error[0] != '\0')
		wk_overlay_puts(c,
		    (struct wk_rect){ in.x + 2, in.y + n + 1, in.w - 3, 2 },
		    WK_ROLE_BAD, f->error);
	else
		wk_canvas_puts(c, in.x + 2, in.y + n + 2, WK_ROLE_DIM,
		    small ? "8h, 9:10-17:30; - no work" :
		    "8h30m or 9:10-12:30 13:15-18:40; - no work; empty: unknown");
	c->under = WK_ROLE_TEXT;
}
