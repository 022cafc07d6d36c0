/* SPDX-License-Identifier: MIT */
/* Ahead: where weeks like the last four lead, when that is calm, and what would lower it
 * most. Computed with the facts; too little known is said, not guessed. */
#include "home.h"

#include <math.h>

enum { DISTANCE_W = 12 };

/* A line being written: its row, and how much of the panel is left. */
struct place {
	const struct wk_tui *t;
	struct wk_canvas *c;
	int x, y, end, bottom;
};

static bool
has_room(const struct place *p)
{
	return p->y < p->bottom;
}

static void
put_course(struct place *p)
{
	const struct wk_strain *s = wk_forecast_soon(&p->t->facts.outlook.f);
	enum wk_role role = wk_home_role(s->band);
	bool hides = p->t->home.hides_numbers;
	int x = wk_canvas_puts(p->c, p->x, p->y, WK_ROLE_TEXT, hides ?
	    "as lately, in four weeks: " : "as lately, in 4 weeks: ");
	x = wk_canvas_putf(p->c, x, p->y, role, "%s %s", wk_home_sign(s->band),
	    wk_band_name(s->band));
	if (!hides)
		wk_canvas_putf(p->c, x, p->y, role, " %.0f", s->score);
	p->y++;
}

static void
put_date(struct wk_buf *b, wk_date d, wk_date today)
{
	int y, year, m, day;
	wk_date_to_civil(d, &y, &m, &day);
	wk_date_to_civil(today, &year, &m, &day);
	wk_date_put_day(b, d);
	if (y != year)
		wk_buf_addf(b, " %d", y);
}

static void
put_goal_words(const struct wk_outlook *o, struct wk_buf *b)
{
	bool is_calm = o->now->band <= o->goal;
	if (o->until == 1 && is_calm) {
		wk_buf_adds(b, "calm for a year that way");
	} else if (o->until > 0) {
		wk_buf_adds(b, "calm on ");
		put_date(b, o->now->d + o->until, o->today);
		wk_buf_adds(b, " that way");
	} else if (is_calm) {
		wk_buf_adds(b, "calm until ");
		put_date(b, wk_forecast_over(&o->f, o->goal) - 1, o->today);
		wk_buf_adds(b, " that way");
	} else {
		wk_buf_adds(b, "calm: not within a year that way");
	}
}

static void
put_goal(struct place *p)
{
	struct wk_buf b;
	wk_buf_init(&b);
	put_goal_words(&p->t->facts.outlook, &b);
	wk_home_puts(p->c, p->x, p->y++, p->end, WK_ROLE_TEXT, b.p);
	wk_buf_fini(&b);
}

/* "-6.2  an hour more sleep, in 14 days": the columns of Why. */
static void
put_advice(struct place *p, const struct wk_advice *a)
{
	char what[sizeof(a->text)];
	int x = p->x + 6, w = (int)strcspn(a->text, ":");
	snprintf(what, sizeof(what), "%.*s", w, a->text);
	if (p->t->home.hides_numbers)
		wk_canvas_puts(p->c, p->x, p->y, WK_ROLE_OK, "down");
	else
		wk_canvas_putf(p->c, p->x, p->y, WK_ROLE_OK, "-%.1f", a->points);
	wk_home_puts(p->c, x, p->y, p->end, WK_ROLE_TEXT, what);
	if (!p->t->home.hides_numbers && x + w + DISTANCE_W <= p->end)
		wk_canvas_puts(p->c, x + w, p->y, WK_ROLE_DIM, ", in 14 days");
	p->y++;
}

static void
put_lacking(struct place *p)
{
	const struct wk_series *s = &p->t->facts.series;
	struct wk_coverage k = wk_series_coverage(s, s->shown, WK_FORECAST_OF_D);
	wk_canvas_put(p->c, p->x, p->y, WK_ROLE_UNKNOWN, '?');
	p->x += 2;
	if (k.hours >= WK_FORECAST_KNOWN_D) {
		wk_home_puts(p->c, p->x, p->y++, p->end, WK_ROLE_DIM,
		    "ahead: too little known lately");
	} else if (p->t->home.hides_numbers) {
		wk_home_puts(p->c, p->x, p->y++, p->end, WK_ROLE_DIM,
		    "ahead: too few days with hours yet");
	} else {
		char text[64];
		snprintf(text, sizeof(text), "ahead: hours on %d of %d days needed",
		    k.hours, WK_FORECAST_KNOWN_D);
		wk_home_puts(p->c, p->x, p->y++, p->end, WK_ROLE_DIM, text);
	}
	p->x -= 2;
}

