/* SPDX-License-Identifier: MIT */
/* Wall clock and UTC: which offset held, and which moments a wall-clock time can mean. */
#include "zone.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { ZONE_FILE_MAX = 256 * 1024 };

static const char *
zone_folder(void)
{
	const char *dir = getenv("TZDIR");
	return dir && *dir == '/' ? dir : "/usr/share/zoneinfo";
}

/* +HH:MM, +HHMM or +HH */
static bool
parse_offset(const char *s, int32_t *out)
{
	char digits[5] = { 0 };
	size_t n = 0;
	if (*s != '+' && *s != '-')
		return false;
	for (const char *p = s + 1; *p; p++) {
		if (*p == ':' && n == 2 && p[1])
			continue;
		if (*p < '0' || *p > '9' || n == 4)
			return false;
		digits[n++] = *p;
	}
	if (n != 2 && n != 4)
		return false;
	int h = (digits[0] - '0') * 10 + digits[1] - '0';
	int m = n == 4 ? (digits[2] - '0') * 10 + digits[3] - '0' : 0;
	if (h > 15 || m > 59)
		return false;
	*out = (h * 3600 + m * 60) * (*s == '-' ? -1 : 1);
	return true;
}

static const char *
offset_name(struct wk_arena *a, int32_t off)
{
	int32_t m = (off < 0 ? -off : off) / 60;
	return wk_arena_printf(a, "%c%02d:%02d", off < 0 ? '-' : '+', m / 60, m % 60);
}

/* The name behind a link such as /etc/localtime -> .../zoneinfo/Europe/Berlin. */
static const char *
name_of_link(const char *path, struct wk_arena *a)
{
	char *real = realpath(path, NULL);
	const char *at = real ? strstr(real, "zoneinfo/") : NULL;
	const char *name = at ? wk_arena_strdup(a, at + strlen("zoneinfo/")) : NULL;
	free(real);  /* from realpath, not from mem.c */
	if (!name)
		return "localtime";
	return wk_text_starts(name, "posix/") ? name + strlen("posix/") : name;
}

static bool
load_file(const char *path, struct wk_arena *a, struct wk_zone *z)
{
	struct wk_buf bytes;
	wk_buf_init(&bytes);
	bool ok = wk_file_read(path, ZONE_FILE_MAX, &bytes, NULL) == WK_OK &&
	    wk_zone_read(&bytes, a, z);
	wk_buf_fini(&bytes);
	return ok;
}

static bool
is_safe_name(const char *s)
{
	if (!*s || *s == '/' || *s == '.' || strstr(s, ".."))
		return false;
	for (; *s; s++)
		if (!((*s | 0x20) >= 'a' && (*s | 0x20) <= 'z') &&
		    !strchr("0123456789+-_/", *s))
			return false;
	return true;
}

static bool
load_named(const char *name, struct wk_arena *a, struct wk_zone *z)
{
	z->name = wk_arena_strdup(a, name);
	if (strcmp(name, "UTC") == 0 || strcmp(name, "Z") == 0) {
		z->name = "UTC";
		return true;
	}
	if (parse_offset(name, &z->before)) {
		z->name = offset_name(a, z->before);
		return true;
	}
	if (is_safe_name(name) &&
	    load_file(wk_arena_printf(a, "%s/%s", zone_folder(), name), a, z))
		return true;
	z->has_rule = wk_zone_rule_parse(name, &z->rule);
	return z->has_rule;
}

/* No zone was named: the TZ variable, the machine's zone, UTC. */
static bool
load_default(struct wk_arena *a, struct wk_zone *z)
{
	const char *tz = getenv("TZ");
	if (tz && *tz == ':')
		tz++;
	if (tz && !*tz)
		return load_named("UTC", a, z);
	const char *path = tz && *tz == '/' ? tz : "/etc/localtime";
	if (tz && *tz != '/')
		return load_named(tz, a, z);
	if (!load_file(path, a, z))
		return tz ? false : load_named("UTC", a, z);
	z->name = name_of_link(path, a);
	return true;
}

enum wk_rc
wk_zone_load(const char *name, struct wk_arena *a, const struct wk_zone **out,
    struct wk_err *err)
{
	struct wk_zone *z = WK_ARENA_NEW(a, struct wk_zone);
	bool is_named = name && *name;
	if (is_named ? load_named(name, a, z) : load_default(a, z)) {
		*out = z;
		return WK_OK;
	}
	const char *what = is_named ? name : getenv("TZ");
	return wk_fail(err, WK_ERR_INPUT,
	    "\"%.60s\" is not a time zone; write Europe/Berlin or +01:00", what);
}

const char *
wk_zone_name(const struct wk_zone *z)
{
	return z->name;
}

int32_t
wk_zone_offset(const struct wk_zone *z, int64_t utc)
{
	if (z->n == 0 || utc < z->at[0])
		return z->n == 0 && z->has_rule ? wk_zone_rule_offset(&z->rule, utc) :
		    z->before;
	if (z->has_rule && utc >= z->at[z->n - 1])
		return wk_zone_rule_offset(&z->rule, utc);
	size_t lo = 0, hi = z->n;  /* at[lo] <= utc < at[hi] */
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		if (z->at[mid] <= utc)
			lo = mid;
		else
			hi = mid;
	}
	return z->off[lo];
}

enum wk_zone_kind
wk_zone_local(const struct wk_zone *z, int64_t wall, int64_t *first, int64_t *second)
{
	int32_t before = wk_zone_offset(z, wall - 86400),
	    after = wk_zone_offset(z, wall + 86400);
	int64_t a = wall - before, b = wall - after;
	bool a_ok = wk_zone_offset(z, a) == before, b_ok = wk_zone_offset(z, b) == after;
	*first = *second = b_ok && !a_ok ? b : a;  /* a gap: moved on by the old offset */
	if (!a_ok && !b_ok)
		return WK_ZONE_GAP;
	if (!a_ok || !b_ok || a == b)
		return WK_ZONE_UNIQUE;
	*first = WK_MIN(a, b);
	*second = WK_MAX(a, b);
	return WK_ZONE_FOLD;
}

int64_t
wk_zone_start(const struct wk_zone *z, int64_t wall, enum wk_zone_kind *kind)
{
	int64_t first, second;
	enum wk_zone_kind k = wk_zone_local(z, wall, &first, &second);
	if (kind)
		*kind = k;
	return first;
}

int64_t
wk_zone_end(const struct wk_zone *z, int64_t wall, int64_t start_utc,
    enum wk_zone_kind *kind)
{
	int64_t first, second;
	enum wk_zone_kind k = wk_zone_local(z, wall, &first, &second);
	if (kind)
		*kind = k;
	return first >= start_utc ? first : second;
}
