/* SPDX-License-Identifier: MIT */
/* check: the rules replayed over the days there are, so that entries that come late are
 * seen as if they had been there; the store only remembers what was told and what
 * sleeps. */
#include <stdlib.h>

#include "internal.h"

enum { REPLAY_DAYS = 400, MAX_RULES = 16, MAX_CROSSINGS = 64 };

struct rules { struct wk_rule v[MAX_RULES]; size_t n; };

static void
collect_rules(const struct wk_conf *conf, struct rules *r)
{
	r->n = 0;
	for (int b = 0; b < WK_BURN_COUNT; b++)
		r->v[r->n++] = (struct wk_rule){
			.name = wk_burn_rule((enum wk_burn)b)->name,
			.kind = WK_RULE_BURN, .burn = (enum wk_burn)b,
			.is_on = conf->burn_on[b] };
	for (size_t i = 0; i < conf->limit_count; i++)
		r->v[r->n++] = (struct wk_rule){ .name = conf->limits[i].indicator->id,
			.kind = WK_RULE_THRESHOLD, .indicator = conf->limits[i].indicator,
			.threshold = conf->limits[i].value, .is_on = true };
	r->v[r->n++] = (struct wk_rule){ .name = "silence", .kind = WK_RULE_SILENCE,
		.threshold = conf->silence_d, .is_on = conf->silence_d > 0 };
}

static const char *
nth_rule(const void *ctx, size_t i)
{
	const struct rules *r = ctx;
	return i < r->n ? r->v[i].name : NULL;
}

static enum wk_rc
find_rule(const struct rules *r, const char *name, const struct wk_rule **out,
    struct wk_err *err)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->v[i].name, name) == 0) {
			*out = &r->v[i];
			return WK_OK;
		}
	const char *near = wk_text_nearest(name, nth_rule, r);
	if (near != NULL)
		return wk_fail(err, WK_ERR_INPUT, "no rule \"%.40s\"; did you mean %s?",
		    name, near);
	return wk_fail(err, WK_ERR_INPUT, "no rule \"%.40s\"; there are act-today, "
	    "act-this-week, plan, structural, silence and those of alerts.thresholds",
	    name);
}

/* ---- what the store remembers of a rule: "TOLD SLEEPS", a date or -, UTC s or 0 */
struct memory { wk_date told; int64_t sleeps_until; };

static enum wk_rc
recall(struct wk_app *app, const char *rule, struct wk_arena *a, struct memory *m,
    struct wk_err *err)
{
	const char *text = NULL;
	*m = (struct memory){ .told = WK_DATE_NONE };
	enum wk_rc rc = wk_store_meta_get(app->store,
	    wk_arena_printf(a, "alert.%s", rule), a, &text, err);
	if (rc != WK_OK || text == NULL)
		return rc;
	size_t n = strcspn(text, " ");
	long long until = text[n] != '\0' ? strtoll(text + n, NULL, 10) : 0;
	if (!wk_date_parse_iso(wk_arena_strndup(a, text, n), &m->told))
		m->told = WK_DATE_NONE;
	m->sleeps_until = until;
	return WK_OK;
}

static enum wk_rc
remember(struct wk_app *app, const char *rule, struct wk_arena *a, const struct memory *m,
    struct wk_err *err)
{
	char told[11] = "-";
	if (m->told != WK_DATE_NONE)
		wk_date_format(m->told, told);
	enum wk_rc rc = wk_app_begin(app, "alert", err);
	if (rc == WK_OK)
		rc = wk_store_meta_put(app->store, wk_arena_printf(a, "alert.%s", rule),
		    wk_arena_printf(a, "%s %lld", told, (long long)m->sleeps_until), err);
	return wk_app_end(app, rc, err);
}

/* ---- the days: until today, for silence too is counted */
static enum wk_rc
load_series(struct wk_app *app, struct wk_arena *a, struct wk_series *s,
    struct wk_err *err)
{
	size_t n;
	enum wk_rc rc = wk_app_series_full(app, false, a, s, err);
	if (rc != WK_OK || s->n == 0 || s->days[s->n - 1].d >= app->today)
		return rc;
	const struct wk_day *v = wk_series_dense(s->days, s->n, app->today, a, &n);
	wk_series_init(s, &app->conf.model, v, n, app->today, a);
	return wk_app_survey_fill(app, app->today, a, s, err);
}

/* The state of a rule before index i. Few have to be followed back over days of which no
 * indicator can be asked yet. */
static struct wk_rule_state
state_before(const struct wk_app *app, const struct wk_rule *r, struct wk_series *s,
    size_t i, struct wk_arena *a)
{
	const struct wk_model *m = &app->conf.model;
	struct wk_rule_state st = { .since = WK_DATE_NONE };
	struct wk_crossing c;
	size_t least = i > REPLAY_DAYS ? i - REPLAY_DAYS : 0;
	size_t k = wk_rule_begin(r, m, s, WK_MAX(least, s->trail_from), i);
	if (k == s->trail_from && k > least) {
		wk_series_trail(s, m, least, a);
		k = wk_rule_begin(r, m, s, least, i);
	}
	for (; k < i; k++)
		(void)wk_rule_step(r, m, s, k, &st, c.text);
	return st;
}

