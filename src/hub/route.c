/* SPDX-License-Identifier: MIT */
/* Which handler a method and a path have. Rules this file keeps:
 *
 * 1  A path is matched as it was sent: nothing is decoded, so %2e and %00 match nothing.
 * 2  A parameter that has not the form of the contract matches nothing (404).
 * 3  A path that some route has answers another method with 405 and what it takes. */
#include "web.h"
#include "page.h"

static const struct route routes[] = {
	{ HTTP_GET, "/healthz", api_healthz, AUTH_NONE, BODY_NONE, LIMIT_NONE },
	{ HTTP_GET, "/readyz", api_readyz, AUTH_NONE, BODY_NONE, LIMIT_NONE },
	{ HTTP_GET, "/v1/meta", api_meta, AUTH_NONE, BODY_NONE, LIMIT_NONE },
	{ HTTP_POST, "/v1/enrol", api_enrol, AUTH_NONE, BODY_JSON, LIMIT_LOGIN },
	{ HTTP_GET, "/v1/me", api_me, AUTH_BEARER, BODY_NONE, LIMIT_READ },
	{ HTTP_POST, "/v1/tokens:rotate", api_rotate, AUTH_BEARER, BODY_NONE,
	    LIMIT_PUSH },
	{ HTTP_GET, "/v1/people/{person}/consent", api_consent_get, AUTH_BEARER,
	    BODY_NONE, LIMIT_READ },
	{ HTTP_PUT, "/v1/people/{person}/consent", api_consent_put, AUTH_BEARER,
	    BODY_JSON, LIMIT_PUSH },
	{ HTTP_DELETE, "/v1/people/{person}/consent", api_consent_delete, AUTH_BEARER,
	    BODY_NONE, LIMIT_PUSH },
	{ HTTP_GET, "/v1/people/{person}/weeks", api_weeks, AUTH_BEARER, BODY_NONE,
	    LIMIT_READ },
	{ HTTP_GET, "/v1/people/{person}/weeks/{week}", api_week_get, AUTH_BEARER,
	    BODY_NONE, LIMIT_READ },
	{ HTTP_PUT, "/v1/people/{person}/weeks/{week}", api_week_put, AUTH_BEARER,
	    BODY_JSON, LIMIT_PUSH },
	{ HTTP_DELETE, "/v1/people/{person}/weeks/{week}", api_week_delete, AUTH_BEARER,
	    BODY_NONE, LIMIT_PUSH },
	{ HTTP_POST, "/v1/people/{person}/batch", api_batch, AUTH_BEARER, BODY_BATCH,
	    LIMIT_PUSH },
	{ HTTP_GET, "/v1/people/{person}/access-log", api_access_log, AUTH_BEARER,
	    BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/v1/people/{person}/export", api_export, AUTH_BEARER, BODY_NONE,
	    LIMIT_READ },
	{ HTTP_DELETE, "/v1/people/{person}", api_person_delete, AUTH_BEARER, BODY_NONE,
	    LIMIT_PUSH },
	{ HTTP_GET, "/v1/teams", api_teams, AUTH_BEARER, BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/v1/teams/{team}/grid", api_grid, AUTH_BEARER, BODY_NONE,
	    LIMIT_READ },
	{ HTTP_GET, "/v1/teams/{team}/aggregate", api_aggregate, AUTH_BEARER, BODY_NONE,
	    LIMIT_READ },
	{ HTTP_POST, "/v1/admin/invites", api_invite, AUTH_ADMIN, BODY_JSON,
	    LIMIT_PUSH },
	{ HTTP_PUT, "/v1/admin/teams/{team}", api_team_put, AUTH_ADMIN, BODY_JSON,
	    LIMIT_PUSH },
	{ HTTP_PUT, "/v1/admin/teams/{team}/members/{person}", api_member_put,
	    AUTH_ADMIN, BODY_JSON, LIMIT_PUSH },
	{ HTTP_DELETE, "/v1/admin/teams/{team}/members/{person}", api_member_delete,
	    AUTH_ADMIN, BODY_NONE, LIMIT_PUSH },
	{ HTTP_GET, "/v1/admin/audit", api_audit, AUTH_ADMIN, BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/", page_home, AUTH_PAGE, BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/t/{team}", page_team, AUTH_PAGE, BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/p/{person}", page_person, AUTH_PAGE, BODY_NONE, LIMIT_READ },
	{ HTTP_GET, "/login", page_login, AUTH_NONE, BODY_NONE, LIMIT_NONE },
	{ HTTP_POST, "/login", page_login_post, AUTH_NONE, BODY_FORM, LIMIT_LOGIN },
	{ HTTP_POST, "/logout", page_logout, AUTH_PAGE, BODY_FORM, LIMIT_PUSH },
	{ HTTP_GET, "/s/{sheet}", page_style, AUTH_NONE, BODY_NONE, LIMIT_NONE },
};

size_t
route_count(void)
{
	return WK_LEN(routes);
}

const struct route *
route_at(size_t i)
{
	return &routes[i];
}

static bool
take_person(const char *s, struct params *p)
{
	if (!word_person(s))
		return false;
	(void)snprintf(p->person, sizeof(p->person), "%s", s);
	return true;
}

static bool
take_team(const char *s, struct params *p)
{
	if (!word_team(s))
		return false;
	(void)snprintf(p->team, sizeof(p->team), "%s", s);
	return true;
}

static bool
take_week(const char *s, struct params *p)
{
	bool is_real;

	if (!word_week(s, &p->week, &is_real))
		return false;
	p->is_bad_week = !is_real;
	return true;
}

static bool
take_sheet(const char *s, struct params *p)
{
	if (strlen(s) >= sizeof(p->sheet))
		return false;
	(void)snprintf(p->sheet, sizeof(p->sheet), "%s", s);
	return true;
}

static const struct {
	const char *name;
	bool (*take)(const char *s, struct params *p);
} kinds[] = {
	{ "{person}", take_person },
	{ "{team}", take_team },
	{ "{week}", take_week },
	{ "{sheet}", take_sheet },
};

/* One part of a template with the part of a path at its place. */
static bool
part_fits(const char *form, size_t form_len, const char *path, size_t path_len,
    struct params *p)
{
	char part[PARAM_MAX];

	if (*form != '{')
		return form_len == path_len && memcmp(form, path, path_len) == 0;
	if (path_len == 0 || path_len >= sizeof(part))
		return false;
	memcpy(part, path, path_len);
	part[path_len] = '\0';
	for (size_t i = 0; i < WK_LEN(kinds); i++)
		if (strncmp(kinds[i].name, form, form_len) == 0)
			return kinds[i].take(part, p);
	return false;
}

static bool
path_fits(const char *form, const char *path, struct params *p)
{
	*p = (struct params){ 0 };
	while (*form == '/' && *path == '/') {
		size_t f = strcspn(++form, "/"), n = strcspn(++path, "/");
		if (!part_fits(form, f, path, n, p))
			return false;
		form += f;
		path += n;
	}
	return *form == '\0' && *path == '\0';
}

static void
allow_add(char allow[32], enum http_method method)
{
	static const struct {
		enum http_method method;
		const char *name;
	} names[] = {
		{ HTTP_GET, "GET, HEAD" },
		{ HTTP_POST, "POST" },
		{ HTTP_PUT, "PUT" },
		{ HTTP_DELETE, "DELETE" },
	};
	size_t n = strlen(allow);

	for (size_t i = 0; i < WK_LEN(names); i++)
		if (names[i].method == method)
			(void)snprintf(allow + n, 32 - n, "%s%s", n > 0 ? ", " : "",
			    names[i].name);
}

const struct route *
route_find(enum http_method method, const char *path, struct params *p, char allow[32])
{
	if (method == HTTP_HEAD)
		method = HTTP_GET;
	allow[0] = '\0';
	for (size_t i = 0; i < WK_LEN(routes); i++) {
		if (!path_fits(routes[i].path, path, p))
			continue;
		if (routes[i].method == method)
			return &routes[i];
		allow_add(allow, routes[i].method);
	}
	return NULL;
}
