/* SPDX-License-Identifier: MIT */
/* The engine of rows.h. */
#include <math.h>

#include "rows.h"

enum { ID_MAX = 200, DAY_S = 86400 };

struct reader {
	struct wk_port *port;
	const struct row_format *format;
	struct wk_arena arena;          /* of the record in hand */
	struct wk_arena who_arena;
	struct wk_port_who who;
	long others, taken;
	char *first;                    /* whose the first record was; NULL: not said */
	bool has_others;                /* and there were others', while I am nobody */
	bool has_more;                  /* pages after this one */
	bool is_top_record;             /* a row is of the top itself */
};

static const struct row_format *
find_format(const char *name)
{
	for (size_t i = 0; i < wk_row_format_count; i++)
		if (strcmp(wk_row_formats[i].name, name) == 0)
			return &wk_row_formats[i];
	return NULL;
}

static bool
has_name(const char *p, size_t n, const char *name, size_t len)
{
	for (const char *at = p, *end = p + n; at < end; at++) {
		at = memmem(at, (size_t)(end - at), name, len);
		if (at == NULL)
			return false;
		if (at > p && at[-1] == '"' && at + len < end && at[len] == '"')
			return true;
	}
	return false;
}

static bool
is_list_of_lists(const char *p, size_t n)
{
	size_t i = 1;
	while (i < n && *p == '[' && p[i] != '\0' && strchr(" \t\r\n", p[i]) != NULL)
		i++;
	return i < n && *p == '[' && p[i] == '[';
}

/* One alternative: "a&!b". */
static bool
has_all(const char *signs, size_t len, const char *p, size_t n)
{
	while (len > 0) {
		const char *amp = memchr(signs, '&', len);
		size_t part = amp == NULL ? len : (size_t)(amp - signs);
		bool is_not = *signs == '!';
		if (*signs == '[' ? !is_list_of_lists(p, n) :
		    has_name(p, n, signs + is_not, part - is_not) == is_not)
			return false;
		signs += part + (amp != NULL);
		len -= part + (amp != NULL);
	}
	return true;
}

