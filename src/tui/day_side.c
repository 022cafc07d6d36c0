/* SPDX-License-Identifier: MIT */
/* Beside the form: what saving would change, the days before, the pages of the day. */
#include <math.h>

#include "day.h"
#include "home.h"

/* ---- if saved ---- */
static int
put_score(const struct wk_tui *t, struct wk_canvas *c, int x, int y, bool known,
    const struct wk_strain *s)
{
	if (!known || wk_confidence_of(s->confidence) == WK_CONF_STALE)
		return wk_canvas_puts(c, x, y, WK_ROLE_UNKNOWN, "?");
	if (t->home.hides_numbers)
		return wk_canvas_puts(c, x, y, WK_ROLE_TEXT, wk_band_name(s->band));
	return wk_canvas_putf(c, x, y, WK_ROLE_TEXT, "%.1f", s->score);
}

static void
draw_load(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int end)
{
	const struct wk_form_preview *p = &t->form.preview;
	wk_canvas_puts(c, x, y, WK_ROLE_DIM, "Strain");
	x = put_score(t, c, x + 7, y, p->had_score, &p->before);
	if (!p->has_score) {
		wk_canvas_puts(c, x, y, WK_ROLE_DIM, ", no change");
		return;
	}
	x = wk_canvas_puts(c, x, y, WK_ROLE_DIM, " to ");
	x = put_score(t, c, x, y, p->has_score, &p->after);
	if (t->home.hides_numbers ||
	    wk_confidence_of(p->after.confidence) == WK_CONF_STALE)
		return;
	char word[32];
	snprintf(word, sizeof(word), "%s %s", wk_home_sign(p->after.band),
	    wk_band_name(p->after.band));
	if (x + 2 + (int)wk_text_width(word) <= end)
		wk_canvas_puts(c, x + 2, y, wk_home_role(p->after.band), word);
}

