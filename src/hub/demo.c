/* SPDX-License-Identifier: MIT */
/* `wick-hub demo`: a team of twelve in memory, half a year of weeks with the five
 * stories in them, served until it is stopped. A week is a letter of a row; what a letter
 * means is the table above it. Made up. */
#include "cmd.h"
#include "serve.h"

enum { WEEKS = 26, PEOPLE = 12, TOKEN_DAYS = 7, DAY_SECONDS = 86400 };
#define TEAM "core"

static const char usage[] =
    "usage: wick-hub demo [--listen ADDRESS:PORT]\n"
    "\n"
    "Serves a made-up team from memory and prints the tokens to look at it with. Takes\n"
    "the options of serve but its store.\n";

static const struct shape {
	char letter;
	enum wk_hub_band band;
	int work_min, after_hours_min, weekend_min, streak_days, min_rest_min, rest_days,
	    oncall_days, wakings, pages, night_pages, load_tenths, coverage;
} shapes[] = {
	{ 'c', WK_HUB_CALM, 2400, 60, 0, 5, 840, 2, 0, 0, 0, 0, 10, 5 },
	{ 'w', WK_HUB_WATCH, 2700, 240, 0, 5, 690, 2, 0, 0, 0, 0, 12, 5 },
	{ 's', WK_HUB_STRAINED, 3240, 540, 240, 12, 600, 1, 0, 2, 3, 1, 14, 6 },
	{ 'x', WK_HUB_SEVERE, 3960, 1020, 540, 26, 510, 0, 7, 5, 9, 4, 18, 7 },
	{ 'o', WK_HUB_WATCH, 2520, 210, 90, 5, 660, 2, 7, 2, 6, 2, 11, 5 },
	{ 'O', WK_HUB_STRAINED, 2700, 450, 210, 12, 540, 1, 7, 6, 19, 7, 13, 6 },
	{ 'n', WK_HUB_STRAINED, 2400, 90, 0, 5, 780, 2, 0, 13, 0, 0, 10, 5 },
	{ 'u', WK_HUB_UNKNOWN, 480, 0, 0, 1, 840, 2, 0, 0, 0, 0, 3, 1 },
};

static const struct member {
	const char *name;
	enum wk_hub_level level;
	enum wk_hub_visibility visibility;
	const char *weeks; /* oldest first; - is no week */
} members[PEOPLE] = {
	/* a launch that went wrong, and the long way back */
	{ "Ines Falk", WK_HUB_INDICATORS, WK_HUB_INDIVIDUAL,
	    "cwsxxxxxxxxxxxxsssww--cwcc" },
	/* two who run a large site on two hours a week, but for one */
	{ "Tom Adair", WK_HUB_INDICATORS, WK_HUB_INDIVIDUAL,
	    "cccccccccccccccccOcccccccc" },
	{ "Lena Brandt", WK_HUB_INDICATORS, WK_HUB_INDIVIDUAL,
	    "ccccccccccccccccccccocccc-" },
	/* nights with an ill child, leave, another rhythm */
	{ "Marek Nowak", WK_HUB_BAND, WK_HUB_INDIVIDUAL, "cccccwnnnnnnn--uwwcccccccc" },
	/* on call one week in four, through alert storms */
	{ "Aiko Mori", WK_HUB_INDICATORS, WK_HUB_INDIVIDUAL,
	    "occcOcccOcccOcccOcccocccoc" },
	{ "Samir Haddad", WK_HUB_INDICATORS, WK_HUB_INDIVIDUAL,
	    "cocccOccwOcccOcccOcccocccO" },
	{ "Nora Lind", WK_HUB_INDICATORS, WK_HUB_AGGREGATE,
	    "ccocccOcccOcwcOcccOcccoccc" },
	{ "Paul Ortega", WK_HUB_INDICATORS, WK_HUB_AGGREGATE,
	    "cccocccOcccOcccOwccOcccocc" },
	/* back after an absence */
	{ "Vera Petrov", WK_HUB_BAND, WK_HUB_INDIVIDUAL, "xx------------uucwwwcwcccc" },
	/* and three of whom there is little to tell */
	{ "Jon Whitaker", WK_HUB_BAND, WK_HUB_AGGREGATE, "ccccwcccccc-cccccccwcccccc" },
	{ "Ruth Okafor", WK_HUB_BAND, WK_HUB_AGGREGATE, "cccccccwcccccc--ccccccccwc" },
	{ "Emil Sand", WK_HUB_BAND, WK_HUB_INDIVIDUAL, "ccwccccccccccccwwcccc-cccc" },
};

