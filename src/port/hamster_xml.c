/* SPDX-License-Identifier: MIT */
/* hamster's report as XML: one <activity> for each fact, all of it in attributes. Its
 * times are wall clock; what runs ends at the word None. */
#include <expat.h>

#include "port.h"

struct reader {
	struct wk_port *port;
	XML_Parser xml;
	int depth;
};

static const char *
value_of(const char **atts, const char *name)
{
	for (; *atts != NULL; atts += 2)
		if (strcmp(atts[0], name) == 0)
			return atts[1];
	return "";
}

static void
read_tags(struct wk_port *port, const char **atts, struct wk_buf *tags)
{
	struct wk_arena a;
	wk_arena_init(&a);
	wk_port_tag_add(port, tags, value_of(atts, "category"));
	for (char *s = wk_arena_strdup(&a, value_of(atts, "tags")), *next; s != NULL;
	    s = next) {
		next = strchr(s, ',');
		if (next != NULL)
			*next++ = '\0';
		wk_port_tag_add(port, tags, wk_text_trim(s));
	}
	if (tags->len > 0)
		wk_buf_addc(tags, ']');
	wk_arena_fini(&a);
}

static void
take(struct reader *r, const char **atts, long line)
{
	struct wk_port_event e;
	struct wk_buf tags, text, title;
	char id[35];
	const char *start = value_of(atts, "start_time");
	const char *end = value_of(atts, "end_time");
	const char *said = value_of(atts, "description"), *name = value_of(atts, "name");
	wk_port_event_init(&e, "work");
	if (!wk_port_text_start(r->port, &e, start)) {
		wk_port_error(r->port, line, "start_time \"%.40s\" is not a time", start);
		return;
	}
	if (*end != '\0' && strcmp(end, "None") != 0 &&
	    !wk_port_text_end(r->port, &e, end, line))
		return;
	wk_buf_init(&text);
	wk_buf_addf(&text, "hamster %lld %s", (long long)e.start, name);
	wk_port_make_id(text.p, id);
	wk_buf_fini(&text);
	wk_buf_init(&tags);
	wk_buf_init(&title);
	read_tags(r->port, atts, &tags);
	e.source = "hamster";
	e.id = id;
	e.title = wk_port_hamster_title(name, said, &title);
	e.tags = tags.len > 0 ? tags.p : NULL;
	wk_port_span_put(r->port, &e, line);
	wk_buf_fini(&tags);
	wk_buf_fini(&title);
}

static void XMLCALL
on_start(void *ctx, const char *name, const char **atts)
{
	struct reader *r = ctx;
	long line = (long)XML_GetCurrentLineNumber(r->xml);
	if (++r->depth > WK_PORT_DEPTH_MAX) {
		wk_port_error(r->port, line, "nested deeper than 64");
		(void)XML_StopParser(r->xml, XML_FALSE);
	} else if (strcmp(name, "activity") == 0)
		take(r, atts, line);
	if (wk_port_is_over(r->port))
		(void)XML_StopParser(r->xml, XML_FALSE);
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	struct reader *r = ctx;
	(void)name;
	r->depth--;
}

void
wk_port_hamster_xml(struct wk_port *port)
{
	struct reader r = { .port = port };
	wk_port_header(port, "hamster", wk_zone_name(port->zone));
	r.xml = XML_ParserCreate(NULL);
	if (r.xml == NULL)
		wk_mem_die();
	XML_SetUserData(r.xml, &r);
	XML_SetElementHandler(r.xml, on_start, on_end);
	if (XML_Parse(r.xml, port->p, (int)port->n, 1) != XML_STATUS_OK &&
	    XML_GetErrorCode(r.xml) != XML_ERROR_ABORTED)
		wk_port_error(port, (long)XML_GetCurrentLineNumber(r.xml), "not XML: %s",
		    XML_ErrorString(XML_GetErrorCode(r.xml)));
	XML_ParserFree(r.xml);
}

bool
wk_port_detect_hamster_xml(const char *p, size_t n)
{
	while (n > 0 && *p != '\0' && strchr(" \t\r\n", *p) != NULL)
		p++, n--;
	return n > 0 && *p == '<' && memmem(p, n, "<activities", 11) != NULL;
}
