/* SPDX-License-Identifier: MIT */
/* Between the writer and the mailboxes. */
#pragma once

#include "wick/hub.h"

/* The job is the loop's again as soon as this begins. */
void hub_mailbox_put(struct wk_hub_mailbox *m, struct wk_hub_job *job);
/* Does this write belong into the file of withdrawals? */
bool hub_withdrawals_wants(const struct wk_hub_op *op, const struct wk_hub_result *r);
