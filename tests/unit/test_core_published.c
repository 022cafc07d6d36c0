/* SPDX-License-Identifier: MIT */
/* The arithmetic of single indicators against a folder of reference vectors, named in
 * WICK_VECTORS; skipped where there is none. Each test walks one file. */
#include "test_core_life.h"

#include "core/formula.h"

enum { COLUMNS = 20, LINE_MAX_BYTES = 2000, ROWS_MAX = 100 };

struct rows {
	FILE *f;
	char line[LINE_MAX_BYTES];
	char *cell[COLUMNS];
	size_t n;
};

/* Opens a file behind its remarks and its header. */
static void
open_rows(struct rows *r, const char *name)
{
	const char *folder = getenv("WICK_VECTORS");
	char path[512];

	if (folder == NULL || *folder == '\0') {
		puts("skipped: WICK_VECTORS names no folder");
		skip();
	}
	snprintf(path, sizeof(path), "%s/%s.csv", folder, name);
	r->f = fopen(path, "r");
	assert_non_null(r->f);
	do
		assert_non_null(fgets(r->line, sizeof(r->line), r->f));
	while (r->line[0] == '#');
}

static bool
next_row(struct rows *r)
{
	if (fgets(r->line, sizeof(r->line), r->f) == NULL) {
		fclose(r->f);
		return false;
	}
	r->line[strcspn(r->line, "\r\n")] = '\0';
	r->n = 0;
	for (char *p = r->line; p != NULL && r->n < COLUMNS; r->n++)
		r->cell[r->n] = strsep(&p, ",");
	return true;
}

static double
number(const struct rows *r, size_t column)
{
	double v;

	assert_true(column < r->n);
	if (r->cell[column][0] == '\0')
		return NAN;
	assert_true(wk_text_parse_double(r->cell[column], -1e9, 1e9, &v));
	return v;
}

static void
near_to(double got, double want, double tolerance, const struct rows *r)
{
	if (!(fabs(got - want) <= tolerance))
		fail_msg("%s,%s,...: %.12f instead of %.12f", r->cell[0], r->cell[1], got,
		    want);
}

/* True on the first row of each scenario. */
static bool
begins(const struct rows *r, char name[32])
{
	if (strcmp(r->cell[0], name) == 0)
		return false;
	snprintf(name, 32, "%s", r->cell[0]);
	return true;
}

static void
alertness_follows_the_model(void **state)
{
	struct rows r;
	char name[32] = "";
	struct wk_ump u, noon;

	(void)state;
	open_rows(&r, "alertness_ump");
	while (next_row(&r)) {
		if (begins(&r, name))
			wk_ump_start(&u);
		wk_ump_awake(&u, 24 - number(&r, 2));
		wk_ump_asleep(&u, number(&r, 2));
		near_to(u.l, number(&r, 3), 1e-8, &r);
		near_to(u.s, number(&r, 4), 1e-8, &r);
		noon = u;
		wk_ump_awake(&noon, 8);
		near_to(noon.s, number(&r, 5), 1e-8, &r);
		near_to(noon.l, number(&r, 6), 1e-8, &r);
		near_to(wk_ump_lapses(&noon, 15), fmax(0, number(&r, 7)), 1e-8, &r);
		near_to(u.l / 18.4, number(&r, 8), 1e-8, &r);
	}
}

static void
the_48_hour_average_makes_up_for_leave(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "avg48");
	while (next_row(&r)) {
		double later = number(&r, 2), uk, neutral;

		uk = wk_avg48(number(&r, 1), isnan(later) ? 0 : later, number(&r, 3),
		    number(&r, 4), number(&r, 5));
		neutral = wk_avg48(number(&r, 1), NAN, number(&r, 3), number(&r, 4),
		    number(&r, 5));
		near_to(uk, number(&r, 6), 1e-6, &r);
		near_to(neutral, number(&r, 7), 1e-6, &r);
		assert_int_equal(uk > 48, number(&r, 9) > 0);
		assert_int_equal(neutral > 48, number(&r, 10) > 0);
	}
}

