/* SPDX-License-Identifier: MIT */
/* port: somebody's bytes in, wick's JSON Lines out. Its own program, in a sandbox.
 *
 * 1. The whole input is in memory before the first byte of it is looked at (at most
 *    wk_port_input_max), and every cell, line, string and nesting has its own limit. An
 *    importer that streams gets its first bytes and takes the rest by wk_port_read.
 * 2. An importer knows memory and this header: no file, no clock, no environment.
 * 3. What cannot be read becomes an error line with the source's line; nothing is guessed
 *    and nothing missing becomes zero. */
#pragma once

#include "wick/base.h"
#include "wick/core.h"

#define WK_PORT_TEXT_MAX ((size_t)64 << 20)
#define WK_PORT_DATABASE_MAX ((size_t)256 << 20)
#define WK_PORT_STREAM_MAX ((int64_t)8 << 30)
#define WK_PORT_LINE_MAX ((size_t)1 << 20)     /* a line, a cell, a string */
enum { WK_PORT_ID_MAX = 48, WK_PORT_COLUMNS_MAX = 4096, WK_PORT_DEPTH_MAX = 64,
    WK_PORT_ERRORS_MAX = 1000,
	WK_PORT_SPAN_MAX_S = 366 * 86400 };

/* Bits of `flags` in an event line; the same numbers as in the store. */
enum { WK_PORT_DST_GAP = 1, WK_PORT_DST_FOLD = 2, WK_PORT_ALL_DAY = 8,
	WK_PORT_WALL = 16 };

struct wk_port {
	const char *p;                  /* the input without its byte order mark; of a
					   stream the first bytes */
	size_t n;
	size_t taken;                   /* of those: what wk_port_read has handed out */
	int from;                       /* where the rest is; -1: that was all */
	struct wk_zip *zip;             /* NULL: the input is what it is */
	int64_t streamed;               /* bytes handed out in all */
	const struct wk_zone *zone;     /* --tz */
	const char *map;                /* --map or NULL */
	int fd;                         /* where lines go; -1: nowhere (fuzzing) */
	struct wk_buf out;
	long errors;
	/* Zones that the input names, when its importer has them prepared. */
	const struct wk_zone **zones;
	size_t zone_count, zone_cap;
	bool is_broken;                 /* the output cannot be written: stop */
	bool saw_cp1252;
};

/* ---- emit.c ---- */
/* An event line. wk_port_event_init makes everything unknown. */
struct wk_port_event {
	const char *kind;
	int64_t start, end;             /* UTC or WK_TIME_NONE */
	int32_t off_start, off_end;
	wk_date day;                    /* duration-only: with dur_s; WK_DATE_NONE */
	double dur_s;                   /* NAN */
	const char *tz;                 /* NULL */
	char tz_text[8];                /* a place for tz */
	const char *source, *id, *title;/* NULL */
	const char *tags;               /* a JSON array or NULL */
	const char *category, *leave;   /* NULL */
	int severity, woke, noise;      /* -1 */
	double minutes;                 /* NAN */
	unsigned flags;
};
void wk_port_event_init(struct wk_port_event *e, const char *kind);
void wk_port_event_put(struct wk_port *port, const struct wk_port_event *e);
/* The typed fields of a day that are known; note may be NULL. */
void wk_port_day_put(struct wk_port *port, wk_date d, const struct wk_typed *t,
    const char *note, const char *source);
/* The first line; zone: the one that times without offset were read in. */
void wk_port_header(struct wk_port *port, const char *importer, const char *zone);
void wk_port_error(struct wk_port *port, long line, const char *fmt, ...) WK_PRINTF(3, 4);
void wk_port_skip(struct wk_port *port, long line, const char *fmt, ...) WK_PRINTF(3, 4);
void wk_port_note(struct wk_port *port, const char *fmt, ...) WK_PRINTF(2, 3);
void wk_port_flush(struct wk_port *port);
/* True when there is no point in going on: too many errors, or nobody reads. */
bool wk_port_is_over(const struct wk_port *port);
/* Why an interval cannot be (as the store judges it); NULL: it can. end may be open. */
const char *wk_port_span_fault(int64_t start, int64_t end);
/* A JSON string of foreign text: what is not UTF-8 is read as CP1252. */
void wk_port_put_string(struct wk_port *port, struct wk_buf *b, const char *s);
/* "h:" and 32 digits: a stable identity for rows without one. */
void wk_port_make_id(const char *text, char id[35]);

/* ---- zones.c: zones other than --tz, loaded before the sandbox is up ---- */
/* Does nothing when there is no zone of that name. */
void wk_port_zone_load(struct wk_port *port, struct wk_arena *a, const char *name);
/* Every zone the system has. */
void wk_port_zone_load_all(struct wk_port *port, struct wk_arena *a);
/* One of those or --tz; NULL. */
const struct wk_zone *wk_port_zone_find(const struct wk_port *port, const char *name);

