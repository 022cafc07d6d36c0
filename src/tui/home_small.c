/* SPDX-License-Identifier: MIT */
/* Home where there is little room (pages without frames), and before the first day. */
#include "home.h"

#include <stdlib.h>

struct small { const struct wk_tui *t; struct wk_canvas *c; struct wk_rect r; int y; };

static bool
has_room(const struct small *s)
{
	return s->y < s->r.y + s->r.h - 1;
}

static void
small_changes(struct small *s, size_t most)
{
	for (size_t i = 0; i < s->t->facts.change_count && i < most && has_room(s); i++)
		wk_home_put_change(s->t, s->c, s->r.x + 1, s->y++, s->r.x + s->r.w - 1,
		    i);
}

/* Draws the first most rules of that state; gives how many there are. */
static int
small_rules(struct small *s, enum wk_state state, int most)
{
	int n = 0;
	for (size_t i = 0; i < s->t->facts.value_count; i++) {
		if (!wk_home_is_rule(i) || s->t->facts.values[i].state != state)
			continue;
		if (n++ >= most)
			continue;
		struct wk_rect row = { s->r.x + 1, s->y++, s->r.w - 2, 1 };
		wk_home_put_rule(s->t, s->c, row, i);
	}
	return n;
}

/* The rules there was no row for. */
static void
small_rest(struct small *s, int hidden, int kept, bool any)
{
	bool bad = hidden > 0;
	if (!bad && kept == 0)
		return;
	wk_canvas_put(s->c, s->r.x + 1, s->y, bad ? WK_ROLE_BAD : WK_ROLE_OK,
	    bad ? 0x2717 : 0x2713);
	if (bad)
		wk_canvas_putf(s->c, s->r.x + 3, s->y++, WK_ROLE_TEXT,
		    "%d more broken, %d kept", hidden, kept);
	else
		wk_canvas_putf(s->c, s->r.x + 3, s->y++, WK_ROLE_TEXT, "%d %s%s kept",
		    kept, any ? "other " : "", kept == 1 ? "rule" : "rules");
}

/* As much of what is to do, or of what is ahead, as fits into so many rows. */
static void
small_lines(struct small *s, int rows,
    int (*draw)(const struct wk_tui *, struct wk_canvas *, struct wk_rect))
{
	struct wk_rect r = { s->r.x + 1, s->y, s->r.w - 2, rows };
	r.h = WK_MIN(r.h, s->r.y + s->r.h - 1 - s->y);
	if (r.h > 0)
		s->y += draw(s->t, s->c, r);
}

/* Level, gauge, changes, broken rules, the other rules, what is ahead, what is to do: the
 * rows between are shared so that the other rules and what is to do always stand. */
static void
page_summary(struct small *s)
{
	int broken = wk_home_rules_broken(s->t), room = s->r.h - 5;
	int ahead = room - broken > 1, shown = WK_MIN(broken, room - 1);
	int changes = WK_MAX(1, room - broken - ahead);
	wk_home_put_level(s->t, s->c, s->r.x + 1, s->y++, s->r.x + s->r.w - 1);
	wk_home_put_gauge(s->t, s->c, s->r.x + 1, s->y++, s->r.w - 2);
	small_changes(s, (size_t)changes);
	small_rules(s, WK_STATE_OVER, shown);
	int spare = s->r.y + s->r.h - 1 - s->y - 1 - ahead - 1;
	int kept = small_rules(s, WK_STATE_OK, 0);
	int named = spare + 1 >= kept ? kept : WK_MAX(spare, 0);
	small_rules(s, WK_STATE_OK, named);
	small_rest(s, broken - shown, kept - named, broken + named > 0);
	int left = s->r.y + s->r.h - 1 - s->y - 1;
	small_lines(s, WK_MAX(ahead, left), wk_home_draw_ahead);
	small_lines(s, s->r.h, wk_home_draw_todo);
}

static void
page_week(struct small *s)
{
	struct wk_rect in = { s->r.x + 1, s->y, s->r.w - 2, s->r.h - 1 };
	wk_home_draw_week(s->t, s->c, in);
}

