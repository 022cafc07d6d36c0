/* SPDX-License-Identifier: MIT */
/* The sources that are rows, and what of them rows cannot say. */
#include <math.h>

#include "rows.h"

enum { OFF_MAX_S = 14 * 3600 };

/* *Local is the wall clock as if it were UTC, for some accounts shifted twice: then it
 * says nothing. */
static bool
amend_garmin(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	int64_t local, off;
	(void)port;
	if (e->start == WK_TIME_NONE ||
	    !wk_json_int(rec, "sleepStartTimestampLocal", &local))
		return true;
	off = local / 1000 - e->start;
	if (off < -OFF_MAX_S || off > OFF_MAX_S || off % 900 != 0)
		return true;
	e->off_start = e->off_end = (int32_t)off;
	wk_port_offset_name((int32_t)off, e->tz_text);
	e->tz = e->tz_text;
	return true;
}

/* The names of the moments are each organisation's own: those it usually has. */
static bool
amend_incident_io(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	static const struct { const char *name; bool is_end; } names[] = {
		{ "Reported", false }, { "Fixed", true }, { "Resolved", true },
		{ "Closed", true },
	};
	static const char list[] = "incident_timestamp_values";
	const char *end = NULL, *name, *at;
	size_t named = 0, told = 0;
	for (int i = 0; (name = wk_json_nth(rec, list, i, "incident_timestamp.name",
	    &named)) != NULL; i++) {
		at = wk_json_nth(rec, list, i, "value.value", &told);
		for (size_t k = 0; at != NULL && k < WK_LEN(names); k++) {
			if (!wk_text_starts(name, names[k].name))
				continue;
			if (names[k].is_end)
				end = end == NULL ? at : end;
			else if (!wk_port_text_start(port, e, at)) {
				wk_port_error(port, rec->line,
				    "start \"%.40s\" is not a time", at);
				return false;
			}
		}
	}
	double minutes;
	if (wk_json_real(rec, "workload_minutes_total", &minutes) && minutes >= 0 &&
	    minutes <= 10080)
		e->minutes = minutes;
	return end == NULL || wk_port_text_end(port, e, end, rec->line);
}

/* closeTime: milliseconds after it was created. */
static bool
amend_opsgenie(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	int64_t ms;
	if (e->start == WK_TIME_NONE || e->end != WK_TIME_NONE ||
	    !wk_json_int(rec, "report.closeTime", &ms) || ms < 0)
		return true;
	if (ms / 1000 > WK_PORT_SPAN_MAX_S) {
		wk_port_error(port, rec->line, "report.closeTime is more than a year");
		return false;
	}
	return wk_port_utc_end(port, e, e->start + ms / 1000, rec->line);
}

static bool
amend_victorops(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	const char *name;
	size_t names = 0, times = 0;
	for (int i = 0; (name = wk_json_nth(rec, "transitions", i, "name",
	    &names)) != NULL; i++) {
		const char *at = wk_json_nth(rec, "transitions", i, "at", &times);
		if (at != NULL && wk_text_eq_nocase(name, "resolved"))
			return wk_port_text_end(port, e, at, rec->line);
	}
	return true;
}

static bool
amend_whoop(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	(void)e;
	if (!wk_json_has(rec, "score.strain"))
		return true;
	wk_port_skip(port, rec->line, "a cycle or a workout, no sleep");
	return false;
}

/* How bad it is stands in one of several places, by the version of the interface. */
static bool
amend_rootly(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	static const char *const places[] = { "attributes.severity",
		"attributes.severity.severity", "attributes.severity.name",
		"attributes.severity.data.attributes.name" };
	(void)port;
	for (size_t i = 0; e->severity < 0 && i < WK_LEN(places); i++)
		e->severity = wk_rows_severity(wk_json_text(rec, places[i]));
	return true;
}

