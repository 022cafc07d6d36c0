/* SPDX-License-Identifier: MIT */
/* Gadgetbridge's own database. Newer devices have a table of sleep; the older bands of
 * Huami have a row for each minute, whose kind may say "as before". */
#include "lite.h"
#include "night.h"

enum { NO_CHANGE = 0, LIGHT_SLEEP = 9, IGNORE = 10, DEEP_SLEEP = 11, MINUTE_S = 60,
	STAGE_AWAKE = 1, STAGE_MAX_MS = 6 * 3600 * 1000 };

struct reader {
	struct wk_nights nights;
	int64_t device, from, to;       /* the run of sleep in hand; from == to: none */
	int64_t kind;                   /* the last that said something */
	bool has_table;
};

static void
end_run(struct reader *r)
{
	char teller[32];
	(void)snprintf(teller, sizeof(teller), "device %lld", (long long)r->device);
	if (r->from < r->to)
		wk_nights_add(&r->nights, teller, WK_STAGE_DETAILED, r->from, r->to,
		    r->nights.port->zone, 0, 0);
	r->from = r->to = 0;
}

/* A minute: when, of which device, its kind. */
static void
take_minute(void *ctx, const struct wk_lite_row *row)
{
	struct reader *r = ctx;
	int64_t at, device, kind;
	if (!wk_lite_int(row, 0, &at) || !wk_lite_int(row, 1, &device) ||
	    !wk_lite_int(row, 2, &kind) || at < 0 || at > INT64_C(1) << 40)
		return;
	kind &= 15;
	if (device != r->device || at > r->to + MINUTE_S) {
		end_run(r);
		if (device != r->device)
			r->kind = NO_CHANGE;
		r->device = device;
	}
	if (kind != NO_CHANGE && kind != IGNORE)
		r->kind = kind;
	if (r->kind != LIGHT_SLEEP && r->kind != DEEP_SLEEP)
		end_run(r);
	else {
		r->from = r->from == r->to ? at : r->from;
		r->to = at + MINUTE_S;
		if (r->to - r->from >= 86400)
			end_run(r);
	}
}

/* A night: asleep, awake (ms), device. */
static void
take_night(void *ctx, const struct wk_lite_row *row)
{
	struct reader *r = ctx;
	int64_t from, to, device = 0;
	char teller[32];
	if (!wk_lite_int(row, 0, &from) || !wk_lite_int(row, 1, &to) || from <= 0 ||
	    to <= from)
		return;
	(void)wk_lite_int(row, 2, &device);
	(void)snprintf(teller, sizeof(teller), "device %lld", (long long)device);
	wk_nights_add(&r->nights, teller, WK_STAGE_ASLEEP, from / 1000, to / 1000,
	    r->nights.port->zone, 0, 0);
}

/* A stretch of one stage: from the mark before it (null: nobody knows), to its own, of
 * which device, the stage; -1: only the mark that a night begins. */
static void
take_stage(void *ctx, const struct wk_lite_row *row)
{
	struct reader *r = ctx;
	int64_t from, to, device = 0, stage;
	char teller[32];
	if (!wk_lite_int(row, 0, &from) || !wk_lite_int(row, 1, &to) ||
	    !wk_lite_int(row, 3, &stage) || stage < STAGE_AWAKE || from <= 0 ||
	    to - from > STAGE_MAX_MS)
		return;
	(void)wk_lite_int(row, 2, &device);
	(void)snprintf(teller, sizeof(teller), "device %lld", (long long)device);
	wk_nights_add(&r->nights, teller, stage == STAGE_AWAKE ? WK_STAGE_AWAKE :
	    WK_STAGE_DETAILED, from / 1000, to / 1000, r->nights.port->zone, 0, 0);
}

static const struct {
	const char *table, *columns, *sql;
	void (*take)(void *ctx, const struct wk_lite_row *row);
} tables[] = {
	{ "XIAOMI_SLEEP_TIME_SAMPLE", "TIMESTAMP WAKEUP_TIME DEVICE_ID",
	    "SELECT TIMESTAMP, WAKEUP_TIME, DEVICE_ID FROM XIAOMI_SLEEP_TIME_SAMPLE",
	    take_night },
	{ "CMF_SLEEP_SESSION_SAMPLE", "TIMESTAMP WAKEUP_TIME DEVICE_ID",
	    "SELECT TIMESTAMP, WAKEUP_TIME, DEVICE_ID FROM CMF_SLEEP_SESSION_SAMPLE",
	    take_night },
	{ "COLMI_SLEEP_SESSION_SAMPLE", "TIMESTAMP WAKEUP_TIME DEVICE_ID",
	    "SELECT TIMESTAMP, WAKEUP_TIME, DEVICE_ID FROM COLMI_SLEEP_SESSION_SAMPLE",
	    take_night },
	/* each row is the end of its stage; event 74, 0 is that sleep begins */
	{ "GARMIN_SLEEP_STAGE_SAMPLE", "TIMESTAMP DEVICE_ID STAGE",
	    "WITH mark(t, d, s) AS (SELECT TIMESTAMP, DEVICE_ID, STAGE "
	    "FROM GARMIN_SLEEP_STAGE_SAMPLE UNION ALL SELECT TIMESTAMP, DEVICE_ID, -1 "
	    "FROM GARMIN_EVENT_SAMPLE WHERE EVENT = 74 AND EVENT_TYPE = 0) "
	    "SELECT lag(t) OVER (PARTITION BY d ORDER BY t, s), t, d, s FROM mark",
	    take_stage },
	{ "MI_BAND_ACTIVITY_SAMPLE", "TIMESTAMP DEVICE_ID RAW_KIND",
	    "SELECT TIMESTAMP, DEVICE_ID, RAW_KIND FROM MI_BAND_ACTIVITY_SAMPLE "
	    "ORDER BY DEVICE_ID, TIMESTAMP", take_minute },
};

void
wk_port_gadgetbridge(struct wk_port *port)
{
	struct reader r = { .device = -1 };
	wk_port_header(port, "gadgetbridge", wk_zone_name(port->zone));
	struct wk_lite *l = wk_lite_open(port);
	if (l == NULL)
		return;
	wk_nights_init(&r.nights, port, "gadgetbridge");
	for (size_t i = 0; i < WK_LEN(tables); i++)
		if (wk_lite_has(l, tables[i].table, tables[i].columns)) {
			r.has_table = true;
			wk_lite_query(l, tables[i].sql, tables[i].take, &r);
			end_run(&r);
		}
	if (!r.has_table)
		wk_port_error(port, 0, "the database has no sleep of a device that "
		    "Gadgetbridge knows; of another program? Name its format");
	else if (r.nights.n == 0)
		wk_port_note(port, "there is no sleep in it");
	wk_nights_put(&r.nights);
	wk_nights_fini(&r.nights);
	wk_lite_close(l);
}

/* Its schema lies behind the first bytes: a database that is nobody else's. */
bool
wk_port_detect_gadgetbridge(const char *p, size_t n)
{
	static const char *const none[] = { NULL };
	return wk_port_detect_lite(p, n, none) && !wk_port_detect_hamster(p, n) &&
	    !wk_port_detect_health_connect(p, n);
}
