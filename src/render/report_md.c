/* SPDX-License-Identifier: MIT */
/* A report as Markdown, for pasting into a document. No colours. */
#include "internal.h"

static void
title(struct wk_page *pg, const char *text)
{
	wk_buf_addf(pg->out, "# %s\n\n", text);
}

static void
heading(struct wk_page *pg, const char *text)
{
	wk_buf_addf(pg->out, "## %s\n\n", text);
}

static void
lead(struct wk_page *pg, const struct wk_strain *x, bool is_known, const char *rest)
{
	wk_buf_adds(pg->out, "**");
	wk_render_put_band(pg->out, x, is_known, wk_paint_none());
	wk_buf_addf(pg->out, "**%s%s\n\n", strchr(",:", *rest) != NULL ? "" : " ",
	    rest);
}

static void
para(struct wk_page *pg, const char *text)
{
	wk_buf_addf(pg->out, "%s\n\n", text);
}

/* Text that somebody typed must not become markup, nor call a person of that name. */
static void
put_foreign(struct wk_buf *b, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("\\`*_{}[]<>#|~&!$", *text) != NULL)
			wk_buf_addc(b, '\\');
		wk_buf_addc(b, *text);
		if (*text == '@')
			wk_buf_adds(b, "<!-- -->");
	}
}

static void
item(struct wk_page *pg, const char *text, bool is_foreign)
{
	wk_buf_adds(pg->out, "- ");
	if (is_foreign)
		put_foreign(pg->out, text);
	else
		wk_buf_adds(pg->out, text);
	wk_buf_addc(pg->out, '\n');
}

static void
table(struct wk_page *pg, const struct wk_page_col *cols, size_t n)
{
	for (size_t k = 0; k < n; k++)
		wk_buf_addf(pg->out, "| %s ", cols[k].head);
	wk_buf_adds(pg->out, "|\n");
	for (size_t k = 0; k < n; k++)
		wk_buf_adds(pg->out, cols[k].is_right ? "| ---: " : "| --- ");
	wk_buf_adds(pg->out, "|\n");
}

/* A bar inside a cell would end it. */
static void
put_cell(struct wk_buf *b, const char *text)
{
	for (const char *s = text; *s != '\0'; s++) {
		if (*s == '|')
			wk_buf_addc(b, '\\');
		wk_buf_addc(b, *s);
	}
	wk_buf_adds(b, *text != '\0' ? " " : "");
}

static void
row(struct wk_page *pg, const struct wk_page_col *cols, const struct wk_page_cell *cells,
    size_t n)
{
	(void)cols;
	for (size_t k = 0; k < n; k++) {
		wk_buf_adds(pg->out, "| ");
		put_cell(pg->out, cells[k].text);
	}
	wk_buf_adds(pg->out, "|\n");
}

static void
end(struct wk_page *pg)
{
	wk_buf_addc(pg->out, '\n');
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
wk_report_md(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out)
{
	struct wk_page pg = { .style = &style, .p = wk_paint_none(), .out = out };

	(void)p;
	wk_page_report(&pg, r, m, meta);
	while (out->len > 1 && out->p[out->len - 1] == '\n' &&
	    out->p[out->len - 2] == '\n')
		out->p[--out->len] = '\0';
}
