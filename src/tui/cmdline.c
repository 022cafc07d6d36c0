/* SPDX-License-Identifier: MIT */
/* The ':' line: any action by its name, any command as in the shell. */
#include "overlay.h"

void
wk_cmdline_open(struct wk_tui *t, const char *text)
{
	struct wk_cmdline *c = &t->cmd;
	c->is_open = true;
	c->at = c->count;
	c->is_completing = false;
	wk_arena_fini(&c->arena);
	c->themes = wk_theme_user_names(&c->arena, &c->theme_count);
	wk_edit_set(&c->line, text);
}

/* ---- history */

static void
remember(struct wk_cmdline *c, const char *line)
{
	size_t last = (c->count + WK_HISTORY - 1) % WK_HISTORY;
	if (strlen(line) >= sizeof(c->history[0]) ||
	    (c->count > 0 && strcmp(c->history[last], line) == 0))
		return;
	snprintf(c->history[c->count++ % WK_HISTORY], sizeof(c->history[0]), "%s", line);
}

static void
recall(struct wk_cmdline *c, int step)
{
	size_t oldest = c->count > WK_HISTORY ? c->count - WK_HISTORY : 0;
	if (step < 0 && c->at > oldest)
		c->at--;
	else if (step > 0 && c->at < c->count)
		c->at++;
	else
		return;
	wk_edit_set(&c->line, c->at == c->count ? "" : c->history[c->at % WK_HISTORY]);
}

/* ---- completion: the first Tab takes what all have in common, the next ones go round */

static size_t
common_length(const struct wk_names *names)
{
	size_t n = strlen(names->v[0]);
	for (size_t i = 1; i < names->n; i++) {
		size_t k = 0;
		while (k < n && names->v[i][k] == names->v[0][k])
			k++;
		n = k;
	}
	return n;
}

static void
put_completion(struct wk_cmdline *c, size_t at, const char *name, size_t len,
    bool is_whole)
{
	char line[WK_EDIT_MAX];
	snprintf(line, sizeof(line), "%.*s%.*s%s", (int)at, c->stem, (int)len, name,
	    is_whole ? " " : "");
	wk_edit_set(&c->line, line);
}

/* After a whole word what may follow it shows at once. */
static void
offer_next(const struct wk_tui *t, struct wk_cmdline *c)
{
	struct wk_names names;
	if (c->is_completing || !wk_complete_takes(c->line.s))
		return;
	snprintf(c->stem, sizeof(c->stem), "%.158s", c->line.s);
	(void)wk_complete(t, c->stem, &names);
	c->completion = names.n;
	c->is_completing = true;
}

static void
complete(struct wk_tui *t, int step)
{
	struct wk_cmdline *c = &t->cmd;
	struct wk_names names;
	bool is_first = !c->is_completing;
	if (is_first)
		snprintf(c->stem, sizeof(c->stem), "%.158s", c->line.s);
	size_t at = wk_complete(t, c->stem, &names);
	if (names.n == 0)
		return;
	c->is_completing = true;
	if (is_first) {
		c->completion = names.n;
		put_completion(c, at, names.v[0], common_length(&names), names.n == 1);
		c->is_completing = names.n > 1;
		offer_next(t, c);
		return;
	}
	if (c->completion == names.n)
		c->completion = step > 0 ? 0 : names.n - 1;
	else
		c->completion = (c->completion + names.n +
		    (size_t)(step + (int)names.n)) %
		    names.n;
	const char *name = names.v[c->completion];
	put_completion(c, at, name, strlen(name), false);
}

/* ---- keys */

static enum wk_effect
close_line(struct wk_tui *t, enum wk_effect fx)
{
	t->cmd.is_open = false;
	return fx;
}

static enum wk_effect
enter(struct wk_tui *t)
{
	struct wk_cmdline *c = &t->cmd;
	char *text = wk_text_trim(c->line.s);
	c->is_open = false;
	if (*text == '\0')
		return WK_FX_NONE;
	remember(c, text);
	memmove(c->line.s, text, strlen(text) + 1);
	if (strcmp(c->line.s, "quit") == 0 || strcmp(c->line.s, "q") == 0)
		return WK_FX_QUIT;
	return WK_FX_RUN;
}

