/* SPDX-License-Identifier: MIT */
/* hub.conf: a table of names, each with its place, default and range. */
#include "settings.h"

#include <arpa/inet.h>
#include <stdlib.h>

#include "wick/conf.h"

enum kind { TEXT, NUMBER, PROXIES, SWITCH };
static const struct row {
	const char *section, *name;
	enum kind kind;
	size_t offset;
	const char *def;
	long min, max;
} rows[] = {
#define AT(m) offsetof(struct settings, m)
	{ "hub", "listen", TEXT, AT(listen), "127.0.0.1:8787", 0, 0 },
	{ "hub", "store", TEXT, AT(store), "", 0, 0 },
	{ "hub", "metrics", TEXT, AT(metrics), "off", 0, 0 },
	{ "hub", "withdrawals", TEXT, AT(withdrawals), "", 0, 0 },
	{ "hub", "trusted_proxy", PROXIES, 0, "", 0, 0 },
	{ "hub", "remote_user", TEXT, AT(remote_user), "off", 0, 0 },
	{ "hub", "workers", NUMBER, AT(workers), "0", 0, 4 },
	{ "hub", "retain_weeks", NUMBER, AT(retain_weeks), "105", 4, 520 },
	{ "hub", "token_days", NUMBER, AT(token_days), "400", 0, 3650 },
	{ "hub", "access_log", SWITCH, AT(has_access_log), "on", 0, 0 },
	{ "limits", "connections", NUMBER, AT(connections), "1024", 8, 65536 },
	{ "limits", "connections_per_address", NUMBER, AT(connections_per_address), "64",
	    1, 65536 },
	{ "limits", "idle_s", NUMBER, AT(idle_s), "15", 1, 3600 },
	{ "limits", "lifetime_s", NUMBER, AT(lifetime_s), "30", 1, 3600 },
	{ "limits", "push_per_min", NUMBER, AT(push_per_min), "60", 1, 100000000 },
	{ "limits", "push_burst", NUMBER, AT(push_burst), "120", 0, 100000000 },
	{ "limits", "read_per_min", NUMBER, AT(read_per_min), "120", 1, 100000000 },
	{ "limits", "read_burst", NUMBER, AT(read_burst), "240", 0, 100000000 },
	{ "limits", "login_per_hour", NUMBER, AT(login_per_hour), "20", 0, 100000000 },
	{ "limits", "refused_per_hour", NUMBER, AT(refused_per_hour), "60", 0,
	    100000000 },
#undef AT
};

