/* SPDX-License-Identifier: MIT */
/* Spreadsheets: a header, then a row for a day or for something that happened. A row with
 * one bad cell is refused whole, with its line; the others are read. */
#include <math.h>
#include <stdlib.h>

#include "csv.h"

enum { DAY_S = 86400, HEADER_ROWS = 5, FIRST_YEAR = 1900, LAST_YEAR = 2199 };

struct run {
	struct wk_port *port;
	struct csv_map map;
	struct wk_csv csv;
	/* which fields each date has been given already, by days since the first year */
	uint32_t *given;
	bool told_ids;
};

/* What one row says, all of it read before any of it is written. */
struct said {
	struct csv_day day;
	struct wk_port_event event, night;
	bool has_event, has_night, is_empty_span;
};

const char *
csv_source(const struct csv_row *r)
{
	return r->map->source[0] == '\0' ? NULL : r->map->source;
}

/* The zone column's offset, else the zone of the import. */
static const char *
zone_name(const struct csv_row *r)
{
	int min = r->off / 60;
	return !r->has_off ? wk_zone_name(r->port->zone) : wk_arena_printf(r->arena,
	    "%c%02d:%02d", min < 0 ? '-' : '+', abs(min) / 60, abs(min) % 60);
}

static void
set_times(struct wk_port_event *e, const struct csv_moment *start,
    const struct csv_moment *end)
{
	e->start = start->utc;
	e->off_start = start->off;
	e->flags |= start->flags;
	if (end == NULL)
		return;
	e->end = end->utc;
	e->off_end = end->off;
	e->flags |= end->flags;
}

/* Spreadsheets turn long numbers into 1.59287E+12: then the id is worth nothing. */
static bool
is_damaged(const char *id)
{
	size_t n = strspn(id, "0123456789.");
	return n > 0 && (id[n] | 0x20) == 'e' && id[n + 1] == '+' &&
	    strspn(id + n + 2, "0123456789") == strlen(id + n + 2) && id[n + 2] != '\0';
}

static const char *
make_id(struct run *run, const struct csv_row *r, const struct wk_port_event *e)
{
	const char *id = csv_cell(r, CSV_ID);
	if (*id != '\0' && !is_damaged(id) && strlen(id) <= 200)
		return id;
	if (*id != '\0' && !run->told_ids) {
		run->told_ids = true;
		wk_port_note(run->port,
		    "the ids were damaged by a spreadsheet (%.40s): not "
		    "used", id);
	}
	const char *project = csv_cell(r, CSV_PROJECT);
	char *out = wk_arena_alloc(r->arena, 35);
	wk_port_make_id(e->start != WK_TIME_NONE ?
	    wk_arena_printf(r->arena, "%s %lld %s", e->kind, (long long)e->start,
	    project) : wk_arena_printf(r->arena, "%s d%d %s", e->kind, e->day, project),
	    out);
	return out;
}

static void
put_tag(const struct csv_row *r, struct wk_buf *b, const char *tag)
{
	if (*tag == '\0')
		return;
	wk_buf_addc(b, b->len == 0 ? '[' : ',');
	wk_port_put_string(r->port, b, tag);
}

/* The project and the tags of the cell, as a JSON list; NULL when there are none. */
static const char *
read_tags(const struct csv_row *r)
{
	struct wk_buf b;
	wk_buf_init(&b);
	put_tag(r, &b, csv_cell(r, CSV_PROJECT));
	char *s = wk_arena_strdup(r->arena, csv_cell(r, CSV_TAGS));
	while (*s != '\0') {
		size_t len = strcspn(s, ",;");
		char *next = s + len + (s[len] != '\0');
		s[len] = '\0';
		put_tag(r, &b, wk_text_trim(s));
		s = next;
	}
	if (b.len > 0)
		wk_buf_addc(&b, ']');
	const char *out = b.len > 0 ? wk_arena_strdup(r->arena, b.p) : NULL;
	wk_buf_fini(&b);
	return out;
}

