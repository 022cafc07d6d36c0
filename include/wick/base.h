/* SPDX-License-Identifier: MIT */
/* base: what every other folder stands on. libc and libmd only; no wick knowledge.
 *
 * Memory: an allocation that fails ends the process with exit status 1 and one line on
 * stderr (wk_mem_die). Nothing is lost by that: facts are durable at COMMIT and not
 * before, files are replaced by rename. So no function here returns NULL for memory.
 */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define WK_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define WK_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define WK_USE __attribute__((warn_unused_result))
#define WK_MIN(a, b) ((a) < (b) ? (a) : (b))
#define WK_MAX(a, b) ((a) > (b) ? (a) : (b))

/* ---- err: what went wrong. Values are the exit statuses of the programs. ---- */
enum wk_rc {
	WK_OK = 0,
	WK_ERR_FAIL = 1,      /* failed for a reason of the machine */
	WK_ERR_INPUT = 2, /* wrong usage, bad input, bad config: nothing was written */
	WK_ERR_ALERT = 3,     /* reserved for `check` */
	WK_ERR_NOTFOUND = 4,  /* nothing found */
	WK_ERR_CONFLICT = 5,  /* the change collides with another */
	WK_ERR_STORE = 6,     /* the store cannot be used */
	WK_ERR_NETWORK = 7,
	WK_ERR_INTR = 130,    /* interrupted by the user */
};

struct wk_err {
	enum wk_rc rc;
	char msg[256]; /* lower case, names the thing and the value, no full stop */
};

/* Fills *err (may be NULL) and returns rc, so that callers write `return
 * wk_fail(...)`. */
enum wk_rc wk_fail(struct wk_err *err, enum wk_rc rc, const char *fmt, ...)
    WK_PRINTF(3, 4);

/* ---- mem ---- */
void *wk_mem_alloc(size_t n);                       /* zeroed; never NULL */
void *wk_mem_realloc(void *p, size_t n);            /* never NULL */
/* array growth, checked */
void *wk_mem_grow(void *p, size_t *cap, size_t want, size_t size);
char *wk_mem_strdup(const char *s);
void wk_mem_free(void *p);
/* From now on what is large goes back to the kernel when it is freed. */
void wk_mem_give_back(void);
/* What was freed goes back to the kernel: for who waits long now. */
void wk_mem_trim(void);
_Noreturn void wk_mem_die(void);
static inline void
wk_mem_autofree(void *pp)
{
	void **p = pp;
	wk_mem_free(*p);
}
#define WK_AUTOFREE __attribute__((cleanup(wk_mem_autofree)))

/* ---- arena: lists that live together die together ---- */
struct wk_arena {
	struct wk_arena_block *head;
};
void wk_arena_init(struct wk_arena *a);
void wk_arena_fini(struct wk_arena *a);             /* also leaves it usable again */
void *wk_arena_alloc(struct wk_arena *a, size_t n); /* zeroed, aligned for anything */
char *wk_arena_strdup(struct wk_arena *a, const char *s);    /* NULL gives NULL */
char *wk_arena_strndup(struct wk_arena *a, const char *s, size_t n);
char *wk_arena_printf(struct wk_arena *a, const char *fmt, ...) WK_PRINTF(2, 3);
#define WK_ARENA_NEW(a, T) ((T *)wk_arena_alloc((a), sizeof(T)))
#define WK_ARENA_ARRAY(a, T, n) ((T *)wk_arena_alloc((a), sizeof(T) * (n)))

/* ---- buf: bounded growing bytes; always NUL-terminated; .p is never NULL after init */
struct wk_buf {
	char *p;
	size_t len, cap;
};
void wk_buf_init(struct wk_buf *b);
void wk_buf_fini(struct wk_buf *b);
void wk_buf_clear(struct wk_buf *b);
void wk_buf_add(struct wk_buf *b, const void *p, size_t n);
void wk_buf_adds(struct wk_buf *b, const char *s);
void wk_buf_addc(struct wk_buf *b, char c);
void wk_buf_fill(struct wk_buf *b, char c, size_t n);        /* n times c */
/* Where the next n bytes go; what is written there counts after wk_buf_used. */
char *wk_buf_room(struct wk_buf *b, size_t n);
void wk_buf_used(struct wk_buf *b, size_t n);
void wk_buf_addf(struct wk_buf *b, const char *fmt, ...) WK_PRINTF(2, 3);
void wk_buf_vaddf(struct wk_buf *b, const char *fmt, va_list ap) WK_PRINTF(2, 0);
char *wk_buf_take(struct wk_buf *b); /* caller frees; b is empty */

