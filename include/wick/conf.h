/* SPDX-License-Identifier: MIT */
/* conf: settings, XDG paths, themes. Reads INI with src/conf/ini.c, our own reader of 150
 * lines: iniparser 4.1 cannot say file:line, ends a value at '#', refuses a whole file
 * for one bad line and still has CVE-2023-33461. */
#pragma once

#include "wick/base.h"
#include "wick/core.h"

/* ---- INI: `[section]`, `key = value`, comments start with ';' or '#' at the line's
 * start, ' ;' ends a value. UTF-8, BOM skipped, lines to 4096 bytes. */
struct wk_ini_entry { const char *section, *key, *value; int line; };
struct wk_ini { struct wk_ini_entry *v; size_t n; const char *path; };
/* Bad lines: WK_ERR_INPUT "FILE:LINE: what is wrong". Memory in a. */
enum wk_rc wk_ini_parse(const char *text, size_t len, const char *path,
    struct wk_arena *a, struct wk_ini *out, struct wk_err *err) WK_USE;

/* ---- settings ---- */
struct wk_conf {
	struct wk_model model;         /* [model] and [work] contract */
	struct wk_fold_rules rules; /* [work] day_start business night rest_floor storm */
	const char *theme;             /* [ui] theme: auto or a name */
	const char *theme_light, *theme_dark;
	const char *color;             /* auto always never */
	const char *frame;             /* auto ascii */
	bool mouse, numbers;           /* numbers=false: H at start */
	/* [alerts] act_today act_this_week plan structural */
	bool burn_on[WK_BURN_COUNT];
	double silence_d;              /* days without an entry; 0 off */
	int quiet_from_min, quiet_to_min;
	struct wk_conf_limit { const struct wk_indicator *indicator; double value; }
	    limits[8];                 /* [alerts] thresholds */
	size_t limit_count;
	struct wk_conf_mail {          /* [mail]; "-" is not set */
		const char *server, *from, *user, *password_file, *password_command,
		    *ca_file, *sendmail;
		double timeout_s;
	} mail;
	struct wk_conf_share {         /* [share]; "-" is not set */
		const char *token_file, *token_env, *token_command, *ca_file, *proxy,
		    *no_proxy, *client_cert, *client_key, *pinned_key;
		bool allow_http;
		double timeout_s;
	} share;
	const char *path;              /* of the file, exists or not */
	struct wk_arena arena;         /* holds the strings */
};
enum wk_setting_type { WK_SET_TEXT, WK_SET_CHOICE, WK_SET_BOOL, WK_SET_NUMBER,
	WK_SET_CLOCK, WK_SET_CLOCK_SPAN, WK_SET_CONTRACT, WK_SET_LIMITS, WK_SET_LINE };
struct wk_setting {
	const char *key;               /* "work.contract", "ui.theme", "model.tau_up_d" */
	enum wk_setting_type type;
	size_t offset;                 /* in struct wk_conf */
	const char *def;               /* as written in the file */
	double min, max;               /* numbers */
	const char *choices;           /* "auto|always|never" */
	const char *unit, *help;
};
/* All settings; the [model] ones are made from wk_model_rows(). Memory in a. */
const struct wk_setting *wk_settings(struct wk_arena *a, size_t *n);
void wk_conf_defaults(struct wk_conf *c);
/* path NULL: the standard place; a missing file there is fine, a named one is an error.
 * Unknown key, bad value, bad line: WK_ERR_INPUT "FILE:LINE: ...", with the nearest
 * key. */
enum wk_rc wk_conf_load(const char *path, struct wk_conf *c, struct wk_err *err) WK_USE;
void wk_conf_fini(struct wk_conf *c);
/* The value as it would be written. NULL and WK_ERR_INPUT (nearest key) when unknown. */
enum wk_rc wk_conf_get(const struct wk_conf *c, const char *key, struct wk_arena *a,
    const char **out, struct wk_err *err) WK_USE;
/* Checks, then rewrites one line of the file (made when missing) and keeps the rest. */
enum wk_rc wk_conf_set(const char *path, const char *key, const char *value,
    struct wk_err *err) WK_USE;

/* ---- paths: XDG; a HOME that is missing, relative or somebody else's: WK_ERR_STORE */
/* kind: 'c' config, 'd' data, 's' state. name e.g. "wick.db". Honours WICK_DB/WICK_CONFIG
 * only through the caller. Does not create. */
