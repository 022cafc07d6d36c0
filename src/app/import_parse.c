/* SPDX-License-Identifier: MIT */
/* Lines to facts: identity, layer, zone, range. What cannot be read is listed with its
 * line and skipped; nothing is guessed. */
#include <stdio.h>

#include "import.h"

#define LONG_SEC (16 * 3600)
#define ODD_SHOWN 6
enum { SCRATCH_LINES = 64 };       /* that share what they were read into */

static void
add_issue(const struct import *im, struct wk_import_issue **v, size_t *n, size_t *cap,
    long line, const char *why)
{
	const char *file = im->file_count > 1 ? im->files[im->file] : NULL;
	*v = wk_mem_grow(*v, cap, *n + 1, sizeof(**v));
	(*v)[(*n)++] = (struct wk_import_issue){ file, line,
		wk_arena_strdup(im->arena, why) };
}

static void
add_error(struct import *im, long line, const char *why)
{
	add_issue(im, &im->r.errors, &im->r.error_count, &im->error_cap, line, why);
}

static void
add_skip(struct import *im, long line, const char *why)
{
	add_issue(im, &im->r.skips, &im->r.skip_count, &im->skip_cap, line, why);
}

void
wk_import_note(struct import *im, const char *text)
{
	for (size_t i = 0; i < im->r.note_count; i++)
		if (strcmp(im->r.notes[i], text) == 0)
			return;
	im->r.notes = wk_mem_grow(im->r.notes, &im->note_cap, im->r.note_count + 1,
	    sizeof(*im->r.notes));
	im->r.notes[im->r.note_count++] = wk_arena_strdup(im->arena, text);
}

static const struct { const char *source; int layer; } layers[] = {
	{ "manual", 0 }, { "jira", 2 }, { "tempo", 2 }, { "ics", 3 },
	{ "activitywatch", 4 },
	{ "wakatime", 4 }, { "git", 4 }, { "rescuetime", 4 },
};

static int
layer_of(const char *source)
{
	for (size_t i = 0; i < WK_LEN(layers); i++)
		if (strcmp(source, layers[i].source) == 0)
			return layers[i].layer;
	return 1;
}

/* No native id: a hash of kind and start; never of the end or the title, which change. */
static const char *
made_id(struct wk_arena *a, const struct wk_event *e)
{
	char text[96], hex[65];
	int n = e->fact.start == WK_TIME_NONE ?
	    snprintf(text, sizeof(text), "%d d%d", (int)e->fact.kind, e->fact.d) :
	    snprintf(text, sizeof(text), "%d %lld", (int)e->fact.kind,
	    (long long)e->fact.start);
	wk_hash_sha256(text, (size_t)n, hex);
	hex[32] = '\0';
	return wk_arena_printf(a, "h:%s", hex);
}

/* What the later of two lines says again takes the earlier one's place. */
static void
replace_line(struct import *im, size_t before, struct wk_line *l, const char *what)
{
	char why[64];
	struct wk_line old;
	(void)wk_import_line(im, before, &old);
	/* newest first: that it fired is no news of what is over */
	if (l->type == WK_LINE_EVENT && l->event.fact.kind == WK_KIND_INCIDENT &&
	    l->event.fact.end == WK_TIME_NONE) {
		l->event.fact.end = old.event.fact.end;
		l->event.fact.off_end = old.event.fact.off_end;
	}
	(void)snprintf(why, sizeof(why), "the same %s again in line %ld", what, l->line);
	add_skip(im, old.line, why);
	wk_import_blank(im, before);
}

/* The line in hand for the one of its key before, if there is one. */
static void
supersede(struct import *im, struct seen *s, unsigned times, struct wk_line *l,
    const char *what)
{
	size_t before = s->place - 1;
	if (before == im->line_count)
		return;
	if (times > 1)
		replace_line(im, before, l, what);
	else
		wk_import_blank(im, before);
	s->place = (uint32_t)im->line_count + 1;
}

/* An id that stands in wick's own lines or that its source gave is the fact's: the later
 * line is a newer state of it. A table's ids may be anything, so that there, and where
 * one was made of the time ("h:"), what collides gets its ordinal in the file. */
static void
identify(struct import *im, struct wk_line *l, const char *importer)
{
	struct wk_event *e = &l->event;
	if (e->fact.source == NULL || *e->fact.source == '\0')
		e->fact.source = importer;
	if (e->scope == NULL)
		e->scope = "";
	e->fact.layer = e->fact.layer > 0 ? e->fact.layer : layer_of(e->fact.source);
	bool is_own = e->ext_id != NULL && (strcmp(importer, "jsonl") == 0 ||
	    (strcmp(importer, "csv") != 0 && !wk_text_starts(e->ext_id, "h:")));
	if (e->ext_id == NULL)
		e->ext_id = made_id(&im->scratch, e);
	const char *id = e->ext_id;
	struct seen *s;
	unsigned times = wk_import_seen(im, l, &s);
	for (unsigned n = times; times > 1 && !is_own; n++) {
		e->ext_id = wk_arena_printf(&im->scratch, "%s-%u", id, n);
		times = wk_import_seen(im, l, &s);
	}
	supersede(im, s, times, l, "id");
}