static void
the_budget_burns_as_in_the_reference(void **state)
{
	static struct wk_strain strain[400];
	struct wk_series s = { .days = NULL, .strain = strain };
	struct rows r;

	(void)state;
	open_rows(&r, "budget_alerts");
	while (next_row(&r)) {
		char fired[80] = "";

		strain[s.n++].fast_sum = number(&r, 2);
		near_to(wk_budget_used(&s, s.n - 1), number(&r, 3), 1e-6, &r);
		for (enum wk_burn b = 0; b < WK_BURN_COUNT; b++)
			if (wk_burn_fires(&s, s.n - 1, b))
				snprintf(fired + strlen(fired), sizeof(fired) -
				    strlen(fired), "%s%s", *fired ? "+" : "",
				    wk_burn_rule(b)->name);
		assert_string_equal(fired, r.cell[4]);
	}
	assert_int_equal(s.n, 392);
}

static void
thresholds_of_the_budget_are_shares_of_it(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "budget_thresholds");
	while (next_row(&r)) {
		double want = number(&r, 3);

		near_to(wk_burn_threshold(number(&r, 0), number(&r, 1), number(&r, 2)),
		    want, 1e-6, &r);
		for (enum wk_burn b = 0; b < WK_BURN_COUNT; b++)
			if (number(&r, 0) < 85 &&
			    fabs(number(&r, 1) - wk_burn_rule(b)->long_d) < 0.5)
				near_to(wk_burn_rule(b)->threshold, want, 1e-6, &r);
	}
}

static void
a_rest_under_11_hours_is_a_breach(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "daily_rest");
	while (next_row(&r)) {
		struct wk_indicator_value v;
		double rest = number(&r, 2) - number(&r, 1);

		l.n = 0;
		live(&l, 2, 8, 8)->rest_h = rest;
		wk_indicator_at(wk_indicator_find("daily_rest"), &l.m, &l.s, tell(&l),
		    &v);
		near_to(v.value, number(&r, 3), 1e-6, &r);
		near_to(fmax(0, 11 - v.value), number(&r, 4), 1e-6, &r);
		assert_int_equal(v.state == WK_STATE_OVER, number(&r, 5) > 0);
	}
}

static void
answers_are_a_mean_of_those_given(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "exhaustion_scoring");
	while (next_row(&r)) {
		bool is_work = strcmp(r.cell[0], "work") == 0;
		int v[7];
		double got;

		for (size_t k = 0; k < 7; k++)
			v[k] = r.cell[1 + k][0] == '\0' ? -1 : (int)number(&r, 1 + k);
		if (is_work && v[6] >= 0)
			v[6] = 100 - v[6];
		got = is_work ? wk_check_mean(v, 7, 4) : wk_exhaustion(v);
		if (strcmp(r.cell[8], "non-responder") == 0) {
			assert_true(isnan(got));
			continue;
		}
		near_to(got, number(&r, 8), 1e-6, &r);
		assert_string_equal(wk_exhaustion_band(got), r.cell[9]);
	}
}

static void
fatigue_and_fitness_are_those_of_the_reference(void **state)
{
	double load[ROWS_MAX], fitness, fatigue;
	char name[32] = "";
	struct rows r;

	(void)state;
	open_rows(&r, "fatigue");
	for (size_t n = 0; next_row(&r);) {
		if (begins(&r, name))
			n = 0;
		load[n++] = number(&r, 4);
		fatigue = wk_fatigue(load, n, &fitness);
		near_to(fitness, number(&r, 5), 1e-9, &r);
		near_to(fatigue, number(&r, 6), 1e-9, &r);
		near_to(fitness - fatigue, number(&r, 7), 1e-9, &r);
	}
}

static void
the_load_ratio_is_that_of_the_reference(void **state)
{
	double load[ROWS_MAX], acute, chronic, ratio;
	char name[32] = "";
	struct rows r;

	(void)state;
	open_rows(&r, "load_ratio");
	for (size_t n = 0; next_row(&r);) {
		if (begins(&r, name))
			n = 0;
		load[n++] = number(&r, 2);
		ratio = wk_load_ratio(load, n, &acute, &chronic);
		near_to(acute, number(&r, 3), 1e-9, &r);
		near_to(chronic, number(&r, 4), 1e-9, &r);
		near_to(ratio, number(&r, 5), 1e-9, &r);
	}
}

