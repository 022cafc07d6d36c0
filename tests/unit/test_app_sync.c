/* SPDX-License-Identifier: MIT */
/* What becomes of an answer, and when it is tried again. */
#include "cm.h"

#include "app/share.h"

static void
each_answer_has_its_action(void **state)
{
	static const struct {
		int status;
		const char *code, *transport;
		enum wk_sync_act want;
	} rows[] = {
		{ 200, NULL, NULL, WK_SYNC_DONE },
		{ 201, NULL, NULL, WK_SYNC_DONE },
		{ 204, NULL, NULL, WK_SYNC_DONE },
		{ 202, NULL, NULL, WK_SYNC_RETRY },
		{ 206, NULL, NULL, WK_SYNC_RETRY },
		{ 301, NULL, NULL, WK_SYNC_PAUSE },
		{ 302, NULL, NULL, WK_SYNC_PAUSE },
		{ 307, NULL, NULL, WK_SYNC_PAUSE },
		{ 308, NULL, NULL, WK_SYNC_PAUSE },
		{ 400, "malformed-json", NULL, WK_SYNC_REFUSED },
		{ 401, "unauthenticated", NULL, WK_SYNC_PAUSE },
		{ 401, NULL, NULL, WK_SYNC_PAUSE },
		{ 403, NULL, NULL, WK_SYNC_PAUSE },
		{ 404, "not-found", NULL, WK_SYNC_PAUSE },
		{ 404, NULL, NULL, WK_SYNC_RETRY },
		{ 405, NULL, NULL, WK_SYNC_REFUSED },
		{ 408, NULL, NULL, WK_SYNC_RETRY },
		{ 409, "stale-rev", NULL, WK_SYNC_SUPERSEDED },
		{ 409, "rev-conflict", NULL, WK_SYNC_REFUSED },
		{ 409, "other-source", NULL, WK_SYNC_REFUSED },
		{ 409, "stale-gen", NULL, WK_SYNC_REREAD },
		{ 410, "retracted", NULL, WK_SYNC_REFUSED },
		{ 410, "consent-withdrawn", NULL, WK_SYNC_WITHDRAWN },
		{ 411, NULL, NULL, WK_SYNC_REFUSED },
		{ 412, NULL, NULL, WK_SYNC_REFUSED },
		{ 413, NULL, NULL, WK_SYNC_REFUSED },
		{ 415, NULL, NULL, WK_SYNC_REFUSED },
		{ 422, "week-out-of-range", NULL, WK_SYNC_REFUSED },
		{ 422, "no-consent", NULL, WK_SYNC_TELL },
		{ 425, NULL, NULL, WK_SYNC_RETRY },
		{ 429, NULL, NULL, WK_SYNC_HOLD },
		{ 431, NULL, NULL, WK_SYNC_REFUSED },
		{ 500, NULL, NULL, WK_SYNC_RETRY },
		{ 502, NULL, NULL, WK_SYNC_RETRY },
		{ 503, NULL, NULL, WK_SYNC_HOLD },
		{ 504, NULL, NULL, WK_SYNC_RETRY },
		{ 507, NULL, NULL, WK_SYNC_RETRY },
		{ 0, NULL, "resolve", WK_SYNC_GONE },
		{ 0, NULL, "connect", WK_SYNC_GONE },
		{ 0, NULL, "timeout", WK_SYNC_GONE },
		{ 0, NULL, "partial", WK_SYNC_GONE },
		{ 0, NULL, "tls", WK_SYNC_PAUSE },
		{ 0, NULL, "request", WK_SYNC_PAUSE },
		{ 200, NULL, "big", WK_SYNC_DONE },
		{ 500, NULL, "big", WK_SYNC_RETRY },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (wk_sync_judge(rows[i].status, rows[i].code, rows[i].transport) !=
		    rows[i].want)
			fail_msg("%d %s %s", rows[i].status,
			    rows[i].code == NULL ? "-" : rows[i].code,
			    rows[i].transport == NULL ? "-" : rows[i].transport);
}

static void
the_wait_doubles_to_six_hours_and_half_of_it_is_chance(void **state)
{
	static const struct {
		int failures;
		uint32_t r;
		int64_t asked_s, want;
	} rows[] = {
		{ 1, 0, 0, 15 },
		{ 1, 1023, 0, 30 },
		{ 2, 1023, 0, 60 },
		{ 3, 1023, 0, 120 },
		{ 4, 0, 0, 120 },
		{ 10, 1023, 0, 15360 },
		{ 11, 1023, 0, 21600 },
		{ 1000000, 1023, 0, 21600 },
		{ 11, 0, 0, 10800 },
		{ 1, 1023, 100, 100 },
		{ 1, 1023, 7, 30 },
		{ 11, 1023, 86400, 86400 },
		{ 11, 1023, 999999, 86400 },
	};
	(void)state;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		assert_int_equal(wk_sync_delay(rows[i].failures, rows[i].r,
		    rows[i].asked_s), rows[i].want);
}

static void
people_come_at_hours_of_their_own(void **state)
{
	int64_t sum = 0;
	char name[24];
	(void)state;
	for (int i = 0; i < 1000; i++) {
		(void)snprintf(name, sizeof(name), "p_%d", i);
		int64_t s = wk_sync_splay(name);
		assert_true(s >= 0 && s < 6 * 3600);
		assert_int_equal(s, wk_sync_splay(name));
		sum += s;
	}
	assert_in_range(sum / 1000, 10000, 11600);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_answer_has_its_action),
		cmocka_unit_test(the_wait_doubles_to_six_hours_and_half_of_it_is_chance),
		cmocka_unit_test(people_come_at_hours_of_their_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
