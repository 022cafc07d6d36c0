/* SPDX-License-Identifier: MIT */
/* The line about now, for people, prompts and status bars. */
#include "cm.h"

#include "wick/render.h"

static const struct wk_strain watch = { .score = 31.44, .low = 30.2, .high = 33.1,
	.reserve = 72.4, .confidence = 0.85, .band = WK_BAND_WATCH,
	.contribution = { 20.03, 0, 11.41, 0, 0 } };
static const struct wk_strain stale = { .score = 0, .low = 0, .high = 85, .reserve = 100,
	.confidence = 0.2, .band = WK_BAND_CALM, .is_held = true, .is_empty = true };

static struct wk_status_facts
facts_of(const struct wk_strain *x)
{
	return (struct wk_status_facts){ .has_score = x != NULL,
		.day = wk_date_from_civil(2026, 11, 19), .strain = x,
		.coverage = { .hours = 5, .sleep = 6, .days = 6, .of = 7 },
		.days_logged = 6, .trend = '>' };
}

static void
a_known_score_stands_with_range_confidence_and_day(void **state)
{
	struct wk_status_facts f = facts_of(&watch);
	struct wk_buf b;

	(void)state;
	wk_buf_init(&b);
	wk_render_status(&f, wk_paint_none(), &b);
	assert_string_equal(b.p,
	    "▲ watch ↑ 31.4 (30-34), reserve 72, confidence high, 6 of 7 "
	    "days, to Thu 19 Nov");
	wk_buf_fini(&b);
}

static void
a_stale_score_is_not_told(void **state)
{
	struct wk_status_facts f = facts_of(&stale);
	struct wk_buf b;

	(void)state;
	wk_buf_init(&b);
	wk_render_status(&f, wk_paint_ansi(), &b);
	assert_null(strstr(b.p, "calm"));
	wk_buf_clear(&b);
	f.running = "clock since 9:10";
	f.is_held = true;
	wk_render_status(&f, NULL, &b);
	assert_string_equal(b.p, "? not enough known: 6 of 7 days, "
	    "held, to Thu 19 Nov; clock since 9:10");
	wk_buf_fini(&b);
}

static void
an_empty_log_says_so(void **state)
{
	struct wk_status_facts f = facts_of(NULL);
	struct wk_buf b;

	(void)state;
	wk_buf_init(&b);
	wk_render_status(&f, NULL, &b);
	assert_string_equal(b.p, "nothing is logged yet");
	wk_buf_fini(&b);
}

static void
formats_put_their_codes(void **state)
{
	static const struct { const struct wk_strain *x; const char *fmt, *out; } t[] = {
		{ &watch, "%s %b %r %c %t %d", "31.4 watch 72 high ↑ 6" },
		{ &watch, "", "" },
		{ &watch, "100%% %s%%", "100% 31.4%" },
		{ &stale, "%s %b %r %c %t", "? not enough known ? stale ?" },
		{ NULL, "%s|%b|%r|%c|%t", "?|not enough known|?|stale|?" } };

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_status_facts f = facts_of(t[k].x);
		struct wk_buf b;

		wk_buf_init(&b);
		assert_int_equal(wk_render_status_format(&f, t[k].fmt, &b, NULL), WK_OK);
		assert_string_equal(b.p, t[k].out);
		wk_buf_fini(&b);
	}
}

static void
a_format_is_refused_before_anything_is_written(void **state)
{
	static const struct { const char *fmt, *why; } t[] = { { "%s %x", "%x" },
		{ "%s %", "single %" }, { "%s%\033", "%?" }, { "%é", "%?" } };
	struct wk_status_facts f = facts_of(&watch);

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_buf b;
		struct wk_err err;

		wk_buf_init(&b);
		assert_int_equal(wk_render_status_format(&f, t[k].fmt, &b, &err),
		    WK_ERR_INPUT);
		assert_non_null(strstr(err.msg, t[k].why));
		assert_int_equal(b.len, 0);
		wk_buf_fini(&b);
	}
}

