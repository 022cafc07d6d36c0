/* SPDX-License-Identifier: MIT */
/* The rules of writing, without storage. Every store asks these functions and no other
 * place knows them.
 * 1. A week is named by person and ISO week and ordered by rev alone, never by time.
 * 2. What is the same again is UNCHANGED and writes nothing, however often it comes.
 * 3. What was taken back stays away: a tombstone keeps rev, a withdrawal keeps gen. */
#include <math.h>
#include <stdio.h>

#include "wick/hub.h"

#define SECONDS_PER_DAY 86400

const struct wk_hub_outcome_row wk_hub_outcomes[WK_HUB_OUTCOMES] = {
	[WK_HUB_CREATED] = { 201, NULL },
	[WK_HUB_UPDATED] = { 200, NULL },
	[WK_HUB_UNCHANGED] = { 200, NULL },
	[WK_HUB_DONE] = { 204, NULL },
	[WK_HUB_STALE_REV] = { 409, "stale-rev" },
	[WK_HUB_REV_CONFLICT] = { 409, "rev-conflict" },
	[WK_HUB_OTHER_SOURCE] = { 409, "other-source" },
	[WK_HUB_PRECONDITION] = { 412, "precondition-failed" },
	[WK_HUB_STALE_GEN] = { 409, "stale-gen" },
	[WK_HUB_RETRACTED] = { 410, "retracted" },
	[WK_HUB_WITHDRAWN] = { 410, "consent-withdrawn" },
	[WK_HUB_NO_CONSENT] = { 422, "no-consent" },
	[WK_HUB_LEVEL_EXCEEDS] = { 422, "level-exceeds-consent" },
	[WK_HUB_INVITE_USED] = { 410, "invite-used" },
	[WK_HUB_NOT_FOUND] = { 404, "not-found" },
	[WK_HUB_INVALID] = { 422, "invalid-member" },
};

const char *const wk_hub_indicator_names[WK_HUB_INDICATORS_COUNT] = {
	[WK_HUB_WORK_MIN] = "work_min",
	[WK_HUB_AFTER_HOURS_MIN] = "after_hours_min",
	[WK_HUB_WEEKEND_MIN] = "weekend_min",
	[WK_HUB_STREAK_DAYS] = "streak_days",
	[WK_HUB_MIN_REST_MIN] = "min_rest_min",
	[WK_HUB_REST_DAYS] = "rest_days",
	[WK_HUB_ONCALL_DAYS] = "oncall_days",
	[WK_HUB_WAKINGS] = "wakings",
	[WK_HUB_PAGES] = "pages",
	[WK_HUB_NIGHT_PAGES] = "night_pages",
	[WK_HUB_LOAD_RATIO] = "load_ratio",
};

static wk_date
day_of(int64_t utc)
{
	return (wk_date)((utc - (utc < 0 ? SECONDS_PER_DAY - 1 : 0)) / SECONDS_PER_DAY);
}

bool
wk_hub_consent_holds(const struct wk_hub_consent *c, wk_date today)
{
	return c->gen > 0 && c->level != WK_HUB_NONE && c->expires >= today;
}

double
wk_hub_indicator_of(const char *json, enum wk_hub_indicator which)
{
	char member[32], number[32];
	double v;
	int n = snprintf(member, sizeof(member), "\"%s\":",
	    wk_hub_indicator_names[which]);
	const char *at = strstr(json, member);
	if (at == NULL)
		return NAN;
	at += n;
	size_t len = strspn(at, "-+.eE0123456789");
	if (len == 0 || len >= sizeof(number))
		return NAN;
	memcpy(number, at, len);
	number[len] = '\0';
	return wk_text_parse_double(number, -1e15, 1e15, &v) ? v : NAN;
}

bool
wk_hub_week_lower(struct wk_hub_week *w, enum wk_hub_level level)
{
	if (w->is_retracted || w->level <= level || level != WK_HUB_BAND)
		return false;
	w->level = WK_HUB_BAND;
	memset(w->indicators, 0, sizeof(w->indicators));
	w->computed_at = 0;
	return true;
}

