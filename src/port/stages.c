/* SPDX-License-Identifier: MIT */
/* Tables that have a row for each stage of a night instead of one for the night: the raw
 * states of Withings (a start, and lists of lengths and values), the stages of Samsung
 * Health (UTC, with the offset in a column), and what other apps make of those. */
#include "night.h"

enum { HEADER_ROWS = 3, VALUES_MAX = 4096 };

enum column { START, END, LENGTH, STAGE, ZONE, TELLER, COLUMNS };

static const struct table {
	const char *columns[COLUMNS];
	const char *source, *teller;
} tables[] = {
	{ { [START] = "start", [LENGTH] = "duration", [STAGE] = "value" },
	    "withings-states", "Withings" },
	{ { [START] = "start_time", [END] = "end_time", [STAGE] = "stage",
	    [ZONE] = "time_offset" }, "samsung-stages", "Samsung Health" },
	{ { [START] = "start_time", [END] = "end_time", [STAGE] = "sleep_stage",
	    [TELLER] = "source_name" }, "sleep-stages", "sleep stages" },
};

static const struct {
	const char *word;
	enum wk_stage stage;
} words[] = {
	{ "0", WK_STAGE_AWAKE }, { "1", WK_STAGE_DETAILED }, { "2", WK_STAGE_DETAILED },
	{ "3", WK_STAGE_DETAILED }, { "40001", WK_STAGE_AWAKE },
	{ "40002", WK_STAGE_DETAILED }, { "40003", WK_STAGE_DETAILED },
	{ "40004", WK_STAGE_DETAILED }, { "awake", WK_STAGE_AWAKE },
	{ "asleep", WK_STAGE_ASLEEP }, { "sleeping", WK_STAGE_ASLEEP },
	{ "light", WK_STAGE_DETAILED }, { "core", WK_STAGE_DETAILED },
	{ "deep", WK_STAGE_DETAILED }, { "rem", WK_STAGE_DETAILED },
};

struct reader {
	struct wk_port *port;
	const struct table *table;
	size_t at[COLUMNS];
	struct wk_csv csv;
	struct wk_nights nights;
	long asleep;                    /* pieces of that */
};

/* "com.samsung.health.sleep_stage.start_time" is start_time. */
static bool
find_column(const struct wk_csv *c, const char *name, size_t *out)
{
	for (size_t i = 0; i < c->n; i++) {
		const char *cell = wk_csv_cell(c, i), *dot = strrchr(cell, '.');
		if (wk_text_eq_nocase(dot == NULL ? cell : dot + 1, name)) {
			*out = i;
			return true;
		}
	}
	return false;
}

static bool
has_columns(struct reader *r, const struct table *t)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (t->columns[i] != NULL &&
		    !find_column(&r->csv, t->columns[i], &r->at[i]))
			return false;
	r->table = t;
	return true;
}

static const char *
cell(const struct reader *r, enum column c)
{
	return r->table->columns[c] == NULL ? "" : wk_csv_cell(&r->csv, r->at[c]);
}

/* The reader stands on the header; of lists the next row tells. */
static bool
find_table(struct reader *r)
{
	for (int row = 0; row < HEADER_ROWS; row++) {
		if (wk_csv_next(&r->csv, NULL) != WK_CSV_ROW)
			return false;
		for (size_t i = 0; i < WK_LEN(tables); i++)
			if (has_columns(r, &tables[i]))
				return true;
	}
	return false;
}

bool
wk_port_detect_stages(const char *p, size_t n)
{
	struct reader r = { .port = NULL };
	wk_csv_init(&r.csv, p, n);
	bool ok = find_table(&r);
	if (ok && r.table->columns[LENGTH] != NULL)
		ok = wk_csv_next(&r.csv, NULL) == WK_CSV_ROW && *cell(&r, STAGE) == '[';
	wk_csv_fini(&r.csv);
	return ok;
}

static bool
read_stage(struct reader *r, const char *s, size_t n, enum wk_stage *out)
{
	for (size_t i = 0; i < WK_LEN(words); i++)
		if (strlen(words[i].word) == n && strncasecmp(words[i].word, s, n) == 0) {
			*out = words[i].stage;
			return true;
		}
	wk_port_error(r->port, r->csv.line, "\"%.*s\" is no stage of sleep",
	    (int)WK_MIN(n, (size_t)40), s);
	return false;
}

