/* SPDX-License-Identifier: MIT */
/* "reading ..." in the last row when work takes longer than 300 ms. */
#pragma once

#include <signal.h>
#include <time.h>

#include "wick/base.h"

struct wk_late {
	timer_t timer;
	bool is_open;
	volatile sig_atomic_t is_told;
	char bytes[48];
	size_t len;
};
void wk_late_open(struct wk_late *l);
void wk_late_close(struct wk_late *l);
/* Work begins, on a screen of so many rows. */
void wk_late_begin(struct wk_late *l, int rows);
/* It is done, or says itself how far it is. true: the last row is not as it was drawn. */
bool wk_late_end(struct wk_late *l);
