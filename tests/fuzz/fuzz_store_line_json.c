/* SPDX-License-Identifier: MIT */
/* The reader of one flat object beside SQLite's json_each: the same lines taken and
 * refused, the same members with the same text. Only depth may differ: ours ends at
 * 64. */
#include <math.h>

#include "fuzz_port.h"
#include "store/line.h"

static sqlite3_stmt *
prepared(const char *sql)
{
	static sqlite3 *db;
	sqlite3_stmt *q = NULL;
	if (db == NULL)
		FUZZ_CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
	FUZZ_CHECK(sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK);
	return q;
}

static void
same_member(void *ctx, const char *key, size_t len, const struct member *m)
{
	static const char *const types[] = { [M_ABSENT] = "null", [M_TEXT] = "text",
		[M_ARRAY] = "array", [M_OBJECT] = "object" };
	sqlite3_stmt *q = ctx;
	do
		FUZZ_CHECK(sqlite3_step(q) == SQLITE_ROW);
	while (strcmp((const char *)sqlite3_column_text(q, 1), "null") == 0);
	const char *type = (const char *)sqlite3_column_text(q, 1);
	double theirs = sqlite3_column_double(q, 2);
	FUZZ_CHECK((size_t)sqlite3_column_bytes(q, 0) == len &&
	    memcmp(sqlite3_column_text(q, 0), key, len) == 0);
	if (m->type == M_NUMBER) {
		FUZZ_CHECK(strcmp(type, "integer") == 0 || strcmp(type, "real") == 0);
		FUZZ_CHECK((isinf(theirs) && isinf(m->number)) ||
		    fabs(theirs - m->number) <= fabs(theirs) * 1e-15);
	} else if (m->type == M_FLAG)
		FUZZ_CHECK(strcmp(type, m->number > 0 ? "true" : "false") == 0);
	else
		FUZZ_CHECK(strcmp(type, types[m->type]) == 0);
	if (m->type != M_NUMBER || strcmp(type, "integer") == 0)
		FUZZ_CHECK(strcmp((const char *)sqlite3_column_text(q, 2), m->text) == 0);
}

static void
nothing(void *ctx, const char *key, size_t len, const struct member *m)
{
	(void)ctx, (void)key, (void)len, (void)m;
}

static void
check_line(const char *p, size_t n)
{
	static sqlite3_stmt *valid, *each;
	struct wk_arena a;
	struct wk_err err = { 0 };
	if (valid == NULL) {
		valid = prepared("SELECT json_valid(?1)");
		each = prepared("SELECT key, type, value FROM json_each(?1)");
	}
	if (n == 0 || *p != '{' || memchr(p, '\0', n) != NULL ||
	    !wk_text_utf8_valid(p, n))
		return;                         /* refused before either sees it */
	wk_arena_init(&a);
	enum wk_rc rc = wk_line_json(p, n, &a, nothing, NULL, &err);
	sqlite3_bind_text(valid, 1, p, (int)n, SQLITE_STATIC);
	FUZZ_CHECK(sqlite3_step(valid) == SQLITE_ROW);
	FUZZ_CHECK((rc == WK_OK) == (sqlite3_column_int(valid, 0) != 0) ||
	    strstr(err.msg, "deep") != NULL);
	sqlite3_reset(valid);
	if (rc == WK_OK) {
		sqlite3_bind_text(each, 1, p, (int)n, SQLITE_STATIC);
		rc = wk_line_json(p, n, &a, same_member, each, &err);
		FUZZ_CHECK(rc == WK_OK);
		int code;
		while ((code = sqlite3_step(each)) == SQLITE_ROW)
			FUZZ_CHECK(strcmp((const char *)sqlite3_column_text(each, 1),
			    "null") == 0);
		FUZZ_CHECK(code == SQLITE_DONE);
		sqlite3_reset(each);
	}
	wk_arena_fini(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *p = (const char *)data, *end = p + size;
	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = nl == NULL ? (size_t)(end - p) : (size_t)(nl - p);
		check_line(p, n);
		p += n + (nl != NULL);
	}
	return 0;
}
