/* SPDX-License-Identifier: MIT */
/* store: the user's data by noun. Every SQL statement stands in src/store/sql.h.
 *
 * Invariants (src/store/store.c repeats and keeps them):
 * 1. Facts are `event` rows (every kind) and the typed part of `day` rows.
 * 2. Everything that changes a fact does so inside begin..commit, and leaves a
 *    before-image in `change`; that is undo. Images are swapped, so undo and redo are one
 *    operation.
 * 3. commit folds again the days that changed (core's wk_fold_days) in the same
 *    transaction; the rest of a `day` row is that rollup and nothing else.
 * 4. A day row with nothing typed and nothing folded does not exist.
 * 5. A read never writes, but that it brings an older diary up to date. */
#pragma once

#include "wick/base.h"
#include "wick/core.h"

struct wk_store;

enum wk_store_kind { WK_STORE_NONE, WK_STORE_EMPTY, WK_STORE_OURS, WK_STORE_FOREIGN,
	WK_STORE_NO_DB };
/* What stands under that name; not of a file that is open here. */
enum wk_store_kind wk_store_kind_of(const char *path);

enum wk_store_mode { WK_STORE_READ, WK_STORE_WRITE, WK_STORE_CREATE,
	WK_STORE_SOON = 8 };   /* or'ed to one of these: waits 0.8 s for another writer */

/* rules: how days are folded (from the config). When they differ from those the rollups
 * were made with, reads fold in memory and the next commit folds everything again. */
enum wk_rc wk_store_open(const char *path, enum wk_store_mode mode,
    const struct wk_fold_rules *rules, struct wk_store **out, struct wk_err *err) WK_USE;
/* A private copy to try a change on (dry run, "If saved"). */
enum wk_rc wk_store_open_copy(struct wk_store *from, struct wk_store **out,
    struct wk_err *err) WK_USE;
void wk_store_close(struct wk_store *s);             /* NULL is fine; rolls back */
bool wk_store_is_readonly(const struct wk_store *s);
const char *wk_store_path(const struct wk_store *s);
/* Gives back what was kept of the file, to be read again when it is wanted. */
void wk_store_shrink(struct wk_store *s);
int64_t wk_store_data_version(struct wk_store *s);

/* Between the two every read sees the same state of the file, and it is locked once and
 * not for each of them. Nothing is written in between. */
enum wk_rc wk_store_read_begin(struct wk_store *s, struct wk_err *err) WK_USE;
void wk_store_read_end(struct wk_store *s);
/* One use case = one begin..commit. `what` is the sentence history shows ("log Fri 20
 * Nov: 8h30m"). today: local date; on the first write of a day integrity_check runs
 * first. commit drops undone (redoable) transactions when something changed; nothing
 * changed: nothing is written. changed may be NULL. */
enum wk_rc wk_store_begin(struct wk_store *s, int64_t now, wk_date today,
    const char *what, struct wk_err *err) WK_USE;
void wk_store_set_what(struct wk_store *s, const char *what);   /* before commit */
enum wk_rc wk_store_commit(struct wk_store *s, bool *changed, struct wk_err *err) WK_USE;
void wk_store_rollback(struct wk_store *s);

/* ---- event ---- */
enum { WK_FLAG_DST_GAP = 1, WK_FLAG_DST_FOLD = 2, WK_FLAG_NAP = 4, WK_FLAG_ALL_DAY = 8,
	WK_FLAG_WALL = 16 };
/* Columns a hand may have edited (event.locked): an import leaves them alone. */
enum { WK_LOCK_TIME = 1, WK_LOCK_TITLE = 2, WK_LOCK_TAGS = 4, WK_LOCK_SEVERITY = 8,
	WK_LOCK_MINUTES = 16, WK_LOCK_WOKE = 32, WK_LOCK_NOISE = 64,
	    WK_LOCK_LEAVE = 128 };

