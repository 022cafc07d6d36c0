/* SPDX-License-Identifier: MIT */
/* The list of pages and where the panels stand. A mark never stands for a zero: ? not
 * known, - did not wake, a dot where nobody said. */
#include <math.h>

#include "home.h"
#include "incidents_view.h"
#include "overlay.h"

enum { SIDE_W = 38, DETAIL_H = 6, LIT_W = 19, MINUTES_END = 27, WOKE_X = 29, SEV_X = 35,
	USEFUL_X = 41, WHAT_X = 49, SMALL_SEV_X = 16, SMALL_USEFUL_X = 21,
	SMALL_WHAT_X = 27 };

struct wk_incidents_place
wk_incidents_places(const struct wk_tui *t, struct wk_rect r)
{
	struct wk_incidents_place p = { .list = r };
	if (t->size == WK_SIZE_COMPACT)
		return p;
	if (t->size != WK_SIZE_WIDE) {
		p.list.h = r.h - DETAIL_H;
		p.detail = (struct wk_rect){ r.x, r.y + p.list.h, r.w, DETAIL_H };
		return p;
	}
	int x = r.x + r.w - SIDE_W, tall = 15, time = 9;
	p.list.w = r.w - SIDE_W;
	p.detail = (struct wk_rect){ x, r.y, SIDE_W, tall };
	p.time = (struct wk_rect){ x, r.y + tall, SIDE_W, time };
	p.noise = (struct wk_rect){ x, r.y + tall + time, SIDE_W, r.h - tall - time };
	return p;
}

int
wk_incidents_room(const struct wk_tui *t)
{
	struct wk_rect r = wk_incidents_places(t, wk_frame_body(&t->canvas)).list;
	return WK_MAX(1, t->size == WK_SIZE_COMPACT ? r.h - 1 : r.h - 3);
}

void
wk_incidents_put_when(const struct wk_page_row *p, struct wk_buf *b)
{
	int min, y, m, d;
	wk_date day = wk_incidents_date(p, &min);
	wk_date_to_civil(day, &y, &m, &d);
	wk_buf_addf(b, "%s %2d %s", wk_date_weekday_name(wk_date_weekday(day), false), d,
	    wk_date_month_name(m, false));
	if (min >= 0)
		wk_buf_addf(b, " %02d:%02d", min / 60, min % 60);
}

/* The year stands above the rows when they are by time. */
static void
put_when(const struct wk_tui *t, const struct wk_page_row *p, struct wk_buf *b)
{
	int min;
	char day[11];
	wk_date d = wk_incidents_date(p, &min);
	bool is_small = t->size == WK_SIZE_COMPACT;
	if (!is_small && t->incidents.sort > WK_ISORT_OLDEST) {
		wk_date_format(d, day);
		wk_buf_adds(b, day);
		if (min >= 0)
			wk_buf_addf(b, " %02d:%02d", min / 60, min % 60);
		return;
	}
	wk_incidents_put_when(p, b);
	if (is_small) {                        /* without the weekday */
		char *text = wk_buf_take(b);
		wk_buf_adds(b, strlen(text) > 4 ? text + 4 : text);
		wk_mem_free(text);
	}
}

static void
draw_minutes(const struct wk_tui *t, struct wk_canvas *c, int end, int y, double minutes)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (isnan(minutes))
		wk_buf_addc(&b, '?');
	else if (t->home.hides_numbers)
		wk_buf_addc(&b, 'x');
	else
		wk_text_put_duration(&b, minutes);
	wk_canvas_puts_right(c, end, y, isnan(minutes) ? WK_ROLE_UNKNOWN : WK_ROLE_TEXT,
	    b.p);
	wk_buf_fini(&b);
}

static void
draw_severity(struct wk_canvas *c, int x, int y, int severity)
{
	if (severity < 0)
		wk_canvas_put(c, x, y, WK_ROLE_UNKNOWN, '?');
	else
		wk_canvas_putf(c, x, y, severity <= 1 ? WK_ROLE_BAD : WK_ROLE_TEXT,
		    "sev%d", severity);
}

