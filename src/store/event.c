/* SPDX-License-Identifier: MIT */
/* Events: the rows, their identity, their days. */
#include <stdlib.h>

#include "internal.h"

void
wk_event_init(struct wk_event *e, enum wk_kind kind)
{
	*e = (struct wk_event){
		.fact = { .kind = kind, .start = WK_TIME_NONE, .end = WK_TIME_NONE,
		    .d = WK_DATE_NONE, .dur_h = NAN, .source = "manual", .severity = -1,
		    .minutes = NAN, .woke = -1, .noise = -1, .category = -1 },
		.d_last = WK_DATE_NONE, .scope = "",
	};
}

void
wk_event_file(struct wk_event *e, const struct wk_fold_rules *r)
{
	struct wk_fact *f = &e->fact;
	int day_start = f->kind == WK_KIND_LEAVE ? 0 : r->day_start_min;
	if (f->start == WK_TIME_NONE) {
		e->d_last = WK_MAX(e->d_last, f->d);
		return;
	}
	bool has_end = f->end != WK_TIME_NONE;
	if (f->kind == WK_KIND_SLEEP) {
		f->d = has_end ? wk_fold_sleep_date(f->end, f->off_end) :
		    wk_fold_sleep_date(f->start, f->off_start);
		e->d_last = f->d;
		return;
	}
	f->d = wk_fold_date(f->start, f->off_start, day_start);
	e->d_last = has_end && f->end > f->start ?
	    wk_fold_date(f->end - 1, f->off_end, day_start) : f->d;
	e->d_last = WK_MAX(e->d_last, f->d);
}

enum column { C_ID, C_KIND, C_D, C_D_LAST, C_START, C_END, C_OFF_S, C_OFF_E, C_TZ, C_DUR,
	C_SEVERITY, C_MINUTES, C_WOKE, C_NOISE, C_CATEGORY, C_LEAVE, C_LAYER, C_SOURCE,
	C_SCOPE, C_EXT_ID, C_EXT_REV, C_TITLE, C_TAGS, C_META, C_FLAGS, C_LOCKED, C_BATCH,
	    C_DELETED };

static void
read_fact(sqlite3_stmt *q, struct wk_arena *a, struct wk_fact *f)
{
	f->kind = (enum wk_kind)sqlite3_column_int(q, C_KIND);
	f->start = wk_db_int(q, C_START, WK_TIME_NONE);
	f->end = wk_db_int(q, C_END, WK_TIME_NONE);
	f->off_start = sqlite3_column_int(q, C_OFF_S);
	f->off_end = sqlite3_column_int(q, C_OFF_E);
	f->d = sqlite3_column_int(q, C_D);
	f->dur_h = wk_db_double(q, C_DUR);
	f->layer = sqlite3_column_int(q, C_LAYER);
	f->source = wk_db_text(q, C_SOURCE, a);
	f->severity = (int)wk_db_int(q, C_SEVERITY, -1);
	f->minutes = wk_db_double(q, C_MINUTES);
	f->woke = (int)wk_db_int(q, C_WOKE, -1);
	f->noise = (int)wk_db_int(q, C_NOISE, -1);
	f->category = (int)wk_db_int(q, C_CATEGORY, -1);
	f->leave = (enum wk_leave)sqlite3_column_int(q, C_LEAVE);
}

void
wk_store_event_read_fact(sqlite3_stmt *q, struct wk_arena *a, struct wk_event *e)
{
	wk_event_init(e, WK_KIND_WORK);
	read_fact(q, a, &e->fact);
	e->id = sqlite3_column_int64(q, C_ID);
	e->d_last = sqlite3_column_int(q, C_D_LAST);
}

void
wk_store_event_read(sqlite3_stmt *q, struct wk_arena *a, struct wk_event *e)
{
	read_fact(q, a, &e->fact);
	e->id = sqlite3_column_int64(q, C_ID);
	e->d_last = sqlite3_column_int(q, C_D_LAST);
	e->tz = wk_db_text(q, C_TZ, a);
	e->scope = wk_db_text(q, C_SCOPE, a);
	e->ext_id = wk_db_text(q, C_EXT_ID, a);
	e->ext_rev = wk_db_text(q, C_EXT_REV, a);
	e->title = wk_db_text(q, C_TITLE, a);
	e->tags = wk_db_text(q, C_TAGS, a);
	e->meta = wk_db_text(q, C_META, a);
	e->flags = (unsigned)sqlite3_column_int(q, C_FLAGS);
	e->locked = (unsigned)sqlite3_column_int(q, C_LOCKED);
	e->batch = sqlite3_column_int64(q, C_BATCH);
	e->is_deleted = sqlite3_column_int(q, C_DELETED) != 0;
}

/* Left unbound = NULL. */
static void
bind_known(sqlite3_stmt *q, enum column c, int64_t v, int64_t unknown)
{
	if (v != unknown)
		wk_db_bind_int(q, (int)c + 1, v);
}

