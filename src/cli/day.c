/* SPDX-License-Identifier: MIT */
/* A day in words: what is known of it, and nothing about what is not. */
#include "cli.h"

static void
put_length(struct wk_buf *b, double h)
{
	wk_text_put_duration(b, h * 60);
}

/* " (9:10-12:30 13:15-18:40)" of the events of a kind that have times. */
static void
put_spans(struct wk_buf *b, const struct wk_day_view *v, enum wk_kind kind)
{
	const char *before = " (";
	for (size_t i = 0; i < v->event_count; i++) {
		const struct wk_event *e = &v->events[i];
		if (e->fact.kind != kind || e->fact.start == WK_TIME_NONE ||
		    e->fact.end == WK_TIME_NONE || e->fact.d != v->row.d)
			continue;
		wk_buf_adds(b, before);
		wk_app_put_times(b, e);
		before = " ";
	}
	if (before[1] == '\0')
		wk_buf_addc(b, ')');
}

static void
next_part(struct wk_buf *b, bool *any)
{
	wk_buf_adds(b, *any ? ", " : "  ");
	*any = true;
}

static void
put_hours(struct wk_buf *b, const struct wk_day_view *v, bool *any)
{
	const struct wk_day *f = &v->row.folded;
	/* A day of leave counts no work; only work on it is worth a word. */
	bool has_work = !isnan(f->hours) && (f->hours > 0 || f->leave == WK_LEAVE_NONE);
	if (has_work) {
		next_part(b, any);
		wk_buf_adds(b, "work ");
		put_length(b, f->hours);
		put_spans(b, v, WK_KIND_WORK);
	}
	if (!isnan(v->row.typed.break_h)) {
		if (has_work)
			wk_buf_addc(b, ' ');
		else
			next_part(b, any);
		wk_buf_adds(b, "break ");
		put_length(b, v->row.typed.break_h);
	}
}

static void
put_sleep(struct wk_buf *b, const struct wk_day_view *v, bool *any)
{
	if (isnan(v->row.folded.sleep_h))
		return;
	next_part(b, any);
	wk_buf_adds(b, "sleep ");
	put_length(b, v->row.folded.sleep_h);
	put_spans(b, v, WK_KIND_SLEEP);
}

static void
put_count(struct wk_buf *b, const char *what, long n, bool *any)
{
	next_part(b, any);
	wk_buf_addf(b, "%s %ld", what, n);
}

static void
put_rest(struct wk_buf *b, const struct wk_day_view *v, bool *any)
{
	const struct wk_typed *t = &v->row.typed;
	if (t->wakes >= 0)
		put_count(b, "wakes", t->wakes, any);
	size_t pages = v->row.folded.incident_count;
	if (pages > 0) {
		next_part(b, any);
		wk_buf_addf(b, "%zu page%s", pages, pages == 1 ? "" : "s");
	}
	if (v->row.folded.leave != WK_LEAVE_NONE) {
		next_part(b, any);
		wk_buf_addf(b, "leave %s", wk_leave_name(v->row.folded.leave));
	}
	if (v->row.folded.is_oncall || t->oncall == 0) {
		next_part(b, any);
		wk_buf_adds(b, v->row.folded.is_oncall ? "on call" : "not on call");
	}
	if (t->energy > 0)
		put_count(b, "energy", t->energy, any);
	if (t->stress > 0)
		put_count(b, "stress", t->stress, any);
	if (t->mood > 0)
		put_count(b, "mood", t->mood, any);
}

static int
year_of(wk_date d)
{
	int year, month, day;
	wk_date_to_civil(d, &year, &month, &day);
	return year;
}

/* With its year when that is not this one. */
static void
put_date(struct wk_cli *c, wk_date d)
{
	wk_date_put_day(c->out, d);
	if (year_of(d) != year_of(c->app->today))
		wk_buf_addf(c->out, " %d", year_of(d));
}

#define INDENT 12

/* "work 8 h 45 (9:10-12:30 13:15-18:40)," on this line or on the next. */
static void
put_part(struct wk_buf *b, const char *part)
{
	size_t width = wk_text_width(part), col = cli_column(b);
	if (col > INDENT && col + 1 + width > CLI_COLS) {
		wk_buf_addc(b, '\n');
		wk_buf_fill(b, ' ', INDENT);
	} else if (col > 0)
		wk_buf_addc(b, ' ');
	cli_put_wrapped(b, part, INDENT);
}

