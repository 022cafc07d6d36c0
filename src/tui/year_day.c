/* SPDX-License-Identifier: MIT */
/* The day under the cursor, in words: what is known of it, and what is not. */
#include "home.h"

struct day_ctx {
	const struct wk_tui *t;
	wk_date d;
	const struct wk_day *day;          /* NULL: nothing is known */
	const struct wk_strain *s;
	bool hides;                        /* words instead of numbers */
	bool has_sign, has_word;           /* of the band; signs are not for ears */
	bool is_off_call;                  /* somebody said so */
};

static void
put_work(const struct day_ctx *x, struct wk_buf *b)
{
	if (wk_week_is_leave(x->day))
		wk_buf_adds(b, wk_leave_name(x->day->leave));
	else if (isnan(x->day->hours))
		wk_buf_adds(b, "?");
	else if (x->day->hours == 0)
		wk_buf_adds(b, "off");
	else if (x->hides)
		wk_buf_adds(b, "yes");
	else
		wk_buf_addf(b, "%.1f h", x->day->hours);
}

static void
put_sleep(const struct day_ctx *x, struct wk_buf *b)
{
	const struct wk_indicator *rule = wk_indicator_find("sleep_last");
	bool low = rule != NULL && x->day->sleep_h < rule->threshold;
	if (isnan(x->day->sleep_h))
		wk_buf_adds(b, "?");
	else if (x->hides)
		wk_buf_adds(b, low ? "short" : "enough");
	else
		wk_buf_addf(b, "%.1f h%s", x->day->sleep_h, low ? "!" : "");
}

static void
put_pages(const struct day_ctx *x, struct wk_buf *b)
{
	int woke = wk_week_woke(x->day);
	if (x->day->incident_count == 0)
		wk_buf_adds(b, "none");
	else if (x->hides)
		wk_buf_adds(b, woke > 0 ? "woken" : "some");
	else
		wk_buf_addf(b, "%zu", x->day->incident_count);
	if (woke > 0 && !x->hides)
		wk_buf_addf(b, ", %d woke", woke);
}

static void
put_oncall(const struct day_ctx *x, struct wk_buf *b)
{
	wk_buf_adds(b, x->day->is_oncall ? "yes" : x->is_off_call ? "no" : "?");
}

static void
put_rest(const struct day_ctx *x, struct wk_buf *b)
{
	const struct wk_indicator *rule = wk_indicator_find("daily_rest");
	bool low = rule != NULL && x->day->rest_h < rule->threshold;
	if (isnan(x->day->rest_h))
		wk_buf_adds(b, x->day->has_short_rest ? "short" : "?");
	else if (x->hides)
		wk_buf_adds(b, low ? "short" : "enough");
	else
		wk_buf_addf(b, "%.1f h%s", x->day->rest_h, low ? "!" : "");
}

static void
put_strain(const struct day_ctx *x, struct wk_buf *b)
{
	if (!wk_week_has_score(x->s)) {
		wk_buf_adds(b, "?");
		return;
	}
	if (x->has_sign)
		wk_buf_addf(b, "%s ", wk_home_sign(x->s->band));
	if (x->has_word || x->hides)
		wk_buf_adds(b, wk_band_name(x->s->band));
	if (!x->hides)
		wk_buf_addf(b, "%s%.1f", x->has_word ? " " : "", x->s->score);
}

static void
put_reserve(const struct day_ctx *x, struct wk_buf *b)
{
	if (!wk_week_has_score(x->s))
		wk_buf_adds(b, "?");
	else
		wk_buf_addf(b, "%.0f", x->s->reserve);
}

static void
put_feeling(const struct day_ctx *x, struct wk_buf *b)
{
	static const char *const names[] = { "energy", "stress", "mood" };
	const int v[] = { x->day->energy, x->day->stress, x->day->mood };
	for (size_t i = 0; i < WK_LEN(v); i++)
		if (v[i] > 0)
			wk_buf_addf(b, "%s%s %d", b->len > 0 ? ", " : "", names[i], v[i]);
	if (b->len == 0)
		wk_buf_adds(b, "?");
	else if (x->hides) {
		wk_buf_clear(b);
		wk_buf_adds(b, "logged");
	}
}

static const struct {
	const char *name;
	void (*put)(const struct day_ctx *x, struct wk_buf *b);
	bool is_wide, is_number;           /* has no words without numbers */
} lines[] = {
	{ "worked", put_work, false, false }, { "slept", put_sleep, false, false },
	{ "pages", put_pages, false, false }, { "on call", put_oncall, false, false },
	{ "rest", put_rest, false, false }, { "strain", put_strain, false, false },
	{ "reserve", put_reserve, false, true }, { "felt", put_feeling, true, false },
};

static const struct wk_note *
note_of(const struct wk_tui *t, wk_date d)
{
	for (size_t i = 0; i < t->year.note_count; i++)
		if (t->year.notes[i].d == d)
			return &t->year.notes[i];
	return NULL;
}

