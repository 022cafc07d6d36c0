/* SPDX-License-Identifier: MIT */
/* The help's pages: keys from the table the loop itself uses, the words on the screens,
 * the files, and what this program is. */
#include "overlay.h"

enum { KEYS_W = 10, MAX_LINES = 80 };

const char *
wk_help_note(int page, bool is_narrow)
{
	static const char *const wide[WK_HELP_PAGES] = {
		"[1 Keys]  2 Words  3 Files  4 About",
		" 1 Keys  [2 Words]  3 Files  4 About",
		    " 1 Keys   2 Words  [3 Files]  4 About",
		    " 1 Keys   2 Words   3 Files  [4 About]",
	};
	static const char *const narrow[WK_HELP_PAGES] = { "[1] 2 3 4", "1 [2] 3 4",
		"1 2 [3] 4", "1 2 3 [4]" };
	return is_narrow ? narrow[page] : wide[page];
}

/* The screen behind stays in sight where there is room. */
int
wk_help_width(const struct wk_canvas *c)
{
	return WK_MIN(wk_overlay_width(c, 94), c->cols >= 60 ? c->cols - 8 : c->cols);
}

struct lines { const char *v[MAX_LINES]; size_t n; };

static void
add_line(struct lines *l, const char *text)
{
	if (l->n < MAX_LINES)
		l->v[l->n++] = text;
}

/* What lies over the screen and is typed into has fewer keys than a form. */
static const enum wk_action not_in_fill[] = { WK_ACT_DAY_PREV, WK_ACT_DAY_NEXT,
	WK_ACT_COPY, WK_ACT_CHOOSE, WK_ACT_COUNT };
static const enum wk_action not_in_command[] = { WK_ACT_DAY_PREV, WK_ACT_DAY_NEXT,
	WK_ACT_COPY, WK_ACT_CHOOSE, WK_ACT_SAVE, WK_ACT_FIELD_NEXT, WK_ACT_FIELD_PREV,
	WK_ACT_ENTER, WK_ACT_COUNT };

static bool
is_typed_over(const struct wk_tui *t)
{
	return t->cmd.is_open || t->fill.is_open;
}

bool
wk_help_has(const struct wk_tui *t, const struct wk_key *k)
{
	const enum wk_action *no = t->cmd.is_open ? not_in_command : not_in_fill;
	for (; is_typed_over(t) && *no != WK_ACT_COUNT; no++)
		if ((enum wk_action)k->code == *no)
			return false;
	return true;
}

const char *
wk_help_title(const struct wk_tui *t)
{
	return t->cmd.is_open ? "Commands" : t->fill.is_open ? "Fill" : t->view->title;
}

/* Neighbours in the table that are told in one line: their first keys, and words. */
static const struct { enum wk_action first, last; const char *help; } pairs[] = {
	{ WK_ACT_UNDO, WK_ACT_REDO, "undo, redo; both are kept" },
	{ WK_ACT_VIEW_HOME, WK_ACT_VIEW_SETTINGS, "the screens" },
	{ WK_ACT_NEXT, WK_ACT_PREV, "next row, row before" },
	{ WK_ACT_LEFT, WK_ACT_RIGHT, "left, right (or arrows)" },
	{ WK_ACT_FIRST, WK_ACT_LAST, "first row, last row" },
	{ WK_ACT_PAGE_DOWN, WK_ACT_PAGE_UP, "a page down, up" },
	{ WK_ACT_HALF_DOWN, WK_ACT_HALF_UP, "half a page down, up" },
	{ WK_ACT_FIND_NEXT, WK_ACT_FIND_PREV, "next match, one before" },
};

static size_t
pair_of(const struct wk_tui *t, size_t i, size_t *last)
{
	for (size_t k = 0; k < WK_LEN(pairs); k++) {
		if ((enum wk_action)t->keys.v[i].code != pairs[k].first)
			continue;
		for (*last = i + 1; *last < t->keys.n; (*last)++)
			if ((enum wk_action)t->keys.v[*last].code == pairs[k].last)
				return k;
	}
	return WK_LEN(pairs);
}

static int
first_key(const char *keys)
{
	return (int)strcspn(keys, " ");
}

/* Everywhere: what goes together, once. */
static void
add_everywhere(struct wk_tui *t, struct lines *l)
{
	const struct wk_key *rows = t->keys.v;
	add_line(l, "Everywhere");
	for (size_t i = 0, last; i < t->keys.n; i++) {
		const char *keys = rows[i].keys, *help = rows[i].help;
		size_t k = pair_of(t, i, &last);
		if (*rows[i].view != '\0')
			continue;
		if (k < WK_LEN(pairs)) {
			bool is_range = pairs[k].first == WK_ACT_VIEW_HOME;
			keys = wk_arena_printf(&t->scratch, "%.*s%s%.*s", first_key(keys),
			    keys, is_range ? "-" : " ", first_key(rows[last].keys),
			    rows[last].keys);
			help = pairs[k].help;
			i = last;
		}
		add_line(l, wk_arena_printf(&t->scratch, "%-*s%s", KEYS_W, keys, help));
	}
}

static void
add_section(struct wk_tui *t, struct lines *l, const char *title, const char *view)
{
	size_t n = t->keys.n;
	const struct wk_key *rows = t->keys.v;
	add_line(l, title);
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].view, view) == 0 && wk_help_has(t, &rows[i]))
			add_line(l, wk_arena_printf(&t->scratch, "%-*s%s", KEYS_W,
			    rows[i].keys, rows[i].help));
}