static void
json_carries_numbers_or_null(void **state)
{
	static const struct { const struct wk_strain *x; const char *out; } t[] = {
		{ &watch, "{\"format\":1,\"day\":\"2026-11-19\",\"score\":31.4,"
		  "\"band\":\"watch\",\"known\":true,\"reserve\":72.4,"
		  "\"confidence\":0.85,\"confidence_word\":\"high\",\"low\":30.2,"
		  "\"high\":33.1,\"held\":false,\"trend\":\"rising\",\"days_logged\":6,"
		  "\"coverage\":{\"hours\":5,\"sleep\":6,\"days\":6,\"of\":7},"
		  "\"running\":null}" },
		{ NULL, "{\"format\":1,\"day\":null,\"score\":null,\"band\":null,"
		  "\"known\":false,\"reserve\":null,\"confidence\":null,"
		  "\"confidence_word\":\"stale\",\"low\":null,\"high\":null,"
		  "\"held\":false,\"trend\":null,\"days_logged\":6,"
		  "\"coverage\":{\"hours\":5,\"sleep\":6,\"days\":6,\"of\":7},"
		  "\"running\":null}" } };

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_status_facts f = facts_of(t[k].x);
		struct wk_buf b;

		wk_buf_init(&b);
		wk_render_status_json(&f, &b);
		assert_string_equal(b.p, t[k].out);
		wk_buf_fini(&b);
	}
}

static void
bars_draw_no_zero_for_what_is_not_known(void **state)
{
	struct wk_status_facts f = facts_of(&watch);
	struct wk_buf b;

	(void)state;
	wk_buf_init(&b);
	wk_render_status_waybar(&f, &b);
	assert_non_null(strstr(b.p, "\"text\":\"▲ 31\""));
	assert_non_null(strstr(b.p, "\"class\":\"watch\",\"percentage\":31}"));
	wk_buf_clear(&b);
	f = facts_of(&stale);
	wk_render_status_waybar(&f, &b);
	assert_non_null(strstr(b.p, "\"text\":\"?\""));
	assert_non_null(strstr(b.p, "\"class\":\"unknown\"}"));
	wk_buf_clear(&b);
	f = facts_of(NULL);
	wk_render_status_waybar(&f, &b);
	assert_string_equal(b.p, "{\"text\":\"?\",\"tooltip\":\"nothing is logged yet\","
	    "\"class\":\"unknown\"}");
	wk_buf_fini(&b);
}

static void
hostile_text_of_a_clock_stays_text(void **state)
{
	struct wk_status_facts f = facts_of(&watch);
	struct wk_buf b;

	(void)state;
	f.running = "clock \033]0;x\a\xe2\x80\xae \"<b>&\"";
	wk_buf_init(&b);
	wk_render_status(&f, NULL, &b);
	assert_null(strchr(b.p, '\033'));
	assert_null(strstr(b.p, "\xe2\x80\xae"));
	wk_buf_clear(&b);
	wk_render_status_waybar(&f, &b);
	assert_null(strchr(b.p, '<'));
	assert_non_null(strstr(b.p, "\\\"&lt;b>&amp;\\\""));
	wk_buf_clear(&b);
	wk_render_status_json(&f, &b);
	assert_null(strchr(b.p, '\033'));
	assert_non_null(strstr(b.p, "\\u001b]0;x\\u0007"));
	wk_buf_fini(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_known_score_stands_with_range_confidence_and_day),
		cmocka_unit_test(a_stale_score_is_not_told),
		cmocka_unit_test(an_empty_log_says_so),
		cmocka_unit_test(formats_put_their_codes),
		cmocka_unit_test(a_format_is_refused_before_anything_is_written),
		cmocka_unit_test(json_carries_numbers_or_null),
		cmocka_unit_test(bars_draw_no_zero_for_what_is_not_known),
		cmocka_unit_test(hostile_text_of_a_clock_stays_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
