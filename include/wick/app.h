/* SPDX-License-Identifier: MIT */
/* app: whatever a user can do, one use case a file. Nothing here prints or exits. */
#pragma once

#include "wick/base.h"
#include "wick/conf.h"
#include "wick/core.h"
#include "wick/store.h"

struct wk_import_progress;
struct wk_app {
	/* set by the face before wk_app_init; NULL = from the environment */
	const char *db_path, *conf_path, *now_text, *tz_name;
	/* filled by wk_app_init */
	struct wk_conf conf;
	const struct wk_zone *zone;
	int64_t now;
	wk_date today;                 /* the wick day of now */
	struct wk_arena arena;         /* lives as long as the app */
	struct wk_store *store;        /* NULL until wk_app_open */
	/* How the screens show and stop an import, and ask; NULL outside of them. */
	bool (*on_import)(void *ctx, const struct wk_import_progress *at);
	bool (*on_ask)(void *ctx, const char *shown, const char *question);
	void *screen_ctx;
	bool is_at_screen;             /* someone waits: not 5 s for another writer */
	wk_date copied;                /* the day whose copy was seen to */
	char warning[256];             /* to be told once; "" is none */
	char remark[512];             /* lines to tell beside what was done; "" is none */
};
/* Config, zone and clock. Opens no database. */
enum wk_rc wk_app_init(struct wk_app *app, struct wk_err *err) WK_USE;
void wk_app_fini(struct wk_app *app);
/* Reads the clock again (the TUI before it paints). */
enum wk_rc wk_app_tick(struct wk_app *app, struct wk_err *err) WK_USE;
/* Sets one setting in the file and takes it (config.c). */
enum wk_rc wk_app_config(struct wk_app *app, const char *key, const char *value,
    struct wk_err *err) WK_USE;
/* READ on a file that is not there: WK_ERR_NOTFOUND "nothing is logged yet". WRITE makes
 * the folder and the file. Opening again in another mode reopens. */
enum wk_rc wk_app_open(struct wk_app *app, enum wk_store_mode mode,
    struct wk_err *err) WK_USE;
/* WK_OK also where no file is. */
enum wk_rc wk_app_can_write(struct wk_app *app, struct wk_err *err) WK_USE;
const char *wk_app_db_path(struct wk_app *app, struct wk_err *err);  /* NULL on failure */

/* ---------------------------------------------------------------- grammar (when.c) */
enum wk_rc wk_when_day(const struct wk_app *app, const char *s, wk_date *out,
    struct wk_err *err) WK_USE;        /* today, yesterday, tue, -3, 2026-11-20 */
bool wk_when_is_day(const char *s); /* looks like a DAY (also a broken one: 2026-02-30) */
enum wk_rc wk_when_range(const struct wk_app *app, const char *s, wk_date *lo,
    wk_date *hi, struct wk_err *err) WK_USE;        /* DAY or FROM..TO */
enum wk_rc wk_when_week(const struct wk_app *app, const char *s, wk_date *monday,
    struct wk_err *err) WK_USE;        /* 2026-W47, this, last, -2 */
enum wk_rc wk_when_month(const struct wk_app *app, const char *s, wk_date *first,
    struct wk_err *err) WK_USE;        /* 2026-11 */
/* H:MM, HHMM, H.MM (loose: forms) to minutes since midnight, 0..29:59. */
enum wk_rc wk_when_clock(const char *s, bool loose, int *min, struct wk_err *err) WK_USE;
/* of a calendar date; to > from; to may pass 1440 */
struct wk_span { int from_min, to_min; };
enum wk_rc wk_when_span(const char *s, struct wk_span *out, struct wk_err *err) WK_USE;
bool wk_when_is_span(const char *s);
/* A length as WORK or SLEEP, with PRODUCT's rule for a bare H:MM. what: 'w' or 's'. */
enum wk_rc wk_when_length(const char *s, char what, double *min,
    struct wk_err *err) WK_USE;
/* The wall-clock minute of date d as UTC in zone z. */
int64_t wk_when_utc(const struct wk_zone *z, wk_date d, int min);

