/* SPDX-License-Identifier: MIT */
/* What the files of store share. */
#pragma once

#include "wick/db.h"
#include "wick/store.h"

#include "sql.h"

enum sql {
#define X(name, text) SQL_##name,
	WK_STORE_SQL(X)
#undef X
	SQL_COUNT
};
enum { TBL_DAY = 0, TBL_EVENT = 1 };
/* day.marks: three columns of 0 and 1 would cost every reader of the tail two more. */
enum { MARK_ONCALL = 1, MARK_SHORT_REST = 2, MARK_REST_CUT = 4, MARK_SHIFT = 8,
	MARK_SHIFT_UNKNOWN = 255 };
/* day.night */
enum { NIGHT_BIAS = 8192, NIGHT_UNIT = 16384 };
int64_t wk_store_night_pack(const struct wk_day *day);   /* 0: times not known */

struct range { wk_date lo, hi; };
struct wk_store {
	struct wk_db *db;
	struct wk_fold_rules rules;
	char rules_text[160];          /* as kept in meta */
	/* the running transaction */
	bool is_open, has_new_rules, has_redo, has_notes, is_checked, is_txn_stale;
	int64_t now, txn, seq, changes, batch, unbatch, last_event;
	unsigned journaled;            /* 1u << TBL_*: tables that have a change in it */
	wk_date today;
	char *what;
	struct range *touched;         /* days to fold again, unsorted */
	size_t touched_count, touched_cap;
	struct wk_arena scratch;       /* until commit or rollback */
	/* zones that lines named, by the name they used */
	struct wk_arena zone_arena;
	struct { const char *name; const struct wk_zone *zone; } zones[16];
	size_t zone_count;
};

/* The statement, or `return` what is in err. */
#define STMT(s, which) wk_db_stmt((s)->db, SQL_##which, err)

/* event.c, day.c: rows. */
void wk_store_event_read(sqlite3_stmt *q, struct wk_arena *a, struct wk_event *e);
void wk_store_event_read_fact(sqlite3_stmt *q, struct wk_arena *a, struct wk_event *e);
enum wk_rc wk_store_event_insert(struct wk_store *s, const struct wk_event *e,
    struct wk_err *err) WK_USE;
/* The row itself, without a trace; wk_store_event_drop is what a user does. */
enum wk_rc wk_store_event_delete(struct wk_store *s, int64_t id,
    struct wk_err *err) WK_USE;
/* Its days by the rules of now, where they are others; without a trace. */
enum wk_rc wk_store_event_refile(struct wk_store *s, const struct wk_event *e,
    struct wk_err *err) WK_USE;
/* Tombstones too, unsorted. */
enum wk_rc wk_store_event_each(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_store_day_rows(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_dayrow **v, size_t *n, struct wk_err *err) WK_USE;
bool wk_store_typed_any(const struct wk_dayrow *r);
/* Runs an update of a day's row; makes the row first where there is none. */
enum wk_rc wk_store_day_set(struct wk_store *s, sqlite3_stmt *update, wk_date d,
    struct wk_err *err) WK_USE;
enum wk_rc wk_store_typed_write(struct wk_store *s, const struct wk_dayrow *r,
    struct wk_err *err) WK_USE;
/* One integer: counts and bounds. */
enum wk_rc wk_store_count(struct wk_store *s, enum sql which, int64_t *out,
    struct wk_err *err) WK_USE;

/* refold.c */
void wk_store_touch(struct wk_store *s, wk_date lo, wk_date hi);
void wk_store_touch_event(struct wk_store *s, const struct wk_event *e);
enum wk_rc wk_store_refold(struct wk_store *s, struct wk_err *err) WK_USE;
/* Every event by the rules of now: the days they are looked for by. */
enum wk_rc wk_store_refile(struct wk_store *s, struct wk_err *err) WK_USE;
/* First and last day anything is known of; none: lo > hi. */
enum wk_rc wk_store_bounds(struct wk_store *s, wk_date *lo, wk_date *hi,
    struct wk_err *err)
    WK_USE;
/* Days lo..hi as rows with a fresh fold, empty ones included; n = hi - lo + 1. */
enum wk_rc wk_store_fold(struct wk_store *s, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_dayrow **v, struct wk_err *err) WK_USE;
bool wk_store_fold_same(const struct wk_day *a, const struct wk_day *b);
bool wk_store_fold_any(const struct wk_day *day);
/* Were the rollups made by other rules than ours? */
enum wk_rc wk_store_is_stale(struct wk_store *s, bool *stale, struct wk_err *err) WK_USE;

/* journal.c: before-images, once per row and transaction. */
enum wk_rc wk_store_journal_new(struct wk_store *s, int64_t id, const struct wk_event *e,
    struct wk_err *err) WK_USE;
enum wk_rc wk_store_journal_event(struct wk_store *s, const struct wk_event *old,
    const struct wk_event *now, struct wk_err *err) WK_USE;
/* old: the row as it is; with nothing typed it counts as not there. */
enum wk_rc wk_store_journal_day(struct wk_store *s, const struct wk_dayrow *old,
    struct wk_err *err) WK_USE;
void wk_store_day_image(const struct wk_dayrow *r, struct wk_buf *b);
struct image_change { int64_t seq, key; int tbl; wk_date d, d_last; bool was_absent; };
/* A change of its own for tbl, key and the days of *c. image NULL: there was no row. */
enum wk_rc wk_store_journal_put(struct wk_store *s, const struct image_change *c,
    const char *image, struct wk_err *err) WK_USE;
/* The same unless the running transaction has one of that row; that then spans the
 * days. */
enum wk_rc wk_store_journal_once(struct wk_store *s, const struct image_change *c,
    const char *image, struct wk_err *err) WK_USE;
/* Forgets a row that was made and dropped in one transaction; *was says it did. */
enum wk_rc wk_store_journal_forget(struct wk_store *s, int64_t id, bool *was,
    struct wk_err *err) WK_USE;
/* The running transaction's row in txn, made on first need. */
enum wk_rc wk_store_journal_txn(struct wk_store *s, struct wk_err *err) WK_USE;
/* Swaps images and rows of txn `from`; the images go to the running transaction's
 * journal, or back in their place when it has none (undo, redo). */
enum wk_rc wk_store_journal_swap(struct wk_store *s, int64_t from, bool in_place,
    struct wk_err *err) WK_USE;

/* survey.c */
bool wk_store_is_survey(const struct image_change *c);
enum wk_rc wk_store_survey_image(struct wk_store *s, int64_t key, struct wk_arena *a,
    const char **image, struct wk_err *err) WK_USE;
sqlite3_stmt *wk_store_survey_set(struct wk_store *s, const struct image_change *c,
    struct wk_err *err);

/* store.c */
enum wk_rc wk_store_check_once(struct wk_store *s, struct wk_err *err) WK_USE;
/* An event id that neither a row nor the journal has, given once. */
enum wk_rc wk_store_next_id(struct wk_store *s, int64_t *id, struct wk_err *err) WK_USE;
/* Folds, notes and COMMIT, without a journal entry. */
enum wk_rc wk_store_finish(struct wk_store *s, struct wk_err *err) WK_USE;

/* outbox.c: rows as they come, into the arena when all are there. */
struct wk_list { struct wk_arena *a; size_t size, n, cap; void *v; };
void *wk_store_list_more(struct wk_list *l);
void *wk_store_list_take(struct wk_list *l, size_t *n);
