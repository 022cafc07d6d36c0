/* SPDX-License-Identifier: MIT */
/* WakaTime's and Wakapi's dumps, heartbeats, durations and summaries: heartbeats become
 * sessions of those not more than 15 minutes apart, durations are such sessions already;
 * days without either are their totals. Time in an editor is not time at work: it only
 * fills days of which nothing else is known. */
#include <math.h>
#include <stdlib.h>

#include "json.h"

enum { GAP_S = 15 * 60, TOUCH_S = 1, DAY_S = 86400 };

/* A heartbeat has no length. */
struct span {
	int64_t from, to;
};

struct reader {
	struct wk_port *port;
	struct span *v;
	size_t n, cap, day_from;
	int64_t gap_s;                  /* what is nearer than that is one session */
	long days;
};

static int
compare(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	return x->from < y->from ? -1 : x->from > y->from;
}

static void
take_beat(struct reader *r, const struct wk_json_record *rec)
{
	int64_t t;
	int32_t off;
	bool is_wall;
	double length_s = 0;
	const char *s = wk_json_text(rec, "time");
	if (s == NULL || !wk_port_parse_time(s, &t, &off, &is_wall) || is_wall) {
		wk_port_error(r->port, rec->line, "time \"%.40s\" is not a moment",
		    s == NULL ? "" : s);
		return;
	}
	if (wk_json_real(rec, "duration", &length_s)) {
		if (!(length_s >= 0 && length_s <= DAY_S)) {
			wk_port_error(r->port, rec->line,
			    "duration %.20s is outside 0..86400",
			    wk_json_text(rec, "duration"));
			return;
		}
		r->gap_s = TOUCH_S;
	}
	r->v = wk_mem_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
	r->v[r->n++] = (struct span){ t, t + llround(length_s) };
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
		qsort(r->v, r->n, sizeof(*r->v), compare);
	for (size_t i = 0, j; i < r->n; i = j) {
		struct span s = r->v[i];
		for (j = i + 1; j < r->n && r->v[j].from - s.to <= r->gap_s; j++)
			s.to = WK_MAX(s.to, r->v[j].to);
		put_session(r, s.from, s.to);
	}
}

bool
wk_port_detect_wakatime(const char *p, size_t n)
{
	static const char *const signs[][4] = { { "\"grand_total\"" },
		{ "\"heartbeats\"" }, { "\"data\"", "\"time\"", "\"entity\"" },
		{ "\"data\"", "\"time\"", "\"duration\"", "\"project\"" } };
	while (n > 0 && *p != '\0' && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	if (n == 0 || *p != '{')
		return false;
	for (size_t i = 0; i < WK_LEN(signs); i++) {
		size_t k = 0;
		while (k < WK_LEN(signs[i]) && signs[i][k] != NULL &&
		    memmem(p, n, signs[i][k], strlen(signs[i][k])) != NULL)
			k++;
		if (k == WK_LEN(signs[i]) || signs[i][k] == NULL)
			return true;
	}
	return false;
}

static const struct wk_json_taker taker = { .take = take };

void
wk_port_wakatime(struct wk_port *port)
{
	static const char *const places[] = { "days.#", "days.#.heartbeats.#", "data.#",
		"heartbeats.#", NULL };
	struct reader r = { .port = port, .gap_s = GAP_S };
	wk_port_header(port, "wakatime", wk_zone_name(port->zone));
	wk_json_read(port, places, &taker, &r);
	put_sessions(&r);
	if (r.n == 0 && r.days == 0 && port->errors == 0)
		wk_port_note(port, "there is no record in it");
	if (r.n > 0 || r.days > 0)
		wk_port_note(port,
		    "time in an editor: hours where nothing else says any");
	wk_mem_free(r.v);
}