bool
wk_rows_detect(const char *format, const char *p, size_t n)
{
	const struct row_format *f = find_format(format);
	while (n > 0 && *p != '\0' && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	if (f == NULL || n == 0 || (*p != '{' && *p != '['))
		return false;
	for (const char *s = f->signs; *s != '\0';) {
		size_t len = strcspn(s, "|");
		if (has_all(s, len, p, n))
			return true;
		s += len + (s[len] == '|');
	}
	return false;
}

int
wk_rows_severity(const char *s)
{
	static const struct { const char *word; int severity; } words[] = {
		{ "critical", 1 }, { "disaster", 1 }, { "fatal", 1 }, { "page", 1 },
		{ "major", 2 }, { "high", 2 }, { "error", 2 }, { "moderate", 3 },
		{ "medium", 3 }, { "warning", 3 }, { "minor", 4 }, { "low", 4 },
		{ "info", 5 }, { "informational", 5 }, { "debug", 5 }, { "none", 5 },
	};
	static const char *const prefixes[] = { "sev", "p", "s" };
	if (s == NULL)
		return -1;
	for (size_t i = 0; i < WK_LEN(words); i++)
		if (wk_text_eq_nocase(s, words[i].word))
			return words[i].severity;
	for (size_t i = 0; i < WK_LEN(prefixes); i++) {
		size_t n = strlen(prefixes[i]);
		if (strncasecmp(s, prefixes[i], n) != 0)
			continue;
		const char *d = s + n + strspn(s + n, "- ");
		return *d >= '0' && *d <= '5' && d[1] == '\0' ? *d - '0' : -1;
	}
	return -1;
}

static const char *
first_text(const struct wk_json_record *rec, const char *const paths[ROW_PATHS])
{
	for (size_t i = 0; i < ROW_PATHS && paths[i] != NULL; i++) {
		const char *s = wk_json_text(rec, paths[i]);
		if (s != NULL && *s != '\0')
			return s;
	}
	return NULL;
}

static bool
is_skipped(struct reader *r, const struct row *row, const struct wk_json_record *rec)
{
	const char *s = row->skip_field == NULL ? NULL :
	    wk_json_text(rec, row->skip_field);
	for (const char *v = row->skip_values; s != NULL && *v != '\0';) {
		size_t len = strcspn(v, "|");
		if (strlen(s) == len && strncmp(s, v, len) == 0) {
			wk_port_skip(r->port, rec->line, "%s %s", row->skip_field, s);
			return true;
		}
		v += len + (v[len] == '|');
	}
	return false;
}

static void
note_whose(struct reader *r, const char *name)
{
	if (name == NULL || r->who.me_count > 0)
		return;
	if (r->first == NULL)
		r->first = wk_arena_strdup(&r->who_arena, name);
	r->has_others = r->has_others || strcmp(r->first, name) != 0;
}

static bool
is_foreign(struct reader *r, const struct row *row, const struct wk_json_record *rec)
{
	bool names_one = false;
	note_whose(r, first_text(rec, row->me));
	for (size_t i = 0; i < ROW_PATHS && row->me[i] != NULL; i++) {
		const char *s = wk_json_text(rec, row->me[i]);
		names_one = names_one || s != NULL;
		if (r->who.me_count == 0 || wk_port_who_is_me(&r->who, s))
			return false;
	}
	r->others += names_one;
	return names_one;
}

static bool
read_start(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	int64_t t;
	int32_t off;
	bool is_wall;
	const char *s = first_text(rec, row->start);
	if (s == NULL)
		return true;
	if ((row->flags & ROW_UTC) && wk_port_parse_time(s, &t, &off, &is_wall) &&
	    is_wall) {
		wk_port_utc_start(r->port, e, t);
		return true;
	}
	if (wk_port_text_start(r->port, e, s))
		return true;
	wk_port_error(r->port, rec->line, "start \"%.40s\" is not a time", s);
	return false;
}

/* What has not ended says so by null, by nothing or by the year 1. */
static bool
read_end(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	int64_t t, stated = -1;
	int32_t off;
	bool is_wall;
	const char *s = first_text(rec, row->end);
	if (s == NULL || wk_text_starts(s, "0001-"))
		return true;
	if (e->start == WK_TIME_NONE) {
		wk_port_error(r->port, rec->line, "an end without a start");
		return false;
	}
	if (!wk_port_parse_time(s, &t, &off, &is_wall) || !is_wall)
		return wk_port_text_end(r->port, e, s, rec->line);
	if (row->flags & ROW_UTC)
		return wk_port_utc_end(r->port, e, t, rec->line);
	if (row->stated_ms != NULL && wk_json_int(rec, row->stated_ms, &stated))
		stated /= 1000;
	return wk_port_wall_end(r->port, e, t, stated, rec->line);
}

/* The zone the source says it was lived in. */
static void
use_zone(const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	char iso[48];
	int64_t utc;
	int32_t off;
	bool is_known;
	const char *s = row->zone == NULL ? NULL : wk_json_text(rec, row->zone);
	if (s == NULL || strlen(s) > 6 || e->start == WK_TIME_NONE)
		return;
	(void)snprintf(iso, sizeof(iso), "2000-01-01T00:00:00%s", s);
	if (!wk_zone_parse_iso(iso, &utc, &off, &is_known) || !is_known)
		return;
	e->off_start = e->off_end = off;
	wk_port_offset_name(off, e->tz_text);
	e->tz = e->tz_text;
}

static bool
read_length(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	double v, sum = NAN;
	for (size_t i = 0; i < ROW_PATHS && row->length[i] != NULL; i++)
		if (wk_json_real(rec, row->length[i], &v))
			sum = (isnan(sum) ? 0 : sum) + v * row->length_unit_s;
	if (isnan(sum))
		return true;
	if (sum < 0 || sum > DAY_S) {
		wk_port_error(r->port, rec->line, "%s is %s than a day has",
		    row->length[0], sum < 0 ? "less" : "more");
		return false;
	}
	e->dur_s = floor(sum + 0.5);
	return true;
}

static bool
read_day(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	char iso[11] = { 0 };
	const char *s = row->day == NULL ? NULL : wk_json_text(rec, row->day);
	if (s == NULL)
		return true;
	memcpy(iso, s, WK_MIN(strlen(s), sizeof(iso) - 1));
	if (wk_date_parse_iso(iso, &e->day))
		return true;
	wk_port_error(r->port, rec->line, "%s \"%.40s\" is not a date", row->day, s);
	return false;
}

/* Either times, with what of a sleep was slept, or a day and a length. */
static bool
settle_times(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	bool is_sleep = strcmp(e->kind, "sleep") == 0;
	if (row->flags & ROW_DAY && e->start != WK_TIME_NONE) {
		int64_t wall = e->start + e->off_start;
		if (e->day == WK_DATE_NONE)
			e->day = (wk_date)(wall / DAY_S - (wall % DAY_S < 0));
		e->start = e->end = WK_TIME_NONE;
		e->tz = NULL;
		e->flags = 0;
	}
	if (e->start == WK_TIME_NONE) {
		bool ok = e->day != WK_DATE_NONE && !isnan(e->dur_s);
		if (!ok)
			wk_port_error(r->port, rec->line, "neither a start nor a day and "
			    "its length");
		return ok;
	}
	e->day = WK_DATE_NONE;
	if (e->end == WK_TIME_NONE && !isnan(e->dur_s) &&
	    !wk_port_utc_end(r->port, e, e->start + llround(e->dur_s), rec->line))
		return false;
	if (e->end == WK_TIME_NONE || !is_sleep)
		e->dur_s = NAN;
	else if (e->dur_s > (double)(e->end - e->start))
		e->dur_s = (double)(e->end - e->start);
	return true;
}

static const char *
make_id(struct reader *r, const struct row *row, const struct wk_json_record *rec,
    const struct wk_port_event *e)
{
	struct wk_buf b;
	char *id = wk_arena_alloc(&r->arena, ID_MAX + 1);
	if (row->only_id != NULL)
		return row->only_id;
	wk_buf_init(&b);
	for (size_t i = 0; i < ROW_PATHS && row->id[i] != NULL; i++) {
		const char *s = wk_json_text(rec, row->id[i]);
		if (s != NULL)
			wk_buf_addf(&b, "%s%s", b.len > 0 ? " " : "", s);
	}
	if (b.len > 0 && b.len <= ID_MAX && !wk_text_starts(b.p, "h:"))
		memcpy(id, b.p, b.len + 1);
	else {
		if (b.len == 0)
			wk_buf_addf(&b, "%s %lld %d", e->kind, (long long)e->start,
			    e->day);
		wk_port_make_id(b.p, id);
	}
	wk_buf_fini(&b);
	return id;
}

static const char *
read_tags(struct reader *r, const struct row *row, const struct wk_json_record *rec)
{
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < ROW_TAGS && row->tags[i] != NULL; i++) {
		const char *s = wk_json_text(rec, row->tags[i]);
		if (s != NULL)
			wk_port_tag_add(r->port, &b, s);
	}
	if (b.len > 0)
		wk_buf_addc(&b, ']');
	const char *out = b.len > 0 ? wk_arena_strdup(&r->arena, b.p) : NULL;
	wk_buf_fini(&b);
	return out;
}

