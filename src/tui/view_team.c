/* SPDX-License-Identifier: MIT */
/* Team: weeks of those who said yes, in bands. Nothing is shared yet, so it says what
 * would stand here, what never would, and who decides. */
#include "flat.h"
#include "overlay.h"

static const char none[] =
    "No team yet. Sharing is off, nobody can turn it on for you, and nothing ever left "
    "this machine.\n"
    "\n"
    "A team may run a hub, a small server of its own. Those who said yes give it one "
    "word a week: calm, watch, strained or severe. Here those weeks would stand, never a "
    "person.\n";

enum sign { GIVEN, NEVER, NOTE };
static const struct { enum sign sign; const char *text; } rules[] = {
	{ GIVEN, "A week shows only when 5 or more of the team gave it." },
	{ GIVEN, "Bands in words; weeks, not days. No names, no list of who gave." },
	{ GIVEN, "Those who gave can read who looked." },
	{ NEVER, "Days, sleep, feeling, notes and titles are never sent by anyone." },
	{ NEVER, "A week that is hidden stays hidden. It cannot be unlocked." },
	{ NOTE, "Not for performance review. p has the rules, S what is shared." },
};

static const char all_rules[] =
    "This wick shares nothing and has no part that could. What sharing has to keep to, "
    "when it comes:\n"
    "\n"
    "You decide. It is off until you say yes, for one team, until a day that you name.\n"
    "You can pause it, which looks the same as never having joined, and you can take it "
    "back: what was given is then deleted.\n"
    "\n"
    "What is given is one band a week, made of hours, rest and pages alone, and on how "
    "many days it stands. Sleep and feeling have no part in it unless you choose so.\n"
    "\n"
    "What is shown are bands of 5 people or more. With fewer a week is hidden, and a "
    "small group never gives a person away.\n"
    "\n"
    "Who looks is written down, and those who gave can read it.\n"
    "\n"
    "Before anything is sent you see the exact bytes, and they wait for you.\n";

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

static void
draw_weeks(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	(void)wk_overlay_puts(c, inside(t, c, r, "Team, by week", t->team_page == 0),
	    WK_ROLE_TEXT, none);
}

static void
draw_rules(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	static const struct { enum wk_role role; const char *sign; } signs[] = {
		[GIVEN] = { WK_ROLE_OK, "\xe2\x9c\x93" }, [NEVER] = { WK_ROLE_PRIVATE,
		"-" }, [NOTE] = { WK_ROLE_DIM, "" },
	};
	struct wk_rect in = inside(t, c, r, t->size == WK_SIZE_COMPACT ?
	    "What shows, what never does" : "What would show here, and what never does",
	    t->team_page == 1);
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
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	int rules_h = 8;
	if (t->size == WK_SIZE_COMPACT) {
		(t->team_page == 0 ? draw_weeks : draw_rules)(t, c, r);
		return;
	}
	draw_weeks(t, c, (struct wk_rect){ r.x, r.y, r.w, r.h - rules_h });
	draw_rules(t, c, (struct wk_rect){ r.x, r.y + r.h - rules_h, r.w, rules_h });
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	(void)key;
	if (a == WK_ACT_NEXT_PANEL || a == WK_ACT_PREV_PANEL || a == WK_ACT_TOGGLE)
		t->team_page = !t->team_page;
	else if (a == WK_ACT_SHARED)
		wk_pager_open(t, "The rules of sharing", all_rules);
	return WK_FX_NONE;
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	static const char *const words[] = { [GIVEN] = "yes: ", [NEVER] = "never: ",
		[NOTE] = "" };
	(void)t;
	wk_buf_adds(b, none);
	for (size_t i = 0; i < WK_LEN(rules); i++)
		wk_buf_addf(b, "%s%s\n", words[rules[i].sign], rules[i].text);
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	(void)t;
	wk_buf_adds(b, "sharing off");
}

const struct wk_view wk_view_team = { .name = "team", .tab = "8 Team", .title = "Team",
	.action = WK_ACT_VIEW_TEAM, .put_flat = put_flat, .update = update,
	.render = render, .put_state = put_state };
