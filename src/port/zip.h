/* SPDX-License-Identifier: MIT */
/* zip: an archive as a stream. Its local headers are read as they come, so that it may
 * come through a pipe and is never in memory as a whole; what is wanted of it is handed
 * out as if it were the input, one member behind the other. */
#pragma once

#include "port.h"

struct wk_zip;
bool wk_zip_is(const char *p, size_t n);
/* NULL: nothing of that format comes in a zip. raw takes from the input. */
struct wk_zip *wk_zip_open(struct wk_port *port, const char *format,
    size_t (*raw)(struct wk_port *port, char *block, size_t n));
/* 0: the end, or an error line has said why there is no more. */
size_t wk_zip_read(struct wk_zip *z, char *block, size_t n);
void wk_zip_close(struct wk_zip *z);
/* The formats whose members' names stand in the first bytes, one on each line. */
void wk_zip_detect(const char *p, size_t n, struct wk_buf *out);
