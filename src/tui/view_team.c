/* SPDX-License-Identifier: MIT */
/* Team: weeks of those who said yes, in bands. Without them it says what would stand
 * here, what never would, and who decides. */
#include "home.h"
#include "overlay.h"

static const char none[] =
    "No team yet. Sharing is off, nobody can turn it on for you, and nothing ever left "
    "this machine.\n"
    "\n"
    "A team may run a hub, a small server of its own. Those who said yes give it one "
    "word a week: calm, watch, strained or severe. Here those weeks would stand, never a "
    "person.\n";

enum { RULES_H = 7, NOTHING_H = 10, SHOWN = 12, WEEK_W = 5, NAME_W = 24 };
enum page { WEEKS, WEEK, RULES };
enum sign { GIVEN, NEVER, NOTE };
static const struct { enum sign sign; const char *text; } rules[] = {
	{ GIVEN, "A week shows only when 5 or more gave it; a hidden one stays hidden." },
	{ GIVEN, "Bands in words; weeks, not days. A name only of who chose so." },
	{ GIVEN, "Those who gave can read who looked." },
	{ NEVER, "Days, sleep, feeling, notes and titles are never sent by anyone." },
	{ NOTE, "Not for performance review. p has the rules, S what is shared." },
};

static const char all_rules[] =
    "You decide. It is off until you say yes, for one team, until a day you name.\n"
    "You can pause it, which looks the same as never having joined, and you can take it "
    "back: what was given is then deleted.\n"
    "\n"
    "What is given is one band a week, made of hours, rest and pages alone, and on how "
    "many days it stands. Sleep and feeling are in it only if you choose so.\n"
    "\n"
    "What is shown are bands of 5 people or more. With fewer a week is hidden, and a "
    "small group never gives a person away. Whoever chose so is shown by name.\n"
    "\n"
    "If all but one of a team told each other what they gave, they could work out the "
    "last one; and when one joins, a change of the sum says something of them.\n"
    "\n"
    "Who looks is written down, and those who gave can read it.\n"
    "\n"
    "Before anything is sent you see the exact bytes, and they wait for you.\n";

static const char elsewhere[] =
    "No hub knows you, and the weeks of a team come from a hub alone.\n"
    "\n"
    "What you share goes to another receiver: S says to whom, and what it gets.\n";

static const char not_asked[] =
    "You are known to a hub, and nothing was asked yet.\n"
    "\n"
    "r asks it for the weeks of the team that you lead. Those who are shown by name can "
    "read that you looked. S says what you share yourself.\n";

static const char *
why_nothing(const struct wk_teams *g)
{
	return g->has_hub ? not_asked : g->has_receiver ? elsewhere : none;
}

static struct wk_rect
inside(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, const char *title,
    bool has_focus)
{
	struct wk_rect in = { r.x, r.y + 1, r.w, r.h - 1 };
	if (t->size == WK_SIZE_COMPACT)
		wk_canvas_puts(c, r.x + 1, r.y, WK_ROLE_TITLE_FOCUS, title);
	else
		in = wk_canvas_panel(c, r, title, NULL, has_focus);
	return (struct wk_rect){ in.x + 1, in.y, WK_MIN(in.w - 2, 80), in.h };
}

static const char *
or_unknown(const char *s)
{
	return s == NULL ? "?" : s;
}

static void
draw_week(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int i)
{
	const struct wk_team_week *w = &t->teams.weeks[i];
	bool is_at = i == t->teams.row;
	wk_canvas_puts(c, in.x, in.y, WK_ROLE_TEXT, is_at ? ">" : " ");
	wk_canvas_puts(c, in.x + 2, in.y, WK_ROLE_TEXT, or_unknown(w->name));
	if (w->is_hidden) {
		wk_canvas_putf(c, in.x + 12, in.y, WK_ROLE_DIM,
		    "hidden: fewer than %.4s gave", t->teams.k_min == NULL ? "5" :
		    t->teams.k_min);
	} else
		wk_canvas_puts(c, in.x + 12, in.y, WK_ROLE_TEXT,
		    wk_team_share_word(w->share));
	if (in.w >= 46 && !w->is_hidden) {
		wk_canvas_putf(c, in.x + 26, in.y, WK_ROLE_TEXT, "%.8s",
		    or_unknown(w->pages));
		wk_canvas_putf(c, in.x + 35, in.y, WK_ROLE_TEXT, "%.8s",
		    or_unknown(w->night));
	}
	if (is_at)
		wk_canvas_paint_under(c, (struct wk_rect){ in.x, in.y, in.w, 1 },
		    WK_ROLE_SELECTION);
}

