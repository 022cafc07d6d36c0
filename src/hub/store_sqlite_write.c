/* SPDX-License-Identifier: MIT */
/* One transaction: load the rows it is about, run the engine, write what changed. */
#include "sqlite.h"

/* A checkpoint copies the WAL's new pages into the file and costs two fsyncs. It is made
 * after the replies, in steps that nobody waits long for; who applies and never settles
 * pays for it in the end. */
#define STEP_PAGES 2000
#define WAL_PAGES (4 * STEP_PAGES)

static int
load_person(struct wk_hub_store *s, const char *id, bool wants_shares, struct wk_err *err)
{
	struct hub_person row = { 0 }, *p = hub_image_get(&s->img, HUB_PERSON,
	    (struct hub_key){ .person = id });
	if (p == NULL) {
		sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_PERSON_GET, err);
		if (q == NULL)
			return SQLITE_ERROR;
		hub_sqlite_bind_text(q, 1, id);
		int code = hub_sqlite_step(&s->c, q, err);
		if (code != SQLITE_ROW)
			return code;
		hub_sqlite_read_person(q, &row.p);
		(void)sqlite3_reset(q);
		p = hub_image_load(&s->img, HUB_PERSON, &row);
	}
	if (!wants_shares || p->has_shares)
		return SQLITE_DONE;
	p->has_shares = true;
	return hub_sqlite_shares(&s->c, &p->p, err);
}

static int
load_token(struct wk_hub_store *s, const uint8_t *hash, bool has_owner,
    struct wk_err *err)
{
	struct hub_token row;
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_TOKEN_GET, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_hash(q, 1, hash);
	int code = hub_sqlite_step(&s->c, q, err);
	if (code != SQLITE_ROW)
		return code;
	hub_sqlite_read_token(q, &row);
	(void)sqlite3_reset(q);
	(void)hub_image_load(&s->img, HUB_TOKEN, &row);
	return has_owner ? load_person(s, row.person, false, err) : SQLITE_DONE;
}

static int
load_weeks(struct wk_hub_store *s, enum hub_query which, const char *person, int week,
    struct wk_err *err)
{
	struct hub_week row = { 0 };
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, which, err);
	int code = SQLITE_ERROR;
	if (q == NULL)
		return code;
	hub_sqlite_bind_text(q, 1, person);
	if (which == HUB_Q_WEEK_GET)
		hub_sqlite_bind(q, 2, week);
	while ((code = hub_sqlite_step(&s->c, q, err)) == SQLITE_ROW) {
		hub_sqlite_read_week(q, &row.w);
		(void)hub_image_load(&s->img, HUB_WEEK, &row);
	}
	return code;
}

static int
load_team(struct wk_hub_store *s, const char *id, struct wk_err *err)
{
	struct hub_team row = { 0 };
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_TEAM_GET, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, id);
	int code = hub_sqlite_step(&s->c, q, err);
	if (code != SQLITE_ROW)
		return code;
	hub_sqlite_text(q, 0, row.t.id, sizeof(row.t.id));
	hub_sqlite_text(q, 1, row.t.name, sizeof(row.t.name));
	row.t.k_min = sqlite3_column_int(q, 2);
	(void)sqlite3_reset(q);
	(void)hub_image_load(&s->img, HUB_TEAM, &row);
	return SQLITE_DONE;
}

static int
load_member(struct wk_hub_store *s, const struct hub_needs *needs, struct wk_err *err)
{
	struct hub_member row = { 0 };
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_MEMBER_GET, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind_text(q, 1, needs->team);
	hub_sqlite_bind_text(q, 2, needs->person);
	int code = hub_sqlite_step(&s->c, q, err);
	if (code != SQLITE_ROW)
		return code;
	hub_sqlite_text(q, 0, row.team, sizeof(row.team));
	hub_sqlite_text(q, 1, row.person, sizeof(row.person));
	row.role = (enum wk_hub_role)sqlite3_column_int(q, 2);
	(void)sqlite3_reset(q);
	(void)hub_image_load(&s->img, HUB_MEMBER_TABLE, &row);
	return SQLITE_DONE;
}

static int
load_chain(struct wk_hub_store *s, struct wk_err *err)
{
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, HUB_Q_CHAIN_GET, err);
	if (q == NULL || s->img.seq != 0)
		return q == NULL ? SQLITE_ERROR : SQLITE_DONE;
	int code = hub_sqlite_step(&s->c, q, err);
	if (code != SQLITE_ROW)
		return code;
	s->img.seq = sqlite3_column_int64(q, 0);
	hub_sqlite_text(q, 1, s->img.hash, sizeof(s->img.hash));
	(void)sqlite3_reset(q);
	return SQLITE_DONE;
}

static int
load(struct wk_hub_store *s, const struct wk_hub_op *op, struct wk_err *err)
{
	struct hub_needs needs;
	int code = SQLITE_DONE;
	hub_engine_needs(op, &needs);
	for (size_t i = 0; i < WK_LEN(needs.hash); i++)
		if (code == SQLITE_DONE && needs.hash[i] != NULL)
			code = load_token(s, needs.hash[i], needs.has_owner, err);
	if (code == SQLITE_DONE && needs.person != NULL)
		code = load_person(s, needs.person, needs.has_shares, err);
	if (code == SQLITE_DONE && needs.week != 0)
		code = load_weeks(s, HUB_Q_WEEK_GET, needs.person, needs.week, err);
	if (code == SQLITE_DONE && needs.has_weeks)
		code = load_weeks(s, HUB_Q_WEEKS_ALL, needs.person, 0, err);
	if (code == SQLITE_DONE && needs.team != NULL)
		code = load_team(s, needs.team, err);
	if (code == SQLITE_DONE && needs.is_member)
		code = load_member(s, &needs, err);
	if (code == SQLITE_DONE && needs.has_chain)
		code = load_chain(s, err);
	return code;
}

