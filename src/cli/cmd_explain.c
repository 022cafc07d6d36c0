/* SPDX-License-Identifier: MIT */
/* explain: why the score is what it is, or what one indicator says and rests on. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "personal", NULL, "which signal led how you felt"},
    {0, "json", NULL, "the contributions as JSON"},
    {0},
};

static const char *
nth_indicator(const void *ctx, size_t i)
{
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);
	(void)ctx;
	return i < n ? v[i].id : NULL;
}

static enum wk_rc
unknown(struct wk_cli *c, const char *s)
{
	const char *near = wk_text_nearest(s, nth_indicator, NULL);
	if (near != NULL)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" is neither a day nor an indicator; did you mean %s?", s,
		    near);
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "\"%.40s\" is neither a day nor an indicator; see wick help explain", s);
}

/* Reads all of history when the tail does not reach the day. */
static enum wk_rc
series_with(struct wk_cli *c, wk_date d, struct wk_series *s)
{
	enum wk_rc rc = wk_app_series_full(c->app, false, &c->arena, s, &c->err);
	if (rc == WK_OK && d != WK_DATE_NONE && s->n > 0 && d < s->days[0].d)
		rc = wk_app_series_full(c->app, true, &c->arena, s, &c->err);
	if (rc == WK_OK && s->n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged yet");
	return rc;
}

static enum wk_rc
index_of(struct wk_cli *c, const struct wk_series *s, wk_date d, size_t *i)
{
	char day[11];
	*i = d == WK_DATE_NONE ? s->shown : wk_series_find(s, d);
	if (*i != SIZE_MAX)
		return WK_OK;
	wk_date_format(d, day);
	return wk_fail(&c->err, WK_ERR_NOTFOUND, "%s is outside what is logged", day);
}

static void
put_personal(struct wk_cli *c, const struct wk_series *s, size_t i)
{
	struct wk_personal v[WK_PERSONAL_SHOWN];
	int known;
	size_t n = wk_personal_run(&c->app->conf.model, s, i, &c->arena, v, WK_LEN(v),
	    &known);
	if (cli_has(c, "json"))
		wk_render_personal_json(v, n, known, s->days[i].d, c->out);
	else
		wk_render_personal(v, n, known, s->days[i].d, cli_paint(c), c->out);
}

/* A day, an indicator, or neither. */
static enum wk_rc
read_what(struct wk_cli *c, wk_date *d, const struct wk_indicator **ind)
{
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc != WK_OK || c->arg_count == 0)
		return rc;
	if (wk_when_is_day(c->args[0]))
		return wk_when_day(c->app, c->args[0], d, &c->err);
	*ind = wk_indicator_find(c->args[0]);
	if (*ind == NULL)
		return unknown(c, c->args[0]);
	if (cli_has(c, "personal"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--personal looks at all signals, not at %s alone", (*ind)->id);
	if (cli_has(c, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--json explains a day; wick report --json has every indicator");
	return WK_OK;
}

static enum wk_rc
run_explain(struct wk_cli *c)
{
	struct wk_series s;
	size_t i = 0;
	wk_date d = WK_DATE_NONE;
	const struct wk_indicator *ind = NULL;
	const struct wk_model *m = &c->app->conf.model;
	enum wk_rc rc = read_what(c, &d, &ind);
	if (rc == WK_OK)
		rc = series_with(c, d, &s);
	if (rc == WK_OK)
		rc = index_of(c, &s, d, &i);
	if (rc == WK_OK && d == WK_DATE_NONE)
		wk_series_age(&s, m, c->app->today, &c->arena);
	else if (rc == WK_OK)
		rc = wk_app_survey_fill(c->app, d, &c->arena, &s, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "personal"))
		put_personal(c, &s, i);
	else if (ind != NULL)
		wk_render_explain_indicator(&s, i, m, ind, cli_paint(c), c->out);
	else if (cli_has(c, "json"))
		wk_render_explain_json(&s, i, m, c->out);
	else
		wk_render_explain(&s, i, m, cli_paint(c), c->out);
	cli_end_line(c->out);
	return WK_OK;
}

const struct cli_command cli_cmd_explain = {
    .name = "explain",
    .usage = "explain [DAY | INDICATOR] [--personal]",
    .options = options,
    .run = run_explain,
    .flags = CLI_INDICATORS,
    .help = "why the score is what it is, in points that add up",
    .examples = "wick explain\n"
    	"wick explain yesterday\n"
    	"wick explain sleep_debt14\n",
};
