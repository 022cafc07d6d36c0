/* SPDX-License-Identifier: MIT */
/* Zones that an input names. They are files, so they are read before the sandbox is
 * up. */
#include "port.h"

#define DATABASE "/usr/share/zoneinfo/tzdata.zi"
enum { ZONES_MAX = 1000, DATABASE_MAX = 1 << 20 };

const struct wk_zone *
wk_port_zone_find(const struct wk_port *port, const char *name)
{
	for (size_t i = 0; i < port->zone_count; i++)
		if (strcmp(wk_zone_name(port->zones[i]), name) == 0)
			return port->zones[i];
	return strcmp(wk_zone_name(port->zone), name) == 0 ? port->zone : NULL;
}

static bool
is_name(const char *s)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";
	return *s != '\0' && *s != '/' && s[strspn(s, allowed)] == '\0' &&
	    strstr(s, "//") == NULL;
}

void
wk_port_zone_load(struct wk_port *port, struct wk_arena *a, const char *name)
{
	const struct wk_zone *z;
	struct wk_err err;
	if (!is_name(name) || port->zone_count == ZONES_MAX ||
	    wk_port_zone_find(port, name) != NULL ||
	    wk_zone_load(name, a, &z, &err) != WK_OK)
		return;
	port->zones = wk_mem_grow(port->zones, &port->zone_cap, port->zone_count + 1,
	    sizeof(*port->zones));
	port->zones[port->zone_count++] = z;
}

/* Lines are "Z Europe/Berlin ..." and "L Europe/Berlin Arctic/Longyearbyen". */
void
wk_port_zone_load_all(struct wk_port *port, struct wk_arena *a)
{
	struct wk_buf in;
	struct wk_port_lines l;
	const char *s;
	size_t len;
	char zone[64];
	wk_buf_init(&in);
	if (wk_file_read(DATABASE, DATABASE_MAX, &in, NULL) == WK_OK) {
		wk_port_lines_init(&l, in.p, in.len);
		while (wk_port_lines_next(&l, &s, &len)) {
			const char *name = s + 2, *end = s + len;
			if (len < 3 || (*s != 'Z' && *s != 'L') || s[1] != ' ')
				continue;
			const char *blank = memchr(name, ' ', (size_t)(end - name));
			if (*s == 'L' && blank != NULL) {
				name = blank + 1;
				blank = memchr(name, ' ', (size_t)(end - name));
			}
			size_t n = (size_t)((blank == NULL ? end : blank) - name);
			if (n >= sizeof(zone))
				continue;
			memcpy(zone, name, n);
			zone[n] = '\0';
			wk_port_zone_load(port, a, zone);
		}
	}
	wk_buf_fini(&in);
}