struct teller {
	const struct wk_hub_store_ops *ops;
	struct wk_hub_store *store;
	struct wk_hub_op *op; /* what is written next */
	size_t n;
	int64_t now;
	int last_week;
};

static struct wk_hub_op *
add(struct teller *t, enum wk_hub_verb verb, const char *person)
{
	struct wk_hub_op *op = &t->op[t->n++];
	memset(op, 0, sizeof(*op));
	op->verb = verb;
	op->now = t->now;
	(void)snprintf(op->person, sizeof(op->person), "%s", person);
	return op;
}

/* Everything up to here, in one transaction; all of it has to work. */
static enum wk_rc
tell(struct teller *t, struct wk_err *err)
{
	WK_AUTOFREE struct wk_hub_result *out = wk_mem_alloc(t->n * sizeof(*out));
	if (t->ops->apply(t->store, t->op, t->n, out, err) != WK_HUB_STORE_OK)
		return WK_ERR_STORE;
	for (size_t i = 0; i < t->n; i++) {
		const char *code = wk_hub_outcomes[out[i].outcome].code;
		if (code != NULL)
			return wk_fail(err, WK_ERR_FAIL, "the demo's write %d: %s",
			    (int)t->op[i].verb, code);
	}
	t->n = 0;
	return WK_OK;
}

/* A person with a token, in the team. */
static void
enrol(struct teller *t, const char *name, int roles, enum wk_hub_role role,
    char person[WK_HUB_ID], char token[WK_HUB_SECRET])
{
	char invite[WK_HUB_SECRET];
	wk_hub_person_new(person);
	wk_hub_secret_new("wki_", invite);
	wk_hub_secret_new("wk_", token);
	struct wk_hub_op *op = add(t, WK_HUB_OP_INVITE, person);
	wk_hub_secret_hash(invite, op->u.invite.hash);
	op->u.invite.roles = roles;
	op->u.invite.expires = t->now + DAY_SECONDS;
	op = add(t, WK_HUB_OP_ENROL, person);
	wk_hub_secret_hash(invite, op->u.enrol.invite);
	wk_hub_secret_hash(token, op->u.enrol.token);
	wk_hub_token_id(token, op->u.enrol.token_id);
	(void)snprintf(op->u.enrol.display, sizeof(op->u.enrol.display), "%s", name);
	op->u.enrol.expires = t->now + TOKEN_DAYS * DAY_SECONDS;
	op = add(t, WK_HUB_OP_MEMBER_SET, person);
	(void)snprintf(op->u.member.team, sizeof(op->u.member.team), TEAM);
	op->u.member.role = role;
}

static void
consent(struct teller *t, const struct member *m, const char *person)
{
	struct wk_hub_consent *c = &add(t, WK_HUB_OP_CONSENT, person)->u.consent;
	c->gen = 1;
	c->level = m->level;
	c->expires = WK_DATE_NONE;
	c->count = 1;
	(void)snprintf(c->shares[0].team, sizeof(c->shares[0].team), TEAM);
	c->shares[0].visibility = m->visibility;
}

/* Minutes in steps of 30 and a little different from week to week, as a laptop sends. */
static void
put_numbers(const struct shape *s, int i, struct wk_hub_week *w)
{
	int more = 30 * (i * 7 % 5 - 2);
	(void)snprintf(w->indicators, sizeof(w->indicators), "{\"work_min\":%d,"
	    "\"after_hours_min\":%d,\"weekend_min\":%d,\"streak_days\":%d,"
	    "\"min_rest_min\":%d,\"rest_days\":%d,\"oncall_days\":%d,\"wakings\":%d,"
	    "\"pages\":%d,\"night_pages\":%d,\"load_ratio\":%d.%d}", s->work_min + more,
	    s->after_hours_min, s->weekend_min, s->streak_days, s->min_rest_min + more,
	    s->rest_days, s->oncall_days, s->wakings,
	    s->pages + (s->pages > 0 ? i * 3 % 4 : 0), s->night_pages,
	    s->load_tenths / 10, s->load_tenths % 10);
}

