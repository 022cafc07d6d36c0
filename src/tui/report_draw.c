/* SPDX-License-Identifier: MIT */
/* The Report screen as cells: the list of periods and formats, and the file's text. A row
 * wider than its place goes on in the next one; nothing is cut. */
#include "overlay.h"

enum { LIST_W = 24, LIST_WIDE = 30, TEXT_W = 80 };

static size_t
format_count(void)
{
	size_t n;
	(void)wk_report_formats(&n);
	return n;
}

size_t
wk_reports_rows(void)
{
	return WK_REPORT_KINDS + format_count();
}

/* Two headings and a blank line stand between the rows. */
static int
line_of(size_t row)
{
	return (int)row + (row < WK_REPORT_KINDS ? 1 : 3);
}

int
wk_reports_row_at(int y)
{
	for (size_t i = 0; i < wk_reports_rows(); i++)
		if (line_of(i) == y)
			return (int)i;
	return -1;
}

void
wk_reports_place(const struct wk_tui *t, struct wk_rect r, struct wk_rect *list,
    struct wk_rect *text)
{
	bool at_text = t->reports.is_at_text;
	int w = t->size == WK_SIZE_WIDE ? LIST_WIDE : LIST_W;
	*list = *text = (struct wk_rect){ 0, 0, 0, 0 };
	if (t->size == WK_SIZE_COMPACT)
		*(at_text ? text : list) = r;
	else if (t->size == WK_SIZE_NORMAL && at_text)
		/* the sides of the frame are given up: the text is as wide as the
		 * screen */
		*text = (struct wk_rect){ r.x - 1, r.y, r.w + 2, r.h };
	else {
		*list = (struct wk_rect){ r.x, r.y, w, r.h };
		*text = (struct wk_rect){ r.x + w, r.y, r.w - w, r.h };
	}
}

/* Where the words of the text stand. */
static struct wk_rect
inside(const struct wk_tui *t, struct wk_rect text)
{
	int frame = t->size != WK_SIZE_COMPACT;
	struct wk_rect in = { text.x + 1 + frame, text.y + 1, text.w - 2 - 2 * frame,
		text.h - 1 - frame };
	in.w = WK_MIN(in.w, TEXT_W);
	return in;
}

void
wk_reports_lay_out(const struct wk_tui *t, struct wk_report_page *p)
{
	struct wk_rect list, text, body = wk_frame_body(&t->canvas);
	wk_reports_place(t, body, &list, &text);
	struct wk_rect in = inside(t, text.w > 0 ? text : body);
	wk_arena_init(&p->a);
	p->rows = WK_MAX(in.h, 1);
	p->v = wk_overlay_wrap(t->reports.text.p, WK_MAX(in.w, 1), &p->a, &p->n);
}

/* ---- the list */