static struct day_ctx
context(const struct wk_tui *t)
{
	wk_date d = t->year.cursor;
	const struct wk_note *note = note_of(t, d);
	return (struct day_ctx){ t, d, wk_year_day(t, d), wk_year_strain(t, d),
		t->home.hides_numbers, !t->o->is_plain, t->o->is_plain,
		note != NULL && note->is_off_call };
}

static bool
is_known(const struct day_ctx *x)
{
	return x->day != NULL && (!wk_day_is_empty(x->day) || x->day->is_oncall ||
	    x->day->leave != WK_LEAVE_NONE);
}

/* By the calendar: a page of the night stands on the day of its clock time. */
static bool
is_page_of(const struct wk_page_row *p, wk_date d)
{
	return (p->start == WK_TIME_NONE ? p->d : wk_fold_date(p->start, p->off, 0)) == d;
}

static void
put_page(const struct wk_page_row *p, struct wk_buf *b)
{
	struct wk_event e;
	wk_event_init(&e, WK_KIND_INCIDENT);
	e.fact.d = p->d;
	e.fact.start = p->start;
	e.fact.off_start = p->off;
	wk_app_put_times(b, &e);
	wk_buf_addc(b, ' ');
	wk_text_safe(b, p->title != NULL ? p->title : "page");
}

/* The day's pages and its note, as many as there are rows. */
static void
draw_texts(const struct day_ctx *x, struct wk_canvas *c, struct wk_rect in, int y)
{
	const struct wk_year *v = &x->t->year;
	const struct wk_note *note = note_of(x->t, x->d);
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = v->page_count; i > 0 && y < in.y + in.h; i--) {
		if (!is_page_of(&v->pages[i - 1], x->d))
			continue;
		wk_buf_clear(&b);
		put_page(&v->pages[i - 1], &b);
		wk_home_puts(c, in.x + 1, y++, in.x + in.w - 1, WK_ROLE_TEXT, b.p);
	}
	wk_buf_clear(&b);
	if (note != NULL && note->text != NULL)
		wk_text_safe(&b, note->text);
	wk_home_puts(c, in.x + 1, y, in.x + in.w - 1, WK_ROLE_PRIVATE, b.p);
	wk_buf_fini(&b);
}

void
wk_year_draw_day(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect in)
{
	struct day_ctx x = context(t);
	int y = in.y;
	x.has_word = in.w >= 28;
	if (!is_known(&x)) {
		wk_canvas_puts(c, in.x + 1, y, WK_ROLE_UNKNOWN, x.d > t->app->today ?
		    "still to come" : "not logged");
		return;
	}
	for (size_t i = 0; i < WK_LEN(lines) && y < in.y + in.h; i++) {
		struct wk_buf b;
		if ((lines[i].is_wide && in.w < 30) || (lines[i].is_number && x.hides))
			continue;
		wk_buf_init(&b);
		lines[i].put(&x, &b);
		wk_canvas_puts(c, in.x + 1, y, WK_ROLE_DIM, lines[i].name);
		wk_home_puts(c, in.x + 9, y++, in.x + in.w - 1, b.p[0] == '?' ?
		    WK_ROLE_UNKNOWN : WK_ROLE_TEXT, b.p);
		wk_buf_fini(&b);
	}
	draw_texts(&x, c, in, y);
}

void
wk_year_put_short(const struct wk_tui *t, struct wk_buf *b)
{
	static void (*const puts[])(const struct day_ctx *, struct wk_buf *) = {
		put_strain, put_work, put_sleep, put_pages };
	struct day_ctx x = context(t);
	x.has_word = true;
	wk_date_put_day(b, x.d);
	wk_buf_adds(b, ": ");
	if (is_known(&x))
		puts[t->year.measure](&x, b);
	else
		wk_buf_adds(b, x.d > t->app->today ? "to come" : "not logged");
}

void
wk_year_put_day(const struct wk_tui *t, struct wk_buf *b)
{
	struct day_ctx x = context(t);
	const struct wk_note *note = note_of(t, x.d);
	wk_date_put_day(b, x.d);
	if (!is_known(&x)) {
		wk_buf_adds(b, x.d > t->app->today ? ": still to come\n" :
		    ": not logged\n");
		return;
	}
	for (size_t i = 0; i < WK_LEN(lines); i++) {
		struct wk_buf one;
		if (lines[i].is_number && x.hides)
			continue;
		wk_buf_init(&one);
		lines[i].put(&x, &one);
		wk_buf_addf(b, "%s %s %s", i == 0 ? ":" : ",", lines[i].name,
		    one.p[0] == '?' ? "not known" : one.p);
		wk_buf_fini(&one);
	}
	wk_buf_addc(b, '\n');
	for (size_t i = t->year.page_count; i > 0; i--)
		if (is_page_of(&t->year.pages[i - 1], x.d)) {
			wk_buf_adds(b, "page ");
			put_page(&t->year.pages[i - 1], b);
			wk_buf_addc(b, '\n');
		}
	if (note != NULL && note->text != NULL) {
		wk_buf_adds(b, "note: ");
		wk_text_safe(b, note->text);
		wk_buf_addc(b, '\n');
	}
}