static void
draw_useful(struct wk_canvas *c, int x, int y, int noise)
{
	static const char *const words[] = { "?", "yes", "noise" };
	static const enum wk_role roles[] = { WK_ROLE_UNKNOWN, WK_ROLE_TEXT,
		WK_ROLE_DIM };
	wk_canvas_puts(c, x, y, roles[noise + 1], words[noise + 1]);
}

static void
draw_what(struct wk_canvas *c, int x, int y, int end, const struct wk_page_row *p)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (p->title != NULL)
		wk_text_safe(&b, p->title);
	wk_home_puts(c, x, y, end, p->noise == 1 ? WK_ROLE_DIM : WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
}

static void
draw_woke(struct wk_canvas *c, int x, int y, int woke)
{
	if (woke == 1)
		wk_canvas_puts(c, x, y, WK_ROLE_BAD, "woke");
	else
		wk_canvas_put(c, x, y, WK_ROLE_DIM, woke == 0 ? '-' : 0xb7);
}

static void
draw_row(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y, size_t i)
{
	const struct wk_incidents *v = &t->incidents;
	const struct wk_page_row *p = v->shown[i];
	int x = in.x, end = in.x + in.w - (t->size == WK_SIZE_COMPACT ? 0 : 1);
	struct wk_buf b;
	wk_buf_init(&b);
	put_when(t, p, &b);
	if (v->is_marked[wk_incidents_index(v, p)])
		wk_canvas_put(c, x + 1, y, WK_ROLE_HINT, '*');
	int after = wk_canvas_puts(c, x + 2, y, WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
	if (t->size == WK_SIZE_COMPACT) {
		if (p->woke == 1)
			wk_canvas_put(c, after, y, WK_ROLE_BAD, '!');
		draw_severity(c, x + SMALL_SEV_X, y, p->severity);
		draw_useful(c, x + SMALL_USEFUL_X, y, p->noise);
		draw_what(c, x + SMALL_WHAT_X, y, end, p);
	} else {
		draw_minutes(t, c, x + MINUTES_END, y, p->minutes);
		draw_woke(c, x + WOKE_X, y, p->woke);
		draw_severity(c, x + SEV_X, y, p->severity);
		draw_useful(c, x + USEFUL_X, y, p->noise);
		draw_what(c, x + WHAT_X, y, end, p);
	}
	if (i != v->at)
		return;
	/* its time alone is lit: a whole row would be many bytes for one key */
	int lit = t->size == WK_SIZE_COMPACT ? SMALL_SEV_X - 1 : LIT_W;
	wk_home_mark(c, (struct wk_rect){ in.x, y, WK_MIN(in.w, lit), 1 }, y);
}

static void
draw_heading(struct wk_canvas *c, int x, int y, const struct wk_page_row *p)
{
	int min, year, month, day;
	wk_date_to_civil(wk_incidents_date(p, &min), &year, &month, &day);
	wk_canvas_putf(c, x, y, WK_ROLE_TITLE, "%s %d", wk_date_month_name(month, true),
	    year);
}

static void
draw_nothing(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	bool is_filtered = t->incidents.count > 0;
	struct wk_rect at = { in.x + 2, in.y + 1, in.w - 4, in.h - 1 };
	wk_overlay_puts(c, at, WK_ROLE_TEXT, is_filtered ?
	    "No page has these words. Esc takes the filter away." :
	    "No pages: may it stay so. When one comes, a adds it here; :import reads "
	    "those of PagerDuty and others.");
}

void
wk_incidents_draw_list(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	const struct wk_incidents *v = &t->incidents;
	int y = in.y, end = in.y + in.h;
	if (v->shown_count == 0) {
		draw_nothing(t, c, in);
		return;
	}
	if (t->size != WK_SIZE_COMPACT)
		wk_canvas_puts(c, in.x + 2, y++, WK_ROLE_DIM,
		    "when              minutes  woke  sev   useful  what");
	for (size_t i = v->top; i < v->shown_count && y < end; i++) {
		bool has_heading = wk_incidents_has_heading(v, i);
		if (has_heading && y + 1 >= end)
			break;             /* a month with no page below it */
		if (has_heading)
			draw_heading(c, in.x + (t->size == WK_SIZE_COMPACT ? 1 : 2), y++,
			    v->shown[i]);
		draw_row(t, c, in, y++, i);
	}
}
