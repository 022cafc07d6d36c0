/* SPDX-License-Identifier: MIT */
/* A line that is a monthly check, as it also stands in the store:
 *   {"survey":"2026-11","day":"2026-11-20","items":[3,2,4,null,1,2]}
 *   {"survey":"2026-11","day":"2026-11-20","score":62.5} */
#include "line.h"

/* "[3,2,null,...]", six of them, 1 to 5 or null. */
static bool
parse_items(const char *s, int items[WK_SURVEY_ITEMS])
{
	for (size_t k = 0; k < WK_SURVEY_ITEMS; k++) {
		if (*s++ != (k == 0 ? '[' : ','))
			return false;
		if (strncmp(s, "null", 4) == 0) {
			items[k] = 0;
			s += 4;
		} else if (*s >= '1' && *s <= '5')
			items[k] = *s++ - '0';
		else
			return false;
	}
	return strcmp(s, "]") == 0;
}

static enum wk_rc
read_month(const struct line *l, struct wk_survey *v, struct wk_err *err)
{
	const char *month = l->m[K_SURVEY].text;
	char first[11], day[11];
	wk_date d;
	snprintf(first, sizeof(first), "%.7s-01", month);
	if (strlen(month) != 7 || !wk_date_parse_iso(first, &d))
		return wk_fail(err, WK_ERR_INPUT, "survey \"%.40s\" is not a month "
		    "(YYYY-MM)", month);
	if (l->m[K_DAY].type == M_ABSENT)
		return wk_fail(err, WK_ERR_INPUT, "day is missing");
	enum wk_rc rc = wk_line_date(l, K_DAY, &v->day, err);
	if (rc != WK_OK)
		return rc;
	wk_date_format(v->day, day);
	if (strncmp(day, month, 7) != 0)
		return wk_fail(err, WK_ERR_INPUT, "day %s is not in %s", day, month);
	return WK_OK;
}

enum wk_rc
wk_line_read_survey(const struct line *l, struct wk_line *out, struct wk_err *err)
{
	struct wk_survey *v = &out->survey;
	const struct member *items = &l->m[K_ITEMS];
	*v = (struct wk_survey){ .score = NAN };
	enum wk_rc rc = read_month(l, v, err);
	if (rc == WK_OK)
		rc = wk_line_real(l, K_SCORE, 0, 100, &v->score, err);
	if (rc != WK_OK)
		return rc;
	if (items->type != M_ABSENT &&
	    (items->type != M_ARRAY || !parse_items(items->text, v->items)))
		return wk_fail(err, WK_ERR_INPUT,
		    "items \"%.40s\" is not six of 1 to 5 or null", items->text);
	if (items->type == M_ABSENT && isnan(v->score))
		return wk_fail(err, WK_ERR_INPUT, "items is missing");
	out->type = WK_LINE_SURVEY;
	return WK_OK;
}

void
wk_survey_put_json(struct wk_buf *b, const struct wk_survey *v)
{
	char day[11];
	wk_date_format(v->day, day);
	wk_buf_addf(b, "{\"survey\":\"%.7s\",\"day\":\"%s\",", day, day);
	if (!isnan(v->score)) {
		wk_buf_adds(b, "\"score\":");
		wk_json_put_number(b, v->score, 6);
	} else {
		wk_buf_adds(b, "\"items\":");
		for (size_t k = 0; k < WK_SURVEY_ITEMS; k++)
			if (v->items[k] > 0)
				wk_buf_addf(b, "%c%d", k == 0 ? '[' : ',', v->items[k]);
			else
				wk_buf_adds(b, k == 0 ? "[null" : ",null");
		wk_buf_addc(b, ']');
	}
	wk_buf_addc(b, '}');
}
