/* SPDX-License-Identifier: MIT */
/* A report as a mail: read back by hand here, and by a mail library in tests/net. */
#include "cm.h"

#include <stdlib.h>

#include "wick/render.h"

static void
render(const struct wk_mail *m, struct wk_buf *b)
{
	wk_buf_init(b);
	wk_render_mail(m, b);
}

static const struct wk_mail plain = { .message_id = "<1@x.example>",
	.from = "me@x.example", .to = "J\xc3\xb6rg M\xc3\xbcller \xf0\x9f\x95\xaf "
	"<boss@x.example>", .subject = "wick report", .at = 1795420800, .off = 3600,
	.text = "a = b \nlong\n", .html = "<p>\xc3\xbc</p>\n" };

static void
the_headers_are_those_of_a_mail(void **state)
{
	struct wk_buf b;
	(void)state;
	render(&plain, &b);
	assert_non_null(strstr(b.p, "From: me@x.example\r\n"));
	assert_non_null(strstr(b.p, "To: =?UTF-8?B?SsO2cmcgTcO8bGxlciDwn5Wv?= "
	    "<boss@x.example>\r\n"));
	assert_non_null(strstr(b.p, "Message-ID: <1@x.example>\r\n"));
	assert_non_null(strstr(b.p, " +0100\r\n"));
	assert_non_null(strstr(b.p, "a =3D b=20\r\nlong\r\n"));
	assert_non_null(strstr(b.p, "<p>=C3=BC</p>\r\n"));
	wk_buf_fini(&b);
}

static void
a_long_subject_is_cut_between_letters(void **state)
{
	struct wk_mail m = plain;
	struct wk_buf s, b;
	(void)state;
	wk_buf_init(&s);
	for (int i = 0; i < 40; i++)
		wk_buf_adds(&s, "\xf0\x9f\x98\x80");
	m.subject = s.p;
	render(&m, &b);
	const char *p = strstr(b.p, "Subject: ");
	assert_non_null(p);
	/* 44 bytes are eleven whole letters: 60 digits of base64 with their padding */
	assert_non_null(strstr(p, "?=\r\n =?UTF-8?B?8J+YgPCf"));
	wk_buf_fini(&b);
	wk_buf_fini(&s);
}

static void
every_line_is_short_ascii_and_ends_in_crlf(void **state)
{
	struct wk_mail m = plain;
	struct wk_buf t, b;
	(void)state;
	wk_buf_init(&t);
	for (int i = 0; i < 500; i++)
		wk_buf_adds(&t, i % 7 == 0 ? "\xe2\x96\x88" : "ab \xc3\xa4");
	m.text = m.html = t.p;
	render(&m, &b);
	for (size_t i = 0, col = 0; i < b.len; i++) {
		assert_true((unsigned char)b.p[i] < 0x80);
		assert_true(b.p[i] != '\n' || b.p[i - 1] == '\r');
		col = b.p[i] == '\n' ? 0 : col + 1;
		assert_true(col <= 78);
	}
	wk_buf_fini(&b);
	wk_buf_fini(&t);
}

static void
only_an_address_is_one(void **state)
{
	static const struct { const char *s, *address; } cases[] = {
		{ "a@b.example", "a@b.example" },
		{ "A B <a@b.example>", "a@b.example" },
		{ "\"A <x>\" <a@b.example>", "a@b.example" },
		{ "a", NULL }, { "", NULL }, { "@b", NULL }, { "a@", NULL },
		{ "a@b@c", NULL }, { "a b@c", NULL }, { "<a@b", NULL },
		{ "a@b,c@d", NULL },
		{ "a@b\r\nBcc: c@d", NULL }, { "A <a@b> x", NULL },
		{ "<>", NULL } };
	(void)state;
	for (size_t i = 0; i < WK_LEN(cases); i++) {
		const char *at;
		size_t n;
		bool ok = wk_mail_address(cases[i].s, &at, &n);
		if (ok != (cases[i].address != NULL))
			fail_msg("\"%s\"", cases[i].s);
		if (ok && (strlen(cases[i].address) != n ||
		    memcmp(at, cases[i].address, n) != 0))
			fail_msg("\"%s\": %.*s", cases[i].s, (int)n, at);
	}
}

static void
base64_is_read_back(void **state)
{
	(void)state;
	for (size_t n = 0; n < 9; n++) {
		struct wk_buf a, b;
		wk_buf_init(&a);
		wk_buf_init(&b);
		wk_base64_put(&a, "\xff\x00" "abcdefg", n);
		assert_true(wk_base64_read(a.p, &b));
		assert_int_equal(b.len, n);
		assert_memory_equal(b.p, "\xff\x00" "abcdefg", n);
		wk_buf_fini(&a);
		wk_buf_fini(&b);
	}
	struct wk_buf b;
	wk_buf_init(&b);
	assert_false(wk_base64_read("abc", &b));
	assert_false(wk_base64_read("ab\xc3=", &b));
	wk_buf_fini(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_headers_are_those_of_a_mail),
		cmocka_unit_test(a_long_subject_is_cut_between_letters),
		cmocka_unit_test(every_line_is_short_ascii_and_ends_in_crlf),
		cmocka_unit_test(only_an_address_is_one),
		cmocka_unit_test(base64_is_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
