/* SPDX-License-Identifier: MIT */
/* What differs is sent, and nothing else: pen after pen, a pen as its difference from the
 * one before, runs as one character and "again". After a character whose width terminals
 * disagree about, the cursor is placed anew. */
#include "vt.h"

#include <stdlib.h>

/* NEAR: so many cells are cheaper sent again than stepped over. RUN: so many bytes are
 * worth an "again". STEP: so many lines or columns are cheaper stepped than named. */
enum { NEAR = 3, RUN = 6, STEP = 3 };
static const struct wk_style plain = { WK_COLOR_DEFAULT, WK_COLOR_DEFAULT, 0 };
static const struct wk_vt_cell blank = { ' ', 0, { WK_COLOR_DEFAULT, WK_COLOR_DEFAULT,
	0 } };

void
wk_vt_init(struct wk_vt *t)
{
	*t = (struct wk_vt){ .x = -1, .pen = plain };
	wk_buf_init(&t->out);
}

void
wk_vt_fini(struct wk_vt *t)
{
	wk_mem_free(t->v);
	wk_mem_free(t->runs);
	wk_buf_fini(&t->out);
	wk_vt_init(t);
}

void
wk_vt_clear(struct wk_vt *t, int cols, int rows)
{
	size_t n = (size_t)cols * (size_t)rows;
	t->v = wk_mem_realloc(t->v, n * sizeof(*t->v));
	t->cols = cols;
	t->rows = rows;
	t->run_count = 0;
	for (size_t i = 0; i < n; i++)
		t->v[i] = blank;
	wk_vt_reset(t);
	wk_buf_adds(&t->out, "\033[H\033[2J");
	t->x = t->y = 0;
}

void
wk_vt_reset(struct wk_vt *t)
{
	wk_buf_adds(&t->out, "\033[m");
	t->pen = plain;
}

/* Of a blank only this can be seen. */
static bool
is_blank(const struct wk_vt_cell *c)
{
	return c->cp == ' ' && c->mark == 0;
}

static bool
is_lined(const struct wk_style *s)
{
	return (s->attr & (WK_ATTR_REVERSE | WK_ATTR_UNDERLINE)) != 0;
}

static bool
is_same_style(const struct wk_style *a, const struct wk_style *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->attr == b->attr;
}

/* The cell would look right if it were written with this pen. */
static bool
suits(const struct wk_vt_cell *c, const struct wk_style *pen)
{
	if (is_same_style(&c->style, pen))
		return true;
	return is_blank(c) && c->style.bg == pen->bg && !is_lined(&c->style) &&
	    !is_lined(pen);
}

static bool
is_same(const struct wk_vt_cell *a, const struct wk_vt_cell *b)
{
	return a->cp == b->cp && a->mark == b->mark && suits(a, &b->style);
}

/* ---- the pen ---- */
static void
add_param(struct wk_buf *b, const char *s)
{
	if (b->len > 0)
		wk_buf_addc(b, ';');
	wk_buf_adds(b, s);
}

static void
add_color(struct wk_buf *b, int color, int base)
{
	char s[16];
	if (color < 0)
		snprintf(s, sizeof(s), "%d", base + 9);
	else if (color < 8)
		snprintf(s, sizeof(s), "%d", base + color);
	else if (color < 16)
		snprintf(s, sizeof(s), "%d", base + 60 + color - 8);
	else
		snprintf(s, sizeof(s), "%d;5;%d", base + 8, color);
	add_param(b, s);
}

/* The parameters that lead from one style to the other. */
static void
put_params(struct wk_buf *b, const struct wk_style *from, const struct wk_style *to)
{
	static const struct { unsigned bit; const char *on, *off; } attrs[] = {
		{ WK_ATTR_BOLD, "1", "22" }, { WK_ATTR_DIM, "2", "22" },
		{ WK_ATTR_ITALIC, "3", "23" }, { WK_ATTR_UNDERLINE, "4", "24" },
		{ WK_ATTR_REVERSE, "7", "27" },
	};
	const unsigned weight = WK_ATTR_BOLD | WK_ATTR_DIM;
	unsigned was = from->attr;
	if (was & ~to->attr & weight) {
		add_param(b, "22");
		was &= ~weight;
	}
	for (size_t i = 0; i < WK_LEN(attrs); i++) {
		unsigned bit = attrs[i].bit;
		if ((was ^ to->attr) & bit)
			add_param(b, to->attr & bit ? attrs[i].on : attrs[i].off);
	}
	if (from->fg != to->fg)
		add_color(b, to->fg, 30);
	if (from->bg != to->bg)
		add_color(b, to->bg, 40);
}