/* Session files: sleep, and of that what its segments call sleep. */
static bool
amend_google_session(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	double slept = 0;
	const char *what = wk_json_text(rec, "fitnessActivity"), *from, *to;
	bool any = false;
	size_t at[3] = { 0 };
	if (what == NULL || strcmp(what, "sleep") != 0) {
		wk_port_skip(port, rec->line, "fitnessActivity %.40s",
		    what == NULL ? "" : what);
		return false;
	}
	for (int i = 0; (what = wk_json_nth(rec, "segment", i, "fitnessActivity",
	    &at[0])) != NULL; i++) {
		int64_t t[2];
		int32_t off;
		bool is_wall;
		any = true;
		from = wk_json_nth(rec, "segment", i, "startTime", &at[1]);
		to = wk_json_nth(rec, "segment", i, "endTime", &at[2]);
		bool is_sleep = wk_text_starts(what, "sleep") && strcmp(what,
		    "sleep.awake") != 0;
		if (is_sleep && from != NULL && to != NULL &&
		    wk_port_parse_time(from, &t[0], &off, &is_wall) &&
		    wk_port_parse_time(to, &t[1], &off, &is_wall) && t[1] > t[0])
			slept += (double)(t[1] - t[0]);
	}
	if (any)
		e->dur_s = slept;
	return true;
}

/* Of the service: 72 and 109 to 112 are sleep. */
static bool
amend_google_point(struct wk_port *port, const struct wk_json_record *rec,
    struct wk_port_event *e)
{
	int64_t what = -1;
	(void)e;
	if (!wk_json_int(rec, "value.0.intVal", &what))
		(void)wk_json_int(rec, "activityType", &what);
	if (what == 72 || (what >= 109 && what <= 112))
		return true;
	wk_port_skip(port, rec->line, "activity %lld", (long long)what);
	return false;
}

/* A null id is a day nobody wore the watch. */
#define GARMIN(where) { .place = where, .must = "sleepStartTimestampGMT", \
	.kind = "sleep", \
	.start = { "sleepStartTimestampGMT" }, .end = { "sleepEndTimestampGMT" }, \
	.length = { "deepSleepSeconds", "lightSleepSeconds", \
	"remSleepSeconds" }, .length_unit_s = 1, \
	.id = { "calendarDate" }, .flags = ROW_UTC, .amend = amend_garmin }
#define GARMIN_NAP(where) { .place = where, .must = "napStartTimestampGMT", \
	.kind = "sleep", .start = { "napStartTimestampGMT" }, \
	.end = { "napEndTimestampGMT" }, .length = { "napTimeSec" }, \
	.length_unit_s = 1, .flags = ROW_UTC }
#define FITBIT(where) { .place = where, .must = "dateOfSleep", .kind = "sleep", \
	.start = { "startTime" }, .end = { "endTime" }, .stated_ms = "duration", \
	.length = { "minutesAsleep" }, .length_unit_s = 60, .id = { "logId" } }
/* total: of the first version, which had no id */
#define OURA(where) { .place = where, .must = "bedtime_start", .kind = "sleep", \
	.start = { "bedtime_start" }, .end = { "bedtime_end" }, \
	.length = { "total_sleep_duration", "total" }, .length_unit_s = 1, \
	.id = { "id" }, .skip_field = "type", .skip_values = "deleted|rest" }
/* Cycles and workouts have a score too, but are no sleep. */
#define WHOOP(where) { .place = where, .must = "start", .kind = "sleep", \
	.start = { "start" }, .end = { "end" }, .id = { "id" }, \
	.zone = "timezone_offset", .length_unit_s = 0.001, .length = { \
	"score.stage_summary.total_light_sleep_time_milli", \
	"score.stage_summary.total_slow_wave_sleep_time_milli", \
	"score.stage_summary.total_rem_sleep_time_milli" }, .amend = amend_whoop }
#define INCIDENT_IO(where) { .place = where, .must = "created_at", \
	.kind = "incident", .start = { "created_at" }, .id = { "id" }, \
	.title = { "name" }, .tags = { "reference" }, .severity = "severity.name", \
	.skip_field = "mode", .skip_values = "test|tutorial", \
	.amend = amend_incident_io }
#define OPSGENIE(where) { .place = where, .must = "tinyId", .kind = "incident", \
	.start = { "impactStartDate", "createdAt" }, .end = { "impactEndDate" }, \
	.id = { "id" }, .title = { "message" }, .severity = "priority", \
	.amend = amend_opsgenie }
