/* SPDX-License-Identifier: MIT */
/* A calendar's zones. Those with a name of the zone database are read before the sandbox
 * is up, by nothing but their names; the others are what the file's own VTIMEZONE
 * says. */
#include "ics_zones.h"

enum { NAME_MAX_BYTES = 80 };

/* Europe/Berlin out of /freeassociation.sourceforge.net/Tzfile/Europe/Berlin. */
static const char *
clean(const char *name)
{
	const char *windows = ics_windows_zone(name), *p = name + strlen(name);
	if (windows != NULL || *name != '/')
		return windows != NULL ? windows : name;
	for (int slashes = 0; p > name && slashes < 2; p--)
		slashes += p[-1] == '/';
	return *p == '/' ? p + 1 : p;
}

static void
load_at(struct wk_port *port, struct wk_arena *a, const char *p, const char *end)
{
	char name[NAME_MAX_BYTES];
	size_t n = 0;
	if (p < end && *p == '"')
		p++;
	while (p + n < end && n < sizeof(name) - 1 && p[n] != '\0' &&
	    strchr(":;,\"\r\n", p[n]) == NULL)
		n++;
	memcpy(name, p, n);
	name[n] = '\0';
	wk_port_zone_load(port, a, clean(name));
}

void
wk_port_ics_prepare(struct wk_port *port, struct wk_arena *a)
{
	static const char *const marks[] = { "TZID=", "TZID:", "X-WR-TIMEZONE:",
		"X-LIC-LOCATION:" };
	const char *end = port->p + port->n, *at;
	ics_prepare();
	for (size_t i = 0; i < WK_LEN(marks); i++)
		for (const char *p = port->p; (at = memmem(p, (size_t)(end - p), marks[i],
		    strlen(marks[i]))) != NULL; p = at + 1)
			load_at(port, a, at + strlen(marks[i]), end);
}

const struct wk_zone *
ics_zones_find(const struct wk_port *port, const char *tzid)
{
	return wk_port_zone_find(port, clean(tzid));
}

void
ics_zones_add(struct ics_zones *z, const struct wk_port *port, const char *block)
{
	const char *tzid = NULL, *location = NULL;
	if (z->n == WK_LEN(z->v))
		return;
	struct ics_zone *own = ics_zone_new(block, &z->arena, &tzid, &location);
	if (own == NULL)
		return;
	z->v[z->n++] = (struct ics_own_zone){ tzid, location == NULL ? NULL :
		ics_zones_find(port, location), own };
}

void
ics_zones_init(struct ics_zones *z)
{
	*z = (struct ics_zones){ 0 };
	wk_arena_init(&z->arena);
}

void
ics_zones_fini(struct ics_zones *z)
{
	for (size_t i = 0; i < z->n; i++)
		ics_zone_free(z->v[i].own);
	wk_arena_fini(&z->arena);
}

static void
tell_unknown(struct ics_zones *z, const char *tzid)
{
	char name[72];
	const char *before = z->unknown == NULL ? "" : z->unknown;
	(void)snprintf(name, sizeof(name), "\"%.60s\"", tzid);
	if (strstr(before, name) == NULL && strlen(before) < 200)
		z->unknown = wk_arena_printf(&z->arena, "%s%s%s", before,
		    *before == '\0' ? "" : ", ", name);
}

struct ics_moment
ics_zones_moment(struct ics_zones *z, const struct wk_port *port,
    const struct ics_time *t, int64_t start)
{
	const struct wk_zone *zone = t->tzid == NULL ? NULL :
	    ics_zones_find(port, t->tzid);
	enum wk_zone_kind kind = WK_ZONE_UNIQUE;
	struct ics_moment m = { .utc = t->wall };
	for (size_t i = 0; t->tzid != NULL && zone == NULL && i < z->n; i++)
		if (strcmp(z->v[i].tzid, t->tzid) == 0) {
			zone = z->v[i].zone;
			if (zone != NULL)
				break;
			m.off = ics_zone_offset(z->v[i].own, t->wall);
			m.utc -= m.off;
			return m;
		}
	if (t->tzid != NULL && zone == NULL)
		tell_unknown(z, t->tzid);
	if (t->is_utc)
		zone = port->zone;
	else {
		bool is_said = zone != NULL;
		if (zone == NULL)
			zone = z->floating != NULL && !t->is_date ? z->floating :
			    port->zone;
		m.utc = start == WK_TIME_NONE ? wk_zone_start(zone, t->wall, &kind) :
		    wk_zone_end(zone, t->wall, start, &kind);
		m.flags = (is_said || t->is_date || z->floating != NULL ? 0u :
		    WK_PORT_WALL) | (kind == WK_ZONE_GAP ? WK_PORT_DST_GAP :
		    kind == WK_ZONE_FOLD ? WK_PORT_DST_FOLD : 0u);
	}
	m.zone = zone;
	m.off = wk_zone_offset(zone, m.utc);
	return m;
}
