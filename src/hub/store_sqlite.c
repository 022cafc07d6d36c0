/* SPDX-License-Identifier: MIT */
/* The store in one SQLite file: its table of functions and dump. */
#include "store_sqlite_read.h"

static int
dump_rows(struct hub_sqlite *c, enum hub_query which, struct wk_buf *out,
    void (*put)(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out),
    struct wk_err *err)
{
	int code;
	sqlite3_stmt *s = hub_sqlite_stmt(c, which, err);
	if (s == NULL)
		return SQLITE_ERROR;
	while ((code = hub_sqlite_step(c, s, err)) == SQLITE_ROW)
		put(c, s, out);
	return code;
}

static void
put_person(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct wk_hub_person p;
	hub_sqlite_read_person(s, &p);
	(void)hub_sqlite_shares(c, &p, NULL);
	hub_dump_person(out, &p);
}

static void
put_week(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct wk_hub_week w;
	(void)c;
	hub_sqlite_read_week(s, &w);
	hub_dump_week(out, &w);
}

static void
put_token(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct hub_token t;
	(void)c;
	hub_sqlite_read_token(s, &t);
	hub_dump_token(out, &t);
}

static void
put_team(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct wk_hub_team t = { 0 };
	(void)c;
	hub_sqlite_text(s, 0, t.id, sizeof(t.id));
	hub_sqlite_text(s, 1, t.name, sizeof(t.name));
	t.k_min = sqlite3_column_int(s, 2);
	hub_dump_team(out, &t);
}

static void
put_member(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct hub_member m = { 0 };
	(void)c;
	hub_sqlite_text(s, 0, m.team, sizeof(m.team));
	hub_sqlite_text(s, 1, m.person, sizeof(m.person));
	m.role = (enum wk_hub_role)sqlite3_column_int(s, 2);
	hub_dump_member(out, &m);
}

static void
put_audit(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out)
{
	struct wk_hub_audit a;
	(void)c;
	hub_sqlite_read_audit(s, &a);
	hub_dump_audit(out, &a);
}

static enum wk_rc
dump(struct wk_hub_store *s, struct wk_buf *out, struct wk_err *err)
{
	static const struct {
		enum hub_query which;
		void (*put)(struct hub_sqlite *c, sqlite3_stmt *s, struct wk_buf *out);
	} tables[] = {
		{ HUB_Q_PERSONS_DUMP, put_person },
		{ HUB_Q_WEEKS_DUMP, put_week },
		{ HUB_Q_TOKENS_DUMP, put_token },
		{ HUB_Q_TEAMS_DUMP, put_team },
		{ HUB_Q_MEMBERS_DUMP, put_member },
		{ HUB_Q_AUDITS_DUMP, put_audit },
	};
	int code = hub_sqlite_run(&s->c, HUB_Q_BEGIN_READ, err);
	for (size_t i = 0; code == SQLITE_DONE && i < WK_LEN(tables); i++)
		code = dump_rows(&s->c, tables[i].which, out, tables[i].put, err);
	(void)hub_sqlite_run(&s->c, HUB_Q_ROLLBACK, NULL);
	return code == SQLITE_DONE ? WK_OK : WK_ERR_STORE;
}

const struct wk_hub_store_ops wk_hub_store_sqlite = {
	.scheme = "sqlite",
	.open = hub_sqlite_open,
	.close = hub_sqlite_close,
	.apply = hub_sqlite_apply,
	.settle = hub_sqlite_settle,
	.backup = hub_sqlite_backup,
	.dump = dump,
	.reader = hub_sqlite_reader,
	.reader_close = hub_sqlite_reader_close,
	.token = hub_sqlite_token,
	.person = hub_sqlite_person,
	.weeks = hub_sqlite_weeks,
	.grid = hub_sqlite_grid,
	.reports = hub_sqlite_reports,
	.teams = hub_sqlite_teams,
	.may_see = hub_sqlite_may_see,
	.audit = hub_sqlite_audit,
	.ping = hub_sqlite_ping,
};