struct wk_event {
	int64_t id;                    /* 0 before it is put */
	struct wk_fact fact; /* fact.source: "manual", "timewarrior", "csv", ... */
	wk_date d_last;                /* last day it touches (>= fact.d) */
	const char *tz;                /* zone lived in; NULL for duration-only */
	const char *scope, *ext_id; /* identity with source; ext_id NULL: put makes one */
	const char *ext_rev;           /* NULL */
	const char *title, *tags, *meta;   /* NULL; tags and meta are JSON texts */
	unsigned flags, locked;
	int64_t batch;                 /* 0: by hand */
	bool is_deleted; /* a tombstone: a re-import does not bring it back */
};
void wk_event_init(struct wk_event *e, enum wk_kind kind);  /* unknowns as unknown */
/* Sets fact.d and d_last from the times by the rules (or leaves d of a duration-only). */
void wk_event_file(struct wk_event *e, const struct wk_fold_rules *r);

enum wk_rc wk_store_event_put(struct wk_store *s, struct wk_event *e, struct wk_err *err)
    WK_USE;                            /* id 0 inserts; sets id, ext_id; else updates */
enum wk_rc wk_store_event_drop(struct wk_store *s, int64_t id, struct wk_err *err) WK_USE;
enum wk_rc wk_store_event_get(struct wk_store *s, int64_t id, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err) WK_USE;    /* WK_ERR_NOTFOUND */
enum wk_rc wk_store_event_find(struct wk_store *s, const char *source, const char *scope,
    const char *ext_id, struct wk_arena *a, struct wk_event *out,
    struct wk_err *err) WK_USE;
/* Whether there is any event of that source, tombstones too. */
enum wk_rc wk_store_event_has(struct wk_store *s, const char *source, bool *has,
    struct wk_err *err) WK_USE;
/* All events that touch lo..hi and are not tombstones, by start then id. kinds: bit mask
 * of 1u << enum wk_kind, 0 = all. */
enum wk_rc wk_store_event_list(struct wk_store *s, wk_date lo, wk_date hi, unsigned kinds,
    struct wk_arena *a, struct wk_event **v, size_t *n, struct wk_err *err) WK_USE;
/* The same with id, fact and d_last only, for half the price: to look at, not to put. */
enum wk_rc wk_store_event_facts(struct wk_store *s, wk_date lo, wk_date hi,
    unsigned kinds, struct wk_arena *a, struct wk_event **v, size_t *n,
    struct wk_err *err) WK_USE;
/* All incidents that are no tombstones, newest first: what a list of thousands shows. */
struct wk_page_row {
	int64_t id, start;             /* WK_TIME_NONE: only its day is known */
	const char *source, *title;    /* as they were typed; title may be NULL */
	int32_t off;
	wk_date d;
	float minutes;                 /* NAN unknown */
	int8_t severity, woke, noise;  /* -1 not said */
	int8_t category;               /* typed enum wk_category, or -1 */
};
/* Those of the days lo..hi. */
enum wk_rc wk_store_page_list(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_page_row **v, size_t *n, struct wk_err *err) WK_USE;
/* The running clock: the manual work event without an end. WK_ERR_NOTFOUND when none. */
enum wk_rc wk_store_event_open(struct wk_store *s, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err) WK_USE;

/* ---- day ---- */
/* Typed fields edited by hand (day.locked), same order as the command line's FIELD. */
enum { WK_LOCK_DAY_HOURS = 1, WK_LOCK_DAY_SLEEP = 2, WK_LOCK_DAY_WAKES = 4,
	WK_LOCK_DAY_LEAVE = 8, WK_LOCK_DAY_ONCALL = 16, WK_LOCK_DAY_ENERGY = 32,
	WK_LOCK_DAY_STRESS = 64, WK_LOCK_DAY_MOOD = 128, WK_LOCK_DAY_NOTE = 256,
	WK_LOCK_DAY_SHORT_REST = 512 };
