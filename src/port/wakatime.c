/* SPDX-License-Identifier: MIT */
/* WakaTime's and Wakapi's dumps and summaries: heartbeats become sessions of those not
 * more than 15 minutes apart; days without heartbeats are their totals. Time in an editor
 * is not time at work: it only fills days of which nothing else is known. */
#include <math.h>
#include <stdlib.h>

#include "json.h"

enum { GAP_S = 15 * 60, DAY_S = 86400 };

struct reader {
	struct wk_port *port;
	int64_t *beats;
	size_t n, cap, day_from;
	long days;
};

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

static void
take_beat(struct reader *r, const struct wk_json_record *rec)
{
	int64_t t;
	int32_t off;
	bool is_wall;
	const char *s = wk_json_text(rec, "time");
	if (s == NULL || !wk_port_parse_time(s, &t, &off, &is_wall) || is_wall) {
		wk_port_error(r->port, rec->line, "time \"%.40s\" is not a moment",
		    s == NULL ? "" : s);
		return;
	}
	r->beats = wk_mem_grow(r->beats, &r->cap, r->n + 1, sizeof(*r->beats));
	r->beats[r->n++] = t;
}

static void
take_day(struct reader *r, const struct wk_json_record *rec)
{
	struct wk_port_event e;
	bool is_dump = wk_json_has(rec, "date");
	const char *date = wk_json_text(rec, is_dump ? "date" : "range.date");
	bool has_beats = r->n > r->day_from;
	double s;
	r->day_from = r->n;
	if (has_beats || !wk_json_real(rec, "grand_total.total_seconds", &s) || s <= 0)
		return;
	wk_port_event_init(&e, "work");
	if (date == NULL || !wk_date_parse_iso(date, &e.day) || s > DAY_S) {
		wk_port_error(r->port, rec->line, "date \"%.40s\" or its total is not to "
		    "be read", date == NULL ? "" : date);
		return;
	}
	e.dur_s = floor(s + 0.5);
	e.source = "wakatime";
	e.id = date;
	wk_port_event_put(r->port, &e);
	r->days++;
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	if (wk_json_has(rec, "grand_total") ||
	    wk_json_has(rec, "grand_total.total_seconds") ||
	    strcmp(rec->place, "days.#") == 0)
		take_day(ctx, rec);
	else if (wk_json_has(rec, "time"))
		take_beat(ctx, rec);
}

static void
put_session(struct reader *r, int64_t from, int64_t to)
{
	struct wk_port_event e;
	char text[48], id[35];
	(void)snprintf(text, sizeof(text), "wakatime %lld", (long long)from);
	wk_port_make_id(text, id);
	wk_port_event_init(&e, "work");
	e.source = "wakatime";
	e.id = id;
	wk_port_utc_start(r->port, &e, from);
	if (to > from && wk_port_utc_end(r->port, &e, to, 0))
		wk_port_event_put(r->port, &e);
}

static void
put_sessions(struct reader *r)
{
	if (r->n > 1)
		qsort(r->beats, r->n, sizeof(*r->beats), compare);
	for (size_t i = 0, j; i < r->n; i = j) {
		for (j = i + 1; j < r->n && r->beats[j] - r->beats[j - 1] <= GAP_S; j++)
			;
		put_session(r, r->beats[i], r->beats[j - 1]);
	}
}

bool
wk_port_detect_wakatime(const char *p, size_t n)
{
	while (n > 0 && *p != '\0' && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	return n > 0 && *p == '{' && (memmem(p, n, "\"grand_total\"", 13) != NULL ||
	    memmem(p, n, "\"heartbeats\"", 12) != NULL);
}

static const struct wk_json_taker taker = { .take = take };

void
wk_port_wakatime(struct wk_port *port)
{
	static const char *const places[] = { "days.#", "days.#.heartbeats.#", "data.#",
		"heartbeats.#", NULL };
	struct reader r = { .port = port };
	wk_port_header(port, "wakatime", wk_zone_name(port->zone));
	wk_json_read(port, places, &taker, &r);
	put_sessions(&r);
	if (r.n == 0 && r.days == 0 && port->errors == 0)
		wk_port_note(port, "there is no record in it");
	if (r.n > 0 || r.days > 0)
		wk_port_note(port,
		    "time in an editor: hours where nothing else says any");
	wk_mem_free(r.beats);
}
