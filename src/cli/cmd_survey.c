/* SPDX-License-Identifier: MIT */
/* survey: the monthly six questions. On a terminal one after another, in the screens all
 * to read, else as arguments; the answers stay in the store. */
#include <stdio.h>

#include "command.h"

static const struct cli_opt options[] = {
    {0, "score", "N", "0 to 100, of a questionnaire taken elsewhere"},
    {0, "show", NULL, "what was answered, month by month"},
    {0, "json", NULL, "as JSON"},
    {0},
};

enum { ASK_OK, ASK_AGAIN, ASK_LEFT };

/* "3", or "-" and nothing for not answered. */
static bool
read_answer(const char *s, int *out)
{
	long v = 0;
	bool is_none = *s == '\0' || strcmp(s, "-") == 0;
	if (!is_none && !wk_text_parse_int(s, 1, 5, &v))
		return false;
	*out = (int)v;
	return true;
}

/* ---- what is kept ---- */
static void
put_month(struct wk_buf *b, wk_date d)
{
	int year, month, day;
	wk_date_to_civil(d, &year, &month, &day);
	wk_buf_addf(b, "%s %d", wk_date_month_name(month, true), year);
}

static void
put_score(struct wk_buf *b, const struct wk_survey *v)
{
	double score = wk_survey_score(v);
	int n = wk_survey_answers(v);
	if (isnan(score))
		wk_buf_addf(b, "not enough answers for a score (%d of 3)", n);
	else
		wk_buf_addf(b, "exhaustion %.1f of 100 (%s)", score,
		    wk_exhaustion_band(score));
	if (!isnan(v->score))
		wk_buf_adds(b, ", typed in");
	else if (!isnan(score) && n < WK_SURVEY_ITEMS)
		wk_buf_addf(b, ", %d of %d answered", n, WK_SURVEY_ITEMS);
}

static void
put_items_json(struct wk_buf *b, const struct wk_survey *v)
{
	cli_json_key(b, "items");
	if (!isnan(v->score)) {
		wk_buf_adds(b, "null");
		return;
	}
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++) {
		wk_buf_addc(b, k == 0 ? '[' : ',');
		if (v->items[k] > 0)
			wk_buf_addf(b, "%d", v->items[k]);
		else
			wk_buf_adds(b, "null");
	}
	wk_buf_addc(b, ']');
}

static void
put_json(struct wk_buf *b, const struct wk_survey *v, size_t n)
{
	wk_buf_adds(b, "{\"format\":1,\"surveys\":[");
	for (size_t i = 0; i < n; i++) {
		double score = wk_survey_score(&v[i]);
		char day[11];
		wk_date_format(v[i].day, day);
		cli_json_key(b, NULL);
		wk_buf_addf(b, "{\"month\":\"%.7s\"", day);
		cli_json_date(b, "day", v[i].day);
		put_items_json(b, &v[i]);
		cli_json_number(b, "score", score, 6);
		cli_json_text(b, "band",
		    isnan(score) ? NULL : wk_exhaustion_band(score));
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}\n");
}

static void
put_list(struct wk_buf *b, const struct wk_survey *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = b->len;
		put_month(b, v[i].day);
		wk_buf_fill(b, ' ', 16 - WK_MIN(b->len - at, (size_t)16));
		put_score(b, &v[i]);
		wk_buf_addc(b, '\n');
	}
}

static enum wk_rc
show(struct wk_cli *c)
{
	struct wk_survey *v;
	size_t n;
	enum wk_rc rc = wk_app_survey_list(c->app, INT32_MIN + 1, INT32_MAX, &c->arena,
	    &v, &n, &c->err);
	if (rc == WK_OK && n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "no survey is answered yet");
	if (rc == WK_OK)
		(cli_has(c, "json") ? put_json : put_list)(c->out, v, n);
	return rc;
}

/* ---- asking ---- */
static int
ask_line(struct wk_cli *c, int *out)
{
	char line[64];
	if (cli_flush(c->out) != WK_OK || fgets(line, sizeof(line), stdin) == NULL)
		return ASK_LEFT;
	size_t n = strcspn(line, "\n");
	if (line[n] == '\0') {
		for (int x = getc(stdin); x != '\n' && x != EOF;)
			x = getc(stdin);
		return ASK_AGAIN;
	}
	line[n] = '\0';
	if (strcmp(line, "q") == 0)
		return ASK_LEFT;
	return read_answer(line, out) ? ASK_OK : ASK_AGAIN;
}

