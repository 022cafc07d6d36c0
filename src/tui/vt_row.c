/* SPDX-License-Identifier: MIT */
/* What differs of a row, as runs that one pen writes each. Where much differs, the row is
 * erased between the frames that stay, and only its signs are written. */
#include <limits.h>

#include "vt_cell.h"

/* NEAR: so many bytes are cheaper sent again than stepped over. ERASE, WAY: about what
 * erasing and placing the cursor cost. AGAIN: and saying "again". */
enum { NEAR = 3, FEW = 4, ERASE = 6, WAY = 4, AGAIN = 4, FRAME = 0x2502 };
static const struct wk_vt_cell blank = { ' ', 0, { WK_COLOR_DEFAULT, WK_COLOR_DEFAULT,
	0 } };

static bool
is_same(const struct wk_vt_cell *a, const struct wk_vt_cell *b)
{
	return a->cp == b->cp && a->mark == b->mark && suits(a, &b->style);
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
	int gap = 0;               /* bytes */
	struct wk_vt_run r = { .style = want[x].style, .is_calm = true };
	for (int i = x; i < t->cols && gap <= NEAR; i++) {
		bool is_old = is_same(&row[i], &want[i]);
		if ((is_old && !suits(&want[i], &r.style)) || is_wide_at(t, want, i) ||
		    want[i].cp == 0 || !takes(&r, &want[i]))
			break;
		if (!is_old) {
			r.n = i - x + 1;
			gap = 0;
			if (blank_rest(t, want, i) > FEW) {
				r.n = t->cols - x;
				break;
			}
		} else
			gap += want[i].cp < 0x80 ? 1 : 3;
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

int
wk_vt_repeats(const struct wk_vt_cell *row, int x, int end)
{
	int n = 1;
	while (x + n < end && row[x + n].cp == row[x].cp &&
	    row[x + n].mark == row[x].mark && suits(&row[x + n], &row[x].style))
		n++;
	return n;
}

/* The run that begins at x, a wide sign alone, or none where nothing differs. */
static struct wk_vt_run
next_run(const struct wk_vt *t, const struct wk_vt_cell *row,
    const struct wk_vt_cell *want, int x)
{
	int w = 1 + is_wide_at(t, want, x);
	struct wk_vt_run r = { .x = x, .n = w, .style = want[x].style, .is_none = true };
	if (is_same(&row[x], &want[x]) && (w == 1 || is_same(&row[x + 1], &want[x + 1])))
		return r;
	if (w == 1)
		r = run_from(t, row, want, x);
	r.is_none = false;
	r.n = WK_MAX(r.n, 1);
	r.x = x;
	return r;
}

/* Roughly, the bytes of one run with the way to it. */
static int
run_cost(const struct wk_vt *t, const struct wk_vt_cell *want, const struct wk_vt_run *r)
{
	int cost = WAY;
	for (int x = r->x, n; x < r->x + r->n; x += n) {
		n = wk_vt_repeats(want, x, r->x + r->n);
		int one = want[x].cp < 0x80 ? 1 : want[x].cp < 0x800 ? 2 : 3;
		int most = t->has_rep || is_calm(&want[x]) ? one + AGAIN : INT_MAX;
		cost += WK_MIN(n * one, most);
	}
	return cost;
}

static int
part_cost(const struct wk_vt *t, const struct wk_vt_cell *row,
    const struct wk_vt_cell *want, int x, int end)
{
	int cost = WAY;
	while (x < end) {
		struct wk_vt_run r = next_run(t, row, want, x);
		if (!r.is_none)
			cost += run_cost(t, want, &r);
		x += r.n;
	}
	return cost;
}

/* Between two frames that stay: whether it is shorter to erase it all and begin anew. */
static void
try_erase(struct wk_vt *t, int y, const struct wk_vt_cell *want, int x, int end)
{
	struct wk_vt_cell *row = &t->v[(size_t)y * (size_t)t->cols];
	while (x < end && is_same(&row[x], &want[x]))
		x++;
	while (end > x && is_same(&row[end - 1], &want[end - 1]))
		end--;
	if (end - x <= FEW)
		return;
	int keep = part_cost(t, row, want, x, end);
	memcpy(t->was, row, (size_t)t->cols * sizeof(*row));
	for (int i = x; i < end; i++)
		row[i] = blank;
	if (ERASE + part_cost(t, row, want, x, end) >= keep) {
		memcpy(row, t->was, (size_t)t->cols * sizeof(*row));
		return;
	}
	add_run(t, (struct wk_vt_run){ .x = x, .y = y, .n = end - x, .style = blank.style,
		.is_calm = true, .is_erased = true });
}

static void
find_erasable(struct wk_vt *t, int y, const struct wk_vt_cell *want)
{
	const struct wk_vt_cell *row = &t->v[(size_t)y * (size_t)t->cols];
	int from = 0;
	for (int x = 0; x <= t->cols; x++)
		if (x == t->cols || (want[x].cp == FRAME && is_same(&row[x], &want[x]))) {
			try_erase(t, y, want, from, x);
			from = x + 1;
		}
}

void
wk_vt_row(struct wk_vt *t, int y, const struct wk_vt_cell *want)
{
	struct wk_vt_cell *row = &t->v[(size_t)y * (size_t)t->cols];
	if (t->has_ech)
		find_erasable(t, y, want);
	for (int x = 0; x < t->cols;) {
		struct wk_vt_run r = next_run(t, row, want, x);
		r.y = y;
		if (!r.is_none)
			add_run(t, r);
		x += r.n;
	}
	memcpy(row, want, (size_t)t->cols * sizeof(*row));
}