static void
tell_week(struct teller *t, const struct member *m, const char *person, int i)
{
	for (size_t j = 0; j < WK_LEN(shapes); j++) {
		const struct shape *s = &shapes[j];
		if (s->letter != m->weeks[i])
			continue;
		struct wk_hub_op *op = add(t, WK_HUB_OP_PUT_WEEK, person);
		struct wk_hub_week *w = &op->u.put.week;
		op->u.put.gen = 1;
		w->week = word_week_add(t->last_week, i - WEEKS + 1);
		w->rev = 1;
		(void)snprintf(w->source, sizeof(w->source), "demo0000");
		w->level = m->level;
		w->band = s->band;
		w->coverage = s->coverage;
		if (m->level == WK_HUB_INDICATORS)
			put_numbers(s, i, w);
	}
}

static enum wk_rc
tell_member(struct teller *t, const struct member *m, char token[WK_HUB_SECRET],
    struct wk_err *err)
{
	char person[WK_HUB_ID];
	enrol(t, m->name, WK_HUB_ENGINEER, WK_HUB_MEMBER, person, token);
	consent(t, m, person);
	for (int i = 0; i < WEEKS; i++)
		tell_week(t, m, person, i);
	return tell(t, err);
}

static enum wk_rc
tell_all(struct teller *t, struct wk_err *err)
{
	char person[WK_HUB_ID], manager[WK_HUB_SECRET], first[WK_HUB_SECRET] = "",
	    token[WK_HUB_SECRET] = "";
	struct wk_hub_team *team = &add(t, WK_HUB_OP_TEAM_SET, "")->u.team;
	(void)snprintf(team->id, sizeof(team->id), TEAM);
	(void)snprintf(team->name, sizeof(team->name), "Core services");
	enrol(t, "Robin Vance", WK_HUB_ENGINEER | WK_HUB_ADMIN, WK_HUB_MANAGER, person,
	    manager);
	enum wk_rc rc = tell(t, err);
	for (size_t i = 0; rc == WK_OK && i < PEOPLE; i++)
		rc = tell_member(t, &members[i], i == 0 ? first : token, err);
	if (rc == WK_OK)
		(void)printf("team     " TEAM ": %d people, %d weeks, made up, in "
		    "memory\nmanager  Robin Vance, also an administrator: %s\n"
		    "member   %s: %s\nor send one as Authorization: Bearer TOKEN\n",
		    PEOPLE, WEEKS, manager,
		    members[0].name, first);
	return rc;
}

static enum wk_rc
prepare(const struct wk_hub_store_ops *ops, struct wk_hub_store *store,
    struct wk_err *err)
{
	struct teller t = { .ops = ops, .store = store };
	enum wk_rc rc = wk_clock_now(NULL, NULL, &t.now, err);
	if (rc != WK_OK)
		return rc;
	/* The week that is over. */
	t.last_week = word_week_add(word_week_of((wk_date)(t.now / DAY_SECONDS)), -1);
	t.op = wk_mem_alloc((WEEKS + 8) * sizeof(*t.op));
	rc = tell_all(&t, err);
	wk_mem_free(t.op);
	return rc;
}

int
hub_cmd_demo(int argc, char **argv)
{
	char *args[32] = { argv[0] };
	int n = 1;
	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(usage, stdout);
		return 0;
	}
	for (int i = 1; i < argc && n < (int)WK_LEN(args) - 3; i++)
		args[n++] = argv[i];
	/* Last, so that nothing real is ever filled with it. */
	args[n++] = (char[]){ "--store" };
	args[n++] = (char[]){ "memory:" };
	return serve_main(n, args, prepare);
}
