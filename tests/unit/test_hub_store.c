/* SPDX-License-Identifier: MIT */
/* What each write does, on every store at once. */
#include "test_hub_fixture.h"

#define A "p_anna000001"
#define B "p_bert000002"
#define C "p_cleo000003"
#define FIRST_LINK \
	"cbf8bfcc97e80310a3bcc6e6b07da1174a21ea47fc8154b03990807f8272ebc1"

static void
a_week_follows_its_revision(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, put_op(A, 202647, 3), WK_HUB_NO_CONSENT);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	struct wk_hub_result first = apply(f, put_op(A, 202647, 3));
	assert_int_equal(first.outcome, WK_HUB_CREATED);
	struct wk_hub_op again = put_op(A, 202647, 3);
	again.now = NOW + 500;
	for (int i = 0; i < 3; i++) {
		struct wk_hub_result r = apply(f, again);
		assert_int_equal(r.outcome, WK_HUB_UNCHANGED);
		assert_string_equal(r.etag, first.etag);
		assert_int_equal(r.received, NOW);
	}
	again.u.put.week.coverage = 4;
	expect(f, again, WK_HUB_REV_CONFLICT);
	struct wk_hub_result stale = apply(f, put_op(A, 202647, 2));
	assert_int_equal(stale.outcome, WK_HUB_STALE_REV);
	assert_int_equal(stale.current_rev, 3);
	struct wk_hub_result next = apply(f, put_op(A, 202647, 4));
	assert_int_equal(next.outcome, WK_HUB_UPDATED);
	assert_string_not_equal(next.etag, first.etag);
	same_dumps(f);
}

static void
another_laptop_needs_the_etag(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	struct wk_hub_result first = apply(f, put_op(A, 202647, 3));
	struct wk_hub_op other = put_op(A, 202647, 9);
	(void)snprintf(other.u.put.week.source, WK_HUB_ID, "zzzzzzzz");
	expect(f, other, WK_HUB_OTHER_SOURCE);
	(void)snprintf(other.u.put.if_match, sizeof(other.u.put.if_match), "\"no\"");
	expect(f, other, WK_HUB_PRECONDITION);
	memcpy(other.u.put.if_match, first.etag, sizeof(first.etag));
	expect(f, other, WK_HUB_UPDATED);
	expect(f, other, WK_HUB_UNCHANGED);
	expect(f, put_op(A, 202647, 10), WK_HUB_OTHER_SOURCE);
	other.u.put.week.week = 202646;
	expect(f, other, WK_HUB_PRECONDITION);
	same_dumps(f);
}

static void
a_retraction_may_come_first(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	expect(f, retract_op(A, 202640, 5), WK_HUB_DONE);
	expect(f, put_op(A, 202640, 5), WK_HUB_RETRACTED);
	expect(f, put_op(A, 202640, 6), WK_HUB_CREATED);
	expect(f, retract_op(A, 202640, 5), WK_HUB_STALE_REV);
	expect(f, retract_op(A, 202640, 6), WK_HUB_DONE);
	expect(f, retract_op(A, 202640, 6), WK_HUB_DONE);
	expect(f, put_op(A, 202640, 6), WK_HUB_RETRACTED);
	expect(f, put_op(A, 202640, 7), WK_HUB_CREATED);
	expect(f, retract_op("p_nobody0001", 202640, 7), WK_HUB_NOT_FOUND);
	same_dumps(f);
}

static void
consent_goes_by_generations(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, "core", WK_HUB_AGGREGATE),
	    WK_HUB_CREATED);
	struct wk_hub_op again = consent_op(A, 1, WK_HUB_BAND, "core", WK_HUB_AGGREGATE);
	again.now = NOW + 3 * 86400;
	expect(f, again, WK_HUB_UNCHANGED);
	expect(f, consent_op(A, 1, WK_HUB_BAND, "core", WK_HUB_INDIVIDUAL),
	    WK_HUB_STALE_GEN);
	expect(f, consent_op(A, 2, WK_HUB_INDICATORS, NULL, 0), WK_HUB_UPDATED);
	struct wk_hub_op old = put_op(A, 202647, 1);
	expect(f, old, WK_HUB_STALE_GEN);
	old.u.put.gen = 3;
	expect(f, old, WK_HUB_STALE_GEN);
	struct wk_hub_op long_one = consent_op(A, 3, WK_HUB_BAND, NULL, 0);
	long_one.u.consent.expires = TODAY + 91;
	expect(f, long_one, WK_HUB_INVALID);
	long_one.u.consent.expires = TODAY + 90;
	expect(f, long_one, WK_HUB_UPDATED);
	struct wk_hub_op late = put_op(A, 202647, 1);
	late.u.put.gen = 3;
	late.now = NOW + 90 * 86400;
	expect(f, late, WK_HUB_CREATED);
	late.now = NOW + 91 * 86400;
	late.u.put.week.rev = 2;
	expect(f, late, WK_HUB_NO_CONSENT);
	same_dumps(f);
}

