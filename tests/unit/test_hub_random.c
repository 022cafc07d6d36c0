/* SPDX-License-Identifier: MIT */
/* Ten thousand random writes in random transactions on every store: the same outcomes,
 * the same rows after each, and readers that see the same. SEED gives another one. */
#include "test_hub_fixture.h"

#include <math.h>

#define OPS 10000
#define BATCH 64
#define PEOPLE 12
#define TEAMS 4

static uint64_t
next(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return *s;
}

static int
below(uint64_t *s, int n)
{
	return (int)((next(s) >> 11) % (uint64_t)n);
}

static const char *
person(uint64_t *s, char out[WK_HUB_ID])
{
	(void)snprintf(out, WK_HUB_ID, "p_person%04d", below(s, PEOPLE));
	return out;
}

static void
team(uint64_t *s, char out[WK_HUB_ID])
{
	(void)snprintf(out, WK_HUB_ID, "team-%c", 'a' + below(s, TEAMS));
}

static void
secret(uint64_t *s, uint8_t hash[32])
{
	char text[32];
	(void)snprintf(text, sizeof(text), "secret %d", below(s, 60));
	hash_of(text, hash);
}

static const char *const names[] = { "Anna", "J\xc3\xbcrgen", "\xe6\x9d\x8e",
	"O'Neil \"x\"", "back\\slash", "{a,b}", "NULL", " " };

static void
make_put(uint64_t *s, struct wk_hub_op *op)
{
	struct wk_hub_week *w = &op->u.put.week;
	w->week = 202601 + below(s, 20);
	w->rev = 1 + below(s, 9);
	(void)snprintf(w->source, sizeof(w->source), "source%02d", below(s, 10) / 9);
	w->level = below(s, 3) == 0 ? WK_HUB_INDICATORS : WK_HUB_BAND;
	w->basis = below(s, 8) == 0 ? WK_HUB_ALL : WK_HUB_WORK;
	w->band = (enum wk_hub_band)below(s, 5);
	w->coverage = below(s, 8);
	if (w->level == WK_HUB_INDICATORS)
		(void)snprintf(w->indicators, sizeof(w->indicators),
		    "{\"pages\":%d,\"load_ratio\":1.%d}", below(s, 9), below(s, 9));
	w->computed_at = w->level == WK_HUB_INDICATORS ? below(s, 2) * NOW : 0;
	op->u.put.gen = 1 + below(s, 6);
	if (below(s, 9) == 0)
		(void)snprintf(op->u.put.if_match, sizeof(op->u.put.if_match), "*");
}

static void
make_consent(uint64_t *s, struct wk_hub_op *op)
{
	struct wk_hub_consent *c = &op->u.consent;
	c->gen = 1 + below(s, 6);
	c->level = below(s, 2) == 0 ? WK_HUB_INDICATORS : WK_HUB_BAND;
	c->basis = below(s, 4) == 0 ? WK_HUB_ALL : WK_HUB_WORK;
	c->expires = below(s, 2) == 0 ? WK_DATE_NONE :
	    (wk_date)(op->now / 86400) + below(s, 100) - 3;
	for (int i = 0; i < TEAMS; i++) {
		if (below(s, 2) == 0)
			continue;
		struct wk_hub_share *share = &c->shares[c->count++];
		(void)snprintf(share->team, sizeof(share->team), "team-%c", 'a' + i);
		share->visibility = (enum wk_hub_visibility)below(s, 2);
	}
}

static void
make_token(uint64_t *s, struct wk_hub_op *op)
{
	if (op->verb == WK_HUB_OP_INVITE) {
		secret(s, op->u.invite.hash);
		op->u.invite.roles = 1 + below(s, 3);
		op->u.invite.expires = op->now + below(s, 86400 * 7);
	} else if (op->verb == WK_HUB_OP_ENROL) {
		secret(s, op->u.enrol.invite);
		secret(s, op->u.enrol.token);
		(void)snprintf(op->u.enrol.display, sizeof(op->u.enrol.display), "%s",
		    names[below(s, (int)WK_LEN(names))]);
		(void)snprintf(op->u.enrol.token_id, WK_HUB_TOKEN_ID, "abc");
	} else {
		secret(s, op->u.token.hash);
		op->u.token.kind = (enum wk_hub_token_kind)below(s, 3);
		op->u.token.expires = below(s, 2) * (op->now + below(s, 86400));
	}
}

