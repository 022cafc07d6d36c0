/* SPDX-License-Identifier: MIT */
/* What the hub's web side does without a socket: framing, routes, bodies, documents,
 * names, limits, aggregates, HTML, and the JSON that it writes. */
#include "cm.h"

#include <math.h>

#include "hub/html.h"
#include "hub/page.h"
#include "hub/team.h"

/* ---- framing ---- */
static void
one_reading_of_a_head_or_none(void **state)
{
	(void)state;
	static const struct row {
		struct http_header h[3];
		bool is_good;
	} rows[] = {
		{ { { "Host", "h" } }, true },
		{ { { "host", "h" }, { "Content-Length", "12" } }, true },
		{ { { "X", "y" } }, false },
		{ { { "Host", "h" }, { "HOST", "i" } }, false },
		{ { { "Host", "h" }, { "Content-Length", "+1" } }, false },
		{ { { "Host", "h" }, { "Content-Length", "1 1" } }, false },
		{ { { "Host", "h" }, { "Content-Length", "" } }, false },
		{ { { "Host", "h" }, { "Content-Length", "1" },
		    { "content-length", "1" } }, false },
		{ { { "Host", "h" }, { "Transfer-Encoding", "identity" } }, false },
		{ { { "Host", "h" }, { "Content-Length ", "1" } }, false },
		{ { { "Host", "h" }, { "", "1" } }, false },
		{ { { "Host", "h" }, { "X", "a\rb" } }, false },
		{ { { "Host", "h" }, { "Authorization", "a" }, { "Authorization", "b" } },
		    false },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		size_t n = 0;
		while (n < 3 && rows[i].h[n].name != NULL)
			n++;
		assert_int_equal(http_framing(rows[i].h, n) == NULL, rows[i].is_good);
	}
}

/* ---- routes ---- */
static void
paths_have_one_route_or_none(void **state)
{
	(void)state;
	static const struct {
		enum http_method method;
		const char *path, *route, *allow;
	} rows[] = {
		{ HTTP_GET, "/", "/", "" },
		{ HTTP_HEAD, "/healthz", "/healthz", "" },
		{ HTTP_GET, "/v1/people/me/weeks/2026-W47",
		    "/v1/people/{person}/weeks/{week}", "" },
		{ HTTP_POST, "/v1/people/me/weeks/2026-W47", NULL,
		    "GET, HEAD, PUT, DELETE" },
		{ HTTP_GET, "/v1/people/me/weeks/2026-W54", NULL, "" },
		{ HTTP_GET, "/v1/people/me/weeks/2026-w47", NULL, "" },
		{ HTTP_GET, "/v1/people/p_abc/weeks", NULL, "" },
		{ HTTP_GET, "/v1/people/p_abcdefghij/weeks",
		    "/v1/people/{person}/weeks", "" },
		{ HTTP_GET, "/t/-x", NULL, "" },
		{ HTTP_GET, "/t/x/", NULL, "" },
		{ HTTP_GET, "//healthz", NULL, "" },
		{ HTTP_GET, "", NULL, "" },
		{ HTTP_GET, "*", NULL, "" },
		{ HTTP_OTHER, "/v1/tokens:rotate", NULL, "POST" },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		char allow[32];
		struct params p;
		const struct route *r =
		    route_find(rows[i].method, rows[i].path, &p, allow);
		if (rows[i].route == NULL)
			assert_null(r);
		else
			assert_string_equal(r->path, rows[i].route);
		if (r == NULL)
			assert_string_equal(allow, rows[i].allow);
	}
}

static void
every_route_of_the_contract_is_here(void **state)
{
	(void)state;
	size_t api = 0;
	for (size_t i = 0; i < route_count(); i++) {
		const struct route *r = route_at(i);
		bool is_page = r->auth == AUTH_PAGE ||
		    strcmp(r->path, "/login") == 0 || r->path[1] == 's';
		api += !is_page;
		assert_true(r->auth != AUTH_NONE || r->limit == LIMIT_NONE ||
		    r->limit == LIMIT_LOGIN);
	}
	assert_int_equal(api, 25);
}

/* ---- bodies ---- */
static void
json_is_read_strictly(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool is_good;
	} rows[] = {
		{ "{}", true },
		{ "{\"a\":[[[[[[[1]]]]]]]}", true },
		{ "{\"a\":[[[[[[[[1]]]]]]]]}", false },
		{ "{\"a\":\"[[[[[[[[[[[[\\\"[[[\"}", true },
		{ "{\"a\":1,\"a\":1}", false },
		{ "{\"a\":1}x", false },
		{ "", false },
		{ "\"\\u0000\"", false },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_err err = { 0 };
		json_t *o = body_json(rows[i].text, strlen(rows[i].text), &err);
		assert_int_equal(o != NULL, rows[i].is_good);
		assert_int_equal(err.msg[0] == '\0', rows[i].is_good);
		json_decref(o);
	}
}

