/* SPDX-License-Identifier: MIT */
/* JSON that is a list of records with fields: a source is a few rows that say where the
 * list is and which field is what. What a row cannot say its amend does. */
#pragma once

#include "json.h"
#include "who.h"

enum { ROW_PATHS = 6, ROW_TAGS = 11 };
enum {
	ROW_DAY = 1,    /* a length of the day it began on, whatever its clock says */
	ROW_UTC = 2,    /* a time without offset is UTC */
	ROW_NOISE = 4,  /* nobody was called */
};

struct row {
	const char *place;              /* of wk_json_read */
	const char *must;              /* a record without this field is something else */
	const char *kind;               /* NULL: refused, and why says it */
	const char *why;
	/* of each the first path that is there counts */
	const char *start[ROW_PATHS], *end[ROW_PATHS], *title[ROW_PATHS];
	const char *id[ROW_PATHS];      /* all of them, joined */
	const char *only_id;            /* there is but one: of what runs */
	const char *tags[ROW_TAGS];
	const char *length[ROW_PATHS];  /* added up; of a sleep what was slept */
	double length_unit_s;
	const char *day;                /* a date */
	const char *zone;               /* an offset */
	const char *stated_ms;          /* tells the hours of a fold apart */
	const char *severity;
	const char *me[ROW_PATHS];      /* whose it is, for --map me= */
	const char *skip_field, *skip_values;   /* "deleted|rest" */
	unsigned flags;
	/* false: the record is left out, and if that is wrong an error line says so */
	bool (*amend)(struct wk_port *port, const struct wk_json_record *rec,
	    struct wk_port_event *e);
};

struct row_format {
	const char *name;
	/* of what the first bytes hold: "a&b|c&!d" is a and b, or c without d; "[[" is a
	 * list of lists */
	const char *signs;
	struct row rows[7];
};
extern const struct row_format wk_row_formats[];
extern const size_t wk_row_format_count;

bool wk_rows_detect(const char *format, const char *p, size_t n);
void wk_rows_read(struct wk_port *port, const char *format);
/* What a severity is called: critical, P1, SEV-2, ...: 0..5, -1 when that says
 * nothing. */
int wk_rows_severity(const char *s);