/* Over what that viewer gets, so that two viewers of one week have two. */
void
wk_hub_etag(const struct wk_hub_week *w, enum wk_hub_level seen, char out[67])
{
	char hex[65];
	struct wk_buf b;
	bool has_numbers = w->level >= WK_HUB_INDICATORS && seen >= WK_HUB_INDICATORS;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s\t%d\t%lld\t%d\t%d\t%d\t%d\t%lld\t%s", w->person, w->week,
	    (long long)w->rev, has_numbers, (int)w->basis, (int)w->band, w->coverage,
	    (long long)w->received, has_numbers ? w->indicators : "");
	wk_hash_sha256(b.p, b.len, hex);
	(void)snprintf(out, 67, "\"%.32s\"", hex);
	wk_buf_fini(&b);
}

void
wk_hub_audit_hash(const char *prev_hex, const struct wk_hub_audit *a, char hex[65])
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s\n%lld\t", prev_hex, (long long)a->seq);
	wk_zone_put_iso(&b, a->at, 0, true);
	wk_buf_addf(&b, "\t%s\t%s\t%s\t%s", a->actor, a->action, a->subject, a->team);
	wk_hash_sha256(b.p, b.len, hex);
	wk_buf_fini(&b);
}

static bool
same_document(const struct wk_hub_week *a, const struct wk_hub_week *b)
{
	return strcmp(a->source, b->source) == 0 && a->level == b->level &&
	    a->basis == b->basis && a->band == b->band && a->coverage == b->coverage &&
	    a->computed_at == b->computed_at && strcmp(a->indicators, b->indicators) == 0;
}

static bool
match_holds(const struct wk_hub_week *have, const char *if_match)
{
	char etag[67];
	if (strcmp(if_match, "*") == 0)
		return true;
	wk_hub_etag(have, WK_HUB_INDICATORS, etag);
	return strcmp(etag, if_match) == 0;
}

/* What the consent says to it; DONE: nothing against it. */
static enum wk_hub_outcome
judge_consent(const struct wk_hub_consent *c, const struct wk_hub_op *op)
{
	const struct wk_hub_week *w = &op->u.put.week;
	if (c->gen > 0 && c->level == WK_HUB_NONE && op->u.put.gen <= c->gen)
		return WK_HUB_WITHDRAWN;
	if (!wk_hub_consent_holds(c, day_of(op->now)))
		return WK_HUB_NO_CONSENT;
	if (op->u.put.gen != c->gen)
		return WK_HUB_STALE_GEN;
	return w->level > c->level || w->basis > c->basis ? WK_HUB_LEVEL_EXCEEDS :
	    WK_HUB_DONE;
}

/* What stands there says to it. */
static enum wk_hub_outcome
judge_stored(const struct wk_hub_week *have, const struct wk_hub_op *op)
{
	const struct wk_hub_week *w = &op->u.put.week;
	const char *match = op->u.put.if_match;
	if (have == NULL || have->is_retracted) {
		if (have != NULL && w->rev <= have->rev)
			return WK_HUB_RETRACTED;
		return match[0] != '\0' ? WK_HUB_PRECONDITION : WK_HUB_CREATED;
	}
	bool is_other = strcmp(have->source, w->source) != 0;
	if (!is_other && w->rev == have->rev && same_document(have, w))
		return WK_HUB_UNCHANGED;
	if (is_other && match[0] == '\0')
		return WK_HUB_OTHER_SOURCE;
	if (match[0] != '\0' && !match_holds(have, match))
		return WK_HUB_PRECONDITION;
	if (is_other)
		return WK_HUB_UPDATED;
	return w->rev < have->rev ? WK_HUB_STALE_REV :
	    w->rev == have->rev ? WK_HUB_REV_CONFLICT : WK_HUB_UPDATED;
}

static void
describe(const struct wk_hub_week *stands, struct wk_hub_result *out)
{
	out->current_rev = stands->rev;
	out->received = stands->received;
	wk_hub_etag(stands, WK_HUB_INDICATORS, out->etag);
}

static bool
is_week(int week)
{
	return week >= 200001 && week <= 209953 && week % 100 >= 1 && week % 100 <= 53;
}

static bool
is_text(const char *s)
{
	return wk_text_utf8_valid(s, strlen(s));
}

/* HTTP looks closer and says what is wrong; this keeps a store from failing a whole
 * transaction for one row. */
