/* SPDX-License-Identifier: MIT */
/* What the use cases share among themselves. */
#pragma once

#include "wick/app.h"

/* Opens for writing and begins; `what` is history's sentence. */
enum wk_rc wk_app_begin(struct wk_app *app, const char *what, struct wk_err *err) WK_USE;
/* Commits when rc is WK_OK, else rolls back; returns what stands. */
enum wk_rc wk_app_end(struct wk_app *app, enum wk_rc rc, struct wk_err *err) WK_USE;
/* The copy of the day, unless it is there; the store is open. Fails into app->warning. */
void wk_app_keep_copy(struct wk_app *app);
/* Those days out of every copy that we made; everything: no copy stays. */
enum wk_rc wk_app_erase_copies(struct wk_app *app, wk_date lo, wk_date hi,
    bool everything, struct wk_err *err) WK_USE;
/* "Fri 20 Nov", with its year when that is not this one. */
void wk_app_put_date(const struct wk_app *app, struct wk_buf *b, wk_date d);
/* A fact more than a year ahead. */
enum wk_rc wk_app_refuse_far(const struct wk_app *app, wk_date d,
    struct wk_err *err) WK_USE;
/* Into app->remark: a wall-clock second that z has not or twice; what it was taken as. */
void wk_app_remark_wall(struct wk_app *app, const struct wk_zone *z, int64_t wall,
    int64_t taken);
/* ... a sleep that counts to the day after its date. */
void wk_app_remark_sleep(struct wk_app *app, const struct wk_event *e);
/* Its store is one of wk_app_demo_open. */
bool wk_app_is_demo(const struct wk_app *app);
/* The named zone, or the app's for NULL. */
enum wk_rc wk_app_zone(struct wk_app *app, const char *name, struct wk_arena *a,
    const struct wk_zone **out, struct wk_err *err) WK_USE;
/* An event of this kind from UTC start to end (WK_TIME_NONE: open), filed and by hand. */
void wk_app_event(struct wk_app *app, const struct wk_zone *z, enum wk_kind kind,
    int64_t start, int64_t end, struct wk_event *e);
/* UTC start and end of a span on calendar date d. */
void wk_app_span_utc(struct wk_app *app, const struct wk_zone *z, wk_date d,
    struct wk_span s, int64_t *start, int64_t *end);
/* Of wk_log.clear: the typed total alone, not the spans it stands over. */
#define WK_LOG_TOTAL (1u << 30)
/* wk_app_log of what a form says: a total may stand over spans. */
enum wk_rc wk_app_log_form(struct wk_app *app, const struct wk_log *l,
    struct wk_arena *a, struct wk_day_view *out, struct wk_err *err) WK_USE;
/* Puts a manual interval, merged with the manual ones of its kind that it overlaps. */
enum wk_rc wk_app_put_merged(struct wk_app *app, struct wk_event *e, struct wk_arena *a,
    struct wk_err *err) WK_USE;
/* The date an entry was typed for: of a sleep the one it ends on. */
wk_date wk_app_typed_date(const struct wk_fact *f);
/* wk_app_day with the facts of its events only. */
enum wk_rc wk_app_day_facts(struct wk_app *app, wk_date d, struct wk_arena *a,
    struct wk_day_view *out, struct wk_err *err) WK_USE;
/* A sleep span as typed for day d: one that crosses midnight began the evening before. */
struct wk_span wk_app_sleep_span(struct wk_span typed);
/* The last moment with this clock time that is not after now. */
int64_t wk_app_last_clock(const struct wk_app *app, const struct wk_zone *z, int min);

/* So many days with an entry before what is shown stand for all of the log; more of them
 * with a model of slower constants. */
size_t wk_app_tail_days(const struct wk_model *m);

/* The rules newly crossed from..to into the report (check.c). */
void wk_app_crossings(const struct wk_app *app, struct wk_series *s, wk_date from,
    wk_date to, struct wk_arena *a, struct wk_report *out);

/* The check of that day's month; its day is WK_DATE_NONE when there is none. */
enum wk_rc wk_survey_get(struct wk_store *s, wk_date day, struct wk_arena *a,
    struct wk_survey *out, struct wk_err *err) WK_USE;
