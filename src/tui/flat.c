/* SPDX-License-Identifier: MIT */
/* The current line is the focus of the screen until one reads on past it; when the focus
 * moves, the current line goes with it. */
#include "flat.h"

#include "overlay.h"

struct page { struct wk_buf text; struct wk_arena a; struct wk_piece *v; int n, focus; };

void
wk_flat_mark(struct wk_buf *b, bool has_focus)
{
	wk_buf_adds(b, has_focus ? "> " : "  ");
}

static void
put_title(const struct wk_tui *t, struct wk_buf *b)
{
	size_t n;
	int at = 0, tabs = 0;
	const struct wk_view *const *views = wk_views(&n);
	for (size_t i = 0; i < n; i++) {
		tabs += views[i]->tab != NULL;
		if (views[i] == t->view)
			at = tabs;
	}
	if (t->view->tab == NULL)
		wk_buf_adds(b, "Welcome to wick");
	else
		wk_buf_addf(b, "%s, screen %d of %d", t->view->title, at, tabs);
	wk_buf_adds(b, t->is_demo ? ", made-up data, " : ", ");
	wk_frame_put_today(t, b);
	wk_buf_addc(b, '\n');
}

void
wk_flat_text(const struct wk_tui *t, bool is_shown, struct wk_buf *b)
{
	size_t kept = 0;
	put_title(t, b);
	if (t->view->put_flat != NULL)
		t->view->put_flat(t, b);
	for (size_t i = 0; is_shown && i < b->len; i++)
		if (b->p[i] != *WK_FLAT_CURSOR)
			b->p[kept++] = b->p[i];
	if (is_shown) {
		b->len = kept;
		b->p[kept] = '\0';
	}
}

static void
lay_out(const struct wk_tui *t, struct page *p)
{
	size_t n;
	wk_buf_init(&p->text);
	wk_arena_init(&p->a);
	wk_flat_text(t, false, &p->text);
	p->v = wk_overlay_wrap(p->text.p, WK_MAX(t->canvas.cols, 1), &p->a, &n);
	p->n = (int)n;
	p->focus = -1;
	for (int i = 0; i < p->n && p->focus < 0; i++)
		if (p->v[i].len > 1 && memcmp(p->v[i].p, "> ", 2) == 0)
			p->focus = i;
}

static void
page_fini(struct page *p)
{
	wk_arena_fini(&p->a);
	wk_buf_fini(&p->text);
}

static void
go(struct wk_tui *t, const struct page *p, int at)
{
	struct wk_flat *f = &t->flat;
	int rows = wk_frame_body(&t->canvas).h + 1;
	f->at = WK_MAX(0, WK_MIN(at, p->n - 1));
	if (f->at < f->top)
		f->top = f->at;
	if (f->at >= f->top + rows)
		f->top = f->at - rows + 1;
	f->top = WK_MAX(0, WK_MIN(f->top, p->n - rows));
}

/* A new screen begins with its first line in sight. */
void
wk_flat_follow(struct wk_tui *t)
{
	struct wk_flat *f = &t->flat;
	struct page p;
	if (!t->o->is_plain)
		return;
	lay_out(t, &p);
	if (f->view != t->view)
		*f = (struct wk_flat){ .view = t->view, .focus = -1 };
	go(t, &p, p.focus >= 0 && p.focus != f->focus ? p.focus : f->at);
	f->focus = p.focus;
	page_fini(&p);
}

/* Next and previous are the screen's while the current line is its focus. */
bool
wk_flat_update(struct wk_tui *t, enum wk_action a)
{
	struct wk_flat *f = &t->flat;
	int rows = wk_frame_body(&t->canvas).h, step = 0;
	struct page p;
	if (!t->o->is_plain || t->view->is_form)
		return false;
	step = a == WK_ACT_NEXT ? 1 : a == WK_ACT_PREV ? -1 : a == WK_ACT_PAGE_DOWN ?
	    rows : a == WK_ACT_PAGE_UP ? -rows : a == WK_ACT_HALF_DOWN ? rows / 2 :
	    a == WK_ACT_HALF_UP ? -rows / 2 : a == WK_ACT_FIRST ? -f->at : 0;
	if (a == WK_ACT_LAST)
		step = 1 << 20;
	if (step == 0)
		return false;
	bool is_row = (a == WK_ACT_NEXT || a == WK_ACT_PREV) && f->at == f->focus;
	if (is_row) {
		int before = f->focus;
		(void)t->view->update(t, a, 0);
		wk_flat_follow(t);
		if (f->focus != before)
			return true;
	}
	lay_out(t, &p);
	if (a != WK_ACT_NEXT && a != WK_ACT_PREV)
		f->top += step;
	go(t, &p, f->at + step);
	page_fini(&p);
	return true;
}

void
wk_flat_click(struct wk_tui *t, int y)
{
	struct page p;
	lay_out(t, &p);
	go(t, &p, t->flat.top + y);
	page_fini(&p);
}

/* The cursor stands where text is typed, else at the current line's beginning. */
static void
draw_line(struct wk_canvas *c, int y, const struct wk_piece *piece, bool is_current,
    struct wk_arena *a)
{
	char *line = wk_arena_strndup(a, piece->p, piece->len);
	char *mark = strchr(line, *WK_FLAT_CURSOR);
	int x = piece->indent;
	if (is_current) {
		c->cursor_x = x;
		c->cursor_y = y;
	}
	if (mark != NULL) {
		*mark = '\0';
		c->cursor_x = x + (int)wk_text_width(line);
		c->cursor_y = y;
		x = wk_canvas_puts(c, x, y, WK_ROLE_TEXT, line);
		line = mark + 1;
	}
	wk_canvas_puts(c, x, y, WK_ROLE_TEXT, line);
}

void
wk_flat_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_flat *f = &t->flat;
	struct page p;
	lay_out(t, &p);
	int top = f->view == t->view ? f->top : 0, at = f->view == t->view ? f->at : 0;
	top = WK_MAX(0, WK_MIN(top, p.n - r.h));
	for (int i = 0; i < r.h && top + i < p.n; i++)
		draw_line(c, r.y + i, &p.v[top + i], top + i == at, &p.a);
	page_fini(&p);
}

void
wk_flat_open(struct wk_tui *t)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_flat_text(t, true, &b);
	wk_pager_open(t, t->view->title, b.p);
	wk_buf_fini(&b);
}
