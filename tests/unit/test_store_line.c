/* SPDX-License-Identifier: MIT */
/* One JSON line: what it may say, and what is said back when it may not. */
#include "test_store_fixture.h"

static enum wk_rc
parse(struct fixture *f, const char *text, struct wk_line *l)
{
	const struct wk_zone *z;
	OK(f, wk_zone_load("Europe/Stockholm", &f->a, &z, &f->err));
	return wk_store_line_parse(f->s, text, strlen(text), z, &f->a, l, &f->err);
}

static struct wk_line
parsed(struct fixture *f, const char *text)
{
	struct wk_line l;
	if (parse(f, text, &l) != WK_OK)
		fail_msg("%s: %s", text, f->err.msg);
	return l;
}

static void
bad_lines_say_why(void **state)
{
	static const struct { const char *line, *why; } table[] = {
		{ "x", "not a JSON object" },
		{ "[1]", "not a JSON object" },
		{ "{", "not JSON" },
		{ "{\"kind\":\"work\"", "not JSON" },
		{ "{\"kind\":\"work\"} {", "not JSON" },
		{ "{}", "kind is missing" },
		{ "{\"kind\":null}", "kind is missing" },
		{ "{\"kind\":[1]}", "kind \"[1]\" is not a text" },
		{ "{\"kind\":\"nap\"}", "kind \"nap\" is not work, sleep" },
		{ "{\"kind\":\"work\"}", "start or day is missing" },
		{ "{\"kind\":\"work\",\"start\":\"today\"}",
		  "start \"today\" is not a time" },
		{ "{\"kind\":\"work\",\"start\":\"2026-13-01T09:00Z\"}",
		  "is not a time" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T24:30Z\"}",
		  "is not a time" },
		{ "{\"kind\":\"work\",\"start\":\"\"}", "start \"\" is not a time" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"end\":\"soon\"}",
		    "end \"soon\" is not a time" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"end\":"
		    "\"2026-11-20T08:59Z\"}", "is before start" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"end\":"
		    "\"2027-11-30T09:00Z\"}", "more than a year" },
		{ "{\"kind\":\"work\",\"end\":\"2026-11-20T08:59Z\"}",
		  "end without start" },
		{ "{\"kind\":\"work\",\"day\":\"2026-02-30\",\"dur\":60}",
		    "day \"2026-02-30\" is not a date" },
		{ "{\"kind\":\"work\",\"day\":20777,\"dur\":60}", "is not a date" },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\"}", "dur is missing" },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":86401}",
		  "dur 86401 is more than a day has" },
		{ "{\"kind\":\"sleep\",\"start\":\"2026-11-20T09:00Z\",\"end\":"
		    "\"2026-11-21T09:01Z\"}", "of more than 24 hours" },
		{ "{\"kind\":\"sleep\",\"day\":\"2026-11-20\"}", "dur is missing" },
		{ "{\"kind\":\"sleep\",\"day\":\"2026-11-20\",\"dur\":-1}",
		  "dur -1 is outside" },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":\"8h\"}",
		    "dur \"8h\" is not a length" },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":\"P1Y\"}",
		    "dur \"P1Y\" is not a length" },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":\"PT\"}",
		  "is not a length" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"severity\":6}",
		    "severity 6 is outside 0..5" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"severity\":\"sev9\"}",
		    "severity \"sev9\" is outside 0..5" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"severity\":1.5}",
		    "severity \"1.5\" is not a whole number" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"minutes\":\"45\"}",
		    "minutes \"45\" is not a number" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"minutes\":10081}",
		    "minutes 10081 is outside 0..10080" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"woke\":2}",
		    "woke \"2\" is not true or false" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"noise\":\"yes\"}",
		    "noise \"yes\" is not true or false" },
		{ "{\"kind\":\"incident\",\"day\":\"2026-11-20\",\"category\":\"night\"}",
		    "category \"night\" is not business, off, sleep or woke" },
		{ "{\"kind\":\"leave\",\"day\":\"2026-11-20\",\"leave\":\"away\"}",
		    "leave \"away\" is not vacation, sick" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00\","
		"\"tz\":\"Mars/Base\"}",
		    "Mars/Base" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"tags\":\"a\"}",
		    "tags is not an array" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"meta\":[]}",
		    "meta is not an object" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"title\":{}}",
		    "title \"{}\" is not a text" },
		{ "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\",\"deleted\":3}",
		    "deleted \"3\" is not true or false" },
		{ "{\"kind\":\"day\"}", "day is missing" },
		{ "{\"kind\":\"day\",\"day\":\"20 Nov\"}",
		  "day \"20 Nov\" is not a date" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"hours\":25}",
		    "hours 25 is outside 0..24" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"hours\":\"8\"}",
		    "hours \"8\" is not a number" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"energy\":0}",
		    "energy 0 is outside 1..5" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"mood\":3.5}",
		    "mood \"3.5\" is not a whole number" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"wakes\":-1}",
		    "wakes -1 is outside 0..99" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"oncall\":\"no\"}",
		    "oncall \"no\" is not true or false" },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"locked\":-1}",
		  "locked -1" },
		{ "{\"kind\":\"work\",\"title\":\"\xff\"}", "not UTF-8" },
	};
	struct fixture *f = *state;
	struct wk_line l;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		l.type = WK_LINE_NOTE;
		if (parse(f, table[i].line, &l) != WK_ERR_INPUT)
			fail_msg("taken: %s", table[i].line);
		if (strstr(f->err.msg, table[i].why) == NULL)
			fail_msg("%s: \"%s\" does not say \"%s\"", table[i].line,
			    f->err.msg, table[i].why);
		assert_int_equal(l.type, WK_LINE_NOTE);        /* left alone */
	}
}

