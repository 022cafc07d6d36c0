/* SPDX-License-Identifier: MIT */
/* SQLite's error codes as sentences: which file, what is wrong, what to do. */
#include "internal.h"

#include <errno.h>

#define NAME_MAX_SHOWN 120

const char *
wk_db_name(const char *path)
{
	size_t n = strlen(path);
	return n > NAME_MAX_SHOWN ? path + n - NAME_MAX_SHOWN : path;
}

static const struct { int code; const char *text; } sentences[] = {
	{ SQLITE_NOTADB, "%s is not a wick diary (not an SQLite file); name "
	"another with --db" },
	{ SQLITE_CORRUPT, "%s is damaged; wick restore COPY brings a copy back" },
	{ SQLITE_BUSY, "%s is in use by another wick; try again" },
	{ SQLITE_LOCKED, "%s is in use by another wick; try again" },
	{ SQLITE_FULL, "cannot write %s: the disk is full; nothing was saved" },
	{ SQLITE_READONLY, "cannot write %s: no right to write the file" },
	{ SQLITE_PERM, "%s cannot be opened: no right to read the file" },
	{ SQLITE_CANTOPEN, "%s cannot be opened or its folder cannot be written" },
	{ SQLITE_TOOBIG, "%s: a text is longer than 4 MB" },
};

enum wk_rc
wk_db_fail(const char *path, sqlite3 *h, int code, struct wk_err *err)
{
	const char *name = wk_db_name(path);
	int system = h != NULL ? sqlite3_system_errno(h) : 0;
	if (code == SQLITE_NOMEM)
		wk_mem_die();
	if ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT))
		code = SQLITE_FULL;
	for (size_t i = 0; i < WK_LEN(sentences); i++) {
		if (sentences[i].code != (code & 0xff))
			continue;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		return wk_fail(err, WK_ERR_STORE, sentences[i].text, name);
#pragma GCC diagnostic pop
	}
	if ((code & 0xff) == SQLITE_IOERR && system != 0)
		return wk_fail(err, WK_ERR_STORE, "%s cannot be read or written: %s",
		    name, strerror(system));
	return wk_fail(err, WK_ERR_STORE, "%s: %s", name,
	    h != NULL ? sqlite3_errmsg(h) : sqlite3_errstr(code));
}