struct wk_dayrow {
	wk_date d;
	struct wk_typed typed;
	const char *note;              /* NULL */
	unsigned locked;
	const char *source; /* who typed it first: "manual", "csv", ... ; NULL */
	struct wk_day folded;          /* filled by get and list */
};
void wk_dayrow_init(struct wk_dayrow *r, wk_date d);
/* Never WK_ERR_NOTFOUND: an unknown day is an empty row. */
enum wk_rc wk_store_day_get(struct wk_store *s, wk_date d, struct wk_arena *a,
    struct wk_dayrow *out, struct wk_err *err) WK_USE;
enum wk_rc wk_store_day_put(struct wk_store *s, const struct wk_dayrow *row,
    struct wk_err *err) WK_USE;        /* typed part only; nothing typed: the row goes */
/* Days with a note, or said to be off call, ascending; nothing else of them. */
struct wk_note {
	wk_date d;
	const char *text;              /* NULL */
	bool is_off_call;
};
enum wk_rc wk_store_note_list(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_note **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_store_day_list(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_dayrow **v, size_t *n, struct wk_err *err) WK_USE;
/* Hours of lo..hi as they were kept, and the days of leave that have work in them.
 * WK_ERR_NOTFOUND: they were kept by other rules, and have to be listed. */
struct wk_day_sums { double work_h, sleep_h; wk_date *worked_leave; size_t n; };
enum wk_rc wk_store_day_sums(struct wk_store *s, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_day_sums *out, struct wk_err *err) WK_USE;
/* Folded days for the mathematics, ascending and sparse, to `last`: at least that many
 * non-empty days before `from` and everything after them; 0 = all of history. */
#define WK_STORE_END (INT32_MAX / 2)    /* later than any day */
struct wk_store_tail {
	wk_date from, last;
	size_t days;
	bool has_nights;                /* with bed_h and wake_h */
};
enum wk_rc wk_store_day_tail(struct wk_store *s, struct wk_store_tail tail,
    struct wk_arena *a, struct wk_day **v, size_t *n, struct wk_err *err) WK_USE;
/* The same with their nights, one at a time, through `last`: a log of any length. */
struct wk_store_days {
	struct wk_store *store;
	struct sqlite3_stmt *q;         /* NULL: folded here and now, in memory */
	struct wk_day *v;
	size_t n, at;
};
enum wk_rc wk_store_days_begin(struct wk_store *s, wk_date last, struct wk_arena *a,
    struct wk_store_days *out, struct wk_err *err) WK_USE;
/* Its incidents in the arena. WK_ERR_NOTFOUND: that was all. */
enum wk_rc wk_store_days_next(struct wk_store_days *w, struct wk_arena *a,
    struct wk_day *out, struct wk_err *err) WK_USE;
void wk_store_days_end(struct wk_store_days *w);

/* ---- undo ---- */
struct wk_txn {
	int64_t id, at, batch;
	const char *what;
	bool is_undone;
	int64_t changes;
};
enum wk_rc wk_store_undo(struct wk_store *s, int64_t now, wk_date today,
    struct wk_arena *a, struct wk_txn *out, struct wk_err *err) WK_USE;
         /* own transaction; WK_ERR_NOTFOUND */
enum wk_rc wk_store_redo(struct wk_store *s, int64_t now, wk_date today,
    struct wk_arena *a, struct wk_txn *out, struct wk_err *err) WK_USE;
/* Newest first; limit 0 = all. */
enum wk_rc wk_store_history(struct wk_store *s, size_t limit, struct wk_arena *a,
    struct wk_txn **v, size_t *n, struct wk_err *err) WK_USE;

/* ---- erase: facts, images, batches' rows and tombstones of days lo..hi; not undoable.
 * Events that only reach into the range are cut. Own transaction. everything: also
 * batches and history. */
struct wk_erased {
	int64_t rows;
	int64_t weeks;                 /* that were shared and now are taken back */
	int64_t consents;              /* that end, with everything: all of their weeks */
};
enum wk_rc wk_store_erase(struct wk_store *s, wk_date lo, wk_date hi, bool everything,
    int64_t now, wk_date today, struct wk_erased *out, struct wk_err *err) WK_USE;

/* ---- import batches ---- */
struct wk_batch {
	int64_t id, at;
	const char *importer, *path, *sha256, *tz, *options; /* sha256: see the schema */
	int64_t bytes;
	wk_date lo, hi;                /* WK_DATE_NONE */
	int64_t n_new, n_changed, n_same, n_skipped, n_error, n_conflict;
	bool is_undone;
};
/* Inside begin..commit; id 0 inserts and sets it, and ties the running transaction to it;
 * else updates. */
enum wk_rc wk_store_batch_put(struct wk_store *s, struct wk_batch *b, struct wk_err *err)
    WK_USE;
enum wk_rc wk_store_batch_get(struct wk_store *s, int64_t id, struct wk_arena *a,
    struct wk_batch *out, struct wk_err *err) WK_USE;
enum wk_rc wk_store_batch_list(struct wk_store *s, struct wk_arena *a,
    struct wk_batch **v, size_t *n, struct wk_err *err) WK_USE;
/* An applied batch of the same content, else WK_ERR_NOTFOUND. */
enum wk_rc wk_store_batch_same(struct wk_store *s, const char *sha256, struct wk_arena *a,
    struct wk_batch *out, struct wk_err *err) WK_USE;
/* Takes a batch back (its transaction's images swapped, out of order too), own
 * transaction, itself undoable. Rows changed since by hand or a later batch:
 * WK_ERR_CONFLICT naming the first. */
enum wk_rc wk_store_batch_undo(struct wk_store *s, int64_t id, int64_t now, wk_date today,
    struct wk_err *err) WK_USE;
struct wk_conflict { int64_t event; wk_date d; const char *field, *ours, *theirs; };
enum wk_rc wk_store_conflict_put(struct wk_store *s, int64_t batch,
    const struct wk_conflict *c, struct wk_err *err) WK_USE;
enum wk_rc wk_store_conflict_list(struct wk_store *s, int64_t batch, struct wk_arena *a,
    struct wk_conflict **v, size_t *n, struct wk_err *err) WK_USE;

/* ---- the monthly check: one a month, in the form of its JSON line ---- */
enum { WK_SURVEY_ITEMS = 6 };
struct wk_survey {
	wk_date day;                       /* on which it was answered */
	int items[WK_SURVEY_ITEMS];        /* 1 never .. 5 always, 0 not answered */
	double score;                      /* taken elsewhere, 0..100; NAN: from items */
};
void wk_survey_put_json(struct wk_buf *b, const struct wk_survey *v);
/* The line of that day's month; NULL when there is none. */
enum wk_rc wk_store_survey_get(struct wk_store *s, wk_date day, struct wk_arena *a,
    const char **line, struct wk_err *err) WK_USE;
/* Inside begin..commit. old_day: of the line it takes the place of, or WK_DATE_NONE. */
enum wk_rc wk_store_survey_put(struct wk_store *s, wk_date day, wk_date old_day,
    const char *line, struct wk_err *err) WK_USE;

/* ---- JSON Lines: the one format wick reads, through SQLite's JSON functions ---- */
enum wk_line_type { WK_LINE_BLANK, WK_LINE_EVENT, WK_LINE_DAY, WK_LINE_HEADER,
	WK_LINE_ERROR, WK_LINE_SKIP, WK_LINE_NOTE, WK_LINE_SURVEY };
/* Header, error, skip and note lines come only from wick-port:
 *   {"wick-port":1,"importer":"timewarrior","zone":"UTC"}
 *   {"error":"month 13 is outside 1..12","line":7}   {"skip":"zero length","line":3}
 *   {"note":"..."}
 * Times without offset are wall clock of tz (or of the import's zone). */
struct wk_line {
	enum wk_line_type type;
	union {                        /* by type: a file may have 100,000 of them */
		struct wk_event event; /* times resolved; d not yet filed */
		struct wk_dayrow day;
		struct wk_survey survey;
	};
	unsigned day_fields;           /* WK_LOCK_DAY_*: which fields the line has */
	bool is_tombstone;
	const char *importer, *zone, *text;
	long line;                     /* the source's line, 0 not said */
};
/* text: one line without its newline. WK_ERR_INPUT says what is wrong ("start \"x\" is
 * not a time"). default_zone: for times without one. */
enum wk_rc wk_store_line_parse(struct wk_store *s, const char *text, size_t len,
    const struct wk_zone *default_zone, struct wk_arena *a, struct wk_line *out,
    struct wk_err *err) WK_USE;

/* ---- doctor ---- */
struct wk_doctor {
	int64_t events, days, txns, batches, bytes;
	int64_t rollup_wrong;          /* day rows that differ from a fresh fold */
	wk_date first_wrong;
};
enum wk_rc wk_store_doctor(struct wk_store *s, bool fix, int64_t now, wk_date today,
    struct wk_doctor *out, struct wk_err *err) WK_USE;   /* runs integrity_check too */
enum wk_rc wk_store_backup(struct wk_store *s, const char *path,
    struct wk_err *err) WK_USE;
/* Key-value notes of our own (last check, last copy). NULL when absent. */
enum wk_rc wk_store_meta_get(struct wk_store *s, const char *key, struct wk_arena *a,
    const char **out, struct wk_err *err) WK_USE;
enum wk_rc wk_store_meta_put(struct wk_store *s, const char *key, const char *value,
    struct wk_err *err) WK_USE;        /* inside begin..commit; not undoable */
/* Values of the keys lo <= key < hi, by key. */
enum wk_rc wk_store_meta_list(struct wk_store *s, const char *lo, const char *hi,
    struct wk_arena *a, const char ***v, size_t *n, struct wk_err *err) WK_USE;

/* ---- mails on their way out (mail.c); inside begin..commit, none of it undoable ---- */
enum wk_mail_state { WK_MAIL_PENDING, WK_MAIL_SENDING, WK_MAIL_SENT, WK_MAIL_DEAD };
struct wk_mail_row {
	const char *message_id, *to, *period, *reason;   /* reason NULL: not tried yet */
	wk_date d, d_last;                               /* only when it is put */
	enum wk_mail_state state;
	int attempts;
	int64_t made, next;
	const char *body;                                /* of wk_store_mail_body */
};
enum wk_rc wk_store_mail_put(struct wk_store *s, const struct wk_mail_row *m,
    struct wk_err *err) WK_USE;
/* Pending ones and those that were being sent, by next, without their bodies. */
enum wk_rc wk_store_mail_waiting(struct wk_store *s, struct wk_arena *a,
    struct wk_mail_row **v, size_t *n, struct wk_err *err) WK_USE;
/* Every one there ever was, the oldest first. */
enum wk_rc wk_store_mail_list(struct wk_store *s, struct wk_arena *a,
    struct wk_mail_row **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_store_mail_body(struct wk_store *s, const char *message_id,
    struct wk_arena *a, const char **out, struct wk_err *err) WK_USE;
/* state, attempts, next and reason; sent or dead, it has no body any more. */
enum wk_rc wk_store_mail_set(struct wk_store *s, const struct wk_mail_row *m,
    struct wk_err *err) WK_USE;
/* What wick-net answered (net.h). WK_ERR_NOTFOUND: it is no answer. */
struct wk_mail_answer { bool is_ok, is_unsure; int status; const char *error; };
enum wk_rc wk_store_mail_answer(struct wk_store *s, const char *json, struct wk_arena *a,
    struct wk_mail_answer *out, struct wk_err *err) WK_USE;

/* ---- sharing (share.c, outbox.c, ledger.c): who may get a weekly summary, what was
 * consented to, what is on its way and what has left; inside begin..commit, none of it
 * undoable. Nothing here is a secret. ---- */
struct wk_dest {
	int64_t id;                    /* set by put */
	const char *name, *kind, *url, *source;
	const char *person, *paused;   /* NULL */
	int64_t next_at, hold_until, failing_since, last_at;     /* UTC s; 0: none */
	int failures;
};
struct wk_consent {
	int64_t dest, gen, at;
	const char *state, *url, *level, *basis, *fields, *teams, *visibility, *preview;
	wk_date since, expires;
	bool is_told;
};
struct wk_out {                        /* a week on its way, or arrived */
	int64_t dest, rev, next_at, made, done_at;   /* done_at 0: it has not arrived */
	const char *week, *op, *state;
	const char *body, *sha256, *sent, *last_code;            /* NULL */
	wk_date monday;
	int attempts, refused, last_status;              /* last_status 0: no answer */
	bool is_take;
};
struct wk_ledger {
	int64_t id, at, rev, bytes, ms;                  /* rev 0, ms -1: none */
	const char *dest, *week, *op, *sha256, *code;    /* week, code NULL */
	int status;                                      /* 0: no answer came */
};
enum wk_rc wk_store_dest_list(struct wk_store *s, struct wk_arena *a, struct wk_dest **v,
    size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_store_dest_put(struct wk_store *s, struct wk_dest *d,
    struct wk_err *err) WK_USE;        /* by name */
/* The one that counts; WK_ERR_NOTFOUND: there never was one. */
enum wk_rc wk_store_consent_get(struct wk_store *s, int64_t dest, struct wk_arena *a,
    struct wk_consent *out, struct wk_err *err) WK_USE;
enum wk_rc wk_store_consent_put(struct wk_store *s, const struct wk_consent *c,
    struct wk_err *err) WK_USE;
/* By week; pending alone or all. */
enum wk_rc wk_store_out_list(struct wk_store *s, int64_t dest, bool is_pending,
    struct wk_arena *a, struct wk_out **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_store_out_get(struct wk_store *s, int64_t dest, const char *week,
    struct wk_arena *a, struct wk_out *out, struct wk_err *err) WK_USE;
enum wk_rc wk_store_out_put(struct wk_store *s, const struct wk_out *o,
    struct wk_err *err) WK_USE;
/* week NULL: all of that receiver. */
enum wk_rc wk_store_out_drop(struct wk_store *s, int64_t dest, const char *week,
    struct wk_err *err) WK_USE;
/* Before it leaves; then what was answered. */
enum wk_rc wk_store_ledger_put(struct wk_store *s, struct wk_ledger *l,
    struct wk_err *err) WK_USE;        /* sets id */
enum wk_rc wk_store_ledger_set(struct wk_store *s, const struct wk_ledger *l,
    struct wk_err *err) WK_USE;
/* Newest first; limit 0 = all. */
enum wk_rc wk_store_ledger_list(struct wk_store *s, size_t limit, struct wk_arena *a,
    struct wk_ledger **v, size_t *n, struct wk_err *err) WK_USE;
/* A member of what somebody answered, by its path ("$.rev"), as text: NULL when it is not
 * there, or the answer is no JSON. */
enum wk_rc wk_store_json_get(struct wk_store *s, const char *json, const char *path,
    struct wk_arena *a, const char **out, struct wk_err *err) WK_USE;
/* The members of an array, an object as its JSON; none where there is no array. */
enum wk_rc wk_store_json_each(struct wk_store *s, const char *json, const char *path,
    struct wk_arena *a, const char ***v, size_t *n, struct wk_err *err) WK_USE;
