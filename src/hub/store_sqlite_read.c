/* SPDX-License-Identifier: MIT */
/* Reading from the SQLite store, each thread through its own connection. */
#include <limits.h>

#include "store_sqlite_read.h"

static enum wk_rc
rc_of(int code)
{
	return code == SQLITE_ROW ? WK_OK : code == SQLITE_DONE ? WK_ERR_NOTFOUND :
	    WK_ERR_STORE;
}

/* One row: it is current and the statement must be reset by let_go. */
static enum wk_rc
one(struct wk_hub_reader *r, sqlite3_stmt *s, struct wk_err *err)
{
	return s == NULL ? WK_ERR_STORE : rc_of(hub_sqlite_step(&r->c, s, err));
}

/* Lists grow in a buffer and end in the arena. */
struct list {
	void *p;
	size_t n, cap, size;
};

static void *
grow(struct list *l)
{
	l->p = wk_mem_grow(l->p, &l->cap, l->n + 1, l->size);
	return (char *)l->p + l->n++ * l->size;
}

static enum wk_rc
hand_over(struct list *l, int code, struct wk_arena *a, void **out, size_t *n)
{
	if (code == SQLITE_DONE) {
		*out = wk_arena_alloc(a, l->n * l->size + 1);
		if (l->n > 0)
			memcpy(*out, l->p, l->n * l->size);
		*n = l->n;
	}
	wk_mem_free(l->p);
	return code == SQLITE_DONE ? WK_OK : WK_ERR_STORE;
}

enum wk_rc
hub_sqlite_token(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
    struct wk_hub_principal *out, struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_PRINCIPAL, err);
	if (s == NULL)
		return WK_ERR_STORE;
	hub_sqlite_bind_hash(s, 1, hash);
	hub_sqlite_bind(s, 2, now);
	enum wk_rc rc = one(r, s, err);
	if (rc != WK_OK)
		return rc;
	memset(out, 0, sizeof(*out));
	hub_sqlite_text(s, 0, out->person, sizeof(out->person));
	hub_sqlite_text(s, 1, out->display, sizeof(out->display));
	out->roles = sqlite3_column_int(s, 2);
	hub_sqlite_text(s, 3, out->token_id, sizeof(out->token_id));
	out->kind = (enum wk_hub_token_kind)sqlite3_column_int(s, 4);
	out->expires = sqlite3_column_int64(s, 5);
	(void)sqlite3_reset(s);
	return WK_OK;
}

static enum wk_rc
read_person(struct wk_hub_reader *r, const char *id, struct wk_hub_person *out,
    struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_PERSON_GET, err);
	if (s == NULL)
		return WK_ERR_STORE;
	hub_sqlite_bind_text(s, 1, id);
	enum wk_rc rc = one(r, s, err);
	if (rc != WK_OK)
		return rc;
	struct wk_hub_person p;
	hub_sqlite_read_person(s, &p);
	(void)sqlite3_reset(s);
	if (hub_sqlite_shares(&r->c, &p, err) != SQLITE_DONE)
		return WK_ERR_STORE;
	*out = p;
	return WK_OK;
}

/* Consent and shares are of one moment. */
enum wk_rc
hub_sqlite_person(struct wk_hub_reader *r, const char *id, struct wk_hub_person *out,
    struct wk_err *err)
{
	if (hub_sqlite_run(&r->c, HUB_Q_BEGIN_READ, err) != SQLITE_DONE)
		return WK_ERR_STORE;
	enum wk_rc rc = read_person(r, id, out, err);
	(void)hub_sqlite_run(&r->c, HUB_Q_COMMIT, NULL);
	return rc;
}

enum wk_rc
hub_sqlite_weeks(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err)
{
	struct list l = { .size = sizeof(**out) };
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_WEEKS_PAGE, err);
	int code, to = q->to == 0 ? INT_MAX : q->to;
	if (s == NULL)
		return WK_ERR_STORE;
	hub_sqlite_bind_text(s, 1, q->person);
	hub_sqlite_bind(s, 2, q->from);
	hub_sqlite_bind(s, 3, q->before == 0 ? to : WK_MIN(to, q->before - 1));
	hub_sqlite_bind(s, 4, q->with_retracted);
	hub_sqlite_bind(s, 5, (int64_t)q->limit);
	while ((code = hub_sqlite_step(&r->c, s, err)) == SQLITE_ROW)
		hub_sqlite_read_week(s, grow(&l));
	return hand_over(&l, code, a, (void **)out, n);
}

static sqlite3_stmt *
team_query(struct wk_hub_reader *r, enum hub_query which,
    const struct wk_hub_grid_query *q, struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, which, err);
	if (s == NULL)
		return NULL;
	hub_sqlite_bind_text(s, sqlite3_bind_parameter_index(s, ":team"), q->team);
	hub_sqlite_bind(s, sqlite3_bind_parameter_index(s, ":from"), q->from);
	hub_sqlite_bind(s, sqlite3_bind_parameter_index(s, ":to"), q->to);
	hub_sqlite_bind(s, sqlite3_bind_parameter_index(s, ":today"), q->today);
	return s;
}

