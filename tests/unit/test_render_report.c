/* SPDX-License-Identifier: MIT */
/* Reports in every format: goldens, and the promises that hold whatever was logged. */
#include "cm.h"

#include "test_render_story.h"

static const struct wk_report_meta meta = { .generated = "2026-11-23T07:00:00+01:00",
	.version = "1.2" };

enum period { WEEK, MONTH, RANGE, QUIET, PERIODS };

/* What is logged before a report is made. */
enum logged { ALL, SPARSE, NOTHING, LOGGED };

static const char hostile[] =
    "\033]0;title\a\033[31m <img src=x onerror=alert(1)> | `code` "
    "*star* [l](javascript:x) @someone \xe2\x80\xae" "evil \xc3\x28 =1+1\nsecond line "
    "andonewordthatislongerthanalineofeightycolumnsandthereforehas"
    "tobecutsomewhereinsidetofit";

static void
make_sparse(struct story *st)
{
	for (size_t k = 3; k < STORY_DAYS; k++)
		if (k % 9 != 0)
			wk_day_clear(&st->days[k], st->days[k].d);
	story_run(st, STORY_DAYS);
}

static void
make_report(struct story *st, enum period period, enum logged logged, const char **notes,
    struct wk_report *r)
{
	wk_date to = st->days[STORY_DAYS - 1].d;
	const struct { const char *kind, *name; wk_date from, to; } t[] = {
		[WEEK] = { "week", "2026-W47", to - 6, to },
		[MONTH] = { "month", "2026-11", to - 21, to + 8 },
		[RANGE] = { "range", "2026-10-12..2026-11-22", to - 41, to },
		[QUIET] = { "week", "2027-W05", to + 64, to + 70 } };

	if (logged == SPARSE)
		make_sparse(st);
	if (logged == NOTHING)
		st->s = (struct wk_series){ 0 };
	wk_report_init(r, t[period].kind, t[period].name, t[period].from, t[period].to,
	    &st->m, &st->s, &st->a);
	r->notes = notes;
}

static void
render(const char *format, enum period period, enum logged logged, const char **notes,
    struct wk_buf *out)
{
	struct story st;
	struct wk_report r;
	size_t n;
	const struct wk_report_format *v = wk_report_formats(&n);

	story_init(&st);
	make_report(&st, period, logged, notes, &r);
	wk_buf_init(out);
	for (size_t k = 0; k < n; k++)
		if (strcmp(v[k].name, format) == 0)
			v[k].render(&r, &st.m, &meta, NULL, out);
	assert_true(out->len > 0);
	story_fini(&st);
}

static void
reports_look_as_they_did(void **state)
{
	static const struct { const char *format; enum period period; enum logged logged;
		const char *golden; } t[] = {
		{ "text", WEEK, ALL, "week.txt" },
		{ "md", WEEK, ALL, "week.md" },
		{ "json", WEEK, ALL, "week.json" },
		{ "csv", WEEK, ALL, "week.csv" },
		{ "html", WEEK, ALL, "week.html" },
		{ "html", WEEK, SPARSE, "sparse.html" },
		{ "text", MONTH, ALL, "month.txt" },
		{ "text", RANGE, ALL, "range.txt" },
		{ "text", WEEK, SPARSE, "sparse.txt" },
		{ "text", WEEK, NOTHING, "nothing.txt" },
		{ "json", WEEK, NOTHING, "nothing.json" } };
	const char *notes[42] = { [1] = "launch slipped again", [2] = hostile };

	(void)state;
	for (size_t k = 0; k < WK_LEN(t); k++) {
		struct wk_buf b;

		render(t[k].format, t[k].period, t[k].logged,
		    t[k].period == WEEK ? notes : NULL, &b);
		story_check_golden(t[k].golden, &b);
		wk_buf_fini(&b);
	}
}

static void
text_stays_within_80_columns_and_sends_no_control(void **state)
{
	const char *notes[42] = { [1] = hostile, [3] = hostile };

	(void)state;
	for (int period = WEEK; period < PERIODS; period++) {
		for (int logged = ALL; logged < LOGGED; logged++) {
			struct wk_buf b;

			render("text", (enum period)period, (enum logged)logged,
			    period == MONTH || period == RANGE ? notes : NULL, &b);
			assert_true(story_width(b.p) <= 80);
			for (size_t k = 0; k < b.len; k++)
				assert_true(b.p[k] == '\n' ||
				    (unsigned char)b.p[k] >= ' ');
			assert_null(strstr(b.p, "\xe2\x80\xae"));
			assert_true(wk_text_utf8_valid(b.p, b.len));
			wk_buf_fini(&b);
		}
	}
}

