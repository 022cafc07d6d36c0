/* SPDX-License-Identifier: MIT */
/* Whether the header fields of a request can be read in one way only. A proxy in front
 * may read them in another: then a body is taken for a second request. So what is
 * ambiguous is refused, also where a standard would allow it. */
#include "http.h"

#include <ctype.h>

/* How often a field may and must come. Our clients never send a body in chunks. */
static const struct rule {
	const char *name, *problem;
	size_t least, most;
	bool is_digits;
} rules[] = {
	{ "Host", "the field Host has to come once", 1, 1, false },
	{ "Content-Length", "Content-Length is one number of digits", 0, 1, true },
	{ "Transfer-Encoding", "Transfer-Encoding is not taken", 0, 0, false },
	{ "Authorization", "the field Authorization came twice", 0, 1, false },
	{ "Content-Type", "the field Content-Type came twice", 0, 1, false },
	{ "Content-Encoding", "the field Content-Encoding came twice", 0, 1, false },
	{ "Cookie", "the field Cookie came twice", 0, 1, false },
	{ "If-Match", "the field If-Match came twice", 0, 1, false },
};

static bool
is_name(const char *s)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";

	if (*s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr(marks, *s) == NULL)
			return false;
	return true;
}

static bool
is_value(const char *s)
{
	for (; *s != '\0'; s++)
		if (((unsigned char)*s < 0x20 && *s != '\t') || *s == 0x7f)
			return false;
	return true;
}

static bool
is_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n < 16 && s[n] == '\0';
}

static bool
keeps(const struct rule *rule, const struct http_header *h, size_t n)
{
	size_t seen = 0;

	for (size_t i = 0; i < n; i++) {
		if (!wk_text_eq_nocase(h[i].name, rule->name))
			continue;
		if (rule->is_digits && !is_digits(h[i].value))
			return false;
		seen++;
	}
	return seen >= rule->least && seen <= rule->most;
}

const char *
http_framing(const struct http_header *h, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!is_name(h[i].name))
			return "a field has a name that is none";
		if (!is_value(h[i].value))
			return "a field holds a control character";
	}
	for (size_t i = 0; i < WK_LEN(rules); i++)
		if (!keeps(&rules[i], h, n))
			return rules[i].problem;
	return NULL;
}
