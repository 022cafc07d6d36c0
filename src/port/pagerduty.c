/* SPDX-License-Identifier: MIT */
/* PagerDuty's saved answers: incidents (with or without log entries in them, or the
 * analytics of them), log_entries, oncalls; pages of a list, or an object on each line.
 *
 * An incident begins for me when it first notified me, not when it was created: a notify
 * entry is the moment somebody was woken. Notifications up to five minutes apart are one
 * page. What I worked on it is from my first acknowledgement to its end, at most 4 h. */
#include <math.h>
#include <stdlib.h>

#include "json.h"
#include "who.h"

enum { PAGE_GAP_S = 300, WORK_MAX_MIN = 240, LIST_MAX = 500000 };

enum entry_kind { ENTRY_NOTIFY, ENTRY_ACK, ENTRY_RESOLVE };
struct entry {
	const char *incident;
	int64_t at;
	enum entry_kind kind;
	bool is_mine;
	long line;
};
struct incident {
	const char *id, *title;
	int64_t created, resolved, acked;
	double minutes;
	int severity;
	bool is_low, is_mine, names_people;
	long line;
};
struct shift {
	const char *user, *title;
	int64_t start, end, level;
	long line;
};
/* Of a schedule: who has it in the end. */
#define RENDERED "schedule.final_schedule.rendered_schedule_entries.#"

struct reader {
	struct wk_port *port;
	struct wk_arena arena;
	struct wk_port_who who;
	struct entry *entries;
	size_t entry_count, entry_cap;
	struct incident *incidents;
	size_t incident_count, incident_cap;
	struct shift *shifts;
	size_t shift_count, shift_cap;
	const char *nested;             /* the incident inside the entry in hand */
	const char *person;             /* somebody who was notified */
	bool has_others, has_more;
	long foreign_shifts;
};

/* WK_TIME_NONE: not said, or (after an error line) not a time. A time without offset is
 * the zone's that the report was asked for. */
static int64_t
read_time(struct reader *r, const struct wk_json_record *rec, const char *path)
{
	const char *s = wk_json_text(rec, path);
	int64_t utc;
	int32_t off;
	bool off_known;
	if (s == NULL)
		return WK_TIME_NONE;
	if (!wk_zone_parse_iso(s, &utc, &off, &off_known)) {
		wk_port_error(r->port, rec->line, "%s \"%.40s\" is not a time", path, s);
		return WK_TIME_NONE;
	}
	return off_known ? utc : wk_zone_start(r->port->zone, utc, NULL);
}

static const char *
keep_text(struct reader *r, const struct wk_json_record *rec, const char *path)
{
	const char *s = wk_json_text(rec, path);
	return s == NULL ? NULL : wk_arena_strdup(&r->arena, s);
}

/* Is the person at path me? None named on the command line: everybody is. */
static bool
is_me(const struct reader *r, const struct wk_json_record *rec, const char *path)
{
	static const char *const names[] = { "id", "summary", "name", "email" };
	char at[96];
	if (r->who.me_count == 0)
		return true;
	for (size_t i = 0; i < WK_LEN(names); i++) {
		(void)snprintf(at, sizeof(at), "%s.%s", path, names[i]);
		if (wk_port_who_is_me(&r->who, wk_json_text(rec, at)))
			return true;
	}
	return false;
}

/* name: a name, or "Notified NAME by phone." */
static void
note_person(struct reader *r, const char *name)
{
	const char *by = name == NULL ? NULL : strstr(name, " by ");
	if (name == NULL)
		return;
	size_t n = by == NULL ? strlen(name) : (size_t)(by - name);
	if (wk_text_starts(name, "Notified ") && n > 9)
		name += 9, n -= 9;
	if (r->person == NULL)
		r->person = wk_arena_strndup(&r->arena, name, n);
	r->has_others = r->has_others || strlen(r->person) != n ||
	    memcmp(r->person, name, n) != 0;
}