static void
draw_weeks(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_teams *g = &t->teams;
	const char *title = !g->has_answer ? "Team, by week" :
	    wk_arena_printf((struct wk_arena *)(uintptr_t)&t->scratch,
	    "Team %.32s, by week", g->team);
	struct wk_rect in = inside(t, c, r, title, g->page == 0);
	if (!g->has_answer) {
		(void)wk_overlay_puts(c, in, WK_ROLE_TEXT, why_nothing(g));
		return;
	}
	wk_canvas_puts(c, in.x + 2, in.y, WK_ROLE_DIM, "week");
	wk_canvas_puts(c, in.x + 12, in.y, WK_ROLE_DIM, in.w >= 46 ? "strained" :
	    "strained or severe");
	if (in.w >= 46) {
		wk_canvas_puts(c, in.x + 26, in.y, WK_ROLE_DIM, "pages");
		wk_canvas_puts(c, in.x + 35, in.y, WK_ROLE_DIM, "at night");
	}
	int room = in.h - 1, first = WK_MAX(g->row - room + 1, 0);
	for (int i = first; i < (int)g->week_count && i < first + room; i++) {
		in.y++;
		draw_week(t, c, in, i);
	}
}

/* What a hub says of somebody's week: a band, that too little is known, or nothing. */
struct said { const char *sign, *word; enum wk_role role; };

static struct said
said_of(const char *band)
{
	for (int b = 0; band != NULL && b < WK_BAND_COUNT; b++)
		if (strcmp(wk_band_name((enum wk_band)b), band) == 0)
			return (struct said){ wk_home_sign((enum wk_band)b), band,
				wk_home_role((enum wk_band)b) };
	if (band != NULL && strcmp(band, "unknown") == 0)
		return (struct said){ "?", band, WK_ROLE_UNKNOWN };
	return (struct said){ "\xc2\xb7", "nothing", WK_ROLE_HEAT_NONE };
}

static void
draw_names(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_teams *g = &t->teams;
	if (g->name_count > 0 && in.h > 1)
		wk_canvas_puts(c, in.x, in.y++, WK_ROLE_DIM, "who shares by name");
	for (size_t i = 0; i < g->name_count && (int)i + 1 < in.h; i++, in.y++) {
		const char *name = or_unknown(g->names[i].name);
		struct said said = said_of(g->names[i].band[g->row]);
		int at = WK_MIN(in.w - 12, 24);
		wk_canvas_putf(c, in.x, in.y, WK_ROLE_TEXT, "%.*s",
		    (int)wk_text_fit(name, (size_t)WK_MAX(at - 1, 1)), name);
		wk_canvas_puts(c, in.x + at, in.y, said.role, said.sign);
		wk_canvas_puts(c, in.x + at + 3, in.y, WK_ROLE_TEXT, said.word);
	}
}

/* "<=20" and ">=50" as they are said. */
static void
put_percent(struct wk_buf *b, const char *share)
{
	if (share == NULL)
		wk_buf_adds(b, "?");
	else if (wk_text_starts(share, "<="))
		wk_buf_addf(b, "up to %.8s %%", share + 2);
	else if (wk_text_starts(share, ">="))
		wk_buf_addf(b, "%.8s %% or more", share + 2);
	else
		wk_buf_addf(b, "%.8s %%", share);
}

static void
put_week(const struct wk_team_week *w, struct wk_buf *b)
{
	if (w->is_hidden) {
		wk_buf_adds(b, "Too few gave for a sum, and it stays hidden.\n");
		return;
	}
	wk_buf_addf(b, "%s strained\nor severe, ", wk_team_share_word(w->share));
	put_percent(b, w->share);
	wk_buf_addf(b, "\npages     %.8s\nat night  %.8s\nbusiest   ",
	    or_unknown(w->pages), or_unknown(w->night));
	put_percent(b, w->busiest);
}

