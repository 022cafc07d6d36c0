/* SPDX-License-Identifier: MIT */
/* Every store there is, side by side: in memory, in a file, and in PostgreSQL where
 * WICK_HUB_PG names one (tests/hub/run.sh starts it). */
#pragma once

#include "cm.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wick/hub.h"

#define NOW 1795251600LL /* Sat 2026-11-21T09:00:00Z */
#define TODAY ((wk_date)(NOW / 86400))
#define UNUSED __attribute__((unused))
#define STORES 3
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

struct one_store {
	const struct wk_hub_store_ops *ops;
	struct wk_hub_store *s;
	struct wk_hub_reader *r;
	char dsn[256];
};
struct fixture {
	char dir[64];
	struct one_store store[STORES];
	size_t n;
	struct wk_arena a;
	struct wk_err err;
};

#define OK(f, call) do { \
	if ((call) != WK_OK) \
		fail_msg("%s: %s", #call, (f)->err.msg); \
} while (0)

static UNUSED void
open_store(struct fixture *f, struct one_store *o)
{
	o->ops = wk_hub_store_of(o->dsn, &f->err);
	assert_non_null(o->ops);
	OK(f, o->ops->open(o->dsn, &o->s, &f->err));
	OK(f, o->ops->reader(o->s, &o->r, &f->err));
}

static UNUSED void
close_store(struct one_store *o)
{
	o->ops->reader_close(o->r);
	o->ops->close(o->s);
}

/* Each test begins with an empty database of its own; its name is in the dsn. */
static UNUSED void
empty_postgres(struct fixture *f, const char *dsn)
{
	char command[512];
	(void)snprintf(f->store[2].dsn, sizeof(f->store[2].dsn), "%s", dsn);
	(void)snprintf(command, sizeof(command), "psql -qX -v ON_ERROR_STOP=1 -c "
	    "'DROP SCHEMA IF EXISTS public CASCADE' -c 'CREATE SCHEMA public' '%s' "
	    ">/dev/null 2>&1", dsn);
	assert_int_equal(system(command), 0);
	f->n = 3;
}

static UNUSED int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	const char *pg = getenv("WICK_HUB_PG");
	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/wick-hub-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	(void)snprintf(f->store[0].dsn, sizeof(f->store[0].dsn), "memory:");
	(void)snprintf(f->store[1].dsn, sizeof(f->store[1].dsn), "sqlite:%s/hub.db",
	    f->dir);
	f->n = 2;
	if (pg != NULL && pg[0] != '\0')
		empty_postgres(f, pg);
	wk_arena_init(&f->a);
	for (size_t i = 0; i < f->n; i++)
		open_store(f, &f->store[i]);
	*state = f;
	return 0;
}

static UNUSED int
teardown(void **state)
{
	struct fixture *f = *state;
	char command[128];
	for (size_t i = 0; i < f->n; i++)
		close_store(&f->store[i]);
	wk_arena_fini(&f->a);
	(void)snprintf(command, sizeof(command), "rm -rf %s", f->dir);
	(void)!system(command);
	free(f);
	return 0;
}

/* ---- writes ---- */
static UNUSED struct wk_hub_op
op_of(enum wk_hub_verb verb, const char *person)
{
	struct wk_hub_op op = { .verb = verb, .now = NOW };
	(void)snprintf(op.person, sizeof(op.person), "%s", person);
	return op;
}

static UNUSED void
hash_of(const char *secret, uint8_t hash[32])
{
	wk_hub_secret_hash(secret, hash);
}

static UNUSED struct wk_hub_op
put_op(const char *person, int week, int64_t rev)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_PUT_WEEK, person);
	struct wk_hub_week *w = &op.u.put.week;
	w->week = week;
	w->rev = rev;
	(void)snprintf(w->source, sizeof(w->source), "a1b2c3d4");
	w->level = WK_HUB_BAND;
	w->band = WK_HUB_STRAINED;
	w->coverage = 5;
	op.u.put.gen = 1;
	return op;
}

static UNUSED struct wk_hub_op
full_op(const char *person, int week, int64_t rev)
{
	struct wk_hub_op op = put_op(person, week, rev);
	op.u.put.week.level = WK_HUB_INDICATORS;
	op.u.put.week.computed_at = NOW - 60;
	(void)snprintf(op.u.put.week.indicators, sizeof(op.u.put.week.indicators),
	    "{\"work_min\":2700,\"pages\":4,\"night_pages\":1,\"load_ratio\":1.3}");
	return op;
}

static UNUSED struct wk_hub_op
retract_op(const char *person, int week, int64_t rev)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_RETRACT, person);
	op.u.retract.week = week;
	op.u.retract.rev = rev;
	return op;
}

static UNUSED struct wk_hub_op
consent_op(const char *person, int64_t gen, enum wk_hub_level level, const char *team,
    enum wk_hub_visibility visibility)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_CONSENT, person);
	op.u.consent.gen = gen;
	op.u.consent.level = level;
	op.u.consent.expires = WK_DATE_NONE;
	if (team != NULL) {
		op.u.consent.count = 1;
		(void)snprintf(op.u.consent.shares[0].team, WK_HUB_ID, "%s", team);
		op.u.consent.shares[0].visibility = visibility;
	}
	return op;
}

