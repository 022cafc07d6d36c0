/* SPDX-License-Identifier: MIT */
/* Whose rows these are: what --map says to calendars and pagers. */
#pragma once

#include "port.h"

struct wk_port_who {
	const char *me[8];              /* names, addresses, ids of the one who logs */
	size_t me_count;                /* 0: everything is his */
	const char *as;                 /* the kind all is of; NULL: by its words */
};
/* False: an error line says what is wrong with --map. */
bool wk_port_who_read(struct wk_port *port, struct wk_arena *a, struct wk_port_who *w);
/* Is name, whole and without regard to case, one of mine? NULL: no. */
bool wk_port_who_is_me(const struct wk_port_who *w, const char *name);
/* Does text have one of them as words of it? */
bool wk_port_who_says_me(const struct wk_port_who *w, const char *text);
bool wk_port_has_word(const char *text, const char *word);