static void
draw_one(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_team_week *w = &t->teams.weeks[t->teams.row];
	struct wk_rect in = inside(t, c, r, or_unknown(w->name), t->teams.page == WEEK);
	struct wk_buf b;
	wk_buf_init(&b);
	put_week(w, &b);
	int used = wk_overlay_puts(c, in, w->is_hidden ? WK_ROLE_DIM : WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
	used += in.h > used + 3;
	draw_names(t, c, (struct wk_rect){ in.x, in.y + used, in.w, in.h - used });
}

static void
draw_legend(struct wk_canvas *c, int x, int y)
{
	for (int b = 0; b <= WK_BAND_COUNT + 1; b++) {
		struct said said = said_of(b < WK_BAND_COUNT ? wk_band_name(
		    (enum wk_band)b) : b == WK_BAND_COUNT ? "unknown" : NULL);
		x = wk_canvas_putf(c, x, y, WK_ROLE_DIM, "%s %s  ", said.sign, said.word);
	}
}

/* Who shares by name, week by week, the oldest on the left. */
static void
draw_grid(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_teams *g = &t->teams;
	struct wk_rect in = inside(t, c, r, "Who shares by name", false);
	int n = WK_MIN((int)g->week_count, SHOWN);
	for (int k = 0; k < n; k++) {
		const char *name = g->weeks[k].name, *dash = name == NULL ? NULL :
		    strrchr(name, '-');
		wk_canvas_puts(c, in.x + NAME_W + (n - 1 - k) * WEEK_W, in.y, WK_ROLE_DIM,
		    dash == NULL ? "?" : dash + 1);
	}
	for (size_t i = 0; i < g->name_count && (int)i + 1 < in.h; i++) {
		const char *name = or_unknown(g->names[i].name);
		int y = in.y + 1 + (int)i;
		wk_canvas_putf(c, in.x, y, WK_ROLE_TEXT, "%.*s",
		    (int)wk_text_fit(name, NAME_W - 2), name);
		for (int k = 0; k < n; k++) {
			struct said said = said_of(g->names[i].band[k]);
			wk_canvas_puts(c, in.x + NAME_W + (n - 1 - k) * WEEK_W, y,
			    said.role, said.sign);
		}
	}
	draw_legend(c, in.x, in.y + in.h - 1);
}

/* Whole, or not at all. */
static void
draw_all_rules(struct wk_canvas *c, struct wk_rect in)
{
	struct wk_arena a;
	size_t n;
	wk_arena_init(&a);
	(void)wk_overlay_wrap(all_rules, in.w, &a, &n);
	wk_arena_fini(&a);
	if ((int)n <= in.h)
		(void)wk_overlay_puts(c, in, WK_ROLE_DIM, all_rules);
}

static void
draw_rules(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	static const struct { enum wk_role role; const char *sign; } signs[] = {
		[GIVEN] = { WK_ROLE_OK, "\xe2\x9c\x93" }, [NEVER] = { WK_ROLE_PRIVATE,
		"-" }, [NOTE] = { WK_ROLE_DIM, "" },
	};
	struct wk_rect in = inside(t, c, r, t->size == WK_SIZE_COMPACT ?
	    "What shows, what never does" : t->teams.has_answer ?
	    "What shows here, and what never does" :
	    "What would show here, and what never does",
	    t->teams.page == RULES);
	for (size_t i = 0; i < WK_LEN(rules) && in.h > 0; i++) {
		int indent = rules[i].sign == NOTE ? 0 : 2;
		struct wk_rect row = { in.x + indent, in.y, in.w - indent, in.h };
		wk_canvas_puts(c, in.x, in.y, signs[rules[i].sign].role,
		    signs[rules[i].sign].sign);
		int used = wk_overlay_puts(c, row, rules[i].sign == NOTE ? WK_ROLE_DIM :
		    WK_ROLE_TEXT, rules[i].text);
		in.y += used;
		in.h -= used;
	}
	draw_all_rules(c, (struct wk_rect){ in.x, in.y + 1, in.w, in.h - 1 });
}

/* A screen with room: the names as a table, and all the rules. */
static void
render_wide(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, int side)
{
	const struct wk_teams *g = &t->teams;
	int weeks = WK_MIN((int)g->week_count, SHOWN) + 3;
	int names = (int)g->name_count, grid = names > 0 ? names + 4 : 0;
	grid = WK_MIN(grid, r.h - weeks - RULES_H);
	draw_weeks(t, c, (struct wk_rect){ r.x, r.y, r.w - side, weeks });
	draw_one(t, c, (struct wk_rect){ r.x + r.w - side, r.y, side, weeks });
	if (grid > 0)
		draw_grid(t, c, (struct wk_rect){ r.x, r.y + weeks, r.w, grid });
	draw_rules(t, c, (struct wk_rect){ r.x, r.y + weeks + grid, r.w,
		r.h - weeks - grid });
}

static int
page_count(const struct wk_teams *g)
{
	return g->has_answer && g->week_count > 0 ? RULES + 1 : RULES;
}

/* With nothing to tell of a week there are but two pages. */
static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	int rules_h = RULES_H;
	bool has_weeks = page_count(&t->teams) > RULES;
	if (t->size == WK_SIZE_COMPACT) {
		(t->teams.page == WEEKS ? draw_weeks :
		    t->teams.page == WEEK && has_weeks ? draw_one : draw_rules)(t, c, r);
		return;
	}
	int w = has_weeks ? 28 + (r.w - 80) / 3 : 0;
	if (has_weeks && t->size == WK_SIZE_WIDE) {
		render_wide(t, c, r, w);
		return;
	}
	if (t->size == WK_SIZE_WIDE)
		rules_h = r.h - NOTHING_H;
	draw_weeks(t, c, (struct wk_rect){ r.x, r.y, r.w - w, r.h - rules_h });
	if (w > 0)
		draw_one(t, c, (struct wk_rect){ r.x + r.w - w, r.y, w, r.h - rules_h });
	draw_rules(t, c, (struct wk_rect){ r.x, r.y + r.h - rules_h, r.w, rules_h });
}