static void
make_rest(uint64_t *s, struct wk_hub_op *op)
{
	char id[WK_HUB_ID];
	switch (op->verb) {
	case WK_HUB_OP_RETRACT:
		op->u.retract.week = 202601 + below(s, 20);
		op->u.retract.rev = 1 + below(s, 9);
		break;
	case WK_HUB_OP_WITHDRAW:
		op->u.gen = 1 + below(s, 6);
		break;
	case WK_HUB_OP_TEAM_SET:
		team(s, op->u.team.id);
		(void)snprintf(op->u.team.name, sizeof(op->u.team.name), "%s",
		    names[below(s, (int)WK_LEN(names))]);
		op->u.team.k_min = below(s, 3) == 0 ? 0 : 4 + below(s, 6);
		break;
	case WK_HUB_OP_MEMBER_SET:
	case WK_HUB_OP_MEMBER_DEL:
		team(s, op->u.member.team);
		op->u.member.role = (enum wk_hub_role)below(s, 2);
		break;
	case WK_HUB_OP_AUDIT:
		*op = audit_op(person(s, id), "grid", op->person, "team-a");
		break;
	default:
		op->u.purge.week_before = 202600 + below(s, 6);
		op->u.purge.tombstone_before = op->now - below(s, 10000);
		op->u.purge.audit_before = op->now - below(s, 50000);
		op->u.purge.token_before = op->now - below(s, 50000);
		break;
	}
}

/* How often each verb comes, in hundredths. */
static const int often[WK_HUB_VERBS] = {
	[WK_HUB_OP_PUT_WEEK] = 46,
	[WK_HUB_OP_RETRACT] = 8,
	[WK_HUB_OP_CONSENT] = 9,
	[WK_HUB_OP_WITHDRAW] = 2,
	[WK_HUB_OP_ERASE] = 1,
	[WK_HUB_OP_INVITE] = 6,
	[WK_HUB_OP_ENROL] = 6,
	[WK_HUB_OP_TOKEN_ADD] = 3,
	[WK_HUB_OP_TOKEN_END] = 3,
	[WK_HUB_OP_TEAM_SET] = 3,
	[WK_HUB_OP_MEMBER_SET] = 5,
	[WK_HUB_OP_MEMBER_DEL] = 2,
	[WK_HUB_OP_AUDIT] = 5,
	[WK_HUB_OP_PURGE] = 1,
};

static struct wk_hub_op
make(uint64_t *s, int64_t now)
{
	struct wk_hub_op op = { .now = now };
	int at = below(s, 100), verb = 0;
	for (; verb + 1 < WK_HUB_VERBS && at >= often[verb]; verb++)
		at -= often[verb];
	op.verb = (enum wk_hub_verb)verb;
	(void)person(s, op.person);
	if (op.verb == WK_HUB_OP_PUT_WEEK)
		make_put(s, &op);
	else if (op.verb == WK_HUB_OP_CONSENT)
		make_consent(s, &op);
	else if (op.verb >= WK_HUB_OP_INVITE && op.verb <= WK_HUB_OP_TOKEN_END)
		make_token(s, &op);
	else
		make_rest(s, &op);
	op.now = now;
	return op;
}