/* ---- documents ---- */
static bool
read_week(const char *text, struct wk_hub_op *op, struct doc_error *e)
{
	struct wk_err err;
	json_t *o = body_json(text, strlen(text), &err);
	bool is_ok;
	assert_non_null(o);
	*op = (struct wk_hub_op){ 0 };
	*e = (struct doc_error){ 0 };
	is_ok = doc_week(o, op, e);
	json_decref(o);
	return is_ok;
}

#define BAND \
	"{\"schema\":\"wick.week/1\",\"rev\":3,\"source\":\"a1b2c3d4\"," \
	"\"consent_gen\":2," \
	"\"level\":\"band\",\"band\":\"strained\",\"coverage\":5"
#define NUMBERS \
	"{\"schema\":\"wick.week/1\",\"rev\":3,\"source\":\"a1b2c3d4\"," \
	"\"consent_gen\":2," \
	"\"level\":\"indicators\",\"band\":\"strained\",\"coverage\":5,\"indicators\":"

static void
a_week_is_read_as_the_contract_has_it(void **state)
{
	(void)state;
	struct wk_hub_op op;
	struct doc_error e;
	assert_true(read_week(BAND "}", &op, &e));
	assert_int_equal(op.u.put.week.rev, 3);
	assert_int_equal(op.u.put.gen, 2);
	assert_int_equal(op.u.put.week.band, WK_HUB_STRAINED);
	assert_int_equal(op.u.put.week.basis, WK_HUB_WORK);
	assert_string_equal(op.u.put.week.indicators, "");
	assert_true(read_week(NUMBERS "{\"pages\":4,\"work_min\":2700,\"wakings\":null,"
	    "\"load_ratio\":1.30},\"computed_at\":\"2026-11-20T09:00:00Z\"}", &op, &e));
	assert_string_equal(op.u.put.week.indicators,
	    "{\"work_min\":2700,\"pages\":4,\"load_ratio\":1.3}");
	assert_int_equal(op.u.put.week.computed_at, 1795165200);
}

static void
a_week_that_is_wrong_says_where(void **state)
{
	(void)state;
	static const struct {
		const char *text, *pointer;
		enum problem problem;
	} rows[] = {
		{ BAND ",\"note\":1}", "/note", PROBLEM_UNKNOWN_MEMBER },
		{ BAND ",\"a/b~c\":1}", "/a~1b~0c", PROBLEM_UNKNOWN_MEMBER },
		{ BAND ",\"indicators\":{}}", "/indicators", PROBLEM_UNKNOWN_MEMBER },
		{ BAND ",\"basis\":\"mood\"}", "/basis", PROBLEM_INVALID },
		{ NUMBERS "{\"sleep_h\":1}}", "/indicators/sleep_h",
		    PROBLEM_UNKNOWN_MEMBER },
		{ NUMBERS "{\"pages\":-1}}", "/indicators/pages", PROBLEM_INVALID },
		{ NUMBERS "{\"pages\":1.5}}", "/indicators/pages", PROBLEM_INVALID },
		{ NUMBERS "{\"load_ratio\":10.1}}", "/indicators/load_ratio",
		    PROBLEM_INVALID },
		{ NUMBERS "[]}", "/indicators", PROBLEM_INVALID },
		{ NUMBERS "{},\"computed_at\":\"yesterday\"}", "/computed_at",
		    PROBLEM_INVALID },
		{ "{}", "/level", PROBLEM_INVALID },
		{ "{\"level\":\"days\"}", "/level", PROBLEM_INVALID },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct wk_hub_op op;
		struct doc_error e;
		assert_false(read_week(rows[i].text, &op, &e));
		assert_string_equal(e.pointer, rows[i].pointer);
		assert_int_equal(e.problem, rows[i].problem);
	}
}

static void
names_are_text_and_nothing_else(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		bool is_good;
	} rows[] = {
		{ "Zo\xc3\xab <b>", true },
		{ "", false },
		{ "   ", false },
		{ "a\nb", false },
		{ "a\xe2\x80\xae" "b", false },
		{ "0123456789012345678901234567890123456789012345678901234567890123",
		    true },
		{ "01234567890123456789012345678901234567890123456789012345678901234",
		    false },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		json_t *o = json_pack("{s:s}", "display", rows[i].name);
		char out[WK_HUB_NAME] = "";
		struct doc_error e;
		assert_int_equal(doc_name(o, "display", out, &e), rows[i].is_good);
		assert_string_equal(out, rows[i].is_good ? rows[i].name : "");
		json_decref(o);
	}
}