static void
page_chart(struct small *s)
{
	struct wk_rect in = { s->r.x, s->y + 1, s->r.w - 1, s->r.h - 2 };
	wk_canvas_putf(s->c, s->r.x + 1, s->y, WK_ROLE_TITLE, "Strain, %d weeks",
	    wk_home_weeks(s->t));
	wk_home_draw_chart(s->t, s->c, in);
}

static void
page_ahead(struct small *s)
{
	small_lines(s, 4, wk_home_draw_todo);
	s->y++;
	small_lines(s, s->r.h, wk_home_draw_ahead);
}

static void (*const pages[WK_HOME_PAGES])(struct small *s) = { page_summary, page_week,
	page_chart, page_ahead };

void
wk_home_render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct small s = { t, c, r, r.y };
	int page = t->home.page % (int)WK_LEN(pages);
	pages[page](&s);
	wk_canvas_putf(c, r.x + 1, r.y + r.h - 1, WK_ROLE_DIM,
	    "%d of %zu pages; Space next", page + 1, WK_LEN(pages));
}

static const struct { enum wk_action does; const char *what, *note; } starts[] = {
	{ WK_ACT_LOG, "log today", "about 30 seconds" },
	{ WK_ACT_FILL, "fill the last 7 days roughly", "about a minute" },
	{ WK_ACT_IMPORT, "import from a file", "CSV, timewarrior, JSON Lines" },
	{ WK_ACT_DEMO, "look around with made-up data", "your own log stays untouched" },
};
static const char *const whens[] = {
	"after 1 day    rest rules, with what they stand on",
	"after 7 days   the week, hours and sleep",
	"after 14 days  strain, marked little known",
	"after 28 days  strain and its trend",
};

void
wk_home_flat_empty(const struct wk_tui *t, struct wk_buf *b)
{
	wk_buf_adds(b, "Nothing is logged yet.\n");
	for (size_t i = 0; i < WK_LEN(starts); i++) {
		wk_buf_adds(b, "  ");
		wk_keymap_put_name(&t->keys, "home", starts[i].does, b);
		wk_buf_addf(b, ": %s, %s\n", starts[i].what, starts[i].note);
	}
	wk_buf_adds(b, "What shows up when:\n");
	for (size_t i = 0; i < WK_LEN(whens); i++)
		wk_buf_addf(b, "  %s\n", whens[i]);
	wk_buf_adds(b, "Not a medical device.\n");
}

void
wk_home_render_empty(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_buf day, key;
	bool small = t->size == WK_SIZE_COMPACT;
	struct wk_rect in = r;
	wk_buf_init(&day);
	wk_frame_put_today(t, &day);
	if (!small)
		in = wk_canvas_panel(c, r, "Home", day.p, true);
	wk_buf_fini(&day);
	wk_buf_init(&key);
	int y = in.y + !small, x = in.x + (small ? 1 : 3);
	wk_canvas_puts(c, x, y, WK_ROLE_TITLE, "Nothing is logged yet.");
	y += 2;
	for (size_t i = 0; i < WK_LEN(starts); i++, y++) {
		wk_buf_clear(&key);
		wk_keymap_put_name(&t->keys, "home", starts[i].does, &key);
		wk_canvas_puts(c, x + (small ? 0 : 2), y, WK_ROLE_KEY, key.p);
		wk_canvas_puts(c, x + (small ? 2 : 6), y, WK_ROLE_TEXT, starts[i].what);
		if (!small)
			wk_canvas_puts(c, x + 37, y, WK_ROLE_DIM, starts[i].note);
	}
	wk_buf_fini(&key);
	if (small)
		return;
	wk_canvas_puts(c, x, y + 1, WK_ROLE_TEXT, "What shows up when:");
	for (size_t i = 0; i < WK_LEN(whens); i++) {
		wk_canvas_puts(c, x + 2, y + 2 + (int)i, WK_ROLE_UNKNOWN, "?");
		wk_canvas_puts(c, x + 4, y + 2 + (int)i, WK_ROLE_TEXT, whens[i]);
	}
	wk_canvas_puts(c, x, y + 7, WK_ROLE_DIM,
	    "Charts that would be guesses are not drawn. Not a medical device.");
}