/* ---- port.c: the table ---- */
struct wk_port_importer {
	const char *name;
	/* From the first 64 KiB or the whole input. */
	bool (*detect)(const char *p, size_t n);
	void (*run)(struct wk_port *port);
	bool streams;                   /* takes its input by wk_port_read */
};
/* Up to n bytes of a stream's input. 0: the end, or it cannot be read (is_broken), or it
 * is larger than WK_PORT_STREAM_MAX (an error line says so). */
size_t wk_port_read(struct wk_port *port, char *block, size_t n);
const struct wk_port_importer *wk_port_importers(size_t *n);
/* How large an input a format takes that wants it whole. */
size_t wk_port_input_max(const char *name);
/* The row of that name that knows the input, else the last of that name; NULL: no
 * such. */
const struct wk_port_importer *wk_port_find(const char *name, const char *p, size_t n);
/* Runs a format on p[0..n); false: there is no such format. */
bool wk_port_run(struct wk_port *port, const char *name);
/* What a format needs files for, before the sandbox is up; it does not parse. port may be
 * NULL, to ask. False: the format needs none. */
bool wk_port_prepare(struct wk_port *port, const char *name, struct wk_arena *a);
void wk_port_init(struct wk_port *port, const char *p, size_t n, int fd);
void wk_port_fini(struct wk_port *port);

/* ---- detect.c ---- */
bool wk_port_detect_csv(const char *p, size_t n);
bool wk_port_detect_stages(const char *p, size_t n);
bool wk_port_detect_activitywatch(const char *p, size_t n);
bool wk_port_detect_wakatime(const char *p, size_t n);
bool wk_port_detect_taskwarrior(const char *p, size_t n);
bool wk_port_detect_saa(const char *p, size_t n);
bool wk_port_detect_git(const char *p, size_t n);
bool wk_port_detect_org(const char *p, size_t n);
bool wk_port_detect_timeclock(const char *p, size_t n);
bool wk_port_detect_klog(const char *p, size_t n);
bool wk_port_detect_gtimelog(const char *p, size_t n);
bool wk_port_detect_pagerduty(const char *p, size_t n);
bool wk_port_detect_apple(const char *p, size_t n);
bool wk_port_detect_health_connect(const char *p, size_t n);
bool wk_port_detect_gadgetbridge(const char *p, size_t n);
bool wk_port_detect_hamster(const char *p, size_t n);
bool wk_port_detect_hamster_xml(const char *p, size_t n);
/* SQLite's file with all of these words in its schema; NULL ends them. */
bool wk_port_detect_lite(const char *p, size_t n, const char *const *tables);
bool wk_port_detect_ics(const char *p, size_t n);
bool wk_port_detect_timew_data(const char *p, size_t n);
bool wk_port_detect_timew_json(const char *p, size_t n);
/* The names of the formats it may be, one on each line. */
void wk_port_detect_put(const char *p, size_t n, struct wk_buf *out);

/* ---- utf16.c ---- */
/* False, and nothing written: there is no mark of two-byte text at the beginning. */
bool wk_port_from_utf16(const char *p, size_t n, struct wk_buf *out);

/* ---- text lines of the input ---- */
struct wk_port_lines {
	const char *p, *end;
	long line;                      /* number of the line last returned, from 1 */
};
void wk_port_lines_init(struct wk_port_lines *l, const char *p, size_t n);
/* The next line without its newline and CR; false at the end. */
bool wk_port_lines_next(struct wk_port_lines *l, const char **text, size_t *len);

/* Each line to take; one longer than 1 MiB or with a zero byte becomes an error. */
void wk_port_each_line(struct wk_port *port,
    void (*take)(void *ctx, const char *s, size_t len, long line), void *ctx);

/* ---- scan.c: the words of plain-text clocks ---- */
struct wk_scan {
	const char *p, *end;
};
void wk_scan_init(struct wk_scan *s, const char *p, size_t n);
void wk_scan_blanks(struct wk_scan *s);
bool wk_scan_char(struct wk_scan *s, char c);
/* At most max digits. */
bool wk_scan_digits(struct wk_scan *s, int max, int *out);
/* The first line that is neither blank nor begins with one of the marks. */
bool wk_scan_first_line(struct wk_scan *s, const char *p, size_t n, const char *marks);
/* 2026-11-20 or 2026/11/20 */
bool wk_scan_date(struct wk_scan *s, wk_date *out);
/* 9:00, 09:00:30, up to 24:00 */
bool wk_scan_clock(struct wk_scan *s, int *seconds);
/* +0100, in seconds */
bool wk_scan_offset(struct wk_scan *s, int32_t *off);
/* What is left, without blanks at its ends, as a string of the arena. */
char *wk_scan_rest(const struct wk_scan *s, struct wk_arena *a);

/* ---- wall.c: times without offset are the wall clock of --tz ---- */
/* A time that does not exist moves on by the gap; of one that exists twice the first. */
void wk_port_wall_start(const struct wk_port *port, struct wk_port_event *e,
    int64_t wall);
/* The first not before the start, or the one that makes it stated_s long (-1: not said).
 * False: that is before the start, or too long, which refuses the event. */
