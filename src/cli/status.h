/* SPDX-License-Identifier: MIT */
/* The status line, for status and demo. */
#pragma once

#include "cli.h"

enum wk_rc cli_put_status(struct wk_cli *c) WK_USE;
