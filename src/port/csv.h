/* SPDX-License-Identifier: MIT */
/* csv: which column is what, and what a cell means. */
#pragma once

#include "port.h"

enum csv_field { CSV_DATE, CSV_START, CSV_END, CSV_DURATION, CSV_KIND, CSV_TITLE,
	CSV_TAGS, CSV_PROJECT, CSV_ID, CSV_TZ, CSV_SEVERITY, CSV_MINUTES, CSV_WOKE,
	CSV_NOISE, CSV_BED, CSV_WAKE, CSV_HOURS, CSV_SLEEP, CSV_BREAK, CSV_WAKES,
	CSV_INCIDENTS, CSV_ONCALL, CSV_ENERGY, CSV_STRESS, CSV_MOOD, CSV_SHORT_REST,
	CSV_LEAVE, CSV_NOTE, CSV_ASLEEP, CSV_FIELD_COUNT };

enum csv_order { CSV_ORDER_UNKNOWN, CSV_ORDER_DMY, CSV_ORDER_MDY, CSV_ORDER_MIXED };
enum csv_decimal { CSV_POINT, CSV_COMMA, CSV_EITHER };

enum { CSV_PARTS_MAX = 4 };
struct csv_map {
	struct {
		size_t col[CSV_PARTS_MAX];      /* joined by a blank */
		size_t n;                       /* 0: not in this file */
	} of[CSV_FIELD_COUNT];
	enum wk_kind kind;              /* of rows with a start or a duration */
	enum csv_order order;           /* of 1/2/2026 */
	enum csv_decimal decimal;
	double unit_min;                /* of a bare number as duration; NAN: refused */
	char source[32];                /* "" : csv */
	bool is_daily;                  /* known by wick's own column names */
	bool is_dash_empty;             /* a cell of one dash says nothing */
	bool is_utc;                    /* clocks are UTC, the offset is where it was */
};
/* Reads the spec ("start=Begin,end=Finish+Time,dates=dmy") against the row c stands on.
 * WK_ERR_INPUT: the spec is wrong; WK_ERR_NOTFOUND: this row has not the columns. */
enum wk_rc csv_map_spec(struct csv_map *m, const char *spec, const struct wk_csv *c,
    struct wk_err *err);
/* By a known profile, else by wick's own names: is this row a header? */
bool csv_map_header(struct csv_map *m, const struct wk_csv *c);
enum { CSV_LIST_MAX = 100 };
void csv_map_list_columns(const struct wk_csv *c, char out[CSV_LIST_MAX]);
void csv_map_init(struct csv_map *m);
bool csv_map_has_fields(const struct csv_map *m);
/* Names the columns that nothing uses, when the names are wick's own. */
void csv_map_note_unused(struct wk_port *port, const struct csv_map *m,
    const struct wk_csv *c);

/* One row being read. */
struct csv_row {
	struct wk_port *port;
	struct csv_map *map;
	const struct wk_csv *csv;
	struct wk_arena *arena;         /* of this row */
	struct wk_err err;
	wk_date date;                   /* WK_DATE_NONE: the file has no such column */
	bool has_off;                   /* a zone column said so */
	int32_t off;
	bool is_leave;                  /* the row's leave is an event, not a day's */
};
/* The trimmed text of a field, "" when not given. */
const char *csv_cell(const struct csv_row *r, enum csv_field f);
const char *csv_field_name(enum csv_field f);

/* ---- csv_value.c: every one refuses what it does not understand ---- */
bool csv_read_date(struct csv_row *r, const char *s, wk_date *out);
/* A number of the field's cell; NAN when empty. */
bool csv_read_real(struct csv_row *r, enum csv_field f, double min, double max,
    double *out);
bool csv_read_int(struct csv_row *r, enum csv_field f, int min, int max, int *out);
bool csv_read_flag(struct csv_row *r, enum csv_field f, int *out);
/* Minutes: 02:10:43, 1h30m, or a bare number in unit_min; NAN when empty. */
bool csv_read_duration(struct csv_row *r, enum csv_field f, double unit_min, double *out);

/* Minutes asleep, the columns added up; NAN when all are empty. */
bool csv_read_asleep(struct csv_row *r, double *out);

/* ---- csv_time.c ---- */
struct csv_moment {
	int64_t utc, wall;
	int32_t off;
	unsigned flags;
	bool is_clock;                  /* only a time of day was written */
};
bool csv_read_zone(struct csv_row *r);
/* start: NULL, or the moment this one is the end of. */
bool csv_read_moment(struct csv_row *r, enum csv_field f, const struct csv_moment *start,
    struct csv_moment *out);
void csv_fit_fold(const struct csv_row *r, int64_t stated_s, struct csv_moment *start,
    struct csv_moment *end);
/* bed and wake on the date of waking. */
bool csv_read_night(struct csv_row *r, struct csv_moment *bed, struct csv_moment *wake);

/* ---- csv_day.c: the typed fields of a day ---- */
struct csv_day {
	struct wk_typed typed;
	const char *note;               /* NULL */
	uint32_t given;                 /* 1u << field for each that is not empty */
	struct wk_incident *incidents;
	size_t incident_count;
};
bool csv_read_day(struct csv_row *r, struct csv_day *out);
/* Is there more than a 0 that stands for "not said" (wakes, oncall, short_rest)? */
bool csv_day_says(const struct csv_day *d);
void csv_day_put(const struct csv_row *r, const struct csv_day *d);
bool csv_read_severity(struct csv_row *r, enum csv_field f, const char *s, int *out);
const char *csv_source(const struct csv_row *r);    /* NULL: csv */