/* The end: written, or the start and a length, or still open. */
static bool
read_span(struct csv_row *r, struct wk_port_event *e)
{
	struct csv_moment start, end;
	double min;
	if (!csv_read_moment(r, CSV_START, NULL, &start))
		return false;
	if (*csv_cell(r, CSV_END) != '\0') {
		if (!csv_read_moment(r, CSV_END, &start, &end))
			return false;
		if (((start.flags | end.flags) & WK_PORT_DST_FOLD) != 0 &&
		    csv_read_duration(r, CSV_DURATION, r->map->unit_min, &min) &&
		    !isnan(min))
			csv_fit_fold(r, (int64_t)(min * 60 + 0.5), &start, &end);
		set_times(e, &start, &end);
		return true;
	}
	if (!csv_read_duration(r, CSV_DURATION, r->map->unit_min, &min))
		return false;
	set_times(e, &start, NULL);
	if (!isnan(min)) {
		e->end = start.utc + (int64_t)(min * 60 + 0.5);
		e->off_end = r->has_off ? r->off : wk_zone_offset(r->port->zone, e->end);
	}
	return true;
}

static bool
read_length(struct csv_row *r, struct wk_port_event *e)
{
	double min;
	if (!csv_read_duration(r, CSV_DURATION, r->map->unit_min, &min))
		return false;
	if (r->date == WK_DATE_NONE) {
		wk_fail(&r->err, WK_ERR_INPUT, "a duration without a date or a start");
		return false;
	}
	e->day = r->date;
	e->dur_s = floor(min * 60 + 0.5);
	return true;
}

static bool
read_kind(struct csv_row *r, enum wk_kind *kind)
{
	const char *s = csv_cell(r, CSV_KIND);
	*kind = r->map->kind;
	if (*s == '\0' || wk_kind_parse(s, kind))
		return true;
	wk_fail(&r->err, WK_ERR_INPUT,
	    "kind \"%.40s\" is not work, sleep, incident, oncall, "
	    "leave or meeting", s);
	return false;
}

/* What only incidents and leave have. */
static bool
read_extras(struct csv_row *r, enum wk_kind kind, struct wk_port_event *e)
{
	enum wk_leave leave;
	const char *s = csv_cell(r, CSV_LEAVE);
	r->is_leave = kind == WK_KIND_LEAVE;
	if (r->is_leave && *s != '\0') {
		if (!wk_leave_parse(s, &leave)) {
			wk_fail(&r->err, WK_ERR_INPUT,
			    "leave \"%.40s\" is no kind of leave", s);
			return false;
		}
		e->leave = wk_leave_name(leave);
	}
	return kind != WK_KIND_INCIDENT ||
	    (csv_read_severity(r, CSV_SEVERITY, csv_cell(r, CSV_SEVERITY),
	    &e->severity) && csv_read_real(r, CSV_MINUTES, 0, 10080, &e->minutes) &&
	    csv_read_flag(r, CSV_WOKE, &e->woke) &&
	    csv_read_flag(r, CSV_NOISE, &e->noise));
}

/* As the store judges it, which does not know the file's lines. */
static bool
fits_a_day(struct csv_row *r, enum wk_kind kind, const struct wk_port_event *e)
{
	bool is_night = kind == WK_KIND_SLEEP && e->end != WK_TIME_NONE &&
	    e->end - e->start > DAY_S;
	bool is_long = kind != WK_KIND_LEAVE && kind != WK_KIND_ONCALL &&
	    kind != WK_KIND_INCIDENT && e->dur_s > DAY_S;
	if (is_night)
		wk_fail(&r->err, WK_ERR_INPUT, "a sleep of more than 24 hours");
	else if (is_long)
		wk_fail(&r->err, WK_ERR_INPUT,
		    "duration \"%.40s\" is more than a day has",
		    csv_cell(r, CSV_DURATION));
	return !is_night && !is_long;
}

/* How much of the sleep was slept: never more than it lasted. */
static bool
read_asleep(struct csv_row *r, struct wk_port_event *e)
{
	double min;
	if (!csv_read_asleep(r, &min))
		return false;
	if (!isnan(min) && e->end != WK_TIME_NONE)
		e->dur_s = fmin(floor(min * 60 + 0.5), (double)(e->end - e->start));
	return true;
}