static void
put_columns(const struct lines *l, int width, struct wk_buf *out)
{
	size_t half = width >= 70 ? (l->n + 1) / 2 : l->n, room = (size_t)width / 2;
	for (size_t i = 0; i < half; i++)
		room = WK_MAX(room, wk_text_width(l->v[i]) + 2);
	for (size_t i = 0; i < half; i++) {
		wk_buf_adds(out, l->v[i]);
		if (half + i < l->n) {
			wk_buf_fill(out, ' ', room - wk_text_width(l->v[i]));
			wk_buf_adds(out, l->v[half + i]);
		}
		wk_buf_addc(out, '\n');
	}
}

static void
add_typed_over(struct wk_tui *t, struct lines *l)
{
	add_section(t, l, t->cmd.is_open ? "In the line of commands" :
	    "In the lines", "form");
	add_line(l, "");
	if (t->cmd.is_open) {
		add_line(l, "Enter     runs it");
		add_line(l, "Tab S-Tab complete; again: the next");
		add_line(l, "Up Down   what was typed before");
		add_line(l, "help      as a command: all of them");
		return;
	}
	add_line(l, "C-y       as the line above");
	add_line(l, "Down Up   other day");
	add_line(l, "work      8h30m, 9:10-12:30, - none");
	add_line(l, "sleep     7h, 7.2h, 23:30-6:40");
	add_line(l, "empty     not logged, never 0");
}

static void
put_keys(struct wk_tui *t, int width, struct wk_buf *out)
{
	struct lines l = { .n = 0 };
	if (is_typed_over(t)) {
		add_typed_over(t, &l);
		put_columns(&l, width, out);
		return;
	}
	if (t->view->is_form) {
		add_section(t, &l, "In the form", "form");
		add_line(&l, "-         as text: on purpose nothing");
	}
	if (strcmp(t->view->name, "day") != 0) {
		add_section(t, &l, "This screen", t->view->name);
		add_line(&l, "");
	}
	if (t->view->is_typing != NULL) {
		add_section(t, &l, "In a line that is typed", "entry");
		add_line(&l, "");
	}
	if (!t->view->is_form)
		add_everywhere(t, &l);
	put_columns(&l, width, out);
	wk_buf_adds(out, "\nMouse: off; :mouse on. With it on, hold Shift "
	    "to select text.\nWhat the words mean: 2 Words. All commands as text: wick "
	    "help, man wick\n");
}

static const char words[] =
    "Strain     0 to 100: how far work, sleep, pages and the check-in stand above what "
    "is usual and safe, over weeks. Marks: 25, 50, 75.\n"
    "           =  calm          \xe2\x96\xb2  watch\n"
    "           \xe2\x96\xb2\xe2\x96\xb2 strained      !! severe\n"
    "Reserve    what is left to draw on; refills in weeks of ordinary days.\n"
    "Range      where the score may really be, given what was not logged.\n"
    "Known      how many of the last days stand behind a number: 6 of 7 known. With too "
    "few of them a number is a ?, never a 0.\n"
    "Page       an incident that asked for you; woke: it ended your sleep.\n"
    "Feeling    energy, stress, mood, 1 to 5, each optional and private.\n"
    "\n"
    "\xe2\x9c\x93 kept   \xe2\x9c\x97 broken   ? not known   \xc2\xb7 not "
    "logged   - off   . still to come\n"
    "A night belongs to the day it ends on; a day ends at 04:00 unless set.\n"
    "\n"
    "Nothing here is a diagnosis. Formulas and sources: wick help, man wick.\n";

static const char *
path_of(struct wk_tui *t, char kind, const char *name)
{
	const char *path;
	struct wk_err err;
	return wk_conf_path(kind, name, &t->scratch, &path, &err) == WK_OK ? path :
	    wk_arena_strdup(&t->scratch, err.msg);
}

static void
put_files(struct wk_tui *t, struct wk_buf *out)
{
	struct wk_err err;
	const char *db = wk_app_db_path(t->app, &err);
	wk_buf_addf(out, "Log       %s\n", db != NULL ? db : err.msg);
	wk_buf_addf(out, "Settings  %s\n", t->app->conf.path != NULL ? t->app->conf.path :
	    "-");
	wk_buf_addf(out, "Keys      %s\n", path_of(t, 'c', "keys.ini"));
	wk_buf_addf(out, "Themes    %s\n", path_of(t, 'c', "themes"));
	wk_buf_addf(out, "Drafts    %s\n", path_of(t, 's', "draft"));
	wk_buf_adds(out, "\nThe log is one SQLite file, readable by you alone. "
	    ":backup FILE copies it, :export writes it as text, :erase takes "
	    "days out for good.\n");
}

const char wk_help_about[] = "wick " WK_VERSION "\n"
    "\n"
    "A log of working days that shows when they get too much, and why.\n"
    "\n"
    "Everything stays on this machine; nothing is sent unless you turn sharing on.\n"
    "\n"
    "It is not a medical device and makes no diagnosis. When you are not well, talk "
    "to somebody: a friend, a doctor, the people you work with.\n"
    "\n"
    "MIT licence.\n";

void
wk_help_text(struct wk_tui *t, int page, struct wk_buf *out)
{
	int width = wk_help_width(&t->canvas);
	if (page == 0)
		put_keys(t, width, out);
	else if (page == 1)
		wk_buf_adds(out, words);
	else if (page == 2)
		put_files(t, out);
	else
		wk_buf_adds(out, wk_help_about);
}
