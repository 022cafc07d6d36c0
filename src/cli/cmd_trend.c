/* SPDX-License-Identifier: MIT */
/* trend: what the score or one indicator did, in words and as a chart as wide as the
 * terminal. With --plain a list, a week a line. */
#include <stdlib.h>

#include "command.h"

#define AXIS_COLS 8             /* beside the chart: its numbers, and a margin */
#define LEAST_COLS 16
#define MOST_COLS 112
#define CHART_ROWS 10
#define SAME 0.05               /* what reads as the same number */
#define YEAR_MATTERS 300        /* days, from which a date is told with its year */

static const struct cli_opt options[] = {
    {'w', "weeks", "WEEKS", "how far back, 1 to 520; 12 unless said"},
    {0, "json", NULL, "the values as JSON"},
    {0},
};

struct trend {
	const struct wk_indicator *ind; /* NULL: the score */
	const char *title, *unit;
	wk_date first;
	double *v;
	size_t n;
	double marks[3], max;
	size_t mark_count;
	int over;                       /* days on the wrong side of the limit */
};

static const char *
nth_name(const void *ctx, size_t i)
{
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);
	(void)ctx;
	return i < n ? v[i].id : i == n ? "score" : NULL;
}

static enum wk_rc
choose(struct wk_cli *c, struct trend *t)
{
	const struct wk_model *m = &c->app->conf.model;
	const char *id = c->arg_count > 0 ? c->args[0] : "score";
	t->title = "strain index";
	t->unit = "of 100";
	if (strcmp(id, "score") == 0) {
		t->max = 100;
		t->marks[0] = m->band_watch;
		t->marks[1] = m->band_strained;
		t->marks[2] = m->band_severe;
		t->mark_count = 3;
		return WK_OK;
	}
	t->ind = wk_indicator_find(id);
	if (t->ind == NULL) {
		const char *near = wk_text_nearest(id, nth_name, NULL);
		return wk_fail(&c->err, WK_ERR_INPUT, "no indicator \"%.40s\"; %s%s", id,
		    near != NULL ? "did you mean " : "wick help trend lists them",
		    near != NULL ? near : "");
	}
	t->title = t->ind->title;
	t->unit = t->ind->unit;
	if (!isnan(t->ind->threshold)) {
		t->marks[0] = t->ind->threshold;
		t->mark_count = 1;
	}
	return WK_OK;
}

/* A day without an entry in reach has no value: a gap stays a gap. */
static double
value_at(struct trend *t, const struct wk_model *m, const struct wk_series *s, size_t i)
{
	struct wk_indicator_value v = {.value = NAN};
	if (s->strain[i].is_held)
		return NAN;
	if (t->ind == NULL)
		return s->strain[i].score;
	wk_indicator_bare(t->ind, m, s, i, &v);
	t->over += v.state == WK_STATE_OVER;
	return v.state == WK_STATE_OK || v.state == WK_STATE_OVER ? v.value : (double)NAN;
}

static void
fill(struct wk_cli *c, struct trend *t, const struct wk_series *s, int weeks)
{
	size_t want = (size_t)weeks * 7,
	       from = s->shown + 1 > want ? s->shown + 1 - want : 0;
	t->n = s->shown + 1 - from;
	t->first = s->days[from].d;
	t->v = WK_ARENA_ARRAY(&c->arena, double, t->n);
	for (size_t k = 0; k < t->n; k++)
		t->v[k] = value_at(t, &c->app->conf.model, s, from + k);
	for (size_t k = 0; t->ind != NULL && k < t->n; k++)
		t->max = t->v[k] > t->max ? t->v[k] : t->max;
	for (size_t k = 0; t->ind != NULL && k < t->mark_count; k++)
		t->max = WK_MAX(t->max, t->marks[k] * 1.1);
	if (t->max <= 0)
		t->max = 1;
}

