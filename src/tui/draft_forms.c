/* SPDX-License-Identifier: MIT */
/* Drafts of what is typed over a screen: the lines of Fill, a page on Incidents, the
 * value of a setting. */
#include "draft.h"
#include "incidents_view.h"
#include "overlay.h"

/* ---- Fill: "2026-11-18 0 9-17", the day, the column, what was typed */
static void
put_fill(const struct wk_tui *t, struct wk_buf *b)
{
	char day[11];
	const struct wk_fill *f = &t->fill;
	wk_buf_adds(b, "fill\n");
	for (size_t i = 0; i < f->count; i++)
		for (int k = 0; k < 2; k++) {
			wk_date_format(f->day[i], day);
			if (f->cell[i][k].len > 0)
				wk_buf_addf(b, "%s %d %s\n", day, k, f->cell[i][k].s);
		}
}

static bool
open_fill(struct wk_tui *t, const char *of)
{
	(void)of;
	wk_fill_open(t);
	return t->fill.is_open;
}

/* A day that was logged meanwhile has no cell any more. */
static void
take_fill(struct wk_tui *t, const char *name, const char *text)
{
	wk_date day;
	struct wk_fill *f = &t->fill;
	int k = *text - '0';
	if (!wk_date_parse_iso(name, &day) || k < 0 || k > 1 || text[1] != ' ')
		return;
	for (size_t i = 0; i < f->count; i++)
		if (f->day[i] == day && (k == 0 ? f->lacks_work[i] : f->lacks_sleep[i]))
			wk_edit_set(&f->cell[i][k], text + 2);
}

static void
name_fill(const struct wk_tui *t, struct wk_buf *b)
{
	(void)t;
	wk_buf_adds(b, "the missing days");
}

const struct wk_draft_kind wk_draft_fill = { "fill", &wk_view_home, wk_fill_is_typed,
	put_fill, open_fill, take_fill, name_fill };

/* ---- a page: "now 2 45m" and "was 2 30m", a field each, as typed and as opened */
static int *
choice_of(int *severity, int *woke, int *noise, long i)
{
	return i == WK_IFIELD_SEVERITY ? severity : i == WK_IFIELD_WOKE ? woke : noise;
}

static bool
is_page_typed(const struct wk_tui *t)
{
	return wk_incidents_form_is_typed(&t->incidents.form);
}

static void
put_page(const struct wk_tui *t, struct wk_buf *b)
{
	struct wk_incident_form f = t->incidents.form;
	wk_buf_addf(b, "page %lld\n", (long long)f.id);
	for (int i = 0; i < WK_IFIELD_TEXTS; i++)
		wk_buf_addf(b, "now %d %s\nwas %d %s\n", i, f.line[i].s, i,
		    f.was.text[i]);
	for (int i = WK_IFIELD_TEXTS; i < WK_IFIELD_COUNT; i++)
		wk_buf_addf(b, "now %d %d\nwas %d %d\n", i,
		    *choice_of(&f.severity, &f.woke, &f.noise, i), i,
		    *choice_of(&f.was.severity, &f.was.woke, &f.was.noise, i));
}

static bool
open_page(struct wk_tui *t, const char *of)
{
	long id;
	if (!wk_text_parse_int(of, 0, INT64_MAX, &id))
		return false;
	wk_incidents_form_open(t, NULL);
	t->incidents.form.id = id;
	return true;
}

static void
take_page(struct wk_tui *t, const char *name, const char *text)
{
	long i, v;
	char field[2] = { *text, '\0' };
	struct wk_incident_form *f = &t->incidents.form;
	bool is_was = strcmp(name, "was") == 0;
	if (!wk_text_parse_int(field, 0, WK_IFIELD_COUNT - 1, &i) || text[1] != ' ')
		return;
	if (i >= WK_IFIELD_TEXTS && wk_text_parse_int(text + 2, -1, 5, &v))
		*(is_was ? choice_of(&f->was.severity, &f->was.woke, &f->was.noise, i) :
		    choice_of(&f->severity, &f->woke, &f->noise, i)) = (int)v;
	else if (i < WK_IFIELD_TEXTS && is_was)
		snprintf(f->was.text[i], sizeof(f->was.text[i]), "%s", text + 2);
	else if (i < WK_IFIELD_TEXTS)
		wk_edit_set(&f->line[i], text + 2);
}

static void
name_page(const struct wk_tui *t, struct wk_buf *b)
{
	(void)t;
	wk_buf_adds(b, "the page");
}

const struct wk_draft_kind wk_draft_page = { "page", &wk_view_incidents, is_page_typed,
	put_page, open_page, take_page, name_page };

/* ---- a setting: its key, then "text 38h" */
static bool
is_setting_typed(const struct wk_tui *t)
{
	const struct wk_settings *g = &t->settings;
	const struct wk_setting *s = wk_settings_at(g, g->row);
	struct wk_arena a;
	if (t->view != &wk_view_settings || !g->is_editing || s == NULL)
		return false;
	wk_arena_init(&a);
	bool is_new = strcmp(g->value.s, wk_settings_value(t, s, &a)) != 0;
	wk_arena_fini(&a);
	return is_new;
}

static void
put_setting(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	wk_buf_addf(b, "setting %s\ntext %s\n", wk_settings_at(g, g->row)->key,
	    g->value.s);
}

static bool
open_setting(struct wk_tui *t, const char *of)
{
	struct wk_settings *g = &t->settings;
	size_t n;
	(void)wk_settings_sections(&n);
	wk_settings_load(t);
	for (g->section = 0; g->section < (int)n; g->section++)
		for (g->row = 0; g->row < wk_settings_row_count(g); g->row++) {
			const struct wk_setting *s = wk_settings_at(g, g->row);
			if (s != NULL && strcmp(s->key, of) == 0) {
				g->is_at_rows = true;
				wk_settings_edit(t);
				return true;
			}
		}
	g->section = g->row = 0;
	return false;
}

static void
take_setting(struct wk_tui *t, const char *name, const char *text)
{
	if (strcmp(name, "text") == 0)
		wk_edit_set(&t->settings.value, text);
}

static void
name_setting(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_settings *g = &t->settings;
	wk_buf_adds(b, wk_settings_at(g, g->row)->key);
}

const struct wk_draft_kind wk_draft_setting = { "setting", &wk_view_settings,
	is_setting_typed, put_setting, open_setting, take_setting, name_setting };
