/* SPDX-License-Identifier: MIT */
/* Alerts: one telling a crossing, no flapping, silence where nothing is known. */
#include <math.h>
#include <string.h>

#include "wick/core.h"

#include "cm.h"

enum { DAYS = 60 };
struct log { struct wk_model m; struct wk_day v[DAYS]; struct wk_arena a;
    struct wk_series s; };

static void
log_init(struct log *l)
{
	wk_model_defaults(&l->m);
	wk_arena_init(&l->a);
	for (int i = 0; i < DAYS; i++) {
		wk_day_clear(&l->v[i], 20400 + i);    /* a Tuesday */
		l->v[i].hours = wk_date_weekday(20400 + i) < 5 ? 8 : 0;
		l->v[i].sleep_h = 8;
	}
}

/* How often the rule tells from day 0 to the last; the days of telling into told. */
static int
run(struct log *l, const struct wk_rule *r, int *told, struct wk_rule_state *st)
{
	char text[160];
	int n = 0;
	wk_series_init(&l->s, &l->m, l->v, DAYS, 20400 + DAYS, &l->a);
	*st = (struct wk_rule_state){ .since = WK_DATE_NONE };
	for (size_t i = 0; i < DAYS; i++)
		if (wk_rule_step(r, &l->m, &l->s, i, st, text))
			told[n++] = (int)i;
	return n;
}

static struct wk_rule
hours_rule(double limit)
{
	return (struct wk_rule){ .name = "week_hours", .kind = WK_RULE_THRESHOLD,
		.indicator = wk_indicator_find("week_hours"), .threshold = limit };
}

static void
an_ordinary_life_tells_nothing(void **state)
{
	struct log l;
	struct wk_rule_state st;
	int told[DAYS];
	(void)state;
	log_init(&l);
	for (int b = 0; b < WK_BURN_COUNT; b++) {
		struct wk_rule r = { .kind = WK_RULE_BURN, .burn = (enum wk_burn)b };
		assert_int_equal(run(&l, &r, told, &st), 0);
	}
	struct wk_rule r = hours_rule(55);
	assert_int_equal(run(&l, &r, told, &st), 0);
	wk_arena_fini(&l.a);
}

static void
a_hard_week_is_told_once_and_clears_later(void **state)
{
	struct log l;
	struct wk_rule_state st;
	struct wk_rule r = hours_rule(55);
	int told[DAYS];
	(void)state;
	log_init(&l);
	for (int i = 20; i < 27; i++)
		l.v[i].hours = 11;
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_true(told[0] >= 20 && told[0] < 27);
	assert_false(st.firing);
	assert_int_equal(st.since, WK_DATE_NONE);
	wk_arena_fini(&l.a);
}

/* 54 and 56 h in turn are one crossing, for 54 is not under 0.9 of 55. */
static void
a_value_at_the_limit_does_not_flap(void **state)
{
	struct log l;
	struct wk_rule_state st;
	struct wk_rule r = hours_rule(55);
	int told[DAYS];
	(void)state;
	log_init(&l);
	for (int i = 10; i < DAYS; i++)
		l.v[i].hours = i % 2 == 0 ? 7 : 9;
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_true(st.firing);
	wk_arena_fini(&l.a);
}

static void
leave_and_gaps_hold_the_state(void **state)
{
	struct log l;
	struct wk_rule_state st;
	struct wk_rule r = hours_rule(55);
	int told[DAYS];
	(void)state;
	log_init(&l);
	for (int i = 20; i < 27; i++)
		l.v[i].hours = 11;
	for (int i = 27; i < DAYS; i++)
		wk_day_clear(&l.v[i], 20400 + i);
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_true(st.firing);
	for (int i = 27; i < DAYS; i++) {
		l.v[i].leave = WK_LEAVE_VACATION;
		l.v[i].hours = 0;
	}
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_true(st.firing);
	wk_arena_fini(&l.a);
}

static void
silence_is_counted_and_ends_with_two_days(void **state)
{
	struct log l;
	struct wk_rule_state st;
	struct wk_rule r = { .name = "silence", .kind = WK_RULE_SILENCE, .threshold = 5 };
	int told[DAYS];
	(void)state;
	log_init(&l);
	for (int i = 30; i < 40; i++)
		wk_day_clear(&l.v[i], 20400 + i);
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_int_equal(told[0], 34);
	assert_false(st.firing);
	/* then nothing is silent for five days but 34..38 */
	l.v[33].leave = WK_LEAVE_SICK;
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_int_equal(told[0], 38);
	wk_arena_fini(&l.a);
}

/* Two rest days are what is asked for; a rest that is short by an unknown length is told
 * without a number. */
static void
at_a_floor_nothing_is_told_and_no_number_is_made_up(void **state)
{
	struct log l;
	struct wk_rule_state st = { .since = WK_DATE_NONE };
	struct wk_rule r = { .name = "rest_days", .kind = WK_RULE_THRESHOLD,
		.indicator = wk_indicator_find("rest_days"), .threshold = 2 };
	int told[DAYS];
	char text[160];
	(void)state;
	log_init(&l);
	for (int i = 0; i < DAYS; i++)
		l.v[i].hours = i % 7 == 0 ? 0 : 6;
	assert_int_equal(run(&l, &r, told, &st), 0);
	r.threshold = 3;
	assert_int_equal(run(&l, &r, told, &st), 1);
	l.v[30].has_short_rest = true;
	r = (struct wk_rule){ .name = "daily_rest", .kind = WK_RULE_THRESHOLD,
		.indicator = wk_indicator_find("daily_rest"), .threshold = 11 };
	assert_int_equal(run(&l, &r, told, &st), 1);
	assert_int_equal(told[0], 30);
	st = (struct wk_rule_state){ .since = WK_DATE_NONE };
	assert_true(wk_rule_step(&r, &l.m, &l.s, 30, &st, text));
	assert_string_equal(text, "Shortest rest: 1 rest under 11 h, length not known "
	    "(2003/88/EC art 3)");
	wk_arena_fini(&l.a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_ordinary_life_tells_nothing),
		cmocka_unit_test(a_hard_week_is_told_once_and_clears_later),
		cmocka_unit_test(a_value_at_the_limit_does_not_flap),
		cmocka_unit_test(leave_and_gaps_hold_the_state),
		cmocka_unit_test(silence_is_counted_and_ends_with_two_days),
		cmocka_unit_test(at_a_floor_nothing_is_told_and_no_number_is_made_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
