/* SPDX-License-Identifier: MIT */
/* What the files of render share: words and signs, wrapping, and the page that text and
 * Markdown both write, so that the two say the same. */
#pragma once

#include "wick/render.h"

/* ---- paint.c ---- */
bool wk_render_is_plain(const struct wk_paint *p);
void wk_render_paint(struct wk_buf *b, const struct wk_paint *p, const char *seq,
    const char *text);
const char *wk_render_sign(enum wk_band band);         /* = ▲ ▲▲ !! */
/* "▲ watch", or "? not enough known" where is_known is false. */
void wk_render_put_band(struct wk_buf *b, const struct wk_strain *x, bool is_known,
    const struct wk_paint *p);
bool wk_render_is_scaled(const struct wk_strain *x); /* raw points passed 100 together */
/* Two digits, cut: 0.2496 is stale and must not read 0.25. */
double wk_render_confidence(double c);
bool wk_render_is_known(const struct wk_strain *x);    /* confidence is not stale */
/* Tenths of a point: 314 -> "31.4"; with_sign: "+31.4". */
void wk_render_put_tenths(struct wk_buf *b, int tenths, bool with_sign);
int wk_render_tenths(double v);
/* Whole points, low downwards and high upwards: the score is always inside. */
void wk_render_put_range(struct wk_buf *b, const struct wk_strain *x, const char *to);
/* Words of text folded at 78 columns, every line indented; ends in a newline. col is the
 * column the cursor already stands in; a word longer than a line is cut. */
void wk_render_wrap(struct wk_buf *b, const char *text, size_t col, size_t indent);

/* ---- page: a document that text and Markdown write in their own way ---- */
struct wk_page_col {
	const char *head;
	size_t width;                  /* text: columns; the last column wraps */
	bool is_right;
};
struct wk_page_cell {
	const char *text;
	const char *seq;               /* escape sequence or NULL */
	double bar;                    /* share of the widest bar; 0: text alone */
};
enum wk_page_chart { WK_PAGE_STRAIN, WK_PAGE_SLEEP };
struct wk_page;
struct wk_page_style {
	void (*title)(struct wk_page *pg, const char *text);
	void (*heading)(struct wk_page *pg, const char *text);
	void (*lead)(struct wk_page *pg, const struct wk_strain *x, bool is_known,
	    const char *rest);
	void (*para)(struct wk_page *pg, const char *text);
	void (*item)(struct wk_page *pg, const char *text, bool is_foreign);
	void (*table)(struct wk_page *pg, const struct wk_page_col *cols, size_t n);
	void (*row)(struct wk_page *pg, const struct wk_page_col *cols,
	    const struct wk_page_cell *cells, size_t n);
	void (*end)(struct wk_page *pg);        /* of a table or a list of items */
	/* A picture of what the words around it say; NULL: words alone. */
	void (*chart)(struct wk_page *pg, const struct wk_report *r,
	    enum wk_page_chart which);
};
struct wk_page {
	const struct wk_page_style *style;
	const struct wk_paint *p;
	struct wk_buf *out;
	bool is_brief;                 /* work facts alone */
	enum { WK_PAGE_PROSE, WK_PAGE_LIST, WK_PAGE_TABLE } inside;  /* html */
};
void wk_page_chart(struct wk_page *pg, const struct wk_report *r,
    enum wk_page_chart which);
void wk_page_report(struct wk_page *pg, const struct wk_report *r,
    const struct wk_model *m, const struct wk_report_meta *meta);
bool wk_page_has_band(const struct wk_report *r);      /* enough is known to name one */
void wk_page_facts(struct wk_page *pg, const struct wk_report *r);
/* The whole of a brief report but its title. */
void wk_page_brief(struct wk_page *pg, const struct wk_report *r,
    const struct wk_report_meta *meta);
/* hours by day or week */
void wk_page_days(struct wk_page *pg, const struct wk_report *r);
/* v: as wk_indicators() */
void wk_page_indicators(struct wk_page *pg, const struct wk_indicator_value *v);
/* Those of them that tell of work alone, in the same table. */
void wk_page_work_indicators(struct wk_page *pg, const struct wk_indicator_value *v);
void wk_page_gaps(struct wk_page *pg, const struct wk_report *r); /* what is not known */
/* Days past on which the k-th kind of fact is not logged, and its name. */
enum { WK_PAGE_GAPS = 2 };
int wk_page_gap(const struct wk_report *r, size_t k, const char **name);
/* A few sentences that say it all; nothing where too little is known. */
void wk_page_short(struct wk_page *pg, const struct wk_report *r);
/* what its words mean */
void wk_page_reading(struct wk_page *pg, const struct wk_report *r,
    const struct wk_model *m);

/* ---- words of an indicator ---- */
void wk_render_put_value(struct wk_buf *b, double v, const char *unit);  /* "2 pages" */
void wk_render_put_limit(struct wk_buf *b, const struct wk_indicator *ind); /* "≤ 48" */
const char *wk_render_state_word(const struct wk_indicator *ind,
    const struct wk_indicator_value *v);                       /* ok over under ? - */
/* {"id":...}; with_words adds title and meaning. */
void wk_render_json_indicator(struct wk_buf *b, const struct wk_indicator *ind,
    const struct wk_indicator_value *v, bool with_words);

/* "changes":[...] */
void wk_render_json_shifts(struct wk_buf *b, const struct wk_shift *v, size_t n);

/* ---- formats ---- */
/* Change of the score since the day before the period, in tenths; only where r->change is
 * known. parts: the parts' own, or NULL. */
int wk_report_change(const struct wk_report *r, int parts[WK_PART_COUNT]);
wk_report_render wk_report_text, wk_report_md, wk_report_html, wk_report_json,
    wk_report_csv;

/* ---- html.c, svg.c ---- */
/* Text between tags or in a quoted attribute. */
void wk_html_put(struct wk_buf *b, const char *s);
/* 20261120T170000Z, as calendars and timewarrior write it (ics.c). */
void wk_render_put_utc(struct wk_buf *b, int64_t utc);
void wk_svg_bar(struct wk_buf *b, double share);       /* 0..1, as wide as its cell */
void wk_svg_strain(struct wk_buf *b, const struct wk_report *r);
void wk_svg_sleep(struct wk_buf *b, const struct wk_report *r);

/* ---- json ---- */
void wk_render_put_date(struct wk_buf *b, wk_date d);          /* 2026-11-19 */
void wk_render_json_key(struct wk_buf *b, const char *key);    /* "key": */
void wk_render_json_num(struct wk_buf *b, const char *key, double v, int digits);
void wk_render_json_int(struct wk_buf *b, const char *key, int v, bool is_known);
/* NULL: null */
void wk_render_json_str(struct wk_buf *b, const char *key, const char *v);
void wk_render_json_date(struct wk_buf *b, const char *key, wk_date d);
/* band, known, reserve, confidence and its word, low, high; the score is the caller's. */
void wk_render_json_strain(struct wk_buf *b, const struct wk_strain *x);
void wk_render_json_coverage(struct wk_buf *b, const struct wk_coverage *c, bool with_of);
void wk_render_json_advice(struct wk_buf *b, const struct wk_advice *v, size_t n);
