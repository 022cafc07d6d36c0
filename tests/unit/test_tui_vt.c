/* SPDX-License-Identifier: MIT */
/* The bytes a change of the screen costs, and that they say what they should. */
#include "cm.h"

#include <limits.h>
#include <string.h>

#include "tui/vt.h"

enum { COLS = 40, ROWS = 4 };
static const struct wk_style text = { -1, -1, 0 }, dim = { 246, -1, 0 },
	bold = { 215, -1, WK_ATTR_BOLD }, bar = { 250, 235, 0 };

struct row { struct wk_vt_cell c[COLS]; };

static struct row
row_of(const struct wk_style *s, const char *ascii)
{
	struct row r;
	size_t n = strlen(ascii);
	for (size_t x = 0; x < COLS; x++)
		r.c[x] = (struct wk_vt_cell){ x < n ? (uint32_t)ascii[x] : ' ', 0, *s };
	return r;
}

static void
begin(struct wk_vt *t)
{
	wk_vt_init(t);
	t->has_rep = t->has_bce = true;
	wk_vt_clear(t, COLS, ROWS);
	wk_buf_clear(&t->out);
}

static void
sends(struct wk_vt *t, int y, struct row r, const char *bytes)
{
	wk_vt_row(t, y, r.c);
	wk_vt_flush(t);
	assert_string_equal(t->out.p, bytes);
	wk_buf_clear(&t->out);
}

static void
what_is_there_already_costs_nothing(void **state)
{
	struct wk_vt t;
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&dim, ""), "");
	sends(&t, 0, row_of(&text, "abc"), "abc");
	sends(&t, 0, row_of(&text, "abc"), "");
	sends(&t, 0, row_of(&text, "abd"), "\bd");
	wk_vt_fini(&t);
}

static void
ends_of_rows_are_erased_and_runs_repeated(void **state)
{
	struct wk_vt t;
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&text, "xxxxxxxxxxxx."), "x\033[11b.");
	sends(&t, 0, row_of(&text, "x"), "\r\033[C\033[K");
	sends(&t, 1, row_of(&bar, ""), "\033[38;5;250;48;5;235m\n\b\033[K");
	t.has_bce = false;
	sends(&t, 1, row_of(&text, ""), "\033[m\033[K");
	sends(&t, 2, row_of(&bar, ""), "\033[38;5;250;48;5;235m\n \033[39b");
	wk_vt_fini(&t);
}

static void
one_pen_writes_all_that_is_its_own(void **state)
{
	struct wk_vt t;
	struct row r = row_of(&dim, "aa      bb      aa");
	(void)state;
	begin(&t);
	for (int x = 8; x < 10; x++)
		r.c[x].style = bold;
	sends(&t, 0, r, "\033[38;5;246maa\033[14Caa\033[1;38;5;215m\033[10Dbb");
	wk_vt_fini(&t);
}

static void
a_wide_character_is_followed_by_a_placed_cursor(void **state)
{
	struct wk_vt t;
	struct row r = row_of(&text, "ab");
	(void)state;
	begin(&t);
	r.c[0].cp = 0x4e2d;
	r.c[1].cp = 0;
	r.c[2].cp = 'e';
	r.c[2].mark = 0x301;
	r.c[3].cp = 'f';
	sends(&t, 0, r, "\xe4\xb8\xad\033[1;3He\xcc\x81\033[1;4Hf");
	sends(&t, 0, row_of(&text, "ab"), "\rab\033[K");
	wk_vt_fini(&t);
}

static void
attributes_go_out_as_they_came(void **state)
{
	struct wk_vt t;
	struct wk_style dull = { -1, -1, WK_ATTR_DIM }, thick = { -1, -1, WK_ATTR_BOLD },
	    red = { 1, 9, 0 };
	(void)state;
	begin(&t);
	sends(&t, 0, row_of(&thick, "a"), "\033[1ma");
	sends(&t, 1, row_of(&dull, "b"), "\033[;2m\n\bb");
	sends(&t, 2, row_of(&text, "c"), "\033[m\n\bc");
	sends(&t, 3, row_of(&red, "d"), "\033[31;101m\n\bd\033[K");
	wk_vt_fini(&t);
}

/* ---- a small terminal, to read what was sent */
struct screen { struct wk_vt_cell v[ROWS][COLS]; int x, y; struct wk_style pen; };
enum { PARAM_MAX = 16 };