/* UTC+0100 */
static bool
read_zone(const struct reader *r, int32_t *off)
{
	const char *s = cell(r, ZONE);
	char iso[48];
	int64_t utc;
	bool is_known;
	if (wk_text_starts(s, "UTC"))
		s += 3;
	if (strlen(s) > 6)
		return false;
	(void)snprintf(iso, sizeof(iso), "2000-01-01T00:00:00%s", s);
	return wk_zone_parse_iso(iso, &utc, off, &is_known) && is_known;
}

/* A moment and where it was: an offset, or zone. */
struct moment {
	int64_t utc;
	int32_t off;
	const struct wk_zone *zone;
};

static bool
read_moment(struct reader *r, enum column c, struct moment *out)
{
	bool is_wall;
	const char *s = cell(r, c);
	out->zone = NULL;
	if (!wk_port_parse_time(s, &out->utc, &out->off, &is_wall)) {
		wk_port_error(r->port, r->csv.line, "%s \"%.40s\" is not a time",
		    r->table->columns[c], s);
		return false;
	}
	if (r->table->columns[ZONE] != NULL && read_zone(r, &out->off))
		return true;
	if (is_wall) {
		enum wk_zone_kind kind;
		out->utc = wk_zone_start(r->port->zone, out->utc, &kind);
		out->zone = r->port->zone;
	}
	return true;
}

static void
add(struct reader *r, enum wk_stage stage, const struct moment *at, int64_t end)
{
	const char *teller = cell(r, TELLER);
	r->asleep += stage != WK_STAGE_AWAKE;
	wk_nights_add(&r->nights, *teller == '\0' ? r->table->teller : teller, stage,
	    at->utc, end, at->zone, at->off, r->csv.line);
}

/* The next of [60,60,120]; false: there are no more. */
static bool
next_in_list(const char **s, const char **item, size_t *n)
{
	*s += strspn(*s, "[, ]");
	*item = *s;
	*n = strcspn(*s, ",] ");
	*s += *n;
	return *n > 0;
}

static void
take_lists(struct reader *r, struct moment at)
{
	const char *lengths = cell(r, LENGTH), *values = cell(r, STAGE), *a, *b;
	size_t a_n, b_n;
	for (int i = 0; next_in_list(&lengths, &a, &a_n); i++) {
		char digits[12] = { 0 };
		enum wk_stage stage;
		long s;
		if (!next_in_list(&values, &b, &b_n)) {
			wk_port_error(r->port, r->csv.line, "more lengths than values");
			return;
		}
		memcpy(digits, a, WK_MIN(a_n, sizeof(digits) - 1));
		if (i == VALUES_MAX || !wk_text_parse_int(digits, 0, 86400, &s)) {
			wk_port_error(r->port, r->csv.line,
			    "\"%.12s\" is not a length in seconds", digits);
			return;
		}
		if (!read_stage(r, b, b_n, &stage))
			return;
		add(r, stage, &at, at.utc + s);
		at.utc += s;
	}
}

static void
take_row(struct reader *r)
{
	struct moment start, end;
	enum wk_stage stage;
	const char *s = cell(r, STAGE);
	if (*cell(r, START) == '\0' || !read_moment(r, START, &start))
		return;
	if (r->table->columns[LENGTH] != NULL) {
		take_lists(r, start);
		return;
	}
	if (read_moment(r, END, &end) && read_stage(r, s, strlen(s), &stage))
		add(r, stage, &start, end.utc);
}

void
wk_port_stages(struct wk_port *port)
{
	struct reader r = { .port = port };
	struct wk_err err = { 0 };
	if (port->map != NULL) {
		wk_port_csv(port);
		return;
	}
	wk_port_header(port, "csv", wk_zone_name(port->zone));
	wk_csv_init(&r.csv, port->p, port->n);
	if (find_table(&r)) {
		wk_nights_init(&r.nights, port, r.table->source);
		for (enum wk_csv_row st; !wk_port_is_over(port) &&
		    (st = wk_csv_next(&r.csv, &err)) != WK_CSV_END;) {
			if (st == WK_CSV_BAD)
				wk_port_error(port, r.csv.line, "%s", err.msg);
			else
				take_row(&r);
		}
		if (r.asleep == 0 && port->errors == 0)
			wk_port_note(port, "there is no sleep in it");
		wk_nights_put(&r.nights);
		wk_nights_fini(&r.nights);
	}
	wk_csv_fini(&r.csv);
}
