/* SPDX-License-Identifier: MIT */
/* A report as one HTML file: its style and drawings inside, no script, nothing fetched.
 * Light and dark after the reader's choice, prints on paper, fits 320 pixels. */
#include "internal.h"

static const char style_sheet[] =
    ":root{color-scheme:light dark;--bg:#fff;--fg:#1d1d1f;--dim:#57606a;--rule:#d0d4d9;"
    "--ink:#9a4f00;--soft:#f6f4f0;--calm:#1b6e3c;--watch:#7a5b00;--strained:#9a4f00;"
    "--severe:#b3261e}\n"
    "@media(prefers-color-scheme:dark){:root{--bg:#1a1b20;--fg:#e6e3dc;--dim:#aaa59b;"
    "--rule:#3d3f47;--ink:#f0a95a;--soft:#24252c;--calm:#7fcf9a;--watch:#e3c06a;"
    "--strained:#f0a95a;--severe:#ff8a80}}\n"
    "body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.55 system-ui,"
    "sans-serif}main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}\n"
    "h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.15rem;"
    "margin:2rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}"
    "p,ul{margin:.5rem 0}ul{padding-left:1.25rem}.lead{font-size:1.15rem}\n"
    ".calm{color:var(--calm)}.watch{color:var(--watch)}.strained{color:var(--strained)}"
    ".severe{color:var(--severe)}.unknown,figcaption,.made{color:var(--dim)}\n"
    ".scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid var(--ink);"
    "outline-offset:2px}table{border-collapse:collapse;width:100%;margin:.5rem 0;"
    "font-variant-numeric:tabular-nums}th,td{padding:.25rem .75rem .25rem 0;"
    "text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}"
    "thead th{color:var(--dim);font-weight:600}tbody th{font-weight:400}"
    ".n{text-align:right;white-space:nowrap}.b{width:40%;min-width:6rem}\n"
    ".over{color:var(--severe);font-weight:600}figure{margin:1rem 0}"
    "figcaption{font-size:.875rem}svg.chart{width:100%;height:auto;background:"
    "var(--soft);border-radius:6px}svg.bar{display:block;width:100%;height:.7rem;"
    "margin-top:.45rem;fill:var(--ink)}svg text{font:12px system-ui,sans-serif;"
    "fill:var(--dim)}.grid{stroke:var(--rule)}.limit{stroke:var(--fg);"
    "stroke-dasharray:4 3}.line{fill:none;stroke:var(--ink);stroke-width:2.5;"
    "stroke-linejoin:round;stroke-linecap:round}.night{fill:var(--ink)}\n"
    "tbody th{white-space:nowrap}\n"
    "@media(max-width:30em){table{min-width:34rem}th+td+td+td+td{min-width:13rem}"
    "svg text{font-size:20px}}\n"
    "@page{margin:15mm}\n"
    "@media print{:root{--bg:#fff;--fg:#000;--dim:#444;--rule:#bbb;--soft:#fff;"
    "--ink:#9a4f00;--calm:#1b6e3c;--watch:#7a5b00;--strained:#9a4f00;--severe:#b3261e}"
    "main{max-width:none;padding:0}h2{break-after:avoid}tr,figure,li{"
    "break-inside:avoid}.scroll{overflow:visible}"
    "svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

void
wk_html_put(struct wk_buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '&': wk_buf_adds(b, "&amp;"); break;
		case '<': wk_buf_adds(b, "&lt;"); break;
		case '>': wk_buf_adds(b, "&gt;"); break;
		case '"': wk_buf_adds(b, "&quot;"); break;
		case '\'': wk_buf_adds(b, "&#39;"); break;
		default: wk_buf_addc(b, *s); break;
		}
}

static void
put_element(struct wk_page *pg, const char *open, const char *text, const char *close)
{
	wk_buf_adds(pg->out, open);
	wk_html_put(pg->out, text);
	wk_buf_adds(pg->out, close);
}

static void
title(struct wk_page *pg, const char *text)
{
	wk_buf_adds(pg->out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
	    "content=\"width=device-width,initial-scale=1\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	    "<meta name=\"robots\" content=\"noindex\">\n");
	put_element(pg, "<title>", text, "</title>\n<style>\n");
	wk_buf_adds(pg->out, style_sheet);
	put_element(pg, "</style>\n</head>\n<body>\n<main>\n<h1>", text, "</h1>\n");
}

