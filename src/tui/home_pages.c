/* SPDX-License-Identifier: MIT */
/* The last incidents, newest first. */
#include "home.h"

#include <math.h>

/* The k-th newest incident of the days read; NULL past the end. */
static const struct wk_event *
page_at(const struct wk_tui *t, int k)
{
	for (size_t d = 0; d < WK_FACTS_DAYS; d++) {
		const struct wk_day_view *v = &t->facts.recent[d];
		for (size_t i = v->event_count; i > 0; i--) {
			const struct wk_event *e = &v->events[i - 1];
			bool mine = e->fact.kind == WK_KIND_INCIDENT &&
			    e->fact.d == t->facts.today - (wk_date)d;
			if (mine && k-- == 0)
				return e;
		}
	}
	return NULL;
}

static int
rows(const struct wk_tui *t)
{
	int n = 0;
	while (page_at(t, n) != NULL)
		n++;
	return n;
}

static int
count_woke(const struct wk_tui *t)
{
	int woke = 0;
	const struct wk_event *e;
	for (int i = 0; (e = page_at(t, i)) != NULL; i++)
		woke += e->fact.woke == 1;
	return woke;
}

static void
put_when(const struct wk_event *e, struct wk_buf *b)
{
	if (e->fact.start == WK_TIME_NONE) {
		wk_date_put_day(b, e->fact.d);
		return;
	}
	/* of the calendar: an incident of the night stands with its own date */
	int64_t wall = e->fact.start + e->fact.off_start;
	int64_t min = (wall % 86400 + 86400) % 86400 / 60;
	wk_date_put_day(b, (wk_date)((wall - min * 60) / 86400));
	wk_buf_addf(b, " %02d:%02d", (int)(min / 60), (int)(min % 60));
}

static void
draw_page(struct wk_canvas *c, struct wk_rect in, int y, const struct wk_event *e)
{
	struct wk_buf b;
	int x = in.x + 1, end = in.x + in.w - 1;
	wk_buf_init(&b);
	put_when(e, &b);
	wk_canvas_puts(c, x, y, WK_ROLE_TEXT, b.p);
	if (e->fact.woke == 1)
		wk_canvas_puts(c, x + 18, y, WK_ROLE_BAD, "woke");
	wk_buf_clear(&b);
	if (isnan(e->fact.minutes))
		wk_buf_addc(&b, '?');
	else
		wk_text_put_duration(&b, e->fact.minutes);
	wk_canvas_puts_right(c, x + 31, y, isnan(e->fact.minutes) ? WK_ROLE_UNKNOWN :
	    WK_ROLE_TEXT, b.p);
	if (e->fact.severity >= 0)
		wk_canvas_putf(c, x + 33, y, WK_ROLE_TEXT, "sev%d", e->fact.severity);
	wk_buf_clear(&b);
	if (e->title != NULL)
		wk_text_safe(&b, e->title);
	if (e->fact.noise == 1)
		wk_buf_adds(&b, b.len > 0 ? " (noise)" : "noise");
	wk_home_puts(c, x + 39, y, end, e->fact.noise == 1 ? WK_ROLE_DIM : WK_ROLE_TEXT,
	    b.p);
	wk_buf_fini(&b);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	char note[60];
	int n = rows(t);
	snprintf(note, sizeof(note), "last 14 days: %d, woke you %d", n, count_woke(t));
	struct wk_rect in = wk_canvas_panel(c, r, "Incidents",
	    t->home.hides_numbers ? "" : note, has_focus);
	wk_canvas_puts(c, in.x + 1, in.y, WK_ROLE_DIM,
	    "when                    minutes  sev   what");
	int room = in.h - 1, top = has_focus && t->home.row >= room ?
	    t->home.row - room + 1 : 0;
	const struct wk_event *e;
	for (int i = top; i - top < room && (e = page_at(t, i)) != NULL; i++) {
		draw_page(c, in, in.y + 1 + i - top, e);
		if (has_focus && i == t->home.row)
			wk_home_mark(c, in, in.y + 1 + i - top);
	}
	if (n == 0)
		wk_canvas_puts(c, in.x + 1, in.y + 1, WK_ROLE_DIM,
		    "none in these days; a adds one");
}

static void
explain(const struct wk_tui *t, int row, struct wk_buf *out)
{
	const struct wk_event *e = page_at(t, row);
	if (e == NULL) {
		wk_buf_adds(out, "no incident in the last 14 days\n");
		return;
	}
	wk_app_put_event(out, e);
	wk_buf_addf(out, "\n\nid %lld, from %s\n\nChange it with  :edit "
	    "%lld 45m --noise\n"
	    "Delete it with  :rm %lld\n", (long long)e->id, e->fact.source,
	    (long long)e->id, (long long)e->id);
}

static void
put_page(const struct wk_event *e, struct wk_buf *b)
{
	put_when(e, b);
	if (e->fact.severity >= 0)
		wk_buf_addf(b, ", sev%d", e->fact.severity);
	wk_buf_adds(b, ", ");
	if (isnan(e->fact.minutes))
		wk_buf_adds(b, "minutes not known");
	else
		wk_text_put_duration(b, e->fact.minutes);
	wk_buf_adds(b, e->fact.woke == 1 ? ", woke you" : "");
	wk_buf_adds(b, e->fact.noise == 1 ? ", noise" : "");
	if (e->title != NULL) {
		wk_buf_adds(b, ": ");
		wk_text_safe(b, e->title);
	}
	wk_buf_addc(b, '\n');
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	const struct wk_event *e;
	wk_buf_adds(b, "Incidents, last 14 days");
	if (!t->home.hides_numbers)
		wk_buf_addf(b, ": %d, woke you %d", rows(t), count_woke(t));
	wk_buf_addc(b, '\n');
	for (int i = 0; (e = page_at(t, i)) != NULL; i++) {
		wk_flat_mark(b, i == row);
		put_page(e, b);
	}
}

const struct wk_home_panel wk_home_pages = { .title = "Incidents", .head = 1,
	.render = render, .rows = rows, .explain = explain, .put_flat = put_flat };