static void
type(struct wk_cmdline *c, enum wk_action a, uint32_t key)
{
	c->is_completing = false;
	if (a == WK_ACT_CHOOSE)
		wk_edit_insert(&c->line, ' ');
	else if (a == WK_ACT_NONE && key >= ' ' && key < 0x110000 && key != WK_KEY_BACK)
		wk_edit_insert(&c->line, key);
	else
		(void)wk_edit_apply(&c->line, a);
}

enum wk_effect
wk_cmdline_update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_cmdline *c = &t->cmd;
	if (a == WK_ACT_ENTER)
		return enter(t);
	if (a == WK_ACT_LEAVE || (a == WK_ACT_ERASE_BACK && c->line.len == 0))
		return close_line(t, WK_FX_NONE);
	if (a == WK_ACT_INTERRUPT)
		return close_line(t, WK_FX_INTERRUPT);
	if (a == WK_ACT_HELP) {
		wk_help_open(t, 0);
		return WK_FX_NONE;
	}
	if (a == WK_ACT_SUSPEND || a == WK_ACT_REDRAW)
		return a == WK_ACT_SUSPEND ? WK_FX_SUSPEND : WK_FX_REDRAW;
	if (key == WK_KEY_TAB || key == WK_KEY_BACKTAB)
		complete(t, key == WK_KEY_TAB ? 1 : -1);
	else if (key == WK_KEY_UP || key == WK_KEY_DOWN)
		recall(c, key == WK_KEY_UP ? -1 : 1);
	else
		type(c, a, key);
	return WK_FX_NONE;
}

/* ---- drawing */

static void
draw_names(const struct wk_tui *t, struct wk_canvas *cv)
{
	const struct wk_cmdline *c = &t->cmd;
	struct wk_names names;
	int y = cv->rows - 2, x = 1;
	size_t first = 0;
	if (wk_complete(t, c->stem, &names) > sizeof(c->stem) || names.n == 0)
		return;
	cv->under = WK_ROLE_POPUP;
	wk_canvas_fill(cv, (struct wk_rect){ 0, y, cv->cols, 1 }, WK_ROLE_POPUP, ' ');
	/* the one that is chosen stays in sight */
	for (size_t i = 0, w = 2; i < names.n && i <= c->completion; i++) {
		w += strlen(names.v[i]) + 2;
		if ((int)w > cv->cols - 2 && c->completion < names.n) {
			first = i;
			w = strlen(names.v[i]) + 4;
		}
	}
	for (size_t i = first; i < names.n; i++) {
		if (x + (int)strlen(names.v[i]) + 2 > cv->cols) {
			wk_canvas_put(cv, cv->cols - 1, y, WK_ROLE_DIM, 0x2026);
			break;
		}
		x = wk_canvas_puts(cv, x, y, i == c->completion ? WK_ROLE_SELECTION :
		    WK_ROLE_TEXT, names.v[i]) + 2;
	}
	cv->under = WK_ROLE_TEXT;
}

void
wk_cmdline_render(const struct wk_tui *t, struct wk_canvas *cv)
{
	int y = cv->rows - 1, x;
	struct wk_rect row = { 0, y, cv->cols, 1 };
	wk_canvas_fill(cv, row, WK_ROLE_FOOTER, ' ');
	wk_canvas_paint_under(cv, row, WK_ROLE_FOOTER);
	cv->under = WK_ROLE_FOOTER;
	x = wk_canvas_puts(cv, 0, y, WK_ROLE_KEY, ":");
	int help_at = cv->cols - 8, w = help_at - 1 - x;
	if (t->toasts.kind == WK_TOAST_ASK) {
		int used = (int)wk_text_width(t->toasts.text);
		if (used < w - 24)
			wk_canvas_puts_right(cv, help_at - 1, y, WK_ROLE_HINT,
			    t->toasts.text);
		w -= used < w - 24 ? used + 2 : 0;
	}
	wk_edit_draw(&t->cmd.line, cv, (struct wk_rect){ x, y, w, 1 }, WK_ROLE_FOOTER,
	    true);
	wk_canvas_puts(cv, help_at, y, WK_ROLE_KEY, "Tab");
	wk_canvas_puts(cv, help_at + 4, y, WK_ROLE_FOOTER, "name");
	cv->under = WK_ROLE_TEXT;
	if (t->cmd.is_completing)
		draw_names(t, cv);
}
