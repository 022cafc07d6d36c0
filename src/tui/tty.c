/* SPDX-License-Identifier: MIT */
/* Bytes to the terminal, and its size. */
#include "tty.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "wick/base.h"

void
wk_tty_say(const char *bytes)
{
	struct wk_err err;
	if (wk_file_write_all(STDOUT_FILENO, bytes, strlen(bytes), &err) != WK_OK)
		return;      /* the terminal is gone; the hangup is on its way */
}

bool
wk_tty_size(int *cols, int *rows)
{
	struct winsize ws;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_row == 0 ||
	    ws.ws_col == 0)
		return false;
	*cols = ws.ws_col;
	*rows = ws.ws_row;
	return true;
}
