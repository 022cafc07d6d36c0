/* SPDX-License-Identifier: MIT */
/* git: the moments of commits, as git log writes them. */
#pragma once

#include "port.h"

struct git_commit {
	int64_t at;
	int32_t off;
};

bool git_read_epoch(const struct wk_scan *f, int64_t *out);
/* The last five characters, "+0100". */
bool git_read_offset(const struct wk_scan *f, int32_t *off);
/* What stands behind "Date:". False: it is no date, or names no offset. */
bool git_parse_date(const char *p, size_t n, struct git_commit *out);
