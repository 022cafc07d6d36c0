/* SPDX-License-Identifier: MIT */
/* The report, for report and demo. */
#pragma once

#include "cli.h"

/* The last complete ISO week. */
struct wk_period cli_last_week(const struct wk_app *app);
enum wk_rc cli_put_report(struct wk_cli *c, const struct wk_period *p,
    const char *format) WK_USE;

/* ---- report_mail.c ---- */
/* The name of -o with the period in it; NULL: not given. */
const char *cli_report_path(struct wk_cli *c, const struct wk_period *p);
/* report --mail and --missed. */
enum wk_rc cli_report_cron(struct wk_cli *c, const struct wk_report_ask *q) WK_USE;
/* report --outbox: what waits to be mailed, and what became of the rest. */
enum wk_rc cli_report_outbox(struct wk_cli *c) WK_USE;
/* To that file, or to standard output. */
enum wk_rc cli_put_report_file(struct wk_cli *c, const struct wk_report_ask *q) WK_USE;