static void
a_lower_level_takes_the_numbers_away(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	expect(f, full_op(A, 202647, 1), WK_HUB_LEVEL_EXCEEDS);
	expect(f, consent_op(A, 2, WK_HUB_INDICATORS, NULL, 0), WK_HUB_UPDATED);
	struct wk_hub_op full = full_op(A, 202647, 1);
	full.u.put.gen = 2;
	expect(f, full, WK_HUB_CREATED);
	full.u.put.week.basis = WK_HUB_ALL;
	full.u.put.week.rev = 2;
	expect(f, full, WK_HUB_LEVEL_EXCEEDS);
	expect(f, consent_op(A, 3, WK_HUB_BAND, NULL, 0), WK_HUB_UPDATED);
	same_dumps(f);
	for (size_t i = 0; i < f->n; i++)
		assert_null(strstr(dump_of(f, &f->store[i]), "2700"));
}

static void
a_narrower_basis_hides_the_band(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	struct wk_hub_op all = consent_op(A, 1, WK_HUB_BAND, NULL, 0);
	all.u.consent.basis = WK_HUB_ALL;
	expect(f, all, WK_HUB_CREATED);
	struct wk_hub_op put = put_op(A, 202647, 1);
	put.u.put.week.basis = WK_HUB_ALL;
	expect(f, put, WK_HUB_CREATED);
	expect(f, consent_op(A, 2, WK_HUB_BAND, NULL, 0), WK_HUB_UPDATED);
	for (size_t i = 0; i < f->n; i++)
		assert_non_null(strstr(dump_of(f, &f->store[i]), "\"band\":4"));
	same_dumps(f);
}

static void
a_withdrawal_is_for_ever(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 4, WK_HUB_BAND, "core", WK_HUB_INDIVIDUAL),
	    WK_HUB_CREATED);
	for (int i = 0; i < 3; i++) {
		struct wk_hub_op put = put_op(A, 202645 + i, 1);
		put.u.put.gen = 4;
		expect(f, put, WK_HUB_CREATED);
	}
	expect(f, withdraw_op(A, 3), WK_HUB_STALE_GEN);
	assert_int_equal(apply(f, withdraw_op(A, 4)).erased, 3);
	struct wk_hub_result again = apply(f, withdraw_op(A, 4));
	assert_int_equal(again.outcome, WK_HUB_DONE);
	assert_int_equal(again.erased, 0);
	struct wk_hub_op put = put_op(A, 202645, 9);
	put.u.put.gen = 4;
	expect(f, put, WK_HUB_WITHDRAWN);
	put.u.put.gen = 5;
	expect(f, put, WK_HUB_NO_CONSENT);
	expect(f, consent_op(A, 4, WK_HUB_BAND, NULL, 0), WK_HUB_STALE_GEN);
	expect(f, consent_op(A, 5, WK_HUB_BAND, NULL, 0), WK_HUB_UPDATED);
	put.u.put.week.rev = 1;
	expect(f, put, WK_HUB_RETRACTED);
	put.u.put.week.rev = 2;
	expect(f, put, WK_HUB_CREATED);
	same_dumps(f);
}

static void
an_invite_is_spent_once(void **state)
{
	struct fixture *f = *state;
	expect(f, invite_op(A, "wki_1"), WK_HUB_CREATED);
	struct wk_hub_result r = apply(f, enrol_op("wki_1", "wk_1", "Anna"));
	assert_string_equal(r.person, A);
	expect(f, enrol_op("wki_1", "wk_2", "Eve"), WK_HUB_INVITE_USED);
	expect(f, enrol_op("wki_never", "wk_2", "Eve"), WK_HUB_INVITE_USED);
	/* The reply was lost: the same request again is told the same. */
	expect(f, enrol_op("wki_1", "wk_1", "Anna"), WK_HUB_CREATED);
	expect(f, invite_op(A, "wki_2"), WK_HUB_INVALID);
	expect(f, invite_op(B, "wki_3"), WK_HUB_CREATED);
	struct wk_hub_op late = enrol_op("wki_3", "wk_3", "Bert");
	late.now = NOW + 8 * 86400;
	expect(f, late, WK_HUB_INVITE_USED);
	same_dumps(f);
}

