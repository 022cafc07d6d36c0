/* SPDX-License-Identifier: MIT */
/* hamster.db: facts with their activity, category and tags. Times are wall clock, of
 * three precisions in one file; what runs has no end, or the word None. */
#include "lite.h"

#define SEPARATOR '\x1f'

static bool
read_wall(struct wk_port *port, long id, const char *s, int64_t *wall)
{
	int32_t off;
	bool off_known;
	if (s != NULL && wk_zone_parse_iso(s, wall, &off, &off_known) && !off_known)
		return true;
	wk_port_error(port, 0, "fact %ld: \"%.40s\" is not a time", id,
	    s == NULL ? "" : s);
	return false;
}

static void
read_tags(struct wk_port *port, const struct wk_lite_row *row, struct wk_buf *tags)
{
	const char *category = wk_lite_text(row, 4), *list = wk_lite_text(row, 6);
	struct wk_arena a;
	wk_arena_init(&a);
	if (category != NULL)
		wk_port_tag_add(port, tags, category);
	for (char *s = wk_arena_strdup(&a, list), *next; s != NULL; s = next) {
		next = strchr(s, SEPARATOR);
		if (next != NULL)
			*next++ = '\0';
		wk_port_tag_add(port, tags, s);
	}
	if (tags->len > 0)
		wk_buf_addc(tags, ']');
	wk_arena_fini(&a);
}

const char *
wk_port_hamster_title(const char *activity, const char *said, struct wk_buf *out)
{
	if (said == NULL || *said == '\0')
		return activity;
	if (activity == NULL || *activity == '\0' || strcmp(activity, said) == 0)
		return said;
	wk_buf_addf(out, "%s: %s", activity, said);
	return out->p;
}

static void
take(void *ctx, const struct wk_lite_row *row)
{
	struct wk_port *port = ctx;
	struct wk_port_event e;
	struct wk_buf tags, title;
	int64_t id, wall;
	char text[24];
	const char *end = wk_lite_text(row, 2), *said = wk_lite_text(row, 5);
	wk_port_event_init(&e, "work");
	if (!wk_lite_int(row, 0, &id) ||
	    !read_wall(port, (long)id, wk_lite_text(row, 1), &wall))
		return;
	wk_port_wall_start(port, &e, wall);
	if (end != NULL && strcmp(end, "None") != 0 &&
	    (!read_wall(port, (long)id, end, &wall) ||
	    !wk_port_wall_end(port, &e, wall, -1, 0)))
		return;
	wk_buf_init(&tags);
	wk_buf_init(&title);
	read_tags(port, row, &tags);
	(void)snprintf(text, sizeof(text), "%lld", (long long)id);
	e.source = "hamster";
	e.id = text;
	e.title = wk_port_hamster_title(wk_lite_text(row, 3), said, &title);
	e.tags = tags.len > 0 ? tags.p : NULL;
	wk_port_span_put(port, &e, 0);
	wk_buf_fini(&tags);
	wk_buf_fini(&title);
}

void
wk_port_hamster(struct wk_port *port)
{
	wk_port_header(port, "hamster", wk_zone_name(port->zone));
	struct wk_lite *l = wk_lite_open(port);
	if (l == NULL)
		return;
	if (wk_lite_has(l, "facts", "id activity_id start_time end_time description") &&
	    wk_lite_has(l, "activities", "id name category_id") &&
	    wk_lite_has(l, "categories", "id name") &&
	    wk_lite_has(l, "tags", "id name") &&
	    wk_lite_has(l, "fact_tags", "fact_id tag_id"))
		wk_lite_query(l, "SELECT f.id, f.start_time, f.end_time, a.name, c.name, "
		    "f.description, (SELECT group_concat(t.name, char(31)) "
		    "FROM fact_tags x JOIN tags t ON t.id = x.tag_id "
		    "WHERE x.fact_id = f.id) FROM facts f "
		    "LEFT JOIN activities a ON a.id = f.activity_id "
		    "LEFT JOIN categories c ON c.id = a.category_id ORDER BY f.id", take,
		    port);
	else
		wk_port_error(port, 0, "the database has not the tables of hamster");
	wk_lite_close(l);
}

bool
wk_port_detect_hamster(const char *p, size_t n)
{
	static const char *const tables[] = { "fact_tags", "activities", NULL };
	return wk_port_detect_lite(p, n, tables);
}
