/* SPDX-License-Identifier: MIT */
/* Cells to moments. A time without offset is the wall clock of the row's zone column,
 * else of --tz; one that does not exist moves on by the gap, one that exists twice is the
 * first for a start and the first not before the start for an end. */
#include "csv.h"

enum { DAY_S = 86400, NIGHT_MAX_S = 16 * 3600, CLOCK_MAX_S = 30 * 3600 };

static bool
refuse(struct csv_row *r, enum csv_field f, const char *s, const char *why)
{
	wk_fail(&r->err, WK_ERR_INPUT, "%s \"%.60s\" %s", csv_field_name(f), s, why);
	return false;
}

/* UTC, UTC+01:00, +0100, -04:00. Names would need a file, which is out of reach here. */
bool
csv_read_zone(struct csv_row *r)
{
	const char *s = csv_cell(r, CSV_TZ), *p = s;
	char iso[64];
	int64_t utc;
	bool is_known;
	r->has_off = false;
	if (*s == '\0' || strcmp(s, wk_zone_name(r->port->zone)) == 0)
		return true;
	if (wk_text_starts(p, "UTC") || wk_text_starts(p, "GMT"))
		p += 3;
	(void)snprintf(iso, sizeof(iso), "2000-01-01T00:00%.8s", *p == '\0' ? "Z" : p);
	r->has_off = strlen(p) <= 6 && wk_zone_parse_iso(iso, &utc, &r->off, &is_known) &&
	    is_known;
	return r->has_off || refuse(r, CSV_TZ, s,
	    "is not an offset like +01:00: give a zone's name as --tz");
}

/* Reads at most max digits. */
static bool
read_digits(const char **p, int max, int *out)
{
	int n = 0;
	for (*out = 0; n < max && **p >= '0' && **p <= '9'; n++)
		*out = *out * 10 + (*(*p)++ - '0');
	return n > 0;
}

/* AM or PM, with or without a blank; nothing is fine too. */
static bool
read_half(const char *p, int *h)
{
	while (*p == ' ')
		p++;
	if (*p == '\0')
		return true;
	if ((p[1] | 0x20) != 'm' || p[2] != '\0' || *h < 1 || *h > 12)
		return false;
	if ((*p | 0x20) == 'a')
		*h = *h % 12;
	else if ((*p | 0x20) == 'p')
		*h = *h % 12 + 12;
	else
		return false;
	return true;
}

/* H:MM[:SS[.fraction]] [AM|PM]; 24:00 to 29:59 are the night after. */
static bool
read_clock(const char *p, int *seconds)
{
	int h, m, s = 0, fraction;
	if (!read_digits(&p, 2, &h) || *p++ != ':' || p[0] == '\0' || p[1] == '\0' ||
	    !read_digits(&p, 2, &m) || m > 59)
		return false;
	if (*p == ':') {
		p++;
		if (!read_digits(&p, 2, &s) || s > 59)
			return false;
		if (*p == '.' && (p++, !read_digits(&p, 9, &fraction)))
			return false;
	}
	if (!read_half(p, &h))
		return false;
	*seconds = h * 3600 + m * 60 + s;
	return *seconds < CLOCK_MAX_S;
}

static void
from_utc(const struct csv_row *r, int64_t utc, struct csv_moment *m)
{
	m->utc = utc;
	m->off = r->has_off ? r->off : wk_zone_offset(r->port->zone, utc);
	m->wall = utc + m->off;
}

static void
from_wall(const struct csv_row *r, int64_t wall, const struct csv_moment *start,
    struct csv_moment *m)
{
	enum wk_zone_kind kind = WK_ZONE_UNIQUE;
	m->wall = wall;
	m->flags |= r->map->is_utc ? 0u : WK_PORT_WALL;
	if (r->map->is_utc) {
		from_utc(r, wall, m);
		return;
	}
	if (r->has_off) {
		m->off = r->off;
		m->utc = wall - r->off;
		return;
	}
	m->utc = start == NULL ? wk_zone_start(r->port->zone, wall, &kind) :
	    wk_zone_end(r->port->zone, wall, start->utc, &kind);
	m->off = wk_zone_offset(r->port->zone, m->utc);
	if (kind == WK_ZONE_GAP)
		m->flags |= WK_PORT_DST_GAP;
	else if (kind == WK_ZONE_FOLD)
		m->flags |= WK_PORT_DST_FOLD;
}

/* 1711616400 or 1711616400000 */
static bool
read_epoch(const char *s, int64_t *utc)
{
	size_t n = strlen(s);
	long v;
	if ((n != 10 && n != 13) || strspn(s, "0123456789") != n ||
	    !wk_text_parse_int(s, 0, 7258118400000, &v))
		return false;
	*utc = n == 13 ? v / 1000 : v;
	return true;
}