static void
monotony_takes_the_population_and_ends_at_10(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "monotony");
	while (next_row(&r)) {
		bool is_flat = strcmp(r.cell[11], "inf") == 0;
		double v[7], strain, got;

		for (size_t k = 0; k < 7; k++)
			v[k] = number(&r, 1 + k);
		got = wk_monotony(v, 7, &strain);
		near_to(got, is_flat ? 10 : number(&r, 11), 1e-8, &r);
		near_to(strain, is_flat ? 560 : number(&r, 13), 1e-6, &r);
	}
}

static void
pages_have_the_category_of_their_hour(void **state)
{
	struct wk_fold_rules rules;
	struct rows r;

	(void)state;
	wk_fold_rules_defaults(&rules);
	open_rows(&r, "page_category");
	while (next_row(&r)) {
		int min = (int)floor(number(&r, 1) * 60 + 1e-9);

		assert_string_equal(wk_category_name(wk_page_category(&rules,
		    (int)number(&r, 0), min)), r.cell[2]);
	}
}

static void
sleep_debt_and_wake_add_up(void **state)
{
	double v[ROWS_MAX];
	char name[32] = "";
	struct rows r;

	(void)state;
	open_rows(&r, "sleep_debt");
	for (size_t n = 0; next_row(&r);) {
		if (begins(&r, name))
			n = 0;
		v[n++] = number(&r, 2);
		size_t from = n > 14 ? n - 14 : 0;
		near_to(wk_sleep_excess_wake(v, n), number(&r, 3), 1e-6, &r);
		near_to(wk_sleep_debt(v + from, n - from, 8), number(&r, 4), 1e-6, &r);
	}
}

static void
check_regularity(double want, const struct rows *r)
{
	int pairs;
	size_t last;

	if (l.n == 0)
		return;
	last = tell(&l);
	near_to(wk_sleep_regularity(&l.s, last, 28, &pairs), want, 1e-6, r);
	assert_int_equal(pairs, 13);
	l.n = 0;
}

static void
regularity_is_that_of_the_reference(void **state)
{
	char name[32] = "";
	struct rows r;
	double want = NAN;

	(void)state;
	open_rows(&r, "sleep_regularity");
	while (next_row(&r)) {
		struct wk_day *day;

		if (begins(&r, name))
			check_regularity(want, &r);
		want = number(&r, 4);
		day = live(&l, 1, 8, 8);
		day->bed_h = number(&r, 2) - 24;
		day->wake_h = number(&r, 3) - 24;
	}
	check_regularity(want, &r);
}

/* Five nights before work and two before free days, four weeks long. */
static void
live_nights(const struct rows *r)
{
	l.n = 0;
	live_weeks(&l, 4, 8, 8);
	for (size_t k = 0; k < l.n; k++) {
		size_t at = l.days[k].hours > 0 ? 0 : 2;
		double bed = number(r, at), wake = number(r, at + 1);

		l.days[k].bed_h = bed > 12 ? bed - 24 : bed;
		l.days[k].wake_h = wake;
	}
}

static void
social_jetlag_is_that_of_the_questionnaire(void **state)
{
	struct rows r;

	(void)state;
	open_rows(&r, "social_jetlag");
	while (next_row(&r)) {
		int work, free_nights;
		double mid;

		live_nights(&r);
		near_to(wk_social_jetlag(&l.s, tell(&l), &work, &free_nights),
		    number(&r, 11), 1e-9, &r);
		assert_int_equal(work, 20);
		assert_int_equal(free_nights, 8);
		mid = number(&r, 0) + number(&r, 5) / 2;
		near_to(wk_clock_mean(&mid, 1), number(&r, 7), 1e-9, &r);
		mid = number(&r, 2) + number(&r, 6) / 2;
		near_to(wk_clock_mean(&mid, 1), number(&r, 8), 1e-9, &r);
	}
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(alertness_follows_the_model),
		T(the_48_hour_average_makes_up_for_leave),
		T(the_budget_burns_as_in_the_reference),
		T(thresholds_of_the_budget_are_shares_of_it),
		T(a_rest_under_11_hours_is_a_breach),
		T(answers_are_a_mean_of_those_given),
		T(fatigue_and_fitness_are_those_of_the_reference),
		T(the_load_ratio_is_that_of_the_reference),
		T(monotony_takes_the_population_and_ends_at_10),
		T(pages_have_the_category_of_their_hour),
		T(sleep_debt_and_wake_add_up),
		T(regularity_is_that_of_the_reference),
		T(social_jetlag_is_that_of_the_questionnaire),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