static void
bind_fact(sqlite3_stmt *q, const struct wk_fact *f)
{
	wk_db_bind_int(q, C_KIND + 1, f->kind);
	wk_db_bind_int(q, C_D + 1, f->d);
	bind_known(q, C_START, f->start, WK_TIME_NONE);
	bind_known(q, C_END, f->end, WK_TIME_NONE);
	wk_db_bind_int(q, C_OFF_S + 1, f->off_start);
	wk_db_bind_int(q, C_OFF_E + 1, f->off_end);
	wk_db_bind_double(q, C_DUR + 1, f->dur_h);
	bind_known(q, C_SEVERITY, f->severity, -1);
	wk_db_bind_double(q, C_MINUTES + 1, f->minutes);
	bind_known(q, C_WOKE, f->woke, -1);
	bind_known(q, C_NOISE, f->noise, -1);
	bind_known(q, C_CATEGORY, f->category, -1);
	wk_db_bind_int(q, C_LEAVE + 1, f->leave);
	wk_db_bind_int(q, C_LAYER + 1, f->layer);
	wk_db_bind_text(q, C_SOURCE + 1, f->source);
}

enum wk_rc
wk_store_event_insert(struct wk_store *s, const struct wk_event *e, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, EVENT_INSERT);
	if (q == NULL)
		return WK_ERR_STORE;
	bind_fact(q, &e->fact);
	wk_db_bind_int(q, C_ID + 1, e->id);
	wk_db_bind_int(q, C_D_LAST + 1, e->d_last);
	wk_db_bind_text(q, C_TZ + 1, e->tz);
	wk_db_bind_text(q, C_SCOPE + 1, e->scope == NULL ? "" : e->scope);
	wk_db_bind_text(q, C_EXT_ID + 1, e->ext_id);
	wk_db_bind_text(q, C_EXT_REV + 1, e->ext_rev);
	wk_db_bind_text(q, C_TITLE + 1, e->title);
	wk_db_bind_text(q, C_TAGS + 1, e->tags);
	wk_db_bind_text(q, C_META + 1, e->meta);
	wk_db_bind_int(q, C_FLAGS + 1, e->flags);
	wk_db_bind_int(q, C_LOCKED + 1, e->locked);
	bind_known(q, C_BATCH, e->batch, 0);
	wk_db_bind_int(q, C_DELETED + 1, e->is_deleted);
	return wk_db_run(s->db, q, err);
}

static bool
same_real(double a, double b)
{
	return (isnan(a) && isnan(b)) || (a <= b && a >= b);
}

static bool
same_fact(const struct wk_fact *a, const struct wk_fact *b)
{
	return a->kind == b->kind && a->start == b->start && a->end == b->end &&
	    a->off_start == b->off_start && a->off_end == b->off_end && a->d == b->d &&
	    same_real(a->dur_h, b->dur_h) && a->layer == b->layer &&
	    wk_text_same(a->source, b->source) && a->severity == b->severity &&
	    same_real(a->minutes, b->minutes) && a->woke == b->woke &&
	    a->noise == b->noise && a->category == b->category && a->leave == b->leave;
}

static bool
same_event(const struct wk_event *a, const struct wk_event *b)
{
	return same_fact(&a->fact, &b->fact) && a->d_last == b->d_last &&
	    wk_text_same(a->tz, b->tz) && wk_text_same(a->scope, b->scope) &&
	    wk_text_same(a->ext_id, b->ext_id) && wk_text_same(a->ext_rev, b->ext_rev) &&
	    wk_text_same(a->title, b->title) && wk_text_same(a->tags, b->tags) &&
	    wk_text_same(a->meta, b->meta) && a->flags == b->flags &&
	    a->locked == b->locked && a->batch == b->batch &&
	    a->is_deleted == b->is_deleted;
}

/* An identity for what was typed: not the id alone, which another machine gives out
 * too. */
static const char *
make_ext_id(struct wk_store *s, const struct wk_event *e)
{
	char text[128], hex[65];
	int n = snprintf(text, sizeof(text), "%lld %lld %d %lld %d", (long long)s->now,
	    (long long)e->id, (int)e->fact.kind, (long long)e->fact.start, e->fact.d);
	wk_hash_sha256(text, (size_t)n, hex);
	return wk_arena_strndup(&s->scratch, hex, 16);
}

static enum wk_rc
insert_new(struct wk_store *s, struct wk_event *e, struct wk_err *err)
{
	struct wk_event row = *e;
	enum wk_rc rc = wk_store_next_id(s, &row.id, err);
	if (rc != WK_OK)
		return rc;
	if (row.ext_id == NULL)
		row.ext_id = make_ext_id(s, &row);
	rc = wk_store_journal_new(s, row.id, &row, err);
	if (rc == WK_OK)
		rc = wk_store_event_insert(s, &row, err);
	if (rc != WK_OK)
		return rc;
	wk_store_touch_event(s, &row);
	e->id = row.id;         /* not the identity: its text goes with the transaction */
	return WK_OK;
}

