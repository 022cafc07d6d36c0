/* SPDX-License-Identifier: MIT */
/* Sharing in words, for share and sync. */
#pragma once

#include "cli.h"

/* Who gets what until when, then each request with its bytes and digest. */
void cli_share_put(struct wk_cli *c, const struct wk_share_view *v);
void cli_share_json(struct wk_cli *c, const struct wk_share_view *v);
/* What has left, then who looked at it. */
void cli_share_put_ledger(struct wk_cli *c, const struct wk_ledger *v, size_t n,
    const struct wk_share_reader *readers, size_t count);
/* Every receiver in a line or two. */
enum wk_rc cli_share_state(struct wk_cli *c);
/* One week that waits, was refused or arrived. */
void cli_share_put_row(struct wk_cli *c, const struct wk_out *o);
/* "Mon 16 Nov 08:00" */
void cli_share_put_time(struct wk_cli *c, int64_t at);
