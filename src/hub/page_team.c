/* SPDX-License-Identifier: MIT */
/* A team's page: the aggregate first, then on-call, then what to do, then those who chose
 * to be seen by name. */
#include "page.h"

enum { BAR_W = 44, BAR_H = 22, STRIP_H = 5 * BAR_H + 26, LABELS = 76 };

/* How high a bar of that bin stands, 1..5. */
static int
bin_height(const char *strained)
{
	static const char *const bins[] = { "<=20", "20-40", "40-60", "60-80", ">=80" };
	int i = 0;

	while (strcmp(bins[i], strained) != 0)
		i++;
	return i + 1;
}

static const char *
bin_words(const char *strained)
{
	static const char *const words[] = { "up to 20 of 100", "20 to 40 of 100",
		"40 to 60 of 100", "60 to 80 of 100", "80 of 100 or more" };

	return words[bin_height(strained) - 1];
}

static const char *
fifth_words(const char *bin)
{
	return strcmp(bin, "<=30") == 0 ? "up to 30 of 100" :
	    strcmp(bin, "30-50") == 0 ? "30 to 50 of 100" : "half or more";
}

/* ---- the strip ---- */
static void
put_labels(struct wk_buf *b)
{
	static const char *const words[] = { "up to 20", "20 to 40", "40 to 60",
		"60 to 80", "80 or more" };
	char y[24];

	for (int i = 0; i < 5; i++)
		html_element(b, "text", words[i], "class", "axis", "x", "0", "y",
		    html_number(y, (5 - i) * BAR_H - 6), NULL);
}

static void
put_bar(struct call *c, struct wk_buf *b, const struct aggregate *w, size_t i)
{
	static const char *const css[] = { "bar1", "bar2", "bar3", "bar4", "bar5" };
	double x = LABELS + (double)(i * BAR_W), height;
	char n1[24], n2[24], n3[24], n4[24];

	if (w->is_suppressed) {
		html_element(b, "text", "\xe2\x80\x93", "class", "axis", "x",
		    html_number(n1, x + BAR_W / 2.0), "y",
		    html_number(n2, 5 * BAR_H - 4), "text-anchor", "middle", NULL);
	} else {
		height = bin_height(w->strained) * BAR_H;
		html_tag(b, "rect", "class", css[bin_height(w->strained) - 1], "x",
		    html_number(n1, x + 4), "y", html_number(n2, 5 * BAR_H - height),
		    "width", html_number(n3, BAR_W - 8), "height",
		    html_number(n4, height), NULL);
		html_end(b, "rect");
	}
	html_element(b, "text", wk_arena_printf(c->arena, "W%02d", w->week % 100),
	    "class", "axis", "x", html_number(n1, x + BAR_W / 2.0), "y",
	    html_number(n2, STRIP_H - 6), "text-anchor", "middle", NULL);
}

static void
put_strip(struct call *c, struct wk_buf *b, const struct aggregate *w, size_t n)
{
	char wide[24], box[64];
	size_t width = LABELS + n * BAR_W;

	(void)snprintf(box, sizeof(box), "0 0 %zu %d", width, STRIP_H);
	html_tag(b, "div", "class", "scroll", "role", "region", "tabindex", "0",
	    "aria-label", "Chart of the team's weeks", NULL);
	html_tag(b, "svg", "role", "img", "aria-labelledby", "strip-title strip-desc",
	    "viewBox", box, "width", html_number(wide, (double)width), NULL);
	html_element(b, "title", "Share of strained and severe weeks", "id",
	    "strip-title", NULL);
	html_element(b, "desc", "One bar for each week, oldest first, in five steps; a "
	    "dash where too few share. The table below says the same.", "id",
	    "strip-desc", NULL);
	put_labels(b);
	for (size_t i = 0; i < n; i++)
		put_bar(c, b, &w[i], i);
	html_end(b, "svg");
	html_end(b, "div");
}