static size_t
count_bars(const char *line, size_t len)
{
	size_t n = 0;

	for (size_t k = 0; k < len; k++)
		n += line[k] == '|' && (k == 0 || line[k - 1] != '\\');
	return n;
}

/* Every row of a table has the cells of its head; nothing typed becomes markup. */
static void
markdown_tables_are_whole_and_notes_are_no_markup(void **state)
{
	const char *notes[42] = { [1] = hostile };
	struct wk_buf b;
	size_t bars = 0, tables = 0;

	(void)state;
	render("md", WEEK, ALL, notes, &b);
	for (const char *s = b.p; *s != '\0';) {
		size_t len = strcspn(s, "\n"), n = *s == '|' ? count_bars(s, len) : 0;

		if (n > 0 && bars == 0)
			tables++;
		if (n > 0 && bars > 0)
			assert_int_equal(n, bars);
		bars = n;
		s += len + (s[len] == '\n');
	}
	assert_int_equal(tables, 3);
	assert_null(strstr(b.p, " <img"));
	assert_null(strstr(b.p, " [l]("));
	assert_null(strstr(b.p, "@someone"));
	assert_null(strchr(b.p, '\033'));
	wk_buf_fini(&b);
}

static void
a_stale_score_is_not_told_to_a_person(void **state)
{
	static const char *const formats[] = { "text", "md" };

	(void)state;
	for (size_t k = 0; k < WK_LEN(formats); k++) {
		for (int logged = SPARSE; logged <= NOTHING; logged++) {
			struct wk_buf b;

			render(formats[k], WEEK, (enum logged)logged, NULL, &b);
			assert_non_null(strstr(b.p, "not enough known"));
			assert_null(strstr(b.p, "calm"));
			assert_null(strstr(b.p, "of 100"));
			wk_buf_fini(&b);
		}
	}
}

static void
an_empty_period_prints_no_zero(void **state)
{
	struct wk_buf b;

	(void)state;
	render("json", WEEK, NOTHING, NULL, &b);
	assert_non_null(strstr(b.p, "\"count\":null"));
	assert_non_null(strstr(b.p, "\"oncall_days\":null"));
	assert_non_null(strstr(b.p, "\"by_day\":[null,null,null,null,null,null,null]"));
	assert_non_null(strstr(b.p, "\"value\":null,\"band\":null"));
	wk_buf_fini(&b);
	render("json", QUIET, ALL, NULL, &b);
	assert_non_null(strstr(b.p, "\"value\":null,\"band\":null"));
	wk_buf_fini(&b);
	render("text", WEEK, NOTHING, NULL, &b);
	assert_null(strstr(b.p, " 0.0"));
	assert_non_null(strstr(b.p, "No hours are logged"));
	assert_non_null(strstr(b.p, "Pages are not known"));
	wk_buf_fini(&b);
}

/* Notes are private: formats that programs pass on never carry them. */
static void
notes_stay_out_of_json_and_csv(void **state)
{
	static const char *const formats[] = { "json", "csv" };
	const char *notes[42] = { [1] = "a private word" };

	(void)state;
	for (size_t k = 0; k < WK_LEN(formats); k++) {
		struct wk_buf b;

		render(formats[k], WEEK, ALL, notes, &b);
		assert_null(strstr(b.p, "private"));
		wk_buf_fini(&b);
	}
}

static void
days_to_come_are_not_called_missing(void **state)
{
	struct wk_buf b;

	(void)state;
	render("text", MONTH, ALL, NULL, &b);
	assert_non_null(strstr(b.p, "Tue 24 Nov to Mon 30 Nov are still to come"));
	assert_non_null(strstr(b.p, "hours not logged: Thu 19 Nov, Mon 23 Nov\n"));
	assert_non_null(strstr(b.p, "21 of 23 days"));
	wk_buf_fini(&b);
}

static int
tenths_after(const char *s, const char *key)
{
	const char *at = strstr(s, key);

	assert_non_null(at);
	return (int)lround(strtod(at + strlen(key), NULL) * 10);
}