/* Inside begin..commit. */
enum wk_rc wk_survey_put(struct wk_store *s, const struct wk_survey *v,
    struct wk_arena *a, struct wk_err *err) WK_USE;

/* What a child is given and what becomes of what it says. */
struct wk_child {
	const char *head;               /* the first bytes of the input, read already */
	size_t head_len;
	int fd;                         /* the rest of it; -1: there is none */
	int secret_fd;                  /* becomes its descriptor 3; 0: there is none */
	const char *secret_env;         /* a variable it is not to see; NULL */
	int limit_s;                    /* then it is ended; 0: however long it takes */
	/* fd becomes its standard input, from where it stands; head is not sent. */
	bool gives_fd;
	/* Each block from fd, before it is sent; false stops everything. */
	bool (*on_input)(void *ctx, const char *p, size_t n);
	/* With gives_fd: while the child works; *busy: call again at once. */
	bool (*on_idle)(void *ctx, bool *busy);
	/* Its output, in pieces as they come. */
	enum wk_rc (*on_output)(void *ctx, const char *p, size_t n, struct wk_err *err);
	void *ctx;
	const char *next;               /* the rest is the pump's own */
	size_t left;
	char block[65536];
};
/* Runs a program until it ends; one without a slash is looked for in PATH. */
enum wk_rc wk_child_run(const char *path, const char *const *argv, struct wk_child *io,
    int *status, struct wk_err *err) WK_USE;
/* The same of argv[0] beside wick itself. */
enum wk_rc wk_child_sibling(const char *const *argv, struct wk_child *io, int *status,
    struct wk_err *err) WK_USE;
/* Runs wick-port with these arguments until it ends. WK_ERR_INTR: on_input said so. */
enum wk_rc wk_child_port(const char *const *argv, struct wk_child *io,
    struct wk_err *err) WK_USE;
/* Where a forecast goes on from: s, read before, becomes the series to yesterday, or to
 * today where today is told; WK_ERR_NOTFOUND when too little is known. plan NULL: the own
 * usual week is one. */
enum wk_rc wk_app_forecast_from(struct wk_app *app, const char *plan, struct wk_arena *a,
    struct wk_series *s, size_t *i, struct wk_err *err) WK_USE;

/* ---- secrets (secret.c): the first line of a file of one's own, of what a command
 * prints, or of a variable; the first of the three that is set ---- */
struct wk_secret {
	const char *key, *what;         /* "mail.password", "password": for sentences */
	const char *file, *command, *env;       /* "-": not set */
	const char *advice;             /* when none of them is */
};
enum wk_rc wk_app_secret(const struct wk_secret *s, struct wk_buf *out,
    struct wk_err *err) WK_USE;
/* The reading end of a pipe that holds it; 0 where there is nothing to hold. */
enum wk_rc wk_app_secret_pipe(const struct wk_buf *b, int *fd, struct wk_err *err) WK_USE;
/* For what children say: 64 KiB at most. */
enum wk_rc wk_app_keep_output(void *ctx, const char *p, size_t n,
    struct wk_err *err) WK_USE;
/* One run of its kind at a time: a lock of that name in the state folder.
 * WK_ERR_CONFLICT while another has it; close(*fd) ends it. */
enum wk_rc wk_app_lock(struct wk_app *app, const char *name, const char *who, int *fd,
    struct wk_err *err) WK_USE;

/* ---- mail ---- */
/* The password of [mail], from its file, command or variable; "" without a user. */
enum wk_rc wk_app_mail_secret(const struct wk_app *app, struct wk_buf *out,
    struct wk_err *err) WK_USE;
/* One frozen message to the server or to sendmail. Fails only for what is wrong here. */
enum wk_rc wk_app_mail_carry(struct wk_app *app, const struct wk_mail_row *m,
    struct wk_arena *a, struct wk_mail_answer *out, struct wk_err *err) WK_USE;
/* Whether a text of [mail] is set. */
bool wk_app_mail_has(const char *setting);
