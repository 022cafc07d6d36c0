/* SPDX-License-Identifier: MIT */
/* A text over the screen: help, an explanation, what a command said. One line is
 * selected; finding moves it. */
#include "overlay.h"

/* Commands fold their lines at 78; the least has room for the words on the border. */
enum { LEAST_W = 46, PLAIN_W = 78, PROSE_W = 74 };

struct page { struct wk_arena a; struct wk_piece *v; size_t n; int rows; };

static int
longest_line(const char *text)
{
	char line[PLAIN_W * 4 + 1];
	size_t most = 0;
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		snprintf(line, sizeof(line), "%.*s", (int)WK_MIN(len, sizeof(line) - 1),
		    text);
		most = WK_MAX(most, wk_text_width(line));
		text += len + (text[len] == '\n');
	}
	return (int)most;
}

/* No wider than the text: the screen behind stays in sight. */
static int
text_width(const struct wk_tui *t)
{
	int w = longest_line(t->pager.text.p);
	/* no line of a table is that long */
	w = w > PLAIN_W ? PROSE_W : w;
	return t->pager.is_help ? wk_help_width(&t->canvas) :
	    wk_overlay_width(&t->canvas, WK_MAX(w, LEAST_W));
}

static void
lay_out(const struct wk_tui *t, struct page *p)
{
	int most = wk_overlay_place(&t->canvas, text_width(t), t->canvas.rows).h - 2;
	wk_arena_init(&p->a);
	p->v = wk_overlay_wrap(t->pager.text.p, text_width(t), &p->a, &p->n);
	p->rows = WK_MAX(1, WK_MIN(most, (int)p->n));
}

static void
go_line(struct wk_tui *t, const struct page *p, int at)
{
	struct wk_pager *g = &t->pager;
	g->at = WK_MAX(0, WK_MIN(at, (int)p->n - 1));
	if (g->at < g->top)
		g->top = g->at;
	if (g->at >= g->top + p->rows)
		g->top = g->at - p->rows + 1;
}

/* Whoever wrote it: only the ends of lines are left of what is no character. */
static void
put_safe(struct wk_buf *out, const char *text)
{
	struct wk_buf line;
	wk_buf_init(&line);
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		wk_buf_clear(&line);
		wk_buf_add(&line, text, len);
		wk_text_safe(out, line.p);
		text += len;
		if (*text == '\n') {
			wk_buf_addc(out, '\n');
			text++;
		}
	}
	wk_buf_fini(&line);
}

void
wk_pager_open(struct wk_tui *t, const char *title, const char *text)
{
	struct wk_pager *g = &t->pager;
	g->is_open = true;
	g->is_help = g->is_finding = g->is_asking = false;
	g->top = 0;
	g->at = -1;
	snprintf(g->title, sizeof(g->title), "%.58s", title);
	wk_buf_clear(&g->text);
	put_safe(&g->text, text);
}

void
wk_help_open(struct wk_tui *t, int page)
{
	struct wk_buf text;
	char title[40];
	wk_buf_init(&text);
	wk_help_text(t, page, &text);
	snprintf(title, sizeof(title), "Help: %s", wk_help_title(t));
	wk_pager_open(t, title, text.p);
	wk_buf_fini(&text);
	t->pager.is_help = true;
	t->pager.page = page;
}

static void
find(struct wk_tui *t, const struct page *p, int step, bool from_here)
{
	struct wk_pager *g = &t->pager;
	int n = (int)p->n;
	if (g->find.len == 0)
		return;
	for (int i = from_here ? 0 : 1; i <= n; i++) {
		int at = ((g->at + step * i) % n + n) % n;
		if (wk_overlay_matches(&p->v[at], g->find.s)) {
			go_line(t, p, at);
			return;
		}
	}
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "not found: %s", g->find.s);
}