static void
other_lines_are_told_apart(void **state)
{
	static const struct { const char *line; enum wk_line_type type; const char *text;
		long at; } table[] = {
		{ "", WK_LINE_BLANK, NULL, 0 },
		{ "  \t\r", WK_LINE_BLANK, NULL, 0 },
		{ "{\"error\":\"month 13 is outside 1..12\",\"line\":7}", WK_LINE_ERROR,
		    "month 13 is outside 1..12", 7 },
		{ "{\"skip\":\"zero length\",\"line\":3}", WK_LINE_SKIP, "zero length",
		  3 },
		{ "{\"note\":\"two columns\"}", WK_LINE_NOTE, "two columns", 0 },
		{ "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"note\":\"n\"}", WK_LINE_DAY,
		  NULL, 0 },
		{ "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":60,\"line\":12}",
		    WK_LINE_EVENT, NULL, 12 },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_line l = parsed(f, table[i].line);
		assert_int_equal(l.type, table[i].type);
		assert_int_equal(l.line, table[i].at);
		if (table[i].text != NULL)
			assert_string_equal(l.text, table[i].text);
	}
	struct wk_line l = parsed(f,
	    "{\"wick-port\":1,\"importer\":\"csv\",\"zone\":\"UTC\"}");
	assert_int_equal(l.type, WK_LINE_HEADER);
	assert_string_equal(l.importer, "csv");
	assert_string_equal(l.zone, "UTC");
}

#define AT(d, h, m) ((int64_t)(d) * 86400 + (h) * 3600 + (m) * 60)

/* The import's zone is Stockholm: +01:00 in November, summer time till 25 October. */
static void
times_are_resolved(void **state)
{
	static const struct { const char *start, *tz; int64_t t; int32_t off;
		const char *lived; bool by_default; } table[] = {
		{ "2026-11-20T09:00:00+05:45", NULL, AT(20777, 3, 15), 20700, "+05:45",
		  false },
		{ "2026-11-20T09:00:00-03:30", NULL, AT(20777, 12, 30), -12600, "-03:30",
		    false },
		{ "2026-11-20T09:00:00Z", NULL, AT(20777, 9, 0), 3600, "Europe/Stockholm",
		    false },
		{ "2026-11-20T09:00:00Z", "Asia/Tokyo", AT(20777, 9, 0), 32400,
		    "Asia/Tokyo", false },
		{ "2026-11-20T09:00", NULL, AT(20777, 8, 0), 3600, "Europe/Stockholm",
		  true },
		{ "2026-11-20 09:00:30", "UTC", AT(20777, 9, 0) + 30, 0, "UTC", false },
		{ "2026-07-01T09:00", NULL, AT(20635, 7, 0), 7200, "Europe/Stockholm",
		  true },
		{ "2026-11-20T09:00", "America/New_York", AT(20777, 14, 0), -18000,
		    "America/New_York", false },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		const char *line = wk_arena_printf(&f->a,
		    "{\"kind\":\"work\",\"start\":\"%s\","
		    "\"dur\":\"PT1H30M\"%s%s%s}", table[i].start,
		    table[i].tz == NULL ? "" : ",\"tz\":\"", table[i].tz == NULL ? "" :
		    table[i].tz, table[i].tz == NULL ? "" : "\"");
		struct wk_line l = parsed(f, line);
		const struct wk_fact *x = &l.event.fact;
		if (x->start != table[i].t || x->off_start != table[i].off)
			fail_msg("%s: %lld %+d", line, (long long)x->start, x->off_start);
		assert_true(x->end == x->start + 5400);
		assert_string_equal(l.event.tz, table[i].lived);
		assert_int_equal((l.event.flags & WK_FLAG_WALL) != 0,
		    table[i].by_default);
	}
}

