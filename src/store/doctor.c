/* SPDX-License-Identifier: MIT */
/* doctor: is the file whole, and does every kept fold say what its facts say? */
#include "internal.h"

/* Rollups made by other rules are not wrong, only old: the next commit renews them. */
static enum wk_rc
compare(struct wk_store *s, struct wk_doctor *out, struct wk_err *err)
{
	wk_date lo, hi;
	struct wk_arena a;
	struct wk_dayrow *kept, *fresh;
	size_t n, at = 0;
	enum wk_rc rc = wk_store_bounds(s, &lo, &hi, err);
	if (rc != WK_OK || lo > hi)
		return rc;
	wk_arena_init(&a);
	rc = wk_store_day_rows(s, lo, hi, &a, &kept, &n, err);
	if (rc == WK_OK)
		rc = wk_store_fold(s, lo, hi, &a, &fresh, err);
	for (wk_date d = lo; rc == WK_OK && d <= hi; d++) {
		const struct wk_dayrow *f = &fresh[d - lo];
		bool is_there = at < n && kept[at].d == d;
		bool any = wk_store_typed_any(f) || wk_store_fold_any(&f->folded);
		bool wrong = is_there != any || (is_there &&
		    !wk_store_fold_same(&kept[at].folded, &f->folded));
		if (wrong && out->rollup_wrong++ == 0)
			out->first_wrong = d;
		at += is_there;
	}
	wk_arena_fini(&a);
	return rc;
}

static enum wk_rc
fold_all(struct wk_store *s, int64_t now, wk_date today, struct wk_err *err)
{
	wk_date lo, hi;
	enum wk_rc rc = wk_store_begin(s, now, today, "doctor", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_bounds(s, &lo, &hi, err);
	if (rc == WK_OK) {
		wk_store_touch(s, lo, hi);
		rc = wk_store_finish(s, err);
	}
	if (rc != WK_OK)
		wk_store_rollback(s);
	return rc;
}

enum wk_rc
wk_store_doctor(struct wk_store *s, bool fix, int64_t now, wk_date today,
    struct wk_doctor *out, struct wk_err *err)
{
	struct wk_doctor d = { .first_wrong = WK_DATE_NONE };
	const struct { enum sql which; int64_t *to; } counts[] = {
		{ SQL_EVENT_COUNT, &d.events }, { SQL_DAY_COUNT, &d.days },
		{ SQL_TXN_COUNT, &d.txns }, { SQL_BATCH_COUNT, &d.batches },
		{ SQL_PAGE_BYTES, &d.bytes },
	};
	bool stale = false;
	enum wk_rc rc = wk_db_check(s->db, err);
	if (rc == WK_OK)
		rc = wk_store_is_stale(s, &stale, err);
	if (rc == WK_OK && !stale)
		rc = compare(s, &d, err);
	if (rc == WK_OK && fix && (stale || d.rollup_wrong > 0))
		rc = fold_all(s, now, today, err);
	for (size_t i = 0; rc == WK_OK && i < WK_LEN(counts); i++)
		rc = wk_store_count(s, counts[i].which, counts[i].to, err);
	if (rc == WK_OK)
		*out = d;
	return rc;
}