static enum wk_effect
find_key(struct wk_tui *t, const struct page *p, enum wk_action a, uint32_t key)
{
	struct wk_pager *g = &t->pager;
	if (a == WK_ACT_INTERRUPT)
		return WK_FX_INTERRUPT;
	if (a == WK_ACT_SUSPEND || a == WK_ACT_REDRAW)
		return a == WK_ACT_SUSPEND ? WK_FX_SUSPEND : WK_FX_REDRAW;
	if (a == WK_ACT_ENTER) {
		g->is_finding = false;
		find(t, p, 1, true);
	} else if (a == WK_ACT_LEAVE)
		g->is_finding = false;
	else if (a == WK_ACT_CHOOSE)
		wk_edit_insert(&g->find, ' ');
	else if (a == WK_ACT_NONE && key >= ' ' && key < 0x110000)
		wk_edit_insert(&g->find, key);
	else
		(void)wk_edit_apply(&g->find, a);
	return WK_FX_NONE;
}

static void
turn_page(struct wk_tui *t, int page)
{
	if (t->pager.is_help && page >= 0)
		wk_help_open(t, page % WK_HELP_PAGES);
}

static void
move(struct wk_tui *t, const struct page *p, enum wk_action a)
{
	const struct { enum wk_action a; int to; } rows[] = {
		{ WK_ACT_NEXT, t->pager.at + 1 }, { WK_ACT_PREV, t->pager.at - 1 },
		{ WK_ACT_PAGE_DOWN, t->pager.at + p->rows },
		{ WK_ACT_PAGE_UP, t->pager.at - p->rows },
		{ WK_ACT_HALF_DOWN, t->pager.at + p->rows / 2 },
		{ WK_ACT_HALF_UP, t->pager.at - p->rows / 2 },
		{ WK_ACT_FIRST, 0 }, { WK_ACT_LAST, (int)p->n },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		if (rows[i].a != a)
			continue;
		if (a == WK_ACT_PAGE_DOWN || a == WK_ACT_HALF_DOWN)
			t->pager.top = WK_MAX(0, WK_MIN(t->pager.top + p->rows,
			    (int)p->n - p->rows));
		go_line(t, p, rows[i].to);
	}
}

static enum wk_effect
act(struct wk_tui *t, const struct page *p, enum wk_action a, uint32_t key)
{
	struct wk_pager *g = &t->pager;
	switch (a) {
	case WK_ACT_ESCAPE:
	case WK_ACT_BACK:
		g->is_open = false;
		return WK_FX_NONE;
	case WK_ACT_HELP:
		if (g->is_help)
			g->is_open = false;
		else
			wk_help_open(t, 0);
		return WK_FX_NONE;
	case WK_ACT_QUIT:
		return WK_FX_QUIT;
	case WK_ACT_INTERRUPT:
		return WK_FX_INTERRUPT;
	case WK_ACT_SUSPEND:
		return WK_FX_SUSPEND;
	case WK_ACT_REDRAW:
		return WK_FX_REDRAW;
	case WK_ACT_COMMAND:
		g->is_open = false;
		if (!t->cmd.is_open && !t->fill.is_open)
			wk_cmdline_open(t, "");
		return WK_FX_NONE;
	case WK_ACT_FIND:
		g->is_finding = true;
		wk_edit_set(&g->find, "");
		return WK_FX_NONE;
	case WK_ACT_FIND_NEXT:
	case WK_ACT_FIND_PREV:
		find(t, p, a == WK_ACT_FIND_NEXT ? 1 : -1, false);
		return WK_FX_NONE;
	case WK_ACT_LEFT:
	case WK_ACT_RIGHT:
		turn_page(t, g->page + (a == WK_ACT_RIGHT ? 1 : WK_HELP_PAGES - 1));
		return WK_FX_NONE;
	default:
		break;
	}
	if (key >= '1' && key < '1' + WK_HELP_PAGES)
		turn_page(t, (int)(key - '1'));
	else if (key == WK_KEY_TAB)
		turn_page(t, g->page + 1);
	else if (key == ' ')
		move(t, p, WK_ACT_PAGE_DOWN);
	else if (key == WK_KEY_ENTER)
		g->is_open = false;
	else
		move(t, p, a);
	return WK_FX_NONE;
}