/* Fields that only the earlier line of a day has are kept. */
static void
identify_day(struct import *im, struct wk_line *l)
{
	struct wk_line old;
	struct seen *s;
	unsigned times = wk_import_seen(im, l, &s);
	if (s->place - 1 < im->line_count) {
		(void)wk_import_line(im, s->place - 1, &old);
		wk_import_absorb_day(l, &old);
	}
	supersede(im, s, times, l, "day");
}

static void
widen(struct import *im, wk_date lo, wk_date hi)
{
	struct wk_batch *b = &im->r.batch;
	if (b->lo == WK_DATE_NONE || lo < b->lo)
		b->lo = lo;
	if (b->hi == WK_DATE_NONE || hi > b->hi)
		b->hi = hi;
}

/* Of what is odd about single intervals the first few are told, and how many more. */
static void
note_odd(struct import *im, const char *text)
{
	size_t before = im->r.note_count;
	if (im->odd_count++ >= ODD_SHOWN)
		return;
	wk_import_note(im, text);
	im->odd_count -= im->r.note_count == before;
}

static void
note_dst(struct import *im, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	char day[11];
	if (f->kind != WK_KIND_WORK || f->end == WK_TIME_NONE ||
	    f->start == WK_TIME_NONE || f->off_start == f->off_end)
		return;
	int64_t real_s = f->end - f->start, wall_s = real_s + f->off_end - f->off_start;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_date_format((wk_date)((f->end + f->off_end) / 86400), day);
	wk_buf_addf(&b, "%s crosses a DST change: ", day);
	wk_text_put_duration_short(&b, (double)real_s / 60);
	wk_buf_adds(&b, " elapsed");
	if (wall_s > 0) {
		wk_buf_adds(&b, ", source tool may show ");
		wk_text_put_duration_short(&b, (double)wall_s / 60);
	}
	note_odd(im, b.p);
	wk_buf_fini(&b);
}

/* Clocks that still run, or that seem to have been left running. */
static void
note_length(struct import *im, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	char day[11];
	struct wk_buf b;
	if (f->kind != WK_KIND_WORK || f->start == WK_TIME_NONE ||
	    (f->end != WK_TIME_NONE && f->end - f->start <= LONG_SEC))
		return;
	wk_buf_init(&b);
	wk_date_format(f->d, day);
	if (f->end == WK_TIME_NONE)
		wk_buf_addf(&b, "open since %s: it counts when it is closed", day);
	else {
		wk_buf_addf(&b, "%s has an interval of ", day);
		wk_text_put_duration_short(&b, (double)(f->end - f->start) / 60);
		wk_buf_adds(&b, ": forgotten to stop?");
	}
	note_odd(im, b.p);
	wk_buf_fini(&b);
}

static void
keep(struct import *im, struct wk_line *l)
{
	if (l->type == WK_LINE_EVENT) {
		identify(im, l, im->r.batch.importer);
		wk_event_file(&l->event, im->rules);
		widen(im, l->event.fact.d, l->event.d_last);
		note_dst(im, &l->event);
		note_length(im, &l->event);
	} else if (l->type == WK_LINE_DAY) {
		identify_day(im, l);
		widen(im, l->day.d, l->day.d);
	}
	wk_import_keep(im, l);
}

void
wk_import_take_line(struct import *im, const char *text, size_t len)
{
	struct wk_line l;
	struct wk_err err = { 0 };
	struct wk_import_result *r = &im->r;
	im->number++;
	if (im->number == 1 && len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3, len -= 3;
	len -= len > 0 && text[len - 1] == '\r';
	memset(&l, 0, sizeof(l));
	if (im->number % SCRATCH_LINES == 0)
		wk_arena_fini(&im->scratch);
	enum wk_rc rc = wk_store_line_parse(im->store, text, len, im->zone, &im->scratch,
	    &l, &err);
	if (rc != WK_OK) {
		add_error(im, im->number, err.msg);
		return;
	}
	l.line = l.line > 0 ? l.line : im->number;
	switch (l.type) {
	case WK_LINE_BLANK:
		break;
	case WK_LINE_HEADER:
		if (l.zone != NULL)
			r->batch.tz = wk_arena_strdup(im->arena, l.zone);
		break;
	case WK_LINE_ERROR:
		add_error(im, l.line, l.text);
		break;
	case WK_LINE_SKIP:
		add_skip(im, l.line, l.text);
		break;
	case WK_LINE_NOTE:
		wk_import_note(im, l.text);
		break;
	case WK_LINE_EVENT:
	case WK_LINE_DAY:
	case WK_LINE_SURVEY:
		keep(im, &l);
		break;
	}
}

void
wk_import_end_lines(struct import *im)
{
	if (im->odd_count > ODD_SHOWN)
		wk_import_note(im, wk_arena_printf(im->arena,
		    "and %d more such intervals", im->odd_count - ODD_SHOWN));
	im->r.batch.n_error = (int64_t)im->r.error_count;
	im->r.batch.n_skipped = (int64_t)im->r.skip_count;
}