static void
tokens_begin_and_end(void **state)
{
	struct fixture *f = *state;
	struct wk_hub_principal who;
	uint8_t hash[32];
	enrol(f, A);
	struct wk_hub_op add = op_of(WK_HUB_OP_TOKEN_ADD, A);
	hash_of("wk_second", add.u.token.hash);
	wk_hub_token_id("wk_second", add.u.token.token_id);
	add.u.token.kind = WK_HUB_SESSION;
	add.u.token.expires = NOW + 100;
	expect(f, add, WK_HUB_CREATED);
	struct wk_hub_op end = op_of(WK_HUB_OP_TOKEN_END, A);
	hash_of("wk_" A, end.u.token.hash);
	end.u.token.expires = NOW + 86400;
	expect(f, end, WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		hash_of("wk_second", hash);
		OK(f, o->ops->token(o->r, hash, NOW, &who, &f->err));
		assert_int_equal(who.kind, WK_HUB_SESSION);
		assert_string_equal(who.token_id, "second");
		assert_string_equal(who.person, A);
		assert_int_equal(o->ops->token(o->r, hash, NOW + 100, &who, &f->err),
		    WK_ERR_NOTFOUND);
		hash_of("wk_" A, hash);
		OK(f, o->ops->token(o->r, hash, NOW + 86399, &who, &f->err));
		assert_int_equal(who.expires, NOW + 86400);
		assert_int_equal(who.roles, WK_HUB_ENGINEER);
	}
	end.u.token.expires = 0;
	expect(f, end, WK_HUB_DONE);
	expect(f, end, WK_HUB_NOT_FOUND);
	same_dumps(f);
}

static void
an_erased_person_is_nowhere(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, team_op("core", "Core", 0), WK_HUB_CREATED);
	expect(f, member_op(WK_HUB_OP_MEMBER_SET, A, "core", WK_HUB_MEMBER), WK_HUB_DONE);
	expect(f, consent_op(A, 1, WK_HUB_INDICATORS, "core", 1), WK_HUB_CREATED);
	expect(f, full_op(A, 202647, 1), WK_HUB_CREATED);
	expect(f, op_of(WK_HUB_OP_ERASE, A), WK_HUB_DONE);
	expect(f, op_of(WK_HUB_OP_ERASE, A), WK_HUB_NOT_FOUND);
	expect(f, full_op(A, 202647, 2), WK_HUB_NOT_FOUND);
	for (size_t i = 0; i < f->n; i++)
		assert_null(strstr(dump_of(f, &f->store[i]), A));
	/* In one transaction with what comes before and after it. */
	struct wk_hub_op ops[] = { invite_op(B, "wki_b"), enrol_op("wki_b", "wk_b", "B"),
		consent_op(B, 1, WK_HUB_BAND, NULL, 0), put_op(B, 202647, 1),
		op_of(WK_HUB_OP_ERASE, B), put_op(B, 202647, 2),
		invite_op(B, "wki_c"), enrol_op("wki_c", "wk_c", "B") };
	struct wk_hub_result out[WK_LEN(ops)];
	apply_all(f, ops, WK_LEN(ops), out);
	assert_int_equal(out[5].outcome, WK_HUB_NOT_FOUND);
	assert_int_equal(out[7].outcome, WK_HUB_CREATED);
	same_dumps(f);
}

static void
a_team_is_small_only_down_to_five(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, team_op("core", "Core", 4), WK_HUB_INVALID);
	expect(f, team_op("core", "", 5), WK_HUB_INVALID);
	expect(f, team_op("core", "Core", 8), WK_HUB_CREATED);
	expect(f, team_op("core", "Kern \xc3\xa9", 0), WK_HUB_UPDATED);
	expect(f, team_op("bad", "\xff", 0), WK_HUB_INVALID);
	for (size_t i = 0; i < f->n; i++)
		assert_non_null(strstr(dump_of(f, &f->store[i]), "\"k_min\":8"));
	expect(f, member_op(WK_HUB_OP_MEMBER_SET, A, "none", 0), WK_HUB_NOT_FOUND);
	expect(f, member_op(WK_HUB_OP_MEMBER_SET, B, "core", 0), WK_HUB_NOT_FOUND);
	expect(f, member_op(WK_HUB_OP_MEMBER_SET, A, "core", 1), WK_HUB_DONE);
	expect(f, consent_op(A, 1, WK_HUB_BAND, "core", 1), WK_HUB_CREATED);
	expect(f, member_op(WK_HUB_OP_MEMBER_DEL, A, "core", 0), WK_HUB_DONE);
	expect(f, member_op(WK_HUB_OP_MEMBER_DEL, A, "core", 0), WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++)
		assert_non_null(strstr(dump_of(f, &f->store[i]), "\"shares\":[]"));
	same_dumps(f);
}

