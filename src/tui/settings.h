/* SPDX-License-Identifier: MIT */
/* The Settings screen: every setting by section, edited in its row; the picker of themes;
 * and what is shared, which is nothing. */
#pragma once

#include "keymap.h"
#include "line.h"
#include "wick/app.h"

struct wk_tui;
enum { WK_THEMES_MAX = 70 };
enum wk_settings_do { WK_SETTINGS_NOTHING, WK_SETTINGS_SET, WK_SETTINGS_SYNC };
struct wk_theme_row { const char *name, *about; };
struct wk_settings {
	struct wk_arena arena;         /* of what was loaded */
	const struct wk_setting *all;
	size_t all_count;
	const struct wk_section **in;      /* of each of them */
	struct wk_theme_row themes[WK_THEMES_MAX];
	size_t theme_count;
	int section, row, top;         /* top: first row of a text */
	bool is_at_rows;               /* the focus: its rows, or the sections */
	bool is_looking;               /* another theme than the one in use shows */
	int64_t file_stamp;            /* of the theme's own file; 0 none */
	bool has_kept;                 /* one was chosen here: --theme is over */
	bool is_editing;
	struct wk_edit_line value;
	char error[200];
	/* what perform does */
	enum wk_settings_do what;
	const char *sharing, *digest;  /* what the section says; what is agreed to */
	const char *sharing_word;      /* on, off, paused */
	char key[64], set[WK_EDIT_MAX];
};

/* ---- settings_rows.c: sections and what is in them */
enum wk_section_kind { WK_SECTION_ROWS, WK_SECTION_THEMES, WK_SECTION_TEXT };
struct wk_section {
	const char *title;
	const char *prefix;            /* of its settings' keys */
	enum wk_section_kind kind;
	void (*put_text)(const struct wk_tui *t, struct wk_buf *b);    /* TEXT */
};
const struct wk_section *wk_settings_sections(size_t *n);
const struct wk_section *wk_settings_section(const struct wk_settings *g);
/* The sharing section, for S; what it says, and the keys that it has. */
int wk_settings_sharing(void);
void wk_settings_load_sharing(struct wk_tui *t);
enum wk_effect wk_settings_share(struct wk_tui *t, enum wk_action a);
void wk_settings_load(struct wk_tui *t);
/* Rows of the section in focus: settings or themes; 0 for a text. */
int wk_settings_row_count(const struct wk_settings *g);
/* Its i-th setting. */
const struct wk_setting *wk_settings_at(const struct wk_settings *g, int i);
/* The value as it would be written; memory in a. */
const char *wk_settings_value(const struct wk_tui *t, const struct wk_setting *s,
    struct wk_arena *a);
/* "a number, 0 to 24 h; default 11" */
/* What it takes and its default, each after words of the caller. */
void wk_settings_put_kind(const struct wk_setting *s, const char *takes,
    const char *is_default, struct wk_buf *b);
/* The choice after the one there is; NULL when its value is typed. Memory in a. */
const char *wk_settings_next(const struct wk_tui *t, const struct wk_setting *s,
    struct wk_arena *a);
/* The theme to show now, and the row of the one in use. */
const char *wk_settings_theme(const struct wk_tui *t);
int wk_settings_theme_row(const struct wk_tui *t);

/* Its file was saved while the picker is open: it is read again. */
bool wk_settings_reread(struct wk_tui *t);
void wk_settings_edit(struct wk_tui *t);               /* the row in focus is typed */
void wk_settings_open_sharing(struct wk_tui *t);       /* before the screen opens */

/* ---- settings_draw.c, settings_theme.c */
void wk_settings_place(const struct wk_tui *t, struct wk_rect r, struct wk_rect *sections,
    struct wk_rect *rows, struct wk_rect *side);
/* How many rows a list of r has above the one at its upper edge. */
int wk_settings_skip(int row, int count, int room);
void wk_settings_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
void wk_settings_draw_themes(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect r);
void wk_settings_draw_preview(const struct wk_tui *t, struct wk_canvas *c,
    struct wk_rect r);
/* How far a text can go up. */
int wk_settings_text_most(const struct wk_tui *t);
void wk_settings_put_flat(const struct wk_tui *t, struct wk_buf *b);