static const struct row *
row_find(const char *section, const char *name)
{
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (strcmp(rows[i].section, section) == 0 &&
		    strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

static const char *
row_name(const void *ctx, size_t i)
{
	(void)ctx;
	return i < WK_LEN(rows) ? rows[i].name : NULL;
}

static bool
is_address(const char *s)
{
	struct in6_addr a;

	return inet_pton(AF_INET, s, &a) == 1 || inet_pton(AF_INET6, s, &a) == 1;
}

/* Addresses with blanks or commas between them. */
static enum wk_rc
set_proxies(struct settings *s, const char *value, struct wk_err *err)
{
	static const char between[] = " ,\t";

	s->proxy_count = 0;
	for (value += strspn(value, between); *value != '\0';
	    value += strspn(value, between)) {
		size_t n = strcspn(value, between);
		char *one = wk_arena_strndup(&s->arena, value, n);
		if (!is_address(one))
			return wk_fail(err, WK_ERR_INPUT,
			    "trusted_proxy: \"%.40s\" is not an address", one);
		if (s->proxy_count == SETTINGS_PROXIES)
			return wk_fail(err, WK_ERR_INPUT,
			    "trusted_proxy takes at most %d", SETTINGS_PROXIES);
		s->proxies[s->proxy_count++] = one;
		value += n;
	}
	return WK_OK;
}

static enum wk_rc
set_number(struct settings *s, const struct row *row, const char *value,
    struct wk_err *err)
{
	long n;

	if (!wk_text_parse_int(value, row->min, row->max, &n))
		return wk_fail(err, WK_ERR_INPUT, "%s: \"%.40s\" is not within %ld..%ld",
		    row->name, value, row->min, row->max);
	memcpy((char *)s + row->offset, &n, sizeof(n));
	return WK_OK;
}

static enum wk_rc
set_switch(struct settings *s, const struct row *row, const char *value,
    struct wk_err *err)
{
	bool is_on = strcmp(value, "on") == 0;

	if (!is_on && strcmp(value, "off") != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s: \"%.40s\" is neither on nor off",
		    row->name, value);
	memcpy((char *)s + row->offset, &is_on, sizeof(is_on));
	return WK_OK;
}

static enum wk_rc
row_set(struct settings *s, const struct row *row, const char *value, struct wk_err *err)
{
	const char *copy;

	switch (row->kind) {
	case NUMBER: return set_number(s, row, value, err);
	case PROXIES: return set_proxies(s, value, err);
	case SWITCH: return set_switch(s, row, value, err);
	case TEXT: break;
	}
	copy = wk_arena_strdup(&s->arena, value);
	memcpy((char *)s + row->offset, &copy, sizeof(copy));
	return WK_OK;
}

enum wk_rc
settings_set(struct settings *s, const char *section, const char *name,
    const char *value, struct wk_err *err)
{
	const struct row *row = row_find(section, name);
	const char *near = wk_text_nearest(name, row_name, NULL);

	if (row == NULL)
		return wk_fail(err, WK_ERR_INPUT, "no setting %.40s in [%.40s]%s%s%s",
		    name, section, near == NULL ? "" : "; did you mean ",
		    near == NULL ? "" : near, near == NULL ? "" : "?");
	return row_set(s, row, value, err);
}

/* Where systemd keeps the state of the service, else where it would. */
static const char *
default_store(struct wk_arena *a)
{
	const char *dir = getenv("STATE_DIRECTORY");

	return wk_arena_printf(a, "sqlite:%s/hub.db",
	    dir == NULL || *dir == '\0' ? "/var/lib/wick-hub" : dir);
}

void
settings_init(struct settings *s)
{
	*s = (struct settings){ 0 };
	wk_arena_init(&s->arena);
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (row_set(s, &rows[i], rows[i].def, NULL) != WK_OK)
			abort();
	s->store = default_store(&s->arena);
}

void
settings_fini(struct settings *s)
{
	wk_arena_fini(&s->arena);
}

const char *
settings_withdrawals(struct settings *s)
{
	const char *path = s->withdrawals, *slash;

	if (path[0] != '\0')
		return path;
	slash = strrchr(s->store, '/');
	if (strncmp(s->store, "sqlite:", 7) != 0)
		return NULL;
	return slash == NULL ? "withdrawals.log" : wk_arena_printf(&s->arena,
	    "%.*s/withdrawals.log", (int)(slash - s->store - 7), s->store + 7);
}

enum wk_rc
settings_load(struct settings *s, const char *path, bool must, struct wk_err *err)
{
	struct wk_ini ini;
	struct wk_buf text;
	struct wk_err why = { 0 };
	enum wk_rc rc;

	if (!must && !wk_file_exists(path))
		return WK_OK;
	wk_buf_init(&text);
	rc = wk_file_read(path, 65536, &text, err);
	if (rc == WK_OK)
		rc = wk_ini_parse(text.p, text.len, path, &s->arena, &ini, err);
	for (size_t i = 0; rc == WK_OK && i < ini.n; i++) {
		rc = settings_set(s, ini.v[i].section, ini.v[i].key, ini.v[i].value,
		    &why);
		if (rc != WK_OK)
			(void)wk_fail(err, rc, "%.80s:%d: %.140s", path, ini.v[i].line,
			    why.msg);
	}
	wk_buf_fini(&text);
	return rc;
}

enum wk_rc
settings_address(const char *text, char host[46], int *port, struct wk_err *err)
{
	const char *colon = strrchr(text, ':');
	size_t n = colon == NULL ? 0 : (size_t)(colon - text);
	long value;

	if (n > 1 && text[0] == '[' && text[n - 1] == ']') {
		text++;
		n -= 2;
	}
	if (n == 0 || n >= 46 || !wk_text_parse_int(colon + 1, 0, 65535, &value))
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.60s\" is not an address with a port, such as 127.0.0.1:8787",
		    text);
	memcpy(host, text, n);
	host[n] = '\0';
	*port = (int)value;
	if (is_address(host))
		return WK_OK;
	return wk_fail(err, WK_ERR_INPUT, "\"%s\" is not an address", host);
}

static bool
is_loopback(const char *host)
{
	return strncmp(host, "127.", 4) == 0 || strcmp(host, "::1") == 0;
}

enum wk_rc
settings_check(const struct settings *s, struct wk_err *err)
{
	char host[46];
	int port;
	enum wk_rc rc = settings_address(s->listen, host, &port, err);

	if (rc != WK_OK)
		return rc;
	if (!is_loopback(host) && s->proxy_count == 0)
		return wk_fail(err, WK_ERR_INPUT,
		    "listen %.60s would send tokens in the clear: name the proxy that "
		    "has the certificate as trusted_proxy, or listen on 127.0.0.1",
		    s->listen);
	if (strcmp(s->remote_user, "off") != 0 && s->proxy_count == 0)
		return wk_fail(err, WK_ERR_INPUT, "remote_user %.60s is believed of a "
		    "trusted_proxy alone, and there is none", s->remote_user);
	if (strcmp(s->metrics, "off") == 0)
		return WK_OK;
	rc = settings_address(s->metrics, host, &port, err);
	if (rc == WK_OK && !is_loopback(host))
		return wk_fail(err, WK_ERR_INPUT, "metrics %.60s is not on loopback",
		    s->metrics);
	return rc;
}

bool
settings_is_proxy(const struct settings *s, const char *address)
{
	for (size_t i = 0; i < s->proxy_count; i++)
		if (strcmp(s->proxies[i], address) == 0)
			return true;
	return false;
}

void
settings_rules(const struct settings *s, struct limit_rule rules[LIMIT_COUNT])
{
	rules[LIMIT_NONE] = (struct limit_rule){ 0 };
	rules[LIMIT_PUSH] = (struct limit_rule){ (double)s->push_per_min / 60,
		(double)s->push_burst };
	rules[LIMIT_READ] = (struct limit_rule){ (double)s->read_per_min / 60,
		(double)s->read_burst };
	rules[LIMIT_LOGIN] = (struct limit_rule){ (double)s->login_per_hour / 3600,
		(double)s->login_per_hour };
	rules[LIMIT_REFUSED] = (struct limit_rule){ (double)s->refused_per_hour / 3600,
		(double)s->refused_per_hour };
}