/* Only a time: of the row's date, an end after its start. */
static bool
on_row_date(struct csv_row *r, enum csv_field f, const char *s, int seconds,
    const struct csv_moment *start, struct csv_moment *out)
{
	wk_date day = r->date;
	if (start != NULL)
		day = (wk_date)((start->wall - (start->wall % DAY_S +
		    DAY_S) % DAY_S) / DAY_S);
	if (day == WK_DATE_NONE)
		return refuse(r, f, s, "has no date");
	int64_t wall = (int64_t)day * DAY_S + seconds;
	out->is_clock = true;
	if (start != NULL && wall < start->wall) {
		wall += DAY_S;
		if (wall - start->wall > NIGHT_MAX_S)
			return refuse(r, f, s, "is more than 16 hours after the start");
	}
	from_wall(r, wall, start, out);
	return true;
}

/* "28.03.2024 9:00", "03/28/2024 10:23:52 AM": a date, a blank, a clock. */
static bool
read_parts(struct csv_row *r, enum csv_field f, const char *s, wk_date *d, int *seconds)
{
	const char *clock = strchr(s, ':'), *blank = NULL;
	for (const char *p = s; clock != NULL && p < clock; p++)
		if (*p == ' ')
			blank = p;
	if (blank == NULL)
		return refuse(r, f, s, "is not a time like 2026-11-20 09:00");
	char *day = wk_text_trim(wk_arena_strndup(r->arena, s, (size_t)(blank - s)));
	if (!csv_read_date(r, day, d))
		return false;
	return read_clock(blank + 1, seconds) ||
	    refuse(r, f, s, "is not a time like 2026-11-20 09:00");
}

static bool
read_any(struct csv_row *r, enum csv_field f, const char *s,
    const struct csv_moment *start, struct csv_moment *out)
{
	int64_t utc;
	int32_t off;
	bool is_known;
	int seconds;
	wk_date d;
	if (read_clock(s, &seconds))
		return on_row_date(r, f, s, seconds, start, out);
	if (wk_zone_parse_iso(s, &utc, &off, &is_known)) {
		if (!is_known)
			from_wall(r, utc, start, out);
		else {
			from_utc(r, utc, out);
			if (off != 0) {
				out->off = off;
				out->wall = utc + off;
			}
		}
		return true;
	}
	if (read_epoch(s, &utc) || wk_port_timew_time(s, strlen(s), &utc)) {
		from_utc(r, utc, out);
		return true;
	}
	if (!read_parts(r, f, s, &d, &seconds))
		return false;
	from_wall(r, (int64_t)d * DAY_S + seconds, start, out);
	return true;
}

bool
csv_read_moment(struct csv_row *r, enum csv_field f, const struct csv_moment *start,
    struct csv_moment *out)
{
	const char *s = csv_cell(r, f);
	*out = (struct csv_moment){ 0 };
	if (!read_any(r, f, s, start, out))
		return false;
	if (start == NULL)
		return true;
	if (out->utc < start->utc)
		return refuse(r, f, s, "is before the start");
	return wk_port_span_fault(start->utc, out->utc) == NULL ||
	    refuse(r, f, s, "is more than a year after the start");
}

/* Of a time that exists twice the one that makes the span as long as the file says. */
void
csv_fit_fold(const struct csv_row *r, int64_t stated_s, struct csv_moment *start,
    struct csv_moment *end)
{
	int64_t from[2] = { start->utc, start->utc }, to[2] = { end->utc, end->utc };
	if (end->utc - start->utc == stated_s || r->has_off)
		return;
	if (start->flags & WK_PORT_DST_FOLD)
		(void)wk_zone_local(r->port->zone, start->wall, &from[0], &from[1]);
	if (end->flags & WK_PORT_DST_FOLD)
		(void)wk_zone_local(r->port->zone, end->wall, &to[0], &to[1]);
	for (size_t i = 0; i < 4; i++)
		if (to[i % 2] - from[i / 2] == stated_s) {
			start->utc = from[i / 2];
			end->utc = to[i % 2];
			break;
		}
	start->off = wk_zone_offset(r->port->zone, start->utc);
	end->off = wk_zone_offset(r->port->zone, end->utc);
}

/* Going to bed is the last such clock time before waking. */
bool
csv_read_night(struct csv_row *r, struct csv_moment *bed, struct csv_moment *wake)
{
	int64_t wall;
	if (!csv_read_moment(r, CSV_WAKE, NULL, wake) ||
	    !csv_read_moment(r, CSV_BED, NULL, bed))
		return false;
	wall = bed->wall;
	while (bed->is_clock && wall >= wake->wall)
		wall -= DAY_S;
	if (wall != bed->wall) {
		bed->flags = 0;
		from_wall(r, wall, NULL, bed);
	}
	if (bed->utc >= wake->utc || wake->utc - bed->utc > DAY_S)
		return refuse(r, CSV_BED, csv_cell(r, CSV_BED),
		    "is not before waking, within 24 hours");
	return true;
}