static void
heading(struct wk_page *pg, const char *text)
{
	put_element(pg, "<h2>", text, "</h2>\n");
}

static void
lead(struct wk_page *pg, const struct wk_strain *x, bool is_known, const char *rest)
{
	struct wk_buf band;
	wk_buf_init(&band);
	wk_render_put_band(&band, x, is_known, wk_paint_none());
	wk_buf_addf(pg->out, "<p class=\"lead\"><strong class=\"%s\">",
	    is_known ? wk_band_name(x->band) : "unknown");
	wk_html_put(pg->out, band.p);
	wk_buf_adds(pg->out, strchr(",:", *rest) != NULL ? "</strong>" : "</strong> ");
	wk_html_put(pg->out, rest);
	wk_buf_adds(pg->out, "</p>\n");
	wk_buf_fini(&band);
}

static void
para(struct wk_page *pg, const char *text)
{
	put_element(pg, "<p>", text, "</p>\n");
}

static void
item(struct wk_page *pg, const char *text, bool is_foreign)
{
	(void)is_foreign;              /* all text is taken as text */
	if (pg->inside == WK_PAGE_PROSE)
		wk_buf_adds(pg->out, "<ul>\n");
	pg->inside = WK_PAGE_LIST;
	put_element(pg, "<li>", text, "</li>\n");
}

static void
table(struct wk_page *pg, const struct wk_page_col *cols, size_t n)
{
	pg->inside = WK_PAGE_TABLE;
	/* wide tables are moved alone, by keyboard too, and not the page */
	wk_buf_adds(pg->out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Table: ");
	wk_html_put(pg->out, cols[0].head);
	wk_buf_adds(pg->out, "\"><table>\n<thead><tr>");
	for (size_t k = 0; k < n; k++)
		if (cols[k].head[0] == '\0')
			wk_buf_adds(pg->out, "<td></td>");
		else
			put_element(pg, cols[k].is_right ?
			    "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
			    cols[k].head, "</th>");
	wk_buf_adds(pg->out, "</tr></thead>\n<tbody>\n");
}

static bool
is_limit_word(const char *s)
{
	return strcmp(s, "over") == 0 || strcmp(s, "under") == 0;
}

static void
put_cell(struct wk_page *pg, const struct wk_page_col *col,
    const struct wk_page_cell *cell)
{
	const char *text = cell->text != NULL ? cell->text : "";
	if (cell->bar > 0) {
		wk_buf_adds(pg->out, "<td class=\"b\">");
		wk_svg_bar(pg->out, cell->bar);
		wk_buf_adds(pg->out, "</td>");
	} else
		put_element(pg, is_limit_word(text) ? "<td class=\"over\">" :
		    col->is_right ? "<td class=\"n\">" : "<td>", text, "</td>");
}

static void
row(struct wk_page *pg, const struct wk_page_col *cols, const struct wk_page_cell *cells,
    size_t n)
{
	wk_buf_adds(pg->out, "<tr>");
	for (size_t k = 0; k < n; k++)
		if (k == 0 && !cols[k].is_right)
			put_element(pg, "<th scope=\"row\">", cells[k].text, "</th>");
		else
			put_cell(pg, &cols[k], &cells[k]);
	wk_buf_adds(pg->out, "</tr>\n");
}

static void
end(struct wk_page *pg)
{
	if (pg->inside == WK_PAGE_LIST)
		wk_buf_adds(pg->out, "</ul>\n");
	else if (pg->inside == WK_PAGE_TABLE)
		wk_buf_adds(pg->out, "</tbody></table></div>\n");
	pg->inside = WK_PAGE_PROSE;
}

static void
chart(struct wk_page *pg, const struct wk_report *r, enum wk_page_chart which)
{
	if (which == WK_PAGE_STRAIN)
		wk_svg_strain(pg->out, r);
	else
		wk_svg_sleep(pg->out, r);
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
	.chart = chart,
};

void
wk_report_html(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out)
{
	struct wk_page pg = { .style = &style, .p = wk_paint_none(), .out = out };
	(void)p;
	wk_page_report(&pg, r, m, meta);
	wk_buf_adds(out, "</main>\n</body>\n</html>\n");
}
