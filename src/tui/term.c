/* SPDX-License-Identifier: MIT */
/* The only file that knows curses. It keeps:
 * 1. The terminal is given back on every way out, also by exit() in the middle.
 * 2. Nothing is written unless a cell changed; one update is one synchronized frame.
 * 3. Pasted text never becomes keys. */
#define NCURSES_WIDECHAR 1
#include "term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

#include "answer.h"
#include "glyph.h"
#include "style.h"
#include "tty.h"

#undef lines
enum { KEY_PASTE_ON = KEY_MAX + 1, KEY_PASTE_OFF };
enum { PASTE_MAX = 4000 };

struct wk_term {
	SCREEN *screen;
	int colors, cols, rows;
	bool is_ascii, has_braille, has_mouse, is_xterm;
	char note[96];
	struct wk_buf paste;
	bool is_pasting;
	bool is_down;              /* the mouse's button */
	bool is_gone;
	bool was_signalled;        /* while waiting, perhaps because of a new size */
	struct wk_shown shown;
	struct wk_vt vt;
	struct wk_vt_cell *row;    /* the one that is being drawn */
	WINDOW *keys;              /* a pad: reading from it never draws */
	bool has_cursor;
	bool is_repainting;        /* the next update sends everything */
	struct wk_answer answer;
};

/* Curses keeps three copies of the screen, and nothing is ever drawn on them. */
static void
shrink_curses(void)
{
	(void)resize_term(1, 1);
}

/* Without another screen to go back to, curses ends below the last row it knows of. */
static void
end_curses(void)
{
	int cols, rows;
	if (wk_tty_size(&cols, &rows))
		(void)resize_term(rows, cols);
	endwin();
}

/* exit() from below (no memory) must not leave raw mode behind. */
static void
restore_at_exit(void)
{
	if (stdscr != NULL && !isendwin()) {
		wk_tty_say("\033[m\033[?2004l");
		end_curses();
	}
}

static void
modes(struct wk_term *t, bool on)
{
	if (t->is_xterm)
		wk_tty_say(on ? "\033[?2004h" : "\033[?2004l");
}

static SCREEN *
new_screen(struct wk_term *t, const char *name)
{
	SCREEN *s = newterm(NULL, stdout, stdin);
	if (s != NULL)
		return s;
	snprintf(t->note, sizeof(t->note),
	    "unknown terminal %.40s, taken as xterm-256color", name);
	return newterm("xterm-256color", stdout, stdin);
}

static void
setup_input(struct wk_term *t)
{
	raw();
	noecho();
	nonl();
	t->keys = newpad(1, 1);
	keypad(t->keys, TRUE);
	nodelay(t->keys, TRUE);
	set_escdelay(getenv("SSH_CONNECTION") != NULL ? 50 : 25);
	define_key("\033[200~", KEY_PASTE_ON);
	define_key("\033[201~", KEY_PASTE_OFF);
}

static void
setup_colors(struct wk_term *t, int most)
{
	t->colors = 0;
	int has = tigetnum("colors");
	if (most > 0)
		t->colors = has >= 256 && most >= 256 ? 256 : has >= 8 ? 8 : 0;
	t->vt.has_rep = repeat_char != NULL;
	t->vt.has_bce = back_color_erase;
	t->vt.has_ech = erase_chars != NULL;
}

static bool
is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* All of this century are. */
static bool
is_ansi(void)
{
	return cursor_address != NULL && strncmp(cursor_address, "\033[", 2) == 0 &&
	    clr_eol != NULL && strncmp(clr_eol, "\033[K", 3) == 0;
}

