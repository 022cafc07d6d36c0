/* SPDX-License-Identifier: MIT */
/* Apple Health's export.xml: gigabytes of records, a few of which are sleep. expat hands
 * over one element after the other; only pieces of sleep are kept, and nothing of the
 * rest is looked at. Offsets in the file are those of the phone on the day of the export:
 * the zone lived in is in HKTimeZone. */
#include <expat.h>

#include "night.h"

enum { BLOCK = 65536 };

struct reader {
	struct wk_port *port;
	XML_Parser xml;
	struct wk_nights nights;
	int depth;
	size_t since;                   /* bytes since expat last told us something */
	const char *refusal;
	long in_bed;
	bool is_sleep;                  /* inside a record of sleep */
	int64_t start, end;
	enum wk_stage stage;
	struct wk_buf teller;
	const struct wk_zone *zone;     /* NULL: not said */
};

static const struct {
	const char *value;              /* behind HKCategoryValueSleepAnalysis */
	enum wk_stage stage;
} stages[] = {
	{ "AsleepCore", WK_STAGE_DETAILED }, { "AsleepDeep", WK_STAGE_DETAILED },
	{ "AsleepREM", WK_STAGE_DETAILED }, { "AsleepUnspecified", WK_STAGE_ASLEEP },
	{ "Asleep", WK_STAGE_ASLEEP }, { "Awake", WK_STAGE_AWAKE },
};

static void
stop(struct reader *r, const char *why)
{
	r->refusal = why;
	(void)XML_StopParser(r->xml, XML_FALSE);
}

static long
line_of(const struct reader *r)
{
	return (long)XML_GetCurrentLineNumber(r->xml);
}

/* 2024-01-16 00:20:00 +0200 */
static bool
read_time(const char *s, int64_t *utc)
{
	int32_t off;
	bool is_known;
	char iso[32];
	if (s == NULL || strlen(s) != 25 || s[10] != ' ' || s[19] != ' ')
		return false;
	(void)snprintf(iso, sizeof(iso), "%.10sT%.8s%.3s:%.2s", s, s + 11,
	    s + 20, s + 23);
	return wk_zone_parse_iso(iso, utc, &off, &is_known) && is_known;
}

static const char *
value_of(const char **atts, const char *name)
{
	for (; *atts != NULL; atts += 2)
		if (strcmp(atts[0], name) == 0)
			return atts[1];
	return NULL;
}

static void
begin_sleep(struct reader *r, const char **atts)
{
	static const char head[] = "HKCategoryValueSleepAnalysis";
	const char *value = value_of(atts, "value");
	const char *teller = value_of(atts, "sourceName");
	size_t i = 0;
	if (value == NULL || strncmp(value, head, sizeof(head) - 1) != 0) {
		wk_port_error(r->port, line_of(r), "a record of sleep with the value "
		    "\"%.40s\"", value == NULL ? "" : value);
		return;
	}
	value += sizeof(head) - 1;
	while (i < WK_LEN(stages) && strcmp(value, stages[i].value) != 0)
		i++;
	r->in_bed += strcmp(value, "InBed") == 0;
	if (i == WK_LEN(stages)) {
		if (strcmp(value, "InBed") != 0)
			wk_port_error(r->port, line_of(r), "a record of sleep with the "
			    "value \"%.40s\"", value);
		return;
	}
	r->stage = stages[i].stage;
	if (!read_time(value_of(atts, "startDate"), &r->start) ||
	    !read_time(value_of(atts, "endDate"), &r->end)) {
		wk_port_error(r->port, line_of(r), "a record of sleep without its times");
		return;
	}
	wk_buf_clear(&r->teller);
	wk_buf_adds(&r->teller, teller == NULL ? "?" : teller);
	r->zone = NULL;
	r->is_sleep = true;
}

