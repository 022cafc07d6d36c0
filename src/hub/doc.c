/* SPDX-License-Identifier: MIT */
/* JSON documents that come in, member by member as the contract has them. What is
 * not in a list is refused, never ignored: the hub stores nothing it was not made for. */
#include "web.h"

#include <math.h>

bool
doc_fail(struct doc_error *e, enum problem p, const char *pointer, const char *detail)
{
	e->problem = p;
	(void)snprintf(e->pointer, sizeof(e->pointer), "%s", pointer);
	(void)snprintf(e->detail, sizeof(e->detail), "%s", detail);
	return false;
}

static bool
fail_at(struct doc_error *e, const char *name, const char *detail)
{
	char pointer[64];

	(void)snprintf(pointer, sizeof(pointer), "/%s", name);
	return doc_fail(e, PROBLEM_INVALID, pointer, detail);
}

bool
doc_within(struct doc_error *e, const char *where)
{
	char inner[sizeof(e->pointer)];

	memcpy(inner, e->pointer, sizeof(inner));
	(void)snprintf(e->pointer, sizeof(e->pointer), "/%.19s%.100s", where, inner);
	return false;
}

void
doc_refuse(struct call *c, const struct doc_error *e)
{
	problem_set(c, e->problem, e->pointer, e->detail);
}

static bool
is_in(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* A member's name as a JSON Pointer; what is long ends early, at a whole character. */
static void
pointer_of(const char *name, char out[121])
{
	struct wk_buf b;
	size_t n;

	wk_buf_init(&b);
	wk_buf_addc(&b, '/');
	for (const char *p = name; *p != '\0'; p++) {
		if (*p == '~' || *p == '/')
			wk_buf_adds(&b, *p == '~' ? "~0" : "~1");
		else
			wk_buf_addc(&b, *p);
	}
	n = WK_MIN(b.len, 100);
	while (n > 0 && n < b.len && ((unsigned char)b.p[n] & 0xc0) == 0x80)
		n--;
	memcpy(out, b.p, n);
	out[n] = '\0';
	wk_buf_fini(&b);
}

bool
doc_members(const json_t *o, const char *const *names, size_t n, struct doc_error *e)
{
	char pointer[121];
	void *iter;

	if (!json_is_object(o))
		return doc_fail(e, PROBLEM_INVALID, "", "an object is wanted");
	iter = json_object_iter((json_t *)(uintptr_t)o);
	for (; iter != NULL;
	    iter = json_object_iter_next((json_t *)(uintptr_t)o, iter)) {
		const char *name = json_object_iter_key(iter);
		if (is_in(name, names, n))
			continue;
		pointer_of(name, pointer);
		return doc_fail(e, PROBLEM_UNKNOWN_MEMBER, pointer,
		    "the contract has no such member here");
	}
	return true;
}

bool
doc_int(const json_t *o, const char *name, int64_t min, int64_t max, int64_t *out,
    struct doc_error *e)
{
	const json_t *v = json_object_get(o, name);
	char detail[80];

	if (json_is_integer(v) && json_integer_value(v) >= min &&
	    json_integer_value(v) <= max) {
		*out = json_integer_value(v);
		return true;
	}
	(void)snprintf(detail, sizeof(detail), "a whole number within %lld..%lld",
	    (long long)min, (long long)max);
	return fail_at(e, name, detail);
}

bool
doc_choice(const json_t *o, const char *name, const char *const *words, size_t n,
    int *out, struct doc_error *e)
{
	const char *s = json_string_value(json_object_get(o, name));

	for (size_t i = 0; s != NULL && i < n; i++)
		if (strcmp(words[i], s) == 0) {
			*out = (int)i;
			return true;
		}
	return fail_at(e, name, "none of the words of the contract");
}

bool
doc_name(const json_t *o, const char *name, char out[WK_HUB_NAME], struct doc_error *e)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL || !word_name(s))
		return fail_at(e, name, WORD_NAME_RULE);
	(void)snprintf(out, WK_HUB_NAME, "%s", s);
	return true;
}

/* ---- a week ---- */
static const int most[WK_HUB_INDICATORS_COUNT] = {
	[WK_HUB_WORK_MIN] = 10080,
	[WK_HUB_AFTER_HOURS_MIN] = 10080,
	[WK_HUB_WEEKEND_MIN] = 2880,
	[WK_HUB_STREAK_DAYS] = 366,
	[WK_HUB_MIN_REST_MIN] = 10080,
	[WK_HUB_REST_DAYS] = 14,
	[WK_HUB_ONCALL_DAYS] = 7,
	[WK_HUB_WAKINGS] = 10000,
	[WK_HUB_PAGES] = 10000,
	[WK_HUB_NIGHT_PAGES] = 10000,
	[WK_HUB_LOAD_RATIO] = 10,
};