static void
weeks_are_those_of_a_year(void **state)
{
	(void)state;
	int week = 0;
	bool is_real = false;
	assert_true(word_week("2026-W53", &week, &is_real) && is_real);
	assert_int_equal(week, 202653);
	assert_true(word_week("2025-W53", &week, &is_real) && !is_real);
	assert_false(word_week("1999-W01", &week, &is_real));
	assert_false(word_week("2026-W531", &week, &is_real));
	assert_int_equal(word_week_add(202653, 1), 202701);
	assert_int_equal(word_week_add(202701, -1), 202653);
}

/* ---- limits ---- */
static void
a_bucket_runs_dry_and_fills_again(void **state)
{
	(void)state;
	struct limit_rule rules[LIMIT_COUNT] = { [LIMIT_READ] = { 1, 3 } };
	struct limits l;
	limits_init(&l, rules, 7);
	for (int i = 0; i < 3; i++)
		assert_int_equal(limits_take(&l, LIMIT_READ, "ada", 1000), 0);
	assert_int_equal(limits_take(&l, LIMIT_READ, "ada", 1000), 1);
	assert_int_equal(limits_take(&l, LIMIT_READ, "bo", 1000), 0);
	assert_int_equal(limits_take(&l, LIMIT_READ, "ada", 2000), 0);
	assert_true(limits_take(&l, LIMIT_READ, "ada", 2000) > 0);
	assert_int_equal(limits_take(&l, LIMIT_PUSH, "ada", 2000), 0);
	limits_fini(&l);
}

/* ---- aggregates ---- */
static void
aggregate_of(const enum wk_hub_band *bands, const double *pages, size_t n,
    struct aggregate *out)
{
	struct wk_hub_report rows[16];
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct wk_hub_report){ 202640, bands[i],
			pages == NULL ? (double)NAN : pages[i],
			pages == NULL ? (double)NAN : pages[i] / 10 };
	assert_int_equal(aggregate_weeks(rows, n, 202640, 202640, 5, out, 1), 1);
}

static void
shares_have_ends_and_a_least_number(void **state)
{
	(void)state;
	static const struct {
		size_t strained, all;
		const char *want; /* NULL: suppressed */
	} rows[] = {
		{ 4, 4, NULL },
		{ 0, 5, "<=20" },
		{ 1, 5, "<=20" },
		{ 2, 5, "40-60" },
		{ 3, 5, "60-80" },
		{ 4, 5, ">=80" },
		{ 5, 5, ">=80" },
		{ 2, 6, "20-40" },
		{ 2, 10, "<=20" },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		enum wk_hub_band bands[16];
		struct aggregate a;
		for (size_t k = 0; k < rows[i].all; k++)
			bands[k] = k >= rows[i].strained ? WK_HUB_WATCH :
			    k % 2 ? WK_HUB_SEVERE : WK_HUB_STRAINED;
		aggregate_of(bands, NULL, rows[i].all, &a);
		assert_int_equal(a.is_suppressed, rows[i].want == NULL);
		if (rows[i].want != NULL)
			assert_string_equal(a.strained, rows[i].want);
		assert_false(a.has_oncall);
	}
}

static void
unknown_weeks_do_not_report(void **state)
{
	(void)state;
	enum wk_hub_band bands[5] = { WK_HUB_UNKNOWN, WK_HUB_CALM, WK_HUB_CALM,
		WK_HUB_CALM, WK_HUB_CALM };
	struct aggregate a;
	aggregate_of(bands, NULL, 5, &a);
	assert_true(a.is_suppressed);
}

static void
pages_are_medians_and_a_busiest_fifth(void **state)
{
	(void)state;
	static const struct {
		double pages[5];
		const char *median, *fifth;
	} rows[] = {
		{ { 0, 0, 0, 0, 0 }, "0", "<=30" },
		{ { 2, 2, 2, 2, 2 }, "1-2", "<=30" },
		{ { 4, 4, 4, 4, 9 }, "3-5", "30-50" },
		{ { 0, 1, 0, 1, 30 }, "1-2", ">=50" },
		{ { 12, 13, 14, 15, 16 }, ">10", "<=30" },
	};
	enum wk_hub_band bands[5] = { 0 };
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		struct aggregate a;
		aggregate_of(bands, rows[i].pages, 5, &a);
		assert_true(a.has_oncall);
		assert_string_equal(a.pages_median, rows[i].median);
		assert_string_equal(a.busiest_fifth, rows[i].fifth);
	}
}

