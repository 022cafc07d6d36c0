/* SPDX-License-Identifier: MIT */
/* render: facts into bytes for somebody. Core structs in, a buffer out; nothing else. */
#pragma once

#include "wick/core.h"

/* Colours for text that may go to a terminal; NULL = none. Every call paints one word. */
struct wk_paint {
	/* escape sequences */
	const char *band[WK_BAND_COUNT], *dim, *bold, *bad, *ok, *off;
	bool is_plain;                    /* words alone: no signs, arrows or bars */
};
const struct wk_paint *wk_paint_none(void);
const struct wk_paint *wk_paint_ansi(void);
const struct wk_paint *wk_paint_plain(void);                  /* for screen readers */

struct wk_report_meta {
	const char *generated;            /* ISO time; NULL: not told */
	const char *version;
	/* A page of work facts alone, to show to somebody: no sleep, no mood, no score,
	 * no notes; and what its owner asks for. Formats of pages only. */
	bool is_brief;
	const char *const *asks;
	size_t ask_count;
};
typedef void wk_report_render(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out);
struct wk_report_format { const char *name; wk_report_render *render; bool is_page; };
const struct wk_report_format *wk_report_formats(size_t *n);

/* series: PRODUCT's columns, in that order, of indices from..to-1. is_first: no
 * object came before them. */
void wk_render_series_csv_head(struct wk_buf *out);
void wk_render_series_csv(const struct wk_series *s, size_t from, size_t to,
    struct wk_buf *out);
void wk_render_series_json_head(struct wk_buf *out);
void wk_render_series_json_end(struct wk_buf *out);
void wk_render_series_json(const struct wk_series *s, size_t from, size_t to,
    bool is_first, struct wk_buf *out);
/* One line for people, status bars, `--format`. See PRODUCT for %-codes. */
struct wk_status_facts {
	bool has_score;
	wk_date day;
	const struct wk_strain *strain;
	struct wk_coverage coverage;
	int days_logged;
	bool is_held;
	char trend;
	bool is_silent_trend;
	const char *running;          /* "clock since 9:10", NULL */
};
void wk_render_status(const struct wk_status_facts *f, const struct wk_paint *p,
    struct wk_buf *out);
/* Unknown %-code: WK_ERR_INPUT naming it. */
enum wk_rc wk_render_status_format(const struct wk_status_facts *f, const char *fmt,
    struct wk_buf *out, struct wk_err *err) WK_USE;
void wk_render_status_json(const struct wk_status_facts *f, struct wk_buf *out);
void wk_render_status_waybar(const struct wk_status_facts *f, struct wk_buf *out);
/* A chart of n values (NAN = gap) in cols x rows; braille, blocks or ASCII. marks: values
 * with a dotted line. */
enum wk_chart_style { WK_CHART_ASCII, WK_CHART_BLOCKS, WK_CHART_BRAILLE };
struct wk_chart {
	const double *v; size_t n;
	double min, max;
	const double *marks; size_t mark_count;
	size_t cols, rows;            /* of the plot area, without axis */
	enum wk_chart_style style;
};
/* cells: rows*cols code points, row-major, 0x20 where nothing is. */
void wk_chart_cells(const struct wk_chart *c, struct wk_arena *a, uint32_t *cells);
/* The whole chart with axis and month labels, as lines. first: date of v[0]. */
void wk_chart_text(const struct wk_chart *c, wk_date first, struct wk_arena *a,
    struct wk_buf *out);
/* A fact with what is told about it, for other programs. Strings are borrowed. */
struct wk_told {
	struct wk_fact fact;          /* start and end both known, or the day d alone; an
					 end at the start is a moment */
	const char *id;               /* the same at every export */
	const char *title, *tags;     /* NULL; tags: a JSON array of strings */
};
/* now: UTC, when the calendar was made. */
void wk_render_ics(const struct wk_told *v, size_t n, int64_t now, struct wk_buf *out);
/* v: work with times, ascending, none over another. */
void wk_render_timew(const struct wk_told *v, size_t n, struct wk_buf *out);
/* What a collector asks for now: a gauge with the help of its own; NAN: not known, and
 * not written. label NULL, or name="value" with value escaped here. */