enum wk_rc
wk_term_open(const struct wk_term_setup *s, struct wk_term **out, struct wk_err *err)
{
	const char *name = getenv("TERM");
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || name == NULL ||
	    *name == '\0' || strcmp(name, "dumb") == 0)
		return wk_fail(err, WK_ERR_INPUT,
		    "no terminal here; try \"wick status\" or \"wick report\"");
	struct wk_term *t = wk_mem_alloc(sizeof(*t));
	wk_buf_init(&t->paste);
	wk_vt_init(&t->vt);
	setlocale(LC_CTYPE, "");
	/* curses would stick to these and ignore every later resize */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	t->screen = new_screen(t, name);
	if (t->screen == NULL || !is_ansi()) {
		wk_term_close(t);
		return wk_fail(err, WK_ERR_INPUT,
		    "the terminal %.40s cannot place its cursor; try \"wick status\"",
		    name);
	}
	atexit(restore_at_exit);
	t->is_xterm = strncmp(name, "vt", 2) != 0 && strcmp(name, "linux") != 0;
	t->is_ascii = s->is_ascii || !is_utf8();
	t->has_braille = !t->is_ascii && strcmp(name, "linux") != 0;
	setup_input(t);
	setup_colors(t, s->depth);
	refresh();     /* the other screen; what follows is drawn by vt.c */
	t->cols = COLS;
	t->rows = LINES;
	shrink_curses();
	curs_set(0);
	modes(t, true);
	wk_term_mouse(t, s->has_mouse);
	*out = t;
	return WK_OK;
}

void
wk_term_close(struct wk_term *t)
{
	if (t == NULL)
		return;
	if (t->screen != NULL) {
		wk_term_mouse(t, false);
		modes(t, false);
		wk_tty_say("\033[m");
		curs_set(1);
		end_curses();
		delwin(t->keys);
		delscreen(t->screen);
	}
	wk_buf_fini(&t->paste);
	wk_shown_fini(&t->shown);
	wk_vt_fini(&t->vt);
	wk_mem_free(t->row);
	wk_mem_free(t);
}

int
wk_term_colors(const struct wk_term *t)
{
	return t->colors;
}

bool
wk_term_is_ascii(const struct wk_term *t)
{
	return t->is_ascii;
}

bool
wk_term_has_braille(const struct wk_term *t)
{
	return t->has_braille;
}

const char *
wk_term_note(const struct wk_term *t)
{
	return t->note;
}

void
wk_term_size(const struct wk_term *t, int *cols, int *rows)
{
	*cols = t->cols;
	*rows = t->rows;
}

