/* SPDX-License-Identifier: MIT */
/* The exporters: one function each, in the table of export.c. */
#pragma once

#include "internal.h"

enum wk_rc wk_export_ics(struct wk_app *app, const struct wk_export *req,
    struct wk_arena *a, struct wk_buf *out, struct wk_err *err) WK_USE;
enum wk_rc wk_export_timew(struct wk_app *app, const struct wk_export *req,
    struct wk_arena *a, struct wk_buf *out, struct wk_err *err) WK_USE;
enum wk_rc wk_export_prometheus(struct wk_app *app, const struct wk_export *req,
    struct wk_arena *a, struct wk_buf *out, struct wk_err *err) WK_USE;
enum wk_rc wk_export_influx(struct wk_app *app, const struct wk_export *req,
    struct wk_arena *a, struct wk_buf *out, struct wk_err *err) WK_USE;