bool wk_port_wall_end(struct wk_port *port, struct wk_port_event *e, int64_t wall,
    int64_t stated_s, long line);
/* UTC to an event's times, lived in --tz. */
void wk_port_utc_start(const struct wk_port *port, struct wk_port_event *e, int64_t utc);
bool wk_port_utc_end(struct wk_port *port, struct wk_port_event *e, int64_t utc,
    long line);
/* ISO 8601, or seconds, milliseconds or nanoseconds since 1970, or timew's spelling.
 * wall: no offset was written, the value is a wall clock. */
bool wk_port_parse_time(const char *s, int64_t *t, int32_t *off, bool *is_wall);
/* Such a text as start or end. A start: false when it is no time. */
bool wk_port_text_start(const struct wk_port *port, struct wk_port_event *e,
    const char *s);
bool wk_port_text_end(struct wk_port *port, struct wk_port_event *e, const char *s,
    long line);
/* The name of an offset, "+01:00". */
void wk_port_offset_name(int32_t off, char out[8]);
/* Writes it, or says that it has no length. */
void wk_port_span_put(struct wk_port *port, const struct wk_port_event *e, long line);
/* ["a","b"] grows in b by one that is new; the caller closes it. */
void wk_port_tag_add(struct wk_port *port, struct wk_buf *b, const char *tag);

/* ---- csv_read.c ---- */
struct wk_csv {
	const char *p, *end;
	char delimiter;
	long line, next_line;           /* of the row in hand; of the bytes at p */
	struct wk_buf text;             /* its cells, each NUL-terminated */
	size_t *at;                     /* where each cell begins in text */
	size_t n, cap;
};
enum wk_csv_row { WK_CSV_ROW, WK_CSV_END, WK_CSV_BAD };
void wk_csv_init(struct wk_csv *c, const char *p, size_t n);
void wk_csv_fini(struct wk_csv *c);
/* BAD: this row cannot be used (err says why); the next call goes on behind it. */
enum wk_csv_row wk_csv_next(struct wk_csv *c, struct wk_err *err);
const char *wk_csv_cell(const struct wk_csv *c, size_t i);   /* "" beyond the row */

/* ---- rows_table.c: sources that are rows of a table ---- */
#define WK_PORT_ROWS(X) \
	X(fitbit, "fitbit") X(garmin, "garmin") X(oura, "oura") X(whoop, "whoop") \
	X(withings, "withings") X(google_fit, "google-fit") X(jira, "jira") \
	X(tempo, "tempo") X(alertmanager, "alertmanager") \
	X(incident_io, "incident-io") X(opsgenie, "opsgenie") \
	X(grafana_oncall, "grafana-oncall") X(rootly, "rootly") \
	X(sentry, "sentry") X(victorops, "victorops") X(watson, "watson")
#define X(word, name) \
	void wk_port_##word(struct wk_port *port); \
	bool wk_port_detect_##word(const char *p, size_t n);
WK_PORT_ROWS(X)
#undef X

/* ---- the importers ---- */
void wk_port_csv(struct wk_port *port);
void wk_port_stages(struct wk_port *port);
void wk_port_activitywatch(struct wk_port *port);
void wk_port_wakatime(struct wk_port *port);
void wk_port_taskwarrior(struct wk_port *port);
void wk_port_saa(struct wk_port *port);
void wk_port_git(struct wk_port *port);
void wk_port_org(struct wk_port *port);
void wk_port_timeclock(struct wk_port *port);
void wk_port_klog(struct wk_port *port);
void wk_port_gtimelog(struct wk_port *port);
void wk_port_pagerduty(struct wk_port *port);
void wk_port_apple(struct wk_port *port);
void wk_port_apple_prepare(struct wk_port *port, struct wk_arena *a);
void wk_port_health_connect(struct wk_port *port);
void wk_port_gadgetbridge(struct wk_port *port);
/* A fact's activity and what was said of it; in out where it is both. */
const char *wk_port_hamster_title(const char *activity, const char *said,
    struct wk_buf *out);
void wk_port_hamster(struct wk_port *port);
void wk_port_hamster_xml(struct wk_port *port);
void wk_port_lite_prepare(struct wk_port *port, struct wk_arena *a);
void wk_port_ics(struct wk_port *port);
void wk_port_ics_prepare(struct wk_port *port, struct wk_arena *a);
void wk_port_timew_data(struct wk_port *port);
void wk_port_timew_json(struct wk_port *port);
bool wk_port_timew_time(const char *s, size_t len, int64_t *utc);
void wk_port_timew_init(const struct wk_port *port, struct wk_port_event *e,
    int64_t start, int64_t end, char id[WK_PORT_ID_MAX]);

/* ---- sandbox.c ---- */
/* After this the process can read 0, write 1 and 2, have memory, and end. Returns the
 * bits of what this kernel has not got. */
enum { WK_PORT_NO_LANDLOCK = 1, WK_PORT_NO_SECCOMP = 2 };
unsigned wk_port_sandbox(void) WK_USE;