static void
clock_changes_are_flagged(void **state)
{
	static const struct { const char *start, *end; unsigned flags; double hours;
	    } table[] = {
		{ "2026-03-29T02:30", "2026-03-29T04:00", WK_FLAG_DST_GAP, 0.5 },
		{ "2026-10-25T02:30", "2026-10-25T02:45", WK_FLAG_DST_FOLD, 0.25 },
		{ "2026-10-25T02:45", "2026-10-25T02:30", WK_FLAG_DST_FOLD, 0.75 },
		{ "2026-10-24T22:00", "2026-10-25T06:00", 0, 9 },
		{ "2026-03-28T22:00", "2026-03-29T06:00", 0, 7 },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_line l = parsed(f, wk_arena_printf(&f->a, "{\"kind\":\"work\","
		    "\"start\":\"%s\",\"end\":\"%s\"}", table[i].start, table[i].end));
		double hours = (double)(l.event.fact.end - l.event.fact.start) / 3600;
		if (fabs(hours - table[i].hours) > 1e-9)
			fail_msg("%s: %g h", table[i].start, hours);
		assert_int_equal(l.event.flags & (WK_FLAG_DST_GAP | WK_FLAG_DST_FOLD),
		    table[i].flags);
	}
}

static void
lengths_are_seconds_or_iso(void **state)
{
	static const struct { const char *dur; double hours; } table[] = {
		{ "27000", 7.5 }, { "0", 0 }, { "\"PT8H\"", 8 }, { "\"PT7H30M\"", 7.5 },
		{ "\"PT450M\"", 7.5 }, { "\"PT7.5H\"", 7.5 }, { "\"P1DT2H\"", 26 },
		{ "\"P1W\"", 168 }, { "\"PT90S\"", 0.025 },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_line l = parsed(f, wk_arena_printf(&f->a, "{\"kind\":\"leave\","
		    "\"day\":\"2026-11-20\",\"dur\":%s}", table[i].dur));
		if (!(fabs(l.event.fact.dur_h - table[i].hours) < 1e-9))
			fail_msg("%s: %g", table[i].dur, l.event.fact.dur_h);
		assert_int_equal(l.event.fact.d, TODAY);
		assert_true(l.event.fact.start == WK_TIME_NONE);
	}
}

static void
details_are_read_and_the_rest_is_unknown(void **state)
{
	struct fixture *f = *state;
	struct wk_line l = parsed(f,
	    "{\"kind\":\"incident\",\"start\":\"2026-11-20T03:12Z\","
	    "\"severity\":\"sev2\",\"minutes\":45,\"woke\":true,\"noise\":0,"
	    "\"title\":\"disk\",\"source\":\"pager\",\"scope\":\"db\",\"id\":17,"
	    "\"rev\":\"3\",\"tags\":[\"a\",\"b\"],\"meta\":{\"k\":1},\"region\":\"eu\","
	    "\"retry\":2,\"locked\":8}");
	assert_int_equal(l.event.fact.severity, 2);
	assert_true(fabs(l.event.fact.minutes - 45) < 1e-9);
	assert_int_equal(l.event.fact.woke, 1);
	assert_int_equal(l.event.fact.noise, 0);
	assert_int_equal(l.event.fact.category, -1);
	assert_string_equal(l.event.title, "disk");
	assert_string_equal(l.event.fact.source, "pager");
	assert_string_equal(l.event.scope, "db");
	assert_string_equal(l.event.ext_id, "17");
	assert_string_equal(l.event.ext_rev, "3");
	assert_string_equal(l.event.tags, "[\"a\",\"b\"]");
	assert_string_equal(l.event.meta, "{\"region\":\"eu\",\"retry\":2,\"k\":1}");
	assert_int_equal(l.event.locked, WK_LOCK_SEVERITY);
	l = parsed(f, "{\"kind\":\"incident\",\"day\":\"2026-11-20\","
	    "\"category\":\"woke\",\"id\":\"\",\"minutes\":null}");
	assert_int_equal(l.event.fact.severity, -1);
	assert_true(isnan(l.event.fact.minutes));
	assert_int_equal(l.event.fact.woke, -1);
	assert_int_equal(l.event.fact.noise, -1);
	assert_int_equal(l.event.fact.category, WK_CAT_WOKE);
	assert_null(l.event.ext_id);
	assert_null(l.event.meta);
	assert_null(l.event.fact.source);
	l = parsed(f, "{\"kind\":\"leave\",\"day\":\"2026-11-20\"}");
	assert_int_equal(l.event.fact.leave, WK_LEAVE_OTHER);
	l = parsed(f, "{\"kind\":\"work\",\"start\":\"2026-11-20T09:00Z\","
	    "\"deleted\":true}");
	assert_true(l.is_tombstone);
	assert_true(l.event.fact.end == WK_TIME_NONE);
}

