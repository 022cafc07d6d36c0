/* SPDX-License-Identifier: MIT */
/* The report, for report and demo. */
#pragma once

#include "cli.h"

struct cli_period {
	const char *kind;
	char name[24];
	wk_date from, to;
};
/* The last complete ISO week. */
void cli_last_week(const struct wk_app *app, struct cli_period *p);
enum wk_rc cli_put_report(struct wk_cli *c, const struct cli_period *p,
    const char *format) WK_USE;
