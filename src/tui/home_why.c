/* SPDX-License-Identifier: MIT */
/* Why: what moved since the day before; the lines add up to the change of the score. */
#include <stdlib.h>

#include "home.h"

/* The reason without numbers: as it is when it has none, else what it is about. */
static const char *
words_of(const struct wk_why *w)
{
	static const char *const about[WK_PART_COUNT] = { [WK_PART_HOURS] = "the hours",
		[WK_PART_REST] = "the rest", [WK_PART_SLEEP] = "the sleep",
		[WK_PART_INCIDENTS] = "the pages", [WK_PART_CHECKIN] = "how you felt" };
	return strpbrk(w->text, "0123456789") == NULL ? w->text : about[w->part];
}

void
wk_home_puts(struct wk_canvas *c, int x, int y, int end, enum wk_role role, const char *s)
{
	char cut[200];
	if (end <= x)
		return;
	snprintf(cut, sizeof(cut), "%s", s);
	if ((int)wk_text_width(cut) <= end - x) {
		wk_canvas_puts(c, x, y, role, cut);
		return;
	}
	cut[wk_text_fit(cut, (size_t)(end - x - 1))] = '\0';
	x = wk_canvas_puts(c, x, y, role, cut);
	wk_canvas_put(c, x, y, role, 0x2026);
}

void
wk_home_mark(struct wk_canvas *c, struct wk_rect in, int y)
{
	wk_canvas_put(c, in.x, y, WK_ROLE_CURSOR, '>');
	wk_canvas_paint_under(c, (struct wk_rect){ in.x, y, in.w, 1 }, WK_ROLE_SELECTION);
}

/* What follows a comma goes before a word is cut; Enter tells it. */
static void
drop_clauses(char *s, int room)
{
	for (size_t i = strlen(s); (int)wk_text_width(s) > room && i > 0; i--)
		if (s[i] == ',')
			s[i] = '\0';
}

void
wk_home_put_change(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int end,
    size_t i)
{
	const struct wk_why *w = &t->facts.changes[i];
	enum wk_role role = w->tenths > 0 ? WK_ROLE_WARN : w->tenths < 0 ? WK_ROLE_OK :
	    WK_ROLE_DIM;
	struct wk_buf words;
	wk_buf_init(&words);
	if (t->home.hides_numbers) {
		wk_canvas_puts(c, x, y, role, w->tenths > 0 ? "up  " : w->tenths < 0 ?
		    "down" : "=   ");
		wk_buf_adds(&words, words_of(w));
	} else {
		wk_canvas_putf(c, x, y, role, "%c%d.%d", w->tenths < 0 ? '-' : '+',
		    abs(w->tenths) / 10, abs(w->tenths) % 10);
		wk_buf_adds(&words, w->text);
	}
	int text_x = x + 6;
	if (end - text_x > 44) {
		wk_canvas_puts(c, text_x, y, WK_ROLE_DIM, wk_part_word(w->part));
		text_x += 11;
	}
	drop_clauses(words.p, end - text_x);
	wk_home_puts(c, text_x, y, end, WK_ROLE_TEXT, words.p);
	wk_buf_fini(&words);
}

static int
rows(const struct wk_tui *t)
{
	return (int)t->facts.change_count;
}

static void
put_note(const struct wk_tui *t, struct wk_buf *b)
{
	int sum = 0;
	for (size_t i = 0; i < t->facts.change_count; i++)
		sum += t->facts.changes[i].tenths;
	if (t->facts.series.shown == 0)
		return;
	if (t->home.hides_numbers)
		wk_buf_adds(b, sum > 0 ? "up" : sum < 0 ? "down" : "steady");
	else
		wk_buf_addf(b, "%c%d.%d", sum < 0 ? '-' : '+', abs(sum) / 10,
		    abs(sum) % 10);
	wk_buf_addf(b, " since %s",
	    wk_date_weekday_name(wk_date_weekday(t->facts.status.day - 1), false));
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	struct wk_buf note;
	wk_buf_init(&note);
	put_note(t, &note);
	struct wk_rect in = wk_canvas_panel(c, r, "Why", note.p, has_focus);
	wk_buf_fini(&note);
	int n = rows(t), end = in.x + in.w - 1;
	for (int i = 0; i < n && i < in.h; i++) {
		wk_home_put_change(t, c, in.x + 1, in.y + i, end, (size_t)i);
		if (has_focus && i == t->home.row)
			wk_home_mark(c, in, in.y + i);
	}
	if (n == 0)
		wk_canvas_puts(c, in.x + 1, in.y, WK_ROLE_DIM, t->facts.series.shown > 0 ?
		    "nothing moved" : "the first day: nothing to compare");
	if (in.h > n + 1)
		wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
		    "Enter shows where it comes from");
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	wk_buf_adds(b, "Why, ");
	put_note(t, b);
	wk_buf_addc(b, '\n');
	for (int i = 0; i < rows(t); i++) {
		const struct wk_why *w = &t->facts.changes[i];
		wk_flat_mark(b, i == row);
		if (t->home.hides_numbers)
			wk_buf_addf(b, "%s: %s\n", w->tenths > 0 ? "up" : "down",
			    words_of(w));
		else
			wk_buf_addf(b, "%s %d.%d, %s: %s\n", w->tenths < 0 ? "minus" :
			    "plus", abs(w->tenths) / 10, abs(w->tenths) % 10,
			    wk_part_word(w->part), w->text);
	}
	if (rows(t) == 0)
		wk_buf_adds(b, t->facts.series.shown > 0 ? "  nothing moved\n" :
		    "  the first day: nothing to compare\n");
}

const struct wk_home_panel wk_home_why = { .title = "Why", .render = render,
    .rows = rows, .put_flat = put_flat };
