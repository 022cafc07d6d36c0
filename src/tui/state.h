/* SPDX-License-Identifier: MIT */
/* The whole state of the screens. update() changes it and names an effect, effect.c alone
 * performs effects, render() only reads. */
#pragma once

#include "wick/render.h"
#include "wick/tui.h"

#include "canvas.h"
#include "facts.h"
#include "incidents.h"
#include "keymap.h"
#include "late.h"
#include "line.h"
#include "plan.h"
#include "report.h"
#include "settings.h"
#include "team.h"
#include "term.h"
#include "toast.h"
#include "trends.h"
#include "year.h"

enum wk_effect { WK_FX_NONE, WK_FX_QUIT, WK_FX_INTERRUPT, WK_FX_SUSPEND, WK_FX_REDRAW,
	WK_FX_HOME, WK_FX_DAY, WK_FX_VIEW, WK_FX_SAVE, WK_FX_SAVE_NEXT, WK_FX_UNDO,
	WK_FX_REDO, WK_FX_RUN, WK_FX_FILL, WK_FX_FILL_SAVE, WK_FX_FILL_CLOSE,
	WK_FX_DEMO, WK_FX_WELCOME, WK_FX_PERFORM, WK_FX_THEME, WK_FX_COUNT };
enum wk_size { WK_SIZE_REFUSE, WK_SIZE_COMPACT, WK_SIZE_NORMAL, WK_SIZE_WIDE };

/* ---- Home */
struct wk_home {
	int focus, row, page;
	int weeks;                         /* of the chart; 0: as many as fit the size */
	bool hides_numbers;
};

/* ---- the Day form */
enum wk_field { WK_FIELD_KIND, WK_FIELD_START, WK_FIELD_END, WK_FIELD_BREAK,
	WK_FIELD_WORKED, WK_FIELD_ONCALL, WK_FIELD_PAGES, WK_FIELD_SLEPT, WK_FIELD_ENERGY,
	WK_FIELD_STRESS, WK_FIELD_MOOD, WK_FIELD_WAKES, WK_FIELD_NOTE, WK_FIELD_SAVE,
	WK_FIELD_SAVE_NEXT, WK_FIELD_CANCEL, WK_FIELD_COUNT };
enum { WK_FORM_DAYS = 15 };
struct wk_dayform {
	struct wk_arena arena;             /* of what was loaded */
	struct wk_form saved, now;
	struct wk_day_view days[WK_FORM_DAYS];   /* the day itself, then back */
	struct wk_edit_line text[WK_FIELD_COUNT];
	enum wk_field focus;
	enum wk_field bad;                 /* WK_FIELD_COUNT: no error */
	char error[120], offer[32];        /* offer: Enter takes it; "" none */
	bool is_loaded, is_touched; /* touched: a field's text differs from saved */
	bool has_preview;
	struct wk_form_preview preview;
};

/* ---- fill: one short line each */
#define WK_FILL_ROWS 10
struct wk_fill {
	bool is_open;
	size_t count, row;
	int column;                        /* 0 work, 1 sleep */
	wk_date day[WK_FILL_ROWS];
	bool lacks_work[WK_FILL_ROWS], lacks_sleep[WK_FILL_ROWS];
	struct wk_edit_line cell[WK_FILL_ROWS][2];
	char error[120];
};

/* ---- a text over the screen: help, explain, output of a command */
#define WK_HELP_PAGES 4
struct wk_pager {
	bool is_open, is_help, is_finding;
	int page;                          /* of the help */
	char title[60];
	bool is_asking;                    /* y or n, wk_progress_ask waits */
	struct wk_buf text;
	int top, at;                       /* first line shown, selected line */
	struct wk_edit_line find;
};

/* ---- a screen as lines of words: --plain */
struct wk_flat {
	const struct wk_view *view;        /* of which these are */
	int top, at, focus;              /* first line shown, current, the screen's own */
};

/* ---- the ':' line */
#define WK_HISTORY 32
struct wk_cmdline {
	bool is_open, is_completing;
	struct wk_edit_line line;
	char history[WK_HISTORY][160];
	size_t count, at;
	size_t completion;                 /* which one Tab shows next */
	char stem[160];                    /* what was typed before Tab */
	struct wk_arena arena;             /* of the names below */
	const char *const *themes;         /* the user's own */
	size_t theme_count;
};

/* ---- a question on the last row */
struct wk_ask { bool is_open; enum wk_effect then; wk_date then_day; };