/* ---- the table of weeks ---- */
static void
put_heads(struct wk_buf *b, const char *const *heads, size_t n)
{
	html_tag(b, "thead", NULL);
	html_tag(b, "tr", NULL);
	for (size_t i = 0; i < n; i++)
		html_element(b, "th", heads[i], "scope", "col", NULL);
	html_end(b, "tr");
	html_end(b, "thead");
}

static void
put_week_row(struct call *c, struct wk_buf *b, const struct aggregate *w, int k_min)
{
	html_tag(b, "tr", NULL);
	html_element(b, "th", page_week(c->arena, w->week), "scope", "row", NULL);
	html_element(b, "td", w->is_suppressed ? wk_arena_printf(c->arena,
	    "fewer than %d share", k_min) : bin_words(w->strained), "class",
	    w->is_suppressed ? "muted" : "", NULL);
	html_element(b, "td", w->has_oncall ? w->pages_median : "\xe2\x80\x93", NULL);
	html_element(b, "td", w->has_oncall ? w->night_median : "\xe2\x80\x93", NULL);
	html_element(b, "td", w->has_oncall ? fifth_words(w->busiest_fifth) :
	    "\xe2\x80\x93", NULL);
	html_end(b, "tr");
}

static void
put_weeks(struct call *c, struct wk_buf *b, const struct aggregate *w, size_t n,
    int k_min)
{
	static const char *const heads[] = { "Week", "Strained or severe",
		"Pages, the middle person", "At night, the middle person",
		"Pages that reach the busiest fifth" };

	html_tag(b, "div", "class", "scroll", "role", "region", "tabindex", "0",
	    "aria-label", "Table of the team's weeks", NULL);
	html_tag(b, "table", NULL);
	html_element(b, "caption", "Of 100 who share, how many were strained or "
	    "severe, and their pages; newest first", NULL);
	put_heads(b, heads, WK_LEN(heads));
	html_tag(b, "tbody", NULL);
	for (size_t i = n; i-- > 0;)
		put_week_row(c, b, &w[i], k_min);
	html_end(b, "tbody");
	html_end(b, "table");
	html_end(b, "div");
}

/* ---- the grid ---- */
static void
put_grid_row(struct call *c, struct wk_buf *b, const struct team_grid *g,
    const struct team_row *row)
{
	html_tag(b, "tr", NULL);
	html_tag(b, "th", "scope", "row", NULL);
	html_element(b, "a", row->display, "href",
	    wk_arena_printf(c->arena, "/p/%s", row->person), NULL);
	html_end(b, "th");
	for (size_t w = 0; w < g->week_count; w++)
		page_band_cell(b, row->cells[w] == NULL ? NULL : &row->cells[w]->band);
	html_end(b, "tr");
}

/* "W47" over "16 Nov" */
static void
put_week_head(struct call *c, struct wk_buf *b, int week)
{
	const char *text = page_week(c->arena, week);

	html_tag(b, "th", "scope", "col", NULL);
	html_text(b, wk_arena_strndup(c->arena, text, 3));
	html_element(b, "span", text + 4, "class", "day", NULL);
	html_end(b, "th");
}

static void
put_grid(struct call *c, struct wk_buf *b, const struct team_grid *g)
{
	html_tag(b, "div", "class", "scroll", "role", "region", "tabindex", "0",
	    "aria-label", "Grid of people and weeks", NULL);
	html_tag(b, "table", "class", "grid", NULL);
	html_element(b, "caption", "Those who share by name, by week", NULL);
	html_tag(b, "thead", NULL);
	html_tag(b, "tr", NULL);
	html_element(b, "th", "Name", "scope", "col", NULL);
	for (size_t w = 0; w < g->week_count; w++)
		put_week_head(c, b, g->weeks[w]);
	html_end(b, "tr");
	html_end(b, "thead");
	html_tag(b, "tbody", NULL);
	for (size_t i = 0; i < g->row_count; i++)
		put_grid_row(c, b, g, &g->rows[i]);
	html_end(b, "tbody");
	html_end(b, "table");
	html_end(b, "div");
}