static void
set_pen(struct wk_vt *t, const struct wk_style *to)
{
	struct wk_buf step, anew;
	if (is_same_style(&t->pen, to))
		return;
	wk_buf_init(&step);
	wk_buf_init(&anew);
	put_params(&step, &t->pen, to);
	put_params(&anew, &plain, to);
	bool is_anew = anew.len == 0 || anew.len + 1 < step.len;
	wk_buf_adds(&t->out, "\033[");
	if (is_anew && anew.len > 0)
		wk_buf_addc(&t->out, ';');
	wk_buf_adds(&t->out, is_anew ? anew.p : step.p);
	wk_buf_addc(&t->out, 'm');
	wk_buf_fini(&step);
	wk_buf_fini(&anew);
	t->pen = *to;
}

/* ---- the cursor ---- */
static void
emit(struct wk_vt *t, const struct wk_vt_cell *c)
{
	char utf8[4];
	wk_buf_add(&t->out, utf8, wk_text_utf8_put(c->cp, utf8));
	if (c->mark != 0)
		wk_buf_add(&t->out, utf8, wk_text_utf8_put(c->mark, utf8));
}

/* The few cells up to x once more, if nothing has to be switched for them. */
static bool
walk(struct wk_vt *t, int x)
{
	const struct wk_vt_cell *row = &t->v[(size_t)t->y * (size_t)t->cols];
	if (x - t->x > NEAR)
		return false;
	for (int i = t->x; i < x; i++)
		if (row[i].cp < ' ' || row[i].cp > '~' || row[i].mark != 0 ||
		    !suits(&row[i], &t->pen))
			return false;
	for (; t->x < x; t->x++)
		emit(t, &row[t->x]);
	return true;
}

/* Down by lines, then along; false where naming the place is shorter. */
static bool
step(struct wk_vt *t, int x, int y)
{
	int from = t->x, down = y - t->y;
	if (from < 0 || down < 0 || down > STEP)
		return false;
	/* past the last column there is no telling where a step ends */
	if (x == 0 || from >= t->cols) {
		wk_buf_addc(&t->out, '\r');
		from = 0;
	}
	wk_buf_fill(&t->out, '\n', (size_t)down);
	if (x < from && from - x <= STEP)
		wk_buf_fill(&t->out, '\b', (size_t)(from - x));
	else if (x != from)
		wk_buf_addf(&t->out, "\033[%d%c", abs(x - from), x < from ? 'D' : 'C');
	return true;
}

void
wk_vt_move(struct wk_vt *t, int x, int y)
{
	if (t->x == x && t->y == y)
		return;
	bool is_walked = t->x >= 0 && t->x < t->cols && t->y == y && x > t->x &&
	    walk(t, x);
	if (!is_walked && !step(t, x, y))
		wk_buf_addf(&t->out, x == 0 ? "\033[%dH" : "\033[%d;%dH", y + 1, x + 1);
	t->x = x;
	t->y = y;
}

/* ---- what differs ---- */
static bool
is_wide_at(const struct wk_vt *t, const struct wk_vt_cell *row, int x)
{
	return x + 1 < t->cols && row[x + 1].cp == 0;
}

/* A blank that shows its background alone. */
static bool
is_calm(const struct wk_vt_cell *c)
{
	return is_blank(c) && !is_lined(&c->style);
}

/* Where the row is blank from x on, as far as it goes. */
static int
blank_rest(const struct wk_vt *t, const struct wk_vt_cell *want, int x)
{
	int i = x;
	while (i < t->cols && is_calm(&want[i]) && want[i].style.bg == want[x].style.bg)
		i++;
	return i == t->cols ? i - x : 0;
}

/* The run may take cell i: the first sign among blanks gives them its pen. */
static bool
takes(struct wk_vt_run *r, const struct wk_vt_cell *c)
{
	bool is_sign = !is_calm(c);
	bool is_first = r->is_calm && is_sign && c->style.bg == r->style.bg &&
	    !is_lined(&c->style);
	if (!is_first && !suits(c, &r->style))
		return false;
	if (is_sign) {
		r->style = c->style;
		r->is_calm = false;
	}
	return true;
}

/* Cells from x on that one pen writes. A few that are as they were do not end it, nor do
 * blanks, which are sent as one. */
