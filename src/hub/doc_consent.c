/* SPDX-License-Identifier: MIT */
/* The document in which somebody allows something. */
#include "web.h"

#include <stdlib.h>

static bool
take_share(const json_t *o, struct wk_hub_share *out, struct doc_error *e)
{
	static const char *const names[] = { "team", "visibility" };
	const char *team = json_string_value(json_object_get(o, "team"));
	int visibility;

	if (!doc_members(o, names, WK_LEN(names), e))
		return false;
	if (team == NULL || !word_team(team))
		return doc_fail(e, PROBLEM_INVALID, "/team", "no team's id");
	if (!doc_choice(o, "visibility", word_visibilities, 2, &visibility, e))
		return false;
	(void)snprintf(out->team, sizeof(out->team), "%s", team);
	out->visibility = (enum wk_hub_visibility)visibility;
	return true;
}

static int
by_team(const void *a, const void *b)
{
	const struct wk_hub_share *x = a, *y = b;

	return strcmp(x->team, y->team);
}

static bool
take_shares(const json_t *list, struct wk_hub_consent *out, struct doc_error *e)
{
	char where[32];

	if (!json_is_array(list) || json_array_size(list) > WK_HUB_TEAMS)
		return doc_fail(e, PROBLEM_INVALID, "/teams",
		    "an array of at most 20 is wanted");
	for (size_t i = 0; i < json_array_size(list); i++) {
		(void)snprintf(where, sizeof(where), "teams/%zu", i);
		if (!take_share(json_array_get(list, i), &out->shares[out->count++], e))
			return doc_within(e, where);
	}
	qsort(out->shares, out->count, sizeof(out->shares[0]), by_team);
	for (size_t i = 1; i < out->count; i++)
		if (strcmp(out->shares[i - 1].team, out->shares[i].team) == 0)
			return doc_fail(e, PROBLEM_INVALID, "/teams",
			    "a team is named twice");
	return true;
}

static bool
take_expires(const json_t *v, wk_date today, wk_date *out, struct doc_error *e)
{
	const char *s = json_string_value(v);

	*out = WK_DATE_NONE;
	if (v == NULL)
		return true;
	if (s == NULL || !wk_date_parse_iso(s, out) || *out < today ||
	    *out > today + WK_HUB_CONSENT_DAYS)
		return doc_fail(e, PROBLEM_INVALID, "/expires",
		    "a day such as 2026-12-31, at most 90 days ahead");
	return true;
}

bool
doc_consent(const json_t *o, wk_date today, struct wk_hub_consent *out,
    struct doc_error *e)
{
	static const char *const names[] = { "gen", "level", "basis", "expires",
		"teams" };
	int level, basis = WK_HUB_WORK;

	if (!doc_members(o, names, WK_LEN(names), e) ||
	    !doc_int(o, "gen", 1, WK_HUB_REV_MAX, &out->gen, e) ||
	    !doc_choice(o, "level", word_levels + 1, 2, &level, e))
		return false;
	if (json_object_get(o, "basis") != NULL &&
	    !doc_choice(o, "basis", word_bases, WK_LEN(word_bases), &basis, e))
		return false;
	out->level = level == 0 ? WK_HUB_BAND : WK_HUB_INDICATORS;
	out->basis = (enum wk_hub_basis)basis;
	return take_expires(json_object_get(o, "expires"), today, &out->expires, e) &&
	    take_shares(json_object_get(o, "teams"), out, e);
}
