/* SPDX-License-Identifier: MIT */
/* Sleep as Android's sleep-export.csv: each record is a header of its own and a row of
 * values (and perhaps a third, of noise). The id is the start in milliseconds; "From" is
 * that on the phone's clock, so that the two together give the offset. Asleep is Hours
 * and LenAdjust, which is -1.0 where it says nothing. */
#include <math.h>

#include "port.h"

enum { DAY_S = 86400, OFF_MAX_S = 14 * 3600 };
enum saa_column { SAA_ID, SAA_FROM, SAA_HOURS, SAA_COMMENT, SAA_ADJUST, SAA_COLUMNS };

struct header {
	size_t at[SAA_COLUMNS];         /* SIZE_MAX: not there */
};

static void
read_header(const struct wk_csv *c, struct header *h)
{
	static const char *const names[SAA_COLUMNS] = { "Id", "From", "Hours", "Comment",
		"LenAdjust" };
	for (size_t k = 0; k < SAA_COLUMNS; k++) {
		h->at[k] = SIZE_MAX;
		for (size_t i = c->n; i > 0; i--)
			if (strcmp(wk_csv_cell(c, i - 1), names[k]) == 0)
				h->at[k] = i - 1;
	}
}

static const char *
cell(const struct wk_csv *c, const struct header *h, enum saa_column k)
{
	return wk_csv_cell(c, h->at[k]);
}

/* "15. 06. 2026 1:19", to the minute. */
static bool
read_wall(const char *text, int64_t *wall)
{
	struct wk_scan s;
	int d, m, y, seconds;
	char iso[40];
	wk_date day;
	wk_scan_init(&s, text, strlen(text));
	if (!wk_scan_digits(&s, 2, &d) || !wk_scan_char(&s, '.'))
		return false;
	wk_scan_blanks(&s);
	if (!wk_scan_digits(&s, 2, &m) || !wk_scan_char(&s, '.'))
		return false;
	wk_scan_blanks(&s);
	if (!wk_scan_digits(&s, 4, &y) || !wk_scan_char(&s, ' ') ||
	    !wk_scan_clock(&s, &seconds))
		return false;
	(void)snprintf(iso, sizeof(iso), "%04d-%02d-%02d", y, m, d);
	*wall = seconds;
	if (!wk_date_parse_iso(iso, &day))
		return false;
	*wall += (int64_t)day * DAY_S;
	return true;
}

static void
use_offset(const char *from, struct wk_port_event *e)
{
	int64_t wall;
	if (!read_wall(from, &wall))
		return;
	int64_t min = e->start / 60 - (e->start % 60 < 0), off = wall - min * 60;
	if (off < -OFF_MAX_S || off > OFF_MAX_S || off % 900 != 0)
		return;
	e->off_start = e->off_end = (int32_t)off;
	wk_port_offset_name((int32_t)off, e->tz_text);
	e->tz = e->tz_text;
}

static void
take(struct wk_port *port, const struct wk_csv *c, const struct header *h)
{
	struct wk_port_event e;
	const char *id = cell(c, h, SAA_ID);
	long ms;
	double hours, adjust = 0;
	if (*id == '\0')
		return;                 /* of noise */
	wk_port_event_init(&e, "sleep");
	if (!wk_text_parse_int(id, 0, 7258118400000, &ms) ||
	    !wk_text_parse_double(cell(c, h, SAA_HOURS), 0, 24, &hours)) {
		wk_port_error(port, c->line, "Id \"%.40s\" or Hours \"%.20s\" is not a "
		    "number", id, cell(c, h, SAA_HOURS));
		return;
	}
	if (!wk_text_parse_double(cell(c, h, SAA_ADJUST), -1440, 1440, &adjust) ||
	    fabs(adjust + 1) < 1e-9)
		adjust = 0;
	wk_port_utc_start(port, &e, ms / 1000);
	if (!wk_port_utc_end(port, &e, e.start + llround(hours * 3600), c->line))
		return;
	use_offset(cell(c, h, SAA_FROM), &e);
	double asleep_s = round(hours * 3600 + adjust * 60);
	if (asleep_s < (double)(e.end - e.start))
		e.dur_s = fmax(0, asleep_s);
	e.source = "sleep-as-android";
	e.id = id;
	e.title = cell(c, h, SAA_COMMENT);
	wk_port_span_put(port, &e, c->line);
}

bool
wk_port_detect_saa(const char *p, size_t n)
{
	static const char head[] = "Id,Tz,From,To,";
	return n >= strlen(head) && memcmp(p, head, strlen(head)) == 0;
}

void
wk_port_saa(struct wk_port *port)
{
	struct wk_csv c;
	struct wk_err err = { 0 };
	struct header h = { .at = { SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX } };
	bool has_header = false;
	wk_port_header(port, "sleep-as-android", wk_zone_name(port->zone));
	wk_csv_init(&c, port->p, port->n);
	c.delimiter = ',';
	for (enum wk_csv_row st; !wk_port_is_over(port) &&
	    (st = wk_csv_next(&c, &err)) != WK_CSV_END;) {
		if (st == WK_CSV_BAD)
			wk_port_error(port, c.line, "%s", err.msg);
		else if (strcmp(wk_csv_cell(&c, 0), "Id") == 0) {
			read_header(&c, &h);
			has_header = true;
		} else if (has_header)
			take(port, &c, &h);
	}
	if (!has_header)
		wk_port_error(port, 1, "no header begins with Id,Tz,From,To");
	wk_csv_fini(&c);
}