static void
a_day_says_which_fields_it_has(void **state)
{
	struct fixture *f = *state;
	struct wk_line l = parsed(f,
	    "{\"kind\":\"day\",\"day\":\"2026-11-20\",\"hours\":0,"
	    "\"sleep\":7.25,\"wakes\":0,\"oncall\":false,\"short_rest\":1,\"energy\":2,"
	    "\"leave\":\"sick\",\"note\":\"\xc3\xa5\",\"mood\":null,\"source\":\"csv\"}");
	const struct wk_typed *t = &l.day.typed;
	assert_int_equal(l.day.d, TODAY);
	assert_int_equal(l.day_fields, WK_LOCK_DAY_HOURS | WK_LOCK_DAY_SLEEP |
	    WK_LOCK_DAY_WAKES | WK_LOCK_DAY_ONCALL | WK_LOCK_DAY_SHORT_REST |
	    WK_LOCK_DAY_ENERGY | WK_LOCK_DAY_LEAVE | WK_LOCK_DAY_NOTE);
	assert_true(t->hours == 0 && t->sleep_h > 7.24 && isnan(t->break_h));
	assert_int_equal(t->wakes, 0);
	assert_int_equal(t->oncall, 0);
	assert_int_equal(t->short_rest, 1);
	assert_int_equal(t->energy, 2);
	assert_int_equal(t->stress, 0);
	assert_int_equal(t->mood, 0);
	assert_int_equal(t->leave, WK_LEAVE_SICK);
	assert_string_equal(l.day.note, "\xc3\xa5");
	assert_string_equal(l.day.source, "csv");
}

/* More zones than are kept, and every one of them twice. */
static void
every_line_gets_the_zone_it_names(void **state)
{
	struct fixture *f = *state;
	for (int round = 0; round < 2; round++)
		for (int i = -12; i <= 12; i++) {
			struct wk_line l = parsed(f,
			    wk_arena_printf(&f->a, "{\"kind\":\"work\","
			    "\"start\":\"2026-11-20T12:00\",\"tz\":\"%c%02d:00\"}",
			    i < 0 ? '-' : '+', i < 0 ? -i : i));
			assert_true(l.event.fact.start == AT(TODAY, 12 - i, 0));
			assert_int_equal(l.event.fact.off_start, i * 3600);
		}
}

static void
a_survey_reads_as_it_is_written(void **state)
{
	static const char *const lines[] = {
		"{\"survey\":\"2026-11\",\"day\":\"2026-11-20\","
		    "\"items\":[3,2,4,null,1,5]}",
		"{\"survey\":\"2026-02\",\"day\":\"2026-02-28\","
		    "\"items\":[null,null,null,null,null,null]}",
		"{\"survey\":\"2026-11\",\"day\":\"2026-11-01\",\"score\":62.5}",
	};
	struct fixture *f = *state;
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < WK_LEN(lines); i++) {
		struct wk_line l = parsed(f, lines[i]);
		assert_int_equal(l.type, WK_LINE_SURVEY);
		wk_buf_clear(&b);
		wk_survey_put_json(&b, &l.survey);
		assert_string_equal(b.p, lines[i]);
	}
	wk_buf_fini(&b);
}

