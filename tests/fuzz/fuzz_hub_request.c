/* SPDX-License-Identifier: MIT */
/* The head of a request: its path through the table of routes, its fields through the
 * check of framing, its query and forms. What is taken can be read in one way. */
#include "fuzz.h"
#include "hub/page.h"

enum { FIELDS = 40 };

static void
try_path(char *path)
{
	static const enum http_method methods[] = { HTTP_GET, HTTP_HEAD, HTTP_POST,
		HTTP_PUT, HTTP_DELETE, HTTP_OTHER };
	char allow[32];
	struct params p;

	for (size_t i = 0; i < WK_LEN(methods); i++) {
		const struct route *r = route_find(methods[i], path, &p, allow);
		FUZZ_CHECK(r == NULL || p.person[0] == '\0' || word_person(p.person));
		FUZZ_CHECK(r == NULL || p.team[0] == '\0' || word_team(p.team));
		FUZZ_CHECK(r == NULL || strstr(path, "//") == NULL);
		FUZZ_CHECK(r != NULL || strlen(allow) < sizeof(allow));
	}
}

static size_t
count(const struct http_header *h, size_t n, const char *name)
{
	size_t seen = 0;

	for (size_t i = 0; i < n; i++)
		seen += wk_text_eq_nocase(h[i].name, name);
	return seen;
}

/* Lines of NAME:VALUE, taken apart as the library under the hub does. */
static void
try_fields(char *text)
{
	struct http_header h[FIELDS] = { 0 };
	size_t n = 0;

	while (text != NULL && n < FIELDS) {
		char *next = strchr(text, '\n'), *colon;
		if (next != NULL)
			*next++ = '\0';
		colon = strchr(text, ':');
		if (colon != NULL) {
			*colon++ = '\0';
			h[n++] = (struct http_header){ text, colon + strspn(colon, " ") };
		}
		text = next;
	}
	if (http_framing(h, n) != NULL)
		return;
	FUZZ_CHECK(count(h, n, "host") == 1 && count(h, n, "content-length") <= 1);
	FUZZ_CHECK(count(h, n, "transfer-encoding") == 0);
	FUZZ_CHECK(count(h, n, "authorization") <= 1);
}

static void
try_query(struct wk_arena *a, const char *text)
{
	struct http_request r = { .query = text };
	struct call c = { .req = &r, .arena = a };
	char field[FIELD_MAX];
	const char *v = query_get(&c, "limit");

	FUZZ_CHECK(v == NULL || strchr(v, '&') == NULL);
	if (page_field(text, strlen(text), "token", field))
		FUZZ_CHECK(strlen(field) < FIELD_MAX);
}

/* The first line is a path, the second a query, the rest are fields. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	char *path, *query, *fields;

	wk_arena_init(&a);
	path = fuzz_text(&a, data, size);
	query = path + strcspn(path, "\n");
	if (*query != '\0')
		*query++ = '\0';
	fields = query + strcspn(query, "\n");
	if (*fields != '\0')
		*fields++ = '\0';
	try_path(path);
	try_query(&a, query);
	try_fields(fields);
	wk_arena_fini(&a);
	return 0;
}