static void
each_audit_row_holds_the_one_before(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	struct wk_hub_op ops[] = { audit_op(A, "grid", B, "core"),
		audit_op(A, "trend", B, "core"), audit_op(B, "week", A, "") };
	struct wk_hub_result out[3];
	apply_all(f, ops, 3, out);
	expect(f, audit_op(A, "trend", B, "core"), WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		struct wk_hub_audit_query q = { .limit = 10 };
		struct wk_hub_audit *rows;
		size_t n;
		char hex[65];
		OK(f, o->ops->audit(o->r, &q, &f->a, &rows, &n, &f->err));
		assert_int_equal(n, 4);
		assert_string_equal(rows[0].actor_name, "anna000001");
		assert_string_equal(rows[1].actor_name, "");
		for (size_t j = 0; j + 1 < n; j++) {
			wk_hub_audit_hash(rows[j + 1].hash, &rows[j], hex);
			assert_string_equal(rows[j].hash, hex);
		}
		q = (struct wk_hub_audit_query){ .subject = B, .before_seq = 4,
			.limit = 1 };
		OK(f, o->ops->audit(o->r, &q, &f->a, &rows, &n, &f->err));
		assert_int_equal(n, 1);
		assert_int_equal(rows[0].seq, 2);
	}
	same_dumps(f);
}

/* `printf '%s\n1\t2026-11-21T09:00:00Z\tp_a\tgrid\tp_b\tcore' 000... | sha256sum` */
static void
the_first_link_is_what_sha256sum_says(void **state)
{
	struct wk_hub_op op = audit_op("p_a", "grid", "p_b", "core");
	char zeros[65], hex[65];
	(void)state;
	memset(zeros, '0', 64);
	zeros[64] = '\0';
	op.u.audit.seq = 1;
	op.u.audit.at = NOW;
	wk_hub_audit_hash(zeros, &op.u.audit, hex);
	assert_string_equal(hex, FIRST_LINK);
}

static void
old_rows_leave(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	expect(f, put_op(A, 202440, 1), WK_HUB_CREATED);
	expect(f, put_op(A, 202640, 1), WK_HUB_CREATED);
	expect(f, retract_op(A, 202641, 1), WK_HUB_DONE);
	expect(f, audit_op(A, "grid", B, ""), WK_HUB_DONE);
	expect(f, invite_op(B, "wki_b"), WK_HUB_CREATED);
	struct wk_hub_op purge = op_of(WK_HUB_OP_PURGE, "");
	purge.u.purge.week_before = 202447;
	purge.u.purge.tombstone_before = NOW + 1;
	purge.u.purge.audit_before = NOW + 1;
	purge.u.purge.token_before = NOW + 8 * 86400;
	struct wk_hub_op ops[] = { put_op(A, 202441, 1), purge, put_op(A, 202442, 1),
		audit_op(A, "grid", B, "") };
	struct wk_hub_result out[WK_LEN(ops)];
	apply_all(f, ops, WK_LEN(ops), out);
	assert_int_equal(out[1].erased, 3);
	for (size_t i = 0; i < f->n; i++) {
		const char *text = dump_of(f, &f->store[i]);
		assert_non_null(strstr(text, "202442"));
		assert_non_null(strstr(text, "\"seq\":2"));
		assert_null(strstr(text, "\"kind\":1"));
	}
	same_dumps(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_week_follows_its_revision),
		T(another_laptop_needs_the_etag),
		T(a_retraction_may_come_first),
		T(consent_goes_by_generations),
		T(a_lower_level_takes_the_numbers_away),
		T(a_narrower_basis_hides_the_band),
		T(a_withdrawal_is_for_ever),
		T(an_invite_is_spent_once),
		T(tokens_begin_and_end),
		T(an_erased_person_is_nowhere),
		T(a_team_is_small_only_down_to_five),
		T(each_audit_row_holds_the_one_before),
		cmocka_unit_test(the_first_link_is_what_sha256sum_says),
		T(old_rows_leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
