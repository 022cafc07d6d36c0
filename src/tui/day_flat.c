/* SPDX-License-Identifier: MIT */
/* The Day form as lines: a field, its value, and for the one with the focus its error or
 * its help. */
#include <math.h>

#include "day.h"
#include "flat.h"

static void
put_choice(const struct wk_tui *t, enum wk_field i, struct wk_buf *b)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	struct wk_form copy = t->form.now;
	int v = *row->value(&copy);
	if (row->type == WK_FIELD_SCALE && v == 0)
		wk_buf_adds(b, "not said");
	else if (row->type == WK_FIELD_SCALE)
		wk_buf_addf(b, "%d of 5", v);
	else
		wk_buf_adds(b, row->choices[v - row->first]);
	if (row->hint != NULL && row->type == WK_FIELD_SCALE)
		wk_buf_addf(b, ", %s", row->hint);
}

static void
put_text(const struct wk_tui *t, enum wk_field i, struct wk_buf *b)
{
	const struct wk_edit_line *l = &t->form.text[i];
	bool has_focus = t->form.focus == i;
	double min = wk_day_counted_min(&t->form.now);
	wk_buf_add(b, l->s, l->at);
	if (has_focus)
		wk_buf_adds(b, WK_FLAT_CURSOR);
	wk_buf_adds(b, l->s + l->at);
	if (l->len > 0)
		return;
	if (i != WK_FIELD_WORKED || isnan(min)) {
		wk_buf_adds(b, has_focus ? " not logged" : "not logged");
		return;
	}
	wk_buf_adds(b, has_focus ? " " : "");
	wk_day_put_length(b, min);
	wk_buf_adds(b, ", counted from above");
}

static void
put_field(const struct wk_tui *t, enum wk_field i, struct wk_buf *b)
{
	const struct wk_field_row *row = &wk_day_fields[i];
	bool has_focus = t->form.focus == i;
	wk_flat_mark(b, has_focus);
	wk_buf_adds(b, row->label);
	wk_buf_adds(b, row->type == WK_FIELD_BUTTON && i != WK_FIELD_PAGES ?
	    " (button)" : ": ");
	if (i == WK_FIELD_PAGES)
		wk_buf_addf(b, "%d, Enter adds one", t->form.saved.page_count);
	else if (row->type == WK_FIELD_TEXT)
		put_text(t, i, b);
	else if (row->value != NULL)
		put_choice(t, i, b);
	wk_buf_addc(b, '\n');
	if (t->form.bad == i) {
		wk_buf_addf(b, "    error: %s\n", t->form.error);
		if (t->form.offer[0] != '\0')
			wk_buf_addf(b, "    %s? Enter takes it\n", t->form.offer);
	}
	for (size_t k = 0; has_focus && k < WK_LEN(row->help); k++)
		if (row->help[k] != NULL && *row->help[k] != '\0')
			wk_buf_addf(b, "    %s\n", row->help[k]);
}

static void
put_preview(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_form_preview *p = &t->form.preview;
	wk_buf_adds(b, "If saved\n");
	if (!t->form.has_preview || !p->has_score) {
		wk_buf_adds(b, "  strain: no change\n");
		return;
	}
	if (wk_confidence_of(p->after.confidence) == WK_CONF_STALE)
		wk_buf_adds(b, "  strain: not enough known\n");
	else if (t->home.hides_numbers)
		wk_buf_addf(b, "  strain: %s\n", wk_band_name(p->after.band));
	else
		wk_buf_addf(b, "  strain: %s, %.1f\n", wk_band_name(p->after.band),
		    p->after.score);
	if (p->week_known > 0 && !t->home.hides_numbers)
		wk_buf_addf(b, "  week: %.1f h on %d %s\n", p->week_h, p->week_known,
		    p->week_known == 1 ? "day" : "days");
	if (!isnan(p->rest_h)) {
		wk_buf_adds(b, p->rest_h >= t->app->conf.rules.rest_floor_h ?
		    "  rest before: enough" : "  rest before: too short");
		if (!t->home.hides_numbers) {
			wk_buf_adds(b, ", ");
			wk_text_put_duration(b, p->rest_h * 60);
		}
		wk_buf_addc(b, '\n');
	}
}

static void
put_pages(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_day_view *v = &t->form.days[0];
	for (size_t i = 0; i < v->event_count; i++) {
		struct wk_buf line;
		if (v->events[i].fact.kind != WK_KIND_INCIDENT ||
		    v->events[i].fact.d != t->form.now.day)
			continue;
		wk_buf_init(&line);
		if (t->home.hides_numbers)
			wk_buf_adds(&line, "a page");
		else
			wk_app_put_event(&line, &v->events[i]);
		wk_buf_adds(b, "  ");
		wk_text_safe(b, line.p);
		wk_buf_addc(b, '\n');
		wk_buf_fini(&line);
	}
}

void
wk_day_put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	wk_date_put_day(b, t->form.now.day);
	wk_buf_adds(b, t->form.is_touched ? ", not saved yet\n" : ", as saved\n");
	for (int i = 0; i < WK_FIELD_COUNT; i++)
		put_field(t, (enum wk_field)i, b);
	put_preview(t, b);
	if (t->form.saved.page_count > 0)
		wk_buf_adds(b, "Pages of this day\n");
	put_pages(t, b);
}