static bool
read_event(struct run *run, struct csv_row *r, struct said *out)
{
	enum wk_kind kind;
	struct wk_port_event *e = &out->event;
	bool has_start = *csv_cell(r, CSV_START) != '\0';
	if (!has_start && *csv_cell(r, CSV_END) != '\0') {
		wk_fail(&r->err, WK_ERR_INPUT, "an end without a start");
		return false;
	}
	if (!has_start && *csv_cell(r, CSV_DURATION) == '\0')
		return true;
	if (!read_kind(r, &kind))
		return false;
	wk_port_event_init(e, wk_kind_name(kind));
	if (!(has_start ? read_span(r, e) : read_length(r, e)) ||
	    !fits_a_day(r, kind, e) || !read_extras(r, kind, e))
		return false;
	if (kind == WK_KIND_SLEEP && !read_asleep(r, e))
		return false;
	out->is_empty_span = kind != WK_KIND_INCIDENT &&
	    ((has_start && e->start == e->end) || e->dur_s == 0);
	out->has_event = true;
	e->tz = has_start ? zone_name(r) : NULL;
	e->source = csv_source(r);
	e->id = make_id(run, r, e);
	e->title = csv_cell(r, CSV_TITLE);
	e->tags = read_tags(r);
	return true;
}

static bool
read_night(struct run *run, struct csv_row *r, struct said *out)
{
	struct csv_moment bed, wake;
	bool has_bed = *csv_cell(r, CSV_BED) != '\0', has_wake = *csv_cell(r, CSV_WAKE) !=
	    '\0';
	if (!has_bed && !has_wake)
		return true;
	if (has_bed != has_wake) {
		wk_fail(&r->err, WK_ERR_INPUT, "bed and wake are only known together");
		return false;
	}
	if (!csv_read_night(r, &bed, &wake))
		return false;
	wk_port_event_init(&out->night, "sleep");
	set_times(&out->night, &bed, &wake);
	out->night.tz = zone_name(r);
	out->night.source = csv_source(r);
	out->night.id = make_id(run, r, &out->night);
	out->has_night = true;
	return true;
}

static bool
is_blank_row(const struct wk_csv *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (strspn(wk_csv_cell(c, i), " \t") != strlen(wk_csv_cell(c, i)))
			return false;
	return true;
}

/* Two rows may not say the same thing about one day: which would be right? */
static bool
mark_given(struct run *run, struct csv_row *r, const struct csv_day *d)
{
	if (d->given == 0)
		return true;
	uint32_t *seen = &run->given[r->date - wk_date_from_civil(FIRST_YEAR, 1, 1)];
	for (int f = CSV_HOURS; f <= CSV_NOTE; f++)
		if (*seen & d->given & 1u << f) {
			char date[11];
			wk_date_format(r->date, date);
			wk_fail(&r->err, WK_ERR_INPUT, "%s of %s is given twice",
			    csv_field_name((enum csv_field)f), date);
			return false;
		}
	*seen |= d->given;
	return true;
}

static bool
read_row(struct run *run, struct csv_row *r, struct said *out)
{
	const char *date = csv_cell(r, CSV_DATE);
	if (*date != '\0' && !csv_read_date(r, date, &r->date))
		return false;
	return csv_read_zone(r) && read_event(run, r, out) && read_night(run, r, out) &&
	    csv_read_day(r, &out->day) && mark_given(run, r, &out->day);
}

static void
put_row(struct run *run, const struct csv_row *r, const struct said *s)
{
	long line = run->csv.line;
	csv_day_put(r, &s->day);
	if (s->has_event && s->is_empty_span)
		wk_port_skip(run->port, line, "zero length");
	else if (s->has_event)
		wk_port_event_put(run->port, &s->event);
	if (s->has_night)
		wk_port_event_put(run->port, &s->night);
	if (!s->has_event && !s->has_night && !csv_day_says(&s->day) &&
	    s->day.incident_count == 0)
		wk_port_skip(run->port, line, "nothing logged");
}