static int
purge_one(struct wk_hub_store *s, enum hub_query which, int64_t before, int64_t tombstone,
    struct wk_err *err)
{
	sqlite3_stmt *q = hub_sqlite_stmt(&s->c, which, err);
	if (q == NULL)
		return SQLITE_ERROR;
	hub_sqlite_bind(q, 1, before);
	if (which == HUB_Q_PURGE_WEEKS)
		hub_sqlite_bind(q, 2, tombstone);
	return hub_sqlite_step(&s->c, q, err);
}

static int
purge(struct wk_hub_store *s, const struct wk_hub_op *op, struct wk_hub_result *out,
    struct wk_err *err)
{
	memset(out, 0, sizeof(*out));
	out->outcome = WK_HUB_DONE;
	int code = purge_one(s, HUB_Q_PURGE_WEEKS, op->u.purge.week_before,
	    op->u.purge.tombstone_before, err);
	out->erased = sqlite3_changes(s->c.h);
	if (code == SQLITE_DONE)
		code = purge_one(s, HUB_Q_PURGE_TOKENS, op->u.purge.token_before, 0, err);
	if (code == SQLITE_DONE)
		code = purge_one(s, HUB_Q_PURGE_AUDIT, op->u.purge.audit_before, 0, err);
	return code;
}

/* Everything up to the next purge, which has to see it written. */
static int
apply_run(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	int code = SQLITE_DONE;
	hub_image_init(&s->img);
	for (size_t i = 0; code == SQLITE_DONE && i < n; i++)
		code = load(s, &ops[i], err);
	for (size_t i = 0; code == SQLITE_DONE && i < n; i++)
		hub_engine_apply(&s->img, &ops[i], &out[i]);
	if (code == SQLITE_DONE)
		code = hub_sqlite_flush(s, err);
	hub_image_fini(&s->img);
	return code;
}

static int
apply_all(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	int code = SQLITE_DONE;
	for (size_t i = 0; code == SQLITE_DONE && i < n;) {
		size_t run = 0;
		while (i + run < n && ops[i + run].verb != WK_HUB_OP_PURGE)
			run++;
		if (run == 0) {
			code = purge(s, &ops[i], &out[i], err);
			i++;
		} else {
			code = apply_run(s, &ops[i], run, &out[i], err);
			i += run;
		}
	}
	return code;
}

/* Which errors pass by themselves: then the transaction was rolled back as a whole. */
static enum wk_hub_store_rc
kind_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_INTERRUPT:
		return WK_HUB_STORE_BUSY;
	default:
		return WK_HUB_STORE_FATAL;
	}
}

int
hub_sqlite_scrub(struct wk_hub_store *s)
{
	int code = sqlite3_wal_checkpoint_v2(s->c.h, "main", SQLITE_CHECKPOINT_TRUNCATE,
	    NULL, NULL);
	s->is_scrub_due = code != SQLITE_OK;
	if (code == SQLITE_OK)
		s->wal_pages = s->copied_pages = 0;
	return code;
}

/* A reader that holds an old page keeps the WAL from beginning anew; what was copied is
 * not copied again for that. */
static void
checkpoint(struct wk_hub_store *s, int pages)
{
	if (s->wal_pages < s->copied_pages)
		s->copied_pages = 0;
	if (s->wal_pages - s->copied_pages <= pages)
		return;
	(void)sqlite3_wal_checkpoint_v2(s->c.h, "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
	    &s->copied_pages);
}

void
hub_sqlite_settle(struct wk_hub_store *s)
{
	checkpoint(s, STEP_PAGES);
}

/* What was erased is out of the WAL before the reply; if a reader is in the way, the next
 * commit tries again. */
static void
tidy(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    const struct wk_hub_result *out)
{
	for (size_t i = 0; i < n; i++)
		s->is_scrub_due |= hub_engine_is_erasing(&ops[i], &out[i]);
	if (s->is_scrub_due)
		(void)hub_sqlite_scrub(s);
	else
		checkpoint(s, WAL_PAGES);
}

enum wk_hub_store_rc
hub_sqlite_apply(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	int code = hub_sqlite_run(&s->c, HUB_Q_BEGIN, err);
	if (code != SQLITE_DONE)
		return kind_of(code);
	code = apply_all(s, ops, n, out, err);
	if (code == SQLITE_DONE)
		code = hub_sqlite_run(&s->c, HUB_Q_COMMIT, err);
	if (code != SQLITE_DONE) {
		if (sqlite3_get_autocommit(s->c.h) == 0)
			(void)hub_sqlite_run(&s->c, HUB_Q_ROLLBACK, NULL);
		return kind_of(code);
	}
	tidy(s, ops, n, out);
	return WK_HUB_STORE_OK;
}