static UNUSED struct wk_hub_op
withdraw_op(const char *person, int64_t gen)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_WITHDRAW, person);
	op.u.gen = gen;
	return op;
}

static UNUSED struct wk_hub_op
invite_op(const char *person, const char *secret)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_INVITE, person);
	hash_of(secret, op.u.invite.hash);
	op.u.invite.roles = WK_HUB_ENGINEER;
	op.u.invite.expires = NOW + 7 * 86400;
	return op;
}

static UNUSED struct wk_hub_op
enrol_op(const char *invite, const char *token, const char *display)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_ENROL, "");
	hash_of(invite, op.u.enrol.invite);
	hash_of(token, op.u.enrol.token);
	wk_hub_token_id(token, op.u.enrol.token_id);
	(void)snprintf(op.u.enrol.display, sizeof(op.u.enrol.display), "%s", display);
	return op;
}

static UNUSED struct wk_hub_op
team_op(const char *team, const char *name, int k_min)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_TEAM_SET, "");
	(void)snprintf(op.u.team.id, sizeof(op.u.team.id), "%s", team);
	(void)snprintf(op.u.team.name, sizeof(op.u.team.name), "%s", name);
	op.u.team.k_min = k_min;
	return op;
}

static UNUSED struct wk_hub_op
member_op(enum wk_hub_verb verb, const char *person, const char *team,
    enum wk_hub_role role)
{
	struct wk_hub_op op = op_of(verb, person);
	(void)snprintf(op.u.member.team, sizeof(op.u.member.team), "%s", team);
	op.u.member.role = role;
	return op;
}

static UNUSED struct wk_hub_op
audit_op(const char *actor, const char *action, const char *subject, const char *team)
{
	struct wk_hub_op op = op_of(WK_HUB_OP_AUDIT, "");
	struct wk_hub_audit *a = &op.u.audit;
	(void)snprintf(a->actor, sizeof(a->actor), "%s", actor);
	(void)snprintf(a->action, sizeof(a->action), "%s", action);
	(void)snprintf(a->subject, sizeof(a->subject), "%s", subject);
	(void)snprintf(a->team, sizeof(a->team), "%s", team);
	(void)snprintf(a->outcome, sizeof(a->outcome), "ok");
	return op;
}

/* On all stores, whose results must agree; the first one's comes back. */
static UNUSED void
apply_all(struct fixture *f, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out)
{
	struct wk_hub_result *mine = calloc(n, sizeof(*mine));
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		assert_int_equal(o->ops->apply(o->s, ops, n, mine, &f->err),
		    WK_HUB_STORE_OK);
		if (i == 0)
			memcpy(out, mine, n * sizeof(*out));
		for (size_t j = 0; j < n; j++)
			if (mine[j].outcome != out[j].outcome ||
			    mine[j].current_rev != out[j].current_rev ||
			    mine[j].received != out[j].received ||
			    mine[j].erased != out[j].erased ||
			    strcmp(mine[j].person, out[j].person) != 0 ||
			    strcmp(mine[j].etag, out[j].etag) != 0)
				fail_msg("%s: verb %d: outcome %d, memory says %d",
				    o->ops->scheme, (int)ops[j].verb,
				    (int)mine[j].outcome, (int)out[j].outcome);
	}
	free(mine);
}

static UNUSED struct wk_hub_result
apply(struct fixture *f, struct wk_hub_op op)
{
	struct wk_hub_result r = { 0 };
	apply_all(f, &op, 1, &r);
	return r;
}

static UNUSED void
expect(struct fixture *f, struct wk_hub_op op, enum wk_hub_outcome outcome)
{
	struct wk_hub_result r = apply(f, op);
	if (r.outcome != outcome)
		fail_msg("verb %d: outcome %d, not %d", (int)op.verb, (int)r.outcome,
		    (int)outcome);
}

static UNUSED char *
dump_of(struct fixture *f, struct one_store *o)
{
	struct wk_buf b;
	wk_buf_init(&b);
	OK(f, o->ops->dump(o->s, &b, &f->err));
	char *copy = wk_arena_strdup(&f->a, b.p);
	wk_buf_fini(&b);
	return copy;
}

/* The first line in which two dumps differ. */
static UNUSED void
same_dumps(struct fixture *f)
{
	const char *want = dump_of(f, &f->store[0]);
	for (size_t i = 1; i < f->n; i++) {
		const char *have = dump_of(f, &f->store[i]), *a = want, *b = have;
		if (strcmp(want, have) == 0)
			continue;
		while (*a == *b) {
			if (*a == '\n') {
				want = a + 1;
				have = b + 1;
			}
			a++;
			b++;
		}
		fail_msg("%s has %.*s where memory has %.*s", f->store[i].ops->scheme,
		    (int)strcspn(have, "\n"), have, (int)strcspn(want, "\n"), want);
	}
	wk_arena_fini(&f->a);
}

/* A person with a token `wk_ID`, in no team yet. */
static UNUSED void
enrol(struct fixture *f, const char *person)
{
	char invite[64], token[64];
	(void)snprintf(invite, sizeof(invite), "wki_%s", person);
	(void)snprintf(token, sizeof(token), "wk_%s", person);
	expect(f, invite_op(person, invite), WK_HUB_CREATED);
	expect(f, enrol_op(invite, token, person + 2), WK_HUB_CREATED);
}
