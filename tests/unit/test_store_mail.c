/* SPDX-License-Identifier: MIT */
/* Mails on their way out: kept until they are sent, then without their text. */
#include "test_store_fixture.h"

static void
put(struct fixture *f, const char *id, wk_date d, int64_t next)
{
	struct wk_mail_row m = { .message_id = id, .to = "a@b.example",
		.period = "2026-W47", .d = d, .d_last = d + 6, .made = NOON(TODAY),
		.next = next, .body = "From: x\r\n" };
	begin(f, "mail");
	OK(f, wk_store_mail_put(f->s, &m, &f->err));
	(void)commit(f);               /* no fact changes */
}

static void
what_is_sent_is_kept_without_its_text(void **state)
{
	struct fixture *f = *state;
	struct wk_mail_row *v;
	size_t n;
	const char *body;
	put(f, "<2@x>", TODAY - 7, 20);
	put(f, "<1@x>", TODAY - 7, 10);
	OK(f, wk_store_mail_waiting(f->s, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 2);
	assert_string_equal(v[0].message_id, "<1@x>");
	assert_null(v[0].reason);
	v[0].state = WK_MAIL_SENT;
	v[0].attempts = 1;
	begin(f, "mail");
	OK(f, wk_store_mail_set(f->s, &v[0], &f->err));
	(void)commit(f);               /* no fact changes */
	OK(f, wk_store_mail_body(f->s, "<1@x>", &f->a, &body, &f->err));
	assert_null(body);
	OK(f, wk_store_mail_body(f->s, "<2@x>", &f->a, &body, &f->err));
	assert_string_equal(body, "From: x\r\n");
	OK(f, wk_store_mail_waiting(f->s, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 1);
	assert_string_equal(v[0].message_id, "<2@x>");
}

static void
erase_takes_the_mails_of_its_days(void **state)
{
	struct fixture *f = *state;
	struct wk_mail_row *v;
	size_t n;
	struct wk_erased gone;
	put(f, "<1@x>", TODAY - 14, 10);
	put(f, "<2@x>", TODAY - 7, 20);
	OK(f, wk_store_erase(f->s, TODAY - 8, TODAY - 8, false, NOON(TODAY), TODAY,
	    &gone, &f->err));
	OK(f, wk_store_mail_waiting(f->s, &f->a, &v, &n, &f->err));
	assert_int_equal(n, 1);
	assert_string_equal(v[0].message_id, "<2@x>");
}

static void
an_answer_is_read_or_is_none(void **state)
{
	struct fixture *f = *state;
	struct wk_mail_answer w;
	OK(f, wk_store_mail_answer(f->s, "{\"ok\":false,\"status\":550,\"unsure\":true,"
	    "\"error\":\"no\"}", &f->a, &w, &f->err));
	assert_false(w.is_ok);
	assert_true(w.is_unsure);
	assert_int_equal(w.status, 550);
	assert_string_equal(w.error, "no");
	assert_int_equal(wk_store_mail_answer(f->s, "{\"ok\":", &f->a, &w, &f->err),
	    WK_ERR_NOTFOUND);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_sent_is_kept_without_its_text,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(erase_takes_the_mails_of_its_days, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(an_answer_is_read_or_is_none, setup,
		    teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
