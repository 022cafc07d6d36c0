/* SPDX-License-Identifier: MIT */
/* One import: what was read of the file, and one way of putting it into a store. */
#pragma once

#include "internal.h"

enum { DAYS_AT_ONCE = 366 };    /* that are read of the store */

struct import {
	const struct wk_import *req;
	struct wk_arena *arena;
	/* reading (import_read.c) */
	const char **files;                /* import_files.c */
	size_t file_count, file_cap, file; /* file: the one in hand */
	const char *format;                /* what a folder holds */
	int fd;
	struct wk_buf head, part;          /* the first bytes; a line not yet whole */
	int64_t at;                        /* where in fd it began; -1: not a file */
	int64_t hashed;                    /* bytes of this file */
	struct wk_hash hash;
	struct wk_import_progress progress;
	int64_t output_bytes;
	long number;                       /* of the line in hand */
	/* applying */
	struct wk_store *store, *copy;     /* copy: owned, dry runs only */
	const struct wk_zone *zone;        /* for times without one */
	const char *zone_name;             /* its, as wick-port is told */
	const struct wk_fold_rules *rules;
	struct keep *keep;                 /* facts only (import_keep.c) */
	size_t line_count;
	struct wk_arena scratch;           /* of the lines in hand */
	struct wk_import_result r;
	size_t error_cap, skip_cap, note_cap, conflict_cap;
	/* import_seen.c; place: 1 + the line's number, 0: nothing here */
	struct seen { uint32_t hash, place; } *seen;
	size_t seen_cap, seen_count;
	bool prune;
	struct known *known;               /* import_known.c; NULL: no table of days */
	const char *source;                /* of the last event; NULL at first */
	bool is_source_new;                /* the store had none of it before */
	/* Nobody named a zone: the same moment keeps the one it was lived in. */
	bool is_zone_assumed;
	int64_t removed;
	unsigned char *touched;            /* one for each day of the range */
	double before_work_s, before_sleep_s;
	int odd_count;
	double new_work_s;                 /* of the new events, added up */
};
/* ---- import_files.c ---- */
/* What is to be read: at least one file. */
enum wk_rc wk_import_list_files(struct import *im, struct wk_err *err) WK_USE;

/* ---- import_read.c ---- */
const char *wk_import_name(const char *path);   /* as messages call it */
/* In this order, for each file; close it at last. */
enum wk_rc wk_import_open(struct import *im, const char *path, struct wk_err *err) WK_USE;
enum wk_rc wk_import_read_head(struct import *im, struct wk_err *err) WK_USE;
enum wk_rc wk_import_detect(struct import *im, const char **format, struct wk_err *err)
    WK_USE;
/* The whole file through wk_import_take_line. */
enum wk_rc wk_import_read_lines(struct import *im, const char *format,
    struct wk_err *err) WK_USE;
void wk_import_close_file(struct import *im);
/* Behind the last of them: the batch gets the hash. */
void wk_import_end_files(struct import *im);
/* Tells how far it is; false: the user wants it to stop. */
bool wk_import_go_on(struct import *im);

/* ---- import_parse.c ---- */
/* A line to a fact, an error, a skip or a note; sets the range. */
void wk_import_take_line(struct import *im, const char *text, size_t len);
/* After the last line. */
void wk_import_end_lines(struct import *im);
void wk_import_note(struct import *im, const char *text);
/* How many lines of this file had what tells this one apart, this one counted, and its
 * place, which is good until the next call; where it is new it is that of the line
 * which is kept next. */
unsigned wk_import_seen(struct import *im, const struct wk_line *l, struct seen **at);
bool wk_import_has_seen(const struct import *im, const struct wk_line *l);
void wk_import_forget_seen(struct import *im);

/* ---- import_spill.c ---- */
/* `beside`: the folder of this path is for what has no room in memory; may be NULL. */
struct spill *wk_import_spill_new(const char *beside);
void wk_import_spill_free(struct spill *s);
void wk_import_spill_add(struct spill *s, const char *p, size_t n);
/* false: it cannot be read back, or not written. */
bool wk_import_spill_get(const struct spill *s, size_t i, struct wk_buf *out);
bool wk_import_spill_set(struct spill *s, size_t i, const char *p);

/* ---- import_keep.c ---- */
struct keep *wk_import_keep_new(const char *beside);
void wk_import_keep_free(struct keep *k);
/* Something that was set aside is lost: nothing may come of it. */
bool wk_import_is_broken(const struct import *im);
void wk_import_keep(struct import *im, struct wk_line *l);
/* How often this file has the key of line i, once more counted. */
unsigned wk_import_again(struct import *im, size_t i);
/* The line as it was kept, and whether it still counts: BLANK does not. Its texts are
 * good until the next line is asked for. */
enum wk_line_type wk_import_line(const struct import *im, size_t i, struct wk_line *out);
void wk_import_blank(struct import *im, size_t i);

/* ---- import_known.c ---- */
/* Of a table of days: what the store says already, before any of it is written. */
enum wk_rc wk_import_find_known(struct import *im, struct wk_err *err) WK_USE;
/* The line as it was kept, without that; BLANK: a page that the store has. */
enum wk_line_type wk_import_news(const struct import *im, size_t i, struct wk_line *out);

/* ---- import_apply.c ---- */
/* Takes over what only the earlier line of a day says. */
void wk_import_absorb_day(struct wk_line *later, const struct wk_line *earlier);
void wk_import_forget_known(struct wk_line *l, const struct wk_typed *known, double near);
/* Days whose facts this import changes. */
void wk_import_touch(struct import *im, wk_date lo, wk_date hi);
/* Every fact into the store, inside begin..commit. */
enum wk_rc wk_import_lines(struct import *im, struct wk_err *err) WK_USE;

/* ---- import_prune.c ---- */
/* Drops what a snapshot source no longer has, inside its range. */
enum wk_rc wk_import_prune(struct import *im, struct wk_err *err) WK_USE;

/* ---- import_totals.c ---- */
/* Adds (sign 1) or takes off (-1) the folded totals of the range. */
enum wk_rc wk_import_totals(struct import *im, int sign, struct wk_err *err) WK_USE;