static void
put_json(struct wk_cli *c, const struct trend *t)
{
	struct wk_buf *b = c->out;
	wk_buf_adds(b, "{\"format\":1");
	cli_json_text(b, "id", t->ind != NULL ? t->ind->id : "score");
	cli_json_text(b, "title", t->title);
	cli_json_text(b, "unit", t->unit);
	cli_json_key(b, "marks");
	wk_buf_addc(b, '[');
	for (size_t k = 0; k < t->mark_count; k++)
		cli_json_number(b, NULL, t->marks[k], 6);
	wk_buf_adds(b, "],\"values\":[");
	for (size_t k = 0; k < t->n; k++) {
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		cli_json_date(b, "day", t->first + (wk_date)k);
		cli_json_number(b, "value", t->v[k], 6);
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}\n");
}

/* The last known value of each week. */
static void
put_list(struct wk_cli *c, const struct trend *t)
{
	double last = NAN;
	for (size_t k = 0; k < t->n; k++) {
		wk_date d = t->first + (wk_date)k;
		last = isnan(t->v[k]) ? last : t->v[k];
		if (wk_date_weekday(d) != 6 && k + 1 < t->n)
			continue;
		int year, week;
		wk_date_iso_week(d, &year, &week);
		wk_buf_addf(c->out, "%04d-W%02d  ", year, week);
		if (isnan(last))
			wk_buf_adds(c->out, "not known");
		else
			wk_buf_addf(c->out, "%.1f", last);
		wk_buf_addc(c->out, '\n');
		last = NAN;
	}
}

static void
put_chart(struct wk_cli *c, const struct trend *t)
{
	const char *frame = c->app->conf.frame;
	bool ascii = !cli_is_utf8() || (frame != NULL && strcmp(frame, "ascii") == 0);
	struct wk_chart chart = {.v = t->v,
	    .n = t->n,
	    .min = 0,
	    .max = t->max,
	    .marks = t->marks,
	    .mark_count = t->mark_count,
	    .cols = WK_MIN(WK_MAX(c->columns, LEAST_COLS + AXIS_COLS) - AXIS_COLS,
		(size_t)MOST_COLS),
	    .rows = CHART_ROWS,
	    .style = ascii ? WK_CHART_ASCII : WK_CHART_BRAILLE};
	wk_chart_text(&chart, t->first, &c->arena, c->out);
	cli_end_line(c->out);
}

/* What is missing, where not one day of the range has a value. */
static bool
put_lack(struct wk_cli *c, const struct trend *t, const struct wk_series *s)
{
	struct wk_indicator_value v = {.value = NAN};
	for (size_t k = 0; k < t->n; k++)
		if (!isnan(t->v[k]))
			return false;
	if (t->ind != NULL)
		wk_indicator_at(t->ind, &c->app->conf.model, s, s->shown, &v);
	wk_buf_addf(c->out, "  %s\n", v.note[0] != '\0' ? v.note : "not enough data");
	return true;
}

/* ---- in words ---- */
struct known {
	size_t first, last, high, low;  /* indices */
	int count;
};

/* At least one value is known. */
static struct known
known_of(const struct trend *t)
{
	struct known x = {.count = 0};
	for (size_t k = 0; k < t->n; k++) {
		if (isnan(t->v[k]))
			continue;
		if (x.count++ == 0)
			x.first = x.high = x.low = k;
		x.last = k;
		x.high = t->v[k] > t->v[x.high] ? k : x.high;
		x.low = t->v[k] < t->v[x.low] ? k : x.low;
	}
	return x;
}

/* A phrase stays on one line where a line can hold it. The buffer is empty then. */
static void
say(struct wk_cli *c, struct wk_buf *phrase)
{
	size_t col = cli_column(c->out);
	wk_buf_adds(c->out, col > 0 ? ";" : "");
	if (col > 0 && col + 3 + wk_text_width(phrase->p) > c->columns)
		wk_buf_addc(c->out, '\n');
	wk_buf_adds(c->out, cli_column(c->out) > 0 ? " " : "  ");
	wk_buf_add(c->out, phrase->p, phrase->len);
	wk_buf_clear(phrase);
}

static void
put_value(struct wk_buf *b, const struct trend *t, double v)
{
	wk_text_put_number(b, v, 1);
	if (t->ind != NULL && t->unit[0] != '\0')
		wk_buf_addf(b, " %s", t->unit);
}

