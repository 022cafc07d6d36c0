/* SPDX-License-Identifier: MIT */
/* Text, numbers, lengths of time, JSON strings, hashes. */
#include "cm.h"

#include "wick/base.h"

#include <math.h>

static void
durations_read(void **state)
{
	(void)state;
	static const struct { const char *s; double min; } good[] = { { "9h", 540 },
		{ "8h30m", 510 }, { "90m", 90 }, { "7.5h", 450 }, { "7:30", 450 },
		{ "3d", 4320 },
		{ "2w", 20160 }, { "1d2h", 1560 }, { "0h", 0 }, { "8H", 480 },
		{ "0:05", 5 } };
	static const char *const bad[] = { "", "9", "9x", "h", "m5", "9hh", "30m8h",
		"7:3", "7:60", "7:300", "7.h", ".5h", "-9h", "1.5h30m", "45s", "9 h",
		"1e3h", "nan", "9h ", "99999999999h", "7:30:10" };
	for (size_t i = 0; i < WK_LEN(good); i++) {
		double m = -1;
		assert_int_equal(wk_text_parse_duration(good[i].s, &m, NULL), WK_OK);
		assert_true(fabs(m - good[i].min) < 1e-9);
	}
	for (size_t i = 0; i < WK_LEN(bad); i++) {
		double m = -1;
		struct wk_err err;
		assert_int_equal(wk_text_parse_duration(bad[i], &m, &err), WK_ERR_INPUT);
		assert_true(m == -1);
		assert_non_null(strstr(err.msg, "8h30m"));
	}
}

static void
durations_written(void **state)
{
	(void)state;
	static const struct { double min; const char *people, *machine; } t[] = {
		{ 0, "0 min", "0m" }, { 45, "45 min", "45m" }, { 60, "1 h", "1h" },
		{ 500, "8 h 20", "8h20m" }, { 365, "6 h 05", "6h5m" },
		{ -30, "-30 min", "-30m" },
		{ 59.6, "1 h", "1h" } };
	for (size_t i = 0; i < WK_LEN(t); i++) {
		struct wk_buf b;
		wk_buf_init(&b);
		wk_text_put_duration(&b, t[i].min);
		assert_string_equal(b.p, t[i].people);
		wk_buf_clear(&b);
		wk_text_put_duration_short(&b, t[i].min);
		assert_string_equal(b.p, t[i].machine);
		wk_buf_fini(&b);
	}
}

static void
numbers(void **state)
{
	(void)state;
	static const struct { double v; int digits; const char *s; } t[] =
	    { { 8, 3, "8" },
		{ 8.5, 3, "8.5" }, { 9.2857142857, 9, "9.285714286" },
		{ -0.0001, 2, "0" },
		{ 100, 0, "100" }, { 0.05, 1, "0.1" }, { 1e15, 2, "1000000000000000" } };
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < WK_LEN(t); i++) {
		wk_buf_clear(&b);
		wk_text_put_number(&b, t[i].v, t[i].digits);
		assert_string_equal(b.p, t[i].s);
	}
	wk_buf_clear(&b);
	wk_json_put_number(&b, NAN, 2);
	assert_string_equal(b.p, "null");
	wk_buf_fini(&b);
	long l = 7;
	double d = 7;
	assert_true(wk_text_parse_int("-12", -20, 20, &l) && l == -12);
	assert_false(wk_text_parse_int("12x", 0, 99, &l));
	assert_false(wk_text_parse_int("", 0, 99, &l));
	assert_false(wk_text_parse_int("100", 0, 99, &l));
	assert_false(wk_text_parse_int("99999999999999999999", 0, 99, &l));
	assert_int_equal(l, -12);
	assert_true(wk_text_parse_double("1.25", 0, 2, &d) && d > 1.24 && d < 1.26);
	assert_false(wk_text_parse_double("nan", 0, 2, &d));
	assert_false(wk_text_parse_double("1,5", 0, 2, &d));
	assert_false(wk_text_parse_double("3", 0, 2, &d));
}

