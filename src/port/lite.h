/* SPDX-License-Identifier: MIT */
/* Databases of other programs: the whole file is in memory, read-only, and nothing in it
 * is trusted: no views, no triggers, no functions in its schema, bounded memory. */
#pragma once

#include "port.h"

struct wk_lite;
struct wk_lite_row;
/* NULL: an error line says why. */
struct wk_lite *wk_lite_open(struct wk_port *port);
void wk_lite_close(struct wk_lite *l);
/* Is there a real table of that name with all of these columns (parted by blanks)? */
bool wk_lite_has(struct wk_lite *l, const char *table, const char *columns);
/* take for each row; a damaged database is an error line. */
void wk_lite_query(struct wk_lite *l, const char *sql,
    void (*take)(void *ctx, const struct wk_lite_row *row), void *ctx);
/* False, NULL: the value is null or of another type. */
bool wk_lite_int(const struct wk_lite_row *row, int col, int64_t *out);
const char *wk_lite_text(const struct wk_lite_row *row, int col);