static bool
is_full(struct reader *r, const struct wk_json_record *rec, size_t n)
{
	if (n == LIST_MAX)
		wk_port_error(r->port, rec->line, "more than %d rows of one kind",
		    LIST_MAX);
	return n >= LIST_MAX;
}

static void
take_entry(struct reader *r, const struct wk_json_record *rec, const char *type)
{
	static const struct {
		const char *type;
		enum entry_kind kind;
	} kinds[] = {
		{ "notify_log_entry", ENTRY_NOTIFY },
		{ "acknowledge_log_entry", ENTRY_ACK },
		{ "resolve_log_entry", ENTRY_RESOLVE },
	};
	size_t i = 0;
	while (i < WK_LEN(kinds) && strcmp(type, kinds[i].type) != 0)
		i++;
	if (i == WK_LEN(kinds) || is_full(r, rec, r->entry_count))
		return;
	struct entry e = { .incident = keep_text(r, rec, "incident.id"),
		.at = read_time(r, rec, "created_at"), .kind = kinds[i].kind,
		.line = rec->line };
	if (e.incident == NULL && *rec->place == '\0')
		e.incident = r->nested;
	bool is_page = e.kind == ENTRY_NOTIFY;
	const char *said = wk_json_text(rec, "summary");
	const char *user = wk_json_text(rec, "user.summary");
	/* older entries name the user only in the sentence */
	e.is_mine = is_me(r, rec, is_page ? "user" : "agent") ||
	    (is_page && user == NULL && wk_port_who_says_me(&r->who, said));
	if (is_page)
		note_person(r, user != NULL ? user : said);
	if (e.incident == NULL || e.at == WK_TIME_NONE) {
		wk_port_error(r->port, rec->line, "a log entry without %s",
		    e.incident == NULL ? "its incident" : "a time");
		return;
	}
	r->entries = wk_mem_grow(r->entries, &r->entry_cap, r->entry_count + 1,
	    sizeof(*r->entries));
	r->entries[r->entry_count++] = e;
}

/* P1 and SEV-2 are 1 and 2. */
static int
severity_of(const struct wk_json_record *rec)
{
	const char *s = wk_json_text(rec, "priority.summary");
	s = s != NULL ? s : wk_json_text(rec, "priority.name");
	s = s != NULL ? s : wk_json_text(rec, "priority_name");
	size_t n = s == NULL ? 0 : strcspn(s, "0123456789");
	if (s == NULL || s[n] < '0' || s[n] > '5' || (s[n + 1] >= '0' && s[n + 1] <= '9'))
		return -1;
	return s[n] - '0';
}

/* The people an incident names, and when I took it. */
static void
read_people(struct reader *r, const struct wk_json_record *rec, struct incident *in)
{
	const char *path, *text;
	char who[96];
	enum wk_json_type type;
	for (size_t i = 0; wk_json_leaf(rec, i, &path, &type, &text); i++) {
		size_t n = strlen(path);
		bool is_user = n > 3 && strcmp(path + n - 3, ".id") == 0 && n < 90 &&
		    (wk_text_starts(path, "assignments.") ||
		    wk_text_starts(path, "acknowledgements."));
		bool is_name = wk_text_starts(path, "assigned_user_") ||
		    wk_text_starts(path, "acknowledged_user_");
		if (!is_user && !is_name)
			continue;
		in->names_people = true;
		(void)snprintf(who, sizeof(who), "%.*s", (int)(n - 3), path);
		if (is_name)
			in->is_mine = in->is_mine || wk_port_who_is_me(&r->who, text);
		else if (is_me(r, rec, who)) {
			in->is_mine = true;
			char *last = strrchr(who, '.');
			if (wk_text_starts(who, "assignments.") || last == NULL)
				continue;
			(void)snprintf(last, 4, ".at");
			int64_t at = read_time(r, rec, who);
			if (at != WK_TIME_NONE && (in->acked == WK_TIME_NONE ||
			    at < in->acked))
				in->acked = at;
		}
	}
}

