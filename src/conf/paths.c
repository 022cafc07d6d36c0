/* SPDX-License-Identifier: MIT */
/* Where the files of a user are: XDG folders, else their places under HOME. A HOME that
 * cannot be trusted is refused, so that nothing private is written into a stranger's. */
#include "internal.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct place {
	char kind;
	const char *variable, *under_home;
} places[] = {
	{'c', "XDG_CONFIG_HOME", ".config"},
	{'d', "XDG_DATA_HOME", ".local/share"},
	{'s', "XDG_STATE_HOME", ".local/state"},
};

static enum wk_rc
home_check(const char *home, struct wk_err *err)
{
	struct stat st;
	if (!home || !*home)
		return wk_fail(err, WK_ERR_STORE,
		    "HOME is not set: name a file with --db");
	if (*home != '/')
		return wk_fail(err, WK_ERR_STORE, "HOME \"%s\" is not an absolute path",
		    home);
	if (stat(home, &st) != 0)
		return wk_fail(err, WK_ERR_STORE, "HOME %s: %s", home, strerror(errno));
	if (st.st_uid != geteuid())
		return wk_fail(err, WK_ERR_STORE, "HOME %s belongs to somebody else",
		    home);
	return WK_OK;
}

static const struct place *
place_find(char kind)
{
	for (size_t i = 0; i < WK_LEN(places); i++)
		if (places[i].kind == kind)
			return &places[i];
	return NULL;
}

enum wk_rc
wk_conf_path(char kind, const char *name, struct wk_arena *a, const char **out,
    struct wk_err *err)
{
	const struct place *p = place_find(kind);
	if (!p)
		return wk_fail(err, WK_ERR_FAIL, "no folder of kind '%c'", kind);
	/* The XDG rules want a relative one ignored. */
	const char *xdg = getenv(p->variable);
	if (xdg && *xdg == '/') {
		*out = wk_arena_printf(a, "%s/wick/%s", xdg, name);
		return WK_OK;
	}
	const char *home = getenv("HOME");
	enum wk_rc rc = home_check(home, err);
	if (rc == WK_OK)
		*out = wk_arena_printf(a, "%s/%s/wick/%s", home, p->under_home, name);
	return rc;
}
