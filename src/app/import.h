/* SPDX-License-Identifier: MIT */
/* One import: what was read of the file, and one way of putting it into a store. */
#pragma once

#include "internal.h"

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
	struct kept **lines;               /* facts only (import_keep.c) */
	size_t line_count, line_cap;
	const char **texts;                /* what they say alike */
	size_t text_count, text_cap;
	struct wk_arena scratch;           /* of the lines in hand */
	struct wk_import_result r;
	size_t error_cap, skip_cap, note_cap, conflict_cap;
	struct seen { uint32_t hash, index, n, file; } *seen;      /* import_seen.c */
	size_t seen_cap, seen_count;
	bool prune;
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

/* ---- import_read.c: in this order, for each file; close it at last ---- */
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
/* The place of what tells a line apart, and how many of this file had it, this one
 * counted; where it is new it is that of the line which is kept next. Good until the
 * next call. */
struct seen *wk_import_seen(struct import *im, const struct wk_line *l);
bool wk_import_has_seen(const struct import *im, const struct wk_line *l);

/* ---- import_keep.c ---- */
void wk_import_keep(struct import *im, struct wk_line *l);
/* The line as it was kept, and whether it still counts: BLANK does not. */
enum wk_line_type wk_import_line(const struct import *im, size_t i, struct wk_line *out);
void wk_import_blank(struct import *im, size_t i);
void wk_import_put_day(struct import *im, size_t i, const struct wk_line *l);

/* Takes over what only the earlier line of a day says. */
void wk_import_absorb_day(struct wk_line *later, const struct wk_line *earlier);
/* What the days of the store say already goes out of a table of days. */
enum wk_rc wk_import_drop_known(struct import *im, struct wk_err *err) WK_USE;
void wk_import_forget_known(struct wk_line *l, const struct wk_typed *known, double near);
/* Days whose facts this import changes. */
void wk_import_touch(struct import *im, wk_date lo, wk_date hi);
/* Every fact into the store, inside begin..commit. */
enum wk_rc wk_import_lines(struct import *im, struct wk_err *err) WK_USE;
/* Drops what a snapshot source no longer has, inside its range. */
enum wk_rc wk_import_prune(struct import *im, struct wk_err *err) WK_USE;

/* ---- import_totals.c ---- */
/* Adds (sign 1) or takes off (-1) the folded totals of the range. */
enum wk_rc wk_import_totals(struct import *im, int sign, struct wk_err *err) WK_USE;