void
wk_term_mouse(struct wk_term *t, bool on)
{
	if (on == t->has_mouse)
		return;
	t->has_mouse = on;
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED |
	    BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

static void
draw_row(struct wk_term *t, const struct wk_canvas *c, const struct wk_theme *theme,
    int y)
{
	const struct wk_cell *cells = &c->v[(size_t)y * (size_t)c->cols];
	t->row = wk_mem_realloc(t->row, (size_t)c->cols * sizeof(*t->row));
	for (int x = 0; x < c->cols; x++) {
		t->row[x] = wk_glyph_cell(&cells[x], x == 0, t->is_ascii);
		t->row[x].style = wk_style_of(t->colors, theme, &cells[x]);
	}
	wk_vt_row(&t->vt, y, t->row);
}

/* Rows that are as they were cost nothing. */
static void
draw_rows(struct wk_term *t, const struct wk_canvas *c, const struct wk_theme *theme)
{
	wk_shown_prepare(&t->shown, c, theme);
	for (int y = 0; y < c->rows; y++)
		if (wk_shown_take(&t->shown, c, y))
			draw_row(t, c, theme, y);
}

/* Fewer bytes arrive together anyway. */
enum { SYNC_BYTES = 512 };
#define SYNC_ON "\033[?2026h"
#define SYNC_OFF "\033[?2026l"

static void
show_cursor(struct wk_term *t, const struct wk_canvas *c)
{
	bool is_shown = c->cursor_x >= 0 && c->cursor_y >= 0;
	/* one that cannot be hidden rests on the blank before the footer's words */
	if (is_shown || cursor_invisible == NULL)
		wk_vt_move(&t->vt, is_shown ? c->cursor_x : 0,
		    is_shown ? c->cursor_y : c->rows - 1);
	if (is_shown != t->has_cursor && cursor_invisible != NULL)
		wk_buf_adds(&t->vt.out, is_shown ? "\033[?25h" : "\033[?25l");
	t->has_cursor = is_shown;
}

void
wk_term_draw(struct wk_term *t, const struct wk_canvas *c, const struct wk_theme *theme)
{
	struct wk_buf *out = &t->vt.out;
	wk_buf_adds(out, SYNC_ON);
	if (t->is_repainting || t->vt.cols != c->cols || t->vt.rows != c->rows) {
		wk_shown_fini(&t->shown);
		wk_vt_clear(&t->vt, c->cols, c->rows);
	}
	draw_rows(t, c, theme);
	wk_vt_flush(&t->vt);
	show_cursor(t, c);
	t->is_repainting = false;
	bool is_large = out->len > SYNC_BYTES && t->is_xterm;
	if (is_large)
		wk_buf_adds(out, SYNC_OFF);
	wk_tty_say(is_large ? out->p : out->p + strlen(SYNC_ON));
	wk_buf_clear(out);
}

void
wk_term_repaint(struct wk_term *t)
{
	t->is_repainting = true;
}

static uint32_t
key_of(wint_t code)
{
	static const struct { wint_t curses; uint32_t key; } map[] = {
		{ KEY_UP, WK_KEY_UP }, { KEY_DOWN, WK_KEY_DOWN },
		{ KEY_LEFT, WK_KEY_LEFT },
		{ KEY_RIGHT, WK_KEY_RIGHT }, { KEY_HOME, WK_KEY_HOME },
		{ KEY_END, WK_KEY_END },
		{ KEY_PPAGE, WK_KEY_PGUP }, { KEY_NPAGE, WK_KEY_PGDN },
		{ KEY_BTAB, WK_KEY_BACKTAB }, { KEY_DC, WK_KEY_DELETE },
		{ KEY_F(1), WK_KEY_F1 },
		{ KEY_ENTER, WK_KEY_ENTER }, { KEY_BACKSPACE, WK_KEY_BACK },
	};
	for (size_t i = 0; i < WK_LEN(map); i++)
		if (map[i].curses == code)
			return map[i].key;
	return WK_KEY_OTHER;
}

/* Press and release that come at once are one click, or, of an older ncurses, a release
 * alone. */
static void
read_mouse(struct wk_term *t, struct wk_input *in)
{
	MEVENT m;
	mmask_t seen = 0;
	while (getmouse(&m) != ERR) {
		seen |= m.bstate;
		in->lines -= m.bstate & BUTTON4_PRESSED ? 3 : 0;
		in->lines += m.bstate & BUTTON5_PRESSED ? 3 : 0;
		in->x = m.x;
		in->y = m.y;
	}
	bool is_up = seen & BUTTON1_RELEASED;
	if ((seen & (BUTTON1_PRESSED | BUTTON1_CLICKED)) || (is_up && !t->is_down))
		in->kind = WK_IN_CLICK;
	else if (in->lines != 0)
		in->kind = WK_IN_WHEEL;
	t->is_down = (seen & BUTTON1_PRESSED) && !is_up;
}

/* Whether more than a key came with an Esc (answer.h). */
static bool
begin_answer(struct wk_term *t)
{
	wint_t first;
	int rc = wget_wch(t->keys, &first);
	if (rc == ERR)
		return false;
	if (rc == KEY_CODE_YES)
		ungetch((int)first);
	else if (wk_answer_begin(&t->answer, first))
		return true;
	else
		unget_wch((wchar_t)first);
	return false;
}

static void
add_pasted(struct wk_term *t, wint_t c)
{
	char utf8[4];
	if (t->paste.len >= PASTE_MAX)
		return;
	if (c == '\n' || c == '\r' || c == '\t')
		c = ' ';
	wk_buf_add(&t->paste, utf8, wk_text_utf8_put((uint32_t)c, utf8));
}

/* On the way to its new size the terminal may have been smaller, and has lost what stood
 * there: all is drawn again. */
static void
resized(struct wk_term *t, struct wk_input *in)
{
	in->kind = WK_IN_RESIZE;
	t->was_signalled = false;
	(void)wk_tty_size(&t->cols, &t->rows);
	shrink_curses();
	wk_term_repaint(t);
}

static void
take_code(struct wk_term *t, wint_t c, struct wk_input *in)
{
	if (c == KEY_RESIZE)
		resized(t, in);
	else if (c == KEY_PASTE_ON) {
		t->is_pasting = true;
		wk_buf_clear(&t->paste);
	} else if (c == KEY_PASTE_OFF) {
		t->is_pasting = false;
		in->kind = WK_IN_PASTE;
		in->text = t->paste.p;
	} else if (c == KEY_MOUSE)
		read_mouse(t, in);
	else if (!t->is_pasting) {
		in->kind = WK_IN_KEY;
		in->key = key_of(c);
	}
}

static void
take_char(struct wk_term *t, wint_t c, struct wk_input *in)
{
	if (t->is_pasting) {
		add_pasted(t, c);
		return;
	}
	if (wk_answer_take(&t->answer, (uint32_t)c, &in->key)) {
		in->kind = in->key != 0 ? WK_IN_KEY : WK_IN_NONE;
		if (in->key == WK_ANSWER_PASTE_ON || in->key == WK_ANSWER_PASTE_OFF) {
			in->kind = WK_IN_NONE;
			take_code(t, in->key == WK_ANSWER_PASTE_ON ? KEY_PASTE_ON :
			    KEY_PASTE_OFF, in);
		}
		return;
	}
	if (c == WK_KEY_ESC && begin_answer(t))
		return;
	in->kind = WK_IN_KEY;
	in->key = c == '\n' ? WK_KEY_ENTER : c == 8 ? WK_KEY_BACK : (uint32_t)c;
}

bool
wk_term_read(struct wk_term *t, struct wk_input *in)
{
	wint_t c;
	*in = (struct wk_input){ .kind = t->is_gone ? WK_IN_END : WK_IN_NONE };
	if (t->is_gone)
		return true;
	int rc = wget_wch(t->keys, &c);
	if (rc == ERR && !t->was_signalled)
		return false;
	/* there and back between two looks: curses sees no change and says nothing */
	if (rc == ERR)
		resized(t, in);
	else if (rc == KEY_CODE_YES)
		take_code(t, c, in);
	else
		take_char(t, c, in);
	return true;
}

void
wk_term_wait(struct wk_term *t, int timeout_ms, const sigset_t *old, int also)
{
	struct pollfd p[2] = { { .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = also, .events = POLLIN } };
	struct timespec ts = { timeout_ms / 1000, (timeout_ms % 1000) * 1000000L };
	int n = ppoll(p, 2, timeout_ms < 0 ? NULL : &ts, old);
	t->was_signalled = n < 0 && errno == EINTR;
	/* a terminal that is gone reads as "ready" for ever, and the hangup that tells of
	 * it is blocked again before it is seen */
	if (n > 0 && (p[0].revents & (POLLHUP | POLLERR | POLLNVAL)))
		t->is_gone = true;
}

bool
wk_term_copy(struct wk_term *t, const char *base64)
{
	const char *ms = tigetstr("Ms");
	if (!t->is_xterm || ms == NULL || ms == (const char *)-1)
		return false;
	wk_tty_say("\033]52;c;");
	wk_tty_say(base64);
	wk_tty_say("\a");
	return true;
}

void
wk_term_suspend(struct wk_term *t)
{
	bool mouse = t->has_mouse;
	wk_term_mouse(t, false);
	modes(t, false);
	wk_tty_say("\033[m");
	curs_set(1);
	end_curses();
	raise(SIGTSTP);
	(void)wk_tty_size(&t->cols, &t->rows);
	modes(t, true);
	wk_term_mouse(t, mouse);
	refresh();
	shrink_curses();
	curs_set(0);
	t->has_cursor = false;
	wk_term_repaint(t);
}