struct wk_gauge { const char *name, *help, *label, *label_value; double v; };
void wk_render_prometheus(const struct wk_gauge *v, size_t n, struct wk_buf *out);
/* One line a day, at midnight UTC of its date, of what is known. */
void wk_render_influx(const struct wk_day *v, size_t n, bool with_sleep,
    bool with_checkin, struct wk_buf *out);
/* RFC 4180 cell; excel_safe prefixes ' to text that a spreadsheet would run. */
void wk_csv_put_cell(struct wk_buf *b, const char *s, bool excel_safe);
/* explain: contributions in points, what they come from, coverage, constants used. */
void wk_render_explain(const struct wk_series *s, size_t i, const struct wk_model *m,
    const struct wk_paint *p, struct wk_buf *out);
void wk_render_explain_json(const struct wk_series *s, size_t i, const struct wk_model *m,
    struct wk_buf *out);
void wk_render_explain_indicator(const struct wk_series *s, size_t i,
    const struct wk_model *m, const struct wk_indicator *ind, const struct wk_paint *p,
    struct wk_buf *out);
/* explain --personal: v and known as wk_personal_run gave them for that day. */
void wk_render_personal(const struct wk_personal *v, size_t n, int known, wk_date day,
    const struct wk_paint *p, struct wk_buf *out);
void wk_render_personal_json(const struct wk_personal *v, size_t n, int known,
    wk_date day, struct wk_buf *out);
/* ---- forecast: where a plan leads, and what would be enough ---- */
enum wk_solve { WK_SOLVE_NONE, WK_SOLVE_HOURS, WK_SOLVE_REST };
struct wk_outlook {
	const struct wk_strain *now;  /* the day it goes on from */
	wk_date today;
	struct wk_plan plan;          /* with the answer in it where there is one */
	const char *words;            /* of the plan, as typed; NULL: the own week */
	struct wk_forecast f;         /* at least as many days as are shown */
	size_t days;                  /* shown */
	enum wk_band goal;
	int until;                    /* days after now; -1: not within 52 weeks */
	enum wk_solve solve;
	size_t by;                    /* days after now */
	double hours;                 /* as wk_solve_hours */
	int rest;                     /* as wk_solve_rest */
	double score_by;              /* with the answer, or with the most there is */
	const char *answer; /* --plan with the answer in it; NULL: none needed */
};
void wk_render_forecast(const struct wk_outlook *o, const struct wk_paint *p,
    struct wk_buf *out);
void wk_render_forecast_json(const struct wk_outlook *o, struct wk_buf *out);
/* Every indicator at index i: a table and what each means; the same as JSON; a row for
 * every indicator of every day from..to-1. */
void wk_render_indicators(const struct wk_series *s, size_t i, const struct wk_model *m,
    const struct wk_paint *p, struct wk_buf *out);
void wk_render_indicators_json(const struct wk_series *s, size_t i,
    const struct wk_model *m, struct wk_buf *out);
void wk_render_indicators_csv_head(struct wk_buf *out);
void wk_render_indicators_csv(const struct wk_series *s, size_t from, size_t to,
    const struct wk_model *m, struct wk_buf *out);
/* ---- a mail: RFC 5322, multipart/alternative, short lines that end in CRLF ---- */
struct wk_mail {
	const char *message_id;       /* with its brackets */
	const char *from;             /* "a@b" or "Name <a@b>", any letters in the name */
	const char *to, *subject;
	int64_t at;                   /* UTC */
	int32_t off;                  /* s east of it */
	const char *text, *html;
};
void wk_render_mail(const struct wk_mail *m, struct wk_buf *out);
/* The address of a mailbox, in place: "a@b" of "Name <a@b>". false: there is none that
 * could stand in a header and in an envelope. */
bool wk_mail_address(const char *mailbox, const char **at, size_t *n) WK_USE;

/* ---- a week that is shared, as the bytes that leave (share.c) ---- */
struct wk_share_doc {
	const struct wk_share_week *week;
	const char *name, *source, *person, *basis;     /* 2026-W47; work or all */
	int64_t rev, gen;
	wk_date monday;
	bool has_figures;                               /* level indicators */
};
void wk_render_share(const struct wk_share_doc *d, struct wk_buf *b);        /* a hub's */
void wk_render_share_event(const struct wk_share_doc *d, struct wk_buf *b);  /* webhook */
void wk_render_share_influx(const struct wk_share_doc *d, struct wk_buf *b); /* a line */