/* ---------------------------------------------------------------- log (log.c) */
/* Fields as in `log --clear`; bits of WK_LOCK_DAY_*; WORK/SLEEP clear spans too. */
bool wk_log_field_parse(const char *s, unsigned *bit);
const char *wk_log_field_names(void); /* "work sleep wakes leave oncall energy ..." */
struct wk_log {
	wk_date day;
	struct wk_span work[16];
	size_t work_count;
	double total_h;                     /* NAN: not given */
	double break_min;                   /* NAN */
	/* as typed: from > to means it began the evening before */
	struct wk_span sleep[8];
	size_t sleep_count;
	double sleep_total_h;               /* NAN */
	int wakes, oncall;                  /* -1 not given */
	enum wk_leave leave;
	int energy, stress, mood;           /* 0 not given */
	const char *note;                   /* NULL not given */
	const char *tz;                     /* NULL: the app's zone */
	wk_date like;                       /* WK_DATE_NONE */
	unsigned clear;
};
void wk_log_init(struct wk_log *l, wk_date day);
/* Everything one day holds, for show, log's echo, the form. */
struct wk_day_view {
	struct wk_dayrow row;
	struct wk_event *events;            /* that count to that day, by start; fact.d
	                                     * of a page is the day it counts to */
	size_t event_count;
	size_t elsewhere_count;             /* behind them: of that date, but counted to
	                                     * another day */
	bool total_hides_spans;             /* a typed total stands over spans */
};
/* *out: of its events the facts only; wk_app_day has all of them. */
enum wk_rc wk_app_log(struct wk_app *app, const struct wk_log *l, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_day(struct wk_app *app, wk_date d, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err) WK_USE;
/* Consecutive days at once, oldest first; out has as many places. */
struct wk_day_span { wk_date first; size_t days; };
enum wk_rc wk_app_days(struct wk_app *app, struct wk_day_span span, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err) WK_USE;
/* "9:10-12:30" for an event, in the zone it was lived in. */
void wk_app_put_times(struct wk_buf *b, const struct wk_event *e);

/* ---------------------------------------------------------------- timer (timer.c) */
struct wk_timer_result { struct wk_event event; double elapsed_min;
    struct wk_day_view day; };
/* when: minutes back from now as "-45m", a clock time "9:10", or NULL = now. */
enum wk_rc wk_app_start(struct wk_app *app, const char *when, const char *note,
    struct wk_arena *a, struct wk_timer_result *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_stop(struct wk_app *app, const char *when, struct wk_arena *a,
    struct wk_timer_result *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_cancel(struct wk_app *app, struct wk_arena *a,
    struct wk_timer_result *out, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- page, oncall */
struct wk_page {
	wk_date day; /* WK_DATE_NONE: the last such time before now */
	int clock_min;
	int severity;                       /* -1 */
	double minutes;                     /* NAN */
	int woke, noise;                    /* -1 not said, 0, 1 */
	const char *title;                  /* NULL */
	const char *tz;
};
void wk_page_init(struct wk_page *p);
bool wk_page_parse_severity(const char *s, int *out);   /* sev0..sev5 */
enum wk_rc wk_app_page(struct wk_app *app, const struct wk_page *p, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err) WK_USE;
/* All pages, newest first; none when nothing is logged. */
enum wk_rc wk_app_pages(struct wk_app *app, struct wk_arena *a, struct wk_page_row **v,
    size_t *n, struct wk_err *err) WK_USE;
/* from/to: DAY, or DAY H:MM as "2026-11-16T18:00". */
enum wk_rc wk_app_oncall(struct wk_app *app, const char *range, bool clear,
    struct wk_arena *a, int *days, struct wk_err *err) WK_USE;

/* -------------------------------------------------------------- edit, rm, undo, erase */
/* Only what is given changes. span for work and sleep events. */
struct wk_edit {
	bool has_span, has_clock, has_title, has_day;
	struct wk_span span;
	int clock_min;
	wk_date day;
	const char *title;
	int severity;                       /* -2 not given */
	double minutes;                     /* NAN */
	int woke, noise;                    /* -1 */
	unsigned clear; /* WK_LOCK_SEVERITY MINUTES WOKE NOISE: not known any more */
};
void wk_edit_init(struct wk_edit *e);
enum wk_rc wk_app_edit(struct wk_app *app, int64_t id, const struct wk_edit *e,
    struct wk_arena *a, struct wk_event *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_rm(struct wk_app *app, int64_t id, struct wk_arena *a,
    struct wk_event *gone, struct wk_err *err) WK_USE;
/* The same of several in one step of undo; all or none. *last: the last of them. */
enum wk_rc wk_app_edit_all(struct wk_app *app, const int64_t *ids, size_t n,
    const struct wk_edit *e, struct wk_arena *a, struct wk_event *last,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_rm_all(struct wk_app *app, const int64_t *ids, size_t n,
    struct wk_arena *a, struct wk_event *last, struct wk_err *err) WK_USE;
enum wk_rc wk_app_undo(struct wk_app *app, struct wk_arena *a, struct wk_txn *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_redo(struct wk_app *app, struct wk_arena *a, struct wk_txn *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_history(struct wk_app *app, size_t limit, struct wk_arena *a,
    struct wk_txn **v, size_t *n, struct wk_err *err) WK_USE;
/* Also the copies we made (they would still hold the day). */
enum wk_rc wk_app_erase(struct wk_app *app, wk_date lo, wk_date hi, bool everything,
    struct wk_erased *out, struct wk_err *err) WK_USE;
/* One line that names an event: "Tue 17 Nov 03:12 page sev2 45 min checkout errors". */
void wk_app_put_event(struct wk_buf *b, const struct wk_event *e);

/* ---------------------------------------------------------------- seeing */
/* Series for status, Home, explain: a tail (1,100 non-empty days) unless all. */
enum wk_rc wk_app_series(struct wk_app *app, bool all, struct wk_arena *a,
    struct wk_series *out, struct wk_err *err) WK_USE;
/* With what only indicators ask for: times of sleep. */
enum wk_rc wk_app_series_full(struct wk_app *app, bool all, struct wk_arena *a,
    struct wk_series *out, struct wk_err *err) WK_USE;
/* Days lo..hi of the whole log (WK_DATE_NONE: its ends), a stretch at a time, in memory
 * that does not grow with it. WK_ERR_NOTFOUND says why nothing came. */
typedef enum wk_rc wk_stretch_fn(void *ctx, const struct wk_series *s, size_t from,
    size_t to, struct wk_err *err);
enum wk_rc wk_app_walk(struct wk_app *app, bool has_indicators, wk_date lo, wk_date hi,
    wk_stretch_fn *take, void *ctx, struct wk_err *err) WK_USE;
/* As it was on day hi, for lo..hi: what is before lo is read as far as it weighs. */
enum wk_rc wk_app_series_until(struct wk_app *app, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_series *out, struct wk_err *err) WK_USE;
struct wk_status {
	bool has_score;                     /* false: nothing logged */
	wk_date day;                        /* the day shown */
	const struct wk_strain *strain, *before; /* before: 7 days earlier, may be NULL */
	struct wk_coverage coverage;        /* of the last 7 days */
	int days_logged;
	bool is_held;                       /* nothing logged for more than a week */
	bool is_running;                    /* a clock runs */
	int64_t running_since;
	int32_t running_off;
	char trend; bool is_silent_trend;   /* '<' '=' '>'; of days not logged alone */
};
enum wk_rc wk_app_status(struct wk_app *app, struct wk_arena *a, struct wk_status *out,
    struct wk_err *err) WK_USE;
/* Of a series that is read already and aged; the store is open. */
enum wk_rc wk_app_status_of(struct wk_app *app, const struct wk_series *s,
    struct wk_arena *a, struct wk_status *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_report(struct wk_app *app, const char *kind, const char *period,
    wk_date from, wk_date to, struct wk_arena *a, struct wk_report *out,
    struct wk_err *err)
    WK_USE; /* WK_ERR_NOTFOUND when no day of it has an entry */
/* ---- the same as a file (report.c) */
struct wk_period { const char *kind; char name[24]; wk_date from, to; };
struct wk_period wk_period_week(wk_date monday);
struct wk_period wk_period_month(wk_date first);
struct wk_period wk_period_range(wk_date from, wk_date to);
struct wk_paint;
/* format: a name of wk_report_formats, else WK_ERR_INPUT. Appends to out. */
struct wk_report_ask {
	const struct wk_period *period;
	const char *format;             /* of wk_report_formats() */
	const struct wk_paint *paint;
	bool is_brief;                  /* see struct wk_report_meta */
	const char *const *asks;
	size_t ask_count;
	bool is_again;                  /* mail it although it was sent before */
};
enum wk_rc wk_app_report_file(struct wk_app *app, const struct wk_report_ask *q,
    struct wk_buf *out, struct wk_err *err) WK_USE;
/* Whether a brief report is as it was written: its last line has the SHA-256 of what
 * stands above. WK_ERR_FAIL: it was changed; WK_ERR_INPUT: it has no such line. */
enum wk_rc wk_app_report_verify(const char *path, struct wk_err *err) WK_USE;

/* ---- a report as a mail (mail.c), and the weeks that were missed (missed.c) ---- */
/* One run makes and sends: WK_ERR_CONFLICT while another does. close(*fd) ends it. */
enum wk_rc wk_app_report_lock(struct wk_app *app, int *fd, struct wk_err *err) WK_USE;
/* Whether [mail] can send to that address. */
enum wk_rc wk_app_mail_ready(const struct wk_app *app, const char *to,
    struct wk_err *err) WK_USE;
/* Freezes it, unless one of that period waits for that address already, or went there
 * since the period was over (*is_sent). WK_ERR_NETWORK: it was given up. */
enum wk_rc wk_app_mail_queue(struct wk_app *app, const struct wk_report_ask *q,
    const char *to, struct wk_arena *a, bool *is_sent, struct wk_err *err) WK_USE;
/* "2026-W46 to boss@example.org: waits, ..." a line; NOTFOUND: there is none. */
enum wk_rc wk_app_mail_outbox(struct wk_app *app, struct wk_arena *a,
    struct wk_mail_row **v, size_t *n, struct wk_err *err) WK_USE;
/* All that is due, under the lock. WK_ERR_NETWORK: what was refused or could not be
 * sent, or, where q names it, has to wait still. */
enum wk_rc wk_app_mail_send(struct wk_app *app, const struct wk_report_ask *q,
    const char *to, struct wk_arena *a, struct wk_err *err) WK_USE;
/* The Mondays of the complete weeks after the last one done for this target, 53 at most;
 * the last week alone where none was. */
enum wk_rc wk_app_missed(struct wk_app *app, const char *target, struct wk_arena *a,
    wk_date **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_app_missed_done(struct wk_app *app, const char *target, wk_date monday,
    struct wk_arena *a, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- forecast */
struct wk_outlook;                      /* render.h: what it answers */
struct wk_outlook_ask {
	const char *plan;               /* words; NULL: the own usual week */
	size_t days;                    /* shown, 1..365 */
	enum wk_band goal;              /* not severe */
	char solve;                     /* 'h' hours, 'r' rest, 0 neither */
	wk_date by;                     /* of solve; WK_DATE_NONE: in four weeks */
};
/* WK_ERR_NOTFOUND when too little is known to go on from. */
enum wk_rc wk_app_forecast(struct wk_app *app, const struct wk_outlook_ask *ask,
    struct wk_arena *a, struct wk_outlook *out, struct wk_err *err) WK_USE;
/* The same from a series that is read already. */
enum wk_rc wk_app_forecast_of(struct wk_app *app, const struct wk_series *s,
    const struct wk_outlook_ask *ask, struct wk_arena *a, struct wk_outlook *out,
    struct wk_err *err) WK_USE;
/* A day to come: 2026-12-18, a weekday (the next one), 10d or 4w from today. */
enum wk_rc wk_when_ahead(const struct wk_app *app, const char *s, wk_date *out,
    struct wk_err *err) WK_USE;

/* ---- the days to come one by one (plan.c): what the log says of them, and what a plan
 * may write. Hours and sleep to come are never written: they are no facts. */
enum { WK_PLAN_DAYS = 14 };
struct wk_ahead { wk_date d; bool is_off; int oncall; };        /* oncall -1: not said */
struct wk_plan_base {
	struct wk_series series;        /* the forecast goes on from its index `from` */
	size_t from;
	struct wk_plan own;
	struct wk_ahead days[WK_PLAN_DAYS];
};
/* WK_ERR_NOTFOUND when too little is known to go on from. The series is borrowed. */
enum wk_rc wk_app_plan_base(struct wk_app *app, const struct wk_series *read,
    struct wk_arena *a, struct wk_plan_base *out, struct wk_err *err) WK_USE;
/* Days off become vacation and on-call days on-call days, or are so no more; in one step
 * of undo. *changed: days that differ from what is logged. */
enum wk_rc wk_app_plan_write(struct wk_app *app, const struct wk_ahead *v, size_t n,
    struct wk_arena *a, int *changed, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- alerts (check.c) */
struct wk_alert { const char *rule; char text[160]; wk_date since; };
/* Rules newly crossed since the last check (of one rule, or all for NULL); none in quiet
 * hours and on leave. Remembers what it told. Nothing logged: none. */
enum wk_rc wk_app_check(struct wk_app *app, const char *rule, struct wk_arena *a,
    struct wk_alert **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_app_snooze(struct wk_app *app, const char *rule, double minutes,
    struct wk_arena *a, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- the monthly check */
double wk_survey_score(const struct wk_survey *v);      /* 0..100; NAN: under 3 answers */
int wk_survey_answers(const struct wk_survey *v);
/* Keeps it as today's, in place of an earlier one of the month. Not undoable. */
enum wk_rc wk_app_survey(struct wk_app *app, struct wk_survey *v, struct wk_arena *a,
    bool *is_second, struct wk_err *err) WK_USE;
/* Those answered lo..hi, by month. */
enum wk_rc wk_app_survey_list(struct wk_app *app, wk_date lo, wk_date hi,
    struct wk_arena *a, struct wk_survey **v, size_t *n, struct wk_err *err) WK_USE;
/* The exhaustion of the series as it was known on that day; wk_app_series_full has
 * today's. The store is open. */
enum wk_rc wk_app_survey_fill(struct wk_app *app, wk_date day, struct wk_arena *a,
    struct wk_series *s, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- import, export */
/* Bytes read, then facts written; total 0: not known. */
const char *const *wk_import_formats(size_t *n);        /* names, as import takes them */
struct wk_import_progress { int64_t done, total; bool is_writing; };
struct wk_import {
	const char *format;                 /* NULL: detect */
	const char *path;                   /* "-" standard input, or a folder */
	const char *const *more;            /* other files of the same import */
	size_t more_count;
	const char *tz, *map;               /* NULL */
	bool strict, prune, no_sandbox;
	/* Called for every block and now and then while writing; false stops the import
	 * with WK_ERR_INTR and nothing is changed. NULL: nobody asks. */
	bool (*on_progress)(void *ctx, const struct wk_import_progress *p);
	void *progress_ctx;
};
struct wk_import_issue { const char *file; long line; const char *why; }; /* NULL: one */
struct wk_import_result {
	struct wk_batch batch; /* counts, range, zone; id is 0 in a dry run */
	struct wk_import_issue *errors, *skips;
	size_t error_count, skip_count;
	const char **notes;
	size_t note_count;
	struct wk_conflict *conflicts;
	size_t conflict_count;
	double work_s, work_lost_s, sleep_s;/* added and taken away, on folded days */
	int days_touched;
	int64_t same_as_batch;              /* this very file is batch N already; 0 no */
};
/* A file is read once and then applied: as a dry run to a copy in memory, for good in one
 * transaction, or first the one and then the other. strict: the first bad line is
 * WK_ERR_INPUT. The job and what results say live in the arena; req must live as long. */
struct wk_import_job;
enum wk_rc wk_app_import_read(struct wk_app *app, const struct wk_import *req,
    struct wk_arena *a, struct wk_import_job **out, struct wk_err *err) WK_USE;
/* The lists of errors, skips and notes, filled after a read that failed too. */
void wk_app_import_peek(const struct wk_import_job *job, struct wk_import_result *out);
enum wk_rc wk_app_import_apply(struct wk_app *app, struct wk_import_job *job,
    bool dry_run, struct wk_import_result *out, struct wk_err *err) WK_USE;
void wk_app_import_close(struct wk_import_job *job);   /* NULL allowed */
enum wk_rc wk_app_import_undo(struct wk_app *app, int64_t id, struct wk_err *err) WK_USE;
#define WK_EXPORT_DAYS (1u << 31)
struct wk_export {
	const char *format; /* jsonl csv ics timewarrior prometheus influx */
	wk_date lo, hi;                     /* WK_DATE_NONE: all */
	unsigned kinds; /* bits of 1u << wk_kind, WK_EXPORT_DAYS; 0: the format's usual */
	bool redact, excel_safe, bom;
};
enum wk_rc wk_app_export(struct wk_app *app, const struct wk_export *req,
    struct wk_buf *out, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- upkeep */
/* Replaces a wick store of that name, and nothing else. */
enum wk_rc wk_app_backup(struct wk_app *app, const char *path, struct wk_err *err) WK_USE;
/* Checks FILE first; the present store is kept as wick.db.before-restore, or -2, ... */
enum wk_rc wk_app_restore(struct wk_app *app, const char *path, const char **kept,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_doctor(struct wk_app *app, bool fix, struct wk_doctor *out,
    struct wk_err *err) WK_USE;
/* A demo story into the open (empty) store of app; ends at app->today. */
struct wk_demo_story { const char *name, *title, *shows; };
const struct wk_demo_story *wk_demo_stories(size_t *n);
enum wk_rc wk_app_demo(struct wk_app *app, const char *name, struct wk_err *err) WK_USE;
/* A throw-away store in a fresh 0700 folder; path in app->arena; remove with the next
 * (not when this failed: then the own store is the app's again). */
enum wk_rc wk_app_demo_open(struct wk_app *app, const char *name,
    struct wk_err *err) WK_USE;
void wk_app_demo_close(struct wk_app *app);

/* ---- sharing: nothing leaves before a grant. dest NULL: the one receiver ---- */
struct wk_share_enrol { const char *url, *kind, *name, *display, *secret; };
struct wk_share_terms {        /* NULL, 0, WK_DATE_NONE: as granted before, or usual */
	const char *level, *basis, *teams, *visibility;
	int days;
	wk_date since;
};
struct wk_share_item { struct wk_out row; const char *request; };
struct wk_share_view {
	struct wk_dest dest;
	struct wk_consent now, next;   /* now.gen 0: there is none; next: shown below */
	const char *bar;               /* why nothing is sent now; NULL */
	const char *consent_body;
	struct wk_share_item *items;   /* the weeks, exactly as they will leave */
	size_t count;
	char sha256[65];               /* of all of that: what is agreed to */
};
enum wk_rc wk_app_share_enrol(struct wk_app *app, const struct wk_share_enrol *e,
    struct wk_arena *a, struct wk_dest *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_share_view(struct wk_app *app, const char *dest,
    const struct wk_share_terms *t, struct wk_arena *a, struct wk_share_view *out,
    struct wk_err *err) WK_USE;
/* agreed: the digest of what was shown, or its first 12; WK_ERR_CONFLICT: another. */
enum wk_rc wk_app_share_grant(struct wk_app *app, const char *dest,
    const struct wk_share_terms *t, const char *agreed, struct wk_arena *a,
    struct wk_consent *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_share_pause(struct wk_app *app, const char *dest, struct wk_arena *a,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_share_withdraw(struct wk_app *app, const char *dest,
    struct wk_arena *a, struct wk_err *err) WK_USE;
/* Who looked, as each hub told it last, the newest first; asks nobody. at is an instant,
 * from and to are weeks or NULL. */
#define WK_SHARE_READERS 105
struct wk_share_reader { const char *dest, *at, *name, *action, *from, *to; };
enum wk_rc wk_app_share_readers(struct wk_app *app, struct wk_arena *a,
    struct wk_share_reader **v, size_t *n, struct wk_err *err) WK_USE;
enum wk_rc wk_app_share_dest(struct wk_app *app, const char *name, struct wk_arena *a,
    struct wk_dest *out, struct wk_err *err) WK_USE;

struct wk_sync_ask {
	bool is_by_hand;       /* now, unless the receiver itself asked to wait */
	bool has_splay;                /* a week's first attempt at its own hour */
	/* false: stops after this request. NULL: nobody looks. */
	bool (*on_progress)(void *ctx, size_t done, size_t total);
	void *ctx;
};
struct wk_sync_result {
	int sent, refused, waiting;
	const char **notes; size_t note_count;  /* to tell; the first is the error's */
};
/* WK_ERR_NETWORK: something did not arrive; WK_ERR_CONFLICT: another sync is at work. */
enum wk_rc wk_app_sync(struct wk_app *app, const struct wk_sync_ask *q,
    struct wk_arena *a, struct wk_sync_result *out, struct wk_err *err) WK_USE;
enum wk_rc wk_app_sync_resolve(struct wk_app *app, const char *dest, const char *week,
    bool take, struct wk_arena *a, struct wk_err *err) WK_USE;
struct wk_sync_line { const char *what, *text; bool is_ok; };
/* Name, certificate, hub, token, consent, clock: up to the first that fails. */
enum wk_rc wk_app_sync_doctor(struct wk_app *app, const char *dest, struct wk_arena *a,
    struct wk_sync_line **v, size_t *n, struct wk_err *err) WK_USE;
/* Another wick, for what may take long (job.c). said: its last line. */
struct wk_job { int pid, fd, status; char said[200]; size_t len; bool has_line; };
enum wk_rc wk_app_job_start(struct wk_app *app, const char *const *words,
    struct wk_job *out, struct wk_err *err) WK_USE;
bool wk_app_job_poll(struct wk_job *j);        /* true: it has just ended */
void wk_app_job_end(struct wk_job *j);
struct wk_team_answer { const char *team, *grid, *aggregate; int64_t at; }; /* 0 none */
enum wk_rc wk_app_team_fetch(struct wk_app *app, const char *team, const char *from,
    const char *to, struct wk_arena *a, struct wk_team_answer *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_app_team_kept(struct wk_app *app, struct wk_arena *a,
    struct wk_team_answer *out, struct wk_err *err) WK_USE;

/* ---------------------------------------------------------------- the Day form (form.c)
 * Texts are kept by the view; this is their meaning. */
enum wk_form_kind { WK_FORM_WORK, WK_FORM_OFF, WK_FORM_LEAVE, WK_FORM_SICK,
    WK_FORM_HOLIDAY };
struct wk_form {
	wk_date day;
	enum wk_form_kind kind;
	int start_min, end_min;             /* -1 empty; end > start, may pass 1440 */
	double break_min;                   /* NAN empty */
	double worked_h, counted_h; /* NAN: counted; what the above gives, NAN */
	double left_off_min; /* end of the day before, from this midnight; NAN */
	int oncall;                         /* -1, 0, 1 */
	int page_count;
	bool has_sleep_span;
	struct wk_span sleep;               /* as in struct wk_log */
	double sleep_h;                     /* NAN: not logged */
	int wakes, energy, stress, mood;    /* not said: -1; 0 */
	const char *note;                   /* NULL */
};
enum wk_rc wk_app_form_get(struct wk_app *app, wk_date d, struct wk_arena *a,
    struct wk_form *out, struct wk_err *err) WK_USE;
struct wk_form_preview {
	bool has_score, had_score; struct wk_strain before, after;
	double week_h; int week_known;      /* of the ISO week */
	double rest_h;                      /* since the last work; NAN */
	struct wk_coverage coverage;        /* 7 days, if saved */
};
/* Computes on the series given (as from wk_app_series); opens nothing. */
enum wk_rc wk_app_form_preview(struct wk_app *app, const struct wk_form *f,
    const struct wk_form *saved, const struct wk_series *s, struct wk_arena *a,
    struct wk_form_preview *out, struct wk_err *err) WK_USE;
/* Writes only what differs from `saved` (as form_get gave it). */
enum wk_rc wk_app_form_save(struct wk_app *app, const struct wk_form *f,
    const struct wk_form *saved, struct wk_err *err) WK_USE;