static void
take_row(struct reader *r, const struct row *row, const struct wk_json_record *rec)
{
	struct wk_port_event e;
	if (row->kind == NULL) {
		wk_port_error(r->port, rec->line, "%s", row->why);
		return;
	}
	if (is_skipped(r, row, rec) || is_foreign(r, row, rec))
		return;
	wk_port_event_init(&e, row->kind);
	e.source = r->format->name;
	e.title = first_text(rec, row->title);
	if (row->severity != NULL)
		e.severity = wk_rows_severity(wk_json_text(rec, row->severity));
	e.noise = row->flags & ROW_NOISE ? 1 : -1;
	if (!read_start(r, row, rec, &e) || !read_end(r, row, rec, &e) ||
	    !read_length(r, row, rec, &e) || !read_day(r, row, rec, &e))
		return;
	use_zone(row, rec, &e);
	if ((row->amend != NULL && !row->amend(r->port, rec, &e)) ||
	    !settle_times(r, row, rec, &e))
		return;
	e.id = make_id(r, row, rec, &e);
	e.tags = read_tags(r, row, rec);
	wk_port_span_put(r->port, &e, rec->line);
}

/* Where the services say that this was not all. */
static const char *const next_page[] = { "next", "next_token", "metadata.next",
	"paging.next", "pagination_meta.after", "links.next", "body.more",
	"hasMoreData" };

