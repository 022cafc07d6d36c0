/* SPDX-License-Identifier: MIT */
/* The rows that one transaction is about, in memory. Every store does the same three
 * things: load what the writes need, run the engine on it, flush what became dirty. The
 * memory store is an image that stays. */
#pragma once

#include "wick/hub.h"

enum hub_state { HUB_CLEAN, HUB_DIRTY, HUB_GONE };
enum hub_table {
	HUB_PERSON,
	HUB_WEEK,
	HUB_TOKEN,
	HUB_TEAM,
	HUB_MEMBER_TABLE,
	HUB_TABLES,
};
struct hub_row { /* the beginning of each of these */
	enum hub_state state;
};
struct hub_person {
	struct hub_row row;
	struct wk_hub_person p;
	bool has_shares; /* they were loaded */
	bool are_shares_dirty;
	bool was_erased; /* flush deletes all of them first */
};
struct hub_week {
	struct hub_row row;
	struct wk_hub_week w;
};
struct hub_token {
	struct hub_row row;
	uint8_t hash[32];
	char person[WK_HUB_ID], token_id[WK_HUB_TOKEN_ID];
	enum wk_hub_token_kind kind;
	int64_t expires; /* 0: never */
};
struct hub_team {
	struct hub_row row;
	struct wk_hub_team t; /* role: not said */
};
struct hub_member {
	struct hub_row row;
	char team[WK_HUB_ID], person[WK_HUB_ID];
	enum wk_hub_role role;
};

struct hub_key { /* of the table's members only those that make its key */
	const char *person, *team;
	int week;
	const uint8_t *hash;
};
struct hub_rows {
	struct hub_row **at; /* sorted by key */
	size_t n, cap;
};
struct hub_image {
	struct hub_rows table[HUB_TABLES];
	struct wk_hub_audit *audit; /* appended; the memory store keeps them all */
	size_t audits, audits_cap;
	int64_t seq; /* of the chain's last row; 0 none */
	char hash[65];
	enum wk_hub_outcome last; /* of the write before */
};

void hub_image_init(struct hub_image *img);
void hub_image_fini(struct hub_image *img);
/* NULL: not there, or gone. */
void *hub_image_get(const struct hub_image *img, enum hub_table t, struct hub_key k);
/* Copies row, whatever stood there, as dirty; a person keeps was_erased. */
void *hub_image_put(struct hub_image *img, enum hub_table t, const void *row);
/* As clean, unless that row is there already. */
void *hub_image_load(struct hub_image *img, enum hub_table t, const void *row);
/* Index of the first row not before k. */
size_t hub_image_from(const struct hub_image *img, enum hub_table t, struct hub_key k);
/* What was flushed: gone rows leave, the others are clean. */
void hub_image_sweep(struct hub_image *img);
/* Appends and chains; fills seq, at and hash. */
void hub_image_audit(struct hub_image *img, const struct wk_hub_audit *a, int64_t now);

/* ---- engine ---- */
struct hub_needs { /* what has to be loaded for one op */
	const uint8_t *hash[2];
	const char *person, *team;
	int week; /* 0 none */
	/* has_owner: the person of each token; has_weeks: all of the person's */
	bool has_owner, has_shares, has_weeks, is_member, has_chain;
};
void hub_engine_needs(const struct wk_hub_op *op, struct hub_needs *out);
/* op: not PURGE, which stores do on all rows. */
void hub_engine_apply(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out);
/* Does this write take contents away? Then nothing of them may stay in the files. */
bool hub_engine_is_erasing(const struct wk_hub_op *op, const struct wk_hub_result *r);

/* ---- dump: one line of JSON for each row ---- */
void hub_dump_person(struct wk_buf *b, const struct wk_hub_person *p);
void hub_dump_week(struct wk_buf *b, const struct wk_hub_week *w);
void hub_dump_token(struct wk_buf *b, const struct hub_token *t);
void hub_dump_team(struct wk_buf *b, const struct wk_hub_team *t);
void hub_dump_member(struct wk_buf *b, const struct hub_member *m);
void hub_dump_audit(struct wk_buf *b, const struct wk_hub_audit *a);