static void
take_row(struct run *run)
{
	struct wk_arena arena;
	struct said said = { .has_event = false };
	struct csv_row r = { .port = run->port, .map = &run->map, .csv = &run->csv,
		.arena = &arena, .date = WK_DATE_NONE };
	if (is_blank_row(&run->csv))
		return;
	wk_arena_init(&arena);
	if (read_row(run, &r, &said))
		put_row(run, &r, &said);
	else
		wk_port_error(run->port, run->csv.line, "%s", r.err.msg);
	wk_arena_fini(&arena);
}

/* Does the row that csv stands on begin the table? WK_ERR_NOTFOUND: perhaps the next. */
static enum wk_rc
try_header(struct run *run, struct wk_err *err)
{
	const char *spec = run->port->map != NULL ? run->port->map : "";
	char list[CSV_LIST_MAX];
	enum wk_rc rc = csv_map_spec(&run->map, spec, &run->csv, err);
	if (rc != WK_OK || csv_map_has_fields(&run->map))
		return rc;
	if (csv_map_header(&run->map, &run->csv))
		return WK_OK;
	csv_map_list_columns(&run->csv, list);
	return wk_fail(err, WK_ERR_NOTFOUND, "the header (%s) has no columns wick knows "
	    "(date and hours, sleep, ...; start, end): name them with --map start=COLUMN",
	    list);
}

/* What is told when no row will do: the complaint about the widest of them. */
static bool
find_header(struct run *run)
{
	struct wk_err err = { 0 }, told = { 0 };
	enum wk_rc rc = WK_ERR_NOTFOUND;
	size_t widest = 0;
	long line = 1;
	for (int i = 0; i < HEADER_ROWS && rc == WK_ERR_NOTFOUND; i++) {
		enum wk_csv_row st = wk_csv_next(&run->csv, &err);
		if (st == WK_CSV_END)
			break;
		rc = st == WK_CSV_BAD ? WK_ERR_NOTFOUND : try_header(run, &err);
		if (rc == WK_OK)
			return true;
		if (run->csv.n <= widest && rc == WK_ERR_NOTFOUND)
			continue;
		widest = run->csv.n;
		line = run->csv.line;
		told = err;
	}
	wk_port_error(run->port, line, "%s", told.msg[0] != '\0' ? told.msg :
	    "the file is empty");
	return false;
}

void
wk_port_csv(struct wk_port *port)
{
	struct run run = { .port = port };
	struct wk_err err = { 0 };
	wk_port_header(port, "csv", wk_zone_name(port->zone));
	wk_csv_init(&run.csv, port->p, port->n);
	if (find_header(&run)) {
		wk_date lo = wk_date_from_civil(FIRST_YEAR, 1, 1);
		wk_date hi = wk_date_from_civil(LAST_YEAR + 1, 1, 1);
		run.given = wk_mem_alloc((size_t)(hi - lo) * sizeof(*run.given));
		csv_map_note_unused(port, &run.map, &run.csv);
		for (enum wk_csv_row st; !wk_port_is_over(port) &&
		    (st = wk_csv_next(&run.csv, &err)) != WK_CSV_END;) {
			if (st == WK_CSV_BAD)
				wk_port_error(port, run.csv.line, "%s", err.msg);
			else
				take_row(&run);
		}
	}
	wk_mem_free(run.given);
	wk_csv_fini(&run.csv);
}

/* A header that is known by itself; a bare list of words is no table. */
bool
wk_port_detect_csv(const char *p, size_t n)
{
	struct wk_csv c;
	struct csv_map m;
	bool is_header = false;
	wk_csv_init(&c, p, n);
	csv_map_init(&m);
	for (int i = 0; i < HEADER_ROWS && !is_header; i++, csv_map_init(&m))
		is_header = wk_csv_next(&c, NULL) == WK_CSV_ROW && csv_map_header(&m, &c);
	wk_csv_fini(&c);
	return is_header;
}