static struct wk_vt_run
run_from(const struct wk_vt *t, const struct wk_vt_cell *row,
    const struct wk_vt_cell *want, int x)
{
	int gap = 0;
	struct wk_vt_run r = { .style = want[x].style, .is_calm = true };
	for (int i = x; i < t->cols && gap <= NEAR; i++) {
		bool is_old = is_same(&row[i], &want[i]);
		if ((is_old && !suits(&want[i], &r.style)) || is_wide_at(t, want, i) ||
		    want[i].cp == 0 || !takes(&r, &want[i]))
			break;
		if (!is_old) {
			r.n = i - x + 1;
			gap = 0;
			if (blank_rest(t, want, i) > STEP) {
				r.n = t->cols - x;
				break;
			}
		} else
			gap += !is_calm(&want[i]);
	}
	return r;
}

static void
add_run(struct wk_vt *t, struct wk_vt_run r)
{
	if (t->run_count == t->run_cap) {
		t->run_cap = t->run_cap == 0 ? 64 : t->run_cap * 2;
		t->runs = wk_mem_realloc(t->runs, t->run_cap * sizeof(*t->runs));
	}
	t->runs[t->run_count++] = r;
}

void
wk_vt_row(struct wk_vt *t, int y, const struct wk_vt_cell *want)
{
	struct wk_vt_cell *row = &t->v[(size_t)y * (size_t)t->cols];
	for (int x = 0; x < t->cols;) {
		struct wk_vt_run r = { .n = 1 + is_wide_at(t, want, x) };
		bool is_done = is_same(&row[x], &want[x]) &&
		    (r.n == 1 || is_same(&row[x + 1], &want[x + 1]));
		if (!is_done) {
			if (r.n == 1)
				r = run_from(t, row, want, x);
			else
				r.style = want[x].style;
			r.n = WK_MAX(r.n, 1);
			r.x = x;
			r.y = y;
			add_run(t, r);
		}
		x += r.n;
	}
	memcpy(row, want, (size_t)t->cols * sizeof(*row));
}

/* ---- sending ---- */
static int
repeats(const struct wk_vt_cell *row, int x, int end)
{
	int n = 1;
	while (x + n < end && row[x + n].cp == row[x].cp &&
	    row[x + n].mark == row[x].mark && suits(&row[x + n], &row[x].style))
		n++;
	return n;
}

static void
send_same(struct wk_vt *t, const struct wk_vt_cell *c, int n)
{
	char utf8[4];
	size_t one = wk_text_utf8_put(c->cp, utf8);
	t->x += n;
	emit(t, c);
	if (t->has_rep && c->mark == 0 && one * (size_t)(n - 1) >= RUN) {
		wk_buf_addf(&t->out, "\033[%db", n - 1);
		return;
	}
	while (--n > 0)
		emit(t, c);
}

/* Blanks up to the last column, and enough of them to erase. */
static bool
can_erase(const struct wk_vt *t, const struct wk_vt_cell *c, int x, int n)
{
	return x + n == t->cols && n > STEP && is_calm(c) &&
	    (t->has_bce || c->style.bg < 0);
}

static void
send_run(struct wk_vt *t, const struct wk_vt_run *r)
{
	const struct wk_vt_cell *row = &t->v[(size_t)r->y * (size_t)t->cols];
	wk_vt_move(t, r->x, r->y);
	for (int x = r->x, n; x < r->x + r->n; x += n) {
		bool is_wide = is_wide_at(t, row, x);
		n = is_wide || row[x].mark != 0 ? 1 : repeats(row, x, r->x + r->n);
		if (can_erase(t, &row[x], x, n)) {
			wk_buf_adds(&t->out, "\033[K");
			return;
		}
		send_same(t, &row[x], n);
		n += is_wide;
		if (is_wide || row[x].mark != 0) {
			t->x = -1;
			if (x + n < r->x + r->n)
				wk_vt_move(t, x + n, r->y);
		}
	}
}

static bool
fits(const struct wk_vt_run *r, const struct wk_style *pen)
{
	return is_same_style(&r->style, pen) ||
	    (r->is_calm && r->style.bg == pen->bg && !is_lined(pen));
}

/* One pen after the other: placing the cursor is shorter than naming a colour. */
void
wk_vt_flush(struct wk_vt *t)
{
	size_t left = t->run_count, first = 0;
	while (left > 0) {
		for (size_t i = 0; i < t->run_count; i++) {
			struct wk_vt_run *r = &t->runs[i];
			if (r->n == 0 || !fits(r, &t->pen))
				continue;
			send_run(t, r);
			r->n = 0;
			left--;
		}
		while (first < t->run_count && t->runs[first].n == 0)
			first++;
		if (first < t->run_count)
			set_pen(t, &t->runs[first].style);
	}
	t->run_count = 0;
}
