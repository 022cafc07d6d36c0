/* SPDX-License-Identifier: MIT */
/* cli: the command line over app. The top of the stack: nothing includes this but main
 * and tests; the TUI gets wk_cli_run as a callback. */
#pragma once

#include "wick/app.h"

/* One command, argv[0] its name, against an app that is open for business. What it prints
 * goes to out, one line "wick: ..." per trouble to errout. Returns the exit status. Never
 * asks: what needs a yes says so. Options that choose the store, the config, the clock or
 * the screen are refused; they belong to the start of the program. */
int wk_cli_run(struct wk_app *app, int argc, char **argv, struct wk_buf *out,
    struct wk_buf *errout);
