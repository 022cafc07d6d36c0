/* SPDX-License-Identifier: MIT */
/* The keys. One meaning per key on all screens; in a form letters are text. */
#include "keys.h"

#include "term.h"

static const struct { const char *name; uint32_t key; } names[] = {
	{ "Down", WK_KEY_DOWN }, { "Up", WK_KEY_UP }, { "Left", WK_KEY_LEFT },
	{ "Right", WK_KEY_RIGHT }, { "Home", WK_KEY_HOME }, { "End", WK_KEY_END },
	{ "PgUp", WK_KEY_PGUP }, { "PgDn", WK_KEY_PGDN }, { "Tab", WK_KEY_TAB },
	{ "S-Tab", WK_KEY_BACKTAB }, { "Enter", WK_KEY_ENTER }, { "Esc", WK_KEY_ESC },
	{ "Space", ' ' }, { "Del", WK_KEY_DELETE }, { "BSpace", WK_KEY_BACK },
	{ "F1", WK_KEY_F1 },
};

#define ROW(view, keys, name, help, code, foot) \
	{ view, keys, name, help, WK_ACT_##code, foot }
static const struct wk_key rows[] = {
	ROW("home", "e", "log-today", "log today", LOG, "e|log today"),
	ROW("home", "b", "fill", "fill what is missing", FILL, "b|fill"),
	ROW("home", "Enter", "open", "explain the panel", OPEN, "Enter|explain"),
	ROW("home", "Tab", "next-panel", "next panel", NEXT_PANEL, NULL),
	ROW("home", "S-Tab", "previous-panel", "previous panel", PREV_PANEL, NULL),
	ROW("home", "Space", "page", "next page (small screen)", TOGGLE, NULL),
	ROW("home", "[", "shorter", "shorter chart range", SHORTER, NULL),
	ROW("home", "]", "longer", "longer chart range", LONGER, NULL),
	ROW("home", "a", "add-page", "add a page (incident)", ADD, NULL),
	ROW("home", "i", "import", "import a file", IMPORT, "i|import"),
	ROW("home", "D", "demo", "try it with made-up data", DEMO, NULL),

	ROW("year", "Enter", "open-day", "open the day", OPEN, "Enter|open day"),
	ROW("year", "e", "edit", "open the day", EDIT, NULL),
	ROW("year", "m", "measure", "what the map shows", MEASURE,
	    "m|measure"),
	ROW("year", "[", "shorter", "the year before", SHORTER, "[ ]|year"),
	ROW("year", "]", "longer", "the year after", LONGER, NULL),
	ROW("year", "Tab", "next-panel", "next panel", NEXT_PANEL, "Tab|panel"),
	ROW("year", "S-Tab", "previous-panel", "previous panel", PREV_PANEL, NULL),
	ROW("year", "Space", "page", "next page (small screen)", TOGGLE, NULL),
	ROW("trends", "m", "measure", "next indicator (or j, k)", MEASURE,
	    "m|indicator"),
	ROW("trends", "[", "shorter", "shorter range", SHORTER, "[ ]|range"),
	ROW("trends", "]", "longer", "longer range", LONGER, NULL),
	ROW("trends", "c", "compare", "compare with before", COMPARE,
	    "c|compare"),
	ROW("trends", "Tab", "next-panel", "next panel", NEXT_PANEL, "Tab|panel"),
	ROW("trends", "S-Tab", "previous-panel", "previous panel", PREV_PANEL, NULL),
	ROW("trends", "Space", "page", "next page (small screen)", TOGGLE, NULL),
	ROW("trends", "Enter", "open-day", "open the day", OPEN, NULL),
	ROW("trends", "e", "edit", "open the day", EDIT, NULL),
	ROW("incidents", "a", "page-add", "add a page", ADD, "a|add"),
	ROW("incidents", "e", "page-edit", "edit its minutes, words", EDIT,
	    "e|edit"),
	ROW("incidents", "Space", "mark", "mark, for f and d", TOGGLE, "Space|mark"),
	ROW("incidents", "f", "flag", "useful, noise, not said", FLAG, "f|useful/noise"),
	ROW("incidents", "/", "filter", "filter: word, noise, sev2", FIND, "/|filter"),
	ROW("incidents", "d", "delete", "delete; u brings it back", DELETE, "d|delete"),
	ROW("incidents", "s", "sort", "sort by the next column", SORT, NULL),
	ROW("incidents", "Enter", "open-day", "open its day", OPEN, NULL),
	ROW("incidents", "Tab", "other-page", "list or page, when small", NEXT_PANEL,
	    NULL),
	ROW("incidents", "y", "copy-page", "copy the row as text", COPY_ROW, NULL),

	ROW("plan", "+", "plan-more", "half an hour more", MORE,
	    "+ -|hours"),
	ROW("plan", "-", "plan-less", "half an hour less", LESS, NULL),
	ROW("plan", "Space", "on-off", "day off, on call, or not", TOGGLE,
	    "Space|on/off"),
	ROW("plan", "Tab", "plan-panel", "next panel", NEXT_PANEL, "Tab|panel"),
	ROW("plan", "S-Tab", "plan-panel-before", "previous panel", PREV_PANEL, NULL),
	ROW("plan", "Enter", "take", "take the row as the plan", OPEN, NULL),
	ROW("plan", "x", "put-back", "put everything back", RESET, "x|put back"),
	ROW("plan", "w", "write-plan", "keep days off and on-call", WRITE, "w|write"),
	ROW("plan", "[", "goal-sooner", "the goal sooner", SHORTER, NULL),
	ROW("plan", "]", "goal-later", "the goal later", LONGER, NULL),
	ROW("report", "Tab", "list-or-text", "list or text", NEXT_PANEL, "Tab|panel"),
	ROW("report", "S-Tab", "text-or-list", "the same, back", PREV_PANEL, NULL),
	ROW("report", "Enter", "choose-report", "take the row of the list", OPEN, NULL),
	ROW("report", "Space", "text-page", "take the row; page down",
	    TOGGLE, NULL),
	ROW("report", "[", "period-before", "the period before", SHORTER, "[ ]|period"),
	ROW("report", "]", "period-after", "the period after", LONGER, NULL),
	ROW("report", "w", "write", "write the file", WRITE, "w|write"),
	ROW("report", "y", "copy", "copy the text", COPY_ROW, "y|copy"),
	ROW("report", "p", "what-is-in-it", "what is in it, what not", SHARED,
	    "p|contents"),

	ROW("team", "Tab", "other-panel", "the other panel", NEXT_PANEL, "Tab|panel"),
	ROW("team", "S-Tab", "panel-before", "the same, back", PREV_PANEL, NULL),
	ROW("team", "Space", "panel-after", "the same", TOGGLE, NULL),
	ROW("team", "r", "ask-hub", "ask the hub", RETRY, "r|ask"),
	ROW("team", "p", "rules", "the rules of sharing", SHARED, "p|rules"),
	ROW("team", "S", "what-is-shared", "what is shared", SHARING, "S|what is shared"),

	ROW("settings", "Tab", "sections", "sections, rows", NEXT_PANEL, "Tab|panel"),
	ROW("settings", "S-Tab", "rows", "the same, back", PREV_PANEL, NULL),
	ROW("settings", "Enter", "change", "open, next choice, keep", OPEN,
	    "Enter|take"),
	ROW("settings", "Space", "next-choice", "the same", TOGGLE, NULL),
	ROW("settings", "Esc", "old-theme", "the theme there was", ESCAPE,
	    "Esc|old theme"),
	ROW("settings", "e", "type-value", "type the value", EDIT, "e|edit"),
	ROW("settings", "x", "default", "the default again", RESET, "x|default"),
	ROW("settings", "y", "copy-setting", "copy the row", COPY_ROW, "y|copy"),
	ROW("settings", "p", "bytes", "the bytes that are shared", SHARED, NULL),
	ROW("settings", "A", "agree", "agree to sharing them", ADD, NULL),
	ROW("settings", "P", "pause", "pause sharing", PAUSE, NULL),
	ROW("settings", "R", "withdraw", "take it back", WITHDRAW, NULL),

	ROW("", "u", "undo", "undo, after a restart too", UNDO, "u|undo"),
	ROW("", "C-r", "redo", "do again what was undone", REDO, NULL),
	ROW("", ":", "command", "any command by name", COMMAND, ":|command"),
	ROW("", "v", "values", "the screen as lines", VALUES, NULL),
	ROW("", "H", "numbers", "hide or show the numbers", NUMBERS, NULL),
	ROW("", "1", "home", "Home", VIEW_HOME, NULL),
	ROW("", "2", "day", "Day", VIEW_DAY, NULL),
	ROW("", "3", "year", "Year", VIEW_YEAR, NULL),
	ROW("", "4", "trends", "Trends", VIEW_TRENDS, NULL),
	ROW("", "5", "incidents", "Incidents", VIEW_INCIDENTS, NULL),
	ROW("", "6", "plan", "Plan", VIEW_PLAN, NULL),
	ROW("", "7", "report", "Report", VIEW_REPORT, NULL),
	ROW("", "8", "team", "Team", VIEW_TEAM, NULL),
	ROW("", "9", "settings", "Settings", VIEW_SETTINGS, NULL),
	ROW("", "S", "sharing", "what is shared", SHARING, NULL),
	ROW("", "j Down", "next", "next row", NEXT, NULL),
	ROW("", "k Up", "previous", "previous row", PREV, NULL),
	ROW("", "h Left", "left", "left", LEFT, NULL),
	ROW("", "l Right", "right", "right", RIGHT, NULL),
	ROW("", "g Home", "first", "first row", FIRST, NULL),
	ROW("", "G End", "last", "last row", LAST, NULL),
	ROW("", "PgDn", "page-down", "page down", PAGE_DOWN, NULL),
	ROW("", "PgUp", "page-up", "page up", PAGE_UP, NULL),
	ROW("", "C-d", "half-down", "half a page down", HALF_DOWN, NULL),
	ROW("", "C-u", "half-up", "half a page up", HALF_UP, NULL),
	ROW("", "t", "today", "today", TODAY, NULL),
	ROW("", "/", "find", "find", FIND, NULL),
	ROW("", "n", "find-next", "next match", FIND_NEXT, NULL),
	ROW("", "N", "find-previous", "match before", FIND_PREV, NULL),
	ROW("", "? F1", "help", "this help", HELP, NULL),
	ROW("", "Esc", "close", "close; never quits", ESCAPE, NULL),
	ROW("", "q", "back", "back; on Home, quit", BACK, NULL),
	ROW("", "Q", "quit", "quit from anywhere", QUIT, NULL),
	ROW("", "C-c", "interrupt", "quit (asks if unsaved)", INTERRUPT, NULL),
	ROW("", "C-z", "suspend", "suspend", SUSPEND, NULL),
	ROW("", "C-l", "redraw", "draw again", REDRAW, NULL),

	ROW("welcome", "Tab Down", "choice-next", "next", FIELD_NEXT, "Tab|next"),
	ROW("welcome", "S-Tab Up", "choice-previous", "the one before", FIELD_PREV, NULL),
	ROW("welcome", "Enter", "choose-it", "choose", ENTER, "Enter|choose"),
	ROW("welcome", "s", "defaults", "begin with the defaults", SAVE,
	"s|use the defaults"), ROW("welcome", "q", "change-nothing",
	    "quit, change nothing", QUIT, "q|quit, change nothing"),

	ROW("entry", "Enter", "keep", "keep what is typed", ENTER, "Enter|keep"),
	ROW("entry", "C-s", "keep-over", "keep it, over a file too", SAVE, NULL),
	ROW("entry", "Esc", "stop", "leave it as it was", LEAVE, "Esc|leave"),

	ROW("form", "C-s", "save", "save", SAVE, "C-s|save"),
	ROW("form", "Tab Down", "field-next", "next field", FIELD_NEXT, "Tab|next"),
	ROW("form", "S-Tab Up", "field-previous", "previous field", FIELD_PREV, NULL),
	ROW("form", "Enter", "enter", "next field, take an offer", ENTER, NULL),
	ROW("form", "PgUp", "day-previous", "the day before", DAY_PREV, "PgUp/PgDn|day"),
	ROW("form", "PgDn", "day-next", "the day after", DAY_NEXT, NULL),
	ROW("form", "C-y", "as-yesterday", "times as last working day", COPY,
	    "C-y|as last"),
	ROW("form", "Space", "choose", "next choice", CHOOSE, NULL),
	ROW("form", "Left", "char-left", "left, choice before", LEFT, NULL),
	ROW("form", "Right", "char-right", "right, next choice", RIGHT, NULL),
	ROW("form", "Home C-a", "line-start", "start of the field", FIELD_FIRST, NULL),
	ROW("form", "End C-e", "line-end", "end of the field", FIELD_LAST, NULL),
	ROW("form", "BSpace", "erase-back", "erase back", ERASE_BACK, NULL),
	ROW("form", "Del", "erase-next", "erase forward", ERASE_NEXT, NULL),
	ROW("form", "C-w", "erase-word", "erase a word", ERASE_WORD, NULL),
	ROW("form", "C-u", "erase-field", "clear the field", ERASE_LINE, NULL),
	ROW("form", "C-k", "erase-rest", "erase to the end", ERASE_REST, NULL),
	ROW("form", "Esc", "leave", "leave; asks if changed", LEAVE, "Esc|leave"),
	ROW("form", "F1", "help-form", "this help", HELP, NULL),
	ROW("form", "C-c", "interrupt-form", "quit (asks if unsaved)", INTERRUPT, NULL),
	ROW("form", "C-z", "suspend-form", "suspend", SUSPEND, NULL),
	ROW("form", "C-l", "redraw-form", "draw again", REDRAW, NULL),

	ROW(":", "", "theme", "theme NAME: other colours", THEME, NULL),
	ROW(":", "", "mouse", "mouse on|off", MOUSE, NULL),
	ROW(":", "", "messages", "the last messages", MESSAGES, NULL),
	ROW(":", "", "keys", "all actions and their keys", KEYS, NULL),
};

const struct wk_key *
wk_tui_keys(size_t *n)
{
	*n = WK_LEN(rows);
	return rows;
}

uint32_t
wk_keys_parse(const char *name, size_t len)
{
	uint32_t cp;
	if (len == 3 && name[0] == 'C' && name[1] == '-' && name[2] >= 'a' &&
	    name[2] <= 'z')
		return (uint32_t)(name[2] - 'a' + 1);
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (strlen(names[i].name) == len && memcmp(names[i].name, name, len) == 0)
			return names[i].key;
	return wk_text_utf8_next(name, len, &cp) == len ? cp : 0;
}

void
wk_keys_put_name(struct wk_buf *b, uint32_t key)
{
	char utf8[4];
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (names[i].key == key) {
			wk_buf_adds(b, names[i].name);
			return;
		}
	if (key > 0 && key < 27)
		wk_buf_addf(b, "C-%c", (int)('a' + key - 1));
	else if (key >= 0x20 && key < 0x110000)
		wk_buf_add(b, utf8, wk_text_utf8_put(key, utf8));
	else
		wk_buf_adds(b, "that key");
}
