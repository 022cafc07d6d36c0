/* SPDX-License-Identifier: MIT */
/* The monthly check: six answers of the person's own, one set a month, a note of the
 * store's. Private: no report to others has it, and no redacted export. */
#include "internal.h"

enum { FRESH_MONTHS = 3 };      /* an answer counts for 45 days: in at most so many */

double
wk_survey_score(const struct wk_survey *v)
{
	int points[WK_SURVEY_ITEMS];
	if (!isnan(v->score))
		return v->score;
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++)
		points[k] = v->items[k] > 0 ? (v->items[k] - 1) * 25 : -1;
	return wk_exhaustion(points);
}

int
wk_survey_answers(const struct wk_survey *v)
{
	int n = 0;
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++)
		n += v->items[k] > 0;
	return n;
}

/* ---- the store's notes "survey.2026-11", each as its JSON line ---- */
static enum wk_rc
read_note(struct wk_store *s, const char *text, struct wk_arena *a, struct wk_survey *out,
    struct wk_err *err)
{
	struct wk_line l = { .type = WK_LINE_BLANK };
	enum wk_rc rc = wk_store_line_parse(s, text, strlen(text), NULL, a, &l, err);
	if (rc == WK_OK && l.type != WK_LINE_SURVEY)
		return wk_fail(err, WK_ERR_STORE, "a survey in the store reads \"%.40s\"",
		    text);
	if (rc == WK_OK)
		*out = l.survey;
	return rc;
}

enum wk_rc
wk_survey_get(struct wk_store *s, wk_date day, struct wk_arena *a, struct wk_survey *out,
    struct wk_err *err)
{
	const char *text = NULL;
	*out = (struct wk_survey){ .day = WK_DATE_NONE, .score = NAN };
	enum wk_rc rc = wk_store_survey_get(s, day, a, &text, err);
	return rc != WK_OK || text == NULL ? rc : read_note(s, text, a, out, err);
}

enum wk_rc
wk_survey_put(struct wk_store *s, const struct wk_survey *v, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_survey old;
	struct wk_buf b;
	enum wk_rc rc = wk_survey_get(s, v->day, a, &old, err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&b);
	wk_survey_put_json(&b, v);
	rc = wk_store_survey_put(s, v->day, old.day, b.p, err);
	wk_buf_fini(&b);
	return rc;
}

/* ---- what a face asks for ---- */
enum wk_rc
wk_app_survey(struct wk_app *app, struct wk_survey *v, struct wk_arena *a,
    bool *is_second, struct wk_err *err)
{
	struct wk_survey old;
	if (isnan(v->score) && wk_survey_answers(v) == 0)
		return wk_fail(err, WK_ERR_INPUT, "no question is answered");
	v->day = app->today;
	enum wk_rc rc = wk_app_begin(app, "survey", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_survey_get(app->store, v->day, a, &old, err);
	if (rc == WK_OK)
		rc = wk_survey_put(app->store, v, a, err);
	*is_second = rc == WK_OK && old.day != WK_DATE_NONE;
	return wk_app_end(app, rc, err);
}

enum wk_rc
wk_app_survey_list(struct wk_app *app, wk_date lo, wk_date hi, struct wk_arena *a,
    struct wk_survey **v, size_t *n, struct wk_err *err)
{
	const char **texts;
	size_t count = 0;
	struct wk_survey x;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_meta_list(app->store, "survey.", "survey/", a, &texts,
		    &count, err);
	*n = 0;
	*v = WK_ARENA_ARRAY(a, struct wk_survey, count + 1);
	for (size_t i = 0; rc == WK_OK && i < count; i++) {
		rc = read_note(app->store, texts[i], a, &x, err);
		if (rc == WK_OK && x.day >= lo && x.day <= hi)
			(*v)[(*n)++] = x;
	}
	return rc;
}

/* The last one on or before that day that has a score: so many point look-ups at most. */
enum wk_rc
wk_app_survey_fill(struct wk_app *app, wk_date day, struct wk_arena *a,
    struct wk_series *s, struct wk_err *err)
{
	struct wk_survey x = { .day = WK_DATE_NONE };
	enum wk_rc rc = WK_OK;
	wk_date at = day;
	s->exhaustion = NAN;
	s->exhaustion_d = WK_DATE_NONE;
	for (int k = 0; rc == WK_OK && k < FRESH_MONTHS; k++) {
		int year, month, d;
		rc = wk_survey_get(app->store, at, a, &x, err);
		double score = rc == WK_OK && x.day != WK_DATE_NONE && x.day <= day ?
		    wk_survey_score(&x) : (double)NAN;
		if (!isnan(score)) {
			s->exhaustion = score;
			s->exhaustion_d = x.day;
			break;
		}
		wk_date_to_civil(at, &year, &month, &d);
		at -= d;                        /* the last day of the month before */
	}
	return rc;
}
