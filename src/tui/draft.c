/* SPDX-License-Identifier: MIT */
/* A form that was being filled when the program had to go is kept, and offered back at
 * the next start: whose log, what form of what, then one line a field. */
#include "draft.h"

#include <stdlib.h>
#include <unistd.h>

#define DRAFT_MAX 8192

static const char *
draft_path(struct wk_tui *t)
{
	const char *path = NULL;
	struct wk_err err;
	if (t->is_demo || wk_conf_path('s', "draft", &t->scratch, &path, &err) != WK_OK)
		return NULL;
	return path;
}

static int
choice_value(const struct wk_tui *t, int i)
{
	struct wk_form copy = t->form.now;
	return *wk_day_fields[i].value(&copy);
}

static bool
is_day_typed(const struct wk_tui *t)
{
	return t->view == &wk_view_day && t->form.is_touched;
}

static void
put_day(const struct wk_tui *t, struct wk_buf *b)
{
	char day[11];
	wk_date_format(t->form.now.day, day);
	wk_buf_addf(b, "day %s\n", day);
	for (int i = 0; i < WK_FIELD_COUNT; i++) {
		if (wk_day_fields[i].type == WK_FIELD_TEXT)
			wk_buf_addf(b, "%d %s\n", i, t->form.text[i].s);
		else if (wk_day_fields[i].value != NULL)
			wk_buf_addf(b, "%d %d\n", i, choice_value(t, i));
	}
}

static bool
open_day(struct wk_tui *t, const char *of)
{
	wk_date d;
	if (!wk_date_parse_iso(of, &d))
		return false;
	wk_dayform_load(t, d);
	return true;
}

static bool
is_choice(const struct wk_field_row *row, int v)
{
	int n = 0;
	if (row->type == WK_FIELD_SCALE)
		return v >= 0;
	while (row->choices[n] != NULL)
		n++;
	return v >= row->first && v < row->first + n;
}

static void
take_day(struct wk_tui *t, const char *name, const char *text)
{
	long i, v;
	if (!wk_text_parse_int(name, 0, WK_FIELD_COUNT - 1, &i))
		return;
	if (wk_day_fields[i].type == WK_FIELD_TEXT)
		wk_edit_set(&t->form.text[i], text);
	else if (wk_day_fields[i].value != NULL && wk_text_parse_int(text, -1, 5, &v) &&
	    is_choice(&wk_day_fields[i], (int)v))
		*wk_day_fields[i].value(&t->form.now) = (int)v;
}

/* Four weeks back a month would say nothing new. */
static void
name_day(const struct wk_tui *t, struct wk_buf *b)
{
	wk_date_put_day(b, t->form.now.day);
	if (t->app->today - t->form.now.day < 28)
		b->p[b->len = (size_t)(strrchr(b->p, ' ') - b->p)] = '\0';
}

static const struct wk_draft_kind draft_day = { "day", &wk_view_day, is_day_typed,
	put_day, open_day, take_day, name_day };
/* An overlay comes before what it hides. */
static const struct wk_draft_kind *const kinds[] = { &wk_draft_fill, &wk_draft_page,
	&wk_draft_setting, &draft_day };

/* The form that has words in it which are not saved. */
static const struct wk_draft_kind *
typed_kind(const struct wk_tui *t)
{
	for (size_t i = 0; i < WK_LEN(kinds); i++)
		if (kinds[i]->is_typed(t))
			return kinds[i];
	return NULL;
}

void
wk_draft_save(struct wk_tui *t)
{
	struct wk_err err;
	struct wk_buf b;
	const char *path = draft_path(t);
	const struct wk_draft_kind *kind = typed_kind(t);
	if (path == NULL || kind == NULL)
		return;
	wk_buf_init(&b);
	wk_buf_addf(&b, "log %s\n", wk_app_db_path(t->app, &err));
	kind->put(t, &b);
	char *dir = wk_arena_strdup(&t->scratch, path);
	*strrchr(dir, '/') = '\0';
	if (wk_file_mkdirs(dir, &err) != WK_OK ||
	    wk_file_write_safe(path, b.p, b.len, 0600, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	wk_buf_fini(&b);
}

/* What stands before a character; *text is then what stands behind it. */
static char *
cut(char **text, char at)
{
	char *head = *text;
	*text += strcspn(head, (char[]){ at, '\0' });
	if (**text != '\0')
		*(*text)++ = '\0';
	return head;
}

/* The rest of the first line after its word; *text is then the next line. */
static char *
take_head(char **text, const char *word)
{
	char *head = *text, *end = strchr(head, '\n');
	if (end == NULL || !wk_text_starts(head, word))
		return NULL;
	*end = '\0';
	*text = end + 1;
	return head + strlen(word);
}

/* The kind whose form this is, open and filled; NULL: no form for this log. */
static const struct wk_draft_kind *
restore_text(struct wk_tui *t, char *text)
{
	struct wk_err err;
	char *end = text;
	const char *log = take_head(&end, "log "), *path = wk_app_db_path(t->app, &err);
	char *of = take_head(&end, "");
	const struct wk_draft_kind *kind = NULL;
	if (log == NULL || path == NULL || strcmp(log, path) != 0 || of == NULL)
		return NULL;
	char *word = cut(&of, ' ');
	for (size_t i = 0; i < WK_LEN(kinds) && kind == NULL; i++)
		if (strcmp(kinds[i]->word, word) == 0)
			kind = kinds[i];
	if (kind == NULL || !kind->open(t, of))
		return NULL;
	while (*end != '\0') {
		char *rest = cut(&end, '\n'), *name = cut(&rest, ' ');
		kind->take(t, name, rest);
	}
	return kind;
}

const struct wk_view *
wk_draft_restore(struct wk_tui *t)
{
	struct wk_buf text, name;
	struct wk_err err;
	const struct wk_draft_kind *kind = NULL;
	const char *path = draft_path(t);
	if (path == NULL || !wk_file_exists(path))
		return NULL;
	wk_buf_init(&text);
	if (wk_file_read(path, DRAFT_MAX, &text, &err) == WK_OK)
		kind = restore_text(t, text.p);
	wk_buf_fini(&text);
	if (kind == NULL)
		return NULL;
	wk_draft_drop(t);
	if (kind == &draft_day)
		wk_day_refresh(t);
	wk_buf_init(&name);
	kind->name(t, &name);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "draft of %s restored", name.p);
	wk_buf_fini(&name);
	return kind->view;
}

void
wk_draft_drop(struct wk_tui *t)
{
	const char *path = draft_path(t);
	if (path != NULL)
		(void)unlink(path);
}
