/* SPDX-License-Identifier: MIT */
/* The store in one SQLite file: its table of functions, dump and backup. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

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

static enum wk_rc
check_copy(sqlite3 *to, const char *path, struct wk_err *err)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(to, "PRAGMA integrity_check(1)", -1, &s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	const char *said = code == SQLITE_ROW ?
	    (const char *)sqlite3_column_text(s, 0) : NULL;
	enum wk_rc rc = said != NULL && strcmp(said, "ok") == 0 ? WK_OK :
	    wk_fail(err, WK_ERR_STORE, "the copy for %.120s is damaged: %.80s", path,
	    said == NULL ? sqlite3_errmsg(to) : said);
	sqlite3_finalize(s);
	return rc;
}

/* A copy is one file: whoever restores it has no WAL to forget. */
static enum wk_rc
copy(struct wk_hub_store *s, const char *tmp, struct wk_err *err)
{
	sqlite3 *to = NULL;
	int code = sqlite3_open_v2(tmp, &to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL);
	sqlite3_backup *b = code != SQLITE_OK ? NULL :
	    sqlite3_backup_init(to, "main", s->c.h, "main");
	if (b != NULL) {
		code = sqlite3_backup_step(b, -1);
		(void)sqlite3_backup_finish(b);
	}
	enum wk_rc rc = code == SQLITE_DONE ? WK_OK : wk_fail(err, WK_ERR_STORE,
	    "%.120s cannot be copied to %.120s: %s", s->c.path, tmp,
	    sqlite3_errmsg(to));
	if (rc == WK_OK)
		(void)sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
	if (rc == WK_OK)
		rc = check_copy(to, tmp, err);
	sqlite3_close(to);
	return rc;
}

static enum wk_rc
sync_file(const char *path, int flags, struct wk_err *err)
{
	int fd = open(path, flags | O_CLOEXEC);
	bool is_done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return is_done ? WK_OK : wk_fail(err, WK_ERR_FAIL, "%.120s cannot be synced",
	    path);
}

static enum wk_rc
put_in_place(const char *tmp, const char *path, struct wk_err *err)
{
	WK_AUTOFREE char *folder = wk_mem_strdup(path);
	char *slash = strrchr(folder, '/');
	if (slash != NULL)
		slash[slash == folder] = '\0';
	enum wk_rc rc = sync_file(tmp, O_RDONLY, err);
	if (rc == WK_OK && rename(tmp, path) != 0)
		rc = wk_fail(err, WK_ERR_FAIL, "%.120s cannot be written", path);
	return rc != WK_OK ? rc : sync_file(slash == NULL ? "." : folder,
	    O_RDONLY | O_DIRECTORY, err);
}

static enum wk_rc
backup(struct wk_hub_store *s, const char *path, struct wk_err *err)
{
	struct wk_buf tmp;
	if (strcmp(path, s->c.path) == 0)
		return wk_fail(err, WK_ERR_INPUT, "%.120s is the database itself", path);
	wk_buf_init(&tmp);
	wk_buf_addf(&tmp, "%s.XXXXXX", path);
	int fd = mkostemp(tmp.p, O_CLOEXEC);
	enum wk_rc rc = fd >= 0 ? WK_OK : wk_fail(err, WK_ERR_FAIL,
	    "%.120s cannot be written", path);
	if (fd >= 0)
		close(fd);
	if (rc == WK_OK)
		rc = copy(s, tmp.p, err);
	if (rc == WK_OK)
		rc = put_in_place(tmp.p, path, err);
	if (rc != WK_OK && fd >= 0)
		(void)unlink(tmp.p);
	wk_buf_fini(&tmp);
	return rc;
}

const struct wk_hub_store_ops wk_hub_store_sqlite = {
	.scheme = "sqlite",
	.open = hub_sqlite_open,
	.close = hub_sqlite_close,
	.apply = hub_sqlite_apply,
	.backup = backup,
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
