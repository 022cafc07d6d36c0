/* SPDX-License-Identifier: MIT */
/* The reading half of the SQLite store. */
#pragma once

#include "sqlite.h"

#define HUB_SQLITE_BUSY_MS 4000

enum wk_rc hub_sqlite_token(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
    struct wk_hub_principal *out, struct wk_err *err);
enum wk_rc hub_sqlite_person(struct wk_hub_reader *r, const char *id,
    struct wk_hub_person *out, struct wk_err *err);
enum wk_rc hub_sqlite_weeks(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err);
enum wk_rc hub_sqlite_grid(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err);
enum wk_rc hub_sqlite_reports(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_report **out, size_t *n, struct wk_err *err);
enum wk_rc hub_sqlite_teams(struct wk_hub_reader *r, const char *person, const char *team,
    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err);
enum wk_rc hub_sqlite_may_see(struct wk_hub_reader *r, const char *reader,
    const char *person, wk_date today, char team[WK_HUB_ID], struct wk_err *err);
enum wk_rc hub_sqlite_audit(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err);
enum wk_rc hub_sqlite_ping(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err);