static void XMLCALL
on_start(void *ctx, const char *name, const char **atts)
{
	struct reader *r = ctx;
	r->since = 0;
	if (++r->depth > WK_PORT_DEPTH_MAX) {
		stop(r, "nested deeper than 64");
		return;
	}
	if (r->is_sleep && strcmp(name, "MetadataEntry") == 0) {
		const char *key = value_of(atts, "key"), *zone = value_of(atts, "value");
		if (key != NULL && zone != NULL && strcmp(key, "HKTimeZone") == 0)
			r->zone = wk_port_zone_find(r->port, zone);
		return;
	}
	if (*name != 'R' || strcmp(name, "Record") != 0)
		return;
	const char *type = atts[0] != NULL && strcmp(atts[0], "type") == 0 ? atts[1] :
	    value_of(atts, "type");
	if (type != NULL && strcmp(type, "HKCategoryTypeIdentifierSleepAnalysis") == 0)
		begin_sleep(r, atts);
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	struct reader *r = ctx;
	r->since = 0;
	r->depth--;
	if (!r->is_sleep || strcmp(name, "Record") != 0)
		return;
	r->is_sleep = false;
	wk_nights_add(&r->nights, r->teller.p, r->stage, r->start, r->end,
	    r->zone == NULL ? r->port->zone : r->zone, 0, line_of(r));
	if (r->nights.is_full || wk_port_is_over(r->port))
		stop(r, NULL);
}

static void *
x_malloc(size_t n)
{
	return wk_mem_alloc(n);
}

static void *
x_realloc(void *p, size_t n)
{
	return wk_mem_realloc(p, n);
}

static void
x_free(void *p)
{
	wk_mem_free(p);
}

static void
report(struct reader *r)
{
	enum XML_Error e = XML_GetErrorCode(r->xml);
	if (r->refusal != NULL)
		wk_port_error(r->port, line_of(r), "%s", r->refusal);
	else if (e == XML_ERROR_NO_ELEMENTS || e == XML_ERROR_UNCLOSED_TOKEN)
		wk_port_error(r->port, line_of(r), "the file ends in the middle");
	else if (e != XML_ERROR_ABORTED)
		wk_port_error(r->port, line_of(r), "not XML: %s", XML_ErrorString(e));
}

static void
feed(struct reader *r)
{
	enum XML_Status st = XML_STATUS_OK;
	for (size_t n = 1; n > 0 && st == XML_STATUS_OK;) {
		void *block = XML_GetBuffer(r->xml, BLOCK);
		if (block == NULL)
			wk_mem_die();
		n = wk_port_read(r->port, block, BLOCK);
		r->since += n;
		st = XML_ParseBuffer(r->xml, (int)n, n == 0);
		if (st == XML_STATUS_OK && r->since > WK_PORT_LINE_MAX + BLOCK) {
			r->refusal = "an element is longer than 1 MiB";
			break;
		}
	}
	if (st != XML_STATUS_OK || r->refusal != NULL)
		report(r);
}

void
wk_port_apple(struct wk_port *port)
{
	static const XML_Memory_Handling_Suite mem = { x_malloc, x_realloc, x_free };
	struct reader r = { .port = port };
	wk_nights_init(&r.nights, port, "apple-health");
	wk_buf_init(&r.teller);
	wk_port_header(port, "apple-health", wk_zone_name(port->zone));
	r.xml = XML_ParserCreate_MM(NULL, &mem, NULL);
	if (r.xml == NULL)
		wk_mem_die();
	XML_SetUserData(r.xml, &r);
	XML_SetElementHandler(r.xml, on_start, on_end);
	feed(&r);
	if (r.nights.n == 0)
		wk_port_note(port, r.in_bed > 0 ?
		    "there is no sleep in it, only times in bed" :
		    "there is no sleep in it");
	wk_nights_put(&r.nights);
	XML_ParserFree(r.xml);
	wk_nights_fini(&r.nights);
	wk_buf_fini(&r.teller);
}

void
wk_port_apple_prepare(struct wk_port *port, struct wk_arena *a)
{
	wk_port_zone_load_all(port, a);
}

bool
wk_port_detect_apple(const char *p, size_t n)
{
	while (n > 0 && strchr(" \t\r\n", *p) != NULL && *p != '\0')
		p++, n--;
	return n > 0 && *p == '<' && memmem(p, n, "<HealthData", 11) != NULL;
}