static void
take_color(struct wk_style *pen, const int *p, int n, int *i)
{
	int *to = p[*i] < 40 || (p[*i] >= 90 && p[*i] < 100) ? &pen->fg : &pen->bg;
	if (p[*i] == 38 || p[*i] == 48) {
		assert_true(*i + 2 < n && p[*i + 1] == 5);
		*to = p[*i + 2];
		*i += 2;
	} else if (p[*i] >= 90)
		*to = p[*i] % 10 + 8;
	else
		*to = p[*i] % 10 == 9 ? WK_COLOR_DEFAULT : p[*i] % 10;
}

static void
take_pen(struct wk_style *pen, const int *p, int n)
{
	static const unsigned bits[] = { [1] = WK_ATTR_BOLD, [2] = WK_ATTR_DIM,
		[3] = WK_ATTR_ITALIC, [4] = WK_ATTR_UNDERLINE, [7] = WK_ATTR_REVERSE };
	for (int i = 0; i < n; i++)
		if (p[i] == 0)
			*pen = text;
		else if (p[i] < 10)
			pen->attr |= bits[p[i]];
		else if (p[i] == 22)
			pen->attr &= ~(unsigned)(WK_ATTR_BOLD | WK_ATTR_DIM);
		else if (p[i] < 30)
			pen->attr &= ~bits[p[i] - 20];
		else
			take_color(pen, p, n, &i);
}

static void
print_cell(struct screen *s, uint32_t cp)
{
	assert_in_range(s->x, 0, COLS - 1);
	s->v[s->y][s->x++] = (struct wk_vt_cell){ cp, 0, s->pen };
}

static void
erase_cells(struct screen *s, int n)
{
	assert_in_range(s->x, 0, COLS - n);
	for (int i = 0; i < n; i++)
		s->v[s->y][s->x + i] = (struct wk_vt_cell){ ' ', 0,
			{ -1, s->pen.bg, 0 } };
}

static void
take_csi(struct screen *s, char name, const int *p, int n)
{
	int one = p[0] == 0 ? 1 : p[0];
	if (name == 'm')
		take_pen(&s->pen, p, n);
	else if (name == 'H') {
		s->y = one - 1;
		s->x = n > 1 ? p[1] - 1 : 0;
	} else if (name == 'b')
		for (int i = 0; i < one; i++)
			print_cell(s, s->v[s->y][s->x - 1].cp);
	else if (name == 'K')
		erase_cells(s, COLS - s->x);
	else if (name == 'X')
		erase_cells(s, one);
	else if (name == 'A' || name == 'B')
		s->y += name == 'B' ? one : -one;
	else {
		assert_true(name == 'C' || name == 'D');
		assert_in_range(s->x, 0, COLS - 1);
		s->x += name == 'C' ? one : -one;
	}
}

static const char *
take_escape(struct screen *s, const char *p)
{
	int v[PARAM_MAX] = { 0 }, n = 1;
	if (*p == 'M') {
		s->y--;
		return p + 1;
	}
	for (p++; *p == ';' || (*p >= '0' && *p <= '9'); p++)
		if (*p == ';')
			n++;
		else
			v[n - 1] = v[n - 1] * 10 + *p - '0';
	take_csi(s, *p, v, n);
	return p + 1;
}

/* After a wide sign only a named place counts: terminals disagree where the cursor is. */
static void
take_sign(struct screen *s, uint32_t cp)
{
	if (cp == 0x301)
		s->v[s->y][s->x - 1].mark = cp;
	else
		print_cell(s, cp);
	if (cp == 0x4e2d)
		s->v[s->y][s->x] = (struct wk_vt_cell){ 0, 0, s->pen };
	if (cp == 0x301 || cp == 0x4e2d)
		s->x = INT_MIN / 2;
}

static void
take_bytes(struct screen *s, const char *p)
{
	while (*p != '\0') {
		uint32_t cp;
		size_t n = wk_text_utf8_next(p, strlen(p), &cp);
		if (*p == '\033') {
			p = take_escape(s, p + 1);
			continue;
		}
		p += n;
		if (cp == '\r')
			s->x = 0;
		else if (cp == '\n')
			s->y++;
		else if (cp == '\b') {
			assert_in_range(s->x, 1, COLS - 1);
			s->x--;
		} else
			take_sign(s, cp);
		assert_in_range(s->y, 0, ROWS - 1);
	}
}