static void
draw_choice(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, size_t i)
{
	const struct wk_reports *g = &t->reports;
	struct wk_buf b;
	size_t n;
	bool is_period = i < WK_REPORT_KINDS, has_focus = !g->is_at_text;
	bool on = is_period ? (int)i == g->kind : i - WK_REPORT_KINDS == g->format;
	wk_buf_init(&b);
	wk_buf_adds(&b, on ? "(*) " : "( ) ");
	if (is_period)
		wk_reports_put_period(t, (int)i, &b);
	else
		wk_buf_adds(&b, wk_report_formats(&n)[i - WK_REPORT_KINDS].name);
	bool here = has_focus && (int)i == g->row;
	if (here)
		wk_canvas_fill(c, row, WK_ROLE_SELECTION, ' ');
	wk_canvas_puts(c, row.x + 1, row.y, here ? WK_ROLE_SELECTION : WK_ROLE_TEXT,
	    here ? ">" : " ");
	wk_canvas_puts(c, row.x + 3, row.y, here ? WK_ROLE_SELECTION : WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
}

static void
draw_list(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	bool is_small = t->size == WK_SIZE_COMPACT;
	struct wk_rect in = r;
	/* the rows are more than the smallest screen has: the second half then */
	int skip = 0;
	if (!is_small)
		in = wk_canvas_panel(c, r, "Reports", NULL, !t->reports.is_at_text);
	else if (line_of((size_t)t->reports.row) >= r.h)
		skip = line_of(wk_reports_rows()) - r.h;
	struct wk_rect old = wk_canvas_clip(c, in);
	wk_canvas_puts(c, in.x + 1, in.y - skip, WK_ROLE_TITLE, "Period");
	wk_canvas_puts(c, in.x + 1, in.y - skip + line_of(WK_REPORT_KINDS) - 1,
	    WK_ROLE_TITLE, "Format");
	for (size_t i = 0; i < wk_reports_rows(); i++)
		draw_choice(t, c, (struct wk_rect){ in.x, in.y - skip + line_of(i), in.w,
		    1 }, i);
	c->clip = old;
}

/* ---- the text */

static void
draw_none(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	int y = in.y;
	y += wk_overlay_puts(c, (struct wk_rect){ in.x, y, in.w, 3 }, WK_ROLE_TEXT,
	    t->reports.why);
	(void)wk_overlay_puts(c, (struct wk_rect){ in.x, y + 1, in.w, 4 }, WK_ROLE_DIM,
	    "There is no report of a period without an entry. Press [ for an earlier "
	    "one; e on Home logs today.");
}

/* In the text form a heading is a line that begins at the edge after an empty one. */
static enum wk_role
role_of(const struct wk_tui *t, const struct wk_piece *p)
{
	const struct wk_reports *g = &t->reports;
	if (wk_overlay_matches(p, g->find.s))
		return WK_ROLE_MATCH;
	bool is_head = p->len > 0 && *p->p != ' ' && p->p == p->from &&
	    (p->p == g->text.p || (p->p - g->text.p > 1 && p->p[-1] == '\n' &&
	    p->p[-2] == '\n'));
	return is_head && strcmp(wk_reports_format(g), "text") == 0 ? WK_ROLE_TITLE :
	    WK_ROLE_TEXT;
}

/* The bars of a report are drawn, not written: a bar a row, none as high as it. */
static void
colour_bars(struct wk_canvas *c, struct wk_rect row)
{
	for (int x = row.x; x < WK_MIN(row.x + row.w, c->cols); x++) {
		struct wk_cell *v = &c->v[(size_t)row.y * (size_t)c->cols + (size_t)x];
		if (v->cp < 0x2580 || v->cp > 0x259f)
			continue;
		v->role = WK_ROLE_LINE2;
		/* of the eighths a cell has from its left, half and more are one */
		if (v->cp >= 0x2588 && v->cp <= 0x258f)
			v->cp = v->cp <= 0x258c ? 0x2586 : ' ';
	}
}

static void
draw_text(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct wk_report_page p;
	wk_reports_lay_out(t, &p);
	int top = WK_MAX(0, WK_MIN(t->reports.top, (int)p.n - p.rows));
	for (int i = 0; i < p.rows && top + i < (int)p.n; i++) {
		const struct wk_piece *v = &p.v[top + i];
		wk_canvas_puts(c, in.x + v->indent, in.y + i, role_of(t, v),
		    wk_text_safe_dup(&p.a, wk_arena_strndup(&p.a, v->p, v->len)));
		colour_bars(c, (struct wk_rect){ in.x, in.y + i, in.w, 1 });
	}
	wk_arena_fini(&p.a);
}

static void
put_size(const struct wk_reports *g, struct wk_buf *b)
{
	if (g->text.len == 0)
		return;
	wk_buf_addf(b, "%s, ", wk_reports_format(g));
	if (g->text.len < 1000)
		wk_buf_addf(b, "%zu bytes", g->text.len);
	else
		wk_buf_addf(b, "%.1f kB", (double)g->text.len / 1000);
}

/* On the lower border, or on the last row where there is none. */
static void
draw_entry(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_reports *g = &t->reports;
	bool is_find = g->entry == WK_REPORT_FINDING;
	int y = r.y + r.h - 1, from = WK_MAX(r.x, 0) + 1;
	int end = WK_MIN(r.x + r.w, c->cols) - 1;
	wk_canvas_fill(c, (struct wk_rect){ from, y, end - from, 1 }, WK_ROLE_TEXT, ' ');
	int x = wk_canvas_puts(c, from + 1, y, WK_ROLE_HINT, is_find ? "/" : "write to ");
	wk_edit_draw(is_find ? &g->find : &g->name, c,
	    (struct wk_rect){ x, y, end - 1 - x, 1 }, WK_ROLE_FIELD_FOCUS, true);
}

static void
draw_page(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_reports *g = &t->reports;
	struct wk_buf title, size;
	wk_buf_init(&title);
	wk_buf_init(&size);
	wk_reports_put_period(t, g->kind, &title);
	put_size(g, &size);
	if (t->size == WK_SIZE_COMPACT) {
		wk_canvas_puts(c, r.x + 1, r.y, WK_ROLE_TITLE_FOCUS, title.p);
		wk_canvas_puts_right(c, r.x + r.w - 1, r.y, WK_ROLE_DIM, size.p);
	} else
		(void)wk_canvas_panel(c, r, title.p, size.p, g->is_at_text);
	wk_buf_fini(&title);
	wk_buf_fini(&size);
	if (g->text.len == 0)
		draw_none(t, c, inside(t, r));
	else
		draw_text(t, c, inside(t, r));
}

void
wk_reports_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect list, text;
	wk_reports_place(t, r, &list, &text);
	if (list.w > 0)
		draw_list(t, c, list);
	if (text.w > 0)
		draw_page(t, c, text);
	if (t->reports.entry != WK_REPORT_READING)
		draw_entry(t, c, text.w > 0 ? text : list);
}

/* ---- the footer's right: lines of the file, however they are wrapped */

static int
file_line(const struct wk_buf *text, const char *at)
{
	int line = 1;
	for (const char *p = text->p; p < at; p++)
		line += *p == '\n';
	return line;
}

void
wk_reports_put_state(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_reports *g = &t->reports;
	struct wk_report_page p;
	if (g->text.len == 0)
		return;
	wk_reports_lay_out(t, &p);
	int top = WK_MAX(0, WK_MIN(g->top, (int)p.n - p.rows));
	int last = WK_MIN(top + p.rows, (int)p.n) - 1;
	wk_buf_addf(b, "line %d-%d of %d", file_line(&g->text, p.v[top].from),
	    file_line(&g->text, p.v[last].from),
	    file_line(&g->text, g->text.p + g->text.len) - 1);
	wk_arena_fini(&p.a);
}
