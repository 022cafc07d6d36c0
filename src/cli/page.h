/* SPDX-License-Identifier: MIT */
/* What page and edit read alike. */
#pragma once

#include "cli.h"

/* Minutes of one's own time, up to a day. */
enum wk_rc cli_page_minutes(struct wk_cli *c, const char *s, double *min) WK_USE;