/* What was put since `from` on lines of CLI_COLS: it breaks behind a comma, and between
 * words only in a part that is longer than a line. */
static void
wrap_parts(struct wk_buf *b, size_t from)
{
	struct wk_buf text;
	wk_buf_init(&text);
	wk_buf_adds(&text, b->p + from);
	b->len = from;
	b->p[from] = '\0';
	for (char *p = text.p; *p != '\0';) {
		char *comma = strstr(p, ", ");
		size_t n = comma == NULL ? strlen(p) : (size_t)(comma - p) + 1;
		char kept = p[n];
		p[n] = '\0';
		put_part(b, p);
		p[n] = kept;
		p += n + (kept == ' ');
	}
	wk_buf_fini(&text);
}

void
cli_put_day(struct wk_cli *c, const struct wk_day_view *v)
{
	bool any = false;
	size_t from = c->out->len;
	put_date(c, v->row.d);
	put_hours(c->out, v, &any);
	put_sleep(c->out, v, &any);
	put_rest(c->out, v, &any);
	if (v->row.note != NULL) {
		next_part(c->out, &any);
		wk_buf_adds(c->out, "note: ");
		cli_put_text(c, v->row.note);
	}
	if (!any)
		wk_buf_adds(c->out,
		    v->event_count + v->elsewhere_count > 0 ?
		    "  nothing that counts to this day" : "  nothing logged");
	wrap_parts(c->out, from);
	wk_buf_addc(c->out, '\n');
	if (v->total_hides_spans)
		wk_buf_adds(c->out,
		    "the typed total counts, not the times; "
		    "wick log --clear work drops both\n");
}

/* Shifts run over days: "to Mon 23 Nov" behind times that say only the clock. */
static void
put_last_day(struct wk_buf *b, const struct wk_fact *f)
{
	if (f->kind != WK_KIND_ONCALL || f->start == WK_TIME_NONE ||
	    f->end == WK_TIME_NONE)
		return;
	wk_buf_adds(b, " to ");
	wk_date_put_day(b, wk_fold_date(f->end, f->off_end, 0));
}

#define EVENT_INDENT 8

/* counts_to: WK_DATE_NONE where it is the day it stands under. */
static void
put_event_row(struct wk_cli *c, const struct wk_event *e, wk_date counts_to)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_app_put_event(&b, e);
	put_last_day(&b, &e->fact);
	if (e->fact.kind == WK_KIND_WORK && e->fact.start != WK_TIME_NONE &&
	    e->fact.end == WK_TIME_NONE)
		wk_buf_adds(&b, "  the clock runs");
	if (strcmp(e->fact.source, "manual") != 0) {
		wk_buf_adds(&b, "  from ");
		wk_text_safe(&b, e->fact.source);
	}
	if (counts_to != WK_DATE_NONE) {
		wk_buf_adds(&b, "  counts to ");
		wk_date_put_day(&b, counts_to);
	}
	wk_buf_addf(c->out, "%6lld  ", (long long)e->id);
	cli_put_wrapped(c->out, b.p, EVENT_INDENT);
	wk_buf_addc(c->out, '\n');
	wk_buf_fini(&b);
}

void
cli_put_day_facts(struct wk_cli *c, const struct wk_day_view *v)
{
	cli_put_day(c, v);
	for (size_t i = 0; i < v->event_count; i++)
		put_event_row(c, &v->events[i], WK_DATE_NONE);
	for (size_t i = 0; i < v->elsewhere_count; i++) {
		const struct wk_event *e = &v->events[v->event_count + i];
		put_event_row(c, e, e->fact.d);
	}
}

/* The date it is named by: a page's own, else the day it counts to. */
wk_date
cli_event_day(const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	return f->kind == WK_KIND_INCIDENT && f->start != WK_TIME_NONE
	    ? wk_fold_date(f->start, f->off_start, 0)
	    : f->d;
}

