/* SPDX-License-Identifier: MIT */
/* Whose file it is, and migrations: each in one transaction that also sets user_version,
 * after a check and a copy of what was there. */
#include <stdio.h>

#include "internal.h"

static int
newest(const struct wk_db_migration *m)
{
	int v = 0;
	for (; m->version != 0; m++)
		v = m->version;
	return v;
}

static enum wk_rc
fail_foreign(const struct wk_db *db, int64_t id, struct wk_err *err)
{
	return wk_fail(err, WK_ERR_STORE,
	    "%s belongs to another program (application id 0x%08x); name "
	    "another with --db",
	    wk_db_name(db->path), (unsigned)id);
}

/* No application id: a fresh file, or some other program's database. */
static enum wk_rc
identify_unmarked(struct wk_db *db, int64_t version, struct wk_err *err)
{
	int64_t tables = 0;
	enum wk_rc rc = wk_db_pragma(db, "SELECT count(*) FROM sqlite_schema", &tables,
	    err);
	if (rc != WK_OK)
		return rc;
	if (tables != 0 || version != 0)
		return fail_foreign(db, 0, err);
	if (db->is_readonly)
		return wk_fail(err, WK_ERR_NOTFOUND,
		    "nothing is logged yet (%s is empty)", wk_db_name(db->path));
	return WK_OK;
}

static enum wk_rc
check_version(const struct wk_db *db, int have, int want, struct wk_err *err)
{
	const char *name = wk_db_name(db->path);
	if (have > want)
		return wk_fail(err, WK_ERR_STORE,
		    "%s is of version %d, newer than this wick's %d; use a newer wick",
		    name, have, want);
	if (have < want && db->is_readonly)
		return wk_fail(err, WK_ERR_STORE,
		    "%s is of version %d, older than this wick's %d; run "
		    "any command that "
		    "writes", name, have, want);
	return WK_OK;
}

enum wk_rc
wk_db_identify(struct wk_db *db, const struct wk_db_migration *migrations, int *version,
    struct wk_err *err)
{
	int64_t id = 0, have = 0;
	enum wk_rc rc = wk_db_pragma(db, "PRAGMA application_id", &id, err);
	if (rc == WK_OK)
		rc = wk_db_pragma(db, "PRAGMA user_version", &have, err);
	if (rc != WK_OK)
		return rc;
	*version = (int)have;
	if (id == 0)
		return identify_unmarked(db, have, err);
	if (id != WK_DB_APPLICATION_ID)
		return fail_foreign(db, id, err);
	return check_version(db, (int)have, newest(migrations), err);
}

/* The schema keeps the text of every CREATE, and every start parses it: comments stay in
 * the source. */
static void
strip_comments(const char *sql, struct wk_buf *out)
{
	while (*sql != '\0') {
		size_t n = strcspn(sql, "\n");
		const char *dashes = memmem(sql, n, "--", 2);
		size_t keep = dashes == NULL ? n : (size_t)(dashes - sql);
		while (keep > 0 && (sql[keep - 1] == ' ' || sql[keep - 1] == '\t'))
			keep--;
		size_t blank = strspn(sql, "\t");
		if (keep > blank) {
			wk_buf_add(out, sql + blank, keep - blank);
			wk_buf_addc(out, '\n');
		}
		sql += n + (sql[n] == '\n');
	}
}

static enum wk_rc
apply(struct wk_db *db, const struct wk_db_migration *m, struct wk_err *err)
{
	char mark[96];
	struct wk_buf sql;
	(void)snprintf(mark, sizeof(mark),
	    "PRAGMA application_id=%d;PRAGMA user_version=%d", WK_DB_APPLICATION_ID,
	    m->version);
	wk_buf_init(&sql);
	strip_comments(m->sql, &sql);
	enum wk_rc rc = wk_db_exec(db, sql.p, err);
	wk_buf_fini(&sql);
	return rc == WK_OK ? wk_db_exec(db, mark, err) : rc;
}

static enum wk_rc
keep_copy(struct wk_db *db, int version, struct wk_err *err)
{
	struct wk_buf path;
	enum wk_rc rc = wk_db_check(db, err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&path);
	wk_buf_addf(&path, "%s.before-v%d", db->path, version + 1);
	rc = wk_db_backup(db, path.p, err);
	wk_buf_fini(&path);
	/* That its place is taken is nobody's wrong usage here. */
	if (rc != WK_OK && err != NULL)
		err->rc = WK_ERR_STORE;
	return rc == WK_OK ? WK_OK : WK_ERR_STORE;
}

/* The version is read again inside the transaction: another wick may have been faster. */
static enum wk_rc
apply_one(struct wk_db *db, const struct wk_db_migration *m, struct wk_err *err)
{
	int64_t have = 0;
	enum wk_rc rc = wk_db_begin(db, err);
	if (rc == WK_OK)
		rc = wk_db_pragma(db, "PRAGMA user_version", &have, err);
	if (rc == WK_OK && have < m->version)
		rc = apply(db, m, err);
	if (rc == WK_OK)
		return wk_db_commit(db, err);
	wk_db_rollback(db);
	return rc;
}

enum wk_rc
wk_db_migrate(struct wk_db *db, const struct wk_db_migration *migrations, int version,
    struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	if (version >= newest(migrations))
		return WK_OK;
	if (version > 0)
		rc = keep_copy(db, version, err);
	for (const struct wk_db_migration *m = migrations; rc == WK_OK && m->version != 0;
	    m++)
		if (m->version > version)
			rc = apply_one(db, m, err);
	return rc;
}
