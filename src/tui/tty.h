/* SPDX-License-Identifier: MIT */
/* The terminal as a file: what curses is not asked for. */
#pragma once

#include <stdbool.h>

void wk_tty_say(const char *bytes);
/* false: it does not tell, and nothing is changed. */
bool wk_tty_size(int *cols, int *rows);
