/* SPDX-License-Identifier: MIT */
/* The two halves of import: cmd_import.c decides, import_text.c says. */
#pragma once

#include <signal.h>

#include "cli.h"

void cli_import_put(struct wk_cli *c, const struct wk_import_result *r, bool dry_run);
void cli_import_json(struct wk_cli *c, const struct wk_import_result *r);
void cli_import_put_head(struct wk_cli *c, const struct wk_batch *t);
void cli_import_put_counts(struct wk_cli *c, const struct wk_batch *t, const char *why);
void cli_import_put_conflicts(struct wk_cli *c, const struct wk_conflict *v, size_t n);
void cli_import_json_batch(struct wk_buf *b, const struct wk_batch *t);
void cli_import_json_conflicts(struct wk_buf *b, const struct wk_conflict *v, size_t n);

/* ---- progress.c: of a long import ---- */
struct cli_progress {
	bool is_terminal, is_shown;
	int64_t next_ms;
	struct sigaction before;
	const struct wk_app *app;
};
/* Until end C-c stops the import of this request instead of the program. */
void cli_progress_begin(struct wk_cli *c, struct cli_progress *p, struct wk_import *req);
void cli_progress_hide(struct cli_progress *p);
/* C-c was pressed since the beginning. */
bool cli_progress_is_stopped(void);
void cli_progress_end(struct cli_progress *p);