/* ---- first run */
struct wk_welcome { int focus, day; struct wk_edit_line hours; bool works[7];
    char error[80];
    };

struct wk_progress { int64_t next_ms; bool is_stopped, is_refused; };
struct wk_tui {
	struct wk_app *app;
	const struct wk_tui_options *o;
	struct wk_term *term;
	struct wk_canvas canvas;
	struct wk_arena theme_arena, key_arena;
	struct wk_arena scratch;           /* one frame, one key */
	struct wk_keymap keys;
	struct wk_theme theme;
	bool is_light;
	struct wk_facts facts;
	const struct wk_view *view;
	enum wk_size size;
	struct wk_home home;
	struct wk_dayform form;
	struct wk_fill fill;
	struct wk_pager pager;
	struct wk_flat flat;
	struct wk_cmdline cmd;
	struct wk_ask ask;
	struct wk_welcome welcome;
	struct wk_year year;
	struct wk_trends trends;
	struct wk_reports reports;
	struct wk_incidents incidents;
	struct wk_plans plans;
	struct wk_teams teams;
	struct wk_job job;                 /* another wick at work; pid 0: none */
	struct wk_settings settings;
	struct wk_toasts toasts;
	wk_date want_day;                  /* of WK_FX_DAY */
	const struct wk_view *want_view;   /* of WK_FX_VIEW */
	const struct wk_view *back_view;   /* where Day was opened */
	struct wk_progress progress;
	struct wk_late late;               /* while a key is being answered */
	bool is_demo, is_done, is_dirty, told_unbound, was_busy;
	bool had_message;                  /* when the key came that is answered now */
	bool has_read;                     /* from the log: more memory than is kept */
	int64_t drawn_minute;
	sigset_t open_mask;                /* while it waits, signals come */
	int watch;                         /* wakes when the log is written; -1 none */
	enum wk_rc rc;
};