/* ---- what is written ---- */
static void
html_escapes_text_and_attributes(void **state)
{
	(void)state;
	struct wk_buf b;
	wk_buf_init(&b);
	html_element(&b, "a", "<i> & \"x\" 'y'\x1b", "href", "/?a=\"><script>", NULL);
	assert_string_equal(b.p, "<a href=\"/?a=&quot;&gt;&lt;script&gt;\">"
	    "&lt;i&gt; &amp; &quot;x&quot; &#39;y&#39;?</a>");
	wk_buf_fini(&b);
}

static void
views_have_the_members_of_the_contract(void **state)
{
	(void)state;
	struct wk_hub_week w = { .week = 202647, .rev = 3, .received = 1795165200,
		.level = WK_HUB_INDICATORS, .band = WK_HUB_SEVERE, .coverage = 6,
		.indicators = "{\"pages\":4}" };
	struct wk_hub_consent c = { .gen = 2, .level = WK_HUB_BAND, .count = 1,
		.shares = { { "core", WK_HUB_INDIVIDUAL } } };
	struct wk_buf b;
	wk_buf_init(&b);
	put_week_view(&b, &w);
	assert_string_equal(b.p, "{\"week\":\"2026-W47\",\"rev\":3,"
	    "\"level\":\"indicators\","
	    "\"band\":\"severe\",\"basis\":\"work\",\"coverage\":6,"
	    "\"indicators\":{\"pages\":4},\"received_at\":\"2026-11-20T09:00:00Z\"}");
	wk_buf_clear(&b);
	w.level = WK_HUB_BAND;
	put_week_view(&b, &w);
	assert_null(strstr(b.p, "indicators"));
	wk_buf_clear(&b);
	c.expires = wk_date_from_civil(2026, 12, 31);
	put_consent(&b, &c);
	assert_string_equal(b.p, "{\"gen\":2,\"level\":\"band\",\"basis\":\"work\","
	    "\"expires\":\"2026-12-31\",\"teams\":[{\"team\":\"core\","
	    "\"visibility\":\"individual\"}]}");
	wk_buf_fini(&b);
}

static void
forms_are_decoded(void **state)
{
	(void)state;
	static const struct {
		const char *body, *want; /* NULL: not there */
	} rows[] = {
		{ "token=wk_a", "wk_a" },
		{ "x=1&token=a+b%20c%2B", "a b c+" },
		{ "token=", "" },
		{ "tokens=1", NULL },
		{ "xtoken=1", NULL },
		{ "token=a%00b", NULL },
		{ "token=%", "%" },
		{ "token=%4", "%4" },
		{ "", NULL },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		char out[FIELD_MAX];
		bool is_there = page_field(rows[i].body, strlen(rows[i].body), "token",
		    out);
		assert_int_equal(is_there, rows[i].want != NULL);
		if (is_there)
			assert_string_equal(out, rows[i].want);
	}
}

static void
a_lead_is_told_what_to_do(void **state)
{
	(void)state;
	struct aggregate w[6];
	struct wk_arena a;
	struct wk_buf b;
	wk_arena_init(&a);
	wk_buf_init(&b);
	for (int i = 0; i < 6; i++)
		w[i] = (struct aggregate){ 202640 + i, false, ">=80", true, "3-5", ">5",
			">=50" };
	advice_lead(&a, w, 6, &b);
	assert_string_equal(b.p, "In 6 of 6 weeks at least 40 of 100 who share were "
	    "strained or severe.");
	assert_non_null(strstr(advice_next(w, 6, 0), "Take something off the plan"));
	assert_non_null(strstr(advice_next(w, 6, 1), "Spread the rotation"));
	assert_non_null(strstr(advice_next(w, 6, 2), "night page"));
	assert_null(advice_next(w, 6, 4));
	wk_buf_fini(&b);
	wk_arena_fini(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_reading_of_a_head_or_none),
		cmocka_unit_test(paths_have_one_route_or_none),
		cmocka_unit_test(every_route_of_the_contract_is_here),
		cmocka_unit_test(json_is_read_strictly),
		cmocka_unit_test(a_week_is_read_as_the_contract_has_it),
		cmocka_unit_test(a_week_that_is_wrong_says_where),
		cmocka_unit_test(names_are_text_and_nothing_else),
		cmocka_unit_test(weeks_are_those_of_a_year),
		cmocka_unit_test(a_bucket_runs_dry_and_fills_again),
		cmocka_unit_test(shares_have_ends_and_a_least_number),
		cmocka_unit_test(unknown_weeks_do_not_report),
		cmocka_unit_test(pages_are_medians_and_a_busiest_fifth),
		cmocka_unit_test(html_escapes_text_and_attributes),
		cmocka_unit_test(views_have_the_members_of_the_contract),
		cmocka_unit_test(forms_are_decoded),
		cmocka_unit_test(a_lead_is_told_what_to_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