/* ---- what readers see, as text ---- */
static void
see_team(struct fixture *f, struct one_store *o, const char *id, wk_date today,
    struct wk_buf *b)
{
	struct wk_hub_grid_query q = { id, 202603, 202616, today };
	struct wk_hub_cell *cells;
	struct wk_hub_report *reports;
	size_t n;
	OK(f, o->ops->grid(o->r, &q, &f->a, &cells, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(b, "%s %s %d %d %d\n", cells[i].person, cells[i].display,
		    cells[i].week, (int)cells[i].band, cells[i].coverage);
	OK(f, o->ops->reports(o->r, &q, &f->a, &reports, &n, &f->err));
	double pages = 0;
	for (size_t i = 0; i < n; i++)
		pages += isnan(reports[i].pages) ? 1000 : reports[i].pages +
		    reports[i].week + (double)reports[i].band;
	wk_buf_addf(b, "%zu reports %.0f\n", n, pages);
}

static void
see_person(struct fixture *f, struct one_store *o, const char *id, wk_date today,
    struct wk_buf *b)
{
	struct wk_hub_week_query q = { .person = id, .from = 202602, .before = 202618,
		.limit = 9 };
	struct wk_hub_person p;
	struct wk_hub_week *weeks;
	struct wk_hub_team *teams;
	char who[WK_HUB_ID], through[WK_HUB_ID];
	size_t n;
	if (o->ops->person(o->r, id, &p, &f->err) == WK_OK)
		wk_buf_addf(b, "%s %s %lld %d %zu\n", p.id, p.display,
		    (long long)p.consent.gen, p.consent.expires, p.consent.count);
	OK(f, o->ops->weeks(o->r, &q, &f->a, &weeks, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(b, "%d %lld %s\n", weeks[i].week, (long long)weeks[i].rev,
		    weeks[i].indicators);
	OK(f, o->ops->teams(o->r, id, NULL, &f->a, &teams, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(b, "%s %s %d %d\n", teams[i].id, teams[i].name,
		    teams[i].k_min, (int)teams[i].role);
	for (int i = 0; i < PEOPLE; i++) {
		(void)snprintf(who, sizeof(who), "p_person%04d", i);
		if (o->ops->may_see(o->r, who, id, today, through, &f->err) == WK_OK)
			wk_buf_addf(b, "%s through %s\n", who, through);
	}
}

static void
see_tokens(struct fixture *f, struct one_store *o, int64_t now, struct wk_buf *b)
{
	struct wk_hub_principal who;
	struct wk_hub_audit_query q = { .subject = "p_person0003", .limit = 7 };
	struct wk_hub_audit *rows;
	char text[32];
	uint8_t hash[32];
	size_t n;
	for (int i = 0; i < 60; i++) {
		(void)snprintf(text, sizeof(text), "secret %d", i);
		hash_of(text, hash);
		if (o->ops->token(o->r, hash, now, &who, &f->err) == WK_OK)
			wk_buf_addf(b, "%d %s %s %d %lld\n", i, who.person, who.display,
			    (int)who.kind, (long long)who.expires);
	}
	OK(f, o->ops->audit(o->r, &q, &f->a, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(b, "%lld %s %s\n", (long long)rows[i].seq, rows[i].actor,
		    rows[i].actor_name);
}

static char *
see(struct fixture *f, struct one_store *o, int64_t now)
{
	struct wk_buf b;
	char id[WK_HUB_ID];
	wk_date today = (wk_date)(now / 86400);
	wk_buf_init(&b);
	for (int i = 0; i < TEAMS; i++) {
		(void)snprintf(id, sizeof(id), "team-%c", 'a' + i);
		see_team(f, o, id, today, &b);
	}
	for (int i = 0; i < PEOPLE; i++) {
		(void)snprintf(id, sizeof(id), "p_person%04d", i);
		see_person(f, o, id, today, &b);
	}
	see_tokens(f, o, now, &b);
	return wk_buf_take(&b);
}

static void
readers_agree(struct fixture *f, int64_t now)
{
	char *want = see(f, &f->store[0], now);
	for (size_t i = 1; i < f->n; i++) {
		char *have = see(f, &f->store[i], now);
		assert_string_equal(have, want);
		free(have);
	}
	free(want);
	wk_arena_fini(&f->a);
}

static void
ten_thousand_writes_leave_the_same_rows(void **state)
{
	struct fixture *f = *state;
	const char *seed = getenv("SEED");
	uint64_t s = seed == NULL ? 20261121 : strtoull(seed, NULL, 10) * 2654435761u + 1;
	struct wk_hub_op *ops = calloc(BATCH, sizeof(*ops));
	struct wk_hub_result *out = calloc(BATCH, sizeof(*out));
	size_t outcomes[WK_HUB_OUTCOMES] = { 0 };
	int64_t now = NOW;
	for (size_t done = 0, batches = 0; done < OPS; batches++) {
		size_t n = 1 + (size_t)below(&s, BATCH);
		for (size_t i = 0; i < n; i++)
			ops[i] = i > 0 && below(&s, 12) == 0 ?
			    ops[below(&s, (int)i)] : /* a repeat */
			    make(&s, now += below(&s, 600));
		apply_all(f, ops, n, out);
		for (size_t i = 0; i < n; i++)
			outcomes[out[i].outcome]++;
		same_dumps(f);
		if (batches % 10 == 0)
			readers_agree(f, now);
		done += n;
	}
	/* A sequence that never comes to an outcome tests nothing of it. */
	for (size_t i = 0; i < WK_HUB_OUTCOMES; i++)
		if (outcomes[i] == 0)
			fail_msg("outcome %zu never came", i);
	free(ops);
	free(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(ten_thousand_writes_leave_the_same_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
