/* SPDX-License-Identifier: MIT */
/* One JSON line: its members by key, and what they say. */
#pragma once

#include "internal.h"

#define WK_LINE_KEYS(X) \
X(KIND, "kind") X(START, "start") X(END, "end") X(DAY, "day") X(DUR, "dur") X(TZ, "tz") \
X(SOURCE, "source") X(SCOPE, "scope") X(ID, "id") X(REV, "rev") X(SEVERITY, "severity") \
X(MINUTES, "minutes") X(WOKE, "woke") X(NOISE, "noise") X(CATEGORY, "category") \
X(LEAVE, "leave") X(TITLE, "title") X(TAGS, "tags") X(META, "meta") X(FLAGS, "flags") \
X(LOCKED, "locked") X(DELETED, "deleted") X(HOURS, "hours") X(BREAK, "break") \
X(SLEEP, "sleep") X(WAKES, "wakes") X(SHORT_REST, "short_rest") X(ONCALL, "oncall") \
X(ENERGY, "energy") X(STRESS, "stress") X(MOOD, "mood") X(NOTE, "note") \
X(PORT, "wick-port") X(IMPORTER, "importer") X(ZONE, "zone") X(ERROR, "error") \
X(LINE, "line") X(SKIP, "skip") X(SURVEY, "survey") X(ITEMS, "items") \
X(SCORE, "score")

enum line_key {
#define X(name, text) K_##name,
	WK_LINE_KEYS(X)
#undef X
	K_COUNT
};
enum member_type { M_ABSENT, M_TEXT, M_NUMBER, M_FLAG, M_ARRAY, M_OBJECT };
struct member { enum member_type type; const char *text; double number; };

struct line {
	struct member m[K_COUNT];
	struct wk_buf extra;           /* unknown members, "key":value,... */
	struct wk_arena *arena;
	const struct wk_zone *zone;    /* the import's */
	struct wk_store *store;        /* keeps the zones that lines name */
};

/* A member that is not null; the member's text ends in NUL, the key's bytes do not. */
typedef void wk_line_member(void *ctx, const char *key, size_t len,
    const struct member *m);
/* line_json.c: every member of the one object that `text` is. */
enum wk_rc wk_line_json(const char *text, size_t len, struct wk_arena *a,
    wk_line_member *put, void *ctx, struct wk_err *err) WK_USE;

/* Absent: *out is left alone. Wrong: WK_ERR_INPUT names key and value. */
enum wk_rc wk_line_text(const struct line *l, enum line_key k, const char **out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_line_real(const struct line *l, enum line_key k, double min, double max,
    double *out, struct wk_err *err) WK_USE;
enum wk_rc wk_line_int(const struct line *l, enum line_key k, int min, int max, int *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_line_flag(const struct line *l, enum line_key k, int *out,
    struct wk_err *err)
    WK_USE;
enum wk_rc wk_line_date(const struct line *l, enum line_key k, wk_date *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_line_leave(const struct line *l, enum wk_leave *out,
    struct wk_err *err) WK_USE;
enum wk_rc wk_line_unsigned(const struct line *l, enum line_key k, unsigned *out,
    struct wk_err *err) WK_USE;
/* line_event.c, line_day.c */
enum wk_rc wk_line_read_event(const struct line *l, enum wk_kind kind,
    struct wk_line *out, struct wk_err *err) WK_USE;
enum wk_rc wk_line_read_day(const struct line *l, struct wk_line *out, struct wk_err *err)
    WK_USE;
enum wk_rc wk_line_read_survey(const struct line *l, struct wk_line *out,
    struct wk_err *err) WK_USE;