static void
json_contributions_add_up_on_every_sunday(void **state)
{
	static const char *const keys[] = { "\"contributions\":{\"hours\":", ",\"rest\":",
		",\"sleep\":", ",\"incidents\":", ",\"checkin\":" };
	struct story st;

	(void)state;
	story_init(&st);
	for (size_t k = 6; k < STORY_DAYS; k += 7) {
		struct wk_report r;
		struct wk_buf b;
		int sum = 0;

		wk_buf_init(&b);
		wk_report_init(&r, "week", "x", st.days[k - 6].d, st.days[k].d, &st.m,
		    &st.s, &st.a);
		wk_report_formats(&(size_t){ 0 })[3].render(&r, &st.m, &meta, NULL, &b);
		const char *at = strstr(b.p, "\"contributions\"");

		assert_non_null(at);
		for (size_t i = 0; i < WK_LEN(keys); i++)
			sum += tenths_after(at, keys[i]);
		assert_int_equal(sum, tenths_after(b.p, "\"score\":{\"value\":"));
		wk_buf_fini(&b);
	}
	story_fini(&st);
}

static void
colours_change_nothing_but_colours(void **state)
{
	struct story st;
	struct wk_report r;
	struct wk_buf plain, painted, stripped;
	const struct wk_report_format *text = wk_report_formats(&(size_t){ 0 });

	(void)state;
	story_init(&st);
	make_report(&st, WEEK, ALL, NULL, &r);
	wk_buf_init(&plain);
	wk_buf_init(&painted);
	wk_buf_init(&stripped);
	text->render(&r, &st.m, &meta, wk_paint_none(), &plain);
	text->render(&r, &st.m, &meta, wk_paint_ansi(), &painted);
	for (const char *s = painted.p; *s != '\0'; s++) {
		if (*s == '\033')
			s += strcspn(s, "m");
		else
			wk_buf_addc(&stripped, *s);
	}
	assert_true(painted.len > plain.len);
	assert_string_equal(stripped.p, plain.p);
	wk_buf_fini(&plain);
	wk_buf_fini(&painted);
	wk_buf_fini(&stripped);
	story_fini(&st);
}

static void
text_of_days(struct story *st, wk_date from, wk_date to, struct wk_buf *out)
{
	struct wk_report r;

	wk_buf_clear(out);
	wk_report_init(&r, "range", "x", from, to, &st->m, &st->s, &st->a);
	wk_report_formats(&(size_t){ 0 })[0].render(&r, &st->m, &meta, NULL, out);
}

static void
must_say(const struct wk_buf *b, const char *words)
{
	if (strstr(b->p, words) == NULL)
		fail_msg("no \"%s\" in:\n%s", words, b->p);
}

static void
rare_facts_have_their_words(void **state)
{
	struct story st;
	struct wk_buf b;

	(void)state;
	story_init(&st);
	wk_buf_init(&b);
	wk_date first = st.days[0].d;
	st.days[0].leave = WK_LEAVE_VACATION;
	story_page(&st, &st.days[2], WK_CAT_OFF, NAN, false);
	st.days[3].has_short_rest = true;
	for (size_t k = 20; k < 39; k++)
		wk_day_clear(&st.days[k], st.days[k].d);
	story_run(&st, STORY_DAYS);
	text_of_days(&st, first, first + 6, &b);
	must_say(&b, "Leave on 1 day, worked on 1 of them.");
	must_say(&b, "leave: vacation");
	must_say(&b, "1 page: 1 off hours; minutes not logged.");
	must_say(&b, "1 rest under 11 h between days of work, length not known; "
	    "2003/88/EC art 3");
	text_of_days(&st, first + 28, first + 34, &b);
	must_say(&b, "? not enough known: nothing is logged in this period");
	must_say(&b, "The score is held: over");
	text_of_days(&st, first + 3, first + 3, &b);
	must_say(&b, "\n  Thu 15 Oct 2026; made");
	text_of_days(&st, wk_date_from_civil(2026, 12, 28),
	    wk_date_from_civil(2027, 1, 3), &b);
	must_say(&b, "Mon 28 Dec 2026 to Sun 3 Jan 2027");
	text_of_days(&st, first + 6, first + 38, &b);
	must_say(&b, "1 day of it");
	must_say(&b, "not logged\n");
	wk_buf_fini(&b);
	story_fini(&st);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_look_as_they_did),
		cmocka_unit_test(text_stays_within_80_columns_and_sends_no_control),
		cmocka_unit_test(markdown_tables_are_whole_and_notes_are_no_markup),
		cmocka_unit_test(a_stale_score_is_not_told_to_a_person),
		cmocka_unit_test(an_empty_period_prints_no_zero),
		cmocka_unit_test(notes_stay_out_of_json_and_csv),
		cmocka_unit_test(days_to_come_are_not_called_missing),
		cmocka_unit_test(json_contributions_add_up_on_every_sunday),
		cmocka_unit_test(colours_change_nothing_but_colours),
		cmocka_unit_test(rare_facts_have_their_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
