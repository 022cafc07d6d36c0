/* SPDX-License-Identifier: MIT */
/* What readers see, on every store at once. */
#include "test_hub_fixture.h"

#include <math.h>

#define A "p_anna000001"
#define B "p_bert000002"
#define C "p_cleo000003"

static void
fill_team(struct fixture *f)
{
	const char *people[] = { A, B, C };
	expect(f, team_op("core", "Core", 0), WK_HUB_CREATED);
	for (size_t i = 0; i < 3; i++) {
		enrol(f, people[i]);
		expect(f, member_op(WK_HUB_OP_MEMBER_SET, people[i], "core",
		    i == 2 ? WK_HUB_MANAGER : WK_HUB_MEMBER), WK_HUB_DONE);
	}
	expect(f, consent_op(A, 1, WK_HUB_INDICATORS, "core", WK_HUB_INDIVIDUAL),
	    WK_HUB_CREATED);
	expect(f, consent_op(B, 1, WK_HUB_BAND, "core", WK_HUB_AGGREGATE),
	    WK_HUB_CREATED);
	expect(f, full_op(A, 202645, 1), WK_HUB_CREATED);
	expect(f, full_op(A, 202646, 1), WK_HUB_CREATED);
	expect(f, full_op(A, 202647, 1), WK_HUB_CREATED);
	expect(f, retract_op(A, 202646, 1), WK_HUB_DONE);
	expect(f, put_op(B, 202647, 1), WK_HUB_CREATED);
}

static void
a_manager_sees_who_shares_individually(void **state)
{
	struct fixture *f = *state;
	struct wk_hub_cell *cells;
	struct wk_hub_report *reports;
	char team[WK_HUB_ID];
	size_t n;
	fill_team(f);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		struct wk_hub_grid_query q = { "core", 202640, 202647, TODAY };
		OK(f, o->ops->grid(o->r, &q, &f->a, &cells, &n, &f->err));
		assert_int_equal(n, 2);
		assert_string_equal(cells[0].person, A);
		assert_int_equal(cells[0].week, 202645);
		assert_int_equal(cells[1].week, 202647);
		assert_int_equal(cells[1].band, WK_HUB_STRAINED);
		OK(f, o->ops->reports(o->r, &q, &f->a, &reports, &n, &f->err));
		assert_int_equal(n, 3);
		assert_true(reports[0].pages == 4 && reports[0].night_pages == 1);
		assert_true(isnan(reports[2].pages));
		q.from = 202601;
		q.to = 202602;
		OK(f, o->ops->grid(o->r, &q, &f->a, &cells, &n, &f->err));
		assert_int_equal(n, 1);
		assert_int_equal(cells[0].week, 0);
		q.today = TODAY + 91;
		OK(f, o->ops->grid(o->r, &q, &f->a, &cells, &n, &f->err));
		assert_int_equal(n, 0);
		OK(f, o->ops->may_see(o->r, C, A, TODAY, team, &f->err));
		assert_string_equal(team, "core");
		assert_int_equal(o->ops->may_see(o->r, C, B, TODAY, team, &f->err),
		    WK_ERR_NOTFOUND);
		assert_int_equal(o->ops->may_see(o->r, B, A, TODAY, team, &f->err),
		    WK_ERR_NOTFOUND);
		assert_int_equal(o->ops->may_see(o->r, C, A, TODAY + 91, team,
		    &f->err), WK_ERR_NOTFOUND);
	}
	expect(f, member_op(WK_HUB_OP_MEMBER_DEL, A, "core", 0), WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++)
		assert_int_equal(f->store[i].ops->may_see(f->store[i].r, C, A, TODAY,
		    team, &f->err), WK_ERR_NOTFOUND);
}

static void
a_trend_comes_in_pages_newest_first(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	for (int i = 1; i <= 40; i++)
		expect(f, put_op(A, 202600 + i, 1), WK_HUB_CREATED);
	expect(f, retract_op(A, 202620, 1), WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		struct wk_hub_week *w;
		size_t n, all = 0;
		int last = 0;
		struct wk_hub_week_query q = { .person = A, .limit = 10 };
		do {
			OK(f, o->ops->weeks(o->r, &q, &f->a, &w, &n, &f->err));
			for (size_t j = 0; j < n; j++) {
				assert_true(last == 0 || w[j].week < last);
				last = w[j].week;
			}
			all += n;
			q.before = last;
		} while (n == q.limit);
		assert_int_equal(all, 39);
		q = (struct wk_hub_week_query){ .person = A, .from = 202620,
			.to = 202620, .limit = 1, .with_retracted = true };
		OK(f, o->ops->weeks(o->r, &q, &f->a, &w, &n, &f->err));
		assert_int_equal(n, 1);
		assert_true(w[0].is_retracted);
	}
}

static void
a_person_has_teams_and_a_consent(void **state)
{
	struct fixture *f = *state;
	fill_team(f);
	expect(f, team_op("alpha", "Alpha", 7), WK_HUB_CREATED);
	expect(f, member_op(WK_HUB_OP_MEMBER_SET, A, "alpha", WK_HUB_MANAGER),
	    WK_HUB_DONE);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		struct wk_hub_team *teams;
		struct wk_hub_person p;
		size_t n;
		OK(f, o->ops->teams(o->r, A, NULL, &f->a, &teams, &n, &f->err));
		assert_int_equal(n, 2);
		assert_string_equal(teams[0].id, "alpha");
		assert_int_equal(teams[0].role, WK_HUB_MANAGER);
		assert_int_equal(teams[0].k_min, 7);
		OK(f, o->ops->teams(o->r, A, "core", &f->a, &teams, &n, &f->err));
		assert_int_equal(n, 1);
		OK(f, o->ops->teams(o->r, A, "none", &f->a, &teams, &n, &f->err));
		assert_int_equal(n, 0);
		OK(f, o->ops->person(o->r, A, &p, &f->err));
		assert_int_equal(p.consent.level, WK_HUB_INDICATORS);
		assert_int_equal(p.consent.count, 1);
		assert_int_equal(p.consent.expires, TODAY + WK_HUB_CONSENT_DAYS);
		assert_int_equal(o->ops->person(o->r, "p_nobody0001", &p, &f->err),
		    WK_ERR_NOTFOUND);
		OK(f, o->ops->ping(o->r, 500, &f->err));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_manager_sees_who_shares_individually),
		T(a_trend_comes_in_pages_newest_first),
		T(a_person_has_teams_and_a_consent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
