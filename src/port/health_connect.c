/* SPDX-License-Identifier: MIT */
/* Health Connect's export: sleep sessions of several apps, with stages or without, each
 * with the offset it was lived at. */
#include "lite.h"
#include "night.h"

static int64_t
seconds_of(int64_t ms)
{
	return ms / 1000 - (ms % 1000 < 0);
}

static enum wk_stage
stage_of(int64_t type, bool is_known)
{
	bool is_awake = type == 1 || type == 3 || type == 7;
	bool is_detailed = type == 4 || type == 5 || type == 6;
	return !is_known ? WK_STAGE_ASLEEP : is_awake ? WK_STAGE_AWAKE :
	    is_detailed ? WK_STAGE_DETAILED : WK_STAGE_ASLEEP;
}

/* Was the session lived in the zone of the import? Its offsets are those of its ends. */
static bool
is_at_home(const struct wk_lite_row *row, const struct wk_zone *zone, int64_t off)
{
	int64_t start, end, off_end;
	return wk_lite_int(row, 6, &start) && wk_lite_int(row, 7, &end) &&
	    wk_zone_offset(zone, seconds_of(start)) == off &&
	    (!wk_lite_int(row, 3, &off_end) ||
	    wk_zone_offset(zone, seconds_of(end)) == off_end);
}

/* A session, or one of its stages: from, to, offset at its start and at its end, app,
 * stage (null: none), the session's start and end. */
static void
take(void *ctx, const struct wk_lite_row *row)
{
	struct wk_nights *n = ctx;
	int64_t from, to, off = 0, stage = 0;
	const char *app = wk_lite_text(row, 4);
	if (!wk_lite_int(row, 0, &from) || !wk_lite_int(row, 1, &to)) {
		wk_port_error(n->port, 0, "a sleep session without its times");
		return;
	}
	bool has_off = wk_lite_int(row, 2, &off) && off > -86400 && off < 86400;
	bool is_known = wk_lite_int(row, 5, &stage);
	const struct wk_zone *zone = n->port->zone;
	if (has_off && !is_at_home(row, zone, off))
		zone = NULL;
	wk_nights_add(n, app == NULL ? "?" : app, stage_of(stage, is_known),
	    seconds_of(from), seconds_of(to), zone, (int32_t)(off / 60 * 60), 0);
}

static void
query(struct wk_lite *l, struct wk_nights *n)
{
	bool has_stages = wk_lite_has(l, "sleep_stages_table",
	    "parent_key stage_start_time stage_end_time stage_type");
	wk_lite_query(l, has_stages ?
	    "SELECT s.start_time, s.end_time, s.start_zone_offset, s.end_zone_offset, "
	    "a.package_name, NULL, s.start_time, s.end_time "
	    "FROM sleep_session_record_table s "
	    "LEFT JOIN application_info_table a ON a.row_id = s.app_info_id "
	    "WHERE NOT EXISTS (SELECT 1 FROM sleep_stages_table t "
	    "WHERE t.parent_key = s.row_id)" :
	    "SELECT s.start_time, s.end_time, s.start_zone_offset, s.end_zone_offset, "
	    "a.package_name, NULL, s.start_time, s.end_time "
	    "FROM sleep_session_record_table s "
	    "LEFT JOIN application_info_table a ON a.row_id = s.app_info_id", take, n);
	if (has_stages)
		wk_lite_query(l, "SELECT t.stage_start_time, t.stage_end_time, "
		    "s.start_zone_offset, s.end_zone_offset, a.package_name, "
		    "t.stage_type, s.start_time, s.end_time FROM sleep_stages_table t "
		    "JOIN sleep_session_record_table s ON s.row_id = t.parent_key "
		    "LEFT JOIN application_info_table a ON a.row_id = s.app_info_id",
		    take, n);
}

void
wk_port_health_connect(struct wk_port *port)
{
	struct wk_nights n;
	wk_port_header(port, "health-connect", wk_zone_name(port->zone));
	struct wk_lite *l = wk_lite_open(port);
	if (l == NULL)
		return;
	wk_nights_init(&n, port, "health-connect");
	if (wk_lite_has(l, "sleep_session_record_table", "row_id app_info_id start_time "
	    "end_time start_zone_offset end_zone_offset") &&
	    wk_lite_has(l, "application_info_table", "row_id package_name"))
		query(l, &n);
	else
		wk_port_error(port, 0, "the database has not the tables of "
		    "Health Connect");
	wk_nights_put(&n);
	wk_nights_fini(&n);
	wk_lite_close(l);
}

bool
wk_port_detect_health_connect(const char *p, size_t n)
{
	static const char *const tables[] = { "sleep_session_record_table", NULL };
	return wk_port_detect_lite(p, n, tables);
}
