/* SPDX-License-Identifier: MIT */
/* What differs is sent, and nothing else: pen after pen, a pen as its difference from the
 * one before, runs as one character and "again". After a character whose width terminals
 * disagree about, the cursor is placed anew. */
#include "vt_cell.h"

#include <limits.h>
#include <stdlib.h>

/* NEAR: so many bytes are cheaper sent again than stepped over. RUN: so many are worth an
 * "again". STEP: so many lines or columns are cheaper stepped than counted. FAR: so many
 * lines away nothing is looked for. */
enum { NEAR = 3, RUN = 5, STEP = 4, FAR = 3 };
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
	wk_mem_free(t->was);
	wk_mem_free(t->runs);
	wk_buf_fini(&t->out);
	wk_vt_init(t);
}

void
wk_vt_clear(struct wk_vt *t, int cols, int rows)
{
	size_t n = (size_t)cols * (size_t)rows;
	t->v = wk_mem_realloc(t->v, n * sizeof(*t->v));
	t->was = wk_mem_realloc(t->was, (size_t)cols * sizeof(*t->was));
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

/* What leads from the cursor to a place, as counts: cost in bytes, 0 of nothing. */
struct way { int cost, down, along; bool has_return, is_named; };

static int
step_cost(int n, int sign_cost, int most)
{
	int d = abs(n);
	if (d * sign_cost <= most)
		return d * sign_cost;
	return d == 1 ? 3 : d < 10 ? 4 : 5;
}

static int
digits(int n)
{
	return n < 10 ? 1 : n < 100 ? 2 : 3;
}

/* Along by columns: back by single steps, or from the first column. */
static void
find_along(struct way *w, int from, int x)
{
	int there = x < from ? step_cost(x - from, 1, STEP) : step_cost(x - from, 3, 3);
	int anew = 1 + step_cost(x, 3, 3);
	w->has_return = from < 0 || anew < there;
	w->along = w->has_return ? x : x - from;
	w->cost += w->has_return ? anew : there;
}

static struct way
find_way(const struct wk_vt *t, int x, int y)
{
	struct way w = { .down = y - t->y };
	int named = 4 + digits(y + 1) + (x == 0 ? -1 : digits(x + 1));
	if (t->x >= 0) {
		/* past the last column there is no telling where a step ends */
		find_along(&w, t->x < t->cols ? t->x : -1, x);
		w.cost += w.down < 0 ? step_cost(w.down, 2, 2) :
		    step_cost(w.down, 1, STEP);
	}
	if (t->x < 0 || named <= w.cost)
		w = (struct way){ .cost = named, .is_named = true };
	return w;
}

/* n times a sign, or once "so many". */
static void
put_steps(struct wk_buf *b, int n, const char *sign, int most, char name)
{
	if (n <= most)
		for (; n > 0; n--)
			wk_buf_adds(b, sign);
	else if (n == 1)
		wk_buf_addf(b, "\033[%c", name);
	else
		wk_buf_addf(b, "\033[%d%c", n, name);
}

static void
go(struct wk_vt *t, const struct way *w, int x, int y)
{
	struct wk_buf *b = &t->out;
	if (w->is_named) {
		wk_buf_addf(b, x == 0 ? "\033[%dH" : "\033[%d;%dH", y + 1, x + 1);
		return;
	}
	if (w->has_return)
		wk_buf_addc(b, '\r');
	if (w->down > 0)
		put_steps(b, w->down, "\n", STEP, 'B');
	else
		put_steps(b, -w->down, "\033M", 1, 'A');
	if (w->along < 0)
		put_steps(b, -w->along, "\b", STEP, 'D');
	else
		put_steps(b, w->along, "", 0, 'C');
}

void
wk_vt_move(struct wk_vt *t, int x, int y)
{
	if (t->x == x && t->y == y)
		return;
	bool is_walked = t->x >= 0 && t->x < t->cols && t->y == y && x > t->x &&
	    walk(t, x);
	if (!is_walked) {
		struct way w = find_way(t, x, y);
		go(t, &w, x, y);
	}
	t->x = x;
	t->y = y;
}

/* ---- sending ---- */
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

/* Blanks at the end of a run, and enough of them to be erased where the cursor stands. */
static int
erasable(const struct wk_vt *t, const struct wk_vt_run *r)
{
	const struct wk_vt_cell *row = &t->v[(size_t)r->y * (size_t)t->cols];
	int end = r->x + r->n, x = end;
	while (x > r->x && is_calm(&row[x - 1]))
		x--;
	bool can = t->has_ech && (t->has_bce || t->pen.bg < 0) && end < t->cols;
	return can && end - x > STEP ? end - x : 0;
}

static void
send_cells(struct wk_vt *t, const struct wk_vt_run *r, int end)
{
	const struct wk_vt_cell *row = &t->v[(size_t)r->y * (size_t)t->cols];
	for (int x = r->x, n; x < end; x += n) {
		bool is_wide = is_wide_at(t, row, x);
		n = is_wide || row[x].mark != 0 ? 1 : wk_vt_repeats(row, x, end);
		if (can_erase(t, &row[x], x, n)) {
			wk_buf_adds(&t->out, "\033[K");
			return;
		}
		send_same(t, &row[x], n);
		n += is_wide;
		if (is_wide || row[x].mark != 0) {
			t->x = -1;
			if (x + n < end)
				wk_vt_move(t, x + n, r->y);
		}
	}
}

static void
send_run(struct wk_vt *t, const struct wk_vt_run *r)
{
	int blanks = erasable(t, r), end = r->x + r->n - blanks;
	wk_vt_move(t, r->x, r->y);
	send_cells(t, r, end);
	if (blanks == 0)
		return;
	wk_vt_move(t, end, r->y);
	wk_buf_addf(&t->out, "\033[%dX", blanks);
}

static bool
fits(const struct wk_vt_run *r, const struct wk_style *pen)
{
	return is_same_style(&r->style, pen) ||
	    (r->is_calm && r->style.bg == pen->bg && !is_lined(pen));
}

/* The nearest run for this pen: about where the last one was, else the first of all.
 * Runs lie in the order of their rows. */
static struct wk_vt_run *
nearest(struct wk_vt *t, size_t first, size_t last)
{
	struct wk_vt_run *best = NULL;
	int least = INT_MAX;
	size_t from = last;
	while (from > first && t->runs[from - 1].y >= t->y - 1)
		from--;
	for (size_t i = from; i < t->run_count; i++) {
		struct wk_vt_run *r = &t->runs[i];
		if (best != NULL && r->y > t->y + FAR)
			break;
		if (r->n == 0 || !fits(r, &t->pen))
			continue;
		int cost = find_way(t, r->x, r->y).cost;
		if (cost < least) {
			least = cost;
			best = r;
		}
	}
	for (size_t i = first; best == NULL && i < from; i++)
		if (t->runs[i].n > 0 && fits(&t->runs[i], &t->pen))
			best = &t->runs[i];
	return best;
}

/* A rough count of the bytes from one pen to the next. */
static int
pen_cost(const struct wk_style *a, const struct wk_style *b)
{
	const struct wk_style *s = b;
	int anew = 3 + 9 * (s->fg >= 0) + 9 * (s->bg >= 0) + 2 * (s->attr != 0);
	int step = 2 + 9 * (a->fg != b->fg) + 9 * (a->bg != b->bg) +
	    2 * (a->attr != b->attr);
	return WK_MIN(anew, step);
}

static const struct wk_style *
next_pen(const struct wk_vt *t, size_t first)
{
	const struct wk_style *best = NULL;
	int least = INT_MAX;
	for (size_t i = first; i < t->run_count; i++) {
		const struct wk_vt_run *r = &t->runs[i];
		int cost = r->n == 0 ? INT_MAX : pen_cost(&t->pen, &r->style);
		if (cost < least) {
			least = cost;
			best = &r->style;
		}
	}
	return best;
}

/* What is erased comes before what is written there. */
static size_t
send_erased(struct wk_vt *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->run_count; i++) {
		struct wk_vt_run *r = &t->runs[i];
		if (!r->is_erased)
			continue;
		if (t->pen.bg >= 0 || is_lined(&t->pen))
			set_pen(t, &plain);
		wk_vt_move(t, r->x, r->y);
		if (r->x + r->n == t->cols)
			wk_buf_adds(&t->out, "\033[K");
		else
			wk_buf_addf(&t->out, "\033[%dX", r->n);
		r->n = 0;
		n++;
	}
	return n;
}

/* One pen after the other: placing the cursor is shorter than naming a colour. */
void
wk_vt_flush(struct wk_vt *t)
{
	size_t left = t->run_count, first = 0, last = 0;
	left -= send_erased(t);
	while (left > 0) {
		struct wk_vt_run *r;
		while ((r = nearest(t, first, last)) != NULL) {
			send_run(t, r);
			r->n = 0;
			left--;
			last = (size_t)(r - t->runs);
			while (first < t->run_count && t->runs[first].n == 0)
				first++;
		}
		if (left > 0)
			set_pen(t, next_pen(t, first));
	}
	t->run_count = 0;
}
