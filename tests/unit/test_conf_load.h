/* SPDX-License-Identifier: MIT */
/* A theme as a screen would have it, for tests of themes. */
#pragma once
#include "cm.h"
#include "wick/conf.h"

static struct wk_arena arena;

static inline struct wk_theme
load(const char *name, struct wk_theme_warning *w, size_t max, size_t *nw)
{
	struct wk_theme t;
	struct wk_err err;
	assert_int_equal(wk_theme_load(name, &arena, &t, w, max, nw, &err), WK_OK);
	return t;
}

/* A built-in one, which has to be without warnings. */
static inline struct wk_theme
load_clean(const char *name)
{
	size_t nw;
	struct wk_theme_warning w[1];
	struct wk_theme t = load(name, w, 1, &nw);
	if (nw > 0)
		fail_msg("%s", w[0].msg);
	return t;
}