static bool
is_week_sound(const struct wk_hub_week *w, int64_t gen)
{
	return is_week(w->week) && is_text(w->source) && is_text(w->indicators) &&
	    w->rev >= 1 && w->rev <= WK_HUB_REV_MAX && gen >= 1 &&
	    gen <= WK_HUB_REV_MAX && w->coverage >= 0 && w->coverage <= 7 &&
	    (w->level == WK_HUB_INDICATORS ||
	    (w->level == WK_HUB_BAND && w->indicators[0] == '\0'));
}

void
wk_hub_decide_put(const struct wk_hub_week *have, const struct wk_hub_consent *consent,
    const struct wk_hub_op *op, struct wk_hub_result *out)
{
	out->outcome = !is_week_sound(&op->u.put.week, op->u.put.gen) ? WK_HUB_INVALID :
	    judge_consent(consent, op);
	if (out->outcome == WK_HUB_DONE)
		out->outcome = judge_stored(have, op);
	if (out->outcome == WK_HUB_CREATED || out->outcome == WK_HUB_UPDATED) {
		struct wk_hub_week now = op->u.put.week;
		memcpy(now.person, op->person, sizeof(now.person));
		now.received = op->now;
		describe(&now, out);
	} else if (out->outcome == WK_HUB_UNCHANGED)
		describe(have, out);
	else if (have != NULL)
		out->current_rev = have->rev;
}

/* No consent is asked for: taking back is always allowed, of a week never seen too, so
 * that a retraction may overtake its own put. */
void
wk_hub_decide_retract(const struct wk_hub_week *have, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	int64_t rev = op->u.retract.rev;
	if (rev < 1 || rev > WK_HUB_REV_MAX || !is_week(op->u.retract.week))
		out->outcome = WK_HUB_INVALID;
	else if (have != NULL && !have->is_retracted && rev < have->rev)
		out->outcome = WK_HUB_STALE_REV;
	else
		out->outcome = WK_HUB_DONE;
	out->current_rev = have == NULL ? 0 : have->rev;
	if (out->outcome == WK_HUB_DONE)
		out->current_rev = WK_MAX(out->current_rev, rev);
}

static bool
same_shares(const struct wk_hub_consent *a, const struct wk_hub_consent *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->shares[i].team, b->shares[i].team) != 0 ||
		    a->shares[i].visibility != b->shares[i].visibility)
			return false;
	return true;
}

static bool
is_consent_sound(const struct wk_hub_consent *c, wk_date today)
{
	if (c->gen < 1 || c->gen > WK_HUB_REV_MAX || c->count > WK_HUB_TEAMS ||
	    (c->level != WK_HUB_BAND && c->level != WK_HUB_INDICATORS))
		return false;
	for (size_t i = 1; i < c->count; i++)
		if (strcmp(c->shares[i - 1].team, c->shares[i].team) >= 0)
			return false;
	return c->expires == WK_DATE_NONE ||
	    (c->expires >= today && c->expires <= today + WK_HUB_CONSENT_DAYS);
}

void
wk_hub_decide_consent(const struct wk_hub_consent *have, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	const struct wk_hub_consent *c = &op->u.consent;
	bool is_same = c->gen == have->gen && c->level == have->level &&
	    c->basis == have->basis && same_shares(c, have) &&
	    (c->expires == WK_DATE_NONE || c->expires == have->expires);
	if (is_same && have->level != WK_HUB_NONE)
		out->outcome = WK_HUB_UNCHANGED;
	else if (!is_consent_sound(c, day_of(op->now)))
		out->outcome = WK_HUB_INVALID;
	else if (c->gen <= have->gen)
		out->outcome = WK_HUB_STALE_GEN;
	else
		out->outcome = have->gen == 0 ? WK_HUB_CREATED : WK_HUB_UPDATED;
	out->current_rev = have->gen;
}

void
wk_hub_decide_withdraw(const struct wk_hub_consent *have, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	if (op->u.gen < 1 || op->u.gen > WK_HUB_REV_MAX)
		out->outcome = WK_HUB_INVALID;
	else if (have->level != WK_HUB_NONE && op->u.gen < have->gen)
		out->outcome = WK_HUB_STALE_GEN;
	else
		out->outcome = WK_HUB_DONE;
	out->current_rev = have->gen;
}
