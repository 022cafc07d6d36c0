/* SPDX-License-Identifier: MIT */
/* The monthly checks: a note of the store's each, "survey.2026-11", and its images. In
 * the journal they stand among the days, under keys that no day number reaches. */
#include <stdio.h>

#include "internal.h"

#define FIRST_KEY ((int64_t)1 << 40)    /* and 12 a year from there on */

bool
wk_store_is_survey(const struct image_change *c)
{
	return c->tbl == TBL_DAY && c->key >= FIRST_KEY;
}

static int64_t
key_of(wk_date day)
{
	int year, month, d;
	wk_date_to_civil(day, &year, &month, &d);
	return FIRST_KEY + (int64_t)year * 12 + month - 1;
}

static void
put_name(int64_t key, char name[24])
{
	int months = (int)(key - FIRST_KEY);
	(void)snprintf(name, 24, "survey.%04d-%02d", months / 12, months % 12 + 1);
}

enum wk_rc
wk_store_survey_get(struct wk_store *s, wk_date day, struct wk_arena *a,
    const char **line, struct wk_err *err)
{
	char name[24];
	put_name(key_of(day), name);
	return wk_store_meta_get(s, name, a, line, err);
}

enum wk_rc
wk_store_survey_image(struct wk_store *s, int64_t key, struct wk_arena *a,
    const char **image, struct wk_err *err)
{
	char name[24];
	put_name(key, name);
	sqlite3_stmt *q = STMT(s, SURVEY_IMAGE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, name);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	*image = rc == WK_OK ? wk_db_text(q, 0, a) : NULL;
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_survey_put(struct wk_store *s, wk_date day, wk_date old_day, const char *line,
    struct wk_err *err)
{
	const char *image = NULL;
	char name[24];
	struct image_change c = { .tbl = TBL_DAY, .key = key_of(day), .d = day,
		.d_last = day };
	if (old_day != WK_DATE_NONE) {
		c.d = WK_MIN(day, old_day);
		c.d_last = WK_MAX(day, old_day);
	}
	enum wk_rc rc = wk_store_survey_image(s, c.key, &s->scratch, &image, err);
	if (rc == WK_OK)
		rc = wk_store_journal_once(s, &c, image, err);
	if (rc != WK_OK)
		return rc;
	put_name(c.key, name);
	return wk_store_meta_put(s, name, line, err);
}

/* The statement that makes it what its image says, but for the image's value; with none
 * there it goes. */
sqlite3_stmt *
wk_store_survey_set(struct wk_store *s, const struct image_change *c, struct wk_err *err)
{
	char *name = WK_ARENA_ARRAY(&s->scratch, char, 24); /* as long as bound */
	sqlite3_stmt *q = c->was_absent ? STMT(s, META_DELETE) : STMT(s, META_PUT);
	put_name(c->key, name);
	if (q != NULL)
		wk_db_bind_text(q, 1, name);
	return q;
}