/* What was crossed from..to, oldest first; silence is no news of a report. */
void
wk_app_crossings(const struct wk_app *app, struct wk_series *s, wk_date from,
    wk_date to, struct wk_arena *a, struct wk_report *out)
{
	struct rules r;
	struct wk_rule_state st[MAX_RULES];
	collect_rules(&app->conf, &r);
	struct wk_crossing *v = WK_ARENA_ARRAY(a, struct wk_crossing, MAX_CROSSINGS);
	size_t first = wk_series_find(s, from);
	first = first == SIZE_MAX ? 0 : first;
	for (size_t k = 0; k < r.n; k++) {
		r.v[k].is_on &= r.v[k].kind != WK_RULE_SILENCE;
		if (r.v[k].is_on)
			st[k] = state_before(app, &r.v[k], s, first, a);
	}
	for (size_t i = first; i < s->n && s->days[i].d <= to; i++)
		for (size_t k = 0; k < r.n; k++) {
			struct wk_crossing c = { .rule = r.v[k].name,
				.since = s->days[i].d };
			if (r.v[k].is_on && wk_rule_step(&r.v[k], &app->conf.model, s, i,
			    &st[k], c.text) && out->alert_count < MAX_CROSSINGS)
				v[out->alert_count++] = c;
		}
	out->alerts = v;
}

/* The state today. Only silence looks at a day that is not over. */
static bool
replay(const struct wk_app *app, const struct wk_rule *r, const struct wk_series *s,
    struct wk_rule_state *st, char text[160])
{
	size_t today = wk_series_find(s, app->today);
	size_t last = r->kind == WK_RULE_SILENCE && today != SIZE_MAX ? today : s->shown;
	*st = (struct wk_rule_state){ .since = WK_DATE_NONE };
	for (size_t i = last >= REPLAY_DAYS ? last - REPLAY_DAYS : 0; i <= last; i++)
		(void)wk_rule_step(r, &app->conf.model, s, i, st, text);
	return st->firing;
}

static bool
is_quiet(const struct wk_app *app, const struct wk_series *s)
{
	int64_t wall = app->now + wk_zone_offset(app->zone, app->now);
	int min = (int)((wall % 86400 + 86400) % 86400 / 60);
	int from = app->conf.quiet_from_min, to = app->conf.quiet_to_min % 1440;
	size_t today = wk_series_find(s, app->today);
	bool in_hours = from <= to ? min >= from && min < to : min >= from || min < to;
	return in_hours || (today != SIZE_MAX && s->days[today].leave != WK_LEAVE_NONE);
}

/* One rule: told once a crossing, dropped while it sleeps, forgotten when it clears. */
static enum wk_rc
check_rule(struct wk_app *app, const struct wk_rule *r, const struct wk_series *s,
    struct wk_arena *a, struct wk_alert *out, bool *tells, struct wk_err *err)
{
	struct wk_rule_state st;
	struct memory m;
	*tells = false;
	bool firing = replay(app, r, s, &st, out->text);
	enum wk_rc rc = recall(app, r->name, a, &m, err);
	if (rc != WK_OK || firing == (m.told != WK_DATE_NONE))
		return rc;
	*tells = firing && app->now >= m.sleeps_until;
	m.told = firing ? st.since : WK_DATE_NONE;
	out->rule = r->name;
	out->since = st.since;
	return remember(app, r->name, a, &m, err);
}

enum wk_rc
wk_app_check(struct wk_app *app, const char *only, struct wk_arena *a,
    struct wk_alert **v, size_t *n, struct wk_err *err)
{
	struct rules r;
	struct wk_series s;
	const struct wk_rule *one = NULL;
	*n = 0;
	collect_rules(&app->conf, &r);
	enum wk_rc rc = only == NULL ? WK_OK : find_rule(&r, only, &one, err);
	if (rc == WK_OK)
		rc = load_series(app, a, &s, err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc != WK_OK || s.n == 0 || is_quiet(app, &s))
		return rc;
	*v = WK_ARENA_ARRAY(a, struct wk_alert, r.n);
	for (size_t i = 0; rc == WK_OK && i < r.n; i++) {
		bool tells = false;
		if (!r.v[i].is_on || (one != NULL && one != &r.v[i]))
			continue;
		rc = check_rule(app, &r.v[i], &s, a, &(*v)[*n], &tells, err);
		*n += rc == WK_OK && tells;
	}
	return rc;
}

enum wk_rc
wk_app_snooze(struct wk_app *app, const char *rule, double minutes, struct wk_arena *a,
    struct wk_err *err)
{
	struct rules r;
	struct memory m;
	const struct wk_rule *one;
	collect_rules(&app->conf, &r);
	enum wk_rc rc = find_rule(&r, rule, &one, err);
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc == WK_OK)
		rc = recall(app, rule, a, &m, err);
	if (rc != WK_OK)
		return rc;
	m.sleeps_until = app->now + (int64_t)(minutes * 60);
	return remember(app, rule, a, &m, err);
}
