/* SPDX-License-Identifier: MIT */
/* Beside the list: the page under the cursor in words, when pages ring, and how many of
 * them needed nobody. */
#include <math.h>

#include "flat.h"
#include "home.h"
#include "incidents_view.h"
#include "overlay.h"

enum { LABEL_W = 12, BAR_MOST = 14, FLAT_ROWS = 100 };

/* ---- the page */
static void
put_own_time(const struct wk_tui *t, const struct wk_page_row *p, struct wk_buf *b)
{
	if (isnan(p->minutes))
		wk_buf_adds(b, "? minutes of yours not known");
	else if (t->home.hides_numbers)
		wk_buf_adds(b, "minutes of yours are known");
	else {
		wk_text_put_duration(b, p->minutes);
		wk_buf_adds(b, " of your time");
	}
}

static const char *
woke_word(const struct wk_page_row *p)
{
	static const char *const words[] = { "not said", "no", "yes" };
	return words[p->woke + 1];
}

static const char *
useful_word(const struct wk_page_row *p)
{
	static const char *const words[] = { "not said", "yes", "no, noise" };
	return words[p->noise + 1];
}

/* As the mathematics files it, but for storms and nights with known sleep. */
static const char *
hours_word(const struct wk_tui *t, const struct wk_page_row *p)
{
	static const char *const words[WK_CAT_COUNT] = { "business hours", "off hours",
		"hours of sleep", "woke you" };
	int min;
	wk_date d = wk_incidents_date(p, &min);
	if (p->category >= 0)
		return words[p->category];
	return min < 0 ? "time not known" : words[wk_page_category(&t->app->conf.rules,
	    wk_date_weekday(d), min)];
}

/* A length of the day a page counts to; nothing where it is not known. */
static void
put_hours(const struct wk_tui *t, double h, struct wk_buf *b)
{
	wk_buf_clear(b);
	if (!isnan(h) && !t->home.hides_numbers)
		wk_text_put_duration(b, h * 60);
}

static void
put_row(struct wk_canvas *c, struct wk_rect in, int y, const char *label,
    const char *text)
{
	if (y >= in.y + in.h)
		return;
	wk_canvas_puts(c, in.x + 1, y, WK_ROLE_DIM, label);
	wk_home_puts(c, in.x + 1 + LABEL_W, y, in.x + in.w - 1, WK_ROLE_TEXT, text);
}

static void
draw_tall(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    const struct wk_page_row *p)
{
	const struct wk_day *day = wk_facts_day(&t->facts, p->d);
	struct wk_buf b;
	int y = in.y;
	wk_buf_init(&b);
	wk_text_safe(&b, p->title != NULL ? p->title : "(no words)");
	y += wk_overlay_puts(c, (struct wk_rect){ in.x + 1, y, in.w - 2, 2 },
	    WK_ROLE_TITLE, b.p) + 1;
	wk_buf_clear(&b);
	if (p->severity >= 0)
		wk_buf_addf(&b, "sev%d", p->severity);
	put_row(c, in, y++, "severity", p->severity >= 0 ? b.p : "not known");
	wk_buf_clear(&b);
	if (isnan(p->minutes) || t->home.hides_numbers)
		wk_buf_adds(&b, isnan(p->minutes) ? "not known" : "known");
	else
		put_own_time(t, p, &b);
	put_row(c, in, y++, "minutes", b.p);
	put_row(c, in, y++, "woke you", woke_word(p));
	put_row(c, in, y++, "useful", useful_word(p));
	put_row(c, in, y++, "rang in", hours_word(t, p));
	wk_buf_clear(&b);
	wk_text_safe(&b, p->source);
	put_row(c, in, y++, "from", strcmp(b.p, "manual") == 0 ? "by hand" : b.p);
	put_hours(t, day != NULL ? day->sleep_h : (double)NAN, &b);
	if (b.len > 0)
		put_row(c, in, y++, "slept", b.p);
	put_hours(t, day != NULL ? day->rest_h : (double)NAN, &b);
	if (b.len > 0)
		wk_buf_addf(&b, "  (%g h)", t->app->conf.rules.rest_floor_h);
	if (b.len > 0)
		put_row(c, in, y++, "rest then", b.p);
	wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
	    "e edit  f useful/noise  Enter day");
	wk_buf_fini(&b);
}

static void
draw_flat(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    const struct wk_page_row *p)
{
	const struct wk_day *day = wk_facts_day(&t->facts, p->d);
	int x = in.x + 1, end = in.x + in.w - 1;
	struct wk_buf b;
	wk_buf_init(&b);
	put_own_time(t, p, &b);
	if (p->severity >= 0)
		wk_buf_addf(&b, ", sev%d", p->severity);
	wk_buf_addf(&b, ", in %s", hours_word(t, p));
	wk_home_puts(c, x, in.y, end, WK_ROLE_TEXT, b.p);
	wk_buf_clear(&b);
	wk_buf_addf(&b, "woke you: %s   useful: %s", woke_word(p), useful_word(p));
	wk_home_puts(c, x, in.y + 1, end, WK_ROLE_TEXT, b.p);
	put_hours(t, day != NULL ? day->sleep_h : (double)NAN, &b);
	if (b.len > 0)
		x = wk_canvas_putf(c, x, in.y + 2, WK_ROLE_TEXT, "slept %s   ", b.p);
	put_hours(t, day != NULL ? day->rest_h : (double)NAN, &b);
	if (b.len > 0)
		wk_canvas_putf(c, x, in.y + 2, WK_ROLE_TEXT,
		    "rest before work %s (%g h)", b.p, t->app->conf.rules.rest_floor_h);
	x = in.x + 1;
	wk_canvas_puts(c, x, in.y + 3, WK_ROLE_DIM,
	    "f flags it useful or noise; e edits it; Enter opens the day");
	wk_buf_fini(&b);
}

