/* SPDX-License-Identifier: MIT */
/* Tells when somebody else writes the log, or a theme of one's own, so that the screens
 * need not look at it again and again. Where the kernel cannot tell (some network
 * folders) they look at every key. */
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "state.h"

void
wk_watch_open(struct wk_tui *t)
{
	struct wk_err err;
	const char *path = wk_app_db_path(t->app, &err);
	wk_watch_close(t);
	t->watch = path == NULL ? -1 : inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (t->watch < 0)
		return;
	char *folder = wk_arena_strdup(&t->scratch, path), *slash = strrchr(folder, '/');
	if (slash != NULL)
		*slash = '\0';
	/* a file that is replaced is another file in the same folder */
	if (inotify_add_watch(t->watch, slash == NULL ? "." : folder, IN_MODIFY |
	    IN_MOVED_TO | IN_CREATE | IN_DELETE) < 0)
		wk_watch_close(t);
	else if (wk_conf_path('c', "themes", &t->scratch, &path, NULL) == WK_OK)
		(void)inotify_add_watch(t->watch, path, IN_CLOSE_WRITE | IN_MOVED_TO);
}

void
wk_watch_close(struct wk_tui *t)
{
	if (t->watch >= 0)
		(void)close(t->watch);
	t->watch = -1;
}

bool
wk_watch_take(struct wk_tui *t)
{
	char events[4096];
	bool any = false;
	while (t->watch >= 0 && read(t->watch, events, sizeof(events)) > 0)
		any = true;
	return any;
}
