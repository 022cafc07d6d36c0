/* SPDX-License-Identifier: MIT */
/* forecast: where a week leads that goes on, when that is calm, and what would be
 * enough. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "days", "N", "how far ahead, 1 to 365; 28 unless said"},
    {0, "plan", "PLAN", "the week to come; else the usual one, see below"},
    {0, "until", "BAND", "when it is calm, watch or strained at most; calm"},
    {0, "solve", "WHAT", "the most hours or the least rest for the goal"},
    {0, "goal", "BAND", "of --solve: calm, watch or strained; calm"},
    {0, "by", "DAY", "of --solve: 2026-12-18, fri, 10d or 4w; 4w"},
    {0, "json", NULL, "the plan, every day and the answer as JSON"},
    {0},
};

static enum wk_rc
read_band(struct wk_cli *c, const char *name, enum wk_band *out)
{
	const char *s = cli_value(c, name);
	for (int k = 0; s != NULL && k < WK_BAND_SEVERE; k++)
		if (strcmp(s, wk_band_name((enum wk_band)k)) == 0) {
			*out = (enum wk_band)k;
			return WK_OK;
		}
	if (s == NULL)
		return WK_OK;
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "--%s \"%.40s\" is none of calm, watch, strained", name, s);
}

static enum wk_rc
read_solve(struct wk_cli *c, struct wk_outlook_ask *ask)
{
	const char *what = cli_value(c, "solve"), *by = cli_value(c, "by");
	if (what != NULL && strcmp(what, "hours") != 0 && strcmp(what, "rest") != 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--solve \"%.40s\" is neither hours nor rest", what);
	if (what != NULL && cli_has(c, "until"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--until and --solve: give one of them; --solve has its --goal");
	if (what == NULL && (by != NULL || cli_has(c, "goal")))
		return wk_fail(&c->err, WK_ERR_INPUT, "--%s needs --solve hours or rest",
		    by != NULL ? "by" : "goal");
	ask->solve = what == NULL ? '\0' : what[0];
	return by == NULL ? WK_OK : wk_when_ahead(c->app, by, &ask->by, &c->err);
}

static enum wk_rc
read_ask(struct wk_cli *c, struct wk_outlook_ask *ask)
{
	int days = 28;
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = cli_number(c, "days", 1, 365, &days);
	if (rc == WK_OK)
		rc = read_band(c, "until", &ask->goal);
	if (rc == WK_OK)
		rc = read_band(c, "goal", &ask->goal);
	if (rc == WK_OK)
		rc = read_solve(c, ask);
	ask->days = (size_t)days;
	ask->plan = cli_value(c, "plan");
	return rc;
}

static enum wk_rc
run_forecast(struct wk_cli *c)
{
	struct wk_outlook_ask ask = {.by = WK_DATE_NONE, .goal = WK_BAND_CALM};
	struct wk_outlook o;
	enum wk_rc rc = read_ask(c, &ask);
	if (rc == WK_OK)
		rc = wk_app_forecast(c->app, &ask, &c->arena, &o, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		wk_render_forecast_json(&o, c->out);
	else
		wk_render_forecast(&o, cli_paint(c), c->out);
	return WK_OK;
}

const struct cli_command cli_cmd_forecast = {
    .name = "forecast",
    .usage = "forecast [--days N] [--plan PLAN] [--until BAND | --solve hours|rest "
	     "[--goal BAND] [--by DAY]]",
    .options = options,
    .run = run_forecast,
    .more = "PLAN  words for a week, such as \"45h 6.5h-sleep 1-off 2-pages\": hours\n"
	    "      spread evenly over the working days, off the last of those, pages\n"
	    "      at off hours, one a day from Monday; 10-rest puts ten days off\n"
	    "      first. What it does not say stays as in your last 28 days\n",
    .help = "where a week that goes on leads, and what would be enough",
    .examples = "wick forecast\n"
    	"wick forecast --plan '40h 7.5h-sleep 1-off' --until watch\n"
    	"wick forecast --solve hours --goal watch --by 4w\n",
};