/* What is seen of a blank is its background. */
static bool
looks_like(const struct wk_vt_cell *a, const struct wk_vt_cell *b)
{
	bool is_bare = a->cp == ' ' && a->mark == 0 && b->cp == ' ' && b->mark == 0 &&
	    !((a->style.attr | b->style.attr) & (WK_ATTR_REVERSE | WK_ATTR_UNDERLINE));
	if (a->cp == 0 && b->cp == 0)
		return true;
	return a->cp == b->cp && a->mark == b->mark && a->style.bg == b->style.bg &&
	    (is_bare || (a->style.fg == b->style.fg && a->style.attr == b->style.attr));
}

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

/* Frames, words of several pens, blanks, repeated signs, now and then a wide one. */
static struct row
random_row(unsigned *seed)
{
	static const struct wk_style pens[] = { { -1, -1, 0 }, { 246, -1, 0 },
		{ 215, -1, WK_ATTR_BOLD }, { 250, 235, 0 }, { 9, 3, WK_ATTR_UNDERLINE },
		{ -1, -1, WK_ATTR_REVERSE } };
	static const uint32_t signs[] = { ' ', ' ', ' ', 'a', 'b', 0x2500, 0x2502, 0x2588,
		0x4e2d, 'e' };
	struct row r;
	for (size_t x = 0; x < COLS;) {
		uint32_t cp = signs[random_below(seed, WK_LEN(signs))];
		unsigned most = 1 + random_below(seed, WK_LEN(pens));
		const struct wk_style *pen = &pens[random_below(seed, most)];
		size_t n = 1 + random_below(seed, 9);
		for (; n > 0 && x < COLS; n--) {
			bool is_wide = cp == 0x4e2d && x + 1 < COLS;
			uint32_t sign = cp == 0x4e2d && !is_wide ? '?' : cp;
			r.c[x++] = (struct wk_vt_cell){ sign, cp == 'e' ? 0x301 : 0,
				*pen };
			if (is_wide)
				r.c[x++] = (struct wk_vt_cell){ 0, 0, *pen };
		}
	}
	if (random_below(seed, 2) == 0)
		return r;
	r.c[0] = r.c[COLS - 1] = (struct wk_vt_cell){ 0x2502, 0, pens[1] };
	if (r.c[1].cp == 0)
		r.c[1].cp = '!';
	if (r.c[COLS - 2].cp == 0x4e2d)
		r.c[COLS - 2].cp = '!';
	return r;
}

static void
draw_and_compare(struct wk_vt *t, struct screen *s, unsigned *seed)
{
	struct row rows[ROWS];
	for (int y = 0; y < ROWS; y++) {
		bool stays = random_below(seed, 4) == 0;
		memcpy(rows[y].c, &t->v[y * COLS], sizeof(rows[y].c));
		if (stays)
			continue;
		rows[y] = random_row(seed);
		wk_vt_row(t, y, rows[y].c);
	}
	wk_vt_flush(t);
	take_bytes(s, t->out.p);
	wk_buf_clear(&t->out);
	for (int y = 0; y < ROWS; y++)
		for (int x = 0; x < COLS; x++)
			assert_true(looks_like(&s->v[y][x], &rows[y].c[x]));
}

static void
a_terminal_shows_what_was_drawn(void **state)
{
	(void)state;
	for (unsigned can = 0; can < 8; can++) {
		struct wk_vt t;
		struct screen s = { .pen = { -1, -1, 0 } };
		unsigned seed = 20261120 + can;
		wk_vt_init(&t);
		t.has_rep = can & 1;
		t.has_bce = can & 2;
		t.has_ech = can & 4;
		wk_vt_clear(&t, COLS, ROWS);
		wk_buf_clear(&t.out);
		for (int y = 0; y < ROWS; y++)
			for (int x = 0; x < COLS; x++)
				s.v[y][x] = (struct wk_vt_cell){ ' ', 0, { -1, -1, 0 } };
		for (int i = 0; i < 300; i++)
			draw_and_compare(&t, &s, &seed);
		wk_vt_fini(&t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_there_already_costs_nothing),
		cmocka_unit_test(ends_of_rows_are_erased_and_runs_repeated),
		cmocka_unit_test(one_pen_writes_all_that_is_its_own),
		cmocka_unit_test(a_wide_character_is_followed_by_a_placed_cursor),
		cmocka_unit_test(attributes_go_out_as_they_came),
		cmocka_unit_test(a_terminal_shows_what_was_drawn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
