/* SPDX-License-Identifier: MIT */
/* gtimelog's timelog.txt: "2026-11-20 11:57: project: what". Each line ends an activity
 * that began with the line before; the first after virtual midnight (02:00) begins a day.
 * What has ** in it is slack, with *** nothing at all; a line without a stamp is a
 * comment. Lines may stand in any order. */
#include <stdlib.h>

#include "port.h"

enum { VIRTUAL_MIDNIGHT_S = 2 * 3600, DAY_S = 86400 };

struct entry {
	int64_t wall;
	long line;
	const char *text;
	size_t len;
};

struct log {
	struct wk_port *port;
	struct entry *v;
	size_t n, cap;
	int64_t slack_s;
};

/* The stamp and its colon. */
static bool
read_stamp(struct wk_scan *s, int64_t *wall)
{
	wk_date d;
	int seconds;
	if (!wk_scan_date(s, &d) || !wk_scan_char(s, ' ') ||
	    !wk_scan_clock(s, &seconds) || !wk_scan_char(s, ':') ||
	    (s->p < s->end && *s->p != ' ' && *s->p != '\t'))
		return false;
	*wall = (int64_t)d * DAY_S + seconds;
	return true;
}

bool
wk_port_detect_gtimelog(const char *p, size_t n)
{
	struct wk_scan s;
	int64_t wall;
	return wk_scan_first_line(&s, p, n, "#") && read_stamp(&s, &wall);
}

static void
take(void *ctx, const char *text, size_t len, long line)
{
	struct log *g = ctx;
	struct wk_scan s;
	int64_t wall;
	wk_scan_init(&s, text, len);
	if (!read_stamp(&s, &wall))
		return;
	wk_scan_blanks(&s);
	g->v = wk_mem_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
	g->v[g->n++] = (struct entry){ wall, line, s.p, (size_t)(s.end - s.p) };
}

static int
compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->wall != y->wall)
		return x->wall < y->wall ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static bool
has(const struct entry *e, const char *mark)
{
	return e->len > 0 && memmem(e->text, e->len, mark, strlen(mark)) != NULL;
}

/* "project: what -- tag tag": the project and the tags as tags. */
static void
read_text(struct wk_port *port, char *text, struct wk_buf *tags)
{
	char *colon = strstr(text, ": "), *dashes = strstr(text, " -- ");
	if (dashes != NULL) {
		*dashes = '\0';
		dashes += 4;
	}
	if (colon != NULL && (dashes == NULL || colon < dashes)) {
		*colon = '\0';
		wk_port_tag_add(port, tags, text);
		*colon = ':';
	}
	while (dashes != NULL && *dashes != '\0') {
		size_t n = strcspn(dashes, " \t");
		char *next = dashes + n + (dashes[n] != '\0');
		dashes[n] = '\0';
		wk_port_tag_add(port, tags, dashes);
		dashes = next;
	}
	if (tags->len > 0)
		wk_buf_addc(tags, ']');
}

static void
put_work(struct log *g, const struct entry *from, const struct entry *to)
{
	struct wk_port_event e;
	struct wk_arena a;
	struct wk_buf tags;
	wk_arena_init(&a);
	wk_buf_init(&tags);
	wk_port_event_init(&e, "work");
	char *text = wk_text_trim(wk_arena_strndup(&a, to->text, to->len));
	read_text(g->port, text, &tags);
	char date[11];
	wk_date_format((wk_date)(to->wall / DAY_S - (to->wall % DAY_S < 0)), date);
	int min = (int)((to->wall % DAY_S + DAY_S) % DAY_S / 60);
	e.source = "gtimelog";
	e.id = wk_arena_printf(&a, "%s %02d:%02d", date, min / 60, min % 60);
	e.title = wk_text_trim(text);
	e.tags = tags.len > 0 ? tags.p : NULL;
	wk_port_wall_start(g->port, &e, from->wall);
	if (wk_port_wall_end(g->port, &e, to->wall, -1, to->line))
		wk_port_span_put(g->port, &e, to->line);
	wk_buf_fini(&tags);
	wk_arena_fini(&a);
}

static int64_t
virtual_day(int64_t wall)
{
	int64_t t = wall - VIRTUAL_MIDNIGHT_S;
	return t / DAY_S - (t % DAY_S < 0);
}

static void
put_all(struct log *g)
{
	if (g->n > 1)
		qsort(g->v, g->n, sizeof(*g->v), compare);
	for (size_t i = 1; i < g->n && !wk_port_is_over(g->port); i++) {
		const struct entry *from = &g->v[i - 1], *to = &g->v[i];
		if (virtual_day(from->wall) != virtual_day(to->wall) || has(to, "***"))
			continue;
		if (has(to, "**"))
			g->slack_s += to->wall - from->wall;
		else
			put_work(g, from, to);
	}
}

void
wk_port_gtimelog(struct wk_port *port)
{
	struct log g = { .port = port };
	struct wk_buf b;
	wk_port_header(port, "gtimelog", wk_zone_name(port->zone));
	wk_port_each_line(port, take, &g);
	put_all(&g);
	if (g.n == 0 && port->errors == 0)
		wk_port_error(port, 1, "no line begins like 2026-11-20 09:00: what");
	if (g.slack_s > 0) {
		wk_buf_init(&b);
		wk_text_put_duration_short(&b, (double)g.slack_s / 60);
		wk_port_note(port, "slack (**) is no work: %s left out", b.p);
		wk_buf_fini(&b);
	}
	wk_mem_free(g.v);
}