static void
put_people(struct call *c, struct wk_buf *b, const struct team_grid *g)
{
	html_element(b, "h2", "By name", NULL);
	if (g->row_count == 0) {
		page_para(b, "Nobody shares by name with this team.");
		return;
	}
	page_para(b, "Only those who chose it, and only the week's band. No data looks "
	    "the same for leave, for a laptop that was off and for not sharing.");
	put_grid(c, b, g);
}

/* ---- the whole ---- */
static bool
any_shown(const struct aggregate *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!w[i].is_suppressed)
			return true;
	return false;
}

static void
put_sentences(struct call *c, struct wk_buf *b, const struct aggregate *w, size_t n)
{
	struct wk_buf text;
	const char *step;

	wk_buf_init(&text);
	html_element(b, "h2", "On call", NULL);
	advice_oncall(c->arena, w, n, &text);
	page_para(b, text.p);
	wk_buf_fini(&text);
	html_element(b, "h2", "What a lead can do next", NULL);
	html_tag(b, "ol", NULL);
	for (size_t i = 0; (step = advice_next(w, n, i)) != NULL; i++)
		html_element(b, "li", step, NULL);
	html_end(b, "ol");
}

static void
put_not(struct call *c, struct wk_buf *b, int k_min)
{
	html_element(b, "h2", "What this page is not", NULL);
	html_tag(b, "ul", NULL);
	html_element(b, "li", "Not a ranking, and no measure of anybody's performance.",
	    NULL);
	html_element(b, "li", wk_arena_printf(c->arena, "Not a list of who shares. A "
	    "week is shown from %d people on, and its ends are cut off: nobody can be "
	    "told from \"all\" or \"none\".", k_min), NULL);
	html_element(b, "li", "Not proof against a group that works together: if all "
	    "but one compare notes, or one person joins, a change says something about "
	    "the other.", NULL);
	html_element(b, "li", "Not unseen: managers of the team see it, your visit is "
	    "recorded, and everybody shown by name can read that you looked.", NULL);
	html_end(b, "ul");
}

static void
as_filled(struct call *c)
{
	(void)c;
}

static void
audit_page(struct call *c, const struct team_grid *g)
{
	size_t n;
	struct wk_hub_op *ops = team_audit_ops(c, g, &n);

	call_audit_op(c, &ops[n], "aggregate", NULL, g->team.id);
	ops[n].u.audit.week_from = g->from;
	ops[n].u.audit.week_to = g->to;
	call_write(c, ops, n + 1, as_filled);
}

void
page_team(struct call *c)
{
	struct team_grid *g = WK_ARENA_NEW(c->arena, struct team_grid);
	struct aggregate w[WK_HUB_GRID_WEEKS];
	struct wk_buf *b, lead;
	int from, to, n;
	size_t weeks;

	if (!page_range(c, &from, &to, &n) || !team_grid_load(c, n, g) ||
	    !team_aggregate_load(c, &g->team, g->from, g->to, w, &weeks))
		return;
	b = page_begin(c, 200, g->team.name, true);
	wk_buf_init(&lead);
	advice_lead(c->arena, w, weeks, &lead);
	html_element(b, "p", lead.p, "class", "lead", NULL);
	wk_buf_fini(&lead);
	html_element(b, "h2", "The team", NULL);
	if (any_shown(w, weeks))
		put_strip(c, b, w, weeks);
	put_weeks(c, b, w, weeks, g->team.k_min);
	page_older_newer(c, b, g->from, g->to, n);
	put_sentences(c, b, w, weeks);
	put_people(c, b, g);
	put_not(c, b, g->team.k_min);
	page_end(c);
	audit_page(c, g);
}