static void
take_incident(struct reader *r, const struct wk_json_record *rec)
{
	double engaged_s, ack_s;
	const char *urgency = wk_json_text(rec, "urgency");
	struct incident in = { .id = keep_text(r, rec, "id"), .line = rec->line,
		.title = keep_text(r, rec, "title"), .acked = WK_TIME_NONE,
		.created = read_time(r, rec, "created_at"),
		.resolved = read_time(r, rec, "resolved_at"), .minutes = NAN,
		.severity = severity_of(rec),
		.is_low = urgency != NULL && strcmp(urgency, "low") == 0 };
	if (is_full(r, rec, r->incident_count))
		return;
	if (in.id == NULL || in.created == WK_TIME_NONE) {
		wk_port_error(r->port, rec->line, "an incident without %s",
		    in.id == NULL ? "an id" : "created_at");
		return;
	}
	if (in.title == NULL)
		in.title = keep_text(r, rec, "description");
	if (wk_json_real(rec, "engaged_seconds", &engaged_s) && engaged_s > 0)
		in.minutes = WK_MIN(engaged_s / 60, (double)WORK_MAX_MIN);
	if (wk_json_real(rec, "seconds_to_first_ack", &ack_s) && ack_s >= 0 &&
	    ack_s < 1e9)
		in.acked = in.created + (int64_t)ack_s;
	read_people(r, rec, &in);
	r->incidents = wk_mem_grow(r->incidents, &r->incident_cap,
	    r->incident_count + 1, sizeof(*r->incidents));
	r->incidents[r->incident_count++] = in;
}

static void
take_shift(struct reader *r, const struct wk_json_record *rec)
{
	struct shift s = { .user = keep_text(r, rec, "user.id"), .line = rec->line,
		.title = keep_text(r, rec, "schedule.summary"), .level = 1,
		.start = read_time(r, rec, "start"), .end = read_time(r, rec, "end") };
	if (!is_me(r, rec, "user")) {
		r->foreign_shifts++;
		return;
	}
	note_person(r, wk_json_text(rec, "user.summary"));
	(void)wk_json_int(rec, "escalation_level", &s.level);
	if (s.title == NULL)
		s.title = keep_text(r, rec, "escalation_policy.summary");
	s.user = s.user == NULL ? "" : s.user;
	const char *fault = s.start == WK_TIME_NONE ? NULL :
	    wk_port_span_fault(s.start, s.end);
	if (s.start == WK_TIME_NONE || s.end == WK_TIME_NONE)
		wk_port_skip(r->port, rec->line, "on call without %s",
		    s.start == WK_TIME_NONE ? "a start" : "an end");
	else if (fault != NULL)
		wk_port_error(r->port, rec->line, "%s", fault);
	else if (!is_full(r, rec, r->shift_count)) {
		r->shifts = wk_mem_grow(r->shifts, &r->shift_cap, r->shift_count + 1,
		    sizeof(*r->shifts));
		r->shifts[r->shift_count++] = s;
	}
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	struct reader *r = ctx;
	const char *type = wk_json_text(rec, "type");
	size_t n = type == NULL ? 0 : strlen(type);
	if (strcmp(rec->place, "incident") == 0)
		r->nested = keep_text(r, rec, "id");
	if (n > 10 && strcmp(type + n - 10, "_log_entry") == 0)
		take_entry(r, rec, type);
	else if (wk_json_has(rec, "escalation_level") ||
	    strcmp(rec->place, RENDERED) == 0)
		take_shift(r, rec);
	else if ((n > 0 && strcmp(type, "incident") == 0) ||
	    wk_json_has(rec, "incident_number"))
		take_incident(r, rec);
	else if (*rec->place == '\0')
		r->has_more = r->has_more || wk_json_is_true(rec, "more");
	if (*rec->place == '\0')
		r->nested = NULL;
}

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int c = strcmp(x->incident, y->incident);
	return c != 0 ? c : x->at != y->at ? (x->at < y->at ? -1 : 1) :
	    (int)x->kind - (int)y->kind;
}