static bool
put_indicator(const json_t *v, size_t i, struct wk_buf *out, struct doc_error *e)
{
	char where[64], detail[80];
	double x = json_number_value(v);
	bool is_number = i == WK_HUB_LOAD_RATIO ? json_is_number(v) : json_is_integer(v);

	if (json_is_null(v))
		return true;
	if (is_number && x >= 0 && x <= most[i]) {
		wk_buf_addf(out, "%s\"%s\":", out->len > 1 ? "," : "",
		    wk_hub_indicator_names[i]);
		wk_text_put_number(out, x, 6);
		return true;
	}
	(void)snprintf(where, sizeof(where), "indicators/%s", wk_hub_indicator_names[i]);
	(void)snprintf(detail, sizeof(detail), "%s number within 0..%d, or null",
	    i == WK_HUB_LOAD_RATIO ? "a" : "a whole", most[i]);
	return fail_at(e, where, detail);
}

/* In the order of the contract, whatever order they came in; null is as if not said. */
static bool
take_indicators(const json_t *o, char out[WK_HUB_BODY], struct doc_error *e)
{
	struct wk_buf b;
	bool is_ok = json_is_object(o);

	if (!is_ok)
		return fail_at(e, "indicators", "an object is wanted");
	if (!doc_members(o, wk_hub_indicator_names, WK_HUB_INDICATORS_COUNT, e))
		return doc_within(e, "indicators");
	wk_buf_init(&b);
	wk_buf_addc(&b, '{');
	for (size_t i = 0; is_ok && i < WK_LEN(most); i++) {
		const json_t *v = json_object_get(o, wk_hub_indicator_names[i]);
		if (v != NULL)
			is_ok = put_indicator(v, i, &b, e);
	}
	wk_buf_addc(&b, '}');
	if (is_ok)
		(void)snprintf(out, WK_HUB_BODY, "%s", b.p);
	wk_buf_fini(&b);
	return is_ok;
}

static bool
take_source(const json_t *o, struct wk_hub_week *w, struct doc_error *e)
{
	const char *s = json_string_value(json_object_get(o, "source"));

	if (s == NULL || !word_source(s))
		return fail_at(e, "source", "8 to 32 small letters and digits");
	(void)snprintf(w->source, sizeof(w->source), "%s", s);
	return true;
}

static bool
take_computed(const json_t *o, struct wk_hub_week *w, struct doc_error *e)
{
	const json_t *v = json_object_get(o, "computed_at");
	const char *s = json_string_value(v);
	int32_t off;
	bool is_known = false;

	if (v == NULL)
		return true;
	if (s != NULL && strlen(s) >= 20 && strlen(s) <= 30 && s[10] == 'T' &&
	    s[strlen(s) - 1] == 'Z' &&
	    wk_zone_parse_iso(s, &w->computed_at, &off, &is_known) && is_known)
		return true;
	return fail_at(e, "computed_at", "a moment such as 2026-11-20T09:00:00Z");
}

static bool
take_level(const json_t *o, struct wk_hub_week *w, struct doc_error *e)
{
	static const char *const names[] = { "schema", "rev", "source", "consent_gen",
		"level", "band", "basis", "coverage", "computed_at", "indicators" };
	int level = 0;

	if (!json_is_object(o))
		return doc_fail(e, PROBLEM_INVALID, "", "an object is wanted");
	if (!doc_choice(o, "level", word_levels + 1, 2, &level, e))
		return false;
	w->level = level == 0 ? WK_HUB_BAND : WK_HUB_INDICATORS;
	return doc_members(o, names, w->level == WK_HUB_BAND ? 8 : 10, e);
}

static bool
take_words(const json_t *o, struct wk_hub_week *w, struct doc_error *e)
{
	const char *schema = json_string_value(json_object_get(o, "schema"));
	int band, basis = WK_HUB_WORK;

	if (schema == NULL || strcmp(schema, "wick.week/1") != 0)
		return fail_at(e, "schema", "wick.week/1 is what this hub takes");
	if (!doc_choice(o, "band", word_bands, WK_LEN(word_bands), &band, e))
		return false;
	if (json_object_get(o, "basis") != NULL &&
	    !doc_choice(o, "basis", word_bases, WK_LEN(word_bases), &basis, e))
		return false;
	w->band = (enum wk_hub_band)band;
	w->basis = (enum wk_hub_basis)basis;
	return true;
}

bool
doc_week(const json_t *o, struct wk_hub_op *op, struct doc_error *e)
{
	struct wk_hub_week *w = &op->u.put.week;
	int64_t coverage;

	if (!take_level(o, w, e) || !take_words(o, w, e) || !take_source(o, w, e) ||
	    !doc_int(o, "rev", 1, WK_HUB_REV_MAX, &w->rev, e) ||
	    !doc_int(o, "consent_gen", 1, WK_HUB_REV_MAX, &op->u.put.gen, e) ||
	    !doc_int(o, "coverage", 0, 7, &coverage, e) || !take_computed(o, w, e))
		return false;
	w->coverage = (int)coverage;
	if (w->level == WK_HUB_INDICATORS &&
	    !take_indicators(json_object_get(o, "indicators"), w->indicators, e))
		return false;
	return true;
}