/* ---- text ---- */
/* Whole string must be a number; false leaves *out alone. Locale-independent. */
bool wk_text_parse_int(const char *s, long min, long max, long *out) WK_USE;
bool wk_text_parse_double(const char *s, double min, double max, double *out) WK_USE;
bool wk_text_same(const char *a, const char *b);    /* or both NULL */
bool wk_text_eq_nocase(const char *a, const char *b);        /* ASCII case only */
bool wk_text_starts(const char *s, const char *prefix);
char *wk_text_trim(char *s); /* in place; returns the start */
/* Levenshtein with transposition; at most 64 bytes each, longer gives 99. */
size_t wk_text_distance(const char *a, const char *b);
/* The candidate nearest to word, or NULL when none is near enough (distance <= 2 and less
 * than half the word, or a unique prefix). get(i) returns NULL at the end. */
const char *wk_text_nearest(const char *word, const char *(*get)(const void *ctx,
    size_t i), const void *ctx);
bool wk_text_utf8_valid(const char *s, size_t n);
/* Decodes one code point; returns bytes used (1 and U+FFFD for a bad byte, 0 at the
 * end). */
size_t wk_text_utf8_next(const char *s, size_t n, uint32_t *cp);
size_t wk_text_utf8_put(uint32_t cp, char out[4]);           /* bytes written */
/* Controls, what turns text round, what nobody sees. */
bool wk_text_is_hostile(uint32_t cp);
/* The one door through which foreign text reaches a terminal: C0, DEL, C1, bidi controls,
 * U+2028/9, tag characters and bad UTF-8 become '?' (newline and tab become a space). */
void wk_text_safe(struct wk_buf *out, const char *s);
const char *wk_text_safe_dup(struct wk_arena *a, const char *s);
size_t wk_text_width(const char *s); /* terminal columns (wcwidth) */
size_t wk_text_width_of(const char *s, size_t n);       /* of its first n bytes */
/* Longest prefix of s that fits `cols` columns, in bytes. */
size_t wk_text_fit(const char *s, size_t cols);

/* A duration: 9h, 8h30m, 90m, 7.5h, 7:30, 3d, 2w, 45s is refused; a bare number is
 * refused. allow_clock: whether H:MM may be a length here (see PRODUCT's rule; the caller
 * decides). Result in minutes. On failure err says which forms are accepted. */
enum wk_rc wk_text_parse_duration(const char *s, double *min, struct wk_err *err) WK_USE;
/* "8 h 20" / "45 min" / "0 min": for people. Rounds to the minute. */
void wk_text_put_duration(struct wk_buf *b, double min);
/* "8h20m", "45m", "8h": what the command line accepts back. */
void wk_text_put_duration_short(struct wk_buf *b, double min);
/* A number with so many decimals, digit for digit as printf's %.*f; returns its bytes, no
 * NUL after them. Cheap up to 9 decimals and 15 digits. */
enum { WK_TEXT_FIXED = 400 };
size_t wk_text_fixed(char out[WK_TEXT_FIXED], double v, int decimals);
void wk_text_put_fixed(struct wk_buf *b, double v, int decimals);
/* The same without trailing zeros: 8, 8.5, 9.285714286; -0 is 0. */
size_t wk_text_number(char out[WK_TEXT_FIXED], double v, int decimals);
void wk_text_put_number(struct wk_buf *b, double v, int decimals);

/* ---- date: days since 1970-01-01 (negative before), proleptic Gregorian ---- */
typedef int32_t wk_date; /* the one typedef: a unit, not a struct */
#define WK_DATE_NONE INT32_MIN
wk_date wk_date_from_civil(int y, int m, int d);
void wk_date_to_civil(wk_date date, int *y, int *m, int *d);
int wk_date_weekday(wk_date date);                  /* 0 Monday .. 6 Sunday */
void wk_date_iso_week(wk_date date, int *year, int *week);
/* its Monday; WK_DATE_NONE if no such week */
wk_date wk_date_from_iso_week(int year, int week);
/* YYYY-MM-DD, years 1900-2199 */
bool wk_date_parse_iso(const char *s, wk_date *out) WK_USE;
void wk_date_format(wk_date date, char out[11]);    /* YYYY-MM-DD */
const char *wk_date_weekday_name(int weekday, bool full);     /* Mon / Monday */
const char *wk_date_month_name(int month, bool full);         /* 1..12 */
void wk_date_put_day(struct wk_buf *b, wk_date date);         /* Thu 19 Nov */

