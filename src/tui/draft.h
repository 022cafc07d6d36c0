/* SPDX-License-Identifier: MIT */
/* Forms that outlive the program: what of them is written down, and read back. */
#pragma once

#include "day.h"

struct wk_draft_kind {
	const char *word;          /* the second line of the file begins with it */
	const struct wk_view *view;        /* where the form is seen */
	bool (*is_typed)(const struct wk_tui *t);
	/* WORD and what it is of, then its lines. */
	void (*put)(const struct wk_tui *t, struct wk_buf *b);
	/* of: behind the word. false: there is no such form any more. */
	bool (*open)(struct wk_tui *t, const char *of);
	/* A line, cut behind its first word; text is the rest. */
	void (*take)(struct wk_tui *t, const char *name, const char *text);
	/* "Fri 20": for the message. */
	void (*name)(const struct wk_tui *t, struct wk_buf *b);
};
extern const struct wk_draft_kind wk_draft_fill, wk_draft_page, wk_draft_setting;