static void
foreign_text_is_made_safe(void **state)
{
	(void)state;
	static const struct { const char *in, *out; } t[] = { { "plain", "plain" },
		{ "\033[2J\a", "?[2J?" }, { "a\nb\tc", "a b c" },
		{ "caf\xc3\xa9", "caf\xc3\xa9" },
		{ "\xe2\x80\xae" "evil", "?evil" }, { "\xff\xfe", "??" },
		{ "\xc2\x9b" "31m", "?31m" },
		{ "x\x7f", "x?" }, { "\xe2\x80\xa8", "?" } };
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < WK_LEN(t); i++) {
		wk_buf_clear(&b);
		wk_text_safe(&b, t[i].in);
		assert_string_equal(b.p, t[i].out);
	}
	wk_buf_clear(&b);
	wk_json_put_string(&b, "a\"b\\c\n\x01\xff\xc3\xa9");
	assert_string_equal(b.p, "\"a\\\"b\\\\c\\n\\u0001\xef\xbf\xbd\xc3\xa9\"");
	wk_buf_clear(&b);
	wk_json_put_string(&b, "\xc2\x9b" "31m\xe2\x80\xae\xf3\xa0\x81\xa7");
	assert_string_equal(b.p, "\"\\u009b31m\\u202e\\udb40\\udc67\"");
	wk_buf_fini(&b);
}

static const char *
word(const void *ctx, size_t i)
{
	const char *const *v = ctx;
	return v[i];
}

static void
nearest_word(void **state)
{
	(void)state;
	static const char *const v[] = { "status", "start", "stop", "explain", "export",
	    NULL };
	assert_string_equal(wk_text_nearest("satus", word, v), "status");
	assert_string_equal(wk_text_nearest("expalin", word, v), "explain");
	assert_string_equal(wk_text_nearest("expo", word, v), "export");
	assert_null(wk_text_nearest("zebra", word, v));
	assert_int_equal(wk_text_distance("ab", "ba"), 1);
	assert_int_equal(wk_text_distance("", "abc"), 3);
}

static void
sha256(void **state)
{
	(void)state;
	char hex[65];
	wk_hash_sha256("abc", 3, hex);  /* FIPS 180-4, example 1 */
	assert_string_equal(hex,
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* RFC 4231, cases 1 to 4, 6 and 7. */
static void
hmac(void **state)
{
	static const char jefe[] = "Jefe", what[] = "what do ya want for nothing?",
	    larger[] = "Test Using Larger Than Block-Size Key - Hash Key First",
	    both[] = "This is a test using a larger than block-size key and a larger "
		"than block-size data. The key needs to be hashed before being used by "
		"the HMAC algorithm.";
	uint8_t b[20], aa[131], dd[50], cd[50], count[25], raw[32];
	char hex[65];
	(void)state;
	memset(b, 0x0b, sizeof(b));
	memset(aa, 0xaa, sizeof(aa));
	memset(dd, 0xdd, sizeof(dd));
	memset(cd, 0xcd, sizeof(cd));
	for (size_t i = 0; i < sizeof(count); i++)
		count[i] = (uint8_t)(i + 1);
	const struct { const void *key; size_t key_len; const void *p; size_t n;
		const char *want; } cases[] = {
		{ b, 20, "Hi There", 8,
		    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
		{ jefe, 4, what, sizeof(what) - 1,
		    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
		{ aa, 20, dd, 50,
		    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe" },
		{ count, 25, cd, 50,
		    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b" },
		{ aa, 131, larger, sizeof(larger) - 1,
		    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" },
		{ aa, 131, both, sizeof(both) - 1,
		    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2" },
	};
	for (size_t i = 0; i < WK_LEN(cases); i++) {
		wk_hash_hmac(cases[i].key, cases[i].key_len, cases[i].p, cases[i].n, raw);
		for (size_t k = 0; k < sizeof(raw); k++)
			(void)snprintf(hex + 2 * k, 3, "%02x", raw[k]);
		assert_string_equal(hex, cases[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(durations_read),
		cmocka_unit_test(durations_written), cmocka_unit_test(numbers),
		cmocka_unit_test(foreign_text_is_made_safe),
		cmocka_unit_test(nearest_word), cmocka_unit_test(sha256),
		cmocka_unit_test(hmac) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