enum wk_rc
hub_sqlite_grid(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err)
{
	struct list l = { .size = sizeof(**out) };
	sqlite3_stmt *s = team_query(r, HUB_Q_GRID, q, err);
	int code;
	if (s == NULL)
		return WK_ERR_STORE;
	while ((code = hub_sqlite_step(&r->c, s, err)) == SQLITE_ROW) {
		struct wk_hub_cell *cell = grow(&l);
		hub_sqlite_text(s, 0, cell->person, sizeof(cell->person));
		hub_sqlite_text(s, 1, cell->display, sizeof(cell->display));
		cell->week = sqlite3_column_int(s, 2);
		cell->band = cell->week == 0 ? WK_HUB_UNKNOWN :
		    (enum wk_hub_band)sqlite3_column_int(s, 3);
		cell->coverage = sqlite3_column_int(s, 4);
	}
	return hand_over(&l, code, a, (void **)out, n);
}

enum wk_rc
hub_sqlite_reports(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_report **out, size_t *n, struct wk_err *err)
{
	struct list l = { .size = sizeof(**out) };
	char body[WK_HUB_BODY];
	sqlite3_stmt *s = team_query(r, HUB_Q_REPORTS, q, err);
	int code;
	if (s == NULL)
		return WK_ERR_STORE;
	while ((code = hub_sqlite_step(&r->c, s, err)) == SQLITE_ROW) {
		struct wk_hub_report *report = grow(&l);
		report->week = sqlite3_column_int(s, 0);
		report->band = (enum wk_hub_band)sqlite3_column_int(s, 1);
		hub_sqlite_text(s, 2, body, sizeof(body));
		report->pages = wk_hub_indicator_of(body, WK_HUB_PAGES);
		report->night_pages = wk_hub_indicator_of(body, WK_HUB_NIGHT_PAGES);
	}
	return hand_over(&l, code, a, (void **)out, n);
}

enum wk_rc
hub_sqlite_teams(struct wk_hub_reader *r, const char *person, const char *team,
    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err)
{
	struct list l = { .size = sizeof(**out) };
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_TEAMS_OF, err);
	int code;
	if (s == NULL)
		return WK_ERR_STORE;
	hub_sqlite_bind_text(s, 1, person);
	hub_sqlite_bind_text(s, 2, team);
	while ((code = hub_sqlite_step(&r->c, s, err)) == SQLITE_ROW) {
		struct wk_hub_team *t = grow(&l);
		hub_sqlite_text(s, 0, t->id, sizeof(t->id));
		hub_sqlite_text(s, 1, t->name, sizeof(t->name));
		t->k_min = sqlite3_column_int(s, 2);
		t->role = (enum wk_hub_role)sqlite3_column_int(s, 3);
	}
	return hand_over(&l, code, a, (void **)out, n);
}

enum wk_rc
hub_sqlite_may_see(struct wk_hub_reader *r, const char *reader, const char *person,
    wk_date today, char team[WK_HUB_ID], struct wk_err *err)
{
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_MAY_SEE, err);
	if (s == NULL)
		return WK_ERR_STORE;
	hub_sqlite_bind_text(s, 1, person);
	hub_sqlite_bind_text(s, 2, reader);
	hub_sqlite_bind(s, 3, today);
	enum wk_rc rc = one(r, s, err);
	if (rc == WK_OK)
		hub_sqlite_text(s, 0, team, WK_HUB_ID);
	(void)sqlite3_reset(s);
	return rc;
}

enum wk_rc
hub_sqlite_audit(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err)
{
	struct list l = { .size = sizeof(**out) };
	int code, i = 1;
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, q->subject == NULL ? HUB_Q_AUDIT_ALL :
	    HUB_Q_AUDIT_OF, err);
	if (s == NULL)
		return WK_ERR_STORE;
	if (q->subject != NULL)
		hub_sqlite_bind_text(s, i++, q->subject);
	hub_sqlite_bind(s, i++, q->before_seq == 0 ? INT64_MAX : q->before_seq);
	hub_sqlite_bind(s, i, (int64_t)q->limit);
	while ((code = hub_sqlite_step(&r->c, s, err)) == SQLITE_ROW)
		hub_sqlite_read_audit(s, grow(&l));
	return hand_over(&l, code, a, (void **)out, n);
}

static int64_t
data_version(struct wk_hub_reader *r)
{
	sqlite3_stmt *s = hub_sqlite_stmt(&r->c, HUB_Q_DATA_VERSION, NULL);
	int64_t v = -1;
	if (s != NULL && hub_sqlite_step(&r->c, s, NULL) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	if (s != NULL)
		(void)sqlite3_reset(s);
	return v;
}

/* Takes the write lock for a moment and writes nothing. Not to get it while others commit
 * is no failure: then the writer is at work. */
enum wk_rc
hub_sqlite_ping(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err)
{
	int64_t before = data_version(r);
	sqlite3_busy_timeout(r->c.h, timeout_ms);
	(void)sqlite3_exec(r->c.h, "PRAGMA query_only=0", NULL, NULL, NULL);
	int code = hub_sqlite_run(&r->c, HUB_Q_BEGIN, err);
	if (code == SQLITE_DONE)
		(void)hub_sqlite_run(&r->c, HUB_Q_ROLLBACK, NULL);
	(void)sqlite3_exec(r->c.h, "PRAGMA query_only=1", NULL, NULL, NULL);
	sqlite3_busy_timeout(r->c.h, HUB_SQLITE_BUSY_MS);
	return code == SQLITE_DONE || ((code & 0xff) == SQLITE_BUSY &&
	    before >= 0 && data_version(r) != before) ? WK_OK : WK_ERR_STORE;
}