static void
draw_rest(const struct wk_tui *t, struct wk_canvas *c, int x, int y)
{
	const struct wk_form_preview *p = &t->form.preview;
	struct wk_buf b;
	wk_canvas_puts(c, x, y, WK_ROLE_DIM, "Rest");
	if (isnan(p->rest_h)) {
		wk_canvas_puts(c, x + 7, y, WK_ROLE_UNKNOWN, "? times not known");
		return;
	}
	bool ok = p->rest_h >= t->app->conf.rules.rest_floor_h;
	wk_canvas_put(c, x + 5, y, ok ? WK_ROLE_OK : WK_ROLE_BAD, ok ? 0x2713 : 0x2717);
	wk_buf_init(&b);
	if (t->home.hides_numbers)
		wk_buf_adds(&b, ok ? "enough" : "too short");
	else
		wk_text_put_duration(&b, p->rest_h * 60);
	wk_buf_adds(&b, " before");
	wk_canvas_puts(c, x + 7, y, WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
}

static void
draw_saved(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_form_preview *p = &t->form.preview;
	struct wk_rect in = wk_canvas_panel(c, r, "If saved", "", false);
	int x = in.x + 1, y = in.y;
	if (!t->form.has_preview) {
		wk_canvas_puts(c, x, y, WK_ROLE_DIM, "nothing known yet");
		return;
	}
	draw_load(t, c, x, y++, in.x + in.w - 1);
	wk_canvas_puts(c, x, y, WK_ROLE_DIM, "Week");
	if (p->week_known == 0)
		wk_canvas_puts(c, x + 7, y++, WK_ROLE_UNKNOWN, "? no hours yet");
	else if (t->home.hides_numbers)
		wk_canvas_puts(c, x + 7, y++, WK_ROLE_TEXT, "hours known");
	else
		wk_canvas_putf(c, x + 7, y++, WK_ROLE_TEXT, "%.1f h on %d %s", p->week_h,
		    p->week_known, p->week_known == 1 ? "day" : "days");
	draw_rest(t, c, x, y++);
	if (p->has_score && !t->home.hides_numbers) {
		wk_canvas_puts(c, x, y, WK_ROLE_DIM, "Known");
		wk_canvas_putf(c, x + 7, y++, WK_ROLE_TEXT, "%d of %d, sleep %d",
		    p->coverage.days, WK_MAX(p->coverage.of, 7), p->coverage.sleep);
	}
	wk_canvas_puts(c, x, in.y + in.h - 1, WK_ROLE_DIM, "Live; nothing is kept yet.");
}

/* ---- last days ---- */
static void
put_hours(const struct wk_tui *t, struct wk_canvas *c, int right, int y, double h)
{
	char text[16] = "x";
	if (!t->home.hides_numbers)
		snprintf(text, sizeof(text), "%.1f", h);
	wk_canvas_puts_right(c, right, y, isnan(h) ? WK_ROLE_UNKNOWN : WK_ROLE_TEXT,
	    isnan(h) ? "?" : h == 0 ? "-" : text);
}

static void
put_clock(struct wk_canvas *c, int right, int y, int64_t utc, int32_t off)
{
	char text[8];
	int64_t min = ((utc + off) % 86400 + 86400) % 86400 / 60;
	snprintf(text, sizeof(text), "%02d:%02d", (int)(min / 60), (int)(min % 60));
	wk_canvas_puts_right(c, right, y, WK_ROLE_TEXT, text);
}

/* When work began and ended. */
static void
put_times(const struct wk_tui *t, struct wk_canvas *c, int x, int y, wk_date d)
{
	const struct wk_fact *first = NULL, *last = NULL;
	const struct wk_day_view *v = &t->form.days[t->form.now.day - d];
	for (size_t i = 0; i < v->event_count; i++) {
		const struct wk_fact *f = &v->events[i].fact;
		if (f->kind != WK_KIND_WORK || f->d != d || f->start == WK_TIME_NONE ||
		    f->end == WK_TIME_NONE)
			continue;
		first = first == NULL ? f : first;
		last = last == NULL || f->end > last->end ? f : last;
	}
	if (first == NULL) {
		wk_canvas_puts_right(c, x + 5, y, WK_ROLE_DIM, "-");
		wk_canvas_puts_right(c, x + 12, y, WK_ROLE_DIM, "-");
		return;
	}
	put_clock(c, x + 5, y, first->start, first->off_start);
	put_clock(c, x + 12, y, last->end, last->off_end);
}

static void
draw_day_row(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in, int y,
    wk_date d)
{
	const struct wk_day *day = wk_facts_day(&t->facts, d);
	int x = in.x + 1, year, month, dom;
	wk_date_to_civil(d, &year, &month, &dom);
	wk_canvas_putf(c, x, y, d == t->form.now.day ? WK_ROLE_TITLE_FOCUS : WK_ROLE_DIM,
	    "%s %2d", wk_date_weekday_name(wk_date_weekday(d), false), dom);
	bool none = day == NULL || (wk_day_is_empty(day) && day->leave == WK_LEAVE_NONE);
	if (none) {
		wk_canvas_puts(c, x + 9, y, WK_ROLE_UNKNOWN, "not logged");
		return;
	}
	if (in.w >= 44) {
		put_times(t, c, x + 10, y, d);
		x += 16;
	}
	if (day->leave != WK_LEAVE_NONE && !(day->hours > 0))
		wk_canvas_puts_right(c, x + 13, y, WK_ROLE_INFO,
		    day->leave == WK_LEAVE_SICK ? "sick" : "leave");
	else
		put_hours(t, c, x + 13, y, day->hours);
	put_hours(t, c, x + 19, y, day->sleep_h);
	enum wk_role role = day->incident_count > 0 ? WK_ROLE_TEXT : WK_ROLE_DIM;
	if (t->home.hides_numbers)
		wk_canvas_puts(c, x + 24, y, role, day->incident_count > 0 ? "x" : "-");
	else
		wk_canvas_putf(c, x + 24, y, role, "%zu", day->incident_count);
}

static void
draw_last(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect in = wk_canvas_panel(c, r, "Last days", "", false);
	wk_canvas_puts(c, in.x + 1, in.y, WK_ROLE_DIM,
	    in.w >= 44 ? "          start    end   work slept pages" :
	    "         work slept pages");
	int rows = WK_MIN(in.h - 1, WK_FORM_DAYS - 1);
	for (int i = 0; i < rows; i++)
		draw_day_row(t, c, in, in.y + 1 + i, t->form.now.day - 1 - i);
}

/* ---- pages of the day ---- */
static void
draw_pages(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_rect in = wk_canvas_panel(c, r, "Pages of this day", "", false);
	int y = in.y;
	wk_date d = t->form.now.day;
	const struct wk_day_view *v = &t->form.days[0];
	for (size_t i = 0; i < v->event_count && y < in.y + in.h - 2; i++) {
		struct wk_buf b, safe;
		if (v->events[i].fact.kind != WK_KIND_INCIDENT ||
		    v->events[i].fact.d != d)
			continue;
		wk_buf_init(&b);
		wk_buf_init(&safe);
		wk_app_put_event(&b, &v->events[i]);
		wk_text_safe(&safe, b.p);
		wk_home_puts(c, in.x + 1, y++, in.x + in.w - 1, WK_ROLE_TEXT, safe.p);
		wk_buf_fini(&b);
		wk_buf_fini(&safe);
	}
	if (y == in.y && t->form.saved.page_count > 0)
		wk_canvas_putf(c, in.x + 1, y++, WK_ROLE_TEXT, "%d logged",
		    t->form.saved.page_count);
	else if (y == in.y)
		wk_canvas_puts(c, in.x + 1, y++, WK_ROLE_DIM, "none logged");
	wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
	    "Enter on Pages adds one.");
}

void
wk_day_render_side(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	int saved = 8, pages = r.h >= 34 ? WK_MAX(6, r.h - saved - 17) : 0;
	struct wk_rect a = { r.x, r.y, r.w, saved };
	struct wk_rect b = { r.x, r.y + saved, r.w, r.h - saved - pages };
	struct wk_rect p = { r.x, r.y + r.h - pages, r.w, pages };
	struct wk_rect old = wk_canvas_clip(c, a);
	draw_saved(t, c, a);
	wk_canvas_clip(c, b);
	draw_last(t, c, b);
	if (pages > 0) {
		wk_canvas_clip(c, p);
		draw_pages(t, c, p);
	}
	c->clip = old;
}