static int
incident_compare(const void *a, const void *b)
{
	const struct incident *x = a, *y = b;
	int c = strcmp(x->id, y->id);
	return c != 0 ? c : x->line < y->line ? -1 : x->line > y->line;
}

static int
shift_compare(const void *a, const void *b)
{
	const struct shift *x = a, *y = b;
	int c = strcmp(x->user, y->user);
	return c != 0 ? c : x->start != y->start ? (x->start < y->start ? -1 : 1) :
	    x->line < y->line ? -1 : x->line > y->line;
}

/* The n-th page of an incident; worked: this is the one that was acknowledged. */
static void
put_page(struct reader *r, const struct incident *in, int n, int64_t at, bool worked)
{
	struct wk_port_event e;
	char id[80];
	wk_port_event_init(&e, "incident");
	wk_port_utc_start(r->port, &e, at);
	(void)snprintf(id, sizeof(id), n > 1 ? "%.60s.%d" : "%.60s", in->id, n);
	e.source = "pagerduty";
	e.id = id;
	e.title = in->title;
	e.severity = in->severity;
	if (worked)
		e.minutes = in->minutes;
	if (in->is_low && n == 0)
		e.noise = 1;
	wk_port_event_put(r->port, &e);
}

static void
read_work(struct incident *in, const struct entry *e, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (e[i].kind == ENTRY_ACK && e[i].is_mine &&
		    (in->acked == WK_TIME_NONE || e[i].at < in->acked))
			in->acked = e[i].at;
		if (e[i].kind == ENTRY_RESOLVE && in->resolved == WK_TIME_NONE)
			in->resolved = e[i].at;
	}
	if (isnan(in->minutes) && in->acked != WK_TIME_NONE &&
	    in->resolved != WK_TIME_NONE && in->resolved >= in->acked)
		in->minutes = WK_MIN((double)(in->resolved - in->acked) / 60,
		    (double)WORK_MAX_MIN);
}

/* One event for each time I was called; false: never. */
static bool
put_pages(struct reader *r, const struct incident *in, const struct entry *e, size_t n)
{
	int64_t last = 0, begin = 0;
	int pages = 0;
	bool is_worked = in->acked == WK_TIME_NONE;
	for (size_t i = 0; i < n; i++) {
		if (e[i].kind != ENTRY_NOTIFY || !e[i].is_mine)
			continue;
		if (pages > 0 && e[i].at - last > PAGE_GAP_S) {
			bool here = !is_worked && in->acked < e[i].at;
			put_page(r, in, pages, begin, here);
			is_worked = is_worked || here;
		}
		if (pages == 0 || e[i].at - last > PAGE_GAP_S) {
			begin = e[i].at;
			pages++;
		}
		last = e[i].at;
	}
	if (pages > 0)
		put_page(r, in, pages, begin, !is_worked);
	return pages > 0;
}

static void
put_incident(struct reader *r, struct incident *in, const struct entry *e, size_t n)
{
	bool is_acked = in->acked != WK_TIME_NONE;
	read_work(in, e, n);
	is_acked = is_acked || in->acked != WK_TIME_NONE;
	if (put_pages(r, in, e, n))
		return;
	bool is_known = n > 0 || in->names_people;
	if (r->who.me_count > 0 && is_known && !in->is_mine && !is_acked)
		wk_port_skip(r->port, in->line, "it called somebody else");
	else if (in->created != WK_TIME_NONE)
		put_page(r, in, in->is_low && !is_acked ? 0 : 1, in->created, true);
}