enum wk_rc wk_conf_path(char kind, const char *name, struct wk_arena *a, const char **out,
    struct wk_err *err) WK_USE;

/* ---- themes ---- */
enum wk_role {
	/* [ui] */ WK_ROLE_TEXT, WK_ROLE_DIM, WK_ROLE_TITLE, WK_ROLE_TITLE_FOCUS,
	WK_ROLE_BORDER, WK_ROLE_BORDER_FOCUS, WK_ROLE_HEADER, WK_ROLE_TAB,
	WK_ROLE_TAB_ACTIVE, WK_ROLE_FOOTER, WK_ROLE_KEY, WK_ROLE_HINT, WK_ROLE_SELECTION,
	WK_ROLE_CURSOR, WK_ROLE_FIELD, WK_ROLE_FIELD_FOCUS, WK_ROLE_FIELD_ERROR,
	    WK_ROLE_POPUP, WK_ROLE_MATCH, WK_ROLE_DISABLED,
	/* [state] */ WK_ROLE_OK, WK_ROLE_NOTICE, WK_ROLE_WARN, WK_ROLE_BAD,
	WK_ROLE_UNKNOWN, WK_ROLE_INFO, WK_ROLE_PRIVATE,
	/* [chart] */ WK_ROLE_AXIS, WK_ROLE_GRID, WK_ROLE_LINE1, WK_ROLE_LINE2,
	WK_ROLE_LINE3, WK_ROLE_LINE4, WK_ROLE_PLAN, WK_ROLE_CONE, WK_ROLE_CHART_CURSOR,
	/* [heat] */ WK_ROLE_HEAT_NONE, WK_ROLE_HEAT_OFF, WK_ROLE_HEAT_1, WK_ROLE_HEAT_2,
	WK_ROLE_HEAT_3, WK_ROLE_HEAT_4, WK_ROLE_HEAT_TODAY,
	WK_ROLE_COUNT
};
enum { WK_ATTR_BOLD = 1, WK_ATTR_DIM = 2, WK_ATTR_ITALIC = 4, WK_ATTR_UNDERLINE = 8,
	WK_ATTR_REVERSE = 16 };
enum { WK_COLOR_DEFAULT = -1, WK_COLOR_UNSET = -2 };
struct wk_style { int fg, bg; unsigned attr; };       /* 0-255 or the enum above */
enum wk_theme_base { WK_BASE_ANY, WK_BASE_DARK, WK_BASE_LIGHT };
struct wk_theme {
	const char *name;
	enum wk_theme_base base;
	bool paint;                    /* fill the screen with text's background */
	int nominal_rgb;               /* 0xrrggbb for contrast checks */
	struct wk_style rich[WK_ROLE_COUNT];   /* 256 colours, fully resolved */
	struct wk_style eight[WK_ROLE_COUNT];  /* 8/16 colours, fully resolved */
};
struct wk_theme_warning { char msg[200]; };           /* file:line: ... */
const char *wk_role_name(enum wk_role r);             /* "tab.active" */
const char *const *wk_theme_names(size_t *n);         /* the built-in five, sorted */
/* Built-in or $XDG_CONFIG_HOME/wick/themes/NAME.ini. Never fails for content: the rest is
 * used and up to max warnings say file:line. Unknown name: WK_ERR_INPUT with the
 * nearest. */
enum wk_rc wk_theme_load(const char *name, struct wk_arena *a, struct wk_theme *out,
    struct wk_theme_warning *w, size_t max, size_t *nw, struct wk_err *err) WK_USE;
/* Those of one's own, sorted; of names that ui.theme takes and no built-in one has. */
const char *const *wk_theme_user_names(struct wk_arena *a, size_t *n);
/* WCAG 2.1: 1 to 21, of two 0xrrggbb. */
double wk_theme_contrast(int rgb_a, int rgb_b);
/* The least one of all words of a theme; NAN when the terminal's own colours decide. */
double wk_theme_least_contrast(const struct wk_theme *t);
int wk_theme_rgb(int color); /* xterm palette index -> 0xrrggbb */
int wk_theme_nearest(int rgb);                        /* 0xrrggbb -> 16..255 */
/* Embedded texts (Makefile makes them from themes and schema). */
struct wk_embedded { const char *name, *text; };
extern const struct wk_embedded wk_embedded_themes[]; /* ends at name NULL */