/* ---- zone: TZif reader over the system's tzdata ---- */
struct wk_zone;                                     /* immutable after load */
/* name: IANA name, "UTC", "" or NULL (= the TZ variable, else /etc/localtime), a fixed
 * offset "+01:00", or a POSIX rule "CET-1CEST,M3.5.0,M10.5.0/3". Unknown: WK_ERR_INPUT.
 * The zone lives in the arena. */
enum wk_rc wk_zone_load(const char *name, struct wk_arena *a, const struct wk_zone **out,
    struct wk_err *err) WK_USE;
const char *wk_zone_name(const struct wk_zone *z);  /* IANA name or "+01:00" */
int32_t wk_zone_offset(const struct wk_zone *z, int64_t utc);  /* seconds east of UTC */
enum wk_zone_kind { WK_ZONE_UNIQUE, WK_ZONE_GAP, WK_ZONE_FOLD };
/* Wall-clock seconds (as if UTC) -> UTC. GAP: the time does not exist, *first is it moved
 * forward by the gap (= *second). FOLD: it exists twice, *first is earlier. */
enum wk_zone_kind wk_zone_local(const struct wk_zone *z, int64_t wall, int64_t *first,
    int64_t *second);
/* Policy of IMPORTS 2.1: a start takes the first occurrence; an end the first one that is
 * not before start. */
int64_t wk_zone_start(const struct wk_zone *z, int64_t wall, enum wk_zone_kind *kind);
int64_t wk_zone_end(const struct wk_zone *z, int64_t wall, int64_t start_utc,
    enum wk_zone_kind *kind);
/* "2026-11-20T18:00:00+01:00" (Z for offset 0 when zulu). */
void wk_zone_put_iso(struct wk_buf *b, int64_t utc, int32_t off, bool zulu);
/* ISO 8601 with offset or Z, or without (then off_known=false and *utc is wall seconds);
 * fraction of 1-9 digits is dropped; 'T' or blank. */
bool wk_zone_parse_iso(const char *s, int64_t *utc, int32_t *off, bool *off_known) WK_USE;

/* ---- clock: the only reader of the time and of TZ ---- */
/* fixed: "2026-11-20T18:00[:SS]" local in z, or NULL for the real clock. */
enum wk_rc wk_clock_now(const char *fixed, const struct wk_zone *z, int64_t *utc,
    struct wk_err *err) WK_USE;
int64_t wk_clock_mono_ms(void);
int64_t wk_clock_mono_us(void);

/* ---- json: writing; reading is the store's (a line), the port's or SQLite's ---- */
/* quotes; bad UTF-8 -> U+FFFD */
void wk_json_put_string(struct wk_buf *b, const char *s);
void wk_json_put_number(struct wk_buf *b, double v, int digits); /* NAN -> null */
/* The next string of an array of strings as SQLite gives them; p begins at the array,
 * then is what came back. NULL: there is no more. */
const char *wk_json_next_string(const char *p, struct wk_buf *out);

/* ---- base64 ---- */
void wk_base64_put(struct wk_buf *b, const void *p, size_t n);
/* false: it is none; what came before is in out. */
bool wk_base64_read(const char *s, struct wk_buf *out) WK_USE;

/* ---- hash (libmd) ---- */
/* SHA-256 of bytes that come in pieces. */
struct wk_hash { uint64_t state[32]; };
void wk_hash_begin(struct wk_hash *h);
void wk_hash_add(struct wk_hash *h, const void *p, size_t n);
void wk_hash_end(struct wk_hash *h, char hex[65]);
void wk_hash_sha256(const void *p, size_t n, char hex[65]);
/* HMAC-SHA-256 (RFC 2104). */
void wk_hash_hmac(const void *key, size_t key_len, const void *p, size_t n,
    uint8_t out[32]);

/* ---- file ---- */
enum wk_rc wk_file_read(const char *path, size_t max, struct wk_buf *out,
    struct wk_err *err)
    WK_USE;
/* A file without a name in the same folder (else a temporary one, O_EXCL|O_NOFOLLOW),
 * write, fsync, rename, fsync of the folder. On failure the old file stays and the
 * temporary one is gone. An old file keeps its mode; mode is that of a new one. */
enum wk_rc wk_file_write_safe(const char *path, const void *p, size_t n, unsigned mode,
    struct wk_err *err) WK_USE;
/* To read and write, 0600, gone with its last descriptor: in the folder of `beside`, else
 * in one for temporary files; -1 where none of them can do that. */
int wk_file_open_nameless(const char *beside);
/* Creates path and its parents, 0700 each that is missing. */
enum wk_rc wk_file_mkdirs(const char *path, struct wk_err *err) WK_USE;
bool wk_file_exists(const char *path);
enum wk_rc wk_file_write_all(int fd, const void *p, size_t n, struct wk_err *err) WK_USE;
