/* SPDX-License-Identifier: MIT */
/* tui: the screens. One call opens the terminal, one table names every key. */
#pragma once

#include "wick/app.h"

struct wk_tui_options {
	const char *theme;         /* NULL: the one of the config */
	const char *color;         /* auto always never; NULL: the one of the config */
	const char *start_view;    /* "home", "day"; NULL: home */
	const char *start_day;     /* a DAY for the day screen; NULL: today */
	const char *mouse;         /* "on" "off"; NULL: the one of the config */
	bool is_demo;              /* says so in the frame; nothing is kept */
	bool is_plain;             /* no frames, no braille: for screen readers */
	/* Runs a line typed after ':' as the command line would; NULL: no such
	 * commands. */
	enum wk_rc (*run_command)(void *ctx, struct wk_app *app, const char *line,
	    struct wk_buf *out, struct wk_buf *errout);
	void *ctx;
	const char *const *commands;   /* their names, for Tab and for "did you mean" */
	size_t command_count;
};
/* Until the user leaves. WK_ERR_INPUT when there is no usable terminal (err says what to
 * do instead); WK_ERR_INTR after C-c. The terminal is restored on every way out. */
enum wk_rc wk_tui_run(struct wk_app *app, const struct wk_tui_options *o,
    struct wk_err *err)
    WK_USE;

/* One row a key: what the help overlay, the footer and the manual print. */
struct wk_key {
	const char *view;          /* "" everywhere, or the screen's name */
	const char *keys;          /* "j Down" */
	const char *action;        /* "next" : the name used in keys.ini and after ':' */
	const char *help;          /* one line */
	int code;                  /* the action's number, for the loop */
	const char *foot; /* "e|log today": key and words of the footer, NULL none */
};
const struct wk_key *wk_tui_keys(size_t *n);