static void
turn(struct wk_teams *g, int step)
{
	int n = page_count(g);
	if (g->page == RULES && n == RULES)
		g->page = WEEK;
	g->page = (g->page + step + n) % n;
	if (n == RULES && g->page == WEEK)
		g->page = RULES;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	(void)key;
	if (a == WK_ACT_NEXT_PANEL || a == WK_ACT_PREV_PANEL || a == WK_ACT_TOGGLE)
		turn(&t->teams, a == WK_ACT_PREV_PANEL ? -1 : 1);
	else if (a == WK_ACT_SHARED)
		wk_pager_open(t, "The rules of sharing", all_rules);
	else if (a == WK_ACT_NEXT || a == WK_ACT_PREV)
		t->teams.row = WK_MAX(0, WK_MIN((int)t->teams.week_count - 1,
		    t->teams.row + (a == WK_ACT_NEXT ? 1 : -1)));
	else if (a == WK_ACT_FIRST || a == WK_ACT_LAST)
		t->teams.row = a == WK_ACT_FIRST ? 0 :
		    WK_MAX((int)t->teams.week_count - 1, 0);
	else if (a == WK_ACT_RETRY && t->teams.has_hub)
		return WK_FX_PERFORM;
	return WK_FX_NONE;
}

static void
put_flat_week(const struct wk_team_week *w, struct wk_buf *b)
{
	if (w->is_hidden) {
		wk_buf_addf(b, "%s: hidden, too few gave\n", or_unknown(w->name));
		return;
	}
	wk_buf_addf(b, "%s: %s strained or severe, ", or_unknown(w->name),
	    wk_team_share_word(w->share));
	put_percent(b, w->share);
	wk_buf_addf(b, ", pages %.8s, at night %.8s, busiest fifth ",
	    or_unknown(w->pages), or_unknown(w->night));
	put_percent(b, w->busiest);
	wk_buf_addc(b, '\n');
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	static const char *const words[] = { [GIVEN] = "yes: ", [NEVER] = "never: ",
		[NOTE] = "" };
	const struct wk_teams *g = &t->teams;
	if (!g->has_answer)
		wk_buf_adds(b, why_nothing(g));
	else
		wk_buf_addf(b, "Team %.32s, by week\n", g->team);
	for (size_t i = 0; i < g->week_count && g->has_answer; i++) {
		const struct wk_team_week *w = &g->weeks[i];
		wk_flat_mark(b, (int)i == g->row);
		put_flat_week(w, b);
	}
	if (g->name_count > 0 && g->has_answer)
		wk_buf_addf(b, "who shares by name, in %s:\n",
		    or_unknown(g->weeks[g->row].name));
	for (size_t i = 0; i < g->name_count; i++)
		wk_buf_addf(b, "%s: %s\n", or_unknown(g->names[i].name),
		    said_of(g->names[i].band[g->row]).word);
	for (size_t i = 0; i < WK_LEN(rules); i++)
		wk_buf_addf(b, "%s%s\n", words[rules[i].sign], rules[i].text);
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_teams *g = &t->teams;
	if (t->job.pid > 0)
		wk_buf_adds(b, "asking the hub");
	else if (!g->has_hub)
		wk_buf_adds(b, g->has_receiver ? "no hub" : "sharing off");
	else if (g->has_answer) {
		int32_t off = wk_zone_offset(t->app->zone, g->at);
		int min = (int)(((g->at + off) % 86400 + 86400) % 86400 / 60);
		wk_buf_adds(b, "asked ");
		if (t->size != WK_SIZE_COMPACT) {
			wk_date_put_day(b, wk_fold_date(g->at, off, 0));
			wk_buf_addc(b, ' ');
		}
		wk_buf_addf(b, "%02d:%02d", min / 60, min % 60);
	} else
		wk_buf_adds(b, "not asked yet");
}

static void
perform(struct wk_tui *t)
{
	static const char *const words[] = { "team", "--json", NULL };
	wk_job_begin(t, words, "asking the hub");
}

static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	return a != WK_ACT_RETRY || t->teams.has_hub;
}

const struct wk_view wk_view_team = { .name = "team", .tab = "8 Team", .title = "Team",
	.action = WK_ACT_VIEW_TEAM, .put_flat = put_flat, .update = update,
	.render = render, .put_state = put_state, .open = WK_FX_VIEW,
	.load = wk_team_load, .perform = perform, .has_hint = has_hint };
