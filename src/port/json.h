/* SPDX-License-Identifier: MIT */
/* Records out of JSON: what is wanted of a file is a list of small objects somewhere in
 * it. The importer names their places; each object found there is handed over when it
 * ends, flat, with the path of each value inside it ("assignments.0.assignee.id"). Only
 * the record in hand and those round it are in memory. Several values one after another
 * (JSON Lines, pages saved into one file) are read as they come. */
#pragma once

#include "port.h"

enum wk_json_type { WK_JSON_NULL, WK_JSON_FALSE, WK_JSON_TRUE, WK_JSON_NUMBER,
	WK_JSON_TEXT };

#define WK_JSON_DOT '\x1f'

struct wk_json_record {
	const char *place;              /* the one of the places it was found at */
	const char *key;                /* its own key, or its index in a list */
	long line;                      /* where it begins */
	/* The record round this one with what of it came before; NULL. */
	const struct wk_json_record *outer;
	struct wk_json_reader *in;
	size_t leaf_from, leaf_count, text_from, path_len;
	int depth;
	const char *fault;              /* why it is not handed over */
};

/* What an importer does with them. take returns nothing: what is wrong with a record it
 * says by wk_port_error. is_wanted (NULL: everything is) is asked of each map or list in
 * a record that is no place itself, with its path in that record, what came before it and
 * whether places may lie in it; what is not wanted is passed over. */
struct wk_json_taker {
	void (*take)(void *ctx, const struct wk_json_record *r);
	bool (*is_wanted)(void *ctx, const struct wk_json_record *r, const char *path,
	    bool has_places);
};
/* places: paths from the top, "" the top itself, * any key, # any index of a list
 * ("buckets.*.events.#"), "...[]" a list instead of an object, NULL ends them. A dot in a
 * name of the file is written as WK_JSON_DOT. Errors of the JSON itself are written as
 * lines. */
void wk_json_read(struct wk_port *port, const char *const *places,
    const struct wk_json_taker *to, void *ctx);

/* What a record says of a path. The texts live until take returns. */
bool wk_json_has(const struct wk_json_record *r, const char *path);   /* and not null */
const char *wk_json_text(const struct wk_json_record *r, const char *path);   /* NULL */
/* The text of list.i.name; *from, at first 0, goes along with i, so that a long list is
 * read once. NULL. */
const char *wk_json_nth(const struct wk_json_record *r, const char *list, int i,
    const char *name, size_t *from);
bool wk_json_int(const struct wk_json_record *r, const char *path, int64_t *out);
bool wk_json_real(const struct wk_json_record *r, const char *path, double *out);
bool wk_json_is_true(const struct wk_json_record *r, const char *path);
/* The i-th value of all, in their order; false: there are not so many. */
bool wk_json_leaf(const struct wk_json_record *r, size_t i, const char **path,
    enum wk_json_type *type, const char **text);