enum wk_effect
wk_pager_update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct page p;
	enum wk_effect fx = WK_FX_NONE;
	lay_out(t, &p);
	if (t->pager.is_finding)
		fx = find_key(t, &p, a, key);
	else
		fx = act(t, &p, a, key);
	wk_arena_fini(&p.a);
	return fx;
}

static void
draw_find(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	int y = in.y + in.h, x = wk_canvas_puts(c, in.x, y, WK_ROLE_KEY, "/");
	struct wk_rect at = { x, y, WK_MAX(in.w / 2, 10), 1 };
	wk_edit_draw(&t->pager.find, c, at, WK_ROLE_FIELD_FOCUS, true);
}

static void
draw_line(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect row, int i,
    const struct wk_piece *piece)
{
	char line[600];
	bool on = i == t->pager.at, hit = wk_overlay_matches(piece, t->pager.find.s);
	snprintf(line, sizeof(line), "%.*s", (int)WK_MIN(piece->len, sizeof(line) - 1),
	    piece->p);
	c->under = on ? WK_ROLE_SELECTION : WK_ROLE_POPUP;
	if (c->is_plain && i == WK_MAX(t->pager.at, t->pager.top)) {
		c->cursor_x = row.x;
		c->cursor_y = row.y;
	}
	if (on) {
		wk_canvas_fill(c, row, WK_ROLE_SELECTION, ' ');
		wk_canvas_put(c, row.x - 1, row.y, WK_ROLE_SELECTION, '>');
	}
	wk_canvas_puts(c, row.x + piece->indent, row.y,
	    on ? WK_ROLE_SELECTION : hit ? WK_ROLE_MATCH : WK_ROLE_TEXT, line);
	c->under = WK_ROLE_POPUP;
}

void
wk_pager_click(struct wk_tui *t, int y)
{
	struct page p;
	lay_out(t, &p);
	struct wk_rect r = wk_overlay_place(&t->canvas, text_width(t), p.rows);
	if (y > r.y && y < r.y + r.h - 1)
		go_line(t, &p, t->pager.top + y - r.y - 1);
	wk_arena_fini(&p.a);
}

/* On the lower border: how far the text goes on. */
static void
draw_place(struct wk_canvas *c, struct wk_rect in, int seen, size_t n)
{
	char text[32];
	snprintf(text, sizeof(text), " %d/%zu ", seen, n);
	wk_canvas_puts_right(c, in.x + in.w, in.y + in.h, WK_ROLE_DIM, text);
}

void
wk_pager_render(const struct wk_tui *t, struct wk_canvas *c)
{
	const struct wk_pager *g = &t->pager;
	struct page p;
	char note[48] = "";
	lay_out(t, &p);
	if (g->is_help)
		snprintf(note, sizeof(note), "%s", wk_help_note(g->page, c->cols < 60));
	struct wk_rect in = wk_overlay_frame(c, g->title, note,
	    g->is_asking ? "y yes   n no   j/k scroll" :
	    c->cols < 60 ? "/ find  Esc close" : "/ find   j/k scroll   Esc close",
	    text_width(t), p.rows);
	if ((int)p.n > p.rows)
		draw_place(c, in, WK_MIN(g->top + p.rows, (int)p.n), p.n);
	int top = WK_MAX(0, WK_MIN(g->top, (int)p.n - in.h));
	for (int i = 0; i < in.h && top + i < (int)p.n; i++)
		draw_line(t, c, (struct wk_rect){ in.x, in.y + i, in.w, 1 }, top + i,
		    &p.v[top + i]);
	if (g->is_finding)
		draw_find(t, c, in);
	c->under = WK_ROLE_TEXT;
	wk_arena_fini(&p.a);
}
