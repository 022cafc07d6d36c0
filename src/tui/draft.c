/* SPDX-License-Identifier: MIT */
/* A form that was being filled when the program had to go is kept, and offered back at
 * the next start: one line a field, NAME and its text. */
#include "day.h"

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

void
wk_draft_save(struct wk_tui *t)
{
	struct wk_err err;
	struct wk_buf b;
	char day[11];
	const char *path = draft_path(t);
	if (path == NULL || t->view != &wk_view_day || !t->form.is_touched)
		return;
	wk_buf_init(&b);
	wk_date_format(t->form.now.day, day);
	wk_buf_addf(&b, "log %s\nday %s\n", wk_app_db_path(t->app, &err), day);
	for (int i = 0; i < WK_FIELD_COUNT; i++) {
		if (wk_day_fields[i].type == WK_FIELD_TEXT)
			wk_buf_addf(&b, "%d %s\n", i, t->form.text[i].s);
		else if (wk_day_fields[i].value != NULL)
			wk_buf_addf(&b, "%d %d\n", i, choice_value(t, i));
	}
	char *dir = wk_arena_strdup(&t->scratch, path);
	*strrchr(dir, '/') = '\0';
	if (wk_file_mkdirs(dir, &err) != WK_OK ||
	    wk_file_write_safe(path, b.p, b.len, 0600, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	wk_buf_fini(&b);
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
restore_line(struct wk_tui *t, char *line)
{
	long i, v;
	char *text = strchr(line, ' ');
	if (text == NULL)
		return;
	*text++ = '\0';
	if (!wk_text_parse_int(line, 0, WK_FIELD_COUNT - 1, &i))
		return;
	if (wk_day_fields[i].type == WK_FIELD_TEXT)
		wk_edit_set(&t->form.text[i], text);
	else if (wk_day_fields[i].value != NULL && wk_text_parse_int(text, -1, 5, &v) &&
	    is_choice(&wk_day_fields[i], (int)v))
		*wk_day_fields[i].value(&t->form.now) = (int)v;
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

static bool
restore_text(struct wk_tui *t, char *text)
{
	wk_date d;
	struct wk_err err;
	char *end = text;
	const char *log = take_head(&end, "log "), *path = wk_app_db_path(t->app, &err);
	const char *day = take_head(&end, "day ");
	if (log == NULL || path == NULL || strcmp(log, path) != 0 || day == NULL ||
	    !wk_date_parse_iso(day, &d))
		return false;
	wk_dayform_load(t, d);
	while (*end != '\0') {
		char *line = end;
		end += strcspn(end, "\n");
		if (*end == '\n')
			*end++ = '\0';
		restore_line(t, line);
	}
	wk_day_refresh(t);
	return true;
}

/* Four weeks back a month would say nothing new. */
static void
put_near_day(struct wk_buf *b, wk_date d, wk_date today)
{
	wk_date_put_day(b, d);
	if (today - d < 28)
		b->p[b->len = (size_t)(strrchr(b->p, ' ') - b->p)] = '\0';
}

bool
wk_draft_restore(struct wk_tui *t)
{
	struct wk_buf text, day;
	struct wk_err err;
	const char *path = draft_path(t);
	if (path == NULL || !wk_file_exists(path))
		return false;
	wk_buf_init(&text);
	bool ok = wk_file_read(path, DRAFT_MAX, &text, &err) == WK_OK &&
	    restore_text(t, text.p);
	wk_buf_fini(&text);
	if (!ok)
		return false;
	wk_draft_drop(t);
	wk_buf_init(&day);
	put_near_day(&day, t->form.now.day, t->app->today);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "draft of %s restored", day.p);
	wk_buf_fini(&day);
	return true;
}

void
wk_draft_drop(struct wk_tui *t)
{
	const char *path = draft_path(t);
	if (path != NULL)
		(void)unlink(path);
}