/* A way down is told only to those who are not calm or will not stay so. */
static size_t
advice_count(const struct wk_facts *f)
{
	const struct wk_outlook *o = &f->outlook;
	return wk_forecast_stays_calm(&o->f, o->now) ? 0 : f->advice_count;
}

int
wk_home_draw_ahead(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_facts *f = &t->facts;
	struct place p = { t, c, r.x, r.y, r.x + r.w, r.y + r.h };
	if (!has_room(&p) || f->is_ahead_due)
		return 0;
	if (!f->has_outlook) {
		put_lacking(&p);
		return p.y - r.y;
	}
	put_course(&p);
	/* what can be done is worth more than the date where there is one row */
	size_t n = advice_count(f);
	if (n > 0 && p.bottom - p.y == 1)
		put_advice(&p, &f->advice[0]);
	if (has_room(&p))
		put_goal(&p);
	for (size_t i = 0; i < n && i < WK_ADVICE_BEST && has_room(&p); i++)
		put_advice(&p, &f->advice[i]);
	return p.y - r.y;
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	struct wk_rect in = wk_canvas_panel(c, r, "Ahead", "", has_focus);
	int used = wk_home_draw_ahead(t, c,
	    (struct wk_rect){ in.x + 1, in.y, in.w - 2, in.h });
	if (in.h > used + 1)
		wk_canvas_puts(c, in.x + 1, in.y + in.h - 1, WK_ROLE_DIM,
		    t->facts.has_outlook ? "Enter shows the plan behind it" :
		    "what would be a guess is not drawn");
}

void
wk_home_explain_ahead(const struct wk_tui *t, int row, struct wk_buf *out)
{
	const struct wk_facts *f = &t->facts;
	(void)row;
	if (!f->has_outlook) {
		wk_buf_addf(out, "%s\n", f->no_outlook);
		return;
	}
	wk_render_forecast(&f->outlook, wk_paint_none(), out);
	if (f->advice_count > 0)
		wk_buf_adds(out, "\nWhat would lower it most, each by itself:\n");
	for (size_t i = 0; i < f->advice_count; i++)
		wk_buf_addf(out, "  %s\n", f->advice[i].text);
	wk_buf_adds(out, "\nAnother plan: :forecast --plan \"40h 8h-sleep\"\n"
	    "The way to calm: :forecast --solve hours, or --solve rest\n");
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	const struct wk_facts *f = &t->facts;
	bool hides = t->home.hides_numbers;
	(void)row;
	wk_buf_adds(b, "Ahead\n");
	if (!f->has_outlook) {
		wk_buf_addf(b, "  %s\n", hides ? "too little known lately" :
		    f->no_outlook);
		return;
	}
	const struct wk_strain *s = wk_forecast_soon(&f->outlook.f);
	wk_buf_addf(b, "  as lately, in four weeks: %s", wk_band_name(s->band));
	if (!hides)
		wk_buf_addf(b, ", %.0f", s->score);
	wk_buf_adds(b, "\n  ");
	put_goal_words(&f->outlook, b);
	wk_buf_addc(b, '\n');
	for (size_t i = 0; i < advice_count(f) && i < WK_ADVICE_BEST; i++) {
		const struct wk_advice *a = &f->advice[i];
		wk_buf_addf(b, "  lower with %.*s", (int)strcspn(a->text, ":"), a->text);
		if (!hides)
			wk_buf_addf(b, ": minus %.1f in 14 days", a->points);
		wk_buf_addc(b, '\n');
	}
}

const struct wk_home_panel wk_home_ahead = { .title = "Ahead", .render = render,
	.explain = wk_home_explain_ahead, .put_flat = put_flat };
