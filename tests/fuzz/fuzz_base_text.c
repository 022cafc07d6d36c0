/* SPDX-License-Identifier: MIT */
/* Numbers, lengths, dates and times as text, and text on its way to a terminal or into
 * JSON. What is read and written again reads the same. */
#include <math.h>

#include "fuzz.h"

static void
try_numbers(const char *s)
{
	long whole;
	double real, min, again;
	struct wk_err err = { 0 };
	struct wk_buf b;
	if (wk_text_parse_int(s, -1000, 1000, &whole))
		FUZZ_CHECK(whole >= -1000 && whole <= 1000);
	if (wk_text_parse_double(s, 0, 24, &real))
		FUZZ_CHECK(real >= 0 && real <= 24);
	if (wk_text_parse_duration(s, &min, &err) != WK_OK) {
		FUZZ_CHECK(err.msg[0] != '\0');
		return;
	}
	FUZZ_CHECK(isfinite(min) && min >= 0);
	wk_buf_init(&b);
	wk_text_put_duration(&b, min);
	wk_buf_clear(&b);
	wk_text_put_duration_short(&b, min);
	FUZZ_CHECK(wk_text_parse_duration(b.p, &again, &err) == WK_OK);
	FUZZ_CHECK(fabs(again - min) <= 0.5);
	wk_buf_fini(&b);
}

static void
try_times(const char *s)
{
	wk_date d, same;
	char text[11];
	int64_t utc, again;
	int32_t off, off_again;
	bool is_known, is_known_again;
	struct wk_buf b;
	if (wk_date_parse_iso(s, &d)) {
		wk_date_format(d, text);
		FUZZ_CHECK(wk_date_parse_iso(text, &same) && same == d);
	}
	if (!wk_zone_parse_iso(s, &utc, &off, &is_known))
		return;
	wk_buf_init(&b);
	wk_zone_put_iso(&b, utc, is_known ? off : 0, true);
	FUZZ_CHECK(wk_zone_parse_iso(b.p, &again, &off_again, &is_known_again));
	FUZZ_CHECK(again == utc && is_known_again);
	wk_buf_fini(&b);
}

static void
try_words(struct wk_arena *a, const char *s)
{
	struct wk_buf b;
	uint32_t cp;
	size_t n = strlen(s), used;
	for (const char *p = s; (used = wk_text_utf8_next(p, n, &cp)) > 0; p += used) {
		FUZZ_CHECK(used <= n && cp <= 0x10ffff);
		n -= used;
	}
	const char *safe = wk_text_safe_dup(a, s);
	FUZZ_CHECK(wk_text_utf8_valid(safe, strlen(safe)));
	for (const char *p = safe; *p != '\0'; p++)
		FUZZ_CHECK((unsigned char)*p >= 0x20 && *p != 0x7f);
	FUZZ_CHECK(wk_text_fit(safe, 10) <= strlen(safe));
	(void)wk_text_width(s);
	(void)wk_text_distance(s, "yesterday");
	(void)wk_text_trim(wk_arena_strdup(a, s));
	wk_buf_init(&b);
	wk_json_put_string(&b, s);
	FUZZ_CHECK(wk_text_utf8_valid(b.p, b.len));
	FUZZ_CHECK(b.len >= 2 && b.p[0] == '"' && b.p[b.len - 1] == '"');
	for (const char *p = b.p; *p != '\0'; p++)
		FUZZ_CHECK((unsigned char)*p >= 0x20);
	wk_buf_fini(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	wk_arena_init(&a);
	const char *s = fuzz_text(&a, data, size);
	try_numbers(s);
	try_times(s);
	try_words(&a, s);
	(void)wk_text_utf8_valid((const char *)data, size);
	wk_arena_fini(&a);
	return 0;
}
