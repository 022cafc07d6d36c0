/* SPDX-License-Identifier: MIT */
/* `task export`: it keeps no times of work, but with journal.time=on notes "Started task"
 * and "Stopped task"; each such pair is work. A start without a stop runs while the task
 * has a start, else its end is not known. */
#include "json.h"

enum { TAGS_MAX = 100 };

static void
put_work(struct wk_port *port, const struct wk_json_record *rec, int64_t from,
    int64_t to)
{
	struct wk_port_event e;
	struct wk_buf tags;
	char text[120], id[35], path[24];
	const char *uuid = wk_json_text(rec, "uuid");
	const char *project = wk_json_text(rec, "project");
	const char *tag;
	(void)snprintf(text, sizeof(text), "task %.60s %lld", uuid, (long long)from);
	wk_port_make_id(text, id);
	wk_buf_init(&tags);
	wk_port_tag_add(port, &tags, project == NULL ? "" : project);
	for (int i = 0; i < TAGS_MAX; i++) {
		(void)snprintf(path, sizeof(path), "tags.%d", i);
		if ((tag = wk_json_text(rec, path)) == NULL)
			break;
		wk_port_tag_add(port, &tags, tag);
	}
	if (tags.len > 0)
		wk_buf_addc(&tags, ']');
	wk_port_event_init(&e, "work");
	e.source = "taskwarrior";
	e.id = id;
	e.title = wk_json_text(rec, "description");
	e.tags = tags.len > 0 ? tags.p : NULL;
	wk_port_utc_start(port, &e, from);
	if (to == WK_TIME_NONE || wk_port_utc_end(port, &e, to, rec->line))
		wk_port_span_put(port, &e, rec->line);
	wk_buf_fini(&tags);
}

static void
take(void *ctx, const struct wk_json_record *rec)
{
	struct wk_port *port = ctx;
	int64_t from = WK_TIME_NONE, at;
	const char *what;
	size_t whats = 0, entries = 0;
	if (wk_json_text(rec, "uuid") == NULL)
		return;
	for (int i = 0; (what = wk_json_nth(rec, "annotations", i, "description",
	    &whats)) != NULL; i++) {
		const char *s = wk_json_nth(rec, "annotations", i, "entry", &entries);
		bool is_start = wk_text_starts(what, "Started task");
		bool is_stop = wk_text_starts(what, "Stopped task");
		if (!is_start && !is_stop)
			continue;
		if (s == NULL || !wk_port_timew_time(s, strlen(s), &at)) {
			wk_port_error(port, rec->line, "entry \"%.40s\" is not a time",
			    s == NULL ? "" : s);
			return;
		}
		if (is_stop && from != WK_TIME_NONE)
			put_work(port, rec, from, at);
		from = is_start ? at : WK_TIME_NONE;
	}
	if (from != WK_TIME_NONE && wk_json_has(rec, "start"))
		put_work(port, rec, from, WK_TIME_NONE);
	else if (from != WK_TIME_NONE)
		wk_port_skip(port, rec->line, "started, and no stop is noted");
}

bool
wk_port_detect_taskwarrior(const char *p, size_t n)
{
	return memmem(p, n, "\"uuid\"", 6) != NULL &&
	    memmem(p, n, "\"urgency\"", 9) != NULL &&
	    memmem(p, n, "\"entry\"", 7) != NULL;
}

static const struct wk_json_taker taker = { .take = take };

void
wk_port_taskwarrior(struct wk_port *port)
{
	static const char *const places[] = { "#", "", NULL };
	wk_port_header(port, "taskwarrior", "UTC");
	wk_json_read(port, places, &taker, port);
}