/* ---- views: one file and one row each */
struct wk_view {
	const char *name, *tab;            /* tab NULL: not among the tabs */
	const char *title;                 /* "Home": of its help */
	enum wk_action action;             /* goes there from every screen */
	enum wk_effect open;               /* loads it; NONE: nothing to load */
	bool is_form;
	void (*load)(struct wk_tui *t);      /* reads what it shows; NULL: facts do */
	void (*leave)(struct wk_tui *t);   /* another screen comes; NULL: nothing to do */
	/* The store's part of what update() asked for by WK_FX_PERFORM: update leaves in
	 * the view's own state what is to be done. NULL: it changes nothing. */
	void (*perform)(struct wk_tui *t);
	/* The same facts as lines of words, top to bottom: no columns to align, no
	 * drawing (flat.h). For screen readers and 'v'. NULL: not yet. */
	void (*put_flat)(const struct wk_tui *t, struct wk_buf *b);
	/* key: for text typed into a form, action is then NONE. */
	enum wk_effect (*update)(struct wk_tui *t, enum wk_action a, uint32_t key);
	/* A line is being typed now: update gets the actions of "entry" and "form", and
	 * letters as keys. NULL: never. */
	bool (*is_typing)(const struct wk_tui *t);
	/* What was typed and not written ("page"); NULL: nothing. It is left only after
	 * a question, which calls save (false: not possible) or drop. */
	const char *(*unsaved)(const struct wk_tui *t);
	bool (*save)(struct wk_tui *t);
	void (*drop)(struct wk_tui *t);
	void (*paste)(struct wk_tui *t, const char *text);
	void (*render)(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
	void (*click)(struct wk_tui *t, int x, int y);        /* NULL: nothing there */
	void (*resized)(struct wk_tui *t);  /* brings its cursor back in sight; NULL */
	/* Whether a hint of its keys stands in the footer now. NULL: all do. */
	bool (*has_hint)(const struct wk_tui *t, enum wk_action a);
	void (*put_state)(const struct wk_tui *t, struct wk_buf *b); /* footer's right */
};
extern const struct wk_view wk_view_home, wk_view_day, wk_view_year, wk_view_trends,
    wk_view_incidents, wk_view_plan, wk_view_report, wk_view_team, wk_view_settings,
    wk_view_welcome;
const struct wk_view *const *wk_views(size_t *n);

/* ---- update.c, effect.c, frame.c */
void wk_update_input(struct wk_tui *t, const struct wk_input *in);
enum wk_effect wk_update_action(struct wk_tui *t, enum wk_action a, uint32_t key);
bool wk_update_is_typing(const struct wk_tui *t);      /* in a screen that is no form */
/* A changed form turns what would leave it into a question. */
enum wk_effect wk_update_guard(struct wk_tui *t, enum wk_effect fx);
/* "Unsaved WHAT: s save, d drop, Esc stay"; fx is what happens then. */
enum wk_effect wk_update_ask(struct wk_tui *t, enum wk_effect fx, const char *what);
void wk_effect_do(struct wk_tui *t, enum wk_effect fx);
void wk_frame_render(const struct wk_tui *t, struct wk_canvas *c);
struct wk_rect wk_frame_body(const struct wk_canvas *c);       /* a view's place */
/* Column and width of a tab; -1: it does not show. */
int wk_frame_tab(const struct wk_tui *t, const struct wk_view *v, int *w);
bool wk_frame_is_next(const struct wk_tui *t, int x);
enum wk_size wk_frame_size(int cols, int rows);
/* A clock is shown: the screen changes with the minute. */
bool wk_frame_has_clock(const struct wk_tui *t);
void wk_frame_put_today(const struct wk_tui *t, struct wk_buf *b);

/* ---- overlays */
void wk_pager_open(struct wk_tui *t, const char *title, const char *text);
enum wk_effect wk_pager_update(struct wk_tui *t, enum wk_action a, uint32_t key);
void wk_pager_click(struct wk_tui *t, int y);
void wk_pager_render(const struct wk_tui *t, struct wk_canvas *c);
void wk_help_open(struct wk_tui *t, int page);
enum wk_effect wk_cmdline_update(struct wk_tui *t, enum wk_action a, uint32_t key);
void wk_cmdline_open(struct wk_tui *t, const char *text);
void wk_cmdline_render(const struct wk_tui *t, struct wk_canvas *c);
void wk_cmdline_run(struct wk_tui *t);
void wk_fill_open(struct wk_tui *t);
enum wk_effect wk_fill_update(struct wk_tui *t, enum wk_action a, uint32_t key);
void wk_fill_render(const struct wk_tui *t, struct wk_canvas *c);
void wk_fill_save(struct wk_tui *t);             /* closes it, or says why not */
bool wk_fill_is_typed(const struct wk_tui *t);

/* ---- the Day form (day_form.c, day_fields.c, draft.c) */
void wk_dayform_load(struct wk_tui *t, wk_date d);
bool wk_dayform_save(struct wk_tui *t);
void wk_dayform_drop(struct wk_tui *t);
void wk_draft_save(struct wk_tui *t);
/* The screen of the form that came back; NULL: there was none. */
const struct wk_view *wk_draft_restore(struct wk_tui *t);
void wk_draft_drop(struct wk_tui *t);

/* ---- view_welcome.c */
void wk_welcome_open(struct wk_tui *t);
bool wk_welcome_save(struct wk_tui *t);
bool wk_welcome_imports(const struct wk_tui *t);

/* ---- userkeys.c: reads the user's keys.ini; what is wrong with it is a message. */
void wk_userkeys_load(struct wk_tui *t);

/* ---- watch.c */
/* While a command runs, a long import shows how far it is and can be stopped. */
void wk_progress_begin(struct wk_tui *t);
bool wk_progress_show(void *ctx, const struct wk_import_progress *at);
/* What a command would do is shown, and only y does it. */
bool wk_progress_ask(void *ctx, const char *shown, const char *question);
void wk_progress_end(struct wk_tui *t);
/* run.c: for the new size of the terminal; and the screen as it is. */
void wk_run_lay_out(struct wk_tui *t);
void wk_run_draw(struct wk_tui *t);
bool wk_run_wait(struct wk_tui *t);              /* for input; false: the end */
void wk_watch_open(struct wk_tui *t);
void wk_watch_close(struct wk_tui *t);
bool wk_watch_take(struct wk_tui *t);            /* something was written since */

/* ---- copy.c: to the clipboard or, where there is none, to a file; says which. */
void wk_copy(struct wk_tui *t, const char *what, const char *text, size_t n);

/* ---- tui_job.c: one at a time, and no key waits for it */
void wk_job_begin(struct wk_tui *t, const char *const *words, const char *doing);
void wk_job_look(struct wk_tui *t);              /* has it ended? then says how */

/* ---- theme.c */
int wk_theme_depth(const struct wk_tui *t);      /* 0, 8, 256: at most */
enum wk_rc wk_theme_apply(struct wk_tui *t, const char *name, struct wk_err *err) WK_USE;
bool wk_theme_ask_light(int wait_ms); /* the terminal's background; before curses */