static void
bad_surveys_say_why(void **state)
{
	static const struct { const char *line, *why; } table[] = {
		{ "{\"survey\":\"2026-13\",\"day\":\"2026-11-20\",\"score\":1}",
		  "survey \"2026-13\" is not a month" },
		{ "{\"survey\":\"\",\"day\":\"2026-11-20\",\"score\":1}",
		  "survey \"\" is not a month" },
		{ "{\"survey\":\"2026-11\",\"score\":1}", "day is missing" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-10-31\",\"score\":1}",
		  "day 2026-10-31 is not in 2026-11" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\",\"score\":101}",
		  "score 101 is outside 0..100" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\"}",
		  "items is missing" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\",\"items\":3}",
		  "items \"3\" is not six" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\","
		    "\"items\":[1,2,3,4,5,0]}", "is not six" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\","
		    "\"items\":[1,2,3,4,5,1,2]}", "is not six" },
		{ "{\"survey\":\"2026-11\",\"day\":\"2026-11-20\",\"items\":[]}",
		  "is not six" },
		{ "{\"survey\":202611,\"day\":\"2026-11-20\"}", "kind is missing" },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < WK_LEN(table); i++) {
		struct wk_line l;
		if (parse(f, table[i].line, &l) != WK_ERR_INPUT ||
		    strstr(f->err.msg, table[i].why) == NULL)
			fail_msg("%s: %s", table[i].line, f->err.msg);
	}
}

/* Where a line is of another kind, those words are somebody else's. */
static void
an_event_keeps_a_score_of_its_own(void **state)
{
	struct fixture *f = *state;
	struct wk_line l = parsed(f, "{\"kind\":\"work\",\"day\":\"2026-11-20\","
	    "\"dur\":60,\"score\":7,\"items\":[1]}");
	assert_int_equal(l.type, WK_LINE_EVENT);
	assert_string_equal(l.event.meta, "{\"items\":[1],\"score\":7}");
}

static void
long_lines_and_nul_bytes_are_refused(void **state)
{
	struct fixture *f = *state;
	struct wk_buf b;
	struct wk_line l;
	const struct wk_zone *z;
	OK(f, wk_zone_load("UTC", &f->a, &z, &f->err));
	wk_buf_init(&b);
	wk_buf_adds(&b, "{\"kind\":\"work\",\"title\":\"");
	wk_buf_fill(&b, 'x', 1u << 20);
	wk_buf_adds(&b, "\"}");
	assert_int_equal(wk_store_line_parse(f->s, b.p, b.len, z, &f->a, &l, &f->err),
	    WK_ERR_INPUT);
	assert_non_null(strstr(f->err.msg, "1 MiB"));
	assert_int_equal(wk_store_line_parse(f->s, "{\"a\":\0}", 7, z, &f->a, &l,
	    &f->err), WK_ERR_INPUT);
	assert_non_null(strstr(f->err.msg, "UTF-8"));
	wk_buf_fini(&b);
}

static void
empty_texts_are_none_and_endless_numbers_stay_json(void **state)
{
	struct fixture *f = *state;
	struct wk_line l = parsed(f, "{\"kind\":\"day\",\"day\":\"2026-11-20\","
	    "\"note\":\"\"}");
	assert_null(l.day.note);
	assert_int_equal(l.day_fields, WK_LOCK_DAY_NOTE);
	l = parsed(f, "{\"kind\":\"work\",\"day\":\"2026-11-20\",\"dur\":60,"
	    "\"title\":\"\",\"x\":1e999,\"y\":-1e999}");
	assert_null(l.event.title);
	assert_string_equal(l.event.meta, "{\"x\":9e999,\"y\":-9e999}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(bad_lines_say_why),
		T(other_lines_are_told_apart),
		T(times_are_resolved),
		T(clock_changes_are_flagged),
		T(lengths_are_seconds_or_iso),
		T(details_are_read_and_the_rest_is_unknown),
		T(a_day_says_which_fields_it_has),
		T(every_line_gets_the_zone_it_names),
		T(a_survey_reads_as_it_is_written),
		T(bad_surveys_say_why),
		T(an_event_keeps_a_score_of_its_own),
		T(long_lines_and_nul_bytes_are_refused),
		T(empty_texts_are_none_and_endless_numbers_stay_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