/* Incidents and entries side by side, both sorted by the incident's id. */
static void
put_incidents(struct reader *r)
{
	size_t i = 0, e = 0;
	if (r->entry_count > 1)
		qsort(r->entries, r->entry_count, sizeof(*r->entries), entry_compare);
	if (r->incident_count > 1)
		qsort(r->incidents, r->incident_count, sizeof(*r->incidents),
		    incident_compare);
	while ((i < r->incident_count || e < r->entry_count) &&
	    !wk_port_is_over(r->port)) {
		int c = i == r->incident_count ? 1 : e == r->entry_count ? -1 :
		    strcmp(r->incidents[i].id, r->entries[e].incident);
		struct incident in = { .created = WK_TIME_NONE, .resolved = WK_TIME_NONE,
			.acked = WK_TIME_NONE, .minutes = NAN, .severity = -1 };
		if (c <= 0)
			in = r->incidents[i++];
		else {
			in.id = r->entries[e].incident;
			in.line = r->entries[e].line;
		}
		/* the same one again: a later page of the answer is newer */
		while (i < r->incident_count && strcmp(r->incidents[i].id, in.id) == 0)
			in = r->incidents[i++];
		size_t from = e;
		while (c >= 0 && e < r->entry_count &&
		    strcmp(r->entries[e].incident, in.id) == 0)
			e++;
		put_incident(r, &in, e > from ? &r->entries[from] : NULL, e - from);
	}
}

/* One shift is told once for each policy and level it stands in: the longest of those
 * with one start, at the lowest level. */
static void
put_shifts(struct reader *r)
{
	if (r->shift_count > 1)
		qsort(r->shifts, r->shift_count, sizeof(*r->shifts), shift_compare);
	for (size_t i = 0, j; i < r->shift_count && !wk_port_is_over(r->port); i = j) {
		struct shift s = r->shifts[i];
		for (j = i + 1; j < r->shift_count && r->shifts[j].start == s.start &&
		    strcmp(r->shifts[j].user, s.user) == 0; j++) {
			s.level = WK_MIN(s.level, r->shifts[j].level);
			s.end = WK_MAX(s.end, r->shifts[j].end);
		}
		struct wk_port_event e;
		char text[128], id[35];
		wk_port_event_init(&e, "oncall");
		wk_port_utc_start(r->port, &e, s.start);
		(void)wk_port_utc_end(r->port, &e, s.end, s.line);
		(void)snprintf(text, sizeof(text), "oncall %.64s %lld", s.user,
		    (long long)s.start);
		wk_port_make_id(text, id);
		e.source = "pagerduty";
		e.id = id;
		e.title = s.title;
		e.tags = s.level > 1 ? "[\"back-up\"]" : NULL;
		wk_port_event_put(r->port, &e);
	}
}

static void
put_notes(struct reader *r)
{
	if (r->who.me_count == 0 && r->has_others)
		wk_port_note(r->port, "several people are named and all of it is read as "
		    "one's: say who you are with --map me=NAME");
	if (r->foreign_shifts > 0)
		wk_port_note(r->port, "shifts of other people that are left out: %ld",
		    r->foreign_shifts);
	if (r->entry_count + r->incident_count + r->shift_count == 0 &&
	    r->foreign_shifts == 0 && r->port->errors == 0)
		wk_port_note(r->port, "there is no incident, entry or shift in it");
	if (r->has_more)
		wk_port_note(r->port, "the answer has more pages than this one");
}

static const struct wk_json_taker taker = { .take = take };

void
wk_port_pagerduty(struct wk_port *port)
{
	static const char *const places[] = { "", "#", "incident", "incidents.#",
		"incidents.#.log_entries.#", "log_entries.#", "oncalls.#", "data.#",
		"#.log_entries.#", RENDERED, NULL };
	struct reader r = { .port = port };
	wk_arena_init(&r.arena);
	wk_port_header(port, "pagerduty", wk_zone_name(port->zone));
	if (wk_port_who_read(port, &r.arena, &r.who)) {
		wk_json_read(port, places, &taker, &r);
		put_incidents(&r);
		put_shifts(&r);
		put_notes(&r);
	}
	wk_mem_free(r.entries);
	wk_mem_free(r.incidents);
	wk_mem_free(r.shifts);
	wk_arena_fini(&r.arena);
}