static void
put_on(struct wk_buf *b, const struct trend *t, size_t k)
{
	int year, month, day;
	wk_date d = t->first + (wk_date)k;
	wk_buf_adds(b, " on ");
	wk_date_put_day(b, d);
	wk_date_to_civil(d, &year, &month, &day);
	if (t->n > YEAR_MATTERS)
		wk_buf_addf(b, " %d", year);
}

static void
say_extreme(struct wk_cli *c, const struct trend *t, const char *which, size_t k,
    struct wk_buf *b)
{
	wk_buf_addf(b, "%s ", which);
	put_value(b, t, t->v[k]);
	put_on(b, t, k);
	say(c, b);
}

static void
say_course(struct wk_cli *c, const struct trend *t, const struct known *x,
    struct wk_buf *b)
{
	double change = t->v[x->last] - t->v[x->first];
	if (x->last == x->first)
		return;
	if (fabs(change) < SAME)
		wk_buf_adds(b, "the same as");
	else
		put_value(b, t, fabs(change));
	if (fabs(change) >= SAME)
		wk_buf_adds(b, change > 0 ? " higher than" : " lower than");
	put_on(b, t, x->first);
	say(c, b);
	if (t->v[x->high] - t->v[x->low] < SAME)
		return;
	say_extreme(c, t, "highest", x->high, b);
	say_extreme(c, t, "lowest", x->low, b);
}

static void
say_limit(struct wk_cli *c, const struct trend *t, const struct known *x,
    struct wk_buf *b)
{
	if (t->ind == NULL || t->mark_count == 0)
		return;
	wk_buf_adds(b, "limit ");
	put_value(b, t, t->marks[0]);
	if (t->over == 0)
		wk_buf_adds(b, ", not crossed");
	else
		wk_buf_addf(b, ", crossed on %d of %d days", t->over, x->count);
	say(c, b);
}

static void
put_words(struct wk_cli *c, const struct trend *t)
{
	struct known x = known_of(t);
	int missing = (int)t->n - x.count;
	struct wk_buf b;
	wk_buf_init(&b);
	put_value(&b, t, t->v[x.last]);
	if (t->ind == NULL)
		wk_buf_addf(&b, " %s",
		    wk_band_name(wk_band_of(&c->app->conf.model, t->v[x.last])));
	if (x.last + 1 < t->n)
		put_on(&b, t, x.last);
	else
		wk_buf_adds(&b, " now");
	say(c, &b);
	say_course(c, t, &x, &b);
	say_limit(c, t, &x, &b);
	if (missing > 0) {
		wk_buf_addf(&b, "%d day%s not known", missing, missing == 1 ? "" : "s");
		say(c, &b);
	}
	cli_end_line(c->out);
	wk_buf_fini(&b);
}

static enum wk_rc
run_trend(struct wk_cli *c)
{
	struct trend t = {0};
	struct wk_series s;
	int weeks = 12;
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc == WK_OK)
		rc = cli_number(c, "weeks", 1, 520, &weeks);
	if (rc == WK_OK)
		rc = choose(c, &t);
	if (rc == WK_OK)
		rc = wk_app_series_full(c->app, weeks > 100, &c->arena, &s, &c->err);
	if (rc == WK_OK && s.n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing is logged yet");
	if (rc != WK_OK)
		return rc;
	fill(c, &t, &s, weeks);
	if (cli_has(c, "json")) {
		put_json(c, &t);
		return WK_OK;
	}
	wk_buf_addf(c->out, "%s, %s, to ", t.title, t.unit);
	wk_date_put_day(c->out, s.days[s.shown].d);
	wk_buf_addc(c->out, '\n');
	if (put_lack(c, &t, &s))
		return WK_OK;
	put_words(c, &t);
	if (c->is_plain)
		put_list(c, &t);
	else
		put_chart(c, &t);
	return WK_OK;
}

const struct cli_command cli_cmd_trend = {
    .name = "trend",
    .usage = "trend [-w WEEKS] [INDICATOR]",
    .options = options,
    .run = run_trend,
    .flags = CLI_INDICATORS | CLI_SCORE,
    .help = "a chart of the score, or of one indicator",
    .examples = "wick trend\n"
    	"wick trend -w 26 sleep_chronic\n",
};