enum wk_rc
wk_store_event_delete(struct wk_store *s, int64_t id, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, EVENT_DELETE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, id);
	return wk_db_run(s->db, q, err);
}

enum wk_rc
wk_store_event_refile(struct wk_store *s, const struct wk_event *e, struct wk_err *err)
{
	struct wk_event row = *e;
	wk_event_file(&row, &s->rules);
	if (row.fact.d == e->fact.d && row.d_last == e->d_last)
		return WK_OK;
	enum wk_rc rc = wk_store_event_delete(s, e->id, err);
	return rc == WK_OK ? wk_store_event_insert(s, &row, err) : rc;
}

static enum wk_rc
change(struct wk_store *s, const struct wk_event *e, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_event old, row = *e;
	enum wk_rc rc = wk_store_event_get(s, e->id, a, &old, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "no entry %lld", (long long)e->id);
	if (rc != WK_OK)
		return rc;
	if (row.scope == NULL)
		row.scope = "";
	if (row.ext_id == NULL)
		row.ext_id = old.ext_id;
	if (same_event(&old, &row))
		return WK_OK;
	rc = wk_store_journal_event(s, &old, &row, err);
	if (rc == WK_OK)
		rc = wk_store_event_delete(s, e->id, err);
	if (rc == WK_OK)
		rc = wk_store_event_insert(s, &row, err);
	wk_store_touch_event(s, &old);
	wk_store_touch_event(s, &row);
	return rc;
}

/* A file may change a million rows: what each was does not stay until the commit. */
enum wk_rc
wk_store_event_put(struct wk_store *s, struct wk_event *e, struct wk_err *err)
{
	struct wk_arena a;
	if (e->id == 0)
		return insert_new(s, e, err);
	wk_arena_init(&a);
	enum wk_rc rc = change(s, e, &a, err);
	wk_arena_fini(&a);
	return rc;
}

static enum wk_rc
drop(struct wk_store *s, int64_t id, struct wk_arena *a, struct wk_err *err)
{
	struct wk_event old;
	bool was_new = false;
	enum wk_rc rc = wk_store_event_get(s, id, a, &old, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "no entry %lld", (long long)id);
	if (rc == WK_OK)
		rc = wk_store_journal_forget(s, id, &was_new, err);
	if (rc == WK_OK && !was_new)
		rc = wk_store_journal_event(s, &old, &old, err);
	if (rc == WK_OK)
		rc = wk_store_event_delete(s, id, err);
	wk_store_touch_event(s, &old);
	return rc;
}

enum wk_rc
wk_store_event_drop(struct wk_store *s, int64_t id, struct wk_err *err)
{
	struct wk_arena a;
	wk_arena_init(&a);
	enum wk_rc rc = drop(s, id, &a, err);
	wk_arena_fini(&a);
	return rc;
}

static enum wk_rc
read_one(struct wk_store *s, sqlite3_stmt *q, struct wk_arena *a, struct wk_event *out,
    struct wk_err *err)
{
	struct wk_event e = { 0 };
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	wk_store_event_read(q, a, &e);
	sqlite3_reset(q);
	*out = e;
	return WK_OK;
}

enum wk_rc
wk_store_event_get(struct wk_store *s, int64_t id, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, EVENT_GET);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_int(q, 1, id);
	return read_one(s, q, a, out, err);
}

enum wk_rc
wk_store_event_find(struct wk_store *s, const char *source, const char *scope,
    const char *ext_id, struct wk_arena *a, struct wk_event *out, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, EVENT_FIND);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, source);
	wk_db_bind_text(q, 2, scope);
	wk_db_bind_text(q, 3, ext_id);
	return read_one(s, q, a, out, err);
}

enum wk_rc
wk_store_event_has(struct wk_store *s, const char *source, bool *has, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, EVENT_OF_SOURCE);
	if (q == NULL)
		return WK_ERR_STORE;
	wk_db_bind_text(q, 1, source);
	enum wk_rc rc = wk_db_step(s->db, q, err);
	*has = rc == WK_OK;
	sqlite3_reset(q);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

enum wk_rc
wk_store_event_open(struct wk_store *s, struct wk_arena *a, struct wk_event *out,
    struct wk_err *err)
{
	/* Asked at every status, and seldom there: its id first, a quarter of the
	 * price. */
	sqlite3_stmt *q = STMT(s, EVENT_OPEN);
	if (q == NULL)
		return WK_ERR_STORE;
	enum wk_rc rc = wk_db_step(s->db, q, err);
	if (rc != WK_OK)
		return rc;
	int64_t id = sqlite3_column_int64(q, 0);
	sqlite3_reset(q);
	return wk_store_event_get(s, id, a, out, err);
}