static const char scale[] = "The last four weeks: 1 never, 2 seldom, 3 sometimes, "
    "4 often, 5 always.\n";

/* To be answered by the next line that is typed there. */
static void
put_questions(struct wk_buf *b)
{
	wk_buf_addf(b, "%s\n", scale);
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++)
		wk_buf_addf(b, "%zu  %s\n", k + 1, wk_exhaustion_item(k));
	wk_buf_adds(b, "\n:survey 3 2 4 - 1 2 answers them in order; - leaves one out.\n"
	    "The answers stay here.\n");
}

/* False when the person left. */
static bool
ask_all(struct wk_cli *c, struct wk_survey *v)
{
	wk_buf_addf(c->out, "%sEnter leaves a question out, q leaves and keeps "
	    "nothing. The answers stay here.\n", scale);
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++) {
		int got;
		wk_buf_addf(c->out, "\n%zu of %d  %s\n", k + 1, WK_SURVEY_ITEMS,
		    wk_exhaustion_item(k));
		do {
			wk_buf_adds(c->out, "1 to 5: ");
			got = ask_line(c, &v->items[k]);
		} while (got == ASK_AGAIN);
		if (got == ASK_LEFT)
			return false;
	}
	wk_buf_addc(c->out, '\n');
	return true;
}

/* ---- the command ---- */
static enum wk_rc
read_arguments(struct wk_cli *c, struct wk_survey *v)
{
	const char *score = cli_value(c, "score");
	if (score != NULL && c->arg_count > 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "answers or a --score; one of them");
	if (score != NULL && !wk_text_parse_double(score, 0, 100, &v->score))
		return wk_fail(&c->err, WK_ERR_INPUT, "score \"%.20s\" is outside 0..100",
		    score);
	if (score != NULL)
		return WK_OK;
	if (c->arg_count != WK_SURVEY_ITEMS)
		return wk_fail(&c->err, WK_ERR_INPUT, c->arg_count > 0 ?
		    "%zu answers to six questions; - is for one that is left out" :
		    "nobody is there to ask; wick survey 3 2 4 - 1 2 gives six answers",
		    c->arg_count);
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++)
		if (!read_answer(c->args[k], &v->items[k]))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "answer \"%.20s\" is outside 1..5", c->args[k]);
	return WK_OK;
}

static enum wk_rc
run_survey(struct wk_cli *c)
{
	struct wk_survey v = {.score = NAN};
	bool is_second = false, asks = c->arg_count == 0 && !cli_has(c, "score");
	if (cli_has(c, "show")) {
		if (c->arg_count > 0 || cli_has(c, "score"))
			return wk_fail(&c->err, WK_ERR_INPUT, "--show stands alone");
		return show(c);
	}
	if (asks && c->app->is_at_screen && !cli_has(c, "json")) {
		put_questions(c->out);
		return WK_OK;
	}
	if (asks && c->is_terminal && !cli_has(c, "json")) {
		if (!ask_all(c, &v) || wk_survey_answers(&v) == 0) {
			wk_buf_adds(c->out, "nothing is kept\n");
			return WK_OK;
		}
	} else {
		enum wk_rc rc = read_arguments(c, &v);
		if (rc != WK_OK)
			return rc;
	}
	enum wk_rc rc = wk_app_survey(c->app, &v, &c->arena, &is_second, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		put_json(c->out, &v, 1);
		return WK_OK;
	}
	put_list(c->out, &v, 1);
	if (is_second)
		wk_buf_adds(c->out, "in place of the one this month had\n");
	return WK_OK;
}

const struct cli_command cli_cmd_survey = {
    .name = "survey",
    .usage = "survey [ANSWER...]\nsurvey --score N\nsurvey --show",
    .options = options,
    .run = run_survey,
    .more = "six answers in order, 1 never to 5 always, - for one that is left out;\n"
	"without them the questions are asked. One a month; a second one takes the\n"
	"place of the first, and undo does not bring it back. The answers stay in the\n"
	"store: indicators and reports show the score, a redacted export has nothing\n"
	"of it.\n",
    .help = "the monthly six questions, for yourself",
    .examples = "wick survey 2 3 - 2 1 4\n"
    	"wick survey --show\n",
};
