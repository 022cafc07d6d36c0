/* SPDX-License-Identifier: MIT */
/* The report, for report and demo. */
#pragma once

#include "cli.h"

/* The last complete ISO week. */
struct wk_period cli_last_week(const struct wk_app *app);
enum wk_rc cli_put_report(struct wk_cli *c, const struct wk_period *p,
    const char *format) WK_USE;