#define ROOTLY(where, field) { .place = where, .must = field, .kind = "incident", \
	.start = { "attributes.started_at", "attributes.acknowledged_at", \
	"attributes.created_at" }, .end = { "attributes.resolved_at", \
	"attributes.mitigated_at" }, .id = { "id" }, .title = { "attributes.title" }, \
	.severity = "attributes.severity.data.attributes.severity", \
	.amend = amend_rootly }
#define WATSON_TAGS(at) at ".0", at ".1", at ".2", at ".3", at ".4", at ".5", at ".6", \
	at ".7", at ".8", at ".9"
#define ROTA(where) { .place = where, .must = "type", \
	.why = "the rules of a rota: save its final_shifts, which say who had them" }
#define JIRA(where) { .place = where, .must = "timeSpentSeconds", .kind = "work", \
	.start = { "started" }, .length = { "timeSpentSeconds" }, .length_unit_s = 1, \
	.id = { "id" }, .title = { "comment", \
	"comment.content.0.content.0.text" }, .tags = { "issueId" }, \
	.me = { "author.accountId", "author.displayName", "author.emailAddress" }, \
	.flags = ROW_DAY }

const struct row_format wk_row_formats[] = {
	{ "fitbit", "dateOfSleep|totalSleepRecords", { FITBIT("#"), FITBIT("sleep.#") } },
	{ "garmin", "sleepStartTimestampGMT", {
	    GARMIN("*"), GARMIN("#.dailySleepDTO"), GARMIN_NAP("dailyNapDTOS.#"),
	    GARMIN_NAP("dailySleepDTO.dailyNapDTOS.#"), GARMIN_NAP("#.dailyNapDTOS.#"),
	    GARMIN_NAP("#.dailySleepDTO.dailyNapDTOS.#") } },
	{ "oura", "bedtime_start|data&next_token", { OURA("data.#"), OURA("sleep.#"),
	    OURA("#") } },
	{ "whoop", "score_state|records&next_token", { WHOOP("records.#"), WHOOP("#"),
	    WHOOP("") } },
	{ "withings", "lightsleepduration", { { .place = "body.series.#",
	    .must = "startdate", .kind = "sleep", .start = { "startdate" },
	    .end = { "enddate" }, .id = { "id" }, .length_unit_s = 1, .length = {
	    "data.lightsleepduration", "data.deepsleepduration",
	    "data.remsleepduration" } } } },
	{ "google-fit", "fitnessActivity&startTime|com.google.activity.segment|"
	    "session&activityType|session&deletedSession", {
	    { .place = "", .must = "fitnessActivity", .kind = "sleep",
	    .start = { "startTime" }, .end = { "endTime" },
	    .amend = amend_google_session },
	    { .place = "point.#", .must = "startTimeNanos", .kind = "sleep",
	    .start = { "startTimeNanos" }, .end = { "endTimeNanos" },
	    .amend = amend_google_point },
	    { .place = "session.#", .must = "startTimeMillis", .kind = "sleep",
	    .start = { "startTimeMillis" }, .end = { "endTimeMillis" }, .id = { "id" },
	    .amend = amend_google_point } } },
	{ "jira", "timeSpentSeconds&started|worklogs&maxResults", { JIRA("worklogs.#"),
	    JIRA("issues.#.fields.worklog.worklogs.#"), JIRA("#") } },
	{ "tempo", "tempoWorklogId|metadata&results", {
	    { .place = "results.#", .must = "tempoWorklogId", .kind = "work",
	    .day = "startDate", .length = { "timeSpentSeconds" }, .length_unit_s = 1,
	    .id = { "tempoWorklogId" }, .title = { "description" },
	    .tags = { "issue.key", "issue.id" }, .me = { "author.accountId",
	    "author.displayName" }, .flags = ROW_DAY } } },
	{ "alertmanager", "startsAt&fingerprint", { { .place = "alerts.#",
	    .must = "startsAt", .kind = "incident", .start = { "startsAt" },
	    .end = { "endsAt" }, .id = { "fingerprint", "startsAt" },
	    .title = { "annotations.summary", "annotations.title", "labels.alertname" },
	    .tags = { "labels.alertname" }, .severity = "labels.severity" },
	    { .place = "#", .must = "fingerprint",
	    .why = "/api/v2/alerts has no history: collect what is sent to a "
	    "webhook" } } },
	{ "incident-io", "incident_timestamp_values|schedule_entries", {
	    INCIDENT_IO("incidents.#"), INCIDENT_IO("incident"),
	    { .place = "schedule_entries.final.#", .must = "start_at", .kind = "oncall",
	    .start = { "start_at" }, .end = { "end_at" },
	    .id = { "entry_id", "start_at" }, .title = { "user.name" },
	    .me = { "user.name", "user.email", "user.id" } } } },
	{ "opsgenie", "tinyId", { OPSGENIE("data.#"), OPSGENIE("data") } },
	{ "grafana-oncall", "shift_start|alerts_count&integration_id|"
	    "single_event&time_zone&users|rolling_users&time_zone", {
	    ROTA(""), ROTA("results.#"),
	    { .place = "results.#", .must = "shift_start", .kind = "oncall",
	    .start = { "shift_start" }, .end = { "shift_end" }, .id = { "user_pk",
	    "shift_start" }, .title = { "user_username" }, .me = { "user_email",
	    "user_username", "user_pk" } },
	    { .place = "results.#", .must = "alerts_count", .kind = "incident",
	    .start = { "created_at" }, .end = { "resolved_at" }, .id = { "id" },
	    .title = { "title" } } } },
	{ "rootly", "attributes&starts_at|attributes&started_at|"
	    "incidents&assigned_user_id&created_at", {
	    { .place = "data.#", .must = "attributes.starts_at", .kind = "oncall",
	    .start = { "attributes.starts_at" }, .end = { "attributes.ends_at" },
	    .id = { "id" }, .me = { "relationships.user.data.id" } },
	    ROOTLY("data.#", "attributes.started_at"),
	    ROOTLY("data.#", "attributes.created_at"),
	    ROOTLY("data", "attributes.started_at"),
	    { .place = "incidents.#", .must = "created_at", .kind = "incident",
	    .start = { "started_at", "created_at" }, .end = { "resolved_at" },
	    .id = { "id" }, .title = { "title" }, .severity = "severity",
	    .me = { "assigned_user_email", "assigned_user_name", "assigned_user_id" } }
	    } },
	{ "sentry", "firstSeen&lastSeen", { { .place = "#", .must = "firstSeen",
	    .kind = "incident", .start = { "firstSeen" }, .id = { "id" },
	    .title = { "title", "metadata.title", "culprit" }, .tags = { "shortId" },
	    .severity = "level", .flags = ROW_NOISE } } },
	{ "watson", "[[|project&start&stop|project&start&tags&!uuid", {
	    { .place = "#[]", .must = "0", .kind = "work", .start = { "0" },
	    .end = { "1" }, .id = { "3" }, .title = { "2" },
	    .tags = { "2", WATSON_TAGS("4") } },
	    { .place = "#", .must = "project", .kind = "work", .start = { "start" },
	    .end = { "stop" }, .id = { "id" }, .title = { "project" },
	    .tags = { "project", WATSON_TAGS("tags") } },
	    { .place = "", .must = "project", .kind = "work", .start = { "start" },
	    .only_id = "running", .title = { "project" },
	    .tags = { "project", WATSON_TAGS("tags") } } } },
	{ "victorops", "incidentNumber&currentPhase|userLogs", {
	    { .place = "incidents.#", .must = "startTime", .kind = "incident",
	    .start = { "startTime" }, .id = { "incidentNumber" },
	    .title = { "entityDisplayName", "entityId" }, .tags = { "service" },
	    .amend = amend_victorops },
	    { .place = "userLogs.#.log.#", .must = "on", .kind = "oncall",
	    .start = { "on" }, .end = { "off" } } } },
};
const size_t wk_row_format_count = WK_LEN(wk_row_formats);

#define X(word, name) \
	void \
	wk_port_##word(struct wk_port *port) \
	{ \
		wk_rows_read(port, name); \
	} \
	bool \
	wk_port_detect_##word(const char *p, size_t n) \
	{ \
		return wk_rows_detect(name, p, n); \
	}
WK_PORT_ROWS(X)
#undef X
