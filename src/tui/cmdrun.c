/* SPDX-License-Identifier: MIT */
/* What a line after ':' does: a screen's action, or a command whose words come back as a
 * message or, when they are many, over the screen. */
#include "overlay.h"

static const char *
nth_name(const void *ctx, size_t i)
{
	const struct wk_names *names = ctx;
	return i < names->n ? names->v[i] : NULL;
}

static bool
is_command(const struct wk_tui *t, const char *word)
{
	for (size_t i = 0; i < t->o->command_count; i++)
		if (strcmp(t->o->commands[i], word) == 0)
			return true;
	return false;
}

static void
say_unknown(struct wk_tui *t, const char *word)
{
	struct wk_names names = { .n = 0 };
	wk_complete_commands(t, "", &names);
	const char *near = wk_text_nearest(word, nth_name, &names);
	if (near != NULL)
		wk_toast_say(&t->toasts, WK_TOAST_BAD,
		    "no such command: %s   (did you mean \"%s\"?)", word, near);
	else
		wk_toast_say(&t->toasts, WK_TOAST_BAD,
		    "no such command: %s   (? shows keys, :help commands)", word);
}

/* Blanks and ends of lines at the end are nothing. */
static void
chop(struct wk_buf *b)
{
	while (b->len > 0 && (b->p[b->len - 1] == '\n' || b->p[b->len - 1] == ' '))
		b->p[--b->len] = '\0';
}

static void
say_trouble(struct wk_tui *t, struct wk_buf *b)
{
	const char *p = b->p;
	chop(b);
	if (wk_text_starts(p, "wick: "))
		p += strlen("wick: ");
	if (strchr(p, '\n') != NULL)
		wk_pager_open(t, "What is wrong", p);
	else if (t->progress.is_refused)       /* as they wished */
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", p);
	else
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", p);
}

static void
run_command(struct wk_tui *t, const char *line)
{
	struct wk_buf out, trouble;
	wk_buf_init(&out);
	wk_buf_init(&trouble);
	wk_progress_begin(t);
	enum wk_rc rc = t->o->run_command(t->o->ctx, t->app, line, &out, &trouble);
	wk_progress_end(t);
	chop(&out);
	if (trouble.len > 0)
		say_trouble(t, &trouble);
	else if (strchr(out.p, '\n') != NULL)
		wk_pager_open(t, line, out.p);
	else if (out.len > 0)
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", out.p);
	else if (rc == WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "done: %s", line);
	wk_buf_fini(&out);
	wk_buf_fini(&trouble);
}

static void
set_theme(struct wk_tui *t, const char *name)
{
	struct wk_err err;
	if (wk_term_colors(t->term) == 0)
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "no colours here; a theme needs them");
	else if (wk_theme_apply(t, name, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	else
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "theme %s; keep it with :config set "
		    "ui.theme %s", t->theme.name, name);
	wk_term_repaint(t->term);
}

static void
set_mouse(struct wk_tui *t, const char *word)
{
	bool on = strcmp(word, "on") == 0;
	if (!on && strcmp(word, "off") != 0) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD,
		    "mouse \"%s\" is neither on nor off", word);
		return;
	}
	wk_term_mouse(t->term, on);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, on ?
	    "mouse on; hold Shift to select text" : "mouse off");
}

static void
show_messages(struct wk_tui *t)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_toast_list(&t->toasts, &b);
	wk_pager_open(t, "Messages", b.p);
	wk_buf_fini(&b);
}

static void
show_keys(struct wk_tui *t)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_keymap_put_all(&t->keys, &b);
	wk_pager_open(t, "Actions and their keys", b.p);
	wk_buf_fini(&b);
}

static const struct wk_key *
find_action(const struct wk_tui *t, const char *name)
{
	size_t n = t->keys.n;
	const struct wk_key *rows = t->keys.v;
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].action, name) == 0 && wk_complete_has(t, &rows[i]))
			return &rows[i];
	return NULL;
}

/* false: the action is the shell's business, or there is none. */
static bool
run_action(struct wk_tui *t, const struct wk_key *row, const char *rest)
{
	enum wk_action a = (enum wk_action)row->code;
	if (a == WK_ACT_THEME && *rest != '\0')
		set_theme(t, rest);
	else if (a == WK_ACT_MOUSE)
		set_mouse(t, rest);
	else if (a == WK_ACT_MESSAGES)
		show_messages(t);
	else if (a == WK_ACT_KEYS)
		show_keys(t);
	else if (*rest != '\0' || a == WK_ACT_THEME || is_command(t, row->action))
		return false;
	else
		wk_effect_do(t, wk_update_guard(t, wk_update_action(t, a, 0)));
	return true;
}

void
wk_cmdline_run(struct wk_tui *t)
{
	char line[WK_EDIT_MAX], word[WK_EDIT_MAX];
	const char *typed = t->cmd.line.s;
	/* as messages say it, for the shell */
	if (wk_text_starts(typed, "wick "))
		typed += strlen("wick ") + strspn(typed + strlen("wick "), " ");
	snprintf(line, sizeof(line), "%s", typed);
	size_t n = strcspn(line, " ");
	const char *rest = line + n + strspn(line + n, " ");
	snprintf(word, sizeof(word), "%.*s", (int)n, line);
	const struct wk_key *row = find_action(t, word);
	if (row != NULL && run_action(t, row, rest))
		return;
	if (t->o->run_command != NULL && is_command(t, word))
		run_command(t, line);
	else
		say_unknown(t, word);
}
