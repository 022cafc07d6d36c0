/* SPDX-License-Identifier: MIT */
/* show: the raw facts of a day or of several, with the ids that edit and rm take. */
#include "command.h"

#define LONGEST_DAYS 3660
#define MISSING_DAYS 14

static const struct cli_opt options[] = {
    {0, "missing", NULL, "list what was not logged (of the last 14 days)"},
    {0, "json", NULL, "print as JSON"},
    {0},
};

static bool
is_blank(const struct wk_day_view *v)
{
	const struct wk_typed *t = &v->row.typed;
	return v->event_count + v->elsewhere_count == 0 && v->row.note == NULL &&
	    t->wakes < 0 && t->oncall < 0 && t->leave == WK_LEAVE_NONE &&
	    wk_day_is_empty(&v->row.folded) && t->energy + t->stress + t->mood == 0;
}

static enum wk_rc
show_days(struct wk_cli *c, wk_date lo, wk_date hi)
{
	size_t shown = 0;
	bool json = cli_has(c, "json");
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"days\":[");
	for (wk_date d = lo; d <= hi; d++) {
		struct wk_day_view v;
		enum wk_rc rc = wk_app_day(c->app, d, &c->arena, &v, &c->err);
		if (rc != WK_OK) {
			wk_buf_clear(c->out);
			return rc;
		}
		if (is_blank(&v))
			continue;
		shown++;
		if (json) {
			cli_json_key(c->out, NULL);
			cli_json_day_value(c->out, &v);
		} else
			cli_put_day_facts(c, &v);
	}
	if (json)
		wk_buf_adds(c->out, "]}\n");
	if (shown > 0)
		return WK_OK;
	wk_buf_clear(c->out);
	return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged there");
}

/* ---- --missing ---- */
static const char *
missing_of(const struct wk_dayrow *row)
{
	bool work = isnan(row->folded.hours) && row->folded.leave == WK_LEAVE_NONE;
	bool sleep = isnan(row->folded.sleep_h);
	return work && sleep ? "work, no sleep" : work ? "work" : sleep ? "sleep" : NULL;
}

static void
put_missing(struct wk_cli *c, wk_date d, const char *what)
{
	if (cli_has(c, "json")) {
		cli_json_key(c->out, NULL);
		wk_buf_addc(c->out, '{');
		cli_json_date(c->out, "day", d);
		cli_json_key(c->out, "work");
		wk_buf_adds(c->out, *what == 'w' ? "true" : "false");
		cli_json_key(c->out, "sleep");
		wk_buf_adds(c->out, strstr(what, "sleep") != NULL ? "true}" : "false}");
		return;
	}
	wk_date_put_day(c->out, d);
	wk_buf_addf(c->out, "  no %s\n", what);
}

static enum wk_rc
show_missing(struct wk_cli *c, wk_date lo, wk_date hi)
{
	struct wk_dayrow *v, blank;
	size_t n, k = 0, missing = 0;
	enum wk_rc rc = wk_app_open(c->app, WK_STORE_READ, &c->err);
	if (rc == WK_OK)
		rc = wk_store_day_list(c->app->store, lo, hi, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		wk_buf_adds(c->out, "{\"format\":1,\"missing\":[");
	for (wk_date d = lo; d <= hi; d++) {
		const struct wk_dayrow *row = k < n && v[k].d == d ? &v[k++] : NULL;
		if (row == NULL) {
			wk_dayrow_init(&blank, d);
			wk_day_clear(&blank.folded, d);
			row = &blank;
		}
		const char *what = missing_of(row);
		if (what != NULL)
			put_missing(c, d, what);
		missing += what != NULL;
	}
	if (cli_has(c, "json"))
		wk_buf_adds(c->out, "]}\n");
	else if (missing == 0)
		wk_buf_adds(c->out, "every day there has work and sleep\n");
	return WK_OK;
}

static enum wk_rc
run_show(struct wk_cli *c)
{
	wk_date lo = c->app->today, hi = lo;
	bool missing = cli_has(c, "missing");
	enum wk_rc rc = cli_want(c, 0, 1);
	if (missing) {
		hi = c->app->today - 1;
		lo = hi - MISSING_DAYS + 1;
	}
	if (rc == WK_OK && c->arg_count == 1)
		rc = wk_when_range(c->app, c->args[0], &lo, &hi, &c->err);
	if (rc == WK_OK && hi - lo >= LONGEST_DAYS)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.60s\" is longer than ten years; wick export prints everything",
		    c->args[0]);
	if (rc != WK_OK)
		return rc;
	return missing ? show_missing(c, lo, hi) : show_days(c, lo, hi);
}

const struct cli_command cli_cmd_show = {
    .name = "show",
    .usage = "show [DAY | FROM..TO] [--missing]",
    .options = options,
    .run = run_show,
    .help = "the raw facts, with ids",
    .examples = "wick show yesterday\n"
    	"wick show monday..yesterday\n"
    	"wick show --missing\n",
};