/* ---- for programs ---- */
static void
json_when(struct wk_buf *b, const char *key, int64_t utc, int32_t off)
{
	cli_json_key(b, key);
	if (utc == WK_TIME_NONE) {
		wk_buf_adds(b, "null");
		return;
	}
	wk_buf_addc(b, '"');
	wk_zone_put_iso(b, utc, off, false);
	wk_buf_addc(b, '"');
}

static void
json_maybe(struct wk_buf *b, const char *key, int v, int unknown)
{
	cli_json_number(b, key, v == unknown ? (double)NAN : v, 0);
}

static void
json_flag(struct wk_buf *b, const char *key, int v)
{
	cli_json_key(b, key);
	wk_buf_adds(b, v < 0 ? "null" : v > 0 ? "true" : "false");
}

void
cli_json_event_value(struct wk_buf *b, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	wk_buf_addc(b, '{');
	cli_json_int(b, "id", e->id);
	cli_json_text(b, "kind", wk_kind_name(f->kind));
	cli_json_date(b, "day", cli_event_day(e));
	json_when(b, "start", f->start, f->off_start);
	json_when(b, "end", f->end, f->off_end);
	cli_json_number(b, "hours", f->dur_h, 6);
	cli_json_text(b, "zone", e->tz);
	cli_json_text(b, "source", f->source);
	cli_json_text(b, "title", e->title);
	if (f->kind == WK_KIND_INCIDENT) {
		json_maybe(b, "severity", f->severity, -1);
		cli_json_number(b, "minutes", f->minutes, 2);
		json_flag(b, "woke", f->woke);
		json_flag(b, "noise", f->noise);
	}
	wk_buf_addc(b, '}');
}

/* What bears the date and counts to another day. */
static void
json_elsewhere(struct wk_buf *b, const struct wk_day_view *v)
{
	cli_json_key(b, "elsewhere");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < v->elsewhere_count; i++) {
		const struct wk_event *e = &v->events[v->event_count + i];
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		cli_json_int(b, "id", e->id);
		cli_json_text(b, "kind", wk_kind_name(e->fact.kind));
		cli_json_date(b, "counts_to", e->fact.d);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}

void
cli_json_day_value(struct wk_buf *b, const struct wk_day_view *v)
{
	const struct wk_typed *t = &v->row.typed;
	const struct wk_day *f = &v->row.folded;
	wk_buf_addc(b, '{');
	cli_json_date(b, "day", v->row.d);
	cli_json_number(b, "hours", f->hours, 6);
	cli_json_number(b, "sleep", f->sleep_h, 6);
	json_maybe(b, "wakes", t->wakes, -1);
	json_flag(b, "oncall", f->is_oncall ? 1 : t->oncall);
	cli_json_text(b, "leave",
	    f->leave == WK_LEAVE_NONE ? NULL : wk_leave_name(f->leave));
	json_maybe(b, "energy", t->energy, 0);
	json_maybe(b, "stress", t->stress, 0);
	json_maybe(b, "mood", t->mood, 0);
	cli_json_text(b, "note", v->row.note);
	cli_json_key(b, "events");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < v->event_count; i++) {
		cli_json_key(b, NULL);
		cli_json_event_value(b, &v->events[i]);
	}
	wk_buf_addc(b, ']');
	json_elsewhere(b, v);
	wk_buf_addc(b, '}');
}

void
cli_put_event_line(struct wk_cli *c, const char *verb, const struct wk_event *e)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (*verb != '\0')
		wk_buf_addf(&b, "%s ", verb);
	wk_app_put_event(&b, e);
	int year = year_of(cli_event_day(e));
	if (year != year_of(c->app->today))
		wk_buf_addf(&b, ", %d", year);
	wk_buf_addf(&b, "  id %lld", (long long)e->id);
	cli_put_wrapped(c->out, b.p, 2);
	wk_buf_addc(c->out, '\n');
	wk_buf_fini(&b);
}

void
cli_put_remark(struct wk_cli *c)
{
	if (c->app->remark[0] == '\0')
		return;
	wk_buf_addf(c->out, "%s\n", c->app->remark);
	c->app->remark[0] = '\0';
}

void
cli_put_undo_hint(struct wk_cli *c)
{
	cli_put_remark(c);
	wk_buf_addf(c->out, "take it back with: %s\n",
	    c->app->is_at_screen ? "u" : "wick undo");
}