void
wk_incidents_draw_detail(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in,
    bool is_tall)
{
	const struct wk_page_row *p = wk_incidents_at(&t->incidents);
	if (p == NULL)
		wk_canvas_puts(c, in.x + 1, in.y, WK_ROLE_DIM, "nothing is chosen");
	else if (is_tall)
		draw_tall(t, c, in, p);
	else
		draw_flat(t, c, in, p);
}

/* ---- figures */
static const char *const times[WK_CAT_COUNT] = { "business", "off hours", "sleep hours",
	"woke you" };

void
wk_incidents_draw_time(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_incident_figures *f = &t->incidents.figures;
	int most = 1, y = in.y;
	for (int k = 0; k < WK_CAT_COUNT; k++)
		most = WK_MAX(most, f->by_category[k]);
	for (int k = 0; k < WK_CAT_COUNT; k++, y++) {
		int n = f->by_category[k], w = (n * BAR_MOST + most - 1) / most;
		enum wk_role role = k == WK_CAT_WOKE ? WK_ROLE_BAD : WK_ROLE_LINE1;
		wk_canvas_puts(c, in.x + 1, y, WK_ROLE_TEXT, times[k]);
		for (int x = 0; x < w; x++)
			wk_canvas_put(c, in.x + 14 + x, y, role, 0x2586);
		if (!t->home.hides_numbers)
			wk_canvas_putf(c, in.x + 15 + w, y, WK_ROLE_TEXT, "%d", n);
	}
	if (in.y + in.h - y >= 2)
		wk_overlay_puts(c, (struct wk_rect){ in.x + 1, y + 1, in.w - 2, 2 },
		    WK_ROLE_DIM, "Pages in a row that woke you once are one waking.");
}

static void
put_shares(const struct wk_tui *t, const struct wk_incident_figures *f, struct wk_buf *b)
{
	int night = f->by_category[WK_CAT_SLEEP] + f->by_category[WK_CAT_WOKE];
	if (f->pages == 0)
		wk_buf_adds(b, "no pages in 8 weeks\n");
	else if (t->home.hides_numbers)
		wk_buf_addf(b, "%s of them needed no action\n", f->noise == 0 ? "none" :
		    f->noise * 2 > f->pages ? "most" : "some");
	else
		wk_buf_addf(b, "%d of %d needed no action\n", f->noise, f->pages);
	if (night > 0 && !t->home.hides_numbers)
		wk_buf_addf(b, "%d of %d night pages were noise\n", f->night_noise,
		    night);
}

void
wk_incidents_draw_noise(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_incident_figures *f = &t->incidents.figures;
	struct wk_buf b;
	int y = in.y, end = in.x + in.w - 5;
	wk_buf_init(&b);
	put_shares(t, f, &b);
	y += wk_overlay_puts(c, (struct wk_rect){ in.x + 1, y, in.w - 2, in.h },
	    WK_ROLE_TEXT, b.p) + 1;
	if (f->often[0].n > 0)
		wk_canvas_puts(c, in.x + 1, y++, WK_ROLE_DIM, "most often");
	for (size_t i = 0; i < WK_LEN(f->often) && f->often[i].n > 0; i++, y++) {
		wk_buf_clear(&b);
		wk_text_safe(&b, f->often[i].title);
		wk_home_puts(c, in.x + 3, y, end - 1, WK_ROLE_TEXT, b.p);
		if (!t->home.hides_numbers)
			wk_canvas_putf(c, end, y, WK_ROLE_TEXT, "%d", f->often[i].n);
	}
	wk_buf_fini(&b);
}

/* ---- words alone */
static void
put_line(const struct wk_tui *t, const struct wk_page_row *p, struct wk_buf *b)
{
	wk_incidents_put_when(p, b);
	wk_buf_adds(b, ": ");
	wk_text_safe(b, p->title != NULL ? p->title : "no words");
	if (p->severity >= 0)
		wk_buf_addf(b, ", sev%d", p->severity);
	wk_buf_adds(b, ", ");
	put_own_time(t, p, b);
	wk_buf_addf(b, ", woke you: %s, useful: %s\n", woke_word(p), useful_word(p));
}

void
wk_incidents_put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_incidents *v = &t->incidents;
	if (v->form.is_open) {
		wk_incidents_form_put_flat(t, b);
		return;
	}
	wk_buf_addf(b, "Incidents, %s", wk_incidents_sort_name(v->sort));
	if (v->is_filtering || v->filter.len > 0)
		wk_buf_addf(b, ", filter: %s%s", v->filter.s, v->is_filtering ?
		    WK_FLAT_CURSOR : "");
	wk_buf_addc(b, '\n');
	if (v->shown_count == 0)
		wk_buf_adds(b, v->count > 0 ? "No page has these words.\n" :
		    "No pages. a adds one.\n");
	/* around the cursor: thousands would be nobody's to hear */
	size_t from = v->at > FLAT_ROWS ? v->at - FLAT_ROWS : 0;
	for (size_t i = from; i < v->shown_count && i < v->at + FLAT_ROWS; i++) {
		wk_flat_mark(b, i == v->at);
		if (v->is_marked[wk_incidents_index(v, v->shown[i])])
			wk_buf_adds(b, "marked, ");
		put_line(t, v->shown[i], b);
	}
	wk_buf_adds(b, "In the last 8 weeks: ");
	put_shares(t, &v->figures, b);
}
