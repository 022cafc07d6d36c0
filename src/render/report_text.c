/* SPDX-License-Identifier: MIT */
/* A report as plain text of at most 80 columns. */
#include "internal.h"

#define MOST_COLS 8

static const char *
seq_bold(const struct wk_page *pg)
{
	return pg->p == NULL ? NULL : pg->p->bold;
}

static void
title(struct wk_page *pg, const char *text)
{
	wk_render_paint(pg->out, pg->p, seq_bold(pg), text);
	wk_buf_addc(pg->out, '\n');
}

static void
heading(struct wk_page *pg, const char *text)
{
	wk_buf_addc(pg->out, '\n');
	wk_render_paint(pg->out, pg->p, seq_bold(pg), text);
	wk_buf_addc(pg->out, '\n');
}

static void
lead(struct wk_page *pg, const struct wk_strain *x, bool is_known, const char *rest)
{
	struct wk_buf words;

	wk_buf_init(&words);
	wk_render_put_band(&words, x, is_known, wk_paint_none());
	wk_buf_adds(pg->out, "  ");
	wk_render_put_band(pg->out, x, is_known, pg->p);
	wk_buf_adds(pg->out, strchr(",:", *rest) != NULL ? "" : " ");
	wk_render_wrap(pg->out, rest, 3 + wk_text_width(words.p), 2);
	wk_buf_fini(&words);
}

static void
para(struct wk_page *pg, const char *text)
{
	wk_buf_adds(pg->out, "  ");
	wk_render_wrap(pg->out, text, 2, 2);
}

static void
item(struct wk_page *pg, const char *text, bool is_foreign)
{
	(void)is_foreign;
	wk_buf_adds(pg->out, "  - ");
	wk_render_wrap(pg->out, text, 4, 4);
}

static void
trim_line(struct wk_buf *b)
{
	while (b->len > 0 && b->p[b->len - 1] == ' ')
		b->p[--b->len] = '\0';
}

static size_t
put_cell(struct wk_page *pg, const struct wk_page_col *col,
    const struct wk_page_cell *cell)
{
	size_t width = wk_text_width(cell->text);
	size_t pad = width < col->width ? col->width - width : 0;

	if (col->is_right)
		wk_buf_fill(pg->out, ' ', pad);
	wk_render_paint(pg->out, pg->p, cell->seq, cell->text);
	if (!col->is_right)
		wk_buf_fill(pg->out, ' ', pad);
	wk_buf_adds(pg->out, "  ");
	return width + pad + 2;
}

static void
row(struct wk_page *pg, const struct wk_page_col *cols, const struct wk_page_cell *cells,
    size_t n)
{
	size_t col = 2;

	wk_buf_adds(pg->out, "  ");
	for (size_t k = 0; k + 1 < n; k++)
		col += put_cell(pg, &cols[k], &cells[k]);
	if (cells[n - 1].seq != NULL) {
		wk_render_paint(pg->out, pg->p, cells[n - 1].seq, cells[n - 1].text);
		wk_buf_addc(pg->out, '\n');
		return;
	}
	if (cells[n - 1].text[0] != '\0') {
		wk_render_wrap(pg->out, cells[n - 1].text, col, col);
		return;
	}
	trim_line(pg->out);
	wk_buf_addc(pg->out, '\n');
}

/* A table whose last column is named has its names above; bars explain themselves. */
static void
table(struct wk_page *pg, const struct wk_page_col *cols, size_t n)
{
	struct wk_page_cell cells[MOST_COLS] = { 0 };

	if (n > MOST_COLS || cols[n - 1].head[0] == '\0')
		return;
	for (size_t k = 0; k < n; k++)
		cells[k] = (struct wk_page_cell){ cols[k].head,
			pg->p == NULL ? NULL : pg->p->dim, 0 };
	row(pg, cols, cells, n);
}

static void
end(struct wk_page *pg)
{
	(void)pg;
}

static const struct wk_page_style style = {
	.title = title,
	.heading = heading,
	.lead = lead,
	.para = para,
	.item = item,
	.table = table,
	.row = row,
	.end = end,
};

void
wk_report_text(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out)
{
	struct wk_page pg = { .style = &style, .p = p, .out = out };

	wk_page_report(&pg, r, m, meta);
}