static bool
names_next_page(const struct wk_json_record *rec)
{
	for (size_t i = 0; i < WK_LEN(next_page); i++) {
		const char *s = wk_json_text(rec, next_page[i]);
		if (wk_json_is_true(rec, next_page[i]) ||
		    (s != NULL && *s != '\0' && strcmp(s, "0") != 0))
			return true;
	}
	return false;
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	struct reader *r = ctx;
	for (size_t i = 0; i < WK_LEN(r->format->rows); i++) {
		const struct row *row = &r->format->rows[i];
		if (row->place == NULL || strcmp(row->place, rec->place) != 0 ||
		    !wk_json_has(rec, row->must))
			continue;
		r->taken++;
		take_row(r, row, rec);
		wk_arena_fini(&r->arena);
		return;
	}
	r->has_more = r->has_more || (*rec->place == '\0' && names_next_page(rec));
}

/* Of a top that is no record only that: it may hold thousands of other things. */
static bool
is_wanted(void *ctx, const struct wk_json_record *rec, const char *path, bool has_places)
{
	const struct reader *r = ctx;
	size_t n = strlen(path);
	if (*rec->place != '\0' || r->is_top_record || has_places)
		return true;
	for (size_t i = 0; i < WK_LEN(next_page); i++)
		if (strncmp(next_page[i], path, n) == 0 && next_page[i][n] == '.')
			return true;
	return false;
}

static const struct wk_json_taker taker = { .take = take, .is_wanted = is_wanted };

void
wk_rows_read(struct wk_port *port, const char *format)
{
	struct reader r = { .port = port, .format = find_format(format) };
	const char *places[WK_LEN(r.format->rows) + 2] = { "" };
	size_t n = 1;
	for (size_t i = 0; i < WK_LEN(r.format->rows); i++) {
		const char *place = r.format->rows[i].place;
		if (place != NULL && *place != '\0')
			places[n++] = place;
		r.is_top_record = r.is_top_record || (place != NULL && *place == '\0');
	}
	wk_arena_init(&r.arena);
	wk_arena_init(&r.who_arena);
	wk_port_header(port, format, wk_zone_name(port->zone));
	if (wk_port_who_read(port, &r.who_arena, &r.who))
		wk_json_read(port, places, &taker, &r);
	if (r.taken == 0 && port->errors == 0)
		wk_port_note(port, "there is no record in it");
	if (r.has_more)
		wk_port_note(port, "the answer has more pages than this one");
	if (r.has_others)
		wk_port_note(port, "rows of several people are all read as mine: say who "
		    "you are with --map me=NAME");
	if (r.others > 0)
		wk_port_note(port, "somebody else's, left out: %ld", r.others);
	wk_arena_fini(&r.arena);
	wk_arena_fini(&r.who_arena);
}
